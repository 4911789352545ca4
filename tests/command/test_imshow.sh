#!/bin/sh
# SPDX-License-Identifier: MIT
# What imshow is for: frames to files, with names, limits and sizes as asked.
. "${0%/*}/harness.sh"

npy film.npy '<f4' 12,4,5
npy low.npy '|u1' 2,2
npy high.npy '<i2' 3,3
npy rgb.npy '|u1' 2,4,3

run imshow film.npy -o 'out/{frame}.png' --mkdir --cmap gray --colorbar --title 'frame {frame}'
expect 0
out_lines 0
err_lines 1
err '12 frames · '
err ' · colour limits 0 … 239 · memory'
err 'memory: too few frames to judge (70); 0 objects, 0 B heap left per frame'
check 'two digits' [ "$(entries out)" = 12 ]
check 'of the default size' [ "$(png size out/11.png)" = '640 480' ]
run imshow film.npy --frames 7: -o 'again{frame}.png' --cmap gray --colorbar --title 'frame {frame}'
check 'a part drawn again has the same name and colours' png same again07.png out/07.png
run imshow film.npy -o x -q --format png --frames -1
expect 0
err_lines 0

# A folder stands for names.
mkdir folder
run imshow film.npy low.npy -o folder -q
expect 0
check 'of a film' [ -e folder/film_11.png ]
check 'of a picture' [ -e folder/low.png ]
run imshow low.npy high.npy -o '%03d_{stem}.png' -v
expect 0
err '001_high.png'
err 'colour limits 0 … 8'
err 'caches: '
err ' (text '
err ', canvas '
err ', png '

# The image alone: one value is one pixel, or K×K. Row 0 is at the top.
run imshow low.npy -o bare.png --no-axes --cmap gray
check 'one pixel a value' [ "$(png size bare.png)" = '2 2' ]
check 'from the least to the greatest' [ "$(png box bare.png 0 0 2 2 | tr '\n' ' ')" = \
    '0 0 0 255 85 85 85 255 170 170 170 255 255 255 255 255 ' ]
run imshow low.npy -o flipped.png --no-axes --cmap gray --origin lower
check 'row 0 at the bottom' [ "$(png pixel flipped.png 0 0)" = '170 170 170 255' ]
run imshow film.npy --frames 0 -o scaled.png --no-axes --scale 3 --cmap gray
check 'three pixels a value' [ "$(png size scaled.png)" = '15 12' ]
for x in 0 1 2; do
    for y in 0 1 2; do
        check 'all nine are one colour' [ "$(png pixel scaled.png $x $y)" = '0 0 0 255' ]
        check 'in every corner' [ "$(png pixel scaled.png $((x + 12)) $((y + 9)))" = \
            "$(png pixel scaled.png 14 11)" ]
    done
done
run imshow rgb.npy -o rgb.png --no-axes
check 'colours as they are' [ "$(png pixel rgb.png 1 0)" = '3 4 5 255' ]
npy rgba.npy '|u1' 2,2,4
run imshow rgba.npy -o rgba.png --no-axes
check 'alpha as it is' [ "$(png pixel rgba.png 1 1 | cut -d' ' -f4)" = 15 ]
run imshow rgb.npy -o rgb.png --cmap gray --vmax 3
expect 0
err_lines 1
err 'warning: rgb.npy has its own colours: --cmap --vmax ignored'

# Limits: of each frame, given, one end given.
run imshow film.npy -o 'f{frame}.png' --no-axes --cmap gray --clim frame
err 'colour limits of each frame'
check 'every frame uses all colours' [ "$(png pixel f03.png 4 3)" = '255 255 255 255' ]
run imshow film.npy -o 'g{frame}.png' --no-axes --cmap gray --clim 0,19 --vmin 19
err 'colour limits 19 … 19'
run imshow film.npy low.npy -o '{stem}{frame}.png' --no-axes
err_lines 3
err 'colour limits of film: 0 … 239'
err 'colour limits of low: 0 … 3'
err 'colour limits of each input'
run imshow low.npy high.npy -o '{stem}.png' --no-axes --clim all --vmin 5 --cmap gray
expect 0
err 'colour limits 5 … 8'
check 'below is the first colour' [ "$(png pixel low.png 1 1)" = '0 0 0 255' ]
check 'the greatest is the last' [ "$(png pixel high.png 2 2)" = '255 255 255 255' ]
run imshow low.npy high.npy -o '{stem}.png' --no-axes --clim input --vmin 5
refused 2 'low.npy: vmin 5 is above vmax 3'
run imshow rgb.npy low.npy -o '{stem}.png' --no-axes --vmin 2
expect 0
err 'colour limits 2 … 3'
run imshow rgb.npy rgb.npy -o '{index}.png' --clim 0,1 --vmin 5
expect 0
npy nan.npy '<f4' 3,4,5 nan
run imshow nan.npy -o 'nan{frame}.png'
expect 0
err 'colour limits: no finite value'
run imshow film.npy low.npy -o '{stem}{frame}.png' --no-axes --clim all
err 'colour limits 0 … 239'

