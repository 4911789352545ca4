/* SPDX-License-Identifier: MIT */
/* test_thin.c: what a thinned line covers is what all of its points cover. */
#include "unit/support.h"

#include <math.h>

#include "draw/thin.h"

#define ROOM 20000
#define WIDE 8         /* pixels */
#define HIGH 24        /* pixels around 0 */
#define NEAR (3. / 32) /* pixels: a slice, and what may stick out of one */

struct sink {
    struct fp__thin thin; /* the first member */
    double x[ROOM], y[ROOM];
    size_t n;
};

static struct sink sink;
static double xs[ROOM], ys[ROOM];

static void
keep(struct fp__thin *thin, double x, double y)
{
    struct sink *s = (struct sink *)thin;

    assert_true(s->n < ROOM);
    s->x[s->n] = x;
    s->y[s->n++] = y;
}

static void
thin_all(size_t n, double radius)
{
    sink.n = 0;
    fp__thin_begin(&sink.thin, radius, keep);
    for (size_t i = 0; i < n; i++)
        fp__thin_add(&sink.thin, xs[i], ys[i]);
    fp__thin_end(&sink.thin);
}

/* 0 … 1, the same each time. */
static double
random_part(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(*seed >> 11) / 9007199254740992.;
}

static double
distance_to(const double *x, const double *y, size_t n, double px, double py)
{
    double least = INFINITY;

    for (size_t i = 1; i < n; i++) {
        double dx = x[i] - x[i - 1], dy = y[i] - y[i - 1], length = dx * dx + dy * dy;
        double t = length > 0 ? ((px - x[i - 1]) * dx + (py - y[i - 1]) * dy) / length : 0;

        t = fmin(fmax(t, 0), 1);
        least = fmin(least, hypot(x[i - 1] + t * dx - px, y[i - 1] + t * dy - py));
    }
    return least;
}

/* Wherever one line covers a place by more than a little, so does the other. */
static void
expect_same_cover(const char *what, size_t n, double radius)
{
    for (double px = -2; px < WIDE + 2; px += .23)
        for (double py = -HIGH - 2; py < HIGH + 2; py += .57) {
            double all = distance_to(xs, ys, n, px, py);
            double thinned = distance_to(sink.x, sink.y, sink.n, px, py);

            if ((all < radius - NEAR && thinned > radius) ||
                (thinned < radius - NEAR && all > radius))
                fail_msg("%s, radius %g: at %g, %g all are %g away, the thinned ones %g", what,
                         radius, px, py, all, thinned);
        }
}

static double
value_of(const char *kind, double t, uint64_t *seed, double before)
{
    double part = random_part(seed);

    switch (*kind) {
    case 'n': /* noise */
        return HIGH * (part + random_part(seed) + random_part(seed) - 1.5);
    case 'w': /* a walk */
        return fmin(fmax(before + 2 * (part - .5), -HIGH), HIGH);
    case 's': /* spikes out of a little noise */
        return part < .002 ? HIGH * (2 * random_part(seed) - 1) : part;
    default: /* a curve */
        return HIGH * sin(3 * t);
    }
}

static void
make_line(const char *kind, size_t n, bool back)
{
    uint64_t seed = 7;

    for (size_t i = 0; i < n; i++) {
        double t = (double)i / (double)n;

        xs[i] = WIDE * (back ? 1 - t : t);
        ys[i] = value_of(kind, 2 * t, &seed, i > 0 ? ys[i - 1] : 0);
    }
}

static void
thinned_lines_cover_what_all_points_do(void **state)
{
    static const char *const kinds[] = {"noise", "walk", "spikes", "curve"};
    static const double radii[] = {.3, 1.04, 3};
    bool few = repeats(100) < 100; /* one radius for each kind */

    (void)state;
    for (size_t k = 0; k < 4; k++)
        for (size_t r = few ? k % 3 : 0; r < (few ? k % 3 + 1 : 3); r++)
            for (size_t n = 300; n <= 300 + repeats(2700); n *= 10) {
                make_line(kinds[k], n, r == 1);
                thin_all(n, radii[r]);
                expect_same_cover(kinds[k], n, radii[r]);
            }
}

static double
climbed(void)
{
    double way = 0;

    for (size_t i = 1; i < sink.n; i++)
        way += fabs(sink.y[i] - sink.y[i - 1]);
    return way;
}

/* What goes up and down costs; inside of what is covered anyway there is no need to. */
static void
of_noise_the_way_is_short(void **state)
{
    double all;

    (void)state;
    make_line("noise", ROOM, false);
    thin_all(ROOM, 0);
    all = climbed();
    assert_in_range(sink.n, 192 * WIDE, 257 * WIDE);
    thin_all(ROOM, 1.04);
    assert_in_range(sink.n, 8 * WIDE, 96 * WIDE);
    assert_true(climbed() < all / 4);
}

/* A face's outline, and lines that have no width worth it. */
static void
without_a_width_each_slice_keeps_four(void **state)
{
    (void)state;
    for (size_t i = 0; i < 100; i++) {
        xs[i] = 5 + (double)i / 10000;
        ys[i] = (double)((i * 37 + 50) % 100);
    }
    thin_all(100, 0);
    assert_int_equal(sink.n, 2 + 4 + 2);
    assert_near(sink.y[2], 50, 0);
    assert_near(sink.y[3] + sink.y[4], 99, 0); /* the lowest and the highest */
    assert_near(sink.y[5], 13, 0);
}

static void
expect_ends(size_t n)
{
    thin_all(n, 1.04);
    assert_near(sink.y[0], ys[0], 0);
    assert_near(sink.y[sink.n - 1], ys[n - 1], 0);
    if (n < 2)
        return;
    assert_near(sink.y[1], ys[1], 0);
    assert_near(sink.y[sink.n - 2], ys[n - 2], 0);
}

/* In which direction a line ends is seen. */
static void
both_points_at_each_end_go_on(void **state)
{
    (void)state;
    make_line("noise", ROOM, false);
    for (size_t n = 1; n < 20; n++)
        expect_ends(n);
    expect_ends(ROOM);
    thin_all(0, 1.04);
    assert_int_equal(sink.n, 0);
}

static void
lines_may_turn_back_and_leap(void **state)
{
    uint64_t seed = 3;
    size_t n = 500 + repeats(1500);

    (void)state;
    for (size_t i = 0; i < n; i++) {
        xs[i] = WIDE * fabs(fmod((double)i / 700, 2) - 1);
        ys[i] = HIGH * (random_part(&seed) - .5);
        if (i % 400 == 399)
            xs[i] = WIDE * random_part(&seed);
    }
    thin_all(n, 1.04);
    expect_same_cover("turning", n, 1.04);
    for (size_t i = 0; i < 100; i++) {
        xs[i] = i % 2 ? 1e300 : -1e308;
        ys[i] = i % 3 ? 1e300 : -1e300;
    }
    thin_all(100, 1.04);
    for (size_t i = 0; i < sink.n; i++)
        assert_true(isfinite(sink.x[i]) && isfinite(sink.y[i]));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(thinned_lines_cover_what_all_points_do),
        world_test(of_noise_the_way_is_short),
        world_test(without_a_width_each_slice_keeps_four),
        world_test(both_points_at_each_end_go_on),
        world_test(lines_may_turn_back_and_leap),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
