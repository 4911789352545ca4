/* SPDX-License-Identifier: MIT */
/* crc.c: CRC-32 of bytes and of arrays, by ISA-L, which takes a tenth of the time that zlib
 * does. */
#include <isa-l/crc.h>
#include <string.h>

#include "core/object.h"
#include "core/status.h"
#include "data/layout.h"
#include "flatplot/array.h"

enum { BLOCK = 4096 };

uint32_t
fp_crc32(uint32_t crc, const void *bytes, size_t n)
{
    return crc32_gzip_refl(crc, bytes, n);
}

/* Values apart from each other are put together first. */
static uint32_t
add_run(uint32_t crc, const unsigned char *from, size_t n, ptrdiff_t stride, size_t size)
{
    unsigned char block[BLOCK];

    if (stride == (ptrdiff_t)size) {
        return fp_crc32(crc, from, n * size);
    }
    while (n > 0) {
        size_t piece = n < BLOCK / size ? n : BLOCK / size;

        for (size_t i = 0; i < piece; i++) {
            memcpy(block + i * size, from + (ptrdiff_t)i * stride, size);
        }
        crc = fp_crc32(crc, block, piece * size);
        from += (ptrdiff_t)piece * stride;
        n -= piece;
    }
    return crc;
}

/* Numbers of fixed size, so that nothing depends on what lies between members. */
static uint32_t
begin(const struct fp_layout *layout)
{
    uint64_t head[3 + FP_MAX_NDIM] = {(uint64_t)layout->dtype, layout->swapped,
                                      (uint64_t)layout->ndim};

    for (int i = 0; i < layout->ndim; i++) {
        head[3 + i] = layout->shape[i];
    }
    return fp_crc32(0, head, (3 + (size_t)layout->ndim) * sizeof *head);
}

enum fp_status
fp_array_crc32(struct fp_array *array, uint32_t *crc)
{
    const unsigned char *data = fp_array_data(array);
    const struct fp_layout *layout;
    struct fp__walk walk;
    ptrdiff_t offset;
    uint32_t sum;

    if (fp_is_closed(array)) {
        return fp__fail_closed(array ? ((struct fp_object *)array)->ctx : NULL, "array");
    }
    layout = fp_array_layout(array);
    sum = begin(layout);
    fp__walk_begin(&walk, layout);
    while (fp__walk_next(&walk, &offset)) {
        sum = add_run(sum, data + offset, walk.length, walk.stride, fp_dtype_size(layout->dtype));
    }
    *crc = sum;
    return FP_OK;
}
