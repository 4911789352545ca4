/* SPDX-License-Identifier: MIT */
/* test_cpus.c: quotas of control groups, made up below a folder of their own. */
#include "memory/cpus.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "flatplot/memory.h"
#include "unit/support.h"

static void
make_file(const char *path, const char *text)
{
    char whole[4096];
    char *slash;

    snprintf(whole, sizeof whole, "%s%s", temp_path("root"), path);
    for (slash = whole + strlen(temp_path("root")); (slash = strchr(slash + 1, '/'));) {
        *slash = '\0';
        mkdir(whole, 0755);
        *slash = '/';
    }
    FILE *file = fopen(whole, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static size_t
quota(void)
{
    return fp__cpus_quota(NULL, temp_path("root"));
}

static void
the_least_quota_counts(void **state)
{
    (void)state;
    mkdir(temp_path("root"), 0755);
    assert_int_equal(quota(), 0);
    make_file("/proc/self/cgroup", "0::/a/b\n");
    assert_int_equal(quota(), 0);
    make_file("/sys/fs/cgroup/a/b/cpu.max", "max 100000\n");
    assert_int_equal(quota(), 0);
    make_file("/sys/fs/cgroup/a/cpu.max", "350000 100000\n");
    assert_int_equal(quota(), 4);
    make_file("/sys/fs/cgroup/a/b/cpu.max", "150000 100000\n");
    assert_int_equal(quota(), 2);
    make_file("/sys/fs/cgroup/cpu.max", "50000 100000\n");
    assert_int_equal(quota(), 1);
}

static void
of_version_1_too(void **state)
{
    (void)state;
    make_file("/proc/self/cgroup", "4:cpuset:/q\n2:cpu,cpuacct:/\n1:name=systemd:/q\n");
    make_file("/sys/fs/cgroup/cpu/q/cpu.cfs_quota_us", "100000\n");
    make_file("/sys/fs/cgroup/cpu/q/cpu.cfs_period_us", "100000\n");
    assert_int_equal(quota(), 0);
    make_file("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
    make_file("/sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
    assert_int_equal(quota(), 0);
    make_file("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "300000\n");
    assert_int_equal(quota(), 3);
    make_file("/proc/self/cgroup", "2:cpu,cpuacct:/q\n");
    assert_int_equal(quota(), 1);
    make_file("/proc/self/cgroup", "no line\n:\n1:cpu\n");
    assert_int_equal(quota(), 0);
}

static void
at_least_one(void **state)
{
    (void)state;
    assert_true(fp_cpus_allowed(NULL) >= 1);
    fp_context_destroy(NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(the_least_quota_counts),
        world_test(of_version_1_too),
        world_test(at_least_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
