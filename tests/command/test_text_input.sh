#!/bin/sh
# SPDX-License-Identifier: MIT
# Text files as input: matrices are pictures, anything else is refused by line and column.
. "${0%/*}/harness.sh"

# bad WORDS…: the file bad.csv is refused by imshow and by info.
bad() {
    run imshow bad.csv -o out.png
    refused 3 "bad.csv: $1" "$@"
    run info bad.csv
    refused 3 "bad.csv: $1"
    check 'nothing is written' [ ! -e out.png ]
}

npy a.npy '<f8' 3,4 ramp
run imshow a.npy -o want.png
# One picture, however it is written, and whatever the file is called.
printf '0,1,2,3\n4,5,6,7\n8,9,10,11\n' >a.csv
printf '\357\273\277a;b;c;"d;d"\r\n0;1;2;3\r\n4;5;6;7\r\n8;9;10;11\r\n' >b.tsv
printf '# a remark\n 0 1  2 3 # one more\n\n4 5 6 7\n8 9 10 1.1e+1' >c.dat
printf '"0"\t"1"\t2\t3\n4\t5\t6\t7\n8\t9\t10\t11\n' >d.png
for file in a.csv b.tsv c.dat d.png; do
    run imshow $file -o got.png
    expect 0
    err_lines 0
    check "$file is that picture" cmp want.png got.png
done
gzip -c a.csv >packed
run imshow packed -o got.png
check 'also when packed' cmp want.png got.png

printf 'a,b\n1,\n,4\n' >empty.csv
run info --json empty.csv
expect 0
out '"format":"csv","dtype":"<f8","order":"C","shape":[2,2],"frames":1,"frame_shape":[2,2],"min":1,"max":4,"mean":2.5,"nan":2,"inf":0'

printf '# prices\nDate,IBM\n1990-01-01,10.9\n' >bad.csv
bad 'line 3, column 1 (Date): "1990-01-01" is a date, not a number' 'cut -d, -f2-'
cut -d, -f2- bad.csv >good.csv
run info good.csv
expect 0
out 10.9
printf '1,2\n3,x\n' >bad.csv
bad 'line 2, column 2: "x" is not a number'
printf '1,5;2\n3;4\n' >bad.csv
bad 'line 1, column 1: "1,5" is not a number' 'decimal comma'
tr , . <bad.csv >good.csv
run info good.csv
expect 0
out 1.5
printf '1,2\n3\n' >bad.csv
bad 'line 2 has 1 column, line 1 has 2'
printf '1,"2\n3,4\n' >bad.csv
bad 'line 1, column 2: the quote that opens here is never closed'
printf '{"a": [1, 2]}\n' >bad.csv
bad 'line 1, column 1'
printf '\377\3761\000,\0002\000' >bad.csv
bad 'is text in UTF-16' 'iconv'
finish
