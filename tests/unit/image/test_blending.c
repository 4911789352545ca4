/* SPDX-License-Identifier: MIT */
/* test_blending.c: imshow's interpolations, stages and alphas: what they do to pixels, what is
 * refused, what is warned of, and who keeps the alphas. */
#include "unit/support.h"

#include <math.h>
#include <stdlib.h>

#include "unit/figure/scene.h"

enum { SIDE = 40 };

/* A figure of SIDE pixels a side that one axes fills, with nothing behind it. */
static struct fp_axes *
bare_axes(struct fp_figure **fig)
{
    struct fp_axes *ax;

    *fig = fp_figure_create(NULL);
    if (!*fig || fp_figure_set_size_pixels(*fig, SIDE, SIDE) != FP_OK)
        return NULL;
    ax = fp_figure_add_axes(*fig, (const double[4]){0, 0, 1, 1});
    if (!ax || fp_axes_set_axis(ax, false) != FP_OK)
        return NULL;
    fp_figure_set_facecolor(*fig, FP_CLEAR);
    return ax;
}

static struct fp_array *
of_doubles(const double *values, size_t rows, size_t cols, size_t channels)
{
    struct fp_layout layout =
        fp_layout_c(FP_FLOAT64, channels ? 3 : 2, (const size_t[]){rows, cols, channels});

    return fp_array_copy(NULL, values, &layout);
}

static struct fp_imshow_options
filling(enum fp_interpolation interpolation)
{
    struct fp_imshow_options options = fp_imshow_defaults();

    options.interpolation = interpolation;
    options.aspect = FP_ASPECT_AUTO;
    return options;
}

/* The pixels of an image that fills the figure: SIDE × SIDE RGBA. */
static uint8_t *
pixels_of(struct fp_array *array, const struct fp_imshow_options *options)
{
    struct fp_figure *fig;
    struct fp_axes *ax = bare_axes(&fig);
    uint8_t *pixels = NULL;

    assert_non_null(fp_axes_imshow(ax, array, options));
    assert_int_equal(fp_figure_pixels(fig, &pixels), FP_OK);
    fp_unref(fig);
    return pixels;
}

static struct fp_array *
hill(size_t rows, size_t cols)
{
    double *values = calloc(rows * cols, sizeof *values);
    struct fp_array *array;

    assert_non_null(values);
    for (size_t i = 0; i < rows * cols; i++)
        values[i] = sin((double)(i / cols) / 3) * cos((double)(i % cols) / 4);
    array = of_doubles(values, rows, cols, 0);
    free(values);
    return array;
}

static bool
same_pixels(struct fp_array *array, const struct fp_imshow_options *a,
            const struct fp_imshow_options *b)
{
    uint8_t *of_a = pixels_of(array, a), *of_b = pixels_of(array, b);
    bool same = memcmp(of_a, of_b, (size_t)SIDE * SIDE * 4) == 0;

    fp_free(of_a);
    fp_free(of_b);
    return same;
}

/* --- interpolations --------------------------------------------------------------------------- */

/* Every pair of kernels makes another picture, none makes that of nearest. */
static void
every_kernel_has_a_picture_of_its_own(void **state)
{
    struct fp_array *array = hill(9, 11);

    (void)state;
    for (int a = FP_NEAREST; a < FP_INTERPOLATIONS; a++)
        for (int b = FP_NEAREST; b < a; b++) {
            struct fp_imshow_options one = filling((enum fp_interpolation)a);
            struct fp_imshow_options other = filling((enum fp_interpolation)b);

            assert_false(same_pixels(array, &one, &other));
        }
    fp_unref(array);
}

static void
none_is_nearest(void **state)
{
    struct fp_array *array = hill(9, 11);
    struct fp_imshow_options none = filling(FP_INTERPOLATION_NONE), nearest = filling(FP_NEAREST);

    (void)state;
    assert_true(same_pixels(array, &none, &nearest));
    fp_unref(array);
}

/* As Agg: even kernels that would smooth leave an image alone that is neither enlarged nor
 * reduced. */
