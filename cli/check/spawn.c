/* SPDX-License-Identifier: MIT */
/* spawn.c: posix_spawn, and words for why it did not work. */
#include "cli/check/spawn.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"

/* The streams, as the program numbers them. */
enum { OUTPUT = 1, ERRORS };

/* An end that stays at its number is put onto itself: it stays open in the program, and there
 * only. */
static bool
add_actions(posix_spawn_file_actions_t *actions, const struct fp__spawn *plan)
{
    int error = 0;
    if (plan->output[0] >= 0) {
        error |= posix_spawn_file_actions_adddup2(actions, plan->output[0], OUTPUT);
        error |= posix_spawn_file_actions_adddup2(actions, plan->output[1], ERRORS);
    } else if (plan->output_to_stderr) {
        error |= posix_spawn_file_actions_adddup2(actions, ERRORS, OUTPUT);
    }
    for (int i = 0; i < FP__SPAWN_ENDS; i++)
        if (plan->end[i] >= 0)
            error |= posix_spawn_file_actions_adddup2(actions, plan->end[i], plan->number[i]);
    return error == 0;
}

/* The signals that the tool ignores for itself (tool.c) are the program's again. */
static int
spawn(const struct fp__spawn *plan, char *const *command, char **variables, pid_t *pid)
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
    if (add_actions(&actions, plan))
        error = posix_spawnp(pid, command[0], &actions, &attributes, command, variables);
    if (error)
        *pid = 0;
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error;
}

int
fp__spawn_failed(const char *name, int error)
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
        return fp__spawn_failed(name, error);
    }
}

int
fp__spawn(const struct fp__spawn *plan, char *const *command, char **variables, pid_t *pid)
{
    int error = spawn(plan, command, variables, pid);
    return error ? refuse(command[0], error) : 0;
}
