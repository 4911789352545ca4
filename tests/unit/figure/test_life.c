/* SPDX-License-Identifier: MIT */
/* test_life.c: figures, axes, images and colorbars live, close and die in every order. */
#include "unit/support.h"

#include "core/alloc.h"
#include "unit/figure/graph.h"
#include "unit/figure/scene.h"

/* --- one of each, all held -------------------------------------------------------------------- */

enum { FIGURE, AXES, IMAGE, COLORBAR, BAR_AXES, KINDS };

struct family {
    void *member[KINDS];
    struct fp_weak *weak[KINDS];
    uint32_t held;
};

static struct family
make_family(void)
{
    struct family f = {.held = 1};
    struct fp_axes *ax;

    f.member[FIGURE] = fp_figure_create(NULL);
    ax = fp_figure_add_subplot(f.member[FIGURE], 1, 1, 1);
    f.member[AXES] = fp_ref(ax);
    f.member[IMAGE] = fp_ref(show_counting(ax, 4, 5, NULL));
    f.member[COLORBAR] = fp_ref(fp_axes_colorbar(ax, f.member[IMAGE], labelled("label")));
    f.member[BAR_AXES] = fp_ref(fp_figure_get_axes(f.member[FIGURE], 1));
    for (int i = 0; i < KINDS; i++)
        f.weak[i] = fp_weak_create(f.member[i]);
    return f;
}

/* Who closes with whom: a figure with all, an image with its colorbar, and so on. */
static const bool closes[KINDS][KINDS] = {
    [FIGURE] = {true, true, true, true, true},      [AXES] = {false, true, true, true, true},
    [IMAGE] = {false, false, true, true, true},     [COLORBAR] = {false, false, false, true, true},
    [BAR_AXES] = {false, false, false, true, true},
};

static uint32_t
held_by_family(const struct fp_object *obj, void *arg)
{
    const struct family *f = arg;

    for (int i = 0; i < KINDS; i++)
        if (f->member[i] == obj)
            return f->held;
    return 0;
}

/* The order'th permutation of 0 … KINDS−1. */
static void
permute(int order, int out[KINDS])
{
    int left[KINDS] = {0, 1, 2, 3, 4};

    for (int i = 0, n = KINDS; n > 0; i++, n--) {
        int pick = order % n;

        order /= n;
        out[i] = left[pick];
        memmove(left + pick, left + pick + 1, (size_t)(n - 1 - pick) * sizeof left[0]);
    }
}

static void
expect_closed(const struct family *f, const bool closed[KINDS])
{
    for (int i = 0; i < KINDS; i++) {
        void *target = fp_weak_get(f->weak[i]);

        assert_int_equal(fp_is_closed(f->member[i]), closed[i]);
        assert_ptr_equal(target, closed[i] ? NULL : f->member[i]);
        fp_unref(target);
    }
}

/* All orders, or every seventh where each takes its time: each kind is still closed at each
 * place. */
static int
order_step(void)
{
    return repeats(120) < 120 ? 7 : 1;
}

static void
closing_in_every_order_closes_what_it_must(void **state)
{
    (void)state;
    for (int order = 0; order < 120; order += order_step()) {
        struct family f = make_family();
        bool closed[KINDS] = {false};
        int next[KINDS];

        permute(order, next);
        for (int i = 0; i < KINDS; i++) {
            fp_close(f.member[next[i]]);
            for (int k = 0; k < KINDS; k++)
                closed[k] = closed[k] || closes[next[i]][k];
            expect_closed(&f, closed);
            graph_expect(fp_context_default(), held_by_family, &f);
        }
        for (int i = 0; i < KINDS; i++) {
            fp_unref(f.member[next[(i + order) % KINDS]]);
            fp_weak_destroy(f.weak[i]);
        }
        assert_int_equal(fp_live_count(NULL, NULL), 0);
    }
}

