/* SPDX-License-Identifier: MIT */
/* capture.h: the tool run inside the test, with what it wrote to its two outputs. */
#ifndef TESTS_UNIT_CLI_CAPTURE_H
#define TESTS_UNIT_CLI_CAPTURE_H

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/tool.h"
#include "unit/support.h"

#define MAX_WORDS 24

struct capture {
    int saved[3]; /* the test's own outputs, at their numbers */
};

/* From here on what is written to descriptors 1 and 2 goes to files. */
static inline struct capture
capture_begin(void)
{
    struct capture c = {{-1, -1, -1}};
    fflush(NULL);
    for (int fd = 1; fd <= 2; fd++) {
        int file =
            open(temp_path(fd == 1 ? "stdout" : "stderr"), O_CREAT | O_TRUNC | O_WRONLY, 0600);
        c.saved[fd] = dup(fd);
        dup2(file, fd);
        close(file);
    }
    return c;
}

static inline void
capture_end(const struct capture *c)
{
    for (int fd = 1; fd <= 2; fd++) {
        dup2(c->saved[fd], fd);
        close(c->saved[fd]);
    }
}

/* What the last captured piece wrote, for as long as the next is not captured. */
static inline const char *
captured(int fd)
{
    static char *text[3];
    free(text[fd]);
    text[fd] = read_file(temp_path(fd == 1 ? "stdout" : "stderr"), NULL);
    /* Copied, so that no test needs to free it. */
    static char copy[3][65536];
    snprintf(copy[fd], sizeof copy[fd], "%s", text[fd]);
    free(text[fd]);
    text[fd] = NULL;
    return copy[fd];
}

/* Runs `flatplot words…`, words ending in NULL, and returns its exit code. */
static inline int
run_words(const char *const *words)
{
    char *argv[MAX_WORDS + 2] = {(char *)"flatplot"};
    int argc = 1;
    while (words[argc - 1]) {
        assert_true(argc <= MAX_WORDS);
        argv[argc] = (char *)words[argc - 1];
        argc++;
    }
    struct capture c = capture_begin();
    int code = fp_tool_main(argc, argv);
    capture_end(&c);
    return code;
}

#define run(...) run_words((const char *const[]){__VA_ARGS__, NULL})

#define assert_out(text) assert_has(captured(1), (text))
#define assert_err(text) assert_has(captured(2), (text))

static inline void
assert_has(const char *all, const char *part)
{
    if (!strstr(all, part)) {
        fail_msg("\"%s\" is not in \"%s\"", part, all);
    }
}

/* A .npy file of little-endian float32 values 0, step, 2 step …; shape as in "3,4,5". */
static inline void
write_steps(const char *path, const char *shape, float step)
{
    char dict[192];
    size_t count = 1;
    for (const char *c = shape; *c; c = strchr(c, ',') ? strchr(c, ',') + 1 : "") {
        count *= strtoul(c, NULL, 10);
    }
    snprintf(dict, sizeof dict, "{'descr': '<f4', 'fortran_order': False, 'shape': (%s,), }",
             shape);
    unsigned char *bytes = calloc(128 + count, 4);
    memcpy(bytes, "\x93NUMPY\x01\x00\x76\x00", 10);
    memset(bytes + 10, ' ', 118);
    memcpy(bytes + 10, dict, strlen(dict));
    bytes[127] = '\n';
    for (size_t i = 0; i < count; i++) {
        float value = (float)i * step;
        memcpy(bytes + 128 + 4 * i, &value, 4);
    }
    write_file(path, bytes, 128 + 4 * count);
    free(bytes);
}

static inline void
write_ramp(const char *path, const char *shape)
{
    write_steps(path, shape, 1);
}

#endif
