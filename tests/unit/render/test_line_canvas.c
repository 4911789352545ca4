/* SPDX-License-Identifier: MIT */
/* test_line_canvas.c: the pixels that cairo leaves of lines, spans and legends. */
#include "unit/support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "draw/trace.h"
#include "figure/axes.h"
#include "render/image_canvas.h"
#include "unit/figure/scene.h"

#define WHITE 0xffffffff
#define BLUE 0xff1f77b4

/* Picture and axes are 400 × 300 px of 100 dpi: data coordinates are pixels, y up. */
static struct fp_axes *
new_axes(struct fp_figure **fig)
{
    struct fp_axes *ax;

    *fig = fp_figure_create(NULL);
    fp_figure_set_size_inches(*fig, 4, 3);
    ax = fp_figure_add_axes(*fig, (double[]){0, 0, 1, 1});
    fp_axes_set_axis(ax, false);
    fp_axes_set_xlim(ax, 0, 400);
    fp_axes_set_ylim(ax, 0, 300);
    return ax;
}

static struct fp__raster
rendered(struct fp_figure *fig)
{
    struct fp__raster raster;

    assert_int_equal(fp__render_image(fig, &raster), FP_OK);
    return raster;
}

static uint32_t
at(const struct fp__raster *raster, int x, int y)
{
    return raster->pixels[(size_t)y * raster->stride + (size_t)x];
}

/* How many pixels of the rectangle are not `color`. */
static size_t
others(const struct fp__raster *raster, int x0, int y0, int x1, int y1, uint32_t color)
{
    size_t n = 0;

    for (int y = y0; y < y1; y++)
        for (int x = x0; x < x1; x++)
            n += at(raster, x, y) != color;
    return n;
}

/* 1.44 pt: 2 px, with square ends of 1 px. */
static struct fp_plot_options
two_pixels(enum fp_linestyle style)
{
    struct fp_plot_options options = fp_plot_defaults();

    options.linewidth = 1.44;
    options.linestyle = style;
    return options;
}

static void
a_level_line_is_sharp(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_plot_options options = two_pixels(FP_SOLID);
    struct fp__raster raster;

    (void)state;
    plot_points(ax, (double[]){100.3, 200.2}, (double[]){149.8, 149.8}, 2, &options);
    raster = rendered(fig);
    assert_int_equal(others(&raster, 99, 149, 201, 151, BLUE), 0);
    assert_int_equal(others(&raster, 0, 0, 400, 300, WHITE), 204);
    fp_unref(fig);
}

static void
gaps_stay_white(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_plot_options options = two_pixels(FP_SOLID);
    struct fp__raster raster;

    (void)state;
    plot_points(ax, (double[]){10, 100, 150, 200, 300}, (double[]){150, 150, NAN, 150, 150}, 5,
                &options);
    raster = rendered(fig);
    assert_int_equal(others(&raster, 9, 149, 101, 151, BLUE), 0);
    assert_int_equal(others(&raster, 101, 0, 199, 300, WHITE), 0);
    assert_int_equal(others(&raster, 199, 149, 301, 151, BLUE), 0);
    fp_unref(fig);
}

/* On 7.4 px, off 3.2 px; ends are flat. */
static void
dashes_repeat(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_plot_options options = two_pixels(FP_DASHED);
    struct fp__raster raster;

    (void)state;
    plot_points(ax, (double[]){100, 206}, (double[]){150, 150}, 2, &options);
    raster = rendered(fig);
    for (int i = 0; i < 10; i++) {
        double begin = 100 + i * 10.6;

        assert_int_equal(others(&raster, (int)ceil(begin), 149, (int)floor(begin + 7.4), 151, BLUE),
                         0);
        assert_int_equal(
            others(&raster, (int)ceil(begin + 7.4), 149, (int)floor(begin + 10.6), 151, WHITE), 0);
    }
    assert_int_equal(others(&raster, 0, 0, 100, 300, WHITE), 0);
    fp_unref(fig);
}

