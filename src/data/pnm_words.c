/* SPDX-License-Identifier: MIT */
/* pnm_words.c: the words of heads and of plain pictures. */
#include "data/pnm.h"

#include <string.h>

#include "core/status.h"

void
fp__pnm_words_begin(struct fp__pnm_words *words, struct fp__source *source, uint64_t offset,
                    size_t line)
{
    words->source = source;
    words->at = offset;
    words->most = 0;
    words->line = line;
    words->have = 0;
    words->used = 0;
}

uint64_t
fp__pnm_words_at(const struct fp__pnm_words *words)
{
    return words->at - (words->have - words->used);
}

/* The next byte, which stays; -1 at the end. Only what is there already is read of a pipe. */
static enum fp_status
peek(struct fp__pnm_words *words, int *byte)
{
    if (words->used == words->have) {
        size_t got = 0;
        enum fp_status status = fp__bytes_read_some(words->source->bytes, words->buffer, 1,
                                                    sizeof words->buffer, words->at, &got);

        if (status < 0) {
            return status;
        }
        words->at += got;
        words->have = got;
        words->used = 0;
    }
    *byte = words->used < words->have ? words->buffer[words->used] : -1;
    return FP_OK;
}

static void
pass(struct fp__pnm_words *words)
{
    words->line += words->buffer[words->used++] == '\n';
}

static bool
is_space(int byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Passes over white space and comments. */
static enum fp_status
pass_space(struct fp__pnm_words *words, int *byte)
{
    bool comment = false;
    enum fp_status status;

    while ((status = peek(words, byte)) == FP_OK && *byte >= 0) {
        comment = (comment || *byte == '#') && *byte != '\n' && *byte != '\r';
        if (!comment && !is_space(*byte)) {
            break;
        }
        if (words->most > 0 && fp__pnm_words_at(words) >= words->most) {
            return fp__fail(words->source->ctx, FP_ERR_INPUT,
                            "%s: the head of the picture is longer than %zu bytes, the most that "
                            "are read" FP__HINT "take the comments out of it",
                            words->source->path, words->source->limits.header);
        }
        pass(words);
    }
    return status;
}

enum fp_status
fp__pnm_word(struct fp__pnm_words *words, char word[FP__PNM_WORD_ROOM])
{
    size_t n = 0;
    int byte;
    enum fp_status status = pass_space(words, &byte);

    while (status == FP_OK && byte >= 0 && byte != '#' && !is_space(byte)) {
        if (n + 1 < FP__PNM_WORD_ROOM) {
            word[n++] = (char)byte;
        }
        pass(words);
        status = peek(words, &byte);
    }
    if (status == FP_OK && byte >= 0 && is_space(byte)) {
        pass(words);
    }
    word[n] = '\0';
    return status;
}

/* One digit; bits need nothing between them. */
static enum fp_status
read_bit(struct fp__pnm_words *words, char word[FP__PNM_WORD_ROOM])
{
    int byte;
    enum fp_status status = pass_space(words, &byte);

    word[0] = '\0';
    if (status == FP_OK && byte >= 0) {
        word[0] = (char)byte;
        word[1] = '\0';
        pass(words);
    }
    return status;
}

static bool
parse(const char *word, unsigned most, unsigned *value)
{
    *value = 0;
    for (; *word >= '0' && *word <= '9' && *value <= most; word++) {
        *value = *value * 10 + (unsigned)(*word - '0');
    }
    return *word == '\0' && *value <= most;
}

enum fp_status
fp__pnm_value(struct fp__pnm_words *words, unsigned most, bool bits, unsigned *value, bool *got)
{
    char word[FP__PNM_WORD_ROOM];
    size_t line = words->line;
    enum fp_status status = bits ? read_bit(words, word) : fp__pnm_word(words, word);

    *got = word[0] != '\0';
    if (status < 0 || !*got || parse(word, most, value)) {
        return status;
    }
    return fp__fail(words->source->ctx, FP_ERR_INPUT,
                    "%s: line %zu: \"%s\" is no whole number from 0 to %u" FP__HINT
                    "copy it again, or save it again with the program that made it",
                    words->source->path, line, word, most);
}
