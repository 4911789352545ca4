/* SPDX-License-Identifier: MIT */
/* interval.h: intervals wide enough to divide by, and division that rounds down. */
#ifndef TICKS_INTERVAL_H
#define TICKS_INTERVAL_H

/* Widens lo ≤ hi when they are too close, as matplotlib 3.6's transforms.nonsingular does: both
 * near 0 become ∓expander; ends less than `tiny` of the larger one apart move outwards by
 * `expander` of their size. */
void fp__interval_widen(double *lo, double *hi, double expander, double tiny);

/* The quotient rounded down, as numpy's floor_divide finds it: through the exact remainder, so that
 * 0.1, which is a little more than a tenth, goes 9 times into 1. The remainder has the sign of b.
 * NaN for b = 0. */
double fp__floor_divide(double a, double b, double *remainder);

#endif
