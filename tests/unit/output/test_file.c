/* SPDX-License-Identifier: MIT */
/* test_file.c: whole files written and read. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "flatplot/output.h"
#include "unit/support.h"

static void
what_is_written_is_read(void **state)
{
    (void)state;
    static const char text[] = "one\0two";
    const char *path = temp_path("text");
    char *bytes = NULL;
    size_t n = 0;
    assert_int_equal(fp_file_write(NULL, path, text, sizeof text - 1), FP_OK);
    assert_int_equal(fp_file_read_all(NULL, path, 7, &bytes, &n), FP_OK);
    assert_int_equal(n, 7);
    assert_memory_equal(bytes, text, 8); /* and a NUL */
    fp_free(bytes);
    assert_int_equal(fp_file_write(NULL, path, "", 0), FP_OK);
    assert_int_equal(fp_file_read_all(NULL, path, 7, &bytes, &n), FP_OK);
    assert_int_equal(n, 0);
    assert_string_equal(bytes, "");
    fp_free(bytes);
    fp_context_destroy(NULL);
}

static void
what_cannot_be_read_is_refused(void **state)
{
    (void)state;
    const char *path = temp_path("large");
    const char *fifo = temp_path("fifo");
    char *bytes = NULL;
    size_t n = 99;
    write_file(path, "12345678", 8);
    mkfifo(fifo, 0600);
    assert_int_equal(fp_file_read_all(NULL, path, 7, &bytes, &n), FP_ERR_INPUT);
    assert_non_null(strstr(fp_context_message(NULL), "more than 7 bytes"));
    assert_int_equal(fp_file_read_all(NULL, fifo, 7, &bytes, &n), FP_ERR_INPUT);
    assert_int_equal(fp_file_read_all(NULL, temp_dir(), 7, &bytes, &n), FP_ERR_INPUT);
    assert_int_equal(fp_file_read_all(NULL, temp_path("none"), 7, &bytes, &n), FP_ERR_INPUT);
    assert_int_equal(fp_file_write(NULL, temp_path("no/file"), "x", 1), FP_ERR_OUTPUT);
    assert_null(bytes);
    assert_int_equal(n, 99);
    fp_context_destroy(NULL);
}

static int
write_and_read(void *arg)
{
    char *bytes = NULL;
    size_t n;
    (void)arg;
    int failed = fp_file_write(NULL, temp_path("torture"), "text", 4) != FP_OK ||
                 fp_file_read_all(NULL, temp_path("torture"), 100, &bytes, &n) != FP_OK;
    if (!failed)
        assert_memory_equal(bytes, "text", 5);
    fp_free(bytes);
    fp_context_destroy(NULL);
    return failed;
}

static void
every_failure_is_survived(void **state)
{
    (void)state;
    torture(write_and_read, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(what_is_written_is_read),
        world_test(what_cannot_be_read_is_refused),
        world_test(every_failure_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
