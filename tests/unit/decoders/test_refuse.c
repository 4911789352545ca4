/* SPDX-License-Identifier: MIT */
/* test_refuse.c: the decoders that judge the writers: every bit of a file counts. */
#include "unit/output/pictures.h"

typedef const char *decoder(const void *file, size_t n, struct decoded *out);

static decoder *const decoders[] = {decode_with_libpng, decode_strictly};

static struct taken
any_file(enum content content)
{
    struct fp__raster raster = make_raster(content, 19, 11, true, 0);
    struct taken taken = write_raster(&fp__format_png_reference, &raster);

    free_raster(&raster);
    return taken;
}

static const char *
wrong_with(decoder *decode_file, const struct taken *file)
{
    struct decoded out = {0};
    const char *wrong = decode_file(file->bytes, file->n, &out);

    if (!wrong)
        free(out.bytes);
    return wrong;
}

static void
a_bit_that_turned_is_noticed(void **state)
{
    (void)state;
    for (enum content content = 0; content < CONTENTS; content++) {
        struct taken file = any_file(content);

        for (size_t d = 0; d < 2; d++) {
            assert_null(wrong_with(decoders[d], &file));
            for (size_t i = 0; i < file.n * 8; i++) {
                file.bytes[i / 8] ^= (uint8_t)(1 << i % 8);
                assert_non_null(wrong_with(decoders[d], &file));
                file.bytes[i / 8] ^= (uint8_t)(1 << i % 8);
            }
        }
        free(file.bytes);
    }
}

static void
mend_crc(const struct chunk *chunk)
{
    uint8_t *data = (uint8_t *)(uintptr_t)chunk->data;
    uint32_t crc = crc32_of(data - 4, chunk->n + 4);

    for (int i = 0; i < 4; i++)
        data[chunk->n + (size_t)i] = (uint8_t)(crc >> (24 - 8 * i));
}

static bool
same_then_free(struct decoded *out, const struct decoded *wanted)
{
    size_t n = (size_t)wanted->width * (size_t)wanted->height * (size_t)wanted->channels;
    bool same = memcmp(out->bytes, wanted->bytes, n) == 0;

    free(out->bytes);
    return same;
}

/* With the right CRC around it. The last 4 bytes are the Adler-32; others can mean the same after
 * all, as a distance to equal bytes, but never another picture. */
static void
check_bit_of_pixels(const struct taken *file, const struct chunk *data, size_t bit,
                    const struct decoded *wanted)
{
    uint8_t *byte = (uint8_t *)(uintptr_t)data->data + bit / 8;

    *byte ^= (uint8_t)(1 << bit % 8);
    mend_crc(data);
    for (size_t d = 0; d < 2; d++) {
        struct decoded out;
        const char *wrong = decoders[d](file->bytes, file->n, &out);

        assert_true(wrong || same_then_free(&out, wanted));
        if (bit / 8 + 4 >= data->n)
            assert_non_null(wrong);
    }
    *byte ^= (uint8_t)(1 << bit % 8);
}

static void
a_bit_of_the_pixels_that_turned_is_noticed_without_the_crc(void **state)
{
    (void)state;
    for (enum content content = 0; content < CONTENTS; content++) {
        struct taken file = any_file(content);
        struct chunks chunks = read_chunks(&file);
        const struct chunk *data = find_chunk(&chunks, "IDAT");
        struct decoded wanted = decode(&file);

        for (size_t bit = 0; bit < data->n * 8; bit++)
            check_bit_of_pixels(&file, data, bit, &wanted);
        free(wanted.bytes);
        free(file.bytes);
    }
}

static void
files_that_end_early_or_late_are_noticed(void **state)
{
    struct taken file = any_file(AXES);
    struct taken part = file;

    (void)state;
    for (size_t d = 0; d < 2; d++)
        for (part.n = 0; part.n < file.n; part.n++)
            assert_non_null(wrong_with(decoders[d], &part));
    part.n = file.n + 1; /* a sink's buffer has one more byte */
    file.bytes[file.n] = 0;
    for (size_t d = 0; d < 2; d++)
        assert_non_null(wrong_with(decoders[d], &part));
    free(file.bytes);
}

/* Streams of "abc" written by hand; NULL: that is what comes out. Python's zlib finds the same, but
 * for the lengths, which it is not told, and the bits before a stored block. */
