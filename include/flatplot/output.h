/* SPDX-License-Identifier: MIT */
/* output.h: figures as pixels, as bytes, as files. */
#ifndef FLATPLOT_OUTPUT_H
#define FLATPLOT_OUTPUT_H

#include "flatplot/figure.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Draws the figure and gives its pixels: rows from the top, 4 bytes R, G, B, A a pixel, straight
 * alpha. With *rgba NULL a new buffer of width × height × 4 bytes is made, the caller's to fp_free;
 * else *rgba must hold that many (fp_figure_get_size_pixels tells). */
FP_API enum fp_status fp_figure_pixels(struct fp_figure *fig, uint8_t **rgba);

/* Takes n bytes of a file being written; any negative status stops the writing and is returned. It
 * must not draw or trim in the context whose bytes it is given. */
typedef enum fp_status (*fp_sink_fn)(void *data, const void *bytes, size_t n);

/* The formats: "png", and "png-reference", the same pixels through libpng, slower. NULL past the
 * last; names are also the file endings, in large letters or small. */
FP_API const char *fp_format_name(size_t i);

/* Draws the figure and writes it in that format through the sink. */
FP_API enum fp_status fp_figure_write(struct fp_figure *fig, const char *format, fp_sink_fn sink,
                                      void *data);

/* Draws the figure and writes it to a file whose ending names the format. The file appears whole
 * or not at all: it is written under a hidden temporary name in the same folder, locked, and
 * renamed. Devices, FIFOs and sockets are written directly; symbolic links are followed. */
FP_API enum fp_status fp_figure_save(struct fp_figure *fig, const char *path);

/* As fp_figure_save with the format by name, whatever the path's ending. */
FP_API enum fp_status fp_figure_save_as(struct fp_figure *fig, const char *format,
                                        const char *path);

/* The characters of `text` that no installed font has, as UTF-8, each once, separated by spaces,
 * in a buffer of `room` bytes that is always terminated ("" when there is a glyph for all).
 * FP_ERR_FONT when no font is installed at all. */
FP_API enum fp_status fp_missing_glyphs(struct fp_context *ctx, const char *text, char *missing,
                                        size_t room);

#ifdef __cplusplus
}
#endif
#endif
