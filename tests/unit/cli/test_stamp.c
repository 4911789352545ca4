/* SPDX-License-Identifier: MIT */
/* test_stamp.c: every option of imshow either changes pixels and the stamp, or neither. */
#include "cli/batch/stamp.h"

#include <sys/wait.h>

#include "cli/batch/picture_crc.h"
#include "cli/verbs/verb.h"
#include "flatplot/output.h"
#include "render/leak_check.h"
#include "unit/cli/capture.h"

/* An option, and the words of two command lines that differ by it alone. They draw the first frame
 * of two of in.npy, or what they say instead. */
static const struct row {
    const char *name;
    bool changes; /* pixels */
    const char *without;
    const char *with;
} rows[] = {
    {"cmap", true, "", "--cmap=gray"},
    {"vmin", true, "", "--vmin=3"},
    {"vmax", true, "", "--vmax=30"},
    {"clim", true, "", "--clim=p10,p60"},
    {"norm", true, "--vmin=1", "--vmin=1 --norm=log"},
    {"bad", true, "--norm=log --vmin=1", "--norm=log --vmin=1 --bad=red"},
    {"under", true, "--vmin=5", "--vmin=5 --under=red"},
    {"over", true, "--vmax=5", "--vmax=5 --over=red"},
    {"interpolation", true, "", "--interpolation=bicubic"},
    {"stage", true, "--interpolation=bilinear", "--interpolation=bilinear --stage=rgba"},
    {"alpha", true, "", "--alpha=.5"},
    {"aspect", true, "", "--aspect=auto"},
    {"origin", true, "", "--origin=lower"},
    {"extent", true, "", "--extent=0,1,0,1"},
    {"title", true, "", "--title=x"},
    {"dt", true, "--title={time} --dt=1 --frames=1", "--title={time} --dt=2 --frames=1"},
    {"t0", true, "--title={time} --dt=1", "--title={time} --dt=1 --t0=7"},
    {"times", true, "--frames=1 --title={time} --dt=1",
     "--frames=1 --title={time} --times=times.npy"},
    {"xlabel", true, "", "--xlabel=x"},
    {"ylabel", true, "", "--ylabel=y"},
    {"colorbar", true, "", "--colorbar"},
    {"xlim", true, "", "--xlim=1,3"},
    {"ylim", true, "", "--ylim=3,1"},
    {"ticks", true, "", "--ticks=off"},
    {"grid", true, "", "--grid"},
    {"style", true, "", "--style=dark"},
    {"subplots", true, "", "--subplots=1,2"},
    {"no-axes", true, "--size=60x50", "--size=60x50 --no-axes"},
    {"scale", true, "--no-axes", "--no-axes --scale=2"},
    {"size", true, "", "--size=200x150"},
    {"figsize", true, "", "--figsize=2x2"},
    {"dpi", true, "", "--dpi=50"},
    {"frames", true, "--clim=0,59", "--clim=0,59 --frames=1"},
    {"raw", true, "--raw=5,6:f4+128", "--raw=6,5:f4+128"},
    {"frame-axis", true, "--frame-axis=0", "--frame-axis=1"},
    {"channel-axis", true, "cube.npy --frame-axis=none",
     "cube.npy --frame-axis=none --channel-axis=0"},
    {"reshape", true, "", "--reshape=6,5"},
    {"sort", true, "in10.npy in2.npy --subplots=1,2",
     "in10.npy in2.npy --subplots=1,2 --sort=natural"},

    {"output", false, "", "-o also.png"},
    {"format", false, "", "--format=png-reference"},
    {"compress", false, "", "--compress=small"},
    {"files-from", false, "in.npy", "--files-from=list"},
    {"null", false, "in.npy", "--files-from=list0 --null"},
    {"mkdir", false, "", "--mkdir"},
    {"skip-existing", false, "", "--skip-existing"},
    {"no-clobber", false, "", "--no-clobber"},
    {"keep-going", false, "", "-k"},
    {"jobs", false, "", "-j2"},
    {"rss", false, "", "--rss=rss.csv"},
    {"rss-plot", false, "", "--rss-plot=rss.png"},
    {"max-growth", false, "", "--max-growth=1G"},
    {"max-rss", false, "", "--max-rss=9G"},
    {"shard", false, "--clim=0,59", "--clim=0,59 --shard=1/1"},
    {"report", false, "", "--report=report.ndjson"},
    {"dry-run", false, "", "--dry-run"}, /* draws nothing */
    {"missing-glyphs", false, "", "--missing-glyphs=error"},
    {"progress", false, "", "--progress=never"},
};

/* What came of a command line: its picture's pixels and stamp, both nothing when it made none. */
struct result {
    uint32_t pixels;
    char stamp[FP__STAMP_ROOM];
};

