/* SPDX-License-Identifier: MIT */
/* plan.c: headers first, one file open at a time, whatever their number. */
#include "cli/batch/plan.h"

#include <math.h>
#include <string.h>

#include "cli/batch/failures.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/place.h"
#include "flatplot/text.h"

void
fp__plan_close(struct fp__plan *plan)
{
    fp_unref(plan->open);
    plan->open = NULL;
}

static void
finish_input(struct fp__input *input)
{
    fp_free(input->bare);
    fp_free(input->file);
    fp_free(input->member);
}

void
fp__plan_finish(struct fp__plan *plan)
{
    fp__plan_close(plan);
    for (size_t i = 0; plan->inputs && i < plan->given; i++)
        finish_input(&plan->inputs[i]);
    fp_free(plan->inputs);
    fp_free(plan->runs);
    memset(plan, 0, sizeof *plan);
}

const char *
fp__input_file(const struct fp__input *input)
{
    return input->file ? input->file : input->path;
}

/* An archive must not choose the folder that is written to: neither by a slash, nor by names that
 * are folders. One without a name gets one, or "{member}/a.png" would begin at the root. */
static void
copy_tame(char *to, const char *name)
{
    bool folder = !*name || strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
    strcpy(to, *name ? name : "_");
    for (char *c = to; *c; c++)
        *c = *c == '/' || folder ? '_' : *c;
}

int
fp__input_name(struct fp__input *input, const char *file, size_t length, const char *member)
{
    input->file = fp_alloc(length + 1);
    input->member = fp_alloc(strlen(member) + sizeof "_");
    if (!input->file || !input->member)
        return fp__message_no_memory();
    memcpy(input->file, file, length);
    input->file[length] = '\0';
    copy_tame(input->member, member);
    return 0;
}

/* Only members of archives need names of their own. */
static int
copy_names(struct fp__input *input, const struct fp_frames_info *info)
{
    if (!info->member || input->member)
        return 0;
    return fp__input_name(input, info->file, strlen(info->file), info->member);
}

static int
describe(struct fp_context *ctx, struct fp_frames *frames, struct fp__input *input)
{
    if (fp_frames_check(frames) != FP_OK)
        return fp__message_failure(ctx);
    const struct fp_frames_info *info = fp_frames_info(frames);
    input->frames = info->count;
    input->height = info->frame.shape[0];
    input->width = info->frame.shape[1];
    input->dtype = info->frame.dtype;
    input->colored = info->frame.ndim == 3;
    input->has_alpha = input->colored && info->frame.shape[2] == 4;
    return 0;
}

int
fp__input_describe(struct fp__input *input, struct fp_context *ctx, struct fp_frames *frames)
{
    int failed = describe(ctx, frames, input);
    input->norm = (struct fp_norm){.vmin = NAN, .vmax = NAN};
    return failed ? failed : copy_names(input, fp_frames_info(frames));
}

static int
read_header(struct fp__plan *plan, struct fp__input *input)
{
    struct fp_frames *frames = fp_frames_open_with(plan->ctx, input->path, &plan->options);
    int failed =
        frames ? fp__input_describe(input, plan->ctx, frames) : fp__message_failure(plan->ctx);
    fp_unref(frames);
    return failed;
}

/* Room for the runs of one more input. */
static struct fp__frame_run *
add_runs(struct fp__plan *plan, size_t n)
{
    if (n > plan->run_room - plan->run_count) {
        size_t room = 2 * plan->run_room + n;
        struct fp__frame_run *runs = room <= SIZE_MAX / 2 / sizeof *runs
                                         ? fp_realloc(plan->runs, room * sizeof *runs)
                                         : NULL;
        if (!runs)
            return NULL;
        plan->runs = runs;
        plan->run_room = room;
    }
    plan->run_count += n;
    return &plan->runs[plan->run_count - n];
}

