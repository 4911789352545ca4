#!/bin/sh
# SPDX-License-Identifier: MIT
# flatplot show, and scripts that show: in windows of a display that has no screen.
. "${0%/*}/harness.sh"

npy film.npy '<f8' 6,20,30 random
npy a.npy '<f8' 20,30 ramp
npy b.npy '<f8' 20,30 ramp

# Without a display, and what needs none to be refused.
unset DISPLAY
run show a.npy
refused 4 'no window can be opened: there is no display' 'DISPLAY is not set' 'ssh -X'
run show
refused 2 'show: no input'
run show missing.npy
expect 3
cat a.npy | tool show - >"$OUT" 2>"$ERR"
STATUS=$?
refused 2 'of a stream no frame can be shown again'
run show a.npy --vmin 3 --vmax 2
refused 2 '--vmin is above --vmax'
run show a.npy --fps 0
expect 2
run show a.npy -o a.png
refused 2 '-o'

# In a terminal: as text, which needs none. Black, 85, 170 and white, two pixels a character.
printf '0 1\n2 3\n' >four.txt
run show --terminal --size 2x2 --cmap gray four.txt
expect 0
err_lines 0
printf '\033[38;2;0;0;0m\033[48;2;170;170;170m\342\226\200%b\342\226\200\033[0m\n' \
    '\033[38;2;85;85;85m\033[48;2;255;255;255m' >wanted
check 'four pixels are two characters' cmp -s "$OUT" wanted
run show --terminal --cmap gray four.txt
expect 0
out_lines 23
check 'a value is 23 pixels of 46' [ "$(tr -d -c '\342' <"$OUT" | wc -c)" = $((46 * 23)) ]
run show --terminal film.npy --frames :3
expect 0
out_lines 60
npy wide.npy '<f8' 40,1600 ramp
run show --terminal wide.npy
expect 0
out_lines 1
check 'a larger picture is made smaller' [ "$(tr -d -c '\342' <"$OUT" | wc -c)" = 80 ]
tool show --terminal a.npy >/dev/full 2>"$ERR"
STATUS=$?
: >"$OUT"
refused 4 'the disk is full'

if ! command -v Xvfb >/dev/null; then
    echo 'skipped: Xvfb is not installed'
    finish
fi
mkfifo "$WORK/number"
Xvfb -displayfd 3 -screen 0 1280x1024x24 -nolisten tcp -noreset 3>"$WORK/number" 2>/dev/null &
XVFB=$!
trap 'kill $XVFB 2>/dev/null; end_started; chmod -R u+rwx "$WORK"; rm -rf "$WORK"' EXIT
read -r number <"$WORK/number"
DISPLAY=:$number
export DISPLAY
TOOL_ENV="DISPLAY=$DISPLAY"

window() { "$HELPERS/window" "$@"; }
none() { [ "$(window count)" = 0 ]; }
called() { [ "$(window title)" = "$1" ]; }

# wait_title TEXT: until the window is called that.
wait_title() {
    until_true called "$1"
    check "the window is called: $1" called "$1"
}

shows() { window shot shot.png && png same shot.png "$1"; }

# seen NAME: the window shows the picture of that file, now or soon: it is titled before it is drawn.
seen() {
    until_true shows "$1" >"$WORK/log/seen" 2>&1
    check "$1 is seen" shows "$1"
}

# One picture is what imshow draws; its close button ends it.
run imshow a.npy -o a.png --title '{stem}' --colorbar
expect 0
start one show a.npy --title '{stem}' --colorbar
wait_title a.npy
seen a.png
window close
await_end one
expect 0
err_lines 0
until_true none
check 'the window is gone' none

# A film stands still while it is looked at, and goes to the frames that keys say.
run imshow film.npy -o '{frame}.png'
expect 0
start film show film.npy --fps 1000
until_true called 'film.npy · frame 3 · 4/6'
window key space
window key Home
wait_title 'film.npy · frame 0 · 1/6'
seen 0.png
window key Right
window key n
wait_title 'film.npy · frame 2 · 3/6'
seen 2.png
window key b
wait_title 'film.npy · frame 1 · 2/6'
seen 1.png
window key Left
window key Left
wait_title 'film.npy · frame 5 · 6/6'
seen 5.png
window key space
until_true called 'film.npy · frame 0 · 1/6'
until_true called 'film.npy · frame 4 · 5/6'
window key End
wait_title 'film.npy · frame 5 · 6/6'
check 'one window all the time' [ "$(window count)" = 1 ]
window key q
await_end film
expect 0
err_lines 1
err '6 frames: space plays and pauses'

# Pictures side by side wait; frames are chosen as everywhere.
start two show a.npy b.npy 'film.npy[2:3]' --frames 0
wait_title 'a.npy · 1/3'
window key Right
wait_title 'b.npy · 2/3'
window key Escape
await_end two
expect 0
start still show film.npy --frames 3 -q
wait_title 'film.npy · frame 3'
window key space
window key q
await_end still
expect 0
err_lines 0

# ^C ends it, and a display that goes away is no crash.
start stopped show film.npy
until_true called 'film.npy · frame 3 · 4/6'
kill -s INT $PID
await_end stopped
expect 130
until_true none
check 'the window is gone' none

# A script's figures.
cat >loop.lua <<'END'
local fig = plt.figure()
for i = 1, 3 do
  plt.clf()
  plt.imshow(plt.load("a.npy"))
  plt.pause(0.01)
end
plt.savefig("loop.png")
plt.show()
print(pcall(fig.draw, fig))
END
start loop run loop.lua
wait_title 'Figure 1'
until_true [ -e loop.png ]
seen loop.png
window close
await_end loop
expect 0
out 'figure 1 was closed (line 8)'

# A prompt looks after windows while it waits for the next line.
mkfifo lines
tool run -i <lines >"$OUT" 2>"$ERR" &
PID=$!
exec 4>lines
echo 'fig = plt.figure(5) plt.imshow(plt.load("a.npy")) plt.show{block = false}' >&4
wait_title 'Figure 5'
window close
until_true none
echo 'print(#plt.get_fignums())' >&4
exec 4>&-
wait $PID
STATUS=$?
COMMAND='flatplot run -i'
expect 0
check 'the prompt saw the button' grep -qx 0 "$OUT"

start lost show film.npy
until_true called 'film.npy · frame 3 · 4/6'
kill $XVFB
await_end lost
expect 4
err 'the display went away'
finish
