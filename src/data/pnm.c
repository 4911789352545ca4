/* SPDX-License-Identifier: MIT */
/* pnm.c: netpbm's pictures, whose values are taken as stored but for some colours, and PFM's.
 *
 *   PBM (P1, P4)  (H, W) of 0 and 1, where 1 is black
 *   PGM (P2, P5)  (H, W) of 8 bits, or 16 when the greatest value is above 255; in binary files
 *                 most significant byte first (">u2")
 *   PPM (P3, P6)  (H, W, 3) of 8 bits when the greatest value is 255, else of 32-bit floats: parts
 *                 of the greatest value, for colours are drawn as 0 to 255 or 0 to 1
 *   PFM (Pf, PF)  (H, W), (H, W, 3) of 32-bit floats; the file's last row comes first, as the
 *                 format has it, and the factor in its head is not applied
 *
 * Binary files may hold several pictures of one kind and size one after the other: they are frames.
 * (In a pipe each is an array of its own: it cannot be known without waiting whether one
 * follows.) */
#include "data/pnm.h"

#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "data/dtype.h"

struct pnm {
    struct fp__pnm_head head;
    uint64_t *begins; /* where the pixels of each picture begin in the file */
    size_t room;
    size_t count;
    size_t stored;        /* bytes of one picture's pixels in the file, unless plain */
    size_t bytes;         /* of one picture's values */
    unsigned char *frame; /* the values of a picture that is read in pieces, or NULL */
    size_t index;         /* which one */
};

/* Whether the values are given as parts of the greatest one. */
static bool
is_scaled(const struct fp__pnm_head *head)
{
    return head->channels > 1 && head->most != 0 && head->most != UINT8_MAX;
}

/* Whether they stand in the file as they are given. */
static bool
is_as_given(const struct fp__pnm_head *head)
{
    return (head->kind == '5' || head->kind == '6') && !is_scaled(head);
}

/* --- Values of one picture -------------------------------------------------------------------- */

static enum fp_status
read_raw(struct fp__source *source, size_t index, unsigned char *out, size_t *got)
{
    const struct pnm *pnm = source->state;

    return fp__bytes_read(source->bytes, out, pnm->stored, pnm->begins[index], got);
}

static void
swap_rows(unsigned char *a, unsigned char *b, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char byte = a[i];

        a[i] = b[i];
        b[i] = byte;
    }
}

static enum fp_status
read_floats(struct fp__source *source, size_t index, unsigned char *out, size_t *got)
{
    const struct pnm *pnm = source->state;
    size_t height = pnm->head.height;
    size_t row = pnm->bytes / height;
    enum fp_status status = read_raw(source, index, out, got);

    if (status < 0 || *got < pnm->bytes) {
        return status;
    }
    for (size_t y = 0; y < height / 2; y++) {
        swap_rows(out + y * row, out + (height - 1 - y) * row, row);
    }
    return FP_OK;
}

/* The packed rows come to lie at the end of the room for the values and are spread from there: the
 * bits of row y end behind those values. */
static enum fp_status
read_bits(struct fp__source *source, size_t index, unsigned char *out, size_t *got)
{
    const struct pnm *pnm = source->state;
    size_t width = pnm->head.width;
    size_t packed = (width + 7) / 8;
    const unsigned char *bits = out + pnm->bytes - pnm->stored;
    enum fp_status status = read_raw(source, index, out + pnm->bytes - pnm->stored, got);

    if (status < 0 || *got < pnm->stored) {
        return status;
    }
    for (size_t y = 0; y < pnm->head.height; y++, bits += packed) {
        for (size_t x = 0; x < width; x++) {
            *out++ = bits[x / 8] >> (7 - x % 8) & 1;
        }
    }
    *got = pnm->bytes;
    return FP_OK;
}