/* Only the figure is owned by the test alone: letting go of it is what closes the others. */
static void
letting_go_in_every_order_leaves_nothing(void **state)
{
    (void)state;
    for (int order = 0; order < 120; order += order_step()) {
        struct family f = make_family();
        int next[KINDS];

        permute(order, next);
        for (int i = 0; i < KINDS; i++) {
            bool gone = next[i] == FIGURE;

            fp_unref(f.member[next[i]]);
            f.member[next[i]] = NULL;
            for (int k = 0; gone && k < KINDS; k++)
                assert_true(fp_is_closed(f.member[k]));
            graph_expect(fp_context_default(), held_by_family, &f);
        }
        for (int i = 0; i < KINDS; i++)
            fp_weak_destroy(f.weak[i]);
        assert_int_equal(fp_live_count(NULL, NULL), 0);
    }
}

static void
closed_children_say_so(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_ref(fp_figure_add_subplot(fig, 1, 1, 1));
    struct fp_image *image = fp_ref(show_counting(ax, 4, 5, NULL));
    struct fp_colorbar *bar = fp_ref(fp_axes_colorbar(ax, image, NULL));
    struct fp_array *array = counting(2, 2);
    double a = 7, b = 7, box[4];
    uint8_t *pixels = NULL;
    int w, h;

    (void)state;
    fp_close(fig);
    fp_close(fig); /* twice is fine */
    assert_int_equal(fp_axes_set_title(ax, "late"), FP_ERR_CLOSED);
    assert_string_equal(fp_context_message(NULL), "the axes was closed");
    assert_int_equal(fp_axes_set_xlabel(ax, "late"), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_ylabel(ax, "late"), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_xlim(ax, 0, 1), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_ylim(ax, 0, 1), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_get_xlim(ax, &a, &b), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_get_ylim(ax, &a, &b), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_aspect(ax, 1), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_axis(ax, true), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_ticks(ax, true), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_facecolor(ax, FP_BLACK), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_get_box(ax, box), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_clear(ax), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_remove(ax), FP_ERR_CLOSED);
    assert_null(fp_axes_imshow(ax, array, NULL));
    assert_null(fp_axes_colorbar(ax, image, NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_CLOSED);
    assert_int_equal(fp_image_set_data(image, array), FP_ERR_CLOSED);
    assert_int_equal(fp_image_set_clim(image, 0, 1), FP_ERR_CLOSED);
    assert_int_equal(fp_image_get_clim(image, &a, &b), FP_ERR_CLOSED);
    assert_int_equal(fp_artist_remove(image), FP_ERR_CLOSED);
    assert_int_equal(fp_colorbar_set_label(bar, "late"), FP_ERR_CLOSED);
    assert_int_equal(fp_figure_clear(fig), FP_ERR_CLOSED);
    assert_int_equal(fp_figure_set_size_inches(fig, 1, 1), FP_ERR_CLOSED);
    assert_int_equal(fp_figure_set_size_pixels(fig, 1, 1), FP_ERR_CLOSED);
    assert_int_equal(fp_figure_get_size_pixels(fig, &w, &h), FP_ERR_CLOSED);
    assert_int_equal(fp_figure_set_dpi(fig, 1), FP_ERR_CLOSED);
    assert_int_equal(fp_figure_get_dpi(fig, &a), FP_ERR_CLOSED);
    assert_int_equal(fp_figure_set_facecolor(fig, FP_BLACK), FP_ERR_CLOSED);
    assert_int_equal(fp_figure_set_metadata(fig, "key", "value"), FP_ERR_CLOSED);
    assert_int_equal(fp_figure_pixels(fig, &pixels), FP_ERR_CLOSED);
    assert_int_equal(fp_figure_save(fig, temp_path("closed.png")), FP_ERR_CLOSED);
    assert_int_equal(count_files(temp_dir()), 0);
    assert_null(fp_figure_add_subplot(fig, 1, 1, 1));
    assert_null(fp_figure_add_axes(fig, (double[]){0, 0, 1, 1}));
    assert_null(fp_figure_get_axes(fig, 0));
    assert_near(a, 7, 0);
    assert_near(b, 7, 0);
    fp_unref(array);
    fp_unref(bar);
    fp_unref(image);
    fp_unref(ax);
    fp_unref(fig);
}

/* --- clear ------------------------------------------------------------------------------------ */

static void
clearing_a_figure_closes_axes_that_are_held(void **state)
{
    struct family f = make_family();
    struct fp_figure *fig = f.member[FIGURE];
    int w, h;

    (void)state;
    fp_figure_set_size_pixels(fig, 300, 200);
    assert_int_equal(fp_figure_clear(fig), FP_OK);
    expect_closed(&f, (bool[]){false, true, true, true, true});
    assert_null(fp_figure_get_axes(fig, 0));
    fp_figure_get_size_pixels(fig, &w, &h);
    assert_int_equal(w, 300);
    assert_int_equal(h, 200);
    assert_non_null(show_counting(fp_figure_add_subplot(fig, 1, 1, 1), 2, 2, NULL));
    for (int i = KINDS - 1; i >= 0; i--) {
        fp_unref(f.member[i]);
        fp_weak_destroy(f.weak[i]);
    }
}

static void
clearing_axes_keeps_place_and_aspect(void **state)
{
    struct family f = make_family();
    struct fp_axes *ax = f.member[AXES];
    double a, b, box[4];

    (void)state;
    fp_axes_set_title(ax, "title");
    assert_int_equal(fp_axes_clear(ax), FP_OK);
    expect_closed(&f, (bool[]){false, false, true, true, true});
    assert_int_equal(fp_axes_get_xlim(ax, &a, &b), FP_OK);
    assert_near(a, 0, 0);
    assert_near(b, 1, 0);
    assert_int_equal(fp_axes_get_box(ax, box), FP_OK); /* square still, and the space is back */
    assert_near(box[0], 143.2, .01);
    assert_near(box[2], 512.8, .01);
    for (int i = 0; i < KINDS; i++) {
        fp_unref(f.member[i]);
        fp_weak_destroy(f.weak[i]);
    }
}

/* Clearing a colorbar's own axes closes the colorbar, and these axes with it. */
static void
clearing_the_axes_of_a_colorbar_gives_the_space_back(void **state)
{
    struct family f = make_family();
    double box[4];

    (void)state;
    assert_int_equal(fp_axes_clear(f.member[BAR_AXES]), FP_OK);
    expect_closed(&f, (bool[]){false, false, false, true, true});
    fp_axes_get_box(f.member[AXES], box);
    assert_near(box[2], 559, .01); /* 369.6 px high and 5/4 as wide, in the middle of 80 … 576 */
    for (int i = 0; i < KINDS; i++) {
        fp_unref(f.member[i]);
        fp_weak_destroy(f.weak[i]);
    }
}

static void
removing_an_artist_takes_it_out_of_its_axes(void **state)
{
    struct family f = make_family();

    (void)state;
    assert_int_equal(fp_artist_remove(f.member[COLORBAR]), FP_OK);
    expect_closed(&f, (bool[]){false, false, false, true, true});
    assert_null(fp_figure_get_axes(f.member[FIGURE], 1));
    assert_int_equal(fp_artist_remove(f.member[IMAGE]), FP_OK);
    assert_int_equal(fp_axes_remove(f.member[AXES]), FP_OK);
    assert_null(fp_figure_get_axes(f.member[FIGURE], 0));
    for (int i = 0; i < KINDS; i++) {
        fp_unref(f.member[i]);
        fp_weak_destroy(f.weak[i]);
    }
}

/* --- to the byte ------------------------------------------------------------------------------ */

static void
fill_figure(struct fp_figure *fig, int what)
{
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 2, 1);
    struct fp_image *image;
    uint8_t *pixels = NULL;

    if (what & 1) {
        fp_axes_set_title(ax, "a title \xed\x95\x9c\xea\xb8\x80");
        fp_axes_set_xlabel(ax, "x");
        fp_axes_set_ylabel(ax, "y");
        fp_axes_set_title(ax, "another");
        fp_axes_set_xlabel(ax, NULL);
    }
    if (what & 2) {
        image = show_counting(ax, 6, 7, NULL);
        if (what & 4)
            fp_axes_colorbar(ax, image, labelled("label"));
        show_counting(ax, 300, 300, NULL);
    }
    if (what & 8)
        for (int i = 0; i < 30; i++)
            fp_figure_add_subplot(fig, 5, 6, i + 1);
    if (what & 16) {
        fp_figure_set_metadata(fig, "Title", "a");
        fp_figure_set_metadata(fig, "Title", "b");
        fp_figure_set_metadata(fig, "Source", "c");
    }
    if (what & 32) {
        assert_int_equal(fp_figure_pixels(fig, &pixels), FP_OK);
        fp_free(pixels);
    }
}

