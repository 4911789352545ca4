/* SPDX-License-Identifier: MIT */
/* test_axis.c: what axes are told of their ticks: places, labels, formats and styles, categories,
 * margins and direction; that those who share an axis share it all. */
#include "unit/support.h"

#include <math.h>

#include "figure/axes.h"
#include "ticks/tick_format.h"
#include "unit/figure/axis_cases.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static struct fp_axes *
make_axes(void)
{
    return fp_figure_add_subplot(fp_figure_create(NULL), 1, 1, 1);
}

static void
release(struct fp_axes *ax)
{
    fp_unref(fp__axes_figure(ax->body));
}

static void
expect_xlim(struct fp_axes *ax, double left, double right)
{
    double lim[2];

    assert_int_equal(fp_axes_get_xlim(ax, &lim[0], &lim[1]), FP_OK);
    assert_near(lim[0], left, 1e-12);
    assert_near(lim[1], right, 1e-12);
}

/* Labels with bars between them. */
struct labels {
    struct fp_text text;
    bool any;
};

static void
collect(void *data, double value, const char *label)
{
    struct labels *labels = data;

    (void)value;
    fp_text_append(&labels->text, labels->any ? "|" : "");
    fp_text_append(&labels->text, label);
    labels->any = true;
}

static void
expect_xlabels(struct fp_axes *ax, const char *labels)
{
    struct labels found = {0};

    assert_int_equal(fp_axes_each_xtick(ax, collect, &found), FP_OK);
    assert_string_equal(fp_text_string(&found.text), labels);
    fp_text_finish(&found.text);
}

/* --- formats ---------------------------------------------------------------------------------- */

static void
numbers_in_formats_are_pythons(void **state)
{
    struct fp_text text = {0};

    (void)state;
    assert_true(COUNT(format_cases) >= 400);
    for (size_t i = 0; i < COUNT(format_cases); i++) {
        fp_text_clear(&text);
        assert_true(fp__tick_format_append(&text, format_cases[i].format, format_cases[i].value));
        if (strcmp(fp_text_string(&text), format_cases[i].text) != 0)
            fail_msg("%s of %.17g is \"%s\", not \"%s\"", format_cases[i].format,
                     format_cases[i].value, fp_text_string(&text), format_cases[i].text);
    }
    fp_text_finish(&text);
}

static void
what_is_no_format_is_refused(void **state)
{
    static const char *const none[] = {
        "",      "x",         "%",      "%d %d",      "%s",      "%.2",   "%r",
        "%.99f", "%999f",     "%1000f", "%5%",        "{x",      "{x:}}", "{x:.2}",
        "{x:s}", "{y}{x}",    "{x} {",  "{x:.2f",     "{x:.1r}", "}{x}",  "%.1000f",
        "{x!r}", "{x:.100f}", "%m",     "{x:09,.1f}", "%lf"};
    struct fp_axes *ax = make_axes();

    (void)state;
    for (size_t i = 0; i < COUNT(none); i++)
        if (fp_axes_set_xformat(ax, none[i]) != FP_ERR_ARGUMENT)
            fail_msg("\"%s\" was taken for a format", none[i]);
    assert_int_equal(fp_axes_set_xformat(ax, "\xff %d"), FP_ERR_ARGUMENT);
    expect_xlabels(ax, "0.0|0.2|0.4|0.6|0.8|1.0");
    assert_int_equal(fp_axes_set_xformat(ax, "%d m\xc2\xb2"), FP_OK);
    expect_xlabels(ax, "0 m²|0 m²|0 m²|0 m²|0 m²|1 m²");
    assert_int_equal(fp_axes_set_xformat(ax, NULL), FP_OK);
    expect_xlabels(ax, "0.0|0.2|0.4|0.6|0.8|1.0");
    assert_int_equal(fp_axes_set_xdates(ax), FP_OK);
    assert_int_equal(fp_axes_set_xformat(ax, "%.2f"), FP_ERR_ARGUMENT);
    assert_int_equal(fp_axes_set_xformat(ax, "%H h"), FP_OK);
    expect_xlabels(ax, "00 h|03 h|06 h|09 h|12 h|15 h|18 h|21 h|00 h");
    release(ax);
}

