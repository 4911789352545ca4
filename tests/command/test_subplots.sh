#!/bin/sh
# SPDX-License-Identifier: MIT
# Several frames on one picture, and the options that change everything but the image.
. "${0%/*}/harness.sh"

npy film.npy '<f4' 8,4,5
npy low.npy '|u1' 4,5
npy wide.npy '|u1' 4,6
npy rgba.npy '|u1' 2,4,5,4
part() { png box "$1" "$2" "$3" "$4" "$5" >"$WORK/log/part"; cksum <"$WORK/log/part"; }
differ() { ! png same "$1" "$2"; }

# Eight frames on three pictures, the last with two places empty; names are those of first frames.
run imshow film.npy -o 'out/{frame}_{index}.png' --mkdir --subplots 1,3 --title 'frame {frame}'
expect 0
out_lines 0
err_lines 1
err '8 frames on 3 pictures · '
err 'memory: too few pictures to judge (70); 0 objects, 0 B heap left per picture'
check 'three pictures' [ "$(entries out)" = 3 ]
for name in 0_0 3_3 6_6; do check "$name" [ -e out/$name.png ]; done
run imshow film.npy --frames 3,6 -o 'part{frame}.png' --subplots 1,3 --title 'frame {frame}' -q
run imshow film.npy --frames 3: -o 'rest{frame}.png' --subplots 1,3 --title 'frame {frame}' -q
check 'the same three frames, the same picture' png same rest3.png out/3_3.png
check 'the first of two pictures of another job' [ -e part3.png ]
check 'its first place is the same' [ "$(part part3.png 0 0 240 480)" = "$(part out/3_3.png 0 0 240 480)" ]
check 'its title too is its own frame' \
    [ "$(part part3.png 240 0 200 480)" != "$(part out/3_3.png 240 0 200 480)" ]
check 'no place for a third frame' [ "$(png box part3.png 442 0 198 480 | sort -u)" = '255 255 255 255' ]
check 'and the last picture has one empty place' \
    [ "$(png box out/6_6.png 442 0 198 480 | sort -u)" = '255 255 255 255' ]

# Texts and colorbars keep out of each other's way; the same cell stands at the same place, however
# many others are full. Where there is no room the default layout stays.
npy large.npy '<f4' 8,30,40
run imshow large.npy -o 'grid{frame}.png' --subplots 2,3 --colorbar=label --title 'frame {frame}' -q
for x in 4 214 423 631; do
    check "nothing stands at $x" [ "$(png box grid0.png $x 0 8 480 | sort -u)" = '255 255 255 255' ]
done
run imshow large.npy -o 'other{frame}.png' --frames 6,7,0,1,2,3 --subplots 2,3 --colorbar=label \
    --title 'frame {frame}' -q
check 'a picture with empty places is laid out as a full one' \
    [ "$(part grid6.png 0 0 420 235)" = "$(part other6.png 0 0 420 235)" ]
check 'which are empty' [ "$(png box grid6.png 0 240 640 240 | sort -u)" = '255 255 255 255' ]
run imshow large.npy -o tiny.png --subplots 9,9 --colorbar --size 90x90
expect 0
run imshow large.npy -o one.png --frames 0 --subplots 1,1 --cmap gray
run imshow large.npy -o plain.png --frames 0 --cmap gray
check 'one alone stands as ever' png same one.png plain.png

# All on one: no word in the name is needed. Inputs follow each other.
run imshow film.npy low.npy -o all.png --subplots 3,3 --colorbar -v
expect 0
err '9 frames on 1 picture · '
run imshow film.npy low.npy -o all.png --subplots 2,3
refused 2 'two frames have one name' 'frame 0 of film.npy and frame 6 of film.npy'
run imshow film.npy -o 'dir{frame}/a.png' --mkdir --subplots 2,2 -q
check 'folders of pictures alone' [ "$(ls -d dir* | tr '\n' ' ')" = 'dir0 dir4 ' ]

# Images alone: cells of whole pixels without gaps, row by row.
run imshow film.npy -o f{frame}.png --no-axes --cmap gray --scale 2 -q
run imshow film.npy -o sheet.png --subplots 3,3 --no-axes --cmap gray --scale 2
expect 0
check 'nine cells large' [ "$(png size sheet.png)" = '30 24' ]
for i in 0 1 2 3 4 5 6 7; do
    check "frame $i is where it belongs" [ \
        "$(part sheet.png $((i % 3 * 10)) $((i / 3 * 8)) 10 8)" = "$(part f$i.png 0 0 10 8)" ]
done
check 'the last cell is empty' [ "$(png box sheet.png 20 16 10 8 | sort -u)" = '255 255 255 255' ]
for columns in 7 11 13; do
    npy strip.npy '<f4' $columns,1,5
    run imshow strip.npy -o strip.png --subplots 1,$columns --no-axes --cmap gray
    npy line.npy '<f4' 1,$((columns * 5))
    run imshow line.npy -o line.png --no-axes --cmap gray
    check "$columns cells to the pixel" png same strip.png line.png
