/* SPDX-License-Identifier: MIT */
/* test_norms.c: images through every norm: limits, awkward data, colours that are set. */
#include <float.h>
#include <math.h>

#include "unit/support.h"

#include "unit/figure/scene.h"

/* Four values in a figure of 2 × 2 pixels that shows nothing else. */
struct four {
    struct fp_figure *fig;
    struct fp_image *image; /* NULL: imshow refused */
    struct fp_imshow_options options;
    char seen[5]; /* of each value: first, last or middle colour, under, over, bad */
};

static const struct fp_color UNDER = {1, 0, 0, 255}, OVER = {2, 0, 0, 255}, BAD = {3, 0, 0, 255};

static struct fp_array *
array_of(const double values[4])
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, (const size_t[2]){2, 2});

    return fp_array_copy(NULL, values, &layout);
}

static void
show(struct four *f, const double values[4])
{
    struct fp_array *array = array_of(values);
    struct fp_axes *ax;

    f->fig = fp_figure_create(NULL);
    assert_int_equal(fp_figure_set_size_pixels(f->fig, 2, 2), FP_OK);
    ax = fp_figure_add_axes(f->fig, (const double[4]){0, 0, 1, 1});
    fp_axes_set_axis(ax, false);
    f->image = fp_axes_imshow(ax, array, &f->options);
    fp_unref(array);
}

