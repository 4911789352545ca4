# SPDX-License-Identifier: MIT
"""pyplot.py: the benchmark's frames by matplotlib.

    pyplot.py FORM FILE.npy COUNT FOLDER WIDTH HEIGHT

FORM: set_data (one figure, new values), level_1 (the same, with level 1 of zlib), new (a figure for each
frame, closed), and of the loop with the current figure clf, close and none (never cleared). Arrays
of colours are drawn as they are, others from -2 to 2 with a colorbar.
"""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

form, path, count, folder, width, height = sys.argv[1:]
frames = np.load(path, mmap_mode="r")
plt.rcParams["figure.figsize"] = int(width) / 100, int(height) / 100
options = {"pil_kwargs": {"compress_level": 1}} if form == "level_1" else {}
reused = form in ("set_data", "level_1")

for i in range(int(count)):
    frame = frames[i % len(frames)]
    if reused and i > 0:
        image.set_data(frame)
    else:
        image = plt.imshow(frame, vmin=-2, vmax=2)
        if frame.ndim == 2:
            plt.colorbar()
    plt.title(f"frame {i}")
    plt.savefig(f"{folder}/{i}.png", **options)
    if form == "clf":
        plt.clf()
    elif form in ("new", "close"):
        plt.close()
