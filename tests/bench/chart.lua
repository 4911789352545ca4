-- SPDX-License-Identifier: MIT
-- chart.lua: what run.sh measured, as a picture.
--     flatplot run chart.lua RESULTS.lua PICTURE.png
local results = dofile(arg[1])
local wide = #results.points > 0
local fig <close>, axs = plt.subplots(1, wide and 2 or 1, {figsize = {wide and 12 or 6.4, 4}, dpi = 100})
local ax = wide and axs[1] or axs

local names, values, most = {}, {}, 0
for i, bar in ipairs(results.bars) do
  names[i], values[i] = bar[1], bar[2]
  most = math.max(most, bar[2])
end
ax:barh(names, values)
for i, value in ipairs(values) do
  ax:text(value + most / 60, i - 1, ("%.3g"):format(value), {va = "center"})
end
ax:set_xlim(0, most * 1.15)
ax:set_xlabel("ms of CPU per frame")
ax:set_title("256 × 256 values → 640 × 480 pixels")

if wide then
  local label = {source = "values of the source", canvas = "pixels of the picture"}
  for place, series in ipairs{"source", "canvas"} do
    for workers = 1, 2 do
      local x, y = {}, {}
      for _, point in ipairs(results.points) do
        if point[1] == series then
          x[#x + 1], y[#y + 1] = point[2], point[2 + workers]
        end
      end
      local style = {label = ("%s, %d worker%s"):format(label[series], workers, workers > 1 and "s" or "")}
      axs[2]:loglog(x, y, ("C%d%s"):format(place - 1, workers > 1 and "o--" or "o-"), style)
    end
  end
  axs[2]:set_xlabel("values or pixels")
  axs[2]:set_title("what a frame costs as it grows, ms")
  axs[2]:legend()
  axs[2]:grid(true)
end
fig:tight_layout()
fig:savefig(arg[2])
