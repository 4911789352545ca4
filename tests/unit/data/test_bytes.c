/* SPDX-License-Identifier: MIT */
/* test_bytes.c: every kind of bytes gives the same ones at the same offsets, or says why not. */
#include <stdio.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/file.h"
#include "data/unpack.h"
#include "data/zip.h"
#include "unit/data/npy_bytes.h"
#include "unit/data/packed_bytes.h"

enum { SIZE = 300000 };

static unsigned char values[SIZE]; /* runs and noise: packs to about a third */

static void
make_values(void)
{
    uint32_t random = 1;

    for (size_t i = 0; i < SIZE; i++) {
        random = random * 1664525u + 1013904223u;
        values[i] = i / 1000 % 3 == 0 ? (unsigned char)(random >> 24) : (unsigned char)(i / 700);
    }
}

enum kind {
    FILE_KIND,
    GZIP,
    GZIP_TWICE,
    STORED,
    DEFLATED,
    STORED_64,
    DEFLATED_64,
    ZIP_IN_GZIP,
    KINDS
};

static const char *
make_file(enum kind kind)
{
    const char *path = temp_path("bytes");
    size_t first = kind == GZIP_TWICE ? 100000 : SIZE, a, b;
    unsigned char *one = packed_make(values, first, GZIP_BITS, &a);
    unsigned char *two = packed_make(values + first, SIZE - first, GZIP_BITS, &b);
    struct zip_member member = {.name = "v.npy",
                                .bytes = values,
                                .n = SIZE,
                                .method = kind == DEFLATED || kind == DEFLATED_64 ? 8 : 0,
                                .zip64 = kind == STORED_64 || kind == DEFLATED_64};

    if (kind == FILE_KIND) {
        write_file(path, values, SIZE);
    } else if (kind <= GZIP_TWICE) {
        one = realloc(one, a + b);
        assert_non_null(one);
        memcpy(one + a, two, b);
        write_file(path, one, kind == GZIP ? a : a + b);
    } else if (kind < ZIP_IN_GZIP) {
        zip_write(path, &member, 1);
    } else {
        struct zip_bytes zip = zip_make(&member, 1);

        gzip_write(path, zip.bytes, zip.n);
        free(zip.bytes);
    }
    free(one);
    free(two);
    return path;
}

/* Puts the layers over it that the kind has. */
static enum fp_status
add_layers(struct fp__bytes **bytes, enum kind kind, const struct fp_limits *limits)
{
    struct fp__zip_entry entry;
    struct fp__zip *zip = NULL;
    enum fp_status status = FP_OK;
    bool more = false;

    if (kind == GZIP || kind == GZIP_TWICE || kind == ZIP_IN_GZIP) {
        status = fp__bytes_gunzip(bytes, limits);
    }
    if (status < 0 || kind < STORED) {
        return status;
    }
    status = fp__zip_open(*bytes, limits, &zip);
    status = status < 0 ? status : fp__zip_next(zip, &entry, &more);
    status = status < 0 ? status : fp__zip_enter(zip, &entry);
    fp__zip_close(zip);
    if (status < 0) {
        return status;
    }
    assert_true(more);
    assert_string_equal(entry.name, "v.npy");
    return entry.place.method == FP__ZIP_STORED
               ? fp__bytes_stored(bytes, "bytes:v", &entry.place)
               : fp__bytes_inflate(bytes, "bytes:v", &entry.place, limits);
}

static enum fp_status
open_kind(enum kind kind, const char *path, struct fp__bytes **bytes)
{
    struct fp_limits limits = fp_frames_defaults().limits;
    enum fp_status status = fp__bytes_open(NULL, path, NULL, NULL, bytes);

    if (status == FP_OK) {
        status = add_layers(bytes, kind, &limits);
        if (status < 0) {
            fp__bytes_close(*bytes);
        }
    }
    return status;
}

static void
assert_same(struct fp__bytes *bytes, uint64_t offset, size_t n)
{
    unsigned char *out = malloc(n + 1);
    size_t expected = offset >= SIZE ? 0 : SIZE - offset < n ? SIZE - (size_t)offset : n;
    size_t got = 99;

    assert_non_null(out);
    if (fp__bytes_read(bytes, out, n, offset, &got) != FP_OK) {
        fail_msg("%zu at %zu: %s", n, (size_t)offset, fp_context_message(NULL));
    }
    assert_int_equal(got, expected);
    assert_memory_equal(out, values + (expected ? offset : 0), expected);
    free(out);
}

