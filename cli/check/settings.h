/* SPDX-License-Identifier: MIT */
/* settings.h: what the command line of memcheck asks for. */
#ifndef CLI_CHECK_SETTINGS_H
#define CLI_CHECK_SETTINGS_H

#include "cli/check/loop.h"
#include "flatplot/verdict.h"

enum fp__inconclusive {
    FP__INCONCLUSIVE_6,
    FP__INCONCLUSIVE_PASS,
    FP__INCONCLUSIVE_FAIL,
    FP__INCONCLUSIVE_SKIP
};

/* "200" iterations or "5s". */
struct fp__warm_up {
    bool given;
    bool in_seconds;
    double value;
};

struct fp__check_settings {
    int lifecycle; /* enum fp__form; FP__FORMS: all of them */
    bool selftest;
    const char *from; /* NULL: nothing recorded is judged */
    double attach;    /* a process; 0: none */

    double iterations; /* 0: not given */
    double duration;   /* seconds; 0: not given */
    double interval;   /* seconds; 0: not given */
    struct fp__warm_up warm_up;
    double inject; /* bytes leaked each iteration */
    bool native;   /* the allocator as it is */

    bool no_children;
    bool by_ticks;
    const char *tick_line;
    bool script; /* the command is this program with a script, which stands behind so many words: */
#define FP__SCRIPT_WORDS 2

    double tolerance[FP_METRICS]; /* NaN: not given */
    double max_rss;               /* 0: not given */
    bool strict;
    int inconclusive; /* enum fp__inconclusive */

    const char *csv; /* NULL: not written; as the two below */
    const char *plot;
    const char *json; /* "": standard output */
    bool quiet;
    bool verbose;
};

/* What holds when nothing is asked for. */
void fp__check_settings_init(struct fp__check_settings *settings);

#endif
