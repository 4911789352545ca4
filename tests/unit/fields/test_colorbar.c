/* SPDX-License-Identifier: MIT */
/* test_colorbar.c: colorbars in loops, what they replace, and the scale that they show. */
#include "unit/support.h"

#include <math.h>

#include "core/alloc.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

#define TURNS 1000

static void
expect_default_boxes(struct fp_figure *fig, struct fp_axes *ax)
{
    double box[4];

    fp_axes_get_box(ax, box);
    assert_near(box[0], 107.2, .01);
    assert_near(box[2], 476.8, .01);
    fp_axes_get_box(fp_figure_get_axes(fig, 1), box);
    assert_near(box[0], 501.6, .01);
    assert_null(fp_figure_get_axes(fig, 2));
}

static void
turns_of_clear_imshow_colorbar_change_nothing(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    size_t bytes = 0, live = 0;

    (void)state;
    for (size_t i = 0; i < repeats(TURNS); i++) {
        fp_axes_clear(ax);
        assert_non_null(fp_axes_colorbar(ax, show_counting(ax, 4, 4, NULL), labelled("label")));
        expect_default_boxes(fig, ax);
        bytes = i == 0 ? fp__alloc_bytes() : bytes;
        live = i == 0 ? fp_live_count(NULL, NULL) : live;
        assert_int_equal(fp__alloc_bytes(), bytes);
        assert_int_equal(fp_live_count(NULL, NULL), live);
    }
    fp_unref(fig);
}

/* The images pile up, as in matplotlib, with one warning; their one colorbar does not. */
static void
turns_of_imshow_colorbar_keep_one_colorbar(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct heard heard = {0};
    size_t live = fp_live_count(NULL, NULL);

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    for (size_t i = 0; i < repeats(TURNS); i++) {
        assert_non_null(fp_axes_colorbar(ax, show_counting(ax, 4, 4, NULL), labelled("label")));
        expect_default_boxes(fig, ax);
        assert_int_equal(fp_live_count(NULL, NULL), live + 2 * (i + 1) + 2);
    }
    assert_int_equal(heard.times, 1);
    assert_int_equal(heard.kind, FP_WARN_HIDDEN_IMAGE);
    fp_axes_clear(ax);
    assert_int_equal(fp_live_count(NULL, NULL), live);
    fp_unref(fig);
}

static struct fp_image *
show_from_to(struct fp_axes *ax, double left, double right)
{
    struct fp_imshow_options options = fp_imshow_defaults();

    options.has_extent = true;
    memcpy(options.extent, (double[]){left, right, 0, 1}, sizeof options.extent);
    return show_counting(ax, 3, 3, &options);
}

/* However the images of a turn overlap, the next turn's last one hides them all. */
static void
a_colorbar_replaces_those_of_all_hidden_images(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);

    (void)state;
    for (int i = 0; i < 20; i++) {
        fp_axes_colorbar(ax, show_from_to(ax, 0, 1 + i % 3), labelled("one"));
        fp_axes_colorbar(ax, show_from_to(ax, 4, 5 + i % 4), labelled("two"));
        assert_non_null(fp_figure_get_axes(fig, 2));
        fp_axes_colorbar(ax, show_from_to(ax, 0, 9), labelled("all"));
        assert_non_null(fp_figure_get_axes(fig, 1));
        assert_null(fp_figure_get_axes(fig, 2));
    }
    fp_unref(fig);
}

static void
a_translucent_image_hides_nothing(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_imshow_options options = fp_imshow_defaults();
    struct heard heard = {0};

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    fp_axes_colorbar(ax, show_counting(ax, 3, 3, NULL), NULL);
    options.has_over = true; /* and its alpha is 0 */
    fp_axes_colorbar(ax, show_counting(ax, 3, 3, &options), NULL);
    assert_non_null(fp_figure_get_axes(fig, 2));
    assert_int_equal(heard.times, 0);
    fp_unref(fig);
}

static void
removing_the_image_gives_the_space_back(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_image *image = show_counting(ax, 4, 4, NULL);
    double box[4];

    (void)state;
    fp_axes_colorbar(ax, image, NULL);
    fp_artist_remove(image);
    assert_null(fp_figure_get_axes(fig, 1));
    fp_axes_get_box(ax, box);
    assert_near(box[0], 143.2, .01);
    fp_unref(fig);
}

static void
expect_scale(struct fp_figure *fig, double lo, double hi)
{
    double y0, y1;

    assert_int_equal(fp_axes_get_ylim(fp_figure_get_axes(fig, 1), &y0, &y1), FP_OK);
    assert_near(y0, lo, 1e-12 * (hi - lo));
    assert_near(y1, hi, 1e-12 * (hi - lo));
}

