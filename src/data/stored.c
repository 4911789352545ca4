/* SPDX-License-Identifier: MIT */
/* stored.c: members of zip archives that lie there as they are: a part of the bytes below. */
#include <zlib.h>

#include "data/unpack.h"

struct stored {
    struct fp__bytes base;
    struct fp__zip_place place;
    uint64_t summed; /* how many of the first bytes crc is of */
    uint32_t crc;
};

/* Only bytes that follow on those of before count. Once all are known to be damaged, every reading
 * fails. */
static enum fp_status
add_to_crc(struct stored *s, const unsigned char *out, size_t n, uint64_t offset)
{
    if (offset <= s->summed && offset + n > s->summed) {
        s->crc =
            (uint32_t)crc32_z(s->crc, out + (s->summed - offset), (size_t)(offset + n - s->summed));
        s->summed = offset + n;
    }
    return s->summed < s->place.size ? FP_OK : fp__zip_check_crc(&s->base, s->crc, &s->place);
}

static enum fp_status
stored_read_at(struct fp__bytes *bytes, void *out, size_t n, uint64_t offset, size_t *got)
{
    struct stored *s = (struct stored *)bytes;
    uint64_t left = offset < s->place.size ? s->place.size - offset : 0;
    size_t k = 0;
    enum fp_status status = fp__bytes_read(bytes->below, out, left < n ? (size_t)left : n,
                                           s->place.offset + offset, &k);

    if (status == FP_OK) {
        status = add_to_crc(s, out, k, offset);
    }
    if (status == FP_OK) {
        *got = k;
    }
    return status;
}

static void
stored_close(struct fp__bytes *bytes)
{
    (void)bytes;
}

static const struct fp__bytes_kind stored_kind = {.read_at = stored_read_at, .close = stored_close};

enum fp_status
fp__bytes_stored(struct fp__bytes **bytes, const char *path, const struct fp__zip_place *place)
{
    struct stored *s = fp__bytes_create((*bytes)->ctx, path, &stored_kind, sizeof *s);

    if (!s) {
        return FP_ERR_MEMORY;
    }
    s->place = *place;
    s->base.size = place->size;
    s->base.below = *bytes;
    *bytes = &s->base;
    return FP_OK;
}
