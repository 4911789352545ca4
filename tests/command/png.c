/* SPDX-License-Identifier: MIT */
/* png.c: looks into PNG files for the command tests, through libpng, as any other reader would.
 *
 * png size FILE             WIDTH HEIGHT
 * png pixel FILE X Y        R G B A, counted from the upper left corner
 * png box FILE X Y W H      one line R G B A per pixel, row by row
 * png same FILE FILE        succeeds when sizes and all pixels are equal
 * png count FILE R G B A    how many pixels have this colour */
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct picture {
    png_image head;
    unsigned char *rgba;
};

static void
die(const char *what, const char *why)
{
    fprintf(stderr, "png: %s: %s\n", what, why);
    exit(1);
}

static struct picture
load(const char *path)
{
    struct picture p = {.head = {.version = PNG_IMAGE_VERSION}};
    if (!png_image_begin_read_from_file(&p.head, path))
        die(path, p.head.message);
    p.head.format = PNG_FORMAT_RGBA;
    p.rgba = malloc(PNG_IMAGE_SIZE(p.head));
    if (p.rgba == NULL || !png_image_finish_read(&p.head, NULL, p.rgba, 0, NULL))
        die(path, p.head.message);
    return p;
}

static void
show(const struct picture *p, unsigned x, unsigned y)
{
    if (x >= p->head.width || y >= p->head.height)
        die("pixel", "outside the picture");
    const unsigned char *at = p->rgba + 4 * ((size_t)y * p->head.width + x);
    printf("%d %d %d %d\n", at[0], at[1], at[2], at[3]);
}

static void
show_box(const struct picture *p, const unsigned box[4])
{
    for (unsigned y = box[1]; y < box[1] + box[3]; y++)
        for (unsigned x = box[0]; x < box[0] + box[2]; x++)
            show(p, x, y);
}

static size_t
count_color(const struct picture *p, const unsigned color[4])
{
    size_t n = 0;
    for (size_t i = 0; i < PNG_IMAGE_SIZE(p->head); i += 4)
        n += p->rgba[i] == color[0] && p->rgba[i + 1] == color[1] && p->rgba[i + 2] == color[2] &&
             p->rgba[i + 3] == color[3];
    return n;
}

static int
same(const struct picture *a, const char *path)
{
    struct picture b = load(path);
    int equal = a->head.width == b.head.width && a->head.height == b.head.height &&
                memcmp(a->rgba, b.rgba, PNG_IMAGE_SIZE(a->head)) == 0;
    free(b.rgba);
    return equal;
}

int
main(int argc, char **argv)
{
    if (argc < 3)
        die("usage", "png size|pixel|box|same|count FILE …");
    struct picture p = load(argv[2]);
    unsigned n[4] = {0};
    int status = 0;
    for (int i = 3; i < argc && i < 7; i++)
        n[i - 3] = (unsigned)strtoul(argv[i], NULL, 10);
    if (strcmp(argv[1], "size") == 0)
        printf("%u %u\n", p.head.width, p.head.height);
    else if (strcmp(argv[1], "pixel") == 0 && argc == 5)
        show(&p, n[0], n[1]);
    else if (strcmp(argv[1], "box") == 0 && argc == 7)
        show_box(&p, n);
    else if (strcmp(argv[1], "count") == 0 && argc == 7)
        printf("%zu\n", count_color(&p, n));
    else if (strcmp(argv[1], "same") == 0 && argc == 4)
        status = !same(&p, argv[3]);
    else
        die(argv[1], "not understood");
    free(p.rgba);
    return status;
}
