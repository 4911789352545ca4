#!/bin/sh
# SPDX-License-Identifier: MIT
# memcheck on our own loop, on recorded samples, and the memory of a batch.
. "${0%/*}/harness.sh"

# A build with a sanitizer cannot judge itself, and says so.
run memcheck --lifecycle clf -n 2
if [ "$STATUS" -eq 77 ]; then
    err 'whose quarantine grows by design'
    finish
fi

# column NAME FILE: a column of a CSV file.
column() { awk -F, -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) c = i; next }
    { print $c }' "$2"; }

# Every form comes out as it must. (Turns of `none` are slow, the last ones slowest.)
run memcheck -n 150 --csv forms.csv --plot forms.png --json=forms.json
expect 0
err_lines 0
for form in clf close both reuse; do
    check "$form is flat" grep -qE "^$form +FLAT +- +0 +0 +0 +0 B " "$OUT"
done
check 'without clearing it grows' grep -qE '^none +GROWING +object leak +2 +0 +0 ' "$OUT"
check 'by the array each turn' awk '/^none/ { found = $8 > 234 && $8 < 240 } END { exit !found }' "$OUT"
check 'turns become slower' awk '/^none/ { n = NF; found = $(n - 1) > 2 * $(n - 3) } END { exit !found }' "$OUT"
check 'five times 150 samples' [ "$(wc -l <forms.csv)" -eq 751 ]
check 'a wide picture' [ "$(png size forms.png)" = '1650 565' ]
check 'a report' grep -q '^{"schema":1,"exit":0,"runs":\[{"name":"none","verdict":"GROWING"' forms.json
run memcheck --from forms.csv
expect 1 # one of them grows
check 'the same again' grep -qE '^none +GROWING +object leak +2 +0 +0 ' "$OUT"

# One form alone: the exit code is its verdict.
run memcheck --lifecycle none -n 80
expect 1
out 'none: GROWING (object leak: 79 array, 79 image more)'
out '80 iterations, '
run memcheck --lifecycle clf --quick --csv clf.csv --plot clf.png --json
expect 0
out_lines 1
err_lines 0
check 'one object line' grep -q '"verdict":"FLAT"' "$OUT"
check 'one picture' [ "$(png size clf.png)" = '720 565' ]
check 'iterations 1 … 300' [ "$(column iteration clf.csv | tr '\n' ' ')" = "$(seq 300 | tr '\n' ' ')" ]
check 'the same objects in each' [ "$(column objects clf.csv | sort -u)" = 1 ]
run memcheck --from clf.csv
expect 0
out 'clf.csv: FLAT'
run memcheck --lifecycle clf --quick -q
expect 0
out_lines 0

# Leaks. With what the memory door and malloc add to them 64 B are 96 B, or up to 16 B more where a
# free block's rest is too small for anybody else; whether resident memory shows them is chance.
run memcheck --lifecycle clf --quick --inject-leak 64
expect 1
small='(9[6-9]|10[0-9]|11[0-2]) B'
check '64 B' grep -qE "^clf: GROWING \((heap|hidden) leak: heap \+$small per iteration\)" "$OUT"
run memcheck --lifecycle reuse --quick --inject-leak 16K
expect 1
out 'reuse: GROWING (heap leak: heap +16.0 KiB per iteration)'
run memcheck --lifecycle clf --quick --inject-leak 64 --tolerance heap=128
expect 0
run memcheck --selftest
expect 0
check 'nothing is nothing' grep -qE '^nothing +FLAT .* right$' "$OUT"
check '64 B' grep -qE "^64 B +GROWING +(heap|hidden) leak +$small .* caught\$" "$OUT"
check '1 KiB' grep -qE '^1 KiB +GROWING +(heap|hidden) leak .* caught$' "$OUT"
check '16 KiB' grep -qE '^16 KiB +GROWING +heap leak .* caught$' "$OUT"
check 'an object' grep -qE '^one object +GROWING +object leak .* caught$' "$OUT"
check 'a file' grep -qE '^one file +GROWING +file leak .* caught$' "$OUT"
check 'a thread' grep -qE '^one thread +GROWING +thread leak .* caught$' "$OUT"

# Limits, and too little to judge.
run memcheck --lifecycle clf -n 10
expect 6
out 'clf: INCONCLUSIVE: 70 iterations would decide'
out '40 iterations' # three looks
run memcheck --lifecycle clf -n 10 --inconclusive skip
expect 77
run memcheck --lifecycle none --max-rss 20M
expect 1
err 'none: resident memory is above --max-rss (20.0 MiB) after '
run memcheck --lifecycle none --duration 0.2
check 'not all of 300' [ "$(sed -n '2s/ iterations.*//p' "$OUT")" -lt 300 ]

