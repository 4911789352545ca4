/* SPDX-License-Identifier: MIT */
/* test_resume.c: jobs that are resumed, planned, and that go on, while memory or files fail. */
#include "cli/batch/resume.h"

#include <sys/stat.h>

#include "unit/cli/capture.h"

static bool
there(const char *path)
{
    struct stat s;
    return stat(path, &s) == 0;
}

/* The words, which all draw in.npy's four frames to out/. */
static int
draw_with(const char *option, const char *other)
{
    const char *words[] = {"imshow", "in.npy", "-o", "out/{frame}.png", "--clim=0,9", "--no-axes",
                           option,   other,    NULL};
    return run_words(words);
}

static void
remove_pictures(void)
{
    for (int i = 0; i < 4; i++) {
        char name[24];
        snprintf(name, sizeof name, "out/%d.png", i);
        unlink(name);
    }
}

static void
what_is_there_is_kept(void **state)
{
    (void)state;
    struct stat before, after;
    assert_int_equal(draw_with(NULL, NULL), 0);
    unlink("out/2.png");
    assert_int_equal(stat("out/1.png", &before), 0);
    assert_int_equal(draw_with("--skip-existing", NULL), 0);
    assert_err("3 of 4 are there\n");
    assert_err("4 frames (3 were there)");
    assert_int_equal(stat("out/1.png", &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
    assert_true(there("out/2.png"));
    assert_int_equal(draw_with("--skip-existing", "--vmax=8"), 0);
    assert_err("4 of 4 are there; 4 of them were made with other options or limits");
    assert_int_equal(stat("out/1.png", &after), 0);
    assert_true(before.st_ino != after.st_ino);
    remove_pictures();
}

/* Some pictures are there and one is not: whatever fails, afterwards each is whole or missing, and
 * those that were there are as they were. */
static int
resume_once(void *arg)
{
    int code = draw_with("--skip-existing", arg);
    assert_true(code == 0 || code == 1 || code == 3 || code == 4);
    assert_true(code != 0 || there("out/2.png"));
    assert_true(there("out/0.png") && there("out/1.png"));
    unlink("out/2.png");
    return code;
}

static void
resuming_survives_exhaustion(void **state)
{
    (void)state;
    assert_int_equal(draw_with(NULL, NULL), 0);
    unlink("out/2.png");
    torture(resume_once, NULL, 1);
    torture(resume_once, (void *)"--report=r.ndjson", 3);
    remove_pictures();
}

/* An input that cannot be read among good ones. */
static int
go_on_once(void *arg)
{
    const char *words[] = {"imshow",    "bad.npy",         "in.npy", "no.npy",
                           "-o",        "out/{frame}.png", "-k",     arg,
                           "--no-axes", "--clim=p0,p100",  NULL};
    int code = run_words(words);
    assert_true(code == 1 || code == 3 || code == 4);
    if (code == 1 && !arg)
        assert_err("2 of 3 inputs cannot be read\n  bad.npy: ");
    remove_pictures();
    return code == 1 ? 0 : code;
}

static void
going_on_survives_exhaustion(void **state)
{
    (void)state;
    assert_int_equal(go_on_once(NULL), 0);
    torture(go_on_once, (void *)"-q", 1);
}

static int
refuse_once(void *arg)
{
    (void)arg;
    int code = draw_with("--no-clobber", NULL);
    assert_true(code == 4 || code == 3);
    assert_true(there("out/3.png") && !there("out/0.png"));
    return strstr(captured(2), "out/3.png: is there already") ? 0 : code;
}

static void
refusing_survives_exhaustion(void **state)
{
    (void)state;
    assert_int_equal(draw_with("--frames=3", NULL), 0);
    torture(refuse_once, NULL, 1);
    remove_pictures();
}

static int
make_inputs(void **state)
{
    (void)state;
    if (chdir(temp_dir()) != 0 || mkdir("out", 0700) != 0)
        return -1;
    write_ramp("in.npy", "4,5,6");
    write_file("bad.npy", "\x93NUMPY\1\0\xff\xff", 10);
    return 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(what_is_there_is_kept),
        world_test(resuming_survives_exhaustion),
        world_test(going_on_survives_exhaustion),
        world_test(refusing_survives_exhaustion),
    };
    return cmocka_run_group_tests(tests, make_inputs, NULL);
}