done
run imshow film.npy wide.npy -o a.png --subplots 3,3 --no-axes
refused 2 'wide.npy: frames of 6x4 values on one picture with those of film.npy, 5x4' '--size WxH'
run imshow film.npy wide.npy -o a.png --subplots 3,3 --no-axes --size 90x60
expect 0
check 'any frames in cells of a given size' [ "$(png size a.png)" = '90 60' ]
run imshow film.npy -o a.png --subplots 2,4 --no-axes --scale 4000
refused 2 'are more than 32767 pixels a side'
run imshow rgba.npy -o rgba.png --subplots 2,2 --no-axes
check 'alpha as it is' [ "$(png pixel rgba.png 0 0 | cut -d' ' -f4)" = 3 ]
check 'and nothing in an empty cell' [ "$(png pixel rgba.png 0 7)" = '0 0 0 0' ]
npy nan.npy '<f4' 2,2 nan
run imshow rgba.npy nan.npy --frames 0 -o 'mixed{index}.png' --no-axes
check 'paper behind a picture without alpha after one with it' \
    [ "$(png pixel mixed1.png 0 0)" = '255 255 255 255' ]

# Each input keeps its limits, each frame its range.
run imshow film.npy low.npy --frames 0 -o ranges.png --subplots 1,2 --title '{vmin}…{vmax} {max}'
expect 0
err 'colour limits of film: 0 … 159'
err 'colour limits of low: 0 … 19'

for bad in 0,1 1,0 2 1,2,3 a,b 101,1 1.5,2 -1,1; do
    run imshow film.npy -o a.png --subplots=$bad
    refused 2 "--subplots $bad: not ROWS,COLUMNS"
done

# Limits of the view.
run imshow low.npy -o plain.png --cmap gray --aspect auto
run imshow low.npy -o view.png --cmap gray --aspect auto --xlim=-0.5,4.5 --ylim=3.5,-0.5
check 'the limits that it has anyway' png same view.png plain.png
run imshow low.npy -o view.png --cmap gray --aspect auto --xlim 3.5,4.5 --ylim 0.5,-0.5
check 'one value over all of the place' [ "$(png box view.png 82 60 490 360 | sort -u)" = \
    "$(png pixel view.png 300 200)" ]
check 'the fifth of the first row' [ "$(png pixel view.png 300 200)" = '52 52 52 255' ]
run imshow low.npy -o turned.png --cmap gray --xlim 4.5,-0.5
check 'turned round' differ turned.png plain.png
run imshow low.npy -o a.png --xlim 3,3
refused 2 '--xlim 3,3: both are equal'
run imshow low.npy -o a.png --ylim 3
refused 2 '--ylim 3: not two numbers'
run imshow low.npy -o a.png --no-axes --xlim 0,2
refused 2 '--no-axes makes every value a pixel' '--size'
run imshow low.npy -o a.png --no-axes --xlim 0,2 --size 20x20
expect 0

# Ticks and grid.
run imshow low.npy -o off.png --cmap gray --ticks=off --aspect auto
run imshow low.npy -o on.png --cmap gray --ticks on --aspect auto
check 'ticks on is nothing new' png same on.png plain.png
check 'nothing below the frame' [ "$(png box off.png 0 430 640 50 | sort -u)" = '255 255 255 255' ]
check 'and the same within' [ "$(part off.png 82 60 490 360)" = "$(part plain.png 82 60 490 360)" ]
run imshow low.npy -o a.png --ticks=none
refused 2 '--ticks' 'on' 'off'
run imshow low.npy -o grid.png --cmap gray --grid --aspect auto
check 'lines across the image' [ "$(png count grid.png 176 176 176 255)" -gt 3000 ]
check 'on request' [ "$(png count plain.png 176 176 176 255)" -lt 100 ]
run imshow low.npy -o a.png --grid --no-axes
refused 2 '--grid' '--no-axes'
for switch in on off; do
    run imshow low.npy -o a.png --ticks=$switch --no-axes
    refused 2 '--ticks' '--no-axes'
done
run imshow low.npy -o a.png --extent 0,1,0,1 --no-axes
refused 2 '--extent' '--no-axes'
run imshow low.npy -o a.png --extent 0,1,0,1 --xlim 0,.5 --no-axes --size 20x20
expect 0

# Styles.
run imshow low.npy -o dark.png --cmap gray --style dark --title title --colorbar
check 'black around' [ "$(png pixel dark.png 1 1)" = '0 0 0 255' ]
check 'mostly' [ "$(png count dark.png 0 0 0 255)" -gt 100000 ]
check 'white letters' [ "$(png count dark.png 255 255 255 255)" -gt 500 ]
run imshow film.npy -o 'dark{frame}.png' --cmap gray --style dark --frames :2 -q
check 'on the second picture too' [ "$(png pixel dark1.png 1 1)" = '0 0 0 255' ]
run imshow low.npy -o light.png --cmap gray --style default --aspect auto
check 'the default is the default' png same light.png plain.png
run imshow low.npy -o light.png --cmap gray --style colorblind --aspect auto
check 'and images have no lines' png same light.png plain.png
run imshow nan.npy -o nan.png --no-axes --style dark
check 'the paper behind missing values' [ "$(png pixel nan.png 0 0)" = '0 0 0 255' ]
run imshow low.npy -o a.png --style drak
refused 2 '--style' 'dark'
finish
