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

int
main(void)
{
    const struct CMUnitTest tests[] = {world_test(ten_thousand_figures_leave_nothing)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
