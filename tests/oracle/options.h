/* SPDX-License-Identifier: MIT */
/* options.h: the words of a case as what imshow takes. */
#ifndef TESTS_ORACLE_OPTIONS_H
#define TESTS_ORACLE_OPTIONS_H

#include "flatplot/axes.h"
#include "oracle/case.h"

/* Everything but alphas, into defaults. The caller unrefs norm.boundaries. */
enum fp_status options_find(const struct words *words, struct fp_imshow_options *options);

#endif
