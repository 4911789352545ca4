/* SPDX-License-Identifier: MIT */
/* judge.h: the later rules, which decide about blocks. */
#ifndef MEMORY_JUDGE_H
#define MEMORY_JUDGE_H

#include "memory/series.h"

/* Whether n ≥ 4 values rise all the way, as rule 6 of verdict.h asks. */
bool fp__judge_sustained(const double *t, const double *y, size_t n);

/* Judges the blocks without the first `dropped`. n is how many samples they were cut from. */
void fp__judge_blocks(const struct fp__blocks *blocks, size_t dropped, size_t n,
                      const struct fp_rule *rule, struct fp_judgement *judgement);

#endif