static int
select_frames(struct fp__plan *plan, struct fp__input *input, const struct fp__selection *selection,
              const char *words)
{
    long long outside;
    size_t n = fp__selection_runs(selection);
    struct fp__frame_run *runs = add_runs(plan, n);
    if (!runs)
        return fp__message_no_memory();
    input->run = (size_t)(runs - plan->runs);
    if (!fp__selection_resolve(selection, input->frames, runs, &outside)) {
        return fp__message_error(FP__EXIT_INPUT,
                                 "%s: no frame %lld" FP__AND_HINT "it has frames 0 … %zu",
                                 input->path, outside, input->frames - 1);
    }
    for (size_t i = 0; i < n; i++)
        input->count += runs[i].count;
    if (input->count == 0) {
        return fp__message_error(FP__EXIT_INPUT,
                                 "%s: %s selects no frame" FP__AND_HINT "it has frames 0 … %zu",
                                 input->path, words, input->frames - 1);
    }
    input->first = plan->total;
    plan->total += input->count;
    plan->unselected += input->frames;
    return 0;
}

/* A stream is read once, and the plan would be the first to do so. */
static int
refuse_stream(const char *path)
{
    return fp__message_error(FP__EXIT_USAGE,
                             "%s: a stream must be the only input of a job" FP__AND_HINT
                             "draw it with a command of its own, or save it to a file first",
                             path);
}

/* Takes a selection in brackets off the path, which is a copy then; *brackets is what was in them,
 * NULL when there were none. A file that has such a name is taken as it is. */
static int
take_brackets(struct fp__input *input, char **brackets)
{
    size_t n = strlen(input->path);
    const char *open = strrchr(input->path, '[');
    struct fp__identity identity;
    if (!open || open == input->path || input->path[n - 1] != ']' ||
        fp__identify(input->path, &identity))
        return 0;
    input->bare = fp_alloc(n + 1);
    if (!input->bare)
        return fp__message_no_memory();
    memcpy(input->bare, input->path, n - 1);
    *brackets = input->bare + (open - input->path);
    *(*brackets)++ = '\0';
    input->path = input->bare;
    return 0;
}

static int
select_in_brackets(struct fp__plan *plan, struct fp__input *input, const char *whole,
                   const char *brackets)
{
    struct fp__selection selection;
    int failed = fp__selection_parse(&selection, brackets, whole);
    failed = failed ? failed : select_frames(plan, input, &selection, whole + strlen(input->path));
    fp__selection_finish(&selection);
    return failed;
}

/* How inputs are read: which frames, in words; where failures go, or NULL. */
struct reading {
    const struct fp__selection *selection;
    const char *words;
    struct fp__failures *failures;
};

static int
add_input(struct fp__plan *plan, struct fp__input *input, const struct fp__selection *selection,
          const char *words)
{
    const char *whole = input->path;
    char *brackets = NULL;
    int failed = fp_frames_is_stream(whole) ? refuse_stream(whole) : 0;
    failed = failed ? failed : take_brackets(input, &brackets);
    failed = failed ? failed : read_header(plan, input);
    if (failed)
        return failed;
    return brackets ? select_in_brackets(plan, input, whole, brackets)
                    : select_frames(plan, input, selection, words);
}

/* Adds a failed input to the list, and moves it behind those that are read. */
static int
pass_over(struct fp__plan *plan, size_t place, struct fp__record *record,
          struct fp__failures *failures)
{
    struct fp__input *input = &plan->inputs[--plan->input_count];
    struct fp__input failed = *input;
    if (record->code != FP__EXIT_INPUT)
        return fp__message_said(record->code, &record->said);
    fp__failures_add(failures, record);
    *input = (struct fp__input){0};
    plan->inputs[place] = failed;
    return 0;
}

static int
fill(struct fp__plan *plan, const char *const *paths, size_t count, const struct reading *how)
{
    struct fp__record record = {.count = 1};
    size_t place = count;
    plan->inputs = fp_alloc_array(count, sizeof *plan->inputs);
    if (!plan->inputs)
        return fp__message_no_memory();
    plan->given = count;
    for (record.index = 0; record.index < count && !record.code; record.index++) {
        struct fp__input *input = &plan->inputs[plan->input_count++];
        size_t runs = plan->run_count;
        input->path = paths[record.index];
        fp__message_keep(how->failures ? &record.said : NULL);
        record.code = add_input(plan, input, how->selection, how->words);
        fp__message_keep(NULL);
        if (record.code && how->failures) {
            plan->run_count = runs;
            record.code = pass_over(plan, --place, &record, how->failures);
        }
    }
    return record.code;
}

