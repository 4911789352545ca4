/* SPDX-License-Identifier: MIT */
/* pool.c: the parent's side of the workers. */
#include "cli/batch/pool.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/batch/worker.h"
#include "cli/check/channel.h"
#include "cli/exit.h"
#include "cli/opt/reason.h"
#include "cli/opt/signals.h"
#include "flatplot/output.h"

enum {
    DEPTH = 2, /* pictures at a worker: while one is painted, the next is there already */
    LEAST_CRASHES = 5
};

/* Slower pictures are given one by one, so that little is left to finish when the job is
 * stopped. */
static const double slow_ms = 50;

struct worker {
    struct fp__channel channel; /* fd -1: there is none (any more) */
    size_t queue[DEPTH];        /* pictures at it, the first under way */
    size_t queued;
    bool slow;
    bool ending;
};

struct pool {
    struct fp__painter *painter;
    const struct fp__pool_ears *ears;
    struct worker *workers;
    struct pollfd *polled;
    size_t count;
    size_t pictures;
    size_t next;    /* picture that nobody has */
    size_t crashes; /* since the last record */
    bool stopped;
    int code;
    bool warned[FP_WARN_KINDS];
    struct fp__packet packet;
};

/* --- Starting --------------------------------------------------------------------------------- */

/* In the child. Its siblings' channels are not its own: it would keep them open when we are
 * gone. */
static int
be_worker(void *data, int fd)
{
    struct pool *pool = data;
    for (size_t i = 0; i < pool->count; i++)
        fp__channel_drop(&pool->workers[i].channel);
    return fp__worker_run(pool->painter, fd);
}

static bool
start(struct pool *pool, struct worker *w)
{
    w->slow = w->ending = false;
    return fp__channel_start(&w->channel, be_worker, pool);
}

static int
start_all(struct pool *pool, size_t wanted)
{
    fp__plan_close(pool->painter->plan);
    for (; pool->count < wanted; pool->count++) {
        if (!start(pool, &pool->workers[pool->count]))
            break;
    }
    if (pool->count == 0) {
        return fp__message_error(FP__EXIT_OUTPUT,
                                 "no process could be started: %s" FP__AND_HINT "-j 1 needs none",
                                 fp__reason(errno));
    }
    if (pool->count < wanted)
        fp__message_warning("only %zu of %zu processes could be started: %s", pool->count, wanted,
                            fp__reason(errno));
    return 0;
}

/* --- Giving ----------------------------------------------------------------------------------- */

/* One that does not take it is gone, which is found when it is listened to. */
static void
give(struct worker *w, size_t picture)
{
    w->queue[w->queued++] = picture;
    fp__channel_send(w->channel.fd, &picture, sizeof picture);
}

static void
feed(struct pool *pool, struct worker *w)
{
    size_t depth = w->slow ? 1 : DEPTH;
    if (w->channel.fd < 0)
        return;
    while (!pool->stopped && w->queued < depth && pool->next < pool->pictures)
        give(w, pool->next++);
    if (w->queued == 0 && !w->ending) {
        size_t end = FP__WORKER_END;
        w->ending = true;
        fp__channel_send(w->channel.fd, &end, sizeof end);
    }
}

/* --- Listening -------------------------------------------------------------------------------- */

static void
take(struct pool *pool, struct worker *w, const struct fp__record *record)
{
    if (pool->ears->record(pool->ears->data, (size_t)(w - pool->workers), record) != 0)
        pool->stopped = true;
}

static void
take_record(struct pool *pool, struct worker *w, const struct fp__record *record)
{
    double ms = 0;
    for (int i = 0; i < FP__STEPS; i++)
        ms += record->ms[i];
    w->slow = ms > slow_ms;
    w->queued--;
    memmove(w->queue, w->queue + 1, w->queued * sizeof *w->queue);
    pool->crashes = 0;
    take(pool, w, record);
}

static void
take_warning(struct pool *pool, const struct fp__packet *packet)
{
    if (!pool->warned[packet->warning])
        fp__message_library_warning(NULL, packet->warning, packet->record.said.text);
    pool->warned[packet->warning] = true;
}

static void
take_packet(struct pool *pool, struct worker *w)
{
    const struct fp__packet *packet = &pool->packet;
    switch (packet->kind) {
    case FP__PACKET_RECORD:
        take_record(pool, w, &packet->record);
        break;
    case FP__PACKET_WARNING:
        take_warning(pool, packet);
        break;
    case FP__PACKET_END:
        pool->ears->end(pool->ears->data, (size_t)(w - pool->workers), &packet->record.memory);
        break;
    }
}

/* --- Crashes ---------------------------------------------------------------------------------- */