static void
every_kind_reads_alike(void **state)
{
    uint32_t random = 7;

    (void)state;
    for (enum kind kind = 0; kind < KINDS; kind++) {
        struct fp__bytes *bytes = NULL;

        if (open_kind(kind, make_file(kind), &bytes) < 0) {
            fail_msg("kind %d: %s", (int)kind, fp_context_message(NULL));
        }
        assert_false(fp__bytes_once(bytes));
        assert_same(bytes, 0, 12);
        assert_same(bytes, 10, 500);
        assert_same(bytes, 0, SIZE + 1);
        for (size_t i = 0; i < repeats(60); i++) {
            random = random * 1664525u + 1013904223u;
            assert_same(bytes, (random >> 8) % (SIZE + 100), (random >> 4) % 70000);
        }
        assert_int_equal(fp__bytes_measure(bytes), FP_OK);
        assert_int_equal(bytes->size, SIZE);
        assert_int_equal(fp__bytes_left(bytes, SIZE - 5), 5);
        assert_int_equal(fp__bytes_left(bytes, SIZE + 5), 0);
        fp__bytes_begin_at(bytes, 1000);
        assert_int_equal(bytes->size, SIZE - 1000);
        fp__bytes_close(bytes);
    }
}

static void
archives_may_be_larger_than_4_gib(void **state)
{
    struct zip_member member = {.name = "v.npy", .bytes = values, .n = SIZE, .zip64 = 1};
    struct fp__bytes *bytes = NULL;

    (void)state;
    zip_write_behind_hole(temp_path("bytes"), &member, (uint64_t)5 << 30);
    if (open_kind(STORED_64, temp_path("bytes"), &bytes) < 0) {
        fail_msg("%s", fp_context_message(NULL));
    }
    assert_same(bytes, 0, SIZE);
    fp__bytes_close(bytes);
    assert_int_equal(unlink(temp_path("bytes")), 0);
}

static void
stored_members_are_read_directly(void **state)
{
    struct fp__bytes *bytes = NULL;
    unsigned char out[8];
    size_t got, calls;

    (void)state;
    assert_int_equal(open_kind(STORED, make_file(STORED), &bytes), FP_OK);
    calls = fp__file_calls();
    assert_int_equal(fp__bytes_read(bytes, out, 8, SIZE - 100, &got), FP_OK);
    assert_int_equal(fp__bytes_read(bytes, out, 8, 100, &got), FP_OK);
    assert_int_equal(fp__file_calls() - calls, 2);
    fp__bytes_close(bytes);
}

static void
forwards_is_one_pass(void **state)
{
    struct fp__bytes *bytes = NULL;
    unsigned char out[100];
    size_t got, calls = fp__file_calls();

    (void)state;
    assert_int_equal(open_kind(GZIP, make_file(GZIP), &bytes), FP_OK);
    for (uint64_t at = 0; at < SIZE; at += 90) { /* overlapping, as headers are read */
        assert_int_equal(fp__bytes_read(bytes, out, 100, at, &got), FP_OK);
    }
    assert_in_range(fp__file_calls() - calls, 1, 12);
    fp__bytes_close(bytes);
}

static int
read_whole(void *arg)
{
    enum kind kind = *(enum kind *)arg;
    struct fp__bytes *bytes = NULL;
    unsigned char *out = malloc(SIZE);
    size_t got = 0;
    enum fp_status status = open_kind(kind, temp_path("bytes"), &bytes);

    assert_non_null(out);
    if (status == FP_OK) {
        status = fp__bytes_read(bytes, out, SIZE, 0, &got);
        if (status == FP_OK) {
            assert_memory_equal(out, values, SIZE);
            status = fp__bytes_read(bytes, out, 100, 5, &got);
        }
        fp__bytes_close(bytes);
    }
    free(out);
    return status;
}

static void
every_failure_is_survived(void **state)
{
    (void)state;
    for (enum kind kind = 0; kind < KINDS; kind++) {
        make_file(kind);
        torture(read_whole, &kind, 1);
    }
}

/* --- Damage ----------------------------------------------------------------------------------- */

