/* SPDX-License-Identifier: MIT */
/* page.h: one picture: a figure with its texts, limits and legend around what a kind draws. */
#ifndef CLI_PLOTS_PAGE_H
#define CLI_PLOTS_PAGE_H

#include "cli/batch/template.h"
#include "cli/plots/panel.h"

enum fp__page_label { FP__PAGE_TITLE, FP__PAGE_X, FP__PAGE_Y, FP__PAGE_LABELS };

struct fp__page {
    struct fp_context *ctx;
    const struct fp__plots *settings;
    const struct fp__plot_kind *kind;
    struct fp_figure *figure;
    struct fp__template labels[FP__PAGE_LABELS]; /* without parts: not given */
};

/* Parses the texts and makes the figure. Returns 0 or an exit code after saying what is wrong.
 * fp__page_finish frees in both cases. */
int fp__page_init(struct fp__page *page, struct fp_context *ctx, const struct fp__plots *settings,
                  const struct fp__plot_kind *kind);
void fp__page_finish(struct fp__page *page);

/* Draws the plan's inputs from `first` on, those of one picture, into the figure, in place of what
 * it held. */
int fp__page_draw(struct fp__page *page, const struct fp__plan *plan, size_t first);

#endif