static void
say_crash(const struct pool *pool, const struct worker *w, int status, int pid)
{
    const struct fp__plan *plan = pool->painter->plan;
    struct fp__item item = fp__plan_item(plan, fp__plan_picture(plan, w->queue[0]));
    size_t number = (size_t)(w - pool->workers) + 1;
    if (WIFSIGNALED(status)) {
        fp__message_error(FP__EXIT_OUTPUT,
                          "%s: frame %zu: worker %zu (process %d) was ended by signal %d "
                          "(%s)" FP__AND_HINT "%s",
                          item.input->path, item.frame, number, pid, WTERMSIG(status),
                          sigdescr_np(WTERMSIG(status)),
                          WTERMSIG(status) == SIGKILL
                              ? "if memory ran out (dmesg tells), take fewer workers: -j"
                              : "draw this frame alone with -j 1, and please report it");
    } else {
        fp__message_error(FP__EXIT_OUTPUT,
                          "%s: frame %zu: worker %zu (process %d) ended with code %d" FP__AND_HINT
                          "draw this frame alone with -j 1",
                          item.input->path, item.frame, number, pid, WEXITSTATUS(status));
    }
}

/* The record that it can no longer send. What it left beside the picture's place goes. */
static void
bury(struct pool *pool, struct worker *w, int status, int pid)
{
    struct fp__record *record = &pool->packet.record;
    struct fp_text name = {0};
    fp__painter_blank(pool->painter, w->queue[0], record);
    record->outcome = FP__FAILED;
    record->code = FP__EXIT_OUTPUT;
    record->crashed = true;
    fp__message_keep(&record->said);
    say_crash(pool, w, status, pid);
    fp__message_keep(NULL);
    fp__names_append_picture(pool->painter->names, pool->painter->plan, record->index, &name);
    if (!name.failed && name.length > 0)
        fp_file_sweep(pool->painter->plan->ctx, fp_text_string(&name));
    fp_text_finish(&name);
    take(pool, w, record);
}

static void
give_up(struct pool *pool, const char *why)
{
    pool->stopped = true;
    pool->code = fp__message_error(FP__EXIT_OUTPUT,
                                   "a worker that crashed is not replaced: %s" FP__AND_HINT
                                   "try -j 1, which needs no workers",
                                   why);
}

/* When every worker crashed twice and nothing came of it, nothing will. */
static bool
is_hopeless(struct pool *pool)
{
    size_t most = 2 * pool->count > LEAST_CRASHES ? 2 * pool->count : LEAST_CRASHES;
    return ++pool->crashes >= most;
}

/* Its other picture is the successor's first. */
static void
replace(struct pool *pool, struct worker *w)
{
    size_t left = w->queued > 1 ? w->queue[1] : FP__WORKER_END;
    w->queued = 0;
    if (pool->stopped || (left == FP__WORKER_END && pool->next >= pool->pictures))
        return;
    if (is_hopeless(pool)) {
        give_up(pool, "they crash one after the other");
        return;
    }
    if (!start(pool, w)) {
        give_up(pool, fp__reason(errno));
        return;
    }
    pool->ears->replaced(pool->ears->data, (size_t)(w - pool->workers));
    if (left != FP__WORKER_END)
        give(w, left);
}

static void
lose(struct pool *pool, struct worker *w)
{
    int pid = w->channel.pid;
    int status = fp__channel_finish(&w->channel);
    if (w->ending)
        return;
    if (w->queued > 0)
        bury(pool, w, status, pid);
    replace(pool, w);
}

/* --- The loop --------------------------------------------------------------------------------- */

static void
hear(struct pool *pool, struct worker *w)
{
    size_t size = fp__channel_receive_some(w->channel.fd, &pool->packet, sizeof pool->packet);
    if (fp__packet_is_whole(&pool->packet, size)) {
        take_packet(pool, w);
    } else {
        lose(pool, w);
    }
}

/* How many are still there. */
static size_t
prepare_poll(struct pool *pool)
{
    size_t there = 0;
    for (size_t i = 0; i < pool->count; i++) {
        feed(pool, &pool->workers[i]);
        pool->polled[i] = (struct pollfd){.fd = pool->workers[i].channel.fd, .events = POLLIN};
        there += pool->workers[i].channel.fd >= 0;
    }
    return there;
}

static void
run(struct pool *pool)
{
    pool->stopped = fp__signals_came();
    while (prepare_poll(pool) > 0) {
        int ready = poll(pool->polled, pool->count, -1);
        pool->stopped |= fp__signals_came() != 0;
        for (size_t i = 0; ready > 0 && i < pool->count; i++) {
            if (pool->polled[i].revents)
                hear(pool, &pool->workers[i]);
        }
    }
}

int
fp__pool_run(struct fp__painter *painter, size_t workers, const struct fp__pool_ears *ears)
{
    struct pool *pool = fp_alloc(sizeof *pool);
    int code;
    if (!pool)
        return fp__message_no_memory();
    pool->painter = painter;
    pool->ears = ears;
    pool->pictures = fp__plan_pictures(painter->plan);
    pool->workers = fp_alloc_array(workers, sizeof *pool->workers);
    pool->polled = fp_alloc_array(workers, sizeof *pool->polled);
    code = pool->workers && pool->polled ? start_all(pool, workers) : fp__message_no_memory();
    if (!code) {
        run(pool);
        code = pool->code;
    }
    fp_free(pool->workers);
    fp_free(pool->polled);
    fp_free(pool);
    return code;
}
