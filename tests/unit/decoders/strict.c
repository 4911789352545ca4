/* SPDX-License-Identifier: MIT */
/* strict.c: PNG files by the specification (second edition): chunks, their order, filters. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "unit/crc32.h"
#include "unit/decoders/decoders.h"

#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define MAX_CHUNK 0x7fffffff

struct file {
    const uint8_t *at;
    const uint8_t *end;
    uint8_t *data; /* of all IDAT chunks */
    size_t size;
    bool closed; /* another chunk came after them */
};

static uint32_t
be32(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* --- Chunks ----------------------------------------------------------------------------------- */

static bool
is_type(const uint8_t *chunk, const char *type)
{
    return memcmp(chunk + 4, type, 4) == 0;
}

/* Goes on to the next one. */
static const char *
next_chunk(struct file *file, const uint8_t **chunk, size_t *n)
{
    size_t rest = (size_t)(file->end - file->at);

    if (rest < 12)
        return "chunks: the file ends too early";
    *chunk = file->at;
    *n = be32(file->at);
    if (*n > MAX_CHUNK || *n > rest - 12)
        return "chunks: the length";
    file->at += *n + 12;
    return crc32_of(*chunk + 4, *n + 4) == be32(*chunk + 8 + *n) ? NULL : "chunks: the CRC";
}

static const char *
take_header(struct file *file, struct decoded *out)
{
    const uint8_t *chunk;
    size_t n;

    if (file->end - file->at < 8 || memcmp(file->at, SIGNATURE, 8) != 0)
        return "the signature";
    file->at += 8;
    const char *wrong = next_chunk(file, &chunk, &n);
    if (wrong)
        return wrong;
    if (!is_type(chunk, "IHDR") || n != 13)
        return "IHDR does not come first";
    uint32_t width = be32(chunk + 8), height = be32(chunk + 12);
    if (width < 1 || height < 1 || width > MAX_CHUNK || height > MAX_CHUNK)
        return "IHDR: the size";
    int channels = chunk[17] == 0 ? 1 : chunk[17] == 2 ? 3 : chunk[17] == 6 ? 4 : 0;
    if (chunk[16] != 8 || channels == 0 || memcmp(chunk + 18, "\0\0", 3) != 0)
        return "IHDR: not a kind that the library writes";
    *out = (struct decoded){(int)width, (int)height, channels, NULL};
    return NULL;
}

static const char *
take_chunk(struct file *file, bool *last)
{
    const uint8_t *chunk;
    size_t n;
    const char *wrong = next_chunk(file, &chunk, &n);

    if (wrong)
        return wrong;
    *last = is_type(chunk, "IEND");
    if (is_type(chunk, "IDAT")) {
        if (file->closed)
            return "IDAT: another chunk between";
        memcpy(file->data + file->size, chunk + 8, n);
        file->size += n;
        return NULL;
    }
    file->closed = file->size > 0;
    if (*last)
        return n == 0 && file->at == file->end ? NULL : "IEND is not the end";
    if (file->closed ||
        !(is_type(chunk, "pHYs") || is_type(chunk, "tEXt") || is_type(chunk, "iTXt")))
        return "a chunk that the library does not write there";
    return NULL;
}

static const char *
take_chunks(struct file *file)
{
    bool last = false;

    while (!last) {
        const char *wrong = take_chunk(file, &last);

        if (wrong)
            return wrong;
    }
    return NULL;
}

/* --- Filters (9.2) ---------------------------------------------------------------------------- */

static uint8_t
paeth(int left, int above, int corner)
{
    int guess = left + above - corner;
    int to_left = abs(guess - left), to_above = abs(guess - above), to_corner = abs(guess - corner);

    if (to_left <= to_above && to_left <= to_corner)
        return (uint8_t)left;
    return (uint8_t)(to_above <= to_corner ? above : corner);
}

/* What the filter foretells of byte i. */
static int
foretell(uint8_t filter, const uint8_t *row, const uint8_t *above, size_t i, size_t pixel)
{
    int a = i < pixel ? 0 : row[i - pixel], b = above ? above[i] : 0;
    int c = above && i >= pixel ? above[i - pixel] : 0;

    switch (filter) {
    case 0:
        return 0;
    case 1:
        return a;
    case 2:
        return b;
    case 3:
        return (a + b) / 2;
    default:
        return paeth(a, b, c);
    }
}

static const char *
undo_filters(struct decoded *out, const uint8_t *rows)
{
    size_t pixel = (size_t)out->channels, n = (size_t)out->width * pixel;
    const uint8_t *above = NULL;

    for (int y = 0; y < out->height; y++, rows += n + 1) {
        uint8_t *row = out->bytes + (size_t)y * n;

        if (rows[0] > 4)
            return "rows: no such filter";
        for (size_t i = 0; i < n; i++)
            row[i] = (uint8_t)(rows[1 + i] + foretell(rows[0], row, above, i, pixel));
        above = row;
    }
    return NULL;
}

/* --- The file --------------------------------------------------------------------------------- */

static const char *
decode(struct file *file, struct decoded *out)
{
    size_t n = (size_t)out->width * (size_t)out->channels, height = (size_t)out->height;
    uint8_t *rows = malloc((n + 1) * height);
    const char *wrong = take_chunks(file);

    out->bytes = malloc(n * height);
    if (!rows || !out->bytes)
        wrong = "no memory";
    if (!wrong)
        wrong = inflate_strictly(rows, (n + 1) * height, file->data, file->size);
    if (!wrong)
        wrong = undo_filters(out, rows);
    if (wrong) {
        free(out->bytes);
        out->bytes = NULL;
    }
    free(rows);
    return wrong;
}

const char *
decode_strictly(const void *bytes, size_t n, struct decoded *out)
{
    struct file file = {bytes, (const uint8_t *)bytes + n, malloc(n + 1), 0, false};
    const char *wrong = file.data ? take_header(&file, out) : "no memory";

    if (!wrong)
        wrong = decode(&file, out);
    free(file.data);
    return wrong;
}
