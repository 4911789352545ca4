/* SPDX-License-Identifier: MIT */
/* imshow_loop.c: the loop that leaks in matplotlib, in its four forms: a picture of random colours
 * is drawn and saved each turn, and then nothing is cleared, or the figure (clf), or all figures
 * are closed (close), or both. Memory and CPU of the process are printed each turn and drawn at the
 * end.
 *
 *     imshow_loop none|clf|close|both FOLDER [TURNS]     (100)
 *
 * Leaves FOLDER/frame.png, the last frame, and FOLDER/memory_FORM.png, the curves. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <flatplot/flatplot.h>

enum { SIDE = 100, CHANNELS = 3, VALUES = SIDE * SIDE * CHANNELS, MOST_TURNS = 100000 };

struct run {
    const char *form;
    const char *folder;
    long turns;
    double *memory; /* MiB, one a turn */
    double *cpu;    /* per cent of one CPU */
};

/* splitmix64 (Steele, Lea and Flood, OOPSLA 2014), its upper 53 bits as a number in [0, 1). */
static double
next_uniform(void)
{
    static uint64_t state = 1;
    uint64_t z = state += UINT64_C(0x9e3779b97f4a7c15);

    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

/* A fresh array each turn, as np.random.rand(100, 100, 3) gives one: 240,000 bytes. */
static struct fp_array *
random_picture(void)
{
    const size_t shape[3] = {SIDE, SIDE, CHANNELS};
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 3, shape);
    double *values = fp_alloc_array(VALUES, sizeof *values);

    if (!values)
        return NULL;
    for (int i = 0; i < VALUES; i++)
        values[i] = next_uniform();
    return fp_array_wrap(NULL, values, &layout, fp_free, values);
}

static void
clear(const char *form)
{
    if (strcmp(form, "clf") == 0 || strcmp(form, "both") == 0)
        plt_clf();
    if (strcmp(form, "close") == 0 || strcmp(form, "both") == 0)
        plt_close_all();
}

static int
turn(const struct run *run)
{
    struct fp_array *picture = random_picture();
    struct fp_text name = {0};
    enum fp_status status = FP_ERR_MEMORY;

    fp_text_append_format(&name, "%s/frame.png", run->folder);
    if (picture && !name.failed && plt_imshow(picture, NULL))
        status = plt_savefig(fp_text_string(&name));
    fp_unref(picture);
    fp_text_finish(&name);
    clear(run->form);
    return status == FP_OK;
}

/* Memory is sampled when the turn is over, CPU over the turn. */
static int
measured_turn(struct run *run, long i)
{
    struct fp_memory_sample before, after;

    if (fp_memory_sample(NULL, &before) != FP_OK || !turn(run) ||
        fp_memory_sample(NULL, &after) != FP_OK)
        return 0;
    run->memory[i] = (double)after.rss_anon / 1048576;
    run->cpu[i] = 100 * (after.cpu - before.cpu) / (after.seconds - before.seconds);
    printf("%5ld  memory %7.2f MiB  cpu %5.1f %%  %zu objects\n", i, run->memory[i], run->cpu[i],
           after.objects);
    return 1;
}

/* --- the curves ------------------------------------------------------------------------------- */

static struct fp_array *
column(double *values, long n)
{
    const size_t shape[1] = {(size_t)n};
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, shape);

    return fp_array_wrap(NULL, values, &layout, NULL, NULL);
}

static double
largest(const double *values, long n)
{
    double most = 0;

    for (long i = 0; i < n; i++)
        most = values[i] > most ? values[i] : most;
    return most;
}

/* From 0 on, so that what is flat looks flat. */
static int
draw_curve(struct fp_figure *fig, int place, double *values, long n, const char *label)
{
    struct fp_axes *ax = fp_figure_add_subplot(fig, 2, 1, place);
    struct fp_array *y = column(values, n);
    int fine = ax && y && fp_axes_plot(ax, NULL, y, NULL) != NULL &&
               fp_axes_set_ylim(ax, 0, 1.1 * largest(values, n) + 1e-3) == FP_OK &&
               fp_axes_set_ylabel(ax, label) == FP_OK && fp_axes_set_grid(ax, true) == FP_OK;

    fp_unref(y);
    return fine;
}

static int
draw_curves(const struct run *run)
{
    struct fp_figure *fig = fp_figure_create(NULL);
    struct fp_text title = {0}, name = {0};
    int fine;

    fp_text_append_format(&title, "imshow in a loop, %s",
                          strcmp(run->form, "none") == 0 ? "nothing cleared" : run->form);
    fp_text_append_format(&name, "%s/memory_%s.png", run->folder, run->form);
    fine = fig && draw_curve(fig, 1, run->memory, run->turns, "memory, MiB") &&
           draw_curve(fig, 2, run->cpu, run->turns, "CPU, %") &&
           fp_axes_set_title(fp_figure_get_axes(fig, 0), fp_text_string(&title)) == FP_OK &&
           fp_axes_set_xlabel(fp_figure_get_axes(fig, 1), "turn") == FP_OK &&
           fp_figure_save(fig, fp_text_string(&name)) == FP_OK;
    fp_text_finish(&title);
    fp_text_finish(&name);
    fp_unref(fig);
    return fine;
}

static int
run_loop(struct run *run)
{
    int fine = run->memory && run->cpu;

    for (long i = 0; fine && i < run->turns; i++)
        fine = measured_turn(run, i);
    plt_close_all();
    fine = fine && draw_curves(run);
    if (!fine)
        fprintf(stderr, "imshow_loop: %s\n  hint: %s\n", fp_context_message(NULL),
                fp_context_hint(NULL));
    fp_free(run->memory);
    fp_free(run->cpu);
    return fine;
}

static int
is_form(const char *word)
{
    return strcmp(word, "none") == 0 || strcmp(word, "clf") == 0 || strcmp(word, "close") == 0 ||
           strcmp(word, "both") == 0;
}

int
main(int argc, char **argv)
{
    struct run run = {.turns = argc > 3 ? strtol(argv[3], NULL, 10) : 100};

    if (argc < 3 || argc > 4 || !is_form(argv[1]) || run.turns < 2 || run.turns > MOST_TURNS) {
        fprintf(stderr, "usage: imshow_loop none|clf|close|both FOLDER [TURNS]\n");
        return 2;
    }
    run.form = argv[1];
    run.folder = argv[2];
    run.memory = fp_alloc_array((size_t)run.turns, sizeof *run.memory);
    run.cpu = fp_alloc_array((size_t)run.turns, sizeof *run.cpu);
    return run_loop(&run) ? 0 : 4;
}
