/* SPDX-License-Identifier: MIT */
/* cut.c: what the axes of a file mean, as its shape has it or as it was asked for. */
#include "data/cut.h"

#include <string.h>

/* The axes by their roles; -1 for a role that none has. */
struct roles {
    int frame;
    int channel;
    int rest[FP_MAX_NDIM]; /* rows and columns, or what is to be reshaped to them */
    int n;
    bool row; /* the rest is one row of numbers, cut into frames one after the other */
};

static bool
refuse(struct fp__cut *cut, const char *why, const char *hint)
{
    cut->why = why;
    cut->hint = hint;
    return false;
}

static bool
is_colour(size_t channels)
{
    return channels == 3 || channels == 4;
}

static void
drop(struct roles *roles, int place)
{
    roles->n--;
    memmove(&roles->rest[place], &roles->rest[place + 1],
            (size_t)(roles->n - place) * sizeof roles->rest[0]);
}

/* Takes the axis that was asked for out of the rest. */
static bool
take_axis(struct roles *roles, const struct fp_layout *all, int wanted, int *axis)
{
    *axis = wanted < 0 ? wanted + all->ndim : wanted;
    for (int i = 0; i < roles->n; i++) {
        if (roles->rest[i] == *axis) {
            drop(roles, i);
            return true;
        }
    }
    return false;
}

static bool
take_asked(struct fp__cut *cut, struct roles *roles, const struct fp_layout *all,
           const struct fp_frames_options *options)
{
    int frame = options->frame_axis;

    if (frame != FP_AXIS_AUTO && frame != FP_AXIS_NONE &&
        !take_axis(roles, all, frame, &roles->frame)) {
        return refuse(cut, "has no such axis to count frames along",
                      "axes are counted from 0; -1 is the last one");
    }
    if (options->channel_axis == FP_AXIS_AUTO) {
        return true;
    }
    if (!take_axis(roles, all, options->channel_axis, &roles->channel)) {
        return refuse(cut, "has no such axis left for colours",
                      "axes are counted from 0; -1 is the last one; frames need another one");
    }
    if (all->shape[roles->channel] == 1) {
        roles->channel = -1;
        return true;
    }
    return is_colour(all->shape[roles->channel]) ||
           refuse(cut, "has neither 3 nor 4 values along the axis for colours",
                  "RGB has 3, RGBA has 4; gray pictures have no such axis");
}

static size_t
length_at(const struct roles *roles, const struct fp_layout *all, int place)
{
    return all->shape[roles->rest[place]];
}

/* The last axis of the rest becomes that of colours. */
static void
take_colour(struct roles *roles)
{
    roles->channel = roles->rest[roles->n - 1];
    drop(roles, roles->n - 1);
}

static void
take_frames(struct roles *roles, int place)
{
    roles->frame = roles->rest[place];
    drop(roles, place);
}

/* --- Rows and columns are two of the file's axes --------------------------------------------- */

/* Why a shape without any wishes cannot be drawn. */
static bool
explain(struct fp__cut *cut, int ndim)
{
    if (ndim == 0) {
        return refuse(cut, "is a single number, not a picture",
                      "reshape it: np.save(f, a.reshape(h, w))");
    }
    if (ndim == 1) {
        return refuse(cut, "is a row of numbers, not a picture",
                      "reshape it: --reshape H,W, or np.save(f, a.reshape(h, w))");
    }
    if (ndim > 4) {
        return refuse(cut, "has too many axes: frames are (N, H, W) or (N, H, W, 3|4)",
                      "make it (N, H, W): np.save(f, a.reshape(-1, h, w))");
    }
    return refuse(cut, "cannot be drawn: a last axis that is a channel has length 1, 3 or 4",
                  "save one channel: np.save(f, a[..., 0])");
}

