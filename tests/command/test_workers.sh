#!/bin/sh
# SPDX-License-Identifier: MIT
# -j: the same files from any number of processes; one that crashes costs its frame and no more.
. "${0%/*}/harness.sh"

# The processes that the tool started.
children() { cat /proc/$PID/task/$PID/children; }

same_files() { diff -r "$1" "$2" >"$WORK/log/diff"; }

npy film.npy '<f4' 120,8,9
npy more.npy '<f8' 7,8,9
npy rgb.npy '|u1' 9,10,3
titles='--title {stem}:{frame}:{vmin:.1f} --colorbar=x'
run imshow film.npy more.npy rgb.npy -o 'one/{stem}{frame}.png' --mkdir $titles -j 1
expect 0
for jobs in -j2 --jobs=5 -j0; do
    run imshow film.npy more.npy rgb.npy -o 'many/{stem}{frame}.png' --mkdir $titles $jobs
    expect 0
    check 'the same files, byte for byte' same_files one many
    rm -r many
done
run imshow film.npy -o 'a/{frame}.png' --mkdir --subplots 2,2 -j1
run imshow film.npy -o 'b/{frame}.png' --mkdir --subplots 2,2 -j2
expect 0
err '120 frames on 30 pictures'
err 'too few pictures to judge (70 in each of 2 workers); 0 objects, 0 B heap left per picture'
check 'pictures of several frames, too' same_files a b
run imshow film.npy more.npy -o 'c/{stem}{frame}.png' --mkdir --frames :1 -j 9
expect 0
check 'no more processes than pictures' [ "$(entries c)" = 2 ]
for wrong in -j-1 -j1.5 -jx -j9999 '-j '; do
    run imshow film.npy -o 'x/{frame}.png' "$wrong"
    refused 2 '-j'
done

# Standard output and devices take one picture after the other.
tool imshow more.npy -o - --format png -j1 >one.png 2>"$WORK/log/err"
tool imshow more.npy -o - --format png -j2 >two.png 2>"$WORK/log/err"
check 'in order' cmp one.png two.png

# A warning is given once, by however many.
npy nan.npy '<f4' 60,4,5 nan
run imshow nan.npy -o 'nan/{frame}.png' --mkdir -j 3 --vmin 0 --vmax 1
expect 0
check 'one warning' [ "$(grep -c warning: "$ERR")" = 1 ]

# What fails stops the job with the same words as with one process.
mkdir -p blocked/040.png blocked/043.png
for jobs in 1 3; do
    run imshow film.npy -o 'blocked/{frame}.png' -j $jobs
    expect 4
    err 'blocked/040.png'
    no_err 'blocked/043.png'
    err ' of 120 frames were written'
done
fonts "$DEJAVU"
run imshow film.npy -o 'no/{frame}.png' --mkdir --title '한' -j2
refused 3 '한' 'fonts-nanum'
check 'before anything is drawn' [ ! -e no ]
TOOL_ENV=

# Workers that are killed cost a frame each, are named and replaced.
npy long.npy '<f4' 5000,8,8
start job imshow long.npy -o 'k/{frame}.png' --mkdir --vmin 0 --vmax 1 -j2 --frames :1500
until_true [ -e k/0020.png ]
set -- $(children)
check 'two workers' [ $# = 2 ]
kill -s KILL $1
until_true [ -e k/0300.png ]
set -- $(children)
check 'two workers again' [ $# = 2 ]
await_end job
expect 4
err 'worker 1'
err 'was ended by signal 9 (Killed)'
written=$(sed -n 's/^flatplot: \([0-9]*\) of 1500 frames were written$/\1/p' "$ERR")
check 'all the others are drawn' [ "$written" -ge 1498 ]
check 'nothing half is left' [ -z "$(find k -name '.*' -type f)" ]

# A signal: what is under way is finished.
for pair in INT:130 TERM:143 HUP:129; do
    start job imshow long.npy -o 's/{frame}.png' --mkdir --vmin 0 --vmax 1 -j3
    until_true [ -e s/0020.png ]
    kill -s ${pair%:*} $PID
    await_end job
    expect ${pair#*:}
    count=$(entries s)
    err "stopped after $count of 5000"
    check 'all up to there' [ -e "s/$(printf %04d $((count - 1))).png" ]
    rm -r s
done

# A parent that dies takes its workers along.
start job imshow long.npy -o 'd/{frame}.png' --mkdir --vmin 0 --vmax 1 -j2
until_true [ -e d/0020.png ]
workers=$(children)
kill -s KILL $PID
await_end job 2>"$WORK/log/wait"
gone() {
    for i in $(seq 100); do
        alive=
        for worker in $workers; do
            state=$(sed 's/.*) //; s/ .*//' "/proc/$worker/stat" 2>"$WORK/log/stat")
            case $state in '' | Z | X) ;; *) alive=1 ;; esac
        done
        [ -z "$alive" ] && return
        sleep 0.05
    done
    return 1
}
check 'they are gone' gone
count=$(entries d)
sleep 0.2
check 'and draw no more' [ "$(entries d)" = "$count" ]
rm -r d
run imshow long.npy -o 'l/{frame}.png' --mkdir --vmin 0 --vmax 1 -j2 --max-rss 5M
expect 1
err 'more than --max-rss 5.0 MiB'
finish
