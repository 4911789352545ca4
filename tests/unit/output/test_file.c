/* SPDX-License-Identifier: MIT */
/* test_file.c: whole files written and read. */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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

/* --- Files of lines --------------------------------------------------------------------------- */

static void
assert_lines(const char *path, const char *expected)
{
    char *bytes = NULL;
    size_t n = 0;
    assert_int_equal(fp_file_read_all(NULL, path, 100, &bytes, &n), FP_OK);
    assert_string_equal(bytes, expected);
    fp_free(bytes);
}

static enum fp_status
begin(const char *path, struct fp_lines **lines)
{
    *lines = NULL;
    return fp_lines_begin(NULL, path, "one\n", 4, NULL, NULL, lines);
}

static void
lines_come_behind(void **state)
{
    (void)state;
    const char *path = temp_path("lines");
    struct fp_lines *lines;
    write_file(path, "what was there before", 21);
    assert_int_equal(begin(path, &lines), FP_OK);
    assert_lines(path, "one\n");
    assert_int_equal(fp_lines_add(lines, "two\n", 4), FP_OK);
    assert_int_equal(fp_lines_add(lines, "", 0), FP_OK);
    assert_int_equal(fp_lines_add(lines, "three\n", 6), FP_OK);
    assert_lines(path, "one\ntwo\nthree\n");
    assert_int_equal(fp_lines_end(lines), FP_OK);
    assert_int_equal(fp_lines_end(NULL), FP_OK);
    static const char *const wrong[] = {"/dev/full", "no/file", "."};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(begin(wrong[i], &lines), FP_ERR_OUTPUT);
        assert_false(fp_lines_reader_left(lines));
        assert_int_equal(fp_lines_end(lines), FP_OK);
    }
    fp_context_destroy(NULL);
}

static void
a_full_disk_cuts_no_line(void **state)
{
    (void)state;
    const char *path = temp_path("full");
    struct fp_lines *lines;
    struct rlimit before, limit;
    getrlimit(RLIMIT_FSIZE, &before);
    limit = (struct rlimit){.rlim_cur = 10, .rlim_max = before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(begin(path, &lines), FP_OK);
    setrlimit(RLIMIT_FSIZE, &limit);
    assert_int_equal(fp_lines_add(lines, "two\n", 4), FP_OK);
    assert_int_equal(fp_lines_add(lines, "three\n", 6), FP_ERR_OUTPUT);
    setrlimit(RLIMIT_FSIZE, &before);
    assert_false(fp_lines_reader_left(lines));
    fp_lines_end(lines);
    assert_lines(path, "one\ntwo\n");
    fp_context_destroy(NULL);
}

static bool
third_time(void *data)
{
    return ++*(int *)data == 3;
}

static void
fifos_are_waited_for(void **state)
{
    (void)state;
    const char *path = temp_path("fifo of lines");
    struct fp_lines *lines = NULL;
    int asked = 0;
    char bytes[16] = "";
    signal(SIGPIPE, SIG_IGN);
    mkfifo(path, 0600);
    assert_int_equal(fp_lines_begin(NULL, path, "one\n", 4, third_time, &asked, &lines),
                     FP_ERR_OUTPUT);
    assert_int_equal(asked, 3);
    fp_lines_end(lines);
    int fd = open(path, O_RDONLY | O_NONBLOCK);
    assert_int_equal(begin(path, &lines), FP_OK);
    assert_int_equal(fp_lines_add(lines, "two\n", 4), FP_OK);
    assert_int_equal(read(fd, bytes, 15), 8);
    assert_string_equal(bytes, "one\ntwo\n");
    close(fd);
    assert_false(fp_lines_reader_left(lines));
    assert_int_equal(fp_lines_add(lines, "three\n", 6), FP_ERR_OUTPUT);
    assert_true(fp_lines_reader_left(lines));
    fp_lines_end(lines);
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

enum { MUCH = 200000 };

/* A process that writes into a FIFO. */
static pid_t
write_much(const char *fifo)
{
    pid_t child = fork();
    if (child == 0) {
        char *bytes = calloc(1, MUCH);
        int fd = open(fifo, O_WRONLY);
        size_t done = 0;
        bytes[MUCH - 1] = 'z';
        signal(SIGPIPE, SIG_IGN);
        for (ssize_t n = 1; n > 0 && done < MUCH; done += (size_t)n)
            n = write(fd, bytes + done, MUCH - done);
        _exit(0);
    }
    return child;
}

static void
streams_are_read_to_their_end(void **state)
{
    (void)state;
    const char *fifo = temp_path("stream");
    char *bytes = NULL;
    size_t n = 0;
    mkfifo(fifo, 0600);
    pid_t child = write_much(fifo);
    assert_int_equal(fp_file_read_stream(NULL, fifo, MUCH, &bytes, &n), FP_OK);
    assert_int_equal(n, MUCH);
    assert_true(bytes[MUCH - 1] == 'z' && bytes[MUCH] == '\0');
    fp_free(bytes);
    waitpid(child, NULL, 0);
    child = write_much(fifo);
    assert_int_equal(fp_file_read_stream(NULL, fifo, MUCH - 1, &bytes, &n), FP_ERR_INPUT);
    waitpid(child, NULL, 0);
    write_file(temp_path("plain"), "text", 4);
    assert_int_equal(fp_file_read_stream(NULL, temp_path("plain"), 4, &bytes, &n), FP_OK);
    assert_string_equal(bytes, "text");
    fp_free(bytes);
    assert_int_equal(fp_file_read_stream(NULL, temp_path("none"), 4, &bytes, &n), FP_ERR_INPUT);
    fp_context_destroy(NULL);
}

static int
read_standard_input(void *arg)
{
    char *bytes = NULL;
    size_t n = 0;
    (void)arg;
    lseek(STDIN_FILENO, 0, SEEK_SET);
    int failed = fp_file_read_stream(NULL, "-", 10, &bytes, &n) != FP_OK;
    if (!failed)
        assert_memory_equal(bytes, "text", 5);
    fp_free(bytes);
    fp_context_destroy(NULL);
    return failed;
}

/* From here on the program's standard input is that file. */
static void
standard_input_is_read(void **state)
{
    (void)state;
    write_file(temp_path("input"), "text", 4);
    int fd = open(temp_path("input"), O_RDONLY);
    dup2(fd, STDIN_FILENO);
    close(fd);
    torture(read_standard_input, NULL, 1);
}

static int
write_and_read(void *arg)
{
    char *bytes = NULL;
    size_t n;
    struct fp_lines *lines = NULL;
    (void)arg;
    int failed = fp_file_write(NULL, temp_path("torture"), "te", 2) != FP_OK ||
                 fp_lines_begin(NULL, temp_path("torture"), "te", 2, NULL, NULL, &lines) != FP_OK ||
                 fp_lines_add(lines, "xt", 2) != FP_OK;
    failed |= fp_lines_end(lines) != FP_OK;
    failed = failed || fp_file_read_all(NULL, temp_path("torture"), 100, &bytes, &n) != FP_OK;
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
        world_test(lines_come_behind),
        world_test(a_full_disk_cuts_no_line),
        world_test(fifos_are_waited_for),
        world_test(what_is_written_is_read),
        world_test(what_cannot_be_read_is_refused),
        world_test(streams_are_read_to_their_end),
        world_test(standard_input_is_read),
        world_test(every_failure_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
