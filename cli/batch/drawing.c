/* SPDX-License-Identifier: MIT */
/* drawing.c: from the settings and one frame to a figure. */
#include "cli/batch/drawing.h"

#include <math.h>
#include <string.h>

#include "cli/batch/glyphs.h"
#include "cli/batch/limits.h"
#include "cli/batch/look.h"
#include "cli/batch/size.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "flatplot/axes.h"

static bool
uses(const struct fp__drawing *drawing, enum fp__word word)
{
    for (int i = 0; i < FP__LABELS; i++) {
        if (fp__template_has(&drawing->labels[i], word))
            return true;
    }
    return false;
}

int
fp__drawing_init(struct fp__drawing *drawing, struct fp_context *ctx,
                 const struct fp__settings *settings)
{
    const struct {
        const char *option;
        const char *text;
    } labels[FP__LABELS] = {
        [FP__LABEL_TITLE] = {"--title", settings->title},
        [FP__LABEL_X] = {"--xlabel", settings->xlabel},
        [FP__LABEL_Y] = {"--ylabel", settings->ylabel},
        [FP__LABEL_BAR] = {"--colorbar", settings->colorbar},
    };
    memset(drawing, 0, sizeof *drawing);
    drawing->ctx = ctx;
    drawing->settings = settings;
    for (int i = 0; i < FP__LABELS; i++) {
        int failed = labels[i].text ? fp__template_parse(&drawing->labels[i], labels[i].text,
                                                         FP__TEMPLATE_TITLE, labels[i].option)
                                    : 0;
        if (failed)
            return failed;
    }
    int failed = fp__times_init(&drawing->times, ctx, &settings->times);
    failed = failed ? failed : fp__caption_check(&drawing->times, drawing->labels, FP__LABELS);
    if (failed)
        return failed;
    drawing->figure = fp_figure_create(ctx);
    if (!drawing->figure ||
        fp_figure_set_style(drawing->figure, (enum fp_style)settings->style) != FP_OK)
        return fp__message_failure(ctx);
    return fp__size_set(drawing->figure, settings) == FP_OK ? 0 : fp__message_failure(ctx);
}

void
fp__drawing_finish(struct fp__drawing *drawing)
{
    for (int i = 0; i < FP__LABELS; i++)
        fp__template_finish(&drawing->labels[i]);
    fp__times_finish(&drawing->times);
    fp_unref(drawing->figure);
    memset(drawing, 0, sizeof *drawing);
}

/* --no-axes without a size: a data pixel is `scale` pixels wide and high. */
bool
fp__drawing_fits_data(const struct fp__settings *s)
{
    return s->no_axes && s->pixels[0] == 0 && s->inches[0] == 0;
}

static size_t
scale_of(const struct fp__settings *s)
{
    return s->scale ? (size_t)s->scale : 1;
}

static struct fp__cells
cells_of(const struct fp__settings *s)
{
    return s->cells.rows ? s->cells : (struct fp__cells){1, 1};
}

/* Images alone fill their cells to the pixel, so that all are as large as the first one. */
static int
check_size(const struct fp__settings *s, const struct fp__plan *plan, const struct fp__input *input)
{
    struct fp__cells cells = cells_of(s);
    size_t scale = scale_of(s);
    if (!fp__drawing_fits_data(s))
        return 0;
    if (plan->each > 1 &&
        (input->width != plan->inputs->width || input->height != plan->inputs->height)) {
        return fp__message_error(FP__EXIT_USAGE,
                                 "%s: frames of %zux%zu values on one picture with those of %s, "
                                 "%zux%zu" FP__AND_HINT
                                 "give the size with --size WxH, or leave --no-axes away",
                                 input->path, input->width, input->height, plan->inputs->path,
                                 plan->inputs->width, plan->inputs->height);
    }
    if (input->width <= FP_MAX_SIDE / scale / (size_t)cells.cols &&
        input->height <= FP_MAX_SIDE / scale / (size_t)cells.rows)
        return 0;
    return fp__message_error(FP__EXIT_USAGE,
                             "%s: %zux%zu values at --scale %zu are more than %d pixels a "
                             "side" FP__AND_HINT "give the size with --size WxH",
                             input->path, input->width * (size_t)cells.cols,
                             input->height * (size_t)cells.rows, scale, FP_MAX_SIDE);
}

