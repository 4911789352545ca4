/* SPDX-License-Identifier: MIT */
/* test_png_life.c: the PNG writers over many frames: the same bytes, refusing sinks, failing
 * allocations, caches. */
#include "core/alloc.h"
#include "unit/output/pictures.h"

static struct fp__text_pair texts[] = {{"vmin", "-0.5"}, {"source", "한글/µ.npy"}};

static struct fp__picture
picture_of(const struct fp__raster *raster)
{
    return (struct fp__picture){.raster = *raster, .dpi = 100};
}

/* --- Repeatability ---------------------------------------------------------------------------- */

static void
assert_same_bytes(const struct fp__raster *raster, const struct taken *first)
{
    struct taken again = write_raster(&fp__format_png, raster);

    assert_int_equal(again.n, first->n);
    assert_memory_equal(again.bytes, first->bytes, first->n);
    free(again.bytes);
}

static void
check_repeatable(const struct fp__raster *raster, const struct fp__raster *other)
{
    struct taken first = write_raster(&fp__format_png, raster);
    struct taken between;

    assert_same_bytes(raster, &first);
    between = write_raster(&fp__format_png, other);
    free(between.bytes);
    assert_same_bytes(raster, &first);
    fp_context_trim(NULL);
    assert_same_bytes(raster, &first);
    fp_context_destroy(NULL);
    assert_same_bytes(raster, &first);
    free(first.bytes);
}

static void
the_same_picture_gives_the_same_bytes_whatever_came_between(void **state)
{
    struct fp__raster axes = make_raster(AXES, 320, 240, true, 0);
    struct fp__raster noise = make_raster(NOISE, 400, 301, false, 0);
    struct fp__raster pixel = make_raster(FLAT, 1, 1, true, 0);

    (void)state;
    check_repeatable(&axes, &noise);
    check_repeatable(&noise, &axes);
    check_repeatable(&pixel, &noise);
    free_raster(&axes);
    free_raster(&noise);
    free_raster(&pixel);
}

/* --- The sink --------------------------------------------------------------------------------- */

static void
the_file_reaches_the_sink_in_one_call(void **state)
{
    struct fp__raster raster = make_raster(NOISE, 1000, 500, true, 0);
    struct taken taken = write_raster(&fp__format_png, &raster);

    (void)state;
    assert_int_equal(taken.calls, 1);
    free(taken.bytes);
    free_raster(&raster);
}

static void
what_a_sink_refuses_with_comes_back(void **state)
{
    struct fp__raster raster = make_raster(NOISE, 200, 100, false, 0);
    struct fp__picture picture = picture_of(&raster);

    (void)state;
    for (size_t i = 0; i < WRITERS; i++) {
        struct taken taken = write_raster(writers[i], &raster);
        size_t calls = taken.calls;

        free(taken.bytes);
        for (size_t call = 1; call <= calls; call++) {
            taken = (struct taken){.refuse = call};
            assert_int_equal(writers[i]->write(fp_context_default(), &picture, take, &taken),
                             REFUSED);
            assert_int_equal(taken.calls, call);
            free(taken.bytes);
        }
    }
    free_raster(&raster);
}

/* --- Memory ----------------------------------------------------------------------------------- */

struct scene {
    const struct fp__format *format;
    struct fp__raster raster;
};

static int
write_scene(void *arg)
{
    const struct scene *scene = arg;
    struct fp__picture picture = {
        .raster = scene->raster, .dpi = 100, .texts = texts, .text_count = 2};
    struct fp_context *ctx = fp_context_create();
    struct taken taken = {0};
    enum fp_status status = ctx ? FP_OK : FP_ERR_MEMORY;

    for (int i = 0; i < 2 && status == FP_OK; i++) {
        taken.n = 0;
        status = scene->format->write(ctx, &picture, take, &taken);
        assert_true(status == FP_OK || status == FP_ERR_MEMORY);
        if (status == FP_OK)
            assert_shows(&taken, &scene->raster);
        else
            assert_int_equal(fp_context_status(ctx), FP_ERR_MEMORY);
    }
    free(taken.bytes);
    fp_context_destroy(ctx);
    return status;
}

