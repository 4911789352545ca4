/* SPDX-License-Identifier: MIT */
/* test_oracle.c: every case of cases.txt drawn and compared with what matplotlib 3.6.3 drew.
 *
 * Boxes within .01 pixel; tick values within 1e-12 of their size; labels letter by letter, after
 * mathtext.py has written matplotlib's formulas as plain text; pixels by the rules of pixels.h. What
 * matplotlib refuses is refused with a message. ORACLE=words in the environment draws only cases
 * that contain them. */
#include "unit/support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "oracle/golden.h"
#include "oracle/pixels.h"
#include "oracle/scene.h"

/* --- boxes ------------------------------------------------------------------------------------------ */

static bool
box_agrees(const char *name, struct fp_axes *ax, const char *wanted)
{
    double box[4], want[4];
    bool agrees = true;

    assert_int_equal(fp_axes_get_box(ax, box), FP_OK);
    for (int i = 0; i < 4; i++) {
        want[i] = strtod(wanted, (char **)&wanted);
        agrees = agrees && fabs(box[i] - want[i]) <= .01;
    }
    if (!agrees)
        printf("  %s %.4f %.4f %.4f %.4f, not %.4f %.4f %.4f %.4f\n", name, box[0], box[1], box[2],
               box[3], want[0], want[1], want[2], want[3]);
    return agrees;
}

static bool
boxes_agree(const struct scene *scene, const struct golden *golden)
{
    bool agrees = box_agrees("box", scene->axes, golden_get(golden, "box"));

    if (scene->bar)
        agrees = box_agrees("bar", scene->bar, golden_get(golden, "bar")) && agrees;
    return agrees;
}

/* --- ticks ------------------------------------------------------------------------------------------ */

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
axis_agrees(const struct scene *scene, const struct golden *golden, struct fp_axes *ax, char axis,
            const char *name)
{
    struct fp__ticks major, minor;
    char minor_name[20], offset_name[20];
    const char *offset;
    bool agrees;

    snprintf(minor_name, sizeof minor_name, "%s-minor", name);
    snprintf(offset_name, sizeof offset_name, "%s-offset", name);
    scene_ticks(scene, ax, axis, &major, &minor);
    agrees = ticks_agree(name, &major, golden_get(golden, name));
    agrees = ticks_agree(minor_name, &minor, golden_get(golden, minor_name)) && agrees;
    offset = golden_get(golden, offset_name);
    if (strcmp(major.offset, offset ? offset : "") != 0) {
        printf("  %s \"%s\", not \"%s\"\n", offset_name, major.offset, offset ? offset : "");
        agrees = false;
    }
    return agrees;
}

static bool
axes_agree(const struct scene *scene, const struct golden *golden)
{
    bool agrees = axis_agrees(scene, golden, scene->axes, 'x', "x");

    agrees = axis_agrees(scene, golden, scene->axes, 'y', "y") && agrees;
    if (scene->bar)
        agrees = axis_agrees(scene, golden, scene->bar,
                             words_is(&scene->words, "bar", "bottom") ? 'x' : 'y', "scale") &&
                 agrees;
    return agrees;
}

/* --- pictures --------------------------------------------------------------------------------------- */

/* Of nearest, of other kernels. */
static struct tally tallies[2];

static bool
picture_agrees(const struct scene *scene, struct golden *golden)
{
    struct golden_pixels pixels;

    bool nearest = golden_get(golden, "nearest") != NULL;

    if (golden_pixels(golden, &pixels))
        return pixels_agree(scene, &pixels, nearest, &tallies[!nearest]);
    if (scene->at[2] == 0)
        return true;
    printf("  an image is drawn where there is none\n");
    return false;
}

/* --- cases ------------------------------------------------------------------------------------------ */

static bool
picture_agrees_or_is_not_kept(const struct scene *scene, struct golden *golden)
{
    return words_is(&scene->words, "matplotlib", "off") || picture_agrees(scene, golden);
}

static bool
what_is_drawn_agrees(const struct scene *scene, struct golden *golden)
{
    bool agrees = boxes_agree(scene, golden);

    agrees = axes_agree(scene, golden) && agrees;
    if (scene->bar)
        agrees = strip_agrees(scene, golden_get(golden, "strip")) && agrees;
    return picture_agrees_or_is_not_kept(scene, golden) && agrees;
}

/* Whether flatplot refuses the case: as matplotlib does unless the case says otherwise. */
static bool
is_refused(const struct scene *scene, const struct golden *golden)
{
    const char *ours = words_get(&scene->words, "ours", NULL);

    return ours ? strcmp(ours, "refused") == 0 : golden_get(golden, "refused") != NULL;
}

static bool
case_agrees(struct golden *golden)
{
    struct scene scene;
    enum fp_status status = scene_draw(&scene, golden->line);
    bool agrees;

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