bool
fp__drawing_has_texts(const struct fp__settings *s)
{
    bool labels = s->title || s->xlabel || s->ylabel || s->colorbar;
    return !s->no_axes && (labels || s->ticks != FP__OFF);
}

int
fp__drawing_check(const struct fp__drawing *drawing, const struct fp__plan *plan)
{
    int rule = drawing->settings->glyphs;
    int failed = 0;
    for (size_t i = 0; i < plan->input_count && !failed; i++)
        failed = check_size(drawing->settings, plan, &plan->inputs[i]);
    if (failed || !fp__drawing_has_texts(drawing->settings))
        return failed;
    return fp__glyphs_check(drawing->labels, FP__LABELS, plan,
                            rule == FP__GLYPHS_WARN ||
                                (rule == FP__GLYPHS_BY_COUNT && plan->total == 1));
}

struct fp_imshow_options
fp__drawing_image(const struct fp__settings *s, const struct fp__input *input)
{
    struct fp_imshow_options options = fp__look_options(s, input);
    options.stage = (enum fp_stage)s->stage;
    options.alpha = s->alpha;
    options.origin = (enum fp_origin)s->origin;
    options.aspect = isnan(s->aspect) ? options.aspect : s->aspect;
    options.has_extent = s->extent.given;
    memcpy(options.extent, s->extent.edges, sizeof options.extent);
    if (fp__drawing_fits_data(s) && !s->interpolation.given) {
        options.interpolation = FP_NEAREST; /* a data pixel is exactly so many pixels */
    }
    if (s->no_axes && isnan(s->aspect))
        options.aspect = FP_ASPECT_AUTO;
    return options;
}

/* The picture is the images alone. */
static int
fit_figure(struct fp__drawing *drawing, const struct fp__input *input)
{
    struct fp__cells cells = cells_of(drawing->settings);
    size_t scale = scale_of(drawing->settings);
    enum fp_status status =
        fp_figure_set_size_pixels(drawing->figure, (int)(input->width * scale * (size_t)cells.cols),
                                  (int)(input->height * scale * (size_t)cells.rows));
    return status == FP_OK ? 0 : fp__message_failure(drawing->ctx);
}

/* The cell in fractions of the picture. Where it must be whole pixels it is a quarter of one
 * smaller, for the image in it has as many pixels as the ceiling of its size, and a quotient that
 * is a bit too large must not make that one more. */
static void
find_cell(const struct fp__drawing *drawing, size_t cell, double box[4])
{
    struct fp__cells cells = cells_of(drawing->settings);
    size_t col = cell % (size_t)cells.cols;
    size_t below = (size_t)cells.rows - 1 - cell / (size_t)cells.cols;
    double less = fp__drawing_fits_data(drawing->settings) ? .25 : 0;
    int width = 1;
    int height = 1;
    fp_figure_get_size_pixels(drawing->figure, &width, &height);
    box[0] = (double)col / cells.cols;
    box[1] = (double)below / cells.rows;
    box[2] = 1. / cells.cols - less / width;
    box[3] = 1. / cells.rows - less / height;
}

static bool
lets_through(const struct fp__color_choice *choice)
{
    return choice->given && choice->color.a < 255;
}

/* By what was asked for, never by a frame's values, so that all files of a job have one type. */
static bool
is_translucent(const struct fp__settings *s, const struct fp__input *input)
{
    bool holes = lets_through(&s->bad) || lets_through(&s->under) || lets_through(&s->over);
    return input->has_alpha || s->alpha < 1 || (holes && !input->colored);
}

/* Without axes nothing lies behind the image, so its own alpha is the picture's. */
static struct fp_axes *
add_bare_axes(struct fp__drawing *drawing, const struct fp__input *input, size_t cell)
{
    double box[4];
    find_cell(drawing, cell, box);
    if (cell == 0)
        fp_figure_set_style(drawing->figure, (enum fp_style)drawing->settings->style);
    if (is_translucent(drawing->settings, input))
        fp_figure_set_facecolor(drawing->figure, FP_CLEAR);
    struct fp_axes *ax = fp_figure_add_axes(drawing->figure, box);
    return ax && fp_axes_set_axis(ax, false) == FP_OK ? ax : NULL;
}

