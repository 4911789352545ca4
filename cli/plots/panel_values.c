/* SPDX-License-Identifier: MIT */
/* panel_values.c: values that are drawn as colours, and their colorbar. */
#include <math.h>

#include "cli/opt/message.h"
#include "cli/plots/panel.h"

/* A norm that no value can mend is refused before any is looked at. */
int
fp__panel_norm(const struct fp__panel *p, struct fp_norm *norm)
{
    const struct fp__settings *s = &p->settings->batch;
    *norm = (struct fp_norm){.vmin = NAN, .vmax = NAN};
    if (fp_norm_parse(p->ctx, s->norm_name ? s->norm_name : "linear", norm) != FP_OK)
        return fp__message_failure(p->ctx);
    norm->vmin = s->vmin;
    norm->vmax = s->vmax;
    struct fp_norm resolved = *norm;
    return fp_norm_resolve(p->ctx, &resolved, NAN, NAN) == FP_OK ? 0 : fp__message_failure(p->ctx);
}

int
fp__panel_colorbar(struct fp__panel *p, void *artist, const char *name)
{
    const char *given = p->settings->batch.colorbar;
    struct fp_colorbar_options options = fp_colorbar_defaults();
    options.label = given && *given ? given : name;
    if (p->settings->legend == FP__LEGEND_OFF)
        return 0;
    fp_text_append(&p->texts, options.label ? options.label : "");
    return fp_axes_colorbar(p->ax, artist, &options) ? 0 : fp__message_failure(p->ctx);
}

int
fp__panel_colorbar_by(struct fp__panel *p, void *artist, const char *word)
{
    struct fp_text name = {0};
    size_t column;
    int code = fp__columns_find(&p->columns, word, &column);
    if (code)
        return code;
    fp__columns_append_name(&p->columns, column, &name);
    code = name.failed ? fp__message_no_memory()
                       : fp__panel_colorbar(p, artist, fp_text_string(&name));
    fp_text_finish(&name);
    return code;
}
