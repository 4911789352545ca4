/* SPDX-License-Identifier: MIT */
/* identity.c: what a process runs: its command line, and what it has mapped. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "core/door.h"
#include "memory/proc.h"

#define BLOCK 16384

/* --- the command line ------------------------------------------------------------------------- */

/* The words end in NULs. Bytes that a terminal must not see become '?'. */
static size_t
make_line(char *text, size_t length)
{
    while (length > 0 && text[length - 1] == '\0')
        length--;
    for (size_t i = 0; i < length; i++) {
        unsigned char *c = (unsigned char *)text + i;

        if (*c == '\0')
            *c = ' ';
        else if (*c < 0x20 || *c == 0x7f)
            *c = '?';
    }
    text[length] = '\0';
    return length;
}

/* Puts an ellipsis at the end, in place of whole characters. */
static void
shorten(char *text, size_t room)
{
    static const char dots[] = "…";
    size_t at = room - sizeof dots;

    while (at > 0 && ((unsigned char)text[at] & 0xc0) == 0x80)
        at--;
    memcpy(text + at, dots, sizeof dots);
}

bool
fp_process_command(int pid, char *text, size_t room)
{
    char path[FP__PROC_PATH];
    ssize_t got = -1;
    int fd;

    snprintf(path, sizeof path, "/proc/%d/cmdline", pid);
    fd = fp__door_open(path, O_RDONLY);
    if (fd >= 0) {
        got = fp__door_read(fd, text, room - 1, 0);
        fp__door_close(fd);
    }
    if (got <= 0 || make_line(text, (size_t)got) == 0) {
        snprintf(text, room, "process %d", pid);
        return false;
    }
    if ((size_t)got == room - 1)
        shorten(text, room);
    return true;
}

/* --- what is mapped --------------------------------------------------------------------------- */

static size_t
first_in(const char *text, size_t length, const char *const *names, size_t n)
{
    size_t i = 0;

    while (i < n && !memmem(text, length, names[i], strlen(names[i])))
        i++;
    return i;
}

/* The system gives whole lines at a time, so that no name lies across two blocks. */
static size_t
search(int fd, const char *const *names, size_t n)
{
    char block[BLOCK];
    size_t best = n;
    uint64_t offset = 0;
    ssize_t got;

    while ((got = fp__door_read(fd, block, sizeof block, offset)) > 0) {
        size_t first = first_in(block, (size_t)got, names, n);

        best = first < best ? first : best;
        offset += (uint64_t)got;
    }
    return best;
}

size_t
fp_process_maps_any(int pid, const char *const *names, size_t n)
{
    char path[FP__PROC_PATH];
    size_t found;
    int fd;

    snprintf(path, sizeof path, "/proc/%d/maps", pid);
    fd = fp__door_open(path, O_RDONLY);
    if (fd < 0)
        return n;
    found = search(fd, names, n);
    fp__door_close(fd);
    return found;
}
