/* SPDX-License-Identifier: MIT */
/* test_channel.c: a process of our own, and records to and from it. */
#include "cli/check/channel.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit/support.h"

struct record {
    int number;
    char filling[300];
};

/* Answers every number with its double until nobody asks; then with its exit code. */
static int
double_numbers(void *data, int fd)
{
    struct record record;
    while (fp__channel_receive(fd, &record, sizeof record)) {
        record.number *= 2;
        if (!fp__channel_send(fd, &record, sizeof record))
            break;
    }
    return *(int *)data;
}

static void
records_go_both_ways(void **state)
{
    (void)state;
    struct fp__channel channel;
    struct record record = {0};
    assert_true(fp__channel_start(&channel, double_numbers, &(int){7}));
    for (int i = 0; i < 1000; i++) {
        record.number = i;
        assert_true(fp__channel_send(channel.fd, &record, sizeof record));
        assert_true(fp__channel_receive(channel.fd, &record, sizeof record));
        assert_int_equal(record.number, 2 * i);
    }
    int status = fp__channel_finish(&channel);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 7);
    assert_int_equal(channel.fd, -1);
}

static int
send_for_ever(void *data, int fd)
{
    (void)data;
    struct record record = {0};
    while (fp__channel_send(fd, &record, sizeof record))
        record.number++;
    return 3;
}

static void
nobody_listening_ends_the_child(void **state)
{
    (void)state;
    struct fp__channel channel;
    struct record record;
    assert_true(fp__channel_start(&channel, send_for_ever, NULL));
    for (int i = 0; i < 10; i++) {
        assert_true(fp__channel_receive(channel.fd, &record, sizeof record));
        assert_int_equal(record.number, i);
    }
    int status = fp__channel_finish(&channel);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 3);
}

static int
end_by_signal(void *data, int fd)
{
    (void)data;
    struct record record = {.number = 5};
    raise(SIGINT); /* is left to the parent */
    raise(SIGHUP);
    fp__channel_send(fd, &record, sizeof record);
    raise(SIGKILL);
    return 0;
}

static void
a_childs_death_is_seen(void **state)
{
    (void)state;
    struct fp__channel channel;
    struct record record;
    assert_true(fp__channel_start(&channel, end_by_signal, NULL));
    assert_true(fp__channel_receive(channel.fd, &record, sizeof record));
    assert_int_equal(record.number, 5);
    assert_false(fp__channel_receive(channel.fd, &record, sizeof record));
    int status = fp__channel_finish(&channel);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGKILL);
}

/* Not for ever, so that a test that fails leaves nobody behind. */
static int
wait_long(void *data, int fd)
{
    (void)data;
    (void)fd;
    alarm(20);
    pause();
    return 0;
}

/* The pipe is open as long as the parent or its child lives. */
static void
a_child_ends_with_its_parent(void **state)
{
    (void)state;
    struct fp__channel channel;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t parent = fork();
    if (parent == 0)
        _exit(fp__channel_start(&channel, wait_long, NULL) ? 0 : 1);
    close(ends[1]);
    int status = 1;
    assert_int_equal(waitpid(parent, &status, 0), parent);
    assert_int_equal(status, 0);
    struct pollfd all_gone = {.fd = ends[0], .events = POLLIN};
    assert_int_equal(poll(&all_gone, 1, 10000), 1);
    close(ends[0]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(records_go_both_ways),
        world_test(nobody_listening_ends_the_child),
        world_test(a_childs_death_is_seen),
        world_test(a_child_ends_with_its_parent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