static void
nothing_is_drawn_outside_the_box(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_axes(fig, (double[]){.25, .25, .5, .5});
    struct fp_plot_options options = fp_plot_defaults();
    struct fp__raster raster;

    (void)state;
    options.linewidth = 40;
    fp_axes_set_axis(ax, false);
    fp_axes_set_xlim(ax, 0, 1);
    fp_axes_set_ylim(ax, 0, 1);
    for (int i = 0; i < 4; i++) {
        options.linestyle = (enum fp_linestyle)i;
        plot_points(ax, (double[]){-1, 2, .5, .5}, (double[]){.1 * i, 1, -3, 1e9}, 4, &options);
        plot_points(ax, (double[]){0, 0, 1, 1, 0}, (double[]){0, 1, 1, 0, 0}, 5, &options);
    }
    shade_span(ax, -7, 9, (struct fp_color){9, 9, 9, 255});
    raster = rendered(fig);
    assert_int_equal(others(&raster, 0, 0, 640, 120, WHITE), 0);
    assert_int_equal(others(&raster, 0, 360, 640, 480, WHITE), 0);
    assert_int_equal(others(&raster, 0, 0, 160, 480, WHITE), 0);
    assert_int_equal(others(&raster, 480, 0, 640, 480, WHITE), 0);
    assert_true(others(&raster, 160, 120, 480, 360, WHITE) == 320 * 240);
    fp_unref(fig);
}

/* What one axes clips does not clip the next. */
static void
the_clip_ends_with_the_line(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_axes *small = fp_figure_add_axes(fig, (double[]){.4, .4, .1, .1});
    struct fp_plot_options options = two_pixels(FP_SOLID);
    struct fp__raster raster;

    (void)state;
    fp_axes_set_axis(small, false);
    PLOT(small, 0, 1);
    ax = fp_figure_add_axes(fig, (double[]){0, 0, 1, 1});
    fp_axes_set_axis(ax, false);
    fp_axes_set_xlim(ax, 0, 400);
    fp_axes_set_ylim(ax, 0, 300);
    plot_points(ax, (double[]){10, 390}, (double[]){20, 20}, 2, &options);
    raster = rendered(fig);
    assert_int_equal(others(&raster, 9, 279, 391, 281, BLUE), 0);
    fp_unref(fig);
}

/* The largest difference of a channel between the pictures of one line drawn in two ways. */
static int
difference(struct fp_figure *fig, struct fp_figure *other)
{
    struct fp__raster raster = rendered(fig);
    size_t n = raster.stride * 300;
    uint32_t *first = malloc(n * sizeof *first);
    int most = 0;

    assert_non_null(first);
    memcpy(first, raster.pixels, n * sizeof *first);
    raster = rendered(other);
    for (size_t i = 0; i < n; i++)
        for (int shift = 0; shift < 24; shift += 8) {
            int a = first[i] >> shift & 255, b = raster.pixels[i] >> shift & 255;

            most = abs(a - b) > most ? abs(a - b) : most;
        }
    free(first);
    return most;
}

/* Its pieces meet without a seam, and dashes go on from one to the next. Where two flat edges meet
 * within a pixel, each covers its part of it: up to a quarter is missing. */
static void
a_line_of_many_points_looks_like_one_of_two(void **state)
{
    static double x[1400], y[1400];

    (void)state;
    for (int i = 0; i < 1400; i++) {
        x[i] = 10.5 + 377. * i / 1399;
        y[i] = 20 + 250. * i / 1399;
    }
    for (int style = 0; style <= FP_DOTTED; style++) {
        struct fp_plot_options options = two_pixels((enum fp_linestyle)style);
        struct fp_figure *many, *two;
        struct fp_axes *ax = new_axes(&many);

        plot_points(ax, x, y, 1400, &options);
        ax = new_axes(&two);
        plot_points(ax, (double[]){x[0], x[1399]}, (double[]){y[0], y[1399]}, 2, &options);
        assert_in_range(difference(many, two), 0, 64);
        fp_unref(many);
        fp_unref(two);
    }
}