static void
styles_of_numbers_are_matplotlibs(void **state)
{
    static struct fp__ticks ticks;

    (void)state;
    for (size_t i = 0; i < COUNT(style_cases); i++) {
        struct labels labels = {0};

        fp__ticks_place(&ticks, style_cases[i].lo, style_cases[i].hi, 9);
        assert_true(
            fp__ticks_label(&ticks, style_cases[i].lo, style_cases[i].hi, &style_cases[i].numbers));
        for (size_t k = 0; k < ticks.n; k++)
            collect(&labels, ticks.value[k], ticks.label[k]);
        assert_string_equal(fp_text_string(&labels.text), style_cases[i].labels);
        assert_string_equal(ticks.offset, style_cases[i].offset);
        fp_text_finish(&labels.text);
    }
}

static void
minor_ticks_are_matplotlibs(void **state)
{
    struct fp__ticks major, minor;

    (void)state;
    for (size_t i = 0; i < COUNT(minor_cases); i++) {
        struct fp_axes *ax = make_axes();
        const char *p = minor_cases[i].values;

        assert_int_equal(fp_axes_set_minor_ticks(ax, true), FP_OK);
        fp_axes_set_xlim(ax, minor_cases[i].lo, minor_cases[i].hi);
        assert_int_equal(fp__axis_find_ticks(ax, false, 300, &major, &minor), FP_OK);
        for (size_t k = 0; k < minor.n; k++) {
            double wanted;

            assert_true(fp_number_parse(p, &p, &wanted) && wanted == minor.value[k]);
            assert_string_equal(fp__ticks_word(&minor, k), "");
            p += *p == '|';
        }
        assert_true(*p == '\0');
        fp_axes_set_minor_ticks(ax, false);
        assert_int_equal(fp__axis_find_ticks(ax, false, 300, &major, &minor), FP_OK);
        assert_true(major.n > 0 && minor.n == 0);
        release(ax);
    }
}

static void
log_axes_need_not_have_minor_ticks(void **state)
{
    static const struct fp_scale log = {.kind = FP_SCALE_LOG};
    struct fp_axes *ax = make_axes();
    struct fp__ticks major, minor;

    (void)state;
    fp_axes_set_xscale(ax, &log);
    fp_axes_set_xlim(ax, 1, 1000);
    for (int on = 0; on < 2; on++) {
        assert_int_equal(fp_axes_set_minor_ticks(ax, on), FP_OK);
        assert_int_equal(fp__axis_find_ticks(ax, false, 300, &major, &minor), FP_OK);
        assert_int_equal(minor.n, on ? 24 : 0);
    }
    release(ax);
}

static void
a_style_is_the_axis_own(void **state)
{
    struct fp_tick_numbers plain = {.least = -5, .most = 6};
    struct fp_axes *ax = make_axes();

    (void)state;
    fp_axes_set_xlim(ax, 0, 4e6);
    expect_xlabels(ax, "0.0|0.5|1.0|1.5|2.0|2.5|3.0|3.5|4.0");
    assert_int_equal(fp_axes_set_xnumbers(ax, &plain), FP_OK);
    assert_int_equal(fp_axes_set_ynumbers(ax, &plain), FP_OK);
    expect_xlabels(ax, "0|500000|1000000|1500000|2000000|2500000|3000000|3500000|4000000");
    plain.least = 7;
    assert_int_equal(fp_axes_set_xnumbers(ax, &plain), FP_ERR_ARGUMENT);
    release(ax);
}

/* --- places ----------------------------------------------------------------------------------- */

static void
limits_show_the_ticks_that_are_set(void **state)
{
    static const struct fp_scale log = {.kind = FP_SCALE_LOG};

    (void)state;
    for (size_t i = 0; i < COUNT(shown_cases); i++) {
        struct fp_axes *ax = make_axes();
        const double *lim = shown_cases[i].lim;

        plot_points(ax, shown_cases[i].x, (const double[]){0, 1}, 2, NULL);
        if (shown_cases[i].log)
            assert_int_equal(fp_axes_set_xscale(ax, &log), FP_OK);
        if (shown_cases[i].turned)
            assert_int_equal(fp_axes_invert_xaxis(ax), FP_OK);
        assert_int_equal(fp_axes_set_xticks(ax, shown_cases[i].ticks, 3, NULL), FP_OK);
        expect_xlim(ax, lim[0], lim[1]);
        expect_xlim(ax, lim[0], lim[1]);
        release(ax);
    }
}

