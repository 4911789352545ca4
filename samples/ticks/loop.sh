#!/bin/sh
# SPDX-License-Identifier: MIT
# loop.sh: a loop that tells memcheck when an iteration is over.
#     flatplot memcheck --by ticks -- sh samples/ticks/loop.sh
i=0
while [ $i -lt 300 ]; do
    i=$((i + 1)) # what the loop does

    if [ -n "${FLATPLOT_TICK_FD:-}" ]; then
        echo >&"$FLATPLOT_TICK_FD" && read -r _ <&"$FLATPLOT_ACK_FD"
    fi
done