# Sizes.
run imshow low.npy -o size.png --size 321x123
check 'in pixels, exactly' [ "$(png size size.png)" = '321 123' ]
run imshow low.npy -o size.png --figsize 3.333x2.777 --dpi 72
check 'in inches, truncated' [ "$(png size size.png)" = '239 199' ]
run imshow low.npy -o size.png --no-axes --size 10x30
check 'of the image alone' [ "$(png size size.png)" = '10 30' ]

# Options that change where and how the image is drawn.
differ() { ! png same "$1" "$2"; }
part() { png box "$1" "$2" "$3" "$4" "$5" >"$WORK/log/part"; cksum <"$WORK/log/part"; }
npy wide.npy '<f8' 20,50
for kind in nearest hanning auto; do
    run imshow wide.npy -o $kind.png --interpolation $kind --size 97x67 --no-axes
    run imshow low.npy -o ${kind}3.png --interpolation $kind --scale 3 --no-axes
    expect 0
done
run imshow low.npy -o plain3.png --scale 3 --no-axes
check 'hanning smooths' differ nearest.png hanning.png
check 'auto smooths what is not enlarged by a whole number' png same auto.png hanning.png
check 'a data pixel is exactly so many pixels' png same plain3.png nearest3.png
check 'unless something else is asked' differ plain3.png hanning3.png
check 'auto too is something else' png same auto3.png hanning3.png
before=hanning
for kind in bilinear bicubic spline16 spline36 hamming hermite kaiser quadric catrom gaussian bessel \
    mitchell sinc lanczos blackman; do
    run imshow wide.npy -o $kind.png --interpolation $kind --size 97x67 --no-axes
    expect 0
    check "$kind is a kernel of its own" differ $kind.png $before.png
    before=$kind
done
run imshow wide.npy -o none.png --interpolation none --size 97x67 --no-axes
check 'none is nearest' png same none.png nearest.png
run imshow wide.npy -o x.png --interpolation lanczoz
refused 2 "unknown interpolation 'lanczoz'"
err "did you mean 'lanczos'?"

# What is blended, and how much of it is seen.
run imshow wide.npy -o data.png --interpolation bilinear --stage data --size 97x67 --no-axes
run imshow wide.npy -o rgba.png --interpolation bilinear --stage rgba --size 97x67 --no-axes
check 'data is the default' png same data.png bilinear.png
check 'colours blend otherwise' differ data.png rgba.png
run imshow wide.npy -o x.png --stage colours
refused 2 '--stage colours: no such choice'
run imshow low.npy -o half.png --no-axes --cmap gray --alpha 0.5
check 'without axes the alpha is the picture'"'"'s' [ "$(png pixel half.png 1 1)" = '255 255 255 127' ]
run imshow low.npy -o clear.png --no-axes --cmap gray --vmin 1 --vmax 1e9 --under none
check 'nor is a colour that lets through' [ "$(png pixel clear.png 0 0 | cut -d' ' -f4)" = 0 ]
run imshow low.npy -o half.png --cmap gray --alpha 0.5
check 'else white shows through' [ "$(png pixel half.png 200 100)" = '128 128 128 255' ]
for alpha in 1.01 -1 half nan; do
    run imshow low.npy -o x.png --alpha $alpha
    refused 2 "--alpha $alpha: not a number from 0 to 1"
done

run imshow wide.npy -o equal.png
run imshow wide.npy -o filled.png --aspect auto
run imshow wide.npy -o moved.png --aspect auto --extent 100,200,0,1
check 'square data pixels leave space above' [ "$(png pixel equal.png 300 80)" = '255 255 255 255' ]
for x in 82 328 574; do
    check 'auto fills the whole width' [ "$(png pixel filled.png $x 61)" != '255 255 255 255' ]
    check 'and height' [ "$(png pixel filled.png $x 424)" != '255 255 255 255' ]
done
for x in 70 586; do
    check 'and no more' [ "$(png pixel filled.png $x 61)" = '255 255 255 255' ]
done
check 'another extent has other ticks' \
    [ "$(part moved.png 0 430 640 50)" != "$(part filled.png 0 430 640 50)" ]
check 'at the left too' [ "$(part moved.png 0 0 78 480)" != "$(part filled.png 0 0 78 480)" ]
check 'and the same image' [ "$(part moved.png 82 60 490 360)" = "$(part filled.png 82 60 490 360)" ]

# The order of options and inputs does not matter, and an optional value needs its =.
run imshow -o mixed.png --colorbar low.npy --cmap=gray -q
expect 0
run imshow low.npy --cmap gray -omixed2.png --colorbar
check 'the same' png same mixed.png mixed2.png
cp low.npy ./-low.npy
run imshow -o dashed.png -- -low.npy
expect 0
finish
