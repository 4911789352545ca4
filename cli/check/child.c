/* SPDX-License-Identifier: MIT */
/* child.c: pipes, a FIFO in a folder of our own, and posix_spawn. The only file of the tool that
 * opens, reads and closes descriptors: these are no files but ends of conversations. */
#include "cli/check/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cli/check/profile.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/stdout.h"

static const char fifo_name[] = "/ticks";

/* The child's own streams, as it numbers them. */
enum { INPUT, OUTPUT, ERRORS };

/* --- channels ---------------------------------------------------------------------------------------- */

static void
close_end(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* Where a standard stream is closed its number is free, and a channel must not take its place. */
static bool
move_above_streams(int *fd)
{
    if (*fd < 0 || *fd > ERRORS)
        return *fd >= 0;
    int moved = fcntl(*fd, F_DUPFD_CLOEXEC, ERRORS + 1);
    close_end(fd);
    *fd = moved;
    return moved >= 0;
}

/* ends[0] is read, ends[1] written; `ours` of them never waits. */
static bool
make_pipe(int ends[2], int ours)
{
    if (pipe2(ends, O_CLOEXEC) != 0) {
        ends[0] = ends[1] = -1;
        return false;
    }
    bool fine = move_above_streams(&ends[0]);
    fine = move_above_streams(&ends[1]) && fine;
    return fine && fcntl(ends[ours], F_SETFL, O_NONBLOCK) == 0;
}

/* A folder that only we may enter, with the FIFO in it. */
static bool
make_fifo(struct fp__child *child, char path[PATH_MAX])
{
    const char *temporary = getenv("TMPDIR");
    char folder[PATH_MAX];
    int n = snprintf(folder, sizeof folder, "%s/flatplot-XXXXXX",
                     temporary && *temporary == '/' ? temporary : "/tmp");
    if (n >= (int)(sizeof folder - sizeof fifo_name) || !mkdtemp(folder))
        return false;
    memcpy(child->folder, folder, sizeof folder);
    memcpy(path, folder, sizeof folder);
    strcat(path, fifo_name);
    return mkfifo(path, 0600) == 0;
}

/* Both ends are ours too, so that neither side ever sees the other go. Where no folder can be made
 * a pipe serves, which programs reach by its number only. */
static bool
open_ticks(struct fp__child *child, char path[PATH_MAX])
{
    if (make_fifo(child, path)) {
        child->ticks = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        child->ticks_end = open(path, O_WRONLY | O_CLOEXEC);
        bool fine = move_above_streams(&child->ticks);
        return move_above_streams(&child->ticks_end) && fine;
    }
    fp__child_forget_file(child);
    *path = '\0';
    int ends[2];
    bool fine = make_pipe(ends, 0);
    child->ticks = ends[0];
    child->ticks_end = ends[1];
    return fine;
}

static bool
open_answers(struct fp__child *child)
{
    int ends[2];
    bool fine = make_pipe(ends, 1);
    child->answers = ends[1];
    child->answers_end = ends[0];
    return fine;
}

void
fp__child_forget_file(struct fp__child *child)
{
    char path[PATH_MAX + sizeof fifo_name];
    if (!*child->folder)
        return;
    snprintf(path, sizeof path, "%s%s", child->folder, fifo_name);
    unlink(path);
    rmdir(child->folder);
    *child->folder = '\0';
}

/* --- starting ---------------------------------------------------------------------------------------- */

/* What the child gets of it all; -1: our own stream. */
struct ends {
    int output[2];
};

static bool
open_output(struct fp__child *child, struct ends *theirs, bool together)
{
    for (int i = 0; i < 2; i++) {
        int ends[2];
        if (i == 1 && together) {
            theirs->output[1] = theirs->output[0];
            break;
        }
        bool fine = make_pipe(ends, 0);
        child->output[i] = ends[0];
        theirs->output[i] = ends[1];
        if (!fine)
            return false;
    }
    return true;
}

static bool
add_actions(posix_spawn_file_actions_t *actions, const struct fp__child *child,
            const struct ends *theirs)
{
    int error = 0;
    if (theirs->output[0] >= 0) {
        error |= posix_spawn_file_actions_adddup2(actions, theirs->output[0], OUTPUT);
        error |= posix_spawn_file_actions_adddup2(actions, theirs->output[1], ERRORS);
    } else if (child->to_stderr) {
        error |= posix_spawn_file_actions_adddup2(actions, ERRORS, OUTPUT);
    }
    /* Onto themselves: they stay open in the child, and there only. */
    if (child->ticks_end >= 0)
        error |= posix_spawn_file_actions_adddup2(actions, child->ticks_end, child->ticks_end);
    if (child->answers_end >= 0)
        error |= posix_spawn_file_actions_adddup2(actions, child->answers_end, child->answers_end);
    return error == 0;
}

/* The signals that the tool ignores for itself (tool.c) are the child's again. */
static int
spawn(struct fp__child *child, const struct ends *theirs, char *const *command, char **variables)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t usual;
    int error = ENOMEM;
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    sigaddset(&usual, SIGXFSZ);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_init(&actions);
    if (add_actions(&actions, child, theirs))
        error = posix_spawnp(&child->pid, command[0], &actions, &attributes, command, variables);
    if (error)
        child->pid = 0;
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error;
}

