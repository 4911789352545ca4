/* SPDX-License-Identifier: MIT */
/* unpack.h: layers of bytes over other bytes: gzip, and the members of zip archives.
 *
 * A layer takes the bytes below over: *bytes is then the layer, and closing it closes both. After a
 * failure *bytes is what it was. */
#ifndef DATA_UNPACK_H
#define DATA_UNPACK_H

#include "data/bytes.h"

/* True for the first n bytes of a gzip file (RFC 1952). */
bool fp__gzip_sniff(const unsigned char *head, size_t n);

/* What a gzip file unpacks to; several gzip files one after the other are one, as gunzip has it.
 * The CRC-32 is compared when the end is read. */
enum fp_status fp__bytes_gunzip(struct fp__bytes **bytes, const struct fp_limits *limits);

enum { FP__ZIP_STORED = 0, FP__ZIP_DEFLATED = 8 }; /* methods: APPNOTE.TXT 4.4.5 */

/* Where a member's bytes lie in its archive, as the archive's directory says. */
struct fp__zip_place {
    unsigned method; /* FP__ZIP_STORED or FP__ZIP_DEFLATED */
    uint64_t offset;
    uint64_t packed; /* bytes there */
    uint64_t size;   /* when they are unpacked */
    uint32_t crc;    /* of the unpacked ones */
};

/* A deflated member of an archive. */
enum fp_status fp__bytes_inflate(struct fp__bytes **bytes, const char *path,
                                 const struct fp__zip_place *place, const struct fp_limits *limits);

/* A stored one, read at any offset directly; so that its CRC-32 is compared only when it is read
 * from the beginning to the end. */
enum fp_status fp__bytes_stored(struct fp__bytes **bytes, const char *path,
                                const struct fp__zip_place *place);

/* FP_ERR_INPUT when the CRC-32 is not that of the directory. */
enum fp_status fp__zip_check_crc(const struct fp__bytes *bytes, uint32_t crc,
                                 const struct fp__zip_place *place);

#endif
