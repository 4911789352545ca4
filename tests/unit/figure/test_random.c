/* SPDX-License-Identifier: MIT */
/* test_random.c: 10,000 random calls on a forest of figures; after each the graph of references is
 * what is held, and open things hang together. */
#include "unit/support.h"

#include <math.h>

#include "figure/axes.h"
#include "image/image.h"
#include "unit/figure/graph.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

#define OPERATIONS 50000 /* of which valgrind sees a fiftieth: enough to fill the handles */
#define HANDLES 40
#define FIGURES 6 /* open ones; more would only be slower */

static void *handles[HANDLES]; /* every reference that the test holds */
static struct fp_weak *weaks[HANDLES];
static uint64_t seed;

/* xorshift64* (Vigna 2016). */
static uint32_t
below(uint32_t n)
{
    seed ^= seed >> 12;
    seed ^= seed << 25;
    seed ^= seed >> 27;
    return (uint32_t)((seed * 0x2545f4914f6cdd1du) >> 32) % n;
}

static uint32_t
held(const struct fp_object *obj, void *arg)
{
    uint32_t n = 0;

    (void)arg;
    for (int i = 0; i < HANDLES; i++)
        n += handles[i] == obj;
    return n;
}

/* Takes a reference over into a random place; what was there is let go. */
static void
keep(void *owned)
{
    uint32_t i = below(HANDLES);
    void *old = handles[i];

    handles[i] = owned;
    fp_unref(old);
}

/* A handle of that class, open or closed, or NULL. */
static void *
any(const struct fp_class *cls)
{
    for (int tries = 0; tries < 60; tries++) {
        struct fp_object *obj = handles[below(HANDLES)];

        if (obj && (!cls || obj->cls == cls))
            return obj;
    }
    return NULL;
}

/* --- operations ------------------------------------------------------------------------------- */

static void
make_figure(void)
{
    if (fp_context_default()->figures < FIGURES)
        keep(fp_figure_create(NULL));
}

static void
make_axes(void)
{
    struct fp_figure *fig = any(&fp__figure_class);
    struct fp_axes *ax;

    if (!fig)
        return;
    ax = below(2) ? fp_figure_add_subplot(fig, 1 + (int)below(2), 2, 1 + (int)below(3))
                  : fp_figure_add_axes(fig, (double[]){below(3) - 1., .1, .5, below(3) / 2.});
    if (ax && below(2))
        keep(fp_ref(ax));
}

static void
make_image(void)
{
    struct fp_axes *ax = any(&fp__axes_class);
    struct fp_imshow_options options = fp_imshow_defaults();
    double left = below(3);
    struct fp_image *image;

    options.has_extent = below(2);
    memcpy(options.extent, (double[]){left, below(3), 0, 1 + below(2)}, sizeof options.extent);
    options.interpolation = (enum fp_interpolation)below(FP_INTERPOLATIONS);
    options.norm.vmax = below(4) ? NAN : -1; /* refused now and then */
    image = ax ? show_counting(ax, 1 + below(3), 1 + below(3), &options) : NULL;
    if (image && below(2))
        keep(fp_ref(image));
}

static void
make_colorbar(void)
{
    struct fp_image *image = any(&fp__image_class.base);
    struct fp_axes *ax = image ? fp__artist_axes(&image->artist) : NULL;
    struct fp_colorbar *bar;

    ax = ax && below(8) ? ax : any(&fp__axes_class);
    bar = ax && image ? fp_axes_colorbar(ax, image, below(2) ? labelled("label") : NULL) : NULL;
    if (bar && below(2))
        keep(fp_ref(bar));
}

static void
borrow_axes(void)
{
    struct fp_figure *fig = any(&fp__figure_class);
    struct fp_axes *ax = fig ? fp_figure_get_axes(fig, below(4)) : NULL;

    if (ax)
        keep(fp_ref(ax));
}

static void
hold_array(void)
{
    struct fp_image *image = any(&fp__image_class.base);
    struct fp_array *array = counting(2, 2);

    if (image)
        fp_image_set_data(image, array);
    if (below(2))
        keep(fp_ref(array));
    if (below(4) == 0)
        fp_close(array);
    fp_unref(array);
}

static void
set_things(void)
{
    struct fp_axes *ax = any(&fp__axes_class);
    struct fp_image *image = any(&fp__image_class.base);
    struct fp_figure *fig = any(&fp__figure_class);

    if (ax) {
        fp_axes_set_title(ax, below(2) ? "title" : NULL);
        fp_axes_set_xlim(ax, below(3), below(3));
        fp_axes_set_aspect(ax, below(3));
        fp_axes_set_axis(ax, below(2));
    }
    if (image)
        fp_image_set_clim(image, below(3), below(3));
    if (fig)
        fp_figure_set_metadata(fig, below(2) ? "One" : "Two", below(2) ? "value" : NULL);
}

static void
share_limits(void)
{
    struct fp_axes *a = any(&fp__axes_class), *b = any(&fp__axes_class);

    if (a && b && below(2))
        fp_axes_share_x(a, b);
    else if (a && b)
        fp_axes_share_y(a, b);
}

static void
draw_figure(void)
{
    struct fp_figure *fig = any(&fp__figure_class);
    struct recorder recorder;

    if (!fig || fp_is_closed(fig))
        return;
    recorder = recorder_for(fig);
    fp__figure_draw(fig, &recorder.base); /* FP_ERR_CLOSED when an image's array is */
    fp_text_finish(&recorder.lines);
}

