/* SPDX-License-Identifier: MIT */
/* named_files.c: places compared, two by two. */
#include "cli/opt/named_files.h"

#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/place.h"

void
fp__named_files_add(struct fp__named_files *named, const char *option, const char *path,
                    bool written)
{
    if (!path || !*path || strcmp(path, "-") == 0 || fp__is_device(path))
        return;
    struct fp__named_file *file = &named->files[named->count++];
    *file = (struct fp__named_file){.option = option, .path = path, .written = written};
    fp__place_key(path, &file->key);
}

void
fp__named_files_finish(struct fp__named_files *named)
{
    for (size_t i = 0; i < named->count; i++)
        fp_text_finish(&named->files[i].key);
    named->count = 0;
}

static bool
same(const struct fp_text *a, const struct fp_text *b)
{
    return strcmp(fp_text_string(a), fp_text_string(b)) == 0;
}

static int
refuse(const struct fp__named_file *a, const struct fp__named_file *b)
{
    if (a->written && b->written) {
        return fp__message_error(FP__EXIT_USAGE,
                                 "%s would be written twice, for %s and %s" FP__AND_HINT
                                 "give each of them a name of its own",
                                 a->path, a->option, b->option);
    }
    const struct fp__named_file *written = a->written ? a : b;
    return fp__message_error(FP__EXIT_USAGE,
                             "%s would be written for %s and is read for %s" FP__AND_HINT
                             "write to another name",
                             written->path, written->option, (a->written ? b : a)->option);
}

int
fp__named_files_check(const struct fp__named_files *named)
{
    for (size_t i = 0; i < named->count; i++) {
        const struct fp__named_file *file = &named->files[i];
        if (file->key.failed)
            return fp__message_no_memory();
        for (size_t j = 0; j < i; j++) {
            const struct fp__named_file *other = &named->files[j];
            if ((file->written || other->written) && same(&file->key, &other->key))
                return refuse(other, file);
        }
    }
    return 0;
}

int
fp__named_files_spare(const struct fp__named_files *named, const char *name,
                      const struct fp_text *key)
{
    for (size_t i = 0; i < named->count; i++) {
        if (same(&named->files[i].key, key)) {
            return fp__message_error(
                FP__EXIT_USAGE, "%s would be a picture and is the file of %s" FP__AND_HINT "%s",
                name, named->files[i].option, "give each of them a name of its own");
        }
    }
    return 0;
}
