#!/bin/sh
# SPDX-License-Identifier: MIT
# Pictures as input: PNG and netpbm's, their values as stored, and back to PNG unchanged.
. "${0%/*}/harness.sh"

# same A B: both pictures have the same pixels.
same() { check "$1 is $2" png same "$1" "$2"; }

# A colour picture comes back as it was, whatever its name says.
npy a.npy '<f8' 40,50 random
run imshow a.npy -o colours.png --no-axes --scale 1
expect 0
run imshow colours.png -o back.png --no-axes --scale 1
expect 0
err_lines 0
same colours.png back.png
cp colours.png colours.csv
run imshow colours.csv -o named.png --no-axes --scale 1
expect 0
same colours.png named.png
run info --json colours.png
expect 0
out '"format":"png","dtype":"|u1","order":"C","shape":[40,50,3],"frames":1,"frame_shape":[40,50,3]'

# Gray through the map gray is what matplotlib's imsave writes: its table is one below at 24 levels.
{
    echo 'P2 256 1 255'
    seq 0 255
} >gray.pgm
run imshow gray.pgm -o gray.png --no-axes --scale 1 --cmap gray --clim 0,255
expect 0
below=' 33 37 41 45 49 53 57 61 66 74 82 90 98 106 114 122 132 148 164 180 196 212 228 244 '
i=0
while [ $i -lt 256 ]; do
    case $below in *" $i "*) j=$((i - 1)) ;; *) j=$i ;; esac
    echo "$j $j $j 255"
    i=$((i + 1))
done >"$WORK/log/levels"
png box gray.png 0 0 256 1 >"$WORK/log/drawn"
check 'the levels of matplotlib' cmp "$WORK/log/levels" "$WORK/log/drawn"

run info --json gray.pgm
expect 0
out '"format":"pnm","dtype":"|u1","order":"C","shape":[1,256],"frames":1,"frame_shape":[1,256],"min":0,"max":255,"mean":127.5'
# The picture that was drawn is gray, and is read as values.
run info --json gray.png
expect 0
out '"shape":[1,256]'

# A film of pictures in one file; the last one cut short.
printf 'P5 2 2 255 abcdP5 2 2 255 efghP5 2 2 255 ijkl' >film
run imshow film -o '{frame}.png' --no-axes --scale 1 --clim 0,255
expect 0
check 'three pictures' [ -e 2.png ]
run info film
out '3,2,2'
printf 'P5 2 2 255 abcdP5 2 2 255 efghP5 2 2 255 ijk' >film
run info film
refused 3 film 'it holds 3 bytes of pixels'

# Packed.
gzip -c colours.png >colours.gz
run imshow colours.gz -o unpacked.png --no-axes --scale 1
expect 0
same colours.png unpacked.png
gzip -c film >film.gz
run info --json film.gz
expect 3
printf 'P5 2 2 255 abcdP5 2 2 255 efgh' | gzip -c >film.gz
run info --json film.gz
expect 0
out '"shape":[2,2,2],"frames":2,"frame_shape":[2,2],"min":97,"max":104'

printf 'Pf 2 1 -1\n\0\0\200\077\0\0\0\100' >floats
run info --json floats
expect 0
out '"format":"pfm","dtype":"<f4","order":"C","shape":[1,2]'
out '"min":1,"max":2'

for bytes in 8 20 60 300; do
    head -c $bytes colours.png >cut.png
    run imshow cut.png -o out.png
    refused 3 cut.png 'truncated PNG picture'
done
check 'nothing is written' [ ! -e out.png ]
run imshow colours.png cut.png -o '{stem}.out.png'
expect 3
finish
