#!/bin/sh
# SPDX-License-Identifier: MIT
# flatplot plot: columns chosen, named and drawn as a script draws them; which inputs are on which
# picture; what is refused.
. "${0%/*}/harness.sh"

printf 't,close,volume\n0,1.5,10\n1,2.5,\n2,1.0,12\n3,4,9\n' >data.csv
printf '0 1.5 10\n1 2.5 nan\n2 1.0 12\n3 4 9\n' >plain.txt

# lua NAME LINES: what a script draws on an axes `ax`, laid out as the verbs do it.
lua() {
    printf 'local f, ax = plt.subplots()\nlocal t = {0, 1, 2, 3}\nlocal close = {1.5, 2.5, 1, 4}\n
local volume = {10, 0/0, 12, 9}\n%s\nplt.tight_layout()\nplt.savefig(arg[1])\n' "$2" >script.lua
    tool run script.lua "$1"
}
same() { check "$1" png same "$2" "$3"; }

# Which columns, and what they are called.
lua both.png 'ax:plot(t, close, {label = "close"}) ax:plot(t, volume, {label = "volume"})
ax:set_xlabel("t") ax:legend()'
run plot data.csv -o a.png
expect 0
err_lines 0
out_lines 0
same 'the first column lies along x, all others are drawn' a.png both.png
run plot data.csv -x t -y close,volume -o a.png
same 'by name' a.png both.png
run plot data.csv -x 1 -y 2,volume -o a.png
same 'by number' a.png both.png
lua one.png 'ax:plot(t, volume) ax:set_xlabel("t") ax:set_ylabel("volume")'
run plot data.csv -y volume -o a.png
same 'one column names the axis' a.png one.png
lua other.png 'ax:plot(close, t) ax:set_xlabel("close") ax:set_ylabel("t")'
run plot data.csv -x close -y t -o a.png
same 'any column along x' a.png other.png
lua count.png 'ax:plot(close) ax:set_ylabel("close")'
run plot data.csv -x none -y close -o a.png
same 'or none' a.png count.png
lua first.png 'ax:plot(t) ax:set_ylabel("t")'
run plot data.csv -y t -o a.png
same 'the first one is not drawn against itself' a.png first.png
lua plain.png 'ax:plot(t, close, {label = "column 2"}) ax:plot(t, volume, {label = "column 3"}) ax:legend()'
run plot plain.txt -o a.png
same 'without a header, columns are called by their number' a.png plain.png
printf 'none,"a,b"\n0,2\n3,1\n' >odd.csv
lua odd.png 'ax:plot({0, 3}, {2, 1}) ax:set_xlabel("none") ax:set_ylabel("a,b")'
run plot odd.csv -x none -y a,b -o a.png
same 'names that look like something else' a.png odd.png
printf 't,"price, EUR","a""b"\n0,2,5\n3,1,4\n' >commas.csv
run plot commas.csv -o all.png
run plot commas.csv -x '"t"' -y '"price, EUR","a""b"' -o a.png
same 'names with commas in quotes' a.png all.png
run plot commas.csv -x 'price, EUR' -y t -o all.png
run plot commas.csv -x '"price, EUR"' -y t -o a.png
same 'alone also without' a.png all.png
run plot commas.csv -y price -o b.png
refused 2 'it has 3: t, "price, EUR", a"b'
run plot plain.txt -y price -o b.png
refused 2 'no names, but numbers: 1 to 3'

# Arrays, standard input.
npy a.npy '<f4' 4,3
lua npy.png 'ax:plot({0, 3, 6, 9}, {1, 4, 7, 10}, {label = "column 2"})
ax:plot({0, 3, 6, 9}, {2, 5, 8, 11}, {label = "column 3"}) ax:legend()'
run plot a.npy -o a.png
same 'an array is columns' a.png npy.png
npy row.npy '|u1' 5
lua row.png 'ax:plot({0, 1, 2, 3, 4})'
run plot row.npy -o a.png
same 'or one' a.png row.png
lua seq.png 'ax:plot(plt.linspace(1, 100, 100))'
seq 100 | tool plot - -o a.png
same 'standard input' a.png seq.png
seq 100 | tool plot - -o - --format png >b.png
same 'standard output' b.png seq.png
npy seq.npy '<f8' 4,3
tool plot - -o b.png <a.npy
same 'an array there' b.png npy.png

