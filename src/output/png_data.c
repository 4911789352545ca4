/* SPDX-License-Identifier: MIT */
/* png_data.c: the compressor. A frame's time is spent here. */
#include "output/png_data.h"

#include <stdalign.h>
#include <stdint.h>

#include <isa-l/igzip_lib.h>

#include "flatplot/figure.h"
#include "output/png_rows.h"

/* Level 0 has the same speed and 10 to 35 % more bytes; level 2 has 1 % fewer and takes 5 % more
 * time; level 3 takes 50 to 200 % more and is larger for enlarged images. */
#define LEVEL 1
#define LEVEL_ROOM ISAL_DEF_LVL1_DEFAULT

/* Stays free for the ends of chunks, whatever the compressor does. */
#define KEPT ((size_t)64)

#define ROW_MAX ((size_t)FP_MAX_SIDE * 4)

_Static_assert(1 + ROW_MAX <= FP__PNG_BAND, "a band must hold one row");

/* Rows are filtered and compressed a band at a time, so that memory does not grow with the picture
 * and the band is still in the processor's cache when it is compressed. */
struct work {
    struct isal_zstream stream;
    alignas(16) uint8_t level[LEVEL_ROOM];
    uint8_t straight[ROW_MAX];
    uint8_t band[FP__PNG_BAND];
};

const size_t fp__png_data_work = sizeof(struct work);

/* A byte takes at most the 9 bits of deflate's fixed codes (RFC 1951, 3.2.6; codes made for a block
 * are no longer in sum), and a block, which has 64 Ki symbols but for the last, has a header of up
 * to ISAL_DEF_MAX_HDR_SIZE = 328 bytes, under 1/64 of it. */
bool
fp__png_data_bound(const struct fp__raster *raster, size_t *bytes)
{
    size_t raw;
    size_t total;

    if (__builtin_mul_overflow(fp__png_rows_size(raster), (size_t)raster->height, &raw) ||
        __builtin_add_overflow(raw, raw / 8 + raw / 64 + 4096, &total) ||
        __builtin_add_overflow(total, (total / FP__PNG_DATA_CHUNK + 1) * FP__PNG_CHUNK_FRAME,
                               &total))
        return false;
    *bytes = total;
    return true;
}

static void
start(struct work *work)
{
    isal_deflate_init(&work->stream);
    work->stream.level = LEVEL;
    work->stream.level_buf = work->level;
    work->stream.level_buf_size = sizeof work->level;
    work->stream.gzip_flag = IGZIP_ZLIB; /* with zlib's header and Adler-32 */
}

static bool
compress(struct fp__png_bytes *out, struct isal_zstream *stream, uint8_t *bytes, size_t n,
         bool last)
{
    size_t room = out->room - out->length;

    if (room <= KEPT)
        return false;
    room -= KEPT;
    stream->next_in = bytes;
    stream->avail_in = (uint32_t)n;
    stream->end_of_stream = last;
    stream->next_out = out->bytes + out->length;
    stream->avail_out = room < UINT32_MAX ? (uint32_t)room : UINT32_MAX;
    if (isal_deflate(stream) != COMP_OK || stream->avail_in > 0)
        return false;
    out->length = (size_t)(stream->next_out - out->bytes);
    return !last || stream->internal_state.state == ZSTATE_END;
}

/* ISA-L 2.30 begins a stream by entering a hash of the stream's address into its table, so that the
 * same rows could become other bytes in another process. A few bytes sent ahead as a block of their
 * own are compressed another way, after which the table is in use and that is left out. */
#define AHEAD 8

static bool
compress_band(struct fp__png_bytes *out, struct work *work, size_t n, bool last)
{
    struct isal_zstream *stream = &work->stream;
    size_t ahead = stream->total_in == 0 && n > AHEAD ? AHEAD : 0;

    if (ahead > 0) {
        stream->flush = SYNC_FLUSH;
        if (!compress(out, stream, work->band, ahead, false))
            return false;
        stream->flush = NO_FLUSH;
    }
    return compress(out, stream, work->band + ahead, n - ahead, last);
}

static void
turn_chunk(struct fp__png_bytes *out)
{
    if (fp__png_chunk_length(out) < FP__PNG_DATA_CHUNK)
        return;
    fp__png_chunk_end(out);
    fp__png_chunk_begin(out, "IDAT");
}

void
fp__png_data_begin(struct fp__png_bytes *out, void *memory)
{
    start(memory);
    fp__png_chunk_begin(out, "IDAT");
}

uint8_t *
fp__png_data_band(void *memory)
{
    struct work *work = memory;

    return work->band;
}

bool
fp__png_data_add(struct fp__png_bytes *out, void *memory, size_t n, bool last)
{
    turn_chunk(out);
    if (!compress_band(out, memory, n, last))
        return false;
    if (last)
        fp__png_chunk_end(out);
    return true;
}

bool
fp__png_data_append(struct fp__png_bytes *out, const struct fp__raster *raster, void *memory)
{
    struct work *work = memory;
    struct fp__png_rows rows = {.raster = raster, .straight = work->straight};

    fp__png_data_begin(out, work);
    while (rows.y < raster->height) {
        size_t n = fp__png_rows_fill(&rows, work->band, sizeof work->band);

        if (!fp__png_data_add(out, work, n, rows.y == raster->height))
            return false;
    }
    return true;
}
