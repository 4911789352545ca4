/* SPDX-License-Identifier: MIT */
/* plplot.c: the benchmark's frames by PLplot and its driver pngcairo, all in one process:
 *     bench_plplot FILE.npy ROWS COLUMNS COUNT FOLDER WIDTH HEIGHT */
#include <stdio.h>
#include <stdlib.h>

#include <plplot/plplot.h>

static int rows, columns;

/* PLplot's matrices have x first and y upwards. */
static int
read_frame(FILE *file, float *values, PLFLT **matrix)
{
    size_t n = (size_t)rows * (size_t)columns;

    if (fread(values, sizeof *values, n, file) != n)
        return 0;
    for (int y = 0; y < rows; y++)
        for (int x = 0; x < columns; x++)
            matrix[x][rows - 1 - y] = values[y * columns + x];
    return 1;
}

static void
draw_colorbar(void)
{
    PLINT label_opts[] = {0}, sub_ticks[] = {0}, n_values[] = {2};
    const char *labels[] = {""}, *axis_opts[] = {"bcvtm"};
    PLFLT ticks[] = {0}, ends[] = {-2, 2}, *values[] = {ends}, w, h;

    plcolorbar(&w, &h, PL_COLORBAR_GRADIENT, 0, 0.02, 0, 0.05, 1, 0, 1, 1, 0, 0, 0, 1, 1,
               label_opts, labels, 1, axis_opts, ticks, sub_ticks, n_values, (PLFLT_MATRIX)values);
}

static void
draw_frame(PLFLT **matrix, int i)
{
    char title[40];

    snprintf(title, sizeof title, "frame %d", i);
    pladv(0);
    plvasp((PLFLT)rows / columns);
    plwind(-0.5, columns - 0.5, -0.5, rows - 0.5);
    plimagefr((PLFLT_MATRIX)matrix, columns, rows, -0.5, columns - 0.5, -0.5, rows - 0.5, -2, 2, -2,
              2, NULL, NULL);
    plbox("bcnst", 0, 0, "bcnstv", 0, 0);
    pllab("", "", title);
    draw_colorbar();
}

int
main(int argc, char **argv)
{
    char name[4096];
    FILE *file = argc == 8 ? fopen(argv[1], "rb") : NULL;
    float *values;
    PLFLT **matrix;

    if (!file || fseek(file, 128, SEEK_SET) != 0)
        return 2;
    rows = atoi(argv[2]);
    columns = atoi(argv[3]);
    values = malloc((size_t)rows * (size_t)columns * sizeof *values);
    plAlloc2dGrid(&matrix, columns, rows);
    snprintf(name, sizeof name, "%s/%%n.png", argv[5]);
    plsdev("pngcairo");
    plsfnam(name);
    plsfam(1, 0, 1);
    plspage(0, 0, atoi(argv[6]), atoi(argv[7]), 0, 0);
    plscolbg(255, 255, 255);
    plscol0(1, 0, 0, 0);
    plspal1("cmap1_blue_yellow.pal", 1);
    plinit();
    plcol0(1);
    for (int i = 0; i < atoi(argv[4]) && read_frame(file, values, matrix); i++)
        draw_frame(matrix, i);
    plend();
    fclose(file);
    return 0;
}
