/* SPDX-License-Identifier: MIT */
/* test_tight.c: tight_layout's margins are matplotlib's, but for the size of texts. */
#include "unit/support.h"

#include <limits.h>
#include <math.h>

#include "figure/tight.h"
#include "flatplot/axis.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"
#include "unit/figure/tight_cases.h"

#define FIGURES (sizeof figures / sizeof figures[0])

static void
add_panel(struct fp_figure *fig, size_t i, int k)
{
    struct fp_imshow_options options = fp_imshow_defaults();
    struct fp_axes *ax = fp_figure_add_subplot(
        fig, figures[i].panels[k].rows, figures[i].panels[k].cols, figures[i].panels[k].index);
    struct fp_image *image;

    options.aspect = figures[i].panels[k].aspect;
    image =
        show_counting(ax, figures[i].panels[k].shape[0], figures[i].panels[k].shape[1], &options);
    fp_image_set_clim(image, 0, 1);
    if (figures[i].panels[k].ylim[0] != figures[i].panels[k].ylim[1])
        fp_axes_set_ylim(ax, figures[i].panels[k].ylim[0], figures[i].panels[k].ylim[1]);
    fp_axes_set_title(ax, figures[i].panels[k].title);
    fp_axes_set_xlabel(ax, figures[i].panels[k].xlabel);
    fp_axes_set_ylabel(ax, figures[i].panels[k].ylabel);
    fp_axes_set_axis(ax, !figures[i].panels[k].off);
    if (figures[i].panels[k].outer) {
        fp_axes_label_outer_x(ax);
        fp_axes_label_outer_y(ax);
    }
    if (figures[i].panels[k].rotation != 0) {
        struct fp_tick_labels labels = fp_tick_labels_defaults();

        labels.rotation = figures[i].panels[k].rotation;
        fp_axes_set_xtick_labels(ax, &labels);
    }
    if (figures[i].panels[k].twin == 'x')
        fp_axes_set_ylabel(fp_axes_twinx(ax), "label");
    else if (figures[i].panels[k].twin)
        fp_axes_set_xlabel(fp_axes_twiny(ax), "label");
    if (figures[i].panels[k].colorbar)
        assert_non_null(fp_axes_colorbar(ax, image, NULL));
}

static struct fp_figure *
make_figure(size_t i)
{
    struct fp_figure *fig = fp_figure_create(NULL);

    fp_figure_set_dpi(fig, figures[i].dpi);
    fp_figure_set_size_inches(fig, figures[i].inches[0], figures[i].inches[1]);
    for (int k = 0; k < PANELS_AT_MOST && figures[i].panels[k].rows > 0; k++)
        add_panel(fig, i, k);
    assert_int_equal(fp_figure_set_suptitle(fig, figures[i].suptitle), FP_OK);
    return fig;
}

/* A canvas on which texts are as large as they were in matplotlib. */
static enum fp_status
their_extents(struct fp__canvas *canvas, const struct fp__words *words, struct fp__extents *e)
{
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (texts[i].dpi != canvas->dpi || strcmp(texts[i].text, words->text) != 0 ||
            fabs(texts[i].points * canvas->dpi / 72 - words->size) > 1e-9)
            continue;
        *e = (struct fp__extents){texts[i].width, texts[i].ascent, texts[i].descent};
        return FP_OK;
    }
    fail_msg("matplotlib did not draw %s of %g pixels", words->text, words->size);
    return FP_ERR_ARGUMENT;
}

static struct fp__canvas
their_canvas(struct fp_figure *fig)
{
    static const struct fp__canvas_ops ops = {.extents = their_extents};
    struct fp__canvas canvas = {.ops = &ops, .ctx = fig->base.ctx, .dpi = fig->body->dpi};

    fp_figure_get_size_pixels(fig, &canvas.width, &canvas.height);
    return canvas;
}

/* What is left over along one side when all gaps, `space` mean cells each, are taken out. */
static double
gap(double total, int n, double space)
{
    return space * total / (n + space * (n - 1));
}

static int
finest(size_t i, bool rows)
{
    int most = 1;

    for (int k = 0; k < PANELS_AT_MOST; k++) {
        int n = rows ? figures[i].panels[k].rows : figures[i].panels[k].cols;

        most = n > most ? n : most;
    }
    return most;
}

