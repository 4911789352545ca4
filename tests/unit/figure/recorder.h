/* SPDX-License-Identifier: MIT */
/* recorder.h: a canvas that writes one text line per operation; of a path only the points of up to
 * eight, of longer ones how many they are. A letter is as wide as half its
 * font is high, ascents are three quarters of that height and descents a quarter: no font
 * needed. */
#ifndef TESTS_UNIT_FIGURE_RECORDER_H
#define TESTS_UNIT_FIGURE_RECORDER_H

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/context.h"
#include "figure/figure.h"
#include "flatplot/text.h"

struct recorder {
    struct fp__canvas base;
    struct fp_text lines;
    enum fp_status text_status;             /* what text and extents answer */
    struct fp_color panel_face, panel_edge; /* of the last one */
};

static void
record(struct fp__canvas *canvas, const char *what, const double *numbers, int n, const char *words)
{
    struct fp_text *lines = &((struct recorder *)canvas)->lines;
    char number[64];

    fp_text_append(lines, what);
    for (int i = 0; i < n; i++) {
        snprintf(number, sizeof number, " %.4g", numbers[i]);
        fp_text_append(lines, number);
    }
    fp_text_append(lines, words);
    fp_text_append(lines, "\n");
}

static void
record_fill(struct fp__canvas *canvas, double x0, double y0, double x1, double y1,
            struct fp_color c)
{
    char color[16];

    snprintf(color, sizeof color, " #%02x%02x%02x%02x", c.r, c.g, c.b, c.a);
    record(canvas, "fill", (double[]){x0, y0, x1, y1}, 4, color);
}

static void
record_line(struct fp__canvas *canvas, double x0, double y0, double x1, double y1, double width,
            bool butt, struct fp_color c)
{
    (void)c;
    record(canvas, "line", (double[]){x0, y0, x1, y1, width}, 5, butt ? " butt" : " square");
}

static void
record_clip(struct fp__canvas *canvas, const double box[4])
{
    if (box)
        record(canvas, "clip", box, 4, "");
    else
        record(canvas, "unclip", NULL, 0, "");
}

/* "path 1,2 3,4 gap 5,6", or "path 100 points". */
static void
record_path(struct fp__canvas *canvas, const double *x, const double *y, size_t n)
{
    char points[300] = "";
    size_t length = 0;

    for (size_t i = 0; n <= 8 && i < n; i++)
        length +=
            (size_t)snprintf(points + length, sizeof points - length,
                             isfinite(x[i]) && isfinite(y[i]) ? " %.5g,%.5g" : " gap", x[i], y[i]);
    if (n > 8)
        snprintf(points, sizeof points, " %zu points", n);
    record(canvas, "path", NULL, 0, points);
}

static void
record_stroke(struct fp__canvas *canvas, const struct fp__stroke *s)
{
    struct fp_color c = s->color;
    char rest[200];
    int n = snprintf(rest, sizeof rest, " #%02x%02x%02x%02x", c.r, c.g, c.b, c.a);

    for (int i = 0; i < s->dash_count; i++)
        n += snprintf(rest + n, sizeof rest - (size_t)n, " %.4g", s->dashes[i]);
    if (s->dash_count > 0)
        n += snprintf(rest + n, sizeof rest - (size_t)n, " from %.4g", s->dash_start);
    if (s->round_ends)
        n += snprintf(rest + n, sizeof rest - (size_t)n, " round");
    if (s->join != FP__JOIN_ROUND)
        snprintf(rest + n, sizeof rest - (size_t)n,
                 s->join == FP__JOIN_MITER ? " miter" : " bevel");
    record(canvas, "stroke", &s->width, 1, rest);
}

static void
record_area(struct fp__canvas *canvas, struct fp_color c)
{
    char color[16];

    snprintf(color, sizeof color, " #%02x%02x%02x%02x", c.r, c.g, c.b, c.a);
    record(canvas, "area", NULL, 0, color);
}

static void
record_mosaic(struct fp__canvas *canvas, struct fp_color c)
{
    char color[16];

    snprintf(color, sizeof color, " #%02x%02x%02x%02x", c.r, c.g, c.b, c.a);
    record(canvas, "mosaic", NULL, 0, color);
}

static void
record_group(struct fp__canvas *canvas)
{
    record(canvas, "group", NULL, 0, "");
}

