# SPDX-License-Identifier: MIT
# forty_calls.py: what forty_calls.lua draws, by matplotlib.
#     python3 samples/forty_calls.py out
import os
import sys

import matplotlib.pyplot as plt
import numpy as np

folder = sys.argv[1] if len(sys.argv) > 1 else "out"
os.makedirs(folder, exist_ok=True)
plt.rcParams["figure.dpi"] = 80

x = np.linspace(0, 10, 101)
gx, gy = np.meshgrid(np.linspace(-2, 2, 21), np.linspace(-1, 1, 11))
hill = np.exp(-gx**2 - (2 * gy)**2)

# A grid of axes, and what acts on the current ones.
fig, axs = plt.subplots(2, 3, figsize=(12, 7))
axs[0][0].plot(x, np.sin(x), "r--", label="sin")
axs[0][0].plot(x, np.cos(x), lw=2, label="cos")
axs[0][0].legend(loc="upper right")
plt.sca(axs[0][1])
plt.scatter([1, 2, 3, 4], [4, 1, 3, 2], s=[20, 80, 160, 320], c=[1, 2, 3, 4])
plt.colorbar()
plt.sca(axs[0][2])
plt.imshow(hill, extent=(-2, 2, -1, 1), origin="lower")
plt.clim(0, 0.8)
plt.sca(axs[1][0])
plt.hist(np.sin(x), bins=12, color="C2")
plt.sca(axs[1][1])
plt.bar([1, 2, 3], [3, 5, 2], color="C1")
plt.xticks([1, 2, 3], ["one", "two", "three"])
plt.sca(axs[1][2])
plt.barh([1, 2, 3], [3, 5, 2])
plt.yticks([1, 2, 3])
plt.suptitle("six kinds")
plt.tight_layout()
plt.savefig(folder + "/1.png")
plt.close(fig)

# One axes after the other.
plt.figure(figsize=(12, 7))
plt.subplot(2, 3, 1)
plt.semilogx(np.logspace(0, 3, 20), np.arange(20), "o-")
plt.title("semilogx")
plt.subplot(2, 3, 2)
plt.semilogy(x, np.exp(x))
plt.grid(True)
plt.subplot(2, 3, 3)
plt.loglog(np.logspace(0, 3, 20), np.logspace(0, 2, 20), "s")
plt.subplot(2, 3, 4)
plt.fill_between(x, np.sin(x) - 0.3, np.sin(x) + 0.3, alpha=0.3)
plt.errorbar([1, 3, 5, 7, 9], np.sin([1, 3, 5, 7, 9]), yerr=0.2, fmt="ko")
plt.axhline(0, color="gray", lw=0.8)
plt.axvline(np.pi, color="gray", ls=":")
plt.annotate("zero", (np.pi, 0), xytext=(5, 1), arrowprops=dict(arrowstyle="->"))
plt.xlim(0, 10)
plt.ylim(-1.5, 1.5)
plt.subplot(2, 3, 5)
plt.contourf(gx, gy, hill, cmap="Blues")
plt.contour(gx, gy, hill, colors="k", linewidths=0.5)
plt.text(0, 0, "top", ha="center")
plt.subplot(2, 3, 6)
plt.pcolormesh(gx, gy, hill, cmap="magma")
plt.xlabel("x")
plt.ylabel("y")
plt.subplots_adjust(wspace=0.3, hspace=0.3)
plt.savefig(folder + "/2.png")
plt.clf()

# Scales by name, a second axis, an axes without its frame, one that is cleared.
plt.subplot(1, 2, 1)
plt.plot(x, x**2)
plt.xscale("symlog")
plt.yscale("linear")
right = plt.gca().twinx()
right.plot(x, -x, "C3")
plt.subplot(1, 2, 2)
plt.plot(x, x)
plt.cla()
plt.imshow(hill, aspect="auto")
plt.axis("off")
plt.draw()
plt.gcf().savefig(folder + "/3.png")

plt.imsave(folder + "/hill.png", hill, cmap="gray")
assert plt.imread(folder + "/hill.png").shape[0] == 11

left = plt.subplot(1, 2, 1)
plt.twinx(left)
if os.getenv("DISPLAY"):
    plt.pause(0.1)
    plt.show(block=False)
plt.close("all")
