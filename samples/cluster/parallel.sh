#!/bin/sh
# SPDX-License-Identifier: MIT
# parallel.sh FILE FOLDER [SHARDS]: GNU parallel draws a film in shards, on this machine or, with
#   export PARALLEL='--sshloginfile machines --workdir .', on others that see the same files. Run
# again with as many shards, it goes on where it was stopped.
set -eu
mkdir -p "${2:?usage: parallel.sh FILE FOLDER [SHARDS]}"
flatplot info --clim p0,p100 "$1" >"$2/clim.json"
seq "${3:-8}" | parallel -q flatplot imshow "$1" -o "$2/{stem}_{frame}.png" \
    --clim "$2/clim.json" --skip-existing --shard "{}/${3:-8}" --report "$2/report{shard}.ndjson"
flatplot verify "$2"/report*.ndjson
