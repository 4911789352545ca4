/* SPDX-License-Identifier: MIT */
/* rows.c: readers of options that all verbs have that plot columns. */
#include "cli/plots/rows.h"

#include <math.h>
#include <string.h>

#include "cli/opt/message.h"
#include "cli/plots/words.h"
#include "flatplot/date.h"
#include "flatplot/notes.h"

void
fp__plots_defaults(struct fp__plots *plots)
{
    plots->batch.dpi = NAN;
    plots->batch.vmin = plots->batch.vmax = NAN;
    plots->batch.alpha = 1;
}

int
fp__read_colors(const struct fp__given *given, void *member)
{
    struct fp__words words = {.text = given->value};
    struct fp_color color;
    *(const char **)member = given->value;
    while (fp__words_next(&words)) {
        if (fp_color_find(given->ctx, words.word, &color) != FP_OK)
            return fp__message_failure(given->ctx);
    }
    return words.too_long
               ? fp__bad_value(given, "no colour is that long", "as in tomato,C1,#ff8000")
               : 0;
}

static bool
read_place(struct fp_context *ctx, const char *word, double *place)
{
    return fp__numbers_parse(word, 0, place, 1) || fp_date_parse(ctx, word, place) == FP_OK;
}

/* As fp__read_limits, and dates. */
int
fp__read_places(const struct fp__given *given, void *member)
{
    struct fp__limits_choice *limits = member;
    struct fp__words words = {.text = given->value};
    double *ends = limits->ends;
    for (int i = 0; i < 2; i++) {
        if (!fp__words_next(&words) || !read_place(given->ctx, words.word, &ends[i]))
            return fp__bad_value(given, "not two numbers or dates",
                                 "as in --xlim 0,10 or --xlim 2026-01-01,2026-03-01");
    }
    if (words.text || ends[0] == ends[1])
        return fp__bad_value(given, words.text ? "more than two" : "both are equal",
                             "from the larger to the smaller is fine");
    limits->given = true;
    return 0;
}

/* symlog has two numbers, which may be left out. */
static bool
read_symlog(const char *text, struct fp_scale *scale)
{
    double n[2] = {0, 0};
    bool given = *text != '\0';
    size_t count = strchr(text, ',') ? 2 : 1;
    if (given && (*text != ':' || !fp__numbers_parse(text + 1, ',', n, count) || n[0] <= 0 ||
                  (count == 2 && n[1] <= 0)))
        return false;
    *scale = (struct fp_scale){FP_SCALE_SYMLOG, n[0], n[1]};
    return true;
}

int
fp__read_scale(const struct fp__given *given, void *member)
{
    static const char *const names[] = {
        [FP_SCALE_LINEAR] = "linear", [FP_SCALE_LOG] = "log", [FP_SCALE_SYMLOG] = "symlog"};
    struct fp__scale_choice *choice = member;
    choice->given = true;
    if (strncmp(given->value, "symlog", 6) == 0) {
        return read_symlog(given->value + 6, &choice->scale)
                   ? 0
                   : fp__bad_value(given, "not symlog:LINTHRESH,LINSCALE",
                                   "two numbers above 0: symlog, symlog:0.1 or symlog:0.1,2");
    }
    int kind;
    int failed = fp__read_choice(given, &kind, names, sizeof names / sizeof *names);
    if (!failed)
        choice->scale = (struct fp_scale){.kind = (enum fp_scale_kind)kind};
    return failed;
}

int
fp__read_legend(const struct fp__given *given, void *member)
{
    enum { PLACES = FP_LEGEND_PLACES };
    static const char *const names[PLACES + 1] = {[FP_LEGEND_BEST] = "best",
                                                  [FP_LEGEND_UPPER_RIGHT] = "upper right",
                                                  [FP_LEGEND_UPPER_LEFT] = "upper left",
                                                  [FP_LEGEND_LOWER_LEFT] = "lower left",
                                                  [FP_LEGEND_LOWER_RIGHT] = "lower right",
                                                  [FP_LEGEND_CENTER_RIGHT] = "center right",
                                                  [FP_LEGEND_CENTER_LEFT] = "center left",
                                                  [FP_LEGEND_LOWER_CENTER] = "lower center",
                                                  [FP_LEGEND_UPPER_CENTER] = "upper center",
                                                  [FP_LEGEND_CENTER] = "center",
                                                  [PLACES] = "off"};
    int place;
    int failed = fp__read_choice(given, &place, names, PLACES + 1);
    if (!failed)
        *(int *)member = place == PLACES ? FP__LEGEND_OFF : FP__LEGEND_AT + place;
    return failed;
}
