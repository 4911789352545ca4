/* SPDX-License-Identifier: MIT */
/* test_archive.c: members of archives, raw values, and streams, as frames. */
#include <stdio.h>
#include <unistd.h>

#include "core/alloc.h"
#include "data/raw.h"
#include "flatplot/frames.h"
#include "unit/data/npy_bytes.h"
#include "unit/data/packed_bytes.h"

/* --- Archives --------------------------------------------------------------------------------- */

struct array {
    unsigned char bytes[1000];
    size_t n;
};

/* A .npy whose values' bytes are 0, 1, 2 …, n of them. */
static struct array
make_array(const char *descr, const char *shape, size_t n)
{
    unsigned char data[500];
    struct array array;
    char dict[200];

    for (size_t i = 0; i < n; i++) {
        data[i] = (unsigned char)i;
    }
    snprintf(dict, sizeof dict, "{'descr': '%s', 'fortran_order': False, 'shape': %s}", descr,
             shape);
    array.n = npy_make(array.bytes, 1, dict, data, n);
    return array;
}

static struct zip_member
member(const char *name, const struct array *array, int method)
{
    return (struct zip_member){
        .name = name, .bytes = array->bytes, .n = array->n, .method = method};
}

static void
assert_opens(const char *path, const char *name, size_t height, size_t width)
{
    struct fp_frames *frames = fp_frames_open(NULL, path);
    const struct fp_frames_info *info = fp_frames_info(frames);
    struct fp_array *frame = NULL;

    if (!frames) {
        fail_msg("%s: %s", path, fp_context_message(NULL));
    }
    assert_string_equal(info->member, name);
    assert_int_equal(info->frame.shape[0], height);
    assert_int_equal(info->frame.shape[1], width);
    assert_int_equal(fp_frames_read(frames, 0, &frame), FP_OK);
    assert_int_equal(((const unsigned char *)fp_array_data(frame))[5], 5);
    fp_unref(frame);
    fp_unref(frames);
}

static void
assert_refused(const char *path, enum fp_status status, const char *words, const char *hint)
{
    assert_null(fp_frames_open(NULL, path));
    if (fp_context_status(NULL) != status || !strstr(fp_context_message(NULL), words) ||
        !strstr(fp_context_hint(NULL), hint)) {
        fail_msg("%d: %s / %s", (int)fp_context_status(NULL), fp_context_message(NULL),
                 fp_context_hint(NULL));
    }
}

/* "FILE:MEMBER" of a file in the temporary folder. */
static const char *
behind(const char *file, const char *name)
{
    char text[100];

    snprintf(text, sizeof text, "%s:%s", file, name);
    return temp_path(text);
}

static void
members_have_names(void **state)
{
    struct array square = make_array("|u1", "(3, 4)", 12), wide = make_array("|u1", "(2, 7)", 14);
    struct array row = make_array("|u1", "(9,)", 9), object = make_array("|O", "(2,)", 16);
    struct zip_member members[] = {member("row.npy", &row, 8), member("sub/", &row, 0),
                                   member("a.npy", &square, 8), member("object.npy", &object, 0),
                                   member("wide.npy", &wide, 0)};

    (void)state;
    zip_write(temp_path("two.npz"), members, 5);
    assert_opens(behind("two.npz", "a"), "a", 3, 4);
    assert_opens(behind("two.npz", "a.npy"), "a", 3, 4);
    assert_opens(behind("two.npz", "wide"), "wide", 2, 7);
    assert_refused(behind("two.npz", "b"), FP_ERR_INPUT, "two.npz: has no member b",
                   "it has: row, a, object, wide");
    assert_refused(behind("two.npz", "object"), FP_ERR_INPUT, "two.npz:object: object arrays",
                   "save numbers");
    assert_refused(temp_path("two.npz"), FP_ERR_ARGUMENT,
                   "several arrays that can be drawn: a (3, 4), wide (2, 7)", "two.npz:NAME");
    zip_write(temp_path("one.npz"), members, 4);
    assert_opens(temp_path("one.npz"), "a", 3, 4);
    zip_write(temp_path("none.npz"), members, 2);
    assert_refused(temp_path("none.npz"), FP_ERR_INPUT, "no array that can be drawn: row (9,)",
                   "pictures have the shape");
    zip_write(temp_path("empty.npz"), members, 0);
    assert_refused(temp_path("empty.npz"), FP_ERR_INPUT, "holds no array that can be drawn", "");
    assert_refused(behind("nowhere.npz", "a"), FP_ERR_INPUT, "no such file", "");
}

