/* SPDX-License-Identifier: MIT */
/* test_line_life.c: lines, legends, spans and notes live, close and die in every order; no ring is
 * among them; and a figure of all of them survives every failure. */
#include "unit/support.h"

#include <math.h>
#include <unistd.h>

#include "core/alloc.h"
#include "unit/figure/graph.h"
#include "unit/figure/scene.h"

enum { FIGURE, AXES, LINE, LEGEND, SPAN, NOTE, KINDS };
enum { ORDERS = 720 };

struct family {
    void *member[KINDS];
    struct fp_weak *weak[KINDS];
};

static struct family
make_family(void)
{
    struct fp_plot_options options = fp_plot_defaults();
    struct family f;
    struct fp_axes *ax;

    options.label = "label";
    f.member[FIGURE] = fp_figure_create(NULL);
    ax = fp_figure_add_subplot(f.member[FIGURE], 1, 1, 1);
    f.member[AXES] = fp_ref(ax);
    f.member[LINE] = fp_ref(plot_points(ax, NULL, (double[]){1, 2}, 2, &options));
    f.member[LEGEND] = fp_ref(fp_axes_legend(ax, NULL));
    f.member[SPAN] = fp_ref(shade_span(ax, 0, 1, FP_BLACK));
    f.member[NOTE] = fp_ref(fp_axes_text(ax, 0, 0, "note", NULL));
    for (int i = 0; i < KINDS; i++)
        f.weak[i] = fp_weak_create(f.member[i]);
    return f;
}

static uint32_t
held_by_family(const struct fp_object *obj, void *arg)
{
    const struct family *f = arg;
    uint32_t held = 0;

    for (int i = 0; i < KINDS; i++)
        held += f->member[i] == obj;
    return held;
}

/* The order'th permutation of 0 … KINDS−1. */
static void
permute(int order, int out[KINDS])
{
    int left[KINDS] = {0, 1, 2, 3, 4, 5};

    for (int i = 0, n = KINDS; n > 0; i++, n--) {
        int pick = order % n;

        order /= n;
        out[i] = left[pick];
        memmove(left + pick, left + pick + 1, (size_t)(n - 1 - pick) * sizeof left[0]);
    }
}

