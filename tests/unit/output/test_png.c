/* SPDX-License-Identifier: MIT */
/* test_png.c: what the PNG writers write: pixels, chunks, texts. */
#include "unit/output/pictures.h"

static struct fp__picture
picture_of(const struct fp__raster *raster)
{
    return (struct fp__picture){.raster = *raster, .dpi = 100};
}

/* --- Pixels ----------------------------------------------------------------------------------- */

static void
check_pixels(enum content content, int width, int height, bool opaque, size_t padding)
{
    struct fp__raster raster = make_raster(content, width, height, opaque, padding);

    for (size_t i = 0; i < WRITERS; i++) {
        struct taken taken = write_raster(writers[i], &raster);

        assert_shows(&taken, &raster);
        free(taken.bytes);
    }
    free_raster(&raster);
}

static void
all_writers_show_exactly_the_raster(void **state)
{
    static const int sizes[][2] = {{1, 1},   {1, 9},   {9, 1},   {2, 2},    {3, 5},
                                   {17, 4},  {85, 7},  {86, 7},  {257, 33}, {101, 97},
                                   {1, 700}, {700, 1}, {3000, 2}};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        for (enum content content = 0; content < CONTENTS; content++)
            for (int opaque = 0; opaque < 2; opaque++)
                for (size_t padding = 0; padding < 10; padding += 9)
                    check_pixels(content, sizes[i][0], sizes[i][1], opaque, padding);
}

static void
a_figure_of_usual_size_comes_back(void **state)
{
    (void)state;
    for (enum content content = 0; content < CONTENTS; content++)
        for (int opaque = 0; opaque < 2; opaque++)
            check_pixels(content, 640, (int)repeats(480), opaque, 0);
}

static void
the_longest_sides_come_back(void **state)
{
    (void)state;
    check_pixels(NOISE, FP_MAX_SIDE, (int)repeats(3), false, 0);
    check_pixels(GRADIENT, 2, FP_MAX_SIDE, true, 1);
}

/* --- Chunks ----------------------------------------------------------------------------------- */

static void
assert_types(const struct chunks *chunks, const char *const *types, size_t n)
{
    assert_int_equal(chunks->n, n);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(chunks->at[i].type, types[i]);
}

static void
a_small_file_has_five_chunks(void **state)
{
    static const char *const types[] = {"IHDR", "pHYs", "tEXt", "IDAT", "IEND"};

    (void)state;
    for (int opaque = 0; opaque < 2; opaque++) {
        struct fp__raster raster = make_raster(AXES, 640, 480, opaque, 0);
        struct taken taken = write_raster(&fp__format_png, &raster);
        struct chunks chunks = read_chunks(&taken);
        const uint8_t header[] = {0, 0, 2, 128, 0, 0, 1, 224, 8, opaque ? 2 : 6, 0, 0, 0};

        assert_types(&chunks, types, 5);
        assert_int_equal(chunks.at[0].n, 13);
        assert_memory_equal(chunks.at[0].data, header, 13);
        assert_int_equal(chunks.at[4].n, 0);
        free(inflate_rows(&chunks, 480 * (1 + 640 * (opaque ? 3 : 4))));
        free(taken.bytes);
        free_raster(&raster);
    }
}

static void
a_large_file_has_several_idat_chunks_in_a_row(void **state)
{
    static const char *const types[] = {"IHDR", "pHYs", "tEXt", "IDAT", "IDAT", "IDAT", "IEND"};
    struct fp__raster raster = make_raster(NOISE, 1000, 1000, true, 0);
    struct taken taken = write_raster(&fp__format_png, &raster);
    struct chunks chunks = read_chunks(&taken);

    (void)state;
    assert_types(&chunks, types, 7);
    assert_true(chunks.at[3].n >= 1 << 20);
    free(inflate_rows(&chunks, 1000 * 3001));
    assert_shows(&taken, &raster);
    free(taken.bytes);
    free_raster(&raster);
}