static int
cannot_start(const char *name, int error)
{
    return fp__message_error(FP__EXIT_OUTPUT,
                             "%s: cannot be started: %s" FP__AND_HINT
                             "check the memory that is free and the limits: ulimit -a",
                             name, strerrordesc_np(error));
}

static int
refuse(const char *name, int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return fp__message_error(FP__EXIT_USAGE,
                                 "%s: no such command" FP__AND_HINT
                                 "check its name and PATH; a script's first line must name a "
                                 "program that is there",
                                 name);
    case EACCES:
    case EPERM:
        return fp__message_error(FP__EXIT_USAGE,
                                 "%s: may not be run" FP__AND_HINT
                                 "make it executable (chmod +x), or name its interpreter first",
                                 name);
    case ENOEXEC:
        return fp__message_error(
            FP__EXIT_USAGE, "%s: is no program" FP__AND_HINT "name its interpreter first: sh %s",
            name, name);
    default:
        return cannot_start(name, error);
    }
}

static int
start(struct fp__child *child, const struct fp__child_plan *plan, struct ends *theirs,
      struct fp__environment *environment)
{
    struct fp__profile profile = {.strict = !plan->native_allocator, .unbuffered = plan->output};
    char path[PATH_MAX] = "";
    if (plan->ticks && (!open_ticks(child, path) || !open_answers(child)))
        return cannot_start(plan->command[0], errno);
    if (plan->output && !open_output(child, theirs, plan->output_to_stderr))
        return cannot_start(plan->command[0], errno);
    profile.tick_fd = child->ticks_end;
    profile.answer_fd = child->answers_end;
    profile.tick_file = path;
    if (!fp__environment_init(environment, &profile))
        return fp__message_no_memory();
    int error = spawn(child, theirs, plan->command, environment->variables);
    return error ? refuse(plan->command[0], error) : 0;
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
    struct ends theirs = {{-1, -1}};
    struct fp__environment environment = {0};
    *child = fp__child_none();
    child->to_stderr = plan->output_to_stderr;
    int code = start(child, plan, &theirs, &environment);
    fp__environment_finish(&environment);
    if (theirs.output[1] != theirs.output[0])
        close_end(&theirs.output[1]);
    close_end(&theirs.output[0]);
    return code;
}

void
fp__child_finish(struct fp__child *child)
{
    fp__child_forget_file(child);
    close_end(&child->ticks);
    close_end(&child->ticks_end);
    close_end(&child->answers);
    close_end(&child->answers_end);
    close_end(&child->output[0]);
    close_end(&child->output[1]);
}

/* --- the conversation -------------------------------------------------------------------------------- */

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
        close_end(fd);
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