/* What may have been the array that was meant is not passed over. */
static void
a_damaged_member_is_not_passed_over(void **state)
{
    struct array square = make_array("|u1", "(3, 4)", 12), odd = square;
    struct zip_member members[] = {member("a.npy", &odd, 0), member("b.npy", &square, 8)};

    (void)state;
    odd.bytes[3] ^= 1; /* no npy any more, but nothing is wrong with the archive */
    zip_write(temp_path("odd.npz"), members, 2);
    assert_opens(temp_path("odd.npz"), "b", 3, 4);
    for (members[0].method = 0; members[0].method <= 8; members[0].method += 8) {
        members[0].lie = 1;
        zip_write(temp_path("crc.npz"), members, 2);
        assert_refused(temp_path("crc.npz"), FP_ERR_INPUT, "crc.npz:a: is damaged", "unzip -t");
    }
}

static void
a_name_with_a_colon_is_a_name(void **state)
{
    struct array square = make_array("|u1", "(3, 4)", 12), wide = make_array("|u1", "(2, 7)", 14);
    struct zip_member members[] = {member("a.npy", &square, 8), member("b:c.npy", &wide, 8)};

    (void)state;
    zip_write(temp_path("x.npz"), members, 2);
    zip_write(behind("x.npz", "a"), members + 1, 1);
    assert_opens(behind("x.npz", "a"), "b:c", 2, 7);     /* the file x.npz:a … */
    assert_opens(behind("x.npz", "a:b:c"), "b:c", 2, 7); /* … and its member */
    assert_int_equal(unlink(behind("x.npz", "a")), 0);
    assert_opens(behind("x.npz", "a"), "a", 3, 4);
    assert_opens(behind("x.npz", "b:c"), "b:c", 2, 7);
    write_file(temp_path("plain.npy"), square.bytes, square.n);
    assert_refused(behind("plain.npy", "a"), FP_ERR_INPUT, "is not an archive and has no member a",
                   "leave :a away");
}

static void
archives_keep_to_the_limits(void **state)
{
    struct array square = make_array("|u1", "(3, 4)", 12);
    struct zip_member members[] = {member("a.npy", &square, 0), member("b.npy", &square, 0)};
    struct fp_frames_options options = fp_frames_defaults();

    (void)state;
    zip_write(temp_path("two.npz"), members, 2);
    options.limits.members = 1;
    assert_null(fp_frames_open_with(NULL, temp_path("two.npz"), &options));
    assert_message("has 2 members; 1 are the most");
    options.limits = fp_frames_defaults().limits;
    options.limits.header = 50;
    assert_null(fp_frames_open_with(NULL, behind("two.npz", "a"), &options));
    assert_message("50 are the most");
}

static bool
take_name(void *data, const char *name)
{
    char *names = data;

    strcat(strcat(names, name ? name : "(none)"), " ");
    return !name || strcmp(name, "stop") != 0;
}

static void
names_are_listed(void **state)
{
    struct array square = make_array("|u1", "(3, 4)", 12);
    struct zip_member members[] = {member("a.npy", &square, 0), member("stop", &square, 0),
                                   member("c.npy", &square, 0)};
    const char *paths[] = {temp_path("x.npz"), behind("x.npz", "c"), temp_path("plain.npy"), "-"};
    struct fp_frames_options options = fp_frames_defaults();
    char names[100] = "";

    (void)state;
    zip_write(temp_path("x.npz"), members, 3);
    write_file(temp_path("plain.npy"), square.bytes, square.n);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(fp_frames_members(NULL, paths[i], &options, take_name, names), FP_OK);
    }
    assert_string_equal(names, "a stop (none) (none) (none) ");
    assert_int_equal(fp_frames_members(NULL, temp_path("no"), &options, take_name, names),
                     FP_ERR_INPUT);
}