static void
limits_widened_by_ticks_follow_what_comes_next(void **state)
{
    struct fp_axes *ax = make_axes();

    (void)state;
    plot_points(ax, (const double[]){0, 10}, (const double[]){0, 1}, 2, NULL);
    fp_axes_set_xticks(ax, (const double[]){-50, 5}, 2, NULL);
    expect_xlim(ax, -50, 10.5);
    plot_points(ax, (const double[]){0, 20}, (const double[]){0, 1}, 2, NULL);
    expect_xlim(ax, -1, 21);
    expect_xlabels(ax, "5");
    fp_axes_set_xticks(ax, (const double[]){-50, 5}, 2, NULL);
    expect_xlim(ax, -50, 21);
    fp_axes_set_margins(ax, 0, 0);
    expect_xlim(ax, 0, 20);
    fp_axes_set_xlim(ax, 0, 1);
    fp_axes_set_xticks(ax, (const double[]){3}, 1, NULL);
    expect_xlim(ax, 0, 3);
    release(ax);
}

static void
labels_move_with_their_ticks(void **state)
{
    static const char *const names[] = {"three, which is longer than any number could ever be "
                                        "written, so that it needs a place of its own",
                                        NULL, "two"};
    struct fp_axes *ax = make_axes();

    (void)state;
    assert_int_equal(fp_axes_set_xticks(ax, (const double[]){3, 1, 2}, 3, names), FP_OK);
    expect_xlabels(ax, "|two|three, which is longer than any number could ever be written, so that "
                       "it needs a place of its own");
    assert_int_equal(fp_axes_set_xticklabels(ax, (const char *const[]){"a", "b", "c"}, 3), FP_OK);
    expect_xlabels(ax, "a|b|c");
    assert_int_equal(fp_axes_set_xticklabels(ax, names, 2), FP_ERR_ARGUMENT);
    assert_int_equal(fp_axes_set_yticklabels(ax, names, 3), FP_ERR_ARGUMENT);
    assert_int_equal(fp_axes_set_xticklabels(ax, (const char *const[]){"a", "\xff", "c"}, 3),
                     FP_ERR_ARGUMENT);
    expect_xlabels(ax, "a|b|c");
    assert_int_equal(fp_axes_set_xticks(ax, NULL, 0, NULL), FP_OK);
    expect_xlabels(ax, "");
    release(ax);
}

static void
ticks_that_cannot_be_are_refused(void **state)
{
    static double many[FP_MAX_TICKS + 1];
    struct fp_axes *ax = make_axes();

    (void)state;
    assert_int_equal(fp_axes_set_xticks(ax, many, FP_MAX_TICKS + 1, NULL), FP_ERR_LIMIT);
    assert_int_equal(fp_axes_set_yticks(ax, (const double[]){NAN}, 1, NULL), FP_ERR_ARGUMENT);
    assert_int_equal(fp_axes_set_yticks(ax, (const double[]){INFINITY}, 1, NULL), FP_ERR_ARGUMENT);
    assert_int_equal(fp_axes_set_xticks(ax, many, FP_MAX_TICKS, NULL), FP_OK);
    assert_int_equal(fp_axes_set_xtick_labels(ax, &(struct fp_tick_labels){.size = 0, .on = true}),
                     FP_ERR_ARGUMENT);
    assert_int_equal(
        fp_axes_set_xtick_labels(ax, &(struct fp_tick_labels){.size = 1, .rotation = INFINITY}),
        FP_ERR_ARGUMENT);
    release(ax);
}

static void
ticks_that_were_set_stay_among_dates(void **state)
{
    struct fp_axes *ax = make_axes();

    (void)state;
    fp_axes_set_xticks(ax, (const double[]){0, 365, 1000}, 3, NULL);
    assert_int_equal(fp_axes_set_xdates(ax), FP_OK);
    expect_xlabels(ax, "1970-01|1971-01|1972-09");
    release(ax);
}

static void
clearing_and_scaling_take_it_back(void **state)
{
    struct fp_tick_labels look = {.on = true, .size = 5, .rotation = 30};
    struct fp_axes *ax = make_axes();

    (void)state;
    for (int clear = 0; clear < 2; clear++) {
        fp_axes_set_xticks(ax, (const double[]){.5}, 1, NULL);
        fp_axes_set_xformat(ax, "%.3f");
        fp_axes_set_xtick_labels(ax, &look);
        expect_xlabels(ax, "0.500");
        assert_int_equal(clear ? fp_axes_clear(ax) : fp_axes_set_xscale(ax, NULL), FP_OK);
        expect_xlabels(ax, "0.0|0.2|0.4|0.6|0.8|1.0");
    }
    assert_int_equal(fp_axes_get_xtick_labels(ax, &look), FP_OK);
    assert_true(look.on && look.size == 10 && look.rotation == 0);
    release(ax);
}

