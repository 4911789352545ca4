/* SPDX-License-Identifier: MIT */
/* test_piped.c: pictures and tables that come through a pipe, alone and one after the other. */
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit/data/files.h"
#include "unit/data/png_bytes.h"

/* Writes slowly at first, so that a reader that takes what is there gets pieces. */
static void
write_slowly(const char *path, const unsigned char *bytes, size_t n)
{
    int fd = open(path, O_WRONLY);

    for (size_t at = 0; at < n;) {
        ssize_t k = write(fd, bytes + at, at < 20 ? 1 : n - at);

        if (k < 0) {
            break;
        }
        at += (size_t)k;
        usleep(at < 20 ? 500 : 0);
    }
    close(fd);
    _exit(0);
}

/* Frames from a pipe that these bytes go through; the child is waited for by close_pipe. */
static struct fp_frames *
open_pipe(const void *bytes, size_t n, const struct fp_frames_options *options, pid_t *child)
{
    const char *path = temp_path("pipe");

    unlink(path);
    assert_int_equal(mkfifo(path, 0600), 0);
    *child = fork();
    if (*child == 0) {
        write_slowly(path, bytes, n);
    }
    return fp_frames_open_with(NULL, path, options);
}

static void
close_pipe(struct fp_frames *frames, pid_t child)
{
    fp_unref(frames);
    assert_int_equal(waitpid(child, NULL, 0), child);
}

/* The sums of the frames' values, one after the other: "10 20 !" with the failure at the end. */
static void
check(const void *bytes, size_t n, const char *expected)
{
    struct fp_frames_place place;
    struct fp_array *frame;
    char text[200] = "";
    size_t at = 0;
    pid_t child;
    struct fp_frames_options options = fp_frames_defaults();
    struct fp_frames *frames = open_pipe(bytes, n, &options, &child);
    enum fp_status status = frames ? FP_OK : FP_ERR_INPUT;

    while (status == FP_OK) {
        struct fp_stats stats;

        status = fp_frames_next(frames, &frame, &place);
        if (status < 0 || !frame) {
            break;
        }
        assert_int_equal(fp_array_stats(frame, &stats), FP_OK);
        at +=
            (size_t)snprintf(text + at, sizeof text - at, "%g ", stats.mean * (double)stats.count);
        fp_unref(frame);
    }
    if (status < 0) {
        snprintf(text + at, sizeof text - at, "!");
        assert_int_equal(status, FP_ERR_INPUT);
    }
    assert_string_equal(text, expected);
    close_pipe(frames, child);
}

#define CHECK(bytes, expected) check(bytes, sizeof(bytes) - 1, expected)

static void
netpbm_pictures_follow_each_other(void **state)
{
    (void)state;
    CHECK("P5 2 1 255 \1\2", "3 ");
    CHECK("P5 2 1 255 \1\2P5 2 1 255 \3\4P5 1 1 255 \5", "3 7 5 ");
    CHECK("P5 2 1 255 \1\2P5 2 1 255 \3", "3 !");
    CHECK("P4 9 1 \xff\x80P4 2 1 \x40", "9 1 ");
    CHECK("Pf 1 2 1 \x3f\x80\0\0\x40\0\0\0Pf 1 1 1 \x40\x40\0\0", "3 3 ");
    CHECK("P2 2 1 9\n1 2\n", "3 ");
    CHECK("P2 2 1 9\n1", "!");
}

static void
a_table_is_read_to_its_end(void **state)
{
    (void)state;
    CHECK("a,b\n1,2\n3,4\n", "10 ");
    CHECK("5", "5 ");
    CHECK("1,2\n3,x\n", "!");
}

/* Nobody knows beforehand how much will come. */
static void
a_text_without_end_is_refused(void **state)
{
    struct fp_frames_options options = fp_frames_defaults();
    enum { SIZE = 300000 };
    char *text = malloc(SIZE);
    struct fp_frames *frames;
    pid_t child;

    (void)state;
    assert_non_null(text);
    memset(text, '\n', SIZE);
    options.limits.text = SIZE - 1;
    frames = open_pipe(text, SIZE, &options, &child);
    assert_null(frames);
    assert_failed(FP_ERR_INPUT, "has more than 299999 bytes of text");
    close_pipe(frames, child);
    free(text);
}

static void
png_pictures_follow_each_other(void **state)
{
    struct png_plan plan = {PNG_COLOR_TYPE_GRAY, 8, false, false, 90, 70};
    const char *path = temp_path("one.png");

    (void)state;
    for (int interlaced = 0; interlaced < 2; interlaced++) {
        unsigned char *bytes, *twice;
        char expected[60];
        double sum = 0;
        size_t n;

        plan.interlaced = interlaced;
        for (unsigned i = 0; i < 90 * 70; i++) {
            sum += png_plan_value(&plan, i % 90, i / 90, 0);
        }
        png_make(path, &plan);
        bytes = read_file(path, &n);
        twice = malloc(2 * n);
        assert_non_null(twice);
        memcpy(twice, bytes, n);
        memcpy(twice + n, bytes, n);
        snprintf(expected, sizeof expected, "%g %g ", sum, sum);
        check(twice, 2 * n, expected);
        snprintf(expected, sizeof expected, "%g !", sum);
        check(twice, 2 * n - 5, expected);
        free(twice);
        free(bytes);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(netpbm_pictures_follow_each_other),
        world_test(a_table_is_read_to_its_end),
        world_test(a_text_without_end_is_refused),
        world_test(png_pictures_follow_each_other),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
