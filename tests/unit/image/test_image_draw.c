/* SPDX-License-Identifier: MIT */
/* test_image_draw.c: every pixel of a figure that shows an image, against the specified rule
 * computed here: where the picture lies, which source pixel each pixel shows, which colour. */
#include "unit/support.h"

#include <math.h>
#include <stdlib.h>

#include "unit/figure/scene.h"

/* An image in axes without an axis on a white figure, and what the rule needs to know of it. */
struct shown {
    enum fp_dtype dtype;
    size_t rows, cols, channels; /* channels 0: a 2-d array */
    int width, height;           /* of the figure; 0: the default */
    struct fp_imshow_options options;
    double xlim[2], ylim[2]; /* both equal: not set */
    double place[4];         /* all 0: subplot 1, 1, 1 */
    double *values;          /* as doubles */
    double box[4];
    uint8_t *pixels;
};

static struct shown
shown(enum fp_dtype dtype, size_t rows, size_t cols, size_t channels)
{
    struct shown s = {.dtype = dtype, .rows = rows, .cols = cols, .channels = channels};

    s.options = fp_imshow_defaults();
    s.options.interpolation = FP_NEAREST;
    return s;
}

static size_t
count_of(const struct shown *s)
{
    return s->rows * s->cols * (s->channels ? s->channels : 1);
}

/* Noise in 0 … 1, or 0 … 255 for bytes, as exactly as the type can hold it. */
static void
fill_values(struct shown *s)
{
    uint64_t seed = 42;

    s->values = fp_alloc_array(count_of(s), sizeof *s->values);
    for (size_t i = 0; i < count_of(s); i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u; /* Knuth's MMIX */
        s->values[i] = (double)(seed >> 40) / (1 << 24);
        if (s->dtype == FP_UINT8)
            s->values[i] = floor(s->values[i] * 256);
        if (s->dtype == FP_FLOAT32) /* every other one near a byte's share of 1 */
            s->values[i] = i % 2 ? (double)(float)s->values[i]
                                 : (double)nextafterf((float)(i % 256) / 255.0f, 0);
    }
}

static struct fp_array *
array_of(const struct shown *s)
{
    size_t shape[3] = {s->rows, s->cols, s->channels};
    struct fp_layout layout = fp_layout_c(s->dtype, s->channels ? 3 : 2, shape);
    size_t size = fp_dtype_size(s->dtype);
    char *bytes = fp_alloc_array(count_of(s), size);
    struct fp_array *array;

    for (size_t i = 0; i < count_of(s); i++) {
        float single = (float)s->values[i];
        uint8_t byte = (uint8_t)s->values[i];
        const void *value = size == 8   ? (const void *)&s->values[i]
                            : size == 4 ? (void *)&single
                                        : &byte;
        memcpy(bytes + i * size, value, size);
    }
    array = fp_array_copy(NULL, bytes, &layout);
    fp_free(bytes);
    return array;
}

static struct fp_axes *
add_axes(struct fp_figure *fig, const struct shown *s)
{
    struct fp_axes *ax =
        s->place[2] > 0 ? fp_figure_add_axes(fig, s->place) : fp_figure_add_subplot(fig, 1, 1, 1);

    fp_axes_set_axis(ax, false);
    return ax;
}

static void
draw(struct shown *s)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_array *array = array_of(s);
    struct fp_axes *ax = add_axes(fig, s);

    if (s->width > 0)
        assert_int_equal(fp_figure_set_size_pixels(fig, s->width, s->height), FP_OK);
    fp_figure_get_size_pixels(fig, &s->width, &s->height);
    assert_non_null(fp_axes_imshow(ax, array, &s->options));
    if (s->xlim[0] != s->xlim[1])
        assert_int_equal(fp_axes_set_xlim(ax, s->xlim[0], s->xlim[1]), FP_OK);
    if (s->ylim[0] != s->ylim[1])
        assert_int_equal(fp_axes_set_ylim(ax, s->ylim[0], s->ylim[1]), FP_OK);
    fp_axes_get_box(ax, s->box);
    assert_int_equal(fp_figure_pixels(fig, &s->pixels), FP_OK);
    fp_unref(array);
    fp_unref(fig);
}

