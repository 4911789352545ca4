# SPDX-License-Identifier: MIT
# strip.awk: C sources as lines "FILE:LINE:CODE" without comments; what stands in strings and
# character constants is dropped too, unless run with -v strings=1.
FNR == 1 { inside = 0 }
{
    rest = $0
    code = ""
    while (rest != "") {
        if (inside) {
            at = index(rest, "*/")
            if (at == 0) break
            rest = substr(rest, at + 2)
            inside = 0
        } else if (match(rest, /\/\*|\/\/|"|'/) == 0) {
            code = code rest
            break
        } else {
            mark = substr(rest, RSTART, RLENGTH)
            code = code substr(rest, 1, RSTART - 1)
            rest = substr(rest, RSTART + RLENGTH)
            if (mark == "//") break
            if (mark == "/*") {
                inside = 1
                code = code " "
                continue
            }
            for (n = 1; n <= length(rest); n++) {
                c = substr(rest, n, 1)
                if (c == "\\") n++
                else if (c == mark) break
            }
            code = code mark (strings ? substr(rest, 1, n - 1) : "") mark
            rest = substr(rest, n + 1)
        }
    }
    if (code ~ /[^ \t]/) print FILENAME ":" FNR ":" code
}
