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
err 'caches '

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
err 'colour limits of each input'
run imshow film.npy low.npy -o '{stem}{frame}.png' --no-axes --clim all
err 'colour limits 0 … 239'

# Sizes.
run imshow low.npy -o size.png --size 321x123
check 'in pixels, exactly' [ "$(png size size.png)" = '321 123' ]
run imshow low.npy -o size.png --figsize 3.333x2.777 --dpi 72
check 'in inches, truncated' [ "$(png size size.png)" = '239 199' ]
run imshow low.npy -o size.png --no-axes --size 10x30
check 'of the image alone' [ "$(png size size.png)" = '10 30' ]

# The order of options and inputs does not matter, and an optional value needs its =.
run imshow -o mixed.png --colorbar low.npy --cmap=gray -q
expect 0
run imshow low.npy --cmap gray -omixed2.png --colorbar
check 'the same' png same mixed.png mixed2.png
cp low.npy ./-low.npy
run imshow -o dashed.png -- -low.npy
expect 0
finish
