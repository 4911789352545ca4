#!/bin/sh
# SPDX-License-Identifier: MIT
# Input that cannot be drawn: exit 3, one clear line and a hint, nothing written.
. "${0%/*}/harness.sh"

# bad FILE TEXTS…: the file is refused, with these words in the message.
bad() {
    file=$1
    shift
    run imshow "$file" -o out/x.png
    refused 3 "$file" "$@"
    check 'nothing is written' [ "$(entries out)" = 0 ]
}
header() { npy "$1" --header "{'descr': '$2', 'fortran_order': False, 'shape': $3, }" "${4:-0}"; }

mkdir out

bad missing.npy 'no such file'
mkdir folder.npy
bad folder.npy folder
: >empty.npy
bad empty.npy
printf 'nonsense, and long enough to be looked at' >nonsense.npy
bad nonsense.npy
bad "$(printf 'line\nbreak')" 'line?break' 2>/dev/null || :

npy whole.npy '<f8' 4,5
for length in 3 6 7 9 10 11 50 100; do
    head -c $length whole.npy >cut$length.npy
    bad cut$length.npy
done
head -c -1 whole.npy >short.npy
bad short.npy
printf '\223NUMPY\001\000\377\377{' >beyond.npy # a header of 65535 bytes in a file of 11
bad beyond.npy
printf '\223NUMPY\011\000\020\000{}             \n' >version.npy
bad version.npy

header overflow.npy '<f8' '(4294967296, 4294967296, 4294967296)'
bad overflow.npy
header large.npy '<f8' '(99999999999999999999999, 2)'
bad large.npy
header negative.npy '<f8' '(-2, 3)' 48
bad negative.npy
header promised.npy '<f8' '(1000, 1000)' 800
bad promised.npy

header object.npy '|O' '(2, 3)' 48
bad object.npy
header complex.npy '<c16' '(2, 3)' 96
bad complex.npy
header string.npy '<U3' '(2, 3)' 72
bad string.npy
header void.npy '|V8' '(2, 3)' 48
bad void.npy

npy row.npy '<f8' 7
bad row.npy 7
npy number.npy '<f8' ''
bad number.npy
npy five.npy '<f4' 2,2,2,2,2
bad five.npy
npy pairs.npy '<f4' 5,4,2
bad pairs.npy '5, 4, 2'
header zero.npy '<f8' '(0, 3)'
bad zero.npy
header none.npy '<f8' '(3, 4, 0)'
bad none.npy

# A file that is good until it is cut off while it is read: what was drawn stays, the rest is told.
npy film.npy '<f4' 3000,8,8
tool imshow film.npy -o 'out/{frame}.png' --vmin 0 --vmax 1 >"$WORK/log/out" 2>"$WORK/log/err" &
pid=$!
for i in $(seq 200); do
    [ -e out/0002.png ] && break
    kill -0 $pid 2>/dev/null || break
    sleep 0.05
done
truncate -s 20000 film.npy
wait $pid
STATUS=$?
expect 3
err film.npy
err 'of 3000 frames were written'
check 'what was drawn is whole' png size out/0002.png >/dev/null
check 'nothing half is left' [ -z "$(find out -name '.*' -type f)" ]

# All NaN is a picture, with a warning.
npy nan.npy '<f8' 4,5 nan
run imshow nan.npy -o nan.png
expect 0
err 'warning'
err_lines 1
check 'it is drawn' [ "$(png size nan.png)" = '640 480' ]
# What is packed cannot be more than deflate can make of it, which is told before names are made.
for count in 20000000 144115188075855872; do
    npy claim.npy --header "{'descr': '|u1', 'fortran_order': False, 'shape': ($count, 2, 5), }" 4
    gzip -nf claim.npy
    run imshow claim.npy.gz -o 'p{frame}.png'
    refused 3 'claim.npy.gz: is truncated: its ' "($count, 2, 5)"
done
npy zeros.npy '|u1' 4000,100,100 0
gzip -9 -n zeros.npy
run info zeros.npy.gz
expect 0
# Hints lead on: nothing on the command line raises a limit.
printf 'P5 99999 99999 255\n' >huge.pgm
run imshow huge.pgm -o x.png
refused 3 '1073741824 are the most' 'a damaged head asks for too much memory' 'cut it into parts'
check 'and do not name what is not there' [ "$(grep -c 'raise the limit' "$ERR")" = 0 ]
finish
