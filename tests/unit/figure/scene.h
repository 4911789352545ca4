/* SPDX-License-Identifier: MIT */
/* scene.h: what the tests of figures make again and again. */
#ifndef TESTS_UNIT_FIGURE_SCENE_H
#define TESTS_UNIT_FIGURE_SCENE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "flatplot/areas.h"
#include "flatplot/notes.h"
#include "flatplot/output.h"
#include "flatplot/plot.h"

/* An array of rows × cols doubles that count up from 0. NULL without memory. */
static inline struct fp_array *
counting(size_t rows, size_t cols)
{
    size_t shape[2] = {rows, cols};
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, shape);
    double *values = calloc(rows * cols, sizeof *values);
    struct fp_array *array;

    assert_non_null(values);
    for (size_t i = 0; i < rows * cols; i++)
        values[i] = (double)i;
    array = fp_array_copy(NULL, values, &layout);
    free(values);
    return array;
}

/* The image of such an array. Lent; NULL when imshow failed. */
static inline struct fp_image *
show_counting(struct fp_axes *ax, size_t rows, size_t cols, const struct fp_imshow_options *options)
{
    struct fp_array *array = counting(rows, cols);
    struct fp_image *image = array ? fp_axes_imshow(ax, array, options) : NULL;

    fp_unref(array);
    return image;
}

/* An array of n doubles. NULL without memory. */
static inline struct fp_array *
column(const double *values, size_t n)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);

    return fp_array_copy(NULL, values, &layout);
}

/* An array of rows × cols doubles. NULL without memory. */
static inline struct fp_array *
matrix(const double *values, size_t rows, size_t cols)
{
    size_t shape[2] = {rows, cols};
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, shape);

    return fp_array_copy(NULL, values, &layout);
}

/* The line through n points; x may be NULL. Lent; NULL when plot failed. */
static inline struct fp_line *
plot_points(struct fp_axes *ax, const double *x, const double *y, size_t n,
            const struct fp_plot_options *options)
{
    struct fp_array *xs = x ? column(x, n) : NULL, *ys = column(y, n);
    struct fp_line *line = ys && (xs || !x) ? fp_axes_plot(ax, xs, ys, options) : NULL;

    fp_unref(xs);
    fp_unref(ys);
    return line;
}

/* Of some literal values against 0, 1, 2 … */
#define PLOT(ax, ...)                                                                              \
    plot_points((ax), NULL, (const double[]){__VA_ARGS__},                                         \
                sizeof((const double[]){__VA_ARGS__}) / sizeof(double), NULL)

/* A span from x0 to x1 in a colour. Lent. */
static inline struct fp_span *
shade_span(struct fp_axes *ax, double x0, double x1, struct fp_color color)
{
    struct fp_span_options options = fp_span_defaults();

    options.area.has_color = true;
    options.area.color = color;
    return fp_axes_axvspan(ax, x0, x1, &options);
}

/* A colorbar's options with a label. */
#define labelled(text)                                                                             \
    (&(struct fp_colorbar_options){                                                                \
        .label = (text), .fraction = .15, .pad = .05, .shrink = 1, .aspect = 20})

/* Keeps the last warning; a struct heard is the callback's data. */
struct heard {
    int times;
    enum fp_warning kind;
    char message[1024];
};

static inline void
hear(void *data, enum fp_warning kind, const char *message)
{
    struct heard *heard = data;

    heard->times++;
    heard->kind = kind;
    snprintf(heard->message, sizeof heard->message, "%s", message);
}

/* Lent; NULL when it failed. */
static inline struct fp_legend *
legend_at(struct fp_axes *ax, enum fp_legend_place place)
{
    struct fp_legend_options options = fp_legend_defaults();

    options.loc = place;
    return fp_axes_legend(ax, &options);
}

#endif
