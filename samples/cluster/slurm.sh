#!/bin/sh
# SPDX-License-Identifier: MIT
# slurm.sh FILE FOLDER: one shard of a film for each task of an array, as many as you like:
#   flatplot info --clim p0,p100 film.npy >clim.json
#   sbatch -W --array=1-8 slurm.sh film.npy out && flatplot verify out/report*.ndjson
#SBATCH --job-name=flatplot
#SBATCH --cpus-per-task=1
set -eu
mkdir -p "${2:?usage: slurm.sh FILE FOLDER}"
exec flatplot imshow "$1" -o "$2/{stem}_{frame}.png" --clim clim.json \
    --skip-existing --shard auto --report "$2/report{shard}.ndjson"
