/* SPDX-License-Identifier: MIT */
/* places.h: the different numbers of a column, in their order. */
#ifndef CLI_PLOTS_PLACES_H
#define CLI_PLOTS_PLACES_H

#include <stdbool.h>

#include "flatplot/array.h"

/* Zeroed: none. */
struct fp__places {
    double *numbers; /* finite and rising */
    size_t count;
};

/* Takes the finite numbers of an array of shape (N,). False when there is no memory;
 * fp__places_finish frees in both cases. */
bool fp__places_init(struct fp__places *places, struct fp_array *array);
void fp__places_finish(struct fp__places *places);

/* Where the number, one of them, is. */
size_t fp__places_find(const struct fp__places *places, double number);

/* Copies them into an array, the caller's to unref. Returns 0 or an exit code after saying that
 * there is no memory. */
int fp__places_array(const struct fp__places *places, struct fp_context *ctx,
                     struct fp_array **array);

/* The least distance between two; 1 when there are not two. */
double fp__places_step(const struct fp__places *places);

#endif
