/* SPDX-License-Identifier: MIT */
/* signals.c: one flag, looked at between frames. */
#include "cli/batch/signals.h"

#include <stddef.h>
#include <time.h>
#include <unistd.h>

#include "cli/exit.h"

static const int numbers[FP__SIGNALS] = {SIGINT, SIGTERM, SIGHUP, SIGXCPU};

static const long long one_wish = 500000000; /* nanoseconds */

static volatile sig_atomic_t came;
static volatile sig_atomic_t companion;
static long long came_at; /* touched by the handler only, which no other signal interrupts */

static long long
nanoseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void
on_signal(int number)
{
    if (!came) {
        came_at = nanoseconds();
        came = number;
    } else if (nanoseconds() - came_at >= one_wish) {
        if (companion > 0) {
            kill(-companion, SIGKILL);
            kill(companion, SIGKILL);
        }
        _exit(FP__EXIT_SIGNAL + number);
    }
}

void
fp__signals_catch(struct fp__signals *signals)
{
    /* SA_RESTART: the frame that is being drawn is finished as if nothing had come. */
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    came = companion = 0;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < FP__SIGNALS; i++)
        sigaddset(&action.sa_mask, numbers[i]);
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

void
fp__signals_take_along(int pid)
{
    companion = pid;
}
