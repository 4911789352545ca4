/* SPDX-License-Identifier: MIT */
/* test_color.c: premultiplied pixels. */
#include "color/color.h"
#include "unit/support.h"

static void
an_opaque_colour_keeps_its_bytes(void **state)
{
    (void)state;
    for (unsigned c = 0; c < 256; c++) {
        struct fp_color color = {(uint8_t)c, (uint8_t)(255 - c), (uint8_t)(c ^ 0x55), 255};

        assert_int_equal(fp__premultiply(color),
                         0xff000000u | c << 16 | (255 - c) << 8 | (c ^ 0x55));
    }
}

static void
every_product_is_rounded_to_the_nearest(void **state)
{
    (void)state;
    for (unsigned a = 0; a < 256; a++)
        for (unsigned c = 0; c < 256; c++) {
            /* ⌊c·a/255 + ½⌋ in integers; 255 is odd, so there are no ties */
            unsigned wanted = (2 * c * a + 255) / 510;
            struct fp_color color = {(uint8_t)c, 0, (uint8_t)c, (uint8_t)a};

            assert_int_equal(fp__premultiply(color), a << 24 | wanted << 16 | wanted);
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(an_opaque_colour_keeps_its_bytes),
        world_test(every_product_is_rounded_to_the_nearest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
