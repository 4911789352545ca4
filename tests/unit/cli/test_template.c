/* SPDX-License-Identifier: MIT */
/* test_template.c: words in names and titles. */
#include "cli/batch/template.h"

#include <math.h>

#include "unit/cli/capture.h"

/* Frame 7 of 200 of data/face.npy, number 12 of a job of 1,000; colours from -0.5 to 1234.5678. */
static const struct fp__values sample = {
    .stem = "face",
    .stem_length = 4,
    .dir = "data",
    .dir_length = 4,
    .frame = 7,
    .index = 12,
    .frame_width = 3,
    .index_width = 4,
    .vmin = -0.5,
    .vmax = 1234.5678,
    .min = 0.1,
    .max = INFINITY,
};

#define NAME FP__TEMPLATE_NAME
#define TITLE FP__TEMPLATE_TITLE

static const struct {
    enum fp__template_kind kind;
    const char *text;
    const char *filled; /* NULL: refused with exit code 2 */
} rows[] = {
    {NAME, "a.png", "a.png"},
    {NAME, "{frame}.png", "007.png"},
    {NAME, "{index}.png", "0012.png"},
    {NAME, "out/{stem}_{frame}.png", "out/face_007.png"},
    {NAME, "{dir}/{stem}.png", "data/face.png"},
    {NAME, "{member}x", "x"},
    {NAME, "{frame:05}", "00007"},
    {NAME, "{frame:1}", "7"},
    {NAME, "{frame:3}", "  7"},
    {NAME, "{frame:d}", "7"},
    {NAME, "{frame:04d}", "0007"},
    {NAME, "{frame:+04}", "+007"},
    {NAME, "{index:.1f}", "12.0"},
    {NAME, "%05d.png", "00012.png"},
    {NAME, "%d.png", "0012.png"},
    {NAME, "%3d", " 12"},
    {NAME, "%02d", "12"},
    {NAME, "100%%", "100%"},
    {NAME, "%%05d", "%05d"},
    {NAME, "{{frame}}", "{frame}"},
    {NAME, "{{{frame}}}", "{007}"},
    {NAME, "{frame}{index}", "0070012"},
    {NAME, "한글_{frame}.png", "한글_007.png"},
    {NAME, "\xb0\xa1{frame}",
     "\xb0\xa1"
     "007"},
    {NAME, "a$b{frame}$", "a$b007$"},
    {NAME, "{vmin}", NULL},
    {NAME, "{frames}", NULL},
    {NAME, "{}", NULL},
    {NAME, "{", NULL},
    {NAME, "}", NULL},
    {NAME, "a}b", NULL},
    {NAME, "{frame", NULL},
    {NAME, "{frame:}", "7"},
    {NAME, "{frame:x}", NULL},
    {NAME, "{frame:.2}", NULL},
    {NAME, "{frame:.f}", NULL},
    {NAME, "{frame:099}", NULL},
    {NAME, "{frame:5 }", NULL},
    {NAME, "{frame:>5}", NULL},
    {NAME, "{stem:5}", NULL},
    {NAME, "{ frame}", NULL},
    {NAME, "{Frame}", NULL},
    {NAME, "%s", NULL},
    {NAME, "%n", NULL},
    {NAME, "%.3d", NULL},
    {NAME, "%", NULL},
    {NAME, "%99999999999d", NULL},
    {TITLE, "face {frame}", "face 007"},
    {TITLE, "{frame:05}", "00007"},
    {TITLE, "100 %", "100 %"},
    {TITLE, "%05d %s %n", "%05d %s %n"},
    {TITLE, "{vmin} … {vmax}", "-0.5 … 1234.5678"},
    {TITLE, "{vmin:.2f}", "-0.50"},
    {TITLE, "{vmin:08.2f}", "-0000.50"},
    {TITLE, "{vmin:+.1f}", "-0.5"},
    {TITLE, "{vmax:+.1f}", "+1234.6"},
    {TITLE, "{vmax:.0f}", "1235"},
    {TITLE, "{vmax:.2e}", "1.23e+03"},
    {TITLE, "{vmax:12}", "   1234.5678"},
    {TITLE, "{min}", "0.1"},
    {TITLE, "{max}", "inf"},
    {TITLE, "{max:010.1f}", "       inf"},
    {TITLE, "{vmin:d}", NULL},
    {TITLE, "{dir}", NULL},
    {TITLE, "$x_{frame}$ {frame}", "$x_{frame}$ 007"},
    {TITLE, "$\\frac{1}{2}$", "$\\frac{1}{2}$"},
    {TITLE, "5 $ for {frame}", "5 $ for 007"},
    {TITLE, "\\$ {frame} \\$", "\\$ 007 \\$"},
    {TITLE, "\\$ {frame} $", "\\$ 007 $"},
    {TITLE, "$a\\$b{x}$", "$a\\$b{x}$"},
    {TITLE, "$a$ {x} $b$", NULL},
    {TITLE, "{{$}}", "{$}"},
    {TITLE, "µ = {index} 한글", "µ = 0012 한글"},
};

