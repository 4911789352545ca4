/* SPDX-License-Identifier: MIT */
/* recorded.c: samples read from files: our own CSV, and the .dat files of mprof. */
#include <math.h>
#include <string.h>

#include "cli/check/csv.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "flatplot/output.h"
#include "flatplot/text.h"

enum { MOST_BYTES = 1 << 30, MOST_CELLS = 64, NOT_THERE = -1 };

struct text_file {
    struct fp_context *ctx;
    const char *path;
    char *bytes;
};

/* A line cut into cells, in place. */
struct line {
    size_t number; /* from 1 */
    char *cells[MOST_CELLS];
    size_t count;
};

static int
refuse(const struct text_file *file, size_t line, const char *why, const char *what)
{
    return fp__message_error(FP__EXIT_INPUT,
                             "%s: line %zu: %s%s" FP__AND_HINT
                             "flatplot memcheck --csv writes such files, and mprof run .dat files",
                             file->path, line, why, what);
}

/* The next line without its end, or NULL; *rest goes to the one after. */
static char *
next_line(char **rest)
{
    char *line = *rest;
    if (!*line)
        return NULL;
    size_t length = strcspn(line, "\n");
    *rest = line[length] ? line + length + 1 : line + length;
    line[length] = 0;
    if (length > 0 && line[length - 1] == '\r')
        line[length - 1] = 0;
    return line;
}

static size_t
count_lines(const char *text)
{
    size_t n = 1;
    for (; *text; text++)
        n += *text == '\n';
    return n;
}

static void
cut(char *text, char separator, struct line *line)
{
    line->count = 0;
    for (char *at = text; at && line->count < MOST_CELLS;) {
        char *end = strchr(at, separator);
        line->cells[line->count++] = at;
        if (end)
            *end++ = 0;
        at = end;
    }
}

static bool
read_cell(const char *cell, double *value)
{
    const char *end;
    if (!*cell) {
        *value = NAN;
        return true;
    }
    return fp_number_parse(cell, &end, value) && !*end;
}

/* --- Our own ---------------------------------------------------------------------------------- */

struct heads {
    int place[FP__COLUMNS]; /* of each column in a line, or NOT_THERE */
    size_t count;           /* cells of a line */
};

static int
read_heads(const struct text_file *file, struct line *line, struct heads *heads)
{
    heads->count = line->count;
    for (int c = 0; c < FP__COLUMNS; c++) {
        heads->place[c] = NOT_THERE;
        for (size_t i = 0; i < line->count; i++) {
            if (strcmp(line->cells[i], fp__column_names[c]) == 0)
                heads->place[c] = (int)i;
        }
    }
    bool metric = false;
    for (int c = FP__COLUMN_OBJECTS; c <= FP__COLUMN_RSS; c++)
        metric |= heads->place[c] != NOT_THERE && c != FP__COLUMN_HEAP_FREE;
    if (metric && (heads->place[FP__COLUMN_ITERATION] != NOT_THERE ||
                   heads->place[FP__COLUMN_SECONDS] != NOT_THERE))
        return 0;
    return refuse(file, line->number, "no names of columns such as iteration, seconds, heap, rss",
                  "");
}

static int
read_sample(const struct text_file *file, const struct heads *heads, const struct line *line,
            struct fp__sample *sample, bool *new_glyph)
{
    double value[FP__COLUMNS];
    if (line->count != heads->count)
        return refuse(file, line->number, "not as many cells as names above", "");
    for (int c = FP__COLUMN_ITERATION; c < FP__COLUMNS; c++) {
        const char *cell = heads->place[c] == NOT_THERE ? "" : line->cells[heads->place[c]];
        if (!read_cell(cell, &value[c]))
            return refuse(file, line->number, "not a number: ", cell);
    }
    bool by_time = heads->place[FP__COLUMN_ITERATION] == NOT_THERE;
    *sample = (struct fp__sample){
        .t = value[by_time ? FP__COLUMN_SECONDS : FP__COLUMN_ITERATION],
        .seconds = value[FP__COLUMN_SECONDS],
        .x = {[FP_METRIC_OBJECTS] = value[FP__COLUMN_OBJECTS],
              [FP_METRIC_FILES] = value[FP__COLUMN_FILES],
              [FP_METRIC_THREADS] = value[FP__COLUMN_THREADS],
              [FP_METRIC_HEAP] = value[FP__COLUMN_HEAP],
              [FP_METRIC_RSS] = value[FP__COLUMN_RSS]},
        .heap_free = value[FP__COLUMN_HEAP_FREE],
        .rss_total = value[FP__COLUMN_RSS_TOTAL],
        .young = value[FP__COLUMN_RSS_YOUNG],
        .cpu = value[FP__COLUMN_CPU],
    };
    *new_glyph = value[FP__COLUMN_NEW_GLYPH] == 1;
    return isfinite(sample->t) ? 0 : refuse(file, line->number, "no time", "");
}

/* Of the run that is being read. */
struct run {
    const char *name; /* NULL: there is none yet */
    size_t lines;     /* most that it can have */
    bool by_time;
};

/* The finding of that form, a new one if the last one had another name. */
static struct fp__finding *
finding_of(struct fp__recorded *recorded, size_t room, const char *form, struct run *run)
{
    struct fp__finding *f = recorded->findings + recorded->count;
    if (run->name && strcmp(run->name, form) == 0)
        return f - 1;
    if (recorded->count == room || !fp__samples_init(&f->samples, run->lines, run->by_time))
        return NULL;
    recorded->count++;
    run->name = form;
    return fp__finding_name(f, form, sizeof f->name) ? f : NULL;
}

