/* SPDX-License-Identifier: MIT */
/* colors.c: rows of red, green and blue as numbers to opaque pixels. */
#include "pixels/colors.h"

void
fp__colors_opaque_plain(const double *values, size_t n, double full, uint32_t *argb)
{
    for (size_t i = 0; i < n; i++, values += 3)
        argb[i] = 0xff000000u | (uint32_t)fp__color_byte(values[0], full) << 16 |
                  (uint32_t)fp__color_byte(values[1], full) << 8 | fp__color_byte(values[2], full);
}

void
fp__colors_opaque(const double *values, size_t n, double full, uint32_t *argb)
{
#if FP__X86
    if (fp__cpu_has_avx2()) {
        fp__colors_opaque_avx2(values, n, full, argb);
        return;
    }
#endif
    fp__colors_opaque_plain(values, n, full, argb);
}
