#!/bin/sh
# SPDX-License-Identifier: MIT
# Programs that nobody here wrote for it are checked: whatever stands in front of them, however they
# end, and with nothing left of them afterwards.
. "${0%/*}/harness.sh"

mkdir "$WORK/tmp"
TOOL_ENV="TMPDIR=$WORK/tmp"
TICKS=$HERE/../../samples/ticks

# skipped WORDS: says so; the case is green.
skipped() { echo "skipped: $1"; }

# The slow cases run in one of the three environments only.
slow() { [ "${MODE:-plain}" = plain ]; }

# hold COUNT STAY: keeps 64 KiB more each 10 ms so often, then stays as it is for so many times 10 ms.
cat >hold.c <<'END'
#define _DEFAULT_SOURCE
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int
main(int argc, char **argv)
{
    int count = atoi(argv[argc - 2]), stay = atoi(argv[argc - 1]);

    for (int i = 0; i < count + stay; i++) {
        char *volatile block = i < count ? malloc(65536) : NULL;

        if (block)
            memset(block, 1, 65536);
        usleep(10000);
    }
    return 0;
}
END
if ! "${CC:-cc}" -o hold hold.c 2>"$WORK/log/cc"; then
    skipped 'no C compiler'
    exit 0
fi

# growing COMMAND…: it is, and the program that leaks is named.
growing() {
    run memcheck -- "$@"
    expect 1
    out GROWING
    out 'measured: ./hold 250 0, 1'
}

growing ./hold 250 0
growing sh -c './hold 250 0; true'
growing timeout 60 ./hold 250 0
printf 'all:\n\t@./hold 250 0\n' >Makefile
if command -v make >"$WORK/log/make"; then
    growing make
    growing sh -c 'timeout 60 make; true'
else
    skipped 'no make'
fi

run memcheck -- sh -c './hold 0 300; true'
expect 0
out 'FLAT (resident memory only'

# What loads for some time first, and then does not grow, does not leak.
run memcheck -- ./hold 100 300
check 'not growing' [ "$STATUS" -ne 1 ]
no_out GROWING

run memcheck --duration 3 -- sh -c 'while :; do sleep 0.02; done'
expect 0
out 'FLAT'

# Without its descendants nothing is said of a program that they are larger than.
run memcheck --no-children -- sh -c './hold 250 0; true'
expect 6
out INCONCLUSIVE

# Ends.
run memcheck -- sh -c 'kill -SEGV $$'
expect 5
err SIGSEGV
run memcheck -- sh -c './hold 0 30; exit 3'
expect 5
err 3
run memcheck -- ./hold 0 30
expect 6
out 'would decide'
run memcheck -- no-such-program
refused 2 'no-such-program: no such command'

# A signal: what was sampled is judged, and the program is not left behind.
case ${MODE:-plain} in
empty) set -- env --default-signal=INT -i ${ASAN_OPTIONS:+"ASAN_OPTIONS=$ASAN_OPTIONS"} $TOOL_ENV ;;
*) set -- env --default-signal=INT $TOOL_ENV ;;
esac
COMMAND='flatplot memcheck, interrupted'
"$@" "$FLATPLOT" memcheck --csv samples.csv -- sh -c 'echo $$ >pid; ./hold 0 10000; true' \
    >"$OUT" 2>"$ERR" &
PID=$!
sleep 2
kill -s INT $PID
wait $PID
STATUS=$?
expect 130
check 'the samples are there' [ "$(wc -l <samples.csv)" -gt 50 ]
check 'the program has ended' [ ! -e "/proc/$(cat pid)" ]

# Ticks, as the samples write them.
"${CC:-cc}" -o loop "$TICKS/loop.c"
for words in './loop' "sh $TICKS/loop.sh" "python3 $TICKS/loop.py" \
    "node --expose-gc $TICKS/loop.js" "Rscript $TICKS/loop.R"; do
    if ! env -i sh -c "command -v ${words%% *}" >"$WORK/log/which"; then
        skipped "${words%% *} is not installed"
        continue
    fi
    run memcheck --by ticks -- $words
    expect 0
    out 'FLAT (resident memory only'
    check 'counted by ticks' grep -qE '^(300|1000) iterations' "$OUT"
done
run memcheck --tick-line '^turn ' -- sh -c \
    'i=0; while [ $i -lt 120 ]; do i=$((i + 1)); echo turn $i; sleep 0.005; done'
expect 0
out 'turn 120'
out '120 iterations'

if slow; then
    run memcheck --by ticks -- sleep 30
    expect 6
    out 'no tick'

    # The interval changes how precise the verdict is, not the verdict.
    for interval in 0.05 0.1 0.25; do
        for kind in '2200 0' '0 2200'; do
            tool memcheck --interval $interval -- sh -c "./hold $kind; true" \
                >"$WORK/log/$interval.${kind%% *}" 2>&1 &
        done
    done
    wait
    for interval in 0.05 0.1 0.25; do
        COMMAND="flatplot memcheck --interval $interval"
        check 'a leak grows' grep -q GROWING "$WORK/log/$interval.2200"
        check 'what does not leak is flat' grep -q 'FLAT (res' "$WORK/log/$interval.0"
    done
fi

# matplotlib, once with figures that are never closed and once with one image.
cat >figures.py <<'END'
import gc, os, sys, warnings
import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt, numpy as np

warnings.simplefilter('ignore')
image = plt.imshow(np.random.rand(100, 100, 3))
for i in range(int(sys.argv[2])):
    if sys.argv[1] == 'set_data':
        image.set_data(np.random.rand(100, 100, 3))
    else:
        plt.figure()
        plt.imshow(np.random.rand(100, 100, 3))
    plt.savefig('figure.png')
    gc.collect()
    os.write(int(os.environ['FLATPLOT_TICK_FD']), b'\n')
    os.read(int(os.environ['FLATPLOT_ACK_FD']), 1)
END
if ! /usr/bin/python3 -c 'import matplotlib' 2>"$WORK/log/python"; then
    skipped 'no matplotlib for /usr/bin/python3'
elif slow; then
    run memcheck --by ticks -- /usr/bin/python3 figures.py never_closed 75
    expect 1
    out GROWING
    run memcheck --by ticks -- /usr/bin/python3 figures.py set_data 150
    check 'not growing' [ "$STATUS" -ne 1 ]
    no_out GROWING
fi

check 'no temporary folder is left' [ "$(entries "$WORK/tmp")" -eq 0 ]
finish
