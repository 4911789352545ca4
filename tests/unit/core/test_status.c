/* SPDX-License-Identifier: MIT */
/* test_status.c: messages and hints are plain, whole and short; warnings come once. */
#include <stdlib.h>
#include <string.h>

#include "core/context.h"
#include "core/status.h"
#include "flatplot/text.h"
#include "unit/support.h"

/* A string of n copies, for free(). */
static char *
repeat(const char *piece, size_t n)
{
    size_t size = strlen(piece);
    char *string = calloc(n * size + 1, 1);

    for (size_t i = 0; i < n; i++)
        memcpy(string + i * size, piece, size);
    return string;
}

#define assert_error(message, hint)                                                                \
    do {                                                                                           \
        assert_string_equal(fp_context_message(NULL), message);                                    \
        assert_string_equal(fp_context_hint(NULL), hint);                                          \
    } while (0)

static void
a_failure_leaves_status_message_and_hint(void **state)
{
    (void)state;
    assert_int_equal(fp_context_status(NULL), FP_OK);
    assert_error("", "");
    assert_int_equal(fp__fail(NULL, FP_ERR_INPUT, "%s: %d wrong" FP__HINT "try %s", "a", 3, "b"),
                     FP_ERR_INPUT);
    assert_int_equal(fp_context_status(NULL), FP_ERR_INPUT);
    assert_error("a: 3 wrong", "try b");
    fp__fail(NULL, FP_ERR_LIMIT, "no hint");
    assert_error("no hint", "");
    fp_context_clear_error(NULL);
    assert_int_equal(fp_context_status(NULL), FP_OK);
    assert_error("", "");
}

static void
usual_words(void **state)
{
    (void)state;
    assert_int_equal(fp__fail_memory(NULL, "a row"), FP_ERR_MEMORY);
    assert_error("out of memory for a row",
                 "use a smaller picture or close what is no longer needed");
    assert_int_equal(fp__fail_closed(NULL, "figure"), FP_ERR_CLOSED);
    assert_error("the figure was closed", "make a new one; a closed one stays closed");
}

static void
control_characters_become_question_marks(void **state)
{
    (void)state;
    fp__fail(NULL, FP_ERR_INPUT, "%s" FP__HINT "%s", "a\nb\tc\x1b[31m\x7f", "d\re");
    assert_error("a?b?c?[31m?", "d?e");
    fp__fail(NULL, FP_ERR_INPUT, "%s", "C1 \xc2\x9b and \xc2\x80, but \xc2\xa0 stays");
    assert_error("C1 ?? and ??, but \xc2\xa0 stays", "");
    fp__fail(NULL, FP_ERR_INPUT, "%c|" FP__HINT "%c|", '\0', '\0');
    assert_error("?|", "?|");
}

/* A file's name may hold the very character that stands between message and hint. */
static void
the_mark_in_an_argument_splits_nothing(void **state)
{
    (void)state;
    fp__fail(NULL, FP_ERR_INPUT, "%s: bad" FP__HINT "see %s", "x\x1fy", "x\x1fy");
    assert_error("x?y: bad", "see x?y");
    fp__fail(NULL, FP_ERR_INPUT, "%s: bad", "x\x1fy");
    assert_error("x?y: bad", "");
}

static void
bytes_that_are_no_utf8_become_question_marks(void **state)
{
    (void)state;
    fp__fail(NULL, FP_ERR_INPUT, "%s" FP__HINT "%s", "gr\xfc\xdf", "한글 \xed\xa0\x80 µ\xe2\x82");
    assert_error("gr??", "한글 ??? µ??");
}

static bool
ends_with(const char *string, const char *end)
{
    size_t n = strlen(string), k = strlen(end);

    return n >= k && strcmp(string + n - k, end) == 0;
}

/* A path of the longest kind: where it begins and why it failed must both be there. */
static void
a_long_argument_is_shortened_in_the_middle(void **state)
{
    char *path = repeat("folder/", 585);

    (void)state;
    fp__fail(NULL, FP_ERR_INPUT, "%s: no such file" FP__HINT "check %s, please", path, path);
    assert_int_equal(strlen(fp_context_message(NULL)), 1023);
    assert_memory_equal(fp_context_message(NULL), "folder/folder/", 14);
    assert_true(ends_with(fp_context_message(NULL), "older/: no such file"));
    assert_non_null(strstr(fp_context_message(NULL), "…"));
    assert_int_equal(strlen(fp_context_hint(NULL)), 511);
    assert_memory_equal(fp_context_hint(NULL), "check folder/", 13);
    assert_true(ends_with(fp_context_hint(NULL), "folder/, please"));
    free(path);
}

static void
what_just_fits_is_not_shortened(void **state)
{
    char *fits = repeat("x", 1023);
    char *over = repeat("x", 1024);

    (void)state;
    fp__fail(NULL, FP_ERR_INPUT, "%s", fits);
    assert_string_equal(fp_context_message(NULL), fits);
    fp__fail(NULL, FP_ERR_INPUT, "%s", over);
    assert_non_null(strstr(fp_context_message(NULL), "x…x"));
    assert_int_equal(strlen(fp_context_message(NULL)), 1023);
    free(fits);
    free(over);
}

