#!/bin/sh
# SPDX-License-Identifier: MIT
# --report, a line for each picture, and flatplot verify on the reports of shards.
. "${0%/*}/harness.sh"

npy film.npy '<f4' 12,5,6 ramp
npy hole.npy '<f4' 5,6 nan
small='--no-axes --scale 3'
lines() { [ "$(wc -l <"$1")" -eq "$2" ]; }
# Of line N of a report: the value of a member that is a number or a word.
value() { sed -n "$2p" "$1" | sed -n "s/.*\"$3\":\"\{0,1\}\([^,\"}]*\).*/\1/p"; }

# What stands in it.
run imshow film.npy hole.npy -o 'a/{stem}_{frame}.png' --mkdir $small --report a.ndjson
expect 0
check 'a line for the job and one for each picture' lines a.ndjson 14
check 'a schema number' [ "$(value a.ndjson 1 schema)" = 1 ]
check 'frames' [ "$(value a.ndjson 1 frames)" = 13 ]
check 'one shard' [ "$(value a.ndjson 1 shard)/$(value a.ndjson 1 shards)" = 1/1 ]
check 'index' [ "$(value a.ndjson 5 index)" = 3 ]
check 'drawn' [ "$(value a.ndjson 5 status)" = drawn ]
check 'input' [ "$(value a.ndjson 5 input)" = film.npy ]
check 'output' [ "$(value a.ndjson 5 output)" = a/film_03.png ]
check 'limits' [ "$(value a.ndjson 5 vmin) $(value a.ndjson 5 vmax)" = '0 359' ]
check 'no NaN' [ "$(value a.ndjson 5 nan)" = 0 ]
check 'all NaN' [ "$(value a.ndjson 14 nan)" = 30 ]
check 'memory' [ "$(value a.ndjson 5 rss)" -gt 1000000 ]
check 'times' grep -q '"ms":{"read":[0-9.]*,"draw":[0-9.]*,"encode":[0-9.]*,"write":[0-9.]*}' a.ndjson
check 'CRC' [ "$(value a.ndjson 5 crc32)" -gt 0 ]
run verify a.ndjson
expect 0
out_lines 1
err_lines 0
out '13 frames, each exactly once · 13 drawn, 0 kept · 1 report · pixels of 13 files compared'
# Gray ones, too.
run imshow film.npy -o 'gray/{frame}.png' --mkdir $small --cmap gray --report gray.ndjson
run verify gray.ndjson
expect 0
out 'pixels of 12 files compared'

# Without pictures in files there is nothing to look at.
tool imshow film.npy -o - --format png $small --report b.ndjson -q </dev/null >pictures
check 'no output' lacks output b.ndjson
run verify b.ndjson
expect 0
out 'pixels not compared'

# Of a stream nobody knows how many frames it has, until it ends.
tool imshow - -o 's/{index}.png' --mkdir $small --clim 0,400 --report s.ndjson -q <film.npy
check 'a stream' [ "$(value s.ndjson 1 frames)" = null ]
check 'its frames, and how many they were' lines s.ndjson 14
check 'in the last line' [ "$(tail -n 1 s.ndjson)" = '{"frames":12}' ]
run verify s.ndjson
expect 0
out '12 frames, each exactly once · 12 drawn, 0 kept · 1 report · pixels of 12 files compared'
head -n 9 s.ndjson >cut.ndjson
run verify cut.ndjson
expect 1
out 'the end of the stream is missing'
out '8 frames so far'
head -c 1000 film.npy >part.npy
tool imshow - -o 's/{index}.png' $small --clim 0,400 --report part.ndjson -q <part.npy 2>errors
run verify part.ndjson
expect 1
out 'the end of the stream is missing'

# A film in shards, more than one report in flight; workers and numbers of shards change nothing.
for n in 1 3 15; do
    for i in $(seq $n); do
        run imshow film.npy -o 'c/{index}.png' --mkdir $small --shard $i/$n -j $((1 + n % 2)) \
            --report "c$n-{shard}.ndjson" -q
        [ "$STATUS" = 0 ] || expect 0
    done
    run verify c$n-*.ndjson
    expect 0
    out "12 frames, each exactly once · 12 drawn, 0 kept · $n report"
done
check 'shards have names of one width' [ -e c15-09.ndjson ]
check 'an empty one has the line about the job' lines c15-14.ndjson 1
run verify c15-1*.ndjson c3-1.ndjson
expect 1
out 'doubled: frame 9'
run verify c3-1.ndjson c3-2.ndjson
expect 1
err_lines 2
out 'missing: frames 2, 5, 8, 11'
out 'no report of shard 3'
run verify -q c3-1.ndjson c3-2.ndjson
expect 1
out_lines 0
run verify c3-1.ndjson c3-2.ndjson c3-3.ndjson c3-3.ndjson
expect 1
out 'doubled: frames 2, 5, 8, 11'
run imshow film.npy -o c/06.png --frames 5 $small -q
run verify c3-?.ndjson
expect 1
out 'differing: frame 6'
rm c/06.png
run verify c3-?.ndjson
expect 1
out 'missing: frame 6'
run imshow film.npy -o 'c/{index}.png' $small --frames :7 --clim 0,359 -q

