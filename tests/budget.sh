#!/bin/sh
# SPDX-License-Identifier: MIT
# budget.sh TOOL FRAMES [renew]: holds a frame to a number of instructions, so that a slow-down is
# noticed without a clock. TOOL is flatplot as gcc builds it for release, FRAMES makes the input
# (tests/bench/frames.c). What starts and ends once is not counted: a run of 10 frames is taken off
# one of 60. The frame is the benchmark's typical one: 256 × 256 float32, a colorbar, a title that
# changes.
#
# The count differs by less than a thousandth from run to run, and hardly between machines: valgrind
# is the same CPU on all that have AVX2. Another version of gcc, cairo or ISA-L may move it. When more
# work was meant, or less was reached, "renew" writes what is counted now into the next line (less is
# an error too, or the next slow-down would hide in the room it left):
BUDGET=8416983
# A frame may take so many percent more:
ROOM=10

set -eu
tool=$1 frames=$2 renew=${3:-}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() {
    echo "Skipped: $*"
    exit 77
}

[ -z "${SKIP:-}" ] || skip "$SKIP"
command -v valgrind >/dev/null || skip 'valgrind is not installed'
grep -qw avx2 /proc/cpuinfo || skip "the CPU has no AVX2, so valgrind has none, and code is chosen that takes more instructions"

# instructions COUNT: of a run of so many frames.
instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$tool" imshow "$work/in.npy" -q -j 1 \
        --vmin -2 --vmax 2 --colorbar --title 'frame {index}' --frames ":$1" \
        -o "$work/{index}.png" >"$work/said" 2>&1 || {
        cat "$work/said" >&2
        exit 1
    }
    sed -n 's/.*Collected : \([0-9][0-9]*\).*/\1/p' "$work/said"
}

"$frames" waves "$work/in.npy" 60 256 256
few=$(instructions 10)
many=$(instructions 60)
each=$(((many - few) / 50))
echo "$each instructions per frame; the budget is $BUDGET and $ROOM % more"
[ "$each" -gt 0 ] || exit 1

if [ "$renew" = renew ]; then
    sed -i "s/^BUDGET=.*/BUDGET=$each/" "$here/budget.sh"
    exit 0
fi
if [ $((each * 100)) -gt $((BUDGET * (100 + ROOM))) ]; then
    echo "A frame became slower by $((each * 100 / BUDGET - 100)) %. Find out by what:"
    echo '    valgrind --tool=callgrind build/…/flatplot imshow …; callgrind_annotate callgrind.out.*'
    echo "If it is meant: sh $0 $tool $frames renew"
    exit 1
fi
if [ $((each * 100)) -lt $((BUDGET * (100 - ROOM))) ]; then
    echo "A frame became faster than the budget knows: sh $0 $tool $frames renew"
    exit 1
fi
