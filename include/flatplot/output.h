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

/* The formats: "png", fast; "png-small", the same pixels and texts in 0.4 to 0.9 times the bytes,
 * by zlib's level 9 and the filters that are best for it: 640x480 pixels take a tenth of a second;
 * "png-reference", the same as libpng writes it by itself. All have 8 bits a channel: R, G, B, A
 * where the figure's face lets something through, else gray where all that is drawn is (of images
 * and meshes the whole map, whatever the values; arrays of colours are taken for coloured, and so
 * are texts in another font than DejaVu Sans), else R, G, B. NULL past the last; names are also the
 * file endings, in large letters or small. */
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

/* How a figure is written, for programs that keep account of it. Zeroed: as the calls above do. */
struct fp_write_options {
    const char *format; /* by name; NULL: as the file's ending says */
    bool crc;           /* find the pixels' CRC, which is another pass over them */
    bool keep;          /* a file that is there already stays: FP_ERR_OUTPUT */
};

/* What came of it. */
struct fp_written {
    uint32_t crc;     /* CRC-32 (fp_crc32) of the pixels as fp_figure_pixels gives them; else 0 */
    double drawing;   /* seconds from the figure to pixels */
    double encoding;  /* from pixels to bytes */
    double delivered; /* for the sink, or for the file until it was in place */
};

/* fp_figure_save and fp_figure_write with these options, `format` needed for the latter. */
FP_API enum fp_status fp_figure_save_with(struct fp_figure *fig, const char *path,
                                          const struct fp_write_options *options,
                                          struct fp_written *written);
FP_API enum fp_status fp_figure_write_with(struct fp_figure *fig, fp_sink_fn sink, void *data,
                                           const struct fp_write_options *options,
                                           struct fp_written *written);

/* A picture that is made row by row, for those that are larger than memory should be. */
struct fp_rows {
    int width; /* 1 … FP_MAX_SIDE pixels */
    int height;

    /* Fills in row y, of which there come 0, 1, 2 …: 3 bytes R, G, B a pixel. A negative status
     * stops the writing and is returned. It may draw in the context for which the rows are
     * written. */
    enum fp_status (*fill)(void *data, int y, uint8_t *rgb);
    void *data;

    const char *format; /* by name; NULL: "png" */
};

/* Writes the rows: to a file that appears as those of fp_figure_save do, or through the sink, at
 * most 1 MiB or a little more a call. It takes about 3 MB of memory, however high the picture is.
 * FP_ERR_LIMIT for a side that is too long, FP_ERR_ARGUMENT for a format that is not there. */
FP_API enum fp_status fp_rows_save(struct fp_context *ctx, const struct fp_rows *rows,
                                   const char *path);
FP_API enum fp_status fp_rows_write(struct fp_context *ctx, const struct fp_rows *rows,
                                    fp_sink_fn sink, void *data);

/* Writes n bytes as the whole new contents of a file, which appears as those of fp_figure_save
 * do. */
FP_API enum fp_status fp_file_write(struct fp_context *ctx, const char *path, const void *bytes,
                                    size_t n);

/* A file that grows line by line, such as a report, and stays open meanwhile. */
struct fp_lines;

/* Puts a file with that first line in place of what was there, as fp_file_write does, and leaves it
 * open. Devices, FIFOs and sockets are written directly; a FIFO that nobody reads is waited for, a
 * full one too, until `stop` (NULL: never) says so, asked a hundred times a second. *lines is set
 * also when it fails with FP_ERR_OUTPUT, unless there was no memory for it (initialise it to NULL):
 * for fp_lines_end. */
FP_API enum fp_status fp_lines_begin(struct fp_context *ctx, const char *path, const void *line,
                                     size_t n, bool (*stop)(void *data), void *stop_data,
                                     struct fp_lines **lines);

/* Adds a line of n bytes. When not all of it can be written (FP_ERR_OUTPUT), a file is cut back to
 * the lines before, and no more should be added. */
FP_API enum fp_status fp_lines_add(struct fp_lines *lines, const void *line, size_t n);

/* Whether that was because whoever read the lines went away, as `head` does. */
FP_API bool fp_lines_reader_left(const struct fp_lines *lines);

/* Closes and frees; NULL is fine. Some file systems say only now that they are full. */
FP_API enum fp_status fp_lines_end(struct fp_lines *lines);

/* Removes the hidden temporary file that a killed process may have left of writing `path`, unless
 * some process holds its lock. */
FP_API void fp_file_sweep(struct fp_context *ctx, const char *path);

/* Finds the text that a PNG file has under that key before its pixels, and copies it, with a NUL,
 * to `value`, which is left as it was when the file is not there, is no PNG, is not whole (it ends
 * before its end mark), or has no such text that fits: false. */
FP_API bool fp_png_text(struct fp_context *ctx, const char *path, const char *key, char *value,
                        size_t room);

/* Reads a whole regular file of at most `limit` bytes. *bytes, the caller's to fp_free, ends in a
 * NUL that *n does not count. FP_ERR_INPUT when it cannot be read or is larger. */
FP_API enum fp_status fp_file_read_all(struct fp_context *ctx, const char *path, size_t limit,
                                       char **bytes, size_t *n);

/* The same of anything that ends: also of a pipe, for whose end it waits, and of "-", standard
 * input. */
FP_API enum fp_status fp_file_read_stream(struct fp_context *ctx, const char *path, size_t limit,
                                          char **bytes, size_t *n);

/* CRC-32 of the names and versions of the fonts that `text`, UTF-8, is drawn with, in the order in
 * which they come: when it changes, pictures with such texts do. FP_ERR_FONT as below. */
FP_API enum fp_status fp_fonts_crc32(struct fp_context *ctx, const char *text, uint32_t *crc);

/* The characters of `text` that no installed font has, as UTF-8, each once, separated by spaces,
 * in a buffer of `room` bytes that is always terminated ("" when there is a glyph for all).
 * FP_ERR_FONT when no font is installed at all. */
FP_API enum fp_status fp_missing_glyphs(struct fp_context *ctx, const char *text, char *missing,
                                        size_t room);

/* How many pixels wide a line of text (UTF-8) is in a font of `size` pixels, which is points × dpi
 * / 72: above 0, at most FP_MAX_SIDE. FP_ERR_FONT as above. */
FP_API enum fp_status fp_text_width(struct fp_context *ctx, const char *text, double size,
                                    double *width);

#ifdef __cplusplus
}
#endif
#endif
