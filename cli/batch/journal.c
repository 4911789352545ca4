/* SPDX-License-Identifier: MIT */
/* journal.c: reports read line by line; each line is JSON by itself. */
#include "cli/batch/journal.h"

#include <jansson.h>
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "flatplot/frames.h"
#include "flatplot/output.h"

/* Some three million pictures. */
enum { MOST_BYTES = 1 << 30 };

#define WHO_WRITES "flatplot imshow --report FILE writes reports"

/* The line that is being read. */
struct place {
    struct fp__journal *journal;
    size_t file;
    size_t line;
    bool headed; /* a line about the job stood before */
    bool stream; /* and a last line is to come */
};

void
fp__journal_finish(struct fp__journal *journal)
{
    fp_free(journal->shards);
    fp_free(journal->entries);
    fp_text_finish(&journal->names);
    fp_text_finish(&journal->unread);
    memset(journal, 0, sizeof *journal);
}

static int
wrong(const struct place *at, const char *what)
{
    return fp__message_error(FP__EXIT_INPUT, "%s: line %zu: %s" FP__AND_HINT WHO_WRITES,
                             at->journal->paths[at->file], at->line, what);
}

/* Room for one more; NULL when there is no memory. */
static void *
grow(void *rows, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return rows;
    size_t wanted = *room ? 2 * *room : 64;
    void *more = wanted <= SIZE_MAX / size ? fp_realloc(rows, wanted * size) : NULL;
    if (more)
        *room = wanted;
    return more;
}

/* --- Members ---------------------------------------------------------------------------------- */

/* Whole numbers up to 2^53, which every reader of JSON can tell apart. */
static bool
read_count(const json_t *object, const char *key, size_t *count)
{
    const json_t *value = json_object_get(object, key);
    json_int_t number = json_integer_value(value);
    if (!json_is_integer(value) || number < 0 || number > (json_int_t)1 << 53)
        return false;
    *count = (size_t)number;
    return true;
}

static bool
read_outcome(const json_t *object, enum fp__outcome *outcome)
{
    const char *word = json_string_value(json_object_get(object, "status"));
    for (int i = 0; word && i < FP__OUTCOMES; i++) {
        *outcome = (enum fp__outcome)i;
        if (strcmp(word, fp__outcome_name(*outcome)) == 0)
            return true;
    }
    return false;
}

/* --- The line about the job ------------------------------------------------------------------- */

static int
refuse_job(const struct place *at, const char *job)
{
    const struct fp__journal *j = at->journal;
    return fp__message_error(FP__EXIT_INPUT,
                             "%s: line %zu: of another job (%s) than %s (%s)" FP__AND_HINT
                             "shards of a job have the same inputs, options and -o; verify each "
                             "job by itself",
                             j->paths[at->file], at->line, job, j->paths[0], j->job);
}

/* Of a stream nobody knew at its beginning how many there would be. */
static bool
read_frames(const json_t *object, size_t *frames)
{
    *frames = FP_FRAMES_UNKNOWN;
    return json_is_null(json_object_get(object, "frames")) || read_count(object, "frames", frames);
}

static bool
read_unread(struct fp__journal *j, const json_t *object)
{
    const json_t *names = json_object_get(object, "unread");
    for (size_t i = 0; i < json_array_size(names); i++) {
        const char *name = json_string_value(json_array_get(names, i));
        fp_text_append(&j->unread, j->unread_count++ ? ", " : "");
        fp_text_append(&j->unread, name ? name : "?");
    }
    return !j->unread.failed;
}

static int
add_shard(struct fp__journal *j, struct fp__shard shard)
{
    struct fp__shard *shards = grow(j->shards, j->shard_count, &j->shard_room, sizeof *shards);
    if (!shards)
        return fp__message_no_memory();
    j->shards = shards;
    j->shards[j->shard_count++] = shard;
    return 0;
}

static int
read_head(struct place *at, const json_t *object)
{
    struct fp__journal *j = at->journal;
    struct fp__shard shard;
    size_t schema, frames;
    const char *job = json_string_value(json_object_get(object, "job"));
    if (!read_count(object, "schema", &schema))
        return wrong(at, "no schema number, and not about a picture of a report");
    if (schema != FP__JOURNAL_SCHEMA)
        return wrong(at, "its schema number is not 1: another version wrote it");
    if (!job || strlen(job) != FP__JOB_DIGITS || !read_frames(object, &frames) ||
        !read_count(object, "shard", &shard.number) || !read_count(object, "shards", &shard.count))
        return wrong(at, "no job, frames, shard and shards of a report's first line");
    if (shard.number < 1 || shard.number > shard.count || shard.count > FP__SHARDS_MOST)
        return wrong(at, "shard is not from 1 to shards, or those are too many");
    if (!*j->job) {
        memcpy(j->job, job, FP__JOB_DIGITS + 1);
        j->frames = frames;
        if (!read_unread(j, object))
            return fp__message_no_memory();
    } else if (strcmp(job, j->job) != 0 || frames != j->frames) {
        return refuse_job(at, job);
    }
    j->unended += at->stream;
    at->headed = true;
    at->stream = frames == FP_FRAMES_UNKNOWN;
    return add_shard(j, shard);
}

