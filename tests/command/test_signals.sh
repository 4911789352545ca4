#!/bin/sh
# SPDX-License-Identifier: MIT
# ^C and its kin: the frame that is being drawn is finished, the rest is told, nothing half is left.
. "${0%/*}/harness.sh"

npy film.npy '<f4' 5000,8,8
for pair in INT:130 TERM:143 HUP:129 XCPU:152; do
    signal=${pair%:*}
    mkdir out
    start film imshow film.npy -o 'out/{frame}.png' --vmin 0 --vmax 1
    until_true [ -e out/0003.png ]
    kill -s $signal $PID
    await_end film
    count=$(entries out)
    refused ${pair#*:} "stopped after $count of 5000"
    check 'some frames were drawn, not all' [ "$count" -gt 3 ]
    check 'not all' [ "$count" -lt 5000 ]
    check 'the last one is whole' [ "$(png size out/$(printf %04d $((count - 1))).png)" = '640 480' ]
    rm -r out
done

# A caller that ignores a signal (nohup) means it.
mkdir out
trap '' HUP
start film imshow film.npy -o 'out/{frame}.png' --vmin 0 --vmax 1 --frames :800
trap 'exit 1' HUP
until_true [ -e out/0003.png ]
kill -s HUP $PID
count=$(entries out)
check 'it was drawing when the signal came' [ "$count" -lt 790 ]
await_end film
expect 0
check 'every frame is drawn' [ "$(entries out)" = 800 ]
no_err stopped
rm -r out

# While the limits are being found, too. (Holes cost no disk.)
npy large.npy --header "{'descr': '<f4', 'fortran_order': False, 'shape': (4000, 200, 200), }" 0
truncate -s 640000128 large.npy
mkdir out
start large imshow large.npy -o 'out/{frame}.png'
has_opened() { ls -l "/proc/$PID/fd" | grep -q "$1"; }
until_true has_opened large.npy
kill -s TERM $PID
await_end large
expect 143
err "stopped after $(entries out) of 4000"
check 'nothing half is left' [ -z "$(find out -name '.*' -type f)" ]
rm large.npy

# Also within one file that is read as it lies, because its frames are scattered over it: 200 GB.
npy large.npy --header "{'descr': '<f4', 'fortran_order': True, 'shape': (20000, 2000, 1250), }" 0
truncate -s 200000000128 large.npy
start large imshow large.npy -o 'out/{frame}.png'
until_true has_opened large.npy
began=$(date +%s)
kill -s TERM $PID
await_end large
expect 143
err 'stopped after 0 of 20000'
check 'without the rest of it' [ $(($(date +%s) - began)) -lt 20 ]
finish
