#!/bin/sh
# SPDX-License-Identifier: MIT
# Which pictures are written as gray, as colours, and with alpha: what can occur decides, whatever the
# values are. Their pixels are those of the other writer, which is told the same.
. "${0%/*}/harness.sh"

# type FILE N: IHDR's colour type (PNG specification, 11.2.2): 0 gray, 2 RGB, 6 RGBA.
type() { check "$1 has colour type $2" [ "$(od -An -tu1 -j25 -N1 "$1" | tr -d ' ')" = "$2" ]; }

# Everything that can have a colour, once in gray and once not: nothing may be forgotten.
cat >kinds.lua <<'E2'
local z = plt.array{{0, 1, 2}, {3, 4, 5}, {6, 7, 9}}
local x, y = {1, 2, 3}, {1, 3, 2}
local kinds = {
    imshow = function(c, map) plt.imshow(z, {cmap = map}) end,
    blended = function(c, map) plt.imshow(z, {cmap = map, interpolation = "bilinear", interpolation_stage = "rgba"}) end,
    colorbar = function(c, map) plt.colorbar(plt.imshow(z, {cmap = map})) end,
    bad = function(c, map) plt.imshow({{1, 0/0}, {2, 3}}, {cmap = map, alpha = .5}) end,
    pcolormesh = function(c, map) plt.pcolormesh(z, {cmap = map}) end,
    contour = function(c, map) plt.contour(z, {cmap = map}) end,
    contourf = function(c, map) plt.contourf(z, {cmap = map}) end,
    plot = function(c) plt.plot(x, y, {color = c}) end,
    marker = function(c) plt.plot(x, y, {color = "k", marker = "o", markerfacecolor = c}) end,
    edge = function(c) plt.plot(x, y, {color = "k", marker = "o", markeredgecolor = c}) end,
    scatter = function(c) plt.scatter(x, y, {color = c}) end,
    point = function(c) plt.scatter({1}, {1}, {color = c, alpha = .3}) end,
    bar = function(c) plt.bar(x, y, {color = c}) end,
    hist = function(c) plt.hist(x, {color = c}) end,
    fill = function(c) plt.fill(x, y, {color = c}) end,
    fill_between = function(c) plt.fill_between(x, y, {color = c, alpha = .2}) end,
    errorbar = function(c) plt.errorbar(x, y, {yerr = 1, color = c}) end,
    axhline = function(c) plt.axhline(1, {color = c}) end,
    axvspan = function(c) plt.axvspan(0, 1, {color = c}) end,
    hlines = function(c) plt.hlines({1, 2}, 0, 1, {colors = c}) end,
    title = function(c) plt.title("title", {color = c}) end,
    text = function(c) plt.text(.5, .5, "text", {color = c}) end,
    turned = function(c) plt.text(.5, .5, "text", {color = c, rotation = 30}) end,
    face = function(c) plt.subplots{facecolor = c} end,
    grid = function(c) plt.grid(true, {color = c}) end,
    ticks = function(c) plt.tick_params{colors = c} end,
}
for name, draw in pairs(kinds) do
    for _, way in ipairs{{"gray", "0.3", "gray"}, {"red", "red", "viridis"}} do
        plt.close("all")
        plt.plot({0, 1}, {0, 1}, {color = "k"})
        draw(way[2], way[3])
        plt.savefig(way[1] .. "-" .. name .. ".png")
        plt.savefig(way[1] .. "-" .. name .. ".png-reference")
    end
end
E2
run run kinds.lua
expect 0
n=0
for file in gray-*.png; do
    name=${file#gray-}
    type "$file" 0
    type "red-$name" 2
    for drawn in "$file" "red-$name"; do
        check "$drawn in both formats" png same "$drawn" "$drawn-reference"
    done
    n=$((n + 1))
done
check 'all kinds were drawn' [ "$n" = 26 ]

# A font that is not known may have colours of its own; so may what is seen through nowhere.
cat >fonts.lua <<'E2'
plt.imshow({{1, 2}, {3, 4}}, {cmap = "gray"})
plt.title("Ω ✓")
plt.savefig("fonts.png")
E2
run run fonts.lua
expect 0
type fonts.png 2
npy bad.npy '<f8' 4,4 nan
for bad in '#ff000000' '#00000080'; do
    run imshow bad.npy -o bad.png --cmap gray --clim 0,1 --bad "$bad"
    expect 0
    case $bad in '#f'*) type bad.png 2 ;; *) type bad.png 0 ;; esac
done

# Frames of one job have one type, though some values are alike; colours that are gray are colours.
npy steps.npy '<f4' 3,20,20 ramp
run imshow steps.npy -o '{index}.png' --cmap gray
expect 0
for file in 0.png 1.png 2.png; do type $file 0; done
npy same.npy '<f8' 20,20,3 0.5
run imshow same.npy -o same.png
expect 0
type same.png 2
finish
