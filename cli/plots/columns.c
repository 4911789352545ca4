/* SPDX-License-Identifier: MIT */
/* columns.c: from the words of options to columns. */
#include "cli/plots/columns.h"

#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/signals.h"
#include "cli/opt/unicode.h"
#include "cli/plots/words.h"
#include "flatplot/date.h"
#include "flatplot/text.h"

/* Bytes of a name that is drawn; more would not fit into a picture. */
enum { LONGEST_LABEL = 200 };

bool
fp__columns_stop(void *data)
{
    (void)data;
    return fp__signals_came() != 0;
}

int
fp__columns_failure(struct fp_context *ctx)
{
    return fp__signals_came() ? FP__EXIT_SIGNAL + fp__signals_came() : fp__message_failure(ctx);
}

static int
open_table(struct fp__columns *c)
{
    struct fp_frames_options options = fp_frames_defaults();
    options.stop = fp__columns_stop;
    c->table = fp_table_open(c->ctx, c->path, &options);
    if (!c->table)
        return fp__columns_failure(c->ctx);
    c->y = fp_alloc_array(fp_table_columns(c->table), sizeof *c->y);
    return c->y ? 0 : fp__message_no_memory();
}

/* The column of that very name. A name may have commas, and look like a word with a meaning. */
static bool
find_name(const struct fp__columns *c, const char *name, size_t *column)
{
    for (size_t i = 0; i < fp_table_columns(c->table); i++) {
        const char *other = fp_table_name(c->table, i);
        if (other && strcmp(other, name) == 0) {
            *column = i;
            return true;
        }
    }
    return false;
}

/* In quotes, as in lists, or without. */
static enum fp_status
find(const struct fp__columns *c, const char *word, size_t *column)
{
    struct fp__words words = {.text = word};
    bool quoted = *word == '"' && !find_name(c, word, column) && fp__words_next(&words);
    return fp_table_find(c->table, quoted && !words.text ? words.word : word, column);
}

int
fp__columns_find(const struct fp__columns *c, const char *word, size_t *column)
{
    return find(c, word, column) == FP_OK ? 0 : fp__message_failure(c->ctx);
}

char *
fp__columns_colon(const struct fp__columns *c, char *word)
{
    size_t column;
    return find_name(c, word, &column) ? NULL : strchr(word, ':');
}

int
fp__columns_long_name(void)
{
    return fp__message_error(FP__EXIT_USAGE,
                             "a column's name is longer than %d bytes" FP__AND_HINT
                             "columns have numbers, too, from 1: -y 2,3",
                             FP__WORD_ROOM - 1);
}

/* --- Which are drawn -------------------------------------------------------------------------- */

static int
add(struct fp__columns *c, size_t column)
{
    for (size_t i = 0; i < c->count; i++) {
        if (c->y[i] == column) {
            return fp__message_error(FP__EXIT_USAGE,
                                     "%s: -y names column %zu twice" FP__AND_HINT "once is enough",
                                     c->path, column + 1);
        }
    }
    c->y[c->count++] = column;
    return 0;
}

static int
choose_named(struct fp__columns *c, const char *list)
{
    struct fp__words words = {.text = list};
    size_t column;
    int code = 0;
    if (find_name(c, list, &column))
        return add(c, column);
    while (!code && fp__words_next(&words)) {
        code = fp__columns_find(c, words.word, &column);
        code = code ? code : add(c, column);
    }
    return !code && words.too_long ? fp__columns_long_name() : code;
}

static bool
is_column(const struct fp__columns *c, const char *word, size_t column)
{
    size_t found;
    return find(c, word, &found) == FP_OK && found == column;
}

/* Alone or as one of two. */
static bool
names(const struct fp__columns *c, char *word, size_t column)
{
    char *colon = fp__columns_colon(c, word);
    if (!colon)
        return is_column(c, word, column);
    *colon = '\0';
    return is_column(c, word, column) || is_column(c, colon + 1, column);
}

/* Whether one of the lists names the column. What names none is told when it is looked for. */
static bool
is_taken(const struct fp__columns *c, const char *const *lists, size_t column)
{
    for (size_t i = 0; i < FP__COLUMN_OPTIONS; i++) {
        struct fp__words words = {.text = lists[i]};
        while (fp__words_next(&words)) {
            if (names(c, words.word, column))
                return true;
        }
    }
    return false;
}

/* Also of a number with a decimal comma. */
static bool
is_value(const struct fp__columns *c, const char *text)
{
    const char *end;
    double value;
    if (*text && fp_number_parse(text, &end, &value) && (*end == '\0' || *end == ','))
        return true;
    return fp_date_parse(c->ctx, text, &value) == FP_OK;
}

