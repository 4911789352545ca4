/* SPDX-License-Identifier: MIT */
/* test_pyplot.c: the loop that draws a random image over and over, in the four forms in which it is
 * written: with nothing cleared, with clf, with close all, with both. */
#include "unit/flat/loops.h"

static void
draw_turn(void)
{
    struct fp_array *array = fresh_array(100);

    assert_non_null(plt_imshow(array, NULL));
    fp_unref(array);
    assert_int_equal(plt_title("random"), FP_OK);
    fp_figure_set_size_pixels(plt_gcf(), 160, 120);
    write_frame(plt_gcf());
}

/* --- cleared ---------------------------------------------------------------------------------- */

static void
with_clf(void)
{
    assert_int_equal(plt_clf(), FP_OK);
    assert_int_equal(plt_number(plt_gcf()), 1);
}

static void
with_close(void)
{
    assert_int_equal(plt_close(0), FP_OK);
}

static void
with_close_all(void)
{
    assert_int_equal(plt_close_all(), FP_OK);
}

static void
with_both(void)
{
    with_clf();
    with_close_all();
}

static void
run_flat(void (*clear)(void))
{
    struct fp_memory_sample start, warm = {0}, now;
    size_t n = turns(3000);

    draw_turn();
    clear();
    now = start = held_now();
    for (size_t turn = 1; turn <= n; turn++) {
        draw_turn();
        assert_non_null(plt_colorbar());
        clear();
        assert_int_equal(fp_memory_sample(NULL, &now), FP_OK);
        assert_same_held(&start, &now);
        if (turn == n / 3)
            warm = held_now();
    }
    now = held_now();
    assert_flat(&warm, &now);
}

static void
clf_keeps_memory_flat(void **state)
{
    (void)state;
    run_flat(with_clf);
}

static void
close_keeps_memory_flat(void **state)
{
    (void)state;
    run_flat(with_close);
}

static void
close_all_keeps_memory_flat(void **state)
{
    (void)state;
    run_flat(with_close_all);
}

static void
both_keep_memory_flat(void **state)
{
    (void)state;
    run_flat(with_both);
}

/* --- not cleared ------------------------------------------------------------------------------ */

static void
count_warning(void *data, enum fp_warning kind, const char *message)
{
    assert_int_equal(kind, FP_WARN_HIDDEN_IMAGE);
    assert_non_null(strstr(message, "plt_clf"));
    ++*(int *)data;
}

/* An image and its array a turn: 80,000 bytes of values at least. */
static void
uncleared_images_pile_up_and_say_so_once(void **state)
{
    struct fp_memory_sample before, now;
    int warnings = 0;

    (void)state;
    fp_context_set_warning(NULL, count_warning, &warnings);
    draw_turn();
    assert_int_equal(warnings, 0);
    now = held_now();
    for (int turn = 0; turn < 50; turn++) {
        before = now;
        draw_turn();
        now = held_now();
        assert_int_equal(now.objects, before.objects + 2);
        assert_in_range(now.door_bytes - before.door_bytes, 80000, 82000);
        assert_int_equal(warnings, 1);
    }
}

/* As above, then closed: resident memory comes back, for close_all returns freed pages. The block
 * made last keeps the heap's end where it is, so that it is not given back anyway. */
static void
close_all_gives_a_pile_back_to_the_system(void **state)
{
    struct fp_memory_sample start, warm, piled, freed;
    void *volatile last;

    (void)state;
    plt_close_all();
    start = held_now();
    draw_turn();
    plt_close_all();
    warm = held_now();
    for (size_t turn = 0; turn < turns(300); turn++)
        draw_turn();
    piled = held_now();
    last = malloc(1000);
    plt_close_all();
    freed = held_now();
    free(last);
    assert_same_held(&start, &freed);
    if (!resident_memory_counts())
        return;
    assert_true(piled.rss_anon > warm.rss_anon + 20 * 1024 * 1024);
    assert_in_range(freed.rss_anon, 0, warm.rss_anon + 1024 * 1024);
}

int
main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        world_test(clf_keeps_memory_flat),
        world_test(close_keeps_memory_flat),
        world_test(close_all_keeps_memory_flat),
        world_test(both_keep_memory_flat),
        world_test(uncleared_images_pile_up_and_say_so_once),
        world_test(close_all_gives_a_pile_back_to_the_system),
    };
    (void)argc;
    begin_exact(argv);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
