#!/bin/sh
# SPDX-License-Identifier: MIT
# Colour limits over a batch: percentiles, of the job, of each input, of each frame; and in files.
. "${0%/*}/harness.sh"

npy film.npy '<f4' 10,10,10
npy same.npy '<f8' 10,10,10 ramp F
npy low.npy '|u1' 3,4
npy high.npy '<i8' 5,4,5
npy rgb.npy '|u1' 2,4,3

# 1000 values 0 … 999: np.percentile(a, [2, 98]) is 19.98 and 979.02 to the last digit.
for input in film same; do
    run imshow $input.npy --clim p2,p98 -o 'a{frame}.png' --no-axes
    expect 0
    err 'colour limits 19.98 … 979.02'
    run imshow $input.npy --clim p2,p98 --frames 3 -o again.png --no-axes
    check 'a part drawn again has the same colours' png same again.png a3.png
done
run imshow film.npy --clim p0,p100 --vmin 5 -o 'a{frame}.png' --no-axes
err 'colour limits 5 … 999'
run imshow film.npy --clim p10,p90 --norm log -o 'a{frame}.png' --no-axes
err 'colour limits 100.80000000000001 … 899.2'
run imshow film.npy --clim frame:p25,p75 -o 'f{frame}.png' --no-axes --title '{vmin} {vmax}'
refused 2 'no-axes'
run imshow film.npy --clim frame:p0,p100 -o 'f{frame}.png' --no-axes --cmap gray
expect 0
err 'colour limits of each frame'
check 'every frame from the first colour' [ "$(png pixel f7.png 0 0)" = '0 0 0 255' ]
check 'to the last' [ "$(png pixel f7.png 9 9)" = '255 255 255 255' ]
run imshow film.npy --clim frame:p50,p50.5 -o 'f{frame}.png' --no-axes --cmap gray
check 'its own percentiles' [ "$(png pixel f7.png 9 4)" = '0 0 0 255' ]
check 'and nothing between' [ "$(png pixel f7.png 1 5)" = '255 255 255 255' ]
run imshow low.npy --clim p50,p50.5 -o one.png --no-axes --cmap gray
expect 0
check 'of a single picture' [ "$(png pixel one.png 1 1)" = '0 0 0 255' ]
check 'to the last colour' [ "$(png pixel one.png 2 1)" = '255 255 255 255' ]

# Several inputs: one scale when each is one frame, else one each; of values of different types.
run imshow low.npy low.npy -o '{index}.png' --clim p50,p100 --no-axes
err 'colour limits 5.5 … 11'
run imshow low.npy high.npy rgb.npy -o '{stem}{frame}.png' --clim p50,p100 --no-axes
err 'colour limits of low: 5.5 … 11'
err 'colour limits of high: 49.5 … 99'
run imshow low.npy high.npy rgb.npy -o '{stem}{frame}.png' --clim all:p50,p100 --no-axes
err 'colour limits 43.5 … 99'
run imshow low.npy low.npy -o '{index}.png' --clim input:p50,p100 --no-axes
err_lines 3

# What is wrong with the limits of one frame names it; what came from the data is told apart.
run imshow film.npy --clim frame --vmin 150 -o 'x{frame}.png' --frames 0
refused 2 'film.npy: frame 0: vmin 150 is above vmax 99, which was found, not given' 'vmax'
run imshow film.npy --clim frame --vmax 150 -o 'x{frame}.png' --frames 2
refused 2 'film.npy: frame 2: vmin 200, which was found, not given, is above vmax 150'
run imshow film.npy --clim frame:p10,p90 --vmax 150 -o 'x{frame}.png' --frames 2
refused 2 'film.npy: frame 2: vmin 209.9, which was found'
run imshow film.npy --vmin 1000 -o 'x{frame}.png'
refused 2 'film.npy: vmin 1000 is above vmax 999, which was found, not given'
npy minus.npy '<f4' 2,3,5 -1
run imshow minus.npy --clim frame --norm log --frames 1 -o 'x{frame}.png'
refused 3 'minus.npy: frame 1: no value is above 0' 'symlog'
npy nan.npy '<f4' 2,3,5 nan
run imshow nan.npy --clim p2,p98 -o 'n{frame}.png' --no-axes
err 'colour limits: no finite value'
# Long enough for a bar, which is shown ten times a second; a sparse file.
npy large.npy --header "{'descr': '|u1', 'fortran_order': False, 'shape': (150,1000,1000)}"
truncate -s 150000128 large.npy
run imshow large.npy --clim p2,p98 --frames 0 -o l.png --no-axes --progress always
err 'pass 1 of 2: limits ['
rm large.npy

for wrong in p2 p2,98 2,p98 p98,p2 p-1,p50 p0,p101 p2,p98,p99 all:0,1 p,p pnan,p5 frame: all:all; do
    run imshow film.npy --clim "$wrong" -o 'x{frame}.png'
    refused 2 "--clim $wrong: "
done

