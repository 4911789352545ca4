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

/* The PNG specification's rule for keywords (third edition, 11.3.3.1), kept to ASCII. */
static bool
key_is_fine(const char *key)
{
    size_t n = key ? strlen(key) : 0;

    if (n < 1 || n > 79 || key[0] == ' ' || key[n - 1] == ' ' || strstr(key, "  "))
        return false;
    for (size_t i = 0; i < n; i++)
        if (key[i] < 0x20 || key[i] > 0x7e)
            return false;
    return true;
}

static enum fp_status
append(struct fp_context *ctx, struct fp__metadata *metadata, const char *key, char *value)
{
    void *pairs = metadata->pairs;
    struct fp__text_pair pair = {.value = value};

    if (!fp__grow(&pairs, &metadata->room, metadata->count + 1, sizeof pair) ||
        (metadata->pairs = pairs, !fp__copy_string(&pair.key, key))) {
        fp_free(value);
        return fp__fail_memory(ctx, "metadata");
    }
    metadata->pairs[metadata->count++] = pair;
    return FP_OK;
}

enum fp_status
fp_figure_set_metadata(struct fp_figure *fig, const char *key, const char *value)
{
    struct fp__figure_body *body = fp__figure_open(fig);
    char *copy = NULL;
    size_t i;

    if (!body)
        return FP_ERR_CLOSED;
    if (!key_is_fine(key) || (value && !fp_utf8_valid(value, strlen(value))))
        return fp__fail(fig->base.ctx, FP_ERR_ARGUMENT,
                        "metadata: the key or its value cannot be written" FP__HINT
                        "keys are 1 to 79 printable ASCII characters, values are UTF-8");
    if (value && !fp__copy_string(&copy, value))
        return fp__fail_memory(fig->base.ctx, "metadata");
    i = find(&body->metadata, key);
    if (i < body->metadata.count)
        remove_at(&body->metadata, i);
    return copy ? append(fig->base.ctx, &body->metadata, key, copy) : FP_OK;
}
