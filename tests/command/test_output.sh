#!/bin/sh
# SPDX-License-Identifier: MIT
# Where pictures go: files, devices, standard output; and when they cannot: exit 4, nothing half.
. "${0%/*}/harness.sh"

npy a.npy '<f8' 4,5
npy film.npy '<f4' 12,4,5

# device NAME NUMBER: a device like /dev/NAME in this folder. Root could destroy the machine's own
# ones, if the tool were wrong; they are used only where no device can be made.
device() {
    mknod -m 666 "$1" c 1 "$2" 2>"$WORK/log/mknod" && [ -c "$1" ] && : >>"$1" && return
    rm -f "$1"
    ln -s "/dev/$1" "$1"
}
device full 7
device null 3
for name in full ./full "$PWD/full"; do
    run imshow a.npy -o "$name"
    refused 4 "$name"
    check 'it is still a device' [ -c full ]
done
run imshow film.npy -o null
expect 0
check 'it is still a device' [ -c null ]
check 'nothing was made beside them' [ "$(entries)" = 4 ]

# A log that the shell opened goes on after what stands in it.
echo first >log
tool imshow a.npy -o picture --format png
for name in /dev/stdout /dev/fd/1; do
    tool imshow a.npy -o $name --format png >>log
done
{ echo first && cat picture picture; } >"$WORK/log/expected"
check 'the pictures stand behind it' cmp log "$WORK/log/expected"
echo first >log
tool imshow film.npy -o '{index}.png' --report /dev/stdout -q >>log
tool imshow film.npy -o '{index}.png' --report /dev/stderr -q 2>>log
check 'and so do reports' [ "$(sed -n '1p;2s/".*//p' log | tr '\n' ' ')" = 'first { ' ]
check 'both of them' [ "$(wc -l <log)" = "$((1 + 2 * $(tool imshow film.npy -o '{index}.png' --report /dev/stdout -q | wc -l)))" ]
rm -f log picture [0-9]*.png

# As small as can be: other bytes, the same pixels and texts; wherever pictures are written.
texts() { strings -n 8 "$1" | grep -e Software -e flatplot | cut -c1-60 | head -n 4; }
for way in "imshow film.npy --frames 3" "imshow film.npy --frames 3 --no-axes --scale 40" "plot a.npy" \
    "pcolormesh a.npy" "montage film.npy"; do
    run $way -o fast.png --compress fast
    expect 0
    run $way -o plain.png
    run $way -o small.png --compress small
    expect 0
    check "$way: the same pixels" png same small.png fast.png
    check "$way: fast is what is written anyway" cmp fast.png plain.png
    check "$way: other bytes" [ "$(cksum <small.png)" != "$(cksum <fast.png)" ]
    check "$way: the same texts" [ "$(texts small.png)" = "$(texts fast.png)" ]
    run $way -o - --format png --compress small
    check "$way: the same through a pipe" cmp "$OUT" small.png
done
tool imshow film.npy --frames 3 -o fast.png
cp fast.png plain.png
run imshow film.npy --frames 3 -o fast.png --compress small --skip-existing
expect 0
check 'what is there has these pixels and stays' cmp fast.png plain.png
run imshow a.npy -o x.png --compress tiny
refused 2 '--compress tiny: no such choice' 'choose fast or small'
run imshow a.npy -o x.png --compress smal
refused 2 'did you mean small?'
run plot a.npy -o x.png --format png-reference --compress small
refused 2 '--format png-reference says how it is compressed, and so does --compress' 'leave one away'
rm -f fast.png plain.png small.png

run imshow a.npy -o no/such/a.png
refused 4 'no/such' '--mkdir'
check 'it was not made' [ ! -e no ]
run imshow a.npy -o no/such/a.png --mkdir
expect 0
check 'now it was' [ "$(png size no/such/a.png)" = '640 480' ]
run imshow a.npy -o a.npy/x.png
refused 4 a.npy
run imshow a.npy -o a.npy/no/x.png --mkdir
refused 4 a.npy
run imshow a.npy -o /proc/x.png
refused 4 /proc/x.png
run imshow a.npy -o /proc/no/x.png --mkdir
refused 4 /proc/no 'the folder cannot be made'

# A job that is refused leaves no folder behind.
npy c.npy '<f8' 4,5
for wish in --vmin=99 '--no-axes --scale 30000' --title={x} --frames=77; do
    run imshow a.npy -o no/refused/x.png --mkdir $wish
    check 'it is refused' [ "$STATUS" -ge 2 ]
    run imshow a.npy c.npy -o 'no/refused/{index}.png' --mkdir $wish
    check 'it is refused' [ "$STATUS" -ge 2 ]
    check 'nothing is made' [ ! -e no/refused ]
done

# A folder in which nothing may be made. Root may everything, so it becomes somebody else.
mkdir closed
chmod 755 "$WORK" "$WORK/folder"
chmod 555 closed
cp "$FLATPLOT" "$WORK/flatplot"
if [ "$(id -u)" -eq 0 ]; then
    printf '#!/bin/sh\nexec setpriv --reuid 65534 --clear-groups "%s" "$@"\n' "$WORK/flatplot" >"$WORK/other"
    chmod 755 "$WORK/other"
    real=$FLATPLOT FLATPLOT=$WORK/other
    run imshow a.npy -o closed/a.png
    FLATPLOT=$real
else
    run imshow a.npy -o closed/a.png
fi
refused 4 closed/a.png
check 'nothing is left there' [ "$(entries closed)" = 0 ]

# A file that may not grow, as on a full disk: the old picture stays and nothing is left beside it.
mkdir out
run imshow a.npy -o out/a.png
cp out/a.png before.png
(
    ulimit -f 1
    run imshow a.npy -o out/a.png --cmap gray --size 2000x2000 --title x
    exit $STATUS
)
STATUS=$?
expect 4
check 'the old picture is as it was' cmp out/a.png before.png
check 'and alone' [ "$(entries out)" = 1 ]

# A link is followed, and stays.
ln -s real.png out/link.png
run imshow a.npy -o out/link.png
expect 0
check 'the link is a link' [ -L out/link.png ]
check 'its target is a picture' [ "$(png size out/real.png)" = '640 480' ]

# Standard output: one picture, a full device, a reader that goes away.
tool imshow a.npy -o - --format png >one.png 2>"$WORK/log/err"
check 'the same picture' png same one.png before.png
full() {
    COMMAND="flatplot $*"
    OUT=/dev/null
    tool "$@" >/dev/full 2>"$ERR"
    STATUS=$?
    refused 4 'standard output: the disk is full'
}
full imshow a.npy -o - --format png
full info a.npy
full --help
COMMAND='flatplot --version'
tool --version >&- 2>"$ERR"
STATUS=$?
refused 4 'standard output: it is closed'
npy long.npy '<f4' 400,8,8
{
    tool imshow long.npy -o - --format png 2>"$WORK/log/err"
    echo $? >"$WORK/log/status"
} | head -c 8 >/dev/null
STATUS=$(cat "$WORK/log/status")
expect 141
check 'quiet' [ ! -s "$WORK/log/err" ]

# A frame in the middle that cannot be written stops the job and is counted.
mkdir -p blocked/05.png
run imshow film.npy -o 'blocked/{frame}.png'
expect 4
err 'blocked/05.png'
err '5 of 12 frames were written'
check 'the five are there' [ "$(entries blocked)" = 6 ]
# What is written beside the pictures has places of its own, by whatever name. Every line: what is
# said, behind the options.
npy br.npy '<f4' 90,4,5
npy t.npy '<f4' 90
npy o.png '<f4' 90
run info film.npy --clim p2,p98
cp "$OUT" c.json
echo film.npy >list
mkdir o2
ln -s o2 o3
ln -s r.x alias
find . -type f -exec cksum {} + >"$WORK/log/before"
while IFS='|' read -r options said; do
    run imshow $options
    refused 2 "$said"
done <<'END'
br.npy[:75] -o o2/ --rss br.npy|br.npy is also an input
br.npy[:75] -o o2/ --rss-plot br.npy --format png|no format npy
br.npy[:75] -o o2/ --report br.npy|br.npy is also an input
film.npy -o - --format png --report film.npy|film.npy is also an input
a.npy -o o2/c.png --report o2/c.png|o2/c.png would be a picture and is the file of --report
a.npy -o o2/c.png --rss o3/c.png|o2/c.png would be a picture and is the file of --rss
a.npy -o o2/c.png --rss-plot ./o2/c.png|o2/c.png would be a picture and is the file of --rss-plot
film.npy -o o2/{frame}.png --rss o2/11.png|o2/11.png would be a picture and is the file of --rss
film.npy -o o2/ --report r.x --rss r.x|r.x would be written twice, for --rss and --report
film.npy -o o2/ --report alias --rss r.x|r.x would be written twice
film.npy -o o2/ --report x{shard} --shard 2/3 --rss x2|x2 would be written twice
film.npy -o o2/ --rss m.png --rss-plot m.png|m.png would be written twice
film.npy -o o2/ --clim c.json --report c.json|c.json would be written for --report and is read for --clim
film.npy -o o2/ --times t.npy --report t.npy|t.npy would be written for --report and is read for --times
film.npy -o o.png --frames 3 --times o.png|o.png would be a picture and is the file of --times
--files-from list -o o2/ --rss list|list would be written for --rss and is read for --files-from
END
run montage film.npy -o list --format png --files-from list
refused 2 'list would be a picture and is the file of --files-from'
check 'nothing was drawn' [ "$(entries o2)" = 0 ]
find . -type f -exec cksum {} + >"$WORK/log/after"
check 'and everything is as it was' cmp -s "$WORK/log/before" "$WORK/log/after"
tool imshow - -o '{index:02}.png' --report 03.png --vmin 0 --vmax 1 <film.npy 2>"$WORK/log/err"
check 'a picture of a stream neither' [ $? -eq 2 ]
check 'which comes that far' grep -q '^flatplot: 03.png would be a picture' "$WORK/log/err"
check 'those before it are drawn' [ -e 02.png ]
run imshow film.npy -o o2/ --rss /dev/null --report /dev/null
expect 0
finish
