/* SPDX-License-Identifier: MIT */
/* packed_bytes.h: gzip files and zip archives made byte by byte, good ones and bad ones. */
#ifndef TESTS_UNIT_DATA_PACKED_BYTES_H
#define TESTS_UNIT_DATA_PACKED_BYTES_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "unit/support.h"

enum { GZIP_BITS = 31, DEFLATE_BITS = -15 };

/* Deflates n bytes into a new block, the caller's to free(). */
static inline unsigned char *
packed_make(const void *bytes, size_t n, int bits, size_t *size)
{
    z_stream z = {0};
    unsigned char *out;

    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, bits, 9, Z_DEFAULT_STRATEGY), Z_OK);
    *size = deflateBound(&z, n) + 64;
    out = malloc(*size);
    assert_non_null(out);
    z.next_in = (unsigned char *)(uintptr_t)bytes;
    z.avail_in = (unsigned)n;
    z.next_out = out;
    z.avail_out = (unsigned)*size;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    *size = z.total_out;
    deflateEnd(&z);
    return out;
}

struct zip_member {
    const char *name;
    const void *bytes;
    size_t n;
    int method;      /* 0 or 8; others are stored and only said */
    int flags;       /* 1: encrypted */
    uint32_t lie;    /* xor to the CRC-32 */
    uint32_t longer; /* added to the size that is said */
    int zip64;       /* sizes stand in the extra fields, as np.savez has it */
};

struct zip_bytes {
    unsigned char *bytes;
    size_t n;
};

static inline void
zip_put(struct zip_bytes *zip, const void *bytes, size_t n)
{
    zip->bytes = realloc(zip->bytes, zip->n + n + 1);
    assert_non_null(zip->bytes);
    if (n > 0) {
        memcpy(zip->bytes + zip->n, bytes, n);
    }
    zip->n += n;
}

static inline void
zip_number(struct zip_bytes *zip, uint64_t value, size_t size)
{
    unsigned char bytes[8];

    for (size_t i = 0; i < size; i++) {
        bytes[i] = (unsigned char)(value >> 8 * i);
    }
    zip_put(zip, bytes, size);
}

/* What a local header and one of the directory have in common, from the version on. */
static inline void
zip_head(struct zip_bytes *zip, const struct zip_member *m, size_t packed)
{
    uint32_t crc = (uint32_t)crc32(0, m->bytes, (unsigned)m->n) ^ m->lie;

    zip_number(zip, m->zip64 ? 45 : 20, 2);
    zip_number(zip, (uint64_t)m->flags, 2);
    zip_number(zip, (uint64_t)m->method, 2);
    zip_number(zip, 0, 4); /* time and date */
    zip_number(zip, crc, 4);
    zip_number(zip, m->zip64 ? UINT32_MAX : packed, 4);
    zip_number(zip, m->zip64 ? UINT32_MAX : m->n + m->longer, 4);
    zip_number(zip, strlen(m->name), 2);
    zip_number(zip, m->zip64 ? 20 : 0, 2);
}

static inline void
zip_sizes(struct zip_bytes *zip, const struct zip_member *m, size_t packed)
{
    if (m->zip64) {
        zip_number(zip, 1, 2);
        zip_number(zip, 16, 2);
        zip_number(zip, m->n + m->longer, 8);
        zip_number(zip, packed, 8);
    }
}

/* An archive of one stored member with a hole of that many bytes in front, in 64-bit numbers all
 * over. */
static inline void
zip_write_behind_hole(const char *path, const struct zip_member *m, uint64_t hole)
{
    struct zip_bytes zip = {0};
    uint64_t directory, end;
    FILE *file;

    zip_put(&zip, "PK\3\4", 4);
    zip_head(&zip, m, m->n);
    zip_put(&zip, m->name, strlen(m->name));
    zip_sizes(&zip, m, m->n);
    zip_put(&zip, m->bytes, m->n);
    directory = hole + zip.n;
    zip_put(&zip, "PK\1\2\x2d\0", 6);
    zip_head(&zip, m, m->n);
    zip.bytes[zip.n - 2] += 8; /* the offset in the extra field */
    zip_put(&zip, "\0\0\0\0\0\0\0\0\0\0", 10);
    zip_number(&zip, UINT32_MAX, 4);
    zip_put(&zip, m->name, strlen(m->name));
    zip_sizes(&zip, m, m->n);
    zip.bytes[zip.n - 18] += 8;
    zip_number(&zip, hole, 8);
    end = hole + zip.n;
    zip_put(&zip, "PK\6\6", 4);
    zip_number(&zip, 44, 8);
    zip_number(&zip, 45 | 45 << 16, 4);
    zip_number(&zip, 0, 8);
    zip_number(&zip, 1, 8);
    zip_number(&zip, 1, 8);
    zip_number(&zip, end - directory, 8);
    zip_number(&zip, directory, 8);
    zip_put(&zip, "PK\6\7\0\0\0\0", 8);
    zip_number(&zip, end, 8);
    zip_number(&zip, 1, 4);
    zip_put(&zip, "PK\5\6\0\0\0\0\1\0\1\0", 12);
    zip_number(&zip, UINT64_MAX, 8);
    zip_number(&zip, 0, 2);
    file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fseeko(file, (off_t)hole, SEEK_SET), 0);
    assert_int_equal(fwrite(zip.bytes, 1, zip.n, file), zip.n);
    assert_int_equal(fclose(file), 0);
    free(zip.bytes);
}

/* A whole archive; free(zip.bytes). */
static inline struct zip_bytes
zip_make(const struct zip_member *members, size_t count)
{
    struct zip_bytes zip = {0};
    struct zip_bytes directory = {0};
    size_t begin;

    for (size_t i = 0; i < count; i++) {
        const struct zip_member *m = &members[i];
        size_t packed = m->n, offset = zip.n;
        unsigned char *deflated =
            m->method == 8 ? packed_make(m->bytes, m->n, DEFLATE_BITS, &packed) : NULL;

        zip_put(&zip, "PK\3\4", 4);
        zip_head(&zip, m, packed);
        zip_put(&zip, m->name, strlen(m->name));
        zip_sizes(&zip, m, packed);
        zip_put(&zip, deflated ? deflated : m->bytes, packed);
        free(deflated);
        zip_put(&directory, "PK\1\2\x2d\0", 6);
        zip_head(&directory, m, packed);
        zip_put(&directory, "\0\0\0\0\0\0\0\0\0\0", 10); /* no comment, disk 0, attributes */
        zip_number(&directory, offset, 4);
        zip_put(&directory, m->name, strlen(m->name));
        zip_sizes(&directory, m, packed);
    }
    begin = zip.n;
    zip_put(&zip, directory.bytes, directory.n);
    zip_put(&zip, "PK\5\6\0\0\0\0", 8);
    zip_number(&zip, count, 2);
    zip_number(&zip, count, 2);
    zip_number(&zip, directory.n, 4);
    zip_number(&zip, begin, 4);
    zip_number(&zip, 0, 2);
    free(directory.bytes);
    return zip;
}

static inline void
zip_write(const char *path, const struct zip_member *members, size_t count)
{
    struct zip_bytes zip = zip_make(members, count);

    write_file(path, zip.bytes, zip.n);
    free(zip.bytes);
}

static inline void
gzip_write(const char *path, const void *bytes, size_t n)
{
    size_t size;
    unsigned char *packed = packed_make(bytes, n, GZIP_BITS, &size);

    write_file(path, packed, size);
    free(packed);
}

#endif
