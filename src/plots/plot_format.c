/* SPDX-License-Identifier: MIT */
/* plot_format.c: matplotlib's plot formats, "r--o" (axes/_base.py, _process_plot_format). */
#include <ctype.h>
#include <string.h>

#include "color/color.h"
#include "core/status.h"
#include "draw/marker.h"
#include "flatplot/plot.h"

/* What a format names, and how often. */
struct found {
    struct fp_plot_options options;
    int styles, markers, colors;
};

/* The longer ones first. */
static const struct style {
    const char *text;
    enum fp_linestyle style;
} styles[] = {
    {"--", FP_DASHED}, {"-.", FP_DASHDOT}, {"-", FP_SOLID}, {":", FP_DOTTED}, {" ", FP_NO_LINE}};

/* Each of these reads what stands at the start of a text; how long it is, 0 when it is something
 * else. */
static size_t
read_style(const char *text, struct found *found)
{
    for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++) {
        size_t length = strlen(styles[i].text);

        if (strncmp(text, styles[i].text, length) != 0)
            continue;
        found->options.linestyle = styles[i].style;
        found->styles++;
        return length;
    }
    return 0;
}

static size_t
read_marker(const char *text, struct found *found)
{
    if (!fp__marker_find(*text))
        return 0;
    found->options.marker = *text;
    found->markers++;
    return 1;
}

static size_t
read_color(const char *text, struct found *found)
{
    size_t length = *text == 'C' ? 2 : 1;
    char name[3] = {text[0], length == 2 ? text[1] : 0};

    if (!isalpha((unsigned char)*text) || !fp__color_known(name, &found->options.color))
        return 0;
    found->options.has_color = true;
    found->colors++;
    return length;
}

/* One after the other: a "." of "-." is no marker. How much of the format can be read. */
static size_t
read_parts(const char *format, struct found *found)
{
    size_t at = 0, length;

    do {
        length = read_style(format + at, found);
        length = length ? length : read_marker(format + at, found);
        length = length ? length : read_color(format + at, found);
        at += length;
    } while (format[at] && length > 0);
    return at;
}

/* A colour alone, as long as it is not a marker's number: "1" is tri_down, "1.0" is white. */
static bool
is_color(const char *format, struct fp_color *color)
{
    size_t digits = strspn(format, "0123456789");

    return (digits == 0 || format[digits]) && fp__color_known(format, color);
}

static enum fp_status
check_found(struct fp_context *ctx, const char *format, size_t read, const struct found *found)
{
    const char *twice = found->styles > 1    ? "line style"
                        : found->markers > 1 ? "marker"
                        : found->colors > 1  ? "colour"
                                             : NULL;

    if (format[read])
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "plot format '%s': unknown from '%s' on" FP__HINT
                        "a colour (b g r c m y k w, C0 … C9), a marker (" FP__MARKER_NAMES
                        ") and a line style (- -- -. :) in any order",
                        format, format + read);
    if (twice)
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "plot format '%s': more than one %s" FP__HINT
                        "a colour, a marker and a line style, each at most once",
                        format, twice);
    return FP_OK;
}

enum fp_status
fp_plot_format_parse(struct fp_context *ctx, const char *format, struct fp_plot_options *options)
{
    struct found found = {.options = *options};
    struct fp_plot_options *o = &found.options;
    enum fp_status status;

    format = format ? format : "";
    o->marker = 0;
    o->linestyle = FP_SOLID;
    o->has_color = is_color(format, &o->color);
    if (!o->has_color) {
        status = check_found(ctx, format, read_parts(format, &found), &found);
        if (status != FP_OK)
            return status;
    }
    if (found.markers > 0 && found.styles == 0)
        o->linestyle = FP_NO_LINE;
    *options = *o;
    return FP_OK;
}
