/* SPDX-License-Identifier: MIT */
/* names_apart.h: a proof that no two frames of a job have one name, for which no name of a frame is
 * kept: a file with a million frames takes no more memory here than one with ten.
 *
 * Within an input only its frames' numbers change, and a number that is counted up in the pattern
 * never comes again. Names of two inputs differ where what is left of them without their numbers
 * does, and that is kept for as long as it is looked at: one hash an input. */
#ifndef CLI_BATCH_NAMES_APART_H
#define CLI_BATCH_NAMES_APART_H

#include "cli/batch/names.h"

/* True when that is so, as far as no name is a link. False: they may be the same, or there is no
 * memory, and it takes to look at each of them. */
bool fp__names_apart(const struct fp__names *names, const struct fp__plan *plan);

#endif
