/* SPDX-License-Identifier: MIT */
/* terminal.c: draw → text → write, at the size of the terminal. */
#include "cli/show/terminal.h"

#include <math.h>
#include <unistd.h>

#include "cli/exit.h"
#include "cli/opt/clock.h"
#include "cli/opt/message.h"
#include "cli/opt/signals.h"
#include "cli/opt/stdout.h"
#include "cli/show/frame.h"
#include "cli/show/halves.h"
#include "flatplot/output.h"

struct size {
    size_t width, height; /* pixels, of which a character holds two */
};

/* The last line is the prompt's. */
static struct size
room(void)
{
    size_t columns;
    size_t rows;
    if (!fp__stdout_screen(&columns, &rows) || rows < 2)
        return (struct size){80, 2 * (24 - 1)};
    return (struct size){columns, 2 * (rows - 1)};
}

/* A value becomes a whole number of pixels, or less than one. */
static struct size
fit(const struct fp__input *input, struct size room)
{
    double scale = fmin((double)room.width / (double)input->width,
                        (double)room.height / (double)input->height);
    scale = scale >= 1 ? floor(scale) : scale;
    return (struct size){(size_t)fmax(round(scale * (double)input->width), 1),
                         (size_t)fmax(round(scale * (double)input->height), 1)};
}

static int
draw(struct fp__plan *plan, struct fp__drawing *drawing, size_t index, struct size *size)
{
    const struct fp__settings *given = drawing->settings;
    struct fp__settings sized = *given;
    struct fp__item item = fp__plan_item(plan, index);
    *size = fp__drawing_fits_data(given) ? fit(item.input, room()) : *size;
    sized.pixels[0] = (int)size->width;
    sized.pixels[1] = (int)size->height;
    if (fp_figure_set_size_pixels(drawing->figure, sized.pixels[0], sized.pixels[1]) != FP_OK)
        return fp__message_failure(plan->ctx);
    drawing->settings = &sized;
    int code = fp__frame_draw(plan, drawing, index);
    drawing->settings = given;
    return code;
}

static int
write_picture(struct fp__drawing *drawing, struct size size, struct fp_text *out)
{
    uint8_t *rgba = NULL;
    if (fp_figure_pixels(drawing->figure, &rgba) != FP_OK)
        return fp__message_failure(drawing->ctx);
    fp__halves_append(out, rgba, size.width, size.height);
    fp_free(rgba);
    if (out->failed)
        return fp__message_no_memory();
    return fp__stdout_write(fp_text_string(out), out->length) ? 0 : FP__EXIT_OUTPUT;
}

/* The next frame begins where this one did. */
static void
go_back(struct fp_text *out, struct size size, double until)
{
    fp_text_append_format(out, "\x1b[%zuA", (size.height + 1) / 2);
    for (double left; (left = until - fp__seconds()) > 0 && !fp__signals_came();)
        usleep((useconds_t)(1e6 * fmin(left, .1)));
}

int
fp__terminal_run(struct fp__plan *plan, struct fp__drawing *drawing, double fps)
{
    struct size size = {0};
    struct fp_text out = {0};
    int code = 0;
    int pixels[2];
    fp_figure_get_size_pixels(drawing->figure, &pixels[0], &pixels[1]);
    size = (struct size){(size_t)pixels[0], (size_t)pixels[1]};
    for (size_t i = 0; i < plan->total && !code; i++) {
        double began = fp__seconds();
        code = draw(plan, drawing, i, &size);
        code = code ? code : write_picture(drawing, size, &out);
        fp_text_clear(&out);
        if (!code && i + 1 < plan->total && fp__stdout_is_terminal())
            go_back(&out, size, began + 1 / fps);
        if (!code && fp__signals_came())
            code = FP__EXIT_SIGNAL + fp__signals_came();
    }
    fp_text_finish(&out);
    return code;
}
