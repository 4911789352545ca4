/* SPDX-License-Identifier: MIT */
/* signals.h: ^C and its kin end a job after the frame that is being drawn; a second one at once. */
#ifndef CLI_OPT_SIGNALS_H
#define CLI_OPT_SIGNALS_H

#include <signal.h>

enum { FP__SIGNALS = 4 };

struct fp__signals {
    struct sigaction before[FP__SIGNALS];
};

/* Listens to SIGINT, SIGTERM, SIGHUP and SIGXCPU, except to those that our caller ignores (nohup,
 * background jobs). What comes less than half a second after the first is no second one: timeout(1)
 * and terminals send more than one for one wish. */
void fp__signals_catch(struct fp__signals *signals);
void fp__signals_restore(const struct fp__signals *signals);

/* The signal that came, or 0. */
int fp__signals_came(void);

/* Passes over what came: somebody saw to it, and the next one is the first. */
void fp__signals_forget(void);

/* Called in the handler at the first signal; NULL: nobody. */
void fp__signals_tell(void (*fn)(void));

/* A process that a second signal kills with us, and its group if it leads one; 0: none. */
void fp__signals_take_along(int pid);

#endif
