-- imshow_loop.lua: a picture for each frame of a file, in the four ways of ending a figure.
--     flatplot run samples/imshow_loop.lua frames.npy out [clf|close|scope|none]
-- Judged by: flatplot memcheck samples/imshow_loop.lua frames.npy out clf
local frames = plt.load(arg[1])
local folder = arg[2]
local form = arg[3] or "clf"
plt.mkdir(folder)

local function draw(i, frame)
  plt.imshow(frame, {cmap = "viridis", vmin = 0, vmax = 1})
  plt.colorbar()
  plt.title("frame " .. i)
  plt.savefig(("%s/%03d.png"):format(folder, i))
end

local forms = {
  clf = function(i, frame) -- one figure, emptied
    draw(i, frame)
    plt.clf()
  end,
  close = function(i, frame) -- a figure each, closed by hand
    plt.figure()
    draw(i, frame)
    plt.close()
  end,
  scope = function(i, frame) -- a figure each, closed where its block ends
    local fig <close> = plt.figure()
    draw(i, frame)
  end,
  none = function(i, frame) -- a figure each, and all of them stay
    plt.figure()
    draw(i, frame)
  end,
}

for i, frame in frames:iter() do
  forms[form](i, frame)
  plt.tick()
end
plt.close("all")
