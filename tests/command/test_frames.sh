#!/bin/sh
# SPDX-License-Identifier: MIT
# Which frames, in which order: axes, shapes, slices, lists of names.
. "${0%/*}/harness.sh"

names() { find "${1:-.}" -name '*.png' | sed 's|.*/||' | LC_ALL=C sort | tr '\n' ' '; }

# Axes. Frames of (6,5) stacked along the last axis are the transposed ones of (5,6) in order F.
npy film.npy '<i2' 4,6,5
npy back.npy '<i2' 5,6,4 ramp F
run imshow back.npy --frame-axis 2 -o 'back{frame}.png' --no-axes --clim 0,119 -q
expect 0
check 'four frames' [ "$(names)" = 'back0.png back1.png back2.png back3.png ' ]
check 'five high, and as wide as six' [ "$(png size back0.png)" = '6 5' ]
run imshow film.npy -o 'film{frame}.png' --no-axes --clim 0,119 -q
check 'a value is where it was: row 3, column 4 of frame 2' \
    [ "$(png pixel film2.png 4 3)" = "$(png pixel back2.png 3 4)" ]
rm -f ./*.png

npy flat.npy '<f4' 12,5
run imshow flat.npy --frame-axis 1 --reshape 3,4 -o 'a{frame}.png' --no-axes --clim all
expect 0
err '5 frames'
err 'colour limits 0 … 59'
check 'of their size' [ "$(png size a4.png)" = '4 3' ]
npy one.npy '<f4' 3,4
run imshow flat.npy --reshape 3,4 --frame-axis -1 --frames 2 -o b.png --no-axes --clim 0,59
check 'drawn again alike' png same b.png a2.png
run imshow flat.npy --frame-axis none --reshape 6,10 -o c.png --no-axes
check 'all of it one picture' [ "$(png size c.png)" = '10 6' ]
npy planes.npy '|u1' 3,2,4
npy pixels.npy '|u1' 2,4,3
run imshow planes.npy --channel-axis 0 -o planes.png --no-axes
check 'planes are colours' [ "$(png pixel planes.png 1 0)" = '1 9 17 255' ]
run imshow pixels.npy --frame-axis 2 -o 'p{frame}.png' --no-axes
err '3 frames'
run imshow pixels.npy --frame-axis 0 -o 'q{frame}.png' --no-axes
err '2 frames'
npy row.npy '|u1' 24
run imshow row.npy --reshape 2,4 -o 'r{frame}.png' --no-axes
err '3 frames'
run info --json flat.npy --frame-axis 1 --reshape 3,4
out '"frames":5,"frame_shape":[3,4]'

run imshow flat.npy --frame-axis 1 -o x.png
refused 3 'flat.npy: the shape (12, 5) does not leave rows and columns' '--reshape H,W'
run imshow flat.npy --frame-axis 2 -o x.png
refused 3 'flat.npy: the shape (12, 5) has no such axis to count frames along'
run imshow flat.npy --reshape 5,5 -o x.png
refused 3 'flat.npy: the shape (12, 5) does not give frames of these rows and columns'
run imshow planes.npy --channel-axis 1 -o x.png
refused 3 'planes.npy: the shape (3, 2, 4) has neither 3 nor 4 values along the axis for colours'
for wrong in x 1.5 9 ''; do
    run imshow flat.npy --frame-axis "$wrong" -o x.png
    refused 2 'not an axis'
    run imshow flat.npy --channel-axis "$wrong" -o x.png
    refused 2 'not an axis'
done
run imshow flat.npy --channel-axis none -o x.png
refused 2 'not an axis'
for wrong in 3 0,4 3,4,5 3x4 -3,4 1e99,1; do
    run imshow flat.npy --reshape "$wrong" -o x.png
    refused 2 'not ROWS,COLUMNS'
done
rm -f ./*.png

# Slices, in brackets too: those tell for their input what --frames tells for the others.
npy many.npy '|u1' 12,2,5
run imshow 'many.npy[3:9:4]' many.npy --frames -1 -o '{frame}_{index}.png' -q
expect 0
check 'numbers are those before slicing, as wide as the last' [ "$(names)" = \
    '03_00.png 07_01.png 11_02.png ' ]
rm -f ./*.png
run imshow 'many.npy[10,2]' -o '{stem}_{frame}_{index}.png' -q
check 'a list, in its order' [ "$(names)" = 'many_02_01.png many_10_00.png ' ]
rm -f ./*.png
cp many.npy 'odd[1]'
run imshow 'odd[1]' 'odd[1][1]' -o '{stem}_{frame}_{index}.png' -q
expect 0
check 'a file of such a name is itself' [ "$(names | wc -w)" -eq 13 ]
run imshow 'many.npy[12]' -o x.png
refused 3 'many.npy: no frame 12' 'it has frames 0 … 11'
run imshow 'many.npy[4:4]' -o x.png
refused 3 'many.npy: [4:4] selects no frame'
run imshow many.npy --frames 4:4 -o x.png
refused 3 'many.npy: --frames 4:4 selects no frame'
run imshow 'many.npy[abc]' -o x.png
refused 2 'many.npy[abc]: not frame numbers'
run imshow 'none.npy[1]' -o x.png
refused 3 'none.npy: '
rm -f ./*.png

# Lists of names, and their order.
for i in 10 9 1 02; do npy "f$i.npy" '|u1' 2,2; done
printf 'f10.npy\n\nf9.npy\nf1.npy' >list
order() { names | sed 's/[0-9]*_//g;s/\.png//g'; }
run imshow f02.npy --files-from list -o '{index}_{stem}.png' -q
expect 0
check 'as given: the command line, then the list' [ "$(order)" = 'f02 f10 f9 f1 ' ]
rm -f ./*.png
run imshow f02.npy --files-from list --sort natural -o '{index}_{stem}.png' -q
check 'numbers as numbers' [ "$(order)" = 'f1 f02 f9 f10 ' ]
rm -f ./*.png
npy 'new
line.npy' '|u1' 2,2
printf 'f9.npy\0new\nline.npy\0' | tool imshow --files-from - -0 -o '{index}_{stem}.png' -q
check 'NUL between names' [ "$(find . -name '[01]_*.png' | wc -l)" -ge 2 ]
check 'which may have newlines' [ -e '1_new
line.png' ]
rm -f ./*.png
mkfifo pipe
printf 'f9.npy\nf1.npy\n' >two
timeout 60 cp two pipe & # not for ever when nobody reads
run imshow --files-from pipe -o '{index}_{stem}.png' -q
expect 0
check 'from a pipe' [ "$(order)" = 'f9 f1 ' ]
run info --files-from list
out_lines 4
rm -f ./*.png

run imshow --files-from none -o x.png
refused 3 'none: cannot be read'
printf '\n\n' >empty
run imshow --files-from empty -o x.png
refused 3 'empty: names no input'
printf 'a\0b' >nul
run imshow --files-from nul -o x.png
refused 3 'nul: the list of names has NUL bytes' 'add -0'
run imshow f1.npy -0 -o x.png
refused 2 '-0 says how names of --files-from end'
run imshow - --files-from - -o x.png
refused 2 'standard input cannot be both'
run imshow -o x.png
refused 2 'imshow: no input'
run info
refused 2 'info: no input'
run imshow f1.npy --sort size -o x.png
refused 2 'choose given or natural'
check 'nothing was written' [ -z "$(names)" ]

# A name that is a folder leads out of none.
npy ...npy '<f4' 2,2
npy ..npy '<f4' 2,2
mkdir -p deep/er
run imshow ...npy ..npy -o 'deep/er/{stem}/{stem}_{index}.png' --mkdir
expect 0
check 'two dots' [ -e deep/er/__/___0.png ]
check 'one dot' [ -e deep/er/_/__1.png ]
check 'and nothing above' [ "$(entries deep)" = 1 ]
rm -r deep ...npy ..npy

# Times of frames, in titles.
titled() { run imshow film.npy --frames 3 -o "$1.png" --size 300x200 --title "$2"; expect 0; }
titled plain 'at 2.50 s'
run imshow film.npy --frames 3 -o dt.png --size 300x200 --title 'at {time:.2f} s' --dt 0.5 --t0 1
check 'by rule' png same dt.png plain.png
npy times.npy '<f4' 4 2.5
run imshow film.npy --frames 3 -o file.png --size 300x200 --title 'at {time:.2f} s' \
    --times times.npy
expect 0
check 'from a file' png same file.png plain.png
npy ramp.npy '>i2' 5
titled three 3
run imshow film.npy --frames 3 -o file.png --size 300x200 --title '{time}' --times ramp.npy
check 'of its own frame, whatever the type' png same file.png three.png
titled range '90 119'
run imshow film.npy --frames 3 -o all.png --size 300x200 --title '{min} {max}'
check 'the range of a frame' png same all.png range.png
run imshow film.npy --frames 3 -o x.png --title '{time}'
refused 2 '{time}: the times of frames are not known' 'add --dt'
run imshow film.npy --frames 3 -o x.png --t0 4
refused 2 'add --dt'
run imshow film.npy --frames 3 -o x.png --times times.npy --dt 4
refused 2 'leave --times or those away'
run imshow many.npy --frames 3 -o x.png --times times.npy
refused 3 'times.npy: has 4 times, and many.npy has 12 frames'
tool imshow - -o 'x{frame}.png' --times times.npy --title '{time}' --vmin 0 --vmax 1 <many.npy \
    2>"$WORK/log/err"
check 'a stream may have more frames than the file has times' [ $? -eq 3 ]
check 'which names the frame' \
    grep -q 'times.npy: has 4 times, and - has a frame 4$' "$WORK/log/err"
check 'those before it are drawn' [ -e x000003.png ]
check 'and it is not' [ ! -e x000004.png ]
rm x00000?.png
run imshow film.npy --frames 3 -o x.png --times film.npy
refused 3 'film.npy: is no row of times'
run imshow film.npy --frames 3 -o x.png --times none.npy
refused 3 'none.npy: '
run imshow film.npy --frames 3 -o '{time}.png' --dt 1
refused 2 '-o: unknown word {time}'
finish
