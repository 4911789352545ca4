/* SPDX-License-Identifier: MIT */
/* test_plots_notes.c: scripts that write texts, annotations and legends. */
#include <math.h>

#include "figure/axes.h"
#include "figure/legend.h"
#include "flatplot/pyplot.h"
#include "plots/note.h"
#include "unit/script/scripts.h"

/* What was added last. */
static void *
last_artist(void)
{
    const struct fp__axes_body *body = plt_gca()->body;

    return body->artists[body->artist_count - 1];
}

static void
texts_take_matplotlibs_names(void **state)
{
    const struct fp_text_options *o;
    const struct fp_note *note;

    (void)state;
    runs("plt.text(1, 2, 'here', {fontsize = 'x-large', c = 'r', alpha = .5, ha = 'right',\n"
         "  va = 'top', rotation = 'vertical', rotation_mode = 'anchor',\n"
         "  transform = plt.gca().transAxes, bbox = {boxstyle = 'round,pad=0.7', fc = 'b',\n"
         "  ec = 'none', lw = 2, alpha = .3}})");
    note = last_artist();
    o = &note->options.text;
    assert_string_equal(note->text, "here");
    assert_near(note->x, 1, 0);
    assert_near(note->y, 2, 0);
    assert_near(o->fontsize, 14.4, 1e-12);
    assert_int_equal(o->color.r, 255);
    assert_near(o->alpha, .5, 0);
    assert_int_equal(o->ha, FP_HALIGN_RIGHT);
    assert_int_equal(o->va, FP_VALIGN_TOP);
    assert_near(o->rotation, 90, 0);
    assert_int_equal(o->rotation_mode, FP_ROTATION_ANCHOR);
    assert_int_equal(o->coords, FP_COORDS_AXES);
    assert_true(o->has_box && o->box.has_facecolor && o->box.has_edgecolor);
    assert_int_equal(o->box.style, FP_BOX_ROUND);
    assert_near(o->box.pad, .7, 0);
    assert_int_equal(o->box.edgecolor.a, 0);
    assert_near(o->box.linewidth, 2, 0);
    runs("local t = plt.text(0, 0, 'a', {size = 7, bbox = {pad = 1}}) t:set_text('b')");
    note = last_artist();
    assert_string_equal(note->text, "b");
    assert_near(note->options.text.box.pad_points, 1, 0);
    assert_true(isnan(note->options.text.box.pad));
    runs("local t = plt.text(0, 0, 'a') t:remove() plt.text('2024-01-02', 0, 'a day') plt.close()");
}

static void
what_a_text_cannot_take_is_told(void **state)
{
    (void)state;
    fails("plt.text(0, 0, 't', {ha = 'middle'})", "test.lua:1: ha: there is no 'middle'", "");
    fails("plt.text(0, 0, 't', {fontsize = 'huge'})", "test.lua:1: fontsize: there is no 'huge'",
          "");
    fails("plt.text(0, 0, 't', {bbox = {boxstyle = 'round,pud=1'}})",
          "test.lua:1: boxstyle has no option 'pud'", "'pad'");
    fails("plt.text(0, 0, 't', {bbox = {boxstyle = 'round,pad=big'}})",
          "test.lua:1: boxstyle: 'pad' is followed by = and a number", "");
    fails("plt.text(0, 0, 't', {bbox = {colour = 'r'}})", "test.lua:1: bbox has no option 'colour'",
          "");
    fails("plt.text(0, 0, '\\xff')", "test.lua:1: text: needs UTF-8", "\"\" writes nothing");
    fails("plt.text(0, 0, 't', {transform = 'offset points'})",
          "test.lua:1: transform: there is no 'offset points'", "");
    runs("plt.close()");
}

