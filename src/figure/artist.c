/* SPDX-License-Identifier: MIT */
/* artist.c: the links of an artist, and taking one out of its axes. */
#include "figure/artist.h"

#include <math.h>
#include <string.h>

#include "core/status.h"
#include "figure/axes.h"
#include "flatplot/text.h"

void *
fp__artist_create(struct fp_axes *ax, const struct fp__artist_class *cls)
{
    struct fp__artist *artist = fp_object_create(ax->base.ctx, &cls->base);

    if (!artist)
        return NULL;
    fp__object_mark(artist);
    artist->zorder = cls->layer;
    artist->axes = fp_weak_create(ax);
    if (artist->axes)
        return artist;
    fp_unref(artist);
    return NULL;
}

bool
fp__artist_can_write(const char *text)
{
    return fp_utf8_valid(text, strlen(text)) && !strchr(text, '\n');
}

struct fp_axes *
fp__artist_axes(const struct fp__artist *artist)
{
    return fp__weak_peek(artist->axes);
}

void
fp__artist_close(struct fp__artist *artist)
{
    struct fp_axes *ax = fp_weak_get(artist->axes);
    struct fp_axes *dependent = fp_weak_get(artist->dependent);

    fp_weak_destroy(artist->axes);
    fp_weak_destroy(artist->dependent);
    artist->axes = NULL;
    artist->dependent = NULL;
    fp__axes_drop_artist(ax, artist);
    fp_close(dependent);
    fp_unref(dependent);
    fp_unref(ax);
}

enum fp_status
fp__artist_check(struct fp_context *ctx, const void *object)
{
    const struct fp_object *obj = object;

    fp__object_check(obj, NULL);
    if (fp_is_closed(obj))
        return fp__fail_closed(ctx, obj ? obj->cls->name : "artist");
    if (fp__object_is_marked(obj))
        return FP_OK;
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "artist: the %s is none" FP__HINT "lines, images, texts … are artists",
                    obj->cls->name);
}

enum fp_status
fp_artist_remove(void *artist)
{
    struct fp_object *obj = artist;
    enum fp_status status = fp__artist_check(obj ? obj->ctx : NULL, obj);

    if (status == FP_OK)
        fp_close(obj);
    return status;
}

enum fp_status
fp_artist_set_zorder(void *object, double zorder)
{
    struct fp__artist *artist = object;
    struct fp_context *ctx = artist ? artist->base.ctx : NULL;
    enum fp_status status = fp__artist_check(ctx, artist);
    const struct fp__artist_class *cls;

    if (status != FP_OK)
        return status;
    if (!isfinite(zorder))
        return fp__fail(ctx, FP_ERR_ARGUMENT, "artist: a zorder is a finite number");
    cls = (const struct fp__artist_class *)artist->base.cls;
    artist->zorder = zorder;
    if (cls->reorder)
        cls->reorder(artist, zorder);
    return FP_OK;
}
