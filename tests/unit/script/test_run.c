/* SPDX-License-Identifier: MIT */
/* test_run.c: scripts that run, fail, are stopped, are no scripts; and every allocation failing. */
#include <stdio.h>
#include <stdlib.h>

#include "flatplot/pyplot.h"
#include "unit/script/scripts.h"

static void
it_knows_its_arguments(void **state)
{
    static const char text[] = "assert(arg[0] == 'name.lua' and arg[1] == 'a' and arg[2] == '한')\n"
                               "assert(arg[3] == nil)";
    const char *args[] = {"a", "한"};
    struct fp_script_options options = {.args = args, .arg_count = 2};

    (void)state;
    assert_int_equal(fp_script_run_text("name.lua", text, strlen(text), &options), FP_OK);
}

static void
a_first_line_for_the_shell_is_passed_over(void **state)
{
    (void)state;
    runs("#!/usr/bin/env -S flatplot run\nassert(true)");
    fails("#!/usr/bin/env -S flatplot run\nerror('x')", "test.lua:2: x", "");
    fails("\nerror({})", "test.lua:2: error was given a table, not a text", "");
    fails("\nerror()", "test.lua:2: error was given a nil, not a text", "");
    fails("error(42)", "test.lua:1: 42", "");
    fails("error(setmetatable({}, {__tostring = function() return 'mine' end}))",
          "test.lua:1: mine", "");
    runs("");
}

static void
errors_say_where(void **state)
{
    (void)state;
    fails("local a = 1\nlocal b = a .. nil", "test.lua:2: attempt to concatenate a nil value", "");
    fails("x = = 1", "test.lua:1: unexpected symbol near '='", "");
}

static void
bytecode_is_refused(void **state)
{
    (void)state;
    fails("\x1bLua", "test.lua: compiled scripts are refused", "the text");
    runs("local f, why = load(string.dump(function() end))\n"
         "assert(not f and why:find('binary'))");
    runs("local path = os.tmpname() local file = io.open(path, 'wb')\n"
         "file:write(string.dump(function() return 7 end)) file:close()\n"
         "package.path = path:gsub('[^/]+$', '?')\n"
         "local ok, why = pcall(require, path:match('[^/]+$'))\n"
         "file = io.open(path, 'w') file:write('return ...') file:close()\n"
         "local module, from = require(path:match('[^/]+$'))\n"
         "os.remove(path)\n"
         "assert(not ok and why:find('binary'))\n"
         "assert(module == path:match('[^/]+$') and from == path)\n"
         "assert(not pcall(require, 'no_such_module'))");
}

/* In Lua, in C functions that call Lua, in metamethods, in coroutines, in the text itself. */
static void
deep_recursion_ends(void **state)
{
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"local function f() return 1 + f() end f()", "stack overflow"},
        {"local function f(s) return s:gsub('.', f) end f('x')", "stack overflow"},
        {"local t = {} setmetatable(t, {__index = function(t, k) return t[k + 1] end}) return t[1]",
         "stack overflow"},
        {"local function f() coroutine.wrap(f)() end f()", "stack overflow"},
        {"local t = {} for i = 1, 300 do t = {t} end plt.array(t)", "number"},
        {"assert(load(('('):rep(1000) .. '1' .. (')'):rep(1000)))", "overflow"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(run_text(cases[i].text), FP_ERR_SCRIPT);
        if (!strstr(fp_context_message(NULL), cases[i].words))
            fail_msg("%s", fp_context_message(NULL));
    }
}

static void
memory_has_a_cap(void **state)
{
    static const char *const texts[] = {
        "local t = {} for i = 1, 1e9 do t[i] = ('x'):rep(1000) .. i end",
        "local a = plt.zeros(1000, 1000)",
        "local t = {} for i = 1, 1e6 do t[i] = plt.zeros(1000) end",
        "local a, b = plt.zeros(300000), plt.zeros(300000)",
        "for i = 1, 1e6 do plt.figure() plt.imshow(plt.zeros(100, 100)) end",
        "local s = 'x' while true do s = s .. s end",
        "local t = {} while true do pcall(function() t[#t + 1] = ('x'):rep(#t) end)\n"
        "  if #t > 1e5 then error('none') end if not pcall(string.rep, 'x', 3e6) then "
        "error('full') "
        "end end"};
    struct fp_script_options options = {.memory = 4 << 20};

    (void)state;
    fp_context_set_warning(NULL, NULL, NULL);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(fp_script_run_text("t", texts[i], strlen(texts[i]), &options),
                         FP_ERR_SCRIPT);
        plt_close_all();
    }
    /* What is garbage does not count. */
    static const char loop[] = "for i = 1, 1000 do local a = plt.zeros(100000) end\n"
                               "for i = 1, 20 do local a = plt.zeros(200000) a = nil end";
    assert_int_equal(fp_script_run_text("t", loop, strlen(loop), &options), FP_OK);
}

