/* SPDX-License-Identifier: MIT */
/* patches.c: pixels as they were before small pieces of drawing and after.
 *
 * They lie one after the other in a ring, where a new one takes the place of the oldest. So memory
 * never grows, and a title that is another one in each frame drives a label that stays out only
 * once in some twenty frames.
 *
 * Measured, 256×256 values with a colorbar at 640×480: of 25.6 million instructions per frame, 5.1
 * million were spent on measuring and drawing some 25 texts and 30 lines; 0.5 million were then.
 * (Lines have a way of their own now, bars.c.) A single picture has nothing from it: 133 of 1,240
 * page faults of a process. */
#include "render/patches.h"

#include <string.h>

#include "core/alloc.h"

#define MOST 192               /* patches; a figure with two axes has some 60 */
#define ROOM ((size_t)1 << 17) /* pixels of all, before and after: 512 KiB */
#define LARGEST (ROOM / 8)     /* of one, or it would drive out too many */

struct fp__patch {
    struct fp__deed deed;
    int x, y, width, height; /* a width of 0: of no use */
    size_t at, size;         /* in the ring of pixels */
};

struct fp__patch_store {
    struct fp__patch all[MOST]; /* a ring, too */
    size_t first, count;
    size_t next; /* deeds come in the order of the last frame: how many after the first it was */
    size_t end;  /* where pixels are put next */
    uint32_t pixels[ROOM];
};

_Static_assert(sizeof(struct fp__deed) == 4 * 8 + 4 + 76, "a deed is compared as bytes");

static struct fp__patch *
nth(struct fp__patch_store *store, size_t i)
{
    return &store->all[(store->first + i) % MOST];
}

static uint32_t *
row_of(struct fp__patch_store *store, const struct fp__patch *patch, bool after, int row)
{
    return store->pixels + patch->at + (after ? patch->size / 2 : 0) +
           (size_t)row * (size_t)patch->width;
}

static uint32_t *
row_on(const struct fp__patch *patch, const struct fp__sheet *sheet, int row)
{
    return sheet->pixels + (size_t)(patch->y + row) * sheet->stride + patch->x;
}

static size_t
row_size(const struct fp__patch *patch)
{
    return (size_t)patch->width * sizeof(uint32_t);
}

static void
take(struct fp__patch_store *store, const struct fp__patch *patch, const struct fp__sheet *sheet,
     bool after)
{
    for (int row = 0; row < patch->height; row++)
        memcpy(row_of(store, patch, after, row), row_on(patch, sheet, row), row_size(patch));
}

/* --- doing it again --------------------------------------------------------------------------- */

static bool
lies_on(struct fp__patch_store *store, const struct fp__patch *patch, const struct fp__sheet *sheet)
{
    if (patch->x + patch->width > sheet->width || patch->y + patch->height > sheet->height)
        return false;
    for (int row = 0; row < patch->height; row++)
        if (memcmp(row_of(store, patch, false, row), row_on(patch, sheet, row), row_size(patch)) !=
            0)
            return false;
    return true;
}

/* The places tell most deeds apart. */
static bool
is_of(const struct fp__patch *patch, const struct fp__deed *deed)
{
    return patch->width > 0 && patch->deed.numbers[0] == deed->numbers[0] &&
           patch->deed.numbers[1] == deed->numbers[1] &&
           memcmp(&patch->deed, deed, sizeof *deed) == 0;
}

/* The same deed, with any pixels below; NULL: none. */
static struct fp__patch *
find(struct fp__patch_store *store, const struct fp__deed *deed)
{
    for (size_t i = 0; i < store->count; i++) {
        size_t at = (store->next + i) % store->count;

        if (is_of(nth(store, at), deed)) {
            store->next = at + 1;
            return nth(store, at);
        }
    }
    return NULL;
}

bool
fp__patches_redo(struct fp__patches *patches, const struct fp__deed *deed,
                 const struct fp__sheet *sheet, int box[4])
{
    struct fp__patch_store *store = patches->store;
    struct fp__patch *patch = store ? find(store, deed) : NULL;

    if (!patch || !lies_on(store, patch, sheet))
        return false;
    for (int row = 0; row < patch->height; row++)
        memcpy(row_on(patch, sheet, row), row_of(store, patch, true, row), row_size(patch));
    box[0] = patch->x;
    box[1] = patch->y;
    box[2] = patch->x + patch->width;
    box[3] = patch->y + patch->height;
    return true;
}

/* --- keeping it ------------------------------------------------------------------------------- */

static void
drop_oldest(struct fp__patch_store *store)
{
    store->first = (store->first + 1) % MOST;
    store->count--;
}

/* A place for so many pixels, behind the newest or at the beginning. */
static size_t
make_room(struct fp__patch_store *store, size_t size)
{
    size_t at = store->end;

    if (at + size > ROOM) {
        while (store->count > 0 && nth(store, 0)->at >= at)
            drop_oldest(store);
        at = 0;
    }
    while (store->count > 0 && nth(store, 0)->at >= at && nth(store, 0)->at < at + size)
        drop_oldest(store);
    if (store->count == MOST)
        drop_oldest(store);
    store->end = at + size;
    return at;
}

/* The part of the box that lies on the sheet; false: nothing, or too much. */
static bool
place(struct fp__patch *patch, const int box[4], const struct fp__sheet *sheet)
{
    int x1 = box[2] < sheet->width ? box[2] : sheet->width;
    int y1 = box[3] < sheet->height ? box[3] : sheet->height;

    patch->x = box[0] > 0 ? box[0] : 0;
    patch->y = box[1] > 0 ? box[1] : 0;
    patch->width = x1 - patch->x;
    patch->height = y1 - patch->y;
    if (patch->width <= 0 || patch->height <= 0)
        return false;
    patch->size = 2 * (size_t)patch->width * (size_t)patch->height;
    return patch->size <= LARGEST;
}

/* The one that was there for the same deed, when it has the same size, or a new one. */
static struct fp__patch *
keep(struct fp__patch_store *store, const struct fp__patch *wanted)
{
    struct fp__patch *old = find(store, &wanted->deed);
    size_t at = old ? old->at : 0;

    if (old && old->size != wanted->size) {
        fp__patches_forget(old);
        old = NULL;
    }
    if (!old) {
        at = make_room(store, wanted->size);
        old = nth(store, store->count++);
    }
    *old = *wanted;
    old->at = at;
    return old;
}

/* Filled at once, or the pages of the ring would come one by one and look like a leak. */
static bool
open_store(struct fp__patches *patches)
{
    if (patches->store || patches->asleep)
        return patches->store;
    patches->store = fp__cache_alloc(sizeof *patches->store);
    if (patches->store)
        memset(patches->store, 0, sizeof *patches->store);
    return patches->store != NULL;
}

struct fp__patch *
fp__patches_begin(struct fp__patches *patches, const struct fp__deed *deed, const int box[4],
                  const struct fp__sheet *sheet)
{
    struct fp__patch wanted = {.deed = *deed}, *patch;

    if (!place(&wanted, box, sheet) || !open_store(patches))
        return NULL;
    patch = keep(patches->store, &wanted);
    take(patches->store, patch, sheet, false);
    return patch;
}

void
fp__patches_end(struct fp__patches *patches, struct fp__patch *patch, const struct fp__sheet *sheet)
{
    if (patch)
        take(patches->store, patch, sheet, true);
}

void
fp__patches_forget(struct fp__patch *patch)
{
    if (patch)
        patch->width = 0;
}

void
fp__patches_finish(struct fp__patches *patches)
{
    fp_free(patches->store);
    *patches = (struct fp__patches){0};
}
