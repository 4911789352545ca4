/* SPDX-License-Identifier: MIT */
/* test_contexts.c: every thread has its own registry, and only default contexts have one. */
#include <pthread.h>

#include "unit/pyplot/things.h"

/* --- a second context ------------------------------------------------------------------------- */

static void
figures_of_another_context_stay_out(void **state)
{
    struct fp_context *ctx = fp_context_create();
    struct fp_figure *stranger = fp_figure_create(ctx);
    struct fp_axes *ax = fp_figure_add_subplot(stranger, 1, 1, 1);
    struct fp_figure *fig = plt_figure(0);

    (void)state;
    assert_int_equal(plt_number(fig), 1);
    assert_int_equal(plt_number(stranger), 0);
    assert_int_equal(plt_fignums(NULL, 0), 1);
    assert_int_equal(plt_sca(ax), FP_ERR_ARGUMENT);
    assert_int_equal(plt_close_figure(stranger), FP_NOTHING_TO_CLOSE);
    assert_int_equal(plt_close_all(), FP_OK);
    assert_false(fp_is_closed(stranger));
    fp_unref(stranger);
    fp_context_destroy(ctx);
}

static void
limits_and_counts_are_each_contexts_own(void **state)
{
    struct fp_context *ctx = fp_context_create();
    struct fp_figure *strangers[3];

    (void)state;
    fp_context_set_figure_limits(NULL, 20, 2);
    for (int i = 0; i < 3; i++)
        strangers[i] = fp_figure_create(ctx);
    assert_non_null(plt_figure(0));
    assert_non_null(plt_figure(0));
    assert_null(plt_figure(0));
    assert_int_equal(fp_context_status(NULL), FP_ERR_LIMIT);
    assert_int_equal(fp_context_status(ctx), FP_OK);
    for (int i = 0; i < 3; i++)
        fp_unref(strangers[i]);
    fp_context_destroy(ctx);
    assert_int_equal(plt_fignums(NULL, 0), 2);
}

static void
a_new_default_context_begins_anew(void **state)
{
    struct fp_figure *fig = fp_ref(plt_figure(7));

    (void)state;
    fp_context_destroy(NULL);
    assert_true(fp_is_closed(fig));
    assert_int_equal(plt_fignums(NULL, 0), 0);
    assert_int_equal(plt_number(plt_figure(0)), 1);
    fp_unref(fig);
}

/* --- threads ---------------------------------------------------------------------------------- */

enum { THREADS = 4 };

struct worker {
    pthread_t thread;
    int figures; /* how many it leaves open */
    int wrong;
    size_t bytes;
    struct recorder window;
};

static enum fp_status
count_bytes(void *data, const void *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)data += n;
    return FP_OK;
}

/* cmocka's assertions belong to the main thread, so the worker only counts what is wrong. */
static void *
work(void *arg)
{
    struct worker *w = arg;

    w->wrong += plt_fignums(NULL, 0) != 0;
    for (int i = 1; i <= w->figures; i++)
        w->wrong += plt_number(plt_figure(0)) != i;
    for (int turn = 0; turn < 20; turn++) {
        w->wrong += show_values() == NULL || plt_colorbar() == NULL;
        w->wrong += plt_title("title") != FP_OK;
        w->wrong += fp_figure_write(plt_gcf(), "png", count_bytes, &w->bytes) != FP_OK;
        w->wrong += plt_clf() != FP_OK;
        w->wrong += plt_number(plt_gcf()) != w->figures;
    }
    w->wrong += plt_close(w->figures + 1) != FP_NOTHING_TO_CLOSE;
    w->window.base.ops = &recorder_ops;
    fp__figure_set_window(plt_gcf(), &w->window.base);
    return NULL;
}

static void
every_thread_has_its_own_figures(void **state)
{
    struct worker workers[THREADS] = {0};
    struct fp_figure *fig = plt_figure(9);

    (void)state;
    for (int i = 0; i < THREADS; i++) {
        workers[i].figures = i + 1;
        assert_int_equal(pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
    }
    for (int i = 0; i < THREADS; i++)
        pthread_join(workers[i].thread, NULL);
    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(workers[i].wrong, 0);
        assert_true(workers[i].bytes > 0);
        assert_int_equal(workers[i].window.destroyed, 1);
    }
    assert_int_equal(plt_fignums(NULL, 0), 1);
    assert_ptr_equal(plt_gcf(), fig);
}

static void
open_at_the_end(struct recorder *r)
{
    (void)r;
    plt_figure(0);
}

static void *
leave_a_window(void *arg)
{
    open_window(arg, plt_figure(0));
    return NULL;
}

static void
a_window_may_open_a_figure_while_its_thread_ends(void **state)
{
    struct recorder window = {.on_destroy = open_at_the_end};
    pthread_t thread;

    (void)state;
    assert_int_equal(pthread_create(&thread, NULL, leave_a_window, &window), 0);
    pthread_join(thread, NULL);
    assert_int_equal(window.destroyed, 1);
    assert_int_equal(plt_fignums(NULL, 0), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(figures_of_another_context_stay_out),
        world_test(limits_and_counts_are_each_contexts_own),
        world_test(a_new_default_context_begins_anew),
        world_test(every_thread_has_its_own_figures),
        world_test(a_window_may_open_a_figure_while_its_thread_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