/* More runs in a file than this are a column that is no form. */
enum { MOST_FORMS = 32 };

static int
read_own(const struct text_file *file, char *rest, size_t lines, struct fp__recorded *recorded)
{
    struct line line = {.number = 1};
    struct heads heads;
    cut(next_line(&rest), ',', &line);
    int failed = read_heads(file, &line, &heads);
    struct run run = {.lines = lines, .by_time = heads.place[FP__COLUMN_ITERATION] == NOT_THERE};
    while (!failed && *rest) {
        struct fp__sample sample;
        bool new_glyph = false;
        line.number++;
        char *text = next_line(&rest);
        if (!*text)
            continue;
        cut(text, ',', &line);
        failed = read_sample(file, &heads, &line, &sample, &new_glyph);
        if (failed)
            break;
        int form = heads.place[FP__COLUMN_FORM];
        struct fp__finding *f = finding_of(recorded, MOST_FORMS,
                                           form == NOT_THERE ? file->path : line.cells[form], &run);
        if (!f) {
            return recorded->count == MOST_FORMS ? refuse(file, line.number, "too many forms", "")
                                                 : fp__message_no_memory();
        }
        if (f->samples.n > 0 && sample.t < f->samples.t[f->samples.n - 1])
            return refuse(file, line.number, "time goes backwards", "");
        if (new_glyph)
            f->samples.last_new_glyph = f->samples.n;
        fp__samples_add(&f->samples, &sample);
    }
    return failed;
}

/* --- mprof's ---------------------------------------------------------------------------------- */

/* "MEM 12.3 1700000000.12": MiB and the time. Other lines tell of children and functions. */
static int
read_mprof(const struct text_file *file, char *rest, size_t lines, struct fp__recorded *recorded)
{
    struct run run = {.lines = lines, .by_time = true};
    struct fp__finding *f = finding_of(recorded, 1, file->path, &run);
    struct line line = {0};
    bool children = false;
    double began = NAN;
    if (!f)
        return fp__message_no_memory();
    for (char *text = next_line(&rest); text; text = next_line(&rest)) {
        double mebibytes, time;
        line.number++;
        children |= strncmp(text, "CHLD ", 5) == 0;
        if (strncmp(text, "MEM ", 4) != 0)
            continue;
        cut(text, ' ', &line);
        if (line.count < 3 || !read_cell(line.cells[1], &mebibytes) ||
            !read_cell(line.cells[2], &time) || !isfinite(time))
            return refuse(file, line.number, "not MEM, a number of MiB and a time", "");
        began = isnan(began) ? time : began;
        struct fp__sample sample = {.t = time - began,
                                    .seconds = time - began,
                                    .heap_free = NAN,
                                    .rss_total = mebibytes * 1048576,
                                    .young = NAN,
                                    .cpu = NAN};
        for (int m = 0; m < FP_METRICS; m++)
            sample.x[m] = m == FP_METRIC_RSS ? sample.rss_total : NAN;
        if (f->samples.n > 0 && sample.t < f->samples.t[f->samples.n - 1])
            return refuse(file, line.number, "time goes backwards", "");
        fp__samples_add(&f->samples, &sample);
    }
    if (children)
        fp__message_warning("%s: the lines of child processes (CHLD) are not judged", file->path);
    return 0;
}

/* --- Both ------------------------------------------------------------------------------------- */

/* A heap is only measured by a process itself, which is then one of our loops. */
static void
complete(struct fp__recorded *recorded)
{
    for (size_t i = 0; i < recorded->count; i++) {
        struct fp__finding *f = &recorded->findings[i];
        bool own = fp__samples_view(&f->samples).x[FP_METRIC_HEAP];
        f->checked = own ? FP_CHECKED_LOOP : FP_CHECKED_COMMAND;
        f->drop_last = !own; /* most end by themselves, and free what they held */
        f->samples.restless = !own && f->samples.by_time;
        f->expected = FP_UNMEASURED;
    }
}

static int
read_text(const struct text_file *file, struct fp__recorded *recorded)
{
    size_t lines = count_lines(file->bytes);
    bool mprof = strncmp(file->bytes, "CMDLINE ", 8) == 0 || strncmp(file->bytes, "MEM ", 4) == 0;
    if (!*file->bytes)
        return refuse(file, 1, "the file is empty", "");
    int failed = (mprof ? read_mprof : read_own)(file, file->bytes, lines, recorded);
    if (!failed && (recorded->count == 0 || recorded->findings[0].samples.n == 0))
        return refuse(file, 1, "there are no samples", "");
    complete(recorded);
    return failed;
}

int
fp__recorded_read(struct fp_context *ctx, const char *path, struct fp__recorded *recorded)
{
    struct text_file file = {.ctx = ctx, .path = path};
    size_t n;
    *recorded = (struct fp__recorded){0};
    if (fp_file_read_all(ctx, path, MOST_BYTES, &file.bytes, &n) != FP_OK)
        return fp__message_failure(ctx);
    recorded->findings = fp_alloc_array(MOST_FORMS, sizeof *recorded->findings);
    int code = recorded->findings ? read_text(&file, recorded) : fp__message_no_memory();
    fp_free(file.bytes);
    return code;
}

void
fp__recorded_finish(struct fp__recorded *recorded)
{
    for (size_t i = 0; i < recorded->count; i++)
        fp__finding_finish(&recorded->findings[i]);
    fp_free(recorded->findings);
    *recorded = (struct fp__recorded){0};
}
