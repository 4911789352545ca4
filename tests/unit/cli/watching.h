/* SPDX-License-Identifier: MIT */
/* watching.h: programs run and sampled by tests. They are the test itself with the name of a part
 * to play as its first word, or the shell. */
#ifndef TESTS_UNIT_CLI_WATCHING_H
#define TESTS_UNIT_CLI_WATCHING_H

#include <errno.h>
#include <math.h>
#include <signal.h>
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

/* Waits until the file is there, at most 30 s. */
static inline void
await(const char *path)
{
    struct stat st;

    for (int i = 0; i < 3000 && stat(path, &st) != 0; i++)
        nap(0.01);
}

/* Never freed; not from malloc, which rounds and keeps. */
static inline void
hold(size_t size)
{
    memset(mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), 1, size);
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

/* What a test's main does first: plays a part when it has words, else makes a folder for temporary
 * files. -1: go on with the tests. */
static inline int
begin_watching(int argc, char **argv, const struct part *parts, size_t n)
{
    for (size_t i = 0; argc > 1 && i < n; i++)
        if (strcmp(argv[1], parts[i].name) == 0)
            return parts[i].play(argv + 2);
    if (argc > 1 || readlink("/proc/self/exe", self, sizeof self - 1) <= 0 ||
        mkdir(temp_path("tmp"), 0700) != 0 || setenv("TMPDIR", temp_path("tmp"), 1) != 0)
        return 99;
    return -1;
}

/* Nothing is left of the program afterwards. */
static inline int
watch_words(struct fp__watch_options options, const char *const *words)
{
    int code;

    fp__watch_result_finish(&result);
    options.command = (char *const *)words;
    code = fp__watch_run(NULL, &options, &result);
    errno = 0;
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    assert_int_equal(count_files(temp_path("tmp")), 0);
    return code;
}

#define with(...) ((struct fp__watch_options){__VA_ARGS__})
#define watch(options, ...) watch_words((options), (const char *const[]){__VA_ARGS__, NULL})

static const struct fp__watch_options plainly = {.pid = 0};

static inline int
finish_watching(void **state)
{
    fp__watch_result_finish(&result);
    return world_teardown(state);
}

#define watch_test(function) cmocka_unit_test_teardown(function, finish_watching)

#endif
