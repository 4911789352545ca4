/* SPDX-License-Identifier: MIT */
/* words.c: one word after the other is copied, so that it ends in a NUL. */
#include "cli/plots/words.h"

#include <string.h>

bool
fp__words_next(struct fp__words *words)
{
    if (!words->text)
        return false;
    const char *comma = strchr(words->text, ',');
    size_t length = comma ? (size_t)(comma - words->text) : strlen(words->text);
    words->too_long = length >= sizeof words->word;
    if (words->too_long)
        return false;
    memcpy(words->word, words->text, length);
    words->word[length] = '\0';
    words->text = comma ? comma + 1 : NULL;
    return true;
}

size_t
fp__words_count(const char *text)
{
    size_t count = 1;
    for (const char *comma = strchr(text, ','); comma; comma = strchr(comma + 1, ','))
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
