/* SPDX-License-Identifier: MIT */
/* stop.c: the chain of states that run, and the hook that stops them. */
#include "script/stop.h"

#include <signal.h>
#include <stdatomic.h>

static struct fp__runner *volatile innermost;
static volatile sig_atomic_t wished;

/* Stays set: a script that catches the error is stopped at the line after. */
static void
on_next_line(lua_State *L, lua_Debug *place)
{
    (void)place;
    fp__error(L, "stopped");
}

/* Lines alone: functions in C, which close figures and files on the way out, are let run. */
static void
hook(lua_State *L)
{
    lua_sethook(L, on_next_line, LUA_MASKLINE | LUA_MASKCOUNT, 1);
}

void
fp_script_stop(void)
{
    struct fp__runner *runner = innermost;

    wished = runner != NULL;
    for (; runner; runner = runner->outer)
        hook(runner->L);
}

void
fp__stop_enter(struct fp__runner *here, lua_State *L)
{
    *here = (struct fp__runner){L, innermost};
    if (!here->outer)
        wished = 0;
    atomic_signal_fence(memory_order_seq_cst); /* the handler may look from the next line on */
    innermost = here;
    if (wished)
        hook(L);
    else if (lua_gethook(L) == on_next_line)
        lua_sethook(L, NULL, 0, 0);
}

void
fp__stop_leave(const struct fp__runner *here)
{
    innermost = here->outer;
    atomic_signal_fence(memory_order_seq_cst);
}

bool
fp__stop_wished(void)
{
    return wished;
}
