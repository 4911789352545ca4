/* SPDX-License-Identifier: MIT */
/* test_selection.c: --frames means what Python's slices mean. */
#include "cli/batch/selection.h"

#include "unit/cli/capture.h"

/* What Python answers: list(range(n))[slice], and [a[i] for i in list] for lists. */
static const struct {
    const char *text;
    size_t n;
    const char *frames; /* with spaces; NULL: IndexError */
} rows[] = {
    {NULL, 4, "0 1 2 3"},
    {":", 4, "0 1 2 3"},
    {"::", 3, "0 1 2"},
    {"1:3", 5, "1 2"},
    {"1:", 4, "1 2 3"},
    {":2", 4, "0 1"},
    {"::2", 5, "0 2 4"},
    {"1::2", 5, "1 3"},
    {":-1", 4, "0 1 2"},
    {"-2:", 4, "2 3"},
    {"-10:2", 4, "0 1"},
    {"2:100", 4, "2 3"},
    {"100:", 4, ""},
    {"3:1", 5, ""},
    {"2:2", 5, ""},
    {"-1:-3", 5, ""},
    {"::-1", 4, "3 2 1 0"},
    {"3:0:-1", 5, "3 2 1"},
    {"3::-2", 6, "3 1"},
    {":2:-1", 6, "5 4 3"},
    {"-1:-4:-1", 6, "5 4 3"},
    {"100::-3", 6, "5 2"},
    {":-100:-1", 3, "2 1 0"},
    {"-100::-1", 3, ""},
    {"::100", 3, "0"},
    {"::-100", 3, "2"},
    {"0:99999999999999999999999", 2, "0 1"},
    {"-99999999999999999999999:", 2, "0 1"},
    {"::9223372036854775807", 3, "0"},
    {"2", 4, "2"},
    {"-1", 4, "3"},
    {"-4", 4, "0"},
    {"+1", 4, "1"},
    {"4", 4, NULL},
    {"-5", 4, NULL},
    {"0", 1, "0"},
    {"0,2,1", 4, "0 2 1"},
    {"-1,0", 4, "3 0"},
    {"0:2,5,::3", 6, "0 1 5 0 3"},
    {"3,3", 4, "3 3"},
    {"1,9", 4, NULL},
};

static void
resolve(const struct fp__selection *selection, size_t n, char *out, size_t room)
{
    struct fp__frame_run runs[8];
    long long outside;
    size_t at = 0;
    *out = 0;
    if (!fp__selection_resolve(selection, n, runs, &outside)) {
        snprintf(out, room, "outside");
        return;
    }
    for (size_t r = 0; r < fp__selection_runs(selection); r++) {
        for (size_t i = 0; i < runs[r].count; i++) {
            long long frame = (long long)runs[r].start + (long long)i * runs[r].step;
            at += (size_t)snprintf(out + at, room - at, at ? " %lld" : "%lld", frame);
        }
    }
}

static void
selections_are_pythons(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fp__selection selection;
        char frames[256];
        assert_int_equal(fp__selection_parse(&selection, rows[i].text, "--frames"), 0);
        resolve(&selection, rows[i].n, frames, sizeof frames);
        assert_string_equal(frames, rows[i].frames ? rows[i].frames : "outside");
        fp__selection_finish(&selection);
    }
}

static void
nonsense_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"",    "a",  "1:2:0", "1:2:3:4", "1,",  ",1",  "1-2",
                                      "1.5", " 1", "1 ",    "--1",     "::a", "0x1", "1,,2"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct fp__selection selection;
        struct capture c = capture_begin();
        int code = fp__selection_parse(&selection, bad[i], "--frames");
        capture_end(&c);
        fp__selection_finish(&selection);
        if (code != 2)
            fail_msg("--frames \"%s\" gave %d", bad[i], code);
        assert_err("--frames");
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(selections_are_pythons),
        world_test(nonsense_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
