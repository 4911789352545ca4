/* SPDX-License-Identifier: MIT */
/* place.h: where files lie: folders, links, and which names are one file. */
#ifndef CLI_OPT_PLACE_H
#define CLI_OPT_PLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "flatplot/text.h"

/* The file itself, whatever names lead to it. */
struct fp__identity {
    uint64_t device;
    uint64_t inode;
};

bool fp__is_folder(const char *path);

/* True for what exists and is neither a file nor a folder: it is written directly. */
bool fp__is_device(const char *path);

/* The regular file at the path, links followed. False when there is none. */
bool fp__identify(const char *path, struct fp__identity *identity);

/* Bytes of the path before its last name, 0 when it has no folder; and with the slash. */
size_t fp__folder_length(const char *path);
size_t fp__base_offset(const char *path);

/* Appends a key that is the same for every name of one place: folders and a link in the last
 * place are followed. True when there was such a link. */
bool fp__place_key(const char *name, struct fp_text *key);

enum fp__folder { FP__FOLDER_THERE, FP__FOLDER_MISSING, FP__FOLDER_NONE };

/* Whether the folder in which the file would lie is there, missing, or no folder. */
enum fp__folder fp__folder_state(const char *folder);

/* Makes the folder and those above it. 0, or the system's error number. */
int fp__folder_make(const char *folder);

#endif
