/* SPDX-License-Identifier: MIT */
/* template.c: parsing texts with words in braces. */
#include "cli/batch/template.h"

#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"

enum { LARGEST_FIELD = 64 };

enum {
    NAMES = 1 << FP__TEMPLATE_NAME,
    TITLES = 1 << FP__TEMPLATE_TITLE,
    PLOTS = 1 << FP__TEMPLATE_PLOT,
    BOTH = NAMES | TITLES,
    REPORTS = 1 << FP__TEMPLATE_REPORT
};

static const struct word {
    const char *name;
    unsigned kinds;    /* where it is known */
    const char *types; /* formats' types; NULL: takes no format */
} words[FP__WORDS] = {
    [FP__WORD_STEM] = {"stem", BOTH | PLOTS, NULL},
    [FP__WORD_DIR] = {"dir", NAMES, NULL},
    [FP__WORD_MEMBER] = {"member", BOTH | PLOTS, NULL},
    [FP__WORD_FRAME] = {"frame", BOTH, "dfe"},
    [FP__WORD_INDEX] = {"index", BOTH | PLOTS, "dfe"},
    [FP__WORD_VMIN] = {"vmin", TITLES, "fe"},
    [FP__WORD_VMAX] = {"vmax", TITLES, "fe"},
    [FP__WORD_MIN] = {"min", TITLES, "fe"},
    [FP__WORD_MAX] = {"max", TITLES, "fe"},
    [FP__WORD_TIME] = {"time", TITLES, "fe"},
    [FP__WORD_SHARD] = {"shard", REPORTS, "d"},
};

struct reader {
    struct fp__template *tmpl;
    const char *option;
    const char *text;
    const char *at;
    enum fp__template_kind kind;
};

static struct fp__part *
add(struct reader *r, enum fp__word word)
{
    struct fp__part *part = &r->tmpl->parts[r->tmpl->count++];
    *part = (struct fp__part){.word = word, .precision = -1};
    return part;
}

/* Takes n bytes as they are. */
static void
take(struct reader *r, size_t n)
{
    struct fp__part *last = r->tmpl->count ? &r->tmpl->parts[r->tmpl->count - 1] : NULL;
    if (last && last->word == FP__WORD_LITERAL && last->text + last->length == r->at) {
        last->length += n;
    } else {
        struct fp__part *part = add(r, FP__WORD_LITERAL);
        part->text = r->at;
        part->length = n;
    }
    r->at += n;
}

static int
unknown_word(const struct reader *r, const char *name, size_t length)
{
    const char *known[FP__WORDS];
    size_t count = 0;
    struct fp_text list = {0};
    struct fp_text typed = {0};
    for (int i = 1; i < FP__WORDS; i++) {
        if (words[i].kinds & 1u << r->kind) {
            known[count++] = words[i].name;
            fp_text_append_format(&list, " {%s}", words[i].name);
        }
    }
    fp_text_append_bytes(&typed, name, length);
    const char *near = fp_text_nearest(fp_text_string(&typed), known, count);
    int code = fp__message_error(FP__EXIT_USAGE,
                                 "%s: unknown word {%s}" FP__AND_HINT
                                 "%s%s%sthe words are%s; a brace is written {{",
                                 r->option, fp_text_string(&typed), near ? "did you mean {" : "",
                                 near ? near : "", near ? "}? " : "", fp_text_string(&list));
    fp_text_finish(&list);
    fp_text_finish(&typed);
    return code;
}

static int
read_digits(const char **at)
{
    int value = 0;
    for (; **at >= '0' && **at <= '9'; ++*at)
        value = value <= LARGEST_FIELD ? value * 10 + (**at - '0') : value;
    return value;
}

/* [+][0][width][.precision][type], which must end where the brace closes. */
static bool
read_format(const char *at, const char *end, const char *types, struct fp__part *part)
{
    part->formatted = true;
    part->plus = *at == '+';
    at += part->plus;
    part->zeros = *at == '0';
    part->width = read_digits(&at);
    if (*at == '.') {
        const char *digits = ++at;
        part->precision = read_digits(&at);
        if (at == digits)
            return false;
    }
    if (at < end) {
        part->type = *at++;
        if (!strchr(types, part->type))
            return false;
    }
    bool real = part->type == 'f' || part->type == 'e';
    return at == end && part->width <= LARGEST_FIELD && part->precision <= LARGEST_FIELD &&
           (part->precision < 0 || real);
}

