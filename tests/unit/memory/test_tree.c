/* SPDX-License-Identifier: MIT */
/* test_tree.c: other processes are found, measured and named. */
#include <fcntl.h>
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/file.h"
#include "memory/tree.h"
#include "unit/support.h"

#define MIB (1024 * 1024)
#define ROOM 64

/* Shadow memory is held, too: an eighth of what is used. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

#define SLACK (SANITIZED ? 3 * MIB : MIB / 2)

static struct fp_process rows[ROOM];
static size_t n;
static struct fp_process_sum sum;

/* --- processes to look at --------------------------------------------------------------------- */

/* A child that does something and then waits for us. */
struct child {
    pid_t pid;
    int done;  /* ends when it has done it */
    int go_on; /* it ends when we close this */
};

static void
wait_for_end(int fd)
{
    char byte;

    while (read(fd, &byte, 1) > 0)
        continue;
}

/* To be called by a child: it ends with its parent, which may have ended already. */
static void
die_with(pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(1);
}

static struct child
start(void (*work)(void))
{
    int done[2], go_on[2];
    pid_t us = getpid(), pid;

    assert_int_equal(pipe(done), 0);
    assert_int_equal(pipe(go_on), 0);
    pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        die_with(us);
        close(done[0]);
        close(go_on[1]);
        if (work)
            work();
        close(done[1]);
        wait_for_end(go_on[0]);
        _exit(0);
    }
    close(done[1]);
    close(go_on[0]);
    if (work)
        wait_for_end(done[0]); /* descendants close it, too */
    return (struct child){pid, done[0], go_on[1]};
}

static void
end(struct child *child)
{
    close(child->done);
    close(child->go_on);
    waitpid(child->pid, NULL, 0);
}

static void
list(int pid)
{
    assert_int_equal(fp_process_list(NULL, pid, rows, ROOM, &n), FP_OK);
}

static void
measure(int pid)
{
    list(pid);
    assert_int_equal(fp_process_measure(NULL, rows, n, &sum), FP_OK);
}

static void *
touched(size_t size, int flags)
{
    void *block = mmap(NULL, size, PROT_READ | PROT_WRITE, flags | MAP_ANONYMOUS, -1, 0);

    memset(block, 1, size);
    return block;
}

/* --- the tree --------------------------------------------------------------------------------- */

/* Descendants close their copy of `done` only when they exec or end: here they must not hold it. */
static void
wait_for_the_end_of(pid_t parent)
{
    die_with(parent);
    for (int fd = 3; fd < 64; fd++)
        close(fd);
    pause();
    _exit(0);
}

static void
fork_waiting(void)
{
    pid_t us = getpid();

    if (fork() == 0)
        wait_for_the_end_of(us);
}

static void
have_child_and_grandchild(void)
{
    pid_t us = getpid();
    int ready[2];

    if (pipe(ready) != 0)
        _exit(1);
    if (fork() == 0) {
        fork_waiting();
        close(ready[1]);
        wait_for_the_end_of(us);
    }
    close(ready[1]);
    wait_for_end(ready[0]);
    close(ready[0]);
}

static void
descendants_are_found_below_their_parents(void **state)
{
    struct child child = start(have_child_and_grandchild);

    (void)state;
    list(child.pid);
    assert_int_equal(n, 3);
    assert_int_equal(rows[0].pid, child.pid);
    assert_int_equal(rows[0].parent, getpid());
    assert_int_equal(rows[1].parent, rows[0].pid);
    assert_int_equal(rows[2].parent, rows[1].pid);
    assert_false(rows[0].ended || rows[1].ended || rows[2].ended);
    assert_true(rows[0].started > 0 && rows[0].started <= rows[2].started);
    end(&child);
}

static void *
fork_in_thread(void *forked)
{
    fork_waiting();
    pthread_barrier_wait(forked);
    pause();
    return NULL;
}

