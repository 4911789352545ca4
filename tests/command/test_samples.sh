#!/bin/sh
# SPDX-License-Identifier: MIT
# What the sample programs say and leave behind.
. "${0%/*}/harness.sh"

SAMPLES=${FLATPLOT%/*}/samples

# program NAME WORDS…: as run, for a sample.
program() {
    COMMAND="$*"
    OUT=$WORK/log/out
    ERR=$WORK/log/err
    name=$1
    shift
    "$SAMPLES/$name" "$@" </dev/null >"$OUT" 2>"$ERR"
    STATUS=$?
}

# column N: of the turns' lines.
column() { awk -v n="$1" '$2 == "memory" { print $n }' "$OUT"; }

program step17 50
expect 0
check 'counts, chain, ring' [ "$(sed -n '1,6p' "$OUT")" = \
"a = thing()            count 1
inside a call          count 2
after the call         count 1
a = None               alive 0, the weak reference reads dead
the chain a → b → c     alive 0
the ring  a → b → c → a alive 3, the collector frees 3, alive 0" ]
out 'gradients of ((x²)²)² and (x²)² + (x²)²: off by '
check 'nothing held weakly is left' grep -qE 'outputs held weakly +0 objects' "$OUT"
check 'strong outputs stay' grep -qE '300 more, held strongly +2100 objects' "$OUT"
out 'the collection freed 2100 objects'
out 'as it should be'
no_out 'NOT'
program step17 1
expect 2

mkdir loop
for form in none clf close both; do
    program imshow_loop $form loop 12
    expect 0
    check 'a line a turn' [ "$(column 1 | tr '\n' ' ')" = '0 1 2 3 4 5 6 7 8 9 10 11 ' ]
    check 'the curves' [ "$(png size loop/memory_$form.png)" = '640 480' ]
    case $form in
    none) check 'array and image stay' [ "$(column 8 | tail -n 1)" = 26 ] ;;
    clf) check 'the figure stays' [ "$(column 8 | sort -u)" = 1 ] ;;
    *) check 'nothing stays' [ "$(column 8 | sort -u)" = 0 ] ;;
    esac
done
check 'the last frame' [ "$(png size loop/frame.png)" = '640 480' ]
program imshow_loop all loop
expect 2
program imshow_loop clf nowhere 2
expect 4
err 'hint: '

mkdir rd
program reaction_diffusion rd 4
expect 0
out '4 frames: 6 objects, +0 objects and +0 bytes since the second'
check 'each frame is new' [ "$(cksum rd/000[0-3].png | cut -d ' ' -f 1 | sort -u | wc -l)" = 4 ]
program reaction_diffusion nowhere 4
expect 4
err 'hint: '
program reaction_diffusion rd 0
expect 2

# Scripts: numbers that come through a pipe, to a script and to a prompt; a grid, one figure a frame.
unset DISPLAY # no window for those that show one where somebody looks
LUA=$HERE/../../samples
COMMAND='live_pipe.sh | flatplot run live_pipe.lua'
sh "$LUA/live_pipe.sh" 130 0 | tool run "$LUA/live_pipe.lua" live.png >"$OUT" 2>"$ERR"
STATUS=$?
expect 0
check 'the last picture' [ "$(png size live.png)" = '600 250' ]
COMMAND='live_pipe.sh | flatplot run -i'
{
    echo 'y = {}'
    sh "$LUA/live_pipe.sh" 3 0 | while read -r v; do
        echo "y[#y + 1] = $v plt.plot(y)"
        echo 'plt.savefig("prompt.png") plt.clf()'
    done
    echo 'print(#y)'
} | tool run -i >"$OUT" 2>"$ERR"
STATUS=$?
expect 0
out 3
check 'its picture' [ "$(png size prompt.png)" = '640 480' ]
run run "$LUA/subplots.lua" grid 2
expect 0
check 'two frames' [ "$(entries grid)" = 2 ]
check 'of the size that was asked for' [ "$(png size grid/002.png)" = '800 450' ]

# The calls of pyplot that are used most: all of them in the sample, and in its twin in Python.
for name in subplots figure plot show title xlabel ylabel legend savefig subplot scatter imshow axis \
    close grid hist xlim ylim xticks yticks colorbar bar barh tight_layout gca gcf text clf cla \
    suptitle rcParams subplots_adjust semilogx semilogy loglog xscale yscale fill_between errorbar \
    axvline axhline annotate contour contourf pcolormesh imsave imread pause draw twinx clim; do
    check "$name" grep -q "[.:]$name[({[]" "$LUA/forty_calls.lua"
    check "$name in Python" grep -q "[.]$name[([]" "$LUA/forty_calls.py"
done
run run "$LUA/forty_calls.lua" forty
expect 0
err_lines 0
for picture in 1 2 3; do
    check 'as large as matplotlib makes it' [ "$(png size forty/$picture.png)" = '960 560' ]
done
check 'a pixel for each value' [ "$(png size forty/hill.png)" = '21 11' ]
run run "$LUA/gallery.lua" gallery.png 40
expect 0
err_lines 0
check 'the gallery' [ "$(png size gallery.png)" = '640 440' ]

# The arrays of the README's pictures.
program make_rules rules.npy
expect 0
run montage rules.npy --frames 90,110 --columns 2 --gap 0 -o rules.png
expect 0
err '2 frames in 2 columns, 254x64 pixels · '
err 'colour limits 0 … 7'
run imshow rules.npy --frames 90 -o rule90.png --no-axes --cmap gray --vmin 3 --vmax 4
row() { png box rule90.png 56 "$1" 15 1 | cut -d' ' -f1 | tr '\n' ' '; } # of the cells around the first
check 'rule 90: one cell' [ "$(row 0)" = '0 0 0 0 0 0 0 255 0 0 0 0 0 0 0 ' ]
check 'and the triangle of odd binomials below' [ "$(row 7)" = '255 0 255 0 255 0 255 0 255 0 255 0 255 0 255 ' ]
program make_rules
expect 2
program make_rules /dev/full
expect 4
program make_waves waves.npy
expect 0
run info waves.npy
out '60,240,320'
finish