int
fp__plan_make(struct fp__plan *plan, struct fp_context *ctx,
              const struct fp_frames_options *options, const char *const *paths, size_t count,
              const char *frames, struct fp__failures *failures)
{
    struct fp__selection selection;
    struct fp_text words = {0};
    memset(plan, 0, sizeof *plan);
    plan->ctx = ctx;
    plan->options = options ? *options : fp_frames_defaults();
    plan->each = 1;
    fp_text_append_format(&words, "--frames %s", frames ? frames : "");
    int failed = words.failed ? fp__message_no_memory() : 0;
    if (!failed) {
        const struct reading how = {&selection, fp_text_string(&words), failures};
        failed = fp__selection_parse(&selection, frames, how.words);
        failed = failed ? failed : fill(plan, paths, count, &how);
        fp__selection_finish(&selection);
    }
    fp_text_finish(&words);
    return failed;
}

static const struct fp__input *
input_of(const struct fp__plan *plan, size_t index)
{
    size_t low = 0;
    size_t high = plan->input_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (plan->inputs[middle].first <= index) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return &plan->inputs[low];
}

struct fp__item
fp__plan_item(const struct fp__plan *plan, size_t index)
{
    const struct fp__input *input = input_of(plan, index);
    const struct fp__frame_run *run = &plan->runs[input->run];
    size_t place = index - input->first;
    while (place >= run->count)
        place -= run++->count;
    size_t frame = (size_t)((long long)run->start + run->step * (long long)place);
    return (struct fp__item){input, frame, index};
}

static int
check_unchanged(struct fp_frames *frames, const struct fp__input *input, struct fp_context *ctx)
{
    struct fp__input now = *input;
    int failed = describe(ctx, frames, &now);
    if (failed)
        return failed;
    if (now.frames != input->frames || now.height != input->height || now.width != input->width ||
        now.dtype != input->dtype || now.colored != input->colored ||
        now.has_alpha != input->has_alpha) {
        return fp__message_error(FP__EXIT_INPUT,
                                 "%s: its shape changed while the job was running" FP__AND_HINT
                                 "run it again when the file is no longer written",
                                 input->path);
    }
    return 0;
}

struct fp_frames *
fp__plan_open(struct fp__plan *plan, const struct fp__input *input, int *code)
{
    size_t place = (size_t)(input - plan->inputs);
    if (plan->open && plan->open_input == place)
        return plan->open;
    fp__plan_close(plan);
    plan->open = fp_frames_open_with(plan->ctx, input->path, &plan->options);
    plan->open_input = place;
    *code =
        plan->open ? check_unchanged(plan->open, input, plan->ctx) : fp__message_failure(plan->ctx);
    if (*code)
        fp__plan_close(plan);
    return plan->open;
}

size_t
fp__plan_all_pictures(const struct fp__plan *plan)
{
    return plan->total / plan->each + (plan->total % plan->each > 0);
}

size_t
fp__plan_pictures(const struct fp__plan *plan)
{
    return fp__shard_pictures(plan->shard, fp__plan_all_pictures(plan));
}

size_t
fp__plan_picture(const struct fp__plan *plan, size_t i)
{
    return fp__shard_picture(plan->shard, i) * plan->each;
}

/* Only the job's last picture may have fewer than the others. */
size_t
fp__plan_frames(const struct fp__plan *plan)
{
    size_t pictures = fp__plan_pictures(plan);
    if (pictures == 0)
        return 0;
    size_t last = fp__plan_picture(plan, pictures - 1);
    size_t left = plan->total - last;
    return (pictures - 1) * plan->each + (left < plan->each ? left : plan->each);
}

bool
fp__plan_singles(const struct fp__plan *plan)
{
    return plan->unselected == plan->input_count;
}
