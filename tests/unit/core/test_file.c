/* SPDX-License-Identifier: MIT */
/* test_file.c: reading through the file door. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/file.h"
#include "unit/support.h"

static void
assert_error(enum fp_status status, const char *path, const char *why, const char *hint)
{
    char message[1100];

    snprintf(message, sizeof message, "%s: %s", path, why);
    assert_int_equal(fp_context_status(NULL), status);
    assert_string_equal(fp_context_message(NULL), message);
    assert_string_equal(fp_context_hint(NULL), hint);
    fp_context_clear_error(NULL);
}

static void
any_part_can_be_read(void **state)
{
    const char *path = temp_path("digits");
    struct fp__file file;
    char bytes[8] = "-------";
    size_t got = 99;

    (void)state;
    write_file(path, "0123456789", 10);
    assert_int_equal(fp__file_open(NULL, path, &file), FP_OK);
    assert_true(file.regular);
    assert_int_equal(file.size, 10);
    assert_int_equal(fp__file_open_count(), 1);
    assert_int_not_equal(fcntl(file.fd, F_GETFD) & FD_CLOEXEC, 0);
    assert_int_equal(fp__file_read_at(NULL, &file, path, bytes, 4, 3, &got), FP_OK);
    assert_int_equal(got, 4);
    assert_string_equal(bytes, "3456---");
    assert_int_equal(fp__file_read_at(NULL, &file, path, bytes, 0, 3, &got), FP_OK);
    assert_int_equal(got, 0);
    fp__file_close(&file);
    assert_int_equal(fp__file_open_count(), 0);
    fp__file_close(&file); /* a file that is not open is fine */
    assert_int_equal(fp__file_open_count(), 0);
}

static void
the_end_makes_the_count_short(void **state)
{
    const char *path = temp_path("short");
    struct fp__file file;
    char bytes[100];
    size_t got;

    (void)state;
    write_file(path, "0123456789", 10);
    assert_int_equal(fp__file_open(NULL, path, &file), FP_OK);
    assert_int_equal(fp__file_read_at(NULL, &file, path, bytes, 100, 4, &got), FP_OK);
    assert_int_equal(got, 6);
    assert_memory_equal(bytes, "456789", 6);
    assert_int_equal(fp__file_read_at(NULL, &file, path, bytes, 1, 10, &got), FP_OK);
    assert_int_equal(got, 0);
    assert_int_equal(fp__file_read_at(NULL, &file, path, bytes, 1, 1u << 30, &got), FP_OK);
    assert_int_equal(got, 0);
    fp__file_close(&file);
}

static void
a_file_that_shrinks_is_read_as_far_as_it_goes(void **state)
{
    const char *path = temp_path("shrinking");
    char *large = calloc(1, 1 << 20);
    struct fp__file file;
    size_t got;

    (void)state;
    write_file(path, large, 1 << 20);
    assert_int_equal(fp__file_open(NULL, path, &file), FP_OK);
    assert_int_equal(fp__file_read_at(NULL, &file, path, large, 1 << 20, 0, &got), FP_OK);
    assert_int_equal(got, 1 << 20);
    assert_int_equal(truncate(path, 1000), 0);
    assert_int_equal(fp__file_read_at(NULL, &file, path, large, 1 << 20, 0, &got), FP_OK);
    assert_int_equal(got, 1000);
    assert_int_equal(fp__file_read_at(NULL, &file, path, large, 1 << 20, 5000, &got), FP_OK);
    assert_int_equal(got, 0);
    assert_int_equal(file.size, 1 << 20); /* what it was when opened */
    fp__file_close(&file);
    free(large);
}