static void
one_to_one_nothing_is_blended(void **state)
{
    struct fp_array *array = hill(SIDE, SIDE), *wider = hill(SIDE, SIDE + 1);
    struct fp_imshow_options gaussian = filling(FP_GAUSSIAN), nearest = filling(FP_NEAREST);

    (void)state;
    assert_true(same_pixels(array, &gaussian, &nearest));
    assert_false(same_pixels(wider, &gaussian, &nearest));
    fp_unref(array);
    fp_unref(wider);
}

static void
filterrad_is_for_three_kernels(void **state)
{
    struct fp_array *array = hill(13, 12);

    (void)state;
    for (int i = FP_NEAREST; i < FP_INTERPOLATIONS; i++) {
        struct fp_imshow_options four = filling((enum fp_interpolation)i), two = four, less = four;

        two.filterrad = 2;
        less.filterrad = .5;
        assert_int_equal(same_pixels(array, &four, &two), i < FP_SINC);
        assert_true(same_pixels(array, &two, &less));
    }
    fp_unref(array);
}

/* Rows as they lie in memory go another way than those that are made: big endian, or not packed. */
static void
how_the_array_lies_makes_no_difference(void **state)
{
    struct fp_array *array = hill(90, 100);
    struct fp_layout turned = *fp_array_layout(array);
    const double *values = fp_array_data(array);
    double *columns = calloc(90 * 100, sizeof *columns);
    struct fp_array *fortran;

    (void)state;
    assert_non_null(columns);
    for (size_t i = 0; i < 9000; i++)
        columns[i % 100 * 90 + i / 100] = values[i];
    fp_layout_pack(&turned, true);
    fortran = fp_array_wrap(NULL, columns, &turned, free, columns);
    for (int i = FP_NEAREST; i < FP_INTERPOLATIONS; i++) {
        struct fp_imshow_options options = filling((enum fp_interpolation)i);
        uint8_t *a = pixels_of(array, &options), *b = pixels_of(fortran, &options);

        assert_memory_equal(a, b, (size_t)SIDE * SIDE * 4);
        fp_free(a);
        fp_free(b);
    }
    fp_unref(array);
    fp_unref(fortran);
}

/* --- stages ----------------------------------------------------------------------------------- */

/* Half way between two values lies the colour of their mean, or the mean of their colours. */
static void
stages_blend_values_or_colours(void **state)
{
    static const double values[] = {0, 1};
    struct fp_array *array = of_doubles(values, 1, 2, 0);
    struct fp_imshow_options options = filling(FP_BILINEAR);
    struct fp_color first = fp_colormap_color(&options.cmap, 0);
    struct fp_color last = fp_colormap_color(&options.cmap, 255), half;
    uint8_t *pixels = pixels_of(array, &options);

    (void)state;
    half = fp_colormap_color(&options.cmap, (size_t)(256 * (.5 + .5 / 20)));
    assert_memory_equal(pixels + 20 * 4, &half, 4); /* half a pixel of 40, of two values */
    fp_free(pixels);
    options.stage = FP_STAGE_RGBA;
    pixels = pixels_of(array, &options);
    assert_near(pixels[20 * 4], first.r + (last.r - first.r) * .525, 1);
    assert_near(pixels[20 * 4 + 1], first.g + (last.g - first.g) * .525, 1);
    assert_near(pixels[20 * 4 + 2], first.b + (last.b - first.b) * .525, 1);
    fp_free(pixels);
    fp_unref(array);
}

/* A bad value spreads as such, or fades in as a colour does, over to transparent black. */
static void
stages_differ_in_what_bad_values_do(void **state)
{
    static const double values[] = {1, NAN, 1};
    struct fp_array *array = of_doubles(values, 1, 3, 0);
    struct fp_imshow_options options = filling(FP_BILINEAR);
    uint8_t *data = pixels_of(array, &options), *colors;

    (void)state;
    options.stage = FP_STAGE_RGBA;
    colors = pixels_of(array, &options);
    assert_int_equal(data[0 * 4 + 3], 255);
    assert_int_equal(data[10 * 4 + 3], 0); /* a quarter of it is bad */
    assert_int_equal(data[20 * 4 + 3], 0);
    assert_int_equal(colors[0 * 4 + 3], 255);
    assert_near(colors[10 * 4 + 3], 255 * (1 - (10.5 * 3 / 40 - .5)), 1);
    assert_near(colors[20 * 4 + 3], 255 * (20.5 * 3 / 40 - 1.5), 1);
    fp_free(data);
    fp_free(colors);
    fp_unref(array);
}

