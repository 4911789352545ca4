/* SPDX-License-Identifier: MIT */
/* positions.c: what a column's kind makes of its axis. */
#include "cli/plots/positions.h"

#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "flatplot/axis.h"

static int
read_column(struct fp__panel *p, size_t column, struct fp_array **places)
{
    enum fp_status status = fp_table_column(p->columns.table, column, places);
    return status == FP_OK ? 0 : fp__message_failure(p->ctx);
}

static int
check_name(const struct fp__panel *p, size_t column, size_t row, const char *name)
{
    if (fp_utf8_valid(name, strlen(name)))
        return 0;
    return fp__message_error(FP__EXIT_INPUT,
                             "%s: column %zu, row %zu of values: the text is not UTF-8" FP__AND_HINT
                             "if it is Korean EUC: iconv -f cp949 -t utf-8 %s",
                             p->columns.path, column + 1, row + 1, p->columns.path);
}

static int
take_names(struct fp__panel *p, size_t column, const char **names, size_t n)
{
    int code = 0;
    for (size_t row = 0; row < n && !code; row++) {
        names[row] = fp_table_text(p->columns.table, column, row);
        fp_text_append(&p->texts, names[row]);
        code = check_name(p, column, row, names[row]);
    }
    return p->texts.failed ? fp__message_no_memory() : code;
}

static int
read_names(struct fp__panel *p, size_t column, bool along_y, struct fp_array **places)
{
    size_t n = fp_table_rows(p->columns.table);
    const char **names = fp_alloc_array(n + 1, sizeof *names);
    int code = names ? take_names(p, column, names, n) : fp__message_no_memory();
    if (!code) {
        *places =
            along_y ? fp_axes_ycategories(p->ax, names, n) : fp_axes_xcategories(p->ax, names, n);
        code = *places ? 0 : fp__message_failure(p->ctx);
    }
    fp_free(names);
    return code;
}

int
fp__positions_read(struct fp__panel *p, size_t column, bool along_y, bool names,
                   struct fp_array **places)
{
    enum fp_column_kind kind = fp_table_kind(p->columns.table, column);
    enum fp_status status = FP_OK;
    *places = NULL;
    if (kind == FP_COLUMN_TEXT && names)
        return read_names(p, column, along_y, places);
    if (kind == FP_COLUMN_DATE)
        status = along_y ? fp_axes_set_ydates(p->ax) : fp_axes_set_xdates(p->ax);
    return status == FP_OK ? read_column(p, column, places) : fp__message_failure(p->ctx);
}
