/* SPDX-License-Identifier: MIT */
/* watch.c: when to sample a checked program, and when to end it. */
#include "cli/check/watch.h"

#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "cli/check/child.h"
#include "cli/check/process.h"
#include "cli/check/ticks.h"
#include "cli/opt/clock.h"
#include "cli/opt/message.h"
#include "cli/opt/signals.h"

/* Samples held. With an interval of the user's own more, to keep to it for long. */
enum { ROOM = 4096, ROOM_FIXED = 65536 };

static const double first_interval = 0.01;
static const double grace = 5;       /* from SIGTERM to SIGKILL */
static const double killed_wait = 2; /* for processes that the kernel takes long to end */
static const double nap = 0.02;      /* how soon an end, or a signal to us, is noticed */
static const double blink = 2e-5;    /* how soon it is that a program begins to wait for us */
static const double patience = 0.5;  /* until it does, on a busy machine */

/* Between samples that nobody waits for we rest, times what a sample took: a large process must not
 * be slowed down by being looked at. */
static const double rest = 4;

/* Output is passed on, and ticks are counted, by that many bytes. */
enum { BLOCK = 65536 };

struct watch {
    const struct fp__watch_options *options;
    struct fp__watch_result *result;
    struct fp__tree tree;
    struct fp__child child;
    struct fp__ticks ticks;
    struct fp__signals signals;
    char *block;
    double began;
    double interval;   /* by time: between samples */
    double due;        /* when the next one is */
    double rested;     /* when we may look again unasked */
    size_t stride;     /* by ticks: between samples */
    size_t due_tick;   /* which tick the next one is */
    double patience;   /* what is left of it: halved when it was in vain */
    size_t taken;      /* samples, those thinned out included */
    double cpu_before; /* at the sample before */
    double sampled;    /* when that was */
    bool restless;     /* some samples by ticks are of a program that did not wait for us */
    bool gone;         /* the last look found the first process ended */
    bool failed;       /* it failed; the context has the error */
};

/* --- samples ---------------------------------------------------------------------------------- */

static void
make_room(struct watch *w)
{
    struct fp__samples *samples = &w->result->samples;
    if (samples->n < samples->room)
        return;
    fp__samples_thin(samples);
    if (samples->by_time)
        w->interval *= 2;
    else
        w->stride *= 2;
}

static double
cpu_per_cent(struct watch *w, double cpu, double now)
{
    double before = w->cpu_before, since = now - w->sampled;
    bool first = w->taken == 0;
    w->cpu_before = cpu;
    w->sampled = now;
    return first || since <= 0 ? NAN : 100 * fmax(0, cpu - before) / since;
}

static void
keep(struct watch *w, struct fp__sample *sample, double now)
{
    struct fp__samples *samples = &w->result->samples;
    sample->seconds = now - w->began;
    sample->t = samples->by_time ? sample->seconds : (double)w->ticks.count;
    sample->cpu = cpu_per_cent(w, sample->cpu, now);
    fp__samples_add(samples, sample);
    w->taken++;
    if (w->options->max_rss > 0 && sample->rss_total > w->options->max_rss)
        w->result->over_max_rss = true;
    make_room(w);
}

static void
take_sample(struct watch *w)
{
    struct fp__sample sample;
    double now = fp__seconds();
    enum fp__look look = fp__tree_sample(&w->tree, &sample);
    if (look == FP__LOOK_FINE)
        keep(w, &sample, now);
    w->gone = look == FP__LOOK_GONE;
    w->failed = look == FP__LOOK_FAILED;
    double end = fp__seconds();
    w->rested = end + rest * (end - now);
}

static void
sample_by_time(struct watch *w)
{
    double now = fp__seconds();
    if (!w->result->samples.by_time || now < w->due)
        return;
    take_sample(w);
    w->due = fmax(w->due + w->interval, now);
    if (w->options->interval <= 0)
        w->due = fmax(w->due, w->rested);
}

/* --- ticks ------------------------------------------------------------------------------------ */

/* Samples by time that came before the first tick are of something else: of loading. */
static void
go_by_ticks(struct watch *w)
{
    struct fp__samples *samples = &w->result->samples;
    if (!samples->by_time)
        return;
    samples->by_time = false;
    samples->n = 0;
    w->taken = 0;
}