static void
stages_do_not_matter_where_nothing_is_blended(void **state)
{
    struct fp_array *array = hill(9, 11);
    struct fp_imshow_options data = filling(FP_NEAREST), colors = data;

    (void)state;
    colors.stage = FP_STAGE_RGBA;
    assert_true(same_pixels(array, &data, &colors));
    fp_unref(array);
}

/* --- alpha ------------------------------------------------------------------------------------ */

/* matplotlib 3.6.3: 255 times alpha, truncated; bytes and fractions alike where they are opaque. */
static void
alpha_is_truncated(void **state)
{
    static const struct {
        double alpha;
        uint8_t byte;
    } cases[] = {{0, 0},       {.1, 25},  {.25, 63},  {.3, 76},
                 {1. / 3, 85}, {.5, 127}, {.77, 196}, {1, 255}};
    struct fp_array *values = hill(3, 3), *colors = of_doubles((double[12]){0}, 2, 2, 3);

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int blended = 0; blended < 2; blended++) {
            struct fp_imshow_options options = filling(blended ? FP_BILINEAR : FP_NEAREST);
            uint8_t *a, *b;

            options.alpha = cases[i].alpha;
            a = pixels_of(values, &options);
            b = pixels_of(colors, &options);
            assert_int_equal(a[3], cases[i].byte);
            assert_int_equal(b[3], cases[i].byte);
            fp_free(a);
            fp_free(b);
        }
    fp_unref(values);
    fp_unref(colors);
}

/* What matplotlib 3.6.3 made of (r, g, b, a) bytes and of the same as fractions, with alpha .6. */
static void
alpha_multiplies_that_of_colours(void **state)
{
    static const uint8_t bytes[] = {0, 1, 2, 3, 10, 20, 30, 100, 1, 1, 1, 200, 9, 9, 9, 255};
    struct fp_layout layout = fp_layout_c(FP_UINT8, 3, (const size_t[]){2, 2, 4});
    struct fp_array *array = fp_array_copy(NULL, bytes, &layout), *fractions;
    struct fp_imshow_options options = filling(FP_NEAREST);
    double values[16];
    uint8_t *a, *b;

    (void)state;
    for (size_t i = 0; i < 16; i++)
        values[i] = bytes[i] / 255.;
    fractions = of_doubles(values, 2, 2, 4);
    options.alpha = .6;
    a = pixels_of(array, &options);
    b = pixels_of(fractions, &options);
    assert_int_equal(a[3], 2);
    assert_int_equal(a[39 * 4 + 3], 60);
    assert_int_equal(a[(39 * 40) * 4 + 3], 120);
    assert_int_equal(b[3], 1);
    assert_int_equal(b[39 * 4 + 3], 60);
    assert_int_equal(b[(39 * 40) * 4 + 3], 120);
    fp_free(a);
    fp_free(b);
    fp_unref(array);
    fp_unref(fractions);
}

static void
alphas_are_blended_as_the_data_is(void **state)
{
    static const double factors[] = {0, 1};
    struct fp_array *array = of_doubles((double[2]){5, 5}, 1, 2, 0);
    struct fp_array *alphas = of_doubles(factors, 1, 2, 0);
    struct fp_imshow_options options = filling(FP_NEAREST);
    uint8_t *pixels;

    (void)state;
    options.alphas = alphas;
    options.alpha = .5;
    pixels = pixels_of(array, &options);
    assert_int_equal(pixels[19 * 4 + 3], 0);
    assert_int_equal(pixels[20 * 4 + 3], 127);
    fp_free(pixels);
    options.interpolation = FP_BILINEAR;
    pixels = pixels_of(array, &options);
    assert_int_equal(pixels[3], 0);
    assert_int_equal(pixels[20 * 4 + 3], (int)(255 * .525 * .5));
    assert_int_equal(pixels[39 * 4 + 3], 127);
    fp_free(pixels);
    options.interpolation = FP_LANCZOS; /* which would reach below 0 and above 1 */
    pixels = pixels_of(array, &options);
    for (size_t i = 0; i < SIDE; i++)
        assert_true(pixels[i * 4 + 3] <= 127);
    fp_free(pixels);
    fp_unref(array);
    fp_unref(alphas);
}

