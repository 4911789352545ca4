/* SPDX-License-Identifier: MIT */
/* format.h: which format a name's ending or --format means, and what to do about the others. */
#ifndef CLI_OPT_FORMAT_H
#define CLI_OPT_FORMAT_H

/* The format of --format NAME. Returns 0, or an exit code after saying why it is not written. */
int fp__format_by_name(const char *name, const char **format);

/* The format that the ending of the file's name tells. */
int fp__format_by_ending(const char *path, const char **format);

#endif
