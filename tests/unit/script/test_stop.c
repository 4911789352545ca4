/* SPDX-License-Identifier: MIT */
/* test_stop.c: scripts without an end, which a signal stops wherever they are; coroutines. */
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <unistd.h>

#include "flatplot/pyplot.h"
#include "unit/script/scripts.h"

/* The script makes this file when it begins. */
static char begun[4096];
static int alarms_since;

/* Not at the first alarm after that, which may have come right then. */
static void
on_alarm(int number)
{
    (void)number;
    if (access(begun, F_OK) == 0 && ++alarms_since > 1)
        fp_script_stop();
}

static void
set_alarms(long microseconds)
{
    struct timeval every = {.tv_usec = microseconds};
    struct itimerval timer = {.it_interval = every, .it_value = every};

    setitimer(ITIMER_REAL, &timer, NULL);
}

/* The script runs until it is stopped at that line; NULL: at one or the other. */
static void
is_stopped(const char *text, const char *message)
{
    struct sigaction action = {.sa_handler = on_alarm, .sa_flags = SA_RESTART};
    char script[8192];

    snprintf(begun, sizeof begun, "%s", temp_path("begun"));
    snprintf(script, sizeof script, "io.open('%s', 'w'):close() %s", begun, text);
    unlink(begun);
    alarms_since = 0;
    sigaction(SIGALRM, &action, NULL);
    set_alarms(50000);
    if (message)
        fails(script, message, "");
    else
        assert_int_equal(run_text(script), FP_ERR_SCRIPT);
    set_alarms(0);
    signal(SIGALRM, SIG_IGN); /* one may be on its way */
    assert_non_null(strstr(fp_context_message(NULL), "stopped"));
    unlink(begun);
}

static void
endless_loops_are_stopped(void **state)
{
    (void)state;
    is_stopped("while true do end", "test.lua:1: stopped");
    is_stopped("\nwhile true do pcall(error) end", "test.lua:2: stopped");
    is_stopped("while true do pcall(function()\nwhile true do end end)\nend",
               "test.lua:2: stopped");
    is_stopped("local function f() return f() end f()", "test.lua:1: stopped");
    runs("assert(true)");
}

static void
coroutines_are_stopped(void **state)
{
    (void)state;
    is_stopped("coroutine.wrap(function()\nwhile true do end end)()",
               "test.lua:1: test.lua:2: stopped");
    is_stopped("local co = coroutine.create(function() while true do pcall(error) end end)\n"
               "print(coroutine.resume(co))",
               "test.lua:2: stopped");
    is_stopped("local co = coroutine.wrap(function() while true do coroutine.yield(1) end end)\n"
               "while true do co() end",
               NULL);
    is_stopped(
        "local co = coroutine.create(function()\n"
        "  local x <close> = setmetatable({}, {__close = function() while true do end end})\n"
        "  coroutine.yield()\n"
        "end)\n"
        "coroutine.resume(co) coroutine.close(co)",
        "test.lua:5: stopped");
}

static void
what_is_to_be_closed_is_closed(void **state)
{
    (void)state;
    is_stopped("local fig <close> = plt.figure() plt.imshow{{1}} while true do end",
               "test.lua:1: stopped");
    assert_int_equal(plt_fignums(NULL, 0), 0);
}

static void
stopping_nobody_is_fine(void **state)
{
    (void)state;
    fp_script_stop();
    runs("assert(true)");
}

/* As in Lua's own reference manual. */
static void
coroutines_are_luas(void **state)
{
    (void)state;
    runs("local co = coroutine.create(function(a, b)\n"
         "  local c, d = coroutine.yield(a + b, 3) return c * d end)\n"
         "local ok, x, y = coroutine.resume(co, 1, 2) assert(ok and x == 3 and y == 3)\n"
         "ok, x, y = coroutine.resume(co, 5, 6) assert(ok and x == 30 and y == nil)\n"
         "ok, x = coroutine.resume(co) assert(not ok and x == 'cannot resume dead coroutine')\n"
         "local n = 0 for i in coroutine.wrap(function() for i = 1, 9 do coroutine.yield(i) end "
         "end) do n = n + i end\n"
         "assert(n == 45)");
    runs("local closed\n"
         "local w = coroutine.wrap(function()\n"
         "  local x <close> = setmetatable({}, {__close = function() closed = true end})\n"
         "  error('boom') end)\n"
         "local ok, why = pcall(w) assert(not ok and closed and why:find('test.lua:4: boom'))\n"
         "ok, why = pcall(w) assert(not ok and why:find('cannot resume dead coroutine'))\n"
         "ok, why = pcall(coroutine.wrap(function() error({1}) end)) assert(why[1] == 1)");
    runs("local function deep(n) if n > 0 then coroutine.wrap(deep)(n - 1) end end deep(150)\n"
         "assert(not pcall(deep, 250))");
    fails("coroutine.resume(3)", "test.lua:1: a coroutine is needed here, not number", "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(endless_loops_are_stopped),
        world_test(coroutines_are_stopped),
        world_test(what_is_to_be_closed_is_closed),
        world_test(stopping_nobody_is_fine),
        world_test(coroutines_are_luas),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