static int
bad_format(const struct reader *r, const char *open, const char *close)
{
    return fp__message_error(FP__EXIT_USAGE,
                             "%s: %.*s is no format that is known" FP__AND_HINT
                             "as in {frame:05}, {vmin:.2f}, {max:.3e}",
                             r->option, (int)(close - open < 100 ? close - open + 1 : 100), open);
}

static int
read_word(struct reader *r)
{
    const char *open = r->at;
    const char *close = strchr(open, '}');
    if (!close) {
        return fp__message_error(
            FP__EXIT_USAGE, "%s: a brace is not closed" FP__AND_HINT "a brace itself is written {{",
            r->option);
    }
    size_t inside = (size_t)(close - open) - 1;
    const char *colon = memchr(open, ':', inside + 1);
    size_t length = colon ? (size_t)(colon - open) - 1 : inside;
    int word = 1;
    while (word < FP__WORDS &&
           !(words[word].kinds & 1u << r->kind && strlen(words[word].name) == length &&
             memcmp(words[word].name, open + 1, length) == 0)) {
        word++;
    }
    if (word == FP__WORDS)
        return unknown_word(r, open + 1, length);
    struct fp__part *part = add(r, (enum fp__word)word);
    const char *types = words[word].types;
    if (colon && (!types || !read_format(colon + 1, close, types, part)))
        return bad_format(r, open, close);
    r->at = close + 1;
    return 0;
}

/* %d, %05d and %%, as in ffmpeg's names. */
static int
read_percent(struct reader *r)
{
    const char *at = r->at + 1;
    if (*at == '%') {
        r->at++;
        take(r, 1);
        return 0;
    }
    struct fp__part *part = add(r, FP__WORD_INDEX);
    part->formatted = *at >= '0' && *at <= '9';
    part->zeros = *at == '0';
    part->width = read_digits(&at);
    if (*at != 'd' || part->width > LARGEST_FIELD) {
        return fp__message_error(FP__EXIT_USAGE,
                                 "%s: a percent sign without a number's form" FP__AND_HINT
                                 "%%d and %%05d are the frame's number in the job, %%%% is a "
                                 "percent sign",
                                 r->option);
    }
    r->at = at + 1;
    return 0;
}

/* The length of $…$ at the beginning of the text, 0 when the $ stands alone. */
static size_t
math_length(const char *text)
{
    const char *end = text + 1;
    while (*end && *end != '$')
        end += *end == '\\' && end[1] ? 2 : 1;
    return *end ? (size_t)(end - text) + 1 : 0;
}

static int
read_part(struct reader *r)
{
    const char *at = r->at;
    bool doubled = at[0] == at[1];
    bool drawn = r->kind == FP__TEMPLATE_TITLE || r->kind == FP__TEMPLATE_PLOT;
    size_t math = drawn && *at == '$' ? math_length(at) : 0;
    if (math) {
        take(r, math);
    } else if (drawn && at[0] == '\\' && at[1] == '$') {
        take(r, 2);
    } else if ((*at == '{' || *at == '}') && doubled) {
        r->at++;
        take(r, 1);
    } else if (*at == '{') {
        return read_word(r);
    } else if (*at == '}') {
        return fp__message_error(FP__EXIT_USAGE,
                                 "%s: a brace closes that was not opened" FP__AND_HINT
                                 "a brace itself is written }}",
                                 r->option);
    } else if (*at == '%' && r->kind == FP__TEMPLATE_NAME) {
        return read_percent(r);
    } else {
        take(r, 1);
    }
    return 0;
}

int
fp__template_parse(struct fp__template *tmpl, const char *text, enum fp__template_kind kind,
                   const char *option)
{
    struct reader r = {tmpl, option, text, text, kind};
    tmpl->count = 0;
    tmpl->parts = fp_alloc_array(strlen(text) + 1, sizeof *tmpl->parts);
    if (!tmpl->parts)
        return fp__message_no_memory();
    int failed = 0;
    while (*r.at && !failed)
        failed = read_part(&r);
    return failed;
}

void
fp__template_finish(struct fp__template *tmpl)
{
    fp_free(tmpl->parts);
    memset(tmpl, 0, sizeof *tmpl);
}

bool
fp__template_has(const struct fp__template *tmpl, enum fp__word word)
{
    for (size_t i = 0; i < tmpl->count; i++) {
        if (tmpl->parts[i].word == word)
            return true;
    }
    return false;
}
