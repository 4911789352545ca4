/* SPDX-License-Identifier: MIT */
/* tick_plan.c: what an axis was told of its ticks. */
#include "ticks/tick_plan.h"

#include <string.h>

#include "core/alloc.h"

struct fp__tick_plan *
fp__tick_plan_create(void)
{
    struct fp__tick_plan *plan = fp_alloc(sizeof *plan);

    if (plan)
        plan->numbers = fp_tick_numbers_defaults();
    return plan;
}

static void
free_labels(char **labels, size_t n)
{
    for (size_t i = 0; labels && i < n; i++)
        fp_free(labels[i]);
    fp_free(labels);
}

static void
forget_values(struct fp__tick_plan *plan)
{
    free_labels(plan->labels, plan->count);
    fp_free(plan->values);
    plan->labels = NULL;
    plan->values = NULL;
    plan->count = 0;
}

void
fp__tick_plan_destroy(struct fp__tick_plan *plan)
{
    if (!plan)
        return;
    forget_values(plan);
    fp__categories_finish(&plan->categories);
    fp_free(plan->format);
    fp_free(plan);
}

size_t
fp__tick_plan_bytes(const struct fp__tick_plan *plan)
{
    size_t bytes = plan ? sizeof *plan + plan->count * sizeof plan->values[0] : 0;

    for (size_t i = 0; plan && plan->labels && i < plan->count; i++)
        bytes += sizeof(plan->labels[0]) + (plan->labels[i] ? strlen(plan->labels[i]) + 1 : 0);
    return plan ? bytes + fp__categories_bytes(&plan->categories) : 0;
}

/* Each label moves with its value. */
static void
sort(double *values, char **labels, size_t n)
{
    for (size_t i = 1; i < n; i++)
        for (size_t k = i; k > 0 && values[k - 1] > values[k]; k--) {
            double value = values[k];
            char *label = labels ? labels[k] : NULL;

            values[k] = values[k - 1];
            values[k - 1] = value;
            if (labels) {
                labels[k] = labels[k - 1];
                labels[k - 1] = label;
            }
        }
}

/* Copies of n labels; false without memory. */
static bool
copy_labels(char ***copies, const char *const *labels, size_t n)
{
    bool fine = true;

    *copies = NULL;
    if (!labels || n == 0)
        return true;
    *copies = fp_alloc_array(n, sizeof **copies);
    for (size_t i = 0; *copies && fine && i < n; i++)
        fine = fp__copy_string(&(*copies)[i], labels[i]);
    if (*copies && fine)
        return true;
    free_labels(*copies, n);
    return false;
}

bool
fp__tick_plan_fix(struct fp__tick_plan *plan, const double *values, size_t n,
                  const char *const *labels)
{
    double *copy = n > 0 ? fp_alloc_array(n, sizeof *copy) : NULL;
    char **copies;

    if ((n > 0 && !copy) || !copy_labels(&copies, labels, n)) {
        fp_free(copy);
        return false;
    }
    if (n > 0)
        memcpy(copy, values, n * sizeof *copy);
    sort(copy, copies, n);
    forget_values(plan);
    plan->places = FP__PLACES_FIXED;
    plan->values = copy;
    plan->labels = copies;
    plan->count = n;
    return true;
}

void
fp__tick_plan_reset(struct fp__tick_plan *plan)
{
    forget_values(plan);
    fp_free(plan->format);
    plan->format = NULL;
    plan->dates = false;
    plan->numbers = fp_tick_numbers_defaults();
    plan->places = FP__PLACES_OF_SCALE;
    plan->minor = FP__MINOR_OF_SCALE;
}
