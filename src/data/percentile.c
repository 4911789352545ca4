/* SPDX-License-Identifier: MIT */
/* percentile.c: values by their rank, found by counting; passes over the values, 16 bits each. */
#include "flatplot/percentile.h"

#include <math.h>

#include "core/alloc.h"
#include "core/object.h"
#include "core/status.h"
#include "data/frames.h"
#include "data/key.h"
#include "data/layout.h"

enum { BLOCK = 512, DIGIT = 16, BINS = 1 << DIGIT, TARGETS = 2 * FP_PERCENTILES_MAX };

/* A value wanted by its rank: what is known of its key, and its rank among those that begin so. */
struct target {
    uint64_t prefix;
    uint64_t rank;
};

/* Values counted whose keys begin with the prefix. */
struct table {
    uint64_t prefix;
    uint64_t total;
    uint64_t expected; /* as many as the pass before counted */
    uint64_t *bins;
};

struct fp_percentiles {
    struct fp_object base;
    enum fp_dtype dtype;
    double above, below;
    size_t n;
    double percents[FP_PERCENTILES_MAX];
    int passes;
    int pass; /* being made; passes: all were */
    size_t targets;
    struct target target[TARGETS];   /* two neighbours for each percentile, from pass 1 on */
    double part[FP_PERCENTILES_MAX]; /* of the way from one to the other */
    size_t tables;
    struct table table[TARGETS];
    bool empty;
};

static void
percentiles_close(struct fp_object *obj)
{
    struct fp_percentiles *p = (struct fp_percentiles *)obj;

    for (size_t i = 0; i < TARGETS; i++) {
        fp_free(p->table[i].bins);
        p->table[i].bins = NULL;
    }
}

static size_t
percentiles_bytes(const struct fp_object *obj)
{
    const struct fp_percentiles *p = (const struct fp_percentiles *)obj;
    size_t bytes = 0;

    for (size_t i = 0; i < TARGETS; i++) {
        bytes += p->table[i].bins ? BINS * sizeof *p->table[i].bins : 0;
    }
    return bytes;
}

static const struct fp_class percentiles_class = {
    .name = "percentiles",
    .size = sizeof(struct fp_percentiles),
    .close = percentiles_close,
    .bytes = percentiles_bytes,
};

int
fp_percentiles_passes(enum fp_dtype dtype)
{
    return ((int)fp_dtype_size(dtype) + 1) / 2;
}

/* A table of zeros for one more prefix. */
static enum fp_status
add_table(struct fp_percentiles *p, uint64_t prefix)
{
    struct table *table = &p->table[p->tables];

    if (!table->bins && !(table->bins = fp_alloc(BINS * sizeof *table->bins))) {
        return fp__fail_memory(p->base.ctx, "finding percentiles");
    }
    for (size_t i = 0; i < BINS; i++) {
        table->bins[i] = 0;
    }
    table->prefix = prefix;
    table->total = 0;
    p->tables++;
    return FP_OK;
}

static enum fp_status
check_percents(struct fp_context *ctx, const double *percents, size_t n)
{
    if (n > FP_PERCENTILES_MAX) {
        return fp__fail(ctx, FP_ERR_ARGUMENT, "percentiles: %zu are more than %d together", n,
                        FP_PERCENTILES_MAX);
    }
    for (size_t i = 0; i < n; i++) {
        if (!(percents[i] >= 0 && percents[i] <= 100)) {
            return fp__fail(ctx, FP_ERR_ARGUMENT,
                            "percentiles: one is not from 0 to 100" FP__HINT "50 is the median");
        }
    }
    return FP_OK;
}

struct fp_percentiles *
fp_percentiles_create(struct fp_context *ctx, enum fp_dtype dtype, const double *percents, size_t n,
                      double above, double below)
{
    struct fp_percentiles *p;

    if (fp_dtype_size(dtype) == 0) {
        fp__fail(ctx, FP_ERR_ARGUMENT, "percentiles: no such type of values");
        return NULL;
    }
    if (check_percents(ctx, percents, n) < 0 || !(p = fp_object_create(ctx, &percentiles_class))) {
        return NULL;
    }
    p->dtype = dtype;
    p->above = above;
    p->below = below;
    p->n = n;
    p->passes = fp_percentiles_passes(dtype);
    for (size_t i = 0; i < n; i++) {
        p->percents[i] = percents[i];
    }
    if (add_table(p, 0) < 0) {
        fp_unref(p);
        return NULL;
    }
    return p;
}

/* --- Counting --------------------------------------------------------------------------------- */

static void
count_first(struct table *table, const uint64_t *keys, size_t n, int shift)
{
    for (size_t i = 0; i < n; i++) {
        table->bins[keys[i] >> shift]++;
    }
    table->total += n;
}

