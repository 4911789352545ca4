/* SPDX-License-Identifier: MIT */
/* test_numbers.c: numbers and names of figures, and how many there may be. */
#include <limits.h>

#include "unit/pyplot/things.h"

static int
new_number(void)
{
    return plt_number(plt_figure(0));
}

static void
numbers_begin_at_one_and_follow_the_highest(void **state)
{
    (void)state;
    assert_int_equal(new_number(), 1);
    assert_int_equal(new_number(), 2);
    assert_int_equal(plt_number(plt_figure(7)), 7);
    assert_int_equal(new_number(), 8);
    assert_int_equal(plt_number(plt_figure(4)), 4);
    assert_int_equal(new_number(), 9);
}

static void
the_highest_number_is_free_once_it_is_closed(void **state)
{
    (void)state;
    plt_figure(7);
    assert_int_equal(new_number(), 8);
    assert_int_equal(plt_close(8), FP_OK);
    assert_int_equal(new_number(), 8);
    assert_int_equal(plt_close(7), FP_OK);
    assert_int_equal(new_number(), 9);
    assert_int_equal(plt_close_all(), FP_OK);
    assert_int_equal(new_number(), 1);
}

static void
an_open_number_becomes_current(void **state)
{
    struct fp_figure *one = plt_figure(1);
    struct fp_figure *two = plt_figure(2);

    (void)state;
    assert_ptr_equal(plt_gcf(), two);
    assert_ptr_equal(plt_figure(1), one);
    assert_ptr_equal(plt_gcf(), one);
    assert_int_equal(plt_fignums(NULL, 0), 2);
}

static void
no_number_is_negative(void **state)
{
    (void)state;
    assert_null(plt_figure(-1));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    assert_non_null(strstr(fp_context_message(NULL), "-1"));
    assert_int_equal(plt_fignums(NULL, 0), 0);
}

static void
numbers_end_at_the_largest_int(void **state)
{
    (void)state;
    assert_int_equal(plt_number(plt_figure(INT_MAX)), INT_MAX);
    assert_null(plt_figure(0));
    assert_int_equal(fp_context_status(NULL), FP_ERR_LIMIT);
    assert_int_equal(plt_fignums(NULL, 0), 1);
    assert_int_equal(fp_live_count(NULL, &fp__figure_class), 1);
    assert_int_equal(plt_close(INT_MAX), FP_OK);
    assert_int_equal(new_number(), 1);
}

static void
a_name_stands_for_one_figure(void **state)
{
    char name[] = "faces";
    struct fp_figure *faces = plt_figure_named(name);
    struct fp_figure *other = plt_figure_named("other");

    (void)state;
    name[0] = 'F'; /* the registry keeps a copy */
    assert_int_equal(plt_number(faces), 1);
    assert_int_equal(plt_number(other), 2);
    assert_int_equal(new_number(), 3);
    assert_ptr_equal(plt_figure_named("faces"), faces);
    assert_ptr_equal(plt_gcf(), faces);
    assert_ptr_equal(plt_figure(1), faces);
    assert_int_equal(plt_close_named("faces"), FP_OK);
    assert_int_equal(plt_number(plt_figure_named("faces")), 4);
}

