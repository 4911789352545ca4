/* SPDX-License-Identifier: MIT */
/* test_trace.c: what comes of a line's points: cut, thinned, in pieces. */
#include "unit/support.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "draw/trace.h"

#define ROOM 100000
#define LEVEL_ROOM (FP__TRACE_ROOM - FP__TRACE_ROOM / 32) /* of a piece that does not climb */
#define LONG (4 * LEVEL_ROOM - 400)                       /* points; four pieces */

/* What the canvas was given: all points of all paths, and where strokes ended them. */
static double drawn_x[ROOM], drawn_y[ROOM];
static size_t drawn, strokes, longest, since_stroke, groups, open_groups;
static double dash_start[100];
static unsigned char alpha_drawn[100], alpha_of_group;

static void
keep_path(struct fp__canvas *canvas, const double *x, const double *y, size_t n)
{
    (void)canvas;
    for (size_t i = 0; i < n; i++) {
        drawn_x[drawn] = x[i];
        drawn_y[drawn++] = y[i];
    }
    since_stroke += n;
    longest = since_stroke > longest ? since_stroke : longest;
}

static void
keep_stroke(struct fp__canvas *canvas, const struct fp__stroke *stroke)
{
    (void)canvas;
    alpha_drawn[strokes] = stroke->color.a;
    dash_start[strokes++] = stroke->dash_start;
    since_stroke = 0;
}

static void
keep_group(struct fp__canvas *canvas)
{
    (void)canvas;
    assert_int_equal(strokes, 0);
    groups++;
    open_groups++;
}

static void
keep_ungroup(struct fp__canvas *canvas, struct fp_color color)
{
    (void)canvas;
    open_groups--;
    alpha_of_group = color.a;
}

static const struct fp__canvas_ops ops = {
    .path = keep_path, .stroke = keep_stroke, .group = keep_group, .ungroup = keep_ungroup};
static struct fp__canvas canvas = {.ops = &ops};

static struct fp__trace
begin_stroke(const double box[4], size_t points, const struct fp__stroke *stroke)
{
    struct fp__trace trace;

    drawn = strokes = longest = since_stroke = groups = 0;
    fp__trace_begin(&trace, &canvas, stroke, box, points);
    return trace;
}

/* Without a width: ends are where they are. */
static struct fp__trace
begin(const double box[4], size_t points, unsigned char alpha)
{
    return begin_stroke(box, points, &(struct fp__stroke){.color = {0, 0, 0, alpha}});
}

/* Traces "x,y x,y gap x,y" in the box 0, 0, 10, 10. */
static const char *
traced_as(const char *points, struct fp__stroke stroke)
{
    static const double box[4] = {0, 0, 10, 10};
    static char text[400];
    struct fp__trace trace = begin_stroke(box, 3, &stroke);
    size_t length = 0;

    for (const char *p = points; *p; p += strcspn(p, " ") + (strchr(p, ' ') != NULL)) {
        double x = NAN, y = NAN;

        sscanf(p, "%lf,%lf", &x, &y);
        fp__trace_add(&trace, x, y);
    }
    fp__trace_end(&trace);
    text[0] = '\0';
    for (size_t i = 0; i < drawn; i++)
        length +=
            (size_t)snprintf(text + length, sizeof text - length,
                             isnan(drawn_x[i]) ? "gap " : "%.6g,%.6g ", drawn_x[i], drawn_y[i]);
    return text;
}

static const char *
traced(const char *points)
{
    return traced_as(points, (struct fp__stroke){.color = FP_BLACK});
}

/* A gap begins each piece. */
static void
what_is_inside_goes_through(void **state)
{
    (void)state;
    assert_string_equal(traced(""), "");
    assert_string_equal(traced("5,5"), "");
    assert_string_equal(traced("1,2 3,4"), "gap 1,2 3,4 ");
    assert_string_equal(traced("1,2 3,4 5,5 0,10"), "gap 1,2 3,4 5,5 0,10 ");
    assert_string_equal(traced("1,2 1,2"), "gap 1,2 "); /* a point again says nothing */
    assert_string_equal(traced("1,2 1,2 3,4 3,4 3,4 1,2"), "gap 1,2 3,4 1,2 ");
}

