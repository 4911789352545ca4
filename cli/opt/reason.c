/* SPDX-License-Identifier: MIT */
/* reason.c: the words for the system's error numbers, for people who write no programs. */
#include "cli/opt/reason.h"

#include <errno.h>
#include <string.h>

const char *
fp__reason(int error)
{
    switch (error) {
    case EBADF:
        return "it is closed";
    case EACCES:
    case EPERM:
        return "permission denied";
    case EROFS:
        return "the file system is read-only";
    case ENOSPC:
    case EDQUOT:
        return "the disk is full";
    case EFBIG:
        return "the file may not grow further";
    case EIO:
        return "input/output error";
    case ENAMETOOLONG:
        return "the name is too long";
    case ENOTDIR:
        return "a part of its path is no folder";
    case ENOENT:
        return "nothing can be made there";
    default:
        return strerrordesc_np(error);
    }
}
