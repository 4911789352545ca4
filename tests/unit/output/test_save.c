/* SPDX-License-Identifier: MIT */
/* test_save.c: figures as files: names and formats, what is in them, whole or not at all, and the
 * same bytes whatever came before. */
#include "unit/output/pictures.h"

#include <sys/stat.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/file.h"
#include "unit/figure/scene.h"

static struct fp_figure *
frame(int number)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_image *image = show_counting(ax, 5 + (size_t)number, 7, NULL);
    char title[32];

    snprintf(title, sizeof title, "\xed\x95\x9c frame %d", number);
    fp_axes_set_title(ax, title);
    fp_axes_colorbar(ax, image, labelled("label"));
    return fig;
}

static struct taken
bytes_of(struct fp_figure *fig)
{
    struct taken taken = {0};

    assert_int_equal(fp_figure_write(fig, "png", take, &taken), FP_OK);
    return taken;
}

/* --- names ------------------------------------------------------------------------------------ */

static void
the_ending_names_the_format(void **state)
{
    struct fp_figure *fig = frame(1);
    const char *path = temp_path("a.b.png");
    struct taken whole = bytes_of(fig);
    size_t n;
    char *file;

    (void)state;
    assert_int_equal(fp_figure_save(fig, path), FP_OK);
    file = read_file(path, &n);
    assert_int_equal(n, whole.n);
    assert_memory_equal(file, whole.bytes, n);
    free(file);
    assert_int_equal(fp_figure_save_as(fig, "png", temp_path("no_ending")), FP_OK);
    file = read_file(temp_path("no_ending"), &n);
    assert_int_equal(n, whole.n);
    free(file);
    free(whole.bytes);
    remove(path);
    remove(temp_path("no_ending"));
    fp_unref(fig);
}

static void
expect_refused(struct fp_figure *fig, const char *path, const char *message, const char *hint)
{
    assert_int_equal(fp_figure_save(fig, path), FP_ERR_ARGUMENT);
    assert_non_null(strstr(fp_context_message(NULL), message));
    assert_non_null(strstr(fp_context_hint(NULL), hint));
    assert_int_equal(count_files(temp_dir()), 0);
}

static void
without_a_known_ending_nothing_is_made(void **state)
{
    struct fp_figure *fig = frame(1);

    (void)state;
    expect_refused(fig, temp_path("plain"), "no ending", ".png");
    expect_refused(fig, temp_path("folder.png/plain"), "no ending", ".png");
    expect_refused(fig, temp_path("picture.jpg"), "\"jpg\"", "png");
    expect_refused(fig, temp_path("picture."), "\"\"", "png");
    assert_int_equal(fp_figure_save_as(fig, "pngg", temp_path("a.png")), FP_ERR_ARGUMENT);
    assert_int_equal(fp_figure_write(fig, "pngg", take, NULL), FP_ERR_ARGUMENT);
    assert_int_equal(count_files(temp_dir()), 0);
    fp_unref(fig);
}

/* --- what is in the file ---------------------------------------------------------------------- */

static void
expect_text(const struct chunks *chunks, const char *type, const char *key, const char *value)
{
    size_t k = strlen(key) + 1;

    for (size_t i = 0; i < chunks->n; i++) {
        const struct chunk *c = &chunks->at[i];

        if (strcmp(c->type, type) != 0 || c->n < k || memcmp(c->data, key, k) != 0)
            continue;
        assert_true(c->n >= k + strlen(value));
        assert_memory_equal(c->data + c->n - strlen(value), value, strlen(value));
        return;
    }
    fail_msg("no %s with %s", type, key);
}