static void
gaps_part_a_line_and_single_points_vanish(void **state)
{
    (void)state;
    assert_string_equal(traced("1,1 2,2 gap 3,3 4,4"), "gap 1,1 2,2 gap 3,3 4,4 ");
    assert_string_equal(traced("gap gap 1,1 2,2 gap"), "gap 1,1 2,2 ");
    assert_string_equal(traced("1,1 gap 2,2 gap 3,3 4,4"), "gap 3,3 4,4 ");
    assert_string_equal(traced("1,1 inf,2 3,3 4,4"), "gap 3,3 4,4 ");
}

static void
what_is_outside_is_cut_off(void **state)
{
    (void)state;
    assert_string_equal(traced("5,5 15,5"), "gap 5,5 10,5 ");
    assert_string_equal(traced("-5,5 5,5"), "gap 0,5 5,5 ");
    assert_string_equal(traced("-10,-10 20,20"), "gap 0,0 10,10 ");
    assert_string_equal(traced("5,-10 5,30"), "gap 5,0 5,10 ");
    assert_string_equal(traced("-5,0 0,5"), "gap 0,5 "); /* touches an edge at its end */
    assert_string_equal(traced("-1,5 5,11"), "gap 0,6 4,10 ");
    assert_string_equal(traced("-5,4 4,-5"), "");
    assert_string_equal(traced("11,0 11,10"), "");
    assert_string_equal(traced("-3,5 -1,5 -2,7"), "");
    assert_string_equal(traced("5,5 15,5 15,8 5,8"), "gap 5,5 10,5 gap 10,8 5,8 ");
    assert_string_equal(traced("2,2 12,2 4,2 5,5"), "gap 2,2 10,2 gap 10,2 4,2 5,5 ");
}

static void
far_away_ends_keep_the_direction(void **state)
{
    (void)state;
    assert_string_equal(traced("5,5 1e300,5"), "gap 5,5 10,5 ");
    assert_string_equal(traced("-1e300,5 1e300,5"), "gap 0,5 10,5 ");
    assert_string_equal(traced("-1e9,-1e9 1e9,1e9"), "gap 0,0 10,10 ");
    assert_string_equal(traced("3,-1e308 3,1e308"), "gap 3,0 3,10 ");
    assert_string_equal(traced("1e300,1e300 1e301,1e301"), "");
}

static double
noise(size_t i)
{
    return (double)((i * 2654435761u) % 1000) / 10;
}

/* Of each slice of a pixel the lowest and the highest point stay, and so do the ends. */
static void
many_points_are_thinned_and_no_extreme_is_lost(void **state)
{
    enum { SLICES = 64 * 50 };
    static const double box[4] = {0, 0, 50, 100};
    struct fp__trace trace = begin(box, ROOM, 128);
    static double low[SLICES], high[SLICES];

    (void)state;
    for (int i = 0; i < SLICES; i++) {
        low[i] = INFINITY;
        high[i] = -INFINITY;
    }
    for (size_t i = 0; i < ROOM; i++) {
        double x = (double)i / (ROOM / 50), y = noise(i);

        fp__trace_add(&trace, x, y);
        low[(int)(x * 64)] = fmin(low[(int)(x * 64)], y);
        high[(int)(x * 64)] = fmax(high[(int)(x * 64)], y);
    }
    fp__trace_end(&trace);
    assert_in_range(drawn, 3 * SLICES, 4 * SLICES + 16);
    for (size_t i = 1; i < drawn; i++) { /* [0] is the gap that begins it */
        int at = (int)(drawn_x[i] * 64);

        low[at] = drawn_y[i] == low[at] ? NAN : low[at];
        high[at] = drawn_y[i] == high[at] ? NAN : high[at];
    }
    for (int i = 0; i < SLICES; i++)
        assert_true(isnan(low[i]) && isnan(high[i]));
    assert_near(drawn_x[1], 0, 0);
    assert_near(drawn_x[drawn - 1], (ROOM - 1) / (ROOM / 50.), 0);
}

