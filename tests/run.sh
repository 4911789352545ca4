#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh: all tests. Installs what is missing (Debian), builds with warnings as errors by gcc, by
# clang and with the sanitizers, and runs the unit, command, lint and install tests, the units also
# under valgrind. Builds live in build/check, or where FLATPLOT_BUILD_DIR says.
set -u
cd "$(dirname "$0")/.." || exit 1
jobs=$(nproc)
dir=${FLATPLOT_BUILD_DIR:-$PWD/build/check}
passed=0
failed=0
began=$(date +%s)

samples/install_packages.sh g++ clang clang-format-14 valgrind libc6-dbg libcmocka-dev zlib1g-dev \
    fonts-nanum xvfb || exit 1
mkdir -p "$dir/log"

# report WORDS LOG PASSED FAILED SECONDS: one line, and the whole log when something failed.
report() {
    passed=$((passed + $3))
    failed=$((failed + $4))
    printf '%-28s %4d passed %4d failed %5d s\n' "$1" "$3" "$4" "$5"
    [ "$4" -eq 0 ] || sed 's/^/    /' "$2"
}

# build NAME COMPILER CMAKE-OPTIONS…: one passed or failed; false when there is nothing to test.
build() {
    name=$1 compiler=$2 log=$dir/log/build-$1.log start=$(date +%s)
    shift 2
    {
        cmake -S . -B "$dir/$name" -DCMAKE_C_COMPILER="$compiler" -DFLATPLOT_WERROR=ON \
            -DFLATPLOT_TESTS=ON -DFLATPLOT_SAMPLES=ON "$@" &&
            cmake --build "$dir/$name" -j "$jobs"
    } >"$log" 2>&1 </dev/null
    status=$?
    report "build $name" "$log" $((status == 0)) $((status != 0)) $(($(date +%s) - start))
    return $status
}

# run_tests NAME LABEL CTEST-OPTIONS…: the tests of that build with the label: how many there are, and
# how many failed. One that ctest does not come to count (it stopped, or found none) has failed.
run_tests() {
    name=$1 label=$2 log=$dir/log/test-$1-$2.log
    shift 2
    ctest --test-dir "$dir/$name" --output-on-failure --no-tests=error -L "^$label\$" "$@" \
        >"$log" 2>&1 </dev/null
    status=$?
    bad=$(sed -n 's/.* tests passed, \([0-9]*\) tests failed out of .*/\1/p' "$log")
    all=$(sed -n 's/.* tests failed out of \([0-9]*\).*/\1/p' "$log")
    if [ -z "$all" ] || { [ $status -ne 0 ] && [ "$bad" -eq 0 ]; }; then
        bad=1 all=1
    fi
}

run() {
    start=$(date +%s)
    run_tests "$1" "$2" -j "$jobs"
    report "$name: $label" "$log" $((all - bad)) "$bad" $(($(date +%s) - start))
}

# run_clock NAME: the tests that watch other processes. A busy machine may hold a process up until
# one of them fails: that one is run again alone, twice at most, and this is said.
run_clock() {
    start=$(date +%s)
    run_tests "$1" clock -j "$jobs"
    count=$all
    if [ "$bad" -gt 0 ]; then
        mv "$log" "$dir/log/test-$1-clock-first.log"
        echo "    $1: clock: $bad of $all again, alone (see $dir/log/test-$1-clock-first.log)"
        run_tests "$1" clock --rerun-failed --repeat until-pass:2
    fi
    report "$name: $label" "$log" $((count - bad)) "$bad" $(($(date +%s) - start))
}

if build gcc gcc -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS=-g -DFLATPLOT_LEAK_CHECK=ON; then
    run gcc lint
    run gcc unit
    run gcc command
    run gcc install
    run_clock gcc
    run gcc memcheck
fi
if build clang clang -DCMAKE_BUILD_TYPE=Release; then
    run clang unit
fi
if build sanitize gcc -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_FLAGS=-O1 -DFLATPLOT_SANITIZE=ON; then
    run sanitize unit
    run sanitize command
    run_clock sanitize
fi

minutes=$((($(date +%s) - began + 59) / 60))
echo
echo "All tests, in $minutes minutes. Logs: $dir/log"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