static int
read_archive(void *arg)
{
    struct fp_frames *frames = fp_frames_open(NULL, arg);
    struct fp_array *frame = NULL;
    int failed = !frames || fp_frames_read(frames, 0, &frame) != FP_OK;

    fp_unref(frame);
    fp_unref(frames);
    return failed;
}

static void
every_failure_is_survived(void **state)
{
    struct array square = make_array("|u1", "(3, 4)", 12), row = make_array("|u1", "(9,)", 9);
    struct zip_member members[] = {member("row.npy", &row, 8), member("a.npy", &square, 8)};
    char path[300];

    (void)state;
    zip_write(temp_path("x.npz"), members, 2);
    snprintf(path, sizeof path, "%s", temp_path("x.npz"));
    torture(read_archive, path, 1);
    strcat(path, ":a");
    torture(read_archive, path, 1);
}

/* --- Raw values ------------------------------------------------------------------------------- */

static const struct {
    const char *text;
    int ndim;
    size_t shape[3];
    enum fp_dtype dtype;
    bool big;
    uint64_t offset;
} good[] = {
    {"63,128,128:i2be", 3, {63, 128, 128}, FP_INT16, true, 0},
    {"63x128x128:>i2", 3, {63, 128, 128}, FP_INT16, true, 0},
    {"256x256:u2le+16", 2, {256, 256}, FP_UINT16, false, 16},
    {"256,256:<u2+0", 2, {256, 256}, FP_UINT16, false, 0},
    {"7:|u1", 1, {7}, FP_UINT8, false, 0},
    {"2,3:f4le", 2, {2, 3}, FP_FLOAT32, false, 0},
    {"2x3:f8be", 2, {2, 3}, FP_FLOAT64, true, 0},
};

static const struct {
    const char *text;
    const char *why;
} bad[] = {
    {"", "a size is no whole number"},
    {"3,:f4", "a size is no whole number"},
    {"-3,4:f4", "a size is no whole number"},
    {"3,0:f4", "a size is 0"},
    {"3,4", "the type is missing"},
    {"3,4:", "there is no such type"},
    {"3,4:f3", "there is no such type"},
    {"3,4:f", "there is no such type"},
    {"3,4:c16", "there is no such type"},
    {"3,4:<f4be", "said twice"},
    {"3,4:f4xe", "something follows"},
    {"3,4:f4+", "the offset is no whole number"},
    {"3,4:f4+99999999999999999999", "the offset is no whole number"},
    {"99999999999999999999:f4", "a size is no whole number"},
    {"9999999999,9999999999:f4", "larger than any memory"},
};

static void
descriptions_of_raw_values_are_understood(void **state)
{
    struct fp__raw raw;

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        assert_int_equal(fp__raw_parse(NULL, good[i].text, &raw), FP_OK);
        assert_int_equal(raw.layout.ndim, good[i].ndim);
        assert_memory_equal(raw.layout.shape, good[i].shape,
                            (size_t)good[i].ndim * sizeof raw.layout.shape[0]);
        assert_int_equal(raw.layout.dtype, good[i].dtype);
        assert_int_equal(raw.layout.swapped,
                         fp_dtype_size(good[i].dtype) > 1 && good[i].big != machine_is_big());
        assert_int_equal(raw.offset, good[i].offset);
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_int_equal(fp__raw_parse(NULL, bad[i].text, &raw), FP_ERR_ARGUMENT);
        assert_message(bad[i].why);
        assert_hint("63,128,128:i2be");
    }
}

/* Descriptions of a file of 60 bytes. */
static const struct {
    const char *raw;
    size_t count;
    const char *why;
} sixty[] = {
    {"3,4,5:u1", 3, NULL},           {"4,5:u1", 3, NULL},
    {"2,5,3:u1", 2, NULL},           {"1,4,5:u1", 3, NULL},
    {"4,5,1:u1", 3, NULL},           {"6,5:i2", 1, NULL},
    {"2,5:i2+20", 2, NULL},          {"7,5:u1", 0, "has 60 bytes"},
    {"61,1:u1", 0, "of the 61"},     {"4,5:u1+50", 0, "after the first 50"},
    {"4,5:u1+60", 0, "has 0 bytes"},
};

static void
write_sixty(const char *path, bool packed)
{
    unsigned char bytes[60] = {0};

    if (packed) {
        gzip_write(path, bytes, sizeof bytes);
    } else {
        write_file(path, bytes, sizeof bytes);
    }
}

