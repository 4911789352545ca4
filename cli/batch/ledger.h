/* SPDX-License-Identifier: MIT */
/* ledger.h: the memory of all processes that draw for a job, each judged by itself. */
#ifndef CLI_BATCH_LEDGER_H
#define CLI_BATCH_LEDGER_H

#include "cli/batch/footprint.h"

struct fp__ledger {
    const char *unit;
    struct fp__footprint *each; /* of every process, from 0 */
    size_t count;
    size_t pictures; /* of the job */
    bool workers;    /* they are not this process */
    double max_rss;
};

/* Makes room for every process's samples. False when there is no memory. fp__ledger_finish frees in
 * both cases. */
bool fp__ledger_init(struct fp__ledger *ledger, const char *unit, size_t pictures, size_t processes,
                     double max_rss);
void fp__ledger_finish(struct fp__ledger *ledger);

/* Pictures from one sample of a process to the next. */
size_t fp__ledger_every(const struct fp__ledger *ledger);

/* A picture by that process. Returns 0, or an exit code after saying that all processes together
 * have more resident memory than may be. */
int fp__ledger_picture(struct fp__ledger *ledger, struct fp_context *ctx, size_t process,
                       const struct fp__record *record);

/* Bytes of resident memory of all processes; NaN when nobody knows. */
double fp__ledger_resident(const struct fp__ledger *ledger, struct fp_context *ctx);

/* What a process holds with its input closed, at its end. */
void fp__ledger_end(struct fp__ledger *ledger, size_t process,
                    const struct fp_memory_sample *memory);

/* The process of that number is another one from here on, and begins anew. */
void fp__ledger_replace(struct fp__ledger *ledger, size_t process);

/* Judges the samples, and appends what came out: of several processes the worst. */
void fp__ledger_tell(struct fp__ledger *ledger, struct fp_text *out);

/* Says what the caches of all processes hold together, and what each kind of them does. */
void fp__ledger_tell_caches(const struct fp__ledger *ledger);

/* As fp__footprint_limit, of the worst. */
int fp__ledger_limit(struct fp__ledger *ledger, double max_growth);

/* What was asked for beside pictures: the samples of all in files, and a limit to growth, which is
 * not judged after a failure. `code` is the job's so far. Returns it, or else that of what
 * failed. */
int fp__ledger_account(struct fp__ledger *ledger, struct fp_context *ctx,
                       const struct fp__settings *settings, int code);

#endif
