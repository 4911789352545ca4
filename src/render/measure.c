/* SPDX-License-Identifier: MIT */
/* measure.c: how letters are hinted and counted, the same in every way of setting them. */
#include "render/measure.h"

#include <math.h>

/* Slight hints are those of FreeType's autohinter in height, which matplotlib measures texts with
 * (text.hinting: force_autohint). */
cairo_font_options_t *
fp__font_options(bool hinted)
{
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options,
                                      hinted ? CAIRO_HINT_STYLE_SLIGHT : CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options,
                                        hinted ? CAIRO_HINT_METRICS_ON : CAIRO_HINT_METRICS_OFF);
    return options;
}

double
fp__eighths(double advance)
{
    return floor(advance * 8 + .5) / 8;
}
