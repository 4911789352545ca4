/* SPDX-License-Identifier: MIT */
/* page.c: a picture in the order in which it comes about: scales, plots, limits, texts, layout. */
#include "cli/plots/page.h"

#include <math.h>
#include <string.h>

#include "cli/batch/caption.h"
#include "cli/batch/glyphs.h"
#include "cli/batch/size.h"
#include "cli/opt/message.h"
#include "cli/plots/turn.h"
#include "flatplot/axis.h"
#include "flatplot/notes.h"

static int
parse_labels(struct fp__page *page)
{
    const struct fp__settings *s = &page->settings->batch;
    const struct {
        const char *option;
        const char *text;
    } labels[FP__PAGE_LABELS] = {
        [FP__PAGE_TITLE] = {"--title", s->title},
        [FP__PAGE_X] = {"--xlabel", s->xlabel},
        [FP__PAGE_Y] = {"--ylabel", s->ylabel},
    };
    int code = 0;
    for (int i = 0; i < FP__PAGE_LABELS && !code; i++) {
        if (labels[i].text)
            code = fp__template_parse(&page->labels[i], labels[i].text, FP__TEMPLATE_PLOT,
                                      labels[i].option);
    }
    return code;
}

int
fp__page_init(struct fp__page *page, struct fp_context *ctx, const struct fp__plots *settings,
              const struct fp__plot_kind *kind)
{
    *page = (struct fp__page){.ctx = ctx, .settings = settings, .kind = kind};
    int code = parse_labels(page);
    if (code)
        return code;
    page->figure = fp_figure_create(ctx);
    if (!page->figure || fp__size_set(page->figure, &settings->batch) != FP_OK)
        return fp__message_failure(ctx);
    return 0;
}

void
fp__page_finish(struct fp__page *page)
{
    for (int i = 0; i < FP__PAGE_LABELS; i++)
        fp__template_finish(&page->labels[i]);
    fp_unref(page->figure);
    memset(page, 0, sizeof *page);
}

/* --- Before and after what is drawn ----------------------------------------------------------- */

static struct fp_axes *
begin(struct fp__page *page)
{
    const struct fp__plots *s = page->settings;
    struct fp_margins margins = fp_margins_defaults();
    bool fine = fp_figure_clear(page->figure) == FP_OK &&
                fp_figure_set_margins(page->figure, &margins) == FP_OK &&
                fp_figure_set_style(page->figure, (enum fp_style)s->batch.style) == FP_OK;
    struct fp_axes *ax = fine ? fp_figure_add_subplot(page->figure, 1, 1, 1) : NULL;
    fine = ax && (!s->xscale.given || fp_axes_set_xscale(ax, &s->xscale.scale) == FP_OK) &&
           (!s->yscale.given || fp_axes_set_yscale(ax, &s->yscale.scale) == FP_OK);
    return fine ? ax : NULL;
}

static enum fp_status
set_axes(const struct fp__plots *s, struct fp_axes *ax)
{
    const double *x = s->batch.xlim.ends;
    const double *y = s->batch.ylim.ends;
    enum fp_status status = s->batch.xlim.given ? fp_axes_set_xlim(ax, x[0], x[1]) : FP_OK;
    if (status == FP_OK && s->batch.ylim.given)
        status = fp_axes_set_ylim(ax, y[0], y[1]);
    if (status == FP_OK && s->xformat)
        status = fp_axes_set_xformat(ax, s->xformat);
    if (status == FP_OK && s->yformat)
        status = fp_axes_set_yformat(ax, s->yformat);
    return status;
}

/* As many as fit into axes of the usual size. */
enum { MOST_NAMES = 16 };

/* One name is told by the axis' label; several need a legend. */
static bool
wants_legend(const struct fp__plots *s, const struct fp__panel *panel)
{
    return s->legend >= FP__LEGEND_AT ||
           (s->legend == FP__LEGEND_AUTO && panel->first > 1 && panel->first <= MOST_NAMES);
}

static enum fp_status
add_legend(const struct fp__plots *s, const struct fp__panel *panel)
{
    struct fp_legend_options options = fp_legend_defaults();
    if (!wants_legend(s, panel))
        return FP_OK;
    if (s->legend >= FP__LEGEND_AT)
        options.loc = (enum fp_legend_place)(s->legend - FP__LEGEND_AT);
    return fp_axes_legend(panel->ax, &options) ? FP_OK : FP_ERR_MEMORY;
}

/* --- Texts ------------------------------------------------------------------------------------ */

static enum fp_status
set_label(struct fp_axes *ax, enum fp__page_label label, const char *text)
{
    return label == FP__PAGE_TITLE ? fp_axes_set_title(ax, text)
           : label == FP__PAGE_X   ? fp_axes_set_xlabel(ax, text)
                                   : fp_axes_set_ylabel(ax, text);
}

