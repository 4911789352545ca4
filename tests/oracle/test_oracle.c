/* SPDX-License-Identifier: MIT */
/* test_oracle.c: every case of cases.txt drawn and compared with what matplotlib 3.6.3 drew.
 *
 * Boxes within .01 pixel, those of texts too, all of whose letters have one width here and there
 * (the recorder's); tick values and limits within 1e-12 of their size; labels letter by letter,
 * after mathtext.py has written matplotlib's formulas as plain text; pixels by the rules of
 * pixels.h. What matplotlib refuses is refused with a message. ORACLE=words in the environment
 * draws only cases that contain them. */
#include "unit/support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "image/image.h"
#include "oracle/golden.h"
#include "oracle/pixels.h"
#include "oracle/scene.h"

/* --- boxes ------------------------------------------------------------------------------------ */

/* Every key is there: a line that was lost is no agreement. */
static bool
is_said(const char *name, const char *wanted)
{
    if (!wanted)
        printf("  %s: nothing is said of them\n", name);
    return wanted;
}

static bool
box_agrees(const char *name, struct fp_axes *ax, const char *wanted)
{
    double box[4], want[4];
    bool agrees = true;

    assert_int_equal(fp_axes_get_box(ax, box), FP_OK);
    if (!is_said(name, wanted))
        return false;
    for (int i = 0; i < 4; i++) {
        want[i] = strtod(wanted, (char **)&wanted);
        agrees = agrees && fabs(box[i] - want[i]) <= .01;
    }
    if (!agrees)
        printf("  %s %.4f %.4f %.4f %.4f, not %.4f %.4f %.4f %.4f\n", name, box[0], box[1], box[2],
               box[3], want[0], want[1], want[2], want[3]);
    return agrees;
}

/* Whether n numbers are those of a line, but for what rounding makes. */
static bool
numbers_agree(const char *name, const double *is, int n, const char *wanted)
{
    if (!is_said(name, wanted))
        return false;
    for (int i = 0; i < n; i++) {
        double want = strtod(wanted, (char **)&wanted);

        if (fabs(is[i] - want) <= 1e-12 * fabs(want))
            continue;
        printf("  %s: number %d is %.17g, not %.17g\n", name, i + 1, is[i], want);
        return false;
    }
    return true;
}

static bool
limits_agree(struct fp_axes *ax, const char *wanted)
{
    double lim[4];

    assert_int_equal(fp_axes_get_xlim(ax, &lim[0], &lim[1]), FP_OK);
    assert_int_equal(fp_axes_get_ylim(ax, &lim[2], &lim[3]), FP_OK);
    return numbers_agree("limits", lim, 4, wanted);
}

/* --- ticks ------------------------------------------------------------------------------------ */

/* Fields of the form value=label. */
static bool
are_ticks(const struct fp__ticks *ticks, const char *wanted)
{
    size_t n = 0;

    for (const char *field = wanted; field && *field; n++) {
        char *label;
        double value = strtod(field, &label);
        size_t length = strcspn(++label, "\t");

        if (n >= ticks->n || !(fabs(ticks->value[n] - value) <= 1e-12 * fabs(value)) ||
            strlen(ticks->label[n]) != length || memcmp(ticks->label[n], label, length) != 0)
            return false;
        field = label[length] ? label + length + 1 : NULL;
    }
    return n == ticks->n;
}

static bool
ticks_agree(const char *name, const struct fp__ticks *ticks, const char *wanted)
{
    if (are_ticks(ticks, wanted ? wanted : ""))
        return true;
    printf("  %s:", name);
    for (size_t i = 0; i < ticks->n; i++)
        printf(" %.17g=%s", ticks->value[i], ticks->label[i]);
    printf("\n    not %s\n", wanted ? wanted : "");
    return false;
}

