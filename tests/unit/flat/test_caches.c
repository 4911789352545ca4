/* SPDX-License-Identifier: MIT */
/* test_caches.c: what a context keeps for the next picture: counted whole, bounded, and enough. */
#include "core/alloc.h"
#include "unit/data/npy_bytes.h"
#include "unit/flat/loops.h"

static void
draw(struct fp_figure *fig, const char *title, enum fp_interpolation interpolation)
{
    struct fp_array *array = fresh_array(60);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_imshow_options options = fp_imshow_defaults();
    struct fp_image *image;

    options.interpolation = interpolation;
    image = fp_axes_imshow(ax, array, &options);
    fp_unref(array);
    assert_int_equal(fp_axes_set_title(ax, title), FP_OK);
    assert_non_null(fp_axes_colorbar(ax, image, NULL));
    write_frame(fig);
    assert_int_equal(fp_figure_clear(fig), FP_OK);
}

static size_t
sum_of(const struct fp_memory_sample *sample)
{
    size_t sum = 0;

    for (int i = 0; i < FP_CACHES; i++)
        sum += sample->caches[i];
    return sum;
}

static void
every_byte_has_a_name(void **state)
{
    static const enum fp_interpolation ways[] = {FP_INTERPOLATION_AUTO, FP_NEAREST, FP_BICUBIC,
                                                 FP_LANCZOS};
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_memory_sample now;

    (void)state;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
        for (int side = 40; side <= 640; side *= 4) {
            fp_figure_set_size_pixels(fig, side, side);
            draw(fig, "\xed\x95\x9c title", ways[i]);
            now = held_now();
            assert_int_equal(sum_of(&now), now.cache_bytes);
        }
    for (enum fp_cache cache = 0; cache < FP_CACHES; cache++)
        assert_true(now.caches[cache] > 0 || cache == FP_CACHE_GRIDS);
    fp_context_trim(NULL);
    now = held_now();
    assert_true(sum_of(&now) < 16384);
    fp_unref(fig);
}

#define SIZES 49

/* Pixels of the n'th picture. */
static void
set_size(struct fp_figure *fig, size_t n)
{
    fp_figure_set_size_pixels(fig, 160 + (int)(n % 7) * 20, 120 + (int)(n / 7 % 7) * 20);
}

/* Four copies of the largest canvas, and what does not depend on it. */
#define MOST ((size_t)4 * 280 * 240 * 4 + ((size_t)3 << 20))

static void
other_titles_and_sizes_leave_them(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_memory_sample warm = {0}, now;
    size_t n = turns(1000);
    char title[64];

    (void)state;
    for (size_t turn = 0; turn < SIZES + n; turn++) {
        snprintf(title, sizeof title, "%zu, %zx, %zo: turn %zu", turn * turn, turn * 77, turn,
                 turn);
        set_size(fig, turn);
        draw(fig, title, FP_INTERPOLATION_AUTO);
        if (turn == SIZES - 1)
            warm = held_now();
    }
    now = held_now();
    assert_memory_equal(now.caches, warm.caches, sizeof now.caches);
    assert_in_range(sum_of(&now), 1, MOST);
    assert_in_range(now.caches[FP_CACHE_TEXT], 1, 300 << 10);
    fp_unref(fig);
}

/* --- the loop of a batch ---------------------------------------------------------------------- */

static void
draw_from(struct fp_figure *fig, struct fp_frames *frames, size_t turn)
{
    struct fp_array *array = NULL;
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    char title[32];

    assert_int_equal(fp_frames_read(frames, turn, &array), FP_OK);
    snprintf(title, sizeof title, "frame %zu", turn);
    assert_int_equal(fp_axes_set_title(ax, title), FP_OK);
    assert_non_null(fp_axes_colorbar(ax, fp_axes_imshow(ax, array, NULL), NULL));
    fp_unref(array);
    assert_int_equal(fp_figure_save(fig, temp_path("frame.png")), FP_OK);
    assert_int_equal(fp_figure_clear(fig), FP_OK);
}

static void
write_film(const char *path)
{
    static const char dict[] = "{'descr': '<f4', 'fortran_order': False, 'shape': (30, 100, 90), }";
    static float values[30 * 100 * 90];
    static unsigned char file[sizeof values + sizeof dict + 80];

    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        values[i] = (float)(i % 1013);
    write_file(path, file, npy_make(file, 1, dict, values, sizeof values));
}

static void
after_two_frames_they_are_enough(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_frames *frames;
    size_t before = 0;

    (void)state;
    write_film(temp_path("film.npy"));
    frames = fp_frames_open(NULL, temp_path("film.npy"));
    assert_non_null(frames);
    for (size_t turn = 0; turn < 30; turn++) {
        if (turn == 2)
            before = fp__alloc_large_calls();
        draw_from(fig, frames, turn);
    }
    assert_int_equal(fp__alloc_large_calls(), before);
    fp_unref(frames);
    fp_unref(fig);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_byte_has_a_name),
        world_test(other_titles_and_sizes_leave_them),
        world_test(after_two_frames_they_are_enough),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
