-- gallery.lua: every kind of plot, each in an axes of its own.
--     flatplot run samples/gallery.lua gallery.png [DPI]
local path = arg[1] or "gallery.png"
local dpi = tonumber(arg[2] or 80)

plt.seed(7)
plt.rc("lines", {linewidth = 1.2})
local fig <close>, axs = plt.subplots(4, 5, {figsize = {16, 11}, dpi = dpi})
local place = 0

local function next_axes(title)
  place = place + 1
  local ax = axs[(place - 1) // 5 + 1][(place - 1) % 5 + 1]
  ax:set_title(title, {fontsize = 10})
  return ax
end

local x = plt.linspace(0, 10, 101)
local gx, gy = plt.meshgrid(plt.linspace(-3, 3, 61), plt.linspace(-2, 2, 41))
local hills = plt.exp(-(gx - 1) ^ 2 - gy ^ 2) - plt.exp(-(gx + 1) ^ 2 - (gy - 0.5) ^ 2)

local ax = next_axes("imshow")
local image = ax:imshow(hills, {cmap = "RdBu", extent = {-3, 3, -2, 2}, origin = "lower"})
fig:colorbar(image)

ax = next_axes("plot")
ax:plot(x, plt.sin(x), {label = "sin"})
ax:plot(x, plt.cos(x), "--", {label = "cos"})
ax:plot(plt.arange(11), plt.sin(plt.arange(11)), "ko", {ms = 3})
ax:legend{fontsize = 8}

ax = next_axes("scatter")
local n = 80
ax:scatter(plt.randn(n), plt.randn(n), {s = plt.rand(n) * 150, c = plt.rand(n), alpha = 0.7})

ax = next_axes("bar, grouped")
ax:bar({0.8, 1.8, 2.8}, {3, 5, 2}, {width = 0.4, label = "before"})
ax:bar({1.2, 2.2, 3.2}, {4, 3, 3}, {width = 0.4, label = "after"})
ax:set_xticks({1, 2, 3})
ax:legend{fontsize = 8}

ax = next_axes("bar, stacked")
ax:bar({"one", "two", "three"}, {3, 5, 2})
ax:bar({"one", "two", "three"}, {2, 1, 3}, {bottom = {3, 5, 2}})

ax = next_axes("barh")
ax:barh({"apples", "pears", "plums"}, {30, 12, 21}, {color = "C2"})

ax = next_axes("hist")
local values = plt.randn(2000)
ax:hist(values, {bins = 30, alpha = 0.6})
ax:hist(values + 2, {bins = 30, histtype = "step", color = "k"})

ax = next_axes("errorbar")
local few = plt.arange(8)
ax:errorbar(few, plt.sqrt(few), {yerr = 0.1 + few * 0.03, xerr = 0.2, fmt = "o", capsize = 3, ms = 4})

ax = next_axes("fill_between")
ax:plot(x, plt.sin(x), {c = "C0"})
ax:fill_between(x, plt.sin(x) - 0.3, plt.sin(x) + 0.3, {alpha = 0.3})

ax = next_axes("step")
ax:step(few, plt.sin(few), {where = "mid"})
ax:plot(few, plt.sin(few), "o", {ms = 4, c = "gray"})

ax = next_axes("stem")
ax:stem(few, plt.exp(-few / 3) * plt.cos(few))

ax = next_axes("contour")
ax:clabel(ax:contour(gx, gy, hills, {levels = 8}), {fontsize = 7})

ax = next_axes("contourf")
local filled = ax:contourf(gx, gy, hills, {levels = 10, cmap = "PuOr"})
fig:colorbar(filled)

ax = next_axes("pcolormesh")
local edges = plt.linspace(0, 1, 13) ^ 2
ax:pcolormesh(edges, edges, plt.rand(12, 12), {cmap = "magma"})

ax = next_axes("lines and spans")
ax:plot(x, plt.sin(x))
ax:axhline(0, {c = "k", lw = 0.8})
ax:axvline(math.pi, {c = "C3", ls = ":"})
ax:axvspan(5, 7, {color = "C1", alpha = 0.3})
ax:axhspan(0.5, 0.8, {color = "C2", alpha = 0.3})

ax = next_axes("text, annotate")
ax:plot(x, plt.sin(x))
ax:text(0.3, -0.9, "a text", {rotation = 20, color = "C3"})
ax:annotate("minimum", {3 * math.pi / 2, -1}, {
  xytext = {6.6, -0.3},
  arrowprops = {arrowstyle = "->"},
})

ax = next_axes("twinx")
ax:plot(x, plt.exp(x / 3), {c = "C0"})
ax:twinx():plot(x, plt.sin(x), {c = "C3"})

ax = next_axes("loglog")
ax:loglog(plt.logspace(0, 4, 30), plt.logspace(0, 4, 30) ^ 1.5, "s", {ms = 3})
ax:grid()

ax = next_axes("symlog")
ax:plot(plt.linspace(-50, 50, 201), plt.linspace(-50, 50, 201) ^ 3)
ax:set_yscale("symlog", {linthresh = 10})

ax = next_axes("dates")
ax:plot({"2026-01-05", "2026-02-10", "2026-03-02", "2026-04-20", "2026-06-01"}, {3, 1, 4, 1, 5}, "o-")
ax:tick_params{axis = "x", labelrotation = 30}

fig:tight_layout()
fig:savefig(path)
