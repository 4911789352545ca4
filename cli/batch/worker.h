/* SPDX-License-Identifier: MIT */
/* worker.h: a process that paints the pictures that it is told to, one after the other. */
#ifndef CLI_BATCH_WORKER_H
#define CLI_BATCH_WORKER_H

#include "cli/batch/painter.h"

/* Sent to a worker instead of a picture's number: there is no more. */
#define FP__WORKER_END ((size_t)-1)

enum fp__packet_kind {
    FP__PACKET_RECORD,  /* of a picture */
    FP__PACKET_WARNING, /* of the library, meanwhile; its text is in record.said */
    FP__PACKET_END      /* what it holds at the end, in record.memory */
};

/* What a worker sends; what is not said is not sent. */
struct fp__packet {
    enum fp__packet_kind kind;
    enum fp_warning warning;
    struct fp__record record;
};

/* The worker: reads numbers from the channel until FP__WORKER_END or until its parent is gone.
 * Returns its exit code. */
int fp__worker_run(struct fp__painter *painter, int fd);

/* True when the bytes received are a whole packet. */
bool fp__packet_is_whole(const struct fp__packet *packet, size_t size);

#endif
