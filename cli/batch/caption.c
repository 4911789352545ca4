/* SPDX-License-Identifier: MIT */
/* caption.c: names, numbers, colour limits, time, and the range of the values. */
#include "cli/batch/caption.h"

#include <string.h>

#include "cli/batch/names.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/unicode.h"

int
fp__caption_check(const struct fp__times *times, const struct fp__template *labels, size_t n)
{
    bool used = false;
    for (size_t i = 0; i < n; i++)
        used = used || fp__template_has(&labels[i], FP__WORD_TIME);
    if (!used || fp__times_given(times))
        return 0;
    return fp__message_error(FP__EXIT_USAGE,
                             "{time}: the times of frames are not known" FP__AND_HINT
                             "add --dt, the time from one frame to the next, or --times FILE.npy");
}

static int
find_range(struct fp__values *values, struct fp_array *array)
{
    struct fp_stats stats;
    if (fp_array_stats(array, &stats) != FP_OK)
        return fp__message_failure(((struct fp_object *)array)->ctx);
    values->min = stats.min;
    values->max = stats.max;
    return 0;
}

int
fp__caption_init(struct fp__caption *caption, const struct fp__times *times,
                 const struct fp__item *item, const struct fp__ends *ends, struct fp_array *array)
{
    struct fp__values *values = &caption->values;
    memset(caption, 0, sizeof *caption);
    *values = fp__values_of(item);
    values->vmin = ends->vmin;
    values->vmax = ends->vmax;
    values->time = fp__times_at(times, item->frame);
    fp__append_utf8(&caption->stem, values->stem, values->stem_length);
    if (caption->stem.failed)
        return fp__message_no_memory();
    values->stem = fp_text_string(&caption->stem);
    values->stem_length = caption->stem.length;
    return array ? find_range(values, array) : 0;
}

void
fp__caption_finish(struct fp__caption *caption)
{
    fp_text_finish(&caption->stem);
}
