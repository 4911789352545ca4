/* SPDX-License-Identifier: MIT */
/* support.c: the empty world, torture, doubles and files for unit tests. */
#include "unit/support.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <math.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/file.h"
#include "flatplot/object.h"

/* --- The empty world -------------------------------------------------------------------------- */

struct world {
    size_t bytes;
    size_t cache_bytes;
    size_t blocks;
    size_t files;
    size_t descriptors;
};

static struct world base; /* what may be there: the start's descriptors and what was reported */

const char *
fill_pipe(const void *bytes, size_t n, int *end)
{
    static char path[40];
    int fds[2];

    assert_int_equal(pipe(fds), 0);
    assert_int_equal(write(fds[1], bytes, n), n);
    close(fds[1]);
    *end = fds[0];
    snprintf(path, sizeof path, "/dev/fd/%d", fds[0]);
    return path;
}

size_t
count_files(const char *folder)
{
    size_t n = 0;
    DIR *dir = opendir(folder);
    if (dir == NULL)
        fail_msg("%s: cannot be listed", folder);
    for (const struct dirent *e = readdir(dir); e != NULL; e = readdir(dir))
        n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(dir);
    return n;
}

static size_t
count_descriptors(void)
{
    return count_files("/proc/self/fd") - 1; /* the one that lists the folder */
}

__attribute__((constructor)) static void
note_start(void)
{
    base.descriptors = count_descriptors();
}

static struct world
look(void)
{
    return (struct world){
        .bytes = fp__alloc_bytes(),
        .cache_bytes = fp__alloc_cache_bytes(),
        .blocks = fp__alloc_blocks(),
        .files = fp__file_open_count(),
        .descriptors = count_descriptors(),
    };
}

static bool
same(const struct world *a, const struct world *b)
{
    return a->bytes == b->bytes && a->cache_bytes == b->cache_bytes && a->blocks == b->blocks &&
           a->files == b->files && a->descriptors == b->descriptors;
}

/* Pango reads fonts in a thread of its own, which holds descriptors for a moment. */
static struct world
look_when_settled(void)
{
    struct world now = look();
    for (int i = 0; i < 2000 && now.descriptors != base.descriptors; i++) {
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
        now = look();
    }
    return now;
}

static void
print_left(const struct world *now, const struct fp_live_row *rows, size_t n)
{
    print_error("the world is not empty: %zd bytes, %zd cache bytes, %zd blocks, %zd files, "
                "%zd descriptors too many\n",
                (ssize_t)(now->bytes - base.bytes), (ssize_t)(now->cache_bytes - base.cache_bytes),
                (ssize_t)(now->blocks - base.blocks), (ssize_t)(now->files - base.files),
                (ssize_t)(now->descriptors - base.descriptors));
    for (size_t i = 0; i < n; i++)
        print_error("    before the context went: %zu %s, %zu bytes\n", rows[i].count, rows[i].name,
                    rows[i].bytes);
}

void
support_empty_world(const char *file, int line)
{
    struct fp_live_row rows[32];
    size_t n = fp_live_table(NULL, rows, 32);
    fp_context_destroy(NULL);
    struct world now = look_when_settled();
    if (same(&now, &base))
        return;
    print_left(&now, rows, n < 32 ? n : 32);
    base = now;
    _fail(file, line);
}

/* --- Torture ---------------------------------------------------------------------------------- */

struct door {
    const char *what;
    void (*fail_at)(size_t nth, bool onwards);
    size_t (*calls)(void);
};

static const struct door doors[] = {
    {"allocation", fp__alloc_fail_at, fp__alloc_calls},
    {"file call", fp__file_fail_at, fp__file_calls},
};

static char step[64]; /* what is being made to fail now; "" when nothing is */

static void
all_doors_open(void)
{
    fp__alloc_fail_at(0, false);
    fp__file_fail_at(0, false);
}

int
world_teardown(void **state)
{
    (void)state;
    all_doors_open();
    if (step[0] != '\0')
        print_error("failed with %s failing\n", step);
    step[0] = '\0';
    assert_empty_world();
    return 0;
}

/* True when the nth call was made, and so failed. */
static bool
run_failing(const struct door *door, size_t nth, bool onwards, int (*scenario)(void *), void *arg)
{
    snprintf(step, sizeof step, "%s %zu%s", door->what, nth, onwards ? " and all after it" : "");
    size_t before = door->calls();
    door->fail_at(nth, onwards);
    int result = scenario(arg);
    all_doors_open();
    bool reached = door->calls() - before >= nth;
    if (!reached && result != 0)
        fail_msg("the scenario returned %d though nothing failed", result);
    assert_empty_world();
    step[0] = '\0';
    return reached;
}

