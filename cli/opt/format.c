/* SPDX-License-Identifier: MIT */
/* format.c: formats by name and by ending; those that are not written, with the way to them. */
#include "cli/opt/format.h"

#include <string.h>
#include <strings.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/place.h"
#include "flatplot/output.h"

enum kind { LATER, FILM, PICTURE };

static const struct {
    const char *ending;
    enum kind kind;
} others[] = {
    {"svg", LATER},   {"pdf", LATER},    {"gif", LATER},    {"apng", LATER},  {"y4m", LATER},
    {"mp4", FILM},    {"m4v", FILM},     {"mkv", FILM},     {"mov", FILM},    {"webm", FILM},
    {"avi", FILM},    {"jpg", PICTURE},  {"jpeg", PICTURE}, {"tif", PICTURE}, {"tiff", PICTURE},
    {"bmp", PICTURE}, {"webp", PICTURE},
};

/* A format's name is its ending; those with a dash are chosen by --format only. */
static const char *
written_ending(const char *ending)
{
    const char *name;
    for (size_t i = 0; (name = fp_format_name(i)); i++) {
        if (strcasecmp(name, ending) == 0 && !strchr(name, '-'))
            return name;
    }
    return NULL;
}

static int
refuse(const char *what, const char *ending, const char *stem, int stem_length)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (strcasecmp(others[i].ending, ending) != 0)
            continue;
        switch (others[i].kind) {
        case LATER:
            return fp__message_error(FP__EXIT_USAGE,
                                     "%s: %s: not yet" FP__AND_HINT "this version (" FP_VERSION
                                     ") writes png",
                                     what, others[i].ending);
        case FILM:
            return fp__message_error(FP__EXIT_USAGE,
                                     "%s: %s is not written" FP__AND_HINT
                                     "use -o '%.*s_%%05d.png', then: ffmpeg -i "
                                     "'%.*s_%%05d.png' -pix_fmt yuv420p '%.*s.%s'",
                                     what, others[i].ending, stem_length, stem, stem_length, stem,
                                     stem_length, stem, ending);
        case PICTURE:
            return fp__message_error(FP__EXIT_USAGE,
                                     "%s: %s is not written" FP__AND_HINT
                                     "use -o '%.*s.png', then: convert '%.*s.png' '%.*s.%s'",
                                     what, others[i].ending, stem_length, stem, stem_length, stem,
                                     stem_length, stem, ending);
        }
    }
    return fp__message_error(
        FP__EXIT_USAGE, "%s: there is no format %s" FP__AND_HINT "png is written", what, ending);
}

int
fp__format_by_name(const char *name, const char **format)
{
    const char *known;
    for (size_t i = 0; (known = fp_format_name(i)); i++) {
        if (strcmp(known, name) == 0) {
            *format = known;
            return 0;
        }
    }
    return refuse("--format", name, "picture", (int)strlen("picture"));
}

int
fp__format_by_ending(const char *path, const char **format)
{
    const char *base = path + fp__base_offset(path);
    const char *dot = strrchr(base, '.');
    if (!dot && fp__is_device(path))
        return fp__format_by_name("png", format);
    if (!dot || !dot[1]) {
        return fp__message_error(FP__EXIT_USAGE,
                                 "%s: the name has no ending" FP__AND_HINT
                                 "%s.png for a file, %s/ for a folder",
                                 path, path, path);
    }
    *format = written_ending(dot + 1);
    return *format ? 0 : refuse(path, dot + 1, path, (int)(dot - path));
}
