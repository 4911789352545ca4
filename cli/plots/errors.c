/* SPDX-License-Identifier: MIT */
/* errors.c: one column, or two that become the rows of one array. */
#include "cli/plots/errors.h"

#include <string.h>

#include "cli/opt/message.h"
#include "cli/plots/words.h"

static int
copy_rows(struct fp__panel *panel, struct fp_array *const parts[2], struct fp_array **errors)
{
    size_t n = fp_array_count(parts[0]);
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, (const size_t[2]){2, n});
    double *values = fp_alloc_array(2 * n + 1, sizeof *values);
    if (!values)
        return fp__message_no_memory();
    for (size_t k = 0; k < 2; k++) {
        for (size_t i = 0; i < n; i++)
            fp_array_value(parts[k], &i, &values[k * n + i]);
    }
    *errors = fp_array_wrap(panel->ctx, values, &layout, fp_free, values);
    return *errors ? 0 : fp__message_failure(panel->ctx);
}

static int
read_pair(struct fp__panel *panel, const char *below, const char *above, struct fp_array **errors)
{
    struct fp_array *parts[2] = {NULL, NULL};
    int code = fp__panel_column(panel, below, &parts[0]);
    code = code ? code : fp__panel_column(panel, above, &parts[1]);
    code = code ? code : copy_rows(panel, parts, errors);
    fp_unref(parts[0]);
    fp_unref(parts[1]);
    return code;
}

int
fp__errors_read(struct fp__panel *panel, const char *list, size_t i, struct fp_array **errors)
{
    struct fp__words words;
    *errors = NULL;
    if (!list)
        return 0;
    if (!fp__words_at(&words, list, panel->first + i))
        return fp__columns_long_name();
    char *colon = fp__columns_colon(&panel->columns, words.word);
    if (!colon)
        return fp__panel_column(panel, words.word, errors);
    *colon = '\0';
    return read_pair(panel, words.word, colon + 1, errors);
}