/* Opens the kind and reads it all. */
static enum fp_status
read_kind(enum kind kind, const char *path)
{
    unsigned char *out = malloc(SIZE + 1);
    struct fp__bytes *bytes = NULL;
    size_t got = 0;
    enum fp_status status = open_kind(kind, path, &bytes);

    assert_non_null(out);
    if (status == FP_OK) {
        status = fp__bytes_read(bytes, out, SIZE, 0, &got);
        if (status < 0) { /* again, and not with other bytes */
            assert_int_equal(fp__bytes_read(bytes, out, SIZE, 0, &got), status);
        }
        fp__bytes_close(bytes);
    }
    free(out);
    return status;
}

static void
assert_damaged(enum kind kind, const char *words)
{
    assert_int_equal(read_kind(kind, temp_path("bytes")), FP_ERR_INPUT);
    assert_message(words);
    assert_message("bytes");
}

static void
a_gzip_file_cut_anywhere_is_told(void **state)
{
    size_t n;
    unsigned char *bytes = read_file(make_file(GZIP), &n);

    (void)state;
    for (size_t cut = 1; cut < n; cut += cut < 30 || cut > n - 12 ? 1 : n / 40) {
        write_file(temp_path("bytes"), bytes, cut);
        assert_damaged(GZIP, "truncated: they end after");
    }
    free(bytes);
}

static void
checksums_are_compared(void **state)
{
    struct zip_member lie = {.name = "v.npy", .bytes = values, .n = SIZE, .lie = 1};
    size_t n;
    unsigned char *bytes = read_file(make_file(GZIP), &n);

    (void)state;
    bytes[n - 8] ^= 1; /* RFC 1952: CRC-32, then the length */
    write_file(temp_path("bytes"), bytes, n);
    assert_damaged(GZIP, "incorrect data check");
    bytes[n - 8] ^= 1;
    bytes[n - 4] ^= 1;
    write_file(temp_path("bytes"), bytes, n);
    assert_damaged(GZIP, "incorrect length check");
    free(bytes);
    zip_write(temp_path("bytes"), &lie, 1);
    assert_damaged(STORED, "the CRC-32 of its bytes is");
    lie.method = 8;
    zip_write(temp_path("bytes"), &lie, 1);
    assert_damaged(DEFLATED, "the CRC-32 of its bytes is");
}

static void
sizes_of_members_are_compared(void **state)
{
    struct zip_member m = {.name = "v.npy", .bytes = values, .n = SIZE, .method = 8};

    (void)state;
    m.longer = 5;
    zip_write(temp_path("bytes"), &m, 1);
    assert_damaged(DEFLATED, "there are fewer than the archive says");
    m.longer = (uint32_t)-5;
    zip_write(temp_path("bytes"), &m, 1);
    assert_damaged(DEFLATED, "there are more than the archive says");
    m.method = 0;
    zip_write(temp_path("bytes"), &m, 1);
    assert_damaged(STORED, "reaches beyond the end");
    m.longer = 0;
    m.method = 12;
    zip_write(temp_path("bytes"), &m, 1);
    assert_damaged(STORED, "packed by method 12");
    m.flags = 1;
    zip_write(temp_path("bytes"), &m, 1);
    assert_damaged(STORED, "is encrypted");
}

/* Whatever it says, it ends. */
static void
every_flipped_byte_is_survived(void **state)
{
    struct zip_member m[] = {{.name = "v.npy", .bytes = values, .n = 60, .method = 8},
                             {.name = "w.npy", .bytes = values, .n = 60, .zip64 = 1}};
    struct zip_bytes zip = zip_make(m, 2);

    (void)state;
    for (size_t i = 0; i < zip.n; i++) {
        for (int bit = 1; bit < 256; bit *= 16) {
            struct fp__bytes *bytes = NULL;
            struct fp__zip *directory = NULL;
            struct fp_limits limits = fp_frames_defaults().limits;
            struct fp__zip_entry entry;
            bool more = true;

            zip.bytes[i] ^= (unsigned char)bit;
            write_file(temp_path("flip"), zip.bytes, zip.n);
            zip.bytes[i] ^= (unsigned char)bit;
            assert_int_equal(fp__bytes_open(NULL, temp_path("flip"), NULL, NULL, &bytes), FP_OK);
            if (fp__zip_open(bytes, &limits, &directory) == FP_OK) {
                while (fp__zip_next(directory, &entry, &more) == FP_OK && more &&
                       fp__zip_enter(directory, &entry) == FP_OK) {
                }
            }
            fp__zip_close(directory);
            fp__bytes_close(bytes);
        }
    }
    free(zip.bytes);
}

