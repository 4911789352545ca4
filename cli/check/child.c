/* SPDX-License-Identifier: MIT */
/* child.c: a checked program started, and the conversation with it. */
#include "cli/check/child.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "cli/check/ends.h"
#include "cli/check/profile.h"
#include "cli/check/spawn.h"
#include "cli/opt/message.h"
#include "cli/opt/stdout.h"

/* Our own stream. */
enum { ERRORS = 2 };

/* --- starting --------------------------------------------------------------------------------- */

/* Where no folder can be made a pipe serves, which programs reach by its number only. */
static bool
open_ticks(struct fp__child *child, char path[PATH_MAX])
{
    int ends[2];
    bool fifo = fp__fifo_make(child->folder, path);
    if (!fifo)
        *path = '\0';
    bool fine = fifo ? fp__fifo_open(path, ends) : fp__pipe_make(ends, 0);
    child->ticks = ends[0];
    child->ticks_end = ends[1];
    return fine;
}

static bool
open_answers(struct fp__child *child)
{
    int ends[2];
    bool fine = fp__pipe_make(ends, 1);
    child->answers = ends[1];
    child->answers_end = ends[0];
    return fine;
}

void
fp__child_forget_file(struct fp__child *child)
{
    fp__fifo_remove(child->folder);
}

static bool
open_output(struct fp__child *child, struct fp__spawn *theirs, bool together)
{
    for (int i = 0; i < 2; i++) {
        int ends[2];
        if (i == 1 && together) {
            theirs->output[1] = theirs->output[0];
            break;
        }
        bool fine = fp__pipe_make(ends, 0);
        child->output[i] = ends[0];
        theirs->output[i] = ends[1];
        if (!fine)
            return false;
    }
    return true;
}

/* No number is where one of the others still has to be taken from. */
static void
number_ends(const struct fp__child *child, struct fp__spawn *theirs)
{
    int taken[] = {child->ticks_end, child->answers_end, theirs->output[0], theirs->output[1], -1};
    enum { TAKEN = sizeof taken / sizeof taken[0] };
    theirs->end[0] = child->ticks_end;
    theirs->end[1] = child->answers_end;
    theirs->number[0] = fp__end_number(theirs->end[0], taken, TAKEN);
    taken[TAKEN - 1] = theirs->number[0];
    theirs->number[1] = fp__end_number(theirs->end[1], taken, TAKEN);
}

static int
start(struct fp__child *child, const struct fp__child_plan *plan, struct fp__spawn *theirs,
      struct fp__environment *environment)
{
    struct fp__profile profile = {.strict = !plan->native_allocator, .unbuffered = plan->output};
    char path[PATH_MAX] = "";
    if (plan->ticks && (!open_ticks(child, path) || !open_answers(child)))
        return fp__spawn_failed(plan->command[0], errno);
    if (plan->output && !open_output(child, theirs, plan->output_to_stderr))
        return fp__spawn_failed(plan->command[0], errno);
    number_ends(child, theirs);
    profile.tick_fd = theirs->number[0];
    profile.answer_fd = theirs->number[1];
    profile.tick_file = path;
    if (!fp__environment_init(environment, &profile))
        return fp__message_no_memory();
    return fp__spawn(theirs, plan->command, environment->variables, &child->pid);
}

struct fp__child
fp__child_none(void)
{
    return (struct fp__child){
        .ticks = -1, .ticks_end = -1, .answers = -1, .answers_end = -1, .output = {-1, -1}};
}

int
fp__child_start(struct fp__child *child, const struct fp__child_plan *plan)
{
    struct fp__spawn theirs = {.output = {-1, -1}, .output_to_stderr = plan->output_to_stderr};
    struct fp__environment environment = {0};
    *child = fp__child_none();
    child->to_stderr = plan->output_to_stderr;
    int code = start(child, plan, &theirs, &environment);
    fp__environment_finish(&environment);
    if (theirs.output[1] != theirs.output[0])
        fp__end_close(&theirs.output[1]);
    fp__end_close(&theirs.output[0]);
    return code;
}

void
fp__child_finish(struct fp__child *child)
{
    fp__child_forget_file(child);
    fp__end_close(&child->ticks);
    fp__end_close(&child->ticks_end);
    fp__end_close(&child->answers);
    fp__end_close(&child->answers_end);
    fp__end_close(&child->output[0]);
    fp__end_close(&child->output[1]);
}

/* --- the conversation ------------------------------------------------------------------------- */

bool
fp__child_wait(const struct fp__child *child, double seconds)
{
    struct pollfd ends[] = {
        {.fd = child->ticks, .events = POLLIN},
        {.fd = child->output[0], .events = POLLIN},
        {.fd = child->output[1], .events = POLLIN},
    };
    struct timespec most = {.tv_sec = (time_t)seconds};
    most.tv_nsec = (long)((seconds - (double)most.tv_sec) * 1e9);
    return ppoll(ends, sizeof ends / sizeof ends[0], &most, NULL) > 0;
}

size_t
fp__child_read_ticks(struct fp__child *child, char *bytes, size_t room)
{
    ssize_t got = child->ticks < 0 ? 0 : read(child->ticks, bytes, room);
    return got > 0 ? (size_t)got : 0;
}

/* False when nobody is there to read it. */
static bool
pass_on(bool to_stderr, const char *bytes, size_t n)
{
    if (!to_stderr)
        return fp__stdout_write(bytes, n);
    while (n > 0) {
        ssize_t wrote = write(ERRORS, bytes, n);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return false;
        bytes += wrote;
        n -= (size_t)wrote;
    }
    return true;
}

/* A stream that ended, or that we cannot pass on, is closed: the child then learns of it. */
size_t
fp__child_read_output(struct fp__child *child, int which, char *bytes, size_t room)
{
    int *fd = &child->output[which];
    if (*fd < 0)
        return 0;
    ssize_t got = read(*fd, bytes, room);
    if (got < 0)
        return 0;
    if (got == 0 || !pass_on(which == 1 || child->to_stderr, bytes, (size_t)got))
        fp__end_close(fd);
    return (size_t)got;
}

/* Newlines, so that a shell's `read` waits for one, too. */
void
fp__child_answer(const struct fp__child *child, size_t n)
{
    char answers[256];
    memset(answers, '\n', sizeof answers);
    while (n > 0 && child->answers >= 0) {
        ssize_t wrote = write(child->answers, answers, n < sizeof answers ? n : sizeof answers);
        if (wrote <= 0)
            return;
        n -= (size_t)wrote;
    }
}

bool
fp__child_reads_answers(const struct fp__child *child)
{
    int unread = 0;
    return child->answers_end >= 0 && ioctl(child->answers_end, FIONREAD, &unread) == 0 &&
           unread == 0;
}
