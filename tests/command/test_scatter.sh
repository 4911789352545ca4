#!/bin/sh
# SPDX-License-Identifier: MIT
# flatplot scatter: points in colours and sizes of other columns, as a script draws them.
. "${0%/*}/harness.sh"

printf 'm,v,t,w\n0,1.5,10,20\n1,2.5,,80\n2,1.0,12,40\n3,4,9,160\n' >data.csv

# lua NAME LINES: what a script draws on an axes `ax`, laid out as the verbs do it.
lua() {
    printf 'local f, ax = plt.subplots()\nlocal m = {0, 1, 2, 3}\nlocal v = {1.5, 2.5, 1, 4}\n
local t = {10, 0/0, 12, 9}\nlocal w = {20, 80, 40, 160}\n%s\nplt.tight_layout()\nplt.savefig(arg[1])\n' "$2" >script.lua
    tool run script.lua "$1"
}
same() { check "$1" png same "$2" "$3"; }

lua points.png 'ax:scatter(m, v, {label = "v"}) ax:scatter(m, t, {label = "t"}) ax:scatter(m, w, {label = "w"})
ax:set_xlabel("m") ax:legend()'
run scatter data.csv -o a.png
expect 0
err_lines 0
same 'columns as points' a.png points.png
lua values.png 'local s = ax:scatter(m, v, {c = t, s = w, cmap = "magma", vmin = 8, alpha = 0.5})
ax:set_xlabel("m") ax:set_ylabel("v") plt.colorbar(s, {label = "t"})'
run scatter data.csv -o a.png --color-by t --size-by w --cmap magma --vmin 8 --alpha .5
err_lines 0
same 'values as colours and sizes' a.png values.png
lua off.png 'ax:scatter(m, v, {c = t, s = 9, marker = "^"}) ax:scatter(m, w, {c = t, s = 9, marker = "^"})
ax:set_xlabel("m")'
run scatter data.csv -o a.png --color-by 3 -s 9 --marker ^ --legend off
same 'no legend, and no colorbar' a.png off.png
lua label.png 'local s = ax:scatter(m, v, {c = t, norm = "log"}) plt.colorbar(s, {label = "time"})
ax:set_xlabel("m") ax:set_ylabel("v")'
run scatter data.csv -y v -o a.png --color-by t --colorbar=time --norm log
same 'a label of its own' a.png label.png
lua count.png 'ax:scatter({0, 1, 2, 3}, v, {c = "tomato"}) ax:set_ylabel("v")'
run scatter data.csv -x none -y v -o a.png --color tomato
same 'lines are counted' a.png count.png
run scatter data.csv data.csv -y v -o a.png --color-by t
refused 2 'needs one scale'
run scatter data.csv data.csv -y v -o a.png --color-by t --vmin 0 --vmax 20
expect 0
run scatter data.csv -o b.png --color-by q
refused 2 'no column "q"'
run scatter data.csv -o b.png --marker oo
refused 2 'not a marker'
run scatter data.csv -o b.png --marker y
refused 2
run scatter data.csv -o b.png --alpha 2
refused 2 'from 0 to 1'
run scatter data.csv -o b.png --color-by t --vmin 2 --vmax 1
refused 2 vmin
check 'nothing is written' [ ! -e b.png ]
finish
