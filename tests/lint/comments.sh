#!/bin/sh
# SPDX-License-Identifier: MIT
# comments.sh: the header is the manual: each public function, or the group of lines it stands in,
# has a comment.
. "${0%/*}/lib.sh"

sources include -- h | xargs -r awk '
FNR == 1 || /^[ \t]*$/ { commented = 0 }
/\/\*/ { commented = 1 }
/^FP_API / && !commented { print FILENAME ":" FNR ": a public function without a comment" }
' >"$FOUND"
verdict
