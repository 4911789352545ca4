# SPDX-License-Identifier: MIT
# lib.sh: what the lint tests share. Each is a script that looks at one tree (its first argument, or
# the project it lies in), prints "FILE:LINE: why" for each thing it finds, and fails if there is one.
set -u
LINT=$(CDPATH='' cd -- "${0%/*}" && pwd)
ROOT=$(CDPATH='' cd -- "${1:-$LINT/../..}" && pwd)
cd "$ROOT" || exit 1
FOUND=$(mktemp)
trap 'rm -f "$FOUND"' EXIT

# The tree's files with one of the endings, below the folders: sources FOLDERS… -- ENDINGS…
sources() {
    folders=
    while [ "$1" != -- ]; do
        [ -d "$1" ] && folders="$folders $1"
        shift
    done
    shift
    [ -n "$folders" ] || return 0
    for ending; do find $folders -type f -name "*.$ending"; done | sort
}

# The last line of every lint: what was written to $FOUND, and the verdict.
verdict() {
    [ -s "$FOUND" ] || exit 0
    cat "$FOUND"
    echo "${0##*/}: $(wc -l <"$FOUND" | tr -d ' ') found"
    exit 1
}