/* A column of text with numbers or dates in it, too: one that a slip of the pen has made text. */
static bool
is_mixed(const struct fp__columns *c, size_t column)
{
    if (fp_table_kind(c->table, column) != FP_COLUMN_TEXT)
        return false;
    for (size_t i = 0; i < fp_table_rows(c->table); i++) {
        if (is_value(c, fp_table_text(c->table, column, i)))
            return true;
    }
    return false;
}

/* The context's message becomes the one of the cell that makes a column text. */
static void
find_odd_cell(const struct fp__columns *c, size_t column)
{
    struct fp_array *none = NULL;
    fp_table_column(c->table, column, &none);
    fp_unref(none);
}

static void
warn_odd(const struct fp__columns *c, const char *what)
{
    fp__message_warning("%s; the column is %s", fp_context_message(c->ctx), what);
    fp__message_note("  hint: %s", fp_context_hint(c->ctx));
}

/* The column is left out when there are others, but not in silence. */
static int
tell_mixed(const struct fp__columns *c, size_t column)
{
    find_odd_cell(c, column);
    if (c->count == 0)
        return fp__message_failure(c->ctx);
    warn_odd(c, "left out");
    return 0;
}

static int
choose_all(struct fp__columns *c, const char *const *taken)
{
    size_t mixed[2] = {0, 0}; /* how many, and the first */
    for (size_t i = 0; i < fp_table_columns(c->table); i++) {
        bool along = c->has_x && i == c->x;
        if (along || is_taken(c, taken, i))
            continue;
        if (fp_table_kind(c->table, i) != FP_COLUMN_TEXT) {
            c->y[c->count++] = i;
        } else if (is_mixed(c, i) && mixed[0]++ == 0) {
            mixed[1] = i;
        }
    }
    if (mixed[0] > 0)
        return tell_mixed(c, mixed[1]);
    if (c->count > 0)
        return 0;
    return fp__message_error(FP__EXIT_INPUT,
                             "%s: there is no column of numbers to draw" FP__AND_HINT
                             "it has %zu column%s; -x and -y choose",
                             c->path, fp_table_columns(c->table),
                             fp_table_columns(c->table) == 1 ? "" : "s");
}

static bool
is_drawn(const struct fp__columns *c, size_t column)
{
    for (size_t i = 0; i < c->count; i++) {
        if (c->y[i] == column)
            return true;
    }
    return false;
}

/* Without -x, once those of -y are known. */
static void
choose_first(struct fp__columns *c)
{
    c->x = 0;
    c->has_x = fp_table_columns(c->table) > 1 && !is_drawn(c, 0);
}

static int
choose_x(struct fp__columns *c, const char *word)
{
    c->has_x = find_name(c, word, &c->x);
    if (c->has_x || strcmp(word, "none") == 0)
        return 0;
    c->has_x = true;
    return fp__columns_find(c, word, &c->x);
}

static int
choose(struct fp__columns *c, const struct fp__plots *s, bool along_x)
{
    int code = s->y ? choose_named(c, s->y) : 0;
    if (code)
        return code;
    if (along_x && s->x) {
        code = choose_x(c, s->x);
    } else if (along_x) {
        choose_first(c);
    }
    code = code || s->y ? code : choose_all(c, s->others);
    if (!code && c->has_x && is_mixed(c, c->x)) {
        find_odd_cell(c, c->x);
        warn_odd(c, "drawn as names");
    }
    return code;
}

int
fp__columns_open(struct fp__columns *c, struct fp_context *ctx, const char *path,
                 const struct fp__plots *settings, bool along_x)
{
    *c = (struct fp__columns){.ctx = ctx, .path = path};
    int code = open_table(c);
    return code ? code : choose(c, settings, along_x);
}

void
fp__columns_leave_out_dates(struct fp__columns *c)
{
    size_t numbers = 0;
    for (size_t i = 0; i < c->count; i++) {
        if (fp_table_kind(c->table, c->y[i]) == FP_COLUMN_NUMBER)
            c->y[numbers++] = c->y[i];
    }
    c->count = numbers > 0 ? numbers : c->count;
}

void
fp__columns_finish(struct fp__columns *c)
{
    fp_unref(c->table);
    fp_free(c->y);
    memset(c, 0, sizeof *c);
}

void
fp__columns_append_name(const struct fp__columns *c, size_t column, struct fp_text *out)
{
    const char *name = fp_table_name(c->table, column);
    if (name && *name) {
        fp__append_line(out, name, LONGEST_LABEL);
    } else {
        fp_text_append_format(out, "column %zu", column + 1);
    }
}
