/* SPDX-License-Identifier: MIT */
/* test_png_random.c: pictures of odd sizes with all that is hard for a compressor, written and read
 * back by two decoders. Sizes lie about where something turns: deflate's longest match (258 bytes:
 * 86 pixels of RGB, 64 of RGBA), its window (32,768 bytes: 10,922 and 8,192 pixels), its longest
 * codes (15 bits). */
#include "unit/output/pictures.h"

#include "unit/flat/loops.h"

enum kind {
    ONE_COLOUR,
    FEW,      /* colours at random */
    RAMP,     /* colours that change slowly */
    WHITE,    /* noise */
    RUNS,     /* of all lengths */
    ROWS,     /* some repeat the one above, or one further up */
    TILES,    /* a piece of a row again and again */
    ENLARGED, /* cells of a few pixels each way, as nearest makes them */
    STEEP,    /* bytes of which each is rarer than the one before by the golden ratio */
    PATCHES,  /* kinds side by side, from row to row others */
    KINDS
};

struct sheet {
    uint32_t seed;
    int width;
    int height;
    bool opaque, gray, mapped;
    uint32_t *pixels;
    uint32_t palette[1024];
    uint32_t colours; /* in use of the palette */
};

static uint32_t
below(struct sheet *s, uint32_t n)
{
    return (uint32_t)(((uint64_t)random32(&s->seed) * n) >> 32);
}

/* Any colour that there is: premultiplied, alphas mostly 0 and 255 as in a figure. */
static uint32_t
any_colour(struct sheet *s)
{
    uint32_t pixel = random32(&s->seed), choice = below(s, 8);

    if (s->opaque)
        return pixel | 0xff000000u;
    return premultiply(pixel, choice < 3 ? 255 : choice < 5 ? 0 : below(s, 256));
}

static uint32_t
palette_colour(struct sheet *s)
{
    return s->palette[below(s, s->colours)];
}

/* --- Rows of every kind: pixels x0 … x1 − 1 of row y ------------------------------------------ */

static void
fill_few(struct sheet *s, uint32_t *row, int n)
{
    for (int x = 0; x < n; x++)
        row[x] = palette_colour(s);
}

static void
fill_ramp(struct sheet *s, uint32_t *row, int n)
{
    uint32_t from = random32(&s->seed), step = below(s, 4) * 0x010101u + below(s, 3);

    for (int x = 0; x < n; x++, from += step)
        row[x] = premultiply(from, s->opaque ? 255 : 255 - (uint32_t)x % 256);
}

static void
fill_white(struct sheet *s, uint32_t *row, int n)
{
    for (int x = 0; x < n; x++)
        row[x] = any_colour(s);
}

static int
run_length(struct sheet *s)
{
    static const int turns[] = {1, 2, 3, 43, 64, 65, 85, 86, 87, 88, 128, 129, 171, 172, 173, 1000};

    return below(s, 2) ? turns[below(s, 16)] : 1 + (int)below(s, 300);
}

static void
fill_runs(struct sheet *s, uint32_t *row, int n)
{
    uint32_t colour = 0;

    for (int x = 0, left = 0; x < n; x++, left--) {
        if (left == 0) {
            left = run_length(s);
            colour = palette_colour(s);
        }
        row[x] = colour;
    }
}

static void
fill_tiles(struct sheet *s, uint32_t *row, int n)
{
    int period = 1 + (int)below(s, below(s, 2) ? 8 : 400);

    for (int x = 0; x < n; x++)
        row[x] = x < period || below(s, 200) == 0 ? palette_colour(s) : row[x - period];
}

static uint32_t
steep_byte(struct sheet *s)
{
    double left = random32(&s->seed) + 1.0, share = 4294967296.0;
    uint32_t byte = 0;

    for (; left <= share / 1.618034; share /= 1.618034)
        byte++;
    return byte;
}

static void
fill_steep(struct sheet *s, uint32_t *row, int n)
{
    for (int x = 0; x < n; x++)
        row[x] = rgb(steep_byte(s), steep_byte(s), steep_byte(s));
}

