/* SPDX-License-Identifier: MIT */
/* audit.c: entries in the order of the job show gaps and doubles; then files are looked at. */
#include "cli/batch/audit.h"

#include <stdlib.h>
#include <string.h>

#include "cli/batch/picture_crc.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/place.h"

void
fp__audit_finish(struct fp__audit *audit)
{
    fp_free(audit->flawed);
    memset(audit, 0, sizeof *audit);
}

/* Neighbours with one flaw are one row. */
static int
add(struct fp__audit *a, enum fp__flaw flaw, size_t first, size_t count)
{
    struct fp__flawed *last = a->flawed_count ? &a->flawed[a->flawed_count - 1] : NULL;
    a->frames[flaw] += count;
    if (last && last->flaw == flaw && last->first + last->count == first) {
        last->count += count;
        return 0;
    }
    if (a->flawed_count == a->flawed_room) {
        size_t room = a->flawed_room ? 2 * a->flawed_room : 64;
        struct fp__flawed *rows = fp_realloc(a->flawed, room * sizeof *rows);
        if (!rows)
            return fp__message_no_memory();
        a->flawed = rows;
        a->flawed_room = room;
    }
    a->flawed[a->flawed_count++] = (struct fp__flawed){flaw, first, count};
    return 0;
}

/* --- Files ------------------------------------------------------------------------------------ */

static const char *
name_of(const struct fp__journal *j, const struct fp__entry *entry)
{
    return entry->output == FP__NO_NAME ? NULL : j->names.bytes + entry->output;
}

/* A name that was no UTF-8 stands in the report with U+FFFD, and leads nowhere. */
static bool
is_name(const char *name)
{
    return name && !strstr(name, "\xef\xbf\xbd") && !fp__is_device(name);
}

static bool
is_there(const char *name)
{
    struct fp__identity identity;
    return fp__identify(name, &identity);
}

/* Whether this is where the job's files are, or were. */
static bool
any_folder(const struct fp__journal *j)
{
    struct fp_text folder = {0};
    bool there = false;
    for (size_t i = 0; i < j->entry_count && !there; i++) {
        const char *name = name_of(j, &j->entries[i]);
        if (!is_name(name))
            continue;
        fp_text_clear(&folder);
        fp_text_append_bytes(&folder, name, fp__folder_length(name));
        there = fp__folder_state(fp_text_string(&folder)) == FP__FOLDER_THERE;
    }
    fp_text_finish(&folder);
    return there;
}

static int
look_at_file(struct fp__audit *a, const struct fp__entry *entry)
{
    const char *name = name_of(a->journal, entry);
    uint32_t crc;
    if (!is_name(name))
        return 0;
    if (!is_there(name))
        return add(a, FP__FLAW_MISSING, entry->index, entry->count);
    if (!entry->has_crc)
        return 0;
    a->compared++;
    enum fp_status status = fp__picture_crc(a->journal->ctx, name, &crc);
    if (status == FP_ERR_MEMORY)
        return fp__message_no_memory();
    return status == FP_OK && crc == entry->crc
               ? 0
               : add(a, FP__FLAW_DIFFERING, entry->index, entry->count);
}

/* --- Entries ---------------------------------------------------------------------------------- */

/* By frame; those that have a picture before those that failed. */
static int
compare(const void *left, const void *right)
{
    const struct fp__entry *a = left, *b = right;
    bool a_failed = a->outcome == FP__FAILED, b_failed = b->outcome == FP__FAILED;
    if (a->index != b->index)
        return a->index < b->index ? -1 : 1;
    if (a_failed != b_failed)
        return a_failed - b_failed;
    if (a->file != b->file)
        return a->file < b->file ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

static bool
agree(const struct fp__entry *entries, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        if (entries[i].count != entries->count || entries[i].has_crc != entries->has_crc ||
            entries[i].crc != entries->crc)
            return false;
    }
    return true;
}

/* n entries of one picture, the first `made` of which have one. */
static int
judge(struct fp__audit *a, const struct fp__entry *entries, size_t made, bool files)
{
    if (made == 0)
        return add(a, FP__FLAW_FAILED, entries->index, entries->count);
    for (size_t i = 0; i < made; i++) {
        a->drawn += entries[i].outcome == FP__DRAWN;
        a->kept += entries[i].outcome == FP__KEPT;
    }
    if (!agree(entries, made))
        return add(a, FP__FLAW_DIFFERING, entries->index, entries->count);
    int code = made > 1 ? add(a, FP__FLAW_DOUBLED, entries->index, entries->count) : 0;
    return code || !files ? code : look_at_file(a, entries);
}

/* Sets *n to the entries that begin with the same frame as the first, and returns how many of them
 * have a picture. */
static size_t
group(const struct fp__entry *entries, size_t left, size_t *n)
{
    size_t made = 0;
    for (*n = 0; *n < left && entries[*n].index == entries->index; ++*n)
        made += entries[*n].outcome != FP__FAILED;
    return made;
}

