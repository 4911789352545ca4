/* SPDX-License-Identifier: MIT */
/* archive.c: members of .npz files by name, and the only one that can be drawn. */
#include "data/archive.h"

#include <string.h>

#include "core/status.h"
#include "data/frames.h"
#include "data/layout.h"
#include "data/zip.h"
#include "flatplot/text.h"

/* Names in a message; `flatplot info` has them all. */
enum { MOST_NAMES = 10 };

/* The name that numpy knows the member by: np.savez adds .npy. */
static void
strip(char *name)
{
    size_t n = strlen(name);

    if (n > 4 && strcmp(name + n - 4, ".npy") == 0) {
        name[n - 4] = '\0';
    }
}

static enum fp_status
put_layer(struct fp__source *source, const struct fp__zip_place *place)
{
    return place->method == FP__ZIP_STORED
               ? fp__bytes_stored(&source->bytes, source->path, place)
               : fp__bytes_inflate(&source->bytes, source->path, place, &source->limits);
}

/* --- By name ---------------------------------------------------------------------------------- */

static void
add_name(struct fp_text *list, size_t number, const char *name)
{
    if (number < MOST_NAMES) {
        fp_text_append(list, number > 0 ? ", " : "");
        fp_text_append(list, name);
    } else if (number == MOST_NAMES) {
        fp_text_append(list, " …");
    }
}

static enum fp_status
fail_missing(const struct fp__source *source, struct fp_text *list)
{
    return fp__fail(source->ctx, FP_ERR_INPUT, "%s: has no member %s" FP__HINT "it has: %s",
                    source->file, source->member, fp_text_string(list));
}

static bool
is_named(const char *entry, const char *member)
{
    size_t n = strlen(member);

    return strncmp(entry, member, n) == 0 && (entry[n] == '\0' || strcmp(entry + n, ".npy") == 0);
}

static enum fp_status
find_named(struct fp__source *source, struct fp__zip *zip, struct fp__zip_entry *entry,
           struct fp_text *list)
{
    bool more = true;

    for (size_t i = 0;; i++) {
        enum fp_status status = fp__zip_next(zip, entry, &more);

        if (status < 0) {
            return status;
        }
        if (!more) {
            return fail_missing(source, list);
        }
        if (is_named(entry->name, source->member)) {
            return fp__zip_enter(zip, entry);
        }
        strip(entry->name);
        add_name(list, i, entry->name);
    }
}

static enum fp_status
enter_named(struct fp__source *source, struct fp__zip *zip)
{
    struct fp__zip_entry entry;
    struct fp_text list = {0};
    enum fp_status status = find_named(source, zip, &entry, &list);

    fp_text_finish(&list);
    if (status < 0) {
        return status;
    }
    strip(source->member);
    return put_layer(source, &entry.place);
}

/* --- The only one ----------------------------------------------------------------------------- */

struct search {
    struct fp__source *source;
    struct fp__zip *zip;
    struct fp__zip_entry entry; /* being looked at */
    struct fp__zip_entry found; /* the first that can be drawn */
    size_t drawable;
    size_t others;             /* that cannot */
    enum fp_status refused;    /* why the last one could not be opened */
    struct fp_text list;       /* names and shapes of those that can be drawn … */
    struct fp_text other_list; /* … and of those that cannot */
};

static void
add_shape(struct search *s, const struct fp_frames_info *info)
{
    char shape[FP__SHAPE_ROOM];
    bool drawable = info->count > 0;
    struct fp_text *list = drawable ? &s->list : &s->other_list;
    size_t number = drawable ? s->drawable : s->others;

    fp__shape_format(info->ndim, info->shape, shape);
    add_name(list, number, s->source->member);
    if (number < MOST_NAMES) {
        fp_text_append(list, " ");
        fp_text_append(list, shape);
    }
}

/* Of a member that could not be opened: whether its bytes are what was put into the archive. If
 * they are not, it may have been the array that is meant; the CRC-32 is compared at the end. */
static enum fp_status
check_whole(const struct fp__source *source)
{
    unsigned char block[4096];
    enum fp_status status = FP_OK;
    size_t n = sizeof block;

    for (uint64_t at = 0; status == FP_OK && n == sizeof block; at += n) {
        status = fp__bytes_read(source->bytes, block, sizeof block, at, &n);
    }
    return status;
}

