/* SPDX-License-Identifier: MIT */
/* cpu_time.h: the clock of the benchmark's programs. */
#ifndef BENCH_CPU_TIME_H
#define BENCH_CPU_TIME_H

#include <time.h>

/* Milliseconds of CPU that this thread took: waiting for a processor is not counted. */
static inline double
cpu_time(void)
{
    struct timespec t;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

#endif
