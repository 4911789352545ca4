/* SPDX-License-Identifier: MIT */
/* describe_table.c: files as rows of a table with aligned columns. */
#include "cli/verbs/describe.h"

#include <math.h>
#include <string.h>

enum { COLUMNS = 11 };

/* The file's name comes last: it may have any width on the screen and needs no filling up. */
static const char *const heads[COLUMNS] = {"format", "type", "shape", "order", "frames", "frame",
                                           "min",    "max",  "mean",  "nan",   "file"};

struct cells {
    struct fp_text text[COLUMNS];
};

static void
append_shape(struct fp_text *out, const size_t *shape, int ndim)
{
    for (int i = 0; i < ndim; i++)
        fp_text_append_format(out, i > 0 ? ",%zu" : "%zu", shape[i]);
    fp_text_append(out, ndim == 0 ? "()" : "");
}

static void
append_number(struct fp_text *out, const struct fp__description *d, double value)
{
    if (d->counted && !isnan(value)) {
        fp_text_append_number(out, value);
    } else {
        fp_text_append(out, "-");
    }
}

static void
fill(const struct fp__description *d, struct cells *cells)
{
    struct fp_text *text = cells->text;
    fp_text_append(&text[0], d->info.format);
    fp_text_append(&text[1], d->info.dtype);
    append_shape(&text[2], d->info.shape, d->info.ndim);
    fp_text_append(&text[3], d->info.fortran ? "F" : "C");
    if (d->info.count == FP_FRAMES_UNKNOWN) {
        fp_text_append(&text[4], "-");
    } else {
        fp_text_append_format(&text[4], "%zu", d->info.count);
    }
    if (d->info.count > 0) {
        append_shape(&text[5], d->info.frame.shape, d->info.frame.ndim);
    } else {
        fp_text_append(&text[5], "-");
    }
    append_number(&text[6], d, d->stats.min);
    append_number(&text[7], d, d->stats.max);
    append_number(&text[8], d, d->stats.mean);
    append_number(&text[9], d, (double)d->stats.nan);
    fp_text_append(&text[10], d->path);
    fp_text_append(&text[10], d->member ? ":" : "");
    fp_text_append(&text[10], d->member ? d->member : "");
}

static void
append_row(struct fp_text *out, const struct cells *cells, const size_t *widths)
{
    for (int i = 0; i < COLUMNS; i++) {
        fp_text_append(out, fp_text_string(&cells->text[i]));
        size_t spaces = i + 1 < COLUMNS ? widths[i] + 2 - cells->text[i].length : 0;
        while (spaces-- > 0)
            fp_text_append(out, " ");
        out->failed |= cells->text[i].failed;
    }
    fp_text_append(out, "\n");
}

static void
clear(struct cells *cells)
{
    for (int i = 0; i < COLUMNS; i++)
        fp_text_finish(&cells->text[i]);
}

static void
measure(const struct cells *cells, size_t *widths)
{
    for (int i = 0; i < COLUMNS; i++) {
        size_t length = cells->text[i].length;
        widths[i] = length > widths[i] ? length : widths[i];
    }
}

void
fp__describe_table(struct fp_text *out, const struct fp__description *rows, size_t count)
{
    size_t widths[COLUMNS] = {0};
    struct cells cells = {0};
    for (size_t i = 0; i < count; i++) {
        fill(&rows[i], &cells);
        measure(&cells, widths);
        clear(&cells);
    }
    for (int i = 0; i < COLUMNS; i++)
        fp_text_append(&cells.text[i], heads[i]);
    measure(&cells, widths);
    append_row(out, &cells, widths);
    clear(&cells);
    for (size_t i = 0; i < count; i++) {
        fill(&rows[i], &cells);
        append_row(out, &cells, widths);
        clear(&cells);
    }
}