static bool
same(struct fp_color a, struct fp_color b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

static char
letter(const struct four *f, const uint8_t *rgba)
{
    const struct fp_colormap *map = &f->options.cmap;
    struct fp_color c = {rgba[0], rgba[1], rgba[2], rgba[3]};

    return same(c, UNDER)                                ? 'u'
           : same(c, OVER)                               ? 'o'
           : same(c, BAD)                                ? 'b'
           : same(c, fp_colormap_color(map, 0))          ? 'f'
           : same(c, fp_colormap_color(map, map->n - 1)) ? 'l'
                                                         : 'm';
}

static void
look(struct four *f)
{
    uint8_t *rgba = NULL;

    assert_int_equal(fp_figure_pixels(f->fig, &rgba), FP_OK);
    for (int i = 0; i < 4; i++)
        f->seen[i] = letter(f, rgba + 4 * i);
    fp_free(rgba);
}

static struct four
four_with(const char *norm)
{
    struct four f = {.options = fp_imshow_defaults()};

    assert_int_equal(fp_norm_parse(NULL, norm, &f.options.norm), FP_OK);
    f.options.under = UNDER;
    f.options.over = OVER;
    f.options.bad = BAD;
    f.options.has_under = f.options.has_over = true;
    f.options.interpolation = FP_NEAREST;
    return f;
}

static void
finish(struct four *f)
{
    fp_unref(f->fig);
    fp_unref(f->options.norm.boundaries);
}

#define NO_VALUE NAN, NAN, NAN, NAN
#define WIDEST                                                                                     \
    {                                                                                              \
        -DBL_MAX, -1, 1, DBL_MAX                                                                   \
    }

/* What matplotlib 3.6.3 shows, but where it says otherwise; NULL: refused. */
static const struct {
    const char *norm;
    double values[4];
    const char *seen;
} cases[] = {
    {"linear", {5, 5, 5, 5}, "ffff"},
    {"linear", {NO_VALUE}, "bbbb"},
    {"linear", {INFINITY, 1, -INFINITY, 2}, "bfbl"},
    {"linear", {5e-324, 0, 1e-310, 0}, "fflf"},
    {"linear", WIDEST, "fmml"}, /* matplotlib: nothing */
    {"log", {5, 5, 5, 5}, "ffff"},
    {"log", {5, 5, -1, 5}, "ffff"}, /* with equal limits even what is bad elsewhere */
    {"log", {-1, 0, -2, -3}, NULL},
    {"log", {-1, -1, -1, -1}, NULL},
    {"log", {NO_VALUE}, "bbbb"}, /* matplotlib: an error */
    {"log", {INFINITY, 1, -INFINITY, 10}, "bfbl"},
    {"log", {0, 1, -5, 10}, "bfbl"},
    {"log", {5e-324, 1e-310, 1e-322, 1e-323}, "flmm"},
    {"log", {5e-324, DBL_MAX, -DBL_MAX, 1}, "flbm"},
    {"symlog", {5, 5, 5, 5}, "ffff"},
    {"symlog", {0, 0, 0, 0}, "ffff"},
    {"symlog", {NO_VALUE}, "bbbb"},
    {"symlog", {INFINITY, -3, -INFINITY, 10}, "bfbl"},
    {"symlog", WIDEST, "fmml"},     /* matplotlib: the first colour */
    {"symlog:1e308", WIDEST, NULL}, /* the line alone is too high */
    {"symlog:5e-324", WIDEST, NULL},
    {"symlog", {5e-324, 1e-310, 0, 0}, "flff"},
    {"asinh", {5, 5, 5, 5}, "ffff"},
    {"asinh", {NO_VALUE}, "bbbb"},
    {"asinh", {INFINITY, -3, -INFINITY, 10}, "bfbl"},
    {"asinh", WIDEST, "fmml"}, /* matplotlib: the first colour */
    {"asinh:1e-10", WIDEST, NULL},
    {"asinh", {5e-324, 1e-310, 0, 0}, "flff"},
    {"power:0.5", {5, 5, 5, 5}, "ffff"},
    {"power:0.5", {NO_VALUE}, "bbbb"},
    {"power:0.5", {INFINITY, -3, -INFINITY, 10}, "bfbl"},
    {"power:0.5", WIDEST, "fmml"},               /* matplotlib: nothing */
    {"power:2", {0, 1e200, 0.5e200, 0}, "flmf"}, /* matplotlib: an error */
    {"power:2", {0, 1e-200, 0.5e-200, 0}, "flmf"},
    {"power:0.5", {5e-324, 1e-310, 0, 0}, "flff"},
    {"twoslope:0", {0, 0, 0, 0}, "llll"},
    {"twoslope:3", {5, 5, 5, 5}, "llll"},
    {"twoslope:0", {1, 2, 3, 4}, "mmml"},
    {"twoslope:0", {-1, -2, -3, -4}, "mmmf"},
    {"twoslope:0", {NO_VALUE}, "bbbb"},
    {"twoslope:0", {INFINITY, 1, -INFINITY, -1}, "blbf"},
    {"twoslope:0", {-1e308, 1.7e308, 0, 1e308}, "flmm"},        /* matplotlib: an error */
    {"twoslope:-1e308", {-1.5e308, 1.7e308, 0, 1e308}, "flmm"}, /* matplotlib: an error */
    {"twoslope:0", {5e-324, 1e-310, 0, 0}, "mlmm"},
    {"centered", {0, 0, 0, 0}, "ffff"},
    {"centered:3", {5, 5, 5, 5}, "llll"},
    {"centered", {1, 2, 3, 4}, "mmml"},
    {"centered", {NO_VALUE}, "bbbb"},
    {"centered", {INFINITY, 1, -INFINITY, -1}, "blbf"},
    {"centered", WIDEST, "fmml"}, /* matplotlib: nothing */
    {"centered:-1e308", WIDEST, NULL},
    {"centered:0,1", {-1, 1, -1.5, 1.5}, "fluo"},
    {"boundary:0,2", {-1, 0, 1, 2}, "ummo"},
    {"boundary:0,1,2", {-1, 0, 1, 2}, "uflo"},
    {"boundary:0,1,2", {NO_VALUE}, "bbbb"},
    {"boundary:0,1,2", {INFINITY, 0, -INFINITY, 1}, "bfbl"},
    {"boundary:-1e308,0,1e308", WIDEST, "uflo"},
    {"boundary:0,5e-324,1e-323", {0, 5e-324, 1e-323, -5e-324}, "flou"},
    {"logit", {.5, .5, .5, .5}, "ffff"},
    {"logit", {0, .5, .9, 1}, "bflb"},
    {"logit", {0, 2, 3, 1}, NULL}, /* matplotlib: the first colour */
    {"logit", {NO_VALUE}, "bbbb"},
    {"logit", {5e-324, 1 - DBL_EPSILON / 2, .5, INFINITY}, "flmb"},
};

static void
awkward_data_give_a_picture_or_a_clear_error(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct four f = four_with(cases[i].norm);

        show(&f, cases[i].values);
        if (!f.image) {
            if (cases[i].seen)
                fail_msg("case %zu, %s: %s", i, cases[i].norm, fp_context_message(NULL));
            assert_string_not_equal(fp_context_hint(NULL), "");
        } else {
            look(&f);
            if (!cases[i].seen || strcmp(f.seen, cases[i].seen) != 0)
                fail_msg("case %zu, %s: %s", i, cases[i].norm, f.seen);
        }
        finish(&f);
    }
}