static void
density_and_metadata_are_in_the_file(void **state)
{
    struct fp_figure *fig = frame(1);
    struct taken taken;
    struct chunks chunks;

    (void)state;
    assert_int_equal(fp_figure_set_metadata(fig, "Title", "old"), FP_OK);
    assert_int_equal(fp_figure_set_metadata(fig, "Title", "new"), FP_OK);
    assert_int_equal(fp_figure_set_metadata(fig, "Gone", "x"), FP_OK);
    assert_int_equal(fp_figure_set_metadata(fig, "Gone", NULL), FP_OK);
    assert_int_equal(fp_figure_set_metadata(fig, "Source", "\xed\x95\x9c"), FP_OK);
    taken = bytes_of(fig);
    chunks = read_chunks(&taken);
    expect_text(&chunks, "tEXt", "Title", "new");
    expect_text(&chunks, "iTXt", "Source", "\xed\x95\x9c");
    expect_text(&chunks, "tEXt", "Software", "flatplot " FP_VERSION);
    for (size_t i = 0; i < chunks.n; i++)
        assert_true(chunks.at[i].n < 4 || memcmp(chunks.at[i].data, "Gone", 4) != 0);
    assert_memory_equal(find_chunk(&chunks, "pHYs")->data, "\0\0\x0f\x61\0\0\x0f\x61\x01", 9);
    free(taken.bytes);
    fp_unref(fig);
}

/* --- the same bytes --------------------------------------------------------------------------- */

static void
no_byte_depends_on_what_was_drawn_before(void **state)
{
    struct fp_figure *fig = frame(3);
    struct taken alone = bytes_of(fig), again;

    (void)state;
    for (int i = 0; i < 50; i++) {
        struct fp_figure *other = frame(i);

        fp_figure_set_size_pixels(other, 50 + 17 * i, 700 - 13 * i);
        again = bytes_of(other);
        free(again.bytes);
        fp_unref(other);
        if (i % 10 == 3)
            fp_context_trim(NULL);
        if (i % 5 != 4)
            continue;
        again = bytes_of(fig);
        assert_int_equal(again.n, alone.n);
        assert_memory_equal(again.bytes, alone.bytes, alone.n);
        free(again.bytes);
    }
    free(alone.bytes);
    fp_unref(fig);
}

static void
a_figure_used_again_writes_what_a_new_one_writes(void **state)
{
    struct fp_figure *used = frame(1), *fresh = frame(2);
    struct fp_axes *ax;
    struct taken a, b;

    (void)state;
    fp_figure_clear(used);
    ax = fp_figure_add_subplot(used, 1, 1, 1);
    fp_axes_colorbar(ax, show_counting(ax, 7, 7, NULL), labelled("label"));
    fp_axes_set_title(ax, "\xed\x95\x9c frame 2");
    a = bytes_of(used);
    b = bytes_of(fresh);
    assert_int_equal(a.n, b.n);
    assert_memory_equal(a.bytes, b.bytes, a.n);
    free(a.bytes);
    free(b.bytes);
    fp_unref(used);
    fp_unref(fresh);
}

/* --- failures --------------------------------------------------------------------------------- */

static void
a_full_device_is_an_error_and_stays_a_device(void **state)
{
    struct fp_figure *fig = frame(1);
    struct stat info;

    (void)state;
    assert_int_equal(fp_figure_save_as(fig, "png", "/dev/full"), FP_ERR_OUTPUT);
    assert_non_null(strstr(fp_context_message(NULL), "/dev/full"));
    assert_int_equal(stat("/dev/full", &info), 0);
    assert_true(S_ISCHR(info.st_mode));
    assert_int_equal(fp_figure_save_as(fig, "png", "/dev/null"), FP_OK);
    assert_int_equal(fp_figure_save(fig, temp_path("missing/a.png")), FP_ERR_OUTPUT);
    fp_unref(fig);
}

static void
a_sink_that_refuses_ends_the_writing(void **state)
{
    struct fp_figure *fig = frame(1);
    int calls = 1;

    (void)state;
    for (;; calls++) {
        struct taken taken = {.refuse = calls};
        enum fp_status status = fp_figure_write(fig, "png", take, &taken);

        free(taken.bytes);
        if (status == FP_OK)
            break;
        assert_int_equal(status, REFUSED);
        assert_int_equal(taken.calls, calls);
    }
    assert_true(calls > 1);
    fp_unref(fig);
}

