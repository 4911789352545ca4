#!/bin/sh
# SPDX-License-Identifier: MIT
# flatplot run: scripts from files and from standard input, their arguments, their errors, their end.
. "${0%/*}/harness.sh"
SAMPLE=$HERE/../../samples/imshow_loop.lua

# The loop, in each of its forms, draws what imshow draws.
npy frames.npy '<f8' 3,20,30 ramp
for form in clf close scope none; do
    run run "$SAMPLE" frames.npy "out $form" $form
    expect 0
    check "three pictures ($form)" [ "$(entries "out $form")" = 3 ]
    check "the same ($form)" png same "out clf/002.png" "out $form/002.png"
done
run imshow frames.npy -o 'cli{frame}.png' --vmin 0 --vmax 1 --colorbar --title 'frame 2'
check 'as imshow draws it' png same cli1.png 'out clf/002.png'

# Arguments are the script's, also those that look like options; print and io write to the output.
cat >args.lua <<'EOF'
print(#arg, arg[0], arg[1], arg[2])
io.write("end\n")
EOF
run run args.lua --cmap 한글
expect 0
out "2	args.lua	--cmap	한글"
out end
err_lines 0

# From standard input.
COMMAND='flatplot run -'
printf 'print("piped", arg[1])\n' | tool run - x >"$OUT" 2>"$ERR"
STATUS=$?
expect 0
out 'piped	x'

# A prompt on a pipe: statements run as they come, over several lines too; values are shown and the
# user is asked at terminals only. A script may come first. What failed is told, by the exit code too.
printf '1 + 1\nfor i = 1, 2 do\n  io.write(i, " ")\nend\nprint(f(4), arg[1])\n' >talk
printf 'function f(x) return 2 * x end\n' >first.lua
COMMAND='flatplot run -i'
tool run -i first.lua 한글 <talk >"$OUT" 2>"$ERR"
STATUS=$?
expect 0
check 'what was printed' [ "$(cat "$OUT")" = '1 2 8	한글' ]
err_lines 0
printf 'error("a")\nprint("on")\n\nx = =\nlocal function g()\nplt.imshwo()\nend g()\nfoo(' |
    tool run -i >"$OUT" 2>"$ERR"
STATUS=$?
expect 5
out on
check 'each failure, by its line' [ "$(cat "$ERR")" = "stdin:1: a
stdin:4: unexpected symbol near '='
stdin:6: there is no plt.imshwo
  hint: did you mean plt.imshow?
stdin:8: unexpected symbol near <eof>" ]
mkfifo line
env --default-signal=INT $TOOL_ENV "$FLATPLOT" run -i <line >"$OUT" 2>"$ERR" &
PID=$!
exec 8>line
printf 'plt.plot{1, 2}\nplt.savefig("first.png") plt.clf() print("one")\n' >&8
until_true grep -q one "$OUT"
check 'drawn while the pipe is open' [ "$(png size first.png)" = '640 480' ]
printf 'while true do end\n' >&8
kill -s INT $PID
wait $PID
STATUS=$?
exec 8>&-
expect 130
tool run -i none.lua </dev/null >"$OUT" 2>"$ERR"
STATUS=$?
expect 3

# Errors: the place first, a hint, exit 5; the calls with -v only.
printf 'local function f()\n  plt.imshow({{1}}, {cmpa = "gray"})\nend\nf() return 1\n' >bad.lua
run run bad.lua
expect 5
err_lines 2
check 'the place comes first' grep -q "^bad.lua:2: imshow has no option 'cmpa'" "$ERR"
err "  hint: did you mean 'cmap'?"
run run -v bad.lua
expect 5
err 'stack traceback'
err 'bad.lua:4: in main chunk'
run run none.lua
refused 3 none.lua
run run
refused 2 'no script'
printf '\033Lua' >code.lua
run run code.lua
expect 5
err 'compiled scripts are refused'

# The second form has an error inside a closing variable, the third runs out of memory.
printf 'local a <close> = setmetatable({}, {__close = function() error("in close") end})\n' >close.lua
run run close.lua
expect 5
err 'close.lua:1: in close'
printf 'local t = {}\nwhile true do t[#t + 1] = plt.zeros(1000) end\n' >full.lua
run run --max-rss 20M full.lua
expect 5
err_lines 2

# Pictures that cannot be written.
printf 'plt.imshow({{1}})\nplt.savefig("no/such/a.png")\n' >save.lua
run run save.lua
expect 5
err 'save.lua:2: no/such/a.png'

# More than twenty figures are warned of once.
printf 'for i = 1, 30 do plt.figure() end\n' >many.lua
run run many.lua
expect 0
err_lines 1
err warning

# A character that no font has is drawn as a box, and that is said, once.
printf 'for i = 1, 2 do plt.title("a \\u{10FFFD} b") plt.savefig("box.png") end\n' >box.lua
run run box.lua
expect 0
err_lines 1
err 'flatplot: warning: no installed font has'

# What a script prints arrives, or that is said; a reader that goes away ends an endless loop.
printf 'print("lost")\n' >print.lua
printf 'io.write("lost")\n' >write.lua
printf 'print("lost")\nos.exit(0)\n' >leave.lua
printf 'coroutine.wrap(function() io.write("lost") os.exit(true, true) end)()\n' >within.lua
for script in print write leave within; do
    COMMAND="flatplot run $script.lua >/dev/full"
    tool run $script.lua >/dev/full 2>"$ERR"
    STATUS=$?
    expect 4
    err 'flatplot: standard output: '
done
printf 'while true do pcall(print, 1) end\n' >endless.lua
COMMAND='flatplot run endless.lua | head -n 1'
{
    tool run endless.lua 2>"$ERR"
    echo $? >status
} | head -n 1 >"$OUT"
STATUS=$(cat status)
expect 141
err_lines 0
printf 'local p = io.popen("true", "w") p:setvbuf("no") os.execute("sleep .1")\n' >child.lua
printf 'for i = 1, 9 do p:write("x") end print("went on")\n' >>child.lua
run run child.lua
expect 0
out 'went on'

# ^C stops an endless loop at its next line, also one that catches errors.
printf 'print("on") io.stdout:flush()\nwhile true do end\n' >loop.lua
printf 'print("on") io.stdout:flush()\nwhile true do\n  pcall(error)\nend\n' >catch.lua
for script in loop catch; do
    start $script run $script.lua
    until_true grep -q on "$OUT"
    kill -s INT $PID
    await_end $script
    expect 130
    err "$script.lua:"
    err stopped
done
finish