/* In a process of its own, for who has drawn text cannot start others. */
static void
draw_apart(char *words)
{
    char *argv[MAX_WORDS + 2] = {(char *)"flatplot"};
    int argc = 1;
    int status;
    for (char *word = strtok(words, " "); word; word = strtok(NULL, " "))
        argv[argc++] = word;
    pid_t pid = fork();
    if (pid == 0) {
        struct capture c = capture_begin();
        int code = fp_tool_main(argc, argv);
        capture_end(&c);
        fp__leak_check_end(); /* this process ends without its exit handlers */
        _exit(code);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != 6) /* 6: too few frames for a verdict */
        fail_msg("%s", captured(2));
}

static struct result
draw(const char *words)
{
    struct result r = {0};
    char line[512];
    bool other = strncmp(words, "in", 2) == 0 || strncmp(words, "cube", 4) == 0 ||
                 strncmp(words, "--files", 7) == 0;
    unlink("out.png");
    unlink("also.png");
    snprintf(line, sizeof line, "imshow --dpi=25 --frames=0 -o out.png %s %s",
             other ? "" : "in.npy", words);
    draw_apart(line);
    const char *file = access("also.png", R_OK) == 0 ? "also.png" : "out.png";
    if (access(file, R_OK) == 0) {
        assert_int_equal(fp__picture_crc(NULL, file, &r.pixels), FP_OK);
        assert_true(fp_png_text(NULL, file, FP__STAMP_KEY, r.stamp, sizeof r.stamp));
    }
    fp_context_destroy(NULL);
    return r;
}

static const struct row *
find_row(const char *name)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].name, name) == 0)
            return &rows[i];
    }
    fail_msg("--%s: does it change pixels? Add it to cli/batch/traits.c if so, and to the rows of "
             "this test",
             name);
    return NULL;
}

static void
check_row(const struct row *row)
{
    struct result without = draw(row->without);
    struct result with = draw(row->with);
    assert_true(without.stamp[0]);
    if (!with.stamp[0]) {
        assert_string_equal(row->name, "dry-run");
        return;
    }
    if ((without.pixels != with.pixels) != row->changes)
        fail_msg("--%s: pixels are %s", row->name, row->changes ? "the same" : "others");
    if ((strcmp(without.stamp, with.stamp) != 0) != row->changes)
        fail_msg("--%s: the stamp is %s", row->name, row->changes ? "the same" : "another one");
}

/* Under valgrind a picture takes a second, and a few of them show what there is to show. */
static size_t
step(void)
{
    return repeats(50) < 50 ? 25 : 1;
}

static void
every_option_changes_pixels_and_stamp_or_neither(void **state)
{
    (void)state;
    const struct fp__option_table *table = &fp__verb_imshow.options;
    assert_int_equal(table->count, sizeof rows / sizeof *rows);
    for (size_t i = 0; i < table->count; i += step())
        check_row(find_row(table->rows[i].name));
}

/* Whatever way was found to say it. */
static void
the_same_picture_has_the_same_stamp(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"--vmin=0 --vmax=59", ""},
        {"--clim=0,59", "--clim=-0,59"},
        {"--figsize=6.4x4.8", ""},
        {"--size=160x120", ""},
        {"--cmap=viridis --norm=linear --alpha=1", ""},
        {"--origin=upper --stage=data --ticks=on --style=default", ""},
        {"--subplots=1,1", ""},
        {"--no-axes --scale=1", "--no-axes"},
        {"--bad=#ff0000", "--bad=red"},
        {"cube.npy --frame-axis=none --no-axes --size=60x20 --aspect=1 --under=none", /* ignored */
         "cube.npy --frame-axis=none --no-axes --size=60x20 --aspect=1"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i += step()) {
        struct result a = draw(pairs[i][0]);
        struct result b = draw(pairs[i][1]);
        assert_int_equal(a.pixels, b.pixels);
        if (strcmp(a.stamp, b.stamp) != 0)
            fail_msg("%s: %s; %s: %s", pairs[i][0], a.stamp, pairs[i][1], b.stamp);
    }
}

static int
make_inputs(void **state)
{
    (void)state;
    if (chdir(temp_dir()) != 0)
        return -1;
    write_ramp("in.npy", "2,5,6");
    write_steps("in2.npy", "5,6", 2);
    write_steps("in10.npy", "5,6", -3);
    write_steps("cube.npy", "3,3,3", .03F);
    write_steps("times.npy", "2", 1.5F);
    write_file("list", "in.npy\n", 7);
    write_file("list0", "in.npy", 7);
    return 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_option_changes_pixels_and_stamp_or_neither),
        world_test(the_same_picture_has_the_same_stamp),
    };
    return cmocka_run_group_tests(tests, make_inputs, NULL);
}
