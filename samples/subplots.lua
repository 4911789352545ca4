-- subplots.lua: a grid of axes that share their limits, one figure a frame, closed where its block
-- ends.
--     flatplot run samples/subplots.lua out [FRAMES]
local folder = arg[1] or "out"
local frames = tonumber(arg[2] or 3)
plt.mkdir(folder)

local x = plt.linspace(0, 2 * math.pi, 200)

for frame = 1, frames do
  local fig <close>, axs = plt.subplots(2, 3, {sharex = true, sharey = true, figsize = {8, 4.5}})
  for row = 1, 2 do
    for col = 1, 3 do
      local n = (row - 1) * 3 + col
      local y = plt.sin(n * x + frame / 3)
      axs[row][col]:plot(x, y, {c = "C" .. n - 1, label = "n = " .. n})
      axs[row][col]:fill_between(x, y, 0, {color = "C" .. n - 1, alpha = 0.2})
      axs[row][col]:legend{loc = "upper right", fontsize = 8}
    end
    axs[row][1]:set_ylabel("sin(n x + t)")
  end
  for col = 1, 3 do
    axs[2][col]:set_xlabel("x")
  end
  fig:suptitle("t = " .. frame .. "/3")
  fig:tight_layout()
  fig:savefig(("%s/%03d.png"):format(folder, frame))
  plt.tick()
end
