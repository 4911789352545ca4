/* SPDX-License-Identifier: MIT */
/* test_legend_layout.c: where a legend's frame, title, labels and samples stand. */
#include "unit/support.h"

#include <math.h>

#include "figure/axes.h"
#include "flatplot/areas.h"
#include "flatplot/bars.h"
#include "unit/figure/legend_cases.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

#define TEXTS 64

/* A recorder that keeps what is drawn after the panel as it is: not on whole pixels. */
struct keeper {
    struct recorder recorder;
    double panel[4];
    bool begun;
    double texts[TEXTS][2];
    char words[TEXTS][32];
    size_t text_count;
    double keys[TEXTS][2]; /* where their lines begin */
    size_t key_count;
};

static void
keep_panel(struct fp__canvas *canvas, const double box[4], double radius, struct fp_color color,
           double edge_width, struct fp_color edge)
{
    struct keeper *keeper = (struct keeper *)canvas;

    (void)radius, (void)color, (void)edge_width, (void)edge;
    memcpy(keeper->panel, box, sizeof keeper->panel);
    keeper->begun = true;
}

static enum fp_status
keep_text(struct fp__canvas *canvas, const struct fp__words *words)
{
    struct keeper *keeper = (struct keeper *)canvas;

    if (!keeper->begun)
        return FP_OK;
    assert_in_range(keeper->text_count, 0, TEXTS - 1);
    snprintf(keeper->words[keeper->text_count], sizeof keeper->words[0], "%s", words->text);
    keeper->texts[keeper->text_count][0] = words->x;
    keeper->texts[keeper->text_count++][1] = canvas->height - words->y;
    return FP_OK;
}

static void
keep_path(struct fp__canvas *canvas, const double *x, const double *y, size_t n)
{
    struct keeper *keeper = (struct keeper *)canvas;

    for (size_t i = 0; keeper->begun && i < n; i++)
        if (isfinite(x[i])) {
            keeper->keys[keeper->key_count][0] = x[i];
            keeper->keys[keeper->key_count++][1] = canvas->height - y[i];
            return;
        }
}

static struct fp__canvas_ops
keeper_ops(void)
{
    struct fp__canvas_ops ops = recorder_ops;

    ops.panel = keep_panel;
    ops.text = keep_text;
    ops.path = keep_path;
    return ops;
}

/* The last line of the text must stand there. */
static void
expect_text(const struct keeper *keeper, const char *text, const double place[2])
{
    const char *line = strrchr(text, '\n');
    size_t i = 0;

    line = line ? line + 1 : text;
    while (i < keeper->text_count && strcmp(keeper->words[i], line) != 0)
        i++;
    assert_true(i < keeper->text_count);
    assert_near(keeper->texts[i][0], place[0], 1e-9);
    assert_near(keeper->texts[i][1], place[1], 1e-9);
}

static void
expect_case(size_t i)
{
    const double *box = legend_cases[i].box;
    struct fp__canvas_ops ops = keeper_ops();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_legend_options options = legend_cases[i].options;
    struct keeper keeper = {.begun = false};
    double em = options.fontsize * 100 / 72;

    fp_axes_set_xlim(ax, 0, 1);
    fp_axes_set_ylim(ax, 0, 1);
    for (; options.count < LABELS_AT_MOST && legend_cases[i].labels[options.count]; options.count++)
        plot_points(ax, NULL, (double[]){0, 1}, 2, NULL);
    options.labels = legend_cases[i].labels;
    assert_non_null(fp_axes_legend(ax, &options));
    keeper.recorder = recorder_for(fig);
    keeper.recorder.base.ops = &ops;
    assert_int_equal(fp__figure_draw(fig, &keeper.recorder.base), FP_OK);
    for (int k = 0; k < 4; k++) /* sharp: through whole pixels */
        assert_near(keeper.panel[k] - .5, k % 2 ? 480 - box[4 - k] : box[k], .501);
    if (options.title)
        expect_text(&keeper, options.title, legend_cases[i].title);
    assert_int_equal(keeper.key_count, options.count);
    for (size_t k = 0; k < options.count; k++) {
        expect_text(&keeper, options.labels[k], legend_cases[i].texts[k]);
        assert_near(keeper.keys[k][0] + 75. / 72, legend_cases[i].keys[k][0], .501);
        assert_near(keeper.keys[k][1], legend_cases[i].keys[k][1] + .35 * em, .501);
    }
    fp_text_finish(&keeper.recorder.lines);
    fp_unref(fig);
}

