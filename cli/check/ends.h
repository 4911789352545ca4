/* SPDX-License-Identifier: MIT */
/* ends.h: the ends of conversations with a program: pipes, and a FIFO in a folder of our own. */
#ifndef CLI_CHECK_ENDS_H
#define CLI_CHECK_ENDS_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

/* Makes a pipe: ends[0] is read, ends[1] written, `ours` of them never waits, neither is inherited.
 * False, with errno set; fp__end_close closes what there is in both cases. */
bool fp__pipe_make(int ends[2], int ours);

/* Nothing if it is -1, which it then is. */
void fp__end_close(int *fd);

/* Makes a folder that only we may enter, with the FIFO in it, or leaves *folder empty. */
bool fp__fifo_make(char folder[PATH_MAX], char path[PATH_MAX]);
void fp__fifo_remove(char folder[PATH_MAX]);

/* Both ends are ours, so that neither side ever sees the other go. False, with errno set. */
bool fp__fifo_open(const char *path, int ends[2]);

/* The number at which a program that we start is to find the descriptor: one digit, which is all
 * that a shell's >&N knows, if the program can have one, else its own. None of the n numbers that
 * are taken. */
int fp__end_number(int fd, const int *taken, size_t n);

#endif