static void
after_clear_and_close_not_a_byte_is_left(void **state)
{
    size_t outside = fp__alloc_bytes(), inside;
    struct fp_figure *fig = fp_figure_create(NULL);

    (void)state;
    fp_unref(fig); /* now the context is there */
    outside = fp__alloc_bytes();
    for (int what = 0; what < 64; what++) {
        fig = fp_figure_create(NULL);
        inside = fp__alloc_bytes();
        for (int turn = 0; turn < 3; turn++) {
            fill_figure(fig, what);
            fp_figure_clear(fig);
            assert_int_equal(fp__alloc_bytes(), inside);
            assert_int_equal(fp_live_count(NULL, NULL), 1);
        }
        fill_figure(fig, what);
        fp_close(fig);
        assert_int_equal(fp_live_count(NULL, NULL), 1); /* the closed shell in our hand */
        assert_true(fp__alloc_bytes() - outside < 100);
        fp_unref(fig);
        assert_int_equal(fp_live_count(NULL, NULL), 0);
        assert_int_equal(fp__alloc_bytes(), outside);
    }
}

static void
a_closed_figure_that_is_held_keeps_nothing_else_alive(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_live_row rows[4];

    (void)state;
    fill_figure(fig, 63);
    fp_close(fig);
    assert_int_equal(fp_live_table(NULL, rows, 4), 1);
    assert_string_equal(rows[0].name, "figure");
    assert_int_equal(rows[0].count, 1);
    assert_true(rows[0].bytes < 100);
    fp_unref(fig);
}

