/* SPDX-License-Identifier: MIT */
/* test_npy_header.c: good, bad and hostile dictionaries at the head of .npy files. */
#include "data/layout.h"
#include "data/npy_header.h"
#include "unit/data/npy_bytes.h"

/* In a block of exactly its length, so that reading past it is noticed. */
static enum fp_status
parse_bytes(const void *text, size_t n, struct fp__npy_header *header)
{
    unsigned char *exact = malloc(n > 0 ? n : 1);
    enum fp_status status;

    assert_non_null(exact);
    memcpy(exact, text, n);
    fp_context_clear_error(NULL);
    status = fp__npy_header_parse(NULL, "a.npy", exact, n, header);
    free(exact);
    return status;
}

static enum fp_status
parse(const char *text, struct fp__npy_header *header)
{
    return parse_bytes(text, strlen(text), header);
}

static const struct {
    const char *text;
    const char *shape;
    enum fp_dtype dtype;
    bool fortran;
    size_t bytes;
} good[] = {
    {"{'descr': '<f8', 'fortran_order': False, 'shape': (200, 25, 25), }   \n", "(200, 25, 25)",
     FP_FLOAT64, false, 1000000},
    {"{'shape': (3,), 'fortran_order': True, 'descr': '|u1'}", "(3,)", FP_UINT8, true, 3},
    {"{\"descr\":\"<f4\",\"fortran_order\":False,\"shape\":(2,3)}", "(2, 3)", FP_FLOAT32, false,
     24},
    {"{'descr': '<i2', 'fortran_order': False, 'shape': (3L, 4L), }", "(3, 4)", FP_INT16, false,
     24},
    {"{u'descr': u'<i2', u'fortran_order': False, u'shape': (3, 4)}", "(3, 4)", FP_INT16, false,
     24},
    {"{'descr': '|b1', 'fortran_order': False, 'shape': ()}", "()", FP_BOOL, false, 1},
    {"{'descr': '|i1', 'fortran_order': False, 'shape': (2, 3,)}", "(2, 3)", FP_INT8, false, 6},
    {"\n\t { 'descr' :\n'<u8' , 'fortran_order'\t: False,'shape':(\n2 ,\r\n2 )\f}\n\n", "(2, 2)",
     FP_UINT64, false, 32},
    {"{'\\x64escr': '\\u003cf2', 'fortran_order': False, 'sha\\160e': (5,)}", "(5,)", FP_FLOAT16,
     false, 10},
    {"{'descr': 'f8', 'fortran_order': False, 'shape': (1,)}", "(1,)", FP_FLOAT64, false, 8},
    {"{'descr': '=i4', 'fortran_order': False, 'shape': (1,)}", "(1,)", FP_INT32, false, 4},
    {"{'descr': '|u4', 'fortran_order': False, 'shape': (1,)}", "(1,)", FP_UINT32, false, 4},
    {"{'descr': '>u1', 'fortran_order': False, 'shape': (1,)}", "(1,)", FP_UINT8, false, 1},
    {"{'descr': '<u2', 'fortran_order': False, 'shape': (0, 5)}", "(0, 5)", FP_UINT16, false, 0},
    {"{'descr': '<i8', 'fortran_order': True, 'shape': (1, 2, 3, 4, 5, 6, 7, 8)}",
     "(1, 2, 3, 4, 5, 6, 7, 8)", FP_INT64, true, 322560},
    {"{'descr': '|u1', 'fortran_order': False, 'shape': (9223372036854775807,)}",
     "(9223372036854775807,)", FP_UINT8, false, PTRDIFF_MAX},
    {"{'descr': '|u1', 'fortran_order': False, 'shape': (-0,)}", "(0,)", FP_UINT8, false, 0},
};

static void
good_headers_are_understood(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        struct fp__npy_header header;
        char shape[FP__SHAPE_ROOM];

        assert_int_equal(parse(good[i].text, &header), FP_OK);
        fp__shape_format(header.layout.ndim, header.layout.shape, shape);
        assert_string_equal(shape, good[i].shape);
        assert_int_equal(header.layout.dtype, good[i].dtype);
        assert_int_equal(header.fortran, good[i].fortran);
        assert_false(header.layout.swapped && fp_dtype_size(good[i].dtype) == 1);
        assert_int_equal(header.bytes, good[i].bytes);
    }
}

