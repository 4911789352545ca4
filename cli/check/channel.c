/* SPDX-License-Identifier: MIT */
/* channel.c: fork, and a socket pair that keeps records whole. */
#include "cli/check/channel.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* It shall not outlive its parent by a moment, whatever it is doing. The parent may have ended
 * before the kernel was told. */
static void
end_with_parent(pid_t parent)
{
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
        _exit(1);
}

/* A terminal sends these to both of us; the parent decides what they mean. */
static void
leave_to_parent(void)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    struct sigaction usual = {.sa_handler = SIG_DFL};
    sigaction(SIGINT, &ignore, NULL);
    sigaction(SIGHUP, &ignore, NULL);
    sigaction(SIGTERM, &usual, NULL);
    sigaction(SIGXCPU, &usual, NULL);
}

bool
fp__channel_start(struct fp__channel *channel, fp__channel_fn run, void *data)
{
    int ends[2];
    *channel = (struct fp__channel){.fd = -1};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid == 0) {
        end_with_parent(parent);
        close(ends[0]);
        leave_to_parent();
        _exit(run(data, ends[1]));
    }
    int error = errno;
    close(ends[1]);
    if (pid < 0)
        close(ends[0]);
    errno = error;
    *channel = (struct fp__channel){.fd = pid < 0 ? -1 : ends[0], .pid = pid};
    return pid > 0;
}

int
fp__channel_finish(struct fp__channel *channel)
{
    int status = 0;
    close(channel->fd);
    channel->fd = -1;
    while (waitpid(channel->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    return status;
}

bool
fp__channel_send(int fd, const void *record, size_t size)
{
    ssize_t sent;
    do {
        sent = send(fd, record, size, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)size;
}

size_t
fp__channel_receive_some(int fd, void *record, size_t room)
{
    ssize_t got;
    do {
        got = recv(fd, record, room, 0);
    } while (got < 0 && errno == EINTR);
    return got > 0 ? (size_t)got : 0;
}

bool
fp__channel_receive(int fd, void *record, size_t size)
{
    return fp__channel_receive_some(fd, record, size) == size;
}

void
fp__channel_drop(struct fp__channel *channel)
{
    if (channel->fd >= 0)
        close(channel->fd);
    channel->fd = -1;
}
