/* SPDX-License-Identifier: MIT */
/* test_png_data.c: the compressor's bound, and what happens when there is less room. */
#include "output/png_data.h"

#include <sys/mman.h>

#include "output/png_rows.h"
#include "unit/output/pictures.h"

static void
the_bound_is_above_the_rows_and_below_twice_their_bytes(void **state)
{
    struct fp__raster raster = {640, 480, NULL, 640, true, false, false};
    size_t bytes = 0;

    (void)state;
    assert_true(fp__png_data_bound(&raster, &bytes));
    assert_true(bytes > 480 * 1921 && bytes < 2 * 480 * 1921);
    raster = (struct fp__raster){FP_MAX_SIDE, FP_MAX_SIDE, NULL, FP_MAX_SIDE, false, false, false};
    assert_int_equal(fp__png_data_bound(&raster, &bytes), sizeof(size_t) > 4);
}

static void
noise_stays_within_the_bound(void **state)
{
    static const int sizes[][2] = {{1, 1}, {3, 3}, {100, 7}, {1, 900}, {700, 700}};
    void *work = malloc(fp__png_data_work);

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        struct fp__raster raster = make_raster(NOISE, sizes[i][0], sizes[i][1], true, 0);
        struct fp__png_bytes out = {0};

        assert_true(fp__png_data_bound(&raster, &out.room));
        out.bytes = malloc(out.room);
        assert_true(fp__png_data_append(&out, &raster, work));
        assert_true(out.length <= out.room);
        free(out.bytes);
        free_raster(&raster);
    }
    free(work);
}

static bool
fits(const struct fp__raster *raster, void *work, size_t room)
{
    struct fp__png_bytes out = {.bytes = malloc(room + 1), .room = room};
    bool done;

    assert_non_null(out.bytes);
    out.bytes[room] = 0xee;
    done = fp__png_data_append(&out, raster, work);
    assert_true(out.length <= room);
    assert_int_equal(out.bytes[room], 0xee);
    free(out.bytes);
    return done;
}

static void
check_rooms(int width, int height, size_t step)
{
    struct fp__raster raster = make_raster(NOISE, width, height, true, 0);
    void *work = malloc(fp__png_data_work);
    bool before = false;
    size_t bound = 0;

    assert_true(fp__png_data_bound(&raster, &bound));
    for (size_t room = 12; room < bound; room += step) {
        bool now = fits(&raster, work, room);

        assert_true(now || !before);
        assert_false(now && room < (size_t)height * fp__png_rows_size(&raster));
        before = now;
    }
    assert_true(before);
    free(work);
    free_raster(&raster);
}

static void
too_little_room_is_noticed_and_never_overrun(void **state)
{
    (void)state;
    check_rooms(20, 20, 1);
    check_rooms(1300, 300, 9973); /* more than one chunk */
}

/* Noise without repetitions makes ISA-L skip ahead; behind the skip lies black, which it looks up
 * by the hash it had before, where nothing has been entered since the beginning of the stream. */
static struct fp__raster
make_bait(void)
{
    struct fp__raster raster = make_raster(NOISE, 709, 4, true, 0);
    uint32_t *pixels = (uint32_t *)raster.pixels;

    for (int y = 0; y < raster.height; y++) {
        for (int x = 0; x < (y > 0 ? 20 : 33); x++)
            pixels[(size_t)y * raster.stride + (size_t)x] = 0xff000000;
    }
    return raster;
}

/* Places of the stream 64 KiB apart: only so much of its address is looked at. */
static void
equal_pictures_have_equal_bytes_wherever_the_memory_is(void **state)
{
    enum { STEP = 65536, LIVE = 16 };
    const size_t places = repeats(20000), room = places * STEP + fp__png_data_work;
    struct fp__raster raster = make_bait();
    struct fp__png_bytes first = {0}, out = {0};
    uint8_t *memory = mmap(NULL, room, PROT_READ | PROT_WRITE,
                           MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    (void)state;
    assert_true(memory != MAP_FAILED);
    assert_true(fp__png_data_bound(&raster, &first.room));
    first.bytes = malloc(first.room);
    assert_true(fp__png_data_append(&first, &raster, memory));
    out.bytes = malloc(first.room);
    for (size_t i = 1; i < places; i++) {
        out.room = first.room;
        out.length = 0;
        assert_true(fp__png_data_append(&out, &raster, memory + i * STEP));
        assert_int_equal(out.length, first.length);
        assert_memory_equal(out.bytes, first.bytes, out.length);
        if (i % LIVE == 0)
            assert_int_equal(madvise(memory + (i - LIVE) * STEP, LIVE * STEP, MADV_DONTNEED), 0);
    }
    munmap(memory, room);
    free(out.bytes);
    free(first.bytes);
    free_raster(&raster);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(the_bound_is_above_the_rows_and_below_twice_their_bytes),
        world_test(noise_stays_within_the_bound),
        world_test(equal_pictures_have_equal_bytes_wherever_the_memory_is),
        world_test(too_little_room_is_noticed_and_never_overrun),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
