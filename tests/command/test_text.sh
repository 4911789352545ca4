#!/bin/sh
# SPDX-License-Identifier: MIT
# Hangul and µ in titles, labels and names, in every locale; and characters that no font has.
. "${0%/*}/harness.sh"

npy '한글 µ.npy' '<f8' 4,5
npy film.npy '<f4' 3,4,5

run imshow '한글 µ.npy' -o '{stem} 그림.png' --title '한글 µ {stem}' --xlabel '가로 (µm)' --ylabel 세로 --colorbar=온도
expect 0
err_lines 0
check 'the name is as it was typed' [ "$(png size '한글 µ 그림.png')" = '640 480' ]
run imshow '한글 µ.npy' -o plain.png --xlabel x --ylabel y --colorbar=K
check 'the texts are drawn' sh -c "! '$HELPERS/png' same plain.png '한글 µ 그림.png'"
run info --json '한글 µ.npy'
expect 0
out '"path":"한글 µ.npy"'

# Names are bytes, also those that are no UTF-8; in JSON they are.
name=$(printf '\307\321\261\333.npy')
npy "$name" '<f8' 4,5
run imshow "$name" -o '{stem}.png' --title '{stem}'
expect 0
check 'the bytes stay' [ -e "${name%.npy}.png" ]
run info --json "$name"
expect 0
check 'JSON is UTF-8' iconv -f utf-8 -t utf-16 "$OUT" -o "$WORK/log/utf16"

# Two lines are two lines.
run imshow film.npy -o 'lines{frame}.png' --title "$(printf 'one\ntwo')" --missing-glyphs error
expect 0
no_err warning
run imshow film.npy -o 'line{frame}.png' --title 'one two'
check 'not one' sh -c "! '$HELPERS/png' same line0.png lines0.png"

# With DejaVu alone: a warning for one picture, a refusal for several.
if [ -d "$DEJAVU" ]; then
    fonts "$DEJAVU"
    run imshow film.npy --frames 0 -o one.png --title 한글
    expect 0
    err 'flatplot: warning: '
    err 한
    err_lines 1
    run imshow film.npy --frames 0 -o one.png --title 한 --xlabel 글 --colorbar=나
    expect 0
    err '한 글 나'
    err_lines 1
    mkdir out
    run imshow film.npy -o 'out/{frame}.png' --title 'µ 한글'
    refused 3 한 fonts-nanum
    no_err µ
    check 'nothing is drawn' [ "$(entries out)" = 0 ]
    run imshow film.npy -o 'out/{frame}.png' --title 한글 --missing-glyphs warn
    expect 0
    check 'now it is' [ "$(entries out)" = 3 ]
    run imshow film.npy -o 'made/{frame}.png' --title 한글 --mkdir
    refused 3 한
    check 'no folder is left behind' [ ! -e made ]
    run imshow film.npy '한글 µ.npy' -o 'out/{index}.png' --title '{stem}'
    refused 3 '한 글' fonts-nanum
    run imshow film.npy '한글 µ.npy' -o 'out/{index}.png' --title '{index}'
    expect 0
    run imshow film.npy --frames 0 -o error.png --title 한글 --missing-glyphs error
    refused 3 fonts-nanum
    run imshow film.npy -o 'out/{frame}.png' --title 'µ {frame}' --colorbar
    expect 0
fi
if [ -d "$DEJAVU" ] && [ -d "$NANUM" ]; then
    TOOL_ENV=
    fonts "$DEJAVU" "$NANUM"
    run imshow film.npy -o 'out/{frame}.png' --title 'µ 한글'
    expect 0
    no_err warning
fi

# Without any font.
TOOL_ENV=
fonts none
run imshow film.npy -o 'none{frame}.png' --title x
refused 4 fonts-dejavu-core
run imshow film.npy --frames 0 -o none.png
refused 4 fonts-dejavu-core
check 'nothing is drawn' [ -z "$(ls none*.png 2>/dev/null)" ]
run imshow film.npy -o 'bare{frame}.png' --no-axes
expect 0
run imshow film.npy -o 'frame{frame}.png' --ticks off
expect 0
run imshow film.npy -o 'frames{frame}.png' --ticks off --subplots 2,2
expect 0
run imshow film.npy -o 'none{frame}.png' --ticks off --colorbar
refused 4 fonts-dejavu-core
finish
