/* SPDX-License-Identifier: MIT */
/* input_files.c: files by what they are, not by what they are called. */
#include "cli/batch/input_files.h"

#include "cli/exit.h"
#include "cli/opt/message.h"

bool
fp__input_files_init(struct fp__input_files *files, const struct fp__plan *plan)
{
    *files = (struct fp__input_files){.plan = plan};
    files->identity = fp_alloc_array(plan->given + 1, sizeof *files->identity);
    if (!files->identity || !fp__set_init(&files->set, plan->given))
        return false;
    for (size_t i = 0; i < plan->given; i++) {
        struct fp__identity *identity = &files->identity[i];
        if (fp__identify(fp__input_file(&plan->inputs[i]), identity))
            fp__set_add(&files->set, fp__hash(identity, sizeof *identity), i);
    }
    return true;
}

void
fp__input_files_finish(struct fp__input_files *files)
{
    fp_free(files->identity);
    fp__set_finish(&files->set);
}

static bool
same(void *data, size_t input)
{
    const struct fp__input_files *files = data;
    const struct fp__identity *identity = &files->identity[input];
    return identity->device == files->wanted.device && identity->inode == files->wanted.inode;
}

int
fp__input_files_spare(struct fp__input_files *files, const char *name)
{
    if (!fp__identify(name, &files->wanted))
        return 0;
    uint64_t hash = fp__hash(&files->wanted, sizeof files->wanted);
    size_t input = fp__set_find(&files->set, hash, same, files);
    if (input == FP__SET_NONE)
        return 0;
    return fp__message_error(FP__EXIT_USAGE,
                             "%s is also an input (%s)" FP__AND_HINT "write to another name", name,
                             files->plan->inputs[input].path);
}
