/* SPDX-License-Identifier: MIT */
/* test_colormap.c: all colours of all colormaps, and names that there are not. */
#include <string.h>

#include "color/colormap.h"
#include "unit/color/colormap_facts.h"
#include "unit/crc32.h"
#include "unit/support.h"

enum { FACTS = sizeof facts / sizeof *facts };

/* The colours as drawn, first to last or last to first. */
static uint32_t
crc_of(const struct fp_colormap *map, bool backwards)
{
    uint8_t bytes[FP__COLORMAP_MAX][3];

    for (size_t i = 0; i < map->n; i++) {
        struct fp_color color = fp_colormap_color(map, backwards ? map->n - 1 - i : i);

        bytes[i][0] = color.r;
        bytes[i][1] = color.g;
        bytes[i][2] = color.b;
        assert_int_equal(color.a, 255);
    }
    return crc32_of(bytes[0], 3 * map->n);
}

static void
every_table_is_matplotlibs(void **state)
{
    struct fp_colormap map;

    (void)state;
    assert_int_equal(FACTS, 83);
    for (size_t i = 0; i < FACTS; i++) {
        assert_int_equal(fp_colormap_find(NULL, facts[i].name, &map), FP_OK);
        assert_string_equal(map.name, facts[i].name);
        assert_int_equal(map.n, facts[i].n);
        assert_false(map.reversed);
        assert_int_equal(crc_of(&map, false), facts[i].crc);
    }
}

static void
every_table_reverses(void **state)
{
    struct fp_colormap map;
    char name[64];

    (void)state;
    for (size_t i = 0; i < FACTS; i++) {
        strcat(strcpy(name, facts[i].name), "_r");
        assert_int_equal(fp_colormap_find(NULL, name, &map), FP_OK);
        assert_string_equal(map.name, facts[i].name);
        assert_int_equal(map.n, facts[i].n);
        assert_true(map.reversed);
        assert_int_equal(crc_of(&map, true), facts[i].crc);
    }
}

static void
names_are_listed_once_in_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < FACTS; i++)
        assert_string_equal(fp_colormap_name(i), facts[i].name);
    assert_null(fp_colormap_name(FACTS));
    assert_null(fp_colormap_name(SIZE_MAX));
}

static void
viridis_is_what_the_books_say(void **state)
{
    struct fp_colormap map;
    struct fp_color color;

    (void)state;
    assert_int_equal(fp_colormap_find(NULL, "viridis", &map), FP_OK);
    color = fp_colormap_color(&map, 0);
    assert_memory_equal(&color, (&(struct fp_color){68, 1, 84, 255}), 4);
    color = fp_colormap_color(&map, 128);
    assert_memory_equal(&color, (&(struct fp_color){32, 144, 140, 255}), 4);
    color = fp_colormap_color(&map, 255);
    assert_memory_equal(&color, (&(struct fp_color){253, 231, 36, 255}), 4);
}

static void
an_unknown_name_gets_a_hint(void **state)
{
    static const char *const wrong[][2] = {{"virids", "'viridis'"},     {"virids_r", "'viridis_r'"},
                                           {"Viridis", "'viridis'"},    {"grya", "'gray'"},
                                           {"greys", "'Greys'"},        {"RdYlBu_", "'RdYlBu'"},
                                           {"coolwarn_r", "coolwarm_r"}};
    struct fp_colormap map = {.n = 7};

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(fp_colormap_find(NULL, wrong[i][0], &map), FP_ERR_ARGUMENT);
        assert_non_null(strstr(fp_context_message(NULL), wrong[i][0]));
        assert_non_null(strstr(fp_context_hint(NULL), wrong[i][1]));
    }
    assert_int_equal(map.n, 7);
}

static void
a_name_like_no_other_gets_the_list(void **state)
{
    static const char *const wrong[] = {"", NULL, "_r", "viridis_r_r_r_r_r_r", "no such colours"};
    struct fp_colormap map = {.n = 7};

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(fp_colormap_find(NULL, wrong[i], &map), FP_ERR_ARGUMENT);
        assert_non_null(strstr(fp_context_message(NULL), "no such colormap"));
        assert_non_null(strstr(fp_context_hint(NULL), "viridis"));
    }
    assert_int_equal(map.n, 7);
}

static void
only_whole_maps_pass(void **state)
{
    static const uint8_t colors[1][3];
    struct fp_colormap map;

    (void)state;
    assert_int_equal(fp_colormap_find(NULL, "twilight", &map), FP_OK);
    assert_int_equal(fp__colormap_check(NULL, &map), FP_OK);
    map.n = 0;
    assert_int_equal(fp__colormap_check(NULL, &map), FP_ERR_ARGUMENT);
    map.n = FP__COLORMAP_MAX + 1;
    assert_int_equal(fp__colormap_check(NULL, &map), FP_ERR_ARGUMENT);
    assert_non_null(strstr(fp_context_message(NULL), "twilight"));
    assert_int_equal(fp__colormap_check(NULL, &(struct fp_colormap){.n = 1}), FP_ERR_ARGUMENT);
    assert_int_equal(fp__colormap_check(NULL, &(struct fp_colormap){.n = 1, .rgb = colors}), FP_OK);
}

/* matplotlib's colours times 255, before they are made bytes. */
static void
shades_have_what_bytes_lack(void **state)
{
    static const struct {
        const char *name;
        size_t i;
        double shade[3];
    } cases[] = {
        {"viridis", 0, {68.08602, 1.24287, 84.000825}},
        {"viridis", 77, {52.250265, 95.81523, 141.150915}},
        {"viridis_r", 178, {52.250265, 95.81523, 141.150915}},
        {"jet", 200, {255, 118.703703704, 0}},
        {"tab10", 3, {214, 39, 40}},
    };
    static const uint8_t colors[1][3] = {{7, 255, 0}};
    struct fp_colormap map;
    double shade[3];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(fp_colormap_find(NULL, cases[i].name, &map), FP_OK);
        fp__colormap_shade(&map, cases[i].i, shade);
        for (int c = 0; c < 3; c++)
            assert_near(shade[c], cases[i].shade[c], 1. / 65536);
    }
    fp__colormap_shade(&(struct fp_colormap){.n = 1, .rgb = colors}, 0, shade);
    for (int c = 0; c < 3; c++)
        assert_near(shade[c], colors[0][c], 0);
}

/* A shade that is cut off is the colour; whole numbers do not grow past it. */
static void
every_shade_is_its_colour_cut_off(void **state)
{
    struct fp_colormap map;
    double shade[3];

    (void)state;
    for (size_t k = 0; fp_colormap_name(k); k++) {
        assert_int_equal(fp_colormap_find(NULL, fp_colormap_name(k), &map), FP_OK);
        for (size_t i = 0; i < map.n; i++) {
            struct fp_color color = fp_colormap_color(&map, i);

            fp__colormap_shade(&map, i, shade);
            assert_true((int)shade[0] == color.r && (int)shade[1] == color.g &&
                        (int)shade[2] == color.b);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(every_table_is_matplotlibs),
        world_test(every_table_reverses),
        world_test(names_are_listed_once_in_order),
        world_test(viridis_is_what_the_books_say),
        world_test(an_unknown_name_gets_a_hint),
        world_test(a_name_like_no_other_gets_the_list),
        world_test(only_whole_maps_pass),
        world_test(shades_have_what_bytes_lack),
        world_test(every_shade_is_its_colour_cut_off),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