static void fill_row(struct sheet *s, enum kind kind, int y, uint32_t *row, int n);

static void
fill_like_above(struct sheet *s, int y, uint32_t *row)
{
    size_t n = (size_t)s->width;

    if (y == 0 || below(s, 3) == 0) {
        fill_row(s, below(s, 2) ? FEW : WHITE, y, row, s->width);
        return;
    }
    memcpy(row, row - n * (below(s, 4) ? 1 : 1 + below(s, (uint32_t)y)), n * sizeof *row);
    if (below(s, 4) == 0)
        row[below(s, (uint32_t)n)] = any_colour(s);
}

static void
fill_enlarged(struct sheet *s, int y, uint32_t *row)
{
    int across = 1 + (int)s->colours % 7, down = 1 + (int)s->colours % 5;

    if (y % down != 0)
        memcpy(row, row - s->width, (size_t)s->width * sizeof *row);
    for (int x = 0; y % down == 0 && x < s->width; x++)
        row[x] = x % across ? row[x - 1] : palette_colour(s);
}

static void
fill_patches(struct sheet *s, int y, uint32_t *row)
{
    static const enum kind kinds[] = {FEW, RAMP, WHITE, RUNS, TILES, STEEP};

    for (int x = 0, n; x < s->width; x += n) {
        n = 1 + (int)below(s, 500);
        n = n < s->width - x ? n : s->width - x;
        fill_row(s, kinds[below(s, 6)], y, row + x, n);
    }
}

static void
fill_row(struct sheet *s, enum kind kind, int y, uint32_t *row, int n)
{
    static void (*const simple[])(struct sheet *, uint32_t *, int) = {
        [FEW] = fill_few,     [RAMP] = fill_ramp,   [WHITE] = fill_white, [RUNS] = fill_runs,
        [TILES] = fill_tiles, [STEEP] = fill_steep, [KINDS] = NULL};

    if (simple[kind])
        simple[kind](s, row, n);
    else if (kind == ROWS)
        fill_like_above(s, y, row);
    else if (kind == ENLARGED)
        fill_enlarged(s, y, row);
    else if (kind == PATCHES)
        fill_patches(s, y, row);
    else
        for (int x = 0; x < n; x++)
            row[x] = s->palette[0];
}

/* --- Pictures --------------------------------------------------------------------------------- */

static int
any_width(struct sheet *s)
{
    static const int turns[] = {1,   2,   3,   64,   65,   85,   86,   87,    171,   172,   255,
                                256, 257, 341, 1023, 8191, 8192, 8193, 10921, 10922, 10923, 5000};

    switch (below(s, 4)) {
    case 0:
        return turns[below(s, 22)];
    case 1:
        return 1 + (int)below(s, 12);
    case 2:
        return 1 + (int)below(s, 5000);
    default:
        return 1 + (int)below(s, 400);
    }
}

static void
make_palette(struct sheet *s)
{
    static const uint32_t counts[] = {1, 2, 3, 16, 100, 256, 257, 285, 286, 900, 1024};

    s->colours = below(s, 2) ? counts[below(s, 11)] : 1 + below(s, 30);
    for (uint32_t i = 0; i < s->colours; i++)
        s->palette[i] = any_colour(s);
}

static void
make_pixels(struct sheet *s, enum kind kind)
{
    s->pixels = malloc((size_t)s->width * (size_t)s->height * sizeof *s->pixels);
    assert_non_null(s->pixels);
    make_palette(s);
    for (int y = 0; y < s->height; y++)
        fill_row(s, kind, y, s->pixels + (size_t)y * (size_t)s->width, s->width);
}

