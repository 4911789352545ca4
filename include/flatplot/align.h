/* SPDX-License-Identifier: MIT */
/* align.h: which part of a text lies at its point: matplotlib's ha and va. */
#ifndef FLATPLOT_ALIGN_H
#define FLATPLOT_ALIGN_H

#ifdef __cplusplus
extern "C" {
#endif

enum fp_halign { FP_HALIGN_LEFT, FP_HALIGN_CENTER, FP_HALIGN_RIGHT };

/* Of several lines the last one's baseline counts. The baseline's middle is half way from it to the
 * upper edge, which keeps words with and without descenders level. */
enum fp_valign {
    FP_VALIGN_BASELINE,
    FP_VALIGN_TOP,
    FP_VALIGN_CENTER,
    FP_VALIGN_CENTER_BASELINE,
    FP_VALIGN_BOTTOM
};

#ifdef __cplusplus
}
#endif
#endif