static void
an_error_inside_close_is_one(void **state)
{
    (void)state;
    fails("local a <close> = setmetatable({}, {__close = function() error('in close') end})",
          "test.lua:1: in close", "");
    fails("local fig <close> = plt.figure()\n"
          "local a <close> = setmetatable({}, {__close = function() error('in close') end})\n"
          "error('before')",
          "test.lua:2: in close", "");
    assert_int_equal(plt_fignums(NULL, 0), 0); /* what else was to be closed is */
    fails("coroutine.wrap(function()\n"
          "  local a <close> = setmetatable({}, {__close = function() error('in close') end})\n"
          "end)()",
          "test.lua:1: test.lua:2: in close", "");
    runs("setmetatable({}, {__gc = function() error('in gc') end})"); /* as in Lua: passed over */
}

static void
count_lines(void *data, const char *text)
{
    *(size_t *)data += strstr(text, "in local 'inner'") || strstr(text, "in upvalue 'inner'") ||
                       strstr(text, "in function");
}

static void
a_traceback_is_told(void **state)
{
    static const char text[] = "local function inner() error('x') end\ninner() return 1";
    size_t told = 0;
    struct fp_script_options options = {.traceback = count_lines, .traceback_data = &told};

    (void)state;
    assert_int_equal(fp_script_run_text("t", text, strlen(text), &options), FP_ERR_SCRIPT);
    assert_int_equal(told, 1);
}

static void
files_are_read(void **state)
{
    (void)state;
    assert_int_equal(fp_script_run(temp_path("none.lua"), NULL), FP_ERR_INPUT);
    write_file(temp_path("a.lua"), "x = 1", 5);
    assert_int_equal(fp_script_run(temp_path("a.lua"), NULL), FP_OK);
}

static int
scenario(void *arg)
{
    return run_text(arg) == FP_OK ? 0 : 1;
}

static void
every_failure_is_survived(void **state)
{
    (void)state;
    torture(
        scenario,
        "local a = plt.array{{1, 2}, {3, 4}}\n"
        "local fig <close> = plt.figure()\n"
        "local im = plt.imshow(a.T * 2 + 1, {norm = 'boundary:0,1,2', alphas = {{1, 0}, {1, 1}}})\n"
        "plt.colorbar() plt.title('x') plt.plot({1, 2, 3}, {label = 'a', lw = 2})\n"
        "local own = plt.Figure{figsize = {1, 1}}\n"
        "own:subplot(1, 1, 1):imshow(a:slice({1, 2}, 1):reshape(2, 1))\n"
        "assert(a:sum() == 10 and a:percentile(50) == 2.5)\n"
        "im:set_data{{1, 2}, {3, 5}}",
        1);
}

static void
every_failure_of_files_is_survived(void **state)
{
    char text[4096];

    (void)state;
    snprintf(text, sizeof text,
             "local d = '%s/' plt.mkdir(d .. 'x') plt.save(d .. 'x/a.npy', plt.rand(2, 3, 5))\n"
             "local frames <close> = plt.load(d .. 'x/a.npy')\n"
             "for i, frame in frames:iter() do\n"
             "  plt.imshow(frame) plt.savefig(d .. 'x/' .. i .. '.png', {dpi = 10}) plt.clf()\n"
             "end\n"
             "plt.scatter(frames[1][1], frames[2][1], {s = plt.full({5}, 3), norm = 'log'})\n"
             "local _, axs = plt.subplots(1, 2) plt.close('all')\n"
             "assert(#plt.glob(d .. 'x/*') == 3)",
             temp_dir());
    torture(scenario, text, 3);
}

/* All that scripts can draw, with one call in so many failing. */
static void
failures_of_a_whole_script_are_survived(void **state)
{
    static const char frame[] = "arg[1] = '%s/forty' local function figures()\n%s\nend\n"
                                "local ok, why = pcall(figures) plt.close('all')\n"
                                "if not ok then error(why) end";
    char *text = read_file(SOURCE_DIR "/samples/forty_calls.lua", NULL);
    size_t room = sizeof frame + strlen(temp_dir()) + strlen(text);
    char *whole = malloc(room);

    (void)state;
    snprintf(whole, room, frame, temp_dir(), text);
    unsetenv("DISPLAY");
    torture(scenario, whole, 13);
    free(whole);
    free(text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(it_knows_its_arguments),
        world_test(a_first_line_for_the_shell_is_passed_over),
        world_test(errors_say_where),
        world_test(bytecode_is_refused),
        world_test(deep_recursion_ends),
        world_test(memory_has_a_cap),
        world_test(an_error_inside_close_is_one),
        world_test(a_traceback_is_told),
        world_test(files_are_read),
        world_test(every_failure_is_survived),
        world_test(every_failure_of_files_is_survived),
        world_test(failures_of_a_whole_script_are_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
