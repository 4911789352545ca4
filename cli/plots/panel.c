/* SPDX-License-Identifier: MIT */
/* panel.c: columns with their names and colours, for the kinds of plots. */
#include "cli/plots/panel.h"

#include <string.h>

#include "cli/batch/names.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/unicode.h"
#include "cli/plots/positions.h"
#include "cli/plots/words.h"

/* 0, 1, 2 …, a number for each line. */
static int
count_lines(const struct fp__panel *p, struct fp_array **x)
{
    size_t n = fp_table_rows(p->columns.table);
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);
    double *values = fp_alloc_array(n + 1, sizeof *values);
    if (!values)
        return fp__message_no_memory();
    for (size_t i = 0; i < n; i++)
        values[i] = (double)i;
    *x = fp_array_wrap(p->ctx, values, &layout, fp_free, values);
    return *x ? 0 : fp__message_failure(p->ctx);
}

int
fp__panel_x(struct fp__panel *p, struct fp_array **x)
{
    *x = NULL;
    return p->columns.has_x ? fp__positions_read(p, p->columns.x, p->kind->lying, true, x)
                            : count_lines(p, x);
}

int
fp__panel_y(struct fp__panel *p, size_t i, struct fp_array **y)
{
    bool along_x = p->kind->no_x || p->kind->lying;
    return fp__positions_read(p, p->columns.y[i], !along_x, false, y);
}

int
fp__panel_column(struct fp__panel *p, const char *word, struct fp_array **values)
{
    size_t column;
    int code = fp__columns_find(&p->columns, word, &column);
    *values = NULL;
    if (!code && fp_table_column(p->columns.table, column, values) != FP_OK)
        code = fp__message_failure(p->ctx);
    return code;
}

int
fp__panel_word(struct fp__panel *p, const char *list, size_t i, struct fp_array **values)
{
    struct fp__words words;
    if (!fp__words_at(&words, list, p->first + i))
        return fp__columns_long_name();
    return fp__panel_column(p, words.word, values);
}

bool
fp__panel_color(const struct fp__panel *p, size_t i, struct fp_color *color)
{
    const char *list = p->settings->colors;
    struct fp__words words;
    return list && fp__words_at(&words, list, p->first + i) &&
           fp_color_find(p->ctx, words.word, color) == FP_OK;
}

/* --- Names ------------------------------------------------------------------------------------ */

static void
append_stem(const struct fp__panel *p, struct fp_text *out)
{
    struct fp__values values = fp__values_of(&(struct fp__item){.input = p->input});
    fp__append_utf8(out, values.stem, values.stem_length);
    if (values.member_length > 0)
        fp_text_append(out, ":");
    fp__append_utf8(out, values.member, values.member_length);
}

/* Of several inputs each is named, and its columns too when it has more than one. */
static int
find_label(struct fp__panel *p, size_t i, const char **label)
{
    size_t column = p->columns.y[i];
    bool named = fp_table_name(p->columns.table, column) != NULL;
    fp_text_clear(&p->label);
    if (p->several)
        append_stem(p, &p->label);
    if (p->several && p->columns.count > 1)
        fp_text_append(&p->label, " ");
    if (p->columns.count > 1 || (!p->several && named))
        fp__columns_append_name(&p->columns, column, &p->label);
    fp_text_append(&p->texts, fp_text_string(&p->label));
    *label = p->label.length > 0 ? fp_text_string(&p->label) : NULL;
    return p->label.failed || p->texts.failed ? fp__message_no_memory() : 0;
}

static int
draw_series(struct fp__panel *p, struct fp__series *series, fp__series_fn draw)
{
    int code = fp__panel_y(p, series->i, &series->y);
    code = code ? code : find_label(p, series->i, &series->label);
    code = code ? code : draw(p, series);
    fp_unref(series->y);
    return code;
}

int
fp__panel_each(struct fp__panel *p, fp__series_fn draw)
{
    struct fp__series series = {.x = NULL};
    int code = p->kind->no_x ? 0 : fp__panel_x(p, &series.x);
    for (; series.i < p->columns.count && !code; series.i++)
        code = draw_series(p, &series, draw);
    fp_unref(series.x);
    return code;
}

/* Options were read before anything was drawn: what is refused now lies in the input. */
int
fp__panel_drawn(const struct fp__panel *p, const void *artist)
{
    int code = artist ? 0 : fp__exit_code(fp_context_status(p->ctx));
    if (code != FP__EXIT_USAGE)
        return code ? fp__message_failure(p->ctx) : 0;
    return fp__message_error(FP__EXIT_INPUT, "%s: %s" FP__AND_HINT "%s", p->input->path,
                             fp_context_message(p->ctx), fp_context_hint(p->ctx));
}

/* The text holds the name; or nothing as yet, and takes it. */
static bool
agrees(const struct fp__panel *p, struct fp_text *text, size_t column)
{
    const char *name = fp_table_name(p->columns.table, column);
    struct fp_text own = {0};
    if (name)
        fp__columns_append_name(&p->columns, column, &own);
    if (text->length == 0)
        fp_text_append(text, fp_text_string(&own));
    bool same = strcmp(fp_text_string(text), fp_text_string(&own)) == 0;
    text->failed |= own.failed;
    fp_text_finish(&own);
    return same;
}

static void
take_names(struct fp__panel *p)
{
    if (p->columns.has_x && p->xname.length == 0)
        agrees(p, &p->xname, p->columns.x);
    for (size_t i = 0; i < p->columns.count; i++)
        p->mixed |= !agrees(p, &p->yname, p->columns.y[i]);
}

/* Of a grid the first column that is not x or z is y. */
static int
check_grid(const struct fp__panel *p)
{
    if (p->columns.count == 1 || !p->settings->y)
        return 0;
    return fp__message_error(FP__EXIT_USAGE, "-y: a grid has one column along y" FP__AND_HINT
                                             "its values are those of -z");
}

static int
check_matrix(const struct fp__plots *s)
{
    if (!s->x && !s->y)
        return 0;
    return fp__message_error(FP__EXIT_USAGE,
                             "%s is for points, whose values -z names" FP__AND_HINT
                             "add -z COLUMN; without it the whole input is a matrix of values",
                             s->x ? "-x" : "-y");
}

static int
open_columns(struct fp__panel *p, const struct fp__input *input)
{
    int code = fp__columns_open(&p->columns, p->ctx, input->path, p->settings, !p->kind->no_x);
    if (!code && p->kind->grid) {
        code = check_grid(p);
        p->columns.count = 1;
    } else if (!code && !p->settings->y) {
        fp__columns_leave_out_dates(&p->columns);
    }
    if (!code)
        take_names(p);
    return code;
}

int
fp__panel_draw(struct fp__panel *p, const struct fp__plot_kind *kind, const struct fp__input *input)
{
    p->input = input;
    p->kind = kind;
    bool matrix = kind->grid && !p->settings->others[0];
    int code = matrix ? check_matrix(p->settings) : open_columns(p, input);
    if (!code)
        code = kind->draw ? kind->draw(p) : fp__panel_each(p, kind->draw_column);
    p->first += p->columns.count;
    fp__columns_finish(&p->columns);
    return code;
}

void
fp__panel_finish(struct fp__panel *p)
{
    fp_text_finish(&p->label);
    fp_text_finish(&p->xname);
    fp_text_finish(&p->yname);
    fp_text_finish(&p->texts);
}
