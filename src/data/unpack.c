/* SPDX-License-Identifier: MIT */
/* unpack.c: what zlib inflates, from gzip and from the deflated members of zip archives. */
#include "data/unpack.h"

#include <zlib.h>

#include "core/alloc.h"
#include "core/status.h"

enum { INPUT_SIZE = 32 << 10, GZIP_BITS = 15 + 16, DEFLATE_BITS = -15 };

struct unpacked {
    struct fp__bytes base;
    z_stream z;
    bool begun;                 /* zlib has memory that is to be freed */
    bool ended;                 /* no bytes come any more */
    bool between;               /* one gzip file ended; another one may follow */
    bool member;                /* of an archive: `place` says how it must end */
    struct fp__zip_place place; /* of gzip: from 0 on, everything */
    uint64_t taken;             /* packed bytes read from below */
    uint64_t given;             /* unpacked bytes */
    uint32_t crc;               /* of those; only of members: zlib compares that of gzip itself */
    double ratio;
    uint64_t ratio_from;
    unsigned char input[INPUT_SIZE];
};

static voidpf
zlib_alloc(voidpf opaque, uInt count, uInt size)
{
    (void)opaque;
    return fp_alloc_array(count, size);
}

static void
zlib_free(voidpf opaque, voidpf block)
{
    (void)opaque;
    fp_free(block);
}

static enum fp_status
damaged(const struct unpacked *u, const char *why)
{
    return fp__fail(u->base.ctx, FP_ERR_INPUT,
                    "%s: the packed data are damaged: %s, after %llu unpacked bytes" FP__HINT "%s",
                    u->base.path, why, (unsigned long long)u->given,
                    u->member ? "unzip -t tells more; copy or save the file again"
                              : "gzip -t tells more; copy or download the file again");
}

static enum fp_status
truncated(const struct unpacked *u)
{
    return fp__fail(u->base.ctx, FP_ERR_INPUT,
                    "%s: the packed data are truncated: they end after %llu bytes" FP__HINT
                    "the file was not written or copied to its end",
                    u->base.path, (unsigned long long)u->taken);
}

/* Deflate cannot do more than 1032:1, and numbers that were measured are far from that. */
static enum fp_status
check_ratio(const struct unpacked *u)
{
    if (u->given <= u->ratio_from || (double)u->given <= u->ratio * (double)u->taken) {
        return FP_OK;
    }
    return fp__fail(u->base.ctx, FP_ERR_INPUT,
                    "%s: %llu packed bytes became %llu, which is more than is unpacked for "
                    "anybody" FP__HINT "if it is meant so, unpack it first: %s",
                    u->base.path, (unsigned long long)u->taken, (unsigned long long)u->given,
                    u->member ? "unzip" : "gunzip");
}

enum fp_status
fp__zip_check_crc(const struct fp__bytes *bytes, uint32_t crc, const struct fp__zip_place *place)
{
    if (crc == place->crc) {
        return FP_OK;
    }
    return fp__fail(bytes->ctx, FP_ERR_INPUT,
                    "%s: is damaged: the CRC-32 of its bytes is %08lx, the archive says "
                    "%08lx" FP__HINT "unzip -t tells more; copy or save the file again",
                    bytes->path, (unsigned long)crc, (unsigned long)place->crc);
}

/* More packed bytes behind those that are left; *more is false when there are none. */
static enum fp_status
refill(struct unpacked *u, bool *more)
{
    size_t left = u->z.avail_in;
    size_t room = sizeof u->input - left;
    uint64_t there = u->place.packed - u->taken;
    enum fp_status status;
    size_t n = 0;

    for (size_t i = 0; i < left; i++) {
        u->input[i] = u->z.next_in[i];
    }
    room = there < room ? (size_t)there : room;
    status = fp__bytes_read_some(u->base.below, u->input + left, 1, room,
                                 u->place.offset + u->taken, &n);
    if (status < 0) {
        return status;
    }
    u->z.next_in = u->input;
    u->z.avail_in = (uInt)(left + n);
    u->taken += n;
    *more = n > 0;
    return FP_OK;
}

/* gunzip unpacks what follows if it is gzip again, and ignores anything else (tapes were filled up
 * with zeros). */
static enum fp_status
go_on(struct unpacked *u)
{
    bool more = true;

    while (more && u->z.avail_in < 2) {
        enum fp_status status = refill(u, &more);

        if (status < 0) {
            return status;
        }
    }
    u->between = false;
    u->ended = !more || u->z.next_in[0] != 0x1f || u->z.next_in[1] != 0x8b;
    if (!u->ended) {
        inflateReset(&u->z);
    }
    return FP_OK;
}

/* One call of zlib, into what room there is. */
static enum fp_status
inflate_once(struct unpacked *u)
{
    switch (inflate(&u->z, Z_NO_FLUSH)) {
    case Z_OK:
    case Z_BUF_ERROR: /* nothing could be done for lack of input or room */
        return FP_OK;
    case Z_STREAM_END:
        u->ended = u->member;
        u->between = !u->member;
        return FP_OK;
    case Z_MEM_ERROR:
        return fp__fail_memory(u->base.ctx, "unpacking a file");
    default:
        return damaged(u, u->z.msg ? u->z.msg : "a dictionary is needed");
    }
}

