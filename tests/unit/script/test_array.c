/* SPDX-License-Identifier: MIT */
/* test_array.c: arrays in scripts; the numbers are numpy's. */
#include <stdio.h>

#include "unit/script/scripts.h"

/* same(a, {…}): values and, for nested tables, shape. */
#define SAME                                                                                       \
    "local function same(a, t)\n"                                                                  \
    "  local b = plt.array(t)\n"                                                                   \
    "  assert(#a.shape == #b.shape, a)\n"                                                          \
    "  for i, n in ipairs(a.shape) do assert(n == b.shape[i], tostring(a)) end\n"                  \
    "  if a.size == 0 then return end\n"                                                           \
    "  local off = plt.abs(plt.subtract(a, b)):max()\n"                                            \
    "  assert(off < 1e-12, off)\n"                                                                 \
    "end "

static void
they_are_made(void **state)
{
    (void)state;
    runs(SAME "same(plt.zeros(2, 3), {{0, 0, 0}, {0, 0, 0}}) same(plt.ones{2}, {1, 1})\n"
              "same(plt.full({2}, 7), {7, 7}) same(plt.arange(3), {0, 1, 2})\n"
              "same(plt.arange(1, 2, 0.25), {1, 1.25, 1.5, 1.75})\n"
              "same(plt.linspace(0, 1, 3), {0, .5, 1}) same(plt.logspace(0, 2, 3), {1, 10, 100})\n"
              "local x, y = plt.meshgrid({1, 2, 3}, {5, 6})\n"
              "same(x, {{1, 2, 3}, {1, 2, 3}}) same(y, {{5, 5, 5}, {6, 6, 6}})\n"
              "assert(#plt.linspace(0, 1) == 50 and plt.zeros(0).size == 0)");
    runs("plt.seed(3) local a = plt.rand(1000) plt.seed(3) assert((a - plt.rand(1000)):abs():max() "
         "== 0)\n"
         "assert(a:min() >= 0 and a:max() < 1 and math.abs(a:mean() - .5) < .05)\n"
         "local n = plt.randn(10000) assert(math.abs(n:mean()) < .05 and math.abs(n:std() - 1) < "
         ".05)");
}

static void
they_are_computed_with(void **state)
{
    (void)state;
    runs(SAME
         "local a = plt.array{{1, 2}, {3, 4}}\n"
         "same(a + 1, {{2, 3}, {4, 5}}) same(10 - a, {{9, 8}, {7, 6}}) same(-a, {{-1, -2}, {-3, "
         "-4}})\n"
         "same(a * {10, 20}, {{10, 40}, {30, 80}}) same(a / 2, {{.5, 1}, {1.5, 2}})\n"
         "same(a ^ 2, {{1, 4}, {9, 16}}) same(plt.array{-5, 5} % 3, {1, 2})\n"
         "same(plt.array{-5, 5} % -3, {-2, -1})\n"
         "same(a:slice(nil, {1, 1}) + a:slice({1, 1}), {{2, 3}, {4, 5}})\n"
         "same(plt.array{1, 2}:reshape(2, 1) * plt.array{1, 2, 3}, {{1, 2, 3}, {2, 4, 6}})\n"
         "same(a:greater(2), {{0, 0}, {1, 1}}) same(plt.where(a:less(3), a, 0), {{1, 2}, {0, 0}})\n"
         "same(a:clip(2, 3), {{2, 2}, {3, 3}}) same(plt.sqrt{4, 9}, {2, 3})\n"
         "same(plt.atan2({1}, {1}), {math.pi / 4}) same(plt.isnan{0/0, 1}, {1, 0})\n"
         "same(plt.log10{1, 1000}, {0, 3}) same(plt.floor{-1.5, 1.5}, {-2, 1})\n"
         "assert(plt.sqrt(4) == 2) same(plt.zeros(0) + 1, {})\n"
         "local long = plt.arange(1500) assert((long:reshape(2, 750).T + 1):sum() == 1125750)");
    fails("local a = plt.zeros(2, 3) + plt.zeros(2)",
          "test.lua:1: add: the shapes (2, 3) and (2,) do not go together", "from the last");
    fails("plt.sqrt('x')",
          "test.lua:1: sqrt: each argument is an array or a table of numbers, not string", "");
}

static void
they_are_reduced(void **state)
{
    (void)state;
    runs(SAME "local a = plt.arange(6):reshape(2, 3)\n"
              "assert(a:sum() == 15 and a:mean() == 2.5 and a:min() == 0 and a:max() == 5)\n"
              "assert(math.abs(a:std() - 1.707825127659933) < 1e-15)\n"
              "assert(a:argmin() == 1 and a:argmax() == 6 and a:percentile(30) == 1.5)\n"
              "same(a:sum(1), {3, 5, 7}) same(a:sum(2), {3, 12}) same(a:max(-1), {2, 5})\n"
              "same(a:mean(1), {1.5, 2.5, 3.5}) same(a:argmax(2), {3, 3})\n"
              "same(a:percentile(50, 1), {1.5, 2.5, 3.5}) same(a:std(2), {(2/3)^.5, (2/3)^.5})\n"
              "same(a:cumsum(), {0, 1, 3, 6, 10, 15}) same(a:cumsum(1), {{0, 1, 2}, {3, 5, 7}})\n"
              "same(a:cumsum(2), {{0, 1, 3}, {3, 7, 12}})\n"
              "local n = plt.array{1, 0/0, -1} assert(n:min() ~= n:min() and n:argmax() == 2)\n"
              "assert(plt.array{1e16, 1, -1e16}:sum() == 1 and plt.sum{1/0, 1} == 1/0)\n"
              "local m = n:percentile(50) assert(m ~= m)");
    fails("plt.zeros(0):max()", "test.lua:1: max: there are no values", "");
    fails("plt.zeros(2):sum(2)", "test.lua:1: sum: there is no axis 2 in an array of 1 axes",
          "from 1");
}

