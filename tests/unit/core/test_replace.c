/* SPDX-License-Identifier: MIT */
/* test_replace.c: a file appears whole or not at all; links, devices and folders as targets. */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "core/file.h"
#include "core/lines.h"
#include "unit/core/replacing.h"

static void
assert_refused(const char *path, const char *why)
{
    char message[1100];

    snprintf(message, sizeof message, "%s: %s", path, why);
    assert_int_equal(replace(path, "new"), FP_ERR_OUTPUT);
    assert_int_equal(fp_context_status(NULL), FP_ERR_OUTPUT);
    assert_string_equal(fp_context_message(NULL), message);
    assert_string_not_equal(fp_context_hint(NULL), "");
}

static mode_t
mode_of(const char *path)
{
    struct stat st;

    assert_int_equal(lstat(path, &st), 0);
    return st.st_mode;
}

/* --- plain files ------------------------------------------------------------------------------ */

static void
a_file_appears_at_commit(void **state)
{
    const char *folder = own_folder("commit");
    const char *path = temp_path("commit/한글 µ.png");
    mode_t mask = umask(027);
    struct fp__replace *file;

    (void)state;
    assert_int_equal(fp__replace_begin(NULL, path, &file), FP_OK);
    assert_int_equal(fp__replace_write(file, "one ", 4), FP_OK);
    assert_int_equal(fp__replace_write(file, "two", 3), FP_OK);
    assert_int_equal(access(path, F_OK), -1);
    assert_int_equal(fp__replace_commit(file), FP_OK);
    assert_contents(path, "one two");
    assert_int_equal(mode_of(path) & 07777, 0640);
    assert_int_equal(count_files(folder), 1);
    umask(mask);
}

static void
an_old_file_stays_until_commit(void **state)
{
    const char *folder = own_folder("stays");
    const char *path = temp_path("stays/a");
    struct fp__replace *file;

    (void)state;
    write_file(path, "old", 3);
    assert_int_equal(fp__replace_begin(NULL, path, &file), FP_OK);
    assert_int_equal(fp__replace_write(file, "new contents", 12), FP_OK);
    assert_contents(path, "old");
    fp__replace_abandon(file);
    assert_contents(path, "old");
    assert_int_equal(count_files(folder), 1);
    assert_int_equal(replace(path, "new"), FP_OK);
    assert_contents(path, "new");
    assert_int_equal(replace(path, ""), FP_OK);
    assert_contents(path, "");
    assert_int_equal(count_files(folder), 1);
    fp__replace_abandon(NULL);
}

static void
a_replaced_file_keeps_its_mode(void **state)
{
    static const mode_t modes[] = {0600, 0640, 0666, 0777, 0444};
    const char *path = temp_path("mode");

    (void)state;
    write_file(path, "old", 3);
    for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
        assert_int_equal(chmod(path, modes[i]), 0);
        assert_int_equal(replace(path, "new"), FP_OK);
        assert_int_equal(mode_of(path), S_IFREG | modes[i]);
    }
}

static void
names_may_be_as_long_as_the_system_allows(void **state)
{
    char name[257];

    (void)state;
    memset(name, 'n', sizeof name);
    name[255] = '\0';
    assert_int_equal(replace(temp_path(name), "long"), FP_OK);
    assert_contents(temp_path(name), "long");
    name[255] = 'n';
    name[256] = '\0';
    assert_refused(temp_path(name), "cannot be written: the name is too long");
}

/* Also without a folder in the name. */
static void
names_may_be_relative(void **state)
{
    int here = open(".", O_RDONLY | O_DIRECTORY);

    (void)state;
    assert_int_equal(chdir(own_folder("relative")), 0);
    assert_int_equal(replace("plain", "a"), FP_OK);
    assert_int_equal(replace("./plain", "b"), FP_OK);
    assert_int_equal(symlink("plain", "link"), 0);
    assert_int_equal(replace("link", "c"), FP_OK);
    assert_contents("plain", "c");
    assert_int_equal(count_files("."), 2);
    assert_int_equal(fchdir(here), 0);
    close(here);
}

static void
what_cannot_be_written_says_why(void **state)
{
    const char *folder = own_folder("refused");

    (void)state;
    write_file(temp_path("refused/plain"), "", 0);
    assert_refused(folder, "is a folder");
    assert_refused(temp_path("refused/"), "is a folder");
    assert_refused(temp_path("refused/none/a"), "cannot be written: no such file or folder");
    assert_string_equal(fp_context_hint(NULL), "make its folder first (mkdir -p)");
    assert_refused(temp_path("refused/plain/a"), "cannot be written: Not a directory");
    assert_refused("", "cannot be written: no such file or folder");
    assert_int_equal(count_files(folder), 1);
}

/* --- links ------------------------------------------------------------------------------------ */

