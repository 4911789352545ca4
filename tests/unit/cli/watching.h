/* SPDX-License-Identifier: MIT */
/* watching.h: programs run and sampled by tests. They are the test itself with the name of a part
 * to play as its first word, or the shell. */
#ifndef TESTS_UNIT_CLI_WATCHING_H
#define TESTS_UNIT_CLI_WATCHING_H

#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

#include "cli/check/watch.h"
#include "unit/cli/capture.h"

#define KIB 1024
#define MIB (1024 * 1024)

static char self[4096];
static struct fp__watch_result result;

static inline void
nap(double seconds)
{
    struct timespec t = {.tv_sec = (time_t)seconds};

    t.tv_nsec = (long)((seconds - (double)t.tv_sec) * 1e9);
    while (nanosleep(&t, &t) != 0 && errno == EINTR)
        continue;
}

static inline double
clock_seconds(clockid_t clock)
{
    struct timespec t;

    clock_gettime(clock, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static inline double
now(void)
{
    return clock_seconds(CLOCK_MONOTONIC);
}

static inline bool
exists(const char *path)
{
    return access(path, F_OK) == 0;
}

/* Waits until the file is there. Who waits in vain is ended by its alarm. */
static inline void
await(const char *path)
{
    while (!exists(path))
        nap(0.01);
}

/* Never freed; not from malloc, which rounds and keeps. */
static inline void
hold(size_t size)
{
    if (size > 0)
        memset(mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), 1,
               size);
}

/* Holds so much more for every so many seconds that have passed. */
static inline void
hold_by_now(size_t size, double seconds)
{
    static double began;
    static size_t times;

    if (times == 0)
        began = now();
    for (; (double)times * seconds <= now() - began; times++)
        hold(size);
}

/* A tick; false when it is not answered. */
static inline bool
tick(void)
{
    char byte;

    return write(atoi(getenv("FLATPLOT_TICK_FD")), "\n", 1) == 1 &&
           read(atoi(getenv("FLATPLOT_ACK_FD")), &byte, 1) == 1;
}

struct part {
    const char *name;
    int (*play)(char **words);
};

/* LeakSanitizer would start a process at a part's end. */
static inline void
play(const struct part *part, char **words)
{
    alarm(250);
    _exit(part->play(words));
}

/* What a test's main does first: plays a part when it has words, else makes a folder for temporary
 * files and calls itself $SELF. -1: go on with the tests. */
static inline int
begin_watching(int argc, char **argv, const struct part *parts, size_t n)
{
    for (size_t i = 0; argc > 1 && i < n; i++)
        if (strcmp(argv[1], parts[i].name) == 0)
            play(&parts[i], argv + 2);
    if (argc > 1 || readlink("/proc/self/exe", self, sizeof self - 1) <= 0 ||
        mkdir(temp_path("tmp"), 0700) != 0 || setenv("TMPDIR", temp_path("tmp"), 1) != 0 ||
        setenv("SELF", self, 1) != 0)
        return 99;
    end_children(250);
    return -1;
}

/* --- later ------------------------------------------------------------------------------------ */

/* What a thread does when it is time: it sends a signal, or makes the file for which parts wait.
 * That is after so many samples; after five times as many as there were when the file "ready" came,
 * if that is wanted, so that what a busy machine had to wait for is a small part of all; and when
 * resident memory has grown by so many bytes and did so lately, if that is wanted: a leak that is
 * held up just then looks as if it had ended. */
static struct {
    pthread_t thread;
    size_t samples;
    bool when_ready;
    double growth;
    pid_t pid; /* 0: the file */
    int signal;
    char ready[1024];
    char file[1024];
    bool begun;
    atomic_bool called_off;
} later;

/* At half of the samples of the last quarter, and up to the last but one. */
static inline bool
has_grown(size_t n)
{
    const double *x = result.samples.x[FP_METRIC_RSS];
    size_t rises = 0;

    for (size_t i = n - n / 4; i < n - 1; i++)
        rises += x[i] > x[i - 1];
    return rises >= n / 8 && x[n - 2] - x[0] > later.growth;
}

static inline bool
is_time(void)
{
    size_t n = *(volatile size_t *)&result.samples.n;

    if (later.when_ready && exists(later.ready)) {
        later.when_ready = false;
        later.samples = 5 * n > later.samples ? 5 * n : later.samples;
    }
    return n >= later.samples && !later.when_ready && (later.growth <= 0 || has_grown(n));
}

static inline void *
wait_and_do_it(void *arg)
{
    while (!is_time() && !later.called_off)
        nap(0.001);
    if (later.called_off)
        return arg;
    if (later.pid)
        kill(later.pid, later.signal);
    else
        close(open(later.file, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    return arg;
}

static inline void
stop_waiting(void)
{
    later.called_off = true;
    if (later.begun)
        pthread_join(later.thread, NULL);
    later.begun = false;
}

static inline void
begin_waiting(size_t samples, bool when_ready, double growth)
{
    stop_waiting();
    fp__watch_result_finish(&result);
    later.samples = samples;
    later.when_ready = when_ready;
    later.growth = growth;
    later.called_off = false;
    snprintf(later.ready, sizeof later.ready, "%s", temp_path("ready"));
    snprintf(later.file, sizeof later.file, "%s", temp_path("enough"));
    remove(later.ready);
    remove(later.file);
    later.begun = pthread_create(&later.thread, NULL, wait_and_do_it, NULL) == 0;
    assert_true(later.begun);
}

/* Return the file's name. */
static inline const char *
make_file_after(size_t samples, bool when_ready)
{
    later.pid = 0;
    begin_waiting(samples, when_ready, 0);
    return later.file;
}

static inline const char *
make_file_after_growth(size_t samples, double growth)
{
    later.pid = 0;
    begin_waiting(samples, false, growth);
    return later.file;
}

static inline void
send_after(size_t samples, bool when_ready, pid_t pid, int signal)
{
    later.pid = pid;
    later.signal = signal;
    begin_waiting(samples, when_ready, 0);
}

static inline void
send_after_growth(size_t samples, double growth, pid_t pid, int signal)
{
    later.pid = pid;
    later.signal = signal;
    begin_waiting(samples, false, growth);
}

/* --- running them ----------------------------------------------------------------------------- */

/* Some of the program may be left afterwards. */
static inline int
watch_leaving(struct fp__watch_options options, const char *const *words)
{
    int code;

    fp__watch_result_finish(&result);
    options.command = (char *const *)words;
    code = fp__watch_run(NULL, &options, &result);
    stop_waiting();
    return code;
}

static inline int
watch_words(struct fp__watch_options options, const char *const *words)
{
    int code = watch_leaving(options, words);

    errno = 0;
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    assert_int_equal(count_files(temp_path("tmp")), 0);
    return code;
}

#define with(...) ((struct fp__watch_options){__VA_ARGS__})
#define words(...) ((const char *const[]){__VA_ARGS__, NULL})
#define watch(options, ...) watch_words((options), words(__VA_ARGS__))

static const struct fp__watch_options plainly = {.pid = 0};

static inline int
finish_watching(void **state)
{
    stop_waiting();
    fp__watch_result_finish(&result);
    end_children(250);
    return world_teardown(state);
}

#define watch_test(function) cmocka_unit_test_teardown(function, finish_watching)

#endif