static void
few_points_per_column_are_all_drawn(void **state)
{
    static const double box[4] = {0, 0, 50, 100};
    struct fp__trace trace = begin(box, 200, 128);

    (void)state;
    for (size_t i = 0; i < 200; i++)
        fp__trace_add(&trace, (double)(i / 40), noise(i)); /* 40 in each of five columns */
    fp__trace_end(&trace);
    assert_int_equal(drawn, 201);
}

static void
gaps_part_thinned_lines_too(void **state)
{
    static const double box[4] = {0, 0, 10, 100};
    struct fp__trace trace = begin(box, 1000, 128);
    size_t gaps = 0;

    (void)state;
    for (size_t i = 0; i < 1000; i++)
        fp__trace_add(&trace, (double)i / 100, i % 500 == 250 ? NAN : noise(i));
    fp__trace_end(&trace);
    for (size_t i = 0; i < drawn; i++)
        gaps += isnan(drawn_x[i]);
    assert_int_equal(gaps, 3); /* before each piece */
}

/* By half the width, in the direction in which the line ends; dashed lines end flat. */
static void
solid_lines_have_square_ends(void **state)
{
    struct fp__stroke stroke = {.width = 2, .color = FP_BLACK};

    (void)state;
    assert_string_equal(traced_as("3,5 7,5", stroke), "gap 2,5 8,5 ");
    assert_string_equal(traced_as("3,5 7,5 7,8", stroke), "gap 2,5 7,5 7,9 ");
    assert_string_equal(traced_as("3,5 3,5 7,1 7,1", stroke),
                        "gap 2.29289,5.70711 7.70711,0.292893 ");
    assert_string_equal(traced_as("3,5 4,5 gap 6,2 6,3 gap 5,5 gap 1,1", stroke),
                        "gap 2,5 5,5 gap 6,1 6,4 ");
    stroke.dash_count = 2;
    assert_string_equal(traced_as("3,5 7,5", stroke), "gap 3,5 7,5 ");
}

static size_t
times_drawn(double x, double y)
{
    size_t n = 0;

    for (size_t i = 0; i < drawn; i++)
        n += drawn_x[i] == x && drawn_y[i] == y;
    return n;
}

/* Of two runs, 0 … n−1 and n+1 … n+3, that are 2 px wide. What two pieces share may begin both. */
static void
ends_near_the_end_of_a_piece_are_ends(void **state)
{
    static const double box[4] = {0, 0, 1e6, 1000};
    struct fp__stroke stroke = {.width = 2, .color = FP_BLACK};

    (void)state;
    for (size_t n = FP__TRACE_ROOM - 8; n < FP__TRACE_ROOM + 4; n++) {
        struct fp__trace trace = begin_stroke(box, n, &stroke);

        for (size_t i = 0; i < n + 4; i++)
            fp__trace_add(&trace, (double)i, i == n ? NAN : i < n ? 3 : 7);
        fp__trace_end(&trace);
        assert_int_equal(times_drawn(-1, 3), 1);
        assert_int_equal(times_drawn((double)n, 3), 1);
        assert_in_range(times_drawn((double)n, 7), 1, 2);
        assert_int_equal(times_drawn((double)n + 4, 7), 1);
    }
}

static void
long_lines_are_stroked_in_pieces_that_touch(void **state)
{
    static const double box[4] = {0, 0, 1e6, 1000};
    struct fp__trace trace = begin(box, LONG, 255);
    double middle = LEVEL_ROOM - 2.5; /* it begins with a gap */

    (void)state;
    for (size_t i = 0; i < LONG; i++)
        fp__trace_add(&trace, (double)i, i == LONG / 10 * 9 ? NAN : 3);
    fp__trace_end(&trace);
    assert_int_equal(longest, LEVEL_ROOM);
    assert_int_equal(strokes, 5);
    assert_near(dash_start[0], 0, 0);
    assert_near(dash_start[1], middle, 0);
    assert_near(drawn_x[LEVEL_ROOM - 1], middle, 0);
    assert_near(drawn_x[LEVEL_ROOM], middle, 0);
    assert_near(drawn_x[LEVEL_ROOM + 1], middle + .5, 0);
    assert_near(dash_start[2], middle + LEVEL_ROOM - 2, 0);
    assert_near(dash_start[4], 0, 0); /* after the gap dashes begin anew */
}