static void
have_children_of_threads(void)
{
    static pthread_barrier_t forked;
    pthread_t thread;

    pthread_barrier_init(&forked, NULL, 4);
    for (int i = 0; i < 3; i++)
        pthread_create(&thread, NULL, fork_in_thread, &forked);
    pthread_barrier_wait(&forked);
}

static void
children_of_every_thread_are_found(void **state)
{
    struct child child = start(have_children_of_threads);

    (void)state;
    list(child.pid);
    assert_int_equal(n, 4);
    assert_int_equal(rows[0].threads, 4);
    for (int i = 1; i < 4; i++)
        assert_int_equal(rows[i].parent, child.pid);
    end(&child);
}

static void
the_scan_finds_what_the_lists_have(void **state)
{
    struct child child = start(have_child_and_grandchild);
    struct fp_process scanned[ROOM];
    size_t count = 0;

    (void)state;
    list(child.pid);
    assert_int_equal(fp__process_scan(NULL, child.pid, scanned, ROOM, &count), FP_OK);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(scanned[i].pid, rows[i].pid);
        assert_int_equal(scanned[i].parent, rows[i].parent);
    }
    end(&child);
}

static void
a_zombie_has_ended(void **state)
{
    pid_t pid = fork();
    siginfo_t ended;

    (void)state;
    if (pid == 0)
        _exit(0);
    waitid(P_PID, (id_t)pid, &ended, WEXITED | WNOWAIT);
    list(pid);
    assert_true(rows[0].ended);
    assert_int_equal(fp_process_measure(NULL, rows, n, &sum), FP_OK);
    assert_true(rows[0].ended);
    assert_int_equal(sum.processes, 0);
    assert_int_equal(sum.held, 0);
    assert_int_equal(sum.largest, n);
    waitpid(pid, NULL, 0);
}

static void
one_that_ends_between_the_two_is_ended(void **state)
{
    struct child child = start(NULL);

    (void)state;
    list(child.pid);
    assert_false(rows[0].ended);
    end(&child);
    assert_int_equal(fp_process_measure(NULL, rows, n, &sum), FP_OK);
    assert_true(rows[0].ended);
    assert_int_equal(sum.processes, 0);
}