static void
check_filters(const uint32_t *pixels, size_t height, const char *filters)
{
    struct fp__raster raster = {40, (int)height, pixels, 40, true, false, false};
    struct taken taken = write_raster(&fp__format_png, &raster);
    struct chunks chunks = read_chunks(&taken);
    uint8_t *bytes = inflate_rows(&chunks, height * 121);

    for (size_t y = 0; y < height; y++)
        assert_int_equal(bytes[y * 121], filters[y] - '0');
    free(bytes);
    free(taken.bytes);
}

static void
a_row_that_repeats_is_up_a_gradient_sub_and_jumps_none(void **state)
{
    uint32_t rows[6][40];
    uint32_t seed = 3;

    (void)state;
    for (unsigned x = 0; x < 40; x++) {
        rows[0][x] = rows[1][x] = rows[4][x] = rgb(x * 3, 2 * x, 255 - x);
        rows[2][x] = rows[3][x] = 0xff000000u | random32(&seed);
        rows[5][x] = rgb(9, 9, 9);
    }
    check_filters(rows[0], 6, "120211");
    rows[1][39] ^= 1;
    check_filters(rows[0], 6, "110211");
}

static void
resolution_is_rounded_to_whole_pixels_per_metre(void **state)
{
    static const struct {
        double dpi;
        uint32_t per_metre; /* 0: no pHYs */
    } cases[] = {{100, 3937},
                 {72, 2835},
                 {96, 3780},
                 {300, 11811},
                 {150, 5906},
                 {0.02, 1},
                 {0.01, 0},
                 {0, 0},
                 {-100, 0},
                 {NAN, 0},
                 {INFINITY, 0},
                 {1e9, 0},
                 {54545454, 2147458819}};
    struct fp__raster raster = make_raster(FLAT, 2, 2, true, 0);

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        for (size_t f = 0; f < WRITERS; f++) {
            struct fp__picture picture = {.raster = raster, .dpi = cases[i].dpi};
            struct taken taken = write_picture(writers[f], &picture);
            struct chunks chunks = read_chunks(&taken);
            const struct chunk *chunk = find_chunk(&chunks, "pHYs");

            assert_int_equal(chunk ? be32(chunk->data) : 0, cases[i].per_metre);
            assert_int_equal(chunk ? be32(chunk->data + 4) : 0, cases[i].per_metre);
            assert_int_equal(chunk ? chunk->data[8] : 1, 1);
            free(taken.bytes);
        }
    }
    free_raster(&raster);
}

/* --- Texts ------------------------------------------------------------------------------------ */

static struct fp__text_pair texts[] = {
    {"vmin", "-0.5"}, {"source", "한글/µ.npy"}, {"two words", "line 1\nline 2"},
    {"empty", ""},    {"bell", "a\ab"},
};

static void
assert_chunk(const struct chunk *chunk, const char *type, const char *bytes, size_t n)
{
    assert_string_equal(chunk->type, type);
    assert_int_equal(chunk->n, n);
    assert_memory_equal(chunk->data, bytes, n);
}

#define assert_text(chunk, type, bytes) assert_chunk((chunk), (type), (bytes), sizeof(bytes) - 1)

static void
texts_are_latin_or_utf8_and_the_program_comes_first(void **state)
{
    struct fp__raster raster = make_raster(FLAT, 3, 3, true, 0);
    struct fp__picture picture = {.raster = raster, .dpi = 100, .texts = texts, .text_count = 5};

    (void)state;
    for (size_t i = 0; i < WRITERS; i++) {
        struct taken taken = write_picture(writers[i], &picture);
        struct chunks chunks = read_chunks(&taken);

        assert_int_equal(chunks.n, 10);
        assert_text(&chunks.at[2], "tEXt", "Software\0flatplot 0.1.0");
        assert_text(&chunks.at[3], "tEXt", "vmin\0-0.5");
        assert_text(&chunks.at[4], "iTXt", "source\0\0\0\0\0한글/µ.npy");
        assert_text(&chunks.at[5], "tEXt", "two words\0line 1\nline 2");
        assert_text(&chunks.at[6], "tEXt", "empty\0");
        assert_text(&chunks.at[7], "iTXt", "bell\0\0\0\0\0a\ab");
        assert_shows(&taken, &raster);
        free(taken.bytes);
    }
    free_raster(&raster);
}

