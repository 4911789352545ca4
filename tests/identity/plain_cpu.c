/* SPDX-License-Identifier: MIT */
/* plain_cpu.c: a CPU that can do only what every x86-64 can. Linked into a program, it takes the
 * place of libgcc's cpuinfo.o, which is what __builtin_cpu_supports (core/cpu.h) and the choice
 * among functions that exist twice (core/wide.h) ask. So the same objects run without AVX2, and
 * nothing in the library has to know of it. */
#if defined(__x86_64__) && defined(__GNUC__)

/* Names and sizes are part of GCC's and clang's ABI (libgcc's cpuinfo.h): vendor, type, subtype and
 * the first 32 features; further features. No feature is there. */
extern struct model {
    unsigned vendor, type, subtype, features[1];
} __cpu_model;
extern unsigned __cpu_features2[4];
int __cpu_indicator_init(void);

struct model __cpu_model = {.vendor = 1};
unsigned __cpu_features2[4];

int
__cpu_indicator_init(void)
{
    return 0;
}

#else

typedef int nothing_to_hide;

#endif
