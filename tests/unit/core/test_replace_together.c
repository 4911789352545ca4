/* SPDX-License-Identifier: MIT */
/* test_replace_together.c: several processes and one name; full disks and folders that refuse. */
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit/core/replacing.h"

#define LARGE 65536

static bool
message_has(const char *part)
{
    return strstr(fp_context_message(NULL), part) != NULL;
}

static unsigned char large[4 * LARGE];

/* Ends a child with nothing left, for a checker of leaks looks at children too. */
_Noreturn static void
leave(int status)
{
    fp_context_destroy(NULL);
    _exit(status);
}

/* The exit status of a child that ended by itself. */
static int
status_of(pid_t child)
{
    int status = -1;

    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* --- leftovers and locks ---------------------------------------------------------------------- */

/* Begins to write and dies of it. */
static void
leave_half_a_file(const char *path, const char *half)
{
    pid_t child = fork();
    struct fp__replace *file;

    if (child == 0) {
        bool begun = fp__replace_begin(NULL, path, &file) == FP_OK &&
                     fp__replace_write(file, half, strlen(half)) == FP_OK;

        _exit(begun ? 0 : 1);
    }
    assert_int_equal(status_of(child), 0);
}

static void
a_leftover_is_taken_over(void **state)
{
    const char *folder = own_folder("leftover");
    const char *path = temp_path("leftover/a");

    (void)state;
    write_file(path, "old", 3);
    leave_half_a_file(path, "half of a much longer file");
    assert_contents(path, "old");
    assert_int_equal(count_files(folder), 2);
    leave_half_a_file(path, "again");
    assert_int_equal(count_files(folder), 2);
    assert_int_equal(replace(path, "new"), FP_OK);
    assert_contents(path, "new");
    assert_int_equal(count_files(folder), 1);
}

static void
other_names_leftovers_are_left_alone(void **state)
{
    const char *folder = own_folder("others");

    (void)state;
    leave_half_a_file(temp_path("others/a"), "half");
    assert_int_equal(replace(temp_path("others/b"), "new"), FP_OK);
    assert_int_equal(count_files(folder), 2);
}

/* Begins, says so, and commits when told to. */
static pid_t
begin_in_a_child(const char *path, int said, int told)
{
    pid_t child = fork();
    struct fp__replace *file;
    char byte = 0;

    if (child != 0)
        return child;
    if (fp__replace_begin(NULL, path, &file) != FP_OK || write(said, &byte, 1) != 1 ||
        read(told, &byte, 1) != 1 || fp__replace_write(file, "theirs", 6) != FP_OK)
        _exit(1);
    _exit(fp__replace_commit(file) == FP_OK ? 0 : 1);
}

static void
a_name_being_written_is_refused(void **state)
{
    const char *folder = own_folder("locked");
    const char *path = temp_path("locked/a");
    int said[2], told[2];
    char byte = 0;
    pid_t child;

    (void)state;
    assert_int_equal(pipe(said) | pipe(told), 0);
    child = begin_in_a_child(path, said[1], told[0]);
    assert_int_equal(read(said[0], &byte, 1), 1);
    assert_int_equal(replace(path, "ours"), FP_ERR_OUTPUT);
    assert_true(message_has("locked/a: another process is writing this file"));
    assert_string_equal(fp_context_hint(NULL), "wait for it, or choose another name");
    assert_int_equal(count_files(folder), 1); /* theirs, which we must not remove */
    assert_int_equal(write(told[1], &byte, 1), 1);
    assert_int_equal(status_of(child), 0);
    assert_contents(path, "theirs");
    assert_int_equal(replace(path, "ours"), FP_OK);
    assert_contents(path, "ours");
    assert_int_equal(count_files(folder), 1);
    for (int i = 0; i < 2; i++) {
        close(said[i]);
        close(told[i]);
    }
}

static void
one_process_cannot_write_a_name_twice_at_once(void **state)
{
    const char *path = temp_path("twice");
    struct fp__replace *file;

    (void)state;
    assert_int_equal(fp__replace_begin(NULL, path, &file), FP_OK);
    assert_int_equal(replace(path, "second"), FP_ERR_OUTPUT);
    assert_int_equal(fp__replace_write(file, "first", 5), FP_OK);
    assert_int_equal(fp__replace_commit(file), FP_OK);
    assert_contents(path, "first");
}

/* --- 200 at once ------------------------------------------------------------------------------ */

#define WRITERS 200

/* 0: written; 1: refused because another was at it; 2: anything else. */
static int
write_all_of_one_letter(const char *path, char letter)
{
    struct fp__replace *file;
    enum fp_status status;

    memset(large, letter, LARGE);
    status = fp__replace_begin(NULL, path, &file);
    if (status != FP_OK)
        return message_has("another process is writing") ? 1 : 2;
    for (size_t done = 0; done < LARGE && status == FP_OK; done += LARGE / 16)
        status = fp__replace_write(file, large + done, LARGE / 16);
    if (status != FP_OK) {
        fp__replace_abandon(file);
        return 2;
    }
    return fp__replace_commit(file) == FP_OK ? 0 : 2;
}

/* Every child waits until the pipe is closed, so that all begin at once. */
static pid_t
start_writer(const char *path, int i, const int gate[2])
{
    pid_t child = fork();
    char byte;

    if (child != 0)
        return child;
    close(gate[1]);
    if (read(gate[0], &byte, 1) != 0)
        leave(2);
    leave(write_all_of_one_letter(path, (char)('A' + i % 50)));
}

static void
of_many_writers_one_leaves_its_whole_file(void **state)
{
    const char *folder = own_folder("many");
    const char *path = temp_path("many/a");
    pid_t children[WRITERS];
    int gate[2], written = 0;
    size_t size;
    char *bytes;

    (void)state;
    assert_int_equal(pipe(gate), 0);
    for (int i = 0; i < WRITERS; i++)
        children[i] = start_writer(path, i, gate);
    close(gate[0]);
    close(gate[1]);
    for (int i = 0; i < WRITERS; i++) {
        int status = status_of(children[i]);

        assert_in_range(status, 0, 1);
        written += status == 0;
    }
    assert_true(written > 0);
    bytes = read_file(path, &size);
    assert_int_equal(size, LARGE);
    for (size_t i = 1; i < size; i++)
        if (bytes[i] != bytes[0])
            fail_msg("byte %zu is of another writer", i);
    free(bytes);
    assert_int_equal(count_files(folder), 1);
}

/* --- what the system refuses ------------------------------------------------------------------ */

/* A file may not grow beyond 10,000 bytes: the first write is short, the next one fails. */
static void
a_short_write_leaves_the_old_file(void **state)
{
    const char *folder = own_folder("full");
    const char *path = temp_path("full/a");
    struct rlimit before, small;
    enum fp_status status;
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);

    (void)state;
    write_file(path, "old", 3);
    getrlimit(RLIMIT_FSIZE, &before);
    small = before;
    small.rlim_cur = 10000;
    setrlimit(RLIMIT_FSIZE, &small);
    status = fp__file_replace(NULL, path, large, LARGE);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, handler);
    assert_int_equal(status, FP_ERR_OUTPUT);
    assert_true(message_has("full/a: cannot be written: File too large"));
    assert_contents(path, "old");
    assert_int_equal(count_files(folder), 1);
}

