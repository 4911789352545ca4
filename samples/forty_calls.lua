-- forty_calls.lua: the calls of pyplot that are used most, each at least once. forty_calls.py is the
-- same in Python: line by line, picture by picture.
--     flatplot run samples/forty_calls.lua out
local folder = arg[1] or "out"
plt.mkdir(folder)
plt.rcParams["figure.dpi"] = 80

local x = plt.linspace(0, 10, 101)
local gx, gy = plt.meshgrid(plt.linspace(-2, 2, 21), plt.linspace(-1, 1, 11))
local hill = plt.exp(-gx ^ 2 - (2 * gy) ^ 2)

-- A grid of axes, and what acts on the current ones.
local fig, axs = plt.subplots(2, 3, {figsize = {12, 7}})
axs[1][1]:plot(x, plt.sin(x), "r--", {label = "sin"})
axs[1][1]:plot(x, plt.cos(x), {lw = 2, label = "cos"})
axs[1][1]:legend{loc = "upper right"}
plt.sca(axs[1][2])
plt.scatter({1, 2, 3, 4}, {4, 1, 3, 2}, {s = {20, 80, 160, 320}, c = {1, 2, 3, 4}})
plt.colorbar()
plt.sca(axs[1][3])
plt.imshow(hill, {extent = {-2, 2, -1, 1}, origin = "lower"})
plt.clim(0, 0.8)
plt.sca(axs[2][1])
plt.hist(plt.sin(x), {bins = 12, color = "C2"})
plt.sca(axs[2][2])
plt.bar({1, 2, 3}, {3, 5, 2}, {color = "C1"})
plt.xticks({1, 2, 3}, {"one", "two", "three"})
plt.sca(axs[2][3])
plt.barh({1, 2, 3}, {3, 5, 2})
plt.yticks({1, 2, 3})
plt.suptitle("six kinds")
plt.tight_layout()
plt.savefig(folder .. "/1.png")
plt.close(fig)

-- One axes after the other.
plt.figure{figsize = {12, 7}}
plt.subplot(2, 3, 1)
plt.semilogx(plt.logspace(0, 3, 20), plt.arange(20), "o-")
plt.title("semilogx")
plt.subplot(2, 3, 2)
plt.semilogy(x, plt.exp(x))
plt.grid(true)
plt.subplot(2, 3, 3)
plt.loglog(plt.logspace(0, 3, 20), plt.logspace(0, 2, 20), "s")
plt.subplot(2, 3, 4)
plt.fill_between(x, plt.sin(x) - 0.3, plt.sin(x) + 0.3, {alpha = 0.3})
plt.errorbar({1, 3, 5, 7, 9}, plt.sin{1, 3, 5, 7, 9}, {yerr = 0.2, fmt = "ko"})
plt.axhline(0, {color = "gray", lw = 0.8})
plt.axvline(math.pi, {color = "gray", ls = ":"})
plt.annotate("zero", {math.pi, 0}, {xytext = {5, 1}, arrowprops = {arrowstyle = "->"}})
plt.xlim(0, 10)
plt.ylim(-1.5, 1.5)
plt.subplot(2, 3, 5)
plt.contourf(gx, gy, hill, {cmap = "Blues"})
plt.contour(gx, gy, hill, {colors = "k", linewidths = 0.5})
plt.text(0, 0, "top", {ha = "center"})
plt.subplot(2, 3, 6)
plt.pcolormesh(gx, gy, hill, {cmap = "magma"})
plt.xlabel("x")
plt.ylabel("y")
plt.subplots_adjust{wspace = 0.3, hspace = 0.3}
plt.savefig(folder .. "/2.png")
plt.clf()

-- Scales by name, a second axis, an axes without its frame, one that is cleared.
plt.subplot(1, 2, 1)
plt.plot(x, x ^ 2)
plt.xscale("symlog")
plt.yscale("linear")
local right = plt.gca():twinx()
right:plot(x, -x, "C3")
plt.subplot(1, 2, 2)
plt.plot(x, x)
plt.cla()
plt.imshow(hill, {aspect = "auto"})
plt.axis("off")
plt.draw()
plt.gcf():savefig(folder .. "/3.png")

plt.imsave(folder .. "/hill.png", hill, {cmap = "gray"})
assert(plt.imread(folder .. "/hill.png").shape[1] == 11)

local left = plt.subplot(1, 2, 1)
plt.twinx(left)
if os.getenv("DISPLAY") then
  plt.pause(0.1)
  plt.show{block = false}
end
plt.close("all")
