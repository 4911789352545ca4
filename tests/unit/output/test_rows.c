/* SPDX-License-Identifier: MIT */
/* test_rows.c: pictures that come row by row: the same files, little memory, whole or not at
 * all. */
#include "unit/output/pictures.h"

#include "core/alloc.h"
#include "unit/figure/scene.h"

struct source {
    struct fp__raster raster;
    int next;   /* the row that must come */
    int refuse; /* the row that is refused; -1: none */
    size_t most_bytes;
};

static enum fp_status
fill(void *data, int y, uint8_t *rgb)
{
    struct source *source = data;
    const uint32_t *row = source->raster.pixels + (size_t)y * source->raster.stride;

    assert_int_equal(y, source->next++);
    if (y == source->refuse)
        return REFUSED;
    for (int x = 0; x < source->raster.width; x++)
        for (int c = 0; c < 3; c++)
            rgb[3 * x + c] = (uint8_t)expected_channel(row[x], c);
    if (fp__alloc_bytes() > source->most_bytes)
        source->most_bytes = fp__alloc_bytes();
    return FP_OK;
}

static struct source
make_source(enum content content, int width, int height)
{
    return (struct source){.raster = make_raster(content, width, height, true, 2), .refuse = -1};
}

static struct fp_rows
rows_of(struct source *source)
{
    source->next = 0;
    return (struct fp_rows){.width = source->raster.width,
                            .height = source->raster.height,
                            .fill = fill,
                            .data = source};
}

static void
check_file(const struct fp__format *format, struct source *source)
{
    struct fp_rows rows = rows_of(source);
    struct fp__picture picture = {.raster = source->raster};
    struct taken whole = write_picture(format, &picture);
    struct taken taken = {0};

    rows.format = format->name;
    assert_int_equal(fp_rows_write(NULL, &rows, take, &taken), FP_OK);
    assert_int_equal(source->next, source->raster.height);
    assert_int_equal(taken.n, whole.n);
    assert_memory_equal(taken.bytes, whole.bytes, whole.n);
    assert_shows(&taken, &source->raster);
    free(whole.bytes);
    free(taken.bytes);
}

/* Large pictures take libpng seconds, and minutes under valgrind. */
static size_t
patience(void)
{
    return repeats(50) < 50 ? 1 : WRITERS;
}

static void
the_file_is_that_of_the_picture_in_one_piece(void **state)
{
    static const int sizes[][2] = {{1, 1}, {1, 900}, {300, 200}, {1300, 900}, {FP_MAX_SIDE, 9}};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        for (enum content content = 0; content < CONTENTS; content++) {
            struct source source = make_source(content, sizes[i][0], sizes[i][1]);

            for (size_t f = 0; f < (i < 3 ? WRITERS : content == NOISE ? patience() : 1); f++)
                check_file(writers[f], &source);
            free_raster(&source.raster);
        }
    }
}

static void
rows_without_a_format_are_png(void **state)
{
    struct source source = make_source(AXES, 40, 30);
    struct fp_rows rows = rows_of(&source);
    struct fp__picture picture = {.raster = source.raster};
    struct taken whole = write_picture(&fp__format_png, &picture);
    struct taken taken = {0};

    (void)state;
    assert_int_equal(fp_rows_write(NULL, &rows, take, &taken), FP_OK);
    assert_int_equal(taken.n, whole.n);
    assert_memory_equal(taken.bytes, whole.bytes, whole.n);
    free(whole.bytes);
    free(taken.bytes);
    rows = rows_of(&source);
    rows.format = "jpg";
    assert_int_equal(fp_rows_write(NULL, &rows, take, NULL), FP_ERR_ARGUMENT);
    assert_int_equal(source.next, 0);
    free_raster(&source.raster);
}

static void
memory_does_not_grow_with_the_height(void **state)
{
    struct source source = make_source(NOISE, 3000, 1000); /* 9 MB */
    size_t before;

    (void)state;
    fp_context_default();
    before = fp__alloc_bytes();
    for (size_t f = 0; f < patience(); f++) {
        struct fp_rows rows = rows_of(&source);
        struct taken taken = {0};

        rows.format = writers[f]->name;
        assert_int_equal(fp_rows_write(NULL, &rows, take, &taken), FP_OK);
        assert_true(taken.n > 8000000 && taken.calls >= 7);
        assert_true(source.most_bytes - before < 3000000);
        assert_int_equal(fp__alloc_bytes(), before);
        free(taken.bytes);
    }
    free_raster(&source.raster);
}

