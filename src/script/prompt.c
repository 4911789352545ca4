/* SPDX-License-Identifier: MIT */
/* prompt.c: lines as they come, put together to statements, which run in one state. */
#include <errno.h>
#include <string.h>

#include "core/door.h"
#include "core/status.h"
#include "flatplot/output.h"
#include "flatplot/window.h"
#include "script/run.h"
#include "script/stop.h"

enum { BLOCK = 4096, WAIT = 100 /* milliseconds between two looks at what else happened */ };

struct session {
    const struct fp_prompt *prompt;
    const char *path;       /* of the file that runs first, or NULL */
    enum fp_status reading; /* what the last read of the input came to */
    bool more;              /* the lines so far are no whole statement */
    bool ended;
    size_t line;       /* lines that came */
    size_t begun;      /* lines before the statement */
    char block[BLOCK]; /* of the input, of which [at, n) is new */
    size_t at, n;
};

static const char statement_key; /* of the registry: the lines of a statement that goes on */

/* --- lines ------------------------------------------------------------------------------------ */

static void
wait_for_input(struct session *s)
{
    int ready = 0;

    if (s->prompt->ask)
        s->prompt->ask(s->prompt->data, s->more);
    while (!fp__stop_wished() && (ready == 0 || (ready < 0 && errno == EINTR))) {
        ready = fp__door_wait(0, WAIT);
        if (ready == 0)
            fp_windows_wait(NULL, 0, NULL); /* the next show says when the display is gone */
    }
}

/* False at the end, and when somebody wants it. */
static bool
refill(struct session *s)
{
    ssize_t n;

    wait_for_input(s);
    n = fp__stop_wished() ? 0 : fp__door_read_next(0, s->block, BLOCK);
    if (n < 0)
        s->reading = fp__door_fail_input(NULL, "-", errno);
    s->at = 0;
    s->n = n > 0 ? (size_t)n : 0;
    s->ended = n <= 0;
    return n > 0;
}

/* Pushes the next line with its newline, or what the input ends with. */
static void
push_line(lua_State *L, struct session *s)
{
    const char *end = NULL;
    luaL_Buffer line;

    luaL_buffinit(L, &line);
    while (!end && (s->at < s->n || refill(s))) {
        const char *from = s->block + s->at;
        size_t n = s->n - s->at;

        end = memchr(from, '\n', n);
        n = end ? (size_t)(end - from) + 1 : n;
        luaL_addlstring(&line, from, n);
        s->at += n;
    }
    luaL_pushresult(&line);
    s->line++;
}

/* --- statements ------------------------------------------------------------------------------- */

/* A statement's text behind as many newlines as there were lines before it, so that messages count
 * lines from the first one. */
struct text {
    size_t newlines;
    const char *head;
    const char *body;
    size_t n;
};

#define NEWLINES_8 "\n\n\n\n\n\n\n\n"
#define NEWLINES_64                                                                                \
    NEWLINES_8 NEWLINES_8 NEWLINES_8 NEWLINES_8 NEWLINES_8 NEWLINES_8 NEWLINES_8 NEWLINES_8

static const char *
next_part(lua_State *L, void *data, size_t *n)
{
    static const char newlines[] = NEWLINES_64 NEWLINES_64 NEWLINES_64 NEWLINES_64;
    struct text *text = data;
    const char *part = text->head;

    (void)L;
    if (text->newlines > 0) {
        *n = text->newlines < sizeof newlines - 1 ? text->newlines : sizeof newlines - 1;
        text->newlines -= *n;
        return newlines;
    }
    if (part) {
        *n = strlen(part);
        text->head = NULL;
        return part;
    }
    *n = text->n;
    text->n = 0;
    return text->body;
}

/* The statement is on top of the stack; pushes the function or what is wrong with it. */
static int
load(lua_State *L, const struct session *s, const char *head)
{
    struct text text = {.newlines = s->begun, .head = *head ? head : NULL};

    text.body = lua_tolstring(L, -1, &text.n);
    return lua_load(L, next_part, &text, "@stdin", "t");
}

static bool
is_unfinished(lua_State *L, int result)
{
    static const char mark[] = "<eof>";
    size_t n;
    const char *why = lua_tolstring(L, -1, &n);

    return result == LUA_ERRSYNTAX && n >= sizeof mark - 1 &&
           strcmp(why + n - (sizeof mark - 1), mark) == 0;
}

/* Pushes the function that the lines on top of the stack are, first as an expression; false when
 * they go on. */