/* Few keys begin with the prefix, as a rule: a branch costs less than counting nothing. */
static void
count_further(struct table *table, const uint64_t *keys, size_t n, int shift)
{
    for (size_t i = 0; i < n; i++) {
        uint64_t key = keys[i] >> shift;

        if (key >> DIGIT == table->prefix) {
            table->bins[key & (BINS - 1)]++;
            table->total++;
        }
    }
}

static void
count(struct fp_percentiles *p, const uint64_t *keys, size_t n)
{
    int shift = DIGIT * (p->passes - 1 - p->pass);

    if (p->pass == 0) {
        count_first(&p->table[0], keys, n, shift);
        return;
    }
    for (size_t i = 0; i < p->tables; i++) {
        count_further(&p->table[i], keys, n, shift);
    }
}

/* Keeps the keys of values that count. */
static size_t
keep(const struct fp_percentiles *p, const double *values, size_t n, uint64_t *keys)
{
    size_t kept = 0;

    for (size_t i = 0; i < n; i++) {
        keys[kept] = keys[i];
        kept += values[i] > p->above && values[i] < p->below;
    }
    return kept;
}

static void
take_run(void *to, const struct fp__run *run, size_t n)
{
    struct fp_percentiles *p = to;
    struct fp__run rest = *run;
    double values[BLOCK];
    uint64_t raw[BLOCK], keys[BLOCK];

    while (n > 0) {
        size_t piece = n < BLOCK ? n : BLOCK;

        fp__values_to_double(&rest, piece, values);
        if (run->dtype == p->dtype) {
            fp__values_copy(&rest, piece, raw);
            fp__keys_of(p->dtype, raw, piece, keys);
        } else {
            fp__keys_of(FP_FLOAT64, values, piece, keys);
        }
        count(p, keys, keep(p, values, piece, keys));
        rest.base = (const unsigned char *)rest.base + (ptrdiff_t)piece * rest.stride;
        n -= piece;
    }
}

static enum fp_status
check_ready(const struct fp_percentiles *p, enum fp_dtype dtype)
{
    struct fp_context *ctx = p->base.ctx;

    if (p->pass == p->passes) {
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "percentiles: all passes were made" FP__HINT
                        "make new ones for other values");
    }
    if (dtype != p->dtype && p->dtype != FP_FLOAT64) {
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "percentiles: of %s, and the values are %s" FP__HINT
                        "FP_FLOAT64 takes those of every type",
                        fp_dtype_name(p->dtype), fp_dtype_name(dtype));
    }
    return FP_OK;
}

static enum fp_status
check_open(const struct fp_percentiles *p, const void *values, const char *what)
{
    if (fp_is_closed(p)) {
        return fp__fail_closed(p ? p->base.ctx : NULL, "percentiles");
    }
    return fp_is_closed(values) ? fp__fail_closed(p->base.ctx, what) : FP_OK;
}

enum fp_status
fp_percentiles_add(struct fp_percentiles *p, struct fp_array *array)
{
    enum fp_status status = check_open(p, array, "array");
    const unsigned char *data = fp_array_data(array);
    struct fp_layout layout;
    struct fp__walk walk;
    ptrdiff_t offset;

    if (status < 0) {
        return status;
    }
    layout = *fp_array_layout(array);
    status = check_ready(p, layout.dtype);
    if (status < 0) {
        return status;
    }
    fp__layout_sort(&layout);
    fp__walk_begin(&walk, &layout);
    while (fp__walk_next(&walk, &offset)) {
        struct fp__run run = {data + offset, walk.stride, layout.dtype, layout.swapped};

        take_run(p, &run, walk.length);
    }
    return FP_OK;
}

enum fp_status
fp_percentiles_add_frames(struct fp_percentiles *p, struct fp_frames *frames)
{
    enum fp_status status = check_open(p, frames, "file of frames");

    if (status == FP_OK) {
        status = check_ready(p, frames->body->source.layout.dtype);
    }
    return status == FP_OK ? fp__frames_take(frames, take_run, p) : status;
}

/* --- From counts to the next 16 bits ---------------------------------------------------------- */

/* numpy's linear rule: the place (n − 1) q, between the values of the ranks around it. */
static void
find_ranks(struct fp_percentiles *p, uint64_t total)
{
    double last = (double)(total - 1);

    p->targets = 2 * p->n;
    for (size_t i = 0; i < p->n; i++) {
        double place = last * (p->percents[i] / 100);
        double low = floor(place);
        bool end = place >= last;

        p->target[2 * i].rank = end ? total - 1 : (uint64_t)low;
        p->target[2 * i + 1].rank = end ? total - 1 : (uint64_t)low + 1;
        p->part[i] = end ? 0 : place - low;
    }
}

static const struct table *
table_of(const struct fp_percentiles *p, uint64_t prefix)
{
    const struct table *table = p->table;

    while (table->prefix != prefix) {
        table++;
    }
    return table;
}

