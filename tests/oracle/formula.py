# SPDX-License-Identifier: MIT
"""formula.py: what every pixel should be, in float64: separable kernels, norms, colours.

Kernels are those of Agg's agg_image_filters.h (Anti-Grain Geometry 2.4)."""

import math

import numpy as np
from matplotlib import colors

TIE = 1e-9  # nearer than this to the next step, relative to it, two correct programs may differ


# --- kernels ----------------------------------------------------------------------------------------


def sinc(x):
    return 1.0 if x == 0 else math.sin(math.pi * x) / (math.pi * x)


def series(x, first, order):
    """Σ (±1)ᵏ (x/2)^(2k+order) / (k! (k+order)!): the Bessel functions I₀ (+1) and J₁ (−1)."""
    term = (x / 2) ** order / math.factorial(order)
    total, k = term, 0
    while abs(term) > 1e-18 * abs(total):
        k += 1
        term *= first * (x / 2) ** 2 / (k * (k + order))
        total += term
    return total


def cubic(a, b, c, d):
    return lambda x: ((a * x + b) * x + c) * x + d


def pieces(*parts):
    return lambda x: parts[min(int(x), len(parts) - 1)](x - min(int(x), len(parts) - 1))


def bicubic(x):
    cube = lambda v: max(v, 0) ** 3
    return (cube(x + 2) - 4 * cube(x + 1) + 6 * cube(x) - 4 * cube(x - 1)) / 6


def quadric(x):
    return .75 - x * x if x < .5 else .5 * (x - 1.5) ** 2


def mitchell(x):
    return (7 * x ** 3 - 12 * x ** 2 + 16 / 3) / 6 if x < 1 else (
        -7 / 3 * x ** 3 + 12 * x ** 2 - 20 * x + 32 / 3) / 6


def catrom(x):
    return (3 * x ** 3 - 5 * x ** 2 + 2) / 2 if x < 1 else (
        -x ** 3 + 5 * x ** 2 - 8 * x + 4) / 2


SPLINE16 = pieces(cubic(1, -9 / 5, -1 / 5, 1), cubic(-1 / 3, 4 / 5, -7 / 15, 0))
SPLINE36 = pieces(cubic(13 / 11, -453 / 209, -3 / 209, 1),
                  cubic(-6 / 11, 270 / 209, -156 / 209, 0),
                  cubic(1 / 11, -45 / 209, 26 / 209, 0))

FIXED = {  # name: radius, weight at a distance below it
    "bilinear": (1, lambda x: 1 - x),
    "bicubic": (2, bicubic),
    "spline16": (2, SPLINE16),
    "spline36": (3, SPLINE36),
    "hanning": (1, lambda x: .5 + .5 * math.cos(math.pi * x)),
    "hamming": (1, lambda x: .54 + .46 * math.cos(math.pi * x)),
    "hermite": (1, lambda x: (2 * x - 3) * x * x + 1),
    "kaiser": (1, lambda x: series(6.33 * math.sqrt(1 - x * x), 1, 0) / series(6.33, 1, 0)),
    "quadric": (1.5, quadric),
    "catrom": (2, catrom),
    "gaussian": (2, lambda x: math.exp(-2 * x * x) * math.sqrt(2 / math.pi)),
    "bessel": (4, lambda x: math.pi / 4 if x == 0 else series(math.pi * x, -1, 1) / (2 * x)),
    "mitchell": (2, mitchell),
}


def wide(name, r):
    windows = {"sinc": lambda x: 1, "lanczos": lambda x: sinc(x / r),
               "blackman": lambda x: .42 + .5 * math.cos(math.pi * x / r)
               + .08 * math.cos(2 * math.pi * x / r)}
    return lambda x: sinc(x) * windows[name](x)


class Kernel:
    def __init__(self, name, filterrad):
        self.name = name
        if name in FIXED:
            self.radius, self.weight = FIXED[name]
        else:
            self.radius, self.weight = max(filterrad, 2), wide(name, max(filterrad, 2))
        if name == "sinc":
            self.radius = math.ceil(self.radius)


def kernel_of(case):
    name = case.get("interpolation", "auto")
    return Kernel("hanning" if name == "auto" else name, float(case.get("filterrad", 4)))


def clamped(k, n):
    return min(max(k, 0), n - 1)


def mirrored(k, n):
    return min(k % (2 * n), 2 * n - 1 - k % (2 * n))


def weights(kernel, at, n, step, edge):
    """One row of n weights for each position; edge: the source pixel that stands for one outside."""
    f = max(1, step)
    matrix = np.zeros((len(at), n))
    for o, p in enumerate(at):
        reach = kernel.radius * f
        for k in range(math.floor(p - reach) + 1, math.ceil(p + reach)):
            matrix[o, edge(k, n)] += kernel.weight(abs(k - p) / f)
    return matrix / matrix.sum(1, keepdims=True)