static struct fp_axes *
add_axes(struct fp__drawing *drawing, const struct fp__input *input, size_t cell)
{
    struct fp__cells cells = cells_of(drawing->settings);
    return drawing->settings->no_axes
               ? add_bare_axes(drawing, input, cell)
               : fp_figure_add_subplot(drawing->figure, cells.rows, cells.cols, (int)cell + 1);
}

/* What was asked for beside the image. */
static enum fp_status
dress(const struct fp__settings *s, struct fp_axes *ax)
{
    enum fp_status status = fp_axes_set_grid(ax, s->grid);
    if (status == FP_OK)
        status = fp_axes_set_ticks(ax, s->ticks != FP__OFF);
    if (status == FP_OK && s->xlim.given)
        status = fp_axes_set_xlim(ax, s->xlim.ends[0], s->xlim.ends[1]);
    if (status == FP_OK && s->ylim.given)
        status = fp_axes_set_ylim(ax, s->ylim.ends[0], s->ylim.ends[1]);
    return status;
}

bool
fp__drawing_names_inputs(const struct fp__drawing *drawing)
{
    return uses(drawing, FP__WORD_STEM) || uses(drawing, FP__WORD_MEMBER);
}

static enum fp_status
set_label(struct fp_axes *ax, struct fp_colorbar *bar, enum fp__label label, const char *text)
{
    switch (label) {
    case FP__LABEL_TITLE:
        return fp_axes_set_title(ax, text);
    case FP__LABEL_X:
        return fp_axes_set_xlabel(ax, text);
    case FP__LABEL_Y:
        return fp_axes_set_ylabel(ax, text);
    case FP__LABEL_BAR:
        return bar ? fp_colorbar_set_label(bar, text) : FP_OK;
    case FP__LABELS:
        break;
    }
    return FP_OK;
}

static int
add_labels(struct fp__drawing *drawing, struct fp_axes *ax, struct fp_colorbar *bar,
           const struct fp__values *values)
{
    for (int i = 0; i < FP__LABELS; i++) {
        struct fp_text text = {0};
        if (drawing->labels[i].count == 0)
            continue;
        fp__template_render(&drawing->labels[i], values, &text);
        bool complete = !text.failed;
        enum fp_status status =
            complete ? set_label(ax, bar, (enum fp__label)i, fp_text_string(&text)) : FP_OK;
        fp_text_finish(&text);
        if (!complete)
            return fp__message_no_memory();
        if (status != FP_OK)
            return fp__message_failure(drawing->ctx);
    }
    return 0;
}

static int
label_frame(struct fp__drawing *drawing, struct fp_axes *ax, struct fp_colorbar *bar,
            struct fp_array *array, const struct fp__item *item, const struct fp__ends *ends)
{
    struct fp__caption caption;
    bool counts = uses(drawing, FP__WORD_MIN) || uses(drawing, FP__WORD_MAX);
    int code = fp__caption_init(&caption, &drawing->times, item, ends, counts ? array : NULL);
    code = code ? code : add_labels(drawing, ax, bar, &caption.values);
    fp__caption_finish(&caption);
    return code;
}

int
fp__drawing_add(struct fp__drawing *drawing, const struct fp__item *item, size_t cell,
                struct fp_array *array, struct fp__ends *ends)
{
    const struct fp__settings *s = drawing->settings;
    int failed = fp__drawing_fits_data(s) && cell == 0 ? fit_figure(drawing, item->input) : 0;
    if (failed)
        return failed;
    struct fp_imshow_options options = fp__drawing_image(s, item->input);
    failed = fp__limits_of_frame(s, item, array, &options.norm);
    if (failed)
        return failed;
    struct fp_axes *ax = add_axes(drawing, item->input, cell);
    struct fp_image *image = ax ? fp_axes_imshow(ax, array, &options) : NULL;
    bool wants_bar = image && s->colorbar && !item->input->colored;
    struct fp_colorbar *bar = wants_bar ? fp_axes_colorbar(ax, image, NULL) : NULL;
    if (!image || (wants_bar && !bar) || dress(s, ax) != FP_OK ||
        fp_image_get_clim(image, &ends->vmin, &ends->vmax) != FP_OK)
        return fp__message_failure(drawing->ctx);
    return label_frame(drawing, ax, bar, array, item, ends);
}
