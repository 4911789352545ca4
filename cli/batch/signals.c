/* SPDX-License-Identifier: MIT */
/* signals.c: one flag, looked at between frames. */
#include "cli/batch/signals.h"

#include <stddef.h>
#include <unistd.h>

#include "cli/exit.h"

static const int numbers[FP__SIGNALS] = {SIGINT, SIGTERM, SIGHUP, SIGXCPU};

static volatile sig_atomic_t came;

static void
on_signal(int number)
{
    if (came)
        _exit(FP__EXIT_SIGNAL + number);
    came = number;
}

void
fp__signals_catch(struct fp__signals *signals)
{
    /* SA_RESTART: the frame that is being drawn is finished as if nothing had come. */
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    came = 0;
    for (size_t i = 0; i < FP__SIGNALS; i++) {
        sigaction(numbers[i], NULL, &signals->before[i]);
        if (signals->before[i].sa_handler != SIG_IGN)
            sigaction(numbers[i], &action, NULL);
    }
}

void
fp__signals_restore(const struct fp__signals *signals)
{
    for (size_t i = 0; i < FP__SIGNALS; i++)
        sigaction(numbers[i], &signals->before[i], NULL);
}

int
fp__signals_came(void)
{
    return came;
}