/* Inflates until there are some bytes or the end. */
static enum fp_status
fill(struct unpacked *u, unsigned room)
{
    enum fp_status status = FP_OK;
    bool more = true;

    while (status == FP_OK && u->z.avail_out == room && !u->ended) {
        if (u->between) {
            status = go_on(u);
            continue;
        }
        if (u->z.avail_in == 0) {
            status = refill(u, &more);
        }
        if (status == FP_OK && !more) {
            return truncated(u);
        }
        if (status == FP_OK) {
            status = inflate_once(u);
        }
    }
    return status;
}

/* The checksum stands behind the last values, and nobody would read on: look whether the end comes
 * next, but wait for nobody. */
static enum fp_status
look_for_end(struct unpacked *u)
{
    enum fp_status status = FP_OK;
    unsigned char none;
    bool more = true;

    u->z.next_out = &none;
    u->z.avail_out = 0;
    do {
        if (u->z.avail_in == 0 && fp__bytes_once(&u->base)) {
            break;
        }
        if (u->z.avail_in == 0) {
            status = refill(u, &more);
        }
        if (status == FP_OK && !more) {
            return truncated(u);
        }
        if (status == FP_OK) {
            status = inflate_once(u);
        }
    } while (status == FP_OK && !u->ended && !u->between && u->z.avail_in == 0);
    return status;
}

/* A member has its length and its CRC-32 from the directory. */
static enum fp_status
check_member(const struct unpacked *u)
{
    if (u->ended && u->given < u->place.size) {
        return damaged(u, "there are fewer than the archive says");
    }
    if (u->given < u->place.size) {
        return FP_OK;
    }
    return u->ended ? fp__zip_check_crc(&u->base, u->crc, &u->place)
                    : damaged(u, "there are more than the archive says");
}

static enum fp_status
unpacked_next(struct fp__bytes *bytes, void *out, size_t n, size_t *got)
{
    struct unpacked *u = (struct unpacked *)bytes;
    uint64_t left = u->member ? u->place.size - u->given : UINT64_MAX;
    unsigned room = (unsigned)(n < (1u << 30) ? n : 1u << 30);
    enum fp_status status;

    room = left < room ? (unsigned)left : room;
    u->z.next_out = out;
    u->z.avail_out = room;
    status = room > 0 ? fill(u, room) : FP_OK;
    room -= u->z.avail_out;
    u->given += room;
    if (status == FP_OK && room > 0 && !u->ended && !u->between) {
        status = look_for_end(u);
    }
    if (status == FP_OK && u->member) {
        u->crc = (uint32_t)crc32(u->crc, out, room);
        status = check_member(u);
    }
    status = status == FP_OK ? check_ratio(u) : status;
    if (status == FP_OK) {
        *got = room;
    }
    return status;
}

static enum fp_status
unpacked_restart(struct fp__bytes *bytes)
{
    struct unpacked *u = (struct unpacked *)bytes;

    inflateReset(&u->z);
    u->z.avail_in = 0;
    u->ended = u->between = false;
    u->taken = u->given = 0;
    u->crc = 0;
    return FP_OK;
}

static void
unpacked_close(struct fp__bytes *bytes)
{
    struct unpacked *u = (struct unpacked *)bytes;

    if (u->begun) {
        inflateEnd(&u->z);
    }
}

static const struct fp__bytes_kind unpacked_kind = {
    .next = unpacked_next,
    .restart = unpacked_restart,
    .close = unpacked_close,
};

static struct unpacked *
create(struct fp__bytes *below, const char *path, int bits, const struct fp_limits *limits)
{
    struct unpacked *u = fp__bytes_create(below->ctx, path, &unpacked_kind, sizeof *u);

    if (!u) {
        return NULL;
    }
    u->z.zalloc = zlib_alloc;
    u->z.zfree = zlib_free;
    if (inflateInit2(&u->z, bits) != Z_OK) {
        fp__bytes_close(&u->base);
        fp__fail_memory(below->ctx, "unpacking a file");
        return NULL;
    }
    u->begun = true;
    u->base.below = below;
    u->ratio = limits->ratio;
    u->ratio_from = limits->ratio_from;
    return u;
}

bool
fp__gzip_sniff(const unsigned char *head, size_t n)
{
    return n >= 4 && head[0] == 0x1f && head[1] == 0x8b && head[2] == Z_DEFLATED && head[3] < 0x20;
}

enum fp_status
fp__bytes_gunzip(struct fp__bytes **bytes, const struct fp_limits *limits)
{
    struct unpacked *u = create(*bytes, (*bytes)->path, GZIP_BITS, limits);

    if (!u) {
        return FP_ERR_MEMORY;
    }
    u->place.packed = UINT64_MAX;
    *bytes = &u->base;
    return FP_OK;
}

enum fp_status
fp__bytes_inflate(struct fp__bytes **bytes, const char *path, const struct fp__zip_place *place,
                  const struct fp_limits *limits)
{
    struct unpacked *u = create(*bytes, path, DEFLATE_BITS, limits);

    if (!u) {
        return FP_ERR_MEMORY;
    }
    u->member = true;
    u->place = *place;
    u->base.size = place->size;
    *bytes = &u->base;
    return FP_OK;
}
