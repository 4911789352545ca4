/* SPDX-License-Identifier: MIT */
/* test_axes.c: which axes and which image is current, as matplotlib 3.6.3 has it, and the
 * functions that draw there. */
#include <stdlib.h>

#include "unit/pyplot/things.h"

static const double corner[4] = {0, 0, .1, .1};

static void
gca_makes_one_axes_and_no_second(void **state)
{
    struct fp_axes *ax = plt_gca();

    (void)state;
    assert_int_equal(plt_fignums(NULL, 0), 1);
    assert_ptr_equal(plt_gca(), ax);
    assert_ptr_equal(fp_figure_get_axes(plt_gcf(), 0), ax);
    assert_null(fp_figure_get_axes(plt_gcf(), 1));
    assert_ptr_equal(plt_subplot(1, 1, 1), ax);
}

static void
a_subplot_that_is_there_becomes_current_again(void **state)
{
    struct fp_axes *a = plt_subplot(1, 2, 1);
    struct fp_axes *b = plt_subplot(1, 2, 2);

    (void)state;
    assert_ptr_equal(plt_gca(), b);
    assert_ptr_equal(plt_subplot(1, 2, 1), a);
    assert_ptr_equal(plt_gca(), a);
    assert_ptr_not_equal(plt_subplot(2, 1, 1), a);
    assert_ptr_not_equal(plt_subplot(1, 3, 1), a);
    assert_null(fp_figure_get_axes(plt_gcf(), 4));
}

static void
no_subplot_lies_outside_its_grid(void **state)
{
    (void)state;
    fp_figure_add_axes(plt_gcf(), corner);
    assert_null(plt_subplot(0, 0, 0));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    assert_null(plt_subplot(2, 2, 5));
    assert_null(plt_subplot(2, 2, 0));
    assert_null(fp_figure_get_axes(plt_gcf(), 1));
}

static void
axes_added_to_the_figure_are_current(void **state)
{
    struct fp_axes *a = plt_subplot(1, 2, 1);
    struct fp_axes *c;

    (void)state;
    plt_subplot(1, 2, 2);
    c = fp_figure_add_axes(plt_gcf(), corner);
    assert_ptr_equal(plt_gca(), c);
    assert_int_equal(plt_sca(a), FP_OK);
    assert_ptr_equal(plt_gca(), a);
    c = fp_figure_add_axes(plt_gcf(), corner);
    assert_ptr_equal(plt_gca(), c);
}

static void
the_chosen_axes_stays_when_newer_ones_go(void **state)
{
    struct fp_axes *a = plt_subplot(2, 2, 1);
    struct fp_axes *c;

    (void)state;
    plt_subplot(2, 2, 2);
    c = plt_subplot(2, 2, 3);
    assert_int_equal(plt_sca(a), FP_OK);
    assert_int_equal(fp_axes_remove(c), FP_OK);
    assert_ptr_equal(plt_gca(), a);
}

static void
when_the_current_axes_goes_the_newest_is_next(void **state)
{
    struct fp_axes *a = plt_subplot(1, 3, 1);
    struct fp_axes *b = plt_subplot(1, 3, 2);
    struct fp_axes *c = plt_subplot(1, 3, 3);

    (void)state;
    fp_axes_remove(c);
    assert_ptr_equal(plt_gca(), b);
    plt_sca(a);
    fp_axes_remove(a);
    assert_ptr_equal(plt_gca(), b);
    fp_axes_remove(b);
    c = plt_gca();
    assert_ptr_equal(fp_figure_get_axes(plt_gcf(), 0), c);
}

static void
sca_makes_the_figure_current(void **state)
{
    struct fp_figure *one = plt_figure(1);
    struct fp_axes *a = plt_gca();

    (void)state;
    plt_figure(2);
    plt_gca();
    plt_figure(3);
    assert_int_equal(plt_sca(a), FP_OK);
    assert_ptr_equal(plt_gcf(), one);
    assert_ptr_equal(plt_gca(), a);
    plt_close(0);
    assert_int_equal(plt_number(plt_gcf()), 3);
}

static void
sca_wants_axes_of_a_numbered_figure(void **state)
{
    struct fp_figure *own = fp_figure_create(NULL);
    struct fp_axes *stranger = fp_figure_add_subplot(own, 1, 1, 1);
    struct fp_axes *ax = plt_gca();

    (void)state;
    assert_int_equal(plt_sca(stranger), FP_ERR_ARGUMENT);
    assert_int_equal(plt_sca(NULL), FP_ERR_CLOSED);
    assert_ptr_equal(plt_gca(), ax);
    fp_unref(own);
}

static void
a_failing_sca_changes_nothing(void **state)
{
    struct fp_axes *a = plt_subplot(1, 2, 1);
    struct fp_axes *b = plt_subplot(1, 2, 2);
    struct fp_figure *two = plt_figure(2);

    (void)state;
    for (size_t nth = 1; nth <= 2; nth++) {
        fp__alloc_fail_at(nth, false);
        assert_int_equal(plt_sca(a), FP_ERR_MEMORY);
        fp__alloc_fail_at(0, false);
        assert_int_equal(fp_context_status(NULL), FP_ERR_MEMORY);
        assert_ptr_equal(plt_gcf(), two);
    }
    plt_figure(1);
    assert_ptr_equal(plt_gca(), b);
}

