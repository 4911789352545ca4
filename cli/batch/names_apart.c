/* SPDX-License-Identifier: MIT */
/* names_apart.c: which patterns give each frame a name of its own. */
#include "cli/batch/names_apart.h"

#include <string.h>

#include "cli/batch/set.h"
#include "cli/opt/place.h"

/* --- One pattern ------------------------------------------------------------------------------ */

/* What a pattern says of an input's frames. */
struct form {
    bool frame, index; /* their numbers are in it */
    bool input;        /* and words that are the input's own */
    bool plain;        /* as whole numbers, in the file's name and not in that of its folder */
    bool last;         /* one number, behind which there is no digit or space */
};

static bool
is_number(const struct fp__part *part)
{
    return part->word == FP__WORD_FRAME || part->word == FP__WORD_INDEX;
}

/* {frame:e} rounds. */
static bool
is_whole(const struct fp__part *part)
{
    return part->type == 0 || part->type == 'd';
}

/* What whole numbers are made of, but for a sign, which all have or none. */
static bool
is_filling(char c)
{
    return (c >= '0' && c <= '9') || c == ' ';
}

static bool
has_filling(const struct fp__part *literal)
{
    for (size_t i = 0; i < literal->length; i++) {
        if (is_filling(literal->text[i]))
            return true;
    }
    return false;
}

static void
read_number(struct form *form, const struct fp__part *part)
{
    form->last = !form->frame && !form->index;
    form->frame |= part->word == FP__WORD_FRAME;
    form->index |= part->word == FP__WORD_INDEX;
    form->plain &= is_whole(part);
}

static void
read_other(struct form *form, const struct fp__part *part)
{
    bool literal = part->word == FP__WORD_LITERAL;
    bool behind = form->frame || form->index;
    bool folder =
        literal ? memchr(part->text, '/', part->length) != NULL : part->word == FP__WORD_DIR;
    form->input |= !literal;
    form->plain &= !behind || !folder;
    form->last &= literal && !has_filling(part);
}

static struct form
form_of(const struct fp__template *tmpl)
{
    struct form form = {.plain = true};
    for (size_t i = 0; i < tmpl->count; i++) {
        if (is_number(&tmpl->parts[i])) {
            read_number(&form, &tmpl->parts[i]);
        } else {
            read_other(&form, &tmpl->parts[i]);
        }
    }
    return form;
}

/* --- One input -------------------------------------------------------------------------------- */

static bool
rises(const struct fp__plan *plan, const struct fp__input *input)
{
    size_t n = input + 1 < plan->inputs + plan->input_count ? input[1].run : plan->run_count;
    size_t next = 0; /* the least that the next frame may be */
    for (size_t i = input->run; i < n; i++) {
        const struct fp__frame_run *run = &plan->runs[i];
        if (run->count == 0)
            continue;
        if (run->start < next || (run->count > 1 && run->step < 0))
            return false;
        next = run->start + (run->count - 1) * (size_t)run->step + 1;
    }
    return true;
}

/* Numbers that rise are never shorter than before: of two names of one length each number has the
 * same length in both, stands at the same place in both, and is another one. */
static bool
frames_differ(const struct fp__plan *plan, const struct fp__input *input, const struct form *form)
{
    if (input->count == 1)
        return true;
    return form->plain && (form->frame ? rises(plan, input) : form->index);
}

/* --- All of them ------------------------------------------------------------------------------ */

struct inputs {
    const struct fp__names *names;
    const struct fp__plan *plan;
    struct form form[2]; /* of the patterns */
    bool last;           /* numbers are the last ones in names, so that others are left in them */
    struct fp__set set;  /* of the inputs so far, by what is left of their names */
    struct fp_text name, key, left;
};

static const struct form *
form_for(const struct inputs *s, const struct fp__input *input)
{
    return &s->form[input->frames == 1];
}

/* Appends the text without its numbers, or without the last one. What is equal stays equal. */
static void
append_without(struct fp_text *out, const char *text, bool last)
{
    size_t n = strlen(text), from = n;
    while (last && from > 0 && !is_filling(text[from - 1]))
        from--;
    while (last && from > 0 && is_filling(text[from - 1]))
        from--;
    fp_text_append_bytes(out, text, last ? from : 0);
    for (size_t i = last ? from : 0; i < n; i++) {
        bool filling = is_filling(text[i]);
        if (!filling || i == 0 || !is_filling(text[i - 1]))
            fp_text_append_bytes(out, filling ? "0" : &text[i], 1);
    }
}

/* What all names of an input have in common, and no name of another one may have. */
static void
find_left(struct inputs *s, size_t input)
{
    struct fp__item item = fp__plan_item(s->plan, s->plan->inputs[input].first);
    fp_text_clear(&s->name);
    fp_text_clear(&s->key);
    fp_text_clear(&s->left);
    fp__names_append(s->names, &item, &s->name);
    fp__place_key(fp_text_string(&s->name), &s->key);
    const char *key = fp_text_string(&s->key);
    size_t folder = fp__base_offset(key);
    fp_text_append_bytes(&s->left, key, folder);
    append_without(&s->left, key + folder, s->last);
}

/* Two inputs with one hash are taken for the same: that leads to a closer look, and to no harm. */
static bool
is_same(void *data, size_t input)
{
    (void)data;
    (void)input;
    return true;
}

static bool
inputs_differ(struct inputs *s)
{
    if (!fp__set_init(&s->set, s->plan->input_count))
        return false;
    for (size_t i = 0; i < s->plan->input_count; i++) {
        find_left(s, i);
        uint64_t hash = fp__hash(fp_text_string(&s->left), s->left.length);
        if (s->name.failed || s->key.failed || s->left.failed ||
            fp__set_find(&s->set, hash, is_same, NULL) != FP__SET_NONE)
            return false;
        fp__set_add(&s->set, hash, i);
    }
    return true;
}

/* The job's number of a frame never comes again, whatever the input: nothing needs to be kept. */
static bool
index_alone(const struct inputs *s)
{
    const struct form *form = s->form;
    bool one =
        strcmp(fp_text_string(&s->names->pattern[0]), fp_text_string(&s->names->pattern[1])) == 0;
    return one && form->index && !form->frame && !form->input && form->plain;
}

static bool
prove(struct inputs *s)
{
    const struct fp__plan *plan = s->plan;
    s->last = true;
    for (size_t i = 0; i < plan->input_count; i++) {
        const struct fp__input *input = &plan->inputs[i];
        if (!frames_differ(plan, input, form_for(s, input)))
            return false;
        s->last &= input->count == 1 || form_for(s, input)->last;
    }
    return plan->input_count == 1 || index_alone(s) || inputs_differ(s);
}

bool
fp__names_apart(const struct fp__names *names, const struct fp__plan *plan)
{
    struct inputs s = {
        .names = names, .plan = plan, .form = {form_of(&names->tmpl[0]), form_of(&names->tmpl[1])}};
    bool apart = prove(&s);
    fp__set_finish(&s.set);
    fp_text_finish(&s.name);
    fp_text_finish(&s.key);
    fp_text_finish(&s.left);
    return apart;
}