static void
what_deflate_forbids_is_refused(void **state)
{
#define STREAM(bytes) sizeof(bytes) - 1, bytes
    static const struct {
        size_t n;
        const char *bytes, *wrong;
    } streams[] = {
        {STREAM("\x78\x01\x01\x03\x00\xfc\xff\x61\x62\x63\x02\x4d\x01\x27"), NULL},
        {STREAM("\x78\x01\x4b\x4c\x4a\x06\x00\x02\x4d\x01\x27"), NULL},
        {STREAM("\x78\x01\x05\xe0\x01\x09\x00\x00\x00\x80\x20\x6c\xad\xfe\x7f\x08\x6c\x02\x4d\x01"
                "\x27"),
         NULL},
        {STREAM("\x78\x01\x05\xe1\x01\x09\x00\x00\x00\x80\x20\x6c\xad\xfe\x7f\x08\xb1\x01\x02\x4d"
                "\x01\x27"),
         NULL}, /* with a code of one distance that takes one bit */
        {STREAM("\x78\x01\x01\x03\x00\xfc\xfe\x61\x62\x63\x02\x4d\x01\x27"),
         "the length of a stored block"},
        {STREAM("\x78\x01\x09\x03\x00\xfc\xff\x61\x62\x63\x02\x4d\x01\x27"),
         "bits that should be 0"},
        {STREAM("\x78\x01\x07\x02\x4d\x01\x27"), "no such block"},
        {STREAM("\x78\x01\x4b\x04\x42\x00\x02\x49\x01\x24"), "a distance too far"},
        {STREAM("\x78\x01\x1b\x03\x02\x49\x01\x24"), "no such length"},
        {STREAM("\x78\x01\x4b\x04\x3e\x02\x49\x01\x24"), "no such distance"},
        {STREAM("\x78\x01\x4b\x4c\x4a\x4e\x01\x00\x03\xd8\x01\x8b"),
         "more bytes than there should be"},
        {STREAM("\x78\x01\x4b\x4c\x02\x00\x01\x26\x00\xc4"), "fewer bytes than there should be"},
        {STREAM("\x78\x01\x4b\x4c\x4a\x06\x00\x02\x4e\x01\x28"), "the Adler-32"},
        {STREAM("\x78\x01\x4b\x4c\x4a\x06\x00\x02\x4d\x01\x27\x00"), "bytes after the end"},
        {STREAM("\x78\x02\x4b\x4c\x4a\x06\x00\x02\x4d\x01\x27"), "the header"},
        {STREAM("\x78\x01\x4b\x4c\x4a\x06\x00\x02\x4d\x01"), "ends too early"},
        {STREAM("\x78\x01\x05\xe0\x01\x09\x00\x00\x00\x80\x20\x6c\xad\xff\x23\x02\x1b\x02\x4d\x01"
                "\x27"),
         "bits without a meaning"},
        {STREAM("\x78\x01\x05\xe0\x01\x09\x00\x00\x00\x80\x20\x6c\xad\xfa\xbf\x21\xb0\x01\x02\x4d"
                "\x01\x27"),
         "more codes than there are"},
        {STREAM("\x78\x01\x05\xe0\x01\x09\x00\x00\x00\x80\x20\x6c\xad\xfa\xff\x01\x6c\x02\x4d\x01"
                "\x27"),
         "a block cannot end"},
        {STREAM("\x78\x01\xf5\xe0\x01\x09\x00\x00\x00\x80\x20\xfc\x7f\xed\x13\x00\x02\x4d\x01\x27"),
         "more symbols than there are"},
        {STREAM("\x78\x01\x05\xe0\x01\x09\x00\x00\x00\x80\x20\xfc\xff\x0f\x02\x4d\x01\x27"),
         "too many lengths"},
        {STREAM("\x78\x01\x05\xe0\x83\x00\x00\x00\x00\x00\x00\x00\x02\x4d\x01\x27"),
         "nothing to repeat"},
        {STREAM("\x78\x01\x05\xe1\x01\x09\x00\x00\x00\x80\x20\x6c\xad\xfe\x7f\xa8\xb0\x01\x02\x4d"
                "\x01\x27"),
         "bits without a meaning"}, /* of distances */
    };

    (void)state;
    for (size_t i = 0; i < sizeof streams / sizeof *streams; i++) {
        uint8_t out[3];
        const char *wrong =
            inflate_strictly(out, 3, (const uint8_t *)streams[i].bytes, streams[i].n);

        if (!streams[i].wrong) {
            assert_null(wrong);
            assert_memory_equal(out, "abc", 3);
            continue;
        }
        assert_non_null(wrong);
        assert_string_equal(strchr(wrong, ':') + 2, streams[i].wrong);
    }
}

/* The window that the header tells of is kept to, though the bytes would be there. */
static void
no_distance_is_longer_than_the_window(void **state)
{
    uint8_t bytes[600], packed[700], out[600];
    uLongf n = sizeof packed;

    (void)state;
    for (size_t i = 0; i < 600; i++)
        bytes[i] = (uint8_t)(i % 300 * (i % 300));
    assert_int_equal(compress2(packed, &n, bytes, 600, 9), Z_OK);
    assert_null(inflate_strictly(out, 600, packed, n));
    memcpy(packed, "\x08\x1d", 2); /* of 256 bytes */
    assert_non_null(inflate_strictly(out, 600, packed, n));
}

static void
what_zlib_packs_is_unpacked(void **state)
{
    static const size_t sizes[] = {0, 1, 2, 300, 70000};
    static uint8_t bytes[70000], packed[80000], out[70000];
    uint32_t seed = 9;

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (uint8_t)(random32(&seed) % 4 ? random32(&seed) % 20
                             : i >= 999          ? bytes[i - 999]
                                                 : 0);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        for (int level = 0; level <= 9; level++) {
            uLongf n = sizeof packed;

            assert_int_equal(compress2(packed, &n, bytes, sizes[i], level), Z_OK);
            assert_null(inflate_strictly(out, sizes[i], packed, n));
            assert_memory_equal(out, bytes, sizes[i]);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_bit_that_turned_is_noticed),
        world_test(a_bit_of_the_pixels_that_turned_is_noticed_without_the_crc),
        world_test(files_that_end_early_or_late_are_noticed),
        world_test(what_deflate_forbids_is_refused),
        world_test(no_distance_is_longer_than_the_window),
        world_test(what_zlib_packs_is_unpacked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
