/* SPDX-License-Identifier: MIT */
/* test_fonts.c: text with all fonts, with DejaVu alone and with none, each in a process of its own
 * with fontconfig files of its own, for fontconfig is read once per process. In no case may pango
 * or GLib write to standard error. */
#include "unit/support.h"

#include <math.h>
#include <sys/resource.h>

#include "figure/figure.h"
#include "render/fonts.h"
#include "unit/figure/scene.h"
#include "unit/render/apart.h"

#define HANGUL "\xed\x95\x9c\xea\xb8\x80"

static struct fp__words
words(const char *text, double size)
{
    return (struct fp__words){.text = text, .size = size, .color = FP_BLACK};
}

/* --- no font at all --------------------------------------------------------------------------- */

static void
draw_without_fonts(void)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    uint8_t *pixels = NULL;
    char missing[8] = "x";
    double width = 7;

    must(show_counting(ax, 3, 3, NULL));
    must(fp_figure_pixels(fig, &pixels) == FP_ERR_FONT);
    must(pixels == NULL);
    must(strcmp(fp_context_message(NULL), "no font is installed, so no text can be drawn") == 0);
    must(strstr(fp_context_hint(NULL), "fonts-dejavu-core"));
    must(fp_figure_save(fig, temp_path("no.png")) == FP_ERR_FONT);
    must(access(temp_path("no.png"), F_OK) != 0);
    must(fp_missing_glyphs(NULL, "a", missing, sizeof missing) == FP_ERR_FONT);
    must(strcmp(missing, "x") == 0);
    must(fp_text_width(NULL, "a", 10, &width) == FP_ERR_FONT && width == 7);
    must(fp_axes_set_axis(ax, false) == FP_OK); /* without a text no font is needed */
    must(fp_figure_pixels(fig, &pixels) == FP_OK);
    fp_free(pixels);
    fp_unref(fig);
}

static void
without_any_font_text_is_an_error_that_names_a_package(void **state)
{
    (void)state;
    run_with(font_config("none.conf", temp_path("nothing")), draw_without_fonts, true);
}

/* --- no pango --------------------------------------------------------------------------------- */

/* A library cannot be loaded when no more files can be opened. */
static void
draw_without_pango(void)
{
    const struct rlimit none = {3, 3};
    char missing[8] = "x";

    must(setrlimit(RLIMIT_NOFILE, &none) == 0);
    must(fp_missing_glyphs(NULL, HANGUL, missing, sizeof missing) == FP_ERR_FONT);
    must(strcmp(missing, "x") == 0);
    must(strstr(fp_context_message(NULL), "pango, which texts other than plain Latin ones need"));
    must(strstr(fp_context_hint(NULL), "libpangocairo-1.0-0"));
}

static void
without_pango_other_texts_are_an_error_that_names_a_package(void **state)
{
    (void)state;
    if (repeats(50) < 50)
        skip(); /* valgrind opens files beyond that limit */
    run_with("", draw_without_pango, false);
}

/* --- DejaVu alone ----------------------------------------------------------------------------- */

static void
draw_hangul_with_dejavu(void)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct heard heard = {0};
    char missing[16];

    fp_context_set_warning(NULL, hear, &heard);
    fp_axes_set_title(ax, "face " HANGUL " \xc2\xb5 " HANGUL);
    must(fp_figure_save(fig, temp_path("boxes.png")) == FP_OK);
    must(access(temp_path("boxes.png"), F_OK) == 0);
    must(fp_figure_save(fig, temp_path("boxes.png")) == FP_OK);
    must(heard.times == 1 && heard.kind == FP_WARN_MISSING_GLYPHS);
    must(strstr(heard.message, " \xed\x95\x9c \xea\xb8\x80;"));
    must(fp_missing_glyphs(NULL, "a" HANGUL "b" HANGUL, missing, sizeof missing) == FP_OK);
    must(strcmp(missing, "\xed\x95\x9c \xea\xb8\x80") == 0);
    must(fp_missing_glyphs(NULL, "a" HANGUL, missing, 4) == FP_OK); /* room for one, without NUL */
    must(strcmp(missing, "") == 0);
    must(fp_missing_glyphs(NULL, "a" HANGUL, missing, 5) == FP_OK);
    must(strcmp(missing, "\xed\x95\x9c") == 0);
    must(fp_missing_glyphs(NULL, "0123\xe2\x88\x92 \xc3\xa4", missing, sizeof missing) == FP_OK);
    must(strcmp(missing, "") == 0);
    missing[0] = 'x';
    must(fp_missing_glyphs(NULL, HANGUL, missing, 0) == FP_OK);
    must(missing[0] == 'x'); /* with no room at all nothing is written */
    must(fp_missing_glyphs(NULL, "\xff", missing, sizeof missing) == FP_ERR_ARGUMENT);
    fp_unref(fig);
}

