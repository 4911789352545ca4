/* SPDX-License-Identifier: MIT */
/* test_names_folders.c: folders made for a job's names. */
#include <sys/stat.h>

#include "cli/batch/names.h"
#include "unit/cli/capture.h"

static int
make_inputs(void **state)
{
    (void)state;
    write_ramp(temp_path("film.npy"), "12,2,5");
    write_ramp(temp_path("still.npy"), "4,5");
    return 0;
}

/* With --mkdir; `file`, if given, is put in the way after the names were checked. */
static int
make(const char *output, const char *file)
{
    struct fp__settings settings = {.output = output, .mkdir = true};
    const char *const paths[] = {temp_path("film.npy"), temp_path("still.npy")};
    struct fp__names names;
    struct fp__plan plan = {0};
    struct capture c = capture_begin();
    int code = fp__names_init(&names, &settings);
    code = code ? code : fp__plan_make(&plan, NULL, NULL, paths, 2, NULL, NULL);
    code = code ? code : fp__names_check(&names, &plan, NULL);
    if (file)
        write_file(file, "x", 1);
    code = code ? code : fp__names_make_folders(&names, &plan);
    capture_end(&c);
    fp__names_finish(&names);
    fp__plan_finish(&plan);
    return code;
}

static bool
is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static void
every_folder_is_made(void **state)
{
    (void)state;
    assert_int_equal(make(temp_path("{stem}/deep/{frame:04}/x.png"), NULL), 0);
    assert_true(is_folder(temp_path("film/deep/0000")));
    assert_true(is_folder(temp_path("film/deep/0011")));
    assert_true(is_folder(temp_path("still/deep/0000")));
    assert_int_equal(make(temp_path("{stem}/deep/{frame:04}/x.png"), NULL), 0);
}

static void
what_is_in_the_way_is_told_in_words(void **state)
{
    (void)state;
    assert_int_equal(make(temp_path("way/deep/{index}.png"), temp_path("way")), 4);
    assert_err("way/deep: the folder cannot be made: a part of its path is no folder\n  hint: ");
}

static int
make_once(void *arg)
{
    (void)arg;
    int code = make(temp_path("torture/{stem}{frame}.png"), NULL);
    rmdir(temp_path("torture"));
    fp_context_destroy(NULL);
    return code == 0 || code == 3 || code == 4 ? code : -1;
}

static void
making_survives_exhaustion(void **state)
{
    (void)state;
    torture(make_once, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_folder_is_made),
        world_test(what_is_in_the_way_is_told_in_words),
        world_test(making_survives_exhaustion),
    };
    return cmocka_run_group_tests(tests, make_inputs, NULL);
}
