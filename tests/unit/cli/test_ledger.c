/* SPDX-License-Identifier: MIT */
/* test_ledger.c: several processes, and which of them is talked about. */
#include "cli/batch/ledger.h"

#include "cli/check/csv.h"
#include "unit/cli/capture.h"
#include "unit/cli/samples.h"

/* A job on two processes with that many frames each; the second leaks. */
static void
make(struct fp__ledger *ledger, size_t frames, double bytes)
{
    assert_true(fp__ledger_init(ledger, "frame", 2 * frames, 2, 0));
    for (size_t i = 0; i < 2; i++) {
        struct fp__footprint *f = &ledger->each[i];
        char name[16];
        snprintf(name, sizeof name, "worker %zu", i + 1);
        fp__finding_finish(&f->finding);
        f->finding = made_up(name, frames, i ? bytes : 0, 0);
        f->frames = frames;
        f->last.rss = 10 << 20;
        f->last.caches[FP_CACHE_TEXT] = 5;
        f->last.caches[FP_CACHE_PNG] = 1 << 20;
    }
}

static void
the_worst_process_is_told_and_limited(void **state)
{
    (void)state;
    struct fp__ledger ledger;
    struct fp_text text = {0};
    make(&ledger, 1000, 0);
    fp__ledger_tell(&ledger, &text);
    assert_has(fp_text_string(&text), "memory flat in 2 workers: 20.0 MiB, per frame 0 objects");
    assert_int_equal(fp__ledger_limit(&ledger, 100), 0);
    struct capture caches = capture_begin();
    fp__ledger_tell_caches(&ledger);
    capture_end(&caches);
    assert_err("caches: 2.0 MiB (text 10 B, png 2.0 MiB)\n");
    fp__ledger_finish(&ledger);
    fp_text_clear(&text);
    make(&ledger, 1000, 4096);
    fp__ledger_tell(&ledger, &text);
    assert_has(fp_text_string(&text), "memory growing (heap leak) in 2 workers: 20.0 MiB");
    struct capture c = capture_begin();
    assert_int_equal(fp__ledger_limit(&ledger, 100), 1);
    capture_end(&c);
    assert_err("grows by 4.0 KiB per frame");
    fp__ledger_finish(&ledger);
    fp_text_clear(&text);
    make(&ledger, 60, 0);
    fp__ledger_tell(&ledger, &text);
    assert_has(fp_text_string(&text),
               "memory: too few frames to judge (70 in each of 2 workers); ");
    fp__ledger_finish(&ledger);
    fp_text_finish(&text);
}

static struct fp__record
picture(double t, double rss)
{
    return (struct fp__record){
        .sampled = true, .sample = {.t = t, .rss_total = 2 * rss, .x = {[FP_METRIC_RSS] = rss}}};
}

static void
resident_memory_is_that_of_all(void **state)
{
    (void)state;
    struct fp__ledger ledger;
    struct fp__record record = picture(1, 1e9);
    assert_true(fp__ledger_init(&ledger, "frame", 100000, 2, 1.5e9));
    assert_int_equal(fp__ledger_every(&ledger), 1);
    assert_int_equal(fp__ledger_picture(&ledger, NULL, 0, &record), 0);
    struct capture c = capture_begin();
    assert_int_equal(fp__ledger_picture(&ledger, NULL, 1, &record), 1);
    capture_end(&c);
    assert_err("resident memory is 1.9 GiB, more than --max-rss 1.4 GiB");
    fp__ledger_finish(&ledger);
    fp_context_destroy(NULL);
}

static void
a_successor_begins_anew(void **state)
{
    (void)state;
    struct fp__ledger ledger;
    assert_true(fp__ledger_init(&ledger, "frame", 500, 2, 0));
    for (double t = 1; t <= 100; t++) {
        struct fp__record record = picture(t, t * 1e6);
        assert_int_equal(fp__ledger_picture(&ledger, NULL, 1, &record), 0);
    }
    assert_int_equal(ledger.each[1].finding.samples.n, 100);
    fp__ledger_replace(&ledger, 1);
    struct fp__record record = picture(1, 5);
    record.settled = true;
    record.memory.objects = 7;
    assert_int_equal(fp__ledger_picture(&ledger, NULL, 1, &record), 0);
    assert_int_equal(ledger.each[1].finding.samples.n, 1);
    assert_int_equal(ledger.each[1].frames, 1);
    assert_int_equal(ledger.each[1].first.objects, 7);
    fp__ledger_finish(&ledger);
    fp_context_destroy(NULL);
}

static void
samples_go_where_they_were_asked(void **state)
{
    (void)state;
    struct fp__ledger ledger;
    struct fp__settings settings = {.max_growth = NAN};
    struct fp__recorded recorded;
    make(&ledger, 80, 0);
    assert_int_equal(fp__ledger_account(&ledger, NULL, &settings, 0), 0);
    settings.rss = temp_path("rss.csv");
    settings.rss_plot = temp_path("rss.png");
    assert_int_equal(fp__ledger_account(&ledger, NULL, &settings, 0), 0);
    assert_int_equal(fp__recorded_read(NULL, settings.rss, &recorded), 0);
    assert_int_equal(recorded.count, 2);
    assert_string_equal(recorded.findings[1].name, "worker 2");
    assert_int_equal(recorded.findings[1].samples.n, 80);
    fp__recorded_finish(&recorded);
    char *png = read_file(settings.rss_plot, NULL);
    assert_memory_equal(png, "\x89PNG", 4);
    free(png);
    fp__ledger_finish(&ledger);
    fp_context_destroy(NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(the_worst_process_is_told_and_limited),
        world_test(resident_memory_is_that_of_all),
        world_test(a_successor_begins_anew),
        world_test(samples_go_where_they_were_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