static void
expect_margins(const struct fp_figure *fig, size_t i, double edges, double gaps)
{
    const struct fp_margins *is = &fig->body->margins, *wanted = &figures[i].margins;
    double width = figures[i].inches[0] * figures[i].dpi;
    double height = figures[i].inches[1] * figures[i].dpi;
    int rows = finest(i, true), cols = finest(i, false);

    assert_near(is->left * width, wanted->left * width, edges);
    assert_near(is->right * width, wanted->right * width, edges);
    assert_near(is->bottom * height, wanted->bottom * height, edges);
    assert_near(is->top * height, wanted->top * height, edges);
    assert_near(gap((is->right - is->left) * width, cols, is->wspace),
                gap((wanted->right - wanted->left) * width, cols, wanted->wspace), gaps);
    assert_near(gap((is->top - is->bottom) * height, rows, is->hspace),
                gap((wanted->top - wanted->bottom) * height, rows, wanted->hspace), gaps);
}

static void
with_their_texts_margins_are_matplotlibs(void **state)
{
    (void)state;
    assert_true(FIGURES >= 40);
    for (size_t i = 0; i < FIGURES; i++) {
        struct fp_figure *fig = make_figure(i);
        struct fp__canvas canvas = their_canvas(fig);

        assert_int_equal(fp__tight_layout(fig, &canvas), FP_OK);
        expect_margins(fig, i, .01, .01);
        fp_unref(fig);
    }
}

/* With our fonts a line is up to 2 pixels higher than matplotlib's, whose letters are hinted, and
 * at most four stand above each other. */
static void
with_our_texts_they_are_near(void **state)
{
    (void)state;
    for (size_t i = 0; i < FIGURES; i++) {
        struct fp_figure *fig = make_figure(i);

        assert_int_equal(fp_figure_tight_layout(fig), FP_OK);
        expect_margins(fig, i, 8, 8);
        fp_unref(fig);
    }
}

/* Nothing reaches beyond the picture, and again changes nothing: axes as large as their places. */
static void
it_is_done_once_and_stable(void **state)
{
    struct fp_figure *fig = make_figure(5);
    struct fp_margins first;

    (void)state;
    assert_int_equal(fp_figure_tight_layout(fig), FP_OK);
    first = fig->body->margins;
    fp_axes_set_ylabel(fp_figure_get_axes(fig, 0), "a label that comes later");
    assert_memory_equal(&fig->body->margins, &first, sizeof first);
    fp_axes_set_ylabel(fp_figure_get_axes(fig, 0), NULL);
    assert_int_equal(fp_figure_tight_layout(fig), FP_OK);
    assert_near(fig->body->margins.left * 640, first.left * 640, 1);
    assert_near(fig->body->margins.top * 480, first.top * 480, 1);
    fp_unref(fig);
}