static void
finish(struct shown *s)
{
    fp_free(s->values);
    fp_free(s->pixels);
}

/* --- the rule --------------------------------------------------------------------------------- */

static long
r(double v)
{
    return (long)floor(v + .5);
}

/* Pixels of a box's side; sums of fractions are never quite whole. */
static long
pixels_in(double side)
{
    return side > 1e-6 ? (long)ceil(side - 1e-6) : 1;
}

static long
clamped(long pixel, size_t n)
{
    return pixel < 0 ? 0 : pixel >= (long)n ? (long)n - 1 : pixel;
}

/* a / b rounded up. */
static long
up(long a, long b)
{
    return a > 0 ? (a + b - 1) / b : -(-a / b);
}

/* Which of n source pixels the part from start to stop shows in pixel o, or i, of d. */
static long
row_shown(long o, long d, double start, double stop, size_t n)
{
    return clamped(r((start + ((double)o + .5) * (stop - start) / (double)d) * 256) >> 8, n);
}

static long
col_shown(long i, long d, double start, double stop, size_t n)
{
    long x1 = r((start + .5 * (stop - start) / (double)d) * 256);
    long delta = r((start + ((double)d + .5) * (stop - start) / (double)d) * 256) - x1;

    return clamped((x1 + up((i + 1) * delta, d) - up(delta, d)) >> 8, n);
}

/* How weights fall off in hanning: half a cosine wave (Agg's image_filter_hanning). */
static double
hanning(double x)
{
    return fabs(x) < 1 ? .5 + .5 * cos(M_PI * x) : 0;
}

/* The weighted sum over one axis at output pixel o of d, of values that lie `step` apart. */
static double
smooth(const double *from, size_t step, long o, long d, size_t n)
{
    double p = ((double)o + .5) * (double)n / (double)d - .5;
    double f = fmax(1, (double)n / (double)d);
    double sum = 0, weights = 0;

    for (long k = (long)ceil(p - f); k <= (long)floor(p + f); k++) {
        double w = hanning(((double)k - p) / f);

        sum += w * from[(size_t)clamped(k, n) * step];
        weights += w;
    }
    return sum / weights;
}

struct limits {
    double lo, hi;
};

static struct limits
limits_of(const struct shown *s)
{
    struct limits l = {INFINITY, -INFINITY};

    for (size_t i = 0; i < count_of(s); i++)
        if (isfinite(s->values[i]))
            l = (struct limits){fmin(l.lo, s->values[i]), fmax(l.hi, s->values[i])};
    l.lo = isnan(s->options.norm.vmin) ? l.lo : s->options.norm.vmin;
    l.hi = isnan(s->options.norm.vmax) ? l.hi : s->options.norm.vmax;
    return l;
}

static struct fp_color
color_of_value(const struct shown *s, struct limits l, double v)
{
    const struct fp_colormap *map = &s->options.cmap;
    double x = l.lo == l.hi ? 0 : (v - l.lo) / (l.hi - l.lo);

    if (!isfinite(v))
        return s->options.bad;
    if (x < 0)
        return s->options.has_under ? s->options.under : fp_colormap_color(map, 0);
    if (x > 1)
        return s->options.has_over ? s->options.over : fp_colormap_color(map, map->n - 1);
    return fp_colormap_color(map, x == 1 ? map->n - 1 : (size_t)floor(x * (double)map->n));
}

static uint8_t
channel_of(const struct shown *s, double v)
{
    if (s->dtype == FP_UINT8)
        return (uint8_t)v;
    v = fmin(fmax(v, 0), 1);
    return s->dtype == FP_FLOAT32 ? (uint8_t)((float)v * 255.0f) : (uint8_t)(v * 255);
}

static struct fp_color
color_at(const struct shown *s, struct limits l, long row, long col)
{
    const double *v =
        s->values + ((size_t)row * s->cols + (size_t)col) * (s->channels ? s->channels : 1);

    if (s->channels < 3)
        return color_of_value(s, l, v[0]);
    return (struct fp_color){channel_of(s, v[0]), channel_of(s, v[1]), channel_of(s, v[2]),
                             s->channels == 4 ? channel_of(s, v[3]) : 255};
}

