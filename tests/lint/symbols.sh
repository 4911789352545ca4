#!/bin/sh
# SPDX-License-Identifier: MIT
# symbols.sh TREE LIBRARY: what the shared library exports is what the public headers declare, and
# all of it begins with fp_ or plt_.
. "${0%/*}/lib.sh"

DECLARED=$(mktemp)
EXPORTED=$(mktemp)
trap 'rm -f "$FOUND" "$DECLARED" "$EXPORTED"' EXIT
sources include -- h | xargs -r awk -f "$LINT/strip.awk" | sed 's/^[^:]*:[0-9]*://' | awk '
/^[ \t]*#/ { next }
/^FP_API / { text = "" ; open = 1 }
open { text = text " " $0 }
open && /;/ {
    open = 0
    sub(/\(.*/, "", text)
    n = split(text, word, /[ *]+/)
    print word[n] == "" ? word[n - 1] : word[n]
}' | sort -u >"$DECLARED"
# The ends of its segments are the linker's to export, where a library below has them too (libX11).
nm -D --defined-only "$2" | awk '{ print $3 }' | grep -vxE '__bss_start|_edata|_end' | sort -u >"$EXPORTED"
{
    grep -vE '^(fp|plt)_[a-z0-9]' "$EXPORTED" | sed 's/$/: exported under a name that is not ours/'
    grep -E '^fp__' "$EXPORTED" | sed 's/$/: an inner name is exported/'
    comm -13 "$EXPORTED" "$DECLARED" | sed 's/$/: declared, but not exported/'
    comm -23 "$EXPORTED" "$DECLARED" | sed 's/$/: exported, but in no public header/'
    [ -s "$EXPORTED" ] || echo "$2: exports nothing"
} >"$FOUND"
verdict
