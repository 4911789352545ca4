/* SPDX-License-Identifier: MIT */
/* wide.h: innermost loops compiled a second time for CPUs that work on more values at once. */
#ifndef CORE_WIDE_H
#define CORE_WIDE_H

#include <stdint.h> /* with it, __GLIBC__ */

/* Before the definition of a static function (an exported one would be exported twice, hidden or
 * not): it exists twice, and the right one is found when the program starts. As no operation is
 * fused or left out (see -ffp-contract in CMakeLists.txt), both give the same bits. There is one
 * only elsewhere than on x86 with glibc, which does the finding, and with clang, which exports what
 * it finds with. */
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__)
#define FP__WIDE __attribute__((target_clones("avx2", "default")))
#else
#define FP__WIDE
#endif

#endif
