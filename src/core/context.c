/* SPDX-License-Identifier: MIT */
/* context.c: making and ending contexts, and the thread's default one. */
#include "core/context.h"

#include <pthread.h>
#include <string.h>

#include "core/alloc.h"
#include "core/gc.h"
#include "core/status.h"

#define FIGURES_WARN_ABOVE 20 /* matplotlib's figure.max_open_warning */

static pthread_key_t default_key;
static pthread_once_t default_once = PTHREAD_ONCE_INIT;
static bool have_key; /* false when the process has no key to spare */

static void
end_of_thread(void *ctx)
{
    fp_context_destroy(ctx);
}

static void
make_key(void)
{
    have_key = pthread_key_create(&default_key, end_of_thread) == 0;
}

struct fp_context *
fp_context_create(void)
{
    struct fp_context *ctx = fp_alloc(sizeof *ctx);

    if (!ctx)
        return NULL;
    ctx->figures_warn_above = FIGURES_WARN_ABOVE;
    fp__gc_init(&ctx->gc);
    return ctx;
}

static struct fp_context *
peek_default(void)
{
    pthread_once(&default_once, make_key);
    return have_key ? pthread_getspecific(default_key) : NULL;
}

struct fp_context *
fp_context_default(void)
{
    struct fp_context *ctx = peek_default();

    if (ctx || !have_key)
        return ctx;
    ctx = fp_context_create();
    if (ctx && pthread_setspecific(default_key, ctx) != 0) {
        fp_context_destroy(ctx);
        ctx = NULL;
    }
    return ctx;
}

struct fp_context *
fp__context(struct fp_context *ctx)
{
    return ctx ? ctx : fp_context_default();
}

/* Oldest first: a figure before what it holds. The object in hand is held, for its neighbours may
 * die of its closing. */
static void
close_all(struct fp_context *ctx)
{
    struct fp_object *obj = fp_ref(ctx->oldest);

    while (obj) {
        struct fp_object *next;

        fp_close(obj);
        next = fp_ref(obj->prev);
        fp_unref(obj);
        obj = next;
    }
}

static void
drop_slots(struct fp_context *ctx)
{
    for (int i = FP__SLOTS - 1; i >= 0; i--) {
        if (!ctx->slot[i])
            continue;
        ctx->slot_class[i]->destroy(ctx->slot[i]);
        fp_free(ctx->slot[i]);
        ctx->slot[i] = NULL;
    }
}

void
fp_context_destroy(struct fp_context *ctx)
{
    struct fp_context *is_default = peek_default();

    ctx = ctx ? ctx : is_default;
    if (!ctx || ctx->destroyed)
        return;
    ctx->destroyed = true;
    ctx->warning_fn = NULL;
    ctx->live++; /* or the death of the last object would free the context under our feet */
    close_all(ctx);
    drop_slots(ctx);
    if (ctx == is_default) /* not sooner: what closes must not find, and so make, another one */
        pthread_setspecific(default_key, NULL);
    ctx->live--;
    fp__context_settle(ctx);
}

void
fp__context_settle(struct fp_context *ctx)
{
    if (ctx->destroyed && ctx->live == 0 && !ctx->burying && !ctx->gc.collecting)
        fp_free(ctx);
}

void *
fp__context_slot(struct fp_context *ctx, enum fp__slot slot, size_t size,
                 const struct fp__slot_class *cls)
{
    ctx = fp__context(ctx);
    if (!ctx || ctx->destroyed)
        return NULL;
    if (!ctx->slot[slot]) {
        ctx->slot[slot] = fp__cache_alloc(size);
        if (!ctx->slot[slot]) {
            fp__fail_memory(ctx, "the context's caches");
            return NULL;
        }
        memset(ctx->slot[slot], 0, size);
        ctx->slot_class[slot] = cls;
    }
    return ctx->slot[slot];
}

void
fp__context_caches(const struct fp_context *ctx, size_t bytes[FP_CACHES])
{
    memset(bytes, 0, FP_CACHES * sizeof *bytes);
    for (int i = 0; i < FP__SLOTS; i++) {
        const struct fp__slot_class *cls = ctx->slot_class[i];

        if (ctx->slot[i] && cls->size)
            bytes[cls->cache] += fp__alloc_size(ctx->slot[i]) + cls->size(ctx->slot[i]);
    }
}

enum fp_status
fp_context_status(struct fp_context *ctx)
{
    ctx = fp__context(ctx);
    return ctx ? ctx->status : FP_ERR_MEMORY;
}

const char *
fp_context_message(struct fp_context *ctx)
{
    ctx = fp__context(ctx);
    return ctx ? ctx->message : "out of memory";
}

const char *
fp_context_hint(struct fp_context *ctx)
{
    ctx = fp__context(ctx);
    return ctx ? ctx->hint : "";
}

void
fp_context_clear_error(struct fp_context *ctx)
{
    ctx = fp__context(ctx);
    if (!ctx)
        return;
    ctx->status = FP_OK;
    ctx->message[0] = '\0';
    ctx->hint[0] = '\0';
}

void
fp_context_set_warning(struct fp_context *ctx, fp_warning_fn fn, void *data)
{
    ctx = fp__context(ctx);
    if (!ctx)
        return;
    ctx->warning_fn = fn;
    ctx->warning_data = data;
    fp_context_reset_warnings(ctx);
}

void
fp_context_reset_warnings(struct fp_context *ctx)
{
    ctx = fp__context(ctx);
    if (ctx)
        memset(ctx->warned, 0, sizeof ctx->warned);
}

void
fp_context_set_figure_limits(struct fp_context *ctx, size_t warn_above, size_t cap)
{
    ctx = fp__context(ctx);
    if (!ctx)
        return;
    ctx->figures_warn_above = warn_above;
    ctx->figures_cap = cap;
}

void
fp_context_trim(struct fp_context *ctx)
{
    ctx = fp__context(ctx);
    for (int i = 0; ctx && i < FP__SLOTS; i++)
        if (ctx->slot[i] && ctx->slot_class[i]->trim)
            ctx->slot_class[i]->trim(ctx->slot[i]);
}
