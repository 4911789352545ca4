/* SPDX-License-Identifier: MIT */
/* test_fields.c: a thousand contours and meshes in one figure. */
#include "unit/flat/loops.h"

static void
add_contours(struct fp_figure *fig, struct fp_array *z, size_t turn)
{
    struct fp_contour_options o = fp_contour_defaults();
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 2, 1);
    struct fp_contour *filled, *lines;

    o.alpha = turn % 2 ? 1 : .5;
    o.extend = (enum fp_extend)(turn % 4);
    filled = fp_axes_contourf(ax, NULL, NULL, z, &o);
    lines = fp_axes_contour(ax, NULL, NULL, z, NULL);
    assert_non_null(filled);
    assert_int_equal(fp_contour_label(lines, NULL), FP_OK);
    assert_int_equal(fp_contour_label(lines, NULL), FP_OK);
    assert_non_null(fp_axes_colorbar(ax, filled, NULL));
}

static void
add_meshes(struct fp_figure *fig, struct fp_array *z)
{
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 2, 2);
    struct fp_mesh *straight = fp_axes_pcolormesh(ax, NULL, NULL, z, NULL);

    assert_non_null(straight);
    assert_non_null(fp_axes_pcolormesh(ax, z, z, z, NULL));
    assert_int_equal(fp_mesh_set_array(straight, z), FP_OK);
    assert_non_null(fp_axes_colorbar(ax, straight, NULL));
}

static void
one_turn(struct fp_figure *fig, struct fp_array *z, size_t turn)
{
    add_contours(fig, z, turn);
    add_meshes(fig, z);
    write_frame(fig);
    assert_int_equal(fp_figure_clear(fig), FP_OK);
}

static void
a_thousand_contours_and_meshes_leave_nothing(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_array *z = fresh_array(12); /* the same, as lines through others may be longer */
    struct fp_memory_sample start, warm = {0}, now;
    size_t n = turns(1000);

    (void)state;
    start = held_now();
    fp_figure_set_size_pixels(fig, 320, 160);
    for (size_t turn = 1; turn <= n; turn++) {
        one_turn(fig, z, turn);
        assert_int_equal(fp_memory_sample(NULL, &now), FP_OK);
        assert_same_held(&start, &now);
        if (turn == n / 10)
            warm = held_now();
    }
    now = held_now();
    assert_flat(&warm, &now);
    fp_unref(z);
    fp_unref(fig);
}

int
main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        world_test(a_thousand_contours_and_meshes_leave_nothing),
    };

    (void)argc;
    begin_exact(argv);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
