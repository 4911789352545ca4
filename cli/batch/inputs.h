/* SPDX-License-Identifier: MIT */
/* inputs.h: which files a job reads, in which order, and how what is in them is cut into frames:
 * options that several verbs have. */
#ifndef CLI_BATCH_INPUTS_H
#define CLI_BATCH_INPUTS_H

#include "cli/opt/option.h"
#include "flatplot/frames.h"

enum fp__sort { FP__SORT_GIVEN, FP__SORT_NATURAL };

struct fp__list_choice {
    const char *file; /* of names; NULL: none */
    bool null;        /* names in it end in NUL, not in newlines */
    int sort;         /* enum fp__sort */
};

int fp__read_frame_axis(const struct fp__given *given, void *member);
int fp__read_channel_axis(const struct fp__given *given, void *member);
int fp__read_reshape(const struct fp__given *given, void *member);
int fp__read_sort(const struct fp__given *given, void *member);

/* Rows for a table of options, of a verb whose settings have a struct fp__list_choice `list`. */
#define FP__LIST_ROWS(settings)                                                                    \
    {.name = "files-from",                                                                         \
     .argument = "FILE",                                                                           \
     .read = fp__read_bytes,                                                                       \
     .member = offsetof(settings, list.file),                                                      \
     .help = "more inputs, one name a line; - is standard input"},                                 \
        {.name = "null",                                                                           \
         .letter = '0',                                                                            \
         .read = fp__read_flag,                                                                    \
         .member = offsetof(settings, list.null),                                                  \
         .help = "names in that file end in NUL: find … -print0 | flatplot … --files-from - -0"},  \
    {                                                                                              \
        .name = "sort", .argument = "ORDER", .read = fp__read_sort,                                \
        .member = offsetof(settings, list.sort),                                                   \
        .help = "order of the inputs: given, or natural, by name with numbers as numbers"          \
    }

/* And those of one that has a struct fp_frames_options `open`, too. */
#define FP__INPUT_ROWS(settings)                                                                   \
    {.name = "raw",                                                                                \
     .argument = "H,W:TYPE",                                                                       \
     .read = fp__read_bytes,                                                                       \
     .member = offsetof(settings, open.raw),                                                       \
     .help =                                                                                       \
         "inputs are values without a header: sizes and type of a frame or a stack of them, "      \
         "which may be there several times; 63,128,128:i2be, 480x640:f4, 256,256:<u2+16 (skip "    \
         "16 bytes)"},                                                                             \
        {.name = "frame-axis",                                                                     \
         .argument = "K",                                                                          \
         .read = fp__read_frame_axis,                                                              \
         .member = offsetof(settings, open.frame_axis),                                            \
         .help = "axis of the array that counts frames, from 0 or, negative, from the end; none "  \
                 "for one picture"},                                                               \
        {.name = "channel-axis",                                                                   \
         .argument = "K",                                                                          \
         .read = fp__read_channel_axis,                                                            \
         .member = offsetof(settings, open.channel_axis),                                          \
         .help = "axis of the 3 or 4 colours"},                                                    \
        {.name = "reshape",                                                                        \
         .argument = "H,W",                                                                        \
         .read = fp__read_reshape,                                                                 \
         .member = offsetof(settings, open.reshape),                                               \
         .help = "rows and columns of a frame, made from the axes that are left"},                 \
        FP__LIST_ROWS(settings)

/* The inputs of a job. */
struct fp__inputs {
    const char **paths;
    size_t count;
    char *listed; /* the file of names, in which some paths are */
};

/* Those of the command line, then those of the list, sorted if that is wanted. Returns 0 or an exit
 * code after saying what is wrong; `verb` names who has no input. fp__inputs_finish frees in both
 * cases. */
int fp__inputs_collect(struct fp__inputs *inputs, struct fp_context *ctx,
                       const struct fp__list_choice *list, const struct fp__common *common,
                       const char *verb);
void fp__inputs_finish(struct fp__inputs *inputs);

/* Orders names byte by byte, but digits as the numbers that they are: a2 before a10. */
int fp__natural_order(const char *a, const char *b);

#endif