/* Between the tick and waiting for the answer a program is not where it was at the tick before: a
 * shell has one descriptor more until the tick's line is over. */
static void
let_it_wait(struct watch *w)
{
    double began = fp__seconds();
    while (fp__tree_is_running(&w->tree) && !fp__child_wait(&w->child, blink)) {
        if (fp__seconds() - began < w->patience)
            continue;
        w->patience /= 2; /* some helper never rests */
        return;
    }
}

/* Of several ticks that come at once nobody waits for an answer. */
static void
sample_by_ticks(struct watch *w, size_t came)
{
    if (came == 0)
        return;
    go_by_ticks(w);
    if (w->ticks.count < w->due_tick || (came > 1 && fp__seconds() < w->rested))
        return;
    if (fp__child_reads_answers(&w->child))
        let_it_wait(w);
    else
        w->restless = true;
    take_sample(w);
    w->due_tick = w->ticks.count + w->stride;
}

static void
serve_ticks(struct watch *w)
{
    size_t n = fp__child_read_ticks(&w->child, w->block, BLOCK);
    size_t came = fp__ticks_take(&w->ticks, 0, w->block, n);
    sample_by_ticks(w, came);
    fp__child_answer(&w->child, came);
}

/* False when there was nothing. */
static bool
serve_output(struct watch *w, int which)
{
    size_t n = fp__child_read_output(&w->child, which, w->block, BLOCK);
    size_t before = w->ticks.count;
    if (w->ticks.by_line)
        fp__ticks_take(&w->ticks, which, w->block, n);
    sample_by_ticks(w, w->ticks.count - before);
    return n > 0;
}

static void
serve(struct watch *w)
{
    serve_ticks(w);
    serve_output(w, 0);
    serve_output(w, 1);
}

/* --- the end ---------------------------------------------------------------------------------- */

/* True once the program's first process has ended. */
static bool
child_ended(struct watch *w)
{
    struct fp__watch_result *result = w->result;
    int status = 0;
    if (waitpid(w->child.pid, &status, WNOHANG) != w->child.pid)
        return false;
    w->child.pid = w->tree.root = 0;
    fp__signals_take_along(0);
    result->ended_by_itself = true;
    result->exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    result->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    result->failed = result->exit_code != 0 || result->signal != 0;
    return true;
}

static bool
attached_ended(struct watch *w)
{
    if (kill(w->tree.root, 0) != 0 && errno == ESRCH)
        w->gone = true;
    w->result->ended_by_itself = w->gone;
    return w->gone;
}

static bool
enough(const struct watch *w)
{
    const struct fp__watch_options *options = w->options;
    size_t iterations = w->result->samples.by_time ? w->taken : w->ticks.count;
    double passed = fp__seconds() - w->began;
    if (options->by_ticks && w->ticks.count == 0 && passed >= FP__TICKS_WAIT)
        return true;
    return (options->iterations > 0 && iterations >= options->iterations) ||
           (options->duration > 0 && passed >= options->duration);
}

/* Signals after the end: ^C reaches the program, too, which may be the first to act on it. */
static bool
over(struct watch *w)
{
    bool ended = w->tree.attached ? attached_ended(w) : child_ended(w);
    w->result->interrupted = fp__signals_came() != 0;
    return ended || w->result->interrupted || w->failed || w->result->over_max_rss || enough(w);
}

/* What the program wrote before its end is passed on; descendants that it left behind may go on
 * writing for ever. */
static void
pass_the_rest_on(struct watch *w)
{
    for (int which = 0; which < 2; which++)
        for (int blocks = 0; blocks < 16 && serve_output(w, which); blocks++)
            continue;
}

/* Ticks are answered, lest the program wait for us, but are no iterations any more. */
static void
serve_ending(struct watch *w)
{
    size_t before = w->ticks.count;
    size_t n = fp__child_read_ticks(&w->child, w->block, BLOCK);
    fp__child_answer(&w->child, fp__ticks_take(&w->ticks, 0, w->block, n));
    w->ticks.count = before;
    fp__child_read_output(&w->child, 0, w->block, BLOCK);
    fp__child_read_output(&w->child, 1, w->block, BLOCK);
}

