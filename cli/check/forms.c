/* SPDX-License-Identifier: MIT */
/* forms.c: the loop in a child, sample by sample over a channel, judged by the parent, who tells
 * the child how far to go on. */
#include "cli/check/forms.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "cli/check/channel.h"
#include "cli/check/probe.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/signals.h"

/* `none` draws every image that it hides again, so its time grows with the square. */
enum { USUAL = 1000, MOST_OF_NONE = 300, LOOKS = 3, CLASSES = 16, BAR_EVERY = 16 };

enum kind { SAMPLE, END_OF_LOOK };

struct record {
    enum kind kind;
    bool new_glyph;
    size_t glyphs;
    struct fp__sample sample;
    char kept[160];
};

/* --- The child -------------------------------------------------------------------------------- */

struct child {
    const struct fp__form_job *job;
    bool native;
    int fd;
    struct fp__loop loop;
    struct fp__probe probe;
    struct fp_live_row first[CLASSES]; /* what lived after the first turn */
    size_t classes;
};

static size_t
live(struct fp_live_row rows[CLASSES])
{
    size_t n = fp_live_table(NULL, rows, CLASSES);
    return n < CLASSES ? n : CLASSES;
}

static size_t
count_before(const struct child *c, const char *name)
{
    for (size_t i = 0; i < c->classes; i++) {
        if (strcmp(c->first[i].name, name) == 0)
            return c->first[i].count;
    }
    return 0;
}

static void
tell_kept(const struct child *c, char *text, size_t room)
{
    struct fp_live_row now[CLASSES];
    size_t n = live(now);
    size_t at = 0;
    text[0] = 0;
    for (size_t i = 0; i < n; i++) {
        size_t before = count_before(c, now[i].name);
        if (now[i].count <= before || at >= room)
            continue;
        at += (size_t)snprintf(text + at, room - at, "%s%zu %s", at ? ", " : "",
                               now[i].count - before, now[i].name);
    }
}

static int
child_failed(void)
{
    return fp_context_status(NULL) == FP_OK ? fp__message_no_memory() : fp__message_failure(NULL);
}

static int
one_turn(struct child *c, size_t number)
{
    struct record record = {.kind = SAMPLE};
    if (fp__loop_turn(&c->loop) != FP_OK)
        return child_failed();
    if (!fp__leak(&c->job->leak, c->fd)) {
        return fp__message_error(
            FP__EXIT_OUTPUT,
            "nothing more could be leaked after %zu iterations: %s" FP__AND_HINT
            "take fewer with -n",
            number - 1, strerror(errno));
    }
    if (number == 1)
        c->classes = live(c->first);
    if (fp__probe_take(&c->probe, NULL, (double)number, &record.sample) != FP_OK)
        return child_failed();
    record.new_glyph = c->probe.new_glyph;
    record.glyphs = c->probe.glyphs;
    return fp__channel_send(c->fd, &record, sizeof record) ? 0 : FP__EXIT_CHILD;
}

/* As many descriptors as may be, for those that are leaked. */
static void
allow_files(void)
{
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

static int
run_child(void *data, int fd)
{
    struct child *c = data;
    size_t target;
    c->fd = fd;
    if (!c->native)
        fp_memory_strict_profile();
    allow_files();
    fp__loop_init(&c->loop, c->job->form);
    fp__probe_begin(&c->probe);
    for (size_t done = 0; fp__channel_receive(fd, &target, sizeof target);) {
        while (done < target) {
            int failed = one_turn(c, ++done);
            if (failed)
                return failed;
        }
        struct record end = {.kind = END_OF_LOOK};
        tell_kept(c, end.kept, sizeof end.kept);
        if (!fp__channel_send(fd, &end, sizeof end))
            break;
    }
    return 0;
}

/* --- The parent ------------------------------------------------------------------------------- */

enum course { LOOKED, STOPPED, GONE };

/* True when the loop is to end here. */
static bool
take(struct fp__finding *f, const struct fp__check_settings *settings, const struct record *record)
{
    if (record->new_glyph)
        f->samples.last_new_glyph = f->samples.n;
    f->glyphs = record->glyphs;
    fp__samples_add(&f->samples, &record->sample);
    f->interrupted = fp__signals_came();
    f->over_max_rss = settings->max_rss > 0 && record->sample.rss_total > settings->max_rss;
    return f->interrupted || f->over_max_rss ||
           (settings->duration > 0 && record->sample.seconds >= settings->duration);
}

static void
show_bar(const struct fp__finding *f, size_t target)
{
    char text[256];
    if (f->samples.n % BAR_EVERY || !fp__message_on_terminal())
        return;
    snprintf(text, sizeof text, "%s: %zu of %zu iterations", f->name, f->samples.n, target);
    fp__message_bar(text);
}

static enum course
look(int fd, size_t target, const struct fp__check_settings *settings, struct fp__finding *f)
{
    struct record record;
    if (!fp__channel_send(fd, &target, sizeof target))
        return GONE;
    while (fp__channel_receive(fd, &record, sizeof record)) {
        if (record.kind == END_OF_LOOK) {
            memcpy(f->kept, record.kept, sizeof f->kept);
            return LOOKED;
        }
        if (take(f, settings, &record))
            return STOPPED;
        show_bar(f, target);
    }
    return GONE;
}

static enum course
look_until_clear(int fd, const struct fp__form_job *job, const struct fp__check_settings *settings,
                 struct fp__finding *f)
{
    enum course course = LOOKED;
    for (size_t target = job->iterations; course == LOOKED && target <= f->samples.room;
         target *= 2) {
        course = look(fd, target, settings, f);
        fp__finding_judge(f, settings);
        if (f->verdict.outcome != FP_INCONCLUSIVE)
            break;
    }
    return course;
}

static void
tell_end(struct fp__finding *f, int status)
{
    f->failed = true;
    f->exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    f->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

size_t
fp__form_iterations(enum fp__form form, const struct fp__check_settings *settings)
{
    size_t asked = settings->iterations > 0 ? (size_t)settings->iterations : USUAL;
    return form == FP__FORM_NONE && asked > MOST_OF_NONE ? MOST_OF_NONE : asked;
}

int
fp__form_check(const struct fp__form_job *job, const struct fp__check_settings *settings,
               struct fp__finding *f)
{
    bool extended = job->form != FP__FORM_NONE;
    size_t room = extended ? job->iterations << (LOOKS - 1) : job->iterations;
    struct child child = {.job = job, .native = settings->native};
    struct fp__channel channel;
    f->checked = FP_CHECKED_LOOP;
    if (!f->name[0])
        snprintf(f->name, sizeof f->name, "%s", fp__form_names[job->form]);
    bool ready = fp__samples_init(&f->samples, room, false);
    fp__finding_judge(f, settings); /* should nothing be measured, that is inconclusive */
    if (!ready)
        return fp__message_no_memory();
    if (!fp__channel_start(&channel, run_child, &child)) {
        return fp__message_error(FP__EXIT_OUTPUT, "%s: no process could be started: %s", f->name,
                                 strerror(errno));
    }
    enum course course = look_until_clear(channel.fd, job, settings, f);
    int status = fp__channel_finish(&channel);
    if (course == GONE)
        tell_end(f, status);
    fp__message_bar(NULL);
    return 0;
}

const char *
fp__form_sanitizer(void)
{
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
    return "AddressSanitizer";
#elif __has_feature(thread_sanitizer)
    return "ThreadSanitizer";
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
    return "AddressSanitizer";
#elif defined(__SANITIZE_THREAD__)
    return "ThreadSanitizer";
#else
    return NULL;
#endif
}
