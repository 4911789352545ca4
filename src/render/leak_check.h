/* SPDX-License-Identifier: MIT */
/* leak_check.h: builds that are made to look for leaks (FLATPLOT_LEAK_CHECK) give back at the end
 * of the process what cairo and fontconfig keep for good. Other builds just end. */
#ifndef RENDER_LEAK_CHECK_H
#define RENDER_LEAK_CHECK_H

#ifdef FLATPLOT_LEAK_CHECK
/* To be called once fonts are in use. */
void fp__leak_check_begin(void);

/* Gives all of it back now; the end of the process does it by itself. */
void fp__leak_check_end(void);
#else
static inline void
fp__leak_check_begin(void)
{
}

static inline void
fp__leak_check_end(void)
{
}
#endif

#endif
