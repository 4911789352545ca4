/* SPDX-License-Identifier: MIT */
/* test_latin.c: plain Latin text without pango is pango's to the last bit: widths, reaches, pixels
 * and the number of its font. */
#include "unit/support.h"

#include <dlfcn.h>
#include <math.h>

#include "flatplot/output.h"
#include "render/fonts.h"
#include "render/latin.h"
#include "unit/figure/scene.h"
#include "unit/render/apart.h"

#define HANGUL "\xed\x95\x9c"
#define FILE_THERE DEJAVU "/DejaVuSans.ttf"

static const double sizes[] = {0.02, 1, 8.3333, 10, 13.88888888888889, 16.5, 27.77, 400};

enum { SIZES = sizeof sizes / sizeof sizes[0], WIDTH = 1200, HEIGHT = 40 };

/* Both, with fontconfig told of DejaVu alone. Only in a child of run_with. */
static struct fp__latin latin;
static struct fp__pango pango;

static void
begin(void)
{
    char config[512];

    snprintf(config, sizeof config, "%s", getenv("FONTCONFIG_FILE"));
    unsetenv("FONTCONFIG_FILE");
    must(fp__latin_takes(&latin, "x"));
    setenv("FONTCONFIG_FILE", config, 1);
    must(fp__pango_begin(fp_context_default(), &pango) == FP_OK);
}

static void
end(void)
{
    fp__latin_finish(&latin);
    fp__pango_finish(&pango);
}

/* --- every letter beside every other ---------------------------------------------------------- */

static void
append_code(char *text, unsigned code)
{
    size_t n = strlen(text);

    if (code >= 0x80)
        text[n++] = (char)(0xc0 | code >> 6);
    text[n++] = (char)(code < 0x80 ? code : 0x80 | (code & 0x3f));
    text[n] = '\0';
}

/* ASCII and Latin-1 without what is not plain. */
static unsigned
next_code(unsigned code)
{
    code++;
    return code == 0x7f ? 0xa1 : code == 0xad ? 0xae : code;
}

/* A line "aXbXcX" of twenty partners of one character. */
static unsigned
make_line(char line[128], unsigned code, unsigned partner)
{
    line[0] = '\0';
    for (int i = 0; i < 20 && partner <= 0xff; i++) {
        append_code(line, partner);
        append_code(line, code);
        partner = next_code(partner);
    }
    return partner;
}

static void
same_measure(const char *text, double size)
{
    for (int hinted = 0; hinted < 2; hinted++) {
        struct fp__measure a = fp__latin_measure(&latin, text, size, hinted);
        struct fp__measure b = fp__pango_measure(&pango, text, size, hinted);

        if (a.width != b.width || a.left != b.left || a.right != b.right || a.up != b.up ||
            a.down != b.down)
            fprintf(stderr, "\"%s\" of %g: %g, %g … %g, %g + %g; by pango %g, %g … %g, %g + %g\n",
                    text, size, a.width, a.left, a.right, a.up, a.down, b.width, b.left, b.right,
                    b.up, b.down);
    }
}

static void
measure_all_pairs(void)
{
    char line[128];

    begin();
    for (unsigned code = ' '; code <= 0xff; code = next_code(code))
        for (unsigned partner = ' '; partner <= 0xff;) {
            partner = make_line(line, code, partner);
            must(fp__latin_takes(&latin, line));
            if (repeats(50) == 50 || code == 'f' || code == '1')
                same_measure(line, 13.88888888888889);
        }
    end();
}

static void
every_pair_of_letters_is_as_wide_and_high_as_by_pango(void **state)
{
    (void)state;
    if (access(FILE_THERE, R_OK) != 0)
        skip();
    run_with(font_config("pairs.conf", DEJAVU), measure_all_pairs, true);
}

/* --- pixels ----------------------------------------------------------------------------------- */

static const char *const texts[] = {
    "",
    " ",
    "0",
    "\342\210\2221.5e+10",
    "To AVATAR, fly (a) office: fi ffl ff",
    "5 \xc3\x97 3 \xc2\xb1 2 \xc2\xb5m\xc2\xb2 at 20 \xc2\xb0 C",
    "\xc3\x84rger \xc3\xa9t\xc3\xa9 \xc2\xbfno? 1\xc2\xaa #*~`^_|{}[]<>",
    "  leading and trailing  ",
};

enum { TEXTS = sizeof texts / sizeof texts[0] };

static cairo_surface_t *
draw(bool by_pango, const char *text, double size, double angle)
{
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create(image);
    bool outlines = fmod(angle, 90) != 0;

    cairo_move_to(cr, 10.3, 25.6);
    cairo_set_source_rgb(cr, 1, .5, 0);
    cairo_rotate(cr, angle / 180 * M_PI);
    if (by_pango)
        fp__pango_show(&pango, cr, text, size, outlines);
    else
        fp__latin_show(&latin, cr, text, size, outlines);
    must(cairo_status(cr) == CAIRO_STATUS_SUCCESS);
    cairo_destroy(cr);
    return image;
}

