/* SPDX-License-Identifier: MIT */
/* replacing.h: what the tests of replaced files share. */
#ifndef TESTS_UNIT_CORE_REPLACING_H
#define TESTS_UNIT_CORE_REPLACING_H

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/file.h"
#include "core/replace.h"
#include "unit/support.h"

/* A folder of the test's own: what is in it afterwards can be counted. */
static inline const char *
own_folder(const char *name)
{
    const char *path = temp_path(name);

    assert_int_equal(mkdir(path, 0777), 0);
    return path;
}

static inline enum fp_status
replace(const char *path, const char *contents)
{
    return fp__file_replace(NULL, path, contents, strlen(contents));
}

static inline void
assert_contents(const char *path, const char *expected)
{
    size_t size;
    char *bytes = read_file(path, &size);

    assert_int_equal(size, strlen(expected));
    assert_string_equal(bytes, expected);
    free(bytes);
}

#endif
