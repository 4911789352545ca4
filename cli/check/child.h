/* SPDX-License-Identifier: MIT */
/* child.h: a checked program: starting it, its ticks, our answers, and its output on the way
 * through.
 */
#ifndef CLI_CHECK_CHILD_H
#define CLI_CHECK_CHILD_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* How a program is to be run. */
struct fp__child_plan {
    char *const *command;  /* its words, ending in NULL */
    bool ticks;            /* gets a descriptor and a FIFO for ticks, and one for answers */
    bool output;           /* what it writes comes to us */
    bool output_to_stderr; /* and goes on, or goes by itself, to standard error */
    bool native_allocator;
};

/* Descriptors are -1 when there are none. */
struct fp__child {
    pid_t pid; /* 0: not started */
    int ticks; /* newlines come here */
    int ticks_end;
    int answers; /* bytes that it waits for go here */
    int answers_end;
    int output[2];         /* what it writes to its standard output and standard error */
    bool to_stderr;        /* both go there */
    char folder[PATH_MAX]; /* of the FIFO; "": none */
};

/* None yet: what fp__child_wait and the rest take where there is no program of ours. */
struct fp__child fp__child_none(void);

/* Starts it. 0, or an exit code after a message. fp__child_finish cleans up in both cases. */
int fp__child_start(struct fp__child *child, const struct fp__child_plan *plan);
void fp__child_finish(struct fp__child *child);

/* Removes the FIFO's name, after which nothing is left to remove should we be ended at once. */
void fp__child_forget_file(struct fp__child *child);

/* Waits at most that long for something to read. Whether there is. */
bool fp__child_wait(const struct fp__child *child, double seconds);

/* Reads what is there, at most `room` bytes, of the ticks or of one output (0, 1). Output is passed
 * on. 0: nothing, now or ever. */
size_t fp__child_read_ticks(struct fp__child *child, char *bytes, size_t room);
size_t fp__child_read_output(struct fp__child *child, int which, char *bytes, size_t room);

/* Answers n ticks. Who does not read the answers is not waited for. */
void fp__child_answer(const struct fp__child *child, size_t n);

/* Whether it has read all answers so far: asked at a tick, whether it waits for the next one. */
bool fp__child_reads_answers(const struct fp__child *child);

#endif
