#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh BUILD CMAKE CC: installs a build into a folder of its own and uses what is there.
set -eux
build=$1 cmake=$2 cc=$3
here=$(CDPATH='' cd -- "${0%/*}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset DESTDIR

"$cmake" --install "$build" --prefix "$work/root" >/dev/null
"$work/root/bin/flatplot" --version
grep -q '^\.TH FLATPLOT' "$work/root/share/man/man1/flatplot.1"
for file in bash-completion/completions/flatplot zsh/site-functions/_flatplot \
    fish/vendor_completions.d/flatplot.fish; do
    grep -q pcolormesh "$work/root/share/$file"
done

pc=$(find "$work/root" -name flatplot.pc)
flags=$(PKG_CONFIG_PATH=${pc%/*} pkg-config --cflags --libs flatplot)
lib=$(PKG_CONFIG_PATH=${pc%/*} pkg-config --variable=libdir flatplot)
"$cc" -std=c17 -Wall -Wextra -Wpedantic -Werror "$here/user.c" -o "$work/user" $flags
LD_LIBRARY_PATH=$lib "$work/user"

"$cmake" -S "$here" -B "$work/build" -DCMAKE_C_COMPILER="$cc" -DCMAKE_PREFIX_PATH="$work/root" >/dev/null
"$cmake" --build "$work/build" >/dev/null
"$work/build/user"
