/* SPDX-License-Identifier: MIT */
/* ticks.c: newlines, or lines that match. */
#include "cli/check/ticks.h"

#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"

int
fp__ticks_init(struct fp__ticks *ticks, const char *pattern)
{
    char reason[128];
    memset(ticks, 0, sizeof *ticks);
    if (!pattern)
        return 0;
    int error = regcomp(&ticks->pattern, pattern, REG_EXTENDED | REG_NOSUB);
    if (error) {
        regerror(error, &ticks->pattern, reason, sizeof reason);
        return fp__message_error(
            FP__EXIT_USAGE,
            "--tick-line: \"%s\" is no regular expression: %s" FP__AND_HINT
            "as for grep -E; a backslash before ( ) [ { * + ? takes it literally",
            pattern, reason);
    }
    ticks->by_line = true;
    return 0;
}

void
fp__ticks_finish(struct fp__ticks *ticks)
{
    if (ticks->by_line)
        regfree(&ticks->pattern);
    ticks->by_line = false;
}

static size_t
newlines(const char *bytes, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += bytes[i] == '\n';
    return count;
}

static bool
line_matches(struct fp__ticks *ticks, struct fp__line *line)
{
    line->text[line->length] = '\0';
    line->length = 0;
    return regexec(&ticks->pattern, line->text, 0, NULL, 0) == 0;
}

/* True when the byte ends a line that is a tick. */
static bool
take_byte(struct fp__ticks *ticks, struct fp__line *line, char byte)
{
    bool second_half = byte == '\n' && line->returned;
    line->returned = byte == '\r';
    if (second_half)
        return false;
    if (byte == '\n' || byte == '\r')
        return line_matches(ticks, line);
    if (line->length < sizeof line->text - 1)
        line->text[line->length++] = byte;
    return false;
}

size_t
fp__ticks_take(struct fp__ticks *ticks, int output, const char *bytes, size_t n)
{
    size_t count = 0;
    if (!ticks->by_line)
        count = newlines(bytes, n);
    for (size_t i = 0; ticks->by_line && i < n; i++)
        count += take_byte(ticks, &ticks->line[output], bytes[i]);
    ticks->count += count;
    return count;
}
