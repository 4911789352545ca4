/* SPDX-License-Identifier: MIT */
/* test_shard.c: every picture is in exactly one shard, and which shard we are is read or
 * refused. */
#include "cli/batch/shard.h"

#include "unit/cli/capture.h"

static void
all_shards_together_are_the_job(void **state)
{
    (void)state;
    for (size_t pictures = 0; pictures <= 40; pictures++) {
        for (size_t count = 1; count <= 45; count++) {
            int seen[40] = {0};
            size_t all = 0;
            for (size_t number = 1; number <= count; number++) {
                struct fp__shard shard = {number, count};
                size_t n = fp__shard_pictures(shard, pictures);
                for (size_t i = 0; i < n; i++) {
                    assert_true(fp__shard_picture(shard, i) < pictures);
                    seen[fp__shard_picture(shard, i)]++;
                }
                assert_in_range(n, pictures / count, pictures / count + 1);
                all += n;
            }
            assert_int_equal(all, pictures);
            for (size_t i = 0; i < pictures; i++)
                assert_int_equal(seen[i], 1);
        }
    }
}

static void
shards_take_turns(void **state)
{
    (void)state;
    assert_int_equal(fp__shard_pictures((struct fp__shard){0}, 7), 7);
    assert_int_equal(fp__shard_picture((struct fp__shard){0}, 6), 6);
    assert_int_equal(fp__shard_pictures((struct fp__shard){2, 3}, 8), 3);
    assert_int_equal(fp__shard_picture((struct fp__shard){2, 3}, 0), 1);
    assert_int_equal(fp__shard_picture((struct fp__shard){2, 3}, 2), 7);
    assert_int_equal(fp__shard_pictures((struct fp__shard){3, 3}, 8), 2);
}

/* --- What we are told ------------------------------------------------------------------------- */

static const char *variables; /* "NAME=value NAME=value" */

static char *
look_up(const char *name)
{
    static char values[2][64]; /* both are looked at together */
    static int turn;
    char *value = values[turn++ % 2];
    size_t length = strlen(name);
    for (const char *at = variables; *at; at += strspn(at, " ")) {
        size_t word = strcspn(at, " ");
        if (word > length && strncmp(at, name, length) == 0 && at[length] == '=') {
            snprintf(value, sizeof values[0], "%.*s", (int)(word - length - 1), at + length + 1);
            return value;
        }
        at += word;
    }
    return NULL;
}

static int
find(const char *text, const char *environment, struct fp__shard *shard)
{
    variables = environment;
    struct capture c = capture_begin();
    int code = fp__shard_find(shard, text, look_up);
    capture_end(&c);
    return code;
}

#define SLURM(id, count, min, max)                                                                 \
    "SLURM_ARRAY_TASK_ID=" #id " SLURM_ARRAY_TASK_COUNT=" #count " SLURM_ARRAY_TASK_MIN=" #min     \
    " SLURM_ARRAY_TASK_MAX=" #max

static void
shares_are_found(void **state)
{
    static const struct {
        const char *text;
        const char *environment;
        struct fp__shard shard;
    } rows[] = {
        {NULL, "FLATPLOT_SHARD=2/3", {0, 0}},
        {"1/1", "", {1, 1}},
        {"3/4", "FLATPLOT_SHARD=2/3", {3, 4}},
        {"250/250", "", {250, 250}},
        {"auto", "FLATPLOT_SHARD=2/3", {2, 3}},
        {"auto", "FLATPLOT_SHARD=2/3 " SLURM(1, 4, 1, 4), {2, 3}},
        {"auto", SLURM(1, 4, 1, 4), {1, 4}},
        {"auto", SLURM(4, 4, 1, 4), {4, 4}},
        {"auto", SLURM(0, 4, 0, 3), {1, 4}},
        {"auto", SLURM(3, 4, 0, 3), {4, 4}},
        {"auto", SLURM(1, 1, 1, 1), {1, 1}},
        {"auto", "JOB_COMPLETION_INDEX=0 FLATPLOT_SHARDS=5", {1, 5}},
        {"auto", "JOB_COMPLETION_INDEX=4 FLATPLOT_SHARDS=5", {5, 5}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fp__shard shard;
        assert_int_equal(find(rows[i].text, rows[i].environment, &shard), 0);
        assert_int_equal(shard.number, rows[i].shard.number);
        assert_int_equal(shard.count, rows[i].shard.count);
    }
}

static void
what_is_no_share_is_refused(void **state)
{
    static const struct {
        const char *text;
        const char *environment;
        const char *said;
    } rows[] = {
        {"0/4", "", "--shard 0/4: not I/N"},
        {"5/4", "", "--shard 5/4: not I/N"},
        {"1", "", "not I/N"},
        {"1/", "", "not I/N"},
        {"/4", "", "not I/N"},
        {"", "", "not I/N"},
        {"1/4/4", "", "not I/N"},
        {"-1/4", "", "not I/N"},
        {" 1/4", "", "not I/N"},
        {"1/4 ", "", "not I/N"},
        {"1/99999999999999999999", "", "not I/N"},
        {"Auto", "", "not I/N"},
        {"auto", "", "FLATPLOT_SHARD=1/4"},
        {"auto", "FLATPLOT_SHARD=4", "FLATPLOT_SHARD=4: not I/N"},
        {"auto", SLURM(3, 2, 3, 7), "sbatch --array=1-2 …"},
        {"auto", SLURM(2, 4, 2, 5), "sbatch --array=1-4 …"},
        {"auto", SLURM(1, 5, 1, 9), "of 5 tasks numbered from 1 to 9"},
        {"auto", SLURM(5, 4, 1, 4), "task 5 of a Slurm array of 4 tasks"},
        {"auto", SLURM(0, 4, 1, 4), "task 0 of a Slurm array of 4 tasks"},
        {"auto", SLURM(1, 0, 1, 0), "array of 0 tasks"},
        {"auto", "SLURM_ARRAY_TASK_ID=1", "SLURM_ARRAY_TASK_COUNT is not set"},
        {"auto", SLURM(1, x, 1, 4), "SLURM_ARRAY_TASK_COUNT is no number: x"},
        {"auto", "JOB_COMPLETION_INDEX=1", "FLATPLOT_SHARDS not set"},
        {"auto", "JOB_COMPLETION_INDEX=5 FLATPLOT_SHARDS=5", "JOB_COMPLETION_INDEX is 5"},
        {"auto", "FLATPLOT_SHARDS=5", "the environment names no share"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fp__shard shard;
        assert_int_equal(find(rows[i].text, rows[i].environment, &shard), 2);
        assert_err(rows[i].said);
        assert_err("  hint: ");
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(all_shards_together_are_the_job),
        world_test(shards_take_turns),
        world_test(shares_are_found),
        world_test(what_is_no_share_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
