/* SPDX-License-Identifier: MIT */
/* selection.c: --frames, with the meaning that Python gives to a[A:B:S] and a[N]. */
#include "cli/batch/selection.h"

#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"

/* Far beyond any number of frames, and far from overflow: larger numbers are as good as this. */
static const long long far_away = 1LL << 60;

static bool
read_integer(const char **at, long long *value)
{
    const char *c = *at;
    bool negative = *c == '-';
    long long v = 0;
    c += *c == '-' || *c == '+';
    if (*c < '0' || *c > '9')
        return false;
    for (; *c >= '0' && *c <= '9'; c++)
        v = v < far_away / 10 ? v * 10 + (*c - '0') : far_away;
    *value = negative ? -v : v;
    *at = c;
    return true;
}

/* Reads one slice and leaves *at at the comma or the end. */
static bool
read_slice(const char **at, struct fp__slice *slice)
{
    *slice = (struct fp__slice){.step = 1};
    slice->has_start = read_integer(at, &slice->start);
    if (**at != ':') {
        slice->single = true;
        return slice->has_start;
    }
    ++*at;
    slice->has_stop = read_integer(at, &slice->stop);
    if (**at == ':') {
        ++*at;
        if (read_integer(at, &slice->step) && slice->step == 0)
            return false;
    }
    return true;
}

int
fp__selection_parse(struct fp__selection *selection, const char *text, const char *words)
{
    memset(selection, 0, sizeof *selection);
    if (!text)
        return 0;
    size_t room = 1;
    for (const char *c = text; *c; c++)
        room += *c == ',';
    selection->slices = fp_alloc_array(room, sizeof *selection->slices);
    if (!selection->slices)
        return fp__message_no_memory();
    const char *at = text;
    for (size_t i = 0; i < room; i++, at++) {
        if (!read_slice(&at, &selection->slices[i]) || *at != (i + 1 < room ? ',' : '\0')) {
            return fp__message_error(FP__EXIT_USAGE,
                                     "%s: not frame numbers" FP__AND_HINT
                                     "10:20, ::5, -1, or a list of these with commas; steps are "
                                     "not 0",
                                     words);
        }
    }
    selection->count = room;
    return 0;
}

void
fp__selection_finish(struct fp__selection *selection)
{
    fp_free(selection->slices);
    memset(selection, 0, sizeof *selection);
}

size_t
fp__selection_runs(const struct fp__selection *selection)
{
    return selection->slices ? selection->count : 1;
}

/* A bound of the slice as Python's slice.indices() has it: negative ones count from the end, and
 * what is still outside goes to the nearest place (low or high) where the walk can begin or end. */
static long long
bound(long long value, long long n, bool backwards)
{
    long long low = backwards ? -1 : 0;
    long long high = backwards ? n - 1 : n;
    if (value < 0)
        value += n;
    return value < low ? low : value > high ? high : value;
}

static struct fp__frame_run
resolve_slice(const struct fp__slice *slice, long long n)
{
    bool backwards = slice->step < 0;
    long long start = slice->has_start ? bound(slice->start, n, backwards) : backwards ? n - 1 : 0;
    long long stop = slice->has_stop ? bound(slice->stop, n, backwards) : backwards ? -1 : n;
    long long span = backwards ? start - stop : stop - start;
    long long stride = backwards ? -slice->step : slice->step;
    if (span <= 0)
        return (struct fp__frame_run){.step = slice->step};
    return (struct fp__frame_run){(size_t)start, slice->step, (size_t)((span - 1) / stride + 1)};
}

bool
fp__selection_resolve(const struct fp__selection *selection, size_t n, struct fp__frame_run *runs,
                      long long *outside)
{
    if (!selection->slices) {
        runs[0] = (struct fp__frame_run){.start = 0, .step = 1, .count = n};
        return true;
    }
    for (size_t i = 0; i < selection->count; i++) {
        const struct fp__slice *slice = &selection->slices[i];
        long long at = slice->start < 0 ? slice->start + (long long)n : slice->start;
        if (!slice->single) {
            runs[i] = resolve_slice(slice, (long long)n);
        } else if (at < 0 || at >= (long long)n) {
            *outside = slice->start;
            return false;
        } else {
            runs[i] = (struct fp__frame_run){.start = (size_t)at, .step = 1, .count = 1};
        }
    }
    return true;
}
