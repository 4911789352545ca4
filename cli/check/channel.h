/* SPDX-License-Identifier: MIT */
/* channel.h: a process of our own to do something in, and records to and from it. */
#ifndef CLI_CHECK_CHANNEL_H
#define CLI_CHECK_CHANNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct fp__channel {
    int fd;    /* our end; -1: none */
    pid_t pid; /* parent's side: the child */
};

/* What runs in the child; its return value is the child's exit code. */
typedef int (*fp__channel_fn)(void *data, int fd);

/* Starts the child, which leaves ^C to its parent and ends when its parent does. False, with errno
 * set, when it could not be started. */
bool fp__channel_start(struct fp__channel *channel, fp__channel_fn run, void *data);

/* Closes our end, which makes the child's next record fail, and waits for its end. Returns what
 * waitpid says of it. */
int fp__channel_finish(struct fp__channel *channel);

/* Whole records of `size` bytes. False when the other side is gone. */
bool fp__channel_send(int fd, const void *record, size_t size);
bool fp__channel_receive(int fd, void *record, size_t size);

/* A whole record of up to `room` bytes. 0 when the other side is gone. */
size_t fp__channel_receive_some(int fd, void *record, size_t room);

/* Closes our end and nothing else: for children, of the channels of their siblings. */
void fp__channel_drop(struct fp__channel *channel);

#endif
