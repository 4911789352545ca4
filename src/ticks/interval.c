/* SPDX-License-Identifier: MIT */
/* interval.c: intervals wide enough to divide by, and division that rounds down. */
#include "ticks/interval.h"

#include <float.h>
#include <math.h>

void
fp__interval_widen(double *lo, double *hi, double expander, double tiny)
{
    double largest = fmax(fabs(*lo), fabs(*hi));

    if (largest < 1e6 / tiny * DBL_MIN) {
        *lo = -expander;
        *hi = expander;
    } else if (*hi - *lo <= largest * tiny) {
        *lo = fmax(*lo - expander * fabs(*lo), -DBL_MAX);
        *hi = fmin(*hi + expander * fabs(*hi), DBL_MAX);
    }
}

double
fp__floor_divide(double a, double b, double *remainder)
{
    double m = fmod(a, b);
    double quotient = (a - m) / b; /* whole but for the rounding of this division */
    double whole;

    if (m != 0 && (m < 0) != (b < 0)) {
        m += b;
        quotient -= 1;
    }
    *remainder = m;
    whole = floor(quotient);
    return quotient - whole > .5 ? whole + 1 : whole;
}