static void
raw_values_repeat(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2 * sizeof sixty / sizeof sixty[0]; i++) {
        struct fp_frames_options options = fp_frames_defaults();
        struct fp_frames *frames;

        write_sixty(temp_path("raw"), i % 2);
        options.raw = sixty[i / 2].raw;
        frames = fp_frames_open_with(NULL, temp_path("raw"), &options);
        if (sixty[i / 2].why) {
            assert_null(frames);
            assert_message(sixty[i / 2].why);
            continue;
        }
        assert_non_null(frames);
        assert_int_equal(fp_frames_info(frames)->count, sixty[i / 2].count);
        assert_string_equal(fp_frames_info(frames)->format, "raw");
        fp_unref(frames);
    }
}

/* --- Streams ---------------------------------------------------------------------------------- */

/* Reads every frame and writes down what came: "array.frame:first value ". */
static enum fp_status
read_frames(struct fp_frames *frames, char *seen)
{
    for (;;) {
        struct fp_array *frame = NULL;
        struct fp_frames_place place;
        enum fp_status status = fp_frames_next(frames, &frame, &place);

        if (status < 0 || !frame) {
            return status;
        }
        seen += sprintf(seen, "%zu.%zu:%d ", place.array, place.frame,
                        *(const unsigned char *)fp_array_data(frame));
        fp_unref(frame);
    }
}

static enum fp_status
read_stream(const void *bytes, size_t n, const char *raw, char *seen)
{
    struct fp_frames_options options = fp_frames_defaults();
    struct fp_frames *frames;
    enum fp_status status;
    int end;

    *seen = '\0';
    options.raw = raw;
    frames = fp_frames_open_with(NULL, fill_pipe(bytes, n, &end), &options);
    status = frames ? read_frames(frames, seen) : fp_context_status(NULL);
    if (frames && status < 0) {
        assert_true(fp_is_closed(frames));
    }
    fp_unref(frames);
    close(end);
    return status;
}

static void
streams_come_frame_by_frame(void **state)
{
    struct array stack = make_array("|u1", "(3, 2, 5)", 30), wide = make_array("|u1", "(2, 7)", 14);
    unsigned char all[3000];
    char seen[200];
    size_t n = stack.n + wide.n + stack.n;

    (void)state;
    memcpy(all, stack.bytes, stack.n);
    memcpy(all + stack.n, wide.bytes, wide.n);
    memcpy(all + stack.n + wide.n, stack.bytes, stack.n);
    assert_int_equal(read_stream(all, n, NULL, seen), FP_OK);
    assert_string_equal(seen, "0.0:0 0.1:10 0.2:20 1.0:0 2.0:0 2.1:10 2.2:20 ");
    assert_int_equal(read_stream(all, n - 5, NULL, seen), FP_ERR_INPUT);
    assert_string_equal(seen, "0.0:0 0.1:10 0.2:20 1.0:0 2.0:0 2.1:10 ");
    assert_message("ended within frame 2: 5 of 10 bytes came");
    assert_int_equal(read_stream(all, n - 10, NULL, seen), FP_ERR_INPUT);
    assert_message("ended before frame 2");
    assert_int_equal(read_stream("", 0, NULL, seen), FP_ERR_INPUT);
    assert_message("is empty");
    memcpy(all + stack.n, "nonsense", 8);
    assert_int_equal(read_stream(all, stack.n + 8, NULL, seen), FP_ERR_INPUT);
    assert_string_equal(seen, "0.0:0 0.1:10 0.2:20 ");
}