/* The values as stored come to lie at the end of the room, as the bits do. */
static enum fp_status
read_colours(struct fp__source *source, size_t index, unsigned char *out, size_t *got)
{
    const struct pnm *pnm = source->state;
    bool wide = pnm->head.most > UINT8_MAX;
    const unsigned char *stored = out + pnm->bytes - pnm->stored;
    enum fp_status status = read_raw(source, index, out + pnm->bytes - pnm->stored, got);

    if (status < 0 || *got < pnm->stored) {
        return status;
    }
    for (size_t i = 0; i < pnm->bytes / sizeof(float); i++) {
        unsigned value = wide ? stored[2 * i] * 256u + stored[2 * i + 1] : stored[i];
        float part = (float)value / (float)pnm->head.most;

        memcpy(out + i * sizeof part, &part, sizeof part);
    }
    *got = pnm->bytes;
    return FP_OK;
}

/* Values of four bytes are parts of the greatest one. */
static void
store(unsigned char *out, size_t i, size_t size, unsigned value, unsigned most)
{
    if (size == sizeof(float)) {
        float part = (float)value / (float)most;

        memcpy(out + i * sizeof part, &part, sizeof part);
    } else if (size == 2) {
        uint16_t wide = (uint16_t)value;

        memcpy(out + 2 * i, &wide, 2);
    } else {
        out[i] = (unsigned char)value;
    }
}

static enum fp_status
read_plain(struct fp__source *source, size_t index, unsigned char *out, size_t *got)
{
    const struct pnm *pnm = source->state;
    size_t size = fp_dtype_size(source->layout.dtype);
    size_t n = pnm->bytes / size;
    struct fp__pnm_words words;
    bool there = true;
    size_t i;

    fp__pnm_words_begin(&words, source, pnm->begins[index], pnm->head.line);
    for (i = 0; i < n && there; i++) {
        unsigned value = 0;
        enum fp_status status =
            fp__pnm_value(&words, pnm->head.most, pnm->head.kind == '1', &value, &there);

        if (status < 0) {
            return status;
        }
        store(out, i, size, value, pnm->head.most);
    }
    *got = there ? pnm->bytes : (i - 1) * size;
    return FP_OK;
}

/* For those kinds whose values are not in the file as they are given. */
static enum fp_status
read_frame(struct fp__source *source, size_t index, unsigned char *out, size_t *got)
{
    const struct pnm *pnm = source->state;

    switch (pnm->head.kind) {
    case '4':
        return read_bits(source, index, out, got);
    case 'f':
    case 'F':
        return read_floats(source, index, out, got);
    case '6':
        return read_colours(source, index, out, got);
    default:
        return read_plain(source, index, out, got);
    }
}

/* Keeps a picture that is read in pieces, for most kinds cannot begin in the middle. */
static enum fp_status
hold_frame(struct fp__source *source, size_t index, size_t *got)
{
    struct pnm *pnm = source->state;
    enum fp_status status;

    if (pnm->frame && pnm->index == index) {
        *got = pnm->bytes;
        return FP_OK;
    }
    if (!pnm->frame) {
        pnm->frame = fp_alloc(pnm->bytes);
        source->held = pnm->frame ? pnm->bytes : 0;
    }
    if (!pnm->frame) {
        return fp__fail_memory(source->ctx, "a picture");
    }
    pnm->index = SIZE_MAX;
    status = read_frame(source, index, pnm->frame, got);
    if (status < 0 || *got < pnm->bytes) {
        *got = 0; /* some kinds are out of place until they are whole */
        return status;
    }
    pnm->index = index;
    return FP_OK;
}

/* Up to n bytes of one picture, `inside` bytes from its beginning. */
static enum fp_status
read_part(struct fp__source *source, size_t index, size_t inside, unsigned char *out, size_t n,
          size_t *got)
{
    const struct pnm *pnm = source->state;
    enum fp_status status;

    if (is_as_given(&pnm->head)) {
        return fp__bytes_read(source->bytes, out, n, pnm->begins[index] + inside, got);
    }
    if (n == pnm->bytes) {
        return read_frame(source, index, out, got);
    }
    status = hold_frame(source, index, got);
    if (status < 0) {
        return status;
    }
    *got = *got > inside ? *got - inside : 0;
    *got = *got < n ? *got : n;
    memcpy(out, pnm->frame + inside, *got);
    return FP_OK;
}

