/* SPDX-License-Identifier: MIT */
/* footprint.c: three samples and the words for them. */
#include "cli/batch/footprint.h"

#include <string.h>

/* With fewer frames resident memory says nothing: the warm-up is most of the job. */
enum { ENOUGH_FRAMES = 70, LEAST_WARM_UP = 10 };

/* Growth of anonymous resident memory that is still called flat. */
enum { FLAT_BYTES = 1 << 20 };

void
fp__footprint_init(struct fp__footprint *footprint, size_t frames)
{
    memset(footprint, 0, sizeof *footprint);
    footprint->frames = frames;
    footprint->warm_at = frames / 5 > LEAST_WARM_UP ? frames / 5 : LEAST_WARM_UP;
}

bool
fp__footprint_due(const struct fp__footprint *footprint, size_t frames_done)
{
    return frames_done == 1 || frames_done == footprint->warm_at ||
           frames_done == footprint->frames;
}

enum fp_status
fp__footprint_take(struct fp__footprint *footprint, struct fp_context *ctx, size_t frames_done)
{
    struct fp_memory_sample sample;
    enum fp_status status = fp_memory_sample(ctx, &sample);
    if (status != FP_OK)
        return status;
    if (frames_done == 1)
        footprint->first = sample;
    if (frames_done == footprint->warm_at)
        footprint->warm = sample;
    footprint->last = sample;
    return FP_OK;
}

void
fp__append_mebibytes(struct fp_text *out, size_t bytes)
{
    fp_text_append_fixed(out, (double)bytes / 1048576, 1);
    fp_text_append(out, " MiB");
}

void
fp__footprint_tell(const struct fp__footprint *footprint, struct fp_text *out)
{
    const struct fp_memory_sample *first = &footprint->first;
    const struct fp_memory_sample *last = &footprint->last;
    bool known = last->rss_anon != FP_UNKNOWN && last->rss != FP_UNKNOWN;
    bool enough = known && footprint->frames >= ENOUGH_FRAMES;
    size_t before = footprint->warm.rss_anon;
    size_t growth = enough && last->rss_anon > before ? last->rss_anon - before : 0;
    bool equal = first->objects == last->objects && first->door_bytes == last->door_bytes;
    if (!equal) {
        fp_text_append(out, "memory not flat: ");
    } else {
        fp_text_append(out, enough && growth <= FLAT_BYTES ? "memory flat: " : "memory: ");
    }
    if (known)
        fp__append_mebibytes(out, last->rss);
    if (growth > FLAT_BYTES) {
        fp_text_append(out, " (");
        fp__append_mebibytes(out, growth);
        fp_text_append_format(out, " more than after frame %zu)", footprint->warm_at);
    }
    fp_text_append(out, known ? ", " : "");
    if (equal) {
        fp_text_append(out, "0 objects, 0 B left per frame");
    } else {
        fp_text_append_format(out, "%+td objects, %+td B since the first frame",
                              (ptrdiff_t)(last->objects - first->objects),
                              (ptrdiff_t)(last->door_bytes - first->door_bytes));
    }
}
