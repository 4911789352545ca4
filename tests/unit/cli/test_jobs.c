/* SPDX-License-Identifier: MIT */
/* test_jobs.c: how many processes draw. */
#include "cli/batch/jobs.h"

#include <stdlib.h>

#include "flatplot/memory.h"
#include "unit/support.h"

static void
asked_or_by_count(void **state)
{
    (void)state;
    size_t cpus = fp_cpus_allowed(NULL);
    unsetenv("PARALLEL_PID");
    unsetenv("SLURM_CPUS_PER_TASK");
    assert_int_equal(fp__jobs(NULL, 3, 100), 3);
    assert_int_equal(fp__jobs(NULL, 3, 2), 2);
    assert_int_equal(fp__jobs(NULL, FP__JOBS_BY_COUNT, 50), 1);
    assert_int_equal(fp__jobs(NULL, FP__JOBS_BY_COUNT, 100000), cpus);
    assert_int_equal(fp__jobs(NULL, 0, 100000), cpus);
    assert_int_equal(fp__jobs(NULL, 0, 1), 1);
    setenv("SLURM_CPUS_PER_TASK", "1", 1);
    assert_int_equal(fp__jobs(NULL, FP__JOBS_BY_COUNT, 100000), 1);
    assert_int_equal(fp__jobs(NULL, 0, 100000), 1);
    assert_int_equal(fp__jobs(NULL, 2, 100000), 2);
    for (size_t i = 0; i < 4; i++) {
        static const char *const values[] = {"", "0", "2x", "99999"};
        setenv("SLURM_CPUS_PER_TASK", values[i], 1);
        assert_int_equal(fp__jobs(NULL, 0, 100000), cpus);
    }
    setenv("PARALLEL_PID", "1", 1);
    assert_int_equal(fp__jobs(NULL, FP__JOBS_BY_COUNT, 100000), 1);
    assert_int_equal(fp__jobs(NULL, 0, 100000), cpus);
    assert_int_equal(fp__jobs(NULL, 7, 100000), 7);
    fp_context_destroy(NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {world_test(asked_or_by_count)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
