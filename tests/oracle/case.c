/* SPDX-License-Identifier: MIT */
/* case.c: one line of cases.txt in words. */
#include "oracle/case.h"

#include <stdlib.h>
#include <string.h>

#include "unit/support.h"

size_t
parts_split(struct words *parts, size_t room, const char *line)
{
    size_t n = 0;

    for (const char *end; line; line = end ? end + 3 : NULL) {
        size_t length = (end = strstr(line, " | ")) ? (size_t)(end - line) : strlen(line);
        char part[sizeof parts->text];

        assert_true(n < room && length < sizeof part);
        memcpy(part, line, length);
        part[length] = '\0';
        words_split(&parts[n++], part);
    }
    return n;
}

void
words_split(struct words *words, const char *line)
{
    words->n = 0;
    assert_true(strlen(line) < sizeof words->text);
    strcpy(words->text, line);
    for (char *word = strtok(words->text, " "); word; word = strtok(NULL, " ")) {
        char *equals = strchr(word, '=');

        assert_true(equals && words->n < sizeof words->key / sizeof *words->key);
        *equals = '\0';
        words->key[words->n] = word;
        words->value[words->n++] = equals + 1;
    }
}

const char *
words_get(const struct words *words, const char *key, const char *otherwise)
{
    for (size_t i = 0; i < words->n; i++)
        if (strcmp(words->key[i], key) == 0)
            return words->value[i];
    return otherwise;
}

bool
words_is(const struct words *words, const char *key, const char *value)
{
    return strcmp(words_get(words, key, ""), value) == 0;
}

double
words_number(const struct words *words, const char *key, double otherwise)
{
    const char *value = words_get(words, key, NULL);

    return value ? strtod(value, NULL) : otherwise;
}

size_t
numbers_read(const char *text, double *numbers, size_t room)
{
    size_t n = 0;

    while (n < room) {
        char *end;

        numbers[n++] = strtod(text, &end);
        if (*end != ',')
            break;
        text = end + 1;
    }
    return n;
}