# Dates and names along x; labels that would overlap are turned.
printf 'day,n\n2026-01-03,1\n2026-01-05,4\n2026-01-09,2\n' >dates.csv
dates='ax:plot({"2026-01-03", "2026-01-05", "2026-01-09"}, {1, 4, 2}) ax:set_xlabel("day") ax:set_ylabel("n")'
lua dates.png "$dates plt.tight_layout() plt.xticks({rotation = 30, ha = \"right\"})"
run plot dates.csv -o a.png
expect 0
err_lines 0
same 'dates' a.png dates.png
lua dates.png "$dates ax:set_xformat(\"%d\")"
run plot dates.csv -o a.png --xformat %d
same 'which are written shorter' a.png dates.png
lua dates.png "$dates ax:set_xformat(\"%d\") ax:set_xlim(20456, 20460.5)"
run plot dates.csv -o a.png --xformat %d --xlim 2026-01-03,2026-01-07T12:00
same 'from one date to another' a.png dates.png
printf 'name,n\nxa,1\nxb,4\nxa,2\n' >names.csv
lua names.png 'ax:plot({"xa", "xb", "xa"}, {1, 4, 2}, "o") ax:set_xlabel("name") ax:set_ylabel("n")
ax:set_yformat("{x:.1f} m")'
run plot names.csv -o a.png --fmt o --yformat '{x:.1f} m'
same 'names' a.png names.png
run plot names.csv -o a.png --yformat '%q'
refused 2
run plot names.csv -o a.png --xlim 2026-01-01
refused 2 'not two numbers or dates'
run plot names.csv -o a.png --xlim 1,2,3
refused 2 'more than two'
printf 'name,n\n\307\321,1\nb,4\n' >latin.csv
run plot latin.csv -o a.png
refused 3 'row 1 of values: the text is not UTF-8' 'iconv'
printf 'log,n\n1,1\n10,2\n100,1\n1000,3\n100000,2\n' >log.csv
lua log.png 'ax:plot({1, 10, 100, 1000, 100000}, {1, 2, 1, 3, 2}) ax:set_xlabel("log") ax:set_ylabel("n") ax:set_xscale("log")'
run plot log.csv -o a.png --xscale log
same 'decades are not turned' a.png log.png

# More names than a legend has room for come only when asked for.
awk 'BEGIN { for (r = 0; r < 2; r++) { for (i = 0; i < 17; i++) printf "%d ", i * r; print "1" } }' >many.txt
run plot many.txt -x 1 -o a.png
run plot many.txt -x 1 -o b.png --legend off
same 'no legend of 17 names' a.png b.png
run plot many.txt -x none -y 1,2 -o a.png
run plot many.txt -x none -y 1,2 -o b.png --legend best
same 'a legend of two' a.png b.png

# Looks.
lua looks.png 'ax:plot(t, close, "r--o", {label = "close", lw = 3}) ax:plot(t, volume, "x", {label = "volume", lw = 3})
ax:set_title("data 0") ax:set_xlabel("X") ax:grid(true) ax:legend({loc = "lower left"})
ax:set_yscale("log") ax:set_xlim(-1, 5)'
run plot data.csv -o a.png --fmt r--o,x --linewidth 3 --title '{stem} {index}' --xlabel X --ylabel '' --grid \
    --legend 'lower left' --yscale log --xlim -1,5
err_lines 0
same 'texts, formats, limits' a.png looks.png
lua colors.png 'ax:plot(t, close, {color = "tomato"}) ax:plot(t, volume, {color = "C4"}) ax:set_xlabel("t")
ax:set_yscale("symlog", {linthresh = 3}) ax:set_ylim(0, 20)'
run plot data.csv -o a.png --color tomato,C4 --legend off --yscale symlog:3 --ylim=0,20
same 'colours' a.png colors.png
run plot data.csv -o a.png --size 300x200 --style dark
check 'size' [ "$(png size a.png)" = '300 200' ]
check 'style' [ "$(png pixel a.png 0 0)" = '0 0 0 255' ]
run plot data.csv -o a.png --figsize 3x2 --dpi 200
check 'inches' [ "$(png size a.png)" = '600 400' ]
run plot data.csv -o a.png --size 40x20
expect 0
err_lines 0

# Several inputs: on one picture, or on one each.
sed 's/1.5/9/' data.csv >more.csv
lua two.png 'ax:plot(t, close, {label = "data"}) ax:plot(t, {9, 2.5, 1, 4}, {label = "more"})
ax:set_xlabel("t") ax:set_ylabel("close") ax:legend()'
run plot data.csv more.csv -y close -o a.png
err_lines 0
same 'together, named by their files' a.png two.png
lua four.png 'ax:plot(t, close, {label = "data close"}) ax:plot(t, volume, {label = "data volume"})
ax:plot(t, {9, 2.5, 1, 4}, {label = "more close"}) ax:plot(t, volume, {label = "more volume"})
ax:set_xlabel("t") ax:legend()'
run plot data.csv more.csv -o a.png
same 'and by their columns' a.png four.png
run plot data.csv more.csv -o 'out/{stem}.png' --mkdir
expect 0
err_lines 1
err '2 pictures'
same 'one each' out/data.png both.png
check 'two pictures' [ "$(entries out)" = 2 ]
run plot data.csv -o 'out/{index}.png' -v
err out/0.png
same 'by number' out/0.png both.png
rm -r out
mkdir out
printf 'data.csv\nmore.csv\n' >list
run plot --files-from list -o out -q
err_lines 0
check 'a folder' [ "$(entries out)" = 2 ]
run plot data.csv missing.csv more.csv -o 'out/x{stem}.png'
expect 3
err 'no such file'
err '1 of 3 pictures were written'

