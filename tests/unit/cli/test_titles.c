/* SPDX-License-Identifier: MIT */
/* test_titles.c: caches of characters fill up, and that is no leak; but a leak beside them is. */
#include "cli/check/channel.h"
#include "cli/check/forms.h"
#include "cli/check/probe.h"
#include "flatplot/axes.h"
#include "flatplot/output.h"
#include "unit/cli/samples.h"

/* All Hangul syllables, U+AC00 … U+D7A3, and then the last of them again and again: those before it
 * the caches have forgotten. */
enum { SYLLABLES = 11172, TITLES = 12000, LEAK = 48 };

static enum fp_status
forget(void *data, const void *bytes, size_t n)
{
    (void)data;
    (void)bytes;
    (void)n;
    return FP_OK;
}

static void
make_title(int i, char title[4])
{
    int c = 0xac00 + (i < SYLLABLES ? i : SYLLABLES - 1);
    title[0] = (char)(0xe0 | c >> 12);
    title[1] = (char)(0x80 | (c >> 6 & 0x3f));
    title[2] = (char)(0x80 | (c & 0x3f));
    title[3] = 0;
}

/* Every title on a small figure. */
static bool
draw_titles(struct fp__samples *samples, bool leak)
{
    struct fp_figure *figure = fp_figure_create(NULL);
    struct fp__probe probe;
    struct fp__sample sample;
    char title[4];
    bool fine = figure && fp_figure_set_size_pixels(figure, 60, 60) == FP_OK;
    fp__probe_begin(&probe);
    for (int i = 0; fine && i < TITLES; i++) {
        make_title(i, title);
        struct fp_axes *ax = fp_figure_add_axes(figure, (const double[]){0, 0, 1, .5});
        fine = ax && fp_axes_set_axis(ax, false) == FP_OK &&
               fp_axes_set_title(ax, title) == FP_OK &&
               fp_figure_write(figure, "png", forget, NULL) == FP_OK &&
               fp_figure_clear(figure) == FP_OK && (!leak || fp_alloc(LEAK)) &&
               fp__probe_take(&probe, NULL, i, &sample) == FP_OK;
        if (probe.new_glyph)
            samples->last_new_glyph = samples->n;
        if (fine)
            fp__samples_add(samples, &sample);
    }
    fp_unref(figure);
    return fine;
}

static bool
has_font(void)
{
    char missing[16] = "";
    return fp_missing_glyphs(NULL, "\xea\xb0\x80", missing, sizeof missing) == FP_OK && !*missing;
}

/* Sends the outcome, and where the last new character came; that nothing was measured without a
 * font for the titles. */
static int
judge_titles(void *data, int fd)
{
    struct fp__check_settings settings = usual();
    struct fp__finding f = {.checked = FP_CHECKED_LOOP};
    size_t result[2] = {FP_UNMEASURED, 0};
    fp_memory_strict_profile();
    if (!has_font())
        return !fp__channel_send(fd, result, sizeof result);
    if (!fp__samples_init(&f.samples, TITLES, false) || !draw_titles(&f.samples, *(bool *)data))
        return 1;
    fp__finding_judge(&f, &settings);
    result[0] = f.verdict.outcome;
    result[1] = f.samples.last_new_glyph;
    return !fp__channel_send(fd, result, sizeof result);
}

/* In a process of its own, begun by one that never draws: pango has threads, which no fork takes
 * along. Needs the time and the heap of an ordinary build. */
static void
check(bool leak, enum fp_outcome expected)
{
    struct fp__channel channel;
    size_t result[2];
    if (fp__form_sanitizer() || repeats(TITLES) != TITLES)
        skip();
    assert_true(fp__channel_start(&channel, judge_titles, &leak));
    assert_true(fp__channel_receive(channel.fd, result, sizeof result));
    assert_int_equal(fp__channel_finish(&channel), 0);
    if (result[0] == FP_UNMEASURED)
        skip();
    assert_int_equal(result[1], SYLLABLES - 1);
    assert_int_equal(result[0], expected);
}

static void
every_syllable_and_no_leak_is_flat(void **state)
{
    (void)state;
    check(false, FP_FLAT);
}

static void
every_syllable_and_a_leak_is_growing(void **state)
{
    (void)state;
    check(true, FP_GROWING);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_syllable_and_no_leak_is_flat),
        world_test(every_syllable_and_a_leak_is_growing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
