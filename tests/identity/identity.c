/* SPDX-License-Identifier: MIT */
/* identity.c: every picture of the oracle, written in every format, on CPUs with and without what
 * the fast paths need: all must have the same pixels, which two strict decoders find.
 *
 *   identity_plain                  draws all cases as any x86-64 can, each with empty caches; the
 *                                   pixels of png-reference go to standard output
 *   identity_avx2 PLAIN             draws them with AVX2, compares with what the program PLAIN
 *                                   gives, and passes that on
 *   identity AVX2 PLAIN             draws them as this CPU does best and compares
 *
 * The first two are this one with limited_cpu.c, of which CPU_FEATURES tells. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "core/cpu.h"
#include "oracle/golden.h"
#include "oracle/scene.h"
#include "unit/decoders/decoders.h"
#include "unit/flat/loops.h"
#include "unit/output/pictures.h"

#define REFERENCE "png-reference"

/* How each case is drawn: at its own size; as wide as that, which is an odd scale; and without a
 * ground, which makes RGBA of the file. */
static const struct look {
    int width; /* 0: as it is at 100 dpi */
    bool clear;
} looks[] = {{0, false}, {141, false}, {90, true}};

#define LOOKS (sizeof looks / sizeof *looks)

static const char *line; /* the case that is drawn */
static FILE *from;       /* another program's pixels, to compare with; NULL: they are made here */
static FILE *to;         /* who gets them; NULL: nobody */

/* --- One picture ------------------------------------------------------------------------------ */

static size_t
size_of(const struct decoded *d)
{
    return (size_t)d->width * (size_t)d->height * (size_t)d->channels;
}

static void
assert_same(const struct decoded *got, const struct decoded *want, const char *what)
{
    size_t n = size_of(want), i = 0;

    if (got->width != want->width || got->height != want->height || got->channels != want->channels)
        fail_msg("%s\n%s: %d x %d of %d channels, not %d x %d of %d", line, what, got->width,
                 got->height, got->channels, want->width, want->height, want->channels);
    if (memcmp(got->bytes, want->bytes, n) == 0)
        return;
    while (got->bytes[i] == want->bytes[i])
        i++;
    size_t pixel = i / (size_t)want->channels, width = (size_t)want->width;
    fail_msg("%s\n%s: pixel %zu,%zu channel %zu: %d, not %d", line, what, pixel % width,
             pixel / width, i % (size_t)want->channels, got->bytes[i], want->bytes[i]);
}

static struct decoded
decode_format(struct fp_figure *fig, const char *format)
{
    struct taken taken = {0};
    struct decoded out;
    const char *wrong;

    assert_int_equal(fp_figure_write(fig, format, take, &taken), FP_OK);
    wrong = decode_twice(taken.bytes, taken.n, &out);
    if (wrong)
        fail_msg("%s\n%s: %s", line, format, wrong);
    free(taken.bytes);
    return out;
}

/* What fp_figure_pixels gives, with as many channels as the files have. */
static struct decoded
pixels_of(struct fp_figure *fig, const struct decoded *like)
{
    struct decoded out = *like;
    uint8_t *rgba = NULL;

    assert_int_equal(fp_figure_get_size_pixels(fig, &out.width, &out.height), FP_OK);
    assert_true(out.width == like->width && out.height == like->height);
    out.bytes = malloc(size_of(like));
    assert_non_null(out.bytes);
    assert_int_equal(fp_figure_pixels(fig, &rgba), FP_OK);
    for (size_t i = 0; i < (size_t)out.width * (size_t)out.height; i++) {
        const uint8_t *pixel = rgba + 4 * i;

        memcpy(out.bytes + i * (size_t)out.channels, pixel, (size_t)out.channels);
        assert_true(out.channels == 4 || pixel[3] == 255);
        assert_true(out.channels > 1 || (pixel[1] == pixel[0] && pixel[2] == pixel[0]));
    }
    fp_free(rgba);
    return out;
}

/* Draws the figure in the fast format, in memory and, if `all`, in the others, which take zlib's
 * time. All must show what is wanted. */
static void
draw_formats(struct fp_figure *fig, const struct decoded *want, bool all)
{
    struct decoded got = pixels_of(fig, want);

    assert_same(&got, want, "fp_figure_pixels");
    free(got.bytes);
    for (size_t i = 0; fp_format_name(i); i++) {
        if (!all && strcmp(fp_format_name(i), "png") != 0)
            continue;
        got = decode_format(fig, fp_format_name(i));
        assert_same(&got, want, fp_format_name(i));
        free(got.bytes);
    }
}

