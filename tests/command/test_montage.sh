#!/bin/sh
# SPDX-License-Identifier: MIT
# flatplot montage: frames in cells to the pixel, colours as imshow's, labels, what is refused.
. "${0%/*}/harness.sh"

npy film.npy '<f4' 7,4,5
npy low.npy '|u1' 4,5
npy tall.npy '<f4' 9,3
npy rgb.npy '<f4' 2,4,5,3 random
npy rgba.npy '|u1' 2,4,5,4
npy nan.npy '<f4' 3,3 nan
part() { png box "$1" "$2" "$3" "$4" "$5" | cksum; }
colours() { png box "$1" "$2" "$3" "$4" "$5" | sort -u; }
hidden() { find . -name '.*' -type f | grep .; }

# Every value a pixel: each frame is what imshow makes of it, with the limits of all.
run imshow film.npy -o 'f{frame}.png' --no-axes -q
run montage film.npy -o sheet.png --cell 5x4 --gap 1
expect 0
out_lines 0
err_lines 1
err '7 frames in 3 columns, 19x16 pixels · '
err ' frames/s · colour limits 0 … 139'
check 'three columns of three' [ "$(png size sheet.png)" = '19 16' ]
for i in 0 1 2 3 4 5 6; do
    check "frame $i is where it belongs" [ \
        "$(part sheet.png $((i % 3 * 6 + 1)) $((i / 3 * 5 + 1)) 5 4)" = "$(part f$i.png 0 0 5 4)" ]
done
check 'paper in the empty cells' [ "$(colours sheet.png 7 11 12 5)" = '255 255 255 255' ]
check 'and in the gaps' [ "$(colours sheet.png 0 0 19 1; colours sheet.png 0 5 19 1;
    colours sheet.png 6 0 1 16; colours sheet.png 18 0 1 16)" = "$(printf '255 255 255 255\n%.0s' 1 2 3 4)" ]
check 'one file and nothing else' [ "$(find . -name '*sheet*' | wc -l)" = 1 ]
run montage film.npy -o dark.png --cell 5x4 --gap 1 --style dark -q
err_lines 0
check 'dark paper' [ "$(colours dark.png 7 11 12 5)" = '0 0 0 255' ]
check 'and the same frames' [ "$(part dark.png 1 1 5 4)" = "$(part f0.png 0 0 5 4)" ]

# Cells of any size: whole numbers of pixels for each value, in the middle.
for width in 5 6 9 10 11 12 17 160; do
    height=$((width * 4 / 5 + 1))
    times=$((width / 5))
    run imshow film.npy --frames 1 -o one.png --no-axes --scale $times --vmin 0 --vmax 139
    run montage film.npy --frames :2 -o cells.png --columns 2 --gap 0 --cell ${width}x$height -q
    x=$((width + (width - 5 * times) / 2))
    y=$(((height - 4 * times) / 2))
    check "cells $width wide" [ "$(part cells.png $x $y $((5 * times)) $((4 * times)))" = \
        "$(part one.png 0 0 $((5 * times)) $((4 * times)))" ]
    [ $y = 0 ] || check 'and paper above' [ "$(colours cells.png 0 0 $((2 * width)) $y)" = '255 255 255 255' ]
done
run montage film.npy --frames 1 -o fill.png --gap 0 --cell 13x13 --interpolation bicubic --clim 0,139
run imshow film.npy --frames 1 -o one.png --no-axes --size 13x10 --interpolation bicubic --clim 0,139
check 'filled when pixels in between are made' [ "$(part fill.png 0 1 13 10)" = "$(part one.png 0 0 13 10)" ]
npy large.npy '<f4' 2,300,400 random
run montage large.npy --frames 0 -o small.png --gap 0 --vmin 0 --vmax 1
run imshow large.npy --frames 0 -o one.png --no-axes --size 160x120 --vmin 0 --vmax 1
check 'a large frame is reduced, as imshow does it' png same small.png one.png
err_lines 0
check 'of one frame nothing is said' [ "$STATUS" = 0 ]

