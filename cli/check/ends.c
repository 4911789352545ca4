/* SPDX-License-Identifier: MIT */
/* ends.c: pipe2, mkfifo, and descriptors that keep away from the standard streams. */
#include "cli/check/ends.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char fifo_name[] = "/ticks";

/* Above the standard streams; the greatest number of one digit. */
enum { FIRST = 3, LAST_OF_ONE_DIGIT = 9 };

void
fp__end_close(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* Where a standard stream is closed its number is free, and a channel must not take its place. */
static bool
move_above_streams(int *fd)
{
    if (*fd < 0 || *fd >= FIRST)
        return *fd >= 0;
    int moved = fcntl(*fd, F_DUPFD_CLOEXEC, FIRST);
    int error = errno;
    fp__end_close(fd);
    errno = error;
    *fd = moved;
    return moved >= 0;
}

bool
fp__pipe_make(int ends[2], int ours)
{
    if (pipe2(ends, O_CLOEXEC) != 0) {
        ends[0] = ends[1] = -1;
        return false;
    }
    bool fine = move_above_streams(&ends[0]);
    fine = move_above_streams(&ends[1]) && fine;
    return fine && fcntl(ends[ours], F_SETFL, O_NONBLOCK) == 0;
}

bool
fp__fifo_make(char folder[PATH_MAX], char path[PATH_MAX])
{
    const char *temporary = getenv("TMPDIR");
    int n = snprintf(folder, PATH_MAX, "%s/flatplot-XXXXXX",
                     temporary && *temporary == '/' ? temporary : "/tmp");
    if (n >= (int)(PATH_MAX - sizeof fifo_name) || !mkdtemp(folder)) {
        *folder = '\0';
        return false;
    }
    memcpy(path, folder, (size_t)n);
    memcpy(path + n, fifo_name, sizeof fifo_name);
    if (mkfifo(path, 0600) == 0)
        return true;
    fp__fifo_remove(folder);
    return false;
}

void
fp__fifo_remove(char folder[PATH_MAX])
{
    char path[PATH_MAX + sizeof fifo_name];
    if (!*folder)
        return;
    snprintf(path, sizeof path, "%s%s", folder, fifo_name);
    unlink(path);
    rmdir(folder);
    *folder = '\0';
}

/* Without somebody to read, opening the other end would wait for ever. */
bool
fp__fifo_open(const char *path, int ends[2])
{
    ends[1] = -1;
    ends[0] = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (!move_above_streams(&ends[0]))
        return false;
    ends[1] = open(path, O_WRONLY | O_CLOEXEC);
    return move_above_streams(&ends[1]);
}

/* The program does not inherit what is there. */
static bool
is_free(int number, const int *taken, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (taken[i] == number)
            return false;
    int flags = fcntl(number, F_GETFD);
    return flags < 0 || (flags & FD_CLOEXEC);
}

int
fp__end_number(int fd, const int *taken, size_t n)
{
    for (int number = FIRST; fd > LAST_OF_ONE_DIGIT && number <= LAST_OF_ONE_DIGIT; number++)
        if (is_free(number, taken, n))
            return number;
    return fd;
}
