/* SPDX-License-Identifier: MIT */
/* settings.h: what the command line of a window asks for. */
#ifndef CLI_SHOW_SETTINGS_H
#define CLI_SHOW_SETTINGS_H

#include "cli/batch/settings.h"

struct fp__show {
    struct fp__settings batch; /* first: its rows are those of all verbs that draw frames */
    double fps;                /* frames a second */
    bool terminal;             /* as text, in place of a window; without axes */
};

#endif
