/* SPDX-License-Identifier: MIT */
/* npy_header.h: a .npy file from its head to its end, for the samples that make input. */
#ifndef SAMPLES_NPY_HEADER_H
#define SAMPLES_NPY_HEADER_H

#include <stdint.h>
#include <stdio.h>

/* Magic, version 1.0, the header's length, and the header as a Python dictionary, padded with
 * spaces so that the data begins at byte 128 (numpy.lib.format: a multiple of 64). `type` is "f8",
 * "f4" or "u1", in this machine's byte order; `shape` is what stands between the parentheses. 0 on
 * failure. */
static inline int
write_npy_header(FILE *file, const char *type, const char *shape)
{
    const uint16_t one = 1;
    char order = *(const unsigned char *)&one == 1 ? '<' : '>';
    char dict[118];

    snprintf(dict, sizeof dict, "{'descr': '%c%s', 'fortran_order': False, 'shape': (%s), }", order,
             type, shape);
    return fwrite("\x93NUMPY\x01\x00\x76\x00", 1, 10, file) == 10 &&
           fprintf(file, "%-117s\n", dict) == 118;
}

/* The whole of a program `name` that writes one file, whose name is its only argument.
 * `write_values` writes what follows the head; 0 on failure. Returns the exit code. */
static inline int
make_npy(int argc, char **argv, const char *name, const char *type, const char *shape,
         int (*write_values)(FILE *file))
{
    FILE *file;
    int written;

    if (argc != 2) {
        fprintf(stderr, "usage: %s FILE\n", name);
        return 2;
    }
    file = fopen(argv[1], "wb");
    written = file != NULL && write_npy_header(file, type, shape) && write_values(file);
    if (file != NULL && fclose(file) != 0)
        written = 0;
    if (!written) {
        perror(argv[1]);
        return 4;
    }
    return 0;
}

#endif
