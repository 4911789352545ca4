/* SPDX-License-Identifier: MIT */
/* pixels.h: the pixels of a case against matplotlib's.
 *
 * Every pixel must be what float64 makes of the data (golden.h), so that norm, colormap, alpha and
 * premultiplication are compared at once. A step is one place in the colormap, or one level of a
 * channel; bad pixels are bad, others are not.
 *   - nearest: no pixel may differ;
 *   - other kernels: no pixel by more than a step, and at most one of 1,000;
 *   - a pixel whose place lies within a rounding error of the next one (a tie) may be there
 *     instead.
 * matplotlib itself differs from that. With nearest only by what its float32 explains, which
 * oracle.py has checked. With other kernels Agg rounds positions to 1/256 of a pixel, and mirrors
 * the array at its edges where ours repeats the edge: oracle.py has checked that with that edge it
 * stays within 2 steps on smooth data and 8 (1.6 on average) on white noise. A tally tells how our
 * pictures compare with matplotlib's own. */
#ifndef TESTS_ORACLE_PIXELS_H
#define TESTS_ORACLE_PIXELS_H

#include "oracle/golden.h"
#include "oracle/scene.h"

/* Pixels of many pictures: all, those equal to matplotlib's own, those within a step of them. */
struct tally {
    size_t pixels, equal, near;
};

/* True when the rules hold; otherwise says on standard output how they do not. */
bool pixels_agree(const struct picture *picture, const struct golden_pixels *golden, bool nearest,
                  struct tally *tally);

/* A colorbar's colours along its middle against the places of a "strip": where it begins, and the
 * steps from pixel to pixel (oracle.py's steps), from the left or the top. Each pixel shows a place
 * between those that are two pixels away: where bands are cut Agg's rounding and ours differ. */
bool strip_agrees(const struct scene *scene, const struct bar *bar, const char *strip);

#endif
