/* SPDX-License-Identifier: MIT */
/* first_figure.c: a loop of pictures through the library: draw, save, clear, and see that nothing
 * is left.
 *
 *     first_figure FOLDER */
#include <math.h>
#include <stdio.h>

#include <flatplot/flatplot.h>

enum { FRAMES = 10, SIDE = 64 };

static struct fp_array *
make_frame(int t)
{
    static double values[SIDE][SIDE];
    const size_t shape[2] = {SIDE, SIDE};
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, shape);

    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
            values[y][x] = sin(x * .2 + t) * cos(y * .2);
    return fp_array_copy(NULL, values, &layout);
}

static int
draw_frame(int t, const char *folder)
{
    struct fp_array *frame = make_frame(t);
    struct fp_text text = {0};
    enum fp_status status = FP_ERR_MEMORY;

    if (frame && plt_imshow(frame, NULL) && plt_colorbar()) {
        fp_text_append_format(&text, "t = %d", t);
        plt_title(fp_text_string(&text));
        fp_text_clear(&text);
        fp_text_append_format(&text, "%s/%02d.png", folder, t);
        status = plt_savefig(fp_text_string(&text));
    }
    plt_clf();
    fp_text_finish(&text);
    fp_unref(frame);
    return status == FP_OK;
}

int
main(int argc, char **argv)
{
    struct fp_memory_sample memory;

    if (argc != 2) {
        fprintf(stderr, "usage: first_figure FOLDER\n");
        return 2;
    }
    for (int t = 0; t < FRAMES; t++) {
        if (!draw_frame(t, argv[1])) {
            fprintf(stderr, "%s\n%s\n", fp_context_message(NULL), fp_context_hint(NULL));
            return 4;
        }
        if (fp_memory_sample(NULL, &memory) == FP_OK)
            printf("frame %d: %zu objects, %zu bytes\n", t, memory.objects, memory.door_bytes);
    }
    plt_close_all();
    return 0;
}
