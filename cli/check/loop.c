/* SPDX-License-Identifier: MIT */
/* loop.c: one turn of the loop in its forms. */
#include "cli/check/loop.h"

enum { SIDE = 100, CHANNELS = 3, VALUES = SIDE * SIDE * CHANNELS };

const char *const fp__form_names[FP__FORMS] = {
    [FP__FORM_NONE] = "none", [FP__FORM_CLF] = "clf",     [FP__FORM_CLOSE] = "close",
    [FP__FORM_BOTH] = "both", [FP__FORM_REUSE] = "reuse",
};

void
fp__loop_init(struct fp__loop *loop, enum fp__form form)
{
    *loop = (struct fp__loop){.form = form, .random = 0x9e3779b97f4a7c15};
}

/* 0 ≤ x < 1; Vigna's xorshift64*, "An experimental exploration of Marsaglia's xorshift generators,
 * scrambled", 2016. */
static double
uniform(uint64_t *state)
{
    uint64_t x = *state;
    x ^= x >> 12;
    x ^= x << 25;
    x ^= x >> 27;
    *state = x;
    return (double)((x * 0x2545f4914f6cdd1d) >> 11) * 0x1p-53;
}

static struct fp_array *
random_array(struct fp__loop *loop)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 3, (const size_t[]){SIDE, SIDE, CHANNELS});
    double *values = fp_alloc_array(VALUES, sizeof *values);
    if (!values)
        return NULL;
    for (size_t i = 0; i < VALUES; i++)
        values[i] = uniform(&loop->random);
    return fp_array_wrap(NULL, values, &layout, fp_free, values);
}

static enum fp_status
count(void *data, const void *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)data += n;
    return FP_OK;
}

static enum fp_status
show(struct fp__loop *loop, struct fp_array *array)
{
    if (loop->image)
        return fp_image_set_data(loop->image, array);
    struct fp_image *image = plt_imshow(array, NULL);
    if (!image)
        return fp_context_status(NULL);
    if (loop->form == FP__FORM_REUSE)
        loop->image = image;
    return FP_OK;
}

static enum fp_status
clear(enum fp__form form)
{
    enum fp_status status = FP_OK;
    if (form == FP__FORM_CLF || form == FP__FORM_BOTH)
        status = plt_clf();
    if (status == FP_OK && (form == FP__FORM_CLOSE || form == FP__FORM_BOTH))
        status = plt_close_all();
    return status;
}

enum fp_status
fp__loop_turn(struct fp__loop *loop)
{
    struct fp_array *array = random_array(loop);
    if (!array)
        return FP_ERR_MEMORY;
    enum fp_status status = show(loop, array);
    fp_unref(array);
    if (status == FP_OK)
        status = fp_figure_write(plt_gcf(), "png", count, &loop->written);
    return status == FP_OK ? clear(loop->form) : status;
}
