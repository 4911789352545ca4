-- live_pipe.lua: numbers that come through a pipe, drawn as they come: the last hundred of them.
--     samples/live_pipe.sh | flatplot run samples/live_pipe.lua live.png
-- The picture is replaced as a whole each time, so that a viewer never sees half of one.
local path = arg[1] or "live.png"
local most = 100

local fig <close> = plt.figure{figsize = {6, 2.5}}
local ax = fig:subplot()
ax:set_title("the last " .. most)
ax:grid()

local x, y, line = {}, {}, nil
local n = 0
for text in io.lines() do
  local value = tonumber(text)
  if value then
    n = n + 1
    x[#x + 1], y[#y + 1] = n, value
    if #y > most then
      table.remove(x, 1)
      table.remove(y, 1)
    end
    if line then
      line:set_data(x, y)
    else
      line = ax:plot(x, y, {lw = 1})
    end
    fig:savefig(path)
    plt.tick()
  end
end