static void
links_are_followed_and_stay(void **state)
{
    const char *folder = own_folder("links"), *far = own_folder("links/far");
    const char *target = temp_path("links/far/target");
    const char *first = temp_path("links/first");

    (void)state;
    write_file(target, "old", 3);
    assert_int_equal(symlink(target, temp_path("links/third")), 0);          /* absolute */
    assert_int_equal(symlink("../third", temp_path("links/far/second")), 0); /* from elsewhere */
    assert_int_equal(symlink("far/second", first), 0);
    assert_int_equal(replace(first, "new"), FP_OK);
    assert_contents(target, "new");
    assert_true(S_ISREG(mode_of(target)));
    assert_true(S_ISLNK(mode_of(first)));
    assert_true(S_ISLNK(mode_of(temp_path("links/far/second"))));
    assert_int_equal(count_files(folder), 3);
    assert_int_equal(count_files(far), 2);
}

static void
a_link_to_nothing_makes_its_target(void **state)
{
    const char *folder = own_folder("dangling");
    const char *link = temp_path("dangling/link");

    (void)state;
    assert_int_equal(mkdir(temp_path("dangling/far"), 0777), 0);
    assert_int_equal(symlink("far/target", link), 0);
    assert_int_equal(replace(link, "new"), FP_OK);
    assert_contents(temp_path("dangling/far/target"), "new");
    assert_true(S_ISLNK(mode_of(link)));
    assert_int_equal(count_files(folder), 2);
    assert_int_equal(symlink("none/target", temp_path("dangling/lost")), 0);
    assert_refused(temp_path("dangling/lost"), "cannot be written: no such file or folder");
}

static void
links_in_a_circle_are_an_error(void **state)
{
    const char *folder = own_folder("circle");

    (void)state;
    assert_int_equal(symlink("two", temp_path("circle/one")), 0);
    assert_int_equal(symlink("one", temp_path("circle/two")), 0);
    assert_refused(temp_path("circle/one"), "cannot be written: Too many levels of symbolic links");
    assert_int_equal(count_files(folder), 2);
}

/* --- what is no regular file ------------------------------------------------------------------ */

/* A device of the test's own. The system's are for those only who could not harm them: were devices
 * replaced after all, root's /dev/null would be gone for everybody. NULL when neither can be
 * had. */
static const char *
device(const char *name, unsigned minor_number)
{
    const char *path = temp_path(name);
    int fd = mknod(path, S_IFCHR | 0666, makedev(1, minor_number)) == 0 ? open(path, O_WRONLY) : -1;
    static char real[32];

    if (fd >= 0) {
        close(fd);
        return path;
    }
    unlink(path); /* made, but of no use where it is */
    snprintf(real, sizeof real, "/dev/%s", name);
    return access("/dev", W_OK) == 0 ? NULL : real;
}

static void
a_device_is_written_and_stays_a_device(void **state)
{
    const char *null = device("null", 3), *link = temp_path("link-to-null");

    (void)state;
    if (!null) {
        print_message("no device can be made here\n");
        skip();
    }
    assert_int_equal(replace(null, "gone"), FP_OK);
    assert_true(S_ISCHR(mode_of(null)));
    assert_int_equal(symlink(null, link), 0);
    assert_int_equal(replace(link, "gone"), FP_OK);
    assert_true(S_ISLNK(mode_of(link)));
    assert_true(S_ISCHR(mode_of(null)));
}

static void
a_full_device_is_an_error_and_stays_a_device(void **state)
{
    const char *full = device("full", 7);

    (void)state;
    if (!full) {
        print_message("no device can be made here\n");
        skip();
    }
    assert_refused(full, "cannot be written: the disk is full");
    assert_true(S_ISCHR(mode_of(full)));
}

static void
a_fifo_is_written(void **state)
{
    const char *path = temp_path("fifo");
    char bytes[8] = {0};
    int reader;

    (void)state;
    assert_int_equal(mkfifo(path, 0600), 0);
    reader = open(path, O_RDONLY | O_NONBLOCK);
    assert_int_equal(replace(path, "through"), FP_OK);
    assert_int_equal(read(reader, bytes, sizeof bytes), 7);
    assert_string_equal(bytes, "through");
    assert_true(S_ISFIFO(mode_of(path)));
    close(reader);
}

/* As /dev/stdout is when it goes to a pipe: a link to a name that is no path. */
static void
a_descriptor_of_a_pipe_is_written(void **state)
{
    char path[32], bytes[8] = {0};
    int ends[2];

    (void)state;
    assert_int_equal(pipe(ends), 0);
    snprintf(path, sizeof path, "/proc/self/fd/%d", ends[1]);
    assert_int_equal(replace(path, "through"), FP_OK);
    assert_int_equal(read(ends[0], bytes, sizeof bytes), 7);
    assert_string_equal(bytes, "through");
    close(ends[0]);
    close(ends[1]);
}

/* Opens a log with one line in it, as the shell does for >>. */
static int
open_log(const char *path)
{
    int fd;

    assert_int_equal(replace(path, "old\n"), FP_OK);
    fd = open(path, O_WRONLY | O_APPEND);
    assert_true(fd >= 0);
    return fd;
}

