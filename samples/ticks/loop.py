# SPDX-License-Identifier: MIT
# loop.py: a loop that tells memcheck when an iteration is over.
#     flatplot memcheck --by ticks -- python3 samples/ticks/loop.py
import gc
import os

for i in range(300):
    data = [float(n) for n in range(10000)]  # what the loop does

    gc.collect()  # cycles that wait for the collector are no leak
    if "FLATPLOT_TICK_FD" in os.environ:
        os.write(int(os.environ["FLATPLOT_TICK_FD"]), b"\n")
        os.read(int(os.environ["FLATPLOT_ACK_FD"]), 1)