static void
what_arrays_have_not_is_said(void **state)
{
    (void)state;
    fails("plt.zeros(3):meen()", "test.lua:1: there is no array:meen", "array:mean");
    fails("return plt.zeros(3).x", "test.lua:1: there is no array:x", "");
    fails("return plt.zeros(3)[0]", "test.lua:1: array: there is no element 0", "from 1");
    fails("return plt.zeros(3) < 1", "test.lua:1: arrays are compared value by value", "plt.less");
    fails("return plt.zeros(3) >= plt.ones(3)", "test.lua:1: arrays are compared value by value",
          "plt.less");
    runs("local n = 0 for i, v in ipairs(plt.ones(3)) do n = n + v end assert(n == 3)");
}

static void
they_are_shown(void **state)
{
    (void)state;
    runs("local function shows(a, text) assert(tostring(a) == text, tostring(a)) end\n"
         "shows(plt.linspace(0, 1, 5), 'array (5,) float64 {0, 0.25, 0.5, 0.75, 1}')\n"
         "shows(plt.array{1 / 3, 1e20 / 3, 0/0 * -1, -1/0}:slice({1, 2}), "
         "'array (2,) float64 {0.333333, 3.33333e+19}')\n"
         "shows(plt.array{1/0, -1/0}, 'array (2,) float64 {inf, -inf}')\n"
         "shows(plt.arange(100), 'array (100,) float64 {0, 1, 2, …, 97, 98, 99}')\n"
         "shows(plt.arange(8), 'array (8,) float64 {0, 1, 2, 3, 4, 5, 6, 7}')\n"
         "shows(plt.array{{1, 2}, {3, 4}}.T, 'array (2, 2) float64 {{1, 3}, {2, 4}}')\n"
         "shows(plt.arange(27):reshape(9, 3):astype('float32'), 'array (9, 3) float32 "
         "{{0, 1, 2}, {3, 4, 5}, {6, 7, 8}, …, {18, 19, 20}, {21, 22, 23}, {24, 25, 26}}')\n"
         "shows(plt.zeros(0), 'array (0,) float64 {}')\n"
         "shows(plt.zeros(2, 0), 'array (2, 0) float64 {{}, {}}')\n"
         "shows(plt.zeros(2, 2, 2), 'array (2, 2, 2) float64')");
}

static void
types_are_kept(void **state)
{
    char text[2048];

    (void)state;
    runs(SAME "local a = plt.array{{1, 2}, {3, 4}}:astype('float32')\n"
              "for _, b in ipairs{a + 1, 2 * a, a * a, -a, a:sqrt(), a.T, a:slice(1), "
              "a:clip(1, 2), a:greater(1)} do assert(b.dtype == 'float32', b) end\n"
              "for _, b in ipairs{a + {1, 2}, a * plt.ones(2), a:astype('float64'), a:sum(1)} do "
              "assert(b.dtype == 'float64', b) end\n"
              "same(a.T * 2 + 1, {{3, 7}, {5, 9}}) assert(type(a:sum()) == 'number')\n"
              "local third = 1 / plt.full({1}, 3):astype('float32')\n"
              "assert(third[1] == 0.3333333432674408 and third:astype('float64')[1] == third[1])\n"
              "local long = plt.arange(1500):astype('float32'):reshape(2, 750)\n"
              "assert((long.T + 1):sum() == 1125750 and plt.zeros(0):astype('float32').size == 0)");
    fails("plt.zeros(1):astype('float23')", "test.lua:1: astype: there is no 'float23'",
          "'float32'");
    snprintf(text, sizeof text,
             SAME "local name = '%s'\n"
                  "plt.save(name, plt.arange(6):astype('float32'):reshape(2, 3).T)\n"
                  "local a = plt.load(name):array() assert(a.dtype == 'float32')\n"
                  "same(a, {{0, 3}, {1, 4}, {2, 5}})",
             temp_path("a.npy"));
    runs(text);
}

static void
rows_may_be_arrays(void **state)
{
    (void)state;
    runs(SAME "local x, y = plt.arange(3), plt.array{4, 5, 6}\n"
              "same(plt.array{x, y}.T, {{0, 4}, {1, 5}, {2, 6}})\n"
              "same(plt.array{{1, 2, 3}, y}, {{1, 2, 3}, {4, 5, 6}})");
    fails("plt.array{plt.zeros(2), plt.zeros(3)}",
          "test.lua:1: array: the rows of the argument are not equally long", "");
}