/* The name of the columns along the axis. */
static const char *
name_of(const struct fp__page *page, const struct fp__panel *panel, enum fp__page_label label)
{
    bool along_x = label == FP__PAGE_X;
    if (page->kind->no_x && !along_x)
        return "";
    if (along_x != page->kind->lying && !page->kind->no_x)
        return fp_text_string(&panel->xname);
    return panel->mixed ? "" : fp_text_string(&panel->yname);
}

/* What was asked for, else the columns' names. */
static void
compose(const struct fp__page *page, const struct fp__panel *panel,
        const struct fp__caption *caption, enum fp__page_label label, struct fp_text *out)
{
    const struct fp__settings *s = &page->settings->batch;
    const char *const given[] = {
        [FP__PAGE_TITLE] = "", [FP__PAGE_X] = s->xlabel, [FP__PAGE_Y] = s->ylabel};
    if (page->labels[label].count > 0) {
        fp__template_render(&page->labels[label], &caption->values, out);
    } else if (!given[label]) {
        fp_text_append(out, name_of(page, panel, label));
    }
}

static int
add_label(const struct fp__page *page, struct fp__panel *panel, const struct fp__caption *caption,
          enum fp__page_label label)
{
    struct fp_text text = {0};
    compose(page, panel, caption, label, &text);
    fp_text_append(&panel->texts, fp_text_string(&text));
    int code = text.failed || panel->texts.failed ? fp__message_no_memory() : 0;
    if (!code && set_label(panel->ax, label, fp_text_string(&text)) != FP_OK)
        code = fp__message_failure(page->ctx);
    fp_text_finish(&text);
    return code;
}

static int
add_labels(const struct fp__page *page, struct fp__panel *panel, const struct fp__item *item)
{
    static const struct fp__ends none = {NAN, NAN};
    struct fp__times times = {0};
    struct fp__caption caption;
    int code = fp__caption_init(&caption, &times, item, &none, NULL);
    for (int i = 0; i < FP__PAGE_LABELS && !code; i++)
        code = add_label(page, panel, &caption, (enum fp__page_label)i);
    fp__caption_finish(&caption);
    return code;
}

/* A warning when there is one picture, else an error, as for frames. */
static int
check_glyphs(const struct fp__page *page, const struct fp__panel *panel,
             const struct fp__plan *plan)
{
    int rule = page->settings->batch.glyphs;
    bool one = fp__plan_all_pictures(plan) == 1;
    return fp__glyphs_check_text(page->ctx, fp_text_string(&panel->texts),
                                 rule == FP__GLYPHS_WARN || (rule == FP__GLYPHS_BY_COUNT && one));
}

/* --- A picture -------------------------------------------------------------------------------- */

/* Labels of any length find room; where there is none at all the margins stay as they are. */
static enum fp_status
fit(const struct fp__page *page)
{
    enum fp_status status = fp_figure_tight_layout(page->figure);
    return status == FP_ERR_LIMIT ? FP_OK : status;
}

static int
lay_out(const struct fp__page *page, const struct fp__panel *panel)
{
    bool turned = false;
    enum fp_status status = fit(page);
    if (status == FP_OK && page->settings->xscale.scale.kind == FP_SCALE_LINEAR)
        status = fp__turn_labels(page->ctx, page->figure, panel->ax, &turned);
    if (status == FP_OK && turned)
        status = fit(page);
    return status == FP_OK ? 0 : fp__message_failure(page->ctx);
}

static int
dress(const struct fp__page *page, struct fp__panel *panel, const struct fp__plan *plan,
      const struct fp__item *item)
{
    const struct fp__plots *s = page->settings;
    if (set_axes(s, panel->ax) != FP_OK || fp_axes_set_grid(panel->ax, s->batch.grid) != FP_OK ||
        add_legend(s, panel) != FP_OK)
        return fp__message_failure(page->ctx);
    int code = add_labels(page, panel, item);
    code = code ? code : check_glyphs(page, panel, plan);
    return code ? code : lay_out(page, panel);
}

int
fp__page_draw(struct fp__page *page, const struct fp__plan *plan, size_t first)
{
    struct fp__item item = fp__plan_item(plan, first);
    struct fp__panel panel = {
        .ctx = page->ctx, .settings = page->settings, .ax = begin(page), .several = plan->each > 1};
    int code = panel.ax ? 0 : fp__message_failure(page->ctx);
    for (size_t i = first; i < first + plan->each && !code; i++)
        code = fp__panel_draw(&panel, page->kind, &plan->inputs[i]);
    code = code ? code : dress(page, &panel, plan, &item);
    fp__panel_finish(&panel);
    return code;
}