static enum fp_status
pnm_read(struct fp__source *source, void *bytes, size_t n, uint64_t offset, size_t *got)
{
    const struct pnm *pnm = source->state;
    unsigned char *out = bytes;
    size_t done = 0;

    while (done < n) {
        size_t inside = (offset + done) % pnm->bytes;
        size_t left = n - done < pnm->bytes - inside ? n - done : pnm->bytes - inside;
        size_t part = 0;
        enum fp_status status =
            read_part(source, (offset + done) / pnm->bytes, inside, out + done, left, &part);

        if (status < 0) {
            return status;
        }
        done += part;
        if (part < left) {
            break;
        }
    }
    *got = done;
    return FP_OK;
}

/* --- How many pictures there are -------------------------------------------------------------- */

static enum fp_status
check_length(const struct fp__source *source, const struct pnm *pnm)
{
    uint64_t begin = pnm->begins[pnm->count - 1];

    if (pnm->stored <= fp__bytes_left(source->bytes, begin)) {
        return FP_OK;
    }
    return fp__fail(source->ctx, FP_ERR_INPUT,
                    "%s: is truncated: it holds %llu bytes of pixels, a P%c picture of %zux%zu "
                    "takes %zu" FP__HINT "it was not written or copied to its end",
                    source->path, (unsigned long long)fp__bytes_left(source->bytes, begin),
                    pnm->head.kind, pnm->head.width, pnm->head.height, pnm->stored);
}

static enum fp_status
check_alike(const struct fp__source *source, const struct pnm *pnm, const struct fp__pnm_head *next)
{
    const struct fp__pnm_head *head = &pnm->head;

    if (next->kind == head->kind && next->width == head->width && next->height == head->height &&
        next->most == head->most && next->big_endian == head->big_endian) {
        return FP_OK;
    }
    return fp__fail(source->ctx, FP_ERR_INPUT,
                    "%s: picture %zu of the file is P%c of %zux%zu, the first one P%c of %zux%zu: "
                    "they must be alike, up to the greatest value" FP__HINT
                    "save them as files of their own: pamsplit",
                    source->path, pnm->count + 1, next->kind, next->width, next->height, head->kind,
                    head->width, head->height);
}

/* Notes where a picture begins, and whether another one follows it. */
static enum fp_status
add_picture(struct fp__source *source, uint64_t begin, bool *more)
{
    struct pnm *pnm = source->state;
    void *begins = pnm->begins;
    unsigned char magic[3];
    enum fp_status status;
    size_t n = 0;

    if (!fp__grow(&begins, &pnm->room, pnm->count + 1, sizeof *pnm->begins)) {
        return fp__fail_memory(source->ctx, "the pictures of a file");
    }
    pnm->begins = begins;
    pnm->begins[pnm->count++] = begin;
    *more = false;
    status = check_length(source, pnm);
    if (status < 0 || fp__pnm_is_plain(&pnm->head) || fp__bytes_once(source->bytes)) {
        return status;
    }
    status = fp__bytes_read(source->bytes, magic, sizeof magic, begin + pnm->stored, &n);
    *more = status == FP_OK && fp__pnm_sniff(magic, n);
    return status;
}

static enum fp_status
find_pictures(struct fp__source *source)
{
    struct pnm *pnm = source->state;
    bool more;
    enum fp_status status = add_picture(source, pnm->head.begin, &more);

    while (status == FP_OK && more) {
        struct fp__pnm_head next;

        status = fp__pnm_head_read(source, pnm->begins[pnm->count - 1] + pnm->stored, &next);
        if (status == FP_OK) {
            status = check_alike(source, pnm, &next);
        }
        if (status == FP_OK) {
            status = add_picture(source, next.begin, &more);
        }
    }
    return status;
}