/* Empty minor labels are not told apart from none: matplotlib gives minor ticks both. */
static bool
axis_agrees(const struct scene *scene, const struct golden *golden, size_t n, struct fp_axes *ax,
            char axis, const char *name)
{
    struct fp__ticks major, minor;
    char minor_name[20], offset_name[20];
    const char *offset;
    bool agrees;

    snprintf(minor_name, sizeof minor_name, "%s-minor", name);
    snprintf(offset_name, sizeof offset_name, "%s-offset", name);
    scene_ticks(scene, ax, axis, &major, &minor);
    agrees = ticks_agree(name, &major, golden_nth(golden, n, name));
    agrees = ticks_agree(minor_name, &minor, golden_nth(golden, n, minor_name)) && agrees;
    offset = golden_nth(golden, n, offset_name);
    if (strcmp(major.offset, offset ? offset : "") != 0) {
        printf("  %s \"%s\", not \"%s\"\n", offset_name, major.offset, offset ? offset : "");
        agrees = false;
    }
    return agrees;
}

static bool
panel_agrees(const struct scene *scene, const struct golden *golden, size_t n)
{
    struct fp_axes *ax = scene->panel[n];
    bool agrees = box_agrees("box", ax, golden_nth(golden, n, "box"));

    agrees = limits_agree(ax, golden_nth(golden, n, "lim")) && agrees;
    agrees = axis_agrees(scene, golden, n, ax, 'x', "x") && agrees;
    return axis_agrees(scene, golden, n, ax, 'y', "y") && agrees;
}

static bool
bar_agrees(const struct scene *scene, const struct golden *golden, size_t n)
{
    const struct bar *bar = &scene->bar[n];
    bool agrees = box_agrees("bar", bar->axes, golden_nth(golden, n, "bar"));

    agrees = axis_agrees(scene, golden, n, bar->axes, bar->lies ? 'x' : 'y', "scale") && agrees;
    if (words_is(bar->picture->words, "matplotlib", "off"))
        return agrees;
    return strip_agrees(scene, bar, golden_nth(golden, n, "strip")) && agrees;
}

/* --- texts and colours ------------------------------------------------------------------------ */

static bool
is_text(const struct text *text, const char *field)
{
    const char *equals = field + strlen(text->text), *p = equals;
    char color[8];

    if (strncmp(field, text->text, strlen(text->text)) != 0 || *equals != '=')
        return false;
    for (int i = 0; i < 4; i++)
        if (!(fabs(text->box[i] - strtod(p + 1, (char **)&p)) <= .01))
            return false;
    snprintf(color, sizeof color, "#%02x%02x%02x", text->color.r, text->color.g, text->color.b);
    return strncmp(p + 1, color, 7) == 0;
}

static void
tell_texts(const struct scene *scene, const char *field)
{
    printf("  no text is %.*s\n", (int)strcspn(field, "\t"), field);
    for (size_t i = 0; i < scene->texts; i++) {
        const struct text *t = &scene->text[i];

        if (strncmp(t->text, field, strlen(t->text)) == 0)
            printf("    %s=%.4f,%.4f,%.4f,%.4f\n", t->text, t->box[0], t->box[1], t->box[2],
                   t->box[3]);
    }
}

static bool
has_text(const struct scene *scene, const char *field)
{
    for (size_t i = 0; i < scene->texts; i++)
        if (is_text(&scene->text[i], field))
            return true;
    tell_texts(scene, field);
    return false;
}

static bool
texts_agree(const struct scene *scene, const char *wanted)
{
    size_t n = 0;

    if (!is_said("texts", wanted))
        return false;
    for (const char *field = wanted; field; n++) {
        if (!has_text(scene, field))
            return false;
        field = strchr(field, '\t');
        if (field)
            field++;
    }
    if (n != scene->texts)
        printf("  %zu texts, not %zu\n", scene->texts, n);
    return n == scene->texts;
}

static bool
inks_agree(const struct scene *scene, const char *wanted)
{
    if (!is_said("colours", wanted))
        return false;
    if (strcmp(scene->inks, wanted) == 0)
        return true;
    printf("  colours %s\n      not %s\n", scene->inks, wanted);
    return false;
}

/* --- pictures --------------------------------------------------------------------------------- */

/* Of nearest, of other kernels. */
static struct tally tallies[2];

static bool
pixels_of_picture_agree(const struct picture *picture, struct golden *golden, size_t n)
{
    bool nearest = golden_nth(golden, n, "nearest") != NULL;
    struct golden_pixels pixels;

    if (golden_pixels(golden, n, &pixels))
        return pixels_agree(picture, &pixels, nearest, &tallies[!nearest]);
    if (picture->at[2] == 0 || words_is(picture->words, "matplotlib", "off"))
        return true;
    printf("  an image is drawn where there is none\n");
    return false;
}