static void
legends_stand_where_matplotlib_puts_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof legend_cases / sizeof *legend_cases; i++)
        expect_case(i);
}

/* --- the best place --------------------------------------------------------------------------- */

static void
add_line(struct fp_axes *ax, char kind, struct fp_array *x, struct fp_array *y)
{
    struct fp_plot_options line = fp_plot_defaults();
    struct fp_scatter_options scatter = fp_scatter_defaults();
    struct fp_errorbar_options errors = fp_errorbar_defaults();
    struct fp_stem_options stem = fp_stem_defaults();
    double tenth = .1;
    struct fp_array *yerr = column(&tenth, 1);

    line.label = scatter.label = errors.plot.label = stem.label = "abc";
    errors.yerr = yerr;
    if (kind == 'l')
        assert_non_null(fp_axes_plot(ax, x, y, &line));
    if (kind == 's')
        assert_non_null(fp_axes_scatter(ax, x, y, &scatter));
    if (kind == 'e')
        assert_non_null(fp_axes_errorbar(ax, x, y, &errors));
    if (kind == 'm')
        assert_non_null(fp_axes_stem(ax, x, y, &stem));
    fp_unref(yerr);
}

static void
add_area(struct fp_axes *ax, char kind, struct fp_array *x, struct fp_array *y)
{
    struct fp_bar_options bars = fp_bar_defaults();
    struct fp_fill_between_options between = fp_fill_between_defaults();
    struct fp_area_options area = fp_area_defaults();

    bars.label = between.area.label = area.label = "abc";
    bars.width = .1;
    if (kind == 'b')
        assert_non_null(fp_axes_bar(ax, x, y, &bars));
    if (kind == 'y')
        assert_non_null(fp_axes_barh(ax, y, x, &bars));
    if (kind == 'f')
        assert_non_null(fp_axes_fill_between(ax, x, y, NULL, &between));
    if (kind == 'p')
        assert_non_null(fp_axes_fill(ax, x, y, &area));
}

static void
add_across(struct fp_axes *ax, char kind, const double *x, const double *y)
{
    struct fp_span_options span = fp_span_defaults();
    struct fp_rule_options rule = fp_rule_defaults();

    span.area.label = rule.plot.label = "abc";
    if (kind == 'v')
        assert_non_null(fp_axes_axvspan(ax, x[0], x[1], &span));
    if (kind == 'h')
        assert_non_null(fp_axes_axhline(ax, y[0], &rule));
}

static void
add_part(struct fp_axes *ax, char kind, const double *x, const double *y, size_t n)
{
    struct fp_array *xs = column(x, n), *ys = column(y, n);

    add_line(ax, kind, xs, ys);
    add_area(ax, kind, xs, ys);
    add_across(ax, kind, x, y);
    fp_unref(xs);
    fp_unref(ys);
}

static void
expect_best(size_t i)
{
    struct fp__canvas_ops ops = keeper_ops();
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct keeper keeper = {.begun = false};

    for (int k = 0; k < PARTS && best_cases[i].parts[k].kind; k++)
        add_part(ax, best_cases[i].parts[k].kind, best_cases[i].parts[k].x,
                 best_cases[i].parts[k].y, (size_t)best_cases[i].parts[k].n);
    fp_axes_set_xlim(ax, 0, 1);
    fp_axes_set_ylim(ax, 0, 1);
    assert_non_null(fp_axes_legend(ax, NULL));
    keeper.recorder = recorder_for(fig);
    keeper.recorder.base.ops = &ops;
    assert_int_equal(fp__figure_draw(fig, &keeper.recorder.base), FP_OK);
    if (fabs(keeper.panel[0] - .5 - best_cases[i].corner[0]) > .501 ||
        fabs(keeper.panel[3] - .5 - 480 + best_cases[i].corner[1]) > .501)
        fail_msg("case %zu: the legend's corner is at %g, %g, not %g, %g", i, keeper.panel[0],
                 480 - keeper.panel[3], best_cases[i].corner[0], best_cases[i].corner[1]);
    fp_text_finish(&keeper.recorder.lines);
    fp_unref(fig);
}

static void
the_best_place_is_matplotlibs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof best_cases / sizeof *best_cases; i++)
        expect_best(i);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(legends_stand_where_matplotlib_puts_them),
        world_test(the_best_place_is_matplotlibs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
