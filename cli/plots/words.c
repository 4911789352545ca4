/* SPDX-License-Identifier: MIT */
/* words.c: one word after the other is copied, so that it ends in a NUL. */
#include "cli/plots/words.h"

#include <string.h>

/* Behind a word in quotes; NULL when it is not in any: they end where the word does. */
static const char *
find_quote(const char *text)
{
    if (*text != '"')
        return NULL;
    const char *quote = strchr(text + 1, '"');
    while (quote && quote[1] == '"')
        quote = strchr(quote + 2, '"');
    return quote && (quote[1] == ',' || !quote[1]) ? quote + 1 : NULL;
}

static const char *
find_end(const char *text)
{
    const char *quote = find_quote(text);
    return quote ? quote : text + strcspn(text, ",");
}

/* The word behind a comma; spaces between them are none of it. NULL behind the last one. */
static const char *
find_next(const char *end)
{
    return *end ? end + 1 + strspn(end + 1, " ") : NULL;
}

/* Without the quotes around it, and one of those that are doubled in it. */
static void
unquote(char *word)
{
    char *to = word;
    for (const char *from = word + 1; from[1]; from++) {
        *to++ = *from;
        from += *from == '"';
    }
    *to = '\0';
}

bool
fp__words_next(struct fp__words *words)
{
    if (!words->text)
        return false;
    const char *end = find_end(words->text);
    size_t length = (size_t)(end - words->text);
    words->too_long = length >= sizeof words->word;
    if (words->too_long)
        return false;
    memcpy(words->word, words->text, length);
    words->word[length] = '\0';
    if (find_quote(words->text))
        unquote(words->word);
    words->text = find_next(end);
    return true;
}

size_t
fp__words_count(const char *text)
{
    size_t count = 0;
    for (; text; text = find_next(find_end(text)))
        count++;
    return count;
}

bool
fp__words_at(struct fp__words *words, const char *text, size_t i)
{
    bool fine = true;
    *words = (struct fp__words){.text = text};
    for (size_t place = i % fp__words_count(text) + 1; place > 0 && fine; place--)
        fine = fp__words_next(words);
    return fine;
}
