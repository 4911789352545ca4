/* SPDX-License-Identifier: MIT */
/* test_tool.c: the whole tool in this process: exit codes, messages, empty world. */
#include "cli/tool.h"

#include <dirent.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include "unit/cli/capture.h"

static int
make_inputs(void **state)
{
    (void)state;
    write_ramp(temp_path("film.npy"), "12,4,5");
    write_ramp(temp_path("still.npy"), "4,5");
    write_steps(temp_path("rgb.npy"), "4,5,3", 1.0f / 64);
    write_ramp(temp_path("row.npy"), "7");
    write_file(temp_path("bad.npy"), "nonsense", 8);
    return 0;
}

/* temp_path's strings are used again after a while; this one stays. */
static const char *
never_made(void)
{
    static char path[1024];
    snprintf(path, sizeof path, "%s/never.png", temp_dir());
    return path;
}

static bool
there(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

static void
help_and_version_go_to_standard_output(void **state)
{
    (void)state;
    assert_int_equal(run("-V"), 0);
    assert_string_equal(captured(1), "flatplot 0.1.0\n");
    assert_int_equal(run("imshow", "--version"), 0);
    assert_string_equal(captured(1), "flatplot 0.1.0\n");
    assert_int_equal(run("-h"), 0);
    assert_out("imshow");
    assert_int_equal(run("--help"), 0);
    assert_out("exit codes");
    assert_int_equal(run("imshow", "-h"), 0);
    assert_null(strstr(captured(1), "--extent"));
    assert_out("examples:\n");
    assert_int_equal(run("imshow", "--help"), 0);
    assert_out("--extent");
    assert_string_equal(captured(2), "");
}

static void
verbs_are_known_or_near(void **state)
{
    (void)state;
    const char *none[] = {NULL};
    assert_int_equal(run_words(none), 2);
    assert_err("usage: flatplot");
    assert_int_equal(run("imshwo"), 2);
    assert_err("did you mean flatplot imshow?");
    assert_int_equal(run("contours"), 2);
    assert_err("did you mean flatplot contour?");
    assert_int_equal(run("ims"), 2);
    assert_int_equal(run("--cmap", "gray"), 2);
    assert_int_equal(run("imshow"), 2);
    assert_err("no input");
}

static void
one_picture_is_written_silently(void **state)
{
    (void)state;
    const char *png = temp_path("one.png");
    assert_int_equal(run("imshow", temp_path("still.npy"), "-o", png), 0);
    assert_true(there(png));
    assert_string_equal(captured(1), "");
    assert_string_equal(captured(2), "");
}

static void
several_frames_end_in_one_line(void **state)
{
    (void)state;
    assert_int_equal(run("imshow", temp_path("film.npy"), "-o", temp_path("f{frame}.png")), 0);
    assert_err("12 frames · ");
    assert_err(" · colour limits 0 … 239 · memory");
    assert_err("memory: too few frames to judge (70); 0 objects, 0 B heap left per frame\n");
    assert_true(there(temp_path("f00.png")) && there(temp_path("f11.png")));
    assert_int_equal(run("imshow", "-q", temp_path("film.npy"), "-o", temp_path("f{frame}.png")),
                     0);
    assert_string_equal(captured(2), "");
    assert_int_equal(run("imshow", "-v", temp_path("film.npy"), "-o", temp_path("f{frame}.png")),
                     0);
    assert_err("f07.png\n");
    assert_err("caches: ");
}

static void
standard_output_takes_pictures(void **state)
{
    (void)state;
    assert_int_equal(run("imshow", temp_path("still.npy"), "-o", "-"), 2);
    assert_err("--format png");
    assert_int_equal(run("imshow", temp_path("still.npy"), "-o", "-", "--format", "png"), 0);
    assert_memory_equal(captured(1), "\x89PNG", 4);
}

static void
contradictions_are_2(void **state)
{
    (void)state;
    char in[1024];
    snprintf(in, sizeof in, "%s/still.npy", temp_dir());
    const char *png = never_made();
    const char *const wrong[][4] = {
        {"--vmin=2", "--vmax=1"},
        {"--clim=2,1"},
        {"--clim=1,x"},
        {"--clim=every"},
        {"--cmap=virdis"},
        {"--interpolation=linear"},
        {"--aspect=0"},
        {"--origin=left"},
        {"--extent=0,1,2"},
        {"--extent=0,0,1,2"},
        {"--scale=2"},
        {"--no-axes", "--title=x"},
        {"--no-axes", "--scale=2", "--size=10x10"},
        {"--size=10x10", "--figsize=1x1"},
        {"--no-axes", "--scale=32767"},
        {"--title={fraem}"},
        {"--format=svg"},
        {"--frames=a"},
        {"--progress=yaml"},
        {"--dpi=-1"},
        {"--nonsense"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const char *words[] = {"imshow",    in,          "-o",        png,
                               wrong[i][0], wrong[i][1], wrong[i][2], NULL};
        int code = run_words(words);
        if (code != 2)
            fail_msg("%s gave %d", wrong[i][0], code);
        assert_err("flatplot: ");
        assert_err("\n  hint: ");
        assert_false(there(png));
    }
    assert_int_equal(run("imshow", in, "--cmap", "virdis", "-o", png), 2);
    assert_err("viridis");
}

static void
bad_input_is_3(void **state)
{
    (void)state;
    const char *png = never_made();
    static const char *const bad[] = {"missing.npy", "row.npy", "bad.npy", "."};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(run("imshow", temp_path(bad[i]), "-o", png), 3);
        assert_err("flatplot: ");
        assert_err("  hint: ");
        assert_false(there(png));
    }
    assert_int_equal(run("imshow", temp_path("film.npy"), "--frames", "5:5", "-o", png), 3);
    assert_err("selects no frame");
    assert_int_equal(run("imshow", temp_path("film.npy"), "--frames", "12", "-o", png), 3);
    assert_err("no frame 12");
}

/* A device like /dev/full that is this program's own: root could destroy the machine's, if the tool
 * were wrong. That one is used only where none can be made. */
static const char *
full_device(void)
{
    const char *path = temp_path("full");
    if (mknod(path, S_IFCHR | 0666, makedev(1, 7)) != 0)
        return "/dev/full";
    int fd = open(path, O_WRONLY);
    close(fd);
    return fd >= 0 ? path : "/dev/full";
}

static void
bad_output_is_4(void **state)
{
    (void)state;
    const char *full = full_device();
    struct stat st;
    assert_int_equal(run("imshow", temp_path("still.npy"), "-o", full), 4);
    assert_err("full");
    assert_int_equal(stat(full, &st), 0);
    assert_true(S_ISCHR(st.st_mode));
    assert_int_equal(run("imshow", temp_path("still.npy"), "-o", temp_path("no/x.png")), 4);
    assert_err("no such folder");
    assert_int_equal(run("imshow", temp_path("still.npy"), "-o", "/proc/x.png"), 4);
    assert_err("/proc/x.png");
}

static void
a_failing_frame_is_counted(void **state)
{
    (void)state;
    const char *path = temp_path("blocked/{index:1}.png");
    mkdir(temp_path("blocked"), 0700);
    mkdir(temp_path("blocked/5.png"), 0700); /* a folder where the sixth file should be */
    assert_int_equal(run("imshow", temp_path("film.npy"), "-o", path), 4);
    assert_err("5 of 12 frames were written");
}

static void
own_colours_ignore_the_scale_with_one_warning(void **state)
{
    (void)state;
    assert_int_equal(run("imshow", temp_path("rgb.npy"), "--cmap=gray", "--vmin=0", "--colorbar",
                         "-o", temp_path("rgb.png")),
                     0);
    assert_err("flatplot: warning: ");
    assert_err("has its own colours: --cmap --vmin --colorbar ignored");
    assert_string_equal(strrchr(captured(2), ':'), ": --cmap --vmin --colorbar ignored\n");
    static const char *const one[] = {"--cmap=gray", "--vmin=0", "--vmax=1", "--clim=all",
                                      "--colorbar"};
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        const char *png = temp_path("rgb.png");
        assert_int_equal(run("imshow", temp_path("rgb.npy"), one[i], "-o", png), 0);
        assert_err("ignored\n");
        assert_ptr_equal(strchr(captured(2), '\n'), strrchr(captured(2), '\n'));
    }
    assert_int_equal(run("imshow", temp_path("rgb.npy"), "-o", temp_path("rgb.png")), 0);
    assert_string_equal(captured(2), "");
}

