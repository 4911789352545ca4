#!/bin/sh
# SPDX-License-Identifier: MIT
# flatplot bar and barh: bars of several columns beside each other and stacked, as a script draws
# them.
. "${0%/*}/harness.sh"

printf 'name,a,b\nx,1,2\ny,-2,-1\nz,3,\nw,-1,3\n' >data.csv

# lua NAME LINES: what a script draws on an axes `ax`, laid out as the verbs do it.
lua() {
    printf 'local f, ax = plt.subplots()\nlocal names = {"x", "y", "z", "w"}\nlocal a = {1, -2, 3, -1}\n
local b = {2, -1, 0/0, 3}\n%s\nplt.tight_layout()\nplt.savefig(arg[1])\n' "$2" >script.lua
    tool run script.lua "$1"
}
same() { check "$1" png same "$2" "$3"; }

lua one.png 'ax:bar(names, a) ax:set_xlabel("name") ax:set_ylabel("a")'
run bar data.csv -y a -o a.png
expect 0
err_lines 0
same 'bars' a.png one.png
sides='local at = function(by) return {0 + by, 1 + by, 2 + by, 3 + by} end ax:bar(names, {0, 0, 0, 0}, {alpha = 0}):remove()'
lua sides.png "$sides"'
ax:bar(at(-.15), a, {width = .3, label = "a", color = "C0"}) ax:bar(at(.15), b, {width = .3, label = "b", color = "C4"})
ax:set_xlabel("name") ax:legend()'
run bar data.csv -o a.png --width .6 --color C0,C4
same 'beside each other' a.png sides.png
lua stack.png 'ax:bar(names, a, {label = "a"}) ax:bar(names, b, {bottom = {1, -2, 0, 0}, label = "b"})
ax:set_xlabel("name") ax:legend()'
run bar data.csv --stacked -o a.png
same 'on each other, hanging ones below' a.png stack.png
lua lying.png 'ax:barh(names, a, {left = {0, 0, 0, 0}, label = "a", alpha = .5})
ax:barh(names, b, {left = {1, -2, 0, 0}, label = "b", alpha = .5}) ax:set_ylabel("name") ax:legend()'
run barh data.csv --stacked -o a.png --alpha .5
same 'lying' a.png lying.png
lua barh.png 'ax:barh(names, a) ax:set_ylabel("name") ax:set_xlabel("a")'
run barh data.csv -y a -o a.png
same 'with the names at the left' a.png barh.png
printf 'day,n\n2026-01-01,3\n2026-01-11,5\n2026-01-06,2\n' >days.csv
lua days.png 'ax:bar({"2026-01-01", "2026-01-11", "2026-01-06"}, {3, 5, 2}, {width = 4})
ax:set_xlabel("day") ax:set_ylabel("n") ax:set_xformat("%d")'
run bar days.csv -o a.png --xformat %d
same 'as wide as places are apart' a.png days.png
printf '5,3\n' >single.csv
lua single.png 'ax:bar({5}, {3})'
run bar single.csv -o a.png
same 'a single one' a.png single.png
run bar data.csv days.csv -o b.png
refused 2 'two frames have one name' '{stem}'
run bar data.csv days.csv -o '{stem}.png'
expect 0
err '2 pictures'
check 'nothing else is written' [ ! -e b.png ]
finish
