#!/bin/sh
# SPDX-License-Identifier: MIT
# flatplot hist: values counted in bins, as a script draws them.
. "${0%/*}/harness.sh"

printf 'a,b,w\n1,10,1\n2,3,2\n2,4,1\n3,5,1\n7,5,3\n,6,1\n' >data.csv

# lua NAME LINES: what a script draws on an axes `ax`, laid out as the verbs do it.
lua() {
    printf 'local f, ax = plt.subplots()\nlocal a, b = {1, 2, 2, 3, 7, 0/0}, {10, 3, 4, 5, 5, 6}\n
local w = {1, 2, 1, 1, 3, 1}\n%s\nplt.tight_layout()\nplt.savefig(arg[1])\n' "$2" >script.lua
    tool run script.lua "$1"
}
same() { check "$1" png same "$2" "$3"; }

lua one.png 'ax:hist(a) ax:set_xlabel("a")'
run hist data.csv -y a -o a.png
expect 0
err_lines 0
same 'a histogram' a.png one.png
lua auto.png 'ax:hist(b, {bins = "auto", density = true, color = "tomato", alpha = .5}) ax:set_xlabel("b")'
run hist data.csv -y b -o a.png --bins auto --density --color tomato --alpha .5
same 'by a rule' a.png auto.png
lua edges.png 'ax:hist(a, {bins = {0, 2, 3, 10}, cumulative = true, weights = w}) ax:set_xlabel("a")'
run hist data.csv -y a -o a.png --bins 0,2,3,10 --cumulative --weights w
same 'between edges, weighted' a.png edges.png
lua range.png 'ax:hist(b, {bins = 4, range = {2, 6}, histtype = "stepfilled"}) ax:set_xlabel("b")'
run hist data.csv -y b -o a.png --bins 4 --range 2,6 --histtype stepfilled
same 'in a range' a.png range.png
lua both.png 'ax:hist({a, b}, {bins = 3, label = {"a", "b"}}) ax:legend()'
run hist data.csv -y a,b -o a.png --bins 3
same 'several beside each other' a.png both.png
lua stack.png 'ax:hist({a, b}, {bins = 3, label = {"a", "b"}, stacked = true, density = true,
    color = {"k", "tan"}, weights = {w, w}}) ax:legend()'
run hist data.csv -y a,b -o a.png --bins 3 --stacked --density --color k,tan --weights w
same 'several on each other' a.png stack.png
lua filled.png 'ax:hist({a, b}, {bins = 3, label = {"a", "b"}, histtype = "stepfilled", alpha = .5})
ax:legend()'
run hist data.csv -y a,b -o a.png --bins 3 --histtype stepfilled
same 'filled outlines let each other through' a.png filled.png
lua step.png 'ax:hist({a, b}, {bins = 3, label = {"a", "b"}, histtype = "step"}) ax:legend()'
run hist data.csv -y a,b -o a.png --bins 3 --histtype step
same 'as outlines' a.png step.png
seq 100 | tool hist - -o a.png --bins 7
lua seq.png 'ax:hist(plt.linspace(1, 100, 100), 7)'
same 'standard input' a.png seq.png
printf 'day\n2026-01-01\n2026-01-05\n2026-01-03\n' >days.csv
lua days.png 'ax:xaxis_date() ax:hist({20454, 20458, 20456}, {bins = 2, range = {20454, 20458}}) ax:set_xlabel("day")
ax:set_xformat("%d")'
run hist days.csv -o a.png --bins 2 --range 2026-01-01,2026-01-05 --xformat %d
same 'dates' a.png days.png

run hist data.csv -y a -o b.png -x b
refused 2 'unknown option -x'
for bins in many 0 1,x -3; do
    run hist data.csv -y a -o b.png --bins=$bins
    refused 2
done
run hist data.csv -y a -o b.png --bins auto --weights w
refused 2
run hist data.csv -y a -o b.png --histtype barstacked
refused 2 'bar, step or stepfilled'
run hist data.csv -y a -o b.png --bins 3,2
refused 2
check 'nothing is written' [ ! -e b.png ]
finish