static void
byte_order_is_this_machines_or_the_other(void **state)
{
    static const char format[] = "{'descr': '?f8', 'fortran_order': False, 'shape': (1,)}";
    char text[sizeof format];
    struct fp__npy_header header;

    (void)state;
    strcpy(text, format);
    for (const char *order = "<>=|"; *order; order++) {
        text[11] = *order;
        assert_int_equal(parse(text, &header), FP_OK);
        assert_int_equal(header.layout.swapped, *order == (machine_is_big() ? '<' : '>'));
    }
}

#define REST "'fortran_order': False, 'shape': (2, 3)}"
#define FRONT "{'descr': '<f8', 'fortran_order': False, "

static const struct {
    const char *text;
    const char *words;
} bad[] = {
    {"", "not a dictionary"},
    {" ", "not a dictionary"},
    {"()", "not a dictionary"},
    {"[]", "not a dictionary"},
    {"None", "not a dictionary"},
    {"{}", "key descr is missing"},
    {"{,}", "a key is not a string"},
    {"{'descr'}", "a colon"},
    {"{'descr' '<f8'}", "a colon"},
    {"{'descr': }", "descr is not a string"},
    {"{'descr': 5, " REST, "descr is not a string"},
    {"{'descr': ('<f4', (2,)), " REST, "descr is not a string"},
    {"{'descr': None, " REST, "descr is not a string"},
    {"{'descr': '<f8', 'shape': (2,)}", "key fortran_order is missing"},
    {"{'descr': '<f8', 'fortran_order': True}", "key shape is missing"},
    {"{" REST, "key descr is missing"},
    {"{'descr': '<f8', 'descr': '<f8', " REST, "twice"},
    {FRONT "'shape': (2,), 'shape': (2,)}", "twice"},
    {FRONT "'fortran_order': False, 'shape': (2,)}", "twice"},
    {"{'descr': '<f8', 'extra': 1, " REST, "unknown key"},
    {"{'Descr': '<f8', " REST, "unknown key"},
    {"{'descr ': '<f8', " REST, "unknown key"},
    {"{'descr\\x00': '<f8', " REST, "unknown key"},
    {"{5: '<f8', " REST, "a key is not a string"},
    {"{descr: '<f8', " REST, "a key is not a string"},
    {"{b'descr': '<f8', " REST, "a key is not a string"},
    {"{'descr': '<f8' " REST, "a comma or a closing brace"},
    {"{'descr': '<f8',, " REST, "a key is not a string"},
    {"{'descr': '<f8', 'fortran_order': 0, 'shape': (2,)}", "neither True nor False"},
    {"{'descr': '<f8', 'fortran_order': true, 'shape': (2,)}", "neither True nor False"},
    {"{'descr': '<f8', 'fortran_order': 'False', 'shape': (2,)}", "neither True nor False"},
    {"{'descr': '<f8', 'fortran_order': , 'shape': (2,)}", "neither True nor False"},
    {FRONT "'shape': 5}", "not a tuple"},
    {FRONT "'shape': (5)}", "not a tuple"},
    {FRONT "'shape': [5]}", "not a tuple"},
    {FRONT "'shape': (,)}", "not a tuple of integers"},
    {FRONT "'shape': (2,,3)}", "not a tuple of integers"},
    {FRONT "'shape': (2 3)}", "a comma is missing"},
    {FRONT "'shape': (2, 3}", "a comma is missing"},
    {FRONT "'shape': (2, 3", "a comma is missing"},
    {FRONT "'shape': (2, (3,))}", "not a tuple of integers"},
    {FRONT "'shape': (2, '3')}", "not a tuple of integers"},
    {FRONT "'shape': (2, None)}", "not a tuple of integers"},
    {FRONT "'shape': (True, 3)}", "not a tuple of integers"},
    {FRONT "'shape': (2.0, 3)}", "plain integer"},
    {FRONT "'shape': (0x2, 3)}", "plain integer"},
    {FRONT "'shape': (02, 3)}", "malformed"},
    {FRONT "'shape': (2, 3)", "closing brace"},
    {FRONT "'shape': (2, 3)} {", "something follows"},
    {FRONT "'shape': (2, 3)}, ", "something follows"},
    {FRONT "'shape': (2, 3)};", "no Python literal"},
    {FRONT "'shape': (2, 3) + (1,)}", "no Python literal"},
    {FRONT "'shape': (2, 3)} # no", "no Python literal"},
    {"{'descr': '<f8, 'fortran_order': False, 'shape': (2,)}", "the type '<f8, ' is not supported"},
    {"{'descr': '<f8'fortran_order': False, 'shape': (2,)}", "a comma or a closing brace"},
    {"{'descr': '<f8\n', " REST, "has no end"},
    {"{'descr: '<f8', " REST, "unknown key"},
    {FRONT "'shape': (-1, 3)}", "the shape (-1, 3) has a negative size"},
    {FRONT "'shape': (3, -9223372036854775808)}", "negative size"},
    {FRONT "'shape': (9223372036854775808,)}", "the shape (9223372036854775808,) is larger"},
    {FRONT "'shape': (18446744073709551616,)}", "the shape (18446744073709551616,) is larger"},
    {FRONT "'shape': (4294967296, 4294967296)}", "(4294967296, 4294967296) is larger"},
    {FRONT "'shape': (0, 4294967296, 4294967296)}", "is larger"},
    {FRONT "'shape': (3037000500, 3037000500)}", "is larger"},
    {FRONT "'shape': (1152921504606846976,)}", "is larger"}, /* × 8 bytes */
    {FRONT "'shape': (1, 1, 1, 1, 1, 1, 1, 1, 1)}", "more than 8 axes"},
    {"{'descr': '|O', " REST, "object arrays (pickled Python) are not supported"},
    {"{'descr': '<c8', " REST, "complex numbers (<c8) are not supported"},
    {"{'descr': '>c16', " REST, "complex numbers (>c16)"},
    {"{'descr': '|S5', " REST, "byte strings (|S5)"},
    {"{'descr': '|a5', " REST, "byte strings (|a5)"},
    {"{'descr': '<U10', " REST, "text strings (<U10)"},
    {"{'descr': '|V8', " REST, "raw bytes (void) (|V8)"},
    {"{'descr': '<M8[ns]', " REST, "dates (datetime64) (<M8[ns])"},
    {"{'descr': '<m8[s]', " REST, "time spans (timedelta64)"},
    {"{'descr': '<f16', " REST, "the type '<f16' is not supported"},
    {"{'descr': '<f1', " REST, "the type '<f1' is not supported"},
    {"{'descr': [('x', '<f4'), ('y', '<f4')], " REST, "structured arrays"},
    {"{'descr': '', " REST, "the type '' is not supported"},
    {"{'descr': '<', " REST, "the type '<' is not supported"},
    {"{'descr': '<f', " REST, "is not supported"},
    {"{'descr': '<i3', " REST, "the type '<i3' is not supported"},
    {"{'descr': '<i16', " REST, "the type '<i16' is not supported"},
    {"{'descr': '|b2', " REST, "the type '|b2' is not supported"},
    {"{'descr': '<<f8', " REST, "is not supported"},
    {"{'descr': '<f8 ', " REST, "is not supported"},
    {"{'descr': 'float64', " REST, "is not supported"},
    {"{'descr': '%s%n', " REST, "the type '%s%n' is not supported"},
};