static int
sweep(struct fp__audit *a, struct fp__progress *progress, bool files)
{
    const struct fp__journal *j = a->journal;
    size_t next = 0; /* frame that nobody had yet */
    size_t n;
    for (size_t i = 0; i < j->entry_count; i += n) {
        const struct fp__entry *entry = &j->entries[i];
        size_t made = group(entry, j->entry_count - i, &n);
        int code = 0;
        if (entry->index > next)
            code = add(a, FP__FLAW_MISSING, next, entry->index - next);
        if (!code && entry->index < next)
            code = add(a, FP__FLAW_DOUBLED, entry->index, entry->count);
        code = code ? code : judge(a, entry, made, files);
        if (code)
            return code;
        next = entry->index + entry->count > next ? entry->index + entry->count : next;
        fp__progress_step(progress, i + n);
    }
    return next < j->frames ? add(a, FP__FLAW_MISSING, next, j->frames - next) : 0;
}

static int
compare_shards(const void *left, const void *right)
{
    const struct fp__shard *a = left, *b = right;
    return (a->number > b->number) - (a->number < b->number);
}

int
fp__audit_make(struct fp__audit *a, struct fp__journal *j, enum fp__progress_mode mode)
{
    struct fp__progress progress;
    *a = (struct fp__audit){.journal = j};
    if (j->shard_count > 0)
        qsort(j->shards, j->shard_count, sizeof *j->shards, compare_shards);
    if (j->entry_count > 0)
        qsort(j->entries, j->entry_count, sizeof *j->entries, compare);
    fp__progress_begin(&progress, j->ctx, mode, "pictures", j->entry_count);
    int code = sweep(a, &progress, any_folder(j));
    fp__progress_end(&progress);
    return code;
}

/* --- Words ------------------------------------------------------------------------------------ */

static const char *const words[FP__FLAWS] = {"missing", "failed", "doubled", "differing"};

enum { MOST_LISTED = 20 };

static void
append_frames(const struct fp__flawed *row, struct fp_text *out)
{
    fp_text_append_format(out, "%zu", row->first);
    if (row->count > 1)
        fp_text_append_format(out, row->count > 2 ? "–%zu" : ", %zu", row->first + row->count - 1);
}

static void
append_flaw(const struct fp__audit *a, enum fp__flaw flaw, bool all, struct fp_text *out)
{
    size_t listed = 0, frames = 0;
    fp_text_append_format(out, "%s: frame%s ", words[flaw], a->frames[flaw] > 1 ? "s" : "");
    for (size_t i = 0; i < a->flawed_count && (all || listed < MOST_LISTED); i++) {
        if (a->flawed[i].flaw != flaw)
            continue;
        fp_text_append(out, listed++ > 0 ? ", " : "");
        append_frames(&a->flawed[i], out);
        frames += a->flawed[i].count;
    }
    if (frames < a->frames[flaw])
        fp_text_append_format(out, " and %zu more (-v names all)", a->frames[flaw] - frames);
    fp_text_append(out, "\n");
}

/* Shards that no report is of: why frames are missing, most often. Of reports of one job cut in
 * several ways nobody can tell. */
static void
append_absent(const struct fp__audit *a, struct fp_text *out)
{
    const struct fp__journal *j = a->journal;
    size_t listed = 0, next = 1;
    size_t count = j->shards->count;
    for (size_t i = 1; i < j->shard_count; i++) {
        if (j->shards[i].count != count)
            return;
    }
    for (size_t i = 0; i <= j->shard_count && listed <= MOST_LISTED; i++) {
        size_t number = i < j->shard_count ? j->shards[i].number : count + 1;
        for (; next < number && listed < MOST_LISTED; next++)
            fp_text_append_format(out, listed++ ? ", %zu" : "no report of shard %zu", next);
        listed += next < number; /* and more, which are not */
        next = number + 1;
    }
    fp_text_append(out, listed > MOST_LISTED ? " …\n" : listed ? "\n" : "");
}

static void
append_lacking(const struct fp__journal *j, struct fp_text *out)
{
    if (j->unread_count > 0)
        fp_text_append_format(out, "unread: %s\n", fp_text_string(&j->unread));
    if (j->unended > 0)
        fp_text_append(out, "the end of the stream is missing: frames may have come behind\n");
}

static void
append_sum(const struct fp__audit *a, struct fp_text *out)
{
    const struct fp__journal *j = a->journal;
    fp_text_append_format(out, "job %s: %zu frame%s%s, ", j->job, j->frames,
                          j->frames != 1 ? "s" : "", j->unended > 0 ? " so far" : "");
    if (a->flawed_count == 0)
        fp_text_append(out, "each exactly once");
    for (int f = 0, n = 0; f < FP__FLAWS; f++) {
        if (a->frames[f] > 0)
            fp_text_append_format(out, "%s%zu %s", n++ ? ", " : "", a->frames[f], words[f]);
    }
    fp_text_append_format(out, " · %zu drawn, %zu kept · %zu report%s · ", a->drawn, a->kept,
                          j->shard_count, j->shard_count > 1 ? "s" : "");
    if (a->compared > 0)
        fp_text_append_format(out, "pixels of %zu file%s compared\n", a->compared,
                              a->compared > 1 ? "s" : "");
    else
        fp_text_append(out, "files are not here, pixels not compared\n");
}

bool
fp__audit_whole(const struct fp__audit *a)
{
    return a->flawed_count == 0 && a->journal->unread_count == 0 && a->journal->unended == 0;
}

void
fp__audit_append(const struct fp__audit *a, bool all, struct fp_text *out)
{
    for (int f = 0; f < FP__FLAWS; f++) {
        if (a->frames[f] > 0)
            append_flaw(a, (enum fp__flaw)f, all, out);
    }
    append_absent(a, out);
    append_lacking(a->journal, out);
    append_sum(a, out);
}
