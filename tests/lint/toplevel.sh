#!/bin/sh
# SPDX-License-Identifier: MIT
# toplevel.sh: the top folder holds what it is meant to hold; build folders are nobody's business.
. "${0%/*}/lib.sh"

find . -mindepth 1 -maxdepth 1 | sed 's,^\./,,' | sort | while read -r name; do
    case $name in
    src | include | cli | tests | samples | CMakeLists.txt | README.md | LICENSE) ;;
    .ci | .github | .git | .gitignore | .clang-format | .editorconfig) ;;
    build* | out | compile_commands.json) ;;  # as in .gitignore
    *) echo "$name: has no place in the top folder" ;;
    esac
done >"$FOUND"
verdict