/* Colours have none; what matplotlib finds in no finite value, and where it is wrong, is not
 * said. */
static bool
has_limits(const struct picture *picture)
{
    const struct fp__image_body *body = picture->image->body;
    struct fp_stats stats;

    assert_int_equal(fp_array_stats(body->array, &stats), FP_OK);
    return body->channels == 1 && stats.finite > 0 &&
           !words_is(picture->words, "matplotlib", "off");
}

static bool
picture_agrees(const struct picture *picture, struct golden *golden, size_t n)
{
    bool agrees = pixels_of_picture_agree(picture, golden, n);
    const char *wanted = golden_nth(golden, n, "clim");
    double lim[2];

    assert_int_equal(fp_image_get_clim(picture->image, &lim[0], &lim[1]), FP_OK);
    if (!wanted && !has_limits(picture))
        return agrees;
    return numbers_agree("colour limits", lim, 2, wanted) && agrees;
}

/* --- cases ------------------------------------------------------------------------------------ */

static bool
what_is_drawn_agrees(const struct scene *scene, struct golden *golden)
{
    bool agrees = true;

    if (words_get(&scene->part[0], "texts", NULL)) {
        agrees = texts_agree(scene, golden_get(golden, "texts"));
        agrees = inks_agree(scene, golden_get(golden, "inks")) && agrees;
    }
    for (size_t n = 0; n < scene->panels; n++)
        agrees = panel_agrees(scene, golden, n) && agrees;
    for (size_t n = 0; n < scene->bars; n++)
        agrees = bar_agrees(scene, golden, n) && agrees;
    for (size_t n = 0; n < scene->pictures; n++)
        agrees = picture_agrees(&scene->picture[n], golden, n) && agrees;
    return agrees;
}

/* Whether flatplot refuses the case: as matplotlib does unless the case says otherwise. */
static bool
is_refused(const struct scene *scene, const struct golden *golden)
{
    const char *ours = words_get(&scene->part[0], "ours", NULL);

    return ours ? strcmp(ours, "refused") == 0 : golden_get(golden, "refused") != NULL;
}

static bool
case_agrees(struct golden *golden)
{
    static struct scene scene;
    bool unseen[SCENE_PARTS], agrees;
    enum fp_status status;

    for (size_t n = 0; n < SCENE_PARTS; n++)
        unseen[n] = !golden_nth(golden, n, "pixels");
    status = scene_draw(&scene, golden->line, unseen);

    if (is_refused(&scene, golden) != (status != FP_OK)) {
        printf("  %s\n", status == FP_OK ? "drawn" : fp_context_message(NULL));
        agrees = false;
    } else if (status != FP_OK)
        agrees = fp_context_message(NULL)[0] != '\0';
    else
        agrees = golden_get(golden, "refused") || what_is_drawn_agrees(&scene, golden);
    scene_finish(&scene);
    return agrees;
}

static void
every_case_is_as_matplotlib_draws_it(void **state)
{
    const char *only = getenv("ORACLE");
    size_t cases = 0, wrong = 0;
    struct golden golden;

    (void)state;
    golden_open(&golden);
    while (golden_next(&golden)) {
        if (only && !strstr(golden.line, only))
            continue;
        cases++;
        if (!case_agrees(&golden)) {
            printf("^ %s\n", golden.line);
            wrong++;
        }
    }
    golden_close(&golden);
    printf("%zu cases, %zu differ\n", cases, wrong);
    assert_true(wrong == 0 && (only || cases >= 150));
    for (int i = 0; !only && i < 2; i++) {
        printf("%s: of %zu pixels %zu are matplotlib's own, %zu within a step\n",
               i == 0 ? "nearest" : "other kernels", tallies[i].pixels, tallies[i].equal,
               tallies[i].near);
        assert_true((double)tallies[i].near >= (i == 0 ? .995 : .9) * (double)tallies[i].pixels);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {world_test(every_case_is_as_matplotlib_draws_it)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