/* --- categories ------------------------------------------------------------------------------- */

static double
value_at(struct fp_array *array, size_t i)
{
    double value;

    assert_int_equal(fp_array_value(array, &i, &value), FP_OK);
    return value;
}

static void
names_keep_their_numbers(void **state)
{
    struct fp_axes *ax = make_axes();
    struct fp_array *a =
        fp_axes_xcategories(ax, (const char *const[]){"b", "a", "b", NULL, "ü"}, 5);
    struct fp_array *b = fp_axes_xcategories(ax, (const char *const[]){"c", "a"}, 2);

    (void)state;
    assert_true(value_at(a, 0) == 0 && value_at(a, 1) == 1 && value_at(a, 2) == 0);
    assert_true(value_at(a, 3) == 2 && value_at(a, 4) == 3);
    assert_true(value_at(b, 0) == 4 && value_at(b, 1) == 1);
    fp_axes_set_xlim(ax, -1, 5);
    expect_xlabels(ax, "b|a||ü|c");
    fp_axes_set_xticks(ax, (const double[]){0, .4, 3.6, 1, 9, -3}, 6, NULL);
    expect_xlabels(ax, "|b|b|a|c|");
    fp_unref(fp_axes_xcategories(ax, (const char *const[]){"d"}, 1));
    expect_xlabels(ax, "|b|b|a|c|");
    assert_null(fp_axes_xcategories(ax, (const char *const[]){"\xff"}, 1));
    fp_unref(a);
    fp_unref(b);
    release(ax);
}

static void
limits_of_categories_are_matplotlibs(void **state)
{
    static const char *const names[] = {"1", "2", "3", "4",  "5",  "6",
                                        "7", "8", "9", "10", "11", "12"};

    (void)state;
    for (size_t i = 0; i < COUNT(category_cases); i++) {
        struct fp_axes *ax = make_axes();
        struct fp_array *x = fp_axes_xcategories(ax, names, (size_t)category_cases[i].n);

        fp_axes_plot(ax, x, x, NULL);
        expect_xlim(ax, category_cases[i].lim[0], category_cases[i].lim[1]);
        fp_unref(x);
        release(ax);
    }
}

static void
of_many_categories_some_have_a_tick(void **state)
{
    static char names[1000][12];
    static const char *list[1000];
    struct fp_axes *ax = make_axes();
    struct fp_array *x;
    struct fp__ticks major, minor;

    (void)state;
    for (int i = 0; i < 1000; i++) {
        snprintf(names[i], sizeof names[i], "%d", i);
        list[i] = names[i];
    }
    x = fp_axes_xcategories(ax, list, 1000);
    for (int i = 0; i < 1000; i++)
        assert_true(value_at(x, (size_t)i) == i);
    fp_axes_plot(ax, x, x, NULL);
    assert_int_equal(fp_axes_get_xlim(ax, &(double){0}, &(double){0}), FP_OK);
    assert_int_equal(fp__axis_find_ticks(ax, false, 300, &major, &minor), FP_OK);
    assert_int_equal(major.n, 250);
    assert_true(major.value[1] == 4);
    assert_string_equal(fp__ticks_word(&major, 1), "4");
    fp_unref(x);
    release(ax);
}

/* --- margins, direction, sharing -------------------------------------------------------------- */

static void
margins_are_matplotlibs(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(margin_cases); i++) {
        struct fp_axes *ax = make_axes();

        plot_points(ax, margin_cases[i].x, (const double[]){0, 1}, 2, NULL);
        assert_int_equal(fp_axes_set_margins(ax, margin_cases[i].margin, NAN), FP_OK);
        expect_xlim(ax, margin_cases[i].lim[0], margin_cases[i].lim[1]);
        assert_int_equal(fp_axes_set_margins(ax, -.5, 0), FP_ERR_ARGUMENT);
        assert_int_equal(fp_axes_set_margins(ax, 0, INFINITY), FP_ERR_ARGUMENT);
        release(ax);
    }
}

