/* SPDX-License-Identifier: MIT */
/* png_text.c: a text of a PNG file that lies there, found without looking at its pixels. */
#include <string.h>

#include "core/file.h"
#include "flatplot/output.h"

#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define SIGNATURE_SIZE 8
#define FRAME 12 /* bytes of a chunk around its data: length, type, CRC */
#define END_MARK "\0\0\0\0IEND\xae\x42\x60\x82"

enum { MOST_CHUNKS = 100, MOST_TEXT = 1024 };

struct png {
    struct fp_context *ctx;
    const char *path;
    struct fp__file file;
};

static bool
read_at(const struct png *png, void *bytes, size_t n, uint64_t offset)
{
    size_t got;

    return fp__file_read_at(png->ctx, &png->file, png->path, bytes, n, offset, &got) == FP_OK &&
           got == n;
}

/* Begins as a PNG and ends as one: what was copied in part does not. */
static bool
is_whole(const struct png *png)
{
    unsigned char begin[SIGNATURE_SIZE];
    unsigned char end[FRAME];

    return png->file.regular && png->file.size >= SIGNATURE_SIZE + FRAME &&
           read_at(png, begin, sizeof begin, 0) &&
           read_at(png, end, sizeof end, png->file.size - FRAME) &&
           memcmp(begin, SIGNATURE, SIGNATURE_SIZE) == 0 && memcmp(end, END_MARK, FRAME) == 0;
}

static uint32_t
be32(const unsigned char *b)
{
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* A tEXt chunk is its key, a NUL and the text (PNG specification, 11.3.4.3), and then a CRC. */
static bool
is_text(const unsigned char *data, size_t n, const char *key, char *value, size_t room)
{
    size_t head = strlen(key) + 1;

    if (n < head || memcmp(data, key, head) != 0 || n - head >= room)
        return false;
    memcpy(value, data + head, n - head);
    value[n - head] = '\0';
    return true;
}

static bool
find_text(const struct png *png, const char *key, char *value, size_t room)
{
    uint64_t at = SIGNATURE_SIZE;

    for (int i = 0; i < MOST_CHUNKS; i++) {
        unsigned char head[8];
        unsigned char data[4 + MOST_TEXT + 4];

        if (!read_at(png, head, sizeof head, at) || memcmp(head + 4, "IDAT", 4) == 0)
            return false;
        size_t n = be32(head);
        if (memcmp(head + 4, "tEXt", 4) == 0 && n <= MOST_TEXT) {
            memcpy(data, "tEXt", 4);
            if (!read_at(png, data + 4, n + 4, at + 8) ||
                fp_crc32(0, data, n + 4) != be32(data + 4 + n))
                return false;
            if (is_text(data + 4, n, key, value, room))
                return true;
        }
        at += FRAME + n;
    }
    return false;
}

bool
fp_png_text(struct fp_context *ctx, const char *path, const char *key, char *value, size_t room)
{
    struct png png = {.ctx = ctx, .path = path};

    if (fp__file_open(ctx, path, &png.file) != FP_OK)
        return false;
    bool found = is_whole(&png) && find_text(&png, key, value, room);
    fp__file_close(&png.file);
    return found;
}