/* One value, one row, one column, and a kernel over all of it, in every norm. */
static void
shapes_of_one_are_drawn(void **state)
{
    static const char *const norms[] = {"linear",   "log",          "symlog",
                                        "asinh",    "power:2",      "twoslope:1",
                                        "centered", "boundary:0,9", "logit"};
    static const size_t shapes[][2] = {{1, 1}, {1, 7}, {7, 1}, {40, 40}};

    (void)state;
    for (size_t i = 0; i < sizeof norms / sizeof *norms * 4; i++) {
        struct four f = four_with(norms[i / 4]);
        struct fp_axes *ax;
        uint8_t *rgba = NULL;

        f.fig = fp_figure_create(NULL);
        fp_figure_set_size_pixels(f.fig, 30, 20);
        ax = fp_figure_add_axes(f.fig, (const double[4]){0, 0, 1, 1});
        f.options.norm.vmin = strcmp(norms[i / 4], "logit") == 0 ? .25 : f.options.norm.vmin;
        f.options.norm.vmax = strcmp(norms[i / 4], "logit") == 0 ? .75 : f.options.norm.vmax;
        f.options.norm.vmin = strcmp(norms[i / 4], "log") == 0 ? 1 : f.options.norm.vmin;
        f.options.norm.vmax = strcmp(norms[i / 4], "log") == 0 ? 9 : f.options.norm.vmax;
        f.options.interpolation = FP_HANNING;
        assert_non_null(show_counting(ax, shapes[i % 4][0], shapes[i % 4][1], &f.options));
        assert_int_equal(fp_figure_pixels(f.fig, &rgba), FP_OK);
        fp_free(rgba);
        finish(&f);
    }
}

static void
expect_clim(struct four *f, double vmin, double vmax)
{
    double got[2];

    assert_int_equal(fp_image_get_clim(f->image, &got[0], &got[1]), FP_OK);
    assert_true(got[0] == vmin && got[1] == vmax);
}

static void
limits_are_those_of_the_norm(void **state)
{
    static const double values[4] = {-2, 0, .25, 5};
    static const struct {
        const char *norm;
        double vmin, vmax;
    } wanted[] = {{"linear", -2, 5},     {"log", .25, 5},          {"symlog", -2, 5},
                  {"asinh", -2, 5},      {"power:2", -2, 5},       {"twoslope:7", -2, 7},
                  {"centered:1", -3, 5}, {"boundary:0,1,9", 0, 9}, {"logit", .25, .25}};

    (void)state;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        struct four f = four_with(wanted[i].norm);

        show(&f, values);
        expect_clim(&f, wanted[i].vmin, wanted[i].vmax);
        finish(&f);
    }
}

static void
set_clim_obeys_the_norm(void **state)
{
    static const double values[4] = {1, 2, 4, 8};
    struct four f = four_with("log");

    (void)state;
    show(&f, values);
    assert_int_equal(fp_image_set_clim(f.image, 0, NAN), FP_ERR_ARGUMENT);
    expect_clim(&f, 1, 8);
    assert_int_equal(fp_image_set_clim(f.image, 2, 4), FP_OK);
    look(&f);
    assert_string_equal(f.seen, "uflo");
    finish(&f);
    f = four_with("centered");
    show(&f, values);
    assert_int_equal(fp_image_set_clim(f.image, 0, 1), FP_ERR_ARGUMENT);
    assert_int_equal(fp_image_set_clim(f.image, -8, NAN), FP_OK); /* as it is */
    finish(&f);
    f = four_with("boundary:0,1,2");
    show(&f, values);
    assert_int_equal(fp_image_set_clim(f.image, NAN, 5), FP_ERR_ARGUMENT);
    finish(&f);
    f = four_with("twoslope:3");
    show(&f, values);
    assert_int_equal(fp_image_set_clim(f.image, 3.5, NAN), FP_ERR_ARGUMENT);
    finish(&f);
}

/* Limits are found once; new values are shown by them. */
static void
set_data_keeps_the_limits(void **state)
{
    static const double nothing[4] = {NO_VALUE}, values[4] = {1, 10, 100, -1};
    struct four f = four_with("log");
    struct fp_array *array = array_of(values), *larger;

    (void)state;
    show(&f, nothing);
    assert_int_equal(fp_image_set_data(f.image, array), FP_OK);
    expect_clim(&f, 1, 100);
    larger = array_of((const double[4]){1000, 10, .5, 1});
    assert_int_equal(fp_image_set_data(f.image, larger), FP_OK);
    look(&f);
    assert_string_equal(f.seen, "omuf");
    fp_unref(larger);
    fp_unref(array);
    finish(&f);
}

static void
boundaries_are_kept_by_reference(void **state)
{
    static const double values[4] = {-1, 0, 1, 2};
    struct four f = four_with("boundary:0,1,2");
    struct fp_array *boundaries = f.options.norm.boundaries;

    (void)state;
    show(&f, values);
    fp_unref(boundaries);
    f.options.norm.boundaries = NULL;
    look(&f);
    assert_string_equal(f.seen, "uflo");
    finish(&f);
}

