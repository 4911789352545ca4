/* SPDX-License-Identifier: MIT */
/* parse.c: the command line read by glibc's getopt_long from option tables.
 *
 * getopt_long is run in its "return in order" mode, so that argv[optind] is always the next word:
 * long names can then be checked before it sees them, which switches its abbreviations off. */
#include <getopt.h>
#include <limits.h>
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/option.h"
#include "flatplot/text.h"

/* Long options answer this plus their place in the tables; letters answer themselves. */
enum { FIRST_ROW = UCHAR_MAX + 1, WORD = 1 };

struct parser {
    struct fp_context *ctx;
    const struct fp__option_table *table;
    void *settings;
    struct fp__common *common;
    struct option *longs;
    const char **names;
    char *letters;
};

/* Row i of the verb's table followed by the common one; NULL past the end. */
static const struct fp__option *
row_at(const struct parser *p, size_t i)
{
    if (i < p->table->count)
        return &p->table->rows[i];
    i -= p->table->count;
    return i < fp__common_options.count ? &fp__common_options.rows[i] : NULL;
}

static size_t
row_count(const struct parser *p)
{
    return p->table->count + fp__common_options.count;
}

static bool
prepare(struct parser *p)
{
    size_t count = row_count(p);
    p->longs = fp_alloc_array(count + 1, sizeof *p->longs);
    p->names = fp_alloc_array(count, sizeof *p->names);
    p->letters = fp_alloc(2 * count + sizeof "-:");
    if (!p->longs || !p->names || !p->letters)
        return false;
    char *letter = strcpy(p->letters, "-:") + 2;
    for (size_t i = 0; i < count; i++) {
        const struct fp__option *row = row_at(p, i);
        int has = !row->argument  ? no_argument
                  : row->optional ? optional_argument
                                  : required_argument;
        p->names[i] = row->name;
        p->longs[i] = (struct option){row->name, has, NULL, FIRST_ROW + (int)i};
        if (row->letter) {
            *letter++ = row->letter;
            letter = row->argument ? strcpy(letter, ":") + 1 : letter;
        }
    }
    return true;
}

static const struct fp__option *
row_of_name(const struct parser *p, const char *name, size_t length)
{
    const struct fp__option *row;
    for (size_t i = 0; (row = row_at(p, i)); i++) {
        if (strlen(row->name) == length && memcmp(row->name, name, length) == 0)
            return row;
    }
    return NULL;
}

static const struct fp__option *
row_of_letter(const struct parser *p, int letter)
{
    const struct fp__option *row;
    for (size_t i = 0; (row = row_at(p, i)); i++) {
        if (row->letter == letter)
            return row;
    }
    return NULL;
}

static int
unknown_option(const struct parser *p, const char *name, size_t length)
{
    struct fp_text typed = {0};
    fp_text_append_bytes(&typed, name, length);
    const char *near = fp_text_nearest(fp_text_string(&typed), p->names, row_count(p));
    fp_text_finish(&typed);
    int shown = length < 200 ? (int)length : 200;
    return fp__message_error(FP__EXIT_USAGE, "unknown option --%.*s" FP__AND_HINT "%s%s%s", shown,
                             name, near ? "did you mean --" : "--help lists all options",
                             near ? near : "", near ? "?" : "");
}

/* Refuses what getopt_long would take for an abbreviation, and a value where there is none. */
static int
check_long(const struct parser *p, const char *word)
{
    if (!word || strncmp(word, "--", 2) != 0 || !word[2])
        return 0;
    size_t length = strcspn(word + 2, "=");
    const struct fp__option *row = row_of_name(p, word + 2, length);
    if (!row)
        return unknown_option(p, word + 2, length);
    if (word[2 + length] && !row->argument) {
        return fp__message_error(FP__EXIT_USAGE,
                                 "--%s takes no value" FP__AND_HINT "write --%s alone", row->name,
                                 row->name);
    }
    return 0;
}

static int
missing_value(const struct parser *p, int code)
{
    const struct fp__option *row =
        code >= FIRST_ROW ? row_at(p, (size_t)(code - FIRST_ROW)) : row_of_letter(p, code);
    return fp__message_error(FP__EXIT_USAGE,
                             "--%s needs a value" FP__AND_HINT "write --%s %s; --help tells more",
                             row->name, row->name, row->argument);
}

static int
take(const struct parser *p, int code, const char *value)
{
    const struct fp__option *row;
    char name[64];
    if (code >= FIRST_ROW) {
        row = row_at(p, (size_t)(code - FIRST_ROW));
        strcpy(name, "--");
        strncat(name, row->name, sizeof name - 3);
    } else {
        row = row_of_letter(p, code);
        memcpy(name, (char[3]){'-', (char)code}, 3);
    }
    bool common =
        row >= fp__common_options.rows && row < fp__common_options.rows + fp__common_options.count;
    char *base = common ? (char *)p->common : p->settings;
    struct fp__given given = {p->ctx, name, value};
    return row->read(&given, base + row->member);
}

static int
one_word(const struct parser *p, int code, const char *value)
{
    switch (code) {
    case WORD:
        p->common->inputs[p->common->input_count++] = value;
        return 0;
    case '?':
        return fp__message_error(FP__EXIT_USAGE,
                                 "unknown option -%c" FP__AND_HINT
                                 "-h shows the usual options; a file name after -- may begin "
                                 "with -",
                                 optopt);
    case ':':
        return missing_value(p, optopt);
    default:
        return take(p, code, value);
    }
}

static int
every_word(const struct parser *p, int argc, char **argv)
{
    int code;
    optind = 0; /* glibc: begin anew, whatever an earlier command line left */
    opterr = 0;
    for (int next = 1;; next = optind) {
        int failed = check_long(p, argv[next]);
        p->common->dashes = argv[next] && strcmp(argv[next], "--") == 0;
        if (failed)
            return failed;
        code = getopt_long(argc, argv, p->letters, p->longs, NULL);
        if (code == -1)
            break;
        failed = one_word(p, code, optarg);
        if (failed || p->common->help || p->common->version)
            return failed;
        if (code == WORD && p->table->first_word_ends)
            break;
    }
    size_t before = p->common->input_count + (code == WORD ? (size_t)(argc - optind) : 0);
    p->common->before_dashes = before;
    while (optind < argc)
        p->common->inputs[p->common->input_count++] = argv[optind++];
    return 0;
}

int
fp__options_parse(struct fp_context *ctx, const struct fp__option_table *table, int argc,
                  char **argv, void *settings, struct fp__common *common)
{
    struct parser p = {.ctx = ctx, .table = table, .settings = settings, .common = common};
    int code;
    common->inputs = fp_alloc_array((size_t)argc, sizeof *common->inputs);
    if (common->inputs && prepare(&p)) {
        code = every_word(&p, argc, argv);
    } else {
        code = fp__message_no_memory();
    }
    fp_free(p.longs);
    fp_free(p.names);
    fp_free(p.letters);
    return code;
}