/* Counts are what is held, and nothing holds itself. */
static void
expect_sound(struct family *f)
{
    size_t rings = 99;

    graph_expect(fp_context_default(), held_by_family, f);
    assert_int_equal(fp_gc_find_cycles(NULL, NULL, NULL, &rings), FP_OK);
    assert_int_equal(rings, 0);
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

/* A figure closes with it what it has, and so does an axes; the others only themselves. */
static void
closing_in_every_order_closes_what_it_must(void **state)
{
    (void)state;
    for (int order = 0; order < ORDERS; order++) {
        struct family f = make_family();
        bool closed[KINDS] = {false};
        int next[KINDS];

        permute(order, next);
        for (int i = 0; i < KINDS; i++) {
            fp_close(f.member[next[i]]);
            closed[next[i]] = true;
            for (int k = next[i]; next[i] <= AXES && k < KINDS; k++)
                closed[k] = true;
            expect_closed(&f, closed);
            expect_sound(&f);
        }
        for (int i = 0; i < KINDS; i++) {
            fp_unref(f.member[next[(i + order) % KINDS]]);
            fp_weak_destroy(f.weak[i]);
        }
        assert_int_equal(fp_live_count(NULL, NULL), 0);
    }
}

static void
letting_go_in_every_order_leaves_nothing(void **state)
{
    (void)state;
    for (int order = 0; order < ORDERS; order++) {
        struct family f = make_family();
        int next[KINDS];

        permute(order, next);
        for (int i = 0; i < KINDS; i++) {
            bool gone = next[i] == FIGURE;

            fp_unref(f.member[next[i]]);
            f.member[next[i]] = NULL;
            for (int k = 0; gone && k < KINDS; k++)
                assert_true(fp_is_closed(f.member[k]));
            expect_sound(&f);
        }
        for (int i = 0; i < KINDS; i++)
            fp_weak_destroy(f.weak[i]);
        assert_int_equal(fp_live_count(NULL, NULL), 0);
    }
}

/* --- clear ------------------------------------------------------------------------------------ */

/* A scatter that holds one array for all that it can hold one for. */
static bool
add_scatter(struct fp_axes *ax)
{
    struct fp_array *values = column((double[]){1, 2, 3}, 3);
    struct fp_scatter_options options = fp_scatter_defaults();
    bool ok;

    options.label = "points";
    options.sizes = options.values = values;
    ok = values && fp_axes_scatter(ax, values, values, &options);
    fp_unref(values);
    return ok;
}

static void
fill(struct fp_axes *ax)
{
    struct fp_plot_options options = fp_plot_defaults();

    add_scatter(ax);
    options.marker = 'o';
    options.label = "a label of some length";
    shade_span(ax, 0, 1, FP_BLACK);
    for (int i = 0; i < 9; i++)
        plot_points(ax, (double[]){0, 1, 2}, (double[]){i, 1, 2}, 3, &options);
    fp_axes_text(ax, 0, 0, "a note of some length", NULL);
    fp_axes_legend(ax, NULL);
    fp_axes_colorbar(ax, show_counting(ax, 3, 3, NULL), labelled("label"));
}

static void
clear_gives_back_every_byte(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    size_t objects = fp_live_count(NULL, NULL), bytes = fp__alloc_bytes(), figure_only;

    (void)state;
    fill(ax); /* the figure's table of axes grows once, for the colorbar's */
    fp_axes_clear(ax);
    assert_int_equal(fp_live_count(NULL, NULL), objects);
    bytes = fp__alloc_bytes();
    for (int i = 0; i < 5; i++) {
        fill(ax);
        assert_true(fp__alloc_bytes() > bytes + 1000);
        fp_axes_clear(ax);
        assert_int_equal(fp_live_count(NULL, NULL), objects);
        assert_int_equal(fp__alloc_bytes(), bytes);
    }
    fp_figure_clear(fig);
    figure_only = fp__alloc_bytes();
    fill(fp_figure_add_subplot(fig, 1, 1, 1));
    fp_figure_clear(fig);
    assert_int_equal(fp__alloc_bytes(), figure_only);
    fp_unref(fig);
}

/* --- no ring, and who is held ----------------------------------------------------------------- */

static void
name_ring(void *data, const char *const *classes, size_t n)
{
    (void)data;
    for (size_t i = 0; i < n; i++)
        print_error("%s%s", i > 0 ? " holds " : "a ring: ", classes[i]);
    print_error("\n");
}

static void
a_full_figure_has_no_ring_and_one_cause(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_live_row rows[16];
    size_t rings, n, held = 0;

    (void)state;
    fill(fp_figure_add_subplot(fig, 1, 2, 1));
    fill(fp_figure_add_subplot(fig, 1, 2, 2));
    assert_int_equal(fp_gc_find_cycles(NULL, name_ring, NULL, &rings), FP_OK);
    assert_int_equal(rings, 0);
    assert_int_equal(fp_gc_collect(NULL, 2), 0);
    n = fp_live_table(NULL, rows, 16);
    assert_int_equal(n, 10); /* figure, axes, array, image, colorbar, line, scatter, legend … */
    assert_string_equal(rows[0].name, "figure");
    assert_int_equal(rows[0].held, 1);
    for (size_t i = 0; i < n; i++)
        held += rows[i].held;
    assert_int_equal(held, 1); /* the figure; all others are there because of it */
    fp_unref(fig);
}

/* --- torture ---------------------------------------------------------------------------------- */

static bool
add_all(struct fp_axes *ax)
{
    struct fp_plot_options options = fp_plot_defaults();
    struct fp_line *line;
    struct fp_array *more;
    bool ok = true;

    options.label = "label";
    options.linestyle = FP_DASHED;
    line = fp_ref(plot_points(ax, (double[]){0, 1, 2}, (double[]){3, NAN, 1}, 3, &options));
    ok &= line && plot_points(ax, NULL, (double[]){1, 2}, 2, NULL);
    ok &= shade_span(ax, 0, 1, FP_BLACK) != NULL;
    ok &= fp_axes_text(ax, 1, 1, "note", NULL) != NULL;
    ok &= fp_axes_legend(ax, NULL) != NULL;
    ok &= add_scatter(ax);
    ok &= fp_axes_set_grid(ax, true) == FP_OK;
    more = column((double[]){1, 2, 3, 4}, 4);
    ok &= more && line && fp_line_set_data(line, more, more) == FP_OK;
    fp_unref(more);
    fp_unref(line);
    return ok;
}

/* A file that is there after a success, and only then. */
static int
script(void *arg)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    bool ok = ax && fp_figure_set_size_pixels(fig, 64, 48) == FP_OK;

    unlink(arg);
    ok = ok && add_all(ax);
    if (ok) {
        ok = fp_figure_save(fig, arg) == FP_OK;
        assert_int_equal(access(arg, F_OK) == 0, ok);
        ok &= fp_axes_clear(ax) == FP_OK;
        ok = add_all(ax) && ok;
    }
    fp_unref(fig);
    return ok ? 0 : 1;
}

static void
every_failure_leaves_an_empty_world(void **state)
{
    char path[512];

    (void)state;
    snprintf(path, sizeof path, "%s", temp_path("torture.png"));
    torture(script, path, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(closing_in_every_order_closes_what_it_must),
        world_test(letting_go_in_every_order_leaves_nothing),
        world_test(clear_gives_back_every_byte),
        world_test(a_full_figure_has_no_ring_and_one_cause),
        world_test(every_failure_leaves_an_empty_world),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