/* The pixels that are BLUE in the picture of `two` and clearly paler in that of `many`. */
static size_t
faded(struct fp_figure *two, struct fp_figure *many)
{
    struct fp__raster raster = rendered(two);
    size_t n = raster.stride * 300, count = 0;
    uint32_t *first = malloc(n * sizeof *first);

    assert_non_null(first);
    memcpy(first, raster.pixels, n * sizeof *first);
    raster = rendered(many);
    for (size_t i = 0; i < n; i++)
        count += first[i] == BLUE && (raster.pixels[i] >> 16 & 255) > (BLUE >> 16 & 255) + 8;
    free(first);
    return count;
}

/* A corner of a line that is 40 px wide, after so many points on a straight way to it. */
static struct fp_figure *
draw_corner(size_t points)
{
    static double x[700], y[700];
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_plot_options options = fp_plot_defaults();

    options.linewidth = 28.8;
    for (size_t i = 0; i < points; i++) {
        x[i] = 60 + 200. * (double)i / (double)(points - 1);
        y[i] = 110 + 20. * (double)i / (double)(points - 1);
    }
    x[points] = 230;
    y[points] = 240;
    plot_points(ax, x, y, points + 1, &options);
    return fig;
}

static void
a_corner_is_round_wherever_a_piece_ends(void **state)
{
    (void)state;
    for (size_t points = 250; points < 260; points++) {
        struct fp_figure *few = draw_corner(2), *many = draw_corner(points);

        assert_in_range(difference(few, many), 0, 64);
        assert_int_equal(faded(few, many), 0);
        fp_unref(few);
        fp_unref(many);
    }
}

static void
thick_dashes_are_whole_where_pieces_meet(void **state)
{
    static double x[1400], y[1400];

    (void)state;
    for (int i = 0; i < 1400; i++) {
        x[i] = 30.5 + 337. * i / 1399;
        y[i] = 40 + 210. * i / 1399;
    }
    for (int style = 0; style <= FP_DOTTED; style++) {
        struct fp_plot_options options = two_pixels((enum fp_linestyle)style);
        struct fp_figure *many, *two;
        struct fp_axes *ax = new_axes(&many);

        options.linewidth = 14.4;
        plot_points(ax, x, y, 1400, &options);
        ax = new_axes(&two);
        plot_points(ax, (double[]){x[0], x[1399]}, (double[]){y[0], y[1399]}, 2, &options);
        assert_int_equal(faded(two, many), 0);
        assert_in_range(difference(many, two), 0, 64);
        fp_unref(many);
        fp_unref(two);
    }
}

static void
a_translucent_line_is_covered_once(void **state)
{
    static double x[1000], y[1000];
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_plot_options options = two_pixels(FP_SOLID);
    struct fp__raster raster;

    (void)state;
    options.has_color = true;
    options.color = (struct fp_color){0, 0, 0, 128};
    for (int i = 0; i < 1000; i++) { /* back and forth */
        x[i] = i % 2 ? 300 : 100;
        y[i] = 150;
    }
    plot_points(ax, x, y, 1000, &options);
    raster = rendered(fig);
    assert_int_equal(others(&raster, 99, 149, 301, 151, 0xff7f7f7f), 0);
    fp_unref(fig);
}

/* Each column of a dense line is covered from its lowest to its highest value. */
static void
dense_noise_is_a_solid_band(void **state)
{
    enum { MANY = 200000 };
    double *y = malloc(MANY * sizeof *y);
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp__raster raster;

    (void)state;
    assert_non_null(y);
    for (size_t i = 0; i < MANY; i++)
        y[i] = i % 2 ? 250 : 50;
    fp_axes_set_xlim(ax, 0, MANY - 1);
    plot_points(ax, NULL, y, MANY, NULL);
    raster = rendered(fig);
    assert_int_equal(others(&raster, 0, 51, 400, 249, BLUE), 0);
    assert_int_equal(others(&raster, 0, 0, 400, 48, WHITE), 0);
    assert_int_equal(others(&raster, 0, 252, 400, 300, WHITE), 0);
    free(y);
    fp_unref(fig);
}