# Another job: of other options, inputs, frames, names; but not of other ways to do it.
other() {
    run imshow "$@" --mkdir --shard 2/3 --report 'other{shard}.ndjson' -q
    run verify c3-1.ndjson other2.ndjson
    refused 3 'other2.ndjson: line 1: of another job'
}
other film.npy -o 'c/{index}.png' --no-axes --scale 2
other film.npy -o 'c/{index}.png' $small --cmap gray
other film.npy -o 'c/{index}.png' $small --vmax 300
other film.npy -o 'c/{index}.png' $small --frames ::-1
other film.npy -o 'd/{index}.png' $small
other film.npy -o 'c/{index}.png' $small --frame-axis 1 --clim 0,359
cp film.npy copy.npy
other copy.npy -o 'c/{index}.png' $small
run imshow film.npy -o 'c/{index}.png' $small --vmin 0 --vmax 359 --shard 2/3 -j 2 -v \
    --report 'other{shard}.ndjson' --progress never
run verify c3-1.ndjson other2.ndjson c3-3.ndjson
expect 0

# Failures stand in it, with the reason; what another shard drew is whole.
run imshow film.npy -o 'e/{index}.png' --mkdir $small --report e.ndjson -q
rm e/05.png
mkdir e/05.png
run imshow film.npy -o 'e/{index}.png' --mkdir $small --report e2.ndjson -q
expect 4
check 'a failed picture' [ "$(value e2.ndjson 7 status)" = failed ]
check 'its exit code' [ "$(value e2.ndjson 7 code)" = 4 ]
check 'and why' grep -q '"error":".*e/05.png: is a folder"' e2.ndjson
run verify e2.ndjson
expect 1
out 'failed: frame 5'
out 'missing: frames 6–11'

# Who is killed leaves the lines so far.
npy long.npy '<f4' 2000,30,40 ramp
started() { [ "$(wc -l <f.ndjson)" -gt 5 ]; }
start killed imshow long.npy -o f/ --mkdir --report f.ndjson -q
until_true started
kill -s KILL $PID
await_end killed 2>/dev/null
check 'lines so far' [ "$(wc -l <f.ndjson)" -gt 5 ]
run verify f.ndjson
expect 1
out 'missing: frames '

# Pictures that are all gone are missing, as long as there was a place for them.
run imshow film.npy -o 'q/{index}.png' --mkdir $small --report q.ndjson -q
rm q/*
run verify q.ndjson
expect 1
out 'missing: frames 0–11'
rmdir q
run verify q.ndjson
expect 0
out 'files are not here, pixels not compared'

# What --keep-going passed over is no part of a whole job.
echo 'no array' >bad.npy
run imshow film.npy bad.npy none.npy -o 'p/{stem}{frame}.png' --mkdir $small -k --report p.ndjson -q
expect 1
check 'it is named' grep -qF '"unread":["bad.npy","none.npy"]' p.ndjson
run verify p.ndjson
expect 1
out 'unread: bad.npy, none.npy'
err 'mend the inputs'
run imshow film.npy -o 'p/{stem}{frame}.png' --mkdir $small -k --report whole.ndjson -q
run verify whole.ndjson
expect 0
run verify whole.ndjson p.ndjson
refused 3 'p.ndjson: line 1: of another job'
for wish in '-o r/{index}.png' '-o r/{stem}{frame}.png --shard 1/2' '-o r/%03d.png'; do
    run imshow bad.npy film.npy $wish --mkdir $small -k
    expect 3
    err 'bad.npy'
    err 'without those inputs'
    err '  hint: leave them away'
    check 'nothing is drawn' [ ! -e r ]
done

# A file that may not grow, as on a full disk: no line is cut, none follows.
for jobs in 1 2; do
    COMMAND='imshow on a full disk'
    (
        ulimit -f 2
        tool imshow film.npy -o 't/{index}.png' --mkdir $small --report t.ndjson -j $jobs
    ) >"$OUT" 2>"$ERR"
    STATUS=$?
    expect 4
    err 't.ndjson: cannot be written'
    check 'told once' [ "$(grep -c 'cannot be written' "$ERR")" = 1 ]
    check 'whole lines' [ -z "$(tail -c 1 t.ndjson)" ]
    run verify t.ndjson
    expect 1
    out 'missing: frames '
    no_err 'is not whole: its writer'
done

# A FIFO is opened once; who waits for its reader can be stopped.
mkfifo fifo
cat fifo >from_fifo &
run imshow film.npy -o 't/{index}.png' --mkdir $small --report fifo -q
expect 0
wait $!
run verify from_fifo
expect 0
start waits imshow film.npy -o 't/{index}.png' $small --report fifo -q
sleep 0.5
check 'it waits' kill -0 $PID
kill -s TERM $PID
await_end waits
expect 143
for jobs in 1 2; do
    tool imshow film.npy -o 't/{index}.png' $small --report /dev/stdout -q -j $jobs 2>"$ERR" |
        head -n 2 >two
    check 'two lines' lines two 2
    check 'a reader that goes away is nothing to talk about' [ ! -s "$ERR" ]
done

# A report that cannot be written, or would take the place of something else.
run imshow film.npy -o 'g/{index}.png' --mkdir $small --report none/g.ndjson
refused 4 'none: no such folder'
run imshow film.npy -o 'g/{index}.png' --mkdir $small --report film.npy
refused 2 'film.npy is also an input'
run imshow film.npy -o 'g/{index}.png' --mkdir $small --report 'g{frame}.ndjson'
refused 2 'unknown word {frame}' '{shard}'
run imshow film.npy -o 'g/{index}.png' --mkdir $small --report -
refused 2 '--report -:' '/dev/stdout'
run imshow film.npy -o 'g/{index}.png' --mkdir $small --report g.ndjson --shard 1/2
refused 2 '--report g.ndjson: one name for 2 shards' 'report{shard}.ndjson'
check 'nothing was drawn' [ ! -e g ]
run imshow film.npy -o 'g/{index}.png' --mkdir $small --report /dev/full
expect 4
err '/dev/full: cannot be written'
finish