/* Limits as they are when the colorbar is looked at, equal ones widened as matplotlib does. */
static void
the_scale_follows_the_image(void **state)
{
    static const double table[][4] = {
        {1, 8, 1, 8},         {5, 5, 4.5, 5.5},          {0, 0, -.1, .1},
        {-5, -5, -5.5, -4.5}, {1e-310, 1e-310, -.1, .1}, {1, 1 + 0x1p-52, .9, 1.1 * (1 + 0x1p-52)}};
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_image *image = show_counting(ax, 4, 4, NULL);
    double vmin, vmax;

    (void)state;
    fp_axes_colorbar(ax, image, NULL);
    expect_scale(fig, 0, 15);
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        assert_int_equal(fp_image_set_clim(image, table[i][0], table[i][1]), FP_OK);
        expect_scale(fig, table[i][2], table[i][3]);
        fp_image_get_clim(image, &vmin, &vmax);
        assert_near(vmax, table[i][3], 1e-12);
    }
    fp_image_set_clim(image, 2, 2);
    fp_close(fp_figure_get_axes(fig, 1));
    fp_image_get_clim(image, &vmin, &vmax); /* without a colorbar they are as they were set */
    assert_near(vmin, 2, 0);
    assert_near(vmax, 2, 0);
    fp_unref(fig);
}

/* Ends of doubles: no hang, no overflow, and still a picture. */
static void
extreme_scales_are_drawn(void **state)
{
    static const double table[][2] = {
        {-1.7e308, 1.7e308}, {1.7e308, 1.7e308}, {0, 5e-324}, {5e-324, 5e-324},
        {-1e308, -1e308},    {1e308, 1.7e308},   {0, 0},      {1, 1 + 0x1p-52}};
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_image *image = show_counting(ax, 4, 4, NULL);

    (void)state;
    fp_axes_colorbar(ax, image, labelled("label"));
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        uint8_t *pixels = NULL;

        assert_int_equal(fp_image_set_clim(image, table[i][0], table[i][1]), FP_OK);
        assert_int_equal(fp_figure_pixels(fig, &pixels), FP_OK);
        fp_free(pixels);
    }
    fp_unref(fig);
}

static void
an_image_without_a_value_has_a_scale_around_0(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, (size_t[]){1, 1});
    double nothing = NAN, vmin = 1, vmax = 1;
    struct fp_array *array = fp_array_copy(NULL, &nothing, &layout);
    struct fp_image *image = fp_axes_imshow(ax, array, NULL);

    (void)state;
    fp_axes_colorbar(ax, image, NULL);
    expect_scale(fig, -.1, .1);
    assert_int_equal(fp_image_get_clim(image, &vmin, &vmax), FP_OK);
    assert_true(isnan(vmin) && isnan(vmax));
    fp_unref(array);
    fp_unref(fig);
}

static void
expect_refused(struct fp_axes *ax, void *artist, const char *message)
{
    assert_null(fp_axes_colorbar(ax, artist, NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    assert_string_equal(fp_context_message(NULL), message);
    assert_true(strlen(fp_context_hint(NULL)) > 0);
}

static void
what_has_no_scale_gets_no_colorbar(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 2, 1);
    struct fp_axes *other = fp_figure_add_subplot(fig, 1, 2, 2);
    struct fp_layout layout = fp_layout_c(FP_UINT8, 3, (size_t[]){1, 1, 3});
    struct fp_array *rgb = fp_array_copy(NULL, "rgb", &layout);
    const struct fp_class cls = {.name = "bare", .size = sizeof(struct fp_object)};
    struct fp_object *bare = fp_object_create(NULL, &cls);
    struct fp_axes *bar_axes;

    (void)state;
    expect_refused(other, show_counting(ax, 2, 2, NULL),
                   "colorbar: the image is not in these axes");
    expect_refused(ax, bare, "colorbar: the bare is not in these axes");
    expect_refused(ax, fp_axes_imshow(ax, rgb, NULL),
                   "colorbar: this image has colours of its own and no colour scale");
    fp_axes_colorbar(ax, show_counting(ax, 2, 2, NULL), NULL);
    bar_axes = fp_figure_get_axes(fig, 2);
    expect_refused(bar_axes, show_counting(bar_axes, 2, 2, NULL),
                   "colorbar: these axes are a colorbar's own");
    fp_unref(bare);
    fp_unref(rgb);
    fp_unref(fig);
}

static void
the_label_can_be_set_and_taken_away(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_colorbar *bar =
        fp_axes_colorbar(ax, show_counting(ax, 2, 2, NULL), labelled("first"));
    struct recorder recorder = recorder_for(fig);

    (void)state;
    assert_int_equal(fp_colorbar_set_label(bar, "second"), FP_OK);
    fp__figure_draw(fig, &recorder.base);
    assert_null(strstr(recorder.lines.bytes, "first"));
    recorded_at(&recorder, " second\n");
    fp_text_clear(&recorder.lines);
    assert_int_equal(fp_colorbar_set_label(bar, NULL), FP_OK);
    fp__figure_draw(fig, &recorder.base);
    assert_null(strstr(recorder.lines.bytes, "climb"));
    assert_null(fp_axes_colorbar(ax, show_counting(ax, 2, 2, NULL), labelled("\xff")));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(turns_of_clear_imshow_colorbar_change_nothing),
        world_test(turns_of_imshow_colorbar_keep_one_colorbar),
        world_test(a_colorbar_replaces_those_of_all_hidden_images),
        world_test(a_translucent_image_hides_nothing),
        world_test(removing_the_image_gives_the_space_back),
        world_test(the_scale_follows_the_image),
        world_test(extreme_scales_are_drawn),
        world_test(an_image_without_a_value_has_a_scale_around_0),
        world_test(what_has_no_scale_gets_no_colorbar),
        world_test(the_label_can_be_set_and_taken_away),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
