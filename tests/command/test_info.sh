#!/bin/sh
# SPDX-License-Identifier: MIT
# What info says of files, to people and to programs.
. "${0%/*}/harness.sh"

npy film.npy '<f8' 12,4,5
npy big.npy '>i2' 4,5
npy nan.npy '<f4' 2,2 nan
npy row.npy '|u1' 7
npy fortran.npy '<f4' 3,4,5 ramp F
printf nonsense >bad.npy

run info film.npy
expect 0
out_lines 2
out '12,4,5'
out '4,5'
out '119.5'
err_lines 0

run info --json film.npy
expect 0
check 'the whole object' [ "$(cat "$OUT")" = '{"schema":1,"arrays":[{"path":"film.npy","member":null,"format":"npy","dtype":"<f8","order":"C","shape":[12,4,5],"frames":12,"frame_shape":[4,5],"min":0,"max":239,"mean":119.5,"nan":0,"inf":0}]}' ]
run info --json big.npy nan.npy
expect 0
out '"dtype":">i2"'
out '"min":null,"max":null,"mean":null,"nan":4,"inf":0}]}'
run info --json row.npy
expect 0
out '"shape":[7],"frames":0'
run info --json fortran.npy
out '"order":"F"'

# A refused file does not keep the others back.
run info film.npy bad.npy missing.npy big.npy
expect 3
out_lines 3
out film.npy
out big.npy
err 'bad.npy'
err 'missing.npy'
err_lines 4

# A file of 1 GiB and more is counted only when asked; holes cost no disk.
npy large.npy --header "{'descr': '<f8', 'fortran_order': False, 'shape': (4096, 32768), }" 0
truncate -s 1073741952 large.npy
run info --json large.npy
expect 0
out '"min":null,"max":null,"mean":null,"nan":null'
finish