static void
a_turned_axis_stays_turned(void **state)
{
    struct fp_axes *ax = make_axes();
    double lim[2];

    (void)state;
    PLOT(ax, 0, 10);
    assert_int_equal(fp_axes_invert_yaxis(ax), FP_OK);
    PLOT(ax, 0, 20);
    fp_axes_get_ylim(ax, &lim[0], &lim[1]);
    assert_true(lim[0] == 21 && lim[1] == -1);
    fp_axes_invert_yaxis(ax);
    fp_axes_get_ylim(ax, &lim[0], &lim[1]);
    assert_true(lim[0] == -1 && lim[1] == 21);
    release(ax);
}

/* Whoever leads, and whoever goes. */
static void
who_shares_an_axis_shares_its_ticks(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax[3];

    (void)state;
    for (int i = 0; i < 3; i++)
        ax[i] = fp_figure_add_subplot(fig, 3, 1, i + 1);
    fp_axes_set_xticks(ax[1], (const double[]){.25}, 1, NULL); /* gives way to the leader's */
    fp_axes_share_x(ax[1], ax[0]);
    fp_axes_share_x(ax[2], ax[0]);
    expect_xlabels(ax[1], "0.0|0.2|0.4|0.6|0.8|1.0");
    fp_axes_set_xticks(ax[2], (const double[]){.5}, 1, NULL);
    fp_axes_set_margins(ax[2], 1, NAN);
    expect_xlabels(ax[0], "0.5");
    fp_axes_clear(ax[1]);
    expect_xlabels(ax[2], "0.5");
    fp_axes_remove(ax[0]);
    expect_xlabels(ax[1], "0.5");
    expect_xlabels(ax[2], "0.5");
    PLOT(ax[1], 0, 0);
    expect_xlim(ax[1], -1, 2);
    expect_xlim(ax[2], -1, 2);
    fp_axes_remove(ax[1]);
    fp_axes_remove(ax[2]);
    fp_unref(fig);
}

static void
a_closed_axes_says_so(void **state)
{
    struct fp_axes *ax = make_axes();
    struct fp_figure *fig = fp__axes_figure(ax->body);
    struct fp_tick_labels look;

    (void)state;
    fp_ref(ax);
    fp_unref(fig);
    assert_int_equal(fp_axes_set_xticks(ax, NULL, 0, NULL), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_yticklabels(ax, NULL, 0), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_each_ytick(ax, collect, NULL), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_yformat(ax, "%d"), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_ynumbers(ax, NULL), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_get_ytick_labels(ax, &look), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_ytick_labels(ax, NULL), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_ydates(ax), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_margins(ax, 0, 0), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_invert_xaxis(ax), FP_ERR_CLOSED);
    assert_int_equal(fp_axes_set_minor_ticks(ax, true), FP_ERR_CLOSED);
    assert_null(fp_axes_ycategories(ax, NULL, 0));
    assert_null(fp_axes_twinx(ax));
    fp_unref(ax);
}

/* --- drawing ---------------------------------------------------------------------------------- */

static void
labels_are_turned_and_the_axis_label_keeps_away(void **state)
{
    static const struct fp_tick_labels look = {
        .on = true, .size = 20, .rotation = 90, .has_align = true, .align = FP_HALIGN_RIGHT};
    struct fp_axes *ax = make_axes();
    struct fp_figure *fig = fp__axes_figure(ax->body);
    struct recorder recorder;

    (void)state;
    fp_figure_set_dpi(fig, 72);
    fp_axes_set_xtick_labels(ax, &look);
    fp_axes_set_xticks(ax, (const double[]){.5}, 1, (const char *const[]){"four"});
    fp_axes_set_xlabel(ax, "label");
    recorder = recorder_for(fig);
    assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
    /* The axes' lower edge is at 307. The label is 40 px long and hangs 7 px below that; its right
     * side, a descent of 5 px away from the baseline, is at the tick at 236. */
    recorded_at(&recorder, "climb 231 354 20 four");
    recorded_at(&recorder, "text 224 365 10 label");
    fp_text_finish(&recorder.lines);
    release(ax);
}

