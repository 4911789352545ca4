/* SPDX-License-Identifier: MIT */
/* template.h: text with words in braces, parsed once and filled in for every frame.
 *
 *   names           {stem} {dir} {member} {frame} {index}, %05d = {index:05}, %% = %
 *   titles, labels  {stem} {member} {frame} {index} {vmin} {vmax} {min} {max} {time};
 *                   what stands between two $ is mathematics and left alone
 *   of plots        {stem} {member} {index}, the same
 *   reports         {shard}
 *   all             {{ and }} are braces; formats as in {frame:05}, {vmin:.2f}, {max:.3e}
 *
 * The user's text never reaches printf. */
#ifndef CLI_BATCH_TEMPLATE_H
#define CLI_BATCH_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "flatplot/text.h"

enum fp__word {
    FP__WORD_LITERAL,
    FP__WORD_STEM,
    FP__WORD_DIR,
    FP__WORD_MEMBER,
    FP__WORD_FRAME,
    FP__WORD_INDEX,
    FP__WORD_VMIN,
    FP__WORD_VMAX,
    FP__WORD_MIN,
    FP__WORD_MAX,
    FP__WORD_TIME,
    FP__WORD_SHARD,
    FP__WORDS
};

enum fp__template_kind {
    FP__TEMPLATE_NAME,
    FP__TEMPLATE_TITLE,
    FP__TEMPLATE_PLOT,
    FP__TEMPLATE_REPORT
};

struct fp__part {
    enum fp__word word;
    const char *text; /* of a literal, inside the parsed text */
    size_t length;
    bool formatted; /* a format was given */
    bool plus;      /* + before numbers that are not negative */
    bool zeros;     /* fill up with zeros, not with spaces */
    int width;
    int precision; /* -1: none */
    char type;     /* 'd', 'f', 'e'; 0: as the value is */
};

struct fp__template {
    struct fp__part *parts;
    size_t count;
};

/* What the words stand for. Texts are not terminated by NUL. */
struct fp__values {
    const char *stem;
    size_t stem_length;
    const char *dir;
    size_t dir_length;
    const char *member; /* "" when there is none */
    size_t member_length;
    size_t frame;
    size_t index;
    size_t shard;    /* from 1 */
    int frame_width; /* digits of a {frame} without format; 0: as many as it needs */
    int index_width;
    int shard_width;
    double vmin;
    double vmax;
    double min;
    double max;
    double time;
};

/* Parses; the text must outlive the template. `option` names the text in messages. Returns 0 or an
 * exit code after saying what is wrong. fp__template_finish frees in both cases. */
int fp__template_parse(struct fp__template *tmpl, const char *text, enum fp__template_kind kind,
                       const char *option);
void fp__template_finish(struct fp__template *tmpl);

bool fp__template_has(const struct fp__template *tmpl, enum fp__word word);

/* Appends the text with every word filled in. Input names that are not UTF-8 keep their bytes. */
void fp__template_render(const struct fp__template *tmpl, const struct fp__values *values,
                         struct fp_text *out);

#endif