/* Makes the target's prefix longer by one digit; returns how many values begin with that. */
static uint64_t
refine(const struct fp_percentiles *p, struct target *target)
{
    const struct table *table = table_of(p, target->prefix);
    uint64_t bin = 0;

    while (target->rank >= table->bins[bin]) {
        target->rank -= table->bins[bin++];
    }
    target->prefix = target->prefix << DIGIT | bin;
    return table->bins[bin];
}

/* Refines all targets first, for tables are used again for the prefixes that come next. */
static enum fp_status
prepare(struct fp_percentiles *p)
{
    uint64_t expected[TARGETS];

    for (size_t i = 0; i < p->targets; i++) {
        expected[i] = refine(p, &p->target[i]);
    }
    p->pass++;
    p->tables = 0;
    for (size_t i = 0; i < p->targets && p->pass < p->passes; i++) {
        size_t at = 0;

        while (at < p->tables && p->table[at].prefix != p->target[i].prefix) {
            at++;
        }
        if (at == p->tables && add_table(p, p->target[i].prefix) < 0) {
            return FP_ERR_MEMORY;
        }
        p->table[at].expected = expected[i];
    }
    return FP_OK;
}

static enum fp_status
check_same(const struct fp_percentiles *p)
{
    for (size_t i = 0; i < p->tables && p->pass > 0; i++) {
        if (p->table[i].total != p->table[i].expected) {
            return fp__fail(p->base.ctx, FP_ERR_INPUT,
                            "percentiles: the values changed while they were counted" FP__HINT
                            "do not write to a file while it is read");
        }
    }
    return FP_OK;
}

enum fp_status
fp_percentiles_next(struct fp_percentiles *p, bool *again)
{
    enum fp_status status = check_open(p, p, "percentiles");

    status = status < 0 ? status : check_ready(p, p->dtype);
    status = status < 0 ? status : check_same(p);
    if (status < 0) {
        return status;
    }
    if (p->pass == 0 && p->table[0].total == 0) {
        p->empty = true;
        p->pass = p->passes;
    } else {
        if (p->pass == 0) {
            find_ranks(p, p->table[0].total);
        }
        status = prepare(p);
    }
    if (status < 0) {
        fp_close(p); /* some of its tables are missing */
    } else {
        *again = p->pass < p->passes;
    }
    return status;
}

enum fp_status
fp_percentiles_get(const struct fp_percentiles *p, double *values)
{
    enum fp_status status = check_open(p, p, "percentiles");

    if (status < 0) {
        return status;
    }
    if (p->pass < p->passes) {
        return fp__fail(p->base.ctx, FP_ERR_ARGUMENT,
                        "percentiles: after %d of %d passes they are not known yet", p->pass,
                        p->passes);
    }
    for (size_t i = 0; i < p->n; i++) {
        const struct target *low = &p->target[2 * i];

        values[i] =
            p->empty ? NAN : fp__keys_between(p->dtype, low[0].prefix, low[1].prefix, p->part[i]);
    }
    return FP_OK;
}

/* --- All of it -------------------------------------------------------------------------------- */

static enum fp_status
find(struct fp_percentiles *p, struct fp_array *array, struct fp_frames *frames, double *values)
{
    enum fp_status status = FP_OK;
    bool again = true;

    while (status == FP_OK && again) {
        status = array ? fp_percentiles_add(p, array) : fp_percentiles_add_frames(p, frames);
        status = status == FP_OK ? fp_percentiles_next(p, &again) : status;
    }
    return status == FP_OK ? fp_percentiles_get(p, values) : status;
}

static enum fp_status
create_and_find(struct fp_context *ctx, enum fp_dtype dtype, const double *percents, size_t n,
                const double domain[2], struct fp_array *array, struct fp_frames *frames,
                double *values)
{
    struct fp_percentiles *p = fp_percentiles_create(ctx, dtype, percents, n, domain[0], domain[1]);
    enum fp_status status = p ? find(p, array, frames, values) : fp_context_status(ctx);

    fp_unref(p);
    return status;
}

enum fp_status
fp_array_percentiles(struct fp_array *array, const double *percents, size_t n, double above,
                     double below, double *values)
{
    struct fp_context *ctx = array ? ((struct fp_object *)array)->ctx : NULL;

    if (fp_is_closed(array)) {
        return fp__fail_closed(ctx, "array");
    }
    return create_and_find(ctx, fp_array_layout(array)->dtype, percents, n,
                           (double[]){above, below}, array, NULL, values);
}

enum fp_status
fp_frames_percentiles(struct fp_frames *frames, const double *percents, size_t n, double above,
                      double below, double *values)
{
    if (fp_is_closed(frames)) {
        return fp__fail_closed(frames ? frames->base.ctx : NULL, "file of frames");
    }
    return create_and_find(frames->base.ctx, frames->body->source.layout.dtype, percents, n,
                           (double[]){above, below}, NULL, frames, values);
}
