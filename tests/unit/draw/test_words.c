/* SPDX-License-Identifier: MIT */
/* test_words.c: texts of one or more lines, turned, at their anchors. */
#include "unit/support.h"

#include <math.h>
#include <string.h>

#include "core/status.h"
#include "draw/words.h"
#include "unit/draw/words_cases.h"

#define LINES 3

/* Letters of 5 × 10 pixels; ^ stands out above, _ below. */
struct slate {
    struct fp__canvas base;
    struct fp__words lines[LINES];
    size_t n;
    size_t fails_at; /* the call that fails; 0: none */
    size_t calls;
};

static enum fp_status
answer(struct slate *slate)
{
    return ++slate->calls == slate->fails_at ? FP_ERR_FONT : FP_OK;
}

static enum fp_status
extents(struct fp__canvas *canvas, const struct fp__words *words, struct fp__extents *e)
{
    *e = (struct fp__extents){5 * (double)strlen(words->text), 7.5, 2.5};
    for (const char *p = words->text; *p; p++) {
        e->ascent += *p == '^' ? 2 : 0;
        e->descent += *p == '_';
    }
    return answer((struct slate *)canvas);
}

static enum fp_status
text(struct fp__canvas *canvas, const struct fp__words *words)
{
    struct slate *slate = (struct slate *)canvas;

    assert_in_range(slate->n, 0, LINES - 1);
    slate->lines[slate->n++] = *words;
    return answer(slate);
}

static const struct fp__canvas_ops ops = {.text = text, .extents = extents};

static struct slate
make_slate(void)
{
    return (struct slate){.base = {.ops = &ops, .width = 300, .height = 200}};
}

/* At 100, 80 from the lower left corner. */
static void
turned_texts_stand_where_matplotlib_puts_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof words_cases / sizeof *words_cases; i++) {
        struct slate slate = make_slate();
        struct fp__words words = {.text = words_cases[i].text, .angle = words_cases[i].angle};
        struct fp__anchor at = {100, 80, words_cases[i].ha, words_cases[i].va,
                                words_cases[i].anchored};
        const double *wanted = words_cases[i].box;
        struct fp__box box;

        assert_int_equal(fp__words_draw(&slate.base, &words, at), FP_OK);
        for (size_t k = 0; k < slate.n; k++) {
            assert_near(slate.lines[k].x, 100 + words_cases[i].lines[k][0], 1e-9);
            assert_near(slate.lines[k].y, 120 - words_cases[i].lines[k][1], 1e-9);
            assert_near(slate.lines[k].angle, words.angle, 0);
        }
        assert_int_equal(fp__words_box(&slate.base, &words, at, &box), FP_OK);
        assert_near(box.x0, 100 + wanted[0], 1e-9);
        assert_near(box.y0, 80 + wanted[1], 1e-9);
        assert_near(box.x1, 100 + wanted[2], 1e-9);
        assert_near(box.y1, 80 + wanted[3], 1e-9);
    }
}

/* A point on an axis stays on one, and does not only come near it. */
static void
right_angles_are_exact(void **state)
{
    (void)state;
    for (int quarters = -5; quarters < 6; quarters++) {
        struct fp__turn turn = fp__turn_by(90 * quarters);
        bool level = quarters % 2 == 0;

        assert_near(fp__turn_x(&turn, 3, 0), level ? cos(quarters * M_PI / 2) * 3 : 0, 0);
        assert_near(fp__turn_y(&turn, 3, 0), level ? 0 : sin(quarters * M_PI / 2) * 3, 0);
    }
}

static void
each_line_is_written_once(void **state)
{
    struct slate slate = make_slate();
    struct fp__words words = {.text = "one"};

    (void)state;
    assert_int_equal(fp__words_draw(&slate.base, &words, (struct fp__anchor){0}), FP_OK);
    assert_int_equal(slate.n, 1);
    assert_ptr_equal(slate.lines[0].text, words.text); /* and one line is not even copied */
    words.text = "one\ntwo\n";
    slate = make_slate();
    assert_int_equal(fp__words_draw(&slate.base, &words, (struct fp__anchor){0}), FP_OK);
    assert_int_equal(slate.n, 3);
}

static void
what_the_canvas_cannot_do_is_told(void **state)
{
    struct fp__words words = {.text = "one\ntwo"};
    struct fp__box box;
    size_t calls = 6; /* two to measure, then each line again and drawn */

    (void)state;
    for (size_t i = 1; i <= calls + 1; i++) {
        struct slate slate = make_slate();

        slate.fails_at = i;
        assert_int_equal(fp__words_draw(&slate.base, &words, (struct fp__anchor){0}),
                         i <= calls ? FP_ERR_FONT : FP_OK);
        assert_int_equal(slate.calls, i <= calls ? i : calls);
    }
    for (size_t i = 1; i <= 2; i++) {
        struct slate slate = make_slate();

        slate.fails_at = i;
        assert_int_equal(fp__words_box(&slate.base, &words, (struct fp__anchor){0}, &box),
                         FP_ERR_FONT);
    }
}

static int
draw_three_lines(void *arg)
{
    struct slate slate = make_slate();
    struct fp__words words = {.text = "a first line that needs room\nand a second one\nlast"};

    (void)arg;
    return fp__words_draw(&slate.base, &words, (struct fp__anchor){0}) == FP_OK ? 0 : -1;
}

static void
lines_survive_every_failing_allocation(void **state)
{
    (void)state;
    torture(draw_three_lines, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(turned_texts_stand_where_matplotlib_puts_them),
        world_test(right_angles_are_exact),
        world_test(each_line_is_written_once),
        world_test(what_the_canvas_cannot_do_is_told),
        world_test(lines_survive_every_failing_allocation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
