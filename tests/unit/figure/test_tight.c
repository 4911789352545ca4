/* SPDX-License-Identifier: MIT */
/* test_tight.c: tight_layout's margins are matplotlib's, but for the size of texts. */
#include "unit/support.h"

#include <math.h>

#include "figure/tight.h"
#include "unit/figure/recorder.h"
#include "unit/figure/scene.h"
#include "unit/figure/tight_cases.h"

#define FIGURES (sizeof figures / sizeof figures[0])

static void
add_panel(struct fp_figure *fig, size_t i, int k)
{
    struct fp_imshow_options options = fp_imshow_defaults();
    struct fp_axes *ax = fp_figure_add_subplot(fig, figures[i].panels[k].rows,
                                               figures[i].panels[k].cols,
                                               figures[i].panels[k].index);
    struct fp_image *image;

    options.aspect = figures[i].panels[k].aspect;
    image = show_counting(ax, figures[i].panels[k].shape[0], figures[i].panels[k].shape[1],
                          &options);
    fp_image_set_clim(image, 0, 1);
    if (figures[i].panels[k].ylim[0] != figures[i].panels[k].ylim[1])
        fp_axes_set_ylim(ax, figures[i].panels[k].ylim[0], figures[i].panels[k].ylim[1]);
    fp_axes_set_title(ax, figures[i].panels[k].title);
    fp_axes_set_xlabel(ax, figures[i].panels[k].xlabel);
    fp_axes_set_ylabel(ax, figures[i].panels[k].ylabel);
    fp_axes_set_axis(ax, !figures[i].panels[k].off);
    if (figures[i].panels[k].outer) {
        fp_axes_label_outer_x(ax);
        fp_axes_label_outer_y(ax);
    }
    if (figures[i].panels[k].colorbar)
        assert_non_null(fp_axes_colorbar(ax, image, NULL));
}

static struct fp_figure *
make_figure(size_t i)
{
    struct fp_figure *fig = fp_figure_create(NULL);

    fp_figure_set_dpi(fig, figures[i].dpi);
    fp_figure_set_size_inches(fig, figures[i].inches[0], figures[i].inches[1]);
    for (int k = 0; k < PANELS_AT_MOST && figures[i].panels[k].rows > 0; k++)
        add_panel(fig, i, k);
    assert_int_equal(fp_figure_set_suptitle(fig, figures[i].suptitle), FP_OK);
    return fig;
}

/* A canvas on which texts are as large as they were in matplotlib. */
static enum fp_status
their_extents(struct fp__canvas *canvas, const struct fp__words *words, struct fp__extents *e)
{
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (texts[i].dpi != canvas->dpi || strcmp(texts[i].text, words->text) != 0 ||
            fabs(texts[i].points * canvas->dpi / 72 - words->size) > 1e-9)
            continue;
        *e = (struct fp__extents){texts[i].width, texts[i].ascent, texts[i].descent};
        return FP_OK;
    }
    fail_msg("matplotlib did not draw %s of %g pixels", words->text, words->size);
    return FP_ERR_ARGUMENT;
}

static struct fp__canvas
their_canvas(struct fp_figure *fig)
{
    static const struct fp__canvas_ops ops = {.extents = their_extents};
    struct fp__canvas canvas = {.ops = &ops, .ctx = fig->base.ctx, .dpi = fig->body->dpi};

    fp_figure_get_size_pixels(fig, &canvas.width, &canvas.height);
    return canvas;
}

/* How far margins are from those wanted, in pixels; gaps in pixels of a mean cell. */
static double
distance(const struct fp_figure *fig, size_t i)
{
    const struct fp_margins *is = &fig->body->margins, *wanted = &figures[i].margins;
    double width = figures[i].inches[0] * figures[i].dpi;
    double height = figures[i].inches[1] * figures[i].dpi;
    double cell_width = width * (wanted->right - wanted->left) / figures[i].panels[0].cols;
    double cell_height = height * (wanted->top - wanted->bottom) / figures[i].panels[0].rows;
    double worst = 0;

    worst = fmax(worst, fabs(is->left - wanted->left) * width);
    worst = fmax(worst, fabs(is->right - wanted->right) * width);
    worst = fmax(worst, fabs(is->bottom - wanted->bottom) * height);
    worst = fmax(worst, fabs(is->top - wanted->top) * height);
    worst = fmax(worst, fabs(is->wspace - wanted->wspace) * cell_width);
    return fmax(worst, fabs(is->hspace - wanted->hspace) * cell_height);
}

int
main(void)
{
    for (size_t i = 0; i < FIGURES; i++) {
        struct fp_figure *fig = make_figure(i);
        const struct fp_margins *w = &figures[i].margins, *m;
        struct fp__canvas canvas = their_canvas(fig); int status = fp__tight_layout(fig, &canvas);
        double W = figures[i].inches[0] * figures[i].dpi, H = figures[i].inches[1] * figures[i].dpi, pt = figures[i].dpi/72;
        m = &fig->body->margins;
        printf("%f ",distance(fig,i));printf("%2zu %d  %6.2f %6.2f %6.2f %6.2f  %7.4f %7.4f   (%.4f %.4f)\n", i, status, (m->left - w->left) * W/pt, (m->right - w->right) * W/pt,
        (m->bottom - w->bottom) * H/pt, (m->top - w->top) * H/pt, m->wspace - w->wspace, m->hspace - w->hspace, w->wspace, w->hspace);
        fp_unref(fig);
    }
}
