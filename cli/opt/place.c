/* SPDX-License-Identifier: MIT */
/* place.c: what the file system says about names. */
#include "cli/opt/place.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* As many links after one another as Linux follows. */
enum { MOST_LINKS = 40 };

bool
fp__is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool
fp__is_device(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode);
}

bool
fp__identify(const char *path, struct fp__identity *identity)
{
    struct stat st;
    if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
        return false;
    *identity = (struct fp__identity){st.st_dev, st.st_ino};
    return true;
}

size_t
fp__base_offset(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

size_t
fp__folder_length(const char *path)
{
    size_t offset = fp__base_offset(path);
    return offset > 1 ? offset - 1 : offset; /* the slash of "/a" is the folder */
}

/* Appends the path without empty and "." steps, for folders that are still to be made. */
static void
append_normal(struct fp_text *out, const char *path, size_t n)
{
    fp_text_append(out, n > 0 && *path == '/' ? "/" : "");
    for (size_t i = 0; i < n;) {
        const char *slash = memchr(path + i, '/', n - i);
        size_t length = slash ? (size_t)(slash - path) - i : n - i;
        if (length > 0 && !(length == 1 && path[i] == '.')) {
            fp_text_append_bytes(out, path + i, length);
            fp_text_append(out, "/");
        }
        i += length + 1;
    }
}

/* Replaces a link's name by the name it leads to, which need not be there. False for no link. */
static bool
follow(char name[PATH_MAX])
{
    char target[PATH_MAX];
    struct stat st;
    if (lstat(name, &st) != 0 || !S_ISLNK(st.st_mode))
        return false;
    ssize_t length = readlink(name, target, sizeof target - 1);
    size_t folder = length > 0 && target[0] == '/' ? 0 : fp__base_offset(name);
    if (length <= 0 || folder + (size_t)length >= PATH_MAX)
        return false;
    memcpy(name + folder, target, (size_t)length);
    name[folder + (size_t)length] = 0;
    return true;
}

bool
fp__place_key(const char *name, struct fp_text *key)
{
    char path[PATH_MAX];
    size_t length = strlen(name);
    int links = 0;
    if (length < sizeof path) {
        memcpy(path, name, length + 1);
        while (links < MOST_LINKS && follow(path))
            links++;
        name = path;
    }
    struct stat st;
    struct fp_text folder = {0};
    length = fp__folder_length(name);
    fp_text_append_bytes(&folder, name, length);
    if (stat(length ? fp_text_string(&folder) : ".", &st) == 0) {
        fp_text_append_format(key, "%ju:%ju/", (uintmax_t)st.st_dev, (uintmax_t)st.st_ino);
    } else {
        fp_text_append(key, "?");
        append_normal(key, name, length);
    }
    key->failed |= folder.failed;
    fp_text_finish(&folder);
    fp_text_append(key, name + fp__base_offset(name));
    return links > 0;
}

enum fp__folder
fp__folder_state(const char *folder)
{
    struct stat st;
    if (stat(*folder ? folder : ".", &st) == 0)
        return S_ISDIR(st.st_mode) ? FP__FOLDER_THERE : FP__FOLDER_NONE;
    return errno == ENOENT ? FP__FOLDER_MISSING : FP__FOLDER_NONE;
}

int
fp__folder_make(const char *folder)
{
    char path[PATH_MAX];
    size_t length = strlen(folder);
    if (length >= sizeof path)
        return ENAMETOOLONG;
    memcpy(path, folder, length + 1);
    for (size_t i = 1; i <= length; i++) {
        if (path[i] != '/' && path[i] != 0)
            continue;
        path[i] = 0;
        int error = mkdir(path, 0777) == 0 ? 0 : errno;
        if (error && !fp__is_folder(path)) { /* one that somebody made meanwhile is as good */
            return error == EEXIST ? ENOTDIR : error;
        }
        path[i] = i < length ? '/' : 0;
    }
    return 0;
}
