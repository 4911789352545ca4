/* SPDX-License-Identifier: MIT */
/* man.c: the manual page, from the tables of verbs and options: flatplot help --man. */
#include <string.h>

#include "cli/opt/stdout.h"
#include "cli/verbs/verb.h"
#include "flatplot/text.h"

/* Text as roff takes it: dashes that can be copied, and no line that looks like a request. */
static void
append_plain(struct fp_text *out, const char *text)
{
    for (const char *c = text; *c; c++) {
        bool begins = c == text || c[-1] == '\n';
        if (*c == '\\') {
            fp_text_append(out, "\\e");
        } else if (*c == '-') {
            fp_text_append(out, "\\-");
        } else {
            fp_text_append(out, begins && (*c == '.' || *c == '\'') ? "\\&" : "");
            fp_text_append_bytes(out, c, 1);
        }
    }
}

static void
append_line(struct fp_text *out, const char *request, const char *text)
{
    fp_text_append(out, request);
    append_plain(out, text);
    fp_text_append(out, "\n");
}

static void
append_option(struct fp_text *out, const struct fp__option *option)
{
    fp_text_append(out, ".TP\n\\fB");
    if (option->letter)
        fp_text_append_format(out, "\\-%c\\fR, \\fB", option->letter);
    append_plain(out, "--");
    append_plain(out, option->name);
    fp_text_append(out, "\\fR");
    if (option->argument) {
        fp_text_append(out, option->optional ? "[=\\fI" : " \\fI");
        append_plain(out, option->argument);
        fp_text_append(out, option->optional ? "\\fR]" : "\\fR");
    }
    fp_text_append(out, "\n");
    append_line(out, "", option->help);
}

static void
append_options(struct fp_text *out, const struct fp__option_table *table)
{
    for (size_t i = 0; i < table->count; i++)
        append_option(out, &table->rows[i]);
}

static void
append_verb(struct fp_text *out, const struct fp__verb *verb)
{
    append_line(out, ".SS ", verb->name);
    append_line(out, "", verb->summary);
    fp_text_append_format(out, ".PP\n.B flatplot %s\n", verb->name);
    append_line(out, "", verb->usage);
    append_options(out, &verb->options);
    if (verb->notes)
        append_line(out, ".PP\n", verb->notes);
    fp_text_append(out, ".PP\n.nf\n");
    for (int i = 0; i < 2; i++)
        append_line(out, "    ", verb->examples[i]);
    fp_text_append(out, ".fi\n");
}

void
fp__man_append(struct fp_text *out)
{
    const struct fp__verb *verb;
    fp_text_append(out, ".TH FLATPLOT 1 \"\" \"flatplot " FP_VERSION "\" \"User Commands\"\n"
                        ".SH NAME\nflatplot \\- arrays and columns to pictures, with memory that "
                        "stays flat\n"
                        ".SH SYNOPSIS\n.B flatplot\n.I VERB\n[OPTIONS] INPUT… \\-o OUTPUT\n"
                        ".SH VERBS\n");
    for (size_t i = 0; (verb = fp__verb_at(i)); i++)
        append_verb(out, verb);
    fp_text_append(out, ".SH OPTIONS OF EVERY VERB\n");
    append_options(out, &fp__common_options);
    append_line(out, ".SH EXIT STATUS\n", fp__exit_notes);
}