static void
info_tells_of_all_it_can(void **state)
{
    (void)state;
    assert_int_equal(run("info", temp_path("film.npy"), temp_path("bad.npy"), temp_path("row.npy")),
                     3);
    assert_out("12,4,5");
    assert_out("row.npy");
    assert_err("bad.npy");
    assert_int_equal(run("info", "--json", temp_path("film.npy")), 0);
    assert_out("{\"schema\":1,\"arrays\":[{\"path\":");
    assert_out("\"shape\":[12,4,5],\"frames\":12,\"frame_shape\":[4,5],\"min\":0,\"max\":239,"
               "\"mean\":119.5,\"nan\":0,\"inf\":0}]}\n");
    assert_int_equal(run("info", "--json", temp_path("row.npy")), 0);
    assert_out("\"frames\":0");
    assert_int_equal(run("info"), 2);
}

static void
on_nothing(int number)
{
    (void)number;
}

static void
signals_are_as_before(void **state)
{
    (void)state;
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGXCPU, SIGPIPE, SIGXFSZ};
    enum { COUNT = sizeof numbers / sizeof *numbers };
    struct sigaction mine = {.sa_handler = on_nothing};
    struct sigaction before[COUNT];
    for (int i = 0; i < COUNT; i++)
        sigaction(numbers[i], &mine, &before[i]);
    int code = run("imshow", temp_path("film.npy"), "-o", temp_path("s{frame}.png"));
    for (int i = 0; i < COUNT; i++) {
        struct sigaction after;
        sigaction(numbers[i], &before[i], &after);
        assert_true(after.sa_handler == on_nothing);
    }
    assert_int_equal(code, 0);
}