static void
expect_pixel(const struct shown *s, long x, long y, struct fp_color wanted)
{
    const uint8_t *p = s->pixels + ((size_t)y * (size_t)s->width + (size_t)x) * 4;
    const uint8_t c[3] = {wanted.r, wanted.g, wanted.b};
    int slack = wanted.a == 0 || wanted.a == 255 ? 0 : 1; /* of blending in bytes */

    for (int k = 0; k < 3; k++) {
        double over_white = (c[k] * wanted.a + 255 * (255 - wanted.a)) / 255.;

        if (fabs(p[k] - over_white) > slack + .5)
            fail_msg("pixel %ld, %ld is %d, %d, %d, not %d, %d, %d, %d", x, y, p[0], p[1], p[2],
                     c[0], c[1], c[2], wanted.a);
    }
    assert_int_equal(p[3], 255);
}

/* The part of the source that the box shows, in source pixels from the left and from the side of
 * row 0; whole unless limits were set (then origin is upper and nothing is flipped). */
struct part {
    double x[2], y[2];
};

static struct part
part_of(const struct shown *s)
{
    struct part part = {{0, (double)s->cols}, {0, (double)s->rows}};

    for (int i = 0; i < 2; i++) {
        if (s->xlim[0] != s->xlim[1])
            part.x[i] = s->xlim[i] + .5;
        if (s->ylim[0] != s->ylim[1])
            part.y[i] = s->ylim[1 - i] + .5;
    }
    return part;
}

/* `up`: row 0 lies at the lower edge. `left`: column 0 lies at the right. */
static void
expect_rule(struct shown *s, bool up, bool left)
{
    const double *b = s->box;
    long dw = pixels_in(b[2] - b[0]), dh = pixels_in(b[3] - b[1]);
    long top = s->height - r(b[1]) - dh;
    struct limits l = limits_of(s);
    struct part part = part_of(s);

    for (long y = 0; y < s->height; y++) {
        for (long x = 0; x < s->width; x++) {
            long i = x - r(b[0]), o = y - top;
            long row, col;

            if (i < 0 || i >= dw || x > r(b[2]) || o < 0 || o >= dh || y < r(s->height - b[3])) {
                expect_pixel(s, x, y, FP_WHITE);
                continue;
            }
            row = row_shown(up ? dh - 1 - o : o, dh, part.y[0], part.y[1], s->rows);
            col = left ? col_shown(i, dw, part.x[1], part.x[0], s->cols)
                       : col_shown(i, dw, part.x[0], part.x[1], s->cols);
            expect_pixel(s, x, y, color_at(s, l, row, col));
        }
    }
}

static void
check(struct shown *s, bool up, bool left)
{
    fill_values(s);
    draw(s);
    expect_rule(s, up, left);
    finish(s);
}

/* --- tests ------------------------------------------------------------------------------------ */

static void
nearest_shows_the_specified_source_pixels(void **state)
{
    static const size_t shapes[][2] = {{25, 25},   {28, 28},   {100, 150}, {256, 256}, {480, 640},
                                       {441, 100}, {1, 1},     {2, 3},     {1, 700},   {900, 2},
                                       {370, 370}, {123, 123}, {369, 371}, {1024, 768}};

    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        struct shown s = shown(FP_FLOAT64, shapes[i][0], shapes[i][1], 0);

        check(&s, false, false);
    }
}

static void
every_kind_of_colour_is_shown_as_it_is(void **state)
{
    static const struct {
        enum fp_dtype dtype;
        size_t channels;
    } kinds[] = {{FP_FLOAT64, 3}, {FP_FLOAT64, 4}, {FP_UINT8, 3},   {FP_UINT8, 4},  {FP_UINT8, 0},
                 {FP_FLOAT32, 0}, {FP_FLOAT32, 3}, {FP_FLOAT64, 1}, {FP_FLOAT32, 4}};

    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        struct shown s = shown(kinds[i].dtype, 100, 100, kinds[i].channels);

        check(&s, false, false);
    }
}

