/* SPDX-License-Identifier: MIT */
/* test_names_check.c: output names, before anything is drawn. */
#include <sys/stat.h>

#include "cli/batch/names_apart.h"
#include "unit/cli/capture.h"
#include "unit/data/packed_bytes.h"

static struct fp__plan plan;
static struct fp__names names;
static const char *format; /* of --format */
static struct fp__named_files *beside;

/* Plans the inputs in the temporary folder (NULL ends them) and checks the names of `output`. */
static int
check(const char *output, const char *frames, bool make, const char *const *inputs)
{
    struct fp__settings settings = {
        .output = output, .format = format, .frames = frames, .mkdir = make};
    const char *paths[4];
    size_t count = 0;
    for (; inputs[count]; count++)
        paths[count] = temp_path(inputs[count]);
    struct capture c = capture_begin();
    int code = fp__names_init(&names, &settings);
    if (!code)
        code = fp__plan_make(&plan, NULL, NULL, paths, count, frames, NULL);
    if (!code)
        code = fp__names_check(&names, &plan, beside);
    capture_end(&c);
    return code;
}

static void
finish(void)
{
    fp__names_finish(&names);
    fp__plan_finish(&plan);
}

static int
teardown(void **state)
{
    finish();
    return world_teardown(state);
}

static const char *const film[] = {"film.npy", NULL};
static const char *const both[] = {"film.npy", "still.npy", NULL};

static int
make_inputs(void **state)
{
    (void)state;
    write_ramp(temp_path("film.npy"), "120,2,5");
    write_ramp(temp_path("still.npy"), "4,5");
    return 0;
}

static void
assert_name(size_t index, const char *expected)
{
    struct fp_text name = {0};
    struct fp__item item = fp__plan_item(&plan, index);
    fp__names_append(&names, &item, &name);
    assert_has(fp_text_string(&name), expected);
    fp_text_finish(&name);
}

static void
numbers_are_as_wide_as_the_unselected_need(void **state)
{
    (void)state;
    assert_int_equal(check(temp_path("{frame}_{index}.png"), "5:8", false, film), 0);
    assert_int_equal(plan.total, 3);
    assert_name(0, "/005_000.png");
    assert_name(2, "/007_002.png");
}

static void
the_index_runs_over_the_job(void **state)
{
    (void)state;
    assert_int_equal(check(temp_path("{stem}-{frame}-{index}.png"), NULL, false, both), 0);
    assert_int_equal(plan.total, 121);
    assert_name(119, "/film-119-119.png");
    assert_name(120, "/still-0-120.png");
    finish();
    assert_int_equal(check(temp_path("%04d.png"), "-1,0", false, film), 0);
    assert_name(0, "/0000.png");
    assert_int_equal(fp__plan_item(&plan, 0).frame, 119);
}

static void
a_folder_means_names_from_the_input(void **state)
{
    (void)state;
    assert_int_equal(check(temp_dir(), NULL, false, both), 0);
    assert_name(3, "/film_003.png");
    assert_name(120, "/still.png");
    finish();
    mkdir(temp_path("{odd} 100%"), 0700);
    assert_int_equal(check(temp_path("{odd} 100%"), NULL, false, film), 0);
    assert_name(3, "/{odd} 100%/film_003.png");
}

static void
no_two_frames_share_a_name(void **state)
{
    (void)state;
    assert_int_equal(check(temp_path("a.png"), NULL, false, film), 2);
    assert_err("two frames have one name");
    assert_err("hint: put {frame} into the name");
    finish();
    assert_int_equal(check(temp_path("a.png"), "7", false, film), 0);
    finish();
    assert_int_equal(check(temp_path("a.png"), "0", false, both), 2);
    assert_err("hint: put {stem} and {frame} into the name");
}

