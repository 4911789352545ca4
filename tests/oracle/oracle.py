#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""oracle.py: draws every line of cases.txt with matplotlib 3.6.3 and writes what came out beside
itself: numbers.txt (boxes, ticks, labels) and pixels.bin (the images' pixels).

Debian 12's python3-matplotlib has that version. Run it with /usr/bin/python3; running it again
gives the same files, on any x86-64 CPU (steady.py). With words as arguments only the cases that contain one of them are drawn, and
nothing is written.

What a pixel should be is computed here in float64 (formula.py); matplotlib's own pixel, which it
computes in float32 for small types and with positions rounded to 1/256, is kept as the difference
from that; where it is not within what that explains (see Shown and BOUNDS) a line tells so.
"""

import logging
import pathlib
import sys
import warnings
import zlib

sys.dont_write_bytecode = True
import steady

steady.begin_anew()
import matplotlib

matplotlib.use("Agg")
import numpy as np
from matplotlib import colors, pyplot as plt, ticker

import formula
from data import values_of
from mathtext import plain

WANTED = "3.6.3"
HERE = pathlib.Path(__file__).resolve().parent
SIZE, DPI = (1.2, .9), 100
BOUNDS = {"smooth": (2, .5), "noise": (8, 1.6)}  # steps that Agg's rounding makes: most, mean
FAR = 127  # as a difference: one of the two is bad


def numbers(text):
    return [float(v) for v in text.split(",")]


def parse(part):
    return dict(word.split("=", 1) for word in part.split())


def measure(renderer, text, fontprops, ismath, dpi):
    """Width, height and descent of a text as the test's canvas has them (unit/figure/recorder.h), so
    that texts and what makes room for them can be compared without a font."""
    size = fontprops.get_size_in_points() * dpi / 72
    return len(plain(text)) * size / 2, size, size / 4


matplotlib.text._get_text_metrics_with_cache = measure


# --- drawing ----------------------------------------------------------------------------------------


def norm_of(case):
    """The norm of a case, `kind:parameters`, made as the scripts make it that people have."""
    kind, _, rest = case.get("norm", "linear").partition(":")
    p = numbers(rest) if rest else []
    lim = {k: float(case[k]) for k in ("vmin", "vmax") if k in case}
    if kind == "log":
        return colors.LogNorm(**lim)
    if kind == "symlog":
        return colors.SymLogNorm(p[0] if p else 2, linscale=p[1] if len(p) > 1 else 1, base=10, **lim)
    if kind == "asinh":
        return colors.AsinhNorm(p[0] if p else 1, **lim)
    if kind == "power":
        return colors.PowerNorm(p[0], **lim)
    if kind == "twoslope":
        return colors.TwoSlopeNorm(p[0], **lim)
    if kind == "centered":
        norm = colors.CenteredNorm(p[0] if p else 0, halfrange=p[1] if len(p) > 1 else None)
        if len(p) > 1:
            norm._set_vmin_vmax()  # without that 3.6.3 draws nothing
        return norm
    if kind == "boundary":
        return colors.BoundaryNorm(p, matplotlib.colormaps[case.get("cmap", "viridis")].N)
    if kind == "logit":
        norm = colors.make_norm_from_scale(matplotlib.scale.LogitScale, colors.Normalize)()
        norm.vmin, norm.vmax = lim.get("vmin"), lim.get("vmax")
        return norm
    return colors.Normalize(**lim)


def coded(name, case):
    """The colormap with colours that tell their place: its index in red and green."""
    cmap = matplotlib.colormaps[name].copy()
    for which in ("under", "over", "bad"):
        if which in case:
            getattr(cmap, "set_" + which)(case[which])
    cmap._init()
    cmap._lut[:, 0] = (np.arange(cmap.N + 3) % 256 + .25) / 255
    cmap._lut[:, 1] = (np.arange(cmap.N + 3) // 256 + .25) / 255
    return cmap


def alpha_of(case, shape):
    if case.get("alpha") == "array":
        count = np.arange(shape[0] * shape[1]).reshape(shape[:2])
        return count % 17 / 16
    return float(case["alpha"]) if "alpha" in case else None


def show(ax, case, data):
    kind = {"none": "none", "auto": "antialiased"}
    aspect = case.get("aspect", "equal")
    interpolation = case.get("interpolation", "auto")
    options = {
        "norm": norm_of(case),
        "cmap": matplotlib.colormaps[case.get("cmap", "viridis")] if case.get("stage") == "rgba"
        or data.ndim == 3 else coded(case.get("cmap", "viridis"), case),
        "interpolation": kind.get(interpolation, interpolation),
        "interpolation_stage": case.get("stage", "data"),
        "filternorm": case.get("filternorm", "1") == "1",
        "filterrad": float(case.get("filterrad", 4)),
        "origin": case.get("origin", "upper"),
        "aspect": aspect if aspect in ("equal", "auto") else float(aspect),
        "extent": numbers(case["extent"]) if "extent" in case else None,
        "alpha": alpha_of(case, data.shape),
    }
    return ax.imshow(data, **options)


def drawable(data):
    """Without a third axis of 1; colours of bools and float16, for which Agg has no pixels ("Unsupported
    dtype"), as float32."""
    if data.ndim == 3 and data.shape[2] == 1:
        return data[..., 0]
    return data.astype(np.float32) if data.ndim == 3 and data.dtype.char in "?e" else data


SIDES = {"right": "vertical", "bottom": "horizontal"}


class Image:
    """An image of a scene, with the words and the values that made it what it is."""

    def __init__(self, ax, case):
        self.case, self.ax = case, ax
        self.data = drawable(values_of(case))
        self.im = show(ax, case, self.data)

    def is_right(self):
        """Whether matplotlib draws it as it should be."""
        return self.case.get("matplotlib") != "off"

    def set_data(self, case):
        """The words of the data change, those of the colours stay."""
        kept = {k: v for k, v in self.case.items() if k not in DATA_WORDS}
        self.case = {**kept, **case}
        self.data = drawable(values_of(case))
        self.im.set_data(self.data)


DATA_WORDS = ("type", "shape", "order", "values", "times", "plus", "put")


def written(case, key):
    return case[key].replace("_", " ")


class Scene:
    """A figure, its axes but for colorbars, images and colorbars, each in the order in which they came."""

    def __init__(self, parts):
        first = parts[0]
        self.fig = plt.figure(figsize=numbers(first["size"]) if "size" in first else SIZE, dpi=DPI)
        self.face = self.fig.get_facecolor()
        self.fig.patch.set_alpha(0)
        self.panels, self.images, self.bars = [], [], []
        self.ax, self.image = None, None
        for case in parts:
            self.do(case)
        self.fig.canvas.draw()

    def do(self, case):
        self.choose_axes(case)
        self.change_image(case)
        self.add_line(case)
        self.set_axes(case)
        self.add_bar(case)
        self.write(case)
        if "tight" in case:
            self.fig.tight_layout()
        if "draw" in case:
            self.fig.canvas.draw()

    def choose_axes(self, case):
        if "at" in case or not self.panels:
            place = [int(n) for n in case.get("at", "1,1,1").split(",")]
            shared = {k: self.panels[int(case[k]) - 1] for k in ("sharex", "sharey") if k in case}
            self.ax = self.fig.add_subplot(*place, **shared)
            self.panels.append(self.ax)
        if "axes" in case:
            self.ax = self.panels[int(case["axes"]) - 1]

    def change_image(self, case):
        if "image" in case:
            self.image = self.images[int(case["image"]) - 1]
        if "set" in case:
            self.image.set_data(case)
        elif "shape" in case:
            self.image = Image(self.ax, case)
            self.images.append(self.image)
        if "clim" in case:
            norm = self.image.im.norm
            self.image.im.set_clim(*(None if np.isnan(v) else v for v in numbers(case["clim"])))
            assert self.image.im.norm is norm

    def add_line(self, case):
        if "line" in case:
            y = numbers(case["line"])
            self.ax.plot(numbers(case["linex"]) if "linex" in case else range(len(y)), y)

    def set_axes(self, case):
        for axis in "xy":
            if axis + "scale" in case:
                scale, _, rest = case[axis + "scale"].partition(":")
                p = dict(zip(("linthresh", "linscale"), numbers(rest))) if rest else {}
                getattr(self.ax, f"set_{axis}scale")(scale, **p)
            if axis + "lim" in case:
                getattr(self.ax, f"set_{axis}lim")(*numbers(case[axis + "lim"]))

    def add_bar(self, case):
        if "bar" in case:
            self.bars.append(self.fig.colorbar(
                self.image.im, ax=self.ax, orientation=SIDES[case["bar"]],
                extend=case.get("extend", "neither"),
                label=written(case, "label") if "label" in case else ""))

    def write(self, case):
        for key in ("title", "xlabel", "ylabel"):
            if key in case:
                getattr(self.ax, "set_" + key)(written(case, key))
        if "suptitle" in case:
            self.fig.suptitle(written(case, "suptitle"))
        if "outer" in case:
            self.ax.label_outer()


# --- reading ----------------------------------------------------------------------------------------


def ticks(axis):
    """Two lists of (value, label), of major and of minor ticks that are drawn, and the offset."""
    drawn = axis._update_ticks()
    lists = [[(t.get_loc(), plain(t.label1.get_text())) for t in drawn if any(t is o for o in of)]
             for of in (axis.majorTicks, axis.minorTicks)]
    return [*lists, plain(axis.get_offset_text().get_text())]


def texts(scene):
    """All texts that are drawn: themselves, their boxes and their colours."""
    found = [scene.fig._suptitle]
    for ax in scene.fig.axes:
        found += [ax.title]
        for axis in (ax.xaxis, ax.yaxis):
            found += [axis.label, axis.get_offset_text()]
            found += [label for t in axis._update_ticks() for label in (t.label1, t.label2)]
    return [f"{plain(t.get_text())}={','.join('%.3f' % v for v in t.get_window_extent().extents)},"
            f"{colors.to_hex(t.get_color())}"
            for t in found if t is not None and t.get_visible() and t.get_text()]


def inks(scene):
    """The colours of the figure, of the faces of its axes but colorbars, of spines and ticks, of lines,
    of the outlines of colorbars with points."""
    found = [scene.face, *(ax.get_facecolor() for ax in scene.panels)]
    drawn = {colors.to_hex(s.get_edgecolor()) for ax in scene.panels for s in ax.spines.values()}
    drawn |= {colors.to_hex(t.tick1line.get_color())
              for ax in scene.panels for t in ax.xaxis.get_major_ticks()}
    found += sorted(drawn) + [l.get_color() for ax in scene.panels for l in ax.lines]
    found += [bar.outline.get_edgecolor() for bar in scene.bars if bar.extend != "neither"]
    return map(colors.to_hex, found)


def steps(places):
    """The first one in parentheses, and then a letter for each step to the next: m stands for 0, n for
    +1; larger ones as the first."""
    text, at = "", None
    for place in places:
        text += f"({place})" if at is None or abs(place - at) > 12 else chr(ord("m") + place - at)
        at = place
    return text


def strip(fig, bar, cmap_n):
    """The places that a colorbar shows along its middle, from the left or the top, without the
    outline: where it begins on the canvas, and steps."""
    x0, y0, x1, y1 = (int(v + .5) for v in bar.ax.bbox.extents)
    canvas = np.asarray(fig.canvas.buffer_rgba()).astype(int)[::-1]  # rows from below
    part = canvas[(y0 + y1) // 2, x0:x1] if bar.orientation == "horizontal" else (
        canvas[y0:y1, (x0 + x1) // 2][::-1])
    found = places_coded(part[2:-2], cmap_n)
    return [(x0 if bar.orientation == "horizontal" else canvas.shape[0] - y1) + 2, steps(found)]


def sources(fig, ax, im):
    """Where the image lies on the canvas: x, y, and for each pixel there row and column of the
    source pixel that nearest shows. Read from an image that holds its own rows and columns."""
    shape = im.get_array().shape[:2]
    row, col = np.indices(shape)
    code = np.stack([row % 256, row // 256 + col // 256 * 16, col % 256,
                     np.full(shape, 255)], -1).astype(np.uint8)
    for other in fig.axes:
        other.set_visible(other is ax)
    for artist in [*ax.images, *ax.lines, *ax.texts, ax.title]:
        artist.set_visible(False)
    if fig._suptitle:
        fig._suptitle.set_visible(False)
    ax.set_axis_off()
    lims = ax.get_xlim(), ax.get_ylim()
    key = ax.imshow(code, interpolation="nearest", extent=im.get_extent(), origin=im.origin,
                    aspect=ax.get_aspect())
    ax.set_xlim(lims[0])
    ax.set_ylim(lims[1])
    fig.canvas.draw()
    key.remove()
    canvas = np.asarray(fig.canvas.buffer_rgba()).astype(int)
    ys, xs = np.nonzero(canvas[..., 3])
    if len(ys) == 0:
        return None
    shown = canvas[ys.min():ys.max() + 1, xs.min():xs.max() + 1]
    assert (shown[..., 3] == 255).all()
    return (xs.min(), ys.min(), shown[..., 0] + shown[..., 1] % 16 * 256,
            shown[..., 2] + shown[..., 1] // 16 * 256)


def picture(fig, im, x, y, height, width):
    """matplotlib's own pixels of that part of the canvas, straight RGBA, checked against the canvas
    where that holds the image unblended."""
    rgba, left, bottom, _ = im.make_image(fig.canvas.get_renderer())
    rgba = rgba[::-1]
    top = fig.canvas.get_width_height()[1] - int(bottom + .5) - rgba.shape[0]
    part = rgba[y - top:y - top + height, x - int(left + .5):x - int(left + .5) + width]
    assert part.shape[:2] == (height, width), (part.shape, height, width)
    im.set_visible(True)
    fig.canvas.draw()
    canvas = np.asarray(fig.canvas.buffer_rgba())[y:y + height, x:x + width]
    opaque = part[..., 3] == 255
    assert (canvas[opaque] == part[opaque]).all()
    return part.astype(int)


def span(n, first, last, lo, hi):
    """Which part of n source pixels, whose edges lie at first and last, the box from lo to hi shows."""
    ends = [(min(max(edge, lo), hi) - first) / (last - first) * n for edge in (first, last)]
    return [round(e) if abs(e - round(e)) < 1e-9 * n else e for e in ends]


def centres(ax, im, out_shape):
    """For x and y: the source positions of the picture's pixel middles, rows from the top, and the
    source pixels per pixel."""
    h, w = im.get_array().shape[:2]
    l, r, b, t = im.get_extent()
    box = ax.bbox.extents
    first, last = ax.transData.transform([(l, b), (r, t)])
    if im.origin == "upper":
        first[1], last[1] = last[1], first[1]
    result = []
    for i, (n, out) in enumerate([(w, out_shape[1]), (h, out_shape[0])]):
        start, stop = span(n, first[i], last[i], box[i], box[i + 2])
        at = start + (np.arange(out) + .5) * (stop - start) / out - .5
        backwards = (first[i] > last[i]) != (i == 1)  # rows are counted from the top
        result.append((at[::-1] if backwards else at, abs(stop - start) / out))
    return result


def places_coded(got, n):
    """The places that coded colours tell: under −1, over n, bad n+1."""
    code = got[..., 0] + 256 * got[..., 1]
    return np.where(code < n, code, np.where(code == n, -1, code - 1))


class Shown:
    """An image as it should be and as matplotlib has it: planes of numbers, top row first.

    want: place + 1 in the colormap and alpha, or R, G, B, A. off: how far matplotlib is from that.
    tie: where two correct programs may differ by a step. wild: where matplotlib is farther off than
    its float32 explains (nearest), or how far it is from the formula with mirrored edges (other kernels)."""

    def __init__(self, fig, ax, im, case, data):
        found = sources(fig, ax, im)
        self.rect = None
        if found is None:
            return
        x, y, self.rows, self.cols = found
        height, width = self.rows.shape
        self.rect = (x, y, width, height)
        self.data, self.im = data, im
        self.got = picture(fig, im, x, y, height, width)
        image, left, bottom, _ = im.make_image(fig.canvas.get_renderer())
        top = fig.canvas.get_width_height()[1] - int(bottom + .5) - image.shape[0]
        (across, step_x), (down, step_y) = centres(ax, im, image.shape)
        self.steps = step_x, step_y
        self.at = across[x - int(left + .5):][:width], down[y - top:][:height]
        self.kernel = None if self.is_nearest(fig) else formula.kernel_of(case)
        if data.ndim == 2 and case.get("stage") != "rgba":
            alpha = alpha_of(case, data.shape)
            self.find_places(alpha if np.ndim(alpha) else None, self.masked(fig, x, y))
        else:
            self.find_colours()

    def is_nearest(self, fig):
        """Of "antialiased" too, which depends on the last bit of sizes."""
        chosen = self.im.get_interpolation()
        if chosen != "antialiased":
            return chosen in ("nearest", "none")
        pictures = []
        for name in ("nearest", "antialiased"):
            self.im.set_interpolation(name)
            pictures.append(self.im.make_image(fig.canvas.get_renderer())[0])
        return (pictures[0] == pictures[1]).all()

    def take(self, values, edge=formula.clamped):
        """What the picture's pixels show of values."""
        if self.kernel is None:
            return values[self.rows, self.cols]
        return formula.resample(values, self.kernel, *self.at, self.steps, edge)

    def masked(self, fig, x, y):
        """Where matplotlib finds a value that is not finite under the kernel."""
        norm, data = self.im.norm, self.im.get_array()
        self.im.set_data(np.where(np.isfinite(self.data), 0., np.nan))
        self.im.set_norm(colors.Normalize(-1, 1))
        got = picture(fig, self.im, x, y, *self.rows.shape)
        self.im.set_data(data)
        self.im.set_norm(norm)
        return places_coded(got, self.im.cmap.N) > self.im.cmap.N

    def find_places(self, alpha, masked):
        n, norm = self.im.cmap.N, self.im.norm
        values = self.take(formula.whole(self.data))
        assert masked[np.isnan(values)].all()
        values[masked] = np.nan
        place, tie = formula.places(norm, values, n)
        if self.kernel is None and type(norm) is colors.Normalize:
            tie[:] = False  # the same three operations everywhere
        a, tie_a = formula.alphas(self.im, place, n, None if alpha is None else self.take(alpha))
        have = places_coded(self.got, n)
        self.want = [place + 1, a]
        self.off = [np.where((have > n) == (place > n), have - place, FAR), self.got[..., 3] - a]
        self.tie = tie | tie_a
        if self.kernel is None:
            low, high, perhaps_bad = formula.reach(norm, values, n, self.data)
            self.wild = np.where(have > n, ~perhaps_bad, (have < low) | (have > high))
        else:
            values = self.take(formula.whole(self.data), formula.mirrored)
            mirrored = formula.places(norm, np.where(masked, np.nan, values), n)[0]
            self.wild = abs(have - mirrored)

    def find_colours(self):
        self.want, self.tie = formula.colours(self.im, self.data, self.take)
        have = [self.got[..., i] for i in range(4)]
        clear = (have[3] == 0) & (self.want[3] == 0)
        self.off = [np.where(clear, 0, h - w) for h, w in zip(have, self.want)]
        mirrored, _ = formula.colours(self.im, self.data,
                                      lambda v: self.take(v, formula.mirrored))
        self.wild = np.max([abs(h - m) * ~clear for h, m in zip(have, mirrored)], 0)

    def bytes(self):
        """Places take two planes, the upper byte second; differences are signed bytes."""
        want = self.want if len(self.want) == 4 else [
            self.want[0] % 256, self.want[0] // 256, self.want[1]]
        off = [np.clip(o, -FAR, FAR) % 256 for o in self.off]
        planes = [np.asarray(p).astype(np.uint8) for p in [*want, *off, self.tie]]
        return len(planes), zlib.compress(b"".join(p.tobytes() for p in planes), 9)


# --- writing ----------------------------------------------------------------------------------------


def line(*words):
    return "\t".join(str(w) for w in words) + "\n"


def tick_lines(name, axis):
    major, minor, offset = ticks(axis)
    text = line(name, *(f"{v!r}={label}" for v, label in ((float(v), l) for v, l in major)))
    if minor:
        text += line(name + "-minor", *(f"{float(v)!r}={label}" for v, label in minor))
    return text + (line(name + "-offset", offset) if offset else "")


def shortest(v):
    return repr(float(v))


def box(axes):
    return map(shortest, axes.bbox.extents)


def numbered(n, text):
    """The lines of text with a number before their keys, from the second thing of a kind on."""
    return text if n == 1 else "".join(f"{n}{l}" for l in text.splitlines(True))


def told_of_axes(ax):
    return (line("box", *box(ax)) + line("lim", *map(shortest, [*ax.get_xlim(), *ax.get_ylim()]))
            + tick_lines("x", ax.xaxis) + tick_lines("y", ax.yaxis))


def told_of_bar(scene, bar):
    image, = (i for i in scene.images if i.im is bar.mappable)
    stands = bar.orientation == "vertical"
    return (line("bar", *box(bar.ax)) + tick_lines("scale", bar.ax.yaxis if stands else bar.ax.xaxis)
            + (line("strip", *strip(scene.fig, bar, bar.cmap.N)) if image.is_right() else ""))


def told_of_limits(image):
    """Of images that have some: what matplotlib finds in no finite value (0, 0 mostly) is no limit."""
    own = image.data.ndim == 2 and image.is_right()
    return line("clim", *map(shortest, image.im.get_clim())) if own and np.isfinite(
        image.data).any() else ""


def told_of_pixels(scene, image, at):
    shown = Shown(scene.fig, image.ax, image.im, image.case, image.data)
    if not shown.rect:
        return "", b""
    planes, pixels = shown.bytes()
    if wild(image.case, shown):
        print("matplotlib is off:", image.case, wild(image.case, shown))
    return (line("pixels", *shown.rect, planes, at, len(pixels))
            + ("" if shown.kernel else line("nearest"))), pixels


def told(parts, at):
    """The lines of numbers.txt for a case, and its part of pixels.bin, which begins at `at`."""
    scene = Scene(parts)
    text = "".join(numbered(n, told_of_axes(ax)) for n, ax in enumerate(scene.panels, 1))
    text += "".join(numbered(n, told_of_bar(scene, bar)) for n, bar in enumerate(scene.bars, 1))
    text += "".join(numbered(n, told_of_limits(im)) for n, im in enumerate(scene.images, 1))
    if "texts" in parts[0]:
        text += line("texts", *texts(scene)) + line("inks", *inks(scene))
    pixels = b""
    for n, image in enumerate(scene.images, 1):
        if image.is_right():
            said, more = told_of_pixels(scene, image, at + len(pixels))
            text += numbered(n, said)
            pixels += more
    return text, pixels


def wild(case, shown):
    """How matplotlib's picture is not what its own arithmetic explains; None when it is."""
    if case.get("matplotlib") == "far":
        return None
    if shown.kernel is None:
        return f"{shown.wild.sum()} pixels beyond float32" if shown.wild.any() else None
    most, mean = BOUNDS["smooth" if case.get("values") == "hill" and "put" not in case else "noise"]
    if case.get("norm", "linear").startswith(("linear", "twoslope", "power:2", "centered")) and (
            shown.wild.max() > most or shown.wild.mean() > mean):
        return f"{shown.wild.max()} steps, {shown.wild.mean():.2f} on average"
    return None


STYLES = {"default": "default", "dark": "dark_background", "colorblind": "tableau-colorblind10"}


def one(text, at):
    plt.close("all")
    parts = [parse(part) for part in text.split(" | ")]
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"), plt.style.context(
                STYLES[parts[0].get("style", "default")]):
            warnings.simplefilter("ignore")
            return told(parts, at)
    except (ValueError, TypeError, OverflowError) as error:
        if "-v" in sys.argv:
            print(text, type(error).__name__, error)
        return line("refused", str(error).replace("\n", " ")), b""


def main():
    if matplotlib.__version__ != WANTED:
        sys.exit(f"matplotlib {WANTED} is needed, this is {matplotlib.__version__}")
    logging.disable(logging.WARNING)  # clipped colours are meant
    only = [w for w in sys.argv[1:] if w != "-v"]
    texts, pixels = [], b""
    for text in (HERE / "cases.txt").read_text().splitlines():
        if text and not text.startswith("#") and (not only or any(w in text for w in only)):
            said, more = one(text, len(pixels))
            texts.append(line("case", text) + said)
            pixels += more
    if only:
        print("".join(texts))
        return
    (HERE / "numbers.txt").write_text("".join(texts))
    (HERE / "pixels.bin").write_bytes(pixels)


if __name__ == "__main__":
    main()
