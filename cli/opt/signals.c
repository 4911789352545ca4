/* SPDX-License-Identifier: MIT */
/* signals.c: one flag, looked at between frames. */
#include "cli/opt/signals.h"

#include <stddef.h>
#include <unistd.h>

#include "cli/exit.h"
#include "cli/opt/clock.h"

static const int numbers[FP__SIGNALS] = {SIGINT, SIGTERM, SIGHUP, SIGXCPU};

static const double one_wish = 0.5; /* seconds */

static volatile sig_atomic_t came;
static volatile sig_atomic_t companion;
static void (*volatile told)(void);
static double came_at; /* touched by the handler only, which no other signal interrupts */

static void
on_signal(int number)
{
    if (!came) {
        came_at = fp__seconds();
        came = number;
        if (told)
            told();
    } else if (fp__seconds() - came_at >= one_wish) {
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
fp__signals_forget(void)
{
    came = 0;
}

void
fp__signals_tell(void (*fn)(void))
{
    told = fn;
}

void
fp__signals_take_along(int pid)
{
    companion = pid;
}
