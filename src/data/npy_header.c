/* SPDX-License-Identifier: MIT */
/* npy_header.c: the dictionary at the head of a .npy file (NEP 1, "A Simple File Format for NumPy
 * Arrays"). Nothing in it nests, so nothing here recurses. */
#include "data/npy_header.h"

#include <stdint.h>
#include <string.h>

#include "core/status.h"
#include "data/dtype.h"
#include "data/layout.h"
#include "data/literal.h"
#include "data/npy_type.h"

enum key { DESCR = 1, FORTRAN_ORDER = 2, SHAPE = 4, ALL_KEYS = 7 };

struct parser {
    struct fp_context *ctx;
    const char *path;
    struct fp__literal literal;
    struct fp__token token; /* the one being looked at */
    unsigned seen;          /* keys */
    struct fp__npy_header *header;
};

static void
advance(struct parser *p)
{
    fp__literal_next(&p->literal, &p->token);
}

static enum fp_status
damaged(const struct parser *p, const char *why)
{
    return fp__fail(p->ctx, FP_ERR_INPUT,
                    "%s: the .npy header is damaged: byte %zu: %s" FP__HINT
                    "write the file again: np.save(f, a)",
                    p->path, p->token.begin, p->token.kind == FP__TOKEN_BAD ? p->token.text : why);
}

static bool
at_mark(const struct parser *p, char mark)
{
    return p->token.kind == FP__TOKEN_MARK && p->token.mark == mark;
}

/* The shape as it is written in the header, for messages. */
static enum fp_status
bad_shape(const struct parser *p, size_t begin, const char *why)
{
    int length = p->token.end - begin < 200 ? (int)(p->token.end - begin) : 200;

    return fp__fail(p->ctx, FP_ERR_INPUT,
                    "%s: the shape %.*s %s" FP__HINT "write the file again: np.save(f, a)", p->path,
                    length, (const char *)p->literal.bytes + begin, why);
}

static enum fp_status
parse_descr(struct parser *p)
{
    if (at_mark(p, '[')) {
        return fp__npy_type_fail_records(p->ctx, p->path);
    }
    if (p->token.kind != FP__TOKEN_STRING) {
        return damaged(p, "descr is not a string");
    }
    return fp__npy_type_parse(p->ctx, p->path, &p->token, &p->header->layout);
}

static enum fp_status
parse_fortran_order(struct parser *p)
{
    bool yes = fp__token_is(&p->token, FP__TOKEN_NAME, "True");

    if (!yes && !fp__token_is(&p->token, FP__TOKEN_NAME, "False")) {
        return damaged(p, "fortran_order is neither True nor False");
    }
    p->header->fortran = yes;
    return FP_OK;
}

static enum fp_status
add_size(struct parser *p, bool *negative, bool *huge)
{
    struct fp_layout *layout = &p->header->layout;

    if (p->token.kind != FP__TOKEN_INTEGER) {
        return damaged(p, "the shape is not a tuple of integers");
    }
    if (layout->ndim == FP_MAX_NDIM) {
        return fp__fail(p->ctx, FP_ERR_INPUT,
                        "%s: the array has more than %d axes" FP__HINT
                        "reshape it: np.save(f, a.reshape(n, h, w))",
                        p->path, FP_MAX_NDIM);
    }
    *negative = *negative || (p->token.negative && p->token.value > 0);
    *huge = *huge || p->token.huge || p->token.value > SIZE_MAX;
    layout->shape[layout->ndim++] = (size_t)p->token.value;
    return FP_OK;
}

/* "()", "(3,)", "(3, 4)", "(3, 4,)"; "(3)" is a number in Python. */
static enum fp_status
parse_shape(struct parser *p)
{
    size_t begin = p->token.begin;
    bool negative = false;
    bool huge = false;
    bool comma = false;

    if (!at_mark(p, '(')) {
        return damaged(p, "the shape is not a tuple");
    }
    advance(p);
    while (!at_mark(p, ')')) {
        enum fp_status status = add_size(p, &negative, &huge);

        if (status < 0) {
            return status;
        }
        advance(p);
        comma = at_mark(p, ',');
        if (comma) {
            advance(p);
        } else if (!at_mark(p, ')')) {
            return damaged(p, "a comma is missing in the shape");
        }
    }
    if (p->header->layout.ndim == 1 && !comma) {
        return damaged(p, "the shape is not a tuple");
    }
    if (negative) {
        return bad_shape(p, begin, "has a negative size");
    }
    return huge ? bad_shape(p, begin, "is larger than any memory") : FP_OK;
}

static enum key
find_key(const struct fp__token *token)
{
    if (fp__token_is(token, FP__TOKEN_STRING, "descr")) {
        return DESCR;
    }
    if (fp__token_is(token, FP__TOKEN_STRING, "fortran_order")) {
        return FORTRAN_ORDER;
    }
    return fp__token_is(token, FP__TOKEN_STRING, "shape") ? SHAPE : 0;
}

static enum fp_status
parse_pair(struct parser *p)
{
    enum key key = find_key(&p->token);
    enum fp_status status;

    if (!key) {
        return damaged(p, p->token.kind == FP__TOKEN_STRING ? "an unknown key"
                                                            : "a key is not a string");
    }
    if (p->seen & key) {
        return damaged(p, "a key stands there twice");
    }
    p->seen |= key;
    advance(p);
    if (!at_mark(p, ':')) {
        return damaged(p, "a colon is missing");
    }
    advance(p);
    status = key == DESCR           ? parse_descr(p)
             : key == FORTRAN_ORDER ? parse_fortran_order(p)
                                    : parse_shape(p);
    advance(p);
    return status;
}

static enum fp_status
parse_dictionary(struct parser *p)
{
    advance(p);
    if (!at_mark(p, '{')) {
        return damaged(p, "it is not a dictionary");
    }
    for (advance(p); !at_mark(p, '}'); advance(p)) {
        enum fp_status status = parse_pair(p);

        if (status < 0) {
            return status;
        }
        if (at_mark(p, '}')) {
            break;
        }
        if (!at_mark(p, ',')) {
            return damaged(p, "a comma or a closing brace is missing");
        }
    }
    if (p->seen != ALL_KEYS) {
        return damaged(p, !(p->seen & DESCR)           ? "the key descr is missing"
                          : !(p->seen & FORTRAN_ORDER) ? "the key fortran_order is missing"
                                                       : "the key shape is missing");
    }
    advance(p);
    return p->token.kind == FP__TOKEN_END ? FP_OK : damaged(p, "something follows the dictionary");
}

enum fp_status
fp__npy_header_parse(struct fp_context *ctx, const char *path, const unsigned char *text, size_t n,
                     struct fp__npy_header *header)
{
    struct fp__npy_header found = {0};
    struct parser p = {.ctx = ctx, .path = path, .literal = {text, n, 0}, .header = &found};
    char shape[FP__SHAPE_ROOM];
    enum fp_status status = parse_dictionary(&p);

    if (status < 0) {
        return status;
    }
    found.bytes = fp_layout_pack(&found.layout, found.fortran);
    if (found.bytes == SIZE_MAX) {
        fp__shape_format(found.layout.ndim, found.layout.shape, shape);
        return fp__fail(ctx, FP_ERR_INPUT,
                        "%s: the shape %s is larger than any memory" FP__HINT
                        "write the file again: np.save(f, a)",
                        path, shape);
    }
    *header = found;
    return FP_OK;
}