static void
every_allocation_may_fail(void **state)
{
    struct scene scene = {.raster = make_raster(AXES, 60, 40, false, 0)};

    (void)state;
    for (size_t i = 0; i < WRITERS; i++) {
        scene.format = writers[i];
        torture(write_scene, &scene, 1);
    }
    free_raster(&scene.raster);
}

static void
a_context_that_ran_out_of_memory_writes_the_next_picture(void **state)
{
    struct fp__raster raster = make_raster(AXES, 60, 40, true, 0);
    struct fp__picture picture = picture_of(&raster);
    struct taken taken = {0};

    (void)state;
    for (size_t nth = 1; nth <= 3; nth++) {
        fp_context_destroy(NULL);
        assert_non_null(fp_context_default());
        fp__alloc_fail_at(nth, false);
        assert_int_equal(fp__format_png.write(fp_context_default(), &picture, take, &taken),
                         FP_ERR_MEMORY);
        fp__alloc_fail_at(0, false);
        taken = write_raster(&fp__format_png, &raster);
        assert_shows(&taken, &raster);
        free(taken.bytes);
        taken = (struct taken){0};
    }
    free_raster(&raster);
}

static void
after_the_first_frame_nothing_is_allocated(void **state)
{
    struct fp__raster rasters[CONTENTS];
    size_t calls = 0;
    size_t cached = 0;

    (void)state;
    for (enum content content = 0; content < CONTENTS; content++)
        rasters[content] = make_raster(content, 320, 200, true, 0);
    for (size_t frame = 1; frame <= 50; frame++) {
        struct taken taken = write_raster(&fp__format_png, &rasters[frame % CONTENTS]);

        free(taken.bytes);
        if (frame > 1) {
            assert_int_equal(fp__alloc_calls(), calls);
            assert_int_equal(fp__alloc_cache_bytes(), cached);
        }
        calls = fp__alloc_calls();
        cached = fp__alloc_cache_bytes();
    }
    for (enum content content = 0; content < CONTENTS; content++)
        free_raster(&rasters[content]);
}

static void
trim_gives_the_buffers_back(void **state)
{
    struct fp__raster raster = make_raster(AXES, 320, 200, true, 0);
    struct taken taken = write_raster(&fp__format_png, &raster);
    size_t live = fp__alloc_bytes();

    (void)state;
    assert_true(fp__alloc_cache_bytes() > 320 * 200 * 3);
    fp_context_trim(NULL);
    assert_true(fp__alloc_cache_bytes() < 1000);
    assert_int_equal(fp__alloc_bytes(), live);
    fp_context_trim(NULL);
    assert_same_bytes(&raster, &taken);
    free(taken.bytes);
    free_raster(&raster);
}

static void
the_writers_through_libpng_keep_nothing(void **state)
{
    struct fp__raster raster = make_raster(AXES, 64, 48, true, 0);
    size_t blocks;

    (void)state;
    assert_non_null(fp_context_default());
    blocks = fp__alloc_blocks();
    for (size_t i = 1; i < WRITERS; i++) {
        struct taken taken = write_raster(writers[i], &raster);

        assert_int_equal(fp__alloc_blocks(), blocks);
        free(taken.bytes);
    }
    free_raster(&raster);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(the_same_picture_gives_the_same_bytes_whatever_came_between),
        world_test(the_file_reaches_the_sink_in_one_call),
        world_test(what_a_sink_refuses_with_comes_back),
        world_test(every_allocation_may_fail),
        world_test(a_context_that_ran_out_of_memory_writes_the_next_picture),
        world_test(after_the_first_frame_nothing_is_allocated),
        world_test(trim_gives_the_buffers_back),
        world_test(the_writers_through_libpng_keep_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