static void
the_hint_is_a_name_that_is_free(void **state)
{
    (void)state;
    assert_int_equal(check(temp_path("{stem}_{frame}.png"), "0,1,0", false, film), 2);
    assert_err("hint: put {index} into the name, as in -o 'out/{index}_{stem}.png'");
    finish();
    assert_int_equal(check(temp_path("{index}_{stem}.png"), "0,1,0", false, film), 0);
    finish();
    mkdir(temp_path("other"), 0700);
    write_ramp(temp_path("other/still.npy"), "2,2");
    const char *const stems[] = {"still.npy", "other/still.npy", NULL};
    assert_int_equal(check(temp_path("{stem}_{frame}.png"), NULL, false, stems), 2);
    assert_err("hint: put {index} into the name, as in -o 'out/{index}_{stem}.png'");
    finish();
    const char *const twice[] = {"still.npy", "still.npy", NULL};
    assert_int_equal(check(temp_path("{stem}.png"), NULL, false, twice), 2);
    assert_err("hint: put {index} into the name");
    finish();
    assert_int_equal(check(temp_path("{index}.png"), NULL, false, twice), 0);
}

static void
links_do_not_hide_a_shared_name(void **state)
{
    (void)state;
    mkdir(temp_path("real"), 0700);
    assert_int_equal(symlink("real", temp_path("link")), 0);
    write_ramp(temp_path("real/x.npy"), "2,2");
    /* The same folder by two names: both inputs would be written to real/p.png. */
    const char *const two[] = {"real/x.npy", "link/x.npy", NULL};
    assert_int_equal(check("{dir}/p.png", NULL, false, two), 2);
    assert_err("two frames have one name");
    finish();
    /* Two names, one a link to the other. */
    assert_int_equal(symlink("0.png", temp_path("real/1.png")), 0);
    assert_int_equal(check(temp_path("real/{index:1}.png"), NULL, false, two), 2);
    finish();
    /* Folders that are still to be made, written in two ways. */
    const char *const dotted[] = {"real/x.npy", "real/./x.npy", NULL};
    assert_int_equal(check("{dir}/new/p.png", NULL, true, dotted), 2);
}

/* Writes an archive of one member, which is what film.npy is. */
static void
write_archive(const char *path, const char *member)
{
    size_t n;
    char *film_bytes = read_file(temp_path("film.npy"), &n);
    struct zip_bytes zip =
        zip_make(&(struct zip_member){.name = member, .bytes = film_bytes, .n = n}, 1);
    write_file(path, zip.bytes, zip.n);
    free(zip.bytes);
    free(film_bytes);
}

static void
a_member_does_not_choose_the_folder(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"...npy", "/<__>_"}, {"..npy", "/<_>_"}, {"", "/<_>_"}, {"../../x.npy", "/<.._.._x>_"}};
    const char *const in[] = {"in.npz", NULL};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_archive(temp_path("in.npz"), cases[i][0]);
        assert_int_equal(check(temp_path("<{member}>_{frame}.png"), NULL, false, in), 0);
        assert_name(0, cases[i][1]);
        finish();
    }
}

static void
an_input_is_never_written(void **state)
{
    (void)state;
    write_ramp(temp_path("in.png"), "2,2"); /* the content decides what a file is */
    const char *const in[] = {"in.png", NULL};
    assert_int_equal(check(temp_path("in.png"), NULL, false, in), 2);
    assert_err("is also an input");
    finish();
    assert_int_equal(symlink("in.png", temp_path("alias.png")), 0);
    assert_int_equal(check(temp_path("alias.png"), NULL, false, in), 2);
    finish();
    assert_int_equal(link(temp_path("in.png"), temp_path("hard.png")), 0);
    assert_int_equal(check(temp_path("hard.png"), NULL, false, in), 2);
    finish();
    const char *const alias[] = {"alias.png", NULL};
    assert_int_equal(check(temp_path("in.png"), NULL, false, alias), 2);
}

static void
nor_is_the_file_of_a_member_beside_pictures(void **state)
{
    (void)state;
    const char *const in[] = {"in.npz:x", NULL};
    struct fp__named_files named = {0};
    write_archive(temp_path("in.npz"), "x.npy");
    fp__named_files_add(&named, "--rss", temp_path("in.npz"), true);
    beside = &named;
    assert_int_equal(check(temp_path("{frame}.png"), NULL, false, in), 2);
    assert_err("in.npz is also an input");
    beside = NULL;
    fp__named_files_finish(&named);
    finish();
    assert_int_equal(check(temp_path("in.npz"), "0", false, in), 2);
    assert_err("no format npz");
    finish();
    fp__named_files_add(&named, "--clim", temp_path("in.npz"), false);
    beside = &named;
    assert_int_equal(check(temp_path("{frame}.png"), NULL, false, in), 0);
    beside = NULL;
    fp__named_files_finish(&named);
}

