/* SPDX-License-Identifier: MIT */
/* clim.c: the value of --clim. */
#include "cli/batch/clim.h"

#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/values.h"
#include "flatplot/color.h"
#include "flatplot/text.h"

static const char *const names[] = {"auto", "all", "input", "frame"};

enum { NAMES = sizeof names / sizeof *names };

static bool
ends_in_json(const char *text)
{
    size_t n = strlen(text);
    return n > 5 && strcmp(text + n - 5, ".json") == 0;
}

/* Takes "all:" and its kin away. */
static const char *
skip_name(const char *text, enum fp__clim *kind)
{
    for (int i = 0; i < NAMES; i++) {
        size_t n = strlen(names[i]);
        if (strncmp(text, names[i], n) == 0 && text[n] == ':') {
            *kind = (enum fp__clim)i;
            return text + n + 1;
        }
    }
    return text;
}

/* "p2,p98" */
static bool
read_percents(const char *text, double percent[2])
{
    const char *comma = strchr(text, ',');
    const char *end;
    bool fine = *text == 'p' && comma && comma[1] == 'p' &&
                fp_number_parse(text + 1, &end, &percent[0]) && end == comma &&
                fp_number_parse(comma + 2, &end, &percent[1]) && !*end;
    return fine && percent[0] >= 0 && percent[0] <= percent[1] && percent[1] <= 100;
}

static int
read_numbers(const struct fp__given *given, struct fp__clim_choice *clim)
{
    double ends[2];
    if (!fp__numbers_parse(given->value, ',', ends, 2))
        return fp__bad_value(given, "neither two numbers nor two percentiles",
                             "as in --clim 0,1 or --clim p2,p98, the lower one first");
    clim->kind = FP__CLIM_FIXED;
    clim->low = ends[0];
    clim->high = ends[1];
    return ends[0] > ends[1] ? fp__bad_value(given, "the first is above the second",
                                             "exchange them; --cmap NAME_r turns colours round")
                             : 0;
}

int
fp__read_clim(const struct fp__given *given, void *member)
{
    struct fp__clim_choice *clim = member;
    *clim = (struct fp__clim_choice){.text = given->value};
    if (ends_in_json(given->value)) {
        clim->kind = FP__CLIM_FILE;
        clim->file = given->value;
        return 0;
    }
    clim->percents = read_percents(skip_name(given->value, &clim->kind), clim->percent);
    if (clim->percents)
        return 0;
    if (strchr(given->value, ','))
        return read_numbers(given, clim);
    int choice = fp__choice(given, names, NAMES);
    if (choice >= 0)
        clim->kind = (enum fp__clim)choice;
    return choice >= 0 ? 0 : FP__EXIT_USAGE;
}

/* Only the name is kept: of a repeated option the last one counts, and boundaries are memory. */
int
fp__read_norm_name(const struct fp__given *given, void *member)
{
    struct fp_norm norm;
    if (fp_norm_parse(given->ctx, given->value, &norm) != FP_OK)
        return fp__message_failure(given->ctx);
    fp_unref(norm.boundaries);
    *(const char **)member = given->value;
    return 0;
}
