/* SPDX-License-Identifier: MIT */
/* things.h: what the tests of the pyplot layer draw, hear and open. */
#ifndef TESTS_UNIT_PYPLOT_THINGS_H
#define TESTS_UNIT_PYPLOT_THINGS_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/alloc.h"
#include "figure/axes.h"
#include "figure/window.h"
#include "flatplot/flatplot.h"
#include "image/image.h"
#include "unit/support.h"

/* --- arrays ----------------------------------------------------------------------------------- */

/* Two rows of three values; the caller's reference. */
static inline struct fp_array *
values(void)
{
    static const double data[6] = {0, 1, 2, 3, 4, 5};
    size_t shape[2] = {2, 3};
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, shape);

    return fp_array_wrap(NULL, data, &layout, NULL, NULL);
}

/* plt_imshow of such an array, which the image alone holds afterwards. */
static inline struct fp_image *
show_values(void)
{
    struct fp_array *array = values();
    struct fp_image *image = plt_imshow(array, NULL);

    fp_unref(array);
    return image;
}

/* An image with title, labels and colorbar in the current axes. */
static inline void
draw_values(void)
{
    assert_non_null(show_values());
    assert_non_null(plt_colorbar());
    assert_int_equal(plt_title("title"), FP_OK);
    assert_int_equal(plt_xlabel("x"), FP_OK);
    assert_int_equal(plt_ylabel("y"), FP_OK);
}

/* --- the world before and after --------------------------------------------------------------- */

struct held {
    size_t objects;
    size_t bytes;
};

static inline struct held
held_now(void)
{
    return (struct held){.objects = fp_live_count(NULL, NULL), .bytes = fp__alloc_bytes()};
}

#define assert_held(before)                                                                        \
    do {                                                                                           \
        assert_int_equal(fp_live_count(NULL, NULL), (before).objects);                             \
        assert_int_equal(fp__alloc_bytes(), (before).bytes);                                       \
    } while (0)

/* --- warnings --------------------------------------------------------------------------------- */

struct heard {
    size_t count;
    enum fp_warning kind;
    char message[1024];
};

static inline void
hear(void *data, enum fp_warning kind, const char *message)
{
    struct heard *heard = data;

    heard->count++;
    heard->kind = kind;
    snprintf(heard->message, sizeof heard->message, "%s", message);
}

/* --- windows ---------------------------------------------------------------------------------- */

/* A window that counts what is done to it, and does something in return. */
struct recorder {
    struct fp__window base;
    struct fp_figure *fig;
    int presented, cleared, destroyed;
    char title[32];
    void (*on_present)(struct recorder *);
    void (*on_clear)(struct recorder *);
    void (*on_destroy)(struct recorder *);
};

static inline enum fp_status
recorder_present(struct fp__window *window, struct fp_figure *fig)
{
    struct recorder *r = (struct recorder *)window;

    assert_ptr_equal(fig, r->fig);
    r->presented++;
    if (r->on_present)
        r->on_present(r);
    return FP_OK;
}

static inline void
recorder_title(struct fp__window *window, const char *title)
{
    struct recorder *r = (struct recorder *)window;

    snprintf(r->title, sizeof r->title, "%s", title);
}

static inline void
recorder_clear(struct fp__window *window)
{
    struct recorder *r = (struct recorder *)window;

    r->cleared++;
    if (r->on_clear)
        r->on_clear(r);
}

static inline void
recorder_destroy(struct fp__window *window)
{
    struct recorder *r = (struct recorder *)window;

    r->destroyed++;
    if (r->on_destroy)
        r->on_destroy(r);
}

static const struct fp__window_ops recorder_ops = {.present = recorder_present,
                                                   .title = recorder_title,
                                                   .clear = recorder_clear,
                                                   .destroy = recorder_destroy};

/* Puts the recorder into the figure's slot. */
static inline void
open_window(struct recorder *r, struct fp_figure *fig)
{
    r->base.ops = &recorder_ops;
    r->fig = fig;
    assert_int_equal(fp__figure_set_window(fig, &r->base), FP_OK);
}

#endif