/* As /dev/stdout is after >> log: whoever opened the log keeps it. */
static void
a_descriptor_of_a_file_is_written(void **state)
{
    const char *folder = own_folder("log");
    const char *log = temp_path("log/log");
    const char *link = temp_path("log/link");
    int fd = open_log(log);
    char name[48];

    (void)state;
    snprintf(name, sizeof name, "/dev/fd/%d", fd);
    assert_int_equal(replace(name, "1\n"), FP_OK);
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    assert_int_equal(replace(name, "2\n"), FP_OK);
    snprintf(name, sizeof name, "/proc/%d/fd/%d", getpid(), fd);
    assert_int_equal(replace(name, "3\n"), FP_OK);
    assert_int_equal(symlink(name, link), 0);
    assert_int_equal(replace(link, "link\n"), FP_OK);
    assert_int_equal(write(fd, "end\n", 4), 4);
    assert_contents(log, "old\n1\n2\n3\nlink\nend\n");
    assert_int_equal(count_files(folder), 2);
    close(fd);
}

/* Lines go on where the descriptor is, and what others wrote is not cut off. */
static void
lines_go_to_a_descriptor(void **state)
{
    const char *log = (own_folder("lines"), temp_path("lines/log"));
    int fd = open_log(log);
    struct fp_lines *lines;
    char name[32];

    (void)state;
    snprintf(name, sizeof name, "/dev/fd/%d", fd);
    assert_int_equal(fp__lines_begin(NULL, name, "1\n", 2, NULL, NULL, &lines), FP_OK);
    assert_int_equal(write(fd, "x\n", 2), 2);
    assert_int_equal(fp__lines_add(lines, "2\n", 2), FP_OK);
    fp__file_fail_at(1, false);
    assert_int_equal(fp__lines_add(lines, "3\n", 2), FP_ERR_OUTPUT);
    fp__file_fail_at(0, false);
    assert_int_equal(fp__lines_end(lines), FP_OK);
    assert_contents(log, "old\n1\nx\n2\n");
    close(fd);
}

/* --- every call failing ----------------------------------------------------------------------- */

/* After the call that failed: the status tells which contents are there, and nothing lies about
 * unless removing it was refused as well. */
static void
check_whole(const char *folder, const char *path, const char *old, bool onwards,
            enum fp_status status)
{
    bool there = access(path, F_OK) == 0;

    assert_true(status == FP_OK || status == FP_ERR_OUTPUT);
    if (status == FP_OK) {
        assert_contents(path, "new contents");
        assert_true(!old || (mode_of(path) & 0777) == 0600);
    } else if (old)
        assert_contents(path, old);
    else
        assert_false(there);
    assert_in_range(count_files(folder), there, onwards ? there + 1 : there);
}

static void
fail_each_call(const char *name, const char *old, bool onwards)
{
    const char *folder = own_folder(name);
    char path[600];
    size_t before, nth = 0;

    snprintf(path, sizeof path, "%s/file", folder);
    do {
        enum fp_status status;

        unlink(path);
        if (old) {
            write_file(path, old, strlen(old));
            assert_int_equal(chmod(path, 0600), 0);
        }
        before = fp__file_calls();
        fp__file_fail_at(++nth, onwards);
        status = replace(path, "new contents");
        fp__file_fail_at(0, false);
        check_whole(folder, path, old, onwards, status);
        assert_int_equal(fp__file_open_count(), 0);
    } while (fp__file_calls() - before >= nth);
    assert_true(nth > 8);                     /* stat, readlink, open, flock, fstat, lstat, … */
    assert_int_equal(count_files(folder), 1); /* the last run, undisturbed, left nothing else */
}

static void
whichever_call_fails_the_file_is_whole(void **state)
{
    (void)state;
    fail_each_call("once-new", NULL, false);
    fail_each_call("once-old", "old", false);
    fail_each_call("onwards-new", NULL, true);
    fail_each_call("onwards-old", "old", true);
}

static int
replace_a_link(void *path)
{
    return replace(path, "new") != FP_OK;
}

static void
every_failing_call_and_allocation_is_survived(void **state)
{
    char *link = strdup(temp_path("tortured"));

    (void)state;
    assert_int_equal(symlink("target", link), 0);
    torture(replace_a_link, link, 1);
    assert_contents(link, "new");
    free(link);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(a_file_appears_at_commit),
        world_test(an_old_file_stays_until_commit),
        world_test(a_replaced_file_keeps_its_mode),
        world_test(names_may_be_as_long_as_the_system_allows),
        world_test(names_may_be_relative),
        world_test(what_cannot_be_written_says_why),
        world_test(links_are_followed_and_stay),
        world_test(a_link_to_nothing_makes_its_target),
        world_test(links_in_a_circle_are_an_error),
        world_test(a_device_is_written_and_stays_a_device),
        world_test(a_full_device_is_an_error_and_stays_a_device),
        world_test(a_fifo_is_written),
        world_test(a_descriptor_of_a_pipe_is_written),
        world_test(a_descriptor_of_a_file_is_written),
        world_test(lines_go_to_a_descriptor),
        world_test(whichever_call_fails_the_file_is_whole),
        world_test(every_failing_call_and_allocation_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
