/* SPDX-License-Identifier: MIT */
/* signals.h: where cli/opt/signals.h was. Goes as soon as no test names it any more. */
#include "cli/opt/signals.h"
