#!/bin/sh
# SPDX-License-Identifier: MIT
# Norms and set colours: as images, over a batch, and what is refused.
. "${0%/*}/harness.sh"

npy ramp.npy '<f4' 2,2       # 0 1 2 3
npy film.npy '<f4' 3,1,5     # 0 … 4, 5 … 9, 10 … 14
npy seven.npy '<f8' 2,2 7
npy minus.npy '<f8' 2,2 -7
npy nan.npy '<f4' 2,2 nan
npy rgb.npy '|u1' 2,2,3
WHITE='255 255 255 255'

# The gray of one value in one-pixel-a-value pictures.
gray() { png pixel "$1" "$2" "$3" | cut -d' ' -f1; }
draw() {
    run imshow "$@" -o a.png --no-axes --cmap gray
    expect 0
}

draw ramp.npy --norm log
check '0 is bad, and white shows through' [ "$(png pixel a.png 0 0)" = "$WHITE" ]
check 'the smallest positive value is the first colour' [ "$(gray a.png 1 0)" = 0 ]
check '2 lies at log 2 / log 3' [ "$(gray a.png 0 1)" = 161 ]
check 'the greatest is the last' [ "$(gray a.png 1 1)" = 255 ]
draw ramp.npy --norm log --bad tomato
check 'bad has a colour' [ "$(png pixel a.png 0 0)" = '255 99 71 255' ]
draw ramp.npy --vmin 1 --vmax 2 --under C0 --over '#abc' --bad none
check 'under too' [ "$(png pixel a.png 0 0)" = '31 119 180 255' ]
check 'and over' [ "$(png pixel a.png 1 1)" = '170 187 204 255' ]
draw ramp.npy --norm power:2
check 'a ninth of 256' [ "$(gray a.png 1 0)" = 28 ]
draw ramp.npy --norm centered:1
check 'the centre is in the middle' [ "$(gray a.png 1 0)" = 128 ]
check 'as far below as above' [ "$(gray a.png 0 0)" = 64 ]
draw ramp.npy --norm twoslope:1
check 'two slopes: the first' [ "$(gray a.png 0 0)" = 0 ]
check 'the middle' [ "$(gray a.png 1 0)" = 128 ]
check 'the second' [ "$(gray a.png 0 1)" = 192 ]
draw ramp.npy --norm boundary:0,1,2,3
check 'three regions' [ "$(png box a.png 0 0 2 2 | cut -d' ' -f1 | tr '\n' ' ')" = '0 127 255 255 ' ]
draw ramp.npy --norm symlog:1,2 --vmax 2
check 'symlog' [ "$(gray a.png 1 0)" = 225 ]
draw ramp.npy --norm asinh:0.5
check 'asinh' [ "$(gray a.png 1 0)" = 147 ]
draw ramp.npy --norm logit --vmin 0.1 --vmax 0.9
check '0 and 1 are bad for logit' [ "$(gray a.png 0 0) $(gray a.png 1 0)" = '255 255' ]
draw ramp.npy --norm log --norm linear
check 'the last one counts' [ "$(gray a.png 1 0)" = 85 ]
draw ramp.npy --norm boundary:0,1 --norm boundary:0,3
check 'of boundaries too' [ "$(gray a.png 1 0)" = 127 ]