static void
with_dejavu_alone_missing_characters_are_named(void **state)
{
    (void)state;
    run_with(font_config("dejavu.conf", DEJAVU), draw_hangul_with_dejavu, true);
}

static double
width_of(const char *text, double size)
{
    struct fp__words w = words(text, size);
    struct fp__extents e = {0};

    must(fp__fonts_extents(fp_context_default(), &w, &e) == FP_OK);
    return e.width;
}

/* DejaVu Sans: a digit advances 1303/2048 em, its "l" reaches 1556/2048 up, "p" 426/2048 down. */
static void
measure_dejavu(void)
{
    struct fp__words w = words("0", 1000);
    struct fp__extents e;
    double width = 0;

    must(fp__fonts_extents(fp_context_default(), &w, &e) == FP_OK);
    must(fabs(e.width - 1000 * 1303 / 2048.) < 1);
    must(e.ascent == ceil(1000 * 1556 / 2048.));
    must(e.descent == 208); /* 208.01, hinted */
    w = words("", 1000);
    must(fp__fonts_extents(fp_context_default(), &w, &e) == FP_OK);
    must(e.width == 0 && e.ascent == ceil(1000 * 1556 / 2048.));
    must(fabs(width_of("00", 13.9) - 2 * width_of("0", 13.9)) < .01);
    must(fp_text_width(NULL, "00", 13.9, &width) == FP_OK && width == width_of("00", 13.9));
    must(fp_text_width(NULL, "\xff", 10, &width) == FP_ERR_ARGUMENT);
    must(fp_text_width(NULL, "0", 0, &width) == FP_ERR_ARGUMENT);
    must(fp_text_width(NULL, "0", NAN, &width) == FP_ERR_ARGUMENT);
    must(fp_text_width(NULL, "0", FP_MAX_SIDE + 1, &width) == FP_ERR_ARGUMENT);
    must(width == width_of("00", 13.9));
    must(width_of("gpqy", 20) > width_of("gpqy", 10) * 1.9);
    fp_context_trim(NULL); /* the fonts go and come again */
    must(fabs(width_of("0", 1000) - 1000 * 1303 / 2048.) < 1);
}

static void
extents_are_advances_and_at_least_lp_high(void **state)
{
    (void)state;
    run_with(font_config("measure.conf", DEJAVU), measure_dejavu, true);
}

/* --- as matplotlib measures them -------------------------------------------------------------- */

/* matplotlib 3.6.3's get_text_width_height_descent and that of "lp", which none is lower than.
 * Heights are equal, and numbers without a point as wide; other letters are hinted there and not
 * here, which makes an eighth of a pixel or two each. */
static const struct {
    const char *text;
    double points, dpi, width, ascent, descent, slack;
} measured[] = {
    {"0", 10, 100, 8.875, 11, 3, 0},
    {"20", 10, 100, 17.75, 11, 3, 0},
    {"\xe2\x88\x92"
     "100",
     10, 100, 38.25, 11, 3, 0},
    {"1000", 8, 100, 28.5, 8, 2, 0},
    {"175", 10, 150, 39.75, 16, 4, 0},
    {"20", 14, 100, 24.75, 15, 4, 0},
    {"0.25", 10, 100, 31, 11, 3, .125},
    {"lp", 9, 72, 8.375, 7, 2, .25},
    {"lp", 10, 72, 9.125, 8, 2, .25},
    {"lp", 12, 150, 22.875, 19, 5, .25},
    {"lp", 14, 200, 35.375, 30, 8, .25},
    {"title", 12, 100, 33, 12, 3, .5},
    {"Suptitle", 12, 100, 64.75, 12, 3, 1},
    {"(a) x/y", 10, 100, 45, 11, 3, 1},
};

static void
measure_as_matplotlib(void)
{
    for (size_t i = 0; i < sizeof measured / sizeof measured[0]; i++) {
        struct fp__words w = words(measured[i].text, measured[i].points * measured[i].dpi / 72);
        struct fp__extents e;

        must(fp__fonts_extents(fp_context_default(), &w, &e) == FP_OK);
        if (fabs(e.width - measured[i].width) > measured[i].slack ||
            e.ascent != measured[i].ascent || e.descent != measured[i].descent)
            fprintf(stderr, "%s at %g: %g, %g up, %g down\n", w.text, w.size, e.width, e.ascent,
                    e.descent);
    }
}

static void
texts_are_as_large_as_in_matplotlib(void **state)
{
    (void)state;
    run_with(font_config("measured.conf", DEJAVU), measure_as_matplotlib, true);
}

/* The first and the last box of 2 × 2 images of 20 × 30 in matplotlib 3.6.3 after tight_layout. */
static const struct {
    bool titles, labels, suptitle;
    double first[4], last[4];
} tight[] = {
    {false,
     false,
     false,
     {42.4722, 271.9011, 312.5000, 451.9196},
     {354.9722, 42.9541, 625.0000, 222.9726}},
    {true,
     false,
     true,
     {45.3801, 247.3737, 309.5922, 423.5152},
     {357.8801, 29.8737, 622.0922, 206.0152}},
    {true,
     true,
     true,
     {69.8245, 266.9293, 304.7033, 423.5152},
     {382.3245, 49.4293, 617.2033, 206.0152}},
};