/* --- many figures ----------------------------------------------------------------------------- */

static void
more_open_figures_than_the_limit_warn_once(void **state)
{
    struct fp_figure *figures[25];
    struct heard heard = {0};

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    for (int i = 0; i < 25; i++) {
        figures[i] = fp_figure_create(NULL);
        assert_int_equal(heard.times, i >= 20);
    }
    assert_int_equal(heard.kind, FP_WARN_MANY_FIGURES);
    assert_non_null(strstr(heard.message, "21 figures are open and hold"));
    assert_non_null(strstr(heard.message, "plt_close"));
    for (int i = 0; i < 25; i++)
        fp_unref(figures[i]);
}

static void
at_the_cap_no_figure_can_be_made_until_one_closes(void **state)
{
    struct fp_figure *first, *second;

    (void)state;
    fp_context_set_figure_limits(NULL, 20, 1);
    first = fp_figure_create(NULL);
    assert_null(fp_figure_create(NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_LIMIT);
    fp_close(first);
    second = fp_figure_create(NULL);
    assert_non_null(second);
    fp_unref(first);
    fp_unref(second);
}

static int
build_a_figure(void *arg)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    struct fp_image *image = ax ? show_counting(ax, 3, 3, NULL) : NULL;
    bool fine = image && fp_axes_colorbar(ax, image, labelled("label")) &&
                fp_axes_colorbar(ax, image, NULL) && fp_axes_set_title(ax, "title") == FP_OK &&
                fp_figure_set_metadata(fig, "Key", "old") == FP_OK &&
                fp_figure_set_metadata(fig, "Key", "new") == FP_OK && fp_figure_clear(fig) == FP_OK;

    (void)arg;
    if (!fine)
        assert_true(fp_context_status(NULL) == FP_ERR_MEMORY);
    fp_unref(fig);
    return !fine;
}

static void
every_allocation_may_fail(void **state)
{
    (void)state;
    torture(build_a_figure, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(closing_in_every_order_closes_what_it_must),
        world_test(letting_go_in_every_order_leaves_nothing),
        world_test(closed_children_say_so),
        world_test(clearing_a_figure_closes_axes_that_are_held),
        world_test(clearing_axes_keeps_place_and_aspect),
        world_test(clearing_the_axes_of_a_colorbar_gives_the_space_back),
        world_test(removing_an_artist_takes_it_out_of_its_axes),
        world_test(after_clear_and_close_not_a_byte_is_left),
        world_test(a_closed_figure_that_is_held_keeps_nothing_else_alive),
        world_test(more_open_figures_than_the_limit_warn_once),
        world_test(at_the_cap_no_figure_can_be_made_until_one_closes),
        world_test(every_allocation_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