/* Whatever the length before them, characters of two, three and four bytes are never cut. */
static void
no_character_is_cut(void **state)
{
    static const char *const pieces[] = {"é", "한", "😀"};

    (void)state;
    for (int i = 0; i < 3; i++) {
        char *text = repeat(pieces[i], 600);

        for (int before = 0; before < 8; before++)
            for (int after = 0; after < 8; after++) {
                const char *message = fp_context_message(NULL);

                fp__fail(NULL, FP_ERR_INPUT, "%.*s%s%.*s" FP__HINT "%.*s%s", before, "abcdefgh",
                         text, after, "abcdefgh", before, "abcdefgh", text);
                assert_true(fp_utf8_valid(message, strlen(message)));
                assert_true(strlen(message) > 1010);
                assert_null(strchr(message, '?'));
                assert_null(strchr(fp_context_hint(NULL), '?'));
                assert_true(strlen(fp_context_hint(NULL)) > 500);
            }
        free(text);
    }
}

static void
arguments_of_any_length_are_safe(void **state)
{
    char *text = repeat("😀", 100000);

    (void)state;
    fp__fail(NULL, FP_ERR_INPUT, "begin %s" FP__HINT "hint", text);
    assert_memory_equal(fp_context_message(NULL), "begin ", 6);
    assert_true(strlen(fp_context_message(NULL)) <= 1023);
    assert_true(fp_utf8_valid(fp_context_message(NULL), strlen(fp_context_message(NULL))));
    free(text);
}

static void
an_old_message_may_be_part_of_the_new(void **state)
{
    (void)state;
    fp__fail(NULL, FP_ERR_INPUT, "why" FP__HINT "how");
    fp__fail(NULL, FP_ERR_INPUT, "frame 3: %s" FP__HINT "%s!", fp_context_message(NULL),
             fp_context_hint(NULL));
    assert_error("frame 3: why", "how!");
}

static void
contexts_keep_their_errors_apart(void **state)
{
    struct fp_context *ctx = fp_context_create();

    (void)state;
    fp__fail(ctx, FP_ERR_FONT, "theirs");
    assert_int_equal(fp_context_status(NULL), FP_OK);
    assert_int_equal(fp_context_status(ctx), FP_ERR_FONT);
    assert_string_equal(fp_context_message(ctx), "theirs");
    fp_context_destroy(ctx);
}

/* --- warnings --------------------------------------------------------------------------------- */

static int heard;
static enum fp_warning last_kind;
static char last[1100];

static void
hear(void *data, enum fp_warning kind, const char *message)
{
    heard++;
    *(int *)data += 1;
    last_kind = kind;
    strncpy(last, message, sizeof last - 1);
}

static void
a_warning_of_each_kind_comes_once(void **state)
{
    int data = 0;

    (void)state;
    heard = 0;
    fp_context_set_warning(NULL, hear, &data);
    for (int round = 0; round < 3; round++)
        for (int kind = 0; kind < FP_WARN_KINDS; kind++)
            fp__warn(NULL, (enum fp_warning)kind, "kind %d\nround %d", kind, round);
    assert_int_equal(heard, FP_WARN_KINDS);
    assert_int_equal(data, FP_WARN_KINDS);
    assert_int_equal(last_kind, FP_WARN_KINDS - 1);
    assert_non_null(strstr(last, "?round 0"));
    fp_context_reset_warnings(NULL);
    fp__warn(NULL, FP_WARN_NOT_FINITE, "again");
    assert_int_equal(heard, FP_WARN_KINDS + 1);
    assert_string_equal(last, "again");
    assert_int_equal(fp_context_status(NULL), FP_OK); /* a warning is no error */
}

static void
a_new_listener_hears_all_anew(void **state)
{
    int first = 0, second = 0;

    (void)state;
    fp__warn(NULL, FP_WARN_RGB_CLIPPED, "nobody hears, so it was not given");
    fp_context_set_warning(NULL, hear, &first);
    fp__warn(NULL, FP_WARN_RGB_CLIPPED, "x");
    fp_context_set_warning(NULL, hear, &second);
    fp__warn(NULL, FP_WARN_RGB_CLIPPED, "x");
    fp_context_set_warning(NULL, NULL, NULL);
    fp__warn(NULL, FP_WARN_HIDDEN_IMAGE, "x");
    assert_int_equal(first, 1);
    assert_int_equal(second, 1);
}

static void
long_warnings_are_shortened(void **state)
{
    char *text = repeat("한", 1000);
    int data = 0;

    (void)state;
    fp_context_set_warning(NULL, hear, &data);
    fp__warn(NULL, FP_WARN_MISSING_GLYPHS, "%s: that is why", text);
    assert_true(fp_utf8_valid(last, strlen(last)));
    assert_true(strlen(last) > 1010 && strlen(last) < 1024);
    assert_true(ends_with(last, "한: that is why"));
    free(text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_failure_leaves_status_message_and_hint),
        world_test(usual_words),
        world_test(control_characters_become_question_marks),
        world_test(the_mark_in_an_argument_splits_nothing),
        world_test(bytes_that_are_no_utf8_become_question_marks),
        world_test(a_long_argument_is_shortened_in_the_middle),
        world_test(what_just_fits_is_not_shortened),
        world_test(no_character_is_cut),
        world_test(arguments_of_any_length_are_safe),
        world_test(an_old_message_may_be_part_of_the_new),
        world_test(contexts_keep_their_errors_apart),
        world_test(a_warning_of_each_kind_comes_once),
        world_test(a_new_listener_hears_all_anew),
        world_test(long_warnings_are_shortened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