static void
annotations_have_arrows(void **state)
{
    const struct fp_annotate_options *o;

    (void)state;
    runs("plt.annotate('peak', {3, 4}, {xytext = {20, -10}, textcoords = 'offset points',\n"
         "  rotation = 10, arrowprops = {arrowstyle = '-|>,head_width=.3', color = 'g', lw = 2,\n"
         "  connectionstyle = 'arc3,rad=.2', shrinkA = 1, shrinkB = 0, ls = '--'}})");
    o = &((const struct fp_note *)last_artist())->options;
    assert_true(o->has_xytext && o->has_textcoords && o->has_arrow);
    assert_near(o->xytext[1], -10, 0);
    assert_int_equal(o->text.coords, FP_COORDS_OFFSET);
    assert_near(o->text.rotation, 10, 0);
    assert_int_equal(o->arrow.style, FP_ARROW_FILLED_HEAD);
    assert_near(o->arrow.head_width, .3, 0);
    assert_true(isnan(o->arrow.head_length));
    assert_near(o->arrow.rad, .2, 0);
    assert_near(o->arrow.shrink_b, 0, 0);
    assert_int_equal(o->arrow.linestyle, FP_DASHED);
    assert_true(o->arrow.has_color);
    runs("plt.annotate('', {.5, 1}, {0, 0}, {xycoords = 'axes fraction', arrowprops = {}})");
    o = &((const struct fp_note *)last_artist())->options;
    assert_int_equal(o->arrow.style, FP_ARROW_BLOCK);
    assert_int_equal(o->xycoords, FP_COORDS_AXES);
    assert_near(o->xytext[0], 0, 0);
    runs("plt.annotate('plain', {1, 1}) plt.close()");
    runs("plt.annotate('by name', {xy = {1, 1}, xytext = {.5, .5}}) plt.annotate('b', {xy = {0, "
         "1}})\n"
         "plt.close()");
    fails("plt.annotate('t', {xytext = {1, 1}})",
          "test.lua:1: annotate: the place is a table of x and y: {1, 2}", "");
    fails("plt.annotate('t', {xy = 1})",
          "test.lua:1: annotate: the place is a table of x and y: {1, 2}", "");
    fails("plt.annotate('t', 1, 2)",
          "test.lua:1: annotate: the place is a table of x and y: {1, 2}", "");
    fails("plt.annotate('t', {1, 2}, {arrowprops = {arrowstyle = '>>'}})",
          "test.lua:1: arrowstyle: there is no '>>'", "");
    fails("plt.annotate('t', {1, 2}, {arrowprops = {connectionstyle = 'arc3,rad'}})",
          "test.lua:1: connectionstyle: 'rad' is followed by = and a number", "");
    runs("plt.close()");
}

static void
legends_take_labels_handles_and_options(void **state)
{
    const struct fp_legend *legend;

    (void)state;
    runs("a = plt.plot({1, 2}) b = plt.plot({2, 1}, {label = 'b'}) plt.legend()");
    legend = last_artist();
    assert_int_equal(legend->entry_count, 0);
    runs("plt.legend({'one', 'two'}, {loc = 'lower left', ncol = 2, title = 'T', fontsize = 8,\n"
         "  title_fontsize = 'small', frameon = false, bbox_to_anchor = {1.05, 1},\n"
         "  borderaxespad = 0, framealpha = .2})");
    assert_int_equal(legend->entry_count, 2);
    assert_string_equal(legend->entries[1].label, "two");
    assert_null(legend->entries[1].artist);
    assert_string_equal(legend->title, "T");
    assert_int_equal(legend->options.loc, FP_LEGEND_LOWER_LEFT);
    assert_int_equal(legend->options.ncol, 2);
    assert_near(legend->options.title_fontsize, 8.33, 1e-12);
    assert_false(legend->options.frameon);
    assert_true(legend->options.has_bbox_to_anchor);
    assert_near(legend->options.bbox_to_anchor[0], 1.05, 0);
    assert_near(legend->options.bbox_to_anchor[3], 0, 0);
    runs("local l = plt.plot({1, 3}) plt.legend({l, l}, {'x', 'y', 'z'}) l:remove()");
    assert_int_equal(legend->entry_count, 2);
    assert_string_equal(legend->entries[1].label, "y");
    runs("local k, l = plt.plot({1, 3}), plt.plot({1, 3}) plt.legend{handles = {k, l}, title = "
         "'U'}");
    assert_int_equal(legend->entry_count, 2);
    assert_non_null(legend->entries[1].artist);
    assert_null(legend->entries[1].label);
    assert_string_equal(legend->title, "U");
    runs("local k = plt.plot({1, 3}) plt.legend{handles = {k, k}, labels = {'one'}, loc = "
         "'center'}");
    assert_int_equal(legend->entry_count, 1);
    assert_string_equal(legend->entries[0].label, "one");
    assert_int_equal(legend->options.loc, FP_LEGEND_CENTER);
    fails("plt.legend{handles = {1}}", "test.lua:1: artist is needed here, not number", "");
    fails("plt.legend(3)", "test.lua:1: legend: labels are a table, not number", "");
    fails("plt.legend({'x', 4})", "test.lua:1: legend: a label is a text, not number", "");
    fails("plt.legend({}, {loc = 'upper top'})", "test.lua:1: loc: there is no 'upper top'", "");
    fails("plt.legend({plt.imshow({{1}})}, {'x'})",
          "test.lua:1: legend: a handle that is no artist, was removed, or has no sample", "");
    runs("plt.close()");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(texts_take_matplotlibs_names),
        world_test(what_a_text_cannot_take_is_told),
        world_test(annotations_have_arrows),
        world_test(legends_take_labels_handles_and_options),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