static void
origin_and_extents_turn_the_image_around(void **state)
{
    static const struct {
        double extent[4];
        enum fp_origin origin;
        bool up, left;
    } turns[] = {
        {{0, 0, 0, 0}, FP_ORIGIN_LOWER, true, false},
        {{0, 1, 0, 1}, FP_ORIGIN_UPPER, false, false},
        {{0, 1, 0, 1}, FP_ORIGIN_LOWER, true, false},
        {{7, -3, 0, 10}, FP_ORIGIN_UPPER, false, false}, /* the axis turns with it */
        {{0, 10, 3, -7}, FP_ORIGIN_LOWER, true, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof turns / sizeof turns[0]; i++) {
        struct shown s = shown(FP_FLOAT64, 30, 30, 0);

        s.options.origin = turns[i].origin;
        s.options.has_extent = turns[i].extent[0] != turns[i].extent[1];
        memcpy(s.options.extent, turns[i].extent, sizeof s.options.extent);
        check(&s, turns[i].up, turns[i].left);
    }
}

static void
reversed_limits_turn_an_image_of(size_t n)
{
    struct shown s = shown(FP_FLOAT64, n, n, 0);
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_array *array;
    struct fp_axes *ax;

    fill_values(&s);
    array = array_of(&s);
    ax = add_axes(fig, &s);
    fp_axes_imshow(ax, array, &s.options);
    fp_axes_set_xlim(ax, (double)n - .5, -.5);
    fp_axes_set_ylim(ax, -.5, (double)n - .5);
    fp_axes_get_box(ax, s.box);
    fp_figure_get_size_pixels(fig, &s.width, &s.height);
    assert_int_equal(fp_figure_pixels(fig, &s.pixels), FP_OK);
    expect_rule(&s, true, true);
    fp_unref(array);
    fp_unref(fig);
    finish(&s);
}

/* Limits against the extent's direction turn the picture. It is no mirror image: columns are
 * stepped from the left, wherever the first of them lies (with 101, some of them show that). */
static void
reversed_limits_turn_the_image(void **state)
{
    static const size_t sizes[] = {37, 100, 101, 256, 1024};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        reversed_limits_turn_an_image_of(sizes[i]);
}

static void
limits_inside_the_image_show_a_part_of_it(void **state)
{
    static const double limits[][4] = {
        {9.5, 49.5, 59.5, 19.5}, {3.2, 77.9, 80.1, 5.4}, {50.2, 50.9, 60, 59.3}};

    (void)state;
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        struct shown s = shown(FP_FLOAT64, 100, 100, 0);

        memcpy(s.xlim, limits[i], sizeof s.xlim);
        memcpy(s.ylim, limits[i] + 2, sizeof s.ylim);
        check(&s, false, false);
    }
}

static void
values_that_are_not_finite_let_the_axes_through(void **state)
{
    struct shown s = shown(FP_FLOAT64, 20, 20, 0);

    (void)state;
    fill_values(&s);
    s.values[0] = NAN;
    s.values[21] = INFINITY;
    s.values[399] = -INFINITY;
    draw(&s);
    expect_rule(&s, false, false);
    finish(&s);
}

static void
bad_under_and_over_have_colours_of_their_own(void **state)
{
    struct shown s = shown(FP_FLOAT64, 40, 40, 0);

    (void)state;
    s.options.norm.vmin = .25;
    s.options.norm.vmax = .75;
    check(&s, false, false);
    s = shown(FP_FLOAT64, 40, 40, 0);
    s.options.norm.vmin = .25;
    s.options.norm.vmax = .75;
    s.options.has_under = s.options.has_over = true;
    s.options.under = (struct fp_color){255, 0, 0, 255};
    s.options.over = (struct fp_color){0, 0, 255, 100};
    s.options.bad = (struct fp_color){0, 255, 0, 255};
    fill_values(&s);
    s.values[5] = NAN;
    draw(&s);
    expect_rule(&s, false, false);
    finish(&s);
}

