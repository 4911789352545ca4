# SPDX-License-Identifier: MIT
# report.awk: what run.sh measured, lines of KEY VALUE, as tables, as JSON and as what chart.lua draws.

!count[$1] { name[++names] = $1 }
{ value[$1, ++count[$1]] = $2 + 0 }

# ---- numbers ----

function median_of(list, n,    i, j, x) {
    for (i = 2; i <= n; i++) {
        x = list[i]
        for (j = i - 1; j > 0 && list[j] > x; j--)
            list[j + 1] = list[j]
        list[j + 1] = x
    }
    return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
}

function has(key) { return count[key] > 0 }

function median(key,    list, i) {
    for (i = 1; i <= count[key]; i++)
        list[i] = value[key, i]
    return median_of(list, count[key])
}

# a / b, round by round where both have as many values. "" where one was not measured.
function ratio(a, b,    list, i) {
    if (!has(a) || !has(b))
        return ""
    if (count[a] != count[b])
        return median(a) / median(b)
    for (i = 1; i <= count[a]; i++)
        list[i] = value[a, i] / value[b, i]
    return median_of(list, count[a])
}

# Whole numbers as they are, of others three digits or three places.
function short(x) {
    if (x == "")
        return "–"
    if (x == int(x))
        return x ""
    return sprintf(x >= 100 ? "%.0f" : x >= 10 ? "%.1f" : x >= 1 ? "%.2f" : "%.3f", x)
}

function thousands(x,    text, left) {
    if (x == "")
        return "–"
    text = sprintf("%.0f", x)
    for (left = ""; length(text) > 3; text = substr(text, 1, length(text) - 3))
        left = "," substr(text, length(text) - 2) left
    return text left
}

function measured(key) { return has(key) ? median(key) : "" }
function mebibytes(key) { return has(key) ? median(key) / 1048576 : "" }

# ---- what each takes ----

# A key begins with that of its work, in which flatplot is what others are held against.
function figure(work, key, who,    reference) {
    if (!has(key ".ms"))
        return
    reference = substr(key, 1, index(key, ".")) "flatplot"
    printf "| %s | %s | %s | %s | %s | %s | %s |\n", work, who, short(median(key ".ms")),
           short(measured(key ".cpu")), reference == key ? "" : short(ratio(key ".ms", reference ".ms")),
           thousands(measured(key ".bytes")), short(mebibytes(key ".peak"))
}

function floor(work, key) {
    if (!has(key ".floor.cpu"))
        return
    printf "| %s | *ISA-L, these pixels alone* | | %s | %s | %s | |\n", work,
           short(median(key ".floor.cpu")), short(ratio(key ".floor.cpu", key ".flatplot.cpu")),
           thousands(median(key ".floor.bytes"))
    printf "| %s | *copying them* | | %s | | | |\n", work, short(median(key ".floor.copy"))
}

function figures() {
    print "| work | by | ms per frame | of CPU | times flatplot's | bytes per frame | peak MiB |"
    print "| --- | --- | --- | --- | --- | --- | --- |"
    work = "256×256 → 640×480"
    figure(work, "small.flatplot", "**flatplot**")
    figure(work, "small.small_files", "flatplot `--compress small`")
    figure(work, "small.set_data", "matplotlib, `set_data`")
    figure(work, "small.level_1", "matplotlib, `set_data`, level 1 of zlib")
    figure(work, "small.new", "matplotlib, new figure, `close`")
    figure(work, "small.gnuplot", "gnuplot, pngcairo")
    figure(work, "small.R", "R, `image()`")
    figure(work, "small.PLplot", "PLplot, pngcairo")
    floor(work, "small")
    work = "256×256, finer"
    figure(work, "fine.flatplot", "**flatplot**")
    figure(work, "fine.set_data", "matplotlib, `set_data`")
    floor(work, "fine")
    work = "100×100×3 random"
    figure(work, "rgb.flatplot", "**flatplot**")
    figure(work, "rgb.clf", "matplotlib, `clf`")
    figure(work, "rgb.close", "matplotlib, `close`")
    figure(work, "rgb.none", "matplotlib, nothing cleared, 50 turns")
    floor(work, "rgb")
    work = "1024×1024 → 1920×1080"
    figure(work, "large.flatplot", "**flatplot**")
    figure(work, "large.set_data", "matplotlib, `set_data`")
    figure(work, "large.gnuplot", "gnuplot, pngcairo")
    figure(work, "large.R", "R, `image()`")
    floor(work, "large")
    work = "one picture, whole process"
    figure(work, "shot.flatplot", "**flatplot**")
    figure(work, "shot.gnuplot", "gnuplot, pngcairo")
    figure(work, "shot.PLplot", "PLplot, pngcairo")
    figure(work, "shot.R", "R, `image()`")
    figure(work, "shot.set_data", "matplotlib")
}

