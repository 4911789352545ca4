/* SPDX-License-Identifier: MIT */
/* metadata.c: a figure's texts for files. */
#include "figure/metadata.h"

#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "figure/figure.h"
#include "flatplot/text.h"

static void
pair_finish(struct fp__text_pair *pair)
{
    fp_free(pair->key);
    fp_free(pair->value);
}

void
fp__metadata_finish(struct fp__metadata *metadata)
{
    for (size_t i = 0; i < metadata->count; i++)
        pair_finish(&metadata->pairs[i]);
    fp_free(metadata->pairs);
    *metadata = (struct fp__metadata){0};
}

static size_t
find(const struct fp__metadata *metadata, const char *key)
{
    size_t i = 0;

    while (i < metadata->count && strcmp(metadata->pairs[i].key, key) != 0)
        i++;
    return i;
}

static void
remove_at(struct fp__metadata *metadata, size_t i)
{
    pair_finish(&metadata->pairs[i]);
    memmove(&metadata->pairs[i], &metadata->pairs[i + 1],
            (--metadata->count - i) * sizeof metadata->pairs[0]);
}

bool
fp__metadata_key_is_fine(const char *key)
{
    size_t n = key ? strlen(key) : 0;

    if (n < 1 || n > 79 || key[0] == ' ' || key[n - 1] == ' ' || strstr(key, "  "))
        return false;
    for (size_t i = 0; i < n; i++)
        if (key[i] < 0x20 || key[i] > 0x7e)
            return false;
    return true;
}

static bool
append(struct fp__metadata *metadata, const char *key, const char *value)
{
    void *pairs = metadata->pairs;
    struct fp__text_pair pair = {0};

    if (!fp__grow(&pairs, &metadata->room, metadata->count + 1, sizeof pair))
        return false;
    metadata->pairs = pairs;
    if (!fp__copy_string(&pair.key, key) || !fp__copy_string(&pair.value, value)) {
        pair_finish(&pair);
        return false;
    }
    metadata->pairs[metadata->count++] = pair;
    return true;
}

enum fp_status
fp_figure_set_metadata(struct fp_figure *fig, const char *key, const char *value)
{
    struct fp__figure_body *body = fp__figure_open(fig);
    size_t i, before;

    if (!body)
        return FP_ERR_CLOSED;
    if (!fp__metadata_key_is_fine(key) || (value && !fp_utf8_valid(value, strlen(value))))
        return fp__fail(fig->base.ctx, FP_ERR_ARGUMENT,
                        "metadata: the key or its value cannot be written" FP__HINT
                        "keys are 1 to 79 printable ASCII characters, values are UTF-8");
    i = find(&body->metadata, key);
    before = body->metadata.count;
    if (value && *value && !append(&body->metadata, key, value))
        return fp__fail_memory(fig->base.ctx, "metadata");
    if (i < before)
        remove_at(&body->metadata, i);
    return FP_OK;
}