/* A suptitle takes its height and a pad; clearing the figure takes it away, the margins stay. */
static void
a_suptitle_makes_room(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_margins bare;
    struct recorder recorder;

    (void)state;
    fp_figure_add_subplot(fig, 1, 1, 1);
    recorder = recorder_for(fig);
    assert_int_equal(fp__tight_layout(fig, &recorder.base), FP_OK);
    bare = fig->body->margins;
    assert_int_equal(fp_figure_set_suptitle(fig, "above all"), FP_OK);
    assert_int_equal(fp__tight_layout(fig, &recorder.base), FP_OK);
    assert_near((bare.top - fig->body->margins.top) * 480, 12 * 100 / 72. + 1.08 * 10 * 100 / 72,
                .01);
    fp__figure_draw(fig, &recorder.base);
    recorded_at(&recorder, "text 283 22 16.67 above all\n"); /* .98 of 480, and its ascent lower */
    fp_text_clear(&recorder.lines);
    fp_figure_clear(fig);
    fp__figure_draw(fig, &recorder.base);
    assert_null(strstr(fp_text_string(&recorder.lines), "text"));
    assert_int_equal(fp_figure_set_suptitle(fig, "\xff"), FP_ERR_ARGUMENT);
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* matplotlib lifts a title that runs into the offset above the y axis; a short one stays. */
static void
a_long_title_stands_above_the_offset(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct recorder recorder = recorder_for(fig);
    static const char text[] = "a title that is longer than the axes, "
                               "or at least begins above where they begin";

    (void)state;
    fp_axes_set_ylim(ax, 0, 1e-7);
    fp_axes_set_title(ax, "short");
    fp__figure_draw(fig, &recorder.base);
    recorded_at(&recorder, "text 307 49 16.67 short\n"); /* 6 pt above 57.6 */
    fp_axes_set_title(ax, text);
    fp__figure_draw(fig, &recorder.base);
    /* The offset stands 3 pt above, its ascent is .75 · 10 pt, and the title 6 pt higher. */
    recorded_at(&recorder, "35 16.67 a title that is longer");
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

static void
refuse(struct fp_figure *fig, enum fp_status status)
{
    struct fp_margins before = fig->body->margins;
    struct recorder recorder = recorder_for(fig);

    assert_int_equal(fp__tight_layout(fig, &recorder.base), status);
    assert_memory_equal(&fig->body->margins, &before, sizeof before);
    fp_text_finish(&recorder.lines);
}

static void
what_cannot_be_laid_out_stays(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);

    (void)state;
    refuse(fig, FP_OK); /* no axes */
    fp_figure_add_axes(fig, (double[]){.1, .1, .2, .2});
    refuse(fig, FP_OK); /* none in a grid */
    fp_figure_add_subplot(fig, 1, 3, 1);
    fp_figure_add_subplot(fig, 1, 2, 2);
    refuse(fig, FP_ERR_ARGUMENT);
    fp_figure_clear(fig);
    for (int i = 1; i <= 20; i++)
        fp_figure_add_subplot(fig, 1, 20, i);
    refuse(fig, FP_ERR_LIMIT);
    fp_figure_clear(fig);
    fp_figure_add_subplot(fig, 20, 1, 3);
    fp_figure_add_subplot(fig, 20, 1, 4);
    refuse(fig, FP_ERR_LIMIT);
    fp_figure_clear(fig);
    fp_figure_set_size_pixels(fig, 60, 400);
    fp_figure_add_subplot(fig, 1, 1, 1);
    refuse(fig, FP_ERR_LIMIT);
    fp_figure_clear(fig);
    fp_figure_add_subplot(fig, INT_MAX, INT_MAX, 1);
    refuse(fig, FP_ERR_MEMORY);
    fp_close(fig);
    assert_int_equal(fp_figure_tight_layout(fig), FP_ERR_CLOSED);
    assert_int_equal(fp_figure_set_suptitle(fig, "late"), FP_ERR_CLOSED);
    fp_unref(fig);
}

static void
texts_that_cannot_be_measured(void **state)
{
    struct fp_figure *fig = make_figure(12);
    struct fp_margins before = fig->body->margins;
    struct recorder recorder = recorder_for(fig);

    (void)state;
    recorder.text_status = FP_ERR_FONT;
    assert_int_equal(fp__tight_layout(fig, &recorder.base), FP_ERR_FONT);
    assert_memory_equal(&fig->body->margins, &before, sizeof before);
    fp_text_finish(&recorder.lines);
    fp_unref(fig);
}

/* A figure of everything that belongs to a figure as a whole. */
static int
whole_figure(void *arg)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *first = fig ? fp_figure_add_subplot(fig, 1, 2, 1) : NULL;
    struct fp_axes *second = first ? fp_figure_add_subplot(fig, 1, 2, 2) : NULL;
    struct fp_image *image;
    uint8_t *rgba = NULL;
    int code = -1;

    (void)arg;
    if (!second || fp_figure_set_style(fig, FP_STYLE_DARK) != FP_OK ||
        fp_axes_share_x(second, first) != FP_OK || fp_axes_share_y(second, first) != FP_OK ||
        fp_axes_label_outer_y(second) != FP_OK || fp_figure_set_suptitle(fig, "one\ntwo") != FP_OK)
        goto done;
    image = show_counting(second, 3, 4, NULL);
    if (!image || !fp_axes_colorbar(second, image, NULL))
        goto done;
    if (fp_figure_tight_layout(fig) == FP_OK && fp_figure_pixels(fig, &rgba) == FP_OK)
        code = 0;
done:
    fp_free(rgba);
    fp_unref(fig);
    return code;
}

static void
every_failing_allocation_is_survived(void **state)
{
    (void)state;
    torture(whole_figure, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(with_their_texts_margins_are_matplotlibs),
        world_test(with_our_texts_they_are_near),
        world_test(it_is_done_once_and_stable),
        world_test(a_suptitle_makes_room),
        world_test(a_long_title_stands_above_the_offset),
        world_test(what_cannot_be_laid_out_stays),
        world_test(texts_that_cannot_be_measured),
        world_test(every_failing_allocation_is_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