/* A figure that cannot be drawn leaves an older file as it was. */
static void
a_drawing_that_fails_leaves_the_old_file(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_array *array = counting(2, 2);
    const char *path = temp_path("old.png");
    char *file;

    (void)state;
    write_file(path, "old", 3);
    fp_axes_imshow(fp_figure_add_subplot(fig, 1, 1, 1), array, NULL);
    fp_close(array);
    assert_int_equal(fp_figure_save(fig, path), FP_ERR_CLOSED);
    file = read_file(path, NULL);
    assert_string_equal(file, "old");
    assert_int_equal(count_files(temp_dir()), 1);
    free(file);
    remove(path);
    fp_unref(array);
    fp_unref(fig);
}

/* --- a whole frame with every call failing ---------------------------------------------------- */

struct frame_job {
    const char *path;
    char *whole; /* the file when nothing fails */
    size_t n;
    size_t rows;
};

static enum fp_status
draw_frame(const struct frame_job *job)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    struct fp_image *image = ax ? show_counting(ax, job->rows, job->rows, NULL) : NULL;
    enum fp_status status = FP_ERR_MEMORY;

    if (fig)
        fp_figure_set_size_pixels(fig, 200, 150);
    if (image && fp_axes_set_title(ax, "\xed\x95\x9c\xea\xb8\x80") == FP_OK &&
        fp_axes_colorbar(ax, image, labelled("label")) &&
        fp_figure_set_metadata(fig, "Source", "test") == FP_OK)
        status = fp_figure_save(fig, job->path);
    if (status != FP_OK)
        assert_true(fp_context_status(NULL) == FP_ERR_MEMORY ||
                    fp_context_status(NULL) == FP_ERR_OUTPUT);
    fp_unref(fig);
    return status;
}

/* The file is the old one or the new one, whole. Beside it a hidden one may be left where removing
 * it failed too. */
static int
frame_over_an_old_file(void *arg)
{
    const struct frame_job *job = arg;
    enum fp_status status;
    char *file;
    size_t n;

    write_file(job->path, "old", 3);
    status = draw_frame(job);
    file = read_file(job->path, &n);
    if (status == FP_OK && job->whole) {
        assert_int_equal(n, job->n);
        assert_memory_equal(file, job->whole, n);
    } else if (status != FP_OK) {
        assert_true(strcmp(file, "old") == 0 || (n == job->n && !memcmp(file, job->whole, n)));
    }
    free(file);
    assert_in_range(count_files(temp_dir()), 1, 2);
    return status;
}

static void
torture_frame(size_t rows)
{
    struct frame_job job = {.path = temp_path("frame.png"), .rows = rows};

    write_file(job.path, "old", 3);
    assert_int_equal(draw_frame(&job), FP_OK);
    job.whole = read_file(job.path, &job.n);
    fp_context_destroy(NULL);
    torture(frame_over_an_old_file, &job, 1);
    free(job.whole);
    remove(job.path);
}

static void
a_frame_survives_every_failing_call(void **state)
{
    (void)state;
    torture_frame(4);
}

static void
a_smooth_frame_survives_every_failing_call(void **state)
{
    (void)state;
    torture_frame(90);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(the_ending_names_the_format),
        world_test(without_a_known_ending_nothing_is_made),
        world_test(density_and_metadata_are_in_the_file),
        world_test(no_byte_depends_on_what_was_drawn_before),
        world_test(a_figure_used_again_writes_what_a_new_one_writes),
        world_test(a_full_device_is_an_error_and_stays_a_device),
        world_test(a_sink_that_refuses_ends_the_writing),
        world_test(a_drawing_that_fails_leaves_the_old_file),
        world_test(a_frame_survives_every_failing_call),
        world_test(a_smooth_frame_survives_every_failing_call),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