# Limits in files.
run info --clim p2,p98 film.npy
expect 0
err_lines 0
check 'as JSON' [ "$(cat "$OUT")" = '{"schema":1,"clim":"p2,p98","vmin":19.98,"vmax":979.02}' ]
cp "$OUT" film.json
run imshow film.npy --clim film.json -o 'j{frame}.png' --no-axes
expect 0
err 'colour limits 19.98 … 979.02'
run imshow film.npy low.npy --clim film.json --vmin 0 -o '{stem}{frame}.png' --no-axes
err 'colour limits 0 … 979.02'
run info --clim auto low.npy high.npy rgb.npy
expect 0
out '{"path":"low.npy","vmin":0,"vmax":11},'
out '{"path":"high.npy","vmin":0,"vmax":99}]}'
cp "$OUT" each.json
run imshow low.npy high.npy rgb.npy --clim each.json -o '{stem}{frame}.png' --no-axes
expect 0
err 'colour limits of low: 0 … 11'
err 'colour limits of high: 0 … 99'
run imshow low.npy film.npy --clim each.json -o '{stem}{frame}.png' --no-axes
refused 2 'each.json: has no colour limits of film.npy'
run info --clim all:p50,p100 low.npy high.npy
out '"vmin":43.5,"vmax":99}'
run info --clim auto low.npy
out '"vmin":0,"vmax":11}'
run info --clim auto --norm log film.npy
out '"vmin":1,"vmax":999}'
run info --clim p2,p98 nan.npy
out '"vmin":null,"vmax":null}'
cp "$OUT" none.json
run imshow nan.npy --clim none.json -o 'n{frame}.png' --no-axes
expect 0
err 'no finite value'
tool imshow - --clim film.json -o 's{frame}.png' --no-axes <film.npy 2>err.txt
check 'a stream with known colours' grep -q 'colour limits 19.98 … 979.02' err.txt

run info --clim frame film.npy
refused 2 '--clim frame: limits of each frame are found when it is drawn'
run info --clim film.json film.npy
refused 2 'these limits are known already'
run info --clim 0,1 film.npy
refused 2 'these limits are known already'
run info --clim auto rgb.npy
refused 3 'rgb.npy: has its own colours'
run info --norm log film.npy
refused 2 'add --clim auto'

bad() {
    printf '%s' "$1" >bad.json
    run imshow film.npy --clim bad.json -o 'x{frame}.png'
    refused 3 "bad.json: $2"
}
bad '' 'is no JSON: line 1, column 0'
bad '{"schema":1,' 'is no JSON: line 1, column 12'
bad '{"schema":1,"vmin":1,"vmin":2,"vmax":3}' 'is no JSON'
bad '[1]' 'is JSON, but no colour limits'
bad '7' 'is no JSON'
bad '{"schema":2,"vmin":0,"vmax":1}' 'is JSON, but no colour limits'
bad '{"schema":1,"vmin":0}' 'has no vmin and vmax'
bad '{"schema":1,"vmin":2,"vmax":1}' 'has no vmin and vmax, or vmin above vmax'
bad '{"schema":1,"vmin":null,"vmax":1}' 'has no vmin and vmax'
bad '{"schema":1,"vmin":"0","vmax":1}' 'has no vmin and vmax'
bad '{"schema":1,"inputs":[{"vmin":0,"vmax":1}]}' 'an input in it lacks its path or its limits'
bad '{"schema":1,"inputs":[7]}' 'an input in it lacks its path or its limits'
bad '{"schema":1,"inputs":[{"path":"film.npy","vmin":0}]}' 'an input in it lacks'
bad '{"schema":1,"inputs":[{"path":"film.npy","vmin":0,"vmax":1},
{"path":"film.npy","vmin":0,"vmax":2}]}' 'has colour limits of film.npy twice'

# Names that JSON cannot have are told in no file, and taken from none: they would all be one.
first=$(printf 'x_\377.npy') second=$(printf 'x_\376.npy')
cp film.npy "$first"
cp high.npy "$second"
run info --clim p2,p98 "$first" "$second"
refused 2 'a name that is not UTF-8' '--clim all:p2,p98'
printf '{"schema":1,"inputs":[{"path":"x_\357\277\275.npy","vmin":0,"vmax":1}]}' >bytes.json
run imshow "$first" "$second" --clim bytes.json -o 'x{index}.png'
refused 2 'a name that is not UTF-8'
run info --clim all:p50,p100 "$first" "$second"
expect 0
cp "$OUT" bytes.json
run imshow "$first" "$second" --clim bytes.json -o 'y{index}.png' --no-axes
expect 0
run info --clim p2,p98 film.npy low.npy film.npy
refused 2 'film.npy: is there twice'
run info --clim p2,p98 rgb.npy film.npy low.npy rgb.npy
expect 0

run imshow film.npy --clim missing.json -o 'x{frame}.png'
refused 3 'missing.json: cannot be read'
check 'nothing was written' [ ! -e x0.png ]
finish
