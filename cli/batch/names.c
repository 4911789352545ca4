/* SPDX-License-Identifier: MIT */
/* names.c: from -o and a frame to a file name. */
#include "cli/batch/names.h"

#include <math.h>
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/format.h"
#include "cli/opt/message.h"
#include "cli/opt/place.h"
#include "cli/opt/stdout.h"

int
fp__digits(size_t number)
{
    int digits = 1;
    while (number >= 10) {
        number /= 10;
        digits++;
    }
    return digits;
}

/* What stands before the ending of the file's name. Of "..npy" and "...npy" that would be a folder,
 * and not the one that was meant. */
static void
find_stem(const char *path, struct fp__values *values)
{
    const char *base = path + fp__base_offset(path);
    const char *dot = strrchr(base, '.');
    bool ending = dot && dot > base; /* a dot in front hides a file and begins no ending */
    values->stem = base;
    values->stem_length = ending ? (size_t)(dot - base) : strlen(base);
    if (values->stem_length <= 2 && strspn(base, ".") >= values->stem_length)
        values->stem = "__";
}

struct fp__values
fp__values_of(const struct fp__item *item)
{
    const char *path = fp__input_file(item->input);
    path = strcmp(path, "-") == 0 ? "stdin" : path;
    const char *member = item->input->member ? item->input->member : "";
    size_t folder = fp__folder_length(path);
    struct fp__values values = {
        .dir = folder ? path : ".",
        .dir_length = folder ? folder : 1,
        .member = member,
        .member_length = strlen(member),
        .frame = item->frame,
        .index = item->index,
        .vmin = NAN,
        .vmax = NAN,
        .min = NAN,
        .max = NAN,
        .time = NAN,
    };
    find_stem(path, &values);
    return values;
}

static int
no_output(void)
{
    return fp__message_error(FP__EXIT_USAGE, "no output" FP__AND_HINT
                                             "add -o NAME.png, or -o FOLDER/ for many frames; "
                                             "flatplot show FILE opens a window");
}

/* A folder's name is no template: what has a meaning in templates is doubled. */
static void
append_folder(struct fp_text *pattern, const char *folder)
{
    for (const char *c = folder; *c; c++) {
        fp_text_append_bytes(pattern, c, 1);
        if (strchr("{}%", *c))
            fp_text_append_bytes(pattern, c, 1);
    }
}

/* A folder stands for names made from the input's. */
static void
compose_pattern(struct fp_text *pattern, const char *output, const char *inside)
{
    bool slash = output[strlen(output) - 1] == '/';
    bool folder = fp__is_folder(output);
    if (folder) {
        append_folder(pattern, output);
    } else {
        fp_text_append(pattern, output);
    }
    if (folder || slash) {
        fp_text_append(pattern, slash ? "" : "/");
        fp_text_append(pattern, inside);
    }
}

static int
check_standard_output(const struct fp__names *names)
{
    if (!names->format)
        return fp__message_error(FP__EXIT_USAGE, "-o -: standard output needs a format" FP__AND_HINT
                                                 "add --format png");
    if (fp__stdout_is_terminal())
        return fp__message_error(FP__EXIT_USAGE,
                                 "-o -: a terminal cannot show the bytes of a picture" FP__AND_HINT
                                 "send them to a program or a file: | display, > a.png");
    return 0;
}

static int
read_format(struct fp__names *names, const struct fp__settings *settings)
{
    names->compress = settings->compress;
    int failed = settings->format ? fp__format_by_name(settings->format, &names->format) : 0;
    if (failed || !names->format || !names->compress || strcmp(names->format, "png") == 0)
        return failed;
    return fp__message_error(FP__EXIT_USAGE,
                             "--format %s says how it is compressed, and so does "
                             "--compress" FP__AND_HINT "leave one away",
                             names->format);
}

const char *
fp__names_format(const struct fp__names *names)
{
    bool png = strcmp(names->format, "png") == 0;
    return png && names->compress ? names->compress : names->format;
}

int
fp__names_init(struct fp__names *names, const struct fp__settings *settings)
{
    memset(names, 0, sizeof *names);
    names->mkdir = settings->mkdir;
    if (!settings->output || !*settings->output)
        return no_output();
    int failed = read_format(names, settings);
    if (failed)
        return failed;
    names->standard_output = names->in_order = strcmp(settings->output, "-") == 0;
    if (names->standard_output)
        return check_standard_output(names);
    compose_pattern(&names->pattern[0], settings->output, "{stem}_{frame}.png");
    compose_pattern(&names->pattern[1], settings->output, "{stem}.png");
    for (int i = 0; i < 2 && !failed; i++) {
        failed = names->pattern[i].failed
                     ? fp__message_no_memory()
                     : fp__template_parse(&names->tmpl[i], fp_text_string(&names->pattern[i]),
                                          FP__TEMPLATE_NAME, "-o");
    }
    return failed;
}

void
fp__names_finish(struct fp__names *names)
{
    for (int i = 0; i < 2; i++) {
        fp_text_finish(&names->pattern[i]);
        fp__template_finish(&names->tmpl[i]);
    }
}

void
fp__names_append(const struct fp__names *names, const struct fp__item *item, struct fp_text *out)
{
    struct fp__values values = fp__values_of(item);
    values.frame_width = fp__digits(item->input->frames - 1);
    values.index_width = names->index_width;
    fp__template_render(&names->tmpl[item->input->frames == 1], &values, out);
}

void
fp__names_append_picture(const struct fp__names *names, const struct fp__plan *plan, size_t index,
                         struct fp_text *out)
{
    struct fp__item item = fp__plan_item(plan, index);
    if (!names->standard_output)
        fp__names_append(names, &item, out);
}

void
fp__names_tell(const struct fp__names *names, const struct fp__plan *plan, size_t index)
{
    struct fp_text name = {0};
    if (names->standard_output)
        return;
    fp__names_append_picture(names, plan, index, &name);
    fp__message_note("%s", fp_text_string(&name));
    fp_text_finish(&name);
}
