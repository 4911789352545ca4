/* SPDX-License-Identifier: MIT */
/* test_reason.c: error numbers in words. */
#include "cli/opt/reason.h"

#include <errno.h>

#include "unit/cli/capture.h"

static void
every_number_has_words(void **state)
{
    (void)state;
    assert_string_equal(fp__reason(EBADF), "it is closed");
    assert_string_equal(fp__reason(EACCES), "permission denied");
    assert_string_equal(fp__reason(EPERM), fp__reason(EACCES));
    assert_string_equal(fp__reason(EROFS), "the file system is read-only");
    assert_string_equal(fp__reason(ENOSPC), "the disk is full");
    assert_string_equal(fp__reason(EDQUOT), fp__reason(ENOSPC));
    assert_string_equal(fp__reason(ENOTDIR), "a part of its path is no folder");
    assert_string_equal(fp__reason(ENAMETOOLONG), "the name is too long");
    assert_string_equal(fp__reason(ELOOP), "Too many levels of symbolic links");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {world_test(every_number_has_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
