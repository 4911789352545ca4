/* SPDX-License-Identifier: MIT */
/* test_frames.c: ten thousand frames in one figure that is cleared after each. */
#include "unit/flat/loops.h"

static void
draw_frame(struct fp_figure *fig, size_t turn)
{
    struct fp_array *array = fresh_array(100);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_image *image = fp_axes_imshow(ax, array, NULL);
    struct fp_colorbar_options bar = fp_colorbar_defaults();
    char title[32];

    fp_unref(array);
    assert_non_null(image);
    snprintf(title, sizeof title, "frame %05zu", turn);
    bar.label = "values";
    assert_int_equal(fp_axes_set_title(ax, title), FP_OK);
    assert_non_null(fp_axes_colorbar(ax, image, &bar));
    write_frame(fig);
}

static void
ten_thousand_frames_leave_nothing(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_memory_sample start, warm = {0}, now;
    size_t n = turns(10000);

    (void)state;
    fp_figure_set_size_pixels(fig, 320, 240);
    now = start = held_now();
    for (size_t turn = 1; turn <= n; turn++) {
        draw_frame(fig, turn);
        assert_int_equal(fp_figure_clear(fig), FP_OK);
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
    const struct CMUnitTest tests[] = {world_test(ten_thousand_frames_leave_nothing)};

    (void)argc;
    begin_exact(argv);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
