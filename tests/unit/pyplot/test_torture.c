/* SPDX-License-Identifier: MIT */
/* test_torture.c: one script of pyplot calls, with every allocation and every file call failing in
 * turn. */
#include <unistd.h>

#include "unit/pyplot/things.h"

/* Whether it went well; a status above 0 is no failure. */
static bool
fine(enum fp_status status)
{
    return status >= FP_OK;
}

static bool
draw(const char *title)
{
    bool ok = show_values() != NULL;

    ok &= plt_colorbar() != NULL;
    ok &= fine(plt_title(title));
    ok &= fine(plt_xlabel("x"));
    return fine(plt_ylabel("y")) && ok;
}

static bool
go_around(void)
{
    bool ok = plt_figure_named("first") != NULL;
    struct fp_axes *left = plt_subplot(1, 2, 1);

    if (left)
        fp_ref(left);
    ok &= left && draw("left");
    ok &= plt_subplot(1, 2, 2) && draw("right");
    ok &= left && plt_gca() && fine(fp_axes_share_x(plt_gca(), left));
    ok &= fine(plt_suptitle("both"));
    ok &= left && fine(plt_sca(left));
    ok &= fine(plt_cla());
    ok &= draw("again");
    fp_unref(left);
    ok &= plt_figure(7) && plt_figure(0);
    return plt_figure_named("first") && ok;
}

/* A file that is there after a success, and only then. */
static bool
save(const char *path)
{
    bool ok;

    unlink(path);
    ok = plt_gcf() && fine(fp_figure_set_size_pixels(plt_gcf(), 64, 48));
    if (!ok)
        return false;
    ok = fine(plt_savefig(path));
    assert_int_equal(access(path, F_OK) == 0, ok);
    return ok;
}

static int
script(void *arg)
{
    bool ok = go_around();

    ok &= save(arg);
    ok &= fine(plt_clf());
    ok &= draw("cleared");
    ok &= save(arg);
    ok &= fine(plt_close_named("first"));
    ok &= fine(plt_close(7));
    ok &= fine(plt_close(0));
    ok &= fine(plt_close_all());
    assert_int_equal(plt_fignums(NULL, 0), 0);
    return ok ? 0 : 1;
}

static void
every_failure_leaves_an_empty_world(void **state)
{
    char path[512];

    (void)state;
    snprintf(path, sizeof path, "%s", temp_path("torture.png"));
    torture(script, path, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {world_test(every_failure_leaves_an_empty_world)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
