/* SPDX-License-Identifier: MIT */
/* profile.c: our own environment with a few variables replaced. */
#include "cli/check/profile.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "flatplot/context.h"

/* As in fp_memory_strict_profile, and without caches per thread. PYTHONMALLOC: or small objects
 * live in arenas of 256 KiB or 1 MiB, of which resident memory shows only whole ones. */
static const char *const strict[] = {
    "MALLOC_ARENA_MAX=1",
    "MALLOC_MMAP_THRESHOLD_=131072",
    "MALLOC_TRIM_THRESHOLD_=131072",
    "PYTHONMALLOC=malloc",
};
static const char tunable[] = "glibc.malloc.tcache_count=0";

enum { STRICT = sizeof strict / sizeof strict[0] };

/* Never inherited: they would be those of a check that this one runs in. */
static const char *const channels[] = {"FLATPLOT_TICK_FD", "FLATPLOT_TICK_FILE", "FLATPLOT_ACK_FD"};

static void
add_channel(struct fp_text *text, const char *name, int fd)
{
    if (fd >= 0)
        fp_text_append_format(text, "%s=%d", name, fd);
}

/* What the user asked of glibc stays; of one name glibc takes the last. */
static void
add_tunables(struct fp_text *text)
{
    const char *before = getenv("GLIBC_TUNABLES");
    fp_text_append(text, "GLIBC_TUNABLES=");
    if (before && *before) {
        fp_text_append(text, before);
        fp_text_append(text, ":");
    }
    fp_text_append(text, tunable);
}

static void
write_own(struct fp_text *own, const struct fp__profile *profile)
{
    add_channel(&own[0], channels[0], profile->tick_fd);
    add_channel(&own[1], channels[2], profile->answer_fd);
    if (*profile->tick_file)
        fp_text_append_format(&own[2], "%s=%s", channels[1], profile->tick_file);
    if (profile->unbuffered)
        fp_text_append(&own[3], "PYTHONUNBUFFERED=1");
    if (!profile->strict)
        return;
    for (size_t i = 0; i < STRICT; i++)
        fp_text_append(&own[4 + i], strict[i]);
    add_tunables(&own[4 + STRICT]);
}

static bool
same_name(const char *variable, const char *other)
{
    size_t length = strcspn(variable, "=");
    return strncmp(variable, other, length) == 0 && (other[length] == '=' || !other[length]);
}

static bool
is_replaced(const char *variable, const struct fp_text *own)
{
    for (size_t i = 0; i < sizeof channels / sizeof channels[0]; i++)
        if (same_name(variable, channels[i]))
            return true;
    for (size_t i = 0; i < FP__PROFILE_LINES; i++)
        if (own[i].length && same_name(variable, own[i].bytes))
            return true;
    return false;
}

bool
fp__environment_init(struct fp__environment *environment, const struct fp__profile *profile)
{
    size_t inherited = 0, n = 0;
    memset(environment, 0, sizeof *environment);
    while (environ && environ[inherited])
        inherited++;
    environment->variables =
        fp_alloc_array(inherited + FP__PROFILE_LINES + 1, sizeof *environment->variables);
    if (!environment->variables)
        return false;
    write_own(environment->own, profile);
    for (size_t i = 0; i < FP__PROFILE_LINES; i++) {
        if (environment->own[i].failed)
            return false;
        if (environment->own[i].length)
            environment->variables[n++] = environment->own[i].bytes;
    }
    for (size_t i = 0; i < inherited; i++)
        if (!is_replaced(environ[i], environment->own))
            environment->variables[n++] = environ[i];
    return true;
}

void
fp__environment_finish(struct fp__environment *environment)
{
    for (size_t i = 0; i < FP__PROFILE_LINES; i++)
        fp_text_finish(&environment->own[i]);
    fp_free(environment->variables);
    environment->variables = NULL;
}