static void
a_long_text_fits(void **state)
{
    size_t n = 300000;
    char *value = malloc(n + 1);
    struct fp__text_pair text = {"x", value};
    struct fp__raster raster = make_raster(FLAT, 1, 1, true, 0);
    struct fp__picture picture = {.raster = raster, .texts = &text, .text_count = 1};
    struct taken taken;
    struct chunks chunks;

    (void)state;
    memset(value, 'v', n);
    value[n] = '\0';
    taken = write_picture(&fp__format_png, &picture);
    chunks = read_chunks(&taken);
    assert_int_equal(chunks.at[2].n, n + 2);
    assert_shows(&taken, &raster);
    free(taken.bytes);
    free(value);
    free_raster(&raster);
}

static void
many_texts_fit(void **state)
{
    static struct fp__text_pair many[3000];
    struct fp__raster raster = make_raster(FLAT, 1, 1, true, 0);
    struct fp__picture picture = {.raster = raster, .texts = many, .text_count = 3000};
    struct taken taken;

    (void)state;
    for (size_t i = 0; i < 3000; i++)
        many[i] = (struct fp__text_pair){"k", "µ"};
    taken = write_picture(&fp__format_png, &picture);
    assert_true(taken.n > 3000 * (size_t)20);
    free(taken.bytes);
    free_raster(&raster);
}

static void
check_refused(const struct fp__picture *picture, enum fp_status status)
{
    for (size_t i = 0; i < WRITERS; i++) {
        struct taken taken = {0};

        assert_int_equal(writers[i]->write(fp_context_default(), picture, take, &taken), status);
        assert_int_equal(taken.calls, 0);
        assert_int_equal(fp_context_status(NULL), status);
        assert_string_not_equal(fp_context_message(NULL), "");
        assert_string_not_equal(fp_context_hint(NULL), "");
        fp_context_clear_error(NULL);
    }
}

static void
texts_that_no_png_can_hold_are_refused(void **state)
{
    static char longest[81] = "12345678901234567890123456789012345678901234567890123456789012345678"
                              "901234567890";
    static struct fp__text_pair bad[] = {
        {"", "v"},  {" a", "v"},    {"a ", "v"},         {"a  b", "v"},           {"a\nb", "v"},
        {"é", "v"}, {longest, "v"}, {"key", "\xff\xfe"}, {"key", "\xed\xa0\x80"},
    };
    struct fp__raster raster = make_raster(FLAT, 3, 3, true, 0);
    struct fp__picture picture = picture_of(&raster);
    struct taken taken;

    (void)state;
    picture.text_count = 1;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        picture.texts = &bad[i];
        check_refused(&picture, FP_ERR_ARGUMENT);
    }
    longest[79] = '\0';
    picture.texts = &bad[6];
    taken = write_picture(&fp__format_png, &picture);
    free(taken.bytes);
    free_raster(&raster);
}

static void
sizes_beyond_the_limits_are_refused(void **state)
{
    static const int sizes[][2] = {
        {0, 1},        {1, 0}, {-1, 5}, {5, -1}, {32768, 1}, {1, 32768}, {INT32_MAX, INT32_MAX},
        {INT32_MIN, 1}};
    const uint32_t pixel = 0xff000000;

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        struct fp__raster raster = {sizes[i][0], sizes[i][1], &pixel, 1, true, false, false};
        struct fp__picture picture = picture_of(&raster);

        check_refused(&picture, FP_ERR_LIMIT);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(all_writers_show_exactly_the_raster),
        world_test(a_figure_of_usual_size_comes_back),
        world_test(the_longest_sides_come_back),
        world_test(a_small_file_has_five_chunks),
        world_test(a_large_file_has_several_idat_chunks_in_a_row),
        world_test(a_row_that_repeats_is_up_a_gradient_sub_and_jumps_none),
        world_test(resolution_is_rounded_to_whole_pixels_per_metre),
        world_test(texts_are_latin_or_utf8_and_the_program_comes_first),
        world_test(a_long_text_fits),
        world_test(many_texts_fit),
        world_test(texts_that_no_png_can_hold_are_refused),
        world_test(sizes_beyond_the_limits_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
