/* SPDX-License-Identifier: MIT */
/* loop.c: a loop that tells memcheck when an iteration is over.
 *     cc samples/ticks/loop.c -o loop && flatplot memcheck --by ticks -- ./loop */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
tick(void)
{
    const char *out = getenv("FLATPLOT_TICK_FD"), *in = getenv("FLATPLOT_ACK_FD");
    char byte = '\n';

    if (out && in && write(atoi(out), &byte, 1) == 1 && read(atoi(in), &byte, 1) != 1)
        exit(1);
}

int
main(void)
{
    for (int i = 0; i < 300; i++) {
        char *data = malloc(100000); /* what the loop does */

        if (data)
            memset(data, i, 100000);
        free(data);
        tick();
    }
    return 0;
}