/* However many points there are, with markers or without. */
static void
a_million_points_leave_nothing_behind(void **state)
{
    enum { MILLION = 1000000 };
    struct fp_plot_options options = fp_plot_defaults();
    double *y = malloc(MILLION * sizeof *y);
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp__raster raster;
    size_t bytes;

    (void)state;
    assert_non_null(y);
    for (size_t i = 0; i < MILLION; i++)
        y[i] = 150 + 100 * sin((double)i);
    options.marker = ',';
    fp_axes_set_xlim(ax, 0, MILLION - 1);
    raster = rendered(fig); /* the canvas's own memory is kept */
    plot_points(ax, NULL, y, MILLION, &options);
    free(y);
    bytes = fp__alloc_bytes();
    raster = rendered(fig);
    assert_int_equal(fp__alloc_bytes(), bytes);
    assert_int_equal(others(&raster, 0, 55, 400, 245, BLUE), 0);
    assert_int_equal(others(&raster, 0, 0, 400, 46, WHITE), 0);
    fp_unref(fig);
}

/* An edge of one pixel around white that lets a fifth through, corners cut off. */
static void
a_legend_is_a_panel_with_round_corners(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_plot_options options = two_pixels(FP_SOLID);
    struct fp__raster raster;

    (void)state;
    fp_figure_set_dpi(fig, 72); /* 288 × 216 px, a point is a pixel */
    options.label = "\xc2\xa0"; /* nothing but a space */
    plot_points(ax, (double[]){-9, -8}, (double[]){-9, -8}, 2, &options);
    shade_span(ax, -9, 999, (struct fp_color){0, 0, 0, 255});
    legend_at(ax, FP_LEGEND_UPPER_LEFT);
    raster = rendered(fig); /* from 5 px on, 39 × 19 or so */
    assert_int_equal(others(&raster, 0, 0, 288, 5, 0xff000000), 0);
    assert_int_equal(others(&raster, 0, 0, 5, 216, 0xff000000), 0);
    assert_true((at(&raster, 5, 5) & 255) < 40);
    assert_true((at(&raster, 20, 5) & 255) > 160 && (at(&raster, 20, 5) & 255) < 204);
    assert_int_equal(others(&raster, 10, 6, 36, 8, 0xffcccccc), 0);
    assert_int_equal(others(&raster, 60, 0, 288, 216, 0xff000000), 0);
    assert_int_equal(others(&raster, 0, 30, 288, 216, 0xff000000), 0);
    fp_unref(fig);
}

/* Cairo's coordinates are 24 bits wide; beyond them nothing may come round to the other side. */
static void
what_lies_far_outside_leaves_no_trace(void **state)
{
    static const double places[][4] = {{1e5, .1, 1, .5},   {-1e5, .1, 1, .5}, {.1, 13107.2, .5, .5},
                                       {26214.4, 0, 1, 1}, {-1e300, 0, 1, 1}, {1e300, 1e300, 1, 1}};

    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax = fp_figure_add_axes(fig, places[i]);
        struct fp_plot_options options = fp_plot_defaults();
        struct fp__raster raster;

        options.label = "label";
        plot_points(ax, NULL, (double[]){0, 1, .5}, 3, &options);
        shade_span(ax, 0, 1, FP_BLACK);
        fp_axes_text(ax, 0, 0, "text", NULL);
        fp_axes_legend(ax, NULL);
        fp_axes_set_grid(ax, true);
        raster = rendered(fig);
        assert_int_equal(others(&raster, 0, 0, 640, 480, WHITE), 0);
        fp_unref(fig);
    }
}