static void
clear_something(void)
{
    struct fp_figure *fig = any(&fp__figure_class);
    struct fp_axes *ax = any(&fp__axes_class);

    if (below(4) == 0 && fig)
        fp_figure_clear(fig);
    else if (ax)
        fp_axes_clear(ax);
}

static void
close_something(void)
{
    struct fp_object *obj = any(NULL);

    if (!obj || (obj->cls == &fp__figure_class && below(4)))
        return;
    fp_close(obj);
    assert_true(fp_is_closed(obj));
}

static void
let_go(void)
{
    keep(NULL);
}

static void
watch(void)
{
    uint32_t i = below(HANDLES);
    void *obj = any(NULL);

    fp_weak_destroy(weaks[i]);
    weaks[i] = obj && !fp_is_closed(obj) ? fp_weak_create(obj) : NULL;
}

static void
revive(void)
{
    void *obj = fp_weak_get(weaks[below(HANDLES)]);

    assert_true(!obj || !fp_is_closed(obj));
    if (obj)
        keep(obj);
}

static void (*const operations[])(void) = {
    make_figure, make_axes,     make_axes,       make_image,      make_image,      make_image,
    make_image,  make_colorbar, make_colorbar,   make_colorbar,   borrow_axes,     hold_array,
    set_things,  draw_figure,   clear_something, close_something, close_something, let_go,
    watch,       revive,        share_limits,    share_limits,
};

/* --- invariants ------------------------------------------------------------------------------- */

/* All of a group are open, have one leader and the same limits, and the ring holds both ways. */
static void
expect_group_in_order(const struct fp_axes *ax, bool y)
{
    const struct fp_axes *a = ax;
    int leaders = 0, members = 0;

    do {
        const struct fp__axis *axis = y ? &a->body->y : &a->body->x;
        const struct fp_axes *next = fp__share_next(a, y);

        assert_false(fp_is_closed(a));
        assert_true(++members < 1000);
        assert_true(next == a || (y ? &next->body->y : &next->body->x)->share.before == a);
        assert_memory_equal(axis->lim, (y ? &ax->body->y : &ax->body->x)->lim, sizeof axis->lim);
        leaders += axis->share.leads;
        a = next;
    } while (a != ax);
    assert_int_equal(leaders, members > 1);
}

/* An open axes is in the list of its figure; each of its artists is open and says so. */
static void
expect_axes_in_order(struct fp_axes *ax)
{
    struct fp_figure *fig = fp__axes_figure(ax->body);
    size_t found = 0;
    double box[4];

    assert_non_null(fig);
    for (size_t i = 0; i < fig->body->axes_count; i++)
        found += fig->body->axes[i] == ax;
    assert_int_equal(found, 1);
    for (size_t i = 0; i < ax->body->artist_count; i++) {
        assert_false(fp_is_closed(ax->body->artists[i]));
        assert_ptr_equal(fp__artist_axes(ax->body->artists[i]), ax);
    }
    if (ax->body->parent) { /* a colorbar's axes live no longer than the axes beside it */
        assert_true(ax->body->artist_count > 0);
        assert_non_null(fp__weak_peek(ax->body->parent));
    }
    expect_group_in_order(ax, false);
    expect_group_in_order(ax, true);
    assert_int_equal(fp_axes_get_box(ax, box), FP_OK);
    assert_true(box[2] >= box[0] && box[3] >= box[1]);
}

static void
expect_order(void)
{
    struct fp_context *ctx = fp_context_default();
    size_t open = 0;

    graph_expect(ctx, held, NULL);
    for (struct fp_object *o = ctx->newest; o; o = o->next) {
        open += o->cls == &fp__figure_class && !fp_is_closed(o);
        if (o->cls == &fp__axes_class && !fp_is_closed(o))
            expect_axes_in_order((struct fp_axes *)o);
    }
    assert_int_equal(ctx->figures, open);
}

static void
let_go_of_all(void)
{
    for (int i = 0; i < HANDLES; i++) {
        fp_unref(handles[i]);
        fp_weak_destroy(weaks[i]);
        handles[i] = NULL;
        weaks[i] = NULL;
    }
}

static void
random_calls_leave_a_forest_in_order(void **state)
{
    size_t most = 0;

    (void)state;
    seed = 1;
    for (size_t i = 0; i < repeats(OPERATIONS); i++) {
        operations[below(sizeof operations / sizeof operations[0])]();
        expect_order();
        most = fp_live_count(NULL, NULL) > most ? fp_live_count(NULL, NULL) : most;
    }
    assert_true(most > 30); /* or it would have tested little */
    let_go_of_all();
    assert_int_equal(fp_live_count(NULL, NULL), 0);
}

/* The context dies first; what is held stays valid, closed. */
static void
handles_outlive_their_context(void **state)
{
    (void)state;
    for (seed = 100; seed < 130;) {
        uint64_t start = seed;

        for (int i = 0; i < 60; i++)
            operations[below(sizeof operations / sizeof operations[0])]();
        fp_context_destroy(NULL);
        for (int i = 0; i < HANDLES; i++)
            assert_true(fp_is_closed(handles[i]));
        let_go_of_all();
        seed = start + 1;
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(random_calls_leave_a_forest_in_order),
        world_test(handles_outlive_their_context),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
