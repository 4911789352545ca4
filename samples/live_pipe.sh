#!/bin/sh
# SPDX-License-Identifier: MIT
# live_pipe.sh [COUNT [SECONDS]]: a random walk, a number each so many seconds, for whoever draws it
# as it comes (live_pipe.lua). The same through a prompt that stays open, statement by statement:
#     { echo 'y = {}'
#       samples/live_pipe.sh | while read -r v; do echo "y[#y + 1] = $v plt.plot(y)"
#           echo 'plt.savefig("live.png") plt.clf()'; done } | flatplot run -i
awk -v count="${1:-100}" -v seconds="${2:-0.1}" 'BEGIN {
    srand(1)
    for (i = 0; i < count; i++) {
        walk += rand() - 0.5
        print walk
        fflush()
        if (seconds > 0) system("sleep " seconds)
    }
}'
