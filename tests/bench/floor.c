/* SPDX-License-Identifier: MIT */
/* floor.c: what the compressor costs alone: bench_floor PASSES FILE.png… takes the filtered rows
 * out of the pictures and prints, on an average over pictures and passes, the milliseconds that
 * ISA-L takes to compress those of one at its level 0 and at its level 1, the milliseconds that
 * copying them takes, and the bytes that each level made of them. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <isa-l/igzip_lib.h>
#include <zlib.h>

#include "cpu_time.h"

enum { SIGNATURE = 8, FRAME = 12 }; /* of a PNG; a chunk's length, type and CRC */

struct picture {
    uint8_t *rows;
    size_t size;
};

static struct isal_zstream stream;
static uint8_t level_buffer[ISAL_DEF_LVL1_DEFAULT];

static void
must(int done, const char *what)
{
    if (done)
        return;
    fprintf(stderr, "bench_floor: %s\n", what);
    exit(1);
}

static uint32_t
be32(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static uint8_t *
read_file(const char *name, size_t *size)
{
    FILE *file = fopen(name, "rb");
    uint8_t *bytes;
    long end = 0;

    must(file && fseek(file, 0, SEEK_END) == 0 && (end = ftell(file)) > SIGNATURE + 25, name);
    rewind(file);
    bytes = malloc((size_t)end);
    must(bytes && fread(bytes, 1, (size_t)end, file) == (size_t)end, name);
    must(memcmp(bytes, "\x89PNG", 4) == 0, name);
    fclose(file);
    *size = (size_t)end;
    return bytes;
}

/* A filter byte and the row (PNG specification, 7.2 and 11.2.2), for all rows. */
static size_t
rows_size(const uint8_t *head)
{
    static const size_t samples[] = {1, 0, 3, 1, 2, 0, 4};
    size_t width = be32(head), height = be32(head + 4), depth = head[8];

    return height * (1 + (width * samples[head[9] % 7] * depth + 7) / 8);
}

/* Moves the data of all IDAT chunks to where the first began, and returns how much it is. */
static size_t
join_data(uint8_t *bytes, size_t size)
{
    size_t joined = 0, length;

    for (size_t at = SIGNATURE; at + FRAME <= size; at += FRAME + length) {
        length = be32(bytes + at);
        must(length <= size - at - FRAME, "a chunk without end");
        if (memcmp(bytes + at + 4, "IDAT", 4) == 0) {
            memmove(bytes + joined, bytes + at + 8, length);
            joined += length;
        }
    }
    return joined;
}

static struct picture
open_picture(const char *name)
{
    size_t size;
    uint8_t *bytes = read_file(name, &size);
    struct picture picture = {.size = rows_size(bytes + SIGNATURE + 8)};
    uLongf length = picture.size;

    picture.rows = malloc(picture.size);
    size = join_data(bytes, size);
    must(picture.rows && uncompress(picture.rows, &length, bytes, size) == Z_OK &&
             length == picture.size,
         name);
    free(bytes);
    return picture;
}

static size_t
compress_rows(const struct picture *picture, uint32_t level, uint8_t *to)
{
    isal_deflate_init(&stream);
    stream.level = level;
    stream.level_buf = level_buffer;
    stream.level_buf_size = sizeof level_buffer;
    stream.gzip_flag = IGZIP_ZLIB;
    stream.end_of_stream = 1;
    stream.next_in = picture->rows;
    stream.avail_in = (uint32_t)picture->size;
    stream.next_out = to;
    stream.avail_out = (uint32_t)(picture->size + picture->size / 4 + 4096);
    must(isal_deflate(&stream) == COMP_OK && stream.internal_state.state == ZSTATE_END, "ISA-L");
    return stream.total_out;
}

static void
measure(const struct picture *pictures, int n, int passes)
{
    uint8_t *to = malloc(pictures[0].size * 2 + 4096);
    double ms[3] = {0}, bytes[2] = {0}, start;

    must(to != NULL, "no memory");
    memset(to, 0, pictures[0].size * 2 + 4096);
    for (int i = 0; i < n * passes; i++) {
        for (uint32_t level = 0; level < 2; level++) {
            start = cpu_time();
            bytes[level] += (double)compress_rows(&pictures[i % n], level, to);
            ms[level] += cpu_time() - start;
        }
        start = cpu_time();
        memcpy(to, pictures[i % n].rows, pictures[i % n].size);
        __asm__ volatile("" : : "r"(to) : "memory"); /* the copy is wanted */
        ms[2] += cpu_time() - start;
    }
    n *= passes;
    printf("%.5f %.5f %.5f %.0f %.0f\n", ms[0] / n, ms[1] / n, ms[2] / n, bytes[0] / n,
           bytes[1] / n);
    free(to);
}

int
main(int argc, char **argv)
{
    int n = argc - 2;
    struct picture *pictures = n > 0 ? calloc((size_t)n, sizeof *pictures) : NULL;

    must(pictures != NULL, "bench_floor PASSES FILE.png…");
    for (int i = 0; i < n; i++)
        pictures[i] = open_picture(argv[i + 2]);
    for (int i = 1; i < n; i++)
        must(pictures[i].size == pictures[0].size, "the pictures differ in size");
    measure(pictures, n, atoi(argv[1]));
    for (int i = 0; i < n; i++)
        free(pictures[i].rows);
    free(pictures);
    return 0;
}
