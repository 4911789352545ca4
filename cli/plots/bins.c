/* SPDX-License-Identifier: MIT */
/* bins.c: bins by number, by rule, or between edges. */
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

int
fp__bins_choose(struct fp__panel *panel, const char *text, struct fp_histogram_options *options)
{
    if (text && strchr(text, ','))
        return take_edges(panel, text, options);
    if (text && fp_bins_parse(panel->ctx, text, options) != FP_OK)
        return fp__message_failure(panel->ctx);
    return 0;
}
