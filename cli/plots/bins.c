/* SPDX-License-Identifier: MIT */
/* bins.c: edges from numbers, and edges from the values of several columns. */
#include "cli/plots/bins.h"

#include <math.h>
#include <string.h>

#include "cli/opt/message.h"
#include "cli/plots/words.h"

/* --- Values of the option --------------------------------------------------------------------- */

static bool
falls(const double *numbers, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        if (numbers[i] < numbers[i - 1])
            return true;
    }
    return false;
}

/* Numbers with commas between them; NULL: one is none, or below the one before it. */
static double *
parse_edges(const char *text, size_t n)
{
    double *edges = fp_alloc_array(n, sizeof *edges);
    if (edges && (!fp__numbers_parse(text, ',', edges, n) || falls(edges, n))) {
        fp_free(edges);
        return NULL;
    }
    return edges;
}

int
fp__read_bins(const struct fp__given *given, void *member)
{
    struct fp_histogram_options options = fp_histogram_defaults();
    *(const char **)member = given->value;
    if (!strchr(given->value, ',')) {
        return fp_bins_parse(given->ctx, given->value, &options) == FP_OK
                   ? 0
                   : fp__message_failure(given->ctx);
    }
    double *edges = parse_edges(given->value, fp__words_count(given->value));
    fp_free(edges);
    return edges ? 0
                 : fp__bad_value(given, "not edges of bins", "numbers that rise: --bins 0,1,2,5");
}

/* --- Edges ------------------------------------------------------------------------------------ */

static int
take_edges(const struct fp__panel *panel, const char *text, struct fp_histogram_options *options)
{
    size_t n = fp__words_count(text);
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);
    double *edges = parse_edges(text, n);
    if (!edges)
        return fp__message_no_memory();
    options->edges = fp_array_wrap(panel->ctx, edges, &layout, fp_free, edges);
    return options->edges ? 0 : fp__message_failure(panel->ctx);
}

/* Appends the values of the i-th column. */
static int
copy_column(struct fp__panel *panel, size_t i, double *values)
{
    struct fp_array *column;
    int code = fp__panel_y(panel, i, &column);
    for (size_t k = 0; !code && k < fp_array_count(column); k++)
        fp_array_value(column, &k, &values[k]);
    fp_unref(column);
    return code;
}

static int
copy_columns(struct fp__panel *panel, struct fp_array **all)
{
    size_t rows = fp_table_rows(panel->columns.table);
    size_t n = rows * panel->columns.count;
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);
    double *values = fp_alloc_array(n + 1, sizeof *values);
    int code = values ? 0 : fp__message_no_memory();
    for (size_t i = 0; i < panel->columns.count && !code; i++)
        code = copy_column(panel, i, values + i * rows);
    if (code) {
        fp_free(values);
        return code;
    }
    *all = fp_array_wrap(panel->ctx, values, &layout, fp_free, values);
    return *all ? 0 : fp__message_failure(panel->ctx);
}

static int
share_edges(struct fp__panel *panel, struct fp_histogram_options *options)
{
    struct fp_array *all = NULL;
    struct fp_array *counts = NULL;
    int code = copy_columns(panel, &all);
    if (!code && fp_array_histogram(all, options, &counts, &options->edges) != FP_OK)
        code = fp__message_failure(panel->ctx);
    fp_unref(all);
    fp_unref(counts);
    return code;
}

int
fp__bins_choose(struct fp__panel *panel, const char *text, struct fp_histogram_options *options)
{
    if (text && strchr(text, ','))
        return take_edges(panel, text, options);
    if (text && fp_bins_parse(panel->ctx, text, options) != FP_OK)
        return fp__message_failure(panel->ctx);
    return panel->columns.count > 1 ? share_edges(panel, options) : 0;
}