static void
a_row_that_is_refused_leaves_the_old_file(void **state)
{
    struct source source = make_source(GRADIENT, 40, 30);
    struct fp_rows rows = rows_of(&source);
    const char *path = temp_path("sheet.png");
    char *text;

    (void)state;
    write_file(path, "old", 3);
    source.refuse = 29;
    assert_int_equal(fp_rows_save(NULL, &rows, path), REFUSED);
    text = read_file(path, NULL);
    assert_string_equal(text, "old");
    assert_int_equal(count_files(temp_dir()), 1);
    free(text);
    source.refuse = -1;
    rows = rows_of(&source);
    assert_int_equal(fp_rows_save(NULL, &rows, path), FP_OK);
    text = read_file(path, NULL);
    assert_memory_equal(text, "\x89PNG", 4);
    free(text);
    remove(path);
    free_raster(&source.raster);
}

static void
what_the_sink_says_is_returned(void **state)
{
    struct source source = make_source(NOISE, 1300, 900);

    (void)state;
    for (size_t call = 1; call <= 4; call++) {
        struct fp_rows rows = rows_of(&source);
        struct taken taken = {.refuse = call};

        assert_int_equal(fp_rows_write(NULL, &rows, take, &taken), REFUSED);
        assert_int_equal(taken.calls, call);
        free(taken.bytes);
    }
    free_raster(&source.raster);
}

static void
sides_have_ends(void **state)
{
    static const int sizes[][2] = {
        {0, 1}, {1, 0}, {-1, 1}, {FP_MAX_SIDE + 1, 1}, {1, FP_MAX_SIDE + 1}};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        struct fp_rows rows = {.width = sizes[i][0], .height = sizes[i][1], .fill = fill};

        assert_int_equal(fp_rows_write(NULL, &rows, take, NULL), FP_ERR_LIMIT);
        assert_int_equal(fp_rows_save(NULL, &rows, temp_path("a.png")), FP_ERR_LIMIT);
    }
    assert_int_equal(count_files(temp_dir()), 0);
}

/* Every row is drawn when it is asked for. */
static enum fp_status
draw_row(void *data, int y, uint8_t *rgb)
{
    struct fp_figure *fig = data;
    uint8_t *pixels = NULL;
    enum fp_status status = fp_figure_pixels(fig, &pixels);

    for (int x = 0; x < 4 && pixels; x++)
        memcpy(rgb + 3 * x, pixels + 4 * (4 * y + x), 3);
    fp_free(pixels);
    fp_context_trim(NULL);
    return status;
}

struct drawing {
    char path[256];
    const char *format;
};

static int
draw_rows(void *arg)
{
    const struct drawing *drawing = arg;
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_rows rows = {
        .width = 4, .height = 3, .fill = draw_row, .data = fig, .format = drawing->format};
    enum fp_status status = fig ? FP_OK : FP_ERR_MEMORY;

    if (status == FP_OK)
        status = fp_figure_set_size_pixels(fig, 4, 3);
    if (status == FP_OK)
        status = fp_rows_save(NULL, &rows, drawing->path);
    fp_unref(fig);
    fp_context_destroy(NULL);
    assert_int_equal(remove(drawing->path) == 0, status == FP_OK);
    return status;
}

static void
drawing_in_between_survives_every_failure(void **state)
{
    struct drawing drawing;

    (void)state;
    snprintf(drawing.path, sizeof drawing.path, "%s", temp_path("drawn.png"));
    for (size_t f = 0; f < WRITERS; f++) {
        drawing.format = writers[f]->name;
        torture(draw_rows, &drawing, 1);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(the_file_is_that_of_the_picture_in_one_piece),
        world_test(rows_without_a_format_are_png),
        world_test(memory_does_not_grow_with_the_height),
        world_test(a_row_that_is_refused_leaves_the_old_file),
        world_test(what_the_sink_says_is_returned),
        world_test(sides_have_ends),
        world_test(drawing_in_between_survives_every_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