static void
closed_boundaries_say_so(void **state)
{
    static const double values[4] = {-1, 0, 1, 2};
    struct four f = four_with("boundary:0,1,2");
    uint8_t *rgba = NULL;

    (void)state;
    show(&f, values);
    fp_close(f.options.norm.boundaries);
    assert_int_equal(fp_figure_pixels(f.fig, &rgba), FP_ERR_CLOSED);
    assert_int_equal(fp_image_set_clim(f.image, NAN, NAN), FP_ERR_ARGUMENT);
    fp_unref(f.fig);
    f.options.norm.boundaries = fp_ref(f.options.norm.boundaries);
    show(&f, values);
    assert_null(f.image);
    fp_unref(f.options.norm.boundaries);
    finish(&f);
}

static void
more_regions_than_colours_are_refused(void **state)
{
    static const double values[4] = {-1, 0, 1, 2};
    struct four f = four_with("boundary:0,1,2,3,4,5,6,7,8,9,10,11");

    (void)state;
    assert_int_equal(fp_colormap_find(NULL, "tab10", &f.options.cmap), FP_OK);
    show(&f, values);
    assert_null(f.image);
    assert_non_null(strstr(fp_context_message(NULL), "11 regions"));
    finish(&f);
}

/* matplotlib's colorbar widens equal limits by a tenth, where the norm allows it. */
static void
a_colorbar_widens_equal_limits(void **state)
{
    static const struct {
        const char *norm;
        double value, vmin, vmax;
    } wanted[] = {{"linear", 5, 4.5, 5.5},         {"log", 5, 4.5, 5.5},
                  {"log", 1e-300, 1e-300, 1e-300}, {"logit", .99, .99, .99},
                  {"twoslope:0", 0, -.1, .1},      {"centered", 0, 0, 0},
                  {"power:2", -5, -5.5, -4.5},     {"boundary:1,2", 5, 1, 2}};

    (void)state;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        struct four f = four_with(wanted[i].norm);
        double v = wanted[i].value;

        show(&f, (const double[4]){v, v, v, v});
        assert_non_null(f.image);
        assert_non_null(fp_axes_colorbar(fp_figure_get_axes(f.fig, 0), f.image, NULL));
        expect_clim(&f, wanted[i].vmin, wanted[i].vmax);
        finish(&f);
    }
}

/* A bad value lets an older image show through, also where only the norm makes it bad. */
static void
an_image_with_bad_values_hides_nothing(void **state)
{
    struct four f = four_with("log");
    struct fp_axes *ax;
    struct fp_array *array = array_of((const double[4]){1, 2, 3, 0});
    struct heard heard = {0};

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    f.options.bad = FP_CLEAR;
    show(&f, (const double[4]){1, 2, 3, 4});
    ax = fp_figure_get_axes(f.fig, 0);
    assert_non_null(fp_axes_imshow(ax, array, &f.options));
    assert_int_equal(heard.times, 0);
    f.options.norm.kind = FP_NORM_LINEAR;
    assert_non_null(fp_axes_imshow(ax, array, &f.options));
    assert_int_equal(heard.times, 1);
    fp_unref(array);
    finish(&f);
}

static int
draw_boundaries(void *arg)
{
    struct fp_imshow_options options = fp_imshow_defaults();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_axes(fig, (const double[4]){0, 0, 1, 1}) : NULL;
    struct fp_image *image = NULL;
    uint8_t *rgba = NULL;

    (void)arg;
    if (ax && fp_norm_parse(NULL, "boundary:1,2,5", &options.norm) == FP_OK) {
        image = show_counting(ax, 3, 3, &options);
        fp_unref(options.norm.boundaries);
    }
    if (image && fp_figure_pixels(fig, &rgba) != FP_OK)
        image = NULL;
    fp_free(rgba);
    fp_unref(fig);
    return image ? 0 : 1;
}

static void
boundaries_survive_exhaustion(void **state)
{
    (void)state;
    torture(draw_boundaries, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(awkward_data_give_a_picture_or_a_clear_error),
        world_test(shapes_of_one_are_drawn),
        world_test(limits_are_those_of_the_norm),
        world_test(set_clim_obeys_the_norm),
        world_test(set_data_keeps_the_limits),
        world_test(boundaries_are_kept_by_reference),
        world_test(closed_boundaries_say_so),
        world_test(more_regions_than_colours_are_refused),
        world_test(a_colorbar_widens_equal_limits),
        world_test(an_image_with_bad_values_hides_nothing),
        world_test(boundaries_survive_exhaustion),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