static bool
take_by_shape(struct fp__cut *cut, struct roles *roles, const struct fp_layout *all,
              const struct fp_frames_options *options)
{
    bool open_frame = options->frame_axis == FP_AXIS_AUTO;
    bool open_colour = options->channel_axis == FP_AXIS_AUTO;
    size_t last;

    if (roles->n >= 3 && length_at(roles, all, roles->n - 1) == 1 && open_colour) {
        drop(roles, roles->n - 1);
    }
    last = roles->n > 0 ? length_at(roles, all, roles->n - 1) : 0;
    if (open_colour && is_colour(last) && (roles->n == 3 || (roles->n == 4 && open_frame))) {
        take_colour(roles);
    }
    /* Of three axes that nobody spoke of, two at the end are most likely real and imaginary. */
    if (open_frame && roles->n == 3 && (roles->channel >= 0 || !open_colour || last != 2)) {
        take_frames(roles, 0);
    }
    if (roles->n == 2) {
        return true;
    }
    return open_frame && open_colour
               ? explain(cut, all->ndim)
               : refuse(cut, "does not leave rows and columns for a frame when its axes are so",
                        "say what a frame is: --reshape H,W");
}

/* The format tells. */
static bool
take_known(struct roles *roles, int frame_axes)
{
    if (frame_axes == 3) {
        take_colour(roles);
    }
    if (roles->n == 3) {
        take_frames(roles, 0);
    }
    return true;
}

/* --- Rows and columns are given --------------------------------------------------------------- */

/* The values of the rest, without the axis at one place (-1: with all). */
static size_t
product(const struct roles *roles, const struct fp_layout *all, int without)
{
    size_t values = 1;

    for (int i = 0; i < roles->n; i++) {
        values *= i == without ? 1 : length_at(roles, all, i);
    }
    return values;
}

/* True when the rest without the axis at that place fills a frame, which gets the colours then. */
static bool
fills(struct roles *roles, const struct fp_layout *all, int without, size_t values,
      bool open_colour)
{
    size_t there = product(roles, all, without);
    int last = roles->n - 1;

    if (there == values) {
        return true;
    }
    if (!open_colour || last < 1 || last == without || !is_colour(length_at(roles, all, last)) ||
        there / length_at(roles, all, last) != values) {
        return false;
    }
    take_colour(roles);
    return true;
}

/* Nothing was said of frames: all values are one, or all but those of one axis are. */
static bool
find_frames(struct roles *roles, const struct fp_layout *all, size_t values, bool open_colour)
{
    if (fills(roles, all, -1, values, open_colour)) {
        return true;
    }
    for (int i = 0; i < roles->n; i++) {
        if (fills(roles, all, i, values, open_colour)) {
            take_frames(roles, i);
            return true;
        }
    }
    return false;
}

static bool
take_by_size(struct fp__cut *cut, struct roles *roles, const struct fp_layout *all,
             const struct fp_frames_options *options)
{
    bool open_colour = options->channel_axis == FP_AXIS_AUTO;
    bool open_frame = options->frame_axis == FP_AXIS_AUTO;
    size_t values;

    if (__builtin_mul_overflow(options->reshape[0], options->reshape[1], &values)) {
        values = SIZE_MAX;
    }
    if (open_frame ? find_frames(roles, all, values, open_colour)
                   : fills(roles, all, -1, values, open_colour)) {
        return true;
    }
    roles->row = open_frame && all->ndim == 1 && values > 0 && all->shape[0] % values == 0;
    return roles->row || refuse(cut, "does not give frames of these rows and columns",
                                "rows times columns must be the values of a frame; with "
                                "--frame-axis K those along all other axes");
}

/* --- From roles to places --------------------------------------------------------------------- */

/* The axes of a frame in their logical order, with their distances in the file. */
static int
list_axes(const struct roles *roles, const struct fp_layout *all, const size_t *reshape,
          struct fp__cut_axis *axes)
{
    int n = 0;

    for (int i = 0; i < roles->n; i++) {
        int axis = roles->rest[i];

        axes[n++] = (struct fp__cut_axis){all->shape[axis], (size_t)all->strides[axis], 0};
    }
    if (roles->row) {
        axes[0].length = reshape[0] * reshape[1];
    }
    if (roles->channel >= 0) {
        axes[n++] = (struct fp__cut_axis){all->shape[roles->channel],
                                          (size_t)all->strides[roles->channel], 0};
    }
    return n;
}

