/* SPDX-License-Identifier: MIT */
/* weak.h: the cell that all weak references to one object share. */
#ifndef CORE_WEAK_H
#define CORE_WEAK_H

#include "core/object.h"

/* Makes every weak reference to obj read NULL. */
void fp__weak_kill(struct fp_object *obj);

#endif
