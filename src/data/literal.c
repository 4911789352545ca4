/* SPDX-License-Identifier: MIT */
/* literal.c: tokens of a Python literal (The Python Language Reference, chapter 2). */
#include "data/literal.h"

#include <string.h>

enum { NOTHING = -1 };

static int
peek(const struct fp__literal *l, size_t ahead)
{
    return l->n - l->at > ahead ? l->bytes[l->at + ahead] : NOTHING;
}

static bool
is_digit(int c)
{
    return c >= '0' && c <= '9';
}

static bool
is_letter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static void
bad(struct fp__token *token, const char *why)
{
    token->kind = FP__TOKEN_BAD;
    strncpy(token->text, why, sizeof token->text - 1);
    token->text[sizeof token->text - 1] = '\0';
}

static void
put(struct fp__token *token, uint32_t character)
{
    if (token->length < sizeof token->text - 1) {
        token->text[token->length] =
            (char)(character >= 0x20 && character < 0x7f ? character : '?');
        token->text[token->length + 1] = '\0';
    }
    token->length++;
}

static int
hex_digit(int c)
{
    return is_digit(c)            ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : NOTHING;
}

/* \xhh, \uhhhh, \Uhhhhhhhh, behind the letter. */
static bool
read_hex(struct fp__literal *l, int digits, struct fp__token *token)
{
    uint32_t character = 0;

    for (int i = 0; i < digits; i++, l->at++) {
        int digit = hex_digit(peek(l, 0));

        if (digit == NOTHING) {
            bad(token, "an escape in a string lacks digits");
            return false;
        }
        character = character << 4 | (uint32_t)digit;
    }
    put(token, character);
    return true;
}

static void
read_octal(struct fp__literal *l, struct fp__token *token)
{
    uint32_t character = 0;

    for (int i = 0; i < 3 && peek(l, 0) >= '0' && peek(l, 0) <= '7'; i++, l->at++) {
        character = character << 3 | (uint32_t)(peek(l, 0) - '0');
    }
    put(token, character);
}

/* Behind a backslash. One that is not known stands for itself, as in Python. */
static bool
read_escape(struct fp__literal *l, struct fp__token *token)
{
    static const char simple[] = "\\\\''\"\"a\ab\bf\fn\nr\rt\tv\v";
    int c = peek(l, 0);

    if (c >= '0' && c <= '7') {
        read_octal(l, token);
        return true;
    }
    l->at++;
    if (c == 'x' || c == 'u' || c == 'U') {
        return read_hex(l, c == 'x' ? 2 : c == 'u' ? 4 : 8, token);
    }
    if (c == '\n') {
        return true;
    }
    for (size_t i = 0; i + 1 < sizeof simple; i += 2) {
        if (c == simple[i]) {
            put(token, (unsigned char)simple[i + 1]);
            return true;
        }
    }
    put(token, '\\');
    put(token, (uint32_t)c);
    return true;
}

static void
read_string(struct fp__literal *l, struct fp__token *token)
{
    int quote = peek(l, 0);
    int c;

    token->kind = FP__TOKEN_STRING;
    l->at++;
    while ((c = peek(l, 0)) != quote) {
        if (c == NOTHING || c == '\n' || (c == '\\' && peek(l, 1) == NOTHING)) {
            bad(token, "a string has no end");
            return;
        }
        l->at++;
        if (c != '\\') {
            put(token, (uint32_t)c);
        } else if (!read_escape(l, token)) {
            return;
        }
    }
    l->at++;
}

static void
read_integer(struct fp__literal *l, struct fp__token *token)
{
    size_t digits = 0;
    bool zero_first;

    token->kind = FP__TOKEN_INTEGER;
    if (peek(l, 0) == '-') {
        token->negative = true;
        l->at++;
    }
    zero_first = peek(l, 0) == '0';
    for (; is_digit(peek(l, 0)); l->at++, digits++) {
        uint64_t digit = (uint64_t)(peek(l, 0) - '0');

        token->huge = token->huge || __builtin_mul_overflow(token->value, 10, &token->value) ||
                      __builtin_add_overflow(token->value, digit, &token->value);
    }
    if (digits == 0 || (zero_first && digits > 1)) {
        bad(token, "a number is malformed");
        return;
    }
    if (peek(l, 0) == 'L' || peek(l, 0) == 'l') { /* Python 2's long */
        l->at++;
    }
    if (is_letter(peek(l, 0)) || is_digit(peek(l, 0)) || peek(l, 0) == '.') {
        bad(token, "a number is not a plain integer");
    }
}

static void
read_name(struct fp__literal *l, struct fp__token *token)
{
    token->kind = FP__TOKEN_NAME;
    for (; is_letter(peek(l, 0)) || is_digit(peek(l, 0)); l->at++) {
        put(token, (uint32_t)peek(l, 0));
    }
}

static void
read_token(struct fp__literal *l, struct fp__token *token)
{
    int c = peek(l, 0);
    bool unicode = (c == 'u' || c == 'U') && (peek(l, 1) == '\'' || peek(l, 1) == '"');

    if (c == NOTHING) {
        token->kind = FP__TOKEN_END;
    } else if (c != '\0' && strchr("{}()[],:", c)) {
        token->kind = FP__TOKEN_MARK;
        token->mark = (char)c;
        l->at++;
    } else if (c == '\'' || c == '"' || unicode) {
        l->at += unicode;
        read_string(l, token);
    } else if (is_digit(c) || c == '-') {
        read_integer(l, token);
    } else if (is_letter(c)) {
        read_name(l, token);
    } else {
        bad(token, "a character that belongs to no Python literal");
    }
}

void
fp__literal_next(struct fp__literal *literal, struct fp__token *token)
{
    while (peek(literal, 0) > 0 && strchr(" \t\r\n\f", peek(literal, 0))) {
        literal->at++;
    }
    *token = (struct fp__token){.begin = literal->at};
    read_token(literal, token);
    if (token->kind == FP__TOKEN_BAD) {
        literal->at = token->begin;
    }
    token->end = literal->at;
}

bool
fp__token_is(const struct fp__token *token, enum fp__token_kind kind, const char *text)
{
    return token->kind == kind && token->length == strlen(text) && strcmp(token->text, text) == 0;
}