/* --- The reader ------------------------------------------------------------------------------- */

/* The type of the values and the shape of one picture. */
static void
describe_one(const struct fp__pnm_head *head, struct fp_layout *layout)
{
    bool binary = !fp__pnm_is_plain(head);
    bool floats = head->most == 0 || is_scaled(head);
    bool wide = head->most > UINT8_MAX && !floats;

    *layout = (struct fp_layout){
        .dtype = floats ? FP_FLOAT32
                 : wide ? FP_UINT16
                        : FP_UINT8,
        .ndim = head->channels > 1 ? 3 : 2,
        .shape = {head->height, head->width, head->channels > 1 ? head->channels : 0},
    };
    if (head->most == 0) {
        layout->swapped = head->big_endian != FP__BIG_ENDIAN;
    } else {
        layout->swapped = wide && binary && !FP__BIG_ENDIAN;
    }
}

/* All pictures: an axis more when there are several. */
static void
describe_all(struct fp__source *source)
{
    const struct pnm *pnm = source->state;
    struct fp_layout *layout = &source->layout;

    source->frame_axes = layout->ndim;
    if (pnm->count > 1) {
        memmove(layout->shape + 1, layout->shape, (size_t)layout->ndim * sizeof layout->shape[0]);
        layout->shape[0] = pnm->count;
        layout->ndim++;
    }
    source->value_bytes = fp_layout_pack(layout, false);
    if (!fp__pnm_is_plain(&pnm->head)) {
        source->end = pnm->begins[pnm->count - 1] + pnm->stored;
    }
}

static size_t
stored_bytes(const struct pnm *pnm)
{
    size_t size = pnm->head.most > UINT8_MAX ? 2 : 1;

    return pnm->head.kind == '4'          ? (pnm->head.width + 7) / 8 * pnm->head.height
           : fp__pnm_is_plain(&pnm->head) ? 0
           : is_scaled(&pnm->head)        ? pnm->bytes / sizeof(float) * size
                                          : pnm->bytes;
}

static enum fp_status
pnm_open(struct fp__source *source)
{
    struct pnm *pnm = source->state = fp_alloc(sizeof *pnm);
    enum fp_status status;

    if (!pnm) {
        return fp__fail_memory(source->ctx, "a picture");
    }
    status = fp__pnm_head_read(source, 0, &pnm->head);
    if (status < 0) {
        return status;
    }
    describe_one(&pnm->head, &source->layout);
    pnm->bytes = fp_layout_pack(&source->layout, false);
    pnm->stored = stored_bytes(pnm);
    status = find_pictures(source);
    if (status == FP_OK) {
        describe_all(source);
    }
    return status;
}

static void
pnm_close(struct fp__source *source)
{
    struct pnm *pnm = source->state;

    if (pnm) {
        fp_free(pnm->begins);
        fp_free(pnm->frame);
        fp_free(pnm);
    }
    source->state = NULL;
}

static bool
pnm_sniff(const unsigned char *head, size_t n)
{
    return fp__pnm_sniff(head, n) && head[1] != 'f' && head[1] != 'F';
}

static bool
pfm_sniff(const unsigned char *head, size_t n)
{
    return fp__pnm_sniff(head, n) && (head[1] == 'f' || head[1] == 'F');
}

const struct fp__reader fp__reader_pnm = {
    .name = "pnm",
    .sniff = pnm_sniff,
    .open = pnm_open,
    .read = pnm_read,
    .close = pnm_close,
};

const struct fp__reader fp__reader_pfm = {
    .name = "pfm",
    .sniff = pfm_sniff,
    .open = pnm_open,
    .read = pnm_read,
    .close = pnm_close,
};
