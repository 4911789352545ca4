# SPDX-License-Identifier: MIT
# feed_from_python.py: a Python loop that hands its frames over as it makes them.
import subprocess
import numpy as np

flatplot = subprocess.Popen(
    ["flatplot", "imshow", "-", "--raw", "240,320:f4", "-o", "feed/{index}.png", "--mkdir",
     "--vmin", "-1", "--vmax", "1"], stdin=subprocess.PIPE)
y, x = np.mgrid[0:240, 0:320]
for t in range(20):
    flatplot.stdin.write(np.sin((x + y) / 20 - t / 3).astype("f4").tobytes())
flatplot.stdin.close()
raise SystemExit(flatplot.wait())
