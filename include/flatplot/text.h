/* SPDX-License-Identifier: MIT */
/* text.h: a growing string, and numbers as text in the same way in every locale. */
#ifndef FLATPLOT_TEXT_H
#define FLATPLOT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "flatplot/context.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A string that grows. Start it with `struct fp_text t = {0};`, end it with fp_text_finish.
 * `bytes` is NULL while empty, else ends in a NUL that `length` does not count. The first append
 * that finds no memory sets `failed`; later ones do nothing, so one check at the end is enough. */
struct fp_text {
    char *bytes;
    size_t length;
    size_t room;
    bool failed;
};

/* Frees the string and makes it empty. fp_text_clear makes it empty and keeps the memory. */
FP_API void fp_text_finish(struct fp_text *text);
FP_API void fp_text_clear(struct fp_text *text);

/* Append a string, or n bytes of any kind. */
FP_API void fp_text_append(struct fp_text *text, const char *string);
FP_API void fp_text_append_bytes(struct fp_text *text, const void *bytes, size_t n);

/* printf-like, for %s %d %u %zu %c and their kin. Floating-point numbers go through
 * fp_text_append_number or fp_text_append_fixed, which no locale changes. */
FP_API void fp_text_append_format(struct fp_text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The shortest decimal that reads back as the same double: 0.1, 1e+20, -inf, nan. */
FP_API void fp_text_append_number(struct fp_text *text, double value);

/* As printf's %.*f and %.*e with a decimal point. digits: 0 … 64. */
FP_API void fp_text_append_fixed(struct fp_text *text, double value, int digits);
FP_API void fp_text_append_exponent(struct fp_text *text, double value, int digits);

/* The string, never NULL ("" while empty). */
FP_API const char *fp_text_string(const struct fp_text *text);

/* Enough for any double written by fp_number_format, with its NUL. */
#define FP_NUMBER_ROOM 32

/* Writes the shortest decimal of value into out and returns its length. */
FP_API size_t fp_number_format(double value, char out[FP_NUMBER_ROOM]);

/* Reads a number from the start of `string` as C's strtod does in the "C" locale, but for
 * hexadecimal ones, and stores where it ends. False, with nothing stored, when there is none. */
FP_API bool fp_number_parse(const char *string, const char **end, double *value);

/* True when the n bytes are well-formed UTF-8 (no surrogates, no overlong forms). */
FP_API bool fp_utf8_valid(const char *bytes, size_t n);

/* The candidate nearest to `word` by edit distance, or NULL when none is near enough to be meant
 * (more than a third of its letters differ). For "did you mean …". */
FP_API const char *fp_text_nearest(const char *word, const char *const *candidates, size_t n);

#ifdef __cplusplus
}
#endif
#endif
