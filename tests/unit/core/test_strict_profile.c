/* SPDX-License-Identifier: MIT */
/* test_strict_profile.c: the C allocator's thresholds stay where they are. */
#include <malloc.h>
#include <stdlib.h>

#include "flatplot/memory.h"
#include "unit/support.h"

enum { LARGE = 1 << 20, MEDIUM = 200 * 1024 };

/* How many blocks of their own there are more with a medium block than without. */
static size_t
own_blocks_of_medium(void)
{
    size_t before = mallinfo2().hblks;
    void *volatile block = malloc(MEDIUM);
    size_t with = mallinfo2().hblks;
    free(block);
    return with - before;
}

static void
freeing_large_blocks_changes_nothing(void **state)
{
    (void)state;
    if (own_blocks_of_medium() != 1)
        skip(); /* another allocator stands in for glibc's */
    fp_memory_strict_profile();
    void *volatile large = malloc(LARGE);
    free(large);
    assert_int_equal(own_blocks_of_medium(), 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {world_test(freeing_large_blocks_changes_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
