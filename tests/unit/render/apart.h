/* SPDX-License-Identifier: MIT */
/* apart.h: processes with fonts of their own choice. */
#ifndef TESTS_UNIT_RENDER_APART_H
#define TESTS_UNIT_RENDER_APART_H

#include "unit/support.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/context.h"
#include "render/leak_check.h"

#define DEJAVU "/usr/share/fonts/truetype/dejavu"

/* In the child: leaves it with the line's number unless the condition holds. */
#define must(condition)                                                                            \
    do                                                                                             \
        if (!(condition))                                                                          \
            _exit(__LINE__ % 256 ? __LINE__ % 256 : 1);                                            \
    while (0)

static inline const char *
font_config(const char *name, const char *folder)
{
    char text[2048];
    const char *path = temp_path(name);

    mkdir(temp_path("nothing"), 0777);
    snprintf(text, sizeof text,
             "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
             "<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>",
             folder, temp_path("cache"));
    write_file(path, text, strlen(text));
    return path;
}

/* Runs it with that fontconfig file; it must end well and write nothing to standard error. `tidy`:
 * what cairo and fontconfig keep is given back at the end, where that is built in. */
static inline void
run_with(const char *config, void (*child)(void), bool tidy)
{
    const char *log = temp_path("stderr");
    pid_t pid = fork();
    char *said;
    int status;

    if (pid == 0) {
        int fd = open(log, O_CREAT | O_TRUNC | O_WRONLY, 0666);

        dup2(fd, 2);
        setenv("FONTCONFIG_FILE", config, 1);
        child();
        fp_context_destroy(NULL);
        if (tidy)
            fp__leak_check_end(); /* this process ends without its exit handlers */
        _exit(0);
    }
    assert_true(pid > 0);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    said = read_file(log, NULL);
    if (said[0] != '\0')
        print_error("on standard error: %s\n", said);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail_msg("the child ended with status %#x: failed in line %d", (unsigned)status,
                 WEXITSTATUS(status));
    assert_string_equal(said, "");
    free(said);
}

#endif
