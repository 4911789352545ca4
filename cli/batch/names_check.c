/* SPDX-License-Identifier: MIT */
/* names_check.c: all names of a job before the first picture is drawn. */
#include <string.h>

#include "cli/batch/input_files.h"
#include "cli/batch/names_apart.h"
#include "cli/batch/set.h"
#include "cli/exit.h"
#include "cli/opt/format.h"
#include "cli/opt/message.h"
#include "cli/opt/place.h"

struct checker {
    struct fp__names *names;
    const struct fp__plan *plan;
    bool format_given;     /* by --format: endings say nothing */
    bool apart;            /* no two names are one, unless … */
    bool linked;           /* … one of them is a link to another */
    struct fp__set places; /* else: of the names so far, by the job's frame number */
    struct fp__input_files inputs;
    const struct fp__named_files *beside; /* what else is read and written */
    struct fp_text name;                  /* the one looked at, its key and its folder */
    struct fp_text key;
    struct fp_text folder;
    struct fp_text missing; /* the first folder that is not there */
};

static bool
same_place(void *data, size_t index)
{
    struct checker *c = data;
    struct fp__item item = fp__plan_item(c->plan, index);
    struct fp_text name = {0};
    struct fp_text key = {0};
    fp__names_append(c->names, &item, &name);
    fp__place_key(fp_text_string(&name), &key);
    bool same = strcmp(fp_text_string(&key), fp_text_string(&c->key)) == 0;
    c->key.failed |= name.failed || key.failed;
    fp_text_finish(&name);
    fp_text_finish(&key);
    return same;
}

/* What tells the two frames apart: always a word that differs between them. */
static const char *
way_apart(const struct fp__item *a, const struct fp__item *b)
{
    struct fp__values va = fp__values_of(a);
    struct fp__values vb = fp__values_of(b);
    bool one_stem =
        va.stem_length == vb.stem_length && memcmp(va.stem, vb.stem, va.stem_length) == 0;
    if (a->input == b->input && a->frame != b->frame)
        return "put {frame} into the name, as in -o 'out/{stem}_{frame}.png'";
    if (one_stem && (va.member_length != vb.member_length ||
                     memcmp(va.member, vb.member, va.member_length) != 0))
        return "put {member} into the name, as in -o 'out/{stem}_{member}.png'";
    if (one_stem)
        return "put {index} into the name, as in -o 'out/{index}_{stem}.png'";
    return "put {stem} and {frame} into the name, as in -o 'out/{stem}_{frame}.png'";
}

static int
check_twin(struct checker *c, const struct fp__item *item)
{
    uint64_t hash = fp__hash(fp_text_string(&c->key), c->key.length);
    size_t twin = fp__set_find(&c->places, hash, same_place, c);
    if (c->key.failed)
        return fp__message_no_memory();
    if (twin == FP__SET_NONE) {
        fp__set_add(&c->places, hash, item->index);
        return 0;
    }
    struct fp__item other = fp__plan_item(c->plan, twin);
    return fp__message_error(FP__EXIT_USAGE,
                             "two frames have one name, %s: frame %zu of %s and frame %zu of "
                             "%s" FP__AND_HINT "%s",
                             fp_text_string(&c->name), other.frame, other.input->path, item->frame,
                             item->input->path, way_apart(&other, item));
}

/* Consecutive frames mostly share a folder; a missing one is told after all names are compared. */
static int
check_folder(struct checker *c, const char *name)
{
    size_t length = fp__folder_length(name);
    if (length == c->folder.length && memcmp(fp_text_string(&c->folder), name, length) == 0) {
        return 0; /* also a name without folder while there was none with one */
    }
    fp_text_clear(&c->folder);
    fp_text_append_bytes(&c->folder, name, length);
    const char *folder = fp_text_string(&c->folder);
    switch (fp__folder_state(folder)) {
    case FP__FOLDER_THERE:
        return 0;
    case FP__FOLDER_NONE:
        return fp__message_error(FP__EXIT_OUTPUT,
                                 "%s: not a folder that can be used" FP__AND_HINT
                                 "write into another one; ls -ld tells what it is",
                                 folder);
    case FP__FOLDER_MISSING:
        break;
    }
    if (c->missing.length == 0)
        fp_text_append(&c->missing, folder);
    return 0;
}

