#!/bin/sh
# SPDX-License-Identifier: MIT
# ^C and its kin: the frame that is being drawn is finished, the rest is told, nothing half is left.
. "${0%/*}/harness.sh"

# start ARGUMENTS…: the tool in the background, where a shell would make it ignore ^C.
start() {
    case ${MODE:-plain} in
    c) set -- LC_ALL=C "$FLATPLOT" "$@" ;;
    empty) set -- -i ${ASAN_OPTIONS:+"ASAN_OPTIONS=$ASAN_OPTIONS"} "$FLATPLOT" "$@" ;;
    *) set -- "$FLATPLOT" "$@" ;;
    esac
    COMMAND="flatplot $*"
    OUT=$WORK/log/out
    ERR=$WORK/log/err
    env --default-signal=INT "$@" </dev/null >"$OUT" 2>"$ERR" &
    PID=$!
}

# Waits until the file is there.
await() {
    for i in $(seq 400); do
        [ -e "$1" ] && return
        kill -0 $PID 2>/dev/null || return
        sleep 0.05
    done
}

npy film.npy '<f4' 5000,8,8
for pair in INT:130 TERM:143 HUP:129 XCPU:152; do
    signal=${pair%:*}
    mkdir out
    start imshow film.npy -o 'out/{frame}.png' --vmin 0 --vmax 1
    await out/0003.png
    kill -s $signal $PID
    wait $PID
    STATUS=$?
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
start imshow film.npy -o 'out/{frame}.png' --vmin 0 --vmax 1 --frames :800
trap 'exit 1' HUP
await out/0003.png
kill -s HUP $PID
count=$(entries out)
check 'it was drawing when the signal came' [ "$count" -lt 790 ]
wait $PID
STATUS=$?
expect 0
check 'every frame is drawn' [ "$(entries out)" = 800 ]
no_err stopped
rm -r out

# While the limits are being found, too. (Holes cost no disk.)
npy large.npy --header "{'descr': '<f4', 'fortran_order': False, 'shape': (4000, 200, 200), }" 0
truncate -s 640000128 large.npy
mkdir out
start imshow large.npy -o 'out/{frame}.png'
for i in $(seq 400); do
    ls -l /proc/$PID/fd 2>"$WORK/log/ls" | grep -q large.npy && break
    sleep 0.01
done
kill -s TERM $PID
wait $PID
STATUS=$?
expect 143
err "stopped after $(entries out) of 4000"
check 'nothing half is left' [ -z "$(find out -name '.*' -type f)" ]
finish
