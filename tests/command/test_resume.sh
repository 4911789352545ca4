#!/bin/sh
# SPDX-License-Identifier: MIT
# Jobs that are killed, run again, refused, planned, and that go on after failures.
. "${0%/*}/harness.sh"

same_files() { diff -r "$1" "$2" >"$WORK/log/diff" && return; head -n 5 "$WORK/log/diff"; return 1; }
listing() { ls -lA --time-style=full-iso "$1"; }

# Milliseconds.
pause() { sleep $(($1 / 1000)).$(printf %03d $(($1 % 1000))); }

# --- kill −9 at any moment ----------------------------------------------------------------------
# The files of an undisturbed run, how long it takes, and those of one with other colours, over which is drawn.
npy film.npy '<f4' 150,40,50 ramp
began=$(date +%s%N)
run imshow film.npy -o 'whole/{frame}.png' --mkdir --title '{frame}' --colorbar
took=$((($(date +%s%N) - began) / 1000000))
expect 0
run imshow film.npy -o 'other/{frame}.png' --mkdir --title '{frame}' --colorbar --cmap gray
case ${MODE:-plain} in plain) kills=20 ;; *) kills=3 ;; esac
seed=20261121
cut=0
for round in $(seq $kills); do
    seed=$(((seed * 1103515245 + 12345) % 2147483648))
    jobs=$((1 + round / 2 % 2))
    rm -rf k
    case $((round % 2)) in 0) cp -r other k ;; esac
    start killed imshow film.npy -o 'k/{frame}.png' --mkdir --title '{frame}' --colorbar -j $jobs
    pause $((seed / 65536 % 100 * took * 7 / 1000))
    kill -s KILL $PID 2>"$WORK/log/kill"
    await_end killed 2>"$WORK/log/wait"
    if [ "$STATUS" = 137 ]; then
        cut=$((cut + 1))
    else
        took=$((took * 3 / 4)) # it was too late
    fi
    run imshow film.npy -o 'k/{frame}.png' --mkdir --title '{frame}' --colorbar -j $((1 + round % 2)) \
        --skip-existing
    expect 0
    check "round $round: all is as if nothing had happened" same_files whole k
done
check 'most were killed before they ended' [ "$cut" -ge $((kills / 2)) ]

