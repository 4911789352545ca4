#!/bin/sh
# SPDX-License-Identifier: MIT
# format.sh: C sources look as clang-format 14 leaves them, and no line, of a comment either, has more
# than 100 characters: in UTF-8 those bytes that continue none. What a script makes is exempt.
. "${0%/*}/lib.sh"

format=clang-format-14
command -v $format >/dev/null || format=clang-format
sources src cli include tests samples -- c h | grep -v '_tables\{0,1\}\.c$' |
    xargs -r $format --dry-run 2>&1 | grep -E '(warning|error):' >"$FOUND"
command -v $format >/dev/null || echo 'clang-format: not installed' >>"$FOUND"
sources src cli include tests samples -- c h | grep -v '_tables\{0,1\}\.c$\|_cases\.h$' |
    LC_ALL=C xargs -r awk '{
    gsub(/[\200-\277]/, "")
    if (length($0) > 100)
        print FILENAME ":" FNR ": warning: wider than 100 columns"
}' >>"$FOUND"
verdict