static void
raw_streams_have_no_end_of_their_own(void **state)
{
    unsigned char bytes[100];
    char seen[200];

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (unsigned char)i;
    }
    assert_int_equal(read_stream(bytes, 60, "4,5:u1", seen), FP_OK);
    assert_string_equal(seen, "0.0:0 0.1:20 0.2:40 ");
    assert_int_equal(read_stream(bytes, 60, "4,5:u1+20", seen), FP_OK);
    assert_string_equal(seen, "0.0:20 0.1:40 ");
    assert_int_equal(read_stream(bytes, 61, "4,5:u1", seen), FP_ERR_INPUT);
    assert_string_equal(seen, "0.0:0 0.1:20 0.2:40 ");
    assert_message("ended within frame 3: 1 of 20 bytes came");
    assert_int_equal(read_stream(bytes, 80, "2,4,5:u1", seen), FP_OK);
    assert_string_equal(seen, "0.0:0 0.1:20 0.2:40 0.3:60 ");
    assert_int_equal(read_stream(bytes, 60, "2,4,5:u1", seen), FP_ERR_INPUT);
    assert_message("ended before frame 3");
    assert_int_equal(read_stream(bytes, 0, "4,5:u1", seen), FP_ERR_INPUT);
}

static void
scattered_frames_do_not_stream(void **state)
{
    unsigned char bytes[200], zeros[30] = {0};
    char seen[200];
    size_t n = npy_make(bytes, 1, "{'descr': '|u1', 'fortran_order': True, 'shape': (3, 2, 5)}",
                        zeros, 30);

    (void)state;
    assert_int_equal(read_stream(bytes, n, NULL, seen), FP_ERR_INPUT);
    assert_message("lie scattered over the whole stream");
    assert_hint("np.ascontiguousarray(a)");
}

/* --- Memory ----------------------------------------------------------------------------------- */

/* Anonymous resident memory of this process, in KiB. */
static long
anonymous(void)
{
    char line[200];
    long kib = -1;
    FILE *file = fopen("/proc/self/status", "r");

    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        sscanf(line, "RssAnon: %ld", &kib);
    }
    fclose(file);
    assert_true(kib > 0);
    return kib;
}

enum { HEIGHT = 512, WIDTH = 256, FRAME = HEIGHT * WIDTH * 8 };

static void
write_sparse(const char *path, size_t count)
{
    char dict[100];
    unsigned char head[200];
    size_t n;

    snprintf(dict, sizeof dict, "{'descr': '<f8', 'fortran_order': False, 'shape': (%zu, %d, %d)}",
             count, HEIGHT, WIDTH);
    n = npy_make(head, 1, dict, NULL, 0);
    write_file(path, head, n);
    assert_int_equal(truncate(path, (off_t)(n + count * FRAME)), 0);
}

/* The most that the process and the door held while so many frames were read. */
static void
read_sparse(const char *path, size_t count, long *process, size_t *door)
{
    struct fp_frames *frames;

    write_sparse(path, count);
    frames = fp_frames_open(NULL, path);
    assert_non_null(frames);
    *process = 0;
    *door = 0;
    for (size_t i = 0; i < count; i++) {
        struct fp_array *frame = NULL;
        long now;

        assert_int_equal(fp_frames_read(frames, i, &frame), FP_OK);
        fp_unref(frame);
        now = i % 10 == 9 ? anonymous() : 0;
        *process = now > *process ? now : *process;
        *door = fp__alloc_bytes() > *door ? fp__alloc_bytes() : *door;
    }
    fp_unref(frames);
}

/* Valgrind and the address sanitizer keep their books in the same memory. */
static bool
memory_is_ours(void)
{
#ifdef __SANITIZE_ADDRESS__
    return false;
#else
    return repeats(100) == 100;
#endif
}

static void
a_thousand_frames_take_the_memory_of_ten(void **state)
{
    const char *path = temp_path("sparse.npy");
    long few, many;
    size_t few_door, many_door;

    (void)state;
    read_sparse(path, 10, &few, &few_door);
    read_sparse(path, 1000, &many, &many_door);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(few_door, many_door);
    if (memory_is_ours())
        assert_in_range(many, 0, few + FRAME / 1024 / 2); /* not even half a frame more */
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(members_have_names),
        world_test(a_damaged_member_is_not_passed_over),
        world_test(a_name_with_a_colon_is_a_name),
        world_test(archives_keep_to_the_limits),
        world_test(names_are_listed),
        world_test(every_failure_is_survived),
        world_test(descriptions_of_raw_values_are_understood),
        world_test(raw_values_repeat),
        world_test(streams_come_frame_by_frame),
        world_test(raw_streams_have_no_end_of_their_own),
        world_test(scattered_frames_do_not_stream),
        world_test(a_thousand_frames_take_the_memory_of_ten),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
