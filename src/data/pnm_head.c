/* SPDX-License-Identifier: MIT */
/* pnm_head.c: the heads of PBM, PGM, PPM and PFM pictures, as netpbm's manual has them (pbm(5),
 * pgm(5), ppm(5), pfm(5)). */
#include <math.h>
#include <string.h>

#include "core/status.h"
#include "data/pnm.h"
#include "flatplot/text.h"

static bool
is_kind(int c)
{
    return (c >= '1' && c <= '6') || c == 'f' || c == 'F';
}

/* A table whose first column is called P1 is told from a picture by what follows. */
bool
fp__pnm_sniff(const unsigned char *head, size_t n)
{
    size_t i = 2;

    if (n < 3 || head[0] != 'P' || !is_kind(head[1]) || !strchr("\t\n\v\f\r #", head[2])) {
        return false;
    }
    while (i < n && head[i] != '\0' && strchr("\t\n\v\f\r ", head[i])) {
        i++;
    }
    return i == n || head[i] == '#' || (head[i] >= '0' && head[i] <= '9');
}

bool
fp__pnm_is_plain(const struct fp__pnm_head *head)
{
    return head->kind >= '1' && head->kind <= '3';
}

static enum fp_status
fail(const struct fp__source *source, const char *what, const char *word)
{
    if (word[0] == '\0') {
        return fp__fail(source->ctx, FP_ERR_INPUT,
                        "%s: the head of the picture is truncated: its %s is missing" FP__HINT
                        "it was not written or copied to its end",
                        source->path, what);
    }
    return fp__fail(source->ctx, FP_ERR_INPUT,
                    "%s: the %s in the head of the picture is \"%s\"" FP__HINT
                    "copy it again, or save it again with the program that made it",
                    source->path, what, word);
}

/* A whole number from 1 to `most`. */
static enum fp_status
read_size(struct fp__pnm_words *words, const char *what, size_t most, size_t *size)
{
    char word[FP__PNM_WORD_ROOM];
    enum fp_status status = fp__pnm_word(words, word);
    size_t n = 0;
    const char *c;

    if (status < 0) {
        return status;
    }
    for (c = word; *c >= '0' && *c <= '9' && n <= most; c++) {
        n = n * 10 + (size_t)(*c - '0');
    }
    if (*c != '\0' || n < 1 || n > most) {
        return fail(words->source, what, word);
    }
    *size = n;
    return FP_OK;
}

/* PFM: a factor that is not applied, negative when the least significant byte comes first. */
static enum fp_status
read_scale(struct fp__pnm_words *words, struct fp__pnm_head *head)
{
    char word[FP__PNM_WORD_ROOM];
    enum fp_status status = fp__pnm_word(words, word);
    const char *end;
    double scale;

    if (status < 0) {
        return status;
    }
    if (!fp_number_parse(word, &end, &scale) || *end != '\0' || !isfinite(scale) || scale == 0) {
        return fail(words->source, "scale", word);
    }
    head->big_endian = scale > 0;
    return FP_OK;
}

static enum fp_status
read_rest(struct fp__pnm_words *words, struct fp__pnm_head *head)
{
    size_t most = 1;
    enum fp_status status = read_size(words, "width", UINT32_MAX, &head->width);

    if (status == FP_OK) {
        status = read_size(words, "height", UINT32_MAX, &head->height);
    }
    if (status < 0) {
        return status;
    }
    if (head->kind == 'f' || head->kind == 'F') {
        return read_scale(words, head);
    }
    if (head->kind != '1' && head->kind != '4') {
        status = read_size(words, "greatest value", UINT16_MAX, &most);
    }
    head->most = (unsigned)most;
    return status;
}

static enum fp_status
check_pixels(const struct fp__source *source, const struct fp__pnm_head *head)
{
    if (fp__pixels_fit(&source->limits, head->width, head->height)) {
        return FP_OK;
    }
    return fp__fail(source->ctx, FP_ERR_INPUT,
                    "%s: is a picture of %zux%zu pixels; %zu are the most that are read" FP__HINT
                    "a damaged head asks for too much memory; if this one is right, cut it into "
                    "parts",
                    source->path, head->width, head->height, source->limits.pixels);
}

enum fp_status
fp__pnm_head_read(struct fp__source *source, uint64_t offset, struct fp__pnm_head *head)
{
    struct fp__pnm_words words;
    char word[FP__PNM_WORD_ROOM];
    enum fp_status status;

    fp__pnm_words_begin(&words, source, offset, 1);
    words.most = offset + source->limits.header;
    status = fp__pnm_word(&words, word);
    if (status < 0) {
        return status;
    }
    if (word[0] != 'P' || !is_kind((unsigned char)word[1]) || word[2] != '\0') {
        return fail(source, "kind", word);
    }
    *head = (struct fp__pnm_head){.kind = word[1]};
    head->channels = strchr("36F", head->kind) ? 3 : 1;
    status = read_rest(&words, head);
    head->begin = fp__pnm_words_at(&words);
    head->line = words.line;
    return status < 0 ? status : check_pixels(source, head);
}