/* Upper left corner, size: whole, one pixel, cut rows and columns, partly or wholly outside. */
static void
axes_anywhere_show_what_fits_on_the_picture(void **state)
{
    static const double places[][4] = {
        {0, 0, 1, 1},         {.1, .1, .01, .01},    {-.3, -.2, .7, .9}, {.6, .5, .8, 1.1},
        {-1, -2, 3, 5},       {.333, .217, .4, .41}, {.5, .5, .003, .5}, {-2, 0, 1, 1},
        {.999, .999, .5, .5}, {-.4999, .2, 1, .3},   {0, -.9981, 1, 1},
    };
    static const int sizes[][2] = {{64, 48}, {1, 1}, {10, 10}, {7, 301}};

    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        for (size_t k = 0; k < sizeof sizes / sizeof sizes[0]; k++) {
            struct shown s = shown(FP_FLOAT64, 13, 11, 0);

            memcpy(s.place, places[i], sizeof s.place);
            s.width = sizes[k][0];
            s.height = sizes[k][1];
            s.options.aspect = FP_ASPECT_AUTO;
            check(&s, false, false);
        }
    }
}

/* A figure of any size whose axes fill it shows every pixel and nothing else. */
static void
figures_without_margins_are_filled(void **state)
{
    (void)state;
    for (int size = 1; size < 60; size++) {
        struct shown s = shown(FP_UINT8, (size_t)size, 17, 3);

        memcpy(s.place, (double[]){0, 0, 1, 1}, sizeof s.place);
        s.width = 60 - size;
        s.height = size;
        s.options.aspect = FP_ASPECT_AUTO;
        check(&s, false, false);
    }
}

static void
expect_smooth(struct shown *s)
{
    const double *b = s->box;
    long dw = pixels_in(b[2] - b[0]), dh = pixels_in(b[3] - b[1]);
    long top = s->height - r(b[1]) - dh;
    struct limits l = limits_of(s);
    double *across = fp_alloc_array(s->rows * (size_t)dw, sizeof *across);

    for (size_t row = 0; row < s->rows; row++)
        for (long i = 0; i < dw; i++)
            across[row * (size_t)dw + (size_t)i] =
                smooth(s->values + row * s->cols, 1, i, dw, s->cols);
    for (long o = 0; o < dh; o++)
        for (long i = 0; i < dw && r(b[0]) + i <= r(b[2]); i++)
            if (top + o >= s->height - r(b[3]))
                expect_pixel(s, r(b[0]) + i, top + o,
                             color_of_value(s, l, smooth(across + i, (size_t)dw, o, dh, s->rows)));
    fp_free(across);
}

static void
hanning_is_its_formula(void **state)
{
    static const size_t shapes[][2] = {{256, 256}, {480, 640}, {441, 100}, {150, 700}};

    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        for (int automatic = 0; automatic < 2; automatic++) {
            struct shown s = shown(FP_FLOAT64, shapes[i][0], shapes[i][1], 0);

            s.options.interpolation = automatic ? FP_INTERPOLATION_AUTO : FP_HANNING;
            fill_values(&s);
            draw(&s);
            expect_smooth(&s);
            finish(&s);
        }
    }
}

/* 123 columns are enlarged by more than 3 in the default square, 124 by less. */
static void
auto_is_nearest_up_to_123_columns(void **state)
{
    struct shown s = shown(FP_FLOAT64, 123, 123, 0);

    (void)state;
    s.options.interpolation = FP_INTERPOLATION_AUTO;
    check(&s, false, false);
    s = shown(FP_FLOAT64, 124, 124, 0);
    s.options.interpolation = FP_INTERPOLATION_AUTO;
    fill_values(&s);
    draw(&s);
    expect_smooth(&s);
    finish(&s);
}

/* Half outside the canvas, the part that is left is the same as in a figure that shows all. */
static void
smoothing_does_not_depend_on_what_is_cut(void **state)
{
    struct shown whole = shown(FP_FLOAT64, 90, 90, 0), cut = whole;

    (void)state;
    whole.options.interpolation = cut.options.interpolation = FP_HANNING;
    whole.options.aspect = cut.options.aspect = FP_ASPECT_AUTO;
    whole.width = whole.height = 200;
    cut.width = cut.height = 100;
    memcpy(whole.place, (double[]){0, 0, 1, 1}, sizeof whole.place);
    memcpy(cut.place, (double[]){-1, -1, 2, 2}, sizeof cut.place);
    fill_values(&whole);
    fill_values(&cut);
    draw(&whole);
    draw(&cut);
    for (int y = 0; y < 100; y++)
        assert_memory_equal(cut.pixels + y * 400, whole.pixels + y * 800 + 400, 400);
    finish(&whole);
    finish(&cut);
}

