/* SPDX-License-Identifier: MIT */
/* test_montage.c: contact sheets in the memory of one row of cells, whole or not at all. */
#include <math.h>
#include <sys/stat.h>

#include "cli/montage/band.h"
#include "core/alloc.h"
#include "unit/cli/capture.h"

enum { COLUMNS = 50, CELL = 24 };

/* The most bytes of the memory door, caches included, while a sheet of the file is made. */
static size_t
most_bytes(const char *path, const char *frames)
{
    struct fp__montage montage = {.label = "{frame} {min}",
                                  .layout = {COLUMNS, {CELL, CELL}, FP__GAP_AUTO}};
    struct fp__progress progress;
    struct fp__plan plan;
    struct fp__sheet sheet;
    struct fp__cell cell;
    struct fp__band band;
    size_t most = 0;
    uint8_t *row;
    montage.batch.times.dt = montage.batch.times.t0 = NAN;
    assert_int_equal(fp__plan_make(&plan, NULL, NULL, &path, 1, frames, NULL), 0);
    assert_int_equal(fp__cell_init(&cell, NULL, &montage), 0);
    assert_int_equal(fp__sheet_lay_out(&sheet, &montage.layout, &plan, true), 0);
    assert_int_equal(fp__cell_begin(&cell, &sheet), 0);
    fp__progress_begin(&progress, NULL, FP__PROGRESS_NEVER, "frames", plan.total);
    assert_true(fp__band_init(&band, &sheet, &cell, &plan, &progress));
    row = malloc((size_t)sheet.width * 3);
    struct fp_rows rows = fp__band_rows(&band);
    for (int y = 0; y < rows.height; y++) {
        assert_int_equal(rows.fill(rows.data, y, row), FP_OK);
        size_t now = fp__alloc_bytes() + fp__alloc_cache_bytes();
        most = now > most ? now : most;
    }
    assert_int_equal(band.done, plan.total);
    free(row);
    fp__band_finish(&band);
    fp__cell_finish(&cell);
    fp__plan_finish(&plan);
    fp_context_trim(NULL);
    return most;
}

static void
memory_is_that_of_few_rows_of_cells(void **state)
{
    const char *path = temp_path("film.npy");
    size_t n = repeats(10000);
    char all[32], few[32];
    (void)state;
    snprintf(all, sizeof all, "%zu,16,16", n);
    snprintf(few, sizeof few, ":%d", COLUMNS * 3);
    write_ramp(path, all);
    size_t of_few = most_bytes(path, few);
    size_t of_all = most_bytes(path, NULL);
    assert_true(of_few > (size_t)COLUMNS * CELL * CELL * 3); /* a row of cells is there */
    assert_true(of_all < of_few + 4096);                     /* the caches of more digits */
    remove(path);
}

static bool
there(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

static int
draw_once(void *arg)
{
    const char *path = temp_path("sheet.png");
    int code = run("montage", temp_path("few.npy"), temp_path("one.npy"), "-o", path, "--label",
                   arg, "--cell", "20x20", "--clim", "all");
    assert_true(code == 0 || code == 3 || code == 4);
    assert_true(code != 0 || there(path));
    if (code != 0) {
        assert_err("flatplot: ");
    }
    remove(path);
    return code;
}

static void
every_failure_is_survived(void **state)
{
    (void)state;
    write_ramp(temp_path("few.npy"), "3,4,5");
    write_ramp(temp_path("one.npy"), "6,5");
    torture(draw_once, (void *)(uintptr_t) "{stem} {frame} {min}", 3);
    remove(temp_path("few.npy"));
    remove(temp_path("one.npy"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(memory_is_that_of_few_rows_of_cells),
        world_test(every_failure_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
