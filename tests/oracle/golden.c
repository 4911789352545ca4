/* SPDX-License-Identifier: MIT */
/* golden.c: reads numbers.txt and pixels.bin. */
#include "oracle/golden.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "unit/support.h"

void
golden_open(struct golden *golden)
{
    *golden = (struct golden){0};
    golden->numbers = read_file(SOURCE_DIR "/tests/oracle/numbers.txt", NULL);
    golden->bytes = read_file(SOURCE_DIR "/tests/oracle/pixels.bin", &golden->size);
    golden->next = golden->numbers;
}

void
golden_close(struct golden *golden)
{
    free(golden->numbers);
    free(golden->bytes);
    free(golden->unpacked);
    *golden = (struct golden){0};
}

/* Cuts the line at `at` off what follows and splits it at its first tab. */
static char *
take_line(char *at, const char **key, const char **value)
{
    char *end = strchr(at, '\n'), *tab;

    assert_non_null(end);
    *end = '\0';
    tab = strchr(at, '\t');
    if (tab)
        *tab = '\0';
    *key = at;
    *value = tab ? tab + 1 : "";
    return end + 1;
}

bool
golden_next(struct golden *golden)
{
    const char *key;

    if (*golden->next == '\0')
        return false;
    golden->next = take_line(golden->next, &key, &golden->line);
    assert_string_equal(key, "case");
    for (golden->said = 0; *golden->next && strncmp(golden->next, "case\t", 5) != 0;
         golden->said++) {
        assert_true(golden->said < sizeof golden->key / sizeof *golden->key);
        golden->next =
            take_line(golden->next, &golden->key[golden->said], &golden->value[golden->said]);
    }
    return true;
}

const char *
golden_get(const struct golden *golden, const char *key)
{
    for (size_t i = 0; i < golden->said; i++)
        if (strcmp(golden->key[i], key) == 0)
            return golden->value[i];
    return NULL;
}

const char *
golden_nth(const struct golden *golden, size_t n, const char *key)
{
    char numbered[40];

    if (n == 0)
        return golden_get(golden, key);
    snprintf(numbered, sizeof numbered, "%zu%s", n + 1, key);
    return golden_get(golden, numbered);
}

bool
golden_pixels(struct golden *golden, size_t n, struct golden_pixels *p)
{
    const char *said = golden_nth(golden, n, "pixels");
    size_t at, length, area;
    uLongf room;

    if (!said)
        return false;
    assert_int_equal(sscanf(said, "%d %d %d %d %zu %zu %zu", &p->x, &p->y, &p->width, &p->height,
                            &p->planes, &at, &length),
                     7);
    area = (size_t)p->width * (size_t)p->height;
    room = area * p->planes;
    free(golden->unpacked);
    golden->unpacked = malloc(room);
    assert_true(golden->unpacked && at + length <= golden->size && p->planes <= 10);
    assert_int_equal(uncompress(golden->unpacked, &room, golden->bytes + at, length), Z_OK);
    assert_int_equal(room, area * p->planes);
    for (size_t i = 0; i < p->planes; i++)
        p->plane[i] = golden->unpacked + i * area;
    p->colours = p->planes == 9;
    return true;
}