/* --- several images --------------------------------------------------------------------------- */

static void
images_are_blended_in_the_order_they_came(void **state)
{
    static const struct {
        double alpha[2];
        int red, green; /* over white */
    } cases[] = {{{1, 1}, 0, 255}, {{1, .5}, 128, 127}, {{.5, 1}, 0, 255}, {{.5, 0}, 255, 128}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fp_array *red = of_doubles((double[]){1, 0, 0}, 1, 1, 3);
        struct fp_array *green = of_doubles((double[]){0, 1, 0}, 1, 1, 3);
        struct fp_imshow_options options = filling(FP_NEAREST);
        struct fp_figure *fig;
        struct fp_axes *ax = bare_axes(&fig);
        uint8_t *pixels = NULL;

        fp_figure_set_facecolor(fig, FP_WHITE);
        options.alpha = cases[i].alpha[0];
        assert_non_null(fp_axes_imshow(ax, red, &options));
        options.alpha = cases[i].alpha[1];
        assert_non_null(fp_axes_imshow(ax, green, &options));
        assert_int_equal(fp_figure_pixels(fig, &pixels), FP_OK);
        assert_near(pixels[0], cases[i].red, 1);
        assert_near(pixels[1], cases[i].green, 1);
        fp_free(pixels);
        fp_unref(red);
        fp_unref(green);
        fp_unref(fig);
    }
}

/* One that covers only a part, and one that reaches beyond the axes. */
static void
images_stand_where_their_extents_are(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = bare_axes(&fig);
    struct fp_array *one = of_doubles((double[]){1, 0, 0}, 1, 1, 3);
    struct fp_array *two = of_doubles((double[]){0, 0, 1, 0, 1, 0}, 1, 2, 3);
    struct fp_imshow_options options = filling(FP_NEAREST);
    uint8_t *pixels = NULL;

    (void)state;
    options.has_extent = true;
    memcpy(options.extent, (double[]){0, 20, 0, 20}, sizeof options.extent);
    assert_non_null(fp_axes_imshow(ax, one, &options));
    memcpy(options.extent, (double[]){30, 90, 30, 90}, sizeof options.extent);
    assert_non_null(fp_axes_imshow(ax, two, &options));
    assert_int_equal(fp_axes_set_xlim(ax, 0, 40), FP_OK);
    assert_int_equal(fp_axes_set_ylim(ax, 0, 40), FP_OK);
    assert_int_equal(fp_figure_pixels(fig, &pixels), FP_OK);
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            const uint8_t *p = pixels + (y * SIDE + x) * 4;
            int red = x < 20 && y >= 20, blue = x >= 30 && y < 10;

            assert_int_equal(p[0], red * 255);
            assert_int_equal(p[2], blue * 255);
            assert_int_equal(p[3], (red || blue) * 255);
        }
    fp_free(pixels);
    fp_unref(one);
    fp_unref(two);
    fp_unref(fig);
}

/* A picture has whole pixels: as many as the ceiling of its size. Only the axes' edges cut it. */
static void
an_image_inside_the_axes_is_not_cut(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = bare_axes(&fig);
    struct fp_array *red = of_doubles((double[]){1, 0, 0}, 1, 1, 3);
    struct fp_imshow_options options = filling(FP_NEAREST);
    uint8_t *pixels = NULL;

    (void)state;
    options.has_extent = true;
    memcpy(options.extent, (double[]){4, 14.3, 4, 14.3}, sizeof options.extent);
    assert_non_null(fp_axes_imshow(ax, red, &options));
    assert_int_equal(fp_axes_set_xlim(ax, 0, 40), FP_OK);
    assert_int_equal(fp_axes_set_ylim(ax, 0, 40), FP_OK);
    assert_int_equal(fp_figure_pixels(fig, &pixels), FP_OK);
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            bool shown = x >= 4 && x < 15 && y >= SIDE - 15 && y < SIDE - 4;

            assert_int_equal(pixels[(y * SIDE + x) * 4 + 3], shown ? 255 : 0);
        }
    fp_free(pixels);
    fp_unref(red);
    fp_unref(fig);
}

