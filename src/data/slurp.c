/* SPDX-License-Identifier: MIT */
/* slurp.c: reading until there is no more. */
#include "data/slurp.h"

#include <string.h>

#include "core/alloc.h"
#include "core/status.h"

enum { STEP = 1 << 16 };

static enum fp_status
fail_large(const struct fp__source *source)
{
    return fp__fail(source->ctx, FP_ERR_INPUT,
                    "%s: has more than %zu bytes of text, the most that are read" FP__HINT
                    "write numbers to a .npy file: np.save(f, a)",
                    source->path, source->limits.text);
}

/* Room for all that is expected, or for the next step. */
static bool
make_room(const struct fp__source *source, void **block, size_t *room, size_t used)
{
    uint64_t left = fp__bytes_left(source->bytes, used);
    size_t most = source->limits.text - used + 1; /* one more shows that it is too much */
    size_t step = left < STEP && left > 0 ? (size_t)left : STEP;

    if (left != UINT64_MAX && left > step) {
        step = left < most ? (size_t)left : most;
    }
    return fp__grow(block, room, used + step + 2, 1);
}

static enum fp_status
read_all(struct fp__source *source, void **block, size_t *size)
{
    enum fp_status status = FP_OK;
    size_t room = 0;
    size_t got = 1;

    for (*size = 0; status == FP_OK && got > 0; *size += got) {
        if (*size > source->limits.text) {
            return fail_large(source);
        }
        if (!make_room(source, block, &room, *size)) {
            return fp__fail_memory(source->ctx, "a file of text");
        }
        got = 0;
        status =
            fp__bytes_read(source->bytes, (char *)*block + *size, room - *size - 1, *size, &got);
    }
    return status;
}

static enum fp_status
check_plain(const struct fp__source *source, const char *text, size_t size)
{
    const char *nul = memchr(text, '\0', size);
    size_t line = 1;

    if (!nul) {
        return FP_OK;
    }
    for (const char *c = text; c < nul; c++) {
        line += *c == '\n';
    }
    return fp__fail(source->ctx, FP_ERR_INPUT,
                    "%s: line %zu has a byte of value 0: this is no text" FP__HINT
                    "is it in UTF-16? iconv -f utf-16 -t utf-8",
                    source->path, line);
}

enum fp_status
fp__slurp(struct fp__source *source, char **text, size_t *size)
{
    void *block = NULL;
    size_t n = 0;
    enum fp_status status = FP_ERR_INPUT;

    if (fp__bytes_left(source->bytes, 0) != UINT64_MAX &&
        fp__bytes_left(source->bytes, 0) > source->limits.text) {
        return fail_large(source);
    }
    status = read_all(source, &block, &n);
    if (status == FP_OK) {
        ((char *)block)[n] = '\0';
        status = check_plain(source, block, n);
    }
    if (status < 0) {
        fp_free(block);
        return status;
    }
    *text = block;
    *size = n;
    return FP_OK;
}
