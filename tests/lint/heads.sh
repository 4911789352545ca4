#!/bin/sh
# SPDX-License-Identifier: MIT
# heads.sh: every source begins with its licence and then says what lives in it.
. "${0%/*}/lib.sh"

sources src cli include tests samples -- c h | while read -r file; do
    [ "$(sed -n 1p "$file")" = '/* SPDX-License-Identifier: MIT */' ] ||
        echo "$file:1: the first line is /* SPDX-License-Identifier: MIT */"
    sed -n 2p "$file" | grep -q "^/\* ${file##*/}: " ||
        echo "$file:2: the second line is /* ${file##*/}: and what lives here"
done >>"$FOUND"
sources src cli tests samples .ci -- sh py awk | while read -r file; do
    head -n 2 "$file" | grep -qx '# SPDX-License-Identifier: MIT' ||
        echo "$file:1: one of the first two lines is # SPDX-License-Identifier: MIT"
done >>"$FOUND"
verdict
