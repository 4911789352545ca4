/* SPDX-License-Identifier: MIT */
/* npy.c: numpy's .npy files, versions 1.0, 2.0 and 3.0.
 *
 * Eight bytes of magic and version, the header's length (2 bytes in version 1, then 4, little
 * endian), the header, and the values. */
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "data/layout.h"
#include "data/npy_header.h"
#include "data/reader.h"

#define MAGIC "\x93NUMPY"

enum { MAGIC_SIZE = 6, PREFIX_SIZE = 12 };

struct npy {
    uint64_t begin; /* where the values stand in the file */
};

struct prefix {
    size_t size; /* of magic, version and length */
    size_t header;
};

/* A file that ends within the magic is one too: cut off. */
static bool
npy_sniff(const unsigned char *head, size_t n)
{
    return memcmp(head, MAGIC, n < MAGIC_SIZE ? n : MAGIC_SIZE) == 0;
}

static enum fp_status
truncated(const struct fp__source *source, size_t n)
{
    return fp__fail(source->ctx, FP_ERR_INPUT,
                    "%s: the .npy header is truncated: the file ends after %zu bytes" FP__HINT
                    "it was not written to its end; save it again",
                    source->path, n);
}

static enum fp_status
check_prefix(const struct fp__source *source, const struct prefix *prefix)
{
    if (prefix->header > fp__bytes_left(source->bytes, prefix->size)) {
        return fp__fail(source->ctx, FP_ERR_INPUT,
                        "%s: the .npy header says it is %zu bytes long, but the file has %llu in "
                        "all" FP__HINT "it was not written to its end; save it again",
                        source->path, prefix->header, (unsigned long long)source->bytes->size);
    }
    if (prefix->header > source->limits.header) {
        return fp__fail(source->ctx, FP_ERR_INPUT,
                        "%s: the .npy header says it is %zu bytes long; %zu are the most that is "
                        "read" FP__HINT "write the file again: np.save(f, a)",
                        source->path, prefix->header, source->limits.header);
    }
    return FP_OK;
}

static enum fp_status
read_prefix(struct fp__source *source, struct prefix *prefix)
{
    unsigned char b[PREFIX_SIZE];
    size_t n;
    enum fp_status status = fp__bytes_read(source->bytes, b, sizeof b, 0, &n);

    if (status < 0) {
        return status;
    }
    if (n < MAGIC_SIZE + 2) {
        return truncated(source, n);
    }
    if (b[6] < 1 || b[6] > 3 || b[7] != 0) {
        return fp__fail(source->ctx, FP_ERR_INPUT,
                        "%s: version %d.%d of the .npy format is not known" FP__HINT
                        "write the file again: np.save(f, a)",
                        source->path, b[6], b[7]);
    }
    prefix->size = b[6] == 1 ? 10 : 12;
    if (n < prefix->size) {
        return truncated(source, n);
    }
    prefix->header = b[8] | (size_t)b[9] << 8;
    if (b[6] > 1) {
        prefix->header |= (size_t)b[10] << 16 | (size_t)b[11] << 24;
    }
    return check_prefix(source, prefix);
}

static enum fp_status
read_header(struct fp__source *source, const struct prefix *prefix, struct fp__npy_header *header)
{
    unsigned char *text = fp_alloc(prefix->header);
    enum fp_status status;
    size_t n;

    if (!text) {
        return fp__fail_memory(source->ctx, "the header of a .npy file");
    }
    status = fp__bytes_read(source->bytes, text, prefix->header, prefix->size, &n);
    if (status == FP_OK && n < prefix->header) {
        status = truncated(source, prefix->size + n);
    }
    if (status == FP_OK) {
        status = fp__npy_header_parse(source->ctx, source->path, text, n, header);
    }
    fp_free(text);
    return status;
}

/* Of packed values only the end tells how many there are, but deflate makes at most 1032 bytes of
 * one (zlib's technical details): a claim beyond that need not be believed until then. */
static enum fp_status
check_packed(const struct fp__source *source)
{
    enum { MOST_OF_ONE = 1032 };
    const struct fp__bytes *packed = source->bytes->below;
    char shape[FP__SHAPE_ROOM];

    if (!packed || packed->size == FP__SIZE_UNKNOWN ||
        source->value_bytes / MOST_OF_ONE <= packed->size) {
        return FP_OK;
    }
    fp__shape_format(source->layout.ndim, source->layout.shape, shape);
    return fp__fail(source->ctx, FP_ERR_INPUT,
                    "%s: is truncated: its %llu packed bytes cannot hold the shape %s of %s, which "
                    "takes %zu" FP__HINT "it was not written or copied to its end",
                    source->path, (unsigned long long)packed->size, shape,
                    fp_dtype_name(source->layout.dtype), source->value_bytes);
}

static enum fp_status
check_length(const struct fp__source *source, uint64_t begin)
{
    char shape[FP__SHAPE_ROOM];

    if (source->value_bytes <= fp__bytes_left(source->bytes, begin)) {
        return check_packed(source);
    }
    fp__shape_format(source->layout.ndim, source->layout.shape, shape);
    return fp__fail(source->ctx, FP_ERR_INPUT,
                    "%s: is truncated: it holds %llu bytes of values, its shape %s of %s takes "
                    "%zu" FP__HINT "it was not written or copied to its end",
                    source->path, (unsigned long long)fp__bytes_left(source->bytes, begin), shape,
                    fp_dtype_name(source->layout.dtype), source->value_bytes);
}

static enum fp_status
npy_open(struct fp__source *source)
{
    struct fp__npy_header header = {0};
    struct prefix prefix = {0};
    struct npy *npy;
    enum fp_status status = read_prefix(source, &prefix);

    if (status == FP_OK) {
        status = read_header(source, &prefix, &header);
    }
    if (status < 0) {
        return status;
    }
    source->layout = header.layout;
    source->fortran = header.fortran;
    source->value_bytes = header.bytes;
    status = check_length(source, prefix.size + prefix.header);
    if (status < 0) {
        return status;
    }
    source->state = npy = fp_alloc(sizeof *npy);
    if (!npy) {
        return fp__fail_memory(source->ctx, "a .npy file");
    }
    npy->begin = prefix.size + prefix.header;
    source->end = npy->begin + header.bytes;
    return FP_OK;
}

static enum fp_status
npy_read(struct fp__source *source, void *bytes, size_t n, uint64_t offset, size_t *got)
{
    const struct npy *npy = source->state;

    return fp__bytes_read(source->bytes, bytes, n, npy->begin + offset, got);
}

static void
npy_close(struct fp__source *source)
{
    fp_free(source->state);
    source->state = NULL;
}

const struct fp__reader fp__reader_npy = {
    .name = "npy",
    .sniff = npy_sniff,
    .open = npy_open,
    .read = npy_read,
    .close = npy_close,
};