static void
each_figure_has_its_own_current_axes(void **state)
{
    struct fp_axes *a = plt_subplot(1, 2, 1);
    struct fp_axes *other;

    (void)state;
    plt_subplot(1, 2, 2);
    plt_sca(a);
    plt_figure(2);
    other = plt_gca();
    assert_ptr_not_equal(other, a);
    plt_figure(1);
    assert_ptr_equal(plt_gca(), a);
}

/* --- images ----------------------------------------------------------------------------------- */

/* The axes that a colorbar was made beside. */
static struct fp_axes *
parent_of(const struct fp_colorbar *bar)
{
    struct fp_axes *ax = fp__artist_axes((const struct fp__artist *)bar);

    return fp__weak_peek(ax->body->parent);
}

static void
imshow_draws_in_the_current_axes(void **state)
{
    struct fp_axes *a = plt_subplot(1, 2, 1);
    struct fp_array *array = values();

    (void)state;
    plt_subplot(1, 2, 2);
    plt_sca(a);
    assert_non_null(plt_imshow(array, NULL));
    assert_int_equal(a->body->artist_count, 1);
    assert_null(plt_imshow(NULL, NULL));
    assert_int_equal(a->body->artist_count, 1);
    fp_unref(array);
}

static void
the_colorbar_is_for_the_image_of_the_current_axes(void **state)
{
    struct fp_axes *a = plt_subplot(1, 2, 1);
    struct fp_axes *b;

    (void)state;
    show_values();
    b = plt_subplot(1, 2, 2);
    show_values();
    plt_sca(a);
    assert_ptr_equal(parent_of(plt_colorbar()), a);
    assert_ptr_equal(plt_gca(), a);
    plt_sca(b);
    assert_ptr_equal(parent_of(plt_colorbar()), b);
}

static void
the_colorbar_falls_back_to_the_newest_axes_with_an_image(void **state)
{
    struct fp_axes *a = plt_subplot(1, 3, 1);
    struct fp_axes *b;

    (void)state;
    show_values();
    b = plt_subplot(1, 3, 2);
    show_values();
    plt_subplot(1, 3, 3);
    assert_ptr_equal(parent_of(plt_colorbar()), b);
    plt_sca(b);
    plt_cla();
    assert_ptr_equal(parent_of(plt_colorbar()), a);
}

static void
the_colorbar_takes_an_image_made_without_pyplot(void **state)
{
    struct fp_axes *ax = fp_figure_add_subplot(plt_gcf(), 1, 1, 1);
    struct fp_array *array = values();

    (void)state;
    assert_non_null(fp_axes_imshow(ax, array, NULL));
    assert_ptr_equal(parent_of(plt_colorbar()), ax);
    fp_unref(array);
}

static void
without_an_image_there_is_no_colorbar(void **state)
{
    struct fp_image *image;

    (void)state;
    assert_null(plt_colorbar());
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    plt_gca();
    fp_context_clear_error(NULL);
    assert_null(plt_colorbar());
    image = show_values();
    assert_int_equal(fp_artist_remove(image), FP_OK);
    assert_null(plt_colorbar());
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    assert_non_null(strstr(fp_context_hint(NULL), "plt_imshow"));
}

static void
a_colorbar_is_current_only_when_asked_for(void **state)
{
    struct fp_axes *ax = plt_gca();
    struct fp_axes *bar_axes;

    (void)state;
    show_values();
    bar_axes = fp__artist_axes((struct fp__artist *)plt_colorbar());
    assert_ptr_equal(plt_gca(), ax);
    assert_int_equal(plt_sca(bar_axes), FP_OK);
    assert_ptr_equal(plt_gca(), bar_axes);
    assert_int_equal(plt_ylabel("counts"), FP_OK);
    assert_string_equal(bar_axes->body->y.label.text, "counts");
    assert_ptr_equal(plt_subplot(1, 1, 1), ax);
    assert_ptr_equal(plt_gca(), ax);
}

static void
cla_of_a_colorbar_takes_it_away(void **state)
{
    struct fp_axes *ax = plt_gca();

    (void)state;
    show_values();
    plt_sca(fp__artist_axes((struct fp__artist *)plt_colorbar()));
    assert_int_equal(plt_cla(), FP_OK);
    assert_ptr_equal(plt_gca(), ax);
    assert_null(fp_figure_get_axes(plt_gcf(), 1));
    assert_int_equal(ax->body->artist_count, 1);
}

/* --- texts and files -------------------------------------------------------------------------- */