static void
bombs_are_not_unpacked(void **state)
{
    struct fp_limits limits = fp_frames_defaults().limits;
    unsigned char *zeros = calloc(1, 1 << 20);
    struct fp__bytes *bytes = NULL;
    size_t got;

    (void)state;
    assert_non_null(zeros);
    gzip_write(temp_path("bytes"), zeros, 1 << 20);
    limits.ratio = 100;
    limits.ratio_from = 100000;
    assert_int_equal(fp__bytes_open(NULL, temp_path("bytes"), NULL, NULL, &bytes), FP_OK);
    assert_int_equal(fp__bytes_gunzip(&bytes, &limits), FP_OK);
    assert_int_equal(fp__bytes_read(bytes, zeros, 60000, 0, &got), FP_OK);
    assert_int_equal(fp__bytes_measure(bytes), FP_ERR_INPUT);
    assert_message("more than is unpacked for anybody");
    assert_hint("gunzip");
    fp__bytes_close(bytes);
    free(zeros);
}

/* --- Pipes ------------------------------------------------------------------------------------ */

static void
pipes_go_forwards(void **state)
{
    struct fp__bytes *bytes = NULL;
    unsigned char out[50000];
    size_t got;
    int end;

    (void)state;
    assert_int_equal(fp__bytes_open(NULL, fill_pipe(values, 50000, &end), NULL, NULL, &bytes),
                     FP_OK);
    assert_true(fp__bytes_once(bytes));
    assert_same(bytes, 0, 12);
    assert_same(bytes, 10, 100);
    assert_same(bytes, 40000, 500);
    assert_same(bytes, 40100, 500); /* not far back */
    assert_int_equal(fp__bytes_read(bytes, out, 10, 100, &got), FP_ERR_INPUT);
    assert_message("cannot be read again");
    fp__bytes_close(bytes);
    close(end);
    assert_true(fp__file_is_stream("-"));
    assert_true(fp__file_is_stream("/dev/null"));
    assert_false(fp__file_is_stream(temp_path("bytes")));
    assert_false(fp__file_is_stream(temp_dir()));
    assert_false(fp__file_is_stream(temp_path("missing")));
}

static void
what_is_there_is_not_waited_for(void **state)
{
    struct fp__bytes *bytes = NULL;
    char path[40], out[100];
    size_t got;
    int fds[2];

    (void)state;
    assert_int_equal(pipe(fds), 0);
    assert_int_equal(write(fds[1], "0123456789", 10), 10);
    snprintf(path, sizeof path, "/dev/fd/%d", fds[0]);
    assert_int_equal(fp__bytes_open(NULL, path, NULL, NULL, &bytes), FP_OK);
    alarm(20); /* for when it is */
    assert_int_equal(fp__bytes_read_some(bytes, out, 8, sizeof out, 0, &got), FP_OK);
    assert_int_equal(got, 10);
    assert_int_equal(fp__bytes_read_some(bytes, out, 8, sizeof out, 0, &got), FP_OK);
    alarm(0);
    assert_int_equal(got, 10);
    fp__bytes_close(bytes);
    close(fds[0]);
    close(fds[1]);
}

static bool
enough(void *data)
{
    return ++*(int *)data == 2;
}

static void
waiting_can_be_stopped(void **state)
{
    struct fp__bytes *bytes = NULL;
    int fds[2], asked = 0;
    char path[40], out;
    size_t got;

    (void)state;
    assert_int_equal(pipe(fds), 0);
    snprintf(path, sizeof path, "/dev/fd/%d", fds[0]);
    assert_int_equal(fp__bytes_open(NULL, path, enough, &asked, &bytes), FP_OK);
    assert_int_equal(fp__bytes_read(bytes, &out, 1, 0, &got), FP_ERR_INPUT);
    assert_int_equal(asked, 2);
    assert_message("was stopped");
    fp__bytes_close(bytes);
    close(fds[0]);
    close(fds[1]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_kind_reads_alike),
        world_test(archives_may_be_larger_than_4_gib),
        world_test(stored_members_are_read_directly),
        world_test(forwards_is_one_pass),
        world_test(every_failure_is_survived),
        world_test(a_gzip_file_cut_anywhere_is_told),
        world_test(checksums_are_compared),
        world_test(sizes_of_members_are_compared),
        world_test(every_flipped_byte_is_survived),
        world_test(bombs_are_not_unpacked),
        world_test(pipes_go_forwards),
        world_test(what_is_there_is_not_waited_for),
        world_test(waiting_can_be_stopped),
    };

    make_values();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
