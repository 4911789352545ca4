/* SPDX-License-Identifier: MIT */
/* test_png_trial.c: which filters are chosen, and how small files become by it. */
#include "output/png_trial.h"

#include "unit/output/pictures.h"

enum { COLORS = 40 };

/* Some colours in no order, as a colormap makes them of noise. */
static uint32_t
speckle(uint32_t *seed)
{
    uint32_t i = random32(seed) % COLORS;

    return rgb(i * 97, i * 57, i * 151);
}

/* Channels that go up and down slowly, each a little blurred, as in photographs. */
static uint32_t
photograph(int x, int y, uint32_t *seed)
{
    double wave = 100 + 60 * sin(x * 0.013 + y * 0.021) + 40 * sin(x * 0.031 - y * 0.017);
    unsigned grain = random32(seed) % 3;

    return rgb((unsigned)wave + grain, (unsigned)(wave * 0.8) + grain, (unsigned)(wave * 0.6));
}

/* A photograph from row `first` to row `end`, speckles above and below it. */
static struct fp__raster
make_mixture(int width, int height, int first, int end)
{
    struct fp__raster raster = make_raster(FLAT, width, height, true, 0);
    uint32_t *pixels = (uint32_t *)(uintptr_t)raster.pixels;
    uint32_t seed = 5;

    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            *pixels++ = y >= first && y < end ? photograph(x, y, &seed) : speckle(&seed);
    return raster;
}

static struct taken
write_checked(const struct fp__format *format, const struct fp__raster *raster)
{
    struct taken taken = write_raster(format, raster);

    assert_shows(&taken, raster);
    return taken;
}

/* How many of the rows from `first` to `end` have that filter. */
static int
count_rows(const struct taken *taken, const struct fp__raster *raster, int first, int end,
           uint8_t filter)
{
    struct chunks chunks = read_chunks(taken);
    size_t size = 1 + 3 * (size_t)raster->width;
    uint8_t *rows = inflate_rows(&chunks, size * (size_t)raster->height);
    int n = 0;

    for (int y = first; y < end; y++)
        n += rows[(size_t)y * size] == filter;
    free(rows);
    return n;
}

static void
few_colors_are_not_filtered_and_photographs_are(void **state)
{
    (void)state;
    for (int photo = 0; photo < 2; photo++) {
        struct fp__raster raster = make_mixture(200, 150, 0, photo ? 150 : 0);
        struct taken taken = write_checked(&fp__format_png_small, &raster);
        int n = count_rows(&taken, &raster, 0, 150, 0);

        assert_true(photo ? n < 10 : n == 150);
        free(taken.bytes);
        free_raster(&raster);
    }
}

/* 1 MiB is 349 rows of 1000 pixels. */
static void
each_band_is_filtered_as_is_best_for_it(void **state)
{
    (void)state;
    for (int below = 0; below < (int)repeats(2); below++) {
        int first = below ? 349 : 0;
        int end = below ? 430 : 349;
        struct fp__raster raster = make_mixture(1000, 430, first, end);
        struct taken taken = write_checked(&fp__format_png_small, &raster);

        assert_int_equal(count_rows(&taken, &raster, 0, 430, 0), 430 - (end - first));
        assert_int_equal(count_rows(&taken, &raster, first, end, 0), 0);
        assert_true(count_rows(&taken, &raster, first, end, 4) > 20);
        free(taken.bytes);
        free_raster(&raster);
    }
}

/* The bytes of speckles filtered as libpng does by itself are half as many again. */
static void
files_are_as_small_as_libpng_makes_them_or_smaller(void **state)
{
    static const int ends[] = {0, 80, 150};

    (void)state;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        struct fp__raster raster = make_mixture(200, 150, 0, ends[i]);
        struct taken small = write_checked(&fp__format_png_small, &raster);
        struct taken usual = write_checked(&fp__format_png_reference, &raster);

        assert_true((double)small.n <= (double)usual.n * (ends[i] == 0 ? 0.7 : 1));
        free(small.bytes);
        free(usual.bytes);
        free_raster(&raster);
    }
}

static void
no_byte_depends_on_other_pictures(void **state)
{
    struct fp__raster a = make_mixture(200, 150, 0, 0);
    struct fp__raster b = make_mixture(210, 50, 0, 50);
    struct taken first = write_raster(&fp__format_png_small, &a);
    struct taken between = write_raster(&fp__format_png_small, &b);
    struct taken again = write_raster(&fp__format_png_small, &a);

    (void)state;
    assert_int_equal(first.n, again.n);
    assert_memory_equal(first.bytes, again.bytes, first.n);
    free(first.bytes);
    free(between.bytes);
    free(again.bytes);
    free_raster(&a);
    free_raster(&b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(few_colors_are_not_filtered_and_photographs_are),
        world_test(each_band_is_filtered_as_is_best_for_it),
        world_test(files_are_as_small_as_libpng_makes_them_or_smaller),
        world_test(no_byte_depends_on_other_pictures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
