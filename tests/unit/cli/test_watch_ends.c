/* SPDX-License-Identifier: MIT */
/* test_watch_ends.c: how a checked program is ended, and how we are. */
#include "cli/opt/signals.h"
#include "unit/cli/watching.h"

/* --- the parts -------------------------------------------------------------------------------- */

static volatile sig_atomic_t told;

static void
on_term(int number)
{
    told = number;
}

/* FILE: ticks until it is told to end, then three times more, which it waits for, and writes
 * FILE. */
static int
play_graceful(char **words)
{
    struct sigaction action = {.sa_handler = on_term, .sa_flags = SA_RESTART};

    sigaction(SIGTERM, &action, NULL);
    while (!told)
        if (!tick())
            return 1;
    for (int i = 0; i < 3; i++)
        if (!tick())
            return 1;
    write_file(words[0], "ended\n", 6);
    return 0;
}

/* FILE: a tick that it does not wait for when it is told to end, and a second of sleep. */
static int
play_slow_to_end(char **words)
{
    struct sigaction action = {.sa_handler = on_term};

    sigaction(SIGTERM, &action, NULL);
    tick();
    write_file(words[0], "ready\n", 6);
    while (!told)
        nap(0.005);
    if (write(atoi(getenv("FLATPLOT_TICK_FD")), "\n", 1) != 1)
        return 1;
    nap(1);
    return 0;
}

static const struct part parts[] = {
    {"graceful", play_graceful},
    {"slow-to-end", play_slow_to_end},
};

/* --- the program ------------------------------------------------------------------------------ */

static void
who_waits_for_an_answer_can_end(void **state)
{
    (void)state;
    remove(temp_path("ended"));
    assert_int_equal(
        watch(with(.by_ticks = true, .iterations = 20), self, "graceful", temp_path("ended")), 0);
    assert_int_equal(remove(temp_path("ended")), 0);
    assert_false(result.failed || result.ended_by_itself);
}

/* The clock is that of our own CPU time: a busy machine makes it less, not more. */
static void
waiting_for_the_end_costs_no_time(void **state)
{
    double began = clock_seconds(CLOCK_PROCESS_CPUTIME_ID);

    (void)state;
    assert_int_equal(
        watch(with(.by_ticks = true, .iterations = 1), self, "slow-to-end", temp_path("ready")), 0);
    assert_true(clock_seconds(CLOCK_PROCESS_CPUTIME_ID) - began < 0.4);
}

/* --- ourselves -------------------------------------------------------------------------------- */

/* A child that watches a program with a pid in FILE, which does not end by SIGTERM for 20 s, but
 * makes "told". */
static pid_t
watcher(const char *file)
{
    pid_t pid;

    remove(file);
    remove(temp_path("told"));
    fflush(NULL);
    pid = fork();
    if (pid == 0) {
        char line[5000];
        struct fp__watch_options options = {
            .command = (char *const[]){(char *)"sh", (char *)"-c", line, NULL}};

        prctl(PR_SET_PDEATHSIG, SIGKILL);
        snprintf(line, sizeof line, "trap ': >%s' TERM; echo $$ >'%s.new'; mv '%s.new' '%s'; %s",
                 temp_path("told"), file, file, file, "for i in $(seq 400); do sleep 0.05; done");
        fp__watch_run(NULL, &options, &result);
        _exit(result.interrupted ? 3 : 4);
    }
    await(file);
    nap(0.1);
    return pid;
}

static int
pid_in(const char *file)
{
    char *text = read_file(file, NULL);
    int pid = atoi(text);

    free(text);
    return pid;
}

/* Whether it goes away within ten seconds. An ended one may wait for somebody who does not wait for
 * it. */
static bool
goes_away(int pid)
{
    for (int i = 0; i < 1000; i++) {
        char path[64], letter = 'Z';
        FILE *file;
        bool ended;

        snprintf(path, sizeof path, "/proc/%d/stat", pid);
        file = fopen(path, "r");
        ended = !file || fscanf(file, "%*d %*s %c", &letter) != 1 || letter == 'Z';
        if (file)
            fclose(file);
        if (ended)
            return true;
        nap(0.01);
    }
    return false;
}

static void
two_signals_at_once_are_one(void **state)
{
    pid_t pid = watcher(temp_path("pid"));
    int status, program = pid_in(temp_path("pid"));

    (void)state;
    kill(pid, SIGSTOP); /* so that they come at once, even if we are late to send one */
    waitpid(pid, &status, WUNTRACED);
    kill(pid, SIGTERM);
    kill(pid, SIGTERM);
    kill(pid, SIGINT);
    kill(pid, SIGCONT);
    waitpid(pid, &status, 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 3);
    assert_true(goes_away(program));
}

static void
a_second_signal_ends_us_and_the_program(void **state)
{
    pid_t pid = watcher(temp_path("pid"));
    int status, program = pid_in(temp_path("pid"));

    (void)state;
    kill(pid, SIGTERM);
    await(temp_path("told")); /* the first has come, and what comes so late is another wish */
    nap(0.6);
    kill(pid, SIGTERM);
    waitpid(pid, &status, 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 128 + SIGTERM);
    assert_true(goes_away(program));
}

int
main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        watch_test(who_waits_for_an_answer_can_end),
        watch_test(waiting_for_the_end_costs_no_time),
        watch_test(two_signals_at_once_are_one),
        watch_test(a_second_signal_ends_us_and_the_program),
    };
    int code = begin_watching(argc, argv, parts, sizeof parts / sizeof parts[0]);

    if (code >= 0)
        return code;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