static void
colours_out_of_range_are_clipped_with_one_warning(void **state)
{
    struct shown s = shown(FP_FLOAT64, 10, 10, 3);
    struct heard heard = {0};

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    fill_values(&s);
    draw(&s);
    assert_int_equal(heard.times, 0);
    fp_free(s.pixels);
    s.pixels = NULL;
    s.values[0] = -.25;
    s.values[1] = 1.5;
    s.values[5] = NAN;
    for (int i = 0; i < 2; i++) {
        fp_free(s.pixels);
        s.pixels = NULL;
        draw(&s);
    }
    assert_int_equal(heard.times, 1);
    assert_int_equal(heard.kind, FP_WARN_RGB_CLIPPED);
    assert_non_null(strstr(heard.message, "from -0.25 to 1.5"));
    s.values[5] = 0; /* what is not finite is 0 */
    expect_rule(&s, false, false);
    finish(&s);
}

static void
an_image_without_a_value_is_empty_and_warns(void **state)
{
    struct shown s = shown(FP_FLOAT64, 4, 4, 0);
    struct heard heard = {0};

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    fill_values(&s);
    for (size_t i = 0; i < 16; i++)
        s.values[i] = NAN;
    draw(&s);
    assert_int_equal(heard.times, 1);
    assert_int_equal(heard.kind, FP_WARN_NOT_FINITE);
    expect_rule(&s, false, false);
    finish(&s);
}

static void
given_limits_do_not_hush_the_warning(void **state)
{
    struct shown s = shown(FP_FLOAT64, 4, 4, 0);
    struct heard heard = {0};

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    fill_values(&s);
    for (size_t i = 0; i < 16; i++)
        s.values[i] = NAN;
    s.options.norm.vmin = 0;
    s.options.norm.vmax = 1;
    draw(&s);
    assert_int_equal(heard.times, 1);
    assert_int_equal(heard.kind, FP_WARN_NOT_FINITE);
    finish(&s);
}

/* The lower half has values; the upper, which alone is shown, has none. */
static size_t
warnings_of_upper_half(enum fp_interpolation interpolation, struct fp_array *alphas)
{
    struct shown s = shown(FP_FLOAT64, 40, 40, 0);
    struct heard heard = {0};

    fp_context_set_warning(NULL, hear, &heard);
    fp_context_reset_warnings(NULL);
    fill_values(&s);
    for (size_t i = 0; i < 40 * 20; i++)
        s.values[i] = NAN;
    s.options.interpolation = interpolation;
    s.options.alphas = alphas;
    s.ylim[0] = 10;
    draw(&s);
    finish(&s);
    return heard.times;
}

/* Whichever way the values are read: only what is shown, or in memory; with alphas one by one. */
static void
values_that_are_not_shown_hush_the_warning(void **state)
{
    static const double clear[40 * 40];
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, (size_t[]){40, 40});
    struct fp_array *alphas = fp_array_copy(NULL, clear, &layout);

    (void)state;
    assert_int_equal(warnings_of_upper_half(FP_HANNING, NULL), 0);
    assert_int_equal(warnings_of_upper_half(FP_NEAREST, NULL), 0);
    assert_int_equal(warnings_of_upper_half(FP_HANNING, alphas), 0);
    fp_unref(alphas);
}

static void
colours_take_no_limits(void **state)
{
    struct shown s = shown(FP_FLOAT64, 4, 4, 3);
    struct heard heard = {0};

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    fill_values(&s);
    s.options.norm.vmin = 0;
    draw(&s);
    assert_int_equal(heard.times, 1);
    assert_int_equal(heard.kind, FP_WARN_RGB_OPTIONS);
    finish(&s);
}

