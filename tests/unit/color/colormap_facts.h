/* SPDX-License-Identifier: MIT */
/* colormap_facts.h: every colormap of matplotlib 3.6.3: its name, how many colours it has, and the
 * CRC-32 of their bytes, trunc(255 * value), red, green, blue, one colour after the other. */
#ifndef TESTS_UNIT_COLOR_COLORMAP_FACTS_H
#define TESTS_UNIT_COLOR_COLORMAP_FACTS_H

#include <stddef.h>
#include <stdint.h>

/* clang-format off */
static const struct {
    const char *name;
    size_t n;
    uint32_t crc;
} facts[] = {
    {"Accent", 8, 0xf3c97865}, {"Blues", 256, 0x2d5096c0}, {"BrBG", 256, 0xd3feb16e},
    {"BuGn", 256, 0x839970f8}, {"BuPu", 256, 0x1067c5c6}, {"CMRmap", 256, 0xcdff2439},
    {"Dark2", 8, 0x7830c1b3}, {"GnBu", 256, 0xcd09225d}, {"Greens", 256, 0xd161dc13},
    {"Greys", 256, 0x753bedac}, {"OrRd", 256, 0xa8b9f0ad}, {"Oranges", 256, 0xac012cb4},
    {"PRGn", 256, 0x20c6604e}, {"Paired", 12, 0xe5ac7acd}, {"Pastel1", 9, 0xaaaccfdd},
    {"Pastel2", 8, 0x058f3172}, {"PiYG", 256, 0x5841b212}, {"PuBu", 256, 0x4d4d0e3a},
    {"PuBuGn", 256, 0x6c5f160f}, {"PuOr", 256, 0xe67f166e}, {"PuRd", 256, 0x0035de1f},
    {"Purples", 256, 0x431cf256}, {"RdBu", 256, 0xfa0e99a6}, {"RdGy", 256, 0x7857adea},
    {"RdPu", 256, 0x2a7e4337}, {"RdYlBu", 256, 0x4cc00607}, {"RdYlGn", 256, 0xe6b53ba6},
    {"Reds", 256, 0xc31b3ebe}, {"Set1", 9, 0x77ad3788}, {"Set2", 8, 0x05a83c4f},
    {"Set3", 12, 0x9c6c03a5}, {"Spectral", 256, 0x7425f2e5}, {"Wistia", 256, 0x81b9144a},
    {"YlGn", 256, 0x65236d25}, {"YlGnBu", 256, 0xc5393b88}, {"YlOrBr", 256, 0x455d57b2},
    {"YlOrRd", 256, 0x2bf62581}, {"afmhot", 256, 0xa7b2ece7}, {"autumn", 256, 0x1befc6a5},
    {"binary", 256, 0xccb7d17c}, {"bone", 256, 0x1e850686}, {"brg", 256, 0x3ec3f715},
    {"bwr", 256, 0x23646d1a}, {"cividis", 256, 0x38b3ee44}, {"cool", 256, 0x76695b34},
    {"coolwarm", 256, 0xfa4bda1c}, {"copper", 256, 0x11236e2b}, {"cubehelix", 256, 0x2f8668da},
    {"flag", 256, 0xae1e20b4}, {"gist_earth", 256, 0x7ea686cb}, {"gist_gray", 256, 0x48e9e279},
    {"gist_heat", 256, 0xad83bf15}, {"gist_ncar", 256, 0x21171d4d},
    {"gist_rainbow", 256, 0xafedd5ac}, {"gist_stern", 256, 0x5ed73fba},
    {"gist_yarg", 256, 0xccb7d17c}, {"gnuplot", 256, 0x61e1bc90}, {"gnuplot2", 256, 0x8a216017},
    {"gray", 256, 0x48e9e279}, {"hot", 256, 0x2d05d2f4}, {"hsv", 256, 0xcd55b43a},
    {"inferno", 256, 0x01c06a82}, {"jet", 256, 0x49d4ba7c}, {"magma", 256, 0xef85dafa},
    {"nipy_spectral", 256, 0xbc78efcc}, {"ocean", 256, 0xf0de8ecc}, {"pink", 256, 0x01f04825},
    {"plasma", 256, 0xd69f69f4}, {"prism", 256, 0xf64c5d94}, {"rainbow", 256, 0x6695a97e},
    {"seismic", 256, 0x5348f0a2}, {"spring", 256, 0x4b337f20}, {"summer", 256, 0x675db4ac},
    {"tab10", 10, 0x72b01a09}, {"tab20", 20, 0x046a9c5f}, {"tab20b", 20, 0x0b16d237},
    {"tab20c", 20, 0x62e19117}, {"terrain", 256, 0xe3e820d5}, {"turbo", 256, 0x8e2531a0},
    {"twilight", 510, 0x70ec7fdc}, {"twilight_shifted", 510, 0x13539805},
    {"viridis", 256, 0x89b85291}, {"winter", 256, 0x69cb8e3b},
};
/* clang-format on */

#endif