/* The places of axes, the farthest apart in the file first. */
static void
sort_places(const struct fp__cut_axis *axes, int n, int *places)
{
    for (int i = 0; i < n; i++) {
        int at = i;

        for (; at > 0 && axes[places[at - 1]].from < axes[i].from; at--) {
            places[at] = places[at - 1];
        }
        places[at] = i;
    }
}

/* The distances in the buffer, packed with the last of the places fastest. */
static size_t
pack(struct fp__cut_axis *axes, int n, const int *places, size_t size)
{
    for (int i = n - 1; i >= 0; i--) {
        axes[places[i]].to = size;
        size *= axes[places[i]].length;
    }
    return size;
}

static const struct fp__cut_axis none;

/* Drops axes of length 1 and joins those that lie as one in the file and in the buffer. */
static void
join(struct fp__cut *cut, const struct fp__cut_axis *axes, int n, const int *places)
{
    for (int i = 0; i < n; i++) {
        struct fp__cut_axis axis = axes[places[i]];
        struct fp__cut_axis outer = cut->ndim > 0 ? cut->axes[cut->ndim - 1] : none;

        if (axis.length == 1) {
            continue;
        }
        if (outer.from == axis.from * axis.length && outer.to == axis.to * axis.length) {
            axis.length *= outer.length;
            cut->ndim--;
        }
        cut->axes[cut->ndim++] = axis;
    }
    for (int i = 0; i < cut->ndim; i++) {
        cut->span += (cut->axes[i].length - 1) * cut->axes[i].from;
    }
}

static void
place(struct fp__cut *cut, const struct roles *roles, const struct fp_layout *all,
      const size_t *reshape)
{
    struct fp__cut_axis axes[FP_MAX_NDIM];
    int n = list_axes(roles, all, reshape, axes);
    int places[FP_MAX_NDIM] = {0, 1, 2, 3, 4, 5, 6, 7};
    int sorted[FP_MAX_NDIM];
    size_t size = fp_dtype_size(all->dtype);

    sort_places(axes, n, sorted);
    cut->bytes = pack(axes, n, reshape[0] > 0 ? places : sorted, size);
    cut->span = size;
    join(cut, axes, n, sorted);
    cut->count = roles->row          ? all->shape[0] / axes[0].length
                 : roles->frame >= 0 ? all->shape[roles->frame]
                                     : 1;
    cut->step = roles->row          ? cut->bytes
                : roles->frame >= 0 ? (size_t)all->strides[roles->frame]
                                    : 0;
    cut->all = cut->count * cut->bytes;
    cut->frame = (struct fp_layout){.dtype = all->dtype, .swapped = all->swapped, .ndim = n};
    for (int i = 0; i < n; i++) {
        cut->frame.shape[i] = axes[i].length;
        cut->frame.strides[i] = (ptrdiff_t)axes[i].to;
    }
    if (reshape[0] > 0) {
        cut->frame.ndim = roles->channel >= 0 ? 3 : 2;
        memcpy(cut->frame.shape, reshape, 2 * sizeof *reshape);
        cut->frame.shape[2] = roles->channel >= 0 ? all->shape[roles->channel] : 0;
        fp_layout_pack(&cut->frame, false);
    }
}

void
fp__cut_make(struct fp__cut *cut, const struct fp_layout *all, int frame_axes,
             const struct fp_frames_options *options)
{
    struct roles roles = {.frame = -1, .channel = -1, .n = all->ndim};
    bool known = frame_axes > 0 && options->frame_axis == FP_AXIS_AUTO &&
                 options->channel_axis == FP_AXIS_AUTO;
    bool reshape = options->reshape[0] > 0;

    *cut = (struct fp__cut){.why = NULL};
    for (int i = 0; i < all->ndim; i++) {
        roles.rest[i] = i;
        if (all->shape[i] == 0) {
            refuse(cut, "holds no values",
                   "check how it was made; nothing was in it when it was saved");
            return;
        }
    }
    if (take_asked(cut, &roles, all, options) &&
        (reshape ? take_by_size(cut, &roles, all, options)
         : known ? take_known(&roles, frame_axes)
                 : take_by_shape(cut, &roles, all, options))) {
        place(cut, &roles, all, options->reshape);
    }
}
