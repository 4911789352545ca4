#!/bin/sh
# SPDX-License-Identifier: MIT
# quickstart.sh: from a fresh clone to a hundred pictures. Installs what is missing (Debian), builds
# into build/, makes an array of 100 × 100 × 100 × 3 random numbers and draws its 100 frames.
set -eu
cd "$(dirname "$0")/.."
make=build/quickstart
jobs=$(nproc)

samples/install_packages.sh
echo 'Building into build/'
mkdir -p "$make"
{
    cmake -S . -B build -DCMAKE_BUILD_TYPE=Release -DFLATPLOT_TESTS=OFF &&
        cmake --build build -j "$jobs"
} >"$make/build.log" 2>&1 || {
    cat "$make/build.log" >&2
    exit 1
}

build/samples/make_random_frames "$make/random.npy"
echo "flatplot imshow $make/random.npy -o '$make/frames/{frame}.png' --mkdir -j 1"
build/flatplot imshow "$make/random.npy" -o "$make/frames/{frame}.png" --mkdir -j 1
echo "The pictures: $(pwd)/$make/frames/ ($(find "$make/frames" -name '*.png' | wc -l | tr -d ' '))"
