/* SPDX-License-Identifier: MIT */
/* zip.c: minizip over our bytes.
 *
 * Only directories are walked with it. What members unpack to comes through unpack.c, so that
 * memory passes our door; minizip's own, some hundred bytes while a directory is open, cannot. And
 * sizes and offsets of 64 bits are read here: minizip 1.1 takes those of 32 bits that say "look
 * there" for (unsigned long)-1, which has 64 bits today. The formats are those of APPNOTE.TXT 4.3 –
 * 4.5. */
#include "data/zip.h"

#include <string.h>
#include <unzip.h>

#include "core/alloc.h"
#include "core/status.h"

/* minizip reads single bytes, and goes backwards for the directory's end. */
enum { BUFFER_SIZE = 4096, EXTRA_ROOM = 1024, ENCRYPTED = 1 };

/* Of headers in the directory, and in front of members. */
enum { OFFSET_AT = 42, ENTRY_SIZE = 46, NAME_AT = 26, LOCAL_SIZE = 30 };

struct fp__zip {
    struct fp__bytes *bytes;
    unzFile file;
    uint64_t members;
    uint64_t number;       /* of the next member */
    uint64_t at;           /* where minizip is */
    enum fp_status status; /* why a reading failed */
    uint64_t buffer_at;
    size_t buffered;
    unsigned char buffer[BUFFER_SIZE];
};

/* --- The file as minizip sees it -------------------------------------------------------------- */

static voidpf
zip_open(voidpf opaque, const void *name, int mode)
{
    (void)name;
    (void)mode;
    return opaque;
}

/* Around the place, since minizip goes on in either direction. */
static bool
fill_buffer(struct fp__zip *zip)
{
    uint64_t begin = zip->at - zip->at % (BUFFER_SIZE / 2);

    zip->buffered = 0;
    zip->buffer_at = begin;
    if (zip->at >= zip->bytes->size) {
        return false; /* wherever a directory without sense points to */
    }
    zip->status = fp__bytes_read(zip->bytes, zip->buffer, BUFFER_SIZE, begin, &zip->buffered);
    return zip->status == FP_OK && zip->at - begin < zip->buffered;
}

static uLong
zip_read(voidpf opaque, voidpf stream, void *out, uLong n)
{
    struct fp__zip *zip = stream;
    uLong done = 0;

    (void)opaque;
    while (done < n) {
        uint64_t place = zip->at - zip->buffer_at;
        size_t k;

        if (place >= zip->buffered) {
            if (!fill_buffer(zip)) {
                break;
            }
            place = zip->at - zip->buffer_at;
        }
        k = zip->buffered - (size_t)place;
        k = k < n - done ? k : n - done;
        memcpy((unsigned char *)out + done, zip->buffer + place, k);
        zip->at += k;
        done += k;
    }
    return done;
}

static ZPOS64_T
zip_tell(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((struct fp__zip *)stream)->at;
}

static long
zip_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int whence)
{
    struct fp__zip *zip = stream;

    (void)opaque;
    zip->at = offset + (whence == ZLIB_FILEFUNC_SEEK_CUR   ? zip->at
                        : whence == ZLIB_FILEFUNC_SEEK_END ? zip->bytes->size
                                                           : 0);
    return 0;
}

