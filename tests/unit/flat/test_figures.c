/* SPDX-License-Identifier: MIT */
/* test_figures.c: ten thousand figures, each created, drawn and let go. */
#include "unit/flat/loops.h"

static void
one_figure(void)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_array *array = fresh_array(20);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_image *image = fp_axes_imshow(ax, array, NULL);

    fp_unref(array);
    assert_non_null(image);
    assert_int_equal(fp_axes_set_title(ax, "figure"), FP_OK);
    assert_non_null(fp_axes_colorbar(ax, image, NULL));
    fp_figure_set_size_pixels(fig, 160, 120);
    write_frame(fig);
    fp_unref(fig);
}

static void
ten_thousand_figures_leave_nothing(void **state)
{
    struct fp_memory_sample start = held_now(), warm = {0}, now = start;
    size_t n = turns(10000);

    (void)state;
    for (size_t turn = 1; turn <= n; turn++) {
        one_figure();
        assert_int_equal(fp_memory_sample(NULL, &now), FP_OK);
        assert_same_held(&start, &now);
        if (turn == n / 10)
            warm = held_now();
    }
    now = held_now();
    assert_flat(&warm, &now);
    assert_int_equal(now.objects, 0);
}

/* Axes that share limits, closed in an order that changes from turn to turn. */
static void
one_grid(struct fp_figure *fig, size_t turn)
{
    struct fp_array *array = fresh_array(20);
    struct fp_axes *ax[4];

    for (int i = 0; i < 4; i++) {
        ax[i] = fp_figure_add_subplot(fig, 2, 2, i + 1);
        assert_int_equal(fp_axes_share_x(ax[i], ax[0]), FP_OK);
        assert_int_equal(fp_axes_share_y(ax[i], ax[i / 2 * 2]), FP_OK);
        assert_int_equal(fp_axes_label_outer_x(ax[i]), FP_OK);
        assert_non_null(fp_axes_imshow(ax[i], array, NULL));
    }
    fp_unref(array);
    assert_int_equal(fp_figure_set_style(fig, (enum fp_style)(turn % FP_STYLES)), FP_OK);
    assert_int_equal(fp_figure_set_suptitle(fig, "four"), FP_OK);
    assert_int_equal(fp_figure_tight_layout(fig), FP_OK);
    write_frame(fig);
    for (size_t i = 0; i < turn % 5; i++)
        assert_int_equal(fp_axes_remove(ax[(i + turn) % 4]), FP_OK);
    assert_int_equal(fp_figure_clear(fig), FP_OK);
}

static void
a_thousand_grids_in_one_figure_leave_nothing(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_memory_sample start, warm = {0}, now;
    size_t n = turns(1000);

    (void)state;
    start = held_now();
    fp_figure_set_size_pixels(fig, 320, 240);
    for (size_t turn = 1; turn <= n; turn++) {
        one_grid(fig, turn);
        assert_int_equal(fp_memory_sample(NULL, &now), FP_OK);
        assert_same_held(&start, &now);
        if (turn == n / 10)
            warm = held_now();
    }
    now = held_now();
    assert_flat(&warm, &now);
    fp_unref(fig);
}

int
main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        world_test(ten_thousand_figures_leave_nothing),
        world_test(a_thousand_grids_in_one_figure_leave_nothing),
    };

    (void)argc;
    begin_exact(argv);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