static void
folders_are_there_or_may_be_made(void **state)
{
    (void)state;
    struct stat st;
    assert_int_equal(check(temp_path("no/such/{frame}.png"), NULL, false, film), 4);
    assert_err("no such folder\n  hint: --mkdir");
    finish();
    assert_int_equal(check(temp_path("no/such/{frame}.png"), NULL, true, film), 0);
    assert_true(names.folders_missing);
    assert_int_equal(stat(temp_path("no"), &st), -1);
    finish();
    assert_int_equal(check(temp_path("{frame}.png"), NULL, true, film), 0);
    assert_false(names.folders_missing);
    finish();
    assert_int_equal(check(temp_path("film.npy/{frame}.png"), NULL, true, film), 4);
    assert_err("film.npy: not a folder that can be used\n  hint: ");
}

static void
endings_are_those_that_are_written(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const char *said;
    } rows[] = {
        {"a.jpg", "convert"},
        {"a.mp4", "ffmpeg"},
        {"a.svg", "not yet"},
        {"a.gif", "not yet"},
        {"a.y4m", "not yet"},
        {"a.xyz", "no format xyz"},
        {"a", "the name has no ending"},
        {"a.", "no ending"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(check(temp_path(rows[i].name), "0", false, film), 2);
        assert_err(rows[i].said);
        finish();
    }
    assert_int_equal(check(temp_path("a.PNG"), "0", false, film), 0);
}

static void
every_ending_is_looked_at(void **state)
{
    (void)state;
    write_ramp(temp_path("a.png.npy"), "2,2");
    write_ramp(temp_path("b.jpg.npy"), "2,2");
    const char *const two[] = {"a.png.npy", "b.jpg.npy", NULL};
    assert_int_equal(check(temp_path("o_{stem}"), NULL, false, two), 2);
    assert_err("o_b.jpg: jpg is not written");
    finish();
    format = "png";
    assert_int_equal(check(temp_path("o_{stem}"), NULL, false, two), 0);
    format = NULL;
}

static void
a_hundred_thousand_names_take_no_time(void **state)
{
    (void)state;
    const char *const many[] = {"many.npy", NULL};
    char shape[32];
    snprintf(shape, sizeof shape, "%zu,1,5", repeats(100000));
    write_ramp(temp_path("many.npy"), shape);
    assert_int_equal(check(temp_path("{frame}.png"), NULL, false, many), 0);
    finish();
    assert_int_equal(check(temp_path("{frame}.png"), ":,-1", false, many), 2);
}

/* --- what is kept while names are compared ---------------------------------------------------- */

/* Whether names tell frames apart without one of them being kept. */
static bool
is_proven(const char *output, const char *frames, const char *const *inputs)
{
    assert_int_equal(check(temp_path(output), frames, true, inputs), 0);
    bool apart = fp__names_apart(&names, &plan);
    finish();
    return apart;
}

static const char *const runs[] = {"run1.npy", "run2.npy", NULL};
static const char *const twice[] = {"film.npy", "film.npy[0]", NULL};

static void
make_runs(void)
{
    write_ramp(temp_path("run1.npy"), "12,1,5");
    write_ramp(temp_path("run2.npy"), "12,1,5");
}

static void
numbers_tell_names_apart(void **state)
{
    (void)state;
    make_runs();
    static const char *const of_one[] = {
        "{frame}.png",
        "{index}.png",
        "%05d.png",
        "{stem}_{frame:+}.png",
        "{frame:3}_a1.png",
        "{frame}{index}.png",
        "{index:d}{stem}.png",
        "{stem}/{frame}-{stem}.png",
        "{frame:d}_{frame:05}.png",
    };
    for (size_t i = 0; i < sizeof of_one / sizeof *of_one; i++)
        assert_true(is_proven(of_one[i], NULL, film));
    assert_true(is_proven("{frame}.png", "3,5:9,100::3", film));
    assert_true(is_proven("{index}.png", "::-1", film));
    assert_true(is_proven("{index}.png", NULL, runs));
    assert_true(is_proven("{index}.png", NULL, twice));
    assert_true(is_proven("{stem}_{frame}.png", NULL, runs));
    assert_true(is_proven("{stem}/{frame}.png", NULL, runs));
    assert_true(is_proven("{stem}/{frame}_{index}.png", NULL, runs));
    assert_true(is_proven("{stem}{frame}.png", NULL, both));
}

