#!/bin/sh
# SPDX-License-Identifier: MIT
# flatplot step, stem, errorbar and fill_between: columns as a script draws them.
. "${0%/*}/harness.sh"

printf 't,a,b,da,lo,hi\n0,1.5,10,1,.5,2\n1,2.5,11,2,.1,3\n2,1.0,12,.5,.9,.2\n3,4,9,1,1,1\n' >data.csv

# lua NAME LINES: what a script draws on an axes `ax`, laid out as the verbs do it.
lua() {
    printf 'local f, ax = plt.subplots()\nlocal t = {0, 1, 2, 3}\nlocal a = {1.5, 2.5, 1, 4}\n
local b = {10, 11, 12, 9}\nlocal da = {1, 2, .5, 1}\n%s\nplt.tight_layout()\nplt.savefig(arg[1])\n' "$2" >script.lua
    tool run script.lua "$1"
}
same() { check "$1" png same "$2" "$3"; }

lua pre.png 'ax:step(t, a, {label = "a"}) ax:step(t, b, {label = "b"}) ax:set_xlabel("t") ax:legend()'
run step data.csv -y a,b -o a.png
expect 0
err_lines 0
same 'steps' a.png pre.png
lua post.png 'ax:step(t, a, {where = "post", color = "k", lw = 3}) ax:set_xlabel("t") ax:set_ylabel("a")'
run step data.csv -y a -o a.png --where post --color k --linewidth 3
same 'after a value' a.png post.png
run step data.csv -y a -o b.png --where after
refused 2 'choose pre, mid or post'

lua stem.png 'ax:stem(t, a, {bottom = 2}) ax:set_xlabel("t") ax:set_ylabel("a")'
run stem data.csv -y a -o a.png --bottom 2
expect 0
same 'stems' a.png stem.png
lua stems.png 'ax:stem(t, a, {label = "a"}) ax:stem(t, b, {label = "b", linefmt = "C1"}) ax:set_xlabel("t") ax:legend()'
run stem data.csv -y a,b -o a.png
same 'of several columns, each in its colour' a.png stems.png

lua bars.png 'ax:errorbar(t, a, {yerr = da, fmt = "o", capsize = 4}) ax:set_xlabel("t") ax:set_ylabel("a")'
run errorbar data.csv -y a --yerr da --fmt o --capsize 4 -o a.png
expect 0
err_lines 0
same 'bars' a.png bars.png
lua pairs.png 'local y = {{.5, .1, .9, 1}, {2, 3, .2, 1}} ax:errorbar(t, a, {yerr = y, xerr = da, label = "a"})
ax:errorbar(t, b, {yerr = da, xerr = da, label = "b"}) ax:set_xlabel("t") ax:legend()'
run errorbar data.csv --yerr lo:hi,da --xerr 4 -o a.png
err_lines 0
same 'above and below, columns of errors are not drawn themselves' a.png pairs.png
printf 't,a,lo:hi\n0,1,1\n1,3,2\n' >colon.csv
lua colon.png 'ax:errorbar({0, 1}, {1, 3}, {yerr = {1, 2}}) ax:set_xlabel("t") ax:set_ylabel("a")'
run errorbar colon.csv --yerr lo:hi -o a.png
same 'a name with a colon' a.png colon.png
run errorbar data.csv -y a --yerr lo:high -o b.png
refused 2 'no column "high"'
run errorbar data.csv -y a --yerr "$(printf '%600s' x)" -o b.png
refused 2 'longer than 511 bytes'
printf 't,a,e\n0,1,-1\n' >negative.csv
run errorbar negative.csv --yerr e -o b.png
refused 3 'negative.csv: errorbar: an error is below 0'

lua fill.png 'ax:fill_between(t, a, b, {alpha = .3}) ax:set_xlabel("t") ax:set_ylabel("a")'
run fill_between data.csv -y a --y2 b --alpha .3 -o a.png
expect 0
err_lines 0
same 'between columns' a.png fill.png
lua fills.png 'ax:fill_between(t, a, 0, {step = "post", label = "a", facecolor = "C1"})
ax:fill_between(t, b, 0, {step = "post", label = "b", facecolor = "C2"}) ax:set_xlabel("t") ax:legend()'
run fill_between data.csv -y a,b --step post --color C1,C2 -o a.png
same 'from 0, in steps' a.png fills.png
printf 't,a,b,w\n0,1,0,1\n1,0,1,1\n2,1,0,0\n3,0,1,1\n4,2,1,1\n' >where.csv
lua where.png 'ax:fill_between({0, 1, 2, 3, 4}, {1, 0, 1, 0, 2}, {0, 1, 0, 1, 1},
{where = {1, 1, 0, 1, 1}, interpolate = true}) ax:set_xlabel("t") ax:set_ylabel("a")'
run fill_between where.csv -y a --y2 b --where w --interpolate -o a.png
same 'where a column says so' a.png where.png
check 'nothing is written' [ ! -e b.png ]
finish
