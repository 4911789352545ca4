/* SPDX-License-Identifier: MIT */
/* cpu.h: which instructions this CPU has beside those that every CPU of its kind has.
 *
 * A fast path is a file of its own, x_avx2.c beside x.c, with the same function under another name
 * and the same results to the last bit; x.c calls it where the CPU has what it needs. Functions in
 * such files are compiled for more than the rest of the library by an attribute, so that a build
 * for any x86-64 holds all of them. Other architectures have the plain path only. */
#ifndef CORE_CPU_H
#define CORE_CPU_H

#include <stdbool.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define FP__X86 1
#define FP__AVX2 __attribute__((target("avx2")))
#define FP__AVX512 __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl")))
#else
#define FP__X86 0
#endif

static inline bool
fp__cpu_has_avx2(void)
{
#if FP__X86
    return __builtin_cpu_supports("avx2");
#else
    return false;
#endif
}

/* The parts of it that all CPUs have which have any, but for the first ones. */
static inline bool
fp__cpu_has_avx512(void)
{
#if FP__X86
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
#else
    return false;
#endif
}

#endif