/* A letter is 5 px wide, and the ticks are 162 px apart. */
static void
a_name_that_has_no_room_is_left_out(void **state)
{
    static const char wide[] = "these are as many letters", /* 125 px */
        wider[] = "these are some more of them, and of others";
    struct fp_axes *ax = make_axes();
    struct fp_figure *fig = fp__axes_figure(ax->body);
    const char *names[] = {wide, wider, "x"};
    struct fp_array *x = fp_axes_xcategories(ax, names, 3);
    struct fp_tick_labels turned = fp_tick_labels_defaults();

    (void)state;
    fp_figure_set_dpi(fig, 72);
    fp_axes_plot(ax, x, x, NULL);
    for (int i = 0; i < 2; i++) {
        struct recorder recorder = recorder_for(fig);

        assert_int_equal(fp__figure_draw(fig, &recorder.base), FP_OK);
        recorded_at(&recorder, wide);
        recorded_at(&recorder, " x\n");
        assert_int_equal(strstr(fp_text_string(&recorder.lines), wider) != NULL, i == 1);
        fp_text_finish(&recorder.lines);
        turned.rotation = 10;
        fp_axes_set_xtick_labels(ax, &turned);
    }
    fp_unref(x);
    release(ax);
}

static void
dates_slant_below_the_last_row(void **state)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *upper = fp_figure_add_subplot(fig, 2, 1, 1);
    struct fp_axes *lower = fp_figure_add_subplot(fig, 2, 1, 2);
    struct fp_tick_labels look;

    (void)state;
    fp_axes_colorbar(lower, show_counting(lower, 2, 2, NULL), NULL);
    fp_axes_set_xlabel(upper, "date");
    assert_int_equal(fp_figure_autofmt_xdate(fig), FP_OK);
    assert_null(upper->body->x.label.text);
    assert_false(upper->body->x.tick_labels_on);
    assert_int_equal(fp_axes_get_xtick_labels(lower, &look), FP_OK);
    assert_true(look.rotation == 30 && look.align == FP_HALIGN_RIGHT && look.has_align);
    assert_true(fig->body->margins.bottom == .2);
    assert_int_equal(fig->body->axes[2]->body->x.tick_labels.rotation, 0);
    fp_close(fig);
    assert_int_equal(fp_figure_autofmt_xdate(fig), FP_ERR_CLOSED);
    fp_unref(fig);
}

static int
draw_all(void *arg)
{
    static const char *const names[] = {"one", "two", "three"};
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fig ? fp_figure_add_subplot(fig, 1, 1, 1) : NULL;
    struct fp_array *x = ax ? fp_axes_xcategories(ax, names, 3) : NULL;
    struct fp_axes *twin = x && fp_axes_plot(ax, x, x, NULL) ? fp_axes_twinx(ax) : NULL;
    int result = -1;

    (void)arg;
    if (twin && fp_axes_set_ydates(twin) == FP_OK && fp_axes_plot(twin, x, x, NULL) &&
        fp_axes_set_yformat(twin, "%H") == FP_OK &&
        fp_axes_set_yticks(ax, (const double[]){1, 2, 3}, 3, names) == FP_OK &&
        fp_axes_set_xformat(ax, "{x:.1f}") == FP_OK) {
        struct recorder recorder = recorder_for(fig);

        result = fp__figure_draw(fig, &recorder.base) == FP_OK && !recorder.lines.failed ? 0 : -1;
        fp_text_finish(&recorder.lines);
    }
    fp_unref(x);
    fp_unref(fig);
    return result;
}

static void
every_allocation_may_fail(void **state)
{
    (void)state;
    torture(draw_all, NULL, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(numbers_in_formats_are_pythons),
        world_test(what_is_no_format_is_refused),
        world_test(styles_of_numbers_are_matplotlibs),
        world_test(minor_ticks_are_matplotlibs),
        world_test(log_axes_need_not_have_minor_ticks),
        world_test(a_style_is_the_axis_own),
        world_test(limits_show_the_ticks_that_are_set),
        world_test(limits_widened_by_ticks_follow_what_comes_next),
        world_test(labels_move_with_their_ticks),
        world_test(ticks_that_cannot_be_are_refused),
        world_test(ticks_that_were_set_stay_among_dates),
        world_test(clearing_and_scaling_take_it_back),
        world_test(names_keep_their_numbers),
        world_test(limits_of_categories_are_matplotlibs),
        world_test(of_many_categories_some_have_a_tick),
        world_test(margins_are_matplotlibs),
        world_test(a_turned_axis_stays_turned),
        world_test(who_shares_an_axis_shares_its_ticks),
        world_test(a_closed_axes_says_so),
        world_test(labels_are_turned_and_the_axis_label_keeps_away),
        world_test(a_name_that_has_no_room_is_left_out),
        world_test(dates_slant_below_the_last_row),
        world_test(every_allocation_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