static bool
compile(lua_State *L, struct session *s)
{
    int result = s->more ? LUA_ERRSYNTAX : load(L, s, "return ");

    if (result == LUA_OK)
        return true;
    lua_settop(L, s->more ? lua_gettop(L) : lua_gettop(L) - 1);
    result = load(L, s, "");
    if (result == LUA_OK)
        return true;
    if (!s->ended && is_unfinished(L, result))
        return false;
    s->more = false;
    return lua_error(L);
}

static void
print_values(lua_State *L, int n)
{
    if (n == 0)
        return;
    luaL_checkstack(L, 2, NULL);
    lua_getglobal(L, "print");
    lua_insert(L, -n - 1);
    lua_call(L, n, 0);
}

/* One line. */
static int
turn(lua_State *L)
{
    struct session *s = lua_touserdata(L, 1);
    int top;

    if (s->more)
        lua_rawgetp(L, LUA_REGISTRYINDEX, &statement_key);
    else
        s->begun = s->line;
    push_line(L, s);
    if (fp__stop_wished() || s->reading < 0)
        return 0;
    if (s->more)
        lua_concat(L, 2);
    if (lua_rawlen(L, -1) == 0)
        return 0;
    if (!compile(L, s)) {
        lua_pop(L, 1);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &statement_key);
        s->more = true;
        return 0;
    }
    s->more = false;
    top = lua_gettop(L) - 1;
    lua_call(L, 0, LUA_MULTRET);
    if (s->prompt->shows)
        print_values(L, lua_gettop(L) - top);
    return 0;
}

/* --- the session ------------------------------------------------------------------------------ */

static int
open_session(lua_State *L)
{
    const struct session *s = lua_touserdata(L, 1);

    fp__script_open(L, s->path ? s->path : "-");
    return 0;
}

static int
run_source(lua_State *L)
{
    fp__script_load(L, lua_touserdata(L, 1));
    lua_call(L, 0, 0);
    return 0;
}

/* Whether the function came to its end; else the library was told why not. */
static bool
protect(lua_State *L, lua_CFunction function, void *data)
{
    struct fp__runner here;
    int result;

    fp__stop_enter(&here, L);
    lua_pushcfunction(L, fp__script_on_error);
    lua_pushcfunction(L, function);
    lua_pushlightuserdata(L, data);
    result = lua_pcall(L, 1, 0, 1);
    fp__stop_leave(&here);
    if (result != LUA_OK)
        fp__script_fail(L, result, "stdin");
    lua_settop(L, 0);
    return result == LUA_OK;
}

static bool
goes_on(const struct session *s)
{
    return !s->prompt->failed || s->prompt->failed(s->prompt->data);
}

static enum fp_status
take_turns(lua_State *L, struct session *s)
{
    while (!s->ended) {
        bool done = protect(L, turn, s);

        if (s->reading < 0)
            return s->reading;
        if (done && fp__stop_wished())
            return fp__fail(NULL, FP_ERR_SCRIPT, "stopped");
        if (!done && !goes_on(s))
            return FP_OK;
    }
    return FP_OK;
}

static enum fp_status
run_session(lua_State *L, struct session *s, const struct fp__source *source)
{
    if (!protect(L, open_session, s))
        return fp_context_status(NULL);
    if (source && !protect(L, run_source, (void *)source) && !goes_on(s))
        return FP_OK;
    return take_turns(L, s);
}

static enum fp_status
prompt_with(struct session *s, const struct fp_script_options *options,
            const struct fp__source *source)
{
    struct fp_script_options defaults = {0};
    struct fp__script script = {.options = options ? options : &defaults};
    lua_State *L = fp__state_create(&script);
    enum fp_status status;

    if (!L)
        return fp__fail_memory(NULL, "a script");
    status = run_session(L, s, source);
    fp__state_close(L);
    return status;
}

enum fp_status
fp_script_prompt(const char *path, const struct fp_script_options *options,
                 const struct fp_prompt *prompt)
{
    struct fp_prompt nobody = {0};
    struct session session = {.prompt = prompt ? prompt : &nobody, .path = path};
    struct fp__source source = {.name = path};
    char *text = NULL;
    enum fp_status status = FP_OK;

    if (path)
        status = fp_file_read_all(NULL, path, FP__SCRIPT_LIMIT, &text, &source.n);
    if (status < 0)
        return status;
    source.text = text;
    status = prompt_with(&session, options, path ? &source : NULL);
    fp_free(text);
    return status;
}
