/* SPDX-License-Identifier: MIT */
/* cut_read.c: the values of one frame gathered from wherever they lie in the file.
 *
 * Pieces of up to FP__CHUNK_SIZE bytes are read, each from a first to a last value needed, and the
 * values taken out of them: where they stand close it is one pass over what lies between, where
 * they stand farther apart than a piece it is one small read per value. */
#include <string.h>

#include "data/cut.h"
#include "data/frames.h"

struct gathering {
    const struct fp__cut *cut;
    struct fp__source *source;
    size_t index;
    unsigned char *chunk;
    size_t size;
    size_t spans[FP_MAX_NDIM + 1]; /* bytes of the file from the first to behind the last value of
                                      the axes from this one on */
};

#define MOVE(type)                                                                                 \
    for (size_t i = 0; i < axis->length; i++) {                                                    \
        type value;                                                                                \
        memcpy(&value, in + i * axis->from, sizeof value);                                         \
        memcpy(out + i * axis->to, &value, sizeof value);                                          \
    }

static void
move_run(const struct fp__cut_axis *axis, size_t size, const unsigned char *in, unsigned char *out)
{
    if (axis->from == size && axis->to == size) {
        memcpy(out, in, axis->length * size);
        return;
    }
    switch (size) {
    case 1:
        MOVE(uint8_t)
        break;
    case 2:
        MOVE(uint16_t)
        break;
    case 4:
        MOVE(uint32_t)
        break;
    default:
        MOVE(uint64_t)
        break;
    }
}

/* Takes the values of the axes from that one on out of a piece. */
static void
scatter(const struct gathering *g, int axis, const unsigned char *in, unsigned char *out)
{
    const struct fp__cut_axis *a = &g->cut->axes[axis];

    if (axis == g->cut->ndim) {
        memcpy(out, in, g->size);
    } else if (axis == g->cut->ndim - 1) {
        move_run(a, g->size, in, out);
    } else {
        for (size_t i = 0; i < a->length; i++) {
            scatter(g, axis + 1, in + i * a->from, out + i * a->to);
        }
    }
}

static enum fp_status gather(const struct gathering *g, int axis, uint64_t from,
                             unsigned char *out);

/* Reads as many steps along the axis at a time as a piece has room for. */
static enum fp_status
gather_steps(const struct gathering *g, int axis, uint64_t from, unsigned char *out)
{
    const struct fp__cut_axis *a = &g->cut->axes[axis];
    size_t inner = g->spans[axis + 1];
    size_t most = (FP__CHUNK_SIZE - inner) / a->from + 1;

    for (size_t done = 0; done < a->length;) {
        size_t n = a->length - done < most ? a->length - done : most;
        struct fp__cut_axis part = {n, a->from, a->to};
        enum fp_status status = fp__source_read(g->source, g->chunk, (n - 1) * a->from + inner,
                                                from + (uint64_t)done * a->from, g->index);

        if (status < 0) {
            return status;
        }
        if (axis == g->cut->ndim - 1) {
            move_run(&part, g->size, g->chunk, out + done * a->to);
        } else {
            for (size_t i = 0; i < n; i++) {
                scatter(g, axis + 1, g->chunk + i * a->from, out + (done + i) * a->to);
            }
        }
        done += n;
    }
    return FP_OK;
}

static enum fp_status
gather(const struct gathering *g, int axis, uint64_t from, unsigned char *out)
{
    const struct fp__cut_axis *a = &g->cut->axes[axis];
    enum fp_status status = FP_OK;

    if (g->spans[axis] <= FP__CHUNK_SIZE) {
        status = fp__source_read(g->source, g->chunk, g->spans[axis], from, g->index);
        if (status == FP_OK) {
            scatter(g, axis, g->chunk, out);
        }
        return status;
    }
    if (g->spans[axis + 1] <= FP__CHUNK_SIZE) {
        return gather_steps(g, axis, from, out);
    }
    for (size_t i = 0; i < a->length && status == FP_OK; i++) {
        status = gather(g, axis + 1, from + (uint64_t)i * a->from, out + i * a->to);
    }
    return status;
}

bool
fp__cut_whole(const struct fp__cut *cut)
{
    size_t size = fp_dtype_size(cut->frame.dtype);

    return cut->ndim == 0 ||
           (cut->ndim == 1 && cut->axes[0].from == size && cut->axes[0].to == size);
}

enum fp_status
fp__cut_read(const struct fp__cut *cut, struct fp__source *source, size_t index,
             unsigned char *chunk, unsigned char *out)
{
    struct gathering g = {cut, source, index, chunk, fp_dtype_size(cut->frame.dtype), {0}};
    uint64_t from = (uint64_t)(index / cut->count) * cut->all + index % cut->count * cut->step;

    if (fp__cut_whole(cut)) {
        return fp__source_read(source, out, cut->bytes, from, index);
    }
    g.spans[cut->ndim] = g.size;
    for (int i = cut->ndim - 1; i >= 0; i--) {
        g.spans[i] = g.spans[i + 1] + (cut->axes[i].length - 1) * cut->axes[i].from;
    }
    return gather(&g, 0, from, out);
}
