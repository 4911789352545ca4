/* SPDX-License-Identifier: MIT */
/* test_picture.c: runs drawn, whatever was measured of them. */
#include "cli/check/picture.h"

#include <string.h>

#include "unit/cli/capture.h"
#include "unit/cli/samples.h"

/* Draws them into a file and gives its size in pixels. */
static void
draw(const struct fp__finding *findings, size_t count, unsigned size[2])
{
    size_t n;
    assert_int_equal(fp__picture_save(NULL, temp_path("mem.png"), findings, count), 0);
    unsigned char *png = read_file(temp_path("mem.png"), &n);
    assert_true(n > 1000);
    for (int i = 0; i < 2; i++) {
        const unsigned char *p = png + 16 + 4 * i; /* IHDR: width and height, big-endian */
        size[i] = (unsigned)p[0] << 24 | (unsigned)p[1] << 16 | (unsigned)p[2] << 8 | p[3];
    }
    free(png);
    fp_context_destroy(NULL);
}

static void
forget(struct fp__finding *f, enum fp_metric metric)
{
    for (size_t i = 0; i < f->samples.n; i++)
        f->samples.x[metric][i] = NAN;
}

static void
objects_have_a_row_below(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    struct fp__finding f[2] = {made_up("none", 200, 240000, 2), made_up("clf", 300, 0, 0)};
    unsigned one[2], two[2], without[2];
    fp__finding_judge(&f[0], &settings);
    fp__finding_judge(&f[1], &settings);
    draw(f, 1, one);
    draw(f, 2, two);
    assert_int_equal(one[1], two[1]);
    assert_true(one[0] == 720 && two[0] == 660);
    forget(&f[1], FP_METRIC_OBJECTS);
    draw(&f[1], 1, without); /* files and threads stay: nothing to see */
    assert_true(without[1] < one[1]);
    for (size_t i = 0; i < f[1].samples.n; i++)
        f[1].samples.x[FP_METRIC_FILES][i] = (double)i;
    fp__finding_judge(&f[1], &settings);
    draw(&f[1], 1, without);
    assert_int_equal(without[1], one[1]);
    fp__finding_finish(&f[0]);
    fp__finding_finish(&f[1]);
}

static void
little_is_drawn_too(void **state)
{
    (void)state;
    struct fp__check_settings settings = usual();
    static const char *const names[] = {
        "n", "\xec\x8b\x9c\xed\x97\x98 \xec\x8b\x9c\xed\x97\x98 \xec\x8b\x9c\xed\x97\x98",
        "\xff\xfe"};
    unsigned size[2];
    for (size_t n = 0; n < 3; n++) {
        struct fp__finding f = made_up(names[n], n, 0, 0);
        fp__finding_judge(&f, &settings);
        draw(&f, 1, size);
        if (n > 0)
            f.samples.t[0] = f.samples.t[n - 1] = 0; /* no time at all */
        draw(&f, 1, size);
        for (enum fp_metric m = 0; m < FP_METRICS; m++)
            forget(&f, m);
        fp__finding_judge(&f, &settings);
        draw(&f, 1, size);
        fp__finding_finish(&f);
    }
}

static void
what_cannot_be_written_is_told(void **state)
{
    (void)state;
    struct fp__finding f = made_up("clf", 80, 0, 0);
    struct capture c = capture_begin();
    int code = fp__picture_save(NULL, temp_path("no/folder.png"), &f, 1);
    capture_end(&c);
    assert_int_equal(code, 4);
    assert_err("no/folder.png");
    fp__finding_finish(&f);
    fp_context_destroy(NULL);
}

static int
draw_once(void *arg)
{
    struct capture c = capture_begin();
    int code = fp__picture_save(NULL, temp_path("torture.png"), arg, 1);
    capture_end(&c);
    fp_context_destroy(NULL);
    return code;
}

static void
exhaustion_is_survived(void **state)
{
    (void)state;
    static double room[100];
    static struct fp__finding f = {.name = "clf"};
    f.samples = (struct fp__samples){.n = 5, .room = 5};
    f.samples.t = f.samples.seconds = f.samples.heap_free = f.samples.rss_total = f.samples.cpu =
        room;
    for (int m = 0; m < FP_METRICS; m++)
        f.samples.x[m] = room + 10 * m;
    for (int i = 0; i < 100; i++)
        room[i] = i;
    torture(draw_once, &f, 23);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(objects_have_a_row_below),
        world_test(little_is_drawn_too),
        world_test(what_cannot_be_written_is_told),
        world_test(exhaustion_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