# One scale for a batch.
run imshow film.npy -o 'f{frame}.png' --no-axes --cmap gray --norm log
expect 0
err 'colour limits 1 … 14'
check 'the smallest positive value of all frames' [ "$(gray f0.png 1 0)" = 0 ]
check 'the greatest' [ "$(gray f2.png 4 0)" = 255 ]
run imshow film.npy -o 'f{frame}.png' --no-axes --cmap gray --norm centered:1
err 'colour limits -12 … 14'
check 'all frames by one half range' [ "$(gray f0.png 1 0) $(gray f2.png 4 0)" = '128 255' ]
run imshow film.npy -o 'f{frame}.png' --no-axes --cmap gray --norm centered:1,2
err 'colour limits -1 … 3'
run imshow film.npy -o 'f{frame}.png' --no-axes --cmap gray --norm boundary:1,4,8
err 'colour limits 1 … 8'
run imshow film.npy -o 'f{frame}.png' --no-axes --norm twoslope:20
err 'colour limits 0 … 20'
run imshow film.npy -o 'f{frame}.png' --no-axes --norm log --clim frame
expect 0
err 'colour limits of each frame'
run imshow film.npy seven.npy -o '{stem}{frame}.png' --no-axes --norm log --clim all
err 'colour limits 1 … 14'
run imshow minus.npy film.npy -o '{stem}{frame}.png' --no-axes --norm log --clim all
expect 0
err 'colour limits 1 … 14'
npy f.npy '<f4' 4,1,5 ramp F
run imshow f.npy -o 'F{frame}.png' --no-axes --norm log
err 'colour limits 1 … 19'
run imshow nan.npy -o nan.png --norm log
expect 0
err 'without a single finite value'

# What cannot be is refused before anything is drawn.
rm -f ./*.png
run imshow ramp.npy -o a.png --norm lgo
refused 2 "norm 'lgo': no such norm" "did you mean 'log'?"
run imshow ramp.npy -o a.png --norm power
refused 2 "norm 'power'" 'power:GAMMA'
run imshow ramp.npy -o a.png --norm symlog:0
refused 2 'linthresh is 0'
run imshow film.npy -o '{frame}.png' --norm log --vmin 0
refused 2 'vmin: 0 has no place in a log norm'
run imshow film.npy -o '{frame}.png' --norm centered --vmin 0
refused 2 'limits of its own'
run imshow film.npy -o '{frame}.png' --norm boundary:1,2 --clim 0,1
refused 2 'limits of its own'
run imshow film.npy -o '{frame}.png' --norm twoslope:1 --vmin 2
refused 2 'the centre 1'
run imshow minus.npy -o a.png --norm log
refused 3 'minus.npy: no value is above 0, so the norm log' 'symlog'
run imshow ramp.npy -o a.png --cmap Set1 --norm boundary:0,1,2,3,4,5,6,7,8,9,10
refused 2 '10 regions' '9 colours'
run imshow ramp.npy -o a.png --under tomatoe
refused 2 "colour 'tomatoe'" "did you mean 'tomato'?"
check 'and no picture was written' [ "$(ls ./*.png 2>/dev/null | wc -l)" = 0 ]

run imshow rgb.npy -o a.png --norm log --bad red --under C1 --over w
expect 0
err 'has its own colours: --norm --bad --under --over ignored'

# Colormaps by kind, and as a picture.
run colormaps
expect 0
err_lines 0
check 'seven kinds' [ "$(grep -c '^[A-Z]' "$OUT")" = 7 ]
check 'and 83 maps' [ "$(grep -c '^  ' "$OUT")" = 83 ]
check 'viridis is marked' grep -q '^  viridis  *uniform safe$' "$OUT"
check 'RdBu is safe only' grep -q '^  RdBu  *safe$' "$OUT"
check 'jet is neither' grep -q '^  jet$' "$OUT"
for name in $(sed -n 's/^  \([^ ]*\).*/\1/p' "$OUT"); do
    run imshow ramp.npy -o a.png --no-axes --cmap "$name" -q
    expect 0
done
run colormaps -o swatches.png
expect 0
out_lines 0
err_lines 0
check 'of even sides' [ "$(png size swatches.png)" = '1380 880' ]
check 'viridis begins' [ "$(png pixel swatches.png 158 58)" = '68 1 84 255' ]
check 'and ends' [ "$(png pixel swatches.png 413 58)" = '253 231 36 255' ]
run colormaps viridis
refused 2 'takes no input'
run colormaps -o nowhere/swatches.png
refused 4 'nowhere'
run colormaps -o swatches.mp4
refused 2 'ffmpeg'
run colormaps -o swatches
refused 2 'no ending'
run colormaps -o /dev/full
refused 4 /dev/full
check 'which is still a device' [ -c /dev/full ]
finish
