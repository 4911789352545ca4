/* SPDX-License-Identifier: MIT */
/* straight_ways.h: the ways in which fp__straight_rgb can be done; all give the same bytes. */
#ifndef OUTPUT_STRAIGHT_WAYS_H
#define OUTPUT_STRAIGHT_WAYS_H

#include <stddef.h>
#include <stdint.h>

#include "core/cpu.h"

void fp__straight_rgb_plain(uint8_t *restrict to, const uint32_t *restrict from, size_t n);

#if FP__X86
void fp__straight_rgb_avx2(uint8_t *restrict to, const uint32_t *restrict from, size_t n);
#else
#define fp__straight_rgb_avx2 fp__straight_rgb_plain
#endif

#endif
