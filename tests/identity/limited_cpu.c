/* SPDX-License-Identifier: MIT */
/* limited_cpu.c: a CPU that is said to have the features CPU_FEATURES and no others. Linked into a
 * program, it takes the place of libgcc's cpuinfo.o, which is what __builtin_cpu_supports
 * (core/cpu.h) and the choice among functions that exist twice (core/wide.h) ask. So the same
 * objects run as they do on older CPUs, and nothing in the library has to know of it. */
#if defined(__x86_64__) && defined(__GNUC__)

/* Names, sizes and numbers of features are part of GCC's and clang's ABI (libgcc's cpuinfo.h):
 * vendor, type, subtype, the first 32 features; further features. */
extern struct model {
    unsigned vendor, type, subtype, features[1];
} __cpu_model;
extern unsigned __cpu_features2[4];
int __cpu_indicator_init(void);

struct model __cpu_model = {.vendor = 1, .features = {CPU_FEATURES}};
unsigned __cpu_features2[4];

int
__cpu_indicator_init(void)
{
    return 0;
}

#else

typedef int nothing_to_limit;

#endif