static void
an_empty_name_is_none(void **state)
{
    (void)state;
    plt_figure(0);
    assert_null(plt_figure_named(""));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    fp_context_clear_error(NULL);
    assert_null(plt_figure_named(NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    assert_int_equal(plt_close_named(""), FP_NOTHING_TO_CLOSE);
    assert_int_equal(plt_close_named(NULL), FP_NOTHING_TO_CLOSE);
    assert_int_equal(plt_fignums(NULL, 0), 1);
}

static void
the_list_of_numbers_ascends(void **state)
{
    static const int opened[] = {5, 2, 9, 1, 7};
    static const int sorted[] = {1, 2, 5, 7, 9};
    int numbers[6] = {0};

    (void)state;
    assert_int_equal(plt_fignums(numbers, 6), 0);
    for (size_t i = 0; i < 5; i++)
        plt_figure(opened[i]);
    assert_int_equal(plt_fignums(numbers, 6), 5);
    assert_memory_equal(numbers, sorted, sizeof sorted);
    assert_int_equal(numbers[5], 0);
}

static void
the_list_of_numbers_loses_the_closed(void **state)
{
    static const int opened[] = {5, 2, 9, 1, 7};
    static const int left[][4] = {{1, 5, 7, 9}, {1, 5, 7}, {5, 7}, {7}};
    static const int closed[] = {2, 9, 1, 5};
    int numbers[5];

    (void)state;
    for (size_t i = 0; i < 5; i++)
        plt_figure(opened[i]);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(plt_close(closed[i]), FP_OK);
        assert_int_equal(plt_fignums(numbers, 5), 4 - i);
        assert_memory_equal(numbers, left[i], (4 - i) * sizeof *numbers);
    }
    assert_int_equal(plt_number(plt_gcf()), 7);
    assert_int_equal(plt_close(3), FP_NOTHING_TO_CLOSE);
}

static void
the_list_of_numbers_keeps_to_its_room(void **state)
{
    static const int opened[] = {5, 2, 9, 1, 7};
    static const int lowest[] = {1, 2, 5};
    int numbers[4] = {0, 0, 0, -3};

    (void)state;
    for (size_t i = 0; i < 5; i++)
        plt_figure(opened[i]);
    assert_int_equal(plt_fignums(numbers, 3), 5);
    assert_memory_equal(numbers, lowest, sizeof lowest);
    assert_int_equal(numbers[3], -3);
    assert_int_equal(plt_fignums(NULL, 0), 5);
}

static void
a_figure_of_no_number_has_the_number_zero(void **state)
{
    struct fp_figure *own = fp_figure_create(NULL);
    struct fp_figure *closed = fp_ref(plt_figure(3));

    (void)state;
    assert_int_equal(plt_number(closed), 3);
    plt_close(3);
    assert_int_equal(plt_number(closed), 0);
    assert_int_equal(plt_number(own), 0);
    assert_int_equal(plt_number(NULL), 0);
    fp_unref(closed);
    fp_unref(own);
}

static void
gcf_makes_one_figure_and_no_second(void **state)
{
    struct fp_figure *fig = plt_gcf();

    (void)state;
    assert_int_equal(plt_number(fig), 1);
    assert_ptr_equal(plt_gcf(), fig);
    assert_int_equal(plt_fignums(NULL, 0), 1);
}

/* --- how many --------------------------------------------------------------------------------- */

static void
the_figure_after_twenty_warns_once(void **state)
{
    struct heard heard = {0};
    size_t figures, bytes;

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    for (int i = 0; i < 20; i++)
        plt_figure(0);
    assert_int_equal(heard.count, 0);
    plt_figure(0);
    assert_int_equal(heard.count, 1);
    assert_int_equal(heard.kind, FP_WARN_MANY_FIGURES);
    assert_non_null(strstr(heard.message, "plt_close"));
    assert_int_equal(
        sscanf(heard.message, "%zu figures are open and hold %zu bytes", &figures, &bytes), 2);
    assert_int_equal(figures, 21);
    assert_int_equal(bytes, 21 * (sizeof(struct fp_figure) + sizeof(struct fp__figure_body)));
    plt_figure(0);
    assert_int_equal(heard.count, 1);
    fp_context_reset_warnings(NULL);
    plt_figure(0);
    assert_int_equal(heard.count, 2);
}

static void
closed_figures_do_not_count_for_the_warning(void **state)
{
    struct heard heard = {0};

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    for (int i = 0; i < 100; i++) {
        plt_figure(0);
        plt_figure(0);
        plt_close_all();
    }
    assert_int_equal(heard.count, 0);
}

static void
the_warning_counts_what_is_in_the_figures(void **state)
{
    struct heard heard = {0};
    size_t figures, bytes, table = 0;
    struct fp_live_row rows[8];
    size_t n;

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    fp_context_set_figure_limits(NULL, 1, 0);
    draw_values();
    plt_figure(0);
    n = fp_live_table(NULL, rows, 8);
    for (size_t i = 0; i < n; i++)
        table += rows[i].bytes;
    assert_int_equal(
        sscanf(heard.message, "%zu figures are open and hold %zu bytes", &figures, &bytes), 2);
    assert_int_equal(figures, 2);
    assert_int_equal(bytes, table);
}

static void
the_limit_of_the_warning_is_settable(void **state)
{
    struct heard heard = {0};

    (void)state;
    fp_context_set_warning(NULL, hear, &heard);
    fp_context_set_figure_limits(NULL, 2, 0);
    plt_figure(0);
    plt_figure(0);
    assert_int_equal(heard.count, 0);
    plt_figure(0);
    assert_int_equal(heard.count, 1);
}

static void
close_them(void *data, enum fp_warning kind, const char *message)
{
    (void)kind;
    (void)message;
    *(enum fp_status *)data = plt_close_all();
}

static void
who_hears_the_warning_may_close_figures(void **state)
{
    enum fp_status closed = FP_ERR_ARGUMENT;
    struct fp_figure *fig;

    (void)state;
    fp_context_set_warning(NULL, close_them, &closed);
    fp_context_set_figure_limits(NULL, 4, 0);
    for (int i = 0; i < 4; i++)
        plt_figure(0);
    fig = plt_figure(0);
    assert_int_equal(closed, FP_OK);
    assert_int_equal(plt_number(fig), 1);
    assert_ptr_equal(plt_gcf(), fig);
    assert_int_equal(plt_fignums(NULL, 0), 1);
}

static void
the_cap_stops_new_figures_only(void **state)
{
    struct held before;

    (void)state;
    fp_context_set_figure_limits(NULL, 20, 3);
    for (int i = 0; i < 3; i++)
        assert_non_null(plt_figure(0));
    before = held_now();
    assert_null(plt_figure(0));
    assert_int_equal(fp_context_status(NULL), FP_ERR_LIMIT);
    assert_non_null(strstr(fp_context_hint(NULL), "plt_close"));
    assert_null(plt_figure(9));
    assert_null(plt_figure_named("name"));
    assert_held(before);
    assert_int_equal(plt_number(plt_gcf()), 3);
    assert_int_equal(plt_number(plt_figure(2)), 2);
    assert_int_equal(plt_close(1), FP_OK);
    assert_int_equal(new_number(), 4);
    assert_int_equal(plt_close_all(), FP_OK);
    assert_int_equal(new_number(), 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(numbers_begin_at_one_and_follow_the_highest),
        world_test(the_highest_number_is_free_once_it_is_closed),
        world_test(an_open_number_becomes_current),
        world_test(no_number_is_negative),
        world_test(numbers_end_at_the_largest_int),
        world_test(a_name_stands_for_one_figure),
        world_test(an_empty_name_is_none),
        world_test(the_list_of_numbers_ascends),
        world_test(the_list_of_numbers_loses_the_closed),
        world_test(the_list_of_numbers_keeps_to_its_room),
        world_test(a_figure_of_no_number_has_the_number_zero),
        world_test(gcf_makes_one_figure_and_no_second),
        world_test(the_figure_after_twenty_warns_once),
        world_test(closed_figures_do_not_count_for_the_warning),
        world_test(the_warning_counts_what_is_in_the_figures),
        world_test(the_limit_of_the_warning_is_settable),
        world_test(who_hears_the_warning_may_close_figures),
        world_test(the_cap_stops_new_figures_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