static void
empty_folder(const char *path)
{
    DIR *folder = opendir(path);
    for (struct dirent *e = readdir(folder); e; e = readdir(folder))
        unlinkat(dirfd(folder), e->d_name, 0);
    closedir(folder);
}

/* A PNG file ends with the chunk IEND: 4 bytes of length, its name, 4 bytes of CRC. */
static void
assert_whole(const char *path)
{
    size_t size;
    char *bytes = read_file(path, &size);
    assert_true(size > 12);
    assert_memory_equal(bytes + size - 8, "IEND", 4);
    free(bytes);
}

static int
draw_once(void *arg)
{
    const char *const *options = arg;
    const char *words[] = {
        "imshow", temp_path("still.npy"), "-o", temp_path("torture/t.png"), options[0], options[1],
        NULL};
    mkdir(temp_path("torture"), 0700);
    int code = run_words(words);
    assert_true(code == 0 || code == 3 || code == 4);
    assert_true((code == 0) == (captured(2)[0] == 0));
    /* The whole picture or nothing. When removing fails too, a hidden name may be left. */
    assert_true(code != 0 || there(temp_path("torture/t.png")));
    if (there(temp_path("torture/t.png")))
        assert_whole(temp_path("torture/t.png"));
    empty_folder(temp_path("torture"));
    return code;
}

static void
a_frame_without_text_survives_exhaustion(void **state)
{
    (void)state;
    torture(draw_once, (const char *[]){"--no-axes", NULL}, 1);
}

static void
a_frame_with_text_survives_exhaustion(void **state)
{
    (void)state;
    torture(draw_once, (const char *[]){"--title=still {vmin} {max}", "--colorbar=K"}, 7);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(help_and_version_go_to_standard_output),
        world_test(verbs_are_known_or_near),
        world_test(one_picture_is_written_silently),
        world_test(several_frames_end_in_one_line),
        world_test(standard_output_takes_pictures),
        world_test(contradictions_are_2),
        world_test(bad_input_is_3),
        world_test(bad_output_is_4),
        world_test(a_failing_frame_is_counted),
        world_test(own_colours_ignore_the_scale_with_one_warning),
        world_test(info_tells_of_all_it_can),
        world_test(signals_are_as_before),
        world_test(a_frame_without_text_survives_exhaustion),
        world_test(a_frame_with_text_survives_exhaustion),
    };
    return cmocka_run_group_tests(tests, make_inputs, NULL);
}
