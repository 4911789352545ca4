#!/bin/sh
# SPDX-License-Identifier: MIT
# Shares of a job: together they are the job, byte for byte.
. "${0%/*}/harness.sh"

npy film.npy '<f4' 40,5,6 ramp
npy still.npy '<f4' 5,6 ramp
small='--no-axes --scale 3'

same_folder() { diff -r "$1" "$2" >"$WORK/log/diff"; }

run imshow film.npy still.npy --frames ::-1 -o 'whole/{stem}_{frame}_{index}.png' --mkdir $small
expect 0
check 'the whole job' [ "$(entries whole)" = 41 ]
for n in 1 2 3 7 250; do
    for i in $(seq $n); do
        case $n-$i in 250-4[2-9] | 250-[5-9]? | 250-1?? | 250-2[0-3]?) continue ;; esac
        run imshow film.npy still.npy --frames ::-1 -o "of$n/{stem}_{frame}_{index}.png" --mkdir \
            $small --shard $i/$n -j $((1 + n % 2))
        [ "$STATUS" = 0 ] || expect 0
    done
    check "$n shards are the job" same_folder whole of$n
done

# What a shard says: its share, and the job's numbers.
run imshow film.npy -o 'b/{index}.png' --mkdir $small --shard 2/3
expect 0
err_lines 1
err 'shard 2 of 3: 13 frames · '
check 'every third from the second' \
    [ "$(ls b | head -n 3 | tr '\n' ' ')" = '01.png 04.png 07.png ' ]
run imshow film.npy -o 'c/{index}.png' --mkdir $small --shard 39/40 -v
expect 0
check 'one picture' [ "$(ls c)" = 38.png ]

# An empty shard succeeds, and leaves nothing behind.
run imshow film.npy -o 'd/{index}.png' --mkdir $small --shard 41/50
expect 0
out_lines 0
err_lines 1
err 'shard 41 of 50: nothing to draw: the job has 40 pictures'
check 'no folder' [ ! -e d ]
run imshow film.npy -o 'd/{index}.png' --shard 41/50
refused 4 'd: no such folder'

# Pictures are dealt, not frames.
run imshow film.npy -o 'sheets/{index}.png' --mkdir --no-axes --subplots 2,3
expect 0
for i in 1 2 3; do
    run imshow film.npy -o 'dealt/{index}.png' --mkdir --no-axes --subplots 2,3 --shard $i/3
    expect 0
done
err 'shard 3 of 3: 12 frames on 2 pictures · '
run imshow film.npy -o 'one/{index}.png' --mkdir --no-axes --subplots 2,3 --shard 1/3
err 'shard 1 of 3: 16 frames on 3 pictures · '
check 'sheets are dealt whole' same_folder sheets dealt

# Names are checked over the whole job, so that shards do not meet.
run imshow film.npy -o 'x_{stem}.png' --shard 1/250
refused 2 'two frames have one name'

# The share as the surroundings tell it.
TOOL_ENV='FLATPLOT_SHARD=2/4'
run imshow film.npy -o 'e/{index}.png' --mkdir $small --shard auto
expect 0
err 'shard 2 of 4: 10 frames'
run imshow film.npy -o 'f/{index}.png' --mkdir $small
check 'only when asked' [ "$(entries f)" = 40 ]
TOOL_ENV='SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_MAX=3'
run imshow film.npy -o 'g/{index}.png' --mkdir $small --shard auto
err 'shard 4 of 4: 10 frames'
TOOL_ENV='SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_COUNT=2 SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_MAX=7'
run imshow film.npy -o 'g/{index}.png' --mkdir $small --shard auto
refused 2 'sbatch --array=1-2'
TOOL_ENV='JOB_COMPLETION_INDEX=0 FLATPLOT_SHARDS=4'
run imshow film.npy -o 'h/{index}.png' --mkdir $small --shard auto
err 'shard 1 of 4: 10 frames'
TOOL_ENV=
run imshow film.npy -o 'h/{index}.png' --mkdir $small --shard 5/4
refused 2 '--shard 5/4: not I/N'
run imshow - -o 'h/{index}.png' --mkdir $small --clim frame --shard 1/4
refused 2 '--shard draws a part of a known number of frames'

# Limits over 1 GiB are not looked for by every shard. The file is one of holes.
npy big.npy --header "{'descr': '|u1', 'fortran_order': False, 'shape': (1024, 1024, 1024), }"
truncate -s 1073741952 big.npy
run imshow big.npy -o 'i/{index}.png' --mkdir $small --shard 1/2000
refused 2 'big.npy: every shard would read 1 GiB or more for the colour limits' 'flatplot info --clim'
run imshow big.npy -o 'i/{index}.png' --mkdir --no-axes --shard 2/1000 --vmin 0 --vmax 1 -q
expect 0
check 'known limits' [ "$(ls i | tr '\n' ' ')" = '0001.png 1001.png ' ]
run imshow big.npy -o 'i/{index}.png' --no-axes --shard 3/1000 --clim frame -q
expect 0
npy big.npy --header "{'descr': '|u1', 'fortran_order': False, 'shape': (1023, 64, 64), }"
truncate -s $((128 + 1023 * 64 * 64)) big.npy
run imshow big.npy -o 'k/{index}.png' --mkdir --no-axes --shard 3/1000 -q
expect 0
check 'less is read by each' [ "$(ls k | tr '\n' ' ')" = '0002.png 1002.png ' ]
finish
