/* SPDX-License-Identifier: MIT */
/* test_describe.c: the JSON and the table of info. */
#include "cli/verbs/describe.h"

#include "cli/opt/json.h"

#include <math.h>

#include "cli/opt/unicode.h"
#include "unit/cli/capture.h"

static const struct {
    const char *bytes;
    const char *json;
} strings[] = {
    {"", "\"\""},
    {"a.npy", "\"a.npy\""},
    {"한글 µ", "\"한글 µ\""},
    {"\xf0\x9f\x98\x80", "\"\xf0\x9f\x98\x80\""},
    {"a\"b\\c", "\"a\\\"b\\\\c\""},
    {"a\nb\t\x01\x1f\x7f", "\"a\\u000ab\\u0009\\u0001\\u001f\\u007f\""},
    {"\xc7\xd1.npy", "\"\xef\xbf\xbd\xef\xbf\xbd.npy\""},
    {"\xed\xa0\x80x", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdx\""}, /* a surrogate */
    {"x\xe1\x84", "\"x\xef\xbf\xbd\xef\xbf\xbd\""},                 /* cut in mid-character */
    {"/a/b", "\"/a/b\""},
};

static void
strings_are_escaped(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
        struct fp_text out = {0};
        fp__json_string(&out, strings[i].bytes);
        assert_string_equal(fp_text_string(&out), strings[i].json);
        fp_text_finish(&out);
    }
}

static void
numbers_are_json(void **state)
{
    (void)state;
    struct fp_text out = {0};
    static const double values[] = {0.1, -2, 1e300, NAN, INFINITY, -INFINITY};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        fp__json_number(&out, values[i]);
        fp_text_append(&out, " ");
    }
    assert_string_equal(fp_text_string(&out), "0.1 -2 1e+300 null null null ");
    fp_text_finish(&out);
}

static struct fp__description
faces(void)
{
    return (struct fp__description){
        .path = "faces.npy",
        .info = {.format = "npy",
                 .dtype = "<f4",
                 .ndim = 3,
                 .shape = {200, 25, 24},
                 .count = 200,
                 .frame = {.ndim = 2, .shape = {25, 24}}},
        .counted = true,
        .stats = {.min = 0, .max = 1, .mean = 0.5, .nan = 2, .inf = 1},
    };
}

static void
an_object_has_every_member(void **state)
{
    (void)state;
    struct fp_text out = {0};
    struct fp__description d = faces();
    fp__describe_json(&out, &d);
    assert_string_equal(fp_text_string(&out),
                        "{\"path\":\"faces.npy\",\"member\":null,\"format\":\"npy\","
                        "\"dtype\":\"<f4\",\"order\":\"C\",\"shape\":[200,25,24],\"frames\":200,"
                        "\"frame_shape\":[25,24],\"min\":0,\"max\":1,\"mean\":0.5,\"nan\":2,"
                        "\"inf\":1}");
    fp_text_finish(&out);
    d.counted = false;
    d.info.fortran = true;
    d.info.ndim = 1;
    d.info.count = 0;
    fp__describe_json(&out, &d);
    assert_string_equal(fp_text_string(&out),
                        "{\"path\":\"faces.npy\",\"member\":null,\"format\":\"npy\","
                        "\"dtype\":\"<f4\",\"order\":\"F\",\"shape\":[200],\"frames\":0,"
                        "\"frame_shape\":null,\"min\":null,\"max\":null,\"mean\":null,"
                        "\"nan\":null,\"inf\":null}");
    fp_text_finish(&out);
}

static void
columns_are_aligned(void **state)
{
    (void)state;
    struct fp_text out = {0};
    struct fp__description rows[2] = {faces(), faces()};
    rows[1].path = "b";
    rows[1].counted = false;
    fp__describe_table(&out, rows, 2);
    assert_string_equal(
        fp_text_string(&out),
        "format  type  shape      order  frames  frame  min  max  mean  nan  file\n"
        "npy     <f4   200,25,24  C      200     25,24  0    1    0.5   2    faces.npy\n"
        "npy     <f4   200,25,24  C      200     25,24  -    -    -     -    b\n");
    fp_text_finish(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(strings_are_escaped),
        world_test(numbers_are_json),
        world_test(an_object_has_every_member),
        world_test(columns_are_aligned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
