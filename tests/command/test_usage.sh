#!/bin/sh
# SPDX-License-Identifier: MIT
# Wrong command lines: exit 2, one clear line and a hint, nothing written.
. "${0%/*}/harness.sh"

npy a.npy '<f8' 4,5
npy film.npy '<f4' 6,4,5
mkdir out

# wrong TEXT ARGUMENTS…: refused with the text, nothing written.
wrong() {
    text=$1
    shift
    run imshow "$@"
    refused 2 "$text"
    check 'nothing is written' [ "$(entries out)" = 0 ]
}
wrong 'did you mean --cmap?' a.npy -o out/x.png --camp gray
wrong viridis a.npy -o out/x.png --cmap virdis
wrong 'did you mean {frame}?' film.npy -o 'out/{fraem}.png'
wrong '{stem} {dir} {member} {frame} {index}' film.npy -o 'out/{x}.png'
wrong '{vmin}' a.npy -o out/x.png --title '{x}'
wrong 'vmin' a.npy -o out/x.png --vmin 2 --vmax 1
wrong 'vmin 100 is above vmax 19' a.npy a.npy -o 'out/{index}.png' --vmin 100
wrong 'two frames have one name' film.npy -o out/x.png
wrong 'put {index} into the name' a.npy a.npy -o 'out/{stem}.png'
wrong 'put {index} into the name' film.npy -o 'out/{stem}_{frame}.png' --frames 0,0
cp a.npy b.jpg.npy
cp a.npy a.png.npy
wrong 'jpg is not written' a.png.npy b.jpg.npy -o 'out/{stem}'
wrong 'also an input' a.npy -o a.npy --format png
ln -s a.npy link.png
wrong 'also an input' a.npy -o link.png
wrong 'add -o NAME.png' a.npy
wrong 'flatplot show FILE' a.npy
wrong 'ffmpeg' film.npy -o out/film.mp4
wrong 'convert' a.npy -o out/a.jpg
wrong 'not yet' a.npy -o out/a.svg
wrong 'not yet' a.npy -o out/a.png --format gif
wrong 'ending' a.npy -o out/a
wrong '--format png' a.npy -o -
wrong 'iconv -f cp949 -t utf-8' a.npy -o out/x.png --title "$(printf '\307\321')"
wrong '--frames' film.npy -o 'out/{frame}.png' --frames 1:2:0
wrong 'needs --no-axes' a.npy -o out/x.png --scale 2
wrong 'pixels a side' a.npy -o out/x.png --no-axes --scale 30000
check 'the input is as it was' cmp a.npy link.png

run imshow a.npy -o out/x.png --out y
refused 2 'unknown option --out'
run imshow a.npy -o out/x.png --vmin
refused 2 '--vmin needs a value'
for value in --vmin=1,5 --vmax=x --clim=1,x --clim=2,1 --clim=often --aspect=wide --origin=left \
    --extent=1,2 --extent=0,0,1,2 --scale=0 --size=640 --size=0x1 --figsize=6.4 --dpi=0 \
    --progress=maybe --missing-glyphs=no --interpolation=linear --frames=x --no-axes=3; do
    run imshow film.npy -o out/x.png $value
    refused 2
done

run
expect 2
err 'usage: flatplot'
run imshwo a.npy
refused 2 'did you mean flatplot imshow?'
run --version
expect 0
check 'the version' [ "$(cat "$OUT")" = 'flatplot 0.1.0' ]
# Characters are counted: in UTF-8 those bytes that continue none.
narrow() { check 'help fits into 80 columns' [ "$(LC_ALL=C sed 's/[\x80-\xbf]//g' "$OUT" | LC_ALL=C awk 'length > 80' | wc -l)" = 0 ]; }
run -h
verbs=$(sed -n '/^verbs:/,/^$/s/^  \([a-z_]*\).*/\1/p' "$OUT")
check 'verbs are listed' [ "$(echo "$verbs" | wc -w)" -gt 10 ]
for help in -h --help; do
    run $help
    expect 0
    out imshow
    narrow
    for verb in $verbs; do
        run $verb $help
        expect 0
        out 'examples:'
        narrow
    done
done
run help
expect 0
cp "$OUT" all
run --help
check 'help is --help' cmp -s all "$OUT"
run help info
expect 0
cp "$OUT" all
run info --help
check 'help VERB is VERB --help' cmp -s all "$OUT"
run help --verbose info
expect 0
check 'help takes the options of every verb' cmp -s all "$OUT"
run --help
cp "$OUT" all
run help help
expect 0
check 'help help is --help' cmp -s all "$OUT"
run help --bogus
refused 2 'unknown option --bogus'
run help imshwo
refused 2 'did you mean flatplot imshow?'
run help imshow info
refused 2 'one verb at a time'
run hepl
refused 2 'did you mean flatplot help?'
run imshow - -o a.png
refused 2 'colours of a stream must be known'
finish