/* Through a window of the data that is 10¹² times smaller than the line. */
static void
a_line_far_beyond_the_limits_keeps_its_place(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct fp_plot_options options = two_pixels(FP_DOTTED);
    struct fp__raster raster;

    (void)state;
    plot_points(ax, (double[]){-1e12, 1e12}, (double[]){150, 150}, 2, &options);
    options = two_pixels(FP_SOLID);
    plot_points(ax, (double[]){200, 200}, (double[]){-1e200, 1e200}, 2, &options);
    raster = rendered(fig);
    assert_int_equal(others(&raster, 199, 0, 201, 300, 0xffff7f0e), 0);
    assert_int_equal(others(&raster, 0, 0, 199, 149, WHITE), 0);
    assert_int_equal(others(&raster, 0, 151, 199, 300, WHITE), 0);
    assert_true(others(&raster, 0, 149, 199, 151, WHITE) > 100);
    fp_unref(fig);
}

/* A width beyond all reason covers the box and no more. */
static void
any_width_can_be_drawn(void **state)
{
    static const double widths[] = {1e-300, 1e-3, 1e4, 1e9, 1e300};

    (void)state;
    for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
        struct fp_figure *fig;
        struct fp_axes *ax = new_axes(&fig);
        struct fp_plot_options options = fp_plot_defaults();
        struct fp__raster raster;

        options.linewidth = widths[i];
        for (int style = 0; style <= FP_DOTTED; style++) {
            options.linestyle = (enum fp_linestyle)style;
            plot_points(ax, (double[]){100, 300}, (double[]){100, 200}, 2, &options);
        }
        options.linestyle = FP_SOLID;
        options.has_color = true;
        options.color = FP_BLACK;
        plot_points(ax, (double[]){100, 300}, (double[]){100, 200}, 2, &options);
        raster = rendered(fig);
        if (widths[i] > 1000)
            assert_int_equal(others(&raster, 0, 0, 400, 300, 0xff000000), 0);
        fp_unref(fig);
    }
}

/* --- markers ---------------------------------------------------------------------------------- */

/* The largest difference of two pixels' channels. */
static int
apart(uint32_t a, uint32_t b)
{
    int most = 0;

    for (int shift = 0; shift < 32; shift += 8) {
        int d = abs((int)(a >> shift & 255) - (int)(b >> shift & 255));

        most = d > most ? d : most;
    }
    return most;
}

/* The same pixels as when each is drawn by itself, but for the rounding of up to four blends:
 * covers are an economy, no look. */
static void
many_markers_look_as_each_alone(void **state)
{
    const double xs[] = {50, 54.3, 200.5, -1, 399, 120}, ys[] = {50, 51.7, 299.2, 100, 0, 150};
    static uint32_t together[300 * 400];
    size_t n = sizeof xs / sizeof xs[0];

    (void)state;
    for (const char *name = "o^+*"; *name; name++) {
        struct fp_plot_options options = fp_plot_defaults();
        struct fp_figure *fig;
        struct fp_axes *ax = new_axes(&fig);
        struct fp__raster raster;
        struct fp_line *line;

        options.linestyle = FP_NO_LINE;
        options.marker = *name;
        options.markersize = 13.3;
        options.has_color = true;
        options.color = (struct fp_color){200, 100, 50, 190};
        line = plot_points(ax, xs, ys, n, &options);
        raster = rendered(fig);
        for (int y = 0; y < 300; y++)
            memcpy(together + 400 * y, raster.pixels + (size_t)y * raster.stride, 400 * 4);
        assert_int_equal(apart(at(&raster, 120, 150), WHITE) > 50, true);
        fp_artist_remove(line);
        for (size_t i = 0; i < n; i++)
            plot_points(ax, xs + i, ys + i, 1, &options);
        raster = rendered(fig);
        for (int y = 0; y < 300; y++)
            for (int x = 0; x < 400; x++)
                assert_in_range(apart(together[400 * y + x], at(&raster, x, y)), 0, 4);
        fp_unref(fig);
    }
}

/* --- thinning --------------------------------------------------------------------------------- */

enum { MANY = 40000 };

/* A line across the picture that is thinned, or drawn through all of its points. */
struct probe {
    struct fp__artist artist;
    const double *y;
    bool thinned;
};