static void
equal_limits_show_the_lowest_colour(void **state)
{
    struct shown s = shown(FP_FLOAT64, 4, 4, 0);

    (void)state;
    fill_values(&s);
    for (size_t i = 0; i < 16; i++)
        s.values[i] = 5;
    draw(&s);
    expect_pixel(&s, 320, 240, fp_colormap_color(&s.options.cmap, 0));
    finish(&s);
}

/* Nothing hangs, overflows or is read out of bounds, wherever limits and extents lie. */
static void
extreme_limits_and_extents_do_no_harm(void **state)
{
    static const double table[][4] = {
        {-1e308, 0, 0, 1e-10},  {0, 1e-300, 0, 1e-300},   {1e17, 1e17 + 64, 1e17, 1e17 + 16},
        {0, 1, -1e300, 1e300},  {0, 1, .5, .5 + 0x1p-53}, {-8e307, 8e307, 0, 1},
        {1e300, -1e300, 1, -1}, {0, 1, 1e9, 1e9 + 1},
    };

    (void)state;
    for (size_t i = 0; i < 2 * sizeof table / sizeof table[0]; i++) {
        struct shown s = shown(FP_FLOAT64, 5, 6, 0);
        const double *t = table[i / 2];

        s.options.interpolation = i % 2 ? FP_HANNING : FP_NEAREST;
        s.options.aspect = FP_ASPECT_AUTO;
        s.options.has_extent = true;
        memcpy(s.options.extent, (double[]){t[0], t[1], t[0], t[1]}, sizeof s.options.extent);
        memcpy(s.xlim, t + 2, sizeof s.xlim);
        memcpy(s.ylim, t + 2, sizeof s.ylim);
        fill_values(&s);
        draw(&s);
        finish(&s);
    }
}

static void
enormous_axes_do_no_harm(void **state)
{
    static const double places[][4] = {{-10, -10, 20, 20},         {-1e5, -1e5, 2e5, 2e5},
                                       {-1e12, -1e12, 2e12, 2e12}, {-1e300, -1e300, 2e300, 2e300},
                                       {1e300, 1e300, 1, 1},       {.5, .5, 1e-300, 1e-300}};

    (void)state;
    for (size_t i = 0; i < 2 * sizeof places / sizeof places[0]; i++) {
        struct shown s = shown(FP_FLOAT64, 5, 6, 0);

        s.options.interpolation = i % 2 ? FP_HANNING : FP_NEAREST;
        s.options.aspect = FP_ASPECT_AUTO;
        memcpy(s.place, places[i / 2], sizeof s.place);
        fill_values(&s);
        draw(&s);
        finish(&s);
    }
}

static void
a_closed_array_cannot_be_drawn(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_array *array = counting(3, 3);
    uint8_t *pixels = NULL;

    (void)state;
    assert_non_null(fp_axes_imshow(ax, array, NULL));
    fp_close(array);
    assert_int_equal(fp_figure_pixels(fig, &pixels), FP_ERR_CLOSED);
    assert_null(pixels);
    assert_null(fp_axes_imshow(ax, array, NULL));
    fp_unref(array);
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(nearest_shows_the_specified_source_pixels),
        world_test(every_kind_of_colour_is_shown_as_it_is),
        world_test(origin_and_extents_turn_the_image_around),
        world_test(reversed_limits_turn_the_image),
        world_test(limits_inside_the_image_show_a_part_of_it),
        world_test(values_that_are_not_finite_let_the_axes_through),
        world_test(bad_under_and_over_have_colours_of_their_own),
        world_test(axes_anywhere_show_what_fits_on_the_picture),
        world_test(figures_without_margins_are_filled),
        world_test(hanning_is_its_formula),
        world_test(auto_is_nearest_up_to_123_columns),
        world_test(smoothing_does_not_depend_on_what_is_cut),
        world_test(colours_out_of_range_are_clipped_with_one_warning),
        world_test(an_image_without_a_value_is_empty_and_warns),
        world_test(given_limits_do_not_hush_the_warning),
        world_test(values_that_are_not_shown_hush_the_warning),
        world_test(colours_take_no_limits),
        world_test(equal_limits_show_the_lowest_colour),
        world_test(extreme_limits_and_extents_do_no_harm),
        world_test(enormous_axes_do_no_harm),
        world_test(a_closed_array_cannot_be_drawn),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
