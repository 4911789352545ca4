/* SPDX-License-Identifier: MIT */
/* pnm.h: what stands at the head of netpbm's pictures (PBM, PGM, PPM) and of PFM's. */
#ifndef DATA_PNM_H
#define DATA_PNM_H

#include "data/reader.h"

struct fp__pnm_head {
    char kind; /* '1' … '6', 'f' or 'F', as after the P */
    size_t width;
    size_t height;
    size_t channels;
    unsigned most;   /* the greatest value, 1 for bits; 0 for floats */
    bool big_endian; /* floats stand most significant byte first */
    uint64_t begin;  /* where the pixels begin … */
    size_t line;     /* … and in which line, from 1 */
};

/* Whether these n bytes begin such a picture. */
bool fp__pnm_sniff(const unsigned char *head, size_t n);

/* True for kinds that are written out as words. */
bool fp__pnm_is_plain(const struct fp__pnm_head *head);

/* Reads the head of the picture at the offset. */
enum fp_status fp__pnm_head_read(struct fp__source *source, uint64_t offset,
                                 struct fp__pnm_head *head);

/* --- Words ------------------------------------------------------------------------------------ */

/* Words of a text, with white space and # comments between them. */
struct fp__pnm_words {
    struct fp__source *source;
    uint64_t at;   /* behind what is in `buffer` */
    uint64_t most; /* where white space and comments must have ended; 0: anywhere */
    size_t line;   /* of the next byte, from 1 */
    size_t have;
    size_t used;
    unsigned char buffer[4096];
};

void fp__pnm_words_begin(struct fp__pnm_words *words, struct fp__source *source, uint64_t offset,
                         size_t line);

/* The offset of the next byte. */
uint64_t fp__pnm_words_at(const struct fp__pnm_words *words);

#define FP__PNM_WORD_ROOM 32

/* The next word, "" at the end; one that is too long is cut off. The one white space after it is
 * passed over. */
enum fp_status fp__pnm_word(struct fp__pnm_words *words, char word[FP__PNM_WORD_ROOM]);

/* The next number of a plain raster, at most `most`; with `bits` each digit is one. *got is false
 * at the end. */
enum fp_status fp__pnm_value(struct fp__pnm_words *words, unsigned most, bool bits, unsigned *value,
                             bool *got);

#endif