static void
texts_go_to_the_current_axes(void **state)
{
    struct fp_axes *ax = plt_subplot(2, 1, 1);

    (void)state;
    plt_subplot(2, 1, 2);
    plt_sca(ax);
    assert_int_equal(plt_title("a"), FP_OK);
    assert_int_equal(plt_xlabel("b"), FP_OK);
    assert_int_equal(plt_ylabel("c"), FP_OK);
    assert_string_equal(ax->body->titles[FP_HALIGN_CENTER].text, "a");
    assert_string_equal(ax->body->x.label.text, "b");
    assert_string_equal(ax->body->y.label.text, "c");
    assert_int_equal(plt_title("\xff"), FP_ERR_ARGUMENT);
    assert_string_equal(ax->body->titles[FP_HALIGN_CENTER].text, "a");
}

static void
scales_go_to_the_current_axes(void **state)
{
    const struct fp_scale logarithmic = {.kind = FP_SCALE_LOG}, symlog = {.kind = FP_SCALE_SYMLOG};
    struct fp_axes *ax = plt_subplot(2, 1, 1);

    (void)state;
    plt_subplot(2, 1, 2);
    plt_sca(ax);
    assert_int_equal(plt_xscale(&logarithmic), FP_OK);
    assert_int_equal(plt_yscale(&symlog), FP_OK);
    assert_int_equal(ax->body->x.curve.kind, FP__CURVE_LOG);
    assert_int_equal(ax->body->y.curve.kind, FP__CURVE_SYMLOG);
    assert_near(ax->body->y.curve.threshold, 2, 0);
    assert_near(ax->body->y.curve.linscale, 1, 0);
    assert_int_equal(plt_yscale(NULL), FP_OK);
    assert_int_equal(ax->body->y.curve.kind, FP__CURVE_LINEAR);
}

static void
suptitle_and_layout_are_the_current_figures(void **state)
{
    struct fp_figure *first = plt_figure(1);
    double box[4];

    (void)state;
    plt_figure(2);
    assert_int_equal(plt_suptitle("all of it"), FP_OK);
    assert_null(first->body->suptitle);
    assert_string_equal(plt_gcf()->body->suptitle, "all of it");
    assert_int_equal(plt_suptitle("\xff"), FP_ERR_ARGUMENT);
    fp_axes_get_box(plt_gca(), box);
    assert_near(box[0], 80, .01);
    assert_int_equal(plt_tight_layout(), FP_OK);
    fp_axes_get_box(plt_gca(), box);
    assert_true(box[0] < 60); /* a pad, tick labels and ticks */
    plt_figure(1);
    fp_axes_get_box(plt_gca(), box);
    assert_near(box[0], 80, .01);
    assert_int_equal(plt_clf(), FP_OK);
    assert_int_equal(plt_suptitle("made with its figure"), FP_OK);
    plt_close_all();
    assert_int_equal(plt_tight_layout(), FP_OK);
    assert_int_equal(plt_fignums(NULL, 0), 1);
    plt_close_all();
}

static void
savefig_saves_the_current_figure(void **state)
{
    const char *path = temp_path("current.png");
    unsigned char *bytes;
    size_t size;

    (void)state;
    fp_figure_set_size_pixels(plt_figure(1), 40, 30);
    fp_figure_set_size_pixels(plt_figure(2), 50, 20);
    plt_figure(1);
    assert_int_equal(plt_savefig(path), FP_OK);
    bytes = read_file(path, &size);
    assert_true(size > 24);
    assert_int_equal(bytes[19], 40); /* IHDR's width and height */
    assert_int_equal(bytes[23], 30);
    free(bytes);
    assert_int_equal(plt_savefig(temp_path("missing/folder.png")), FP_ERR_OUTPUT);
    assert_int_equal(plt_savefig(temp_path("no.format")), FP_ERR_ARGUMENT);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(gca_makes_one_axes_and_no_second),
        world_test(a_subplot_that_is_there_becomes_current_again),
        world_test(no_subplot_lies_outside_its_grid),
        world_test(axes_added_to_the_figure_are_current),
        world_test(the_chosen_axes_stays_when_newer_ones_go),
        world_test(when_the_current_axes_goes_the_newest_is_next),
        world_test(sca_makes_the_figure_current),
        world_test(sca_wants_axes_of_a_numbered_figure),
        world_test(a_failing_sca_changes_nothing),
        world_test(each_figure_has_its_own_current_axes),
        world_test(imshow_draws_in_the_current_axes),
        world_test(the_colorbar_is_for_the_image_of_the_current_axes),
        world_test(the_colorbar_falls_back_to_the_newest_axes_with_an_image),
        world_test(the_colorbar_takes_an_image_made_without_pyplot),
        world_test(without_an_image_there_is_no_colorbar),
        world_test(a_colorbar_is_current_only_when_asked_for),
        world_test(cla_of_a_colorbar_takes_it_away),
        world_test(texts_go_to_the_current_axes),
        world_test(scales_go_to_the_current_axes),
        world_test(suptitle_and_layout_are_the_current_figures),
        world_test(savefig_saves_the_current_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