# A child that dies is named, and the verdict said all the same: its memory is limited.
COMMAND='flatplot memcheck --lifecycle none, with little memory'
(
    ulimit -v 80000
    tool memcheck --lifecycle none
) </dev/null >"$OUT" 2>"$ERR"
STATUS=$?
expect 5
check 'its end' grep -qE '^flatplot: none: (failed with exit code|was ended by signal) [0-9]' "$ERR"
out 'none: '

# What cannot be written: exit 4, with the verdict.
run memcheck --lifecycle clf --quick --csv /dev/full
expect 4
err '/dev/full'
out 'clf: FLAT'
run memcheck --lifecycle clf --quick --plot no/mem.png
expect 4
out_lines 0 # said before anything was run

# ^C: what was sampled is written and judged; once its child has drawn for half a second.
has_drawn() {
    read -r child rest <"/proc/$PID/task/$PID/children"
    has_worked "${child:-}" 50
}
start cut memcheck --lifecycle clf -n 100000 --csv cut.csv --plot cut.png
until_true has_drawn
kill -s INT $PID
await_end cut
expect 130
err 'clf: stopped after '
out 'clf: '
check 'what was sampled' [ "$(wc -l <cut.csv)" -eq "$(($(sed -n 's/.*stopped after \([0-9]*\) .*/\1/p' "$ERR") + 1))" ]
check 'some' [ "$(wc -l <cut.csv)" -gt 1 ]
check 'its picture' [ "$(png size cut.png)" = '720 565' ]

# Nothing is written over what is read, or twice.
run memcheck --from clf.csv --csv ./clf.csv
refused 2 'clf.csv would be written for --csv and is read for --from'
run memcheck --lifecycle clf --csv twice.png --plot twice.png
refused 2 'twice.png would be written twice, for --csv and --plot'
run memcheck --from clf.csv --max-rss 1M
refused 2 '--max-rss is for what runs'

# The loop as a script, one process each: flat in three forms, growing without an end of its figures.
npy loop.npy '<f4' 300,20,30
for form in clf close scope none; do
    run memcheck "$HERE/../../samples/imshow_loop.lua" loop.npy film $form
    case $form in
    none)
        expect 1
        out 'GROWING'
        ;;
    *)
        expect 0
        out ': FLAT'
        ;;
    esac
    out '300 iterations'
done
run memcheck nowhere.lua
refused 3 'nowhere.lua: cannot be read'
echo 'error("no loop")' >broken.lua
run memcheck broken.lua
expect 5
err 'broken.lua:1: no loop'
err 'broken.lua: failed with exit code 5'

# A batch ends with the same proof.
npy film.npy '<f4' 300,8,9
run imshow film.npy -j 1 -o 'out/{frame}.png' --mkdir --rss rss.csv --rss-plot rss.png --max-growth 1K
expect 0
err_lines 1
err '300 frames · '
err 'memory flat: '
err ' MiB, per frame 0 objects, 0 B heap, 0 B RSS (resolves '
check 'a sample a frame' [ "$(column iteration rss.csv | tail -n 1)" = 300 ]
check 'the picture' [ "$(png size rss.png)" = '720 565' ]
run memcheck --from rss.csv
expect 0

# To the byte, whatever the number of frames and of inputs; a text that is another one in each.
# (What --frames says takes a few bytes.)
heap_of() { column heap "$2" | sed -n "$1p"; }
run imshow -q film.npy film.npy film.npy -j 1 -o 'out/{index}.png' --title '{index}' --rss long.csv
expect 0
run imshow -q film.npy film.npy film.npy -j 1 -o 'out/{index}.png' --title '{index}' --frames :10 \
    --rss short.csv
expect 0
check 'frames leave nothing' [ "$(heap_of 120 long.csv)" = "$(heap_of 900 long.csv)" ]
check 'a long job begins as a short one' \
    [ $(($(heap_of 10 long.csv) - $(heap_of 10 short.csv))) -lt 1024 ]

run imshow film.npy --frames :20 -o 'out/{frame}.png' --max-growth 1K
expect 6
err '20 frames are too few to tell'
run imshow film.npy -j 1 -o 'out/{frame}.png' --max-rss 1M
expect 1
err 'more than --max-rss 1.0 MiB'
err '1 of 300 frames were written'
run imshow film.npy -o 'out/{frame}.png' --rss film.npy
refused 2 'film.npy is also an input'
run imshow film.npy -o 'out/{frame}.png' --rss /dev/full
expect 4
run imshow film.npy -o 'out/{frame}.png' --rss no/rss.csv
expect 4
err_lines 2
finish
