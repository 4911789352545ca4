/* SPDX-License-Identifier: MIT */
/* settings.h: what the command line of a contact sheet asks for. */
#ifndef CLI_MONTAGE_SETTINGS_H
#define CLI_MONTAGE_SETTINGS_H

#include "cli/batch/settings.h"

enum { FP__GAP_AUTO = -1 };

/* How the sheet is laid out. */
struct fp__layout_choice {
    int columns; /* 0: not given */
    int cell[2]; /* width and height in pixels; 0: not given */
    int gap;     /* pixels; FP__GAP_AUTO: not given */
};

struct fp__montage {
    struct fp__settings batch; /* first, for the rows of batch/rows.h */
    struct fp__layout_choice layout;
    const char *label; /* NULL: none */
};

_Static_assert(offsetof(struct fp__montage, batch) == 0, "shared rows count from the beginning");

#endif
