/* SPDX-License-Identifier: MIT */
/* names_check.c: all names of a job before the first picture is drawn. */
#include <string.h>

#include "cli/batch/names.h"
#include "cli/batch/set.h"
#include "cli/exit.h"
#include "cli/opt/format.h"
#include "cli/opt/message.h"
#include "cli/opt/place.h"

struct checker {
    struct fp__names *names;
    const struct fp__plan *plan;
    bool format_given;             /* by --format: endings say nothing */
    struct fp__set places;         /* of the names so far, by the job's frame number */
    struct fp__set inputs;         /* of the inputs' files, by the input's number */
    struct fp__identity *identity; /* of each input */
    struct fp_text name;           /* the one looked at, its key and its folder */
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

static bool
same_file(void *data, size_t input)
{
    struct checker *c = data;
    struct fp__identity *last = &c->identity[c->plan->given];
    return c->identity[input].device == last->device && c->identity[input].inode == last->inode;
}

static int
check_inputs(struct checker *c, const char *name)
{
    struct fp__identity *identity = &c->identity[c->plan->given];
    if (!fp__identify(name, identity))
        return 0;
    uint64_t hash = fp__hash(identity, sizeof *identity);
    size_t input = fp__set_find(&c->inputs, hash, same_file, c);
    if (input == FP__SET_NONE)
        return 0;
    return fp__message_error(FP__EXIT_USAGE,
                             "%s is also an input (%s)" FP__AND_HINT "write to another name", name,
                             c->plan->inputs[input].path);
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

static int
check_name(struct checker *c, size_t index)
{
    struct fp__item item = fp__plan_item(c->plan, index);
    fp_text_clear(&c->name);
    fp_text_clear(&c->key);
    fp__names_append(c->names, &item, &c->name);
    const char *name = fp_text_string(&c->name);
    fp__place_key(name, &c->key);
    if (c->name.failed || c->key.failed)
        return fp__message_no_memory();
    int failed = c->format_given ? 0 : fp__format_by_ending(name, &c->names->format);
    if (failed)
        return failed;
    if (fp__is_device(name)) {
        c->names->in_order = true;
        return 0; /* takes one picture after the other */
    }
    failed = check_twin(c, &item);
    failed = failed ? failed : check_inputs(c, name);
    return failed ? failed : check_folder(c, name);
}

static int
check_all(struct checker *c)
{
    for (size_t i = 0; i < c->plan->given; i++) {
        if (fp__identify(fp__input_file(&c->plan->inputs[i]), &c->identity[i]))
            fp__set_add(&c->inputs, fp__hash(&c->identity[i], sizeof *c->identity), i);
    }
    for (size_t i = 0; i < c->plan->total; i += c->plan->each) {
        int failed = check_name(c, i);
        if (failed)
            return failed;
    }
    if (c->folder.failed || c->missing.failed)
        return fp__message_no_memory();
    c->names->folders_missing = c->missing.length > 0;
    if (!c->names->folders_missing || c->names->mkdir)
        return 0;
    return fp__message_error(FP__EXIT_OUTPUT, "%s: no such folder" FP__AND_HINT "--mkdir makes it",
                             fp_text_string(&c->missing));
}

int
fp__names_check(struct fp__names *names, const struct fp__plan *plan)
{
    struct checker c = {.names = names, .plan = plan, .format_given = names->format};
    int code;
    names->index_width = fp__digits(plan->unselected - 1);
    if (names->standard_output)
        return 0;
    c.identity = fp_alloc_array(plan->given + 1, sizeof *c.identity);
    if (c.identity && fp__set_init(&c.places, plan->total) &&
        fp__set_init(&c.inputs, plan->given)) {
        code = check_all(&c);
    } else {
        code = fp__message_no_memory();
    }
    fp_free(c.identity);
    fp__set_finish(&c.places);
    fp__set_finish(&c.inputs);
    fp_text_finish(&c.name);
    fp_text_finish(&c.key);
    fp_text_finish(&c.folder);
    fp_text_finish(&c.missing);
    return code;
}