static void
a_translucent_image_hides_nothing(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = bare_axes(&fig);
    struct fp_array *array = hill(3, 3), *alphas = of_doubles((double[9]){0}, 3, 3, 0);
    struct fp_imshow_options options = filling(FP_NEAREST);
    struct heard heard = {0};

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    assert_non_null(fp_axes_imshow(ax, array, &options));
    options.alpha = .99;
    assert_non_null(fp_axes_imshow(ax, array, &options));
    options.alpha = 1;
    options.alphas = alphas;
    assert_non_null(fp_axes_imshow(ax, array, &options));
    assert_int_equal(heard.times, 0);
    options.alphas = NULL;
    assert_non_null(fp_axes_imshow(ax, array, &options));
    assert_int_equal(heard.times, 1);
    assert_int_equal(heard.kind, FP_WARN_HIDDEN_IMAGE);
    fp_unref(array);
    fp_unref(alphas);
    fp_unref(fig);
}

/* --- what is refused -------------------------------------------------------------------------- */

static void
expect_refused(const struct fp_imshow_options *options, const char *word)
{
    struct fp_figure *fig;
    struct fp_axes *ax = bare_axes(&fig);
    struct fp_array *array = hill(3, 4);

    assert_null(fp_axes_imshow(ax, array, options));
    assert_non_null(strstr(fp_context_message(NULL), word));
    assert_true(fp_context_hint(NULL)[0] != '\0');
    fp_unref(array);
    fp_unref(fig);
}

static void
options_out_of_range_are_refused(void **state)
{
    static const double alphas[] = {-.1, 1.1, NAN, INFINITY};
    static const double radii[] = {0, -1, NAN, INFINITY, 1000.1};
    struct fp_imshow_options options = fp_imshow_defaults();

    (void)state;
    for (size_t i = 0; i < sizeof alphas / sizeof *alphas; i++) {
        options.alpha = alphas[i];
        expect_refused(&options, "alpha");
    }
    options = fp_imshow_defaults();
    for (size_t i = 0; i < sizeof radii / sizeof *radii; i++) {
        options.filterrad = radii[i];
        expect_refused(&options, "filterrad");
    }
    options = fp_imshow_defaults();
    options.interpolation = FP_INTERPOLATIONS;
    expect_refused(&options, "interpolation");
    options = fp_imshow_defaults();
    options.stage = (enum fp_stage)2;
    expect_refused(&options, "stage");
}

static void
alphas_that_do_not_fit_are_refused(void **state)
{
    static const double wrong[] = {-.01, 1.01, NAN};
    double values[12] = {0};
    struct fp_imshow_options options = fp_imshow_defaults();

    (void)state;
    options.alphas = of_doubles(values, 4, 3, 0);
    expect_refused(&options, "(4, 3)");
    fp_unref(options.alphas);
    options.alphas = of_doubles(values, 3, 4, 1);
    expect_refused(&options, "(3, 4, 1)");
    fp_unref(options.alphas);
    for (size_t i = 0; i < 3; i++) {
        values[7] = wrong[i];
        options.alphas = of_doubles(values, 3, 4, 0);
        expect_refused(&options, "0 to 1");
        fp_unref(options.alphas);
    }
    values[7] = 1;
    options.alphas = of_doubles(values, 3, 4, 0);
    fp_close(options.alphas);
    expect_refused(&options, "closed");
    fp_unref(options.alphas);
}

static void
new_data_must_fit_the_alphas(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = bare_axes(&fig);
    struct fp_array *array = hill(3, 4), *other = hill(4, 4);
    struct fp_imshow_options options = fp_imshow_defaults();
    struct fp_image *image;

    (void)state;
    options.alphas = of_doubles((double[12]){0}, 3, 4, 0);
    image = fp_axes_imshow(ax, array, &options);
    assert_non_null(image);
    assert_int_equal(fp_image_set_data(image, other), FP_ERR_ARGUMENT);
    assert_int_equal(fp_image_set_data(image, array), FP_OK);
    fp_unref(array);
    fp_unref(other);
    fp_unref(options.alphas);
    fp_unref(fig);
}