/* The corner at the end of a piece is one within the next. */
static void
pieces_end_between_corners(void **state)
{
    static const double box[4] = {0, 0, 100, 100};
    struct fp__stroke stroke = {.width = 1, .dash_count = 2, .color = FP_BLACK};
    struct fp__trace trace = begin_stroke(box, 0, &stroke);

    (void)state;
    for (size_t i = 0; i < LEVEL_ROOM - 1; i++)
        fp__trace_add(&trace, i % 2 ? 50 : 10, 20);
    fp__trace_add(&trace, 10, 60);
    fp__trace_end(&trace);
    assert_int_equal(strokes, 2);
    assert_near(drawn_x[LEVEL_ROOM - 1], 30, 0);
    assert_near(drawn_x[LEVEL_ROOM], 30, 0);
    assert_near(drawn_y[LEVEL_ROOM], 20, 0);
    assert_near(drawn_x[LEVEL_ROOM + 1], 10, 0);
    assert_near(drawn_y[LEVEL_ROOM + 1], 20, 0);
    assert_near(drawn_y[LEVEL_ROOM + 2], 60, 0);
    assert_near(dash_start[1], (LEVEL_ROOM - 2) * 40 - 20, 1e-9);
}

/* Or many would cross each row of pixels, which costs more than in proportion. */
static void
lines_that_climb_much_are_stroked_in_shorter_pieces(void **state)
{
    static const double box[4] = {0, 0, 1e4, 1000};
    struct fp__trace trace = begin(box, 0, 255);

    (void)state;
    for (size_t i = 0; i < 1000; i++)
        fp__trace_add(&trace, (double)i, i % 2 ? 10 : 990);
    fp__trace_end(&trace);
    assert_in_range(longest, 100, 200);
    assert_in_range(strokes, 5, 10);
}

/* Or one piece would shine through the next, and the pixels between them would not be full. */
static void
lines_of_several_pieces_cover_in_a_group(void **state)
{
    static const double box[4] = {0, 0, 1e6, 1000};
    struct fp__trace trace = begin(box, LONG, 254);

    (void)state;
    for (size_t i = 0; i < LONG; i++)
        fp__trace_add(&trace, (double)i, 3);
    fp__trace_end(&trace);
    assert_int_equal(longest, LEVEL_ROOM);
    assert_int_equal(strokes, 4);
    for (size_t i = 0; i < strokes; i++)
        assert_int_equal(alpha_drawn[i], 255);
    assert_int_equal(groups, 1);
    assert_int_equal(open_groups, 0);
    assert_int_equal(alpha_of_group, 254);
}

static void
lines_of_one_piece_need_no_group(void **state)
{
    static const double box[4] = {0, 0, 1e6, 1000};
    struct fp__trace trace = begin(box, LONG, 254);

    (void)state;
    for (size_t i = 0; i < LEVEL_ROOM - 1; i++)
        fp__trace_add(&trace, (double)i, 3);
    fp__trace_end(&trace);
    assert_int_equal(strokes, 1);
    assert_int_equal(alpha_drawn[0], 254);
    assert_int_equal(groups, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(what_is_inside_goes_through),
        world_test(gaps_part_a_line_and_single_points_vanish),
        world_test(what_is_outside_is_cut_off),
        world_test(far_away_ends_keep_the_direction),
        world_test(many_points_are_thinned_and_no_extreme_is_lost),
        world_test(few_points_per_column_are_all_drawn),
        world_test(gaps_part_thinned_lines_too),
        world_test(solid_lines_have_square_ends),
        world_test(ends_near_the_end_of_a_piece_are_ends),
        world_test(long_lines_are_stroked_in_pieces_that_touch),
        world_test(pieces_end_between_corners),
        world_test(lines_that_climb_much_are_stroked_in_shorter_pieces),
        world_test(lines_of_several_pieces_cover_in_a_group),
        world_test(lines_of_one_piece_need_no_group),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