def resample(values, kernel, cols, rows, steps, edge=clamped):
    """A (rows, cols[, channels]) array at these positions; a NaN under a weight spreads."""
    across = weights(kernel, cols, values.shape[1], steps[0], edge)
    down = weights(kernel, rows, values.shape[0], steps[1], edge)
    bad = ~np.isfinite(values)
    good = np.where(bad, 0, values)
    base = good.flat[0]
    # never through a BLAS, which adds up in another order on every machine
    blend = lambda d, v, a: np.einsum("oj...,pj->op...", np.einsum("oi,ij...->oj...", d, v), a)
    result = blend(down, good / 2 - base / 2, across) * 2 + base
    return np.where(blend((down != 0) * 1., bad * 1., (across != 0) * 1.) > 0, np.nan, result)


# --- colours ----------------------------------------------------------------------------------------


def whole(data):
    """As float64; what is not finite is NaN: matplotlib masks infinities too."""
    values = data.astype(np.float64)
    return np.where(np.isfinite(values), values, np.nan)


def near_step(v):
    return np.abs(v - np.round(v)) <= TIE * np.maximum(1, np.abs(v))


def normed(norm, values):
    """norm(values) in float64, NaN where it is masked. Of linear norms whose range no double holds,
    half of everything is taken."""
    if type(norm) is colors.Normalize and not np.isfinite(norm.vmax - norm.vmin):
        norm, values = colors.Normalize(norm.vmin / 2, norm.vmax / 2), values / 2
    x = norm(np.ma.masked_invalid(values))
    return np.where(np.ma.getmaskarray(x), np.nan, np.ma.getdata(x).astype(np.float64))


def placed(x, n, whole_numbers):
    """The place of x in a map of n colours: −1 under, n over, n+1 bad."""
    v = np.where(np.isnan(x), 0, x)
    if whole_numbers:  # of a boundary norm
        place = np.clip(v, -1, n)
    else:
        place = np.where(v < 0, -1, np.where(v > 1, n, np.where(v == 1, n - 1, np.floor(
            np.clip(v, 0, 1) * n))))
    return np.where(np.isnan(x), n + 1, place).astype(int)


def places(norm, values, n):
    """Where values fall in a map of n colours, and which are ties."""
    x = normed(norm, values)
    by_index = isinstance(norm, colors.BoundaryNorm)
    tie = np.zeros(values.shape, bool) if by_index else near_step(x * n) & ~np.isnan(x)
    return placed(x, n, by_index), tie


def reach(norm, values, n, data):
    """The lowest and the highest place that values may get in matplotlib, which scales the data to
    .1 … .9 and back in float32, or in float64 for data that need it, and applies the norm there."""
    small = data.dtype.itemsize <= 4 if data.dtype.kind == "f" else np.ptp(whole(data)) <= 1e8
    eps = 2. ** -23 if small else 2. ** -52
    finite = whole(data)[np.isfinite(whole(data))]
    if finite.size == 0:
        return np.full(values.shape, -1), np.full(values.shape, n), np.full(values.shape, True)
    error = eps * 4 * (abs(finite).max() + np.ptp(finite / 2) * 2)
    by_index = isinstance(norm, colors.BoundaryNorm)
    low, high = (normed(norm, values + e) + (0 if by_index else s * 16 * eps)
                 for e, s in ((-error, -1), (error, 1)))
    low, high = (placed(x, n, by_index) for x in (low, high))
    return np.where(low == n + 1, -1, low), high, (low == n + 1) | (high == n + 1)


def trunc(v):
    return np.floor(np.clip(np.nan_to_num(v), 0, 255)).astype(int)


def alphas(im, place, n, array):
    """The alpha byte: the colour's own times the image's, cut off; and which are ties."""
    lut = (im.cmap._lut[:, 3] * 255).astype(int)
    own = np.concatenate([lut[:n], lut[[n + 1, n + 2, n]]])[place]  # place −1 is the last
    alpha = array if array is not None else 1 if im.get_alpha() is None else im.get_alpha()
    return trunc(own * alpha), near_step(own * alpha) & (array is not None)


def colours(im, data, take):
    """The planes R, G, B, A for colours, given or looked up before resampling; and the ties."""
    if data.ndim == 2:
        source = im.cmap(im.norm(np.ma.masked_invalid(whole(data)))) * 255
    else:
        full = 255 if data.dtype.kind in "ui" else 1
        source = np.clip(data.astype(np.float64), 0, full) * (255 / full)
        if source.shape[2] == 3:
            source = np.concatenate([source, np.full(source.shape[:2] + (1,), 255.)], 2)
    v = np.clip(take(source), 0, 255)
    v[..., 3] *= 1 if im.get_alpha() is None else im.get_alpha()
    return [trunc(v[..., i]) for i in range(4)], near_step(v).any(-1)