static int
zip_nothing(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

/* --- The directory ---------------------------------------------------------------------------- */

bool
fp__zip_sniff(const unsigned char *head, size_t n)
{
    return n >= 4 && (memcmp(head, "PK\3\4", 4) == 0 || memcmp(head, "PK\5\6", 4) == 0);
}

/* When the reason lies below, it has been told. */
static enum fp_status
damaged(const struct fp__zip *zip, const char *why)
{
    if (zip->status < 0) {
        return zip->status;
    }
    return fp__fail(zip->bytes->ctx, FP_ERR_INPUT,
                    "%s: the zip archive is damaged: %s" FP__HINT
                    "unzip -t tells more; copy or save the file again",
                    zip->bytes->path, why);
}

static enum fp_status
open_directory(struct fp__zip *zip, const struct fp_limits *limits)
{
    zlib_filefunc64_def functions = {
        .zopen64_file = zip_open,
        .zread_file = zip_read,
        .ztell64_file = zip_tell,
        .zseek64_file = zip_seek,
        .zclose_file = zip_nothing,
        .zerror_file = zip_nothing,
        .opaque = zip,
    };
    unz_global_info64 info;
    unsigned char head[4];
    size_t n = 0;

    zip->status = fp__bytes_read(zip->bytes, head, sizeof head, 0, &n);
    if (zip->status == FP_OK && n == sizeof head && memcmp(head, "PK\5\6", sizeof head) == 0) {
        return FP_OK; /* no members, which minizip takes for damage */
    }
    zip->status = zip->status < 0 ? zip->status : fp__bytes_measure(zip->bytes);
    if (zip->status < 0) {
        return zip->status;
    }
    zip->file = unzOpen2_64(zip->bytes->path, &functions);
    if (!zip->file || unzGetGlobalInfo64(zip->file, &info) != UNZ_OK) {
        return damaged(zip, "its directory, at the end, is missing");
    }
    zip->members = info.number_entry;
    if (zip->members <= limits->members) {
        return FP_OK;
    }
    return fp__fail(zip->bytes->ctx, FP_ERR_INPUT,
                    "%s: the archive has %llu members; %zu are the most that are read" FP__HINT
                    "unzip it and name the files",
                    zip->bytes->path, (unsigned long long)zip->members, limits->members);
}

enum fp_status
fp__zip_open(struct fp__bytes *bytes, const struct fp_limits *limits, struct fp__zip **zip)
{
    struct fp__zip *opened = fp_alloc(sizeof *opened);
    enum fp_status status;

    if (!opened) {
        return fp__fail_memory(bytes->ctx, "the directory of an archive");
    }
    opened->bytes = bytes;
    status = open_directory(opened, limits);
    if (status < 0) {
        fp__zip_close(opened);
        return status;
    }
    *zip = opened;
    return FP_OK;
}

void
fp__zip_close(struct fp__zip *zip)
{
    if (zip && zip->file) {
        unzClose(zip->file);
    }
    fp_free(zip);
}

/* --- Members ---------------------------------------------------------------------------------- */

static uint64_t
number_at(const unsigned char *bytes, size_t size)
{
    uint64_t number = 0;

    while (size-- > 0) {
        number = number << 8 | bytes[size];
    }
    return number;
}

/* The place of the field with 64-bit numbers in the extra fields; *n becomes its size, 0 when there
 * is none. */
static const unsigned char *
find_zip64(const unsigned char *extra, size_t *n)
{
    size_t left = *n;

    *n = 0;
    while (left >= 4) {
        size_t size = (size_t)number_at(extra + 2, 2);

        left -= 4;
        if (size > left) {
            break;
        }
        if (number_at(extra, 2) == 1) {
            *n = size;
            return extra + 4;
        }
        extra += 4 + size;
        left -= size;
    }
    return extra;
}

/* They stand there in this order, those only that did not fit into 32 bits. */
static bool
widen(struct fp__zip_place *place, const unsigned char *extra, size_t n)
{
    uint64_t *const numbers[] = {&place->size, &place->packed, &place->offset};

    extra = find_zip64(extra, &n);
    for (size_t i = 0; i < 3; i++) {
        if (*numbers[i] != UINT32_MAX) {
            continue;
        }
        if (n < 8) {
            return false;
        }
        *numbers[i] = number_at(extra, 8);
        extra += 8;
        n -= 8;
    }
    return true;
}

/* Where the member's header is, which minizip does not tell. */
static enum fp_status
read_offset(struct fp__zip *zip, uint64_t *offset)
{
    unsigned char entry[ENTRY_SIZE];
    size_t n = 0;

    zip->status = fp__bytes_read(zip->bytes, entry, ENTRY_SIZE, unzGetOffset64(zip->file), &n);
    if (zip->status < 0 || n < ENTRY_SIZE || memcmp(entry, "PK\1\2", 4) != 0) {
        return damaged(zip, "its directory is not where its end says");
    }
    *offset = number_at(entry + OFFSET_AT, 4);
    return FP_OK;
}

static enum fp_status
read_entry(struct fp__zip *zip, struct fp__zip_entry *entry)
{
    unsigned char extra[EXTRA_ROOM];
    unz_file_info64 info;
    enum fp_status status;
    int went = zip->number == 0 ? unzGoToFirstFile(zip->file) : unzGoToNextFile(zip->file);

    if (went != UNZ_OK || unzGetCurrentFileInfo64(zip->file, &info, entry->name, sizeof entry->name,
                                                  extra, sizeof extra, NULL, 0) != UNZ_OK) {
        return damaged(zip, "its directory ends early or is no directory");
    }
    if (info.size_filename >= sizeof entry->name || info.size_file_extra > sizeof extra) {
        return damaged(zip, "a member's name or its extra fields are longer than 1023 bytes");
    }
    entry->place = (struct fp__zip_place){
        .method = info.flag & ENCRYPTED ? UINT32_MAX : (unsigned)info.compression_method,
        .packed = info.compressed_size,
        .size = info.uncompressed_size,
        .crc = (uint32_t)info.crc,
    };
    zip->number++;
    status = read_offset(zip, &entry->place.offset);
    if (status == FP_OK && !widen(&entry->place, extra, info.size_file_extra)) {
        status = damaged(zip, "a size of more than 32 bits is missing");
    }
    return status;
}

static bool
is_folder(const char *name)
{
    size_t n = strlen(name);

    return n > 0 && name[n - 1] == '/';
}

enum fp_status
fp__zip_next(struct fp__zip *zip, struct fp__zip_entry *entry, bool *more)
{
    do {
        enum fp_status status;

        *more = zip->number < zip->members;
        if (!*more) {
            return FP_OK;
        }
        status = read_entry(zip, entry);
        if (status < 0) {
            return status;
        }
    } while (is_folder(entry->name));
    return FP_OK;
}

static enum fp_status
check_method(const struct fp__zip *zip, const struct fp__zip_entry *entry)
{
    if (entry->place.method == FP__ZIP_STORED || entry->place.method == FP__ZIP_DEFLATED) {
        return FP_OK;
    }
    if (entry->place.method == UINT32_MAX) {
        return fp__fail(zip->bytes->ctx, FP_ERR_INPUT,
                        "%s: the member %s is encrypted" FP__HINT "unzip it and name the file",
                        zip->bytes->path, entry->name);
    }
    return fp__fail(zip->bytes->ctx, FP_ERR_INPUT,
                    "%s: the member %s is packed by method %u; stored (0) and deflated (8) ones "
                    "are read" FP__HINT "np.savez_compressed(f, a=a) deflates",
                    zip->bytes->path, entry->name, entry->place.method);
}

enum fp_status
fp__zip_enter(struct fp__zip *zip, struct fp__zip_entry *entry)
{
    struct fp__zip_place *place = &entry->place;
    enum fp_status status = check_method(zip, entry);
    unsigned char local[LOCAL_SIZE];
    uint64_t size = zip->bytes->size;
    size_t n = 0;

    if (status < 0) {
        return status;
    }
    zip->status = fp__bytes_read(zip->bytes, local, LOCAL_SIZE, place->offset, &n);
    if (zip->status < 0 || n < LOCAL_SIZE || memcmp(local, "PK\3\4", 4) != 0) {
        return damaged(zip, "a member is not where the directory says");
    }
    place->offset += LOCAL_SIZE + number_at(local + NAME_AT, 2) + number_at(local + NAME_AT + 2, 2);
    if (place->offset > size || place->packed > size - place->offset ||
        (place->method == FP__ZIP_STORED && place->packed != place->size)) {
        return damaged(zip, "a member reaches beyond the end of the file");
    }
    return FP_OK;
}
