/* SPDX-License-Identifier: MIT */
/* failures.c: a bounded list, sorted when it is told. */
#include "cli/batch/failures.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_KEPT = 1000, MOST_LISTED = 20 };

void
fp__failures_finish(struct fp__failures *failures)
{
    for (size_t i = 0; i < failures->kept; i++)
        fp_free(failures->rows[i].said);
    fp_free(failures->rows);
    memset(failures, 0, sizeof *failures);
}

static bool
make_room(struct fp__failures *failures)
{
    if (failures->kept < failures->room)
        return true;
    size_t room = failures->room ? 2 * failures->room : 8;
    struct fp__failure *rows = fp_realloc(failures->rows, room * sizeof *rows);
    if (rows) {
        failures->rows = rows;
        failures->room = room;
    }
    return rows;
}

/* As long as the text is, not as long as it may be. */
static struct fp__said *
copy_of(const struct fp__said *said)
{
    size_t size = offsetof(struct fp__said, text) + said->length;
    struct fp__said *copy = fp_alloc(size);
    if (copy)
        memcpy(copy, said, size);
    return copy;
}

void
fp__failures_add(struct fp__failures *failures, const struct fp__record *record)
{
    failures->frames += record->count;
    if (failures->code == 0 || record->code < failures->code)
        failures->code = record->code;
    if (record->crashed)
        fp__message_said(record->code, &record->said);
    if (failures->kept >= MOST_KEPT)
        return;
    struct fp__said *said = make_room(failures) ? copy_of(&record->said) : NULL;
    if (said) {
        failures->rows[failures->kept++] =
            (struct fp__failure){record->index, record->code, record->crashed, said};
    } else if (!record->crashed) {
        fp__message_said(record->code, &record->said); /* what cannot be kept is told, too */
    }
}

static int
compare(const void *a, const void *b)
{
    const struct fp__failure *x = a;
    const struct fp__failure *y = b;
    return (x->index > y->index) - (x->index < y->index);
}

static void
sort(struct fp__failures *failures)
{
    if (failures->kept > 0)
        qsort(failures->rows, failures->kept, sizeof *failures->rows, compare);
}

void
fp__failures_tell_first(struct fp__failures *failures)
{
    sort(failures);
    for (size_t i = 0; i < failures->kept; i++) {
        if (failures->rows[i].code == failures->code && !failures->rows[i].told) {
            fp__message_said(failures->code, failures->rows[i].said);
            return;
        }
    }
}

/* Messages name a file, which may be the picture's, but not the frame. */
static void
list_row(const struct fp__failure *row, const struct fp__plan *plan)
{
    const char *text = row->said->text;
    struct fp__item item = plan ? fp__plan_item(plan, row->index) : (struct fp__item){0};
    const char *path = plan ? item.input->path : "";
    if (plan && item.input->frames > 1) {
        fp__message_line("  frame %zu of %s: %s", item.frame, path, text);
    } else if (strncmp(text, path, strlen(path)) == 0) {
        fp__message_line("  %s", text);
    } else {
        fp__message_line("  %s: %s", path, text);
    }
}

void
fp__failures_list(struct fp__failures *failures, const struct fp__plan *plan, bool all)
{
    size_t most = all ? failures->kept : MOST_LISTED;
    sort(failures);
    for (size_t i = 0; i < failures->kept && i < most; i++)
        list_row(&failures->rows[i], plan);
    if (failures->kept > most)
        fp__message_line("  and %zu more (-v lists up to %d; --report has all)",
                         failures->kept - most, MOST_KEPT);
}