/* The last line of a stream. */
static int
read_end(struct place *at, const json_t *object)
{
    size_t frames;
    if (!at->stream || !read_count(object, "frames", &frames))
        return wrong(at, "the end of a stream, of which there was no beginning");
    at->stream = false;
    at->journal->came = frames > at->journal->came ? frames : at->journal->came;
    return 0;
}

/* --- Lines about pictures --------------------------------------------------------------------- */

static bool
keep_name(struct fp__journal *j, const json_t *object, struct fp__entry *entry)
{
    const char *name = json_string_value(json_object_get(object, "output"));
    entry->output = name ? j->names.length : FP__NO_NAME;
    if (name)
        fp_text_append_bytes(&j->names, name, strlen(name) + 1);
    return !j->names.failed;
}

static int
add_entry(struct fp__journal *j, const struct fp__entry *entry)
{
    struct fp__entry *entries = grow(j->entries, j->entry_count, &j->entry_room, sizeof *entries);
    if (!entries)
        return fp__message_no_memory();
    j->entries = entries;
    j->entries[j->entry_count++] = *entry;
    return 0;
}

static int
read_entry(struct place *at, const json_t *object)
{
    struct fp__journal *j = at->journal;
    struct fp__entry entry = {.file = at->file, .line = at->line};
    size_t crc = 0;
    if (!at->headed)
        return wrong(at, "about a picture, before any line about the job");
    if (!read_count(object, "index", &entry.index) || !read_count(object, "frames", &entry.count) ||
        !read_outcome(object, &entry.outcome))
        return wrong(at, "no index, frames and status (drawn, kept, failed) of a picture");
    if (entry.count == 0 || entry.index >= j->frames || entry.count > j->frames - entry.index)
        return wrong(at, "its frames are not among those of the job");
    entry.has_crc = read_count(object, "crc32", &crc) && crc <= UINT32_MAX;
    entry.crc = (uint32_t)crc;
    return keep_name(j, object, &entry) ? add_entry(j, &entry) : fp__message_no_memory();
}

/* --- Files ------------------------------------------------------------------------------------ */

static int
read_object(struct place *at, const json_t *object)
{
    if (!json_is_object(object))
        return wrong(at, "not an object of JSON");
    if (json_object_get(object, "index"))
        return read_entry(at, object);
    bool end = json_object_get(object, "frames") && !json_object_get(object, "schema");
    return end ? read_end(at, object) : read_head(at, object);
}

static int
read_line(struct place *at, const char *text, size_t length, bool last)
{
    json_error_t error = {0}; /* its code stays unset when there is no memory at all */
    json_t *root = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);
    if (!root && json_error_code(&error) == json_error_out_of_memory)
        return fp__message_no_memory();
    if (!root && last) {
        fp__message_warning("%s: line %zu is not whole: its writer was killed",
                            at->journal->paths[at->file], at->line);
        return 0;
    }
    if (!root)
        return wrong(at, "is no JSON");
    int code = read_object(at, root);
    json_decref(root);
    return code;
}

static int
read_lines(struct place *at, const char *text, size_t n)
{
    const char *end = text + n;
    int code = 0;
    while (text < end && !code) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        const char *stop = newline ? newline : end;
        at->line++;
        if (stop > text)
            code = read_line(at, text, (size_t)(stop - text), !newline);
        text = newline ? newline + 1 : end;
    }
    return !code && !at->headed ? wrong(at, "the file ends before a line about the job") : code;
}

static int
read_file(struct fp__journal *j, size_t file)
{
    struct place at = {.journal = j, .file = file};
    char *bytes;
    size_t n;
    if (fp_file_read_all(j->ctx, j->paths[file], MOST_BYTES, &bytes, &n) != FP_OK)
        return fp__message_failure(j->ctx);
    int code = read_lines(&at, bytes, n);
    j->unended += at.stream;
    fp_free(bytes);
    return code;
}

static size_t
count_frames(const struct fp__journal *j)
{
    size_t end = j->came;
    for (size_t i = 0; i < j->entry_count; i++) {
        size_t own = j->entries[i].index + j->entries[i].count;
        end = own > end ? own : end;
    }
    return end;
}

int
fp__journal_read(struct fp__journal *j, struct fp_context *ctx, const char *const *paths,
                 size_t count)
{
    *j = (struct fp__journal){.ctx = ctx, .paths = paths};
    int code = 0;
    json_set_alloc_funcs(fp_alloc, fp_free);
    for (size_t i = 0; i < count && !code; i++)
        code = read_file(j, i);
    if (j->frames == FP_FRAMES_UNKNOWN)
        j->frames = count_frames(j);
    return code;
}
