/* SPDX-License-Identifier: MIT */
/* name_tables.h: the colours that have names. Written by name_tables.py. */
#ifndef COLOR_NAME_TABLES_H
#define COLOR_NAME_TABLES_H

#include <stdint.h>

#define FP__COLOR_NAMES 167

/* In lower case and alphabetical order: CSS 4's, tab:…, and single letters. */
extern const char *const fp__color_names[FP__COLOR_NAMES];

/* The colour of each of them. */
extern const uint8_t fp__color_named[FP__COLOR_NAMES][3];

/* Tableau's ten, in the order that lines take them. */
extern const uint8_t fp__color_cycle[10][3];

#endif
