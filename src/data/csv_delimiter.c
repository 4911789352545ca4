/* SPDX-License-Identifier: MIT */
/* csv_delimiter.c: which delimiter a text has. */
#include "data/cell.h"
#include "data/csv_scan.h"

enum { SAMPLE = 64 };

struct score {
    size_t alike; /* records with as many cells as the one before, two or more */
    size_t good;  /* cells that are empty, numbers (with any decimal sign) or dates … */
    size_t cells; /* … of so many */
};

static bool
is_good(const struct fp__cell *cell)
{
    double value;

    return fp__cell_read(cell->text, cell->length, &value) != FP__CELL_TEXT ||
           fp__cell_has_decimal_comma(cell->text, cell->length);
}

/* A delimiter by which the text has faults is judged by what stands before them. */
static struct score
judge(char *text, size_t n, char delimiter, const struct fp_limits *limits)
{
    struct score score = {0};
    struct fp__csv csv;
    size_t last = 0;

    fp__csv_begin(&csv, text, n, delimiter, limits);
    for (int i = 0; i < SAMPLE && fp__csv_next(&csv) == FP__CSV_FINE && csv.count > 0; i++) {
        score.alike += csv.count > 1 && (i == 0 || csv.count == last);
        score.cells += csv.count;
        for (size_t k = 0; k < csv.count; k++) {
            score.good += is_good(&csv.cells[k]);
        }
        last = csv.count;
    }
    fp__csv_finish(&csv);
    return score;
}

static bool
is_better(const struct score *a, const struct score *b)
{
    if (a->alike != b->alike) {
        return a->alike > b->alike;
    }
    return (double)a->good * (double)b->cells > (double)b->good * (double)a->cells;
}

char
fp__csv_find_delimiter(char *text, size_t n, const struct fp_limits *limits)
{
    static const char delimiters[] = {',', '\t', ';', ' '};
    struct score best = {0};
    char found = delimiters[0];

    for (size_t i = 0; i < sizeof delimiters; i++) {
        struct score score = judge(text, n, delimiters[i], limits);

        if (i == 0 || is_better(&score, &best)) {
            best = score;
            found = delimiters[i];
        }
    }
    return found;
}
