/* SPDX-License-Identifier: MIT */
/* run.h: the job of a verb that plots columns: inputs to pictures. */
#ifndef CLI_PLOTS_RUN_H
#define CLI_PLOTS_RUN_H

#include "cli/opt/option.h"
#include "cli/plots/panel.h"

/* Draws the inputs: all of them on one picture, or each on its own when the output's name says
 * which input it is. `verb` is the name to be told. Returns an exit code after saying what went
 * wrong. */
int fp__plots_run(struct fp_context *ctx, struct fp__plots *settings,
                  const struct fp__plot_kind *kind, const char *verb,
                  const struct fp__common *common);

#endif
