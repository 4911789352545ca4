/* SPDX-License-Identifier: MIT */
/* painter_keep.c: pictures that are there already. */
#include <math.h>

#include "cli/batch/painter.h"
#include "cli/batch/picture_crc.h"

/* The values' part of the stamp; frames that cannot be read fail here as they would when drawn. */
static int
add_values(struct fp__painter *p, struct fp__record *record, struct fp__stamp *stamp)
{
    int code = 0;
    for (size_t i = 0; i < record->count && !code; i++) {
        struct fp_array *array = NULL;
        struct fp__item item;
        code = fp__painter_read(p, i, &item, &array, record);
        if (!code && fp__stamp_add(stamp, array) != FP_OK)
            code = fp__message_failure(p->plan->ctx);
        fp_unref(array);
    }
    return code;
}

/* The limits as far as they are known without drawing. */
static void
tell_limits(const struct fp__painter *p, struct fp__record *record)
{
    for (size_t i = 0; i < record->count; i++) {
        struct fp__item item = fp__plan_item(p->plan, record->index + i);
        record->vmin = fmin(record->vmin, item.input->norm.vmin);
        record->vmax = fmax(record->vmax, item.input->norm.vmax);
    }
}

/* Details are those of the file that is there. One that cannot be decoded is drawn again. */
static bool
has_pixels(struct fp__painter *p, const char *name, struct fp__record *record)
{
    return !p->detailed || fp__picture_crc(p->plan->ctx, name, &record->crc) == FP_OK;
}

static int
compare(struct fp__painter *p, const char *name, struct fp__record *record, struct fp__stamp *stamp)
{
    char found[FP__STAMP_ROOM];
    bool there;
    if (!fp__stamp_find(p->plan->ctx, name, found, &there) || !fp__stamp_begins(stamp, found))
        return 0;
    int code = add_values(p, record, stamp);
    if (code || !fp__stamp_is(stamp, found) || !has_pixels(p, name, record))
        return code;
    record->outcome = FP__KEPT;
    tell_limits(p, record);
    return 0;
}

int
fp__painter_keep(struct fp__painter *p, struct fp__record *record, const struct fp__stamp *stamp)
{
    struct fp__stamp whole = *stamp;
    struct fp_text name = {0};
    fp__names_append_picture(p->names, p->plan, record->index, &name);
    int code = name.failed       ? fp__message_no_memory()
               : name.length > 0 ? compare(p, fp_text_string(&name), record, &whole)
                                 : 0;
    fp_text_finish(&name);
    return code;
}
