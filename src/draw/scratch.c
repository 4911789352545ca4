/* SPDX-License-Identifier: MIT */
/* scratch.c: memory of the context in which grids are drawn. */
#include "draw/scratch.h"

#include <stdint.h>
#include <string.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/status.h"

struct scratch {
    void *block[FP__SCRATCH_USES];
    size_t room[FP__SCRATCH_USES]; /* bytes */
};

static void
scratch_trim(void *value)
{
    struct scratch *scratch = value;

    for (int i = 0; i < FP__SCRATCH_USES; i++)
        fp_free(scratch->block[i]);
    *scratch = (struct scratch){0};
}

static size_t
scratch_size(const void *value)
{
    const struct scratch *scratch = value;
    size_t sum = 0;

    for (int i = 0; i < FP__SCRATCH_USES; i++)
        sum += fp__alloc_size(scratch->block[i]);
    return sum;
}

static const struct fp__slot_class scratch_class = {
    .trim = scratch_trim, .destroy = scratch_trim, .size = scratch_size, .cache = FP_CACHE_GRIDS};

/* By half at least, for lines that grow point by point. */
static bool
grow(void **block, size_t *room, size_t wanted)
{
    size_t size = *room + *room / 2 > wanted ? *room + *room / 2 : wanted;
    void *larger = fp__cache_alloc(size);

    if (!larger)
        return false;
    if (*block)
        memcpy(larger, *block, *room);
    fp_free(*block);
    *block = larger;
    *room = size;
    return true;
}

void *
fp__scratch(struct fp_context *ctx, enum fp__scratch_use use, size_t count, size_t size)
{
    struct scratch *scratch = fp__context_slot(ctx, FP__SLOT_GRID, sizeof *scratch, &scratch_class);
    size_t wanted;

    if (!scratch)
        return NULL;
    if (__builtin_mul_overflow(count, size, &wanted) || wanted > SIZE_MAX / 2 ||
        (wanted >= scratch->room[use] &&
         !grow(&scratch->block[use], &scratch->room[use], wanted + 1))) {
        fp__fail_memory(ctx, "a grid of values");
        return NULL;
    }
    return scratch->block[use];
}