# What is left of a killed job goes also when there is nothing more to draw for its place.
left() { find k -name '.*' -type f | grep -q .; }
for try in $(seq 40); do
    left && break
    start killed imshow film.npy -o 'k/{frame}.png' --title '{frame}' --colorbar --size 2000x1500
    pause $((took / 8 + try * 7))
    kill -s KILL $PID 2>"$WORK/log/kill"
    await_end killed 2>"$WORK/log/wait"
    cp whole/*.png k
done
check 'something is left' left
run imshow film.npy -o 'k/{frame}.png' --title '{frame}' --colorbar --skip-existing
expect 0
check 'it is gone' same_files whole k

# ^C: the hint says how to go on, and that works.
rm -r k
start stopped imshow film.npy -o 'k/{frame}.png' --mkdir --title '{frame}' --colorbar -j 2
until_true [ -e k/003.png ]
kill -s INT $PID
await_end stopped
refused 130 "stopped after $(entries k) of 150" 'run again with --skip-existing'
count=$(entries k)
run imshow film.npy -o 'k/{frame}.png' --title '{frame}' --colorbar --skip-existing
expect 0
err "$count of 150 are there"
err "150 frames ($count were there)"
check 'all is as if nothing had happened' same_files whole k

# --- what is kept and what is not -----------------------------------------------------------------
small='--no-axes --scale 3'
npy a.npy '<f4' 6,5,6 ramp
npy b.npy '<f4' 4,5,6 ramp
again() { run imshow a.npy b.npy -o 'r/{stem}{frame}.png' --mkdir $small --skip-existing "$@"; }
again --clim all
expect 0
no_err 'there'
listing r >"$WORK/log/before"
again --clim all
expect 0
err '10 of 10 are there'
no_err 'stale'
listing r >"$WORK/log/after"
check 'nothing was written' cmp "$WORK/log/before" "$WORK/log/after"
again --vmin 0 --vmax 179 -j 2 -v
expect 0
no_err '.png'
listing r >"$WORK/log/after"
check 'nor by workers that are told the same in other words' cmp "$WORK/log/before" "$WORK/log/after"

again --clim all --cmap gray
err '10 of 10 are there; 10 of them were made with other options or limits'
expect 0
no_err 'were there)'
npy b.npy '<f4' 4,5,6 nan
again --clim all --cmap gray
expect 0
err '10 frames (6 were there)'
npy b.npy '<f4' 9,5,6 ramp
again --clim all --cmap gray --frames :4
expect 0
err '8 of 8 are there; 8 of them were made with other options or limits'
no_err 'were there)'

# Files of the same name that are not ours, or not whole.
cp whole/001.png r/a0.png
head -c 200 r/a1.png >r/x
mv r/x r/a1.png
echo text >r/a2.png
again --clim all --cmap gray --frames :4
expect 0
err '8 of 8 are there; 3 of them'
err '8 frames (5 were there)'
again --clim all --cmap gray --frames :4
err '8 frames (8 were there)'

# The same picture has the same bytes, wherever its input and its file are, and whoever draws it.
mkdir elsewhere
cp a.npy elsewhere/copy.npy
run imshow a.npy -o one.png $small --frames 2 --clim 0,9
run imshow elsewhere/copy.npy -o elsewhere/two.png $small --frames 2 --clim 0,9 -j 3 --report r.ndjson
check 'byte for byte' cmp one.png elsewhere/two.png

# Reports tell what was kept, with the pixels of the file that is there.
run imshow a.npy -o 'v/{frame}.png' --mkdir $small -q
rm v/3.png
run imshow a.npy -o 'v/{frame}.png' $small -q --skip-existing --report v.ndjson -j 2
expect 0
run verify v.ndjson
expect 0
out '1 drawn, 5 kept'
out 'pixels of 6 files compared'

# Several frames on a picture.
run imshow a.npy -o 's/{frame}.png' --mkdir --subplots 2,2 -q
rm s/4.png
run imshow a.npy -o 's/{frame}.png' --subplots 2,2 --skip-existing
expect 0
err '1 of 2 is there'
err '6 frames (4 were there) on 2 pictures'

# --- --no-clobber -----------------------------------------------------------------------------------
rm v/0.png
listing v >"$WORK/log/before"
run imshow a.npy -o 'v/{frame}.png' $small --no-clobber
refused 4 'v/1.png: is there already'
listing v >"$WORK/log/after"
check 'nothing was drawn' cmp "$WORK/log/before" "$WORK/log/after"
run imshow a.npy -o 'v/{frame}.png' $small --no-clobber --frames 0
expect 0
tool imshow - -o 'v/{index:01}.png' $small --clim 0,9 --no-clobber <a.npy >"$OUT" 2>"$ERR"
STATUS=$?
expect 4
err 'is there already'
run imshow a.npy -o 'v/{frame}.png' --no-clobber --skip-existing
refused 2 '--skip-existing'
for wish in --skip-existing --dry-run; do
    run imshow - -o 'w/{index}.png' --clim 0,9 $wish
    refused 2 'a stream is read once'
done

# --- --keep-going ------------------------------------------------------------------------------------
echo junk >bad.npy
head -c 300 a.npy >short.npy
run imshow bad.npy a.npy none.npy b.npy short.npy -o 'g/{stem}{frame}.png' --mkdir $small -k
expect 1
check 'all that can be drawn' [ "$(entries g)" = 15 ]
err '15 frames'
err '3 of 5 inputs cannot be read'
err '  bad.npy: '
err '  none.npy: cannot be read: no such file'
err '  short.npy: is truncated'
run imshow bad.npy none.npy -o 'h/{stem}{frame}.png' --mkdir $small -k
expect 3
err '2 of 2 inputs cannot be read'
check 'nothing is made' [ ! -e h ]
run imshow a.npy bad.npy -o 'h/{stem}{frame}.png' --mkdir $small
refused 3 bad.npy
run imshow bad.npy a.npy -o bad.npy --format png --frames 0 -k
refused 2 'bad.npy is also an input'
check 'it is as it was' [ "$(cat bad.npy)" = junk ]

# A frame that ends before its time, found when the limits are.
npy still.npy '<f4' 200,300 ramp
npy still2.npy '<f4' 200,300 ramp
gzip -n still2.npy
head -c 20000 still2.npy.gz >cut.npy.gz
for clim in all all:p2,p98 frame; do
    run imshow still.npy cut.npy.gz b.npy -o 'c/{index}.png' --mkdir -k --frames 0 --clim $clim -j 2
    expect 1
    err '2 frames'
    err '1 of 3 frames failed'
    err '  cut.npy.gz: '
    check 'the others are drawn' [ "$(entries c)" = 2 ]
    rm -r c
done

# Pictures that cannot be written, in files and of a stream; workers.
for jobs in 1 2; do
    rm -rf f
    mkdir -p f/1.png f/4.png
    run imshow a.npy -o 'f/{frame}.png' $small -k -j $jobs --report f.ndjson
    expect 1
    err '4 frames'
    err '2 of 6 frames failed'
    err '  frame 1 of a.npy: f/1.png: is a folder'
    err '  frame 4 of a.npy: f/4.png: is a folder'
    check 'the others are drawn' [ "$(find f -type f | wc -l)" = 4 ]
    check 'and the report has all' [ "$(wc -l <f.ndjson)" = 7 ]
done
rm -r f
mkdir -p f/1.png
tool imshow - -o 'f/{frame:01}.png' $small -k --clim 0,9 <a.npy >"$OUT" 2>"$ERR"
STATUS=$?
expect 1
err '5 frames'
err '1 of 6 frames failed'
err '  frame 1 of -: f/1.png: is a folder'
check 'the others are drawn' [ "$(find f -type f | wc -l)" = 5 ]

# An input that is deleted, or cut off, while others are drawn.
cp b.npy late.npy
start late imshow film.npy late.npy -o 'd/{stem}{frame}.png' --mkdir -k --clim 0,9
until_true [ -e d/film003.png ]
rm late.npy
await_end late
expect 1
err '150 frames'
err '9 of 159 frames failed'
err '  frame 0 of late.npy: late.npy: cannot be read: no such file'
rm -r d
cp film.npy shrinks.npy
start shrinks imshow shrinks.npy -o 'd/{frame}.png' --mkdir -k --clim 0,9
until_true [ -e d/003.png ]
truncate -s 1000 shrinks.npy
await_end shrinks
expect 1
err 'frames failed'
err ' of shrinks.npy: shrinks.npy: '
check 'what is there is whole' [ "$(find d -name '.*' -type f | wc -l)" = 0 ]

# A reader that goes away is quiet, and no reason to go on.
{
    tool imshow film.npy -o - --format png -k 2>"$ERR"
    echo $? >"$WORK/log/status"
} | head -c 8 >/dev/null
STATUS=$(cat "$WORK/log/status")
expect 141
check 'quiet' [ ! -s "$ERR" ]

# --- a full disk -------------------------------------------------------------------------------------
# One of 200 KB, where this may be mounted, in a place that only the tool and who calls it see.
mkdir disk
printf '#!/bin/sh\nFLATPLOT=%s exec unshare -rm sh -c "%s" tool "$@"\n' "$FLATPLOT" '
    mount -t tmpfs -o size=200k,mode=777 disk disk && cp whole/000.png disk/000.png || exit
    \"\$FLATPLOT\" \"\$@\"
    code=\$?
    cp -r disk/. after
    exit \$code' >"$WORK/full"
chmod 755 "$WORK/full"
real=$FLATPLOT
may_mount() { unshare -rm mount -t tmpfs disk disk 2>"$WORK/log/mount"; }
wishes='-q -k'
may_mount || {
    echo 'a full disk: nothing can be mounted here, not tried'
    wishes=
}
for wish in $wishes; do
    mkdir after
    FLATPLOT=$WORK/full
    run imshow film.npy -o 'disk/{frame}.png' --size 1000x1000 --title '{frame}' $wish
    FLATPLOT=$real
    case $wish in -q) expect 4 ;; *) expect 1 ;; esac
    err ': the disk is full'
    check 'no temporary file is left' [ "$(find after -name '.*' -type f | wc -l)" = 0 ]
    for file in after/*.png; do
        check "$file is whole" png size "$file" >"$WORK/log/size"
    done
    rm -r after
done

# --- --dry-run ---------------------------------------------------------------------------------------
npy wide.npy '<f4' 3,700,800 ramp
plan() { run imshow film.npy wide.npy -o 'n/{stem}_{frame}.png' --mkdir --dry-run "$@"; }
plan --report n.ndjson --rss n.csv
expect 0
err_lines 0
out 'frames     153 of 2 inputs'
out 'pictures   153'
out 'names      n/film_000.png … n/wide_2.png'
out 'limits: read from the data first'
out 'processes'
check 'nothing was written' [ ! -e n ]
check 'nothing at all' [ ! -e n.ndjson ]
check 'nothing at all' [ ! -e n.csv ]
plan --frames 1: --subplots 2,2 --shard 2/3 --clim 0,9
out 'frames     51 of 2 inputs, shard 2 of 3'
out 'pictures   13'
out 'limits 0 … 9'
run imshow film.npy -o 'k/{frame}.png' --title '{frame}' --colorbar --skip-existing --dry-run
out '150 of 150 are there'
rm k/007.png
run imshow film.npy -o 'k/{frame}.png' --title '{frame}' --colorbar --skip-existing --dry-run --vmax 2
out '149 of 150 are there; 149 of them were made with other options or limits'
check 'and nothing is made' [ ! -e k/007.png ]
run imshow bad.npy a.npy -o 'n/{frame}.png' --mkdir --dry-run
refused 3 bad.npy
run imshow bad.npy a.npy -o 'n/{frame}.png' --mkdir --dry-run -k
expect 1
out 'frames     6 of 1 input'
err 'bad.npy'
run imshow a.npy -o a.png --frames 0 --shard 2/2 --clim 0,9 --dry-run
expect 0
err 'nothing to draw'

# The memory that it tells is at most half as much again as what is needed, and no less than two
# thirds: "about 14.2 MiB at the peak", "about 35.2 MiB at the peak, 13.9 MiB in each …".
mebibytes() { sed -n "s/.*memory .*$1\([0-9.]*\) MiB.*/\1/p" "$OUT"; }
near() { awk "BEGIN { r = $1 * 1048576 / $2; print r; exit !(r > 2 / 3 && r < 1.5) }" >"$WORK/log/ratio"; }
for size in 320x240 3000x2000; do
    for jobs in 1 2; do
        plan --size $size -j $jobs --frames :3
        case $jobs in 1) told=$(mebibytes 'about ') ;; *) told=$(mebibytes 'peak, ') ;; esac
        needed=$(peak "$FLATPLOT" imshow film.npy wide.npy -o 'n/{stem}_{frame}.png' --mkdir \
            --size $size -j $jobs --frames :3)
        check "$told MiB of $needed bytes, $jobs processes, $size" near "$told" "$needed"
        rm -r n
    done
done
finish
