/* SPDX-License-Identifier: MIT */
/* test_programs.c: what memcheck says of programs that are hard to look at. */
#include "unit/cli/watching.h"

/* --- the parts -------------------------------------------------------------------------------- */

/* COUNT FILE: 64 KiB more each 15 ms, every time in a new process that lives on alone; the last one
 * makes the file. */
static int
play_handing_on(char **words)
{
    for (int i = 0; i < atoi(words[0]); i++) {
        hold(64 * KIB);
        if (fork() != 0)
            _exit(0);
        nap(0.015);
    }
    write_file(words[1], "", 0);
    return 0;
}

/* FILE: waits for it. */
static int
play_wait(char **words)
{
    await(words[0]);
    return 0;
}

/* BYTES: holds them for 20 ms. */
static int
play_helper(char **words)
{
    hold((size_t)atoi(words[0]));
    nap(0.02);
    return 0;
}

/* BYTES COUNT: so many helpers, one after the other. They share nothing with us. */
static int
play_helpers(char **words)
{
    for (int i = 0; i < atoi(words[1]); i++) {
        pid_t pid = fork();

        if (pid == 0) {
            execl("/proc/self/exe", "helper", "helper", words[0], NULL);
            _exit(1);
        }
        waitpid(pid, NULL, 0);
    }
    return 0;
}

/* COUNT: a file more each 8 ms. Fails when it was held up at one of them. */
static int
play_files(char **words)
{
    double longest = 0;

    for (int i = 0; i < atoi(words[0]); i++) {
        double began = now();

        if (open("/dev/null", O_RDONLY) < 0)
            return 1;
        nap(0.008);
        longest = fmax(longest, now() - began);
    }
    return longest > 0.4;
}

/* COUNT: ticks, each with its answer. */
static int
play_ticks(char **words)
{
    for (int i = 0; i < atoi(words[0]); i++)
        if (!tick())
            return 1;
    return 0;
}

/* FILE: maps it, so that its name is among what is mapped at two ticks. */
static int
play_mapped(char **words)
{
    FILE *file = fopen(words[0], "r");

    if (!file || mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, fileno(file), 0) == MAP_FAILED)
        return 1;
    return !tick() || !tick();
}

static const struct part parts[] = {
    {"handing-on", play_handing_on},
    {"helper", play_helper},
    {"helpers", play_helpers},
    {"files", play_files},
    {"ticks", play_ticks},
    {"mapped", play_mapped},
    {"wait", play_wait},
};

/* --- what is said of them --------------------------------------------------------------------- */

/* All of it is handed on, however long that takes. */
static void
memory_that_is_handed_on_is_no_flat_one(void **state)
{
    char line[5000];
    int code;

    (void)state;
    remove(temp_path("done"));
    snprintf(line, sizeof line, "$SELF handing-on 300 '%s' & exec $SELF wait '%s'",
             temp_path("done"), temp_path("done"));
    code = run("memcheck", "--", "sh", "-c", line);
    if (code != 6 && code != 1) /* on a busy machine they live longer, and are judged */
        fail_msg("exit code %d:\n%s%s", code, captured(1), captured(2));
    assert_null(strstr(captured(1), ": FLAT"));
}

static void
short_lived_descendants_are_larger_than_the_program(void **state)
{
    (void)state;
    /* So large that the time which a busy machine takes to start each of them does not count. */
    assert_int_equal(run("memcheck", "--no-children", "--", self, "helpers", "16777216", "100"), 6);
    assert_out("INCONCLUSIVE: its descendants are larger");
}

/* The longest time between two samples that were written. */
static double
longest_gap(const char *csv)
{
    FILE *file = fopen(csv, "r");
    double before = NAN, seconds, longest = 0;
    char line[512];

    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        if (sscanf(line, "%lf", &seconds) != 1)
            continue;
        longest = fmax(longest, seconds - before);
        before = seconds;
    }
    fclose(file);
    return longest;
}

/* Whether the last run says nothing: the leak was held up, and so had an end, or nobody looked at
 * it for a while. */
static bool
was_held_up(int code)
{
    return code == 5 || (code != 1 && longest_gap(temp_path("files.csv")) > 0.4);
}

static void
a_file_leak_needs_no_ticks(void **state)
{
    int code, tries = 0;

    (void)state;
    if (repeats(1000) < 1000) /* too few samples */
        skip();
    do
        code = run("memcheck", "--csv", temp_path("files.csv"), "--", self, "files", "500");
    while (was_held_up(code) && ++tries < 8);
    if (was_held_up(code))
        skip();
    assert_int_equal(code, 1);
    assert_out("GROWING (file leak: files +");
    assert_int_equal(run("memcheck", "--from", temp_path("files.csv")), 1);
    assert_out("GROWING (file leak: files +");
}

static void
iterations_are_ticks_however_many_are_sampled(void **state)
{
    (void)state;
    assert_int_equal(run("memcheck", "--by", "ticks", "--", self, "ticks", "9000"), 0);
    assert_out("\n9000 iterations (2250 samples), ");
}

static void
who_ends_without_a_tick_is_told_so(void **state)
{
    (void)state;
    assert_int_equal(run("memcheck", "--by", "ticks", "--", "true"), 6);
    assert_out("true: INCONCLUSIVE: it ended without a tick\n");
    assert_int_equal(run("memcheck", "--by", "ticks", "--duration", "0.1", "--", "sleep", "9"), 6);
    assert_out("INCONCLUSIVE: no tick came\n");
}

/* A shell's >&N knows no more. */
static void
descriptors_have_one_digit(void **state)
{
    int held[12];

    (void)state;
    for (int i = 0; i < 12; i++)
        held[i] = open("/dev/null", O_RDONLY | O_CLOEXEC);
    assert_int_equal(watch(with(.by_ticks = true), "sh", "-c",
                           "for i in 1 2 3; do echo >&$FLATPLOT_TICK_FD; "
                           "read -r _ <&$FLATPLOT_ACK_FD; done"),
                     0);
    for (int i = 0; i < 12; i++)
        close(held[i]);
    assert_false(result.failed);
    assert_int_equal(result.samples.n, 3);
}

/* Its name is in the path of what is mapped, but it is not mapped. */
static void
a_folder_is_no_allocator(void **state)
{
    (void)state;
    mkdir(temp_path("jemalloc-notes"), 0700);
    write_file(temp_path("jemalloc-notes/page"), "text", 4);
    assert_int_equal(
        watch(with(.by_ticks = true), self, "mapped", temp_path("jemalloc-notes/page")), 0);
    assert_false(result.failed);
    assert_null(result.allocator);
}

int
main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        watch_test(memory_that_is_handed_on_is_no_flat_one),
        watch_test(short_lived_descendants_are_larger_than_the_program),
        watch_test(a_file_leak_needs_no_ticks),
        watch_test(iterations_are_ticks_however_many_are_sampled),
        watch_test(who_ends_without_a_tick_is_told_so),
        watch_test(descriptors_have_one_digit),
        watch_test(a_folder_is_no_allocator),
    };
    int code = begin_watching(argc, argv, parts, sizeof parts / sizeof parts[0]);

    if (code >= 0)
        return code;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
