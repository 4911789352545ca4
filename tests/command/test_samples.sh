#!/bin/sh
# SPDX-License-Identifier: MIT
# The two programs that flatplot grew from say and leave behind what they must.
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
finish
