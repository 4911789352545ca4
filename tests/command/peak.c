/* SPDX-License-Identifier: MIT */
/* peak.c: how much memory programs take: peak COMMAND… runs it with its output thrown away, and
 * prints the most bytes that it, or one of the processes that it waited for, had resident. */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static int
run(char **command)
{
    int nothing = open("/dev/null", O_RDWR);
    for (int fd = 0; fd <= 2; fd++)
        dup2(nothing, fd);
    execvp(command[0], command);
    return 127;
}

int
main(int argc, char **argv)
{
    struct rusage used;
    int status = 0;
    pid_t pid = argc > 1 ? fork() : -1;
    if (pid == 0)
        return run(argv + 1);
    if (pid < 0 || waitpid(pid, &status, 0) != pid || status != 0) {
        fprintf(stderr, "peak: it failed\n");
        return 1;
    }
    getrusage(RUSAGE_CHILDREN, &used);
    printf("%lld\n", 1024LL * used.ru_maxrss); /* KiB, getrusage(2) */
    return 0;
}
