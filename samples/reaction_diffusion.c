/* SPDX-License-Identifier: MIT */
/* reaction_diffusion.c: a simulation that draws itself as it runs: two substances u and v spread on
 * a torus, v feeds on u, and spots grow and divide. One figure and one image are made once; each
 * frame gives the image new values and saves the figure.
 *
 *     reaction_diffusion FOLDER [FRAMES]     (100)
 *
 * Leaves FOLDER/0000.png and so on, and says what the memory did.
 *
 * The Gray–Scott equations, with the rates of J. E. Pearson, "Complex Patterns in a Simple System",
 * Science 261 (1993), in his region of dividing spots, one cell and one second a step. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <flatplot/flatplot.h>

enum { SIDE = 200, CELLS = SIDE * SIDE, STEPS = 50, MOST_FRAMES = 10000 };

static const double feed = 0.035, kill = 0.065, spread_u = 0.16, spread_v = 0.08;

struct cells {
    float u[CELLS], v[CELLS];
};

/* --- the simulation --------------------------------------------------------------------------- */

/* All u, but for squares of half u and a quarter of v. */
static void
sow(struct cells *cells)
{
    static const int squares[][2] = {{100, 100}, {60, 130}, {150, 55}};

    for (int i = 0; i < CELLS; i++) {
        cells->u[i] = 1;
        cells->v[i] = 0;
    }
    for (size_t s = 0; s < sizeof squares / sizeof *squares; s++)
        for (int y = -10; y < 10; y++)
            for (int x = -10; x < 10; x++) {
                int i = (squares[s][1] + y) * SIDE + squares[s][0] + x;

                cells->u[i] = .5F;
                cells->v[i] = .25F;
            }
}

/* How much the four neighbours' mean differs from the cell's value, times four. */
static double
laplacian(const float *a, int x, int y)
{
    const float *row = a + (size_t)y * SIDE;
    const float *above = a + (size_t)((y + SIDE - 1) % SIDE) * SIDE;
    const float *below = a + (size_t)((y + 1) % SIDE) * SIDE;

    return (double)row[(x + SIDE - 1) % SIDE] + (double)row[(x + 1) % SIDE] + (double)above[x] +
           (double)below[x] - 4 * (double)row[x];
}

static void
step(const struct cells *now, struct cells *next)
{
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            int i = y * SIDE + x;
            double u = (double)now->u[i], v = (double)now->v[i];
            double eaten = u * v * v;

            next->u[i] = (float)(u + spread_u * laplacian(now->u, x, y) - eaten + feed * (1 - u));
            next->v[i] =
                (float)(v + spread_v * laplacian(now->v, x, y) + eaten - (feed + kill) * v);
        }
}

/* An even number of steps, so that the result is where it began. */
static void
run_on(struct cells cells[2])
{
    for (int i = 0; i < STEPS; i++)
        step(&cells[i % 2], &cells[(i + 1) % 2]);
}

/* --- the pictures ----------------------------------------------------------------------------- */

/* A copy: arrays do not change once they are made. */
static struct fp_array *
picture(const struct cells *cells)
{
    const size_t shape[2] = {SIDE, SIDE};
    struct fp_layout layout = fp_layout_c(FP_FLOAT32, 2, shape);

    return fp_array_copy(NULL, cells->v, &layout);
}

/* The figure is drawn in one image from the first frame to the last. */
static struct fp_image *
set_up(struct fp_figure *fig, const struct cells *cells)
{
    struct fp_axes *ax = fp_figure_add_subplot(fig, 1, 1, 1);
    struct fp_imshow_options options = fp_imshow_defaults();
    struct fp_colorbar_options bar = fp_colorbar_defaults();
    struct fp_array *v = picture(cells);
    struct fp_image *image = NULL;

    options.norm.vmin = 0;
    options.norm.vmax = .4;
    options.interpolation = FP_BILINEAR;
    bar.label = "concentration of v";
    if (ax && v && fp_colormap_find(NULL, "magma", &options.cmap) == FP_OK)
        image = fp_axes_imshow(ax, v, &options);
    if (image && (fp_axes_set_ticks(ax, false) != FP_OK || !fp_axes_colorbar(ax, image, &bar)))
        image = NULL;
    fp_unref(v);
    return image;
}

static int
save_frame(struct fp_figure *fig, struct fp_image *image, const struct cells *cells, int frame,
           const char *folder)
{
    struct fp_array *v = picture(cells);
    struct fp_text title = {0}, name = {0};
    int fine;

    fp_text_append_format(&title, "step %05d", frame * STEPS);
    fp_text_append_format(&name, "%s/%04d.png", folder, frame);
    fine = v && fp_image_set_data(image, v) == FP_OK &&
           fp_axes_set_title(fp_figure_get_axes(fig, 0), fp_text_string(&title)) == FP_OK &&
           fp_figure_save(fig, fp_text_string(&name)) == FP_OK;
    fp_text_finish(&title);
    fp_text_finish(&name);
    fp_unref(v);
    return fine;
}

/* Memory is compared from the second frame on: the first one finds fonts and fills caches. */
static int
draw_all(struct fp_figure *fig, struct cells cells[2], int frames, const char *folder)
{
    struct fp_memory_sample first = {0}, last = {0};
    struct fp_image *image = set_up(fig, &cells[0]);
    int fine = image != NULL;

    for (int i = 0; fine && i < frames; i++) {
        fine = save_frame(fig, image, &cells[0], i, folder) &&
               fp_memory_sample(NULL, i < 2 ? &first : &last) == FP_OK;
        run_on(cells);
    }
    if (fine && frames > 2)
        printf("%d frames: %zu objects, %+ld objects and %+ld bytes since the second\n", frames,
               last.objects, (long)last.objects - (long)first.objects,
               (long)last.door_bytes - (long)first.door_bytes);
    return fine;
}

int
main(int argc, char **argv)
{
    long frames = argc > 2 ? strtol(argv[2], NULL, 10) : 100;
    struct cells *cells;
    struct fp_figure *fig;
    int fine;

    if (argc < 2 || argc > 3 || frames < 1 || frames > MOST_FRAMES) {
        fprintf(stderr, "usage: reaction_diffusion FOLDER [FRAMES]\n");
        return 2;
    }
    cells = fp_alloc_array(2, sizeof *cells);
    fig = fp_figure_create(NULL);
    if (cells)
        sow(&cells[0]);
    fine = cells && fig && draw_all(fig, cells, (int)frames, argv[1]);
    if (!fine)
        fprintf(stderr, "reaction_diffusion: %s\n  hint: %s\n", fp_context_message(NULL),
                fp_context_hint(NULL));
    fp_unref(fig);
    fp_free(cells);
    return fine ? 0 : 4;
}