static void
views_share_the_values(void **state)
{
    (void)state;
    runs(SAME "local a = plt.arange(6):reshape(2, 3)\n"
              "same(a.T, {{0, 3}, {1, 4}, {2, 5}}) same(a[2], {3, 4, 5}) assert(a[2][3] == 5)\n"
              "assert(a[-1][1] == 3 and a[3] == nil and #a == 2 and a.ndim == 2 and a.dtype == "
              "'float64')\n"
              "same(a:slice({1, 2}, 2), {1, 4}) same(a:slice(nil, {2, 3}), {{1, 2}, {4, 5}})\n"
              "same(a:slice(1, {1, -1, 2}), {0, 2}) same(a:slice(1, {2, 99}), {1, 2})\n"
              "same(a:slice(1, {2, 3, 2147483647}), {1})\n"
              "assert(a[2.0][4 / 2] == 4 and not pcall(function() return a[1.5] end))\n"
              "same(a:reshape(3, -1), {{0, 1}, {2, 3}, {4, 5}}) same(a.T:reshape(6), {0, 3, 1, 4, "
              "2, 5})\n"
              "same(a:map(function(x) return x * x end), {{0, 1, 4}, {9, 16, 25}})\n"
              "local big = plt.zeros(1000, 1000) local before = plt.memory().door_bytes\n"
              "local views = {big.T, big:slice({1, 10}), big:reshape(-1)}\n"
              "assert(plt.memory().door_bytes - before < 10000)");
    fails("local a = plt.zeros(2) a[1] = 3", "test.lua:1: the values of an array do not change",
          "map");
    fails("plt.zeros(4):reshape(3)", "test.lua:1: reshape: 4 values do not fill that shape", "");
    fails("plt.array{{1, 2}, {3}}",
          "test.lua:1: array: the rows of the argument are not equally long", "");
    fails("plt.array{1, 'x'}",
          "test.lua:1: array: the argument has string where a number belongs (element 2)", "");
    fails("plt.zeros(2):map(function() return {} end)",
          "test.lua:1: map: what the function returns is a number, not table", "");
}

static void
they_are_saved_and_loaded(void **state)
{
    char text[4096];

    (void)state;
    snprintf(
        text, sizeof text,
        SAME
        "local f = '%s' plt.save(f, plt.arange(30):reshape(2, 3, 5))\n"
        "local frames = plt.load(f) assert(#frames == 2 and frames.shape[3] == 5)\n"
        "local n = 0 for i, a in frames:iter() do n = n + i assert(a[1][1] == 15 * (i - 1)) end\n"
        "assert(n == 3) same(frames[2][1], {15, 16, 17, 18, 19}) assert(frames[3] == nil)\n"
        "assert(frames:array().ndim == 3 and plt.sum(frames) == 435)\n"
        "same(plt.imread(f)[2][1], {15, 16, 17, 18, 19})\n"
        "assert(tostring(frames) == 'frames (2, 3, 5) <f8')\n"
        "frames:close() assert(not pcall(function() return #frames end))\n"
        "assert(tostring(frames) == 'frames (closed)')",
        temp_path("a.npy"));
    runs(text);
    snprintf(text, sizeof text, "return plt.load('%s').T", temp_path("a.npy"));
    fails(text, "test.lua:1: frames: 'T' is what arrays have", "frames:array()");
    snprintf(text, sizeof text, "plt.load('%s'):itr()", temp_path("a.npy"));
    fails(text, "test.lua:1: there is no frames:itr", "frames:iter");
    snprintf(text, sizeof text, "return plt.load('%s')[0]", temp_path("a.npy"));
    fails(text, "test.lua:1: frames: there is no frame 0", "from 1");
    assert_int_equal(run_text("plt.load('/none.npy')"), FP_ERR_SCRIPT);
    assert_non_null(strstr(fp_context_message(NULL), "test.lua:1: /none.npy"));
}

static void
names_come_in_natural_order(void **state)
{
    char text[4096];

    (void)state;
    snprintf(
        text, sizeof text,
        "local d = '%s/' plt.mkdir(d .. 'x/y') plt.mkdir(d .. 'x')\n"
        "for _, n in ipairs{'a10', 'a2', 'a1'} do plt.save(d .. 'x/' .. n .. '.npy', {1}) end\n"
        "local names = plt.glob(d .. 'x/*.npy') assert(#names == 3)\n"
        "for i, n in ipairs{1, 2, 10} do assert(names[i]:find('a' .. n .. '.npy', 1, true)) end\n"
        "assert(#plt.glob(d .. 'none*') == 0)",
        temp_dir());
    runs(text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(they_are_made),
        world_test(they_are_computed_with),
        world_test(they_are_reduced),
        world_test(what_arrays_have_not_is_said),
        world_test(they_are_shown),
        world_test(types_are_kept),
        world_test(rows_may_be_arrays),
        world_test(views_share_the_values),
        world_test(they_are_saved_and_loaded),
        world_test(names_come_in_natural_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
