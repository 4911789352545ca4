/* SPDX-License-Identifier: MIT */
/* windows.c: show and pause: what waits while windows are open, until the script is stopped. */
#include <math.h>

#include "flatplot/window.h"
#include "pyplot/registry.h"
#include "script/handle.h"
#include "script/library.h"
#include "script/options.h"
#include "script/stop.h"

static bool
stopped(void *data)
{
    (void)data;
    return fp__stop_wished();
}

/* Figures that were closed by hand, were closed in this line. */
static void
wait_for(lua_State *L, double seconds)
{
    const struct fp_window_ears ears = {.stop = stopped};
    enum fp_status status = fp_windows_wait(NULL, seconds, &ears);

    fp__note_closed(L);
    fp__try(L, status);
}

static const struct fp__field show_rows[] = {{.name = "block", .kind = FP__FIELD_BOOL}};
static const struct fp__fields show_fields = FP__FIELDS("show", show_rows);

/* show(), show{block = false}. */
static int
show(lua_State *L)
{
    bool block = true;

    fp__options_read(L, 1, &show_fields, &block);
    fp__try(L, fp__show_all());
    if (block)
        wait_for(L, INFINITY);
    return 0;
}

/* pause(seconds): the current figure, if there is one, is shown meanwhile. */
static int
pause_for(lua_State *L)
{
    double seconds = fp__number(L, 1, "pause", "the number of seconds");

    if (!(seconds >= 0))
        fp__error(L, "pause: a number of seconds, 0 or more");
    fp__try(L, fp__show_current());
    wait_for(L, seconds);
    return 0;
}

void
fp__open_windows(lua_State *L)
{
    static const luaL_Reg functions[] = {{"show", show}, {"pause", pause_for}, {NULL, NULL}};

    luaL_setfuncs(L, functions, 0);
}
