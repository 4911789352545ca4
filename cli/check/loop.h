/* SPDX-License-Identifier: MIT */
/* loop.h: the loop that the memory check is about: an image drawn, written and cleared, or not. */
#ifndef CLI_CHECK_LOOP_H
#define CLI_CHECK_LOOP_H

#include <stdint.h>

#include "flatplot/pyplot.h"

/* What is done after each picture. */
enum fp__form {
    FP__FORM_NONE,  /* nothing: images pile up in one axes */
    FP__FORM_CLF,   /* plt_clf */
    FP__FORM_CLOSE, /* plt_close_all */
    FP__FORM_BOTH,  /* one after the other */
    FP__FORM_REUSE, /* one image, which is given new values */
    FP__FORMS
};

/* "none", "clf", … */
extern const char *const fp__form_names[FP__FORMS];

struct fp__loop {
    enum fp__form form;
    uint64_t random;        /* state of the generator; not 0 */
    struct fp_image *image; /* of the form that keeps one; lent */
    size_t written;         /* bytes of PNG so far */
};

void fp__loop_init(struct fp__loop *loop, enum fp__form form);

/* One turn in the thread's default context: 100 × 100 × 3 fresh random numbers drawn as an image,
 * the figure written as PNG into nothing, and cleared as the form says. */
enum fp_status fp__loop_turn(struct fp__loop *loop);

#endif
