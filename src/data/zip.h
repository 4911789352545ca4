/* SPDX-License-Identifier: MIT */
/* zip.h: the directory of a zip archive, read through minizip: what is in it, and where. */
#ifndef DATA_ZIP_H
#define DATA_ZIP_H

#include "data/unpack.h"

enum { FP__ZIP_NAME_ROOM = 1024 };

struct fp__zip_entry {
    char name[FP__ZIP_NAME_ROOM]; /* "elevation.npy" */
    struct fp__zip_place place;
};

struct fp__zip;

/* True for the first n bytes of an archive. */
bool fp__zip_sniff(const unsigned char *head, size_t n);

/* Opens the directory of an archive whose bytes can be read more than once. They must live longer,
 * but may be read in between. */
enum fp_status fp__zip_open(struct fp__bytes *bytes, const struct fp_limits *limits,
                            struct fp__zip **zip);

/* NULL is fine. */
void fp__zip_close(struct fp__zip *zip);

/* The next member that is a file, in the order of the directory. *more is false when there is
 * none. */
enum fp_status fp__zip_next(struct fp__zip *zip, struct fp__zip_entry *entry, bool *more);

/* Finds where the last member's bytes begin and fills in its place. FP_ERR_INPUT when it is
 * encrypted or packed in a way that is not read, or when it is not where the directory says. */
enum fp_status fp__zip_enter(struct fp__zip *zip, struct fp__zip_entry *entry);

#endif