static void
bad_headers_say_what_is_wrong(void **state)
{
    (void)state;
    assert_true(sizeof bad / sizeof bad[0] >= 60);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct fp__npy_header header = {.bytes = 77};

        if (parse(bad[i].text, &header) != FP_ERR_INPUT ||
            !strstr(fp_context_message(NULL), bad[i].words)) {
            fail_msg("%s\n    gave: %s", bad[i].text, fp_context_message(NULL));
        }
        assert_int_equal(strncmp(fp_context_message(NULL), "a.npy: ", 7), 0);
        assert_true(strlen(fp_context_hint(NULL)) > 10);
        assert_int_equal(header.bytes, 77);
    }
}

static void
damage_is_located(void **state)
{
    struct fp__npy_header header;

    (void)state;
    assert_int_equal(parse("{'descr': '<f8', 'bad': 1}", &header), FP_ERR_INPUT);
    assert_message("byte 17:");
}

static void
a_header_cut_anywhere_is_refused(void **state)
{
    static const char text[] = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }";
    struct fp__npy_header header;

    (void)state;
    assert_int_equal(parse(text, &header), FP_OK);
    for (size_t n = 0; n < sizeof text - 1; n++) {
        assert_int_equal(parse_bytes(text, n, &header), FP_ERR_INPUT);
    }
}

