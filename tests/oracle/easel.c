/* SPDX-License-Identifier: MIT */
/* easel.c: a scene drawn onto a canvas that keeps its images, fills and texts. */
#include "oracle/easel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "unit/support.h"

#include "color/color.h"
#include "figure/axes.h"
#include "figure/tight.h"
#include "unit/figure/recorder.h"

struct easel {
    struct recorder recorder;
    struct scene *scene;
    char inks[100], strokes[200]; /* of what is drawn as lines, and as paths */
};

static uint32_t *
make_pixels(const struct scene *scene)
{
    uint32_t *pixels = calloc((size_t)scene->width * (size_t)scene->height, sizeof *pixels);

    assert_non_null(pixels);
    return pixels;
}

/* Images come in the order in which the case shows them, but for those that are out of sight. */
static void
keep_image(struct fp__canvas *canvas, const struct fp__blit *b)
{
    struct scene *scene = ((struct easel *)canvas)->scene;
    int at[4] = {b->x, b->y, b->width, b->height};
    struct picture *picture;

    while (scene->pictures > 1 && scene->unseen[scene->drawn])
        scene->drawn++;
    picture = &scene->picture[scene->drawn++];
    assert_true(scene->drawn <= scene->pictures);
    memcpy(picture->at, at, sizeof at);
    for (int row = 0; row < b->height; row++)
        memcpy(picture->pixels + (size_t)(b->y + row) * (size_t)scene->width + b->x,
               b->pixels + (size_t)row * b->stride, (size_t)b->width * sizeof *b->pixels);
}

/* From one whole pixel to another, as all fills are but those of points. */
static void
keep_fill(struct fp__canvas *canvas, double x0, double y0, double x1, double y1,
          struct fp_color color)
{
    struct scene *scene = ((struct easel *)canvas)->scene;

    for (int y = (int)fmax(y0, 0); y < y1 && y < scene->height; y++)
        for (int x = (int)fmax(x0, 0); x < x1 && x < scene->width; x++)
            scene->fills[(size_t)y * (size_t)scene->width + (size_t)x] = fp__premultiply(color);
}

static enum fp_status
keep_text(struct fp__canvas *canvas, const struct fp__words *w)
{
    struct scene *scene = ((struct easel *)canvas)->scene;
    struct text *text = &scene->text[scene->texts++];
    double left = w->x, bottom = canvas->height - w->y;
    struct fp__extents e;

    assert_true(scene->texts <= sizeof scene->text / sizeof *scene->text);
    assert_true(strlen(w->text) < sizeof text->text);
    strcpy(text->text, w->text);
    text->color = w->color;
    fake_extents(canvas, w, &e);
    if (w->angle == 90)
        memcpy(text->box, (double[]){left - e.ascent, bottom, left + e.descent, bottom + e.width},
               sizeof text->box);
    else
        memcpy(text->box, (double[]){left, bottom - e.descent, left + e.width, bottom + e.ascent},
               sizeof text->box);
    return FP_OK;
}

/* --- colours ---------------------------------------------------------------------------------- */

static void
add_ink(char *inks, size_t room, struct fp_color c)
{
    size_t n = strlen(inks);

    assert_true(n + 10 < room);
    snprintf(inks + n, room - n, "%s#%02x%02x%02x", n > 0 ? "\t" : "", c.r, c.g, c.b);
}

/* Of spines and ticks: usually one. */
static void
keep_line(struct fp__canvas *canvas, double x0, double y0, double x1, double y1, double width,
          bool butt, struct fp_color color)
{
    struct easel *easel = (struct easel *)canvas;
    char ink[20] = "";

    (void)x0, (void)y0, (void)x1, (void)y1, (void)width, (void)butt;
    add_ink(ink, sizeof ink, color);
    if (!strstr(easel->inks, ink))
        add_ink(easel->inks, sizeof easel->inks, color);
}

static void
keep_stroke(struct fp__canvas *canvas, const struct fp__stroke *stroke)
{
    struct easel *easel = (struct easel *)canvas;

    add_ink(easel->strokes, sizeof easel->strokes, stroke->color);
}

static void
sum_up_inks(struct scene *scene, const struct easel *easel)
{
    add_ink(scene->inks, sizeof scene->inks, scene->figure->body->facecolor);
    for (size_t i = 0; i < scene->panels; i++)
        add_ink(scene->inks, sizeof scene->inks, scene->panel[i]->body->facecolor);
    snprintf(scene->inks + strlen(scene->inks), sizeof scene->inks - strlen(scene->inks),
             "%s%s%s%s", easel->inks[0] ? "\t" : "", easel->inks, easel->strokes[0] ? "\t" : "",
             easel->strokes);
}

enum fp_status
easel_draw(struct scene *scene)
{
    struct fp__canvas_ops ops = recorder_ops;
    struct easel easel = {.recorder = recorder_for(scene->figure), .scene = scene};
    enum fp_status status;

    ops.image = keep_image;
    ops.fill = keep_fill;
    ops.text = keep_text;
    ops.line = keep_line;
    ops.stroke = keep_stroke;
    easel.recorder.base.ops = &ops;
    scene->width = easel.recorder.base.width;
    scene->height = easel.recorder.base.height;
    scene->fills = make_pixels(scene);
    for (size_t i = 0; i < scene->pictures; i++) {
        scene->picture[i].width = scene->width;
        scene->picture[i].pixels = make_pixels(scene);
    }
    status = fp__figure_draw(scene->figure, &easel.recorder.base);
    fp_text_finish(&easel.recorder.lines);
    sum_up_inks(scene, &easel);
    return status;
}

enum fp_status
easel_sketch(struct fp_figure *figure)
{
    struct recorder recorder = recorder_for(figure);
    enum fp_status status = fp__figure_draw(figure, &recorder.base);

    fp_text_finish(&recorder.lines);
    return status;
}

enum fp_status
easel_fit(struct fp_figure *figure)
{
    struct recorder recorder = recorder_for(figure);

    return fp__tight_layout(figure, &recorder.base);
}
