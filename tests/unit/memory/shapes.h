/* SPDX-License-Identifier: MIT */
/* shapes.h: how resident memory moves in loops that leak and in loops that do not, drawn at random
 * from a seed. Everything that has a length is drawn in parts of the first look's length. */
#ifndef TESTS_UNIT_MEMORY_SHAPES_H
#define TESTS_UNIT_MEMORY_SHAPES_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>

#define KIB 1024.0
#define MIB 1048576.0
#define PAGE 4096.0
#define TOLERANCE KIB /* bytes per iteration */

/* One run: n values of which the first look sees `look`. */
struct run {
    uint64_t seed;
    double look;
    size_t n;
    double *x;
};

struct shape {
    const char *name;
    void (*make)(struct run *run);
};

/* splitmix64 of Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators". */
static uint64_t
random_bits(struct run *run)
{
    uint64_t z = run->seed += 0x9e3779b97f4a7c15u;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* 0 < u < 1 */
static double
uniform(struct run *run)
{
    return ((double)(random_bits(run) >> 12) + 0.5) * 0x1p-52;
}

static double
between(struct run *run, double low, double high)
{
    return low + (high - low) * uniform(run);
}

/* For sizes and lengths: every factor of two is as likely as every other. */
static double
scale(struct run *run, double low, double high)
{
    return low * pow(high / low, uniform(run));
}

/* Box and Muller 1958. */
static double
normal(struct run *run)
{
    double radius = sqrt(-2 * log(uniform(run)));
    return radius * cos(2 * 3.14159265358979323846 * uniform(run));
}

static double
exponential(struct run *run)
{
    return -log(uniform(run));
}

/* What shapes are put together from: each adds to the values. */

static void
add_level(struct run *run)
{
    double level = scale(run, 4 * MIB, 1024 * MIB);

    for (size_t i = 0; i < run->n; i++)
        run->x[i] = level;
}

static void
add_noise(struct run *run, double least, double most)
{
    double deviation = scale(run, least, most);

    for (size_t i = 0; i < run->n; i++)
        run->x[i] += deviation * normal(run);
}

/* AR(0.95): what is there now is mostly what was there before. */
static void
add_memory(struct run *run, double least, double most)
{
    double deviation = scale(run, least, most), state = deviation * normal(run);

    for (size_t i = 0; i < run->n; i++) {
        run->x[i] += state;
        state = 0.95 * state + sqrt(1 - 0.95 * 0.95) * deviation * normal(run);
    }
}

static void
add_warm_up(struct run *run, double most_bytes, double most_length)
{
    double size = scale(run, MIB, most_bytes);
    double length = scale(run, 0.01, most_length) * run->look;

    for (size_t i = 0; i < run->n; i++)
        run->x[i] += size * (1 - exp(-(double)i / length));
}

static void
add_teeth(struct run *run)
{
    double size = scale(run, 4 * MIB, 64 * MIB);
    double pace = size / (scale(run, 0.01, 0.12) * run->look), garbage = 0;

    for (size_t i = 0; i < run->n; i++) {
        garbage += pace * between(run, 0.5, 1.5);
        if (garbage > size)
            garbage = 0;
        run->x[i] += garbage;
    }
}

static void
add_leak(struct run *run, double rate, double start)
{
    for (size_t i = 0; i < run->n; i++)
        run->x[i] += rate * fmax((double)i - start, 0);
}

static double
leak_rate(struct run *run)
{
    return scale(run, 2 * TOLERANCE, 16 * TOLERANCE);
}

/* What any real loop does beside leaking. */
static void
add_everyday(struct run *run)
{
    add_level(run);
    add_warm_up(run, 16 * MIB, 0.05);
    add_noise(run, 4 * KIB, 64 * KIB);
}

/* No leaks. */

static void
make_flat(struct run *run)
{
    add_level(run);
}

static void
make_noise(struct run *run)
{
    add_level(run);
    add_noise(run, 16 * KIB, 256 * KIB);
}

static void
make_memory(struct run *run)
{
    add_level(run);
    add_memory(run, 16 * KIB, 128 * KIB);
}

static void
make_warm_up(struct run *run)
{
    add_level(run);
    add_warm_up(run, 64 * MIB, 0.2);
    add_noise(run, 4 * KIB, 32 * KIB);
}

static void
make_step(struct run *run)
{
    double at = uniform(run) * run->look, size = scale(run, MIB, 64 * MIB);

    add_level(run);
    add_noise(run, 4 * KIB, 32 * KIB);
    for (size_t i = 0; i < run->n; i++)
        run->x[i] += (double)i < at ? 0 : size;
}

static void
make_teeth(struct run *run)
{
    add_level(run);
    add_teeth(run);
    add_noise(run, 4 * KIB, 32 * KIB);
}

/* A walk that turns round at both ends. */
static void
make_walk(struct run *run)
{
    double width = scale(run, 64 * KIB, MIB), at = uniform(run) * width;
    double pace = width / scale(run, 8, 32);

    add_level(run);
    for (size_t i = 0; i < run->n; i++) {
        at = fabs(at + pace * normal(run));
        at = fmax(at < width ? at : 2 * width - at, 0);
        run->x[i] += at;
    }
}

/* In the window of the first look the steepest of these still rises by less than half of the
 * tolerance. */
static void
make_creep(struct run *run)
{
    double size = scale(run, 32, 300) * run->look;

    add_level(run);
    add_noise(run, 4 * KIB, 32 * KIB);
    for (size_t i = 0; i < run->n; i++)
        run->x[i] += size * log(1 + (double)i);
}

/* The highest of ever more peaks: records get rare, and never end. */
static void
make_ratchet(struct run *run)
{
    double size = scale(run, 64 * KIB, 4 * MIB), peak = 0;

    add_level(run);
    for (size_t i = 0; i < run->n; i++) {
        peak = fmax(peak, size * exponential(run));
        run->x[i] += peak;
    }
}

/* Leaks. */

static void
make_leak_2(struct run *run)
{
    add_everyday(run);
    add_leak(run, 2 * TOLERANCE, 0);
}

static void
make_leak_4(struct run *run)
{
    add_everyday(run);
    add_leak(run, 4 * TOLERANCE, 0);
}

static void
make_leak_16(struct run *run)
{
    add_everyday(run);
    add_leak(run, 16 * TOLERANCE, 0);
}

static void
make_stairs(struct run *run)
{
    double length = scale(run, 0.01, 0.2) * run->look, phase = uniform(run);
    double height = leak_rate(run) * length;

    add_everyday(run);
    for (size_t i = 0; i < run->n; i++)
        run->x[i] += height * floor((double)i / length + phase);
}

/* Like stairs, but each at a time and of a height of its own. */
static void
make_bursts(struct run *run)
{
    double gap = scale(run, 0.005, 0.05) * run->look, size = leak_rate(run) * gap, lost = 0;

    add_everyday(run);
    for (size_t i = 0; i < run->n; i++) {
        if (uniform(run) < 1 / gap)
            lost += size * between(run, 0.5, 1.5);
        run->x[i] += lost;
    }
}

static void
make_late(struct run *run)
{
    double start = between(run, 0.1, 0.85) * run->look;

    add_everyday(run);
    add_leak(run, leak_rate(run), start);
}

static void
make_leak_in_teeth(struct run *run)
{
    make_teeth(run);
    add_leak(run, leak_rate(run), 0);
}

static void
make_leak_in_memory(struct run *run)
{
    make_memory(run);
    add_leak(run, leak_rate(run), 0);
}

enum { FLAT, NOISE, MEMORY, WARM_UP, STEP, TEETH, WALK, CREEP, RATCHET };

static const struct shape no_leaks[] = {
    [FLAT] = {"exactly flat", make_flat},
    [NOISE] = {"noise", make_noise},
    [MEMORY] = {"AR(0.95)", make_memory},
    [WARM_UP] = {"exponential warm-up", make_warm_up},
    [STEP] = {"one step", make_step},
    [TEETH] = {"collector saw-tooth", make_teeth},
    [WALK] = {"bounded walk", make_walk},
    [CREEP] = {"logarithmic creep", make_creep},
    [RATCHET] = {"ratcheting peaks", make_ratchet},
};

enum { LEAK_2, LEAK_4, LEAK_16, STAIRS, BURSTS, LATE, LEAK_IN_TEETH, LEAK_IN_MEMORY };

static const struct shape leaks[] = {
    [LEAK_2] = {"leak of 2 tolerances", make_leak_2},
    [LEAK_4] = {"leak of 4 tolerances", make_leak_4},
    [LEAK_16] = {"leak of 16 tolerances", make_leak_16},
    [STAIRS] = {"staircase", make_stairs},
    [BURSTS] = {"bursts", make_bursts},
    [LATE] = {"late start", make_late},
    [LEAK_IN_TEETH] = {"leak in a saw-tooth", make_leak_in_teeth},
    [LEAK_IN_MEMORY] = {"leak in AR(0.95)", make_leak_in_memory},
};

/* Fills in x[0 … n−1], in whole pages. */
static void
make_run(const struct shape *shape, uint64_t seed, size_t look, double *x, size_t n)
{
    struct run run = {.seed = seed * 0x100000001b3u, .look = (double)look, .n = n, .x = x};

    shape->make(&run);
    for (size_t i = 0; i < n; i++)
        x[i] = PAGE * floor(x[i] / PAGE);
}

#endif