static enum fp_status
probe_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct probe *probe = (const struct probe *)artist;
    const struct fp__stroke stroke = {.width = 2.083, .color = FP_BLACK};
    const double box[4] = {-9, -9, 409, 309};
    struct fp__trace trace;

    (void)view;
    fp__trace_begin(&trace, canvas, &stroke, box, probe->thinned ? MANY : 0);
    for (int i = 0; i < MANY; i++)
        fp__trace_add(&trace, 20 + 360. * i / MANY, 150 + probe->y[i]);
    fp__trace_end(&trace);
    return FP_OK;
}

static void
probe_close(struct fp_object *obj)
{
    fp__artist_close((struct fp__artist *)obj);
}

static const struct fp__artist_class probe_class = {
    .base = {.name = "probe", .size = sizeof(struct probe), .close = probe_close},
    .layer = FP__LAYER_LINES,
    .draw = probe_draw,
};

/* Keeps 400 × 300 gray levels of it. */
static void
draw_probe(const double *y, bool thinned, uint8_t *levels)
{
    struct fp_figure *fig;
    struct fp_axes *ax = new_axes(&fig);
    struct probe *probe = fp__artist_create(ax, &probe_class);
    struct fp__raster raster;

    probe->y = y;
    probe->thinned = thinned;
    assert_int_equal(fp__axes_take_artist(ax, &probe->artist), FP_OK);
    raster = rendered(fig);
    for (int i = 0; i < 400 * 300; i++)
        levels[i] = (uint8_t)at(&raster, i % 400, i / 400);
    fp_unref(fig);
}

static size_t
count_apart(const uint8_t *a, const uint8_t *b, int levels)
{
    size_t n = 0;

    for (int i = 0; i < 400 * 300; i++)
        n += abs(a[i] - b[i]) > levels;
    return n;
}

static double
next_part(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(*seed >> 11) / 9007199254740992.;
}

/* Edges are blended by other levels hardly anywhere but where one piece of a line lies beside the
 * next, of which both have some, each in other places. */
static void
thinned_lines_look_as_if_all_points_were_drawn(void **state)
{
    static uint8_t thinned[400 * 300], all[400 * 300];
    static double y[MANY];

    (void)state;
    for (int kind = 0; kind < 2; kind++) {
        uint64_t seed = 5;
        size_t inked = 0;

        for (int i = 0; i < MANY; i++) {
            double part = next_part(&seed), before = i > 0 ? y[i - 1] : 0;

            y[i] = kind == 1     ? fp__clamp(before + 4 * (part - .5), -140, 140)
                   : part < .005 ? 280 * (next_part(&seed) - .5)
                                 : 0;
        }
        draw_probe(y, true, thinned);
        draw_probe(y, false, all);
        for (int i = 0; i < 400 * 300; i++)
            inked += all[i] < 255;
        assert_true(inked > 1000);
        assert_in_range(count_apart(thinned, all, 16), 0, inked / 120);
        assert_in_range(count_apart(thinned, all, 8), 0, inked / 30);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_level_line_is_sharp),
        world_test(gaps_stay_white),
        world_test(dashes_repeat),
        world_test(nothing_is_drawn_outside_the_box),
        world_test(the_clip_ends_with_the_line),
        world_test(a_line_of_many_points_looks_like_one_of_two),
        world_test(a_corner_is_round_wherever_a_piece_ends),
        world_test(thick_dashes_are_whole_where_pieces_meet),
        world_test(a_translucent_line_is_covered_once),
        world_test(dense_noise_is_a_solid_band),
        world_test(a_million_points_leave_nothing_behind),
        world_test(a_legend_is_a_panel_with_round_corners),
        world_test(what_lies_far_outside_leaves_no_trace),
        world_test(thinned_lines_look_as_if_all_points_were_drawn),
        world_test(a_line_far_beyond_the_limits_keeps_its_place),
        world_test(any_width_can_be_drawn),
        world_test(many_markers_look_as_each_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
