/* SPDX-License-Identifier: MIT */
/* test_grid.c: figures with several subplots, of any aspect, margins and sharing, with and without
 * colorbars and frames: boxes and limits are matplotlib's, to the bit. */
#include "unit/support.h"

#include "flatplot/axes.h"
#include "unit/figure/grid_cases.h"
#include "unit/figure/scene.h"

#define FIGURES (sizeof figures / sizeof figures[0])

/* With which of the grid an axes shares: matplotlib's subplots(sharex=…). */
static int
partner(enum sharing sharing, int at, int cols)
{
    switch (sharing) {
    case SHARE_ALL:
        return 0;
    case SHARE_ROW:
        return at - at % cols;
    case SHARE_COL:
        return at % cols;
    case SHARE_NONE:
        break;
    }
    return at;
}

static void
expect_numbers(const double *is, const double *wanted, int n, size_t figure, int panel)
{
    for (int i = 0; i < n; i++)
        if (is[i] != wanted[i])
            fail_msg("figure %zu, panel %d, number %d: %.17g, not %.17g", figure, panel, i, is[i],
                     wanted[i]);
}

static void
expect_box(struct fp_axes *ax, const double wanted[4], size_t figure, int panel)
{
    double box[4];

    assert_int_equal(fp_axes_get_box(ax, box), FP_OK);
    expect_numbers(box, wanted, 4, figure, panel);
}

static struct fp_figure *
make_figure(size_t i)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    int n = figures[i].rows * figures[i].cols;

    fp_figure_set_dpi(fig, figures[i].dpi);
    fp_figure_set_size_inches(fig, figures[i].inches[0], figures[i].inches[1]);
    assert_int_equal(fp_figure_set_margins(fig, &figures[i].margins), FP_OK);
    for (int k = 0; k < n; k++) {
        struct fp_axes *ax = fp_figure_add_subplot(fig, figures[i].rows, figures[i].cols, k + 1);
        int x = partner(figures[i].share_x, k, figures[i].cols);
        int y = partner(figures[i].share_y, k, figures[i].cols);

        assert_int_equal(fp_axes_share_x(ax, fp_figure_get_axes(fig, (size_t)x)), FP_OK);
        assert_int_equal(fp_axes_share_y(ax, fp_figure_get_axes(fig, (size_t)y)), FP_OK);
    }
    return fig;
}

static void
show_panel(struct fp_axes *ax, size_t i, int k)
{
    struct fp_imshow_options options = fp_imshow_defaults();
    struct fp_image *image;

    options.aspect = figures[i].panels[k].aspect;
    options.has_extent = figures[i].panels[k].extent[0] != figures[i].panels[k].extent[1];
    memcpy(options.extent, figures[i].panels[k].extent, sizeof options.extent);
    image =
        show_counting(ax, figures[i].panels[k].shape[0], figures[i].panels[k].shape[1], &options);
    assert_non_null(image);
    if (figures[i].panels[k].off)
        fp_axes_set_axis(ax, false);
    if (figures[i].panels[k].colorbar)
        assert_non_null(fp_axes_colorbar(ax, image, NULL));
}

/* Colorbars come after all axes, in their order. */
static void
expect_panels(struct fp_figure *fig, size_t i)
{
    int n = figures[i].rows * figures[i].cols;
    size_t bar = (size_t)n;

    for (int k = 0; k < n; k++) {
        struct fp_axes *ax = fp_figure_get_axes(fig, (size_t)k);
        double x[2], y[2];

        expect_box(ax, figures[i].panels[k].box, i, k);
        fp_axes_get_xlim(ax, &x[0], &x[1]);
        fp_axes_get_ylim(ax, &y[0], &y[1]);
        expect_numbers(x, figures[i].panels[k].xlim, 2, i, k);
        expect_numbers(y, figures[i].panels[k].ylim, 2, i, k);
        if (figures[i].panels[k].used && figures[i].panels[k].colorbar)
            expect_box(fp_figure_get_axes(fig, bar++), figures[i].panels[k].bar, i, k);
    }
}

static void
boxes_and_limits_are_matplotlibs(void **state)
{
    (void)state;
    assert_true(FIGURES >= 60);
    for (size_t i = 0; i < FIGURES; i++) {
        struct fp_figure *fig = make_figure(i);

        for (int k = 0; k < figures[i].rows * figures[i].cols; k++)
            if (figures[i].panels[k].used)
                show_panel(fp_figure_get_axes(fig, (size_t)k), i, k);
        expect_panels(fig, i);
        fp_unref(fig);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {world_test(boxes_and_limits_are_matplotlibs)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