static void
who_does_not_rest_is_running(void **state)
{
    struct child child = start(NULL);
    pid_t us = getpid(), pid;

    (void)state;
    do /* until it waits for us */
        list(child.pid);
    while (rows[0].running);
    end(&child);
    pid = fork();
    if (pid == 0) {
        die_with(us);
        for (;;)
            continue;
    }
    for (size_t i = 0; i < 10; i++) {
        list(pid);
        assert_true(rows[0].running);
    }
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

static void
no_such_process_is_refused(void **state)
{
    struct child child = start(NULL);

    (void)state;
    end(&child);
    n = 77;
    assert_int_equal(fp_process_list(NULL, child.pid, rows, ROOM, &n), FP_ERR_INPUT);
    assert_non_null(strstr(fp_context_message(NULL), "there is none"));
    assert_int_equal(fp_process_list(NULL, 0, rows, ROOM, &n), FP_ERR_INPUT);
    assert_int_equal(fp_process_list(NULL, -1, rows, ROOM, &n), FP_ERR_INPUT);
    assert_int_equal(n, 77);
}

static void
more_than_there_is_room_for_is_refused(void **state)
{
    struct child child = start(have_child_and_grandchild);

    (void)state;
    assert_int_equal(fp_process_list(NULL, child.pid, rows, 3, &n), FP_OK);
    assert_int_equal(fp_process_list(NULL, child.pid, rows, 2, &n), FP_ERR_LIMIT);
    assert_int_equal(fp__process_scan(NULL, child.pid, rows, 2, &n), FP_ERR_LIMIT);
    end(&child);
}

/* --- what they hold --------------------------------------------------------------------------- */

static void
assert_about(size_t bytes, size_t expected)
{
    assert_in_range(bytes, expected - SLACK, expected + SLACK);
}

/* A fork of it is valgrind again, whose own memory is counted, and comes and goes. */
static bool
in_valgrind(void)
{
    return repeats(1000) < 1000;
}

static size_t
held_after(void (*work)(void))
{
    struct child child = start(work);
    size_t held;

    measure(child.pid);
    assert_int_equal(sum.processes, 1);
    held = sum.held;
    end(&child);
    return held;
}

/* Each kind compared with a child that does nothing. */
static void
work_nothing(void)
{
}

static void
work_touch(void)
{
    touched(16 * MIB, MAP_PRIVATE);
}

static void
work_share(void)
{
    touched(16 * MIB, MAP_SHARED);
}

static void
work_read_file(void)
{
    FILE *file = fopen(temp_path("pages"), "r");
    const volatile char *block = mmap(NULL, 16 * MIB, PROT_READ, MAP_PRIVATE, fileno(file), 0);
    size_t zeros = 0;

    for (size_t i = 0; i < 16 * MIB; i += 4096)
        zeros += block[i] == 0;
    if (zeros != 16 * MIB / 4096)
        _exit(1);
}

static void
held_is_what_was_touched(void **state)
{
    size_t before = held_after(work_nothing);

    (void)state;
    assert_about(held_after(work_touch) - before, 16 * MIB);
    assert_about(held_after(work_share) - before, 16 * MIB);
}

static void
pages_of_files_are_resident_but_not_held(void **state)
{
    char *bytes;
    size_t before, rss;

    (void)state;
    if (in_valgrind())
        skip();
    bytes = calloc(1, 16 * MIB);
    before = held_after(work_nothing);
    rss = sum.rss;
    write_file(temp_path("pages"), bytes, 16 * MIB);
    free(bytes);
    assert_in_range(held_after(work_read_file), 0, before + SLACK);
    assert_about(sum.rss - rss, 16 * MIB);
    assert_true(sum.uss > sum.held + 8 * MIB);
}

static void
work_touch_and_fork(void)
{
    touched(16 * MIB, MAP_PRIVATE);
    fork_waiting();
}

/* What the tree is judged by; with USS a leak of a program that forks would not show. */
static void
a_fork_changes_nothing_but_uss(void **state)
{
    size_t alone, uss;
    struct child child;

    (void)state;
    if (in_valgrind())
        skip();
    alone = held_after(work_touch);
    uss = sum.uss;
    child = start(work_touch_and_fork);
    assert_true(uss > 15 * MIB);
    measure(child.pid);
    assert_int_equal(sum.processes, 2);
    assert_about(sum.held, alone);
    assert_in_range(sum.uss, 0, SANITIZED ? 6 * MIB : 2 * MIB);
    end(&child);
}

static void
work_hold_more_in_the_child(void)
{
    pid_t us = getpid();
    int ready[2];

    if (pipe(ready) != 0)
        _exit(1);
    if (fork() == 0) {
        touched(8 * MIB, MAP_PRIVATE);
        wait_for_the_end_of(us); /* closes `ready`, too */
    }
    close(ready[1]);
    wait_for_end(ready[0]);
    close(ready[0]);
}

static void
the_largest_is_named(void **state)
{
    struct child child = start(work_hold_more_in_the_child);

    (void)state;
    measure(child.pid);
    assert_int_equal(sum.largest, 1);
    assert_true(rows[1].held > rows[0].held + 7 * MIB);
    assert_int_equal(sum.held, rows[0].held + rows[1].held);
    assert_int_equal(sum.threads, 2);
    end(&child);
}

static void
work_open_files(void)
{
    for (int i = 0; i < 5; i++)
        if (dup(0) < 0)
            _exit(1);
}

static void
open_files_are_counted(void **state)
{
    struct child plain = start(work_nothing), more;
    size_t before;

    (void)state;
    measure(plain.pid);
    before = sum.open_files;
    end(&plain);
    assert_true(before >= 3);
    more = start(work_open_files);
    measure(more.pid);
    assert_int_equal(sum.open_files, before + 5);
    end(&more);
}

static void
burn(double seconds)
{
    while ((double)clock() / CLOCKS_PER_SEC < seconds)
        continue;
}

static void
work_burn(void)
{
    burn(0.1);
}

static void
work_wait_for_burning_child(void)
{
    if (fork() == 0) {
        burn(0.2);
        _exit(0);
    }
    wait(NULL);
}

static void
cpu_time_is_counted_with_that_of_ended_children(void **state)
{
    struct child child = start(work_burn);

    (void)state;
    measure(child.pid);
    assert_near(sum.cpu, 0.14, 0.045);
    end(&child);
    child = start(work_wait_for_burning_child); /* its time is known in hundredths of a second */
    measure(child.pid);
    assert_near(sum.cpu, 0.28, 0.11);
    end(&child);
}

/* Only root can become somebody else; for others there is nothing to test. */
static void
of_others_less_is_known(void **state)
{
    int status;
    pid_t pid;

    (void)state;
    if (getuid() != 0)
        skip();
    measure(getpid());
    pid = fork();
    if (pid == 0) {
        bool fine = setgid(65534) == 0 && setuid(65534) == 0 &&
                    fp_process_list(NULL, getppid(), rows, 1, &n) == FP_ERR_LIMIT;
        struct fp_process_sum seen;

        rows[0].pid = getppid();
        rows[0].ended = false;
        fine = fine && fp_process_measure(NULL, rows, 1, &seen) == FP_OK &&
               seen.open_files == FP_UNKNOWN && seen.processes == 1 && seen.held > 100000 &&
               seen.held < 4 * sum.held && seen.rss > seen.held;
        _exit(fine ? 0 : 1);
    }
    waitpid(pid, &status, 0);
    assert_int_equal(status, 0);
}

/* --- who they are ----------------------------------------------------------------------------- */

/* Runs the words and waits until the new program is there. */
static pid_t
run_words(const char *const *words)
{
    pid_t us = getpid(), pid;
    int until_exec[2];

    assert_int_equal(pipe2(until_exec, O_CLOEXEC), 0);
    pid = fork();
    if (pid == 0) {
        die_with(us);
        execvp("sleep", (char *const *)words);
        _exit(1);
    }
    close(until_exec[1]);
    wait_for_end(until_exec[0]);
    close(until_exec[0]);
    return pid;
}

static void
stop(pid_t pid)
{
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

static void
commands_are_one_plain_line(void **state)
{
    const char *const words[] = {"a\nb\x1b", "100", NULL};
    char text[64], dying[64];
    pid_t pid = run_words(words);

    (void)state;
    assert_true(fp_process_command(pid, text, sizeof text));
    assert_string_equal(text, "a?b? 100");
    stop(pid);
    assert_false(fp_process_command(pid, text, sizeof text));
    snprintf(dying, sizeof dying, "process %d", pid);
    assert_string_equal(text, dying);
}

static void
long_commands_are_shortened_between_characters(void **state)
{
    /* The cut falls into the second byte of an é for one of two lengths. */
    const char *const words[] = {"ééééééééééééééééééééééééééééééé", "100", NULL};
    char text[64];
    pid_t pid = run_words(words);

    (void)state;
    for (size_t room = 32; room < 36; room++) {
        size_t length;

        assert_true(fp_process_command(pid, text, room));
        length = strlen(text);
        assert_in_range(length, room - 2, room - 1);
        assert_string_equal(text + length - 3, "…");
        assert_int_equal((length - 3) % 2, 0);
    }
    stop(pid);
}

static void
names_are_found_in_what_is_mapped(void **state)
{
    const char *const names[] = {"libnothing", "libcmocka", "libc.so"};

    (void)state;
    assert_int_equal(fp_process_maps_any(getpid(), names, 3), 1);
    assert_int_equal(fp_process_maps_any(getpid(), names, 1), 1);
    assert_int_equal(fp_process_maps_any(getpid(), names + 2, 1), 0);
    assert_int_equal(fp_process_maps_any(-1, names, 3), 3);
}

/* More mappings than a block has room for, each looked for by its own address. */
static void
no_name_is_lost_between_blocks(void **state)
{
    enum { MAPS = 800 };
    char *block;
    size_t found = 0;

    (void)state;
    if (in_valgrind())
        skip();
    block = mmap(NULL, 2 * MAPS * 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (size_t i = 0; i < MAPS; i++)
        mprotect(block + 2 * i * 4096, 4096, PROT_READ);
    for (size_t i = 0; i < MAPS; i++) {
        char address[64];
        const char *const name = address;
        uintptr_t at = (uintptr_t)(block + 2 * i * 4096);

        snprintf(address, sizeof address, "%zx-%zx r--p", (size_t)at, (size_t)at + 4096);
        found += fp_process_maps_any(getpid(), &name, 1) == 0;
    }
    munmap(block, 2 * MAPS * 4096);
    assert_int_equal(found, MAPS);
}

/* --- cost and failures ------------------------------------------------------------------------ */

static void
looking_allocates_nothing(void **state)
{
    struct mallinfo2 before, after;
    char text[64];
    size_t calls;

    (void)state;
    measure(getpid());
    calls = fp__alloc_calls();
    before = mallinfo2();
    for (size_t i = 0; i < repeats(1000); i++) {
        measure(getpid());
        fp_process_command(getpid(), text, sizeof text);
    }
    after = mallinfo2();
    assert_int_equal(fp__alloc_calls(), calls);
    assert_memory_equal(&before, &after, sizeof before);
}

/* What is wrong is said, and no process is left out because its file could not be read. */
static int
look(void *arg)
{
    struct child *child = arg;
    size_t count = 0;
    enum fp_status status = fp_process_list(NULL, child->pid, rows, ROOM, &count);

    if (status == FP_OK)
        status = fp_process_measure(NULL, rows, count, &sum);
    assert_true(status == FP_OK || status == FP_ERR_INPUT || status == FP_ERR_MEMORY);
    if (status != FP_OK)
        return 1;
    assert_int_equal(count, 3);
    assert_int_equal(sum.processes, 3);
    return 0;
}

static int
scan(void *arg)
{
    struct child *child = arg;
    size_t count = 0;

    if (fp__process_scan(NULL, child->pid, rows, ROOM, &count) != FP_OK)
        return 1;
    assert_int_equal(count, 3);
    return 0;
}

static void
failures_leave_nobody_out(void **state)
{
    struct child child = start(have_child_and_grandchild);

    (void)state;
    for (size_t nth = 1; nth < 200; nth++) {
        fp__file_fail_at(nth, false);
        look(&child);
        fp__file_fail_at(nth, true);
        look(&child);
    }
    for (size_t nth = 1; nth < 400; nth += 7) {
        fp__file_fail_at(nth, false);
        scan(&child);
    }
    fp__file_fail_at(0, false);
    end(&child);
}

static int
finish(void **state)
{
    end_children(100);
    return world_teardown(state);
}

#define tree_test(function) cmocka_unit_test_teardown(function, finish)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        tree_test(descendants_are_found_below_their_parents),
        tree_test(children_of_every_thread_are_found),
        tree_test(the_scan_finds_what_the_lists_have),
        tree_test(a_zombie_has_ended),
        tree_test(one_that_ends_between_the_two_is_ended),
        tree_test(who_does_not_rest_is_running),
        tree_test(no_such_process_is_refused),
        tree_test(more_than_there_is_room_for_is_refused),
        tree_test(held_is_what_was_touched),
        tree_test(pages_of_files_are_resident_but_not_held),
        tree_test(a_fork_changes_nothing_but_uss),
        tree_test(the_largest_is_named),
        tree_test(open_files_are_counted),
        tree_test(cpu_time_is_counted_with_that_of_ended_children),
        tree_test(of_others_less_is_known),
        tree_test(commands_are_one_plain_line),
        tree_test(long_commands_are_shortened_between_characters),
        tree_test(names_are_found_in_what_is_mapped),
        tree_test(no_name_is_lost_between_blocks),
        tree_test(looking_allocates_nothing),
        tree_test(failures_leave_nobody_out),
    };

    end_children(100);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