static bool
wished(const char *word)
{
    const char *wish = getenv("TORTURE");
    return wish != NULL && strcmp(wish, word) == 0;
}

size_t
repeats(size_t n)
{
    return wished("light") ? (n + 49) / 50 : n;
}

static void
torture_door(const struct door *door, bool onwards, size_t every, int (*scenario)(void *),
             void *arg)
{
    size_t nth = 1;
    while (run_failing(door, nth, onwards, scenario, arg))
        nth += every;
}

void
torture(int (*scenario)(void *arg), void *arg, size_t every)
{
    if (wished("full"))
        every = 1;
    else if (wished("light"))
        every *= 20;
    assert_empty_world();
    assert_int_equal(scenario(arg), 0);
    assert_empty_world();
    for (size_t i = 0; i < sizeof doors / sizeof doors[0]; i++) {
        torture_door(&doors[i], false, every, scenario, arg);
        torture_door(&doors[i], true, every, scenario, arg);
    }
}

/* --- Doubles ---------------------------------------------------------------------------------- */

void
support_near(double a, double b, double tolerance, const char *a_text, const char *b_text,
             const char *file, int line)
{
    if ((isnan(a) && isnan(b)) || a == b || fabs(a - b) <= tolerance)
        return;
    print_error("%s = %.17g is not within %.3g of %s = %.17g\n", a_text, a, tolerance, b_text, b);
    _fail(file, line);
}

/* --- Files ------------------------------------------------------------------------------------ */

static char temp[512];
static pid_t temp_owner; /* a forked child must not remove its parent's folder */

static int
remove_entry(const char *path, const struct stat *info, int type, struct FTW *ftw)
{
    (void)info;
    (void)type;
    (void)ftw;
    return remove(path);
}

static void
remove_temp(void)
{
    if (temp_owner == getpid())
        nftw(temp, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

const char *
temp_dir(void)
{
    if (temp[0] != '\0')
        return temp;
    const char *parent = getenv("TMPDIR");
    snprintf(temp, sizeof temp, "%s/flatplot-test-XXXXXX", parent != NULL ? parent : "/tmp");
    if (mkdtemp(temp) == NULL)
        fail_msg("%s: cannot be made", temp);
    temp_owner = getpid();
    atexit(remove_temp);
    return temp;
}

const char *
temp_path(const char *name)
{
    static char paths[16][1024];
    static size_t next;
    char *path = paths[next++ % 16];
    snprintf(path, sizeof paths[0], "%s/%s", temp_dir(), name);
    return path;
}

void
write_file(const char *path, const void *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        fail_msg("%s: cannot be made", path);
    bool written = fwrite(bytes, 1, size, file) == size;
    if (fclose(file) != 0 || !written)
        fail_msg("%s: cannot be written", path);
}

void *
read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail_msg("%s: cannot be opened", path);
    fseek(file, 0, SEEK_END);
    size_t n = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(n + 1);
    if (bytes == NULL || fread(bytes, 1, n, file) != n)
        fail_msg("%s: cannot be read", path);
    fclose(file);
    bytes[n] = '\0';
    if (size != NULL)
        *size = n;
    return bytes;
}

/* --- Processes -------------------------------------------------------------------------------- */

/* The children of the main thread, who gets orphans too, as "12 345 "; "" when there are none. */
static void
list_children(char *list, size_t room)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/self/task/%d/children", getpid());
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = fd >= 0 ? read(fd, list, room) : 0;
    if (fd >= 0)
        close(fd);
    while (n > 0 && list[n - 1] != ' ')
        n--; /* a number that was cut off is somebody else's */
    list[n > 0 ? n - 1 : 0] = '\0';
}

/* Who is killed may leave us children of its own. */
static void
kill_children(void)
{
    char list[4096];
    for (list_children(list, sizeof list); *list != '\0'; list_children(list, sizeof list)) {
        char *end = list;
        for (long pid = strtol(list, &end, 10); pid > 0; pid = strtol(end, &end, 10)) {
            kill((pid_t)pid, SIGKILL);
            waitpid((pid_t)pid, NULL, 0);
        }
    }
}

static void
give_up(int number)
{
    static const char words[] = "the test takes too long: given up\n";
    (void)number;
    if (write(STDERR_FILENO, words, sizeof words - 1) > 0)
        kill_children();
    _exit(1);
}

void
end_children(unsigned seconds)
{
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    kill_children();
    signal(SIGALRM, give_up);
    alarm(seconds);
}