static bool
same_pixels(const char *text, double size, double angle)
{
    cairo_surface_t *a = draw(false, text, size, angle), *b = draw(true, text, size, angle);
    bool same = memcmp(cairo_image_surface_get_data(a), cairo_image_surface_get_data(b),
                       (size_t)cairo_image_surface_get_stride(a) * HEIGHT) == 0;

    cairo_surface_destroy(a);
    cairo_surface_destroy(b);
    return same;
}

static void
draw_all_texts(void)
{
    static const double angles[] = {0, 90, -90, 7};

    begin();
    for (int i = 0; i < TEXTS; i++)
        for (int s = 0; s < SIZES; s++) {
            same_measure(texts[i], sizes[s]);
            for (int k = 0; k < 4; k++)
                if (!same_pixels(texts[i], sizes[s], angles[k]))
                    fprintf(stderr, "\"%s\" of %g at %g° differs\n", texts[i], sizes[s], angles[k]);
        }
    end();
}

static void
texts_are_drawn_as_by_pango(void **state)
{
    (void)state;
    if (access(FILE_THERE, R_OK) != 0)
        skip();
    run_with(font_config("texts.conf", DEJAVU), draw_all_texts, true);
}

/* --- which texts ------------------------------------------------------------------------------ */

static const char *const not_plain[] = {
    "two\nlines", "\t",       "a\x7f", "\xc2\xa0",       "\xc2\xad",
    "\xc4\x80",   "\xce\xb1", HANGUL,  "\xed\x95\x9c a", "\xe2\x88\x91",
    "\xe2\x88",   "\xe2",     "\xc3",  "\xc2",           "\xff",
};

static void
choose(void)
{
    char longer[300];

    must(!fp__latin_takes(&latin, "x")); /* FONTCONFIG_FILE is set */
    fp__latin_finish(&latin);
    begin();
    for (size_t i = 0; i < sizeof not_plain / sizeof not_plain[0]; i++)
        if (fp__latin_takes(&latin, not_plain[i]))
            fprintf(stderr, "text %zu is taken\n", i);
    memset(longer, 'x', sizeof longer);
    longer[255] = '\0';
    must(fp__latin_takes(&latin, longer));
    longer[255] = 'x';
    longer[256] = '\0';
    must(!fp__latin_takes(&latin, longer));
    end();
}

static void
other_texts_are_left_to_pango(void **state)
{
    (void)state;
    if (access(FILE_THERE, R_OK) != 0)
        skip();
    run_with(font_config("choose.conf", DEJAVU), choose, true);
}

/* --- in the whole ----------------------------------------------------------------------------- */

static void
keep_to_latin(void)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    char missing[16];
    uint32_t by_file, by_pango;

    must(unsetenv("FONTCONFIG_FILE") == 0);
    must(show_counting(ax, 3, 3, NULL) && fp_axes_set_title(ax, "title") == FP_OK);
    must(fp_figure_save(fig, temp_path("latin.png")) == FP_OK);
    must(fp_missing_glyphs(NULL, "title 10", missing, sizeof missing) == FP_OK && !missing[0]);
    must(fp_fonts_crc32(NULL, "title 10", &by_file) == FP_OK);
    must(!fp__fonts_for(fp_context_default(), "x")->pango.map);
    must(!dlopen("libpango-1.0.so.0", RTLD_LAZY | RTLD_NOLOAD)); /* not even linked */
    must(fp_fonts_crc32(NULL, "title\n10", &by_pango) == FP_OK && by_file == by_pango);
    must(fp__fonts_for(fp_context_default(), "x")->pango.map);
    fp_unref(fig);
}

static void
pango_starts_only_for_other_texts_and_names_the_same_font(void **state)
{
    (void)state;
    if (access(FILE_THERE, R_OK) != 0)
        skip();
    run_with("", keep_to_latin, true);
}

static void
draw_huge(void)
{
    must(unsetenv("FONTCONFIG_FILE") == 0);
    for (double size = 1e-300; size < 1e9; size *= size < 1 ? 1e50 : 10) {
        cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 300, 300);
        cairo_t *cr = cairo_create(image);
        struct fp__words w = {.text = "Ag 1", .size = size, .color = FP_BLACK, .x = 9, .y = 200};
        struct fp__extents e;

        must(fp__fonts_extents(fp_context_default(), &w, &e) == FP_OK);
        must(fp__fonts_draw(fp_context_default(), cr, &w) == FP_OK);
        must(cairo_status(cr) == CAIRO_STATUS_SUCCESS);
        cairo_destroy(cr);
        cairo_surface_destroy(image);
    }
}

static void
no_size_upsets_cairo(void **state)
{
    (void)state;
    if (repeats(50) < 50)
        skip(); /* FreeType refuses the largest, and cairo then keeps those fonts for good */
    run_with("", draw_huge, false);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_pair_of_letters_is_as_wide_and_high_as_by_pango),
        world_test(texts_are_drawn_as_by_pango),
        world_test(other_texts_are_left_to_pango),
        world_test(pango_starts_only_for_other_texts_and_names_the_same_font),
        world_test(no_size_upsets_cairo),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