static void
depth_and_length_cost_no_stack(void **state)
{
    static const char *const fronts[] = {"", "{'descr': ", "{'shape': ", "{'shape': (1, "};
    enum { DEPTH = 100000 };
    char *text = malloc(DEPTH + 100);
    struct fp__npy_header header;

    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < sizeof fronts / sizeof fronts[0]; i++) {
        for (const char *mark = "([{',1"; *mark; mark++) {
            strcpy(text, fronts[i]);
            memset(text + strlen(fronts[i]), *mark, DEPTH);
            assert_int_equal(parse_bytes(text, strlen(fronts[i]) + DEPTH, &header), FP_ERR_INPUT);
        }
    }
    free(text);
}

/* Bytes that matter to the grammar more often than others. */
static unsigned char
random_byte(void)
{
    static const char grammar[] = "{}()[]:,'\"\\ \n-0123456789LxuU<>=|fiubcOSV";

    return rand() % 4 ? (unsigned char)grammar[(size_t)rand() % (sizeof grammar - 1)]
                      : (unsigned char)rand();
}

static size_t
mutate(unsigned char *text, size_t n, size_t room)
{
    size_t at = (size_t)rand() % n;
    size_t other = (size_t)rand() % n;

    switch (rand() % 4) {
    case 0:
        text[at] = random_byte();
        break;
    case 1: /* take out */
        memmove(text + at, text + at + 1, n - at - 1);
        return n > 1 ? n - 1 : n;
    case 2: /* put in */
        if (n < room) {
            memmove(text + at + 1, text + at, n - at);
            text[at] = random_byte();
            n++;
        }
        break;
    default: /* copy a piece elsewhere */
        memmove(text + at, text + other, n - (at > other ? at : other));
        break;
    }
    return n;
}

static void
check_found(const struct fp__npy_header *header)
{
    size_t count;

    assert_true(header->layout.ndim >= 0 && header->layout.ndim <= FP_MAX_NDIM);
    assert_true(fp__layout_count(&header->layout, &count));
    assert_int_equal(header->bytes, count * fp_dtype_size(header->layout.dtype));
}

static void
random_damage_is_met_with_an_answer(void **state)
{
    unsigned char text[256];
    size_t accepted = 0;

    (void)state;
    srand(20);
    for (size_t turn = 0; turn < 20000; turn++) {
        const char *from = good[turn % (sizeof good / sizeof good[0])].text;
        size_t n = strlen(from);
        struct fp__npy_header header;

        memcpy(text, from, n);
        for (int i = 1 + rand() % 4; i > 0; i--) {
            n = mutate(text, n, sizeof text);
        }
        if (parse_bytes(text, n, &header) == FP_OK) {
            check_found(&header);
            accepted++;
        } else {
            assert_int_equal(fp_context_status(NULL), FP_ERR_INPUT);
            assert_true(fp_context_message(NULL)[0] != '\0');
        }
    }
    assert_in_range(accepted, 200, 15000); /* some damage is harmless, most is not */
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(good_headers_are_understood),
        world_test(byte_order_is_this_machines_or_the_other),
        world_test(bad_headers_say_what_is_wrong),
        world_test(damage_is_located),
        world_test(a_header_cut_anywhere_is_refused),
        world_test(depth_and_length_cost_no_stack),
        world_test(random_damage_is_met_with_an_answer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