static struct fp_figure *
four_images(size_t i)
{
    struct fp_figure *fig = fp_figure_create(NULL);

    for (int k = 1; k <= 4; k++) {
        struct fp_axes *ax = fp_figure_add_subplot(fig, 2, 2, k);

        must(show_counting(ax, 20, 30, NULL));
        must(!tight[i].titles || fp_axes_set_title(ax, "title") == FP_OK);
        must(!tight[i].labels || fp_axes_set_xlabel(ax, "x label") == FP_OK);
        must(!tight[i].labels || fp_axes_set_ylabel(ax, "y label") == FP_OK);
    }
    must(!tight[i].suptitle || fp_figure_set_suptitle(fig, "Suptitle") == FP_OK);
    return fig;
}

static void
lay_out_as_matplotlib(void)
{
    for (size_t i = 0; i < sizeof tight / sizeof tight[0]; i++) {
        struct fp_figure *fig = four_images(i);
        double first[4], last[4];

        must(fp_figure_tight_layout(fig) == FP_OK);
        must(fp_axes_get_box(fp_figure_get_axes(fig, 0), first) == FP_OK);
        must(fp_axes_get_box(fp_figure_get_axes(fig, 3), last) == FP_OK);
        for (int k = 0; k < 4; k++)
            must(fabs(first[k] - tight[i].first[k]) < .01 &&
                 fabs(last[k] - tight[i].last[k]) < .01);
        fp_unref(fig);
    }
}

static void
a_tight_layout_is_matplotlibs_to_a_hundredth_of_a_pixel(void **state)
{
    (void)state;
    run_with(font_config("tight.conf", DEJAVU), lay_out_as_matplotlib, true);
}

/* --- whatever the size ------------------------------------------------------------------------ */

static void
draw_at(double dpi, double side)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    uint8_t *pixels = NULL;

    for (double now = 100; now != dpi;) {
        double next = dpi > now ? fmin(now * 20, dpi) : fmax(now / 20, dpi);

        must(fp_figure_set_size_inches(fig, 1400 / fmax(now, next), 1400 / fmax(now, next)) ==
             FP_OK);
        must(fp_figure_set_dpi(fig, next) == FP_OK);
        now = next;
    }
    must(fp_figure_set_size_pixels(fig, (int)side, (int)side) == FP_OK);
    fp_axes_set_title(ax, "title " HANGUL "\n\t\x01 \xf0\x9f\x98\x80 \xe2\x80\x8d");
    fp_axes_set_ylabel(ax, "climbing");
    must(fp_axes_colorbar(ax, show_counting(ax, 3, 3, NULL), labelled("label")));
    must(fp_figure_pixels(fig, &pixels) == FP_OK);
    fp_free(pixels);
    fp_unref(fig);
}

static void
draw_at_every_density(void)
{
    static const double dpis[] = {1e-300, 1e-9, .01, 1, 10, 72, 5000, 32767};

    for (size_t i = 0; i < sizeof dpis / sizeof dpis[0]; i++) {
        draw_at(dpis[i], 1);
        draw_at(dpis[i], 300);
    }
}

static void
no_density_of_pixels_upsets_the_fonts(void **state)
{
    (void)state;
    if (repeats(50) < 50)
        skip(); /* FreeType refuses the largest, and cairo then keeps those fonts for good */
    run_with(font_config("all.conf", "/usr/share/fonts"), draw_at_every_density, false);
}

/* A context each, one after the other, and two at once. */
static void
draw_in_contexts(void)
{
    struct fp_context *first = fp_context_create(), *second = fp_context_create();
    struct fp__words w = words("text", 12);
    struct fp__extents a, b;

    must(fp__fonts_extents(first, &w, &a) == FP_OK && fp__fonts_extents(second, &w, &b) == FP_OK);
    must(a.width == b.width);
    fp_context_destroy(first);
    must(fp__fonts_extents(second, &w, &b) == FP_OK);
    must(a.width == b.width);
    fp_context_destroy(second);
}

static void
contexts_have_fonts_of_their_own(void **state)
{
    (void)state;
    run_with(font_config("contexts.conf", DEJAVU), draw_in_contexts, true);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(without_any_font_text_is_an_error_that_names_a_package),
        world_test(without_pango_other_texts_are_an_error_that_names_a_package),
        world_test(with_dejavu_alone_missing_characters_are_named),
        world_test(extents_are_advances_and_at_least_lp_high),
        world_test(texts_are_as_large_as_in_matplotlib),
        world_test(a_tight_layout_is_matplotlibs_to_a_hundredth_of_a_pixel),
        world_test(no_density_of_pixels_upsets_the_fonts),
        world_test(contexts_have_fonts_of_their_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