# What is refused.
rm -r out
mkdir out
run plot data.csv -y clos -o out/a.png
refused 2 'no column "clos"' 'did you mean "close"?'
run plot data.csv -x 4 -o out/a.png
refused 2 'no column "4"'
run plot data.csv -y 2,close -o out/a.png
refused 2 'column 2 twice'
run plot data.csv -y "$(printf '%600s' x)" -o out/a.png
refused 2 'numbers, too'
run plot data.csv
refused 2 'add -o NAME.png'
run plot -o out/a.png
refused 2 'plot: no input'
run plot data.csv more.csv -o 'out/{frame}.png'
refused 2 'not of frames'
run plot data.csv data.csv -o 'out/{stem}.png'
refused 2 'one name'
run plot data.csv -o data.csv --format png
refused 2 'also an input'
run plot data.csv -o out/a.png --title '{vmin}'
refused 2 '{stem} {member} {index}'
run plot data.csv -o out/a.png --fmt -,qq
refused 2 qq
run plot data.csv -o out/a.png --color C1,tomatoo
refused 2 tomato
run plot data.csv -o out/a.png --legend left
refused 2 'upper left'
run plot data.csv -o out/a.png --yscale symlog:0
refused 2 'numbers above 0'
run plot data.csv -o out/a.png --xscale logarithmic
refused 2 'choose linear, log or symlog'
run plot data.csv -o out/a.png --size 3x3 --figsize 1x1
refused 2 'leave one away'
printf 'a,b\n1,2\n3,x\n' >words.csv
run plot words.csv -y b -o out/a.png
refused 3 'line 3, column 2'
run plot words.csv -x a -o out/a.png
refused 3 'line 3, column 2 (b): "x" is not a number'
printf 'a;b\n1,5;2,5\n3,5;4,5\n' >comma.csv
run plot comma.csv -o out/a.png
refused 3 'line 2, column 2 (b): "2,5" is not a number' 'tr , .'
printf 'a,b\nu,v\nw,x\n' | tool plot - -x a -o out/a.png >"$OUT" 2>"$ERR"
STATUS=$? COMMAND='plot words'
refused 3 'no column of numbers'
# A slip in one of several columns: it is left out, and that is said; names are no slip.
printf 'a,b,c,d\n1,2,3,e\n3,x,4,f\n' >slip.csv
run plot slip.csv -o out/slip.png
expect 0
err 'warning: slip.csv: line 3, column 2 (b): "x" is not a number; the column is left out'
err '  hint: only numbers and empty cells can be drawn'
printf 'v,day\n1,2026-01-01\n2,2026-01-02\n' >days.csv
run hist days.csv -y v -o out/v.png
run hist days.csv -o out/slip.png
same 'numbers are drawn, dates between them not' out/slip.png out/v.png
printf 'day,end\n2026-01-01,2026-02-01\n2026-01-02,2026-02-03\n' >days.csv
run plot days.csv -y end -o out/v.png
run plot days.csv -o out/slip.png
same 'dates alone are' out/slip.png out/v.png
rm out/v.png
printf 't,v\n2026-01-01,1\n2026-13-01,2\n' >slip.csv
run plot slip.csv -o out/slip.png
expect 0
err 'warning: slip.csv: line 3, column 1 (t): "2026-13-01" is not a number; the column is drawn as names'
rm out/slip.png
printf 'a,b\n1,2\n3\n' >ragged.csv
run plot ragged.csv -o out/a.png
refused 3 'line 3 has 1 column,'
npy cube.npy '<f4' 2,3,4
run plot cube.npy -o out/a.png
refused 3 '(2, 3, 4)'
run plot data.csv -o missing/a.png
refused 4 --mkdir
check 'nothing is written' [ "$(entries out)" = 0 ]
printf 'a,b\n' >empty.csv
run plot empty.csv -o a.png
expect 0
fonts $DEJAVU
printf 'a,가\n1,2\n3,4\n' >hangul.csv
run plot hangul.csv -o a.png
expect 0
err 'no installed font has 가'
run plot hangul.csv data.csv -o 'out/{stem}.png'
expect 3
err 'characters: 가'
finish