static void
check_row(size_t i)
{
    struct fp__template tmpl;
    struct fp_text out = {0};
    struct capture c = capture_begin();
    int code = fp__template_parse(&tmpl, rows[i].text, rows[i].kind, "--title");
    capture_end(&c);
    if (code != (rows[i].filled ? 0 : 2))
        fail_msg("\"%s\" gave %d: %s", rows[i].text, code, captured(2));
    if (rows[i].filled) {
        fp__template_render(&tmpl, &sample, &out);
        assert_string_equal(fp_text_string(&out), rows[i].filled);
    } else {
        assert_err("flatplot: --title: ");
        assert_err("  hint: ");
    }
    fp_text_finish(&out);
    fp__template_finish(&tmpl);
}

static void
templates_say_what_is_meant(void **state)
{
    (void)state;
    assert_true(sizeof rows / sizeof *rows >= 50);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(i);
}

static void
numbers_without_width_are_not_padded(void **state)
{
    (void)state;
    struct fp__values values = sample;
    struct fp__template tmpl;
    struct fp_text out = {0};
    values.frame_width = values.index_width = 0;
    assert_int_equal(fp__template_parse(&tmpl, "{frame} {index}", TITLE, "--title"), 0);
    fp__template_render(&tmpl, &values, &out);
    assert_string_equal(fp_text_string(&out), "7 12");
    fp_text_finish(&out);
    fp__template_finish(&tmpl);
}

static void
unknown_words_name_the_known(void **state)
{
    (void)state;
    struct fp__template tmpl;
    struct capture c = capture_begin();
    int code = fp__template_parse(&tmpl, "{fraem}", NAME, "-o");
    capture_end(&c);
    fp__template_finish(&tmpl);
    assert_int_equal(code, 2);
    assert_err("-o: unknown word {fraem}");
    assert_err("did you mean {frame}?");
    assert_err("{stem} {dir} {member} {frame} {index}");
}

static void
a_template_knows_its_words(void **state)
{
    (void)state;
    struct fp__template tmpl;
    assert_int_equal(fp__template_parse(&tmpl, "{min} $ {{max}}", TITLE, "--title"), 0);
    assert_true(fp__template_has(&tmpl, FP__WORD_MIN));
    assert_false(fp__template_has(&tmpl, FP__WORD_MAX));
    fp__template_finish(&tmpl);
}

static int
fill_once(void *arg)
{
    (void)arg;
    struct fp__template tmpl;
    struct fp_text out = {0};
    struct capture c = capture_begin();
    int code = fp__template_parse(&tmpl, "{stem} {vmin:.2f} {frame:05}", TITLE, "--title");
    capture_end(&c);
    if (!code) {
        fp__template_render(&tmpl, &sample, &out);
        code = out.failed;
        assert_true(out.failed || strcmp(fp_text_string(&out), "face -0.50 00007") == 0);
    }
    fp_text_finish(&out);
    fp__template_finish(&tmpl);
    return code;
}

static void
templates_survive_exhaustion(void **state)
{
    (void)state;
    torture(fill_once, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(templates_say_what_is_meant),  world_test(numbers_without_width_are_not_padded),
        world_test(unknown_words_name_the_known), world_test(a_template_knows_its_words),
        world_test(templates_survive_exhaustion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