/* --- From program to program ------------------------------------------------------------------ */

static void
send(const struct decoded *d)
{
    const int head[] = {d->width, d->height, d->channels};

    assert_int_equal(fwrite(head, sizeof head, 1, to), 1);
    assert_int_equal(fwrite(d->bytes, size_of(d), 1, to), 1);
}

static struct decoded
receive(void)
{
    struct decoded d;
    int head[3];

    if (fread(head, sizeof head, 1, from) != 1)
        fail_msg("the other program ended too early");
    d = (struct decoded){head[0], head[1], head[2], NULL};
    d.bytes = malloc(size_of(&d));
    assert_non_null(d.bytes);
    assert_int_equal(fread(d.bytes, size_of(&d), 1, from), 1);
    return d;
}

/* --- Cases ------------------------------------------------------------------------------------ */

static void
take_on(struct fp_figure *fig, const struct look *look)
{
    int width, height;

    assert_int_equal(fp_figure_set_dpi(fig, 100), FP_OK);
    assert_int_equal(fp_figure_get_size_pixels(fig, &width, &height), FP_OK);
    if (look->width > 0)
        assert_int_equal(fp_figure_set_dpi(fig, 100 * (look->width + .5) / width), FP_OK);
    if (look->clear)
        assert_int_equal(fp_figure_set_facecolor(fig, (struct fp_color){0, 0, 0, 0}), FP_OK);
}

static void
draw_look(struct fp_figure *fig, const struct look *look, bool all)
{
    struct decoded reference;

    take_on(fig, look);
    if (!from)
        fp_context_trim(NULL);
    reference = from ? receive() : decode_format(fig, REFERENCE);
    draw_formats(fig, &reference, all);
    if (to)
        send(&reference);
    free(reference.bytes);
}

/* False when the library refuses it. */
static bool
draw_case(const struct golden *golden, size_t number)
{
    static struct scene scene;
    bool unseen[SCENE_PARTS], drawn;

    for (size_t n = 0; n < SCENE_PARTS; n++)
        unseen[n] = !golden_nth(golden, n, "pixels");
    drawn = scene_draw(&scene, golden->line, unseen) == FP_OK;
    for (size_t i = 0; drawn && i < LOOKS; i++)
        draw_look(scene.figure, &looks[i], number % LOOKS == i);
    scene_finish(&scene);
    return drawn;
}

/* ORACLE=words in the environment draws only cases that contain them. */
static void
draw_cases(void)
{
    const char *only = getenv("ORACLE");
    size_t n = 0, drawn = 0, step = SANITIZED ? 20 : 1;
    struct golden golden;

    golden_open(&golden);
    while (golden_next(&golden)) {
        if ((only && !strstr(golden.line, only)) || n++ % step != 0)
            continue;
        line = golden.line;
        drawn += draw_case(&golden, n);
    }
    golden_close(&golden);
    assert_true(only || drawn * step > 600);
}

/* Starts the first of the programs with the others as its arguments. */
static void
draw_cases_beside(char **programs)
{
    char command[2000] = "exec";
    size_t n = strlen(command);

    for (; *programs; programs++) {
        n += (size_t)snprintf(command + n, sizeof command - n, " '%s'", *programs);
        assert_true(n < sizeof command);
    }
    from = popen(command, "r");
    assert_non_null(from);
    draw_cases();
    assert_int_equal(pclose(from), 0);
}

#ifdef CPU_FEATURES

int
main(int argc, char **argv)
{
    if (fp__cpu_has_avx2() != (CPU_FEATURES != 0) || fp__cpu_has_avx512()) {
        fputs("identity: the CPU is not limited\n", stderr);
        return 1;
    }
    to = stdout;
    if (argc > 1)
        draw_cases_beside(argv + 1);
    else
        draw_cases();
    assert_empty_world();
    return fclose(stdout) == 0 ? 0 : 1;
}

#else

/* Without AVX2 there is only the plain program to compare with. */
static void
every_path_leads_to_the_same_pixels(void **state)
{
    char **programs = *state;

    draw_cases_beside(fp__cpu_has_avx2() ? programs : programs + 1);
}

int
main(int argc, char **argv)
{
    struct CMUnitTest tests[] = {world_test(every_path_leads_to_the_same_pixels)};

    if (argc != 3) {
        fputs("identity: name the other two programs\n", stderr);
        return 2;
    }
    tests[0].initial_state = argv + 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#endif