static void
what_cannot_be_opened_says_why(void **state)
{
    const char *missing = temp_path("missing.npy");
    const char *file_path = temp_path("plain"), *below = temp_path("plain/below");
    struct fp__file file = {.fd = 77};
    char long_name[400], hint[600];

    (void)state;
    assert_int_equal(fp__file_open(NULL, missing, &file), FP_ERR_INPUT);
    assert_error(FP_ERR_INPUT, missing, "cannot be read: no such file or folder",
                 "check the name and the folder you are in");
    write_file(file_path, "", 0);
    assert_int_equal(fp__file_open(NULL, below, &file), FP_ERR_INPUT);
    assert_error(FP_ERR_INPUT, below, "cannot be read: Not a directory",
                 "check the disk and the file");
    assert_int_equal(fp__file_open(NULL, temp_dir(), &file), FP_ERR_INPUT);
    snprintf(hint, sizeof hint, "name the files in it: %s/*", temp_dir());
    assert_error(FP_ERR_INPUT, temp_dir(), "is a folder", hint);
    memset(long_name, 'x', sizeof long_name);
    long_name[sizeof long_name - 1] = '\0';
    assert_int_equal(fp__file_open(NULL, long_name, &file), FP_ERR_INPUT);
    assert_error(FP_ERR_INPUT, long_name, "cannot be read: the name is too long",
                 "check the disk and the file");
    assert_int_equal(file.fd, 77); /* untouched */
}

static void
devices_are_not_regular(void **state)
{
    struct fp__file file;
    char bytes[4] = "abc";
    size_t got;

    (void)state;
    assert_int_equal(fp__file_open(NULL, "/dev/zero", &file), FP_OK);
    assert_false(file.regular);
    assert_int_equal(file.size, 0);
    assert_int_equal(fp__file_read_at(NULL, &file, "/dev/zero", bytes, 4, 0, &got), FP_OK);
    assert_int_equal(got, 4);
    assert_memory_equal(bytes, "\0\0\0\0", 4);
    fp__file_close(&file);
}

/* One's own memory cannot be read at address 0. */
static void
an_error_in_reading_stores_no_count(void **state)
{
    struct fp__file file;
    char byte;
    size_t got = 5;

    (void)state;
    assert_int_equal(fp__file_open(NULL, "/proc/self/mem", &file), FP_OK);
    assert_int_equal(fp__file_read_at(NULL, &file, "memory", &byte, 1, 0, &got), FP_ERR_INPUT);
    assert_error(FP_ERR_INPUT, "memory", "cannot be read: input/output error",
                 "check the disk and the file");
    assert_int_equal(got, 5);
    fp__file_close(&file);
}

static void
the_process_is_counted(void **state)
{
    const char *path = temp_path("counted");
    size_t before, after, threads = 0;
    struct fp__file file;

    (void)state;
    write_file(path, "", 0);
    assert_int_equal(fp__file_count_self(NULL, &before, &threads), FP_OK);
    assert_int_equal(before, count_files("/proc/self/fd") - 1);
    assert_int_equal(threads, count_files("/proc/self/task"));
    assert_int_equal(fp__file_open(NULL, path, &file), FP_OK);
    assert_int_equal(fp__file_count_self(NULL, &after, &threads), FP_OK);
    assert_int_equal(after, before + 1);
    fp__file_close(&file);
}

static int
read_and_count(void *path)
{
    struct fp__file file;
    size_t descriptors, threads, got;
    char bytes[10];
    enum fp_status status = fp__file_open(NULL, path, &file);

    if (status != FP_OK)
        return 1;
    status = fp__file_read_at(NULL, &file, path, bytes, sizeof bytes, 0, &got);
    fp__file_close(&file);
    if (status == FP_OK)
        status = fp__file_count_self(NULL, &descriptors, &threads);
    return status != FP_OK;
}

static void
every_failing_call_is_survived(void **state)
{
    char *path = strdup(temp_path("tortured"));

    (void)state;
    write_file(path, "0123456789", 10);
    torture(read_and_count, path, 1);
    free(path);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(any_part_can_be_read),
        world_test(the_end_makes_the_count_short),
        world_test(a_file_that_shrinks_is_read_as_far_as_it_goes),
        world_test(what_cannot_be_opened_says_why),
        world_test(devices_are_not_regular),
        world_test(an_error_in_reading_stores_no_count),
        world_test(the_process_is_counted),
        world_test(every_failing_call_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
