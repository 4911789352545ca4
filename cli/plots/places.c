/* SPDX-License-Identifier: MIT */
/* places.c: sorted once, then found by halving. */
#include "cli/plots/places.h"

#include <math.h>
#include <stdlib.h>

#include "cli/opt/message.h"

static int
compare(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return (left > right) - (left < right);
}

bool
fp__places_init(struct fp__places *places, struct fp_array *array)
{
    size_t n = fp_array_count(array);
    size_t finite = 0;
    double *numbers = places->numbers = fp_alloc_array(n + 1, sizeof *numbers);
    if (!numbers)
        return false;
    for (size_t i = 0; i < n; i++) {
        fp_array_value(array, &i, &numbers[finite]);
        finite += isfinite(numbers[finite]);
    }
    qsort(numbers, finite, sizeof *numbers, compare);
    for (size_t i = 0; i < finite; i++) {
        if (places->count == 0 || numbers[i] > numbers[places->count - 1])
            numbers[places->count++] = numbers[i];
    }
    return true;
}

void
fp__places_finish(struct fp__places *places)
{
    fp_free(places->numbers);
    *places = (struct fp__places){.numbers = NULL};
}

size_t
fp__places_find(const struct fp__places *places, double number)
{
    const double *found =
        bsearch(&number, places->numbers, places->count, sizeof *places->numbers, compare);
    return (size_t)(found - places->numbers);
}

int
fp__places_array(const struct fp__places *places, struct fp_context *ctx, struct fp_array **array)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &places->count);
    *array = fp_array_copy(ctx, places->numbers, &layout);
    return *array ? 0 : fp__message_failure(ctx);
}

double
fp__places_step(const struct fp__places *places)
{
    double least = INFINITY;
    for (size_t i = 1; i < places->count; i++)
        least = fmin(least, places->numbers[i] - places->numbers[i - 1]);
    return isfinite(least) ? least : 1;
}