static void
where_they_do_not_names_are_compared(void **state)
{
    (void)state;
    make_runs();
    assert_false(is_proven("{frame}.png", "::-1", film)); /* they differ: it only takes longer */
    assert_false(is_proven("{frame}/a.png", NULL, film)); /* folders may be links to each other */
    assert_false(is_proven("{frame:.1f}.png", NULL, film));
    assert_false(is_proven("{stem}{frame}.png", NULL, runs)); /* run1 11, run11 1 */
    assert_false(is_proven("{frame}_{stem}.png", NULL, runs));
    assert_false(is_proven("{stem}_{frame}_{index}.png", NULL, twice));
}

/* Frame 10 of a1 and frame 0 of a11. */
static void
numbers_that_meet_are_found(void **state)
{
    (void)state;
    const char *const meeting[] = {"a1.npy", "a11.npy", NULL};
    write_ramp(temp_path("a1.npy"), "12,1,5");
    write_ramp(temp_path("a11.npy"), "2,1,5");
    assert_int_equal(check(temp_path("{stem}{frame:1}.png"), NULL, false, meeting), 2);
    assert_err("a110.png: frame 10 of");
    finish();
    assert_int_equal(check(temp_path("{stem}{frame:1}_v2.png"), NULL, false, meeting), 2);
    finish();
    const char *const late[] = {"a11.npy[9]", "a1.npy", NULL}; /* numbers 0 and 10 in the job */
    write_ramp(temp_path("a11.npy"), "10,1,5");
    assert_int_equal(check(temp_path("{stem}{index:1}_{frame:1}.png"), NULL, false, late), 2);
    finish();
    const char *const turned[] = {"film.npy", "film.npy", NULL};
    assert_int_equal(check(temp_path("{stem}_{frame}.png"), ":2", false, turned), 2);
    finish();
    /* Whose name has a number, and whose frame has one: a_1.png. */
    const char *const folder[] = {"a.npy", "a_1.npy", NULL};
    write_ramp(temp_path("a.npy"), "2,1,5");
    write_ramp(temp_path("a_1.npy"), "1,5");
    assert_int_equal(check(temp_dir(), NULL, false, folder), 2);
    assert_err("a_1.png: frame 1 of");
}

static int
check_once(void *arg)
{
    (void)arg;
    int code = check(temp_path("{stem}/{frame}.png"), "0:3", true, both);
    finish();
    fp_context_destroy(NULL);
    return code == 4 || code == 3 || code == 0 ? code : -1;
}

static void
checking_survives_exhaustion(void **state)
{
    (void)state;
    write_ramp(temp_path("film.npy"), "4,2,5");
    torture(check_once, NULL, 1);
    write_ramp(temp_path("film.npy"), "120,2,5");
}

#define names_test(function) cmocka_unit_test_teardown(function, teardown)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        names_test(numbers_are_as_wide_as_the_unselected_need),
        names_test(the_index_runs_over_the_job),
        names_test(a_folder_means_names_from_the_input),
        names_test(no_two_frames_share_a_name),
        names_test(links_do_not_hide_a_shared_name),
        names_test(a_member_does_not_choose_the_folder),
        names_test(an_input_is_never_written),
        names_test(nor_is_the_file_of_a_member_beside_pictures),
        names_test(the_hint_is_a_name_that_is_free),
        names_test(folders_are_there_or_may_be_made),
        names_test(endings_are_those_that_are_written),
        names_test(every_ending_is_looked_at),
        names_test(a_hundred_thousand_names_take_no_time),
        names_test(numbers_tell_names_apart),
        names_test(where_they_do_not_names_are_compared),
        names_test(numbers_that_meet_are_found),
        names_test(checking_survives_exhaustion),
    };
    return cmocka_run_group_tests(tests, make_inputs, NULL);
}