/* "{member}.png" of an input that is no member would be ".png", a file that hides itself. */
static int
check_member(const struct checker *c, const struct fp__item *item, const char *name)
{
    const struct fp__template *tmpl = &c->names->tmpl[item->input->frames == 1];
    if (name[fp__base_offset(name)] != '.' || item->input->member ||
        !fp__template_has(tmpl, FP__WORD_MEMBER))
        return 0;
    return fp__message_error(FP__EXIT_USAGE,
                             "-o: {member}: %s is no member of an archive, and %s no "
                             "name" FP__AND_HINT "put {stem} into it",
                             item->input->path, name);
}

static int
check_name(struct checker *c, size_t index)
{
    struct fp__item item = fp__plan_item(c->plan, index);
    fp_text_clear(&c->name);
    fp_text_clear(&c->key);
    fp__names_append(c->names, &item, &c->name);
    const char *name = fp_text_string(&c->name);
    c->linked |= fp__place_key(name, &c->key);
    if (c->name.failed || c->key.failed)
        return fp__message_no_memory();
    int failed = check_member(c, &item, name);
    if (!failed && !c->format_given)
        failed = fp__format_by_ending(name, &c->names->format);
    if (failed)
        return failed;
    if (fp__is_device(name)) {
        c->names->in_order = true;
        return 0; /* takes one picture after the other */
    }
    failed = c->apart ? 0 : check_twin(c, &item);
    failed = failed ? failed : fp__input_files_spare(&c->inputs, name);
    failed = failed ? failed : fp__named_files_spare(c->beside, name, &c->key);
    return failed ? failed : check_folder(c, name);
}

/* Files beside the pictures are files of their own. */
static int
check_beside(struct checker *c)
{
    int failed = fp__named_files_check(c->beside);
    for (size_t i = 0; i < c->beside->count && !failed; i++) {
        if (c->beside->files[i].written)
            failed = fp__input_files_spare(&c->inputs, c->beside->files[i].path);
    }
    return failed;
}

static int
check_each(struct checker *c)
{
    int failed = 0;
    if (!c->apart && !fp__set_init(&c->places, fp__plan_all_pictures(c->plan)))
        return fp__message_no_memory();
    for (size_t i = 0; i < c->plan->total && !failed; i += c->plan->each)
        failed = check_name(c, i);
    return failed;
}

/* Names are kept only where it takes that to tell that they differ. */
static int
check_all_names(struct checker *c)
{
    c->apart = fp__names_apart(c->names, c->plan);
    int failed = check_each(c);
    if (failed || !c->apart || !c->linked)
        return failed;
    c->apart = false;
    return check_each(c);
}

static int
check_pictures(struct checker *c)
{
    int failed = check_all_names(c);
    if (failed)
        return failed;
    if (c->folder.failed || c->missing.failed)
        return fp__message_no_memory();
    c->names->folders_missing = c->missing.length > 0;
    if (!c->names->folders_missing || c->names->mkdir)
        return 0;
    return fp__message_error(FP__EXIT_OUTPUT, "%s: no such folder" FP__AND_HINT "--mkdir makes it",
                             fp_text_string(&c->missing));
}

static int
check_all(struct checker *c)
{
    if (!fp__input_files_init(&c->inputs, c->plan))
        return fp__message_no_memory();
    int failed = check_beside(c);
    return failed || c->names->standard_output ? failed : check_pictures(c);
}

int
fp__names_check(struct fp__names *names, const struct fp__plan *plan,
                const struct fp__named_files *beside)
{
    static const struct fp__named_files none;
    struct checker c = {.names = names,
                        .plan = plan,
                        .format_given = names->format,
                        .beside = beside ? beside : &none};
    names->index_width = fp__digits(plan->unselected - 1);
    int code = check_all(&c);
    fp__input_files_finish(&c.inputs);
    fp__set_finish(&c.places);
    fp_text_finish(&c.name);
    fp_text_finish(&c.key);
    fp_text_finish(&c.folder);
    fp_text_finish(&c.missing);
    return code;
}
