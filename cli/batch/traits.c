/* SPDX-License-Identifier: MIT */
/* traits.c: option after option into one CRC. An option that changes pixels is added here, and only
 * here; a test walks over all of them. */
#include "cli/batch/traits.h"

#include <math.h>
#include <string.h>

#include "cli/batch/names.h"

struct sum {
    uint32_t crc;
};

/* Equal numbers have equal bytes: the two zeros and the NaNs do not by themselves. */
static void
add(struct sum *sum, double value)
{
    value = isnan(value) ? NAN : value + 0.0;
    sum->crc = fp_crc32(sum->crc, &value, sizeof value);
}

static void
add_all(struct sum *sum, const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        add(sum, values[i]);
}

/* Its length first, so that no two texts one behind the other are like two others. */
static void
add_bytes(struct sum *sum, const char *bytes, size_t n)
{
    add(sum, (double)n);
    sum->crc = fp_crc32(sum->crc, bytes, n);
}

static void
add_text(struct sum *sum, const char *text)
{
    add(sum, text != NULL);
    if (text)
        add_bytes(sum, text, strlen(text));
}

static void
add_color(struct sum *sum, const struct fp_color *color, bool given)
{
    const double parts[] = {given, color->r, color->g, color->b, color->a};
    add_all(sum, parts, given ? 5 : 1);
}

static void
add_array(struct sum *sum, struct fp_array *array)
{
    uint32_t crc = 0;
    if (array)
        fp_array_crc32(array, &crc);
    add(sum, crc);
}

/* Members that the kind does not name have their defaults. */
static void
add_norm(struct sum *sum, const struct fp_norm *norm)
{
    const double parts[] = {norm->kind,  norm->vmin,  norm->vmax,   norm->linthresh, norm->linscale,
                            norm->width, norm->gamma, norm->center, norm->half_range};
    add_all(sum, parts, sizeof parts / sizeof *parts);
    add_array(sum, norm->boundaries);
}

/* Limits that only the frame's values tell are told by the way in which they do. */
static void
add_scale(struct sum *sum, const struct fp__settings *s, const struct fp__input *input)
{
    bool open = isnan(input->norm.vmin) || isnan(input->norm.vmax);
    add_norm(sum, &input->norm);
    add(sum, open && s->clim.percents);
    if (open && s->clim.percents)
        add_all(sum, s->clim.percent, 2);
}

static void
add_image(struct sum *sum, const struct fp__settings *s, const struct fp__input *input)
{
    struct fp_imshow_options o = fp__drawing_image(s, input);
    const double parts[] = {o.interpolation, o.stage, o.alpha, o.origin, o.aspect, o.has_extent};
    add_all(sum, parts, sizeof parts / sizeof *parts);
    add_all(sum, o.extent, o.has_extent ? 4 : 0);
    add(sum, input->colored);
    if (input->colored)
        return;
    add_text(sum, o.cmap.name);
    add(sum, o.cmap.reversed);
    add_color(sum, &o.bad, true);
    add_color(sum, &o.under, o.has_under);
    add_color(sum, &o.over, o.has_over);
    add_scale(sum, s, input);
}

static void
add_limits(struct sum *sum, const struct fp__limits_choice *limits)
{
    add(sum, limits->given);
    add_all(sum, limits->ends, limits->given ? 2 : 0);
}

/* What is around the image, and how large all of it is. */
static void
add_surroundings(struct sum *sum, const struct fp__drawing *drawing)
{
    const struct fp__settings *s = drawing->settings;
    int width = 0, height = 0;
    double dpi = 0;
    bool fits = fp__drawing_fits_data(s);
    fp_figure_get_size_pixels(drawing->figure, &width, &height);
    fp_figure_get_dpi(drawing->figure, &dpi);
    const double parts[] = {s->no_axes,
                            s->ticks == FP__OFF,
                            s->grid,
                            s->style,
                            s->cells.rows ? s->cells.rows : 1,
                            s->cells.rows ? s->cells.cols : 1,
                            fits ? (s->scale ? s->scale : 1) : 0,
                            fits ? 0 : width,
                            fits ? 0 : height,
                            dpi};
    add_all(sum, parts, sizeof parts / sizeof *parts);
    add_limits(sum, &s->xlim);
    add_limits(sum, &s->ylim);
    add_text(sum, s->title);
    add_text(sum, s->xlabel);
    add_text(sum, s->ylabel);
    add_text(sum, s->colorbar);
}

/* The words of a text that do not come from values or limits. */
static void
add_words(struct sum *sum, const struct fp__drawing *drawing, const struct fp__template *label,
          const struct fp__item *item)
{
    struct fp__values values = fp__values_of(item);
    if (fp__template_has(label, FP__WORD_FRAME))
        add(sum, (double)item->frame);
    if (fp__template_has(label, FP__WORD_INDEX))
        add(sum, (double)item->index);
    if (fp__template_has(label, FP__WORD_STEM))
        add_bytes(sum, values.stem, values.stem_length);
    if (fp__template_has(label, FP__WORD_MEMBER))
        add_text(sum, item->input->member);
    if (fp__template_has(label, FP__WORD_TIME))
        add(sum, fp__times_at(&drawing->times, item->frame));
}

uint32_t
fp__traits_of_input(const struct fp__drawing *drawing, const struct fp__input *input)
{
    struct sum sum = {0};
    add_surroundings(&sum, drawing);
    add_image(&sum, drawing->settings, input);
    return sum.crc;
}

static void
add_frame(struct sum *sum, const struct fp__drawing *drawing, const struct fp__item *item)
{
    add(sum, fp__traits_of_input(drawing, item->input));
    for (int i = 0; i < FP__LABELS; i++)
        add_words(sum, drawing, &drawing->labels[i], item);
}

uint32_t
fp__traits_of_picture(const struct fp__drawing *drawing, const struct fp__plan *plan, size_t index,
                      size_t count)
{
    struct sum sum = {0};
    for (size_t i = 0; i < count; i++) {
        struct fp__item item = fp__plan_item(plan, index + i);
        add_frame(&sum, drawing, &item);
    }
    return sum.crc;
}