/* Every byte of a pipe's worth many times over, in the order written. */
static void
a_slow_reader_gets_everything(void **state)
{
    const char *path = temp_path("slow");
    pid_t child;

    (void)state;
    for (size_t i = 0; i < sizeof large; i++)
        large[i] = (unsigned char)(i % 251);
    assert_int_equal(mkfifo(path, 0600), 0);
    child = fork();
    if (child == 0) {
        FILE *pipe = fopen(path, "rb");
        size_t i = 0;

        for (int byte; pipe && (byte = getc(pipe)) == large[i % sizeof large]; i++)
            continue;
        if (pipe)
            fclose(pipe);
        leave(i == sizeof large ? 0 : 1);
    }
    assert_int_equal(fp__file_replace(NULL, path, large, sizeof large), FP_OK);
    assert_int_equal(status_of(child), 0);
}

/* As somebody else when we are root, whom no folder refuses. */
static void
a_folder_may_refuse(void **state)
{
    const char *folder = own_folder("read-only");
    const char *path = temp_path("read-only/a");
    pid_t child;

    (void)state;
    write_file(path, "old", 3);
    assert_int_equal(chmod(temp_dir(), 0755) | chmod(folder, 0555), 0);
    child = fork();
    if (child == 0) {
        if (geteuid() == 0 && seteuid(65534) != 0)
            leave(1);
        leave(replace(path, "new") == FP_ERR_OUTPUT &&
                      message_has("read-only/a: cannot be written: permission denied")
                  ? 0
                  : 2);
    }
    assert_int_equal(status_of(child), 0);
    assert_int_equal(chmod(folder, 0755), 0);
    assert_contents(path, "old");
    assert_int_equal(count_files(folder), 1);
}

/* --- without locks ---------------------------------------------------------------------------- */

/* From now on flock answers as it does where a file system has none. */
static bool
take_locks_away(void)
{
    struct sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_flock, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog filter = {sizeof code / sizeof code[0], code};

    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

static void
a_file_system_without_locks_is_written(void **state)
{
    const char *folder = own_folder("lockless");
    char path[600];
    int status;
    pid_t child;

    (void)state;
    snprintf(path, sizeof path, "%s/file", folder);
    child = fork();
    if (child == 0)
        _exit(!take_locks_away() ? 77 : replace(path, "new contents") == FP_OK ? 0 : 1);
    assert_int_equal(waitpid(child, &status, 0), child);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 77)
        skip(); /* no seccomp here */
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_contents(path, "new contents");
    assert_int_equal(count_files(folder), 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_leftover_is_taken_over),
        world_test(other_names_leftovers_are_left_alone),
        world_test(a_name_being_written_is_refused),
        world_test(one_process_cannot_write_a_name_twice_at_once),
        world_test(of_many_writers_one_leaves_its_whole_file),
        world_test(a_short_write_leaves_the_old_file),
        world_test(a_slow_reader_gets_everything),
        world_test(a_folder_may_refuse),
        world_test(a_file_system_without_locks_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
