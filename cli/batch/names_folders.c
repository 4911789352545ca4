/* SPDX-License-Identifier: MIT */
/* names_folders.c: the folders that a job's names are in. */
#include <string.h>

#include "cli/batch/names.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/place.h"
#include "cli/opt/reason.h"

static int
make(const char *folder)
{
    int error = fp__folder_state(folder) == FP__FOLDER_THERE ? 0 : fp__folder_make(folder);
    return error ? fp__message_error(FP__EXIT_OUTPUT,
                                     "%s: the folder cannot be made: %s" FP__AND_HINT
                                     "make it yourself (mkdir -p), or write to another one",
                                     folder, fp__reason(error))
                 : 0;
}

/* Makes the folder of the name unless it is that of the name before, as it mostly is. */
static int
make_for(struct fp_text *folder, const char *name)
{
    size_t length = fp__folder_length(name);
    if (length == folder->length && memcmp(fp_text_string(folder), name, length) == 0)
        return 0;
    fp_text_clear(folder);
    fp_text_append_bytes(folder, name, length);
    return folder->failed ? fp__message_no_memory() : make(fp_text_string(folder));
}

int
fp__names_make_folders(const struct fp__names *names, const struct fp__plan *plan)
{
    struct fp_text name = {0};
    struct fp_text folder = {0};
    int failed = 0;
    for (size_t i = 0; names->folders_missing && i < plan->total && !failed; i += plan->each) {
        struct fp__item item = fp__plan_item(plan, i);
        fp_text_clear(&name);
        fp__names_append(names, &item, &name);
        failed = name.failed ? fp__message_no_memory() : make_for(&folder, fp_text_string(&name));
    }
    fp_text_finish(&name);
    fp_text_finish(&folder);
    return failed;
}
