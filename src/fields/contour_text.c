/* SPDX-License-Identifier: MIT */
/* contour_text.c: which lines of a contour get a label, and what it says: matplotlib 3.6's clabel.
 */
#include <math.h>

#include "core/alloc.h"
#include "core/status.h"
#include "fields/contour.h"
#include "ticks/tick_format.h"
#include "ticks/ticks.h"

struct fp_clabel_options
fp_clabel_defaults(void)
{
    return (struct fp_clabel_options){.fontsize = 10, .break_lines = true, .inline_spacing = 5};
}

static bool
is_among(double level, const double *levels, size_t n)
{
    bool found = false;

    for (size_t i = 0; i < n; i++)
        found |= levels[i] == level;
    return found;
}

static bool
is_labelled(const struct fp_clabel_options *o, double level)
{
    return !o->levels || is_among(level, o->levels, o->level_count);
}

static enum fp_status
check(const struct fp_contour *contour, const struct fp_clabel_options *o)
{
    struct fp_context *ctx = contour->artist.base.ctx;

    if (contour->filled)
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "clabel: filled contours have no lines to label" FP__HINT
                        "draw lines over them with contour, and label those");
    if (!(o->fontsize > 0) || !isfinite(o->fontsize) || !(o->inline_spacing >= 0) ||
        (o->format && !fp__tick_format_is_known(o->format)))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "clabel: a size, a spacing or a format that is none" FP__HINT
                        "sizes are above 0, spacings from 0 on; formats are as \"{x:.1f} m\"");
    for (size_t i = 0; o->levels && i < o->level_count; i++)
        if (!is_among(o->levels[i], contour->levels, contour->level_count))
            return fp__fail(ctx, FP_ERR_ARGUMENT,
                            "clabel: one of the levels is none of the contour's" FP__HINT
                            "leave levels out to label all of them");
    return FP_OK;
}

/* --- texts ------------------------------------------------------------------------------------ */

/* As many decimals as tell apart all levels that get a label. */
static bool
write_numbers(struct fp_contour *contour, const struct fp_clabel_options *o, char **texts)
{
    static const struct fp_tick_numbers plain = {0};
    struct fp__ticks ticks = {0};
    size_t at = 0;
    bool fine;

    for (size_t i = 0; i < contour->level_count && ticks.n < FP__TICKS_AT_MOST; i++)
        if (is_labelled(o, contour->levels[i]))
            ticks.value[ticks.n++] = contour->levels[i];
    fine = fp__ticks_label(&ticks, 0, 0, &plain);
    for (size_t i = 0; fine && i < contour->level_count && at < ticks.n; i++)
        if (is_labelled(o, contour->levels[i]))
            fine = fp__copy_string(&texts[i], ticks.label[at++]);
    return fine;
}

static bool
write_formatted(struct fp_contour *contour, const struct fp_clabel_options *o, const char *format,
                char **texts)
{
    struct fp_text text = {0};
    bool fine = true;

    for (size_t i = 0; fine && i < contour->level_count; i++) {
        if (!is_labelled(o, contour->levels[i]))
            continue;
        fp_text_clear(&text);
        fine = fp__tick_format_append(&text, format, contour->levels[i]) && !text.failed &&
               fp__copy_string(&texts[i], fp_text_string(&text));
    }
    fp_text_finish(&text);
    return fine;
}

/* Plain decimals would be a row of zeros. (matplotlib writes them without their power of ten.) */
static bool
are_tiny(const struct fp_contour *contour)
{
    const double *levels = contour->levels;

    return fmax(fabs(levels[0]), fabs(levels[contour->level_count - 1])) < 1e-4;
}

static bool
write_texts(struct fp_contour *contour, const struct fp_clabel_options *o, char **texts)
{
    if (o->format || are_tiny(contour))
        return write_formatted(contour, o, o->format ? o->format : "{x:g}", texts);
    return write_numbers(contour, o, texts);
}

/* --- clabel ----------------------------------------------------------------------------------- */

/* Puts the texts into the places of those that were there. */
static void
swap_texts(struct fp_contour *contour, char **texts)
{
    for (size_t i = 0; i < contour->level_count; i++) {
        char *old = contour->looks[i].text;

        contour->looks[i].text = texts[i];
        texts[i] = old;
    }
}

static enum fp_status
set_texts(struct fp_contour *contour, const struct fp_clabel_options *o)
{
    char **texts = fp_alloc_array(contour->level_count, sizeof *texts);
    bool fine = texts && write_texts(contour, o, texts);

    if (fine)
        swap_texts(contour, texts);
    for (size_t i = 0; texts && i < contour->level_count; i++)
        fp_free(texts[i]);
    fp_free(texts);
    return fine ? FP_OK : fp__fail_memory(contour->artist.base.ctx, "labels");
}

enum fp_status
fp_contour_label(struct fp_contour *contour, const struct fp_clabel_options *options)
{
    struct fp_clabel_options o = options ? *options : fp_clabel_defaults();
    enum fp_status status;

    fp__object_check(contour, NULL);
    if (fp_is_closed(contour))
        return fp__fail_closed(contour ? contour->artist.base.ctx : NULL, "contour");
    status = check(contour, &o);
    if (status == FP_OK)
        status = set_texts(contour, &o);
    if (status != FP_OK)
        return status;
    contour->labels = (struct fp__contour_labels){.size = o.fontsize,
                                                  .spacing = o.inline_spacing,
                                                  .breaks = o.break_lines,
                                                  .has_color = o.has_color,
                                                  .color = o.color};
    return FP_OK;
}
