#!/bin/sh
# SPDX-License-Identifier: MIT
# headers.sh: every header compiles alone and twice: public ones as C17 and as C++17, with gcc and,
# where it is installed, clang; inner ones as C17.
. "${0%/*}/lib.sh"

flags='-fsyntax-only -Wall -Wextra -Wpedantic -Werror'
inner=$(pkg-config --cflags cairo pangocairo pangoft2 fontconfig libpng lua5.4)

# compile COMPILER LANGUAGE STANDARD HEADER FLAGS…
compile() {
    compiler=$1 language=$2 standard=$3 header=$4
    shift 4
    printf '#include "%s"\n#include "%s"\n' "$header" "$header" |
        "$compiler" -x "$language" -std="$standard" $flags "$@" - >/dev/null 2>"$LOG" && return
    echo "$header:1: does not compile alone with $compiler as $standard:"
    grep -m 3 -E 'error|warning' "$LOG" | sed 's/^/    /'
}

LOG=$(mktemp)
trap 'rm -f "$FOUND" "$LOG"' EXIT
{
    for header in $(sources include -- h); do
        header=${header#include/}
        compile gcc c c17 "$header" -Iinclude
        compile g++ c++ c++17 "$header" -Iinclude
        if command -v clang >/dev/null && command -v clang++ >/dev/null; then
            compile clang c c17 "$header" -Iinclude
            compile clang++ c++ c++17 "$header" -Iinclude
        fi
    done
    for header in $(sources src -- h); do
        compile gcc c c17 "${header#src/}" -D_GNU_SOURCE -Iinclude -Isrc $inner
    done
    for header in $(sources cli -- h); do
        compile gcc c c17 "$header" -D_GNU_SOURCE -Iinclude -I.
    done
} >"$FOUND"
verdict
