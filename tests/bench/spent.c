/* SPDX-License-Identifier: MIT */
/* spent.c: what a command takes: bench_spent COMMAND… runs it with its output thrown away and
 * prints the seconds from its start to its end, the seconds of CPU, and the most bytes that it, or
 * one of the processes that it waited for, had resident. */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double
seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static int
run(char **command)
{
    dup2(open("/dev/null", O_RDWR), 1);
    execvp(command[0], command);
    perror(command[0]);
    return 127;
}

int
main(int argc, char **argv)
{
    struct rusage used;
    int status = 0;
    double start = now();
    pid_t pid = argc > 1 ? fork() : -1;

    if (pid == 0)
        return run(argv + 1);
    if (pid < 0 || waitpid(pid, &status, 0) != pid || status != 0) {
        fprintf(stderr, "bench_spent: %s failed\n", argc > 1 ? argv[1] : "nothing");
        return 1;
    }
    getrusage(RUSAGE_CHILDREN, &used);
    printf("%.6f %.6f %lld\n", now() - start, seconds(used.ru_utime) + seconds(used.ru_stime),
           1024LL * used.ru_maxrss); /* KiB, getrusage(2) */
    return 0;
}
