/* SPDX-License-Identifier: MIT */
/* stdout.c: bytes to standard output, unbuffered, so that nothing can be lost at exit. */
#include "cli/opt/stdout.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/reason.h"

static struct {
    int failure; /* errno of the first write that failed */
    bool wrote;
} state;

void
fp__stdout_begin(void)
{
    memset(&state, 0, sizeof state);
}

bool
fp__stdout_is_terminal(void)
{
    return isatty(STDOUT_FILENO);
}

bool
fp__stdout_screen(size_t *columns, size_t *rows)
{
    struct winsize told;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &told) != 0)
        return false;
    *columns = told.ws_col;
    *rows = told.ws_row;
    return *columns > 0 && *rows > 0;
}

bool
fp__stdout_write(const void *bytes, size_t n)
{
    const char *at = bytes;
    state.wrote = true;
    while (n > 0 && !state.failure) {
        ssize_t wrote = write(STDOUT_FILENO, at, n);
        if (wrote < 0 && errno != EINTR) {
            state.failure = errno;
        } else if (wrote > 0) {
            at += wrote;
            n -= (size_t)wrote;
        }
    }
    return !state.failure;
}

enum fp_status
fp__stdout_sink(void *data, const void *bytes, size_t n)
{
    (void)data;
    return fp__stdout_write(bytes, n) ? FP_OK : FP_ERR_OUTPUT;
}

int
fp__stdout_print(struct fp_text *text)
{
    int code = text->failed ? fp__message_no_memory() : 0;
    if (!code)
        fp__stdout_write(fp_text_string(text), text->length);
    fp_text_finish(text);
    return code;
}

void
fp__stdout_reader_left(void)
{
    state.failure = state.failure ? state.failure : EPIPE;
}

bool
fp__stdout_failed(void)
{
    return state.failure;
}

/* --- What others write ----------------------------------------------------------------------- */

static void (*volatile on_left)(void);

/* Another pipe that breaks is the script's own affair. */
static void
look_at_reader(int signal)
{
    struct pollfd out = {.fd = STDOUT_FILENO};
    int kept = errno;
    (void)signal;
    if (poll(&out, 1, 0) == 1 && (out.revents & (POLLERR | POLLHUP))) {
        fp__stdout_reader_left();
        on_left();
    }
    errno = kept;
}

/* The first failure's reason is lost when later bytes went through. */
static void
flush_others(void)
{
    errno = 0;
    if ((fflush(stdout) != 0 || ferror(stdout)) && !state.failure)
        state.failure = errno ? errno : EIO;
}

void
fp__stdout_watch(void (*left)(void))
{
    struct sigaction action = {.sa_handler = left ? look_at_reader : SIG_IGN};
    on_left = left ? left : on_left;
    sigaction(SIGPIPE, &action, NULL);
    if (!left)
        flush_others();
}

/* Some file systems tell of a full disk only when the file is closed; closing a duplicate asks
 * them and leaves standard output open for whoever started us. */
static void
check_arrival(void)
{
    int copy = dup(STDOUT_FILENO);
    if (copy < 0 || close(copy) != 0)
        state.failure = errno;
}

int
fp__stdout_finish(int code)
{
    if (state.wrote && !state.failure)
        check_arrival();
    if (!state.failure)
        return code;
    if (state.failure == EPIPE)
        return FP__EXIT_SIGNAL + SIGPIPE;
    return fp__message_error(FP__EXIT_OUTPUT,
                             "standard output: %s" FP__AND_HINT
                             "what was written there is not complete",
                             fp__reason(state.failure));
}
