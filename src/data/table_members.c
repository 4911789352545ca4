/* SPDX-License-Identifier: MIT */
/* table_members.c: the names of an archive first, then its arrays, one after the other. */
#include "data/table_members.h"

#include "core/alloc.h"
#include "core/status.h"

static void
finish_member(struct fp__member *member)
{
    fp_free(member->name);
    fp_unref(member->array);
}

void
fp__members_finish(struct fp__members *members)
{
    for (size_t i = 0; i < members->count; i++) {
        finish_member(&members->member[i]);
    }
    fp_free(members->member);
    *members = (struct fp__members){.count = 0};
}

struct listing {
    struct fp__members *members;
    bool failed;
};

/* Members without a name cannot be asked for. */
static bool
take_name(void *data, const char *name)
{
    struct listing *listing = data;
    struct fp__members *members = listing->members;
    void *block = members->member;
    char *copy = NULL;

    if (!name || !*name) {
        return name != NULL;
    }
    listing->failed =
        !fp__grow(&block, &members->room, members->count + 1, sizeof *members->member) ||
        !fp__copy_string(&copy, name);
    members->member = block;
    if (!listing->failed) {
        members->member[members->count++] = (struct fp__member){.name = copy};
    }
    return !listing->failed;
}

/* *array stays NULL for what is no column. */
static enum fp_status
read_member(struct fp_context *ctx, const char *path, const struct fp_frames_options *options,
            const char *name, struct fp_array **array)
{
    struct fp_frames_options own = *options;
    struct fp_frames *frames;
    enum fp_status status = FP_OK;

    own.member = name;
    frames = fp_frames_open_with(ctx, path, &own);
    if (!frames) {
        status = fp_context_status(ctx);
        return status == FP_ERR_INPUT ? FP_OK : status;
    }
    if (fp_frames_info(frames)->ndim == 1) {
        status = fp_frames_read_all(frames, array);
    }
    fp_unref(frames);
    return status;
}

/* Takes out what is no column. */
static void
close_ranks(struct fp__members *members)
{
    size_t kept = 0;

    for (size_t i = 0; i < members->count; i++) {
        if (members->member[i].array) {
            members->member[kept++] = members->member[i];
        } else {
            finish_member(&members->member[i]);
        }
    }
    members->count = kept;
}

static enum fp_status
check_lengths(struct fp_context *ctx, const char *path, const struct fp__members *members)
{
    const struct fp__member *member = members->member;

    for (size_t i = 1; i < members->count; i++) {
        size_t first = fp_array_count(member[0].array);
        size_t n = fp_array_count(member[i].array);

        if (n != first) {
            return fp__fail(ctx, FP_ERR_INPUT,
                            "%s: its columns differ in length: %s has %zu values, %s %zu" FP__HINT
                            "one array alone is read as %s:%s",
                            path, member[0].name, first, member[i].name, n, path, member[0].name);
        }
    }
    return FP_OK;
}

enum fp_status
fp__members_read(struct fp_context *ctx, const char *path, const struct fp_frames_options *options,
                 struct fp__members *members)
{
    struct listing listing = {.members = members};
    enum fp_status status = FP_OK;

    if (options->member || fp_frames_is_stream(path)) {
        return FP_OK;
    }
    status = fp_frames_members(ctx, path, options, take_name, &listing);
    if (listing.failed) {
        return fp__fail_memory(ctx, "the names in an archive");
    }
    for (size_t i = 0; status == FP_OK && i < members->count; i++) {
        status =
            read_member(ctx, path, options, members->member[i].name, &members->member[i].array);
    }
    close_ranks(members);
    return status == FP_OK ? check_lengths(ctx, path, members) : status;
}