# Columns, sizes that nobody gave.
for n in 1:1 2:2 3:2 4:2 5:3 6:3 7:3 9:3 10:4 12:4 13:4 16:4 17:5; do
    npy square.npy '|u1' ${n%:*},8,8
    run montage square.npy -o square.png --gap 0 --cell 8x8
    check "${n%:*} squares" [ "$(png size square.png | cut -d' ' -f1)" = $((${n#*:} * 8)) ]
done
run montage film.npy -o wide.png --columns 20 --gap 0 --cell 5x4
check 'no more columns than frames' [ "$(png size wide.png)" = '35 4' ]
run montage film.npy -o one.png --columns 1 --gap 3 --cell 5x4
check 'one column' [ "$(png size one.png)" = '11 52' ]
run montage film.npy -o auto.png
check 'enlarged 32 times, 2 pixels apart' [ "$(png size auto.png)" = '488 392' ]
npy many.npy '|u1' 1000,30,30
run montage many.npy -o many.png
check 'enlarged less when there are many' [ "$(png size many.png)" = '3906 3906' ]
run montage film.npy tall.npy large.npy --frames 0 -o shapes.png
check 'shapes of all kinds' [ "$(png size shapes.png)" = '326 312' ]
check 'a tall one in the middle of its cell' [ "$(colours shapes.png 164 2 54 153)" = '255 255 255 255' ] &&
    check 'and nothing right of it' [ "$(colours shapes.png 269 2 55 153)" = '255 255 255 255' ]
check 'but there' [ "$(png pixel shapes.png 218 2)" = '68 1 84 255' ]

# Colours.
run imshow rgb.npy -o 'c{frame}.png' --no-axes
run montage rgb.npy rgba.npy nan.npy -o colours.png --cell 5x4 --gap 0 --columns 5
expect 0
check 'colours as they are' [ "$(part colours.png 5 0 5 4)" = "$(part c1.png 0 0 5 4)" ]
check 'alpha over paper' [ "$(png pixel colours.png 10 0)" = '252 252 252 255' ]
check 'NaN is paper' [ "$(colours colours.png 20 0 5 4)" = '255 255 255 255' ]
run montage nan.npy -o nan.png --bad tomato --cell 3x3 --gap 0
check 'or a colour' [ "$(colours nan.png 0 0 3 3)" = '255 99 71 255' ]
run montage rgb.npy film.npy -o a.png --cmap gray --vmin 0
err 'warning: rgb.npy has its own colours: --cmap --vmin ignored'
run montage film.npy low.npy -o a.png
err 'colour limits of film: 0 … 139'
err 'colour limits of low: 0 … 19'
run montage film.npy low.npy -o a.png --clim all
err 'colour limits 0 … 139'
run montage low.npy tall.npy -o a.png
err 'colour limits 0 … 26'
run montage film.npy -o a.png --clim p0,p50
err 'colour limits 0 … 69.5'
run montage film.npy -o frame.png --clim frame --cell 5x4 --gap 0
err 'colour limits of each frame'
check 'each frame alone' [ "$(part frame.png 0 0 5 4)" = "$(part frame.png 5 0 5 4)" ]
run montage film.npy -o norm.png --cell 5x4 --gap 0 --norm power:2 --cmap gray
run imshow film.npy -o 'n{frame}.png' --no-axes --norm power:2 --cmap gray
check 'norms' [ "$(part norm.png 10 4 5 4)" = "$(part n5.png 0 0 5 4)" ]

# Which frames, in which order.
run montage film.npy --frames ::-3 -o back.png --cell 5x4 --gap 0 --columns 3
check 'backwards' [ "$(part back.png 10 0 5 4)" = "$(part f0.png 0 0 5 4)" ]
cp low.npy z10.npy
cp tall.npy z9.npy
run montage z10.npy z9.npy --sort natural -o order.png --cell 9x9 --gap 0 --columns 2
run montage z9.npy z10.npy -o same.png --cell 9x9 --gap 0 --columns 2
check 'by numbers in names' png same order.png same.png
printf 'z9.npy\nz10.npy\n' >list
run montage --files-from list -o list.png --cell 9x9 --gap 0 --columns 2
check 'from a list' png same list.png same.png
run montage 'film.npy[1:3]' 'film.npy[5]' -o some.png --cell 5x4 --gap 0 --columns 3
check 'some of an input' [ "$(part some.png 10 0 5 4)" = "$(part f5.png 0 0 5 4)" ]
run montage film.npy --frame-axis 2 --reshape 4,7 -o axis.png --cell 7x4 --gap 0
err '5 frames in '

# Labels stand under their cells, inside of them.
run montage film.npy -o labels.png --label 'no. {frame}' --cell 60x40
expect 0
check 'a line more, 8 apart' [ "$(png size labels.png)" = '212 203' ]
check 'something is written' [ "$(colours labels.png 8 48 60 17 | wc -l)" -gt 10 ]
check 'on paper' [ "$(colours labels.png 8 48 60 3; colours labels.png 0 65 212 8)" = "$(
    printf '255 255 255 255\n%.0s' 1 2)" ]
run montage film.npy -o same.png --label 'no. x' --cell 60x40
check 'the same words look the same everywhere' [ "$(part same.png 8 48 60 17)" = "$(part same.png 76 113 60 17)" ]
run montage film.npy -o dark.png --label 'no. {frame}' --cell 60x40 --style dark
check 'light on dark' [ "$(png box dark.png 8 48 60 17 | sort -n | tail -n 1 | cut -d' ' -f1)" -gt 200 ]
run montage film.npy -o long.png --cell 60x40 --label 'a text that is much longer than any cell {frame}'
check 'no letter leaves its cell' [ "$(colours long.png 68 0 8 203)" = '255 255 255 255' ]
check 'its end tells frames apart' [ "$(part long.png 8 48 60 17)" != "$(part long.png 76 48 60 17)" ]
name=$(printf 'b\nc\033[1m')
cp low.npy "$name.npy"
run montage "$name.npy" -o line.png --label '{stem}' --cell 60x40
cp low.npy 'b c [1m.npy'
run montage 'b c [1m.npy' -o same.png --label '{stem}' --cell 60x40
check 'one line, whatever a name is' png same line.png same.png
run montage film.npy -o tiny.png --label 'mmm' --cell 5x4
expect 0
check 'no room, no letters' [ "$(colours tiny.png 8 12 5 17)" = '255 255 255 255' ]
run montage film.npy -o times.png --label '{time:.1f} {min} {max} {vmin} {vmax} {index}' --dt 0.5
expect 0
npy times.npy '<f8' 6
run montage film.npy -o a.png --label '{time}' --times times.npy
refused 3 'times.npy: has 6 times, and film.npy has 7 frames'
run montage film.npy -o a.png --label '{time}'
refused 2 '{time}: the times of frames are not known' '--dt'
run montage film.npy -o a.png --label '{nme}'
refused 2 '--label: unknown word {nme}'
run montage film.npy -o a.png --label "$(printf '\307\321')"
refused 2 '--label' 'iconv -f cp949 -t utf-8'
fonts $DEJAVU
run montage film.npy -o glyphs.png --label '글'
refused 3 'no installed font has these characters: 글'
check 'nothing drawn' [ ! -e glyphs.png ]
run montage film.npy -o glyphs.png --label '글' --missing-glyphs warn
expect 0
err 'warning: no installed font has 글'
fonts none
run montage film.npy -o plain.png --cell 5x4 --gap 1
expect 0
check 'no labels need no fonts' png same plain.png sheet.png
run montage film.npy -o a.png --label x
refused 4 'no font is installed'
TOOL_ENV=

# Where to.
run montage film.npy -o - --format png --cell 5x4 --gap 1
expect 0
check 'the same through a pipe' cmp -s "$OUT" sheet.png
run montage film.npy -o -
refused 2 '--format png'
run montage film.npy -o - --format png --cell 5x4 --gap 1 --compress small
expect 0
check 'small ones have the same pixels' png same "$OUT" sheet.png
check 'and other bytes' [ "$(cksum <"$OUT")" != "$(cksum <sheet.png)" ]
run montage film.npy -o a.png --format png-reference --compress fast
refused 2 '--format png-reference says how it is compressed' 'leave one away'
run montage film.npy -o a.jpg
refused 2 'jpg is not written'
run montage film.npy
refused 2 'no output'
run montage -o a.png
refused 2 'montage'
run montage film.npy -o film.npy --format png
refused 2 'film.npy is also an input'
run montage film.npy -o new/a.png
refused 4 'no such folder' '--mkdir'
run montage film.npy -o new/a.png --mkdir -v
expect 0
err 'new/a.png'
check 'there' [ -e new/a.png ]
run montage film.npy -o /dev/full
refused 4 'the disk is full'
tool montage film.npy -o - --format png >/dev/full 2>"$ERR"
STATUS=$?
expect 4

# What cannot be drawn; an old file stays.
echo old >keep.png
run montage film.npy missing.npy -o keep.png
refused 3 'missing.npy'
head -c 600 film.npy >short.npy
run montage short.npy -o keep.png
refused 3 'short.npy'
run montage film.npy --frames 7: -o keep.png
refused 3 '--frames 7: selects no frame'
npy empty.npy '<f4' 0,4,5
run montage empty.npy -o keep.png
refused 3 'empty.npy'
run montage film.npy --cell 40000x10 -o keep.png
refused 2 '--cell'
npy many.npy '|u1' 5000,5,5
run montage many.npy -o keep.png --cell 900x900
refused 2 '5000 frames make a sheet of 64044x64044 pixels, and a side ends at 32767' \
    'smaller cells fit: --cell 459x459'
run montage many.npy -o keep.png --columns 1 --cell 2x9
refused 2 'a sheet of 6x55002 pixels' 'smaller cells fit: --cell 1x4'
run montage many.npy -o keep.png --columns 1 --cell 1x1 --gap 9
refused 2 'a sheet of 19x50009 pixels' 'take fewer frames'
tool montage - -o keep.png <film.npy 2>"$ERR" >"$OUT"
STATUS=$?
refused 2 '-: how many frames a stream has is not known' 'save it to a file'
run montage film.npy -o keep.png --vmin 2 --vmax 1
refused 2 'vmin 2 is above vmax 1'
for bad in --gap=-1 --gap=1.5 --gap=1001 --columns=0 --cell=5 --cell=0x5 --subplots=2,2 --norm=pow; do
    run montage film.npy -o keep.png "$bad"
    bad=${bad%%=*}
    refused 2 "${bad#--}"
done
npy noise.npy '<f4' 2,300,300,3 random
(
    ulimit -f 1 # a file that may not grow, as on a full disk
    tool montage noise.npy --cell 300x300 -o keep.png 2>"$ERR"
)
STATUS=$?
expect 4
err 'keep.png: cannot be written'
tool montage noise.npy --cell 300x300 -o - --format png 2>"$ERR" | head -c 1 >"$OUT"
err_lines 0
check 'the old file is there' [ "$(cat keep.png)" = old ]
check 'nothing hidden is left' [ ! "$(hidden)" ]

# Stopped half way: nothing is left.
npy long.npy '|u1' 200000,16,16 1
start stop montage long.npy -o stop.png --vmin 0 --vmax 9 --label '{frame}' --cell 16x16 --gap 0
until_true hidden >"$WORK/log/hidden"
kill -s INT $PID
await_end stop
expect 130
err 'stopped after '
err 'nothing was written'
check 'no sheet' [ ! -e stop.png ]
check 'nothing hidden' [ ! "$(hidden)" ]

run montage film.npy -o a.png --progress json
err '"what":"pass 1 of 2: limits","done":7,'
err '"what":"pass 2 of 2: frames","done":7,'
run montage film.npy -o a.png --progress json --vmin 0 --vmax 9
err '"what":"frames","done":7,'
finish