# ---- what was to be reached ----

function quoted(text) { return "\"" text "\"" }
function number(x) { return x == "" ? "null" : sprintf("%.6g", x) }

# side: "≥" or "≤"; on_cpu: the same by CPU time, which is told beside, where that means something.
function target(what, x, side, must, aim, unit, on_cpu,    verdict, sign) {
    sign = side == "≥" ? 1 : -1
    if (x == "")
        verdict = "not measured"
    else if (aim != "" && sign * x >= sign * aim)
        verdict = "aim"
    else
        verdict = sign * x >= sign * must ? "must" : "**missed**"
    printf "| %s | %s%s | %s | %s %s%s | %s | %s |\n", what, short(x), x == "" ? "" : unit,
           on_cpu == "" ? "" : short(on_cpu), side, must, unit, aim == "" ? "" : side " " aim unit, verdict
    gsub(/\*/, "", verdict)
    targets = targets (targets == "" ? "" : ",\n") "    {\"what\": " quoted(what) ", \"value\": " \
              number(x) ", \"by_cpu\": " number(on_cpu) ", \"side\": " quoted(side) ", \"must\": " must \
              ", \"aim\": " (aim == "" ? "null" : aim) ", \"verdict\": " quoted(verdict) "}"
}

function faster(what, key, than, must, aim) {
    target(what, ratio(than ".ms", key ".ms"), "≥", must, aim, "", ratio(than ".cpu", key ".cpu"))
}

# Both by CPU time, as the floor is: one worker waits for nothing on a machine of its own.
function near_floor(what, work,    x) {
    x = ratio(work ".flatplot.cpu", work ".floor.cpu")
    target(what ": frame / ISA-L alone", x, "≤", 2.5, 1.3, "", x)
}

function bytes(what, a, b, must, aim) {
    target(what ": bytes / matplotlib's", ratio(a ".bytes", b ".bytes"), "≤", must, aim, "", "")
}

function difference(a, b) { return has(a) && has(b) ? median(a) - median(b) : "" }

function all_targets() {
    print "| target | measured | by CPU time | must | aim | reached |"
    print "| --- | --- | --- | --- | --- | --- |"
    faster("256×256: times faster than matplotlib `set_data`", "small.flatplot", "small.set_data", 60, 200)
    faster("256×256: times faster than `set_data` at level 1 of zlib", "small.flatplot", "small.level_1", 60, 200)
    faster("256×256, finer: times faster than matplotlib `set_data`", "fine.flatplot", "fine.set_data", 60, 200)
    faster("256×256: times faster than gnuplot", "small.flatplot", "small.gnuplot", 25, 80)
    faster("100×100×3: times faster than matplotlib `clf`", "rgb.flatplot", "rgb.clf", 60, 200)
    faster("1920×1080: times faster than matplotlib `set_data`", "large.flatplot", "large.set_data", 40, 100)
    faster("one picture: times faster than gnuplot", "shot.flatplot", "shot.gnuplot", 3, 5)
    near_floor("256×256", "small")
    near_floor("256×256, finer", "fine")
    near_floor("100×100×3", "rgb")
    near_floor("1920×1080", "large")
    target("5,000 frames: two workers, times faster than one", ratio("workers.1.ms", "workers.2.ms"), "≥",
           1.8, 1.95, "", "")
    bytes("256×256", "small.flatplot", "small.set_data", 1.4, 1.1)
    bytes("256×256, finer", "fine.flatplot", "fine.set_data", 1.4, 1.1)
    bytes("100×100×3", "rgb.flatplot", "rgb.clf", 1.4, 1.1)
    bytes("1920×1080", "large.flatplot", "large.set_data", 1.4, 1.1)
    bytes("256×256, `--compress small`", "small.small_files", "small.set_data", 1, "")
    target("640×480: peak resident memory", mebibytes("small.flatplot.peak"), "≤", 24, 14, " MiB", "")
    target("frame 1,000 to 100,000: objects more", measured("memory.objects"), "≤", 0, "", "", "")
    target("frame 1,000 to 100,000: heap more", measured("memory.heap"), "≤", 0, "", " B", "")
    target("frame 1,000 to 100,000: anonymous memory more", measured("memory.rss"), "≤", 4096, "", " B", "")
    target("1,000 frames of 1 GB: peak anonymous memory more than for 10",
           difference("gigabyte.1000", "gigabyte.10"), "≤", 4096, "", " B", "")
}

