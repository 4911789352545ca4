/* SPDX-License-Identifier: MIT */
/* literal.h: the words of a Python literal, one at a time. */
#ifndef DATA_LITERAL_H
#define DATA_LITERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum fp__token_kind {
    FP__TOKEN_END,
    FP__TOKEN_MARK,    /* one of { } ( ) [ ] , : in `mark` */
    FP__TOKEN_STRING,  /* decoded, in `text` */
    FP__TOKEN_INTEGER, /* in `value`, `negative` and `huge` */
    FP__TOKEN_NAME,    /* True, False, None, anything that looks so; in `text` */
    FP__TOKEN_BAD      /* `text` says what is wrong */
};

struct fp__token {
    enum fp__token_kind kind;
    size_t begin; /* where it stands in the bytes */
    size_t end;
    char mark;
    bool negative;
    bool huge; /* above UINT64_MAX */
    uint64_t value;
    size_t length; /* of the whole string, of which text holds the beginning */
    char text[64]; /* printable ASCII; what is not stands as '?' */
};

struct fp__literal {
    const unsigned char *bytes;
    size_t n;
    size_t at;
};

/* Reads the next token. At the end, and after a bad one, it stays there. */
void fp__literal_next(struct fp__literal *literal, struct fp__token *token);

/* True for a string or name that is `text` and nothing more. */
bool fp__token_is(const struct fp__token *token, enum fp__token_kind kind, const char *text);

#endif