static void
record_ungroup(struct fp__canvas *canvas, struct fp_color c)
{
    char color[16];

    snprintf(color, sizeof color, " #%02x%02x%02x%02x", c.r, c.g, c.b, c.a);
    record(canvas, "ungroup", NULL, 0, color);
}

/* "stamp at 1,2 3,4", or "stamp at 100 places", with its path before, its face and its edge after.
 */
static void
record_stamp(struct fp__canvas *canvas, const struct fp__stamp *s, const double *x, const double *y,
             size_t n)
{
    char places[300] = "";
    size_t length = 0;

    record_path(canvas, s->x, s->y, s->n);
    for (size_t i = 0; n <= 8 && i < n; i++)
        length +=
            (size_t)snprintf(places + length, sizeof places - length, " %.5g,%.5g", x[i], y[i]);
    if (n > 8)
        snprintf(places, sizeof places, " %zu places", n);
    record(canvas, "stamp at", NULL, 0, places);
    if (s->face.a > 0)
        record_area(canvas, s->face);
    if (s->edge.width > 0)
        record_stroke(canvas, &s->edge);
}

static void
record_panel(struct fp__canvas *canvas, const double box[4], double radius, struct fp_color color,
             double edge_width, struct fp_color edge)
{
    ((struct recorder *)canvas)->panel_face = color;
    ((struct recorder *)canvas)->panel_edge = edge;
    record(canvas, "panel", (double[]){box[0], box[1], box[2], box[3], radius, edge_width}, 6, "");
}

static void
record_image(struct fp__canvas *canvas, const struct fp__blit *b)
{
    record(canvas, "image", (double[]){b->x, b->y, b->width, b->height}, 4,
           b->opaque ? " opaque" : "");
}

static enum fp_status
record_text(struct fp__canvas *canvas, const struct fp__words *w)
{
    struct recorder *recorder = (struct recorder *)canvas;

    if (recorder->text_status == FP_OK) {
        double numbers[] = {floor(w->x + .5), floor(w->y + .5), w->size, w->angle};
        bool turned = w->angle != 0 && w->angle != 90;
        struct fp_color c = w->color;
        char color[16] = " ";

        if (c.r != c.g || c.g != c.b) /* the styles' own are gray */
            snprintf(color, sizeof color, " #%02x%02x%02x%02x ", c.r, c.g, c.b, c.a);
        record(canvas,
               w->angle == 90 ? "climb"
               : turned       ? "turned"
                              : "text",
               numbers, turned ? 4 : 3, color);
        recorder->lines.length--;
        fp_text_append(&recorder->lines, w->text);
        fp_text_append(&recorder->lines, "\n");
    }
    return recorder->text_status;
}

static enum fp_status
fake_extents(struct fp__canvas *canvas, const struct fp__words *w, struct fp__extents *e)
{
    size_t letters = 0;

    for (const char *p = w->text; *p; p++)
        letters += (*p & 0xc0) != 0x80;
    *e = (struct fp__extents){(double)letters * w->size / 2, w->size * .75, w->size * .25};
    return ((struct recorder *)canvas)->text_status;
}

static const struct fp__canvas_ops recorder_ops = {.fill = record_fill,
                                                   .line = record_line,
                                                   .clip = record_clip,
                                                   .path = record_path,
                                                   .stroke = record_stroke,
                                                   .area = record_area,
                                                   .mosaic = record_mosaic,
                                                   .group = record_group,
                                                   .ungroup = record_ungroup,
                                                   .stamp = record_stamp,
                                                   .panel = record_panel,
                                                   .image = record_image,
                                                   .text = record_text,
                                                   .extents = fake_extents};

/* A canvas of the figure's size; fp_text_finish(&recorder.lines) ends it. */
static inline struct recorder
recorder_for(struct fp_figure *fig)
{
    struct recorder recorder = {.base = {.ops = &recorder_ops, .ctx = fig->base.ctx}};

    fp_figure_get_size_pixels(fig, &recorder.base.width, &recorder.base.height);
    fp_figure_get_dpi(fig, &recorder.base.dpi);
    return recorder;
}

/* The place of a line in what was recorded; fails the test when it is not there. */
static inline size_t
recorded_at(const struct recorder *recorder, const char *line)
{
    const char *all = fp_text_string(&recorder->lines);
    const char *found = strstr(all, line);

    if (!found)
        fail_msg("not drawn: %s\nDrawn were:\n%s", line, all);
    return (size_t)(found - all);
}

#endif
