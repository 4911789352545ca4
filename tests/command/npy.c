/* SPDX-License-Identifier: MIT */
/* npy.c: makes .npy files for the command tests, good ones and bad ones.
 *
 * npy FILE DESCR SHAPE [VALUES [ORDER]]
 *     DESCR   '<f8', '|u1', '>i2' …: bool, integers and floats of 4 and 8 bytes
 *     SHAPE   3,20,30
 *     VALUES  ramp (0, 1, 2 … in the order of the file; the default), random (0 … 1), or a number
 *             (also nan, inf)
 *     ORDER   C (default) or F, which only says so in the header
 * npy FILE --header DICT [BYTES]
 *     the text as the header of a version 1 file, as it is, and that many zero bytes of data */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
die(const char *what)
{
    fprintf(stderr, "npy: %s\n", what);
    exit(1);
}

/* Padded so that the data begins at a multiple of 64, as the format asks. */
static void
put_header(FILE *file, const char *dict)
{
    size_t text = strlen(dict) + 1;
    size_t padding = (64 - (10 + text) % 64) % 64;
    size_t length = text + padding;
    if (length > UINT16_MAX)
        die("the header is too long for version 1");
    fwrite("\x93NUMPY\x01\x00", 1, 8, file);
    putc((int)(length & 0xff), file);
    putc((int)(length >> 8), file);
    fprintf(file, "%s%*s\n", dict, (int)padding, "");
}

static size_t
parse_shape(const char *text, char *tuple, size_t room)
{
    size_t count = 1, at = 0;
    tuple[at++] = '(';
    while (*text != '\0') {
        char *end;
        size_t side = strtoull(text, &end, 10);
        if (end == text)
            die("SHAPE is sizes with commas");
        count *= side;
        at += (size_t)snprintf(tuple + at, room - at, "%zu, ", side);
        text = *end == ',' ? end + 1 : end;
    }
    snprintf(tuple + at, room - at, ")");
    return count;
}

/* splitmix64 (Steele, Lea, Flood 2014; constants of Vigna's reference implementation). */
static uint64_t
next_random(void)
{
    static uint64_t state;
    uint64_t z = (state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static double
value_at(const char *values, size_t i)
{
    if (strcmp(values, "ramp") == 0)
        return (double)i;
    if (strcmp(values, "random") == 0)
        return (double)(next_random() >> 11) * 0x1p-53;
    return strtod(values, NULL);
}

/* The value's bytes in this machine's order; returns how many. */
static size_t
encode(const char *type, double value, unsigned char bytes[8])
{
    size_t size = (size_t)(type[1] - '0');
    float single = (float)value;
    int64_t whole = type[0] == 'f' ? 0 : (int64_t)value;
    if (strchr("biuf", type[0]) == NULL || strchr("1248", type[1]) == NULL || type[2] != '\0')
        die("DESCR is not of a type that is made here");
    if (type[0] != 'f')
        memcpy(bytes, &whole, 8); /* the low bytes come first on the machines the tests run on */
    else if (size == 4)
        memcpy(bytes, &single, 4);
    else if (size == 8)
        memcpy(bytes, &value, 8);
    else
        die("floats have 4 or 8 bytes here");
    return size;
}

static void
put_value(FILE *file, const char *descr, double value)
{
    unsigned char bytes[8];
    size_t size = encode(descr + 1, value, bytes);
    for (size_t i = 0; i < size; i++)
        putc(bytes[descr[0] == '>' ? size - 1 - i : i], file);
}

static void
make_array(FILE *file, const char *descr, const char *shape, const char *values, const char *order)
{
    char tuple[256], dict[512];
    size_t count = parse_shape(shape, tuple, sizeof tuple);
    snprintf(dict, sizeof dict, "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }", descr,
             order[0] == 'F' ? "True" : "False", tuple);
    put_header(file, dict);
    for (size_t i = 0; i < count; i++)
        put_value(file, descr, value_at(values, i));
}

static void
make_raw(FILE *file, const char *dict, const char *bytes)
{
    put_header(file, dict);
    for (unsigned long long i = strtoull(bytes, NULL, 10); i > 0; i--)
        putc(0, file);
}

int
main(int argc, char **argv)
{
    if (argc < 4)
        die("FILE DESCR SHAPE [VALUES [ORDER]] or FILE --header DICT [BYTES]");
    FILE *file = fopen(argv[1], "wb");
    if (file == NULL)
        die("the file cannot be made");
    if (strcmp(argv[2], "--header") == 0)
        make_raw(file, argv[3], argc > 4 ? argv[4] : "0");
    else
        make_array(file, argv[2], argv[3], argc > 4 ? argv[4] : "ramp", argc > 5 ? argv[5] : "C");
    if (fclose(file) != 0)
        die("the file cannot be written");
    return 0;
}