/* matplotlib ignores them there, too, without a word. */
static void
expect_ignored(struct fp_array *array, enum fp_stage stage)
{
    struct fp_imshow_options options = filling(FP_BILINEAR);
    struct heard heard = {0};
    uint8_t *pixels;

    fp_context_set_warning(NULL, hear, &heard);
    options.stage = stage;
    options.alphas = of_doubles((double[4]){0}, 2, 2, 0);
    pixels = pixels_of(array, &options);
    assert_int_equal(heard.times, 1);
    assert_int_equal(heard.kind, FP_WARN_RGB_OPTIONS);
    assert_non_null(strstr(heard.message, "alphas"));
    assert_int_equal(pixels[3], 255);
    fp_free(pixels);
    fp_unref(options.alphas);
    fp_unref(array);
}

static void
colours_ignore_alphas_with_a_warning(void **state)
{
    (void)state;
    expect_ignored(of_doubles((double[12]){0}, 2, 2, 3), FP_STAGE_DATA);
}

static void
stage_rgba_ignores_alphas_with_a_warning(void **state)
{
    (void)state;
    expect_ignored(hill(2, 2), FP_STAGE_RGBA);
}

/* --- life ------------------------------------------------------------------------------------- */

static void
the_image_keeps_its_alphas(void **state)
{
    struct fp_figure *fig;
    struct fp_axes *ax = bare_axes(&fig);
    struct fp_array *array = hill(3, 4), *alphas = of_doubles((double[12]){0}, 3, 4, 0);
    struct fp_imshow_options options = filling(FP_BILINEAR);
    struct fp_weak *weak = fp_weak_create(alphas);
    uint8_t *pixels = NULL;

    (void)state;
    options.alphas = alphas;
    assert_non_null(fp_axes_imshow(ax, array, &options));
    fp_unref(array);
    fp_unref(alphas);
    alphas = fp_weak_get(weak);
    assert_non_null(alphas);
    assert_int_equal(fp_figure_pixels(fig, &pixels), FP_OK);
    fp_free(pixels);
    fp_close(alphas);
    assert_int_equal(fp_figure_pixels(fig, &pixels), FP_ERR_CLOSED);
    fp_unref(alphas);
    assert_int_equal(fp_axes_clear(ax), FP_OK);
    assert_null(fp_weak_get(weak));
    fp_weak_destroy(weak);
    fp_unref(fig);
}

static int
draw_everything(void *arg)
{
    struct fp_figure *fig;
    struct fp_axes *ax = bare_axes(&fig);
    struct fp_array *array = counting(7, 90), *alphas = NULL;
    struct fp_imshow_options options = filling(FP_LANCZOS);
    double factors[630] = {0};
    uint8_t *pixels = NULL;
    bool done;

    (void)arg;
    alphas = of_doubles(factors, 7, 90, 0);
    done = ax && array && alphas && fp_axes_imshow(ax, array, &options);
    options.stage = FP_STAGE_RGBA;
    done = done && fp_axes_imshow(ax, array, &options);
    options.stage = FP_STAGE_DATA;
    options.alphas = alphas;
    done = done && fp_axes_imshow(ax, array, &options) && fp_figure_pixels(fig, &pixels) == FP_OK;
    fp_free(pixels);
    fp_unref(array);
    fp_unref(alphas);
    fp_unref(fig);
    return done ? 0 : 1;
}

static void
every_allocation_may_fail(void **state)
{
    (void)state;
    torture(draw_everything, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_kernel_has_a_picture_of_its_own),
        world_test(none_is_nearest),
        world_test(one_to_one_nothing_is_blended),
        world_test(filterrad_is_for_three_kernels),
        world_test(how_the_array_lies_makes_no_difference),
        world_test(stages_blend_values_or_colours),
        world_test(stages_differ_in_what_bad_values_do),
        world_test(stages_do_not_matter_where_nothing_is_blended),
        world_test(alpha_is_truncated),
        world_test(alpha_multiplies_that_of_colours),
        world_test(alphas_are_blended_as_the_data_is),
        world_test(images_are_blended_in_the_order_they_came),
        world_test(images_stand_where_their_extents_are),
        world_test(an_image_inside_the_axes_is_not_cut),
        world_test(a_translucent_image_hides_nothing),
        world_test(options_out_of_range_are_refused),
        world_test(alphas_that_do_not_fit_are_refused),
        world_test(new_data_must_fit_the_alphas),
        world_test(colours_ignore_alphas_with_a_warning),
        world_test(stage_rgba_ignores_alphas_with_a_warning),
        world_test(the_image_keeps_its_alphas),
        world_test(every_allocation_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
