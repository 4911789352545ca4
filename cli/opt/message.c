/* SPDX-License-Identifier: MIT */
/* message.c: what the tool says, on standard error, without asking for memory. */
#include "cli/opt/message.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/exit.h"

enum { LINE_ROOM = FP__LINE_ROOM };

static struct {
    bool quiet;
    bool bar;              /* the bar stands in the terminal's last line */
    struct fp__said *said; /* where the first error goes; NULL: it is written */
} console;

/* A standard error that takes nothing has nobody left to tell. */
static void
emit(const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t wrote = write(STDERR_FILENO, bytes, n);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return;
        bytes += wrote;
        n -= (size_t)wrote;
    }
}

/* Control characters, also those that UTF-8 writes as 0xc2 0x80 … 0x9f. */
static void
sanitize(char *text)
{
    for (unsigned char *c = (unsigned char *)text; *c; c++) {
        if (*c < 0x20 || *c == 0x7f) {
            *c = '?';
        } else if (*c == 0xc2 && c[1] >= 0x80 && c[1] < 0xa0) {
            c[0] = c[1] = '?';
        }
    }
}

/* One line in one write, so that lines of processes that share the terminal do not mix. */
static void
emit_line(const char *prefix, char *text)
{
    char line[LINE_ROOM + 64];
    fp__message_bar(NULL);
    sanitize(text);
    int n = snprintf(line, sizeof line, "%s%s\n", prefix, text);
    emit(line, (size_t)n < sizeof line ? (size_t)n : sizeof line - 1);
}

void
fp__message_begin(void)
{
    memset(&console, 0, sizeof console);
}

void
fp__message_quiet(void)
{
    console.quiet = true;
}

static void
emit_error(char *message, char *hint)
{
    emit_line("flatplot: ", message);
    if (*hint)
        emit_line("  hint: ", hint);
}

/* `text` is the message and, behind a NUL, the hint. */
static void
take_error(char *text, size_t length)
{
    struct fp__said *said = console.said;
    if (!said) {
        emit_error(text, text + strlen(text) + 1);
    } else if (said->length == 0) {
        said->length = length;
        memcpy(said->text, text, length);
    }
}

/* The part before the mark is printed by itself: the mark may also be in a file's name. */
int
fp__message_error(int code, const char *format, ...)
{
    char front[512];
    char text[LINE_ROOM];
    va_list args;
    assert(strlen(format) < sizeof front);
    snprintf(front, sizeof front, "%.*s", (int)strcspn(format, FP__AND_HINT), format);
    va_start(args, format);
    int message = vsnprintf(text, sizeof text, front, args);
    va_end(args);
    va_start(args, format);
    int all = vsnprintf(text, sizeof text - 1, format, args);
    va_end(args);
    size_t length = (size_t)all < sizeof text - 1 ? (size_t)all : sizeof text - 2;
    if ((size_t)message < length)
        text[message] = 0;
    text[length + 1] = 0; /* a message without a hint ends here, too */
    take_error(text, length + 2);
    return code;
}

void
fp__message_keep(struct fp__said *said)
{
    console.said = said;
    if (said)
        said->length = 0;
}

int
fp__message_said(int code, const struct fp__said *said)
{
    char text[LINE_ROOM];
    if (said->length > 0) {
        memcpy(text, said->text, said->length);
        take_error(text, said->length);
    }
    return code;
}

int
fp__message_failure(struct fp_context *ctx)
{
    enum fp_status status = fp_context_status(ctx);
    return fp__message_error(fp__exit_code(status), "%s" FP__AND_HINT "%s", fp_context_message(ctx),
                             fp_context_hint(ctx));
}

int
fp__message_no_memory(void)
{
    return fp__message_error(FP__EXIT_OUTPUT,
                             "out of memory" FP__AND_HINT
                             "end other programs, or give the job fewer inputs at a time");
}

static void
emit_formatted(const char *prefix, const char *format, va_list args)
{
    char text[LINE_ROOM];
    vsnprintf(text, sizeof text, format, args);
    emit_line(prefix, text);
}

void
fp__message_warning(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    if (!console.quiet)
        emit_formatted("flatplot: warning: ", format, args);
    va_end(args);
}

void
fp__message_note(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    if (!console.quiet)
        emit_formatted("", format, args);
    va_end(args);
}

void
fp__message_line(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    emit_formatted("", format, args);
    va_end(args);
}

void
fp__message_library_warning(void *data, enum fp_warning kind, const char *message)
{
    (void)data;
    if (kind != FP_WARN_MISSING_GLYPHS) /* batch/glyphs looked at all texts, and said so */
        fp__message_warning("%s", message);
}

void
fp__message_text(const char *text)
{
    emit(text, strlen(text));
}

void
fp__message_bar(const char *text)
{
    char line[LINE_ROOM];
    if ((text && console.quiet) || (!text && !console.bar))
        return;
    /* Erase the line; write the new one without wrapping, which could not be erased. */
    int n = snprintf(line, sizeof line, text ? "\r\x1b[K\x1b[?7l%s\x1b[?7h" : "\r\x1b[K%s",
                     text ? text : "");
    emit(line, (size_t)n < sizeof line ? (size_t)n : sizeof line - 1);
    console.bar = text;
}

bool
fp__message_on_terminal(void)
{
    return isatty(STDERR_FILENO);
}