/* Waits for the end of all processes, which may want to write something before. They are sent the
 * signal again and again, unless it is 0: new ones may come. */
static bool
all_end(struct watch *w, int signal, double seconds)
{
    double until = fp__seconds() + seconds;
    while (fp__tree_signal(&w->tree, signal) > 0) {
        fp__signals_take_along(w->tree.root);
        if (fp__seconds() >= until)
            return false;
        serve_ending(w);
        fp__child_wait(&w->child, nap);
    }
    fp__signals_take_along(0);
    return true;
}

static void
end_program(struct watch *w)
{
    fp__child_forget_file(&w->child);
    fp__tree_signal(&w->tree, SIGTERM);
    if (!all_end(w, 0, grace))
        all_end(w, SIGKILL, killed_wait);
}

static void
conclude(struct watch *w)
{
    struct fp__watch_result *result = w->result;
    bool announced = w->options->by_ticks || w->options->tick_line;
    if (!w->tree.attached && (w->child.pid || result->interrupted))
        end_program(w);
    pass_the_rest_on(w);
    result->samples.restless = result->samples.by_time || w->restless;
    snprintf(result->measured, sizeof result->measured, "%s", w->tree.measured);
    result->descendants_larger =
        w->options->no_children && w->tree.others_total > w->tree.alone_total;
    result->sanitizer = w->tree.sanitizer;
    result->allocator = w->tree.allocator;
    result->ticks_missing = announced && w->ticks.count == 0;
}

/* --- the run ---------------------------------------------------------------------------------- */

static int
start(struct watch *w, struct fp_context *ctx)
{
    const struct fp__watch_options *options = w->options;
    struct fp__child_plan plan = {
        .command = options->command,
        .ticks = !options->tick_line,
        .output = options->tick_line != NULL,
        .output_to_stderr = options->output_to_stderr,
        .native_allocator = options->native_allocator,
    };
    int code = fp__ticks_init(&w->ticks, options->tick_line);
    if (!code)
        code = fp__tree_init(&w->tree, ctx);
    w->tree.alone = options->no_children;
    if (code)
        return code;
    if (options->pid)
        return fp__tree_attach(&w->tree, options->pid);
    code = fp__child_start(&w->child, &plan);
    w->tree.root = w->child.pid;
    fp__signals_take_along(w->tree.root);
    return code;
}

/* How long there is nothing to do. */
static double
pause_of(const struct watch *w)
{
    bool by_time = w->result->samples.by_time;
    return by_time ? fmin(nap, fmax(0, w->due - fp__seconds())) : nap;
}

static int
run(struct watch *w, struct fp_context *ctx)
{
    w->began = w->due = fp__seconds(); /* who starts a program may be late to go on */
    int code = start(w, ctx);
    if (code)
        return code;
    while (!over(w)) {
        sample_by_time(w);
        fp__child_wait(&w->child, pause_of(w));
        serve(w);
    }
    conclude(w);
    return w->failed ? fp__message_failure(ctx) : 0;
}

static bool
make_memory(struct watch *w)
{
    bool fixed = w->options->interval > 0;
    bool by_time = !w->options->by_ticks && !w->options->tick_line;
    w->interval = fixed ? w->options->interval : first_interval;
    w->stride = 1;
    w->patience = patience;
    w->block = fp_alloc(BLOCK);
    return w->block && fp__samples_init(&w->result->samples, fixed ? ROOM_FIXED : ROOM, by_time);
}

int
fp__watch_run(struct fp_context *ctx, const struct fp__watch_options *options,
              struct fp__watch_result *result)
{
    struct watch w = {.options = options, .result = result};
    memset(result, 0, sizeof *result);
    w.child = fp__child_none();
    fp__signals_catch(&w.signals);
    int code = make_memory(&w) ? run(&w, ctx) : fp__message_no_memory();
    fp__child_finish(&w.child);
    fp__tree_finish(&w.tree);
    fp__ticks_finish(&w.ticks);
    fp_free(w.block);
    fp__signals_restore(&w.signals);
    return code;
}

void
fp__watch_result_finish(struct fp__watch_result *result)
{
    fp__samples_finish(&result->samples);
}