/* What it holds; info->count stays 0 when it cannot be drawn. */
static enum fp_status
look_at(struct search *s, struct fp_frames_info *info)
{
    struct fp__source *source = s->source;
    enum fp_status status = fp__source_name(source, s->entry.name);
    struct fp__cut cut;

    status = status < 0 ? status : fp__zip_enter(s->zip, &s->entry);
    status = status < 0 ? status : put_layer(source, &s->entry.place);
    if (status < 0) {
        return status;
    }
    s->refused = fp__source_begin(source, source->options);
    if (s->refused == FP_OK) {
        fp__frames_describe(source, source->options, info, &cut);
        fp__source_end(source);
        add_shape(s, info);
    }
    status = s->refused == FP_ERR_INPUT ? check_whole(source) : FP_OK;
    fp__bytes_peel(&source->bytes);
    return s->refused == FP_ERR_MEMORY ? FP_ERR_MEMORY : status;
}

/* A member that holds no numbers is as little in the way as one that cannot be drawn. */
static enum fp_status
look_at_all(struct search *s)
{
    enum fp_status status = FP_OK;
    bool more = true;

    while (status == FP_OK && s->drawable <= MOST_NAMES) {
        struct fp_frames_info info = {0};

        status = fp__zip_next(s->zip, &s->entry, &more);
        if (status < 0 || !more) {
            break;
        }
        strip(s->entry.name);
        status = look_at(s, &info);
        if (info.count > 0 && s->drawable++ == 0) {
            s->found = s->entry;
        }
        s->others += info.count == 0 && s->refused == FP_OK;
    }
    return status;
}

static enum fp_status
fail_none(const struct search *s)
{
    return fp__fail(s->source->ctx, FP_ERR_INPUT,
                    "%s: holds no array that can be drawn%s%s" FP__HINT
                    "pictures have the shape (H, W), (H, W, 3|4) or (N, H, W)",
                    s->source->file, s->other_list.length > 0 ? ": " : "",
                    fp_text_string(&s->other_list));
}

static enum fp_status
choose(const struct search *s)
{
    if (s->list.failed || s->other_list.failed) {
        return fp__fail_memory(s->source->ctx, "the names in an archive");
    }
    if (s->drawable == 0) {
        return s->refused < 0 && s->others == 0 ? s->refused : fail_none(s);
    }
    if (s->drawable == 1) {
        return FP_OK;
    }
    return fp__fail(s->source->ctx, FP_ERR_ARGUMENT,
                    "%s: holds several arrays that can be drawn: %s" FP__HINT
                    "name one behind a colon: %s:NAME",
                    s->source->file, fp_text_string(&s->list), s->source->file);
}

static enum fp_status
enter_only(struct fp__source *source, struct fp__zip *zip)
{
    struct search s = {.source = source, .zip = zip};
    enum fp_status status = look_at_all(&s);

    status = status < 0 ? status : choose(&s);
    fp_text_finish(&s.list);
    fp_text_finish(&s.other_list);
    status = status < 0 ? status : fp__source_name(source, s.found.name);
    return status < 0 ? status : put_layer(source, &s.found.place);
}

/* --- From outside ----------------------------------------------------------------------------- */

/* A directory is at the end, where a pipe gets too late. */
static enum fp_status
open_directory(struct fp__source *source, struct fp__zip **zip)
{
    if (!fp__bytes_once(source->bytes)) {
        return fp__zip_open(source->bytes, &source->limits, zip);
    }
    return fp__fail(source->ctx, FP_ERR_INPUT,
                    "%s: a zip or .npz archive cannot be read from a pipe" FP__HINT
                    "write it to a file first: cat > a.npz",
                    source->path);
}

enum fp_status
fp__archive_enter(struct fp__source *source)
{
    struct fp__zip *zip = NULL;
    enum fp_status status = open_directory(source, &zip);

    if (status == FP_OK) {
        status = source->member ? enter_named(source, zip) : enter_only(source, zip);
    }
    fp__zip_close(zip);
    return status;
}

enum fp_status
fp__archive_list(struct fp__source *source, fp_member_fn each, void *data)
{
    struct fp__zip *zip = NULL;
    enum fp_status status = open_directory(source, &zip);
    struct fp__zip_entry entry;
    bool more = status == FP_OK;

    while (more) {
        status = fp__zip_next(zip, &entry, &more);
        more = more && status == FP_OK;
        if (more) {
            strip(entry.name);
            more = each(data, entry.name);
        }
    }
    fp__zip_close(zip);
    return status;
}
