/* SPDX-License-Identifier: MIT */
/* pyplot.c: making, finding, clearing and closing numbered figures. */
#include "flatplot/pyplot.h"
#include "core/alloc.h"
#include "core/status.h"
#include "pyplot/registry.h"

/* --- making ----------------------------------------------------------------------------------- */

static struct fp_figure *
make_current(int num, const char *name)
{
    struct fp__entry *entry = fp__entry_find(num, name, NULL);

    if (entry)
        fp__entry_activate(entry);
    else
        entry = fp__entry_add(num, name);
    return entry ? entry->figure : NULL;
}

struct fp_figure *
plt_figure(int num)
{
    if (num >= 0)
        return make_current(num, NULL);
    fp__fail(NULL, FP_ERR_ARGUMENT,
             "no figure has the number %d" FP__HINT
             "figures are numbered from 1; 0 makes a new one",
             num);
    return NULL;
}

struct fp_figure *
plt_figure_named(const char *name)
{
    if (name && *name)
        return make_current(0, name);
    fp__fail(NULL, FP_ERR_ARGUMENT, "a figure's name is empty" FP__HINT "use plt_figure(0)");
    return NULL;
}

struct fp_figure *
plt_gcf(void)
{
    struct fp__entry *entry = fp__entry_current();

    if (!entry)
        entry = fp__entry_add(0, NULL);
    return entry ? entry->figure : NULL;
}

/* --- finding ---------------------------------------------------------------------------------- */

int
plt_number(struct fp_figure *fig)
{
    const struct fp__entry *entry = fp__entry_find(0, NULL, fig);

    return entry ? entry->number : 0;
}

size_t
plt_fignums(int *numbers, size_t room)
{
    size_t n = fp__entry_count();
    size_t i = n;

    for (const struct fp__entry *e = room ? fp__entry_highest() : NULL; e; e = e->lower)
        if (--i < room)
            numbers[i] = e->number;
    return n;
}

/* --- clearing and closing --------------------------------------------------------------------- */

enum fp_status
plt_clf(void)
{
    struct fp__entry *entry = fp__entry_current();

    if (!entry)
        return FP_NOTHING_TO_CLOSE;
    fp__entry_forget_axes(entry);
    return fp_figure_clear(entry->figure);
}

static enum fp_status
close_entry(struct fp__entry *entry)
{
    if (!entry)
        return FP_NOTHING_TO_CLOSE;
    fp_close(entry->figure);
    return FP_OK;
}

enum fp_status
plt_close(int num)
{
    return close_entry(num ? fp__entry_find(num, NULL, NULL) : fp__entry_current());
}

enum fp_status
plt_close_named(const char *name)
{
    return close_entry(fp__entry_find(0, name, NULL));
}

enum fp_status
plt_close_figure(struct fp_figure *fig)
{
    return close_entry(fp__entry_find(0, NULL, fig));
}

enum fp_status
plt_close_all(void)
{
    enum fp_status status = plt_close(0);

    while (plt_close(0) == FP_OK)
        continue;
    fp__alloc_trim();
    return status;
}
