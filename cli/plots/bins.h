/* SPDX-License-Identifier: MIT */
/* bins.h: --bins: the edges that all histograms of an input have in common. */
#ifndef CLI_PLOTS_BINS_H
#define CLI_PLOTS_BINS_H

#include "cli/plots/panel.h"
#include "cli/plots/rows.h"
#include "flatplot/histogram.h"

int fp__read_bins(const struct fp__given *given, void *member);

/* Sets what --bins says (NULL: nothing): a number, a rule, or edges. Of several columns the edges
 * are those of all their values together, as in matplotlib's hist of several data sets. The caller
 * unrefs options->edges, whatever comes back. */
int fp__bins_choose(struct fp__panel *panel, const char *text,
                    struct fp_histogram_options *options);

#endif
