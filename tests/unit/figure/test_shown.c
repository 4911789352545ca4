/* SPDX-License-Identifier: MIT */
/* test_shown.c: which limits axes have after images, lines, scales and limits set by hand, against
 * matplotlib's own. */
#include "unit/support.h"

#include <math.h>

#include "unit/figure/scene.h"
#include "unit/figure/shown_cases.h"

struct scene {
    struct fp_axes *ax, *other;
};

struct call {
    char name[16], word[16]; /* the word: an origin or a scale */
    double numbers[6];
    int count;
};

static struct call
read_call(const char *text, const char *end)
{
    struct call call = {0};
    const char *space;

    for (int i = 0; text < end; i++, text = space + (space < end)) {
        char *after;
        double v = strtod(text, &after);

        space = memchr(text, ' ', (size_t)(end - text));
        space = space ? space : end;
        if (after == space)
            call.numbers[call.count++] = v;
        else
            memcpy(i ? call.word : call.name, text, (size_t)(space - text));
    }
    return call;
}

static void
show(struct fp_axes *ax, const struct call *call)
{
    struct fp_imshow_options options = fp_imshow_defaults();

    options.origin = strcmp(call->word, "lower") ? FP_ORIGIN_UPPER : FP_ORIGIN_LOWER;
    options.has_extent = call->count == 6;
    memcpy(options.extent, call->numbers + 2, sizeof options.extent);
    assert_non_null(
        show_counting(ax, (size_t)call->numbers[0], (size_t)call->numbers[1], &options));
}

static enum fp_status
set_scale(struct fp_axes *ax, bool y, const char *name)
{
    struct fp_scale scale = {.kind = strcmp(name, "log") == 0      ? FP_SCALE_LOG
                                     : strcmp(name, "symlog") == 0 ? FP_SCALE_SYMLOG
                                                                   : FP_SCALE_LINEAR};

    return y ? fp_axes_set_yscale(ax, &scale) : fp_axes_set_xscale(ax, &scale);
}

static enum fp_status
share(struct scene *s, bool y)
{
    return y ? fp_axes_share_y(s->ax, s->other) : fp_axes_share_x(s->ax, s->other);
}

static enum fp_status
set_limits(struct fp_axes *ax, bool y, const double lim[2])
{
    return y ? fp_axes_set_ylim(ax, lim[0], lim[1]) : fp_axes_set_xlim(ax, lim[0], lim[1]);
}

static void
make(struct scene *s, const struct call *call)
{
    bool y = call->name[0] == 'y';
    enum fp_status status = FP_OK;

    if (strcmp(call->name, "other") == 0)
        *s = (struct scene){s->other, s->ax};
    else if (strcmp(call->name, "image") == 0)
        show(s->ax, call);
    else if (strcmp(call->name, "plot") == 0)
        assert_non_null(plot_points(s->ax, call->numbers, call->numbers + 2, 2, NULL));
    else if (strcmp(call->name, "clear") == 0)
        status = fp_axes_clear(s->ax);
    else if (strncmp(call->name, "share", 5) == 0)
        status = share(s, call->name[5] == 'y');
    else if (strcmp(call->name + 1, "lim") == 0)
        status = set_limits(s->ax, y, call->numbers);
    else
        status = set_scale(s->ax, y, call->word);
    assert_int_equal(status, FP_OK);
}

static void
make_all(struct scene *s, const char *calls)
{
    for (const char *end; calls; calls = *end ? end + 2 : NULL) {
        struct call call;

        end = calls + strcspn(calls, ";");
        call = read_call(calls, end);
        make(s, &call);
    }
}

/* To the last bit but for what another C library makes of logarithms. */
static bool
has_limits(struct fp_axes *ax, const double lim[4], double got[4])
{
    assert_int_equal(fp_axes_get_xlim(ax, &got[0], &got[1]), FP_OK);
    assert_int_equal(fp_axes_get_ylim(ax, &got[2], &got[3]), FP_OK);
    for (int i = 0; i < 4; i++)
        if (!(fabs(got[i] - lim[i]) <= 1e-15 * fabs(lim[i])))
            return false;
    return true;
}

static void
limits_are_matplotlibs(void **state)
{
    size_t wrong = 0, n = sizeof cases / sizeof cases[0];

    (void)state;
    assert_true(n >= 60);
    for (size_t i = 0; i < n; i++) {
        struct fp_figure *fig = fp_figure_create(NULL);
        struct fp_axes *ax[2] = {fp_figure_add_subplot(fig, 2, 1, 1),
                                 fp_figure_add_subplot(fig, 2, 1, 2)};
        struct scene scene = {ax[0], ax[1]};

        make_all(&scene, cases[i].calls);
        for (int k = 0; k < 2; k++) {
            const double *want = cases[i].lim[k];
            double got[4];

            /* asking makes axes fit again: they had better find the same */
            if (has_limits(ax[k], want, got) && has_limits(ax[k], want, got))
                continue;
            wrong++;
            print_error(
                "%s: axes %d has %.17g, %.17g, %.17g, %.17g, not %.17g, %.17g, %.17g, %.17g\n",
                cases[i].calls, k, got[0], got[1], got[2], got[3], want[0], want[1], want[2],
                want[3]);
        }
        fp_unref(fig);
    }
    assert_int_equal(wrong, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(limits_are_matplotlibs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
