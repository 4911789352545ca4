/* SPDX-License-Identifier: MIT */
/* glyphs.c: every character of a job's texts, each looked up once. */
#include "cli/batch/glyphs.h"

#include <string.h>

#include "cli/batch/names.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/unicode.h"
#include "flatplot/output.h"

enum { CODES = 0x110000 };

/* Of ticks and of {frame}, {vmin} and their kin. */
static const char of_numbers[] = "0123456789.+-e\xe2\x88\x92"; /* U+2212, the minus sign of ticks */

struct collection {
    unsigned char *seen; /* a bit for each code */
    struct fp_text text; /* each character once */
};

/* The code of well-formed UTF-8, and its length. */
static unsigned
decode(const char *text, size_t *length)
{
    const unsigned char *c = (const unsigned char *)text;
    unsigned code = *c < 0x80 ? *c : *c < 0xe0 ? *c & 0x1fu : *c < 0xf0 ? *c & 0x0fu : *c & 0x07u;
    size_t n = *c < 0x80 ? 1 : *c < 0xe0 ? 2 : *c < 0xf0 ? 3 : 4;
    for (size_t i = 1; i < n; i++)
        code = code << 6 | (c[i] & 0x3fu);
    *length = n;
    return code;
}

static void
collect(struct collection *c, const char *text)
{
    size_t length;
    for (; *text; text += length) {
        unsigned code = decode(text, &length);
        if (code >= ' ' && !(c->seen[code / 8] & 1u << code % 8)) {
            c->seen[code / 8] |= (unsigned char)(1u << code % 8);
            fp_text_append_bytes(&c->text, text, length);
        }
    }
}

static void
append_label(const struct fp__template *label, const struct fp__input *input, struct fp_text *out)
{
    struct fp__values values = fp__values_of(&(struct fp__item){.input = input});
    struct fp_text bytes = {0};
    fp__template_render(label, &values, &bytes);
    fp__append_utf8(out, fp_text_string(&bytes), bytes.length);
    out->failed |= bytes.failed;
    fp_text_finish(&bytes);
}

void
fp__glyphs_append(const struct fp__template *labels, size_t n, const struct fp__input *input,
                  struct fp_text *out)
{
    fp_text_append(out, of_numbers);
    for (size_t i = 0; i < n; i++)
        append_label(&labels[i], input, out);
}

static void
collect_label(struct collection *c, const struct fp__template *label, const struct fp__input *input)
{
    struct fp_text text = {0};
    append_label(label, input, &text);
    collect(c, fp_text_string(&text));
    c->text.failed |= text.failed;
    fp_text_finish(&text);
}

static void
collect_all(struct collection *c, const struct fp__template *labels, size_t n,
            const struct fp__plan *plan)
{
    collect(c, of_numbers);
    for (size_t i = 0; i < n; i++) {
        bool differs = fp__template_has(&labels[i], FP__WORD_STEM);
        for (size_t k = 0; k < (differs ? plan->input_count : 1); k++)
            collect_label(c, &labels[i], &plan->inputs[k]);
    }
}

static int
check(struct fp_context *ctx, const char *text, bool warn)
{
    char missing[512];
    if (fp_missing_glyphs(ctx, text, missing, sizeof missing) != FP_OK)
        return fp__message_failure(ctx);
    if (*missing && warn)
        fp__message_warning("no installed font has %s; boxes are drawn instead (Korean: apt "
                            "install fonts-nanum)",
                            missing);
    if (!*missing || warn)
        return 0;
    return fp__message_error(FP__EXIT_INPUT,
                             "no installed font has these characters: %s" FP__AND_HINT
                             "install one (Korean: apt install fonts-nanum), or draw boxes with "
                             "--missing-glyphs warn",
                             missing);
}

/* Tells of what was collected, and frees it. */
static int
check_collected(struct collection *c, struct fp_context *ctx, bool warn)
{
    int code =
        c->text.failed ? fp__message_no_memory() : check(ctx, fp_text_string(&c->text), warn);
    fp_free(c->seen);
    fp_text_finish(&c->text);
    return code;
}

int
fp__glyphs_check_text(struct fp_context *ctx, const char *text, bool warn)
{
    struct collection c = {.seen = fp_alloc(CODES / 8)};
    if (!c.seen)
        return fp__message_no_memory();
    collect(&c, of_numbers);
    collect(&c, text);
    return check_collected(&c, ctx, warn);
}

int
fp__glyphs_check(const struct fp__template *labels, size_t n, const struct fp__plan *plan,
                 bool warn)
{
    struct collection c = {.seen = fp_alloc(CODES / 8)};
    if (!c.seen)
        return fp__message_no_memory();
    collect_all(&c, labels, n, plan);
    return check_collected(&c, plan->ctx, warn);
}