/* Of some 10,000 pixels at the most, or of that many. */
static struct sheet
make_sheet(uint32_t number, uint32_t pixels)
{
    struct sheet s = {.seed = number * 2654435761u + 1};

    random32(&s.seed);
    s.opaque = below(&s, 4) > 0;
    s.width = any_width(&s);
    uint32_t highest = pixels / (uint32_t)s.width;
    s.height = highest < 2 ? 1 + (int)below(&s, 3) : 1 + (int)below(&s, highest);
    if (pixels > 10000)
        s.height = 1 + (int)highest;
    s.height = s.height < FP_MAX_SIDE ? s.height : FP_MAX_SIDE;
    if (below(&s, 20) == 0) {
        s.height = s.width;
        s.width = 1;
    }
    make_pixels(&s, number % KINDS);
    s.mapped = s.opaque && below(&s, 2) > 0;
    s.gray = s.opaque && below(&s, 4) == 0;
    for (size_t i = 0; s.gray && i < (size_t)s.width * (size_t)s.height; i++)
        s.pixels[i] = 0xff000000u | (s.pixels[i] & 255) * 0x010101u;
    return s;
}

static struct fp__raster
raster_of(const struct sheet *s)
{
    return (struct fp__raster){s->width,  s->height, s->pixels, (size_t)s->width,
                               s->opaque, s->gray,   s->mapped};
}

static void
check_sheet(const struct fp__format *format, uint32_t number, uint32_t pixels)
{
    struct sheet s = make_sheet(number, pixels);
    struct fp__raster raster = raster_of(&s);
    struct taken taken = write_raster(format, &raster);

    assert_shows_number(&taken, &raster, number);
    free(taken.bytes);
    free(s.pixels);
}

static void
random_pictures_come_back(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < turns(2000); i++)
        check_sheet(&fp__format_png, i, 10000);
}

/* Of several of deflate's blocks, and of several of the writer's pieces. */
static void
large_random_pictures_come_back(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < turns(2 * KINDS); i++)
        check_sheet(&fp__format_png, 5000 + i, 300000);
}

/* Through libpng, whose own tests need no help: that the right rows reach it. */
static void
small_random_files_come_back(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < turns(200); i++)
        check_sheet(&fp__format_png_small, i, 10000);
    for (uint32_t i = 0; i < 2; i++)
        check_sheet(&fp__format_png_small, 5000 + i, 500000);
}

static uint32_t
file_sum(uint32_t number)
{
    struct sheet s = make_sheet(number, 5000);
    struct fp__raster raster = raster_of(&s);
    struct taken taken = write_raster(&fp__format_png, &raster);
    uint32_t sum = fp_crc32(0, taken.bytes, taken.n);

    free(taken.bytes);
    free(s.pixels);
    return sum;
}

static void
no_file_depends_on_those_before(void **state)
{
    static uint32_t sums[300];
    size_t n = turns(300);

    (void)state;
    for (uint32_t i = 0; i < n; i++)
        sums[i] = file_sum(i);
    for (uint32_t i = (uint32_t)n; i-- > 0;)
        assert_int_equal(file_sum(i), sums[i]);
}

static enum fp_status
give_row(void *data, int y, uint8_t *row)
{
    const struct sheet *s = data;

    for (int i = 0; i < 3 * s->width; i++)
        row[i] = (uint8_t)expected_channel(s->pixels[(size_t)y * (size_t)s->width + (size_t)i / 3],
                                           i % 3);
    return FP_OK;
}

static void
random_rows_come_back(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < turns(400); i++) {
        struct sheet s = make_sheet(i, i % 40 ? 5000 : 300000);
        struct fp_rows rows = {.width = s.width, .height = s.height, .fill = give_row, .data = &s};
        struct fp__raster raster = raster_of(&s);
        struct taken taken = {0};

        raster.gray = false; /* of rows nothing is known */
        if (s.opaque) {
            assert_int_equal(fp_rows_write(NULL, &rows, take, &taken), FP_OK);
            assert_shows_number(&taken, &raster, i);
        }
        free(taken.bytes);
        free(s.pixels);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(random_pictures_come_back),    world_test(large_random_pictures_come_back),
        world_test(small_random_files_come_back), world_test(no_file_depends_on_those_before),
        world_test(random_rows_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