# ---- how cost grows ----

# log(y₂/y₁) / log(x₂/x₁)
function exponent(a, b, x_a, x_b) {
    if (!has(a) || !has(b) || median(a) <= 0 || median(b) <= 0)
        return ""
    return sprintf("%.2f", log(median(b) / median(a)) / log(x_b / x_a))
}

# keys: SERIES.KEY.WORKERS, separated by spaces; sizes: what grows.
function growth(title, series, keys, sizes, scale, unit,    at, size, n, i, jobs, key, line, slope) {
    n = split(keys, at, " ")
    split(sizes, size, " ")
    if (!has(series "." at[1] ".1.ms"))
        return
    printf "\n| %s | 1 worker: %s | of CPU | exponent | 2 workers: %s | of CPU | exponent |\n", title, unit, unit
    print "| --- | --- | --- | --- | --- | --- | --- |"
    for (i = 1; i <= n && has(series "." at[i] ".1.ms"); i++) {
        line = "| " at[i]
        for (jobs = 1; jobs <= 2; jobs++) {
            key = series "." at[i] "." jobs
            slope = i > 1 ? exponent(series "." at[i - 1] "." jobs ".cpu", key ".cpu", size[i - 1], size[i]) : ""
            line = line " | " short(measured(key ".ms") * scale) " | " short(measured(key ".cpu") * scale) " | " slope
            grown = grown (grown == "" ? "" : ",\n") "    {\"series\": " quoted(series) ", \"size\": " size[i] \
                    ", \"workers\": " jobs ", \"ms\": " number(measured(key ".ms")) ", \"cpu\": " \
                    number(measured(key ".cpu")) ", \"exponent\": " number(slope) "}"
        }
        print line " |"
        points = points sprintf("  {%s, %s, %s, %s},\n", quoted(series), size[i],
                                number(measured(series "." at[i] ".1.ms")),
                                number(measured(series "." at[i] ".2.ms")))
    }
}

function all_growth() {
    growth("source, values", "source", "64² 128² 256² 512² 1024² 2048² 4096² 8192²",
           "4096 16384 65536 262144 1048576 4194304 16777216 67108864", 1, "ms per frame")
    growth("canvas", "canvas", "320×240 640×480 1280×720 1920×1080 3840×2160",
           "76800 307200 921600 2073600 8294400", 1, "ms per frame")
    growth("frames", "frames", "1 10 100 1,000 10,000 100,000", "1 10 100 1000 10000 100000", 0.001,
           "s in all")
    if (points != "")
        print "\nExponents are of CPU time over values, pixels and frames, between one line and the next."
}

# ---- the files beside ----

function write_json(    i, medians) {
    for (i = 1; i <= names; i++)
        medians = medians (i == 1 ? "" : ",\n") "    " quoted(name[i]) ": " number(median(name[i]))
    printf "{\n  \"schema\": 1,\n  \"date\": %s,\n  \"cpu\": %s,\n", quoted(date), quoted(cpu) >json
    printf "  \"command\": %s,\n  \"rounds\": %d,\n  \"peers\": %s,\n", quoted(command), rounds,
           quoted(peers) >json
    printf "  \"targets\": [\n%s\n  ],\n", targets >json
    printf "  \"growth\": [\n%s\n  ],\n", grown >json
    printf "  \"medians\": {\n%s\n  }\n}\n", medians >json
}

function bar(label, key) {
    if (has(key))
        printf "  {%s, %s},\n", quoted(label), number(median(key)) >chart
}

function write_chart() {
    printf "return {bars = {\n" >chart
    bar("matplotlib, new figure", "small.new.cpu")
    bar("matplotlib, set_data", "small.set_data.cpu")
    bar("PLplot", "small.PLplot.cpu")
    bar("gnuplot", "small.gnuplot.cpu")
    bar("R", "small.R.cpu")
    bar("flatplot", "small.flatplot.cpu")
    bar("ISA-L alone", "small.floor.cpu")
    printf "}, points = {\n%s}}\n", points >chart
}

END {
    printf "%s, %s, `%s`: medians of %d round%s. Peers: %s.\n\n", date, cpu, command, rounds, (rounds > 1 ? "s" : ""),
           peers
    figures()
    print ""
    all_targets()
    all_growth()
    write_json()
    write_chart()
}
