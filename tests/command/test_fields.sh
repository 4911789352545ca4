#!/bin/sh
# SPDX-License-Identifier: MIT
# flatplot contour, contourf and pcolormesh: matrices and grids of points, as a script draws them.
. "${0%/*}/harness.sh"

printf '0 1 2 1\n1 4 3 0\n2 2 -1 -2\n' >z.txt
npy a.npy '<f4' 3,4 random
{
    echo 'lon,lat,p'
    printf '%s\n' 3,20,0 0,10,0 1,10,1 3,10,1 0,20,1 1,20,4 2,20,3 0,40,2 1,40,2 2,40,-1 3,40,-2
} >points.csv # 2,10 is missing

# lua NAME LINES: what a script draws on an axes `ax`, laid out as the verbs do it.
lua() {
    printf 'local f, ax = plt.subplots()\nlocal z = {{0, 1, 2, 1}, {1, 4, 3, 0}, {2, 2, -1, -2}}\n
local holes = {{0, 1, 0/0, 1}, {1, 4, 3, 0}, {2, 2, -1, -2}}\nlocal x, y = {0, 1, 2, 3}, {10, 20, 40}\n
%s\nplt.tight_layout()\nplt.savefig(arg[1])\n' "$2" >script.lua
    tool run script.lua "$1"
}
same() { check "$1" png same "$2" "$3"; }

lua lines.png 'plt.colorbar(ax:contour(z))'
run contour z.txt -o a.png
expect 0
err_lines 0
same 'lines' a.png lines.png
lua black.png 'ax:contour(z, {levels = {-1, 0.5, 2}, colors = "k", linewidths = 3})'
run contour z.txt -o a.png --levels -1,.5,2 --color k --linewidth 3
same 'of one colour' a.png black.png
lua labels.png 'ax:clabel(ax:contour(z, 3), {fmt = "%.1f"})'
run contour z.txt -o a.png --levels 3 --clabel=%.1f
same 'with labels' a.png labels.png
lua one.png 'plt.colorbar(ax:contour(z, {2}))'
run contour z.txt -o a.png --levels 2,
same 'a single one' a.png one.png
lua filled.png 'plt.colorbar(ax:contourf(z, {levels = {0, 1, 2}, extend = "both", cmap = "magma", alpha = 0.5}))'
run contourf z.txt -o a.png --levels 0,1,2 --extend both --cmap magma --alpha .5
err_lines 0
same 'areas' a.png filled.png
lua colors.png 'ax:contourf(z, {levels = {0, 1, 2}, colors = {"r", "b"}}) ax:set_title("z") ax:grid(true)'
run contourf z.txt -o a.png --levels 0,1,2 --color r,b --legend off --title '{stem}' --grid
same 'in colours' a.png colors.png
lua points.png 'plt.colorbar(ax:contourf(x, y, holes), {label = "p"}) ax:set_xlabel("lon") ax:set_ylabel("lat")'
run contourf points.csv -z p -o a.png
err_lines 0
same 'points of a grid in any order' a.png points.png
run contourf points.csv -x 1 -y lat -z 3 -o a.png
same 'by number' a.png points.png
run contourf a.npy -o a.png --vmin 0 --vmax 1
expect 0
tool contourf - -o b.png --vmin 0 --vmax 1 <a.npy
same 'standard input' a.png b.png
printf 'day,lat,p\n2026-01-01,1,3\n2026-01-02,1,4\n2026-01-01,2,5\n2026-01-02,2,7\n' >days.csv
lua days.png 'ax:xaxis_date() plt.colorbar(ax:contourf({20454, 20455}, {1, 2}, {{3, 4}, {5, 7}}), {label = "p"})
ax:set_xlabel("day") ax:set_ylabel("lat") ax:set_xformat("%H")'
run contourf days.csv -z p -o a.png --xformat %H
same 'dates along x' a.png days.png
lua mesh.png 'plt.colorbar(ax:pcolormesh(z, {cmap = "magma", vmin = 0, alpha = 0.5}), {label = "power"})'
run pcolormesh z.txt -o a.png --cmap magma --vmin 0 --alpha .5 --colorbar=power
expect 0
err_lines 0
same 'cells' a.png mesh.png
lua cells.png 'plt.colorbar(ax:pcolormesh(x, y, holes, {edgecolors = "k"}), {label = "p"})
ax:set_xlabel("lon") ax:set_ylabel("lat")'
run pcolormesh points.csv -z p -o a.png --edgecolor k
err_lines 0
same 'cells around points' a.png cells.png
run pcolormesh z.txt -o b.png --shading gouraud
refused 2 'auto, flat or nearest'

run contourf z.txt a.npy -o 'out/{stem}.png' --mkdir -q
expect 0
check 'one picture for each' [ "$(entries out)" = 2 ]

rm -r out
mkdir out
run contourf z.txt a.npy -o out/x.png
refused 2 'one name'
npy cube.npy '<f4' 2,3,4
run contour cube.npy -o out/x.png
refused 3 'not one matrix'
printf 'a,b\nx,1\ny,2\n' >names.csv
run contour names.csv -o out/x.png
refused 3 'line 2, column 1'
run contour points.csv -z q -o out/x.png
refused 2 'no column "q"'
run contour points.csv -y lat,p -z p -o out/x.png
refused 2 'one column along y'
{ cat points.csv; echo 3,10,7; } >twice.csv
run contour twice.csv -z p -o out/x.png
refused 3 'row 12 of values is at the same place'
{ echo x,y,z; seq 100 | sed 's/.*/&,&,1/'; } >scattered.csv
run contour scattered.csv -z z -o out/x.png
refused 3 '100 places along x and 100 along y' 'scatter'
for levels in 1,1 2,1 x 1.5.5 '' 1,x ','; do
    run contour z.txt -o out/x.png --levels "$levels"
    refused 2 'levels that rise'
done
run contourf z.txt -o out/x.png --extend up
refused 2 'neither, min, max or both'
run contour points.csv -x lon -y lat -o out/x.png
refused 2 'add -z COLUMN'
run contourf z.txt -o out/x.png --levels 1,
refused 2 'areas lie between levels, and this is one'
run contour z.txt -o out/x.png --norm log --vmin -1
refused 2 'flatplot: vmin: -1 has no place in a log norm'
run pcolormesh points.csv -z p -o out/x.png --shading flat
refused 2 'values at points'
printf '1 1e308\n-1e308 2\n' >huge.txt
run contourf huge.txt -o out/x.png
refused 3 'huge.txt: contourf: '
check 'nothing is written' [ "$(entries out)" = 0 ]
finish
