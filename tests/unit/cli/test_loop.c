/* SPDX-License-Identifier: MIT */
/* test_loop.c: what each form of the loop leaves behind. */
#include "cli/check/loop.h"

#include "unit/support.h"

/* Live objects after each of three turns. */
static void
turn_thrice(enum fp__form form, size_t objects[3])
{
    struct fp__loop loop;
    fp__loop_init(&loop, form);
    for (int i = 0; i < 3; i++) {
        size_t written = loop.written;
        assert_int_equal(fp__loop_turn(&loop), FP_OK);
        assert_true(loop.written > written + 1000); /* a picture was made */
        objects[i] = fp_live_count(NULL, NULL);
    }
    plt_close_all();
    fp_context_destroy(NULL);
}

static void
without_clearing_images_pile_up(void **state)
{
    (void)state;
    size_t objects[3];
    turn_thrice(FP__FORM_NONE, objects);
    assert_int_equal(objects[1], objects[0] + 2); /* an image and its array */
    assert_int_equal(objects[2], objects[0] + 4);
}

static void
clearing_leaves_a_figure_or_nothing(void **state)
{
    (void)state;
    size_t objects[3];
    turn_thrice(FP__FORM_CLF, objects);
    assert_true(objects[0] == 1 && objects[1] == 1 && objects[2] == 1);
    turn_thrice(FP__FORM_CLOSE, objects);
    assert_true(objects[0] == 0 && objects[1] == 0 && objects[2] == 0);
    turn_thrice(FP__FORM_BOTH, objects);
    assert_true(objects[0] == 0 && objects[1] == 0 && objects[2] == 0);
}

static void
one_image_can_be_used_again(void **state)
{
    (void)state;
    size_t objects[3];
    turn_thrice(FP__FORM_REUSE, objects);
    assert_true(objects[0] > 1 && objects[1] == objects[0] && objects[2] == objects[0]);
}

/* Random pictures hardly ever compress to the same size. */
static void
every_array_is_fresh(void **state)
{
    (void)state;
    struct fp__loop loop;
    fp__loop_init(&loop, FP__FORM_CLF);
    assert_int_equal(fp__loop_turn(&loop), FP_OK);
    size_t first = loop.written;
    uint64_t random = loop.random;
    assert_int_equal(fp__loop_turn(&loop), FP_OK);
    assert_true(loop.written - first != first);
    assert_true(loop.random != random);
    plt_close_all();
    fp_context_destroy(NULL);
}

static int
one_turn(void *form)
{
    struct fp__loop loop;
    fp__loop_init(&loop, *(enum fp__form *)form);
    int failed = fp__loop_turn(&loop) != FP_OK;
    plt_close_all();
    fp_context_destroy(NULL);
    return failed;
}

static void
exhaustion_is_a_failed_turn(void **state)
{
    (void)state;
    torture(one_turn, &(enum fp__form){FP__FORM_BOTH}, 5);
    torture(one_turn, &(enum fp__form){FP__FORM_REUSE}, 5);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(without_clearing_images_pile_up),
        world_test(clearing_leaves_a_figure_or_nothing),
        world_test(one_image_can_be_used_again),
        world_test(every_array_is_fresh),
        world_test(exhaustion_is_a_failed_turn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
