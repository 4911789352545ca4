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

# hold COUNT STAY: keeps 64 KiB more each 10 ms so often, then stays as it is for so many times 10 ms,
# by the clock: on a busy machine more at a time.
cat >hold.c <<'END'
#define _DEFAULT_SOURCE
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int
main(int argc, char **argv)
{
    int count = atoi(argv[argc - 2]), stay = atoi(argv[argc - 1]);
    double began = now();

    for (int i = 0; i < count + stay; i++) {
        char *volatile block = i < count ? malloc(65536) : NULL;

        if (block)
            memset(block, 1, 65536);
        while (now() < began + 0.01 * (i + 1))
            usleep(1000);
    }
    return 0;
}
END
if ! "${CC:-cc}" -o hold hold.c 2>"$WORK/log/cc"; then
    skipped 'no C compiler'
    exit 0
fi

# start_if PROGRAM NAME ARGUMENTS…: start, where the program is installed.
start_if() {
    program=$1
    shift
    if env -i sh -c "command -v $program" >"$WORK/log/which"; then
        start "$@"
    else
        skipped "$program is not installed"
    fi
}

# Most of the time they sleep, so they run beside each other; each is checked when it has ended.
# A program that ends by itself must last for 70 samples, of which there are a hundred a second.
LEAK='./hold 500 0'
printf 'all:\n\t@%s\n' "$LEAK" >Makefile
start alone memcheck -- $LEAK
start shell memcheck -- sh -c "$LEAK; true"
start timeout memcheck -- timeout 60 $LEAK
start_if make make memcheck -- make
start_if make shell_make memcheck -- sh -c 'timeout 60 make; true'
start flat memcheck -- sh -c './hold 0 500; true'
start loads memcheck -- ./hold 100 300
start restless memcheck --duration 6 -- sh -c \
    'i=0; while [ $i -lt 3000 ]; do i=$((i + 1)); sleep 0.02; done'
start no_children memcheck --no-children -- sh -c "$LEAK; true"
start no_tick memcheck --by ticks -- sleep 60
for pair in 0.025:160 0.05:120 0.1:100; do
    for kind in '3000 0' '0 3000'; do
        start "${pair%:*}.${kind%% *}" memcheck --interval "${pair%:*}" -n "${pair#*:}" -- \
            sh -c "./hold $kind; true"
    done
done

# The program that leaks is named, whoever stands before it.
for name in alone shell timeout make shell_make; do
    is_started $name || continue
    await_end $name
    expect 1
    out GROWING
    out "measured: $LEAK, 1"
done
await_end flat
expect 0
out 'FLAT (resident memory only'

# What loads for some time first, and then does not grow, does not leak.
await_end loads
check 'not growing' [ "$STATUS" -ne 1 ]
no_out GROWING

await_end restless
expect 0
out 'FLAT'

# Without its descendants nothing is said of a program that they are larger than.
await_end no_children
expect 6
out INCONCLUSIVE

await_end no_tick
expect 6
out 'no tick'

# The interval changes how precise the verdict is, not the verdict.
for interval in 0.025 0.05 0.1; do
    await_end $interval.3000
    check 'a leak grows' grep -q GROWING "$OUT"
    await_end $interval.0
    check 'what does not leak is flat' grep -q 'FLAT (res' "$OUT"
done

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
start cut memcheck --csv samples.csv -- sh -c './hold 0 6000 & echo $$ $! >pid; wait; true'
until_true [ -s pid ]
until_true has_worked $PID 5 # some samples: each takes about a thousandth of a second
kill -s INT $PID
await_end cut
expect 130
check 'the samples are there' [ "$(wc -l <samples.csv)" -gt 2 ]
for pid in $(cat pid); do
    check 'the program has ended' [ ! -e "/proc/$pid" ]
done

# matplotlib, once with figures that are never closed and once with one image.
cat >figures.py <<'END'
import gc, os, sys, warnings
import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt, numpy as np

warnings.simplefilter('ignore')
plt.rcParams['figure.figsize'] = 2, 1.5
image = plt.imshow(np.random.rand(100, 100, 3))
for i in range(int(sys.argv[2])):
    if sys.argv[1] == 'set_data':
        image.set_data(np.random.rand(100, 100, 3))
    else:
        plt.figure()
        plt.imshow(np.random.rand(100, 100, 3))
    plt.savefig(sys.argv[1] + '.png')
    gc.collect()
    os.write(int(os.environ['FLATPLOT_TICK_FD']), b'\n')
    os.read(int(os.environ['FLATPLOT_ACK_FD']), 1)
END

# Ticks, as the samples write them.
"${CC:-cc}" -o loop "$TICKS/loop.c"
start c memcheck --by ticks -- ./loop
start sh memcheck --by ticks -- sh "$TICKS/loop.sh"
start_if python3 py memcheck --by ticks -- python3 "$TICKS/loop.py"
start_if node js memcheck --by ticks -- node --expose-gc "$TICKS/loop.js"
start_if Rscript R memcheck --by ticks -- Rscript "$TICKS/loop.R"

# Of lines that come together there is one sample: each waits until the one before was passed on.
cat >lines.sh <<'END'
say() {
    last=
    echo "$1"
    until [ "$last" = "$1" ]; do
        while read -r line; do last=$line; done <"$OUT"
    done
}
i=0
while [ $i -lt 120 ]; do
    i=$((i + 1))
    say "turn $i"
done
say end
END
start lines memcheck --tick-line '^turn ' -- env "OUT=$WORK/log/lines.out" timeout 300 sh lines.sh

if /usr/bin/python3 -c 'import matplotlib' 2>"$WORK/log/python"; then
    # Its ticks are not announced: on a busy machine the first may take more than ten seconds.
    start never_closed memcheck -- /usr/bin/python3 figures.py never_closed 75
    start set_data memcheck -- /usr/bin/python3 figures.py set_data 150
else
    skipped 'no matplotlib for /usr/bin/python3'
fi

for name in c sh py js R; do
    is_started $name || continue
    await_end $name
    expect 0
    out 'FLAT (resident memory only'
    check 'counted by ticks' grep -qE '^(300|1000) iterations' "$OUT"
done
await_end lines
expect 0
out 'turn 120'
out '120 iterations'
if is_started set_data; then
    await_end never_closed
    expect 1
    out GROWING
    out '75 iterations'
    await_end set_data
    check 'not growing' [ "$STATUS" -ne 1 ]
    no_out GROWING
fi

check 'no temporary folder is left' [ "$(entries "$WORK/tmp")" -eq 0 ]
finish
