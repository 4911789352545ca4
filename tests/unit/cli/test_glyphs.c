/* SPDX-License-Identifier: MIT */
/* test_glyphs.c: characters without a font, wherever they come from. The last codes of all are
 * some that no font has. */
#include "cli/batch/glyphs.h"

#include "unit/cli/capture.h"

#define NEAR "\xf4\x8f\xbf\xb8" /* U+10FFF8 */
#define LAST "\xf4\x8f\xbf\xbd" /* U+10FFFD */

static struct fp__input inputs[] = {{.path = "in/plain.npy"}, {.path = "in/x" LAST ".npy"}};

/* Checks one label over the first `count` inputs. */
static int
check(const char *label, size_t count)
{
    struct fp__template tmpl;
    struct fp__plan plan = {.inputs = inputs, .input_count = count, .total = count};
    struct capture c = capture_begin();
    int code = fp__template_parse(&tmpl, label, FP__TEMPLATE_TITLE, "--title");
    code = code ? code : fp__glyphs_check(&tmpl, 1, &plan, false);
    capture_end(&c);
    fp__template_finish(&tmpl);
    return code;
}

static void
literals_are_checked(void **state)
{
    (void)state;
    assert_int_equal(check("plain µ {frame} {vmin:.2f}", 1), 0);
    assert_string_equal(captured(2), "");
    assert_int_equal(check("a" LAST "b" LAST, 1), 3);
    assert_err("no installed font has these characters: " LAST "\n  hint: ");
    assert_int_equal(check(NEAR LAST, 1), 3);
    assert_err(": " NEAR " " LAST "\n");
}

static void
the_stem_of_every_input_is_checked(void **state)
{
    (void)state;
    assert_int_equal(check("{stem}", 1), 0);
    assert_int_equal(check("{stem}", 2), 3);
    assert_err(LAST);
    assert_int_equal(check("{frame}", 2), 0); /* not drawn */
}

static void
lines_and_broken_names_are_fine(void **state)
{
    (void)state;
    assert_int_equal(check("two\nlines\tand a tab", 1), 0);
    inputs[0].path = "\xc7\xd1.npy"; /* not UTF-8: drawn as U+FFFD */
    assert_int_equal(check("{stem}", 1), 0);
    inputs[0].path = "in/plain.npy";
}

static int
check_once(void *arg)
{
    (void)arg;
    int code = check("{stem}" LAST, 2);
    fp_context_destroy(NULL);
    return code == 3 ? 0 : code;
}

static void
checking_survives_exhaustion(void **state)
{
    (void)state;
    torture(check_once, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(literals_are_checked),
        world_test(the_stem_of_every_input_is_checked),
        world_test(lines_and_broken_names_are_fine),
        world_test(checking_survives_exhaustion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
