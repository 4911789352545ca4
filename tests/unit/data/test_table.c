/* SPDX-License-Identifier: MIT */
/* test_table.c: text files as columns: names, kinds, values, texts. */
#include "flatplot/object.h"
#include "flatplot/table.h"
#include "unit/data/files.h"
#include "unit/data/npy_bytes.h"
#include "unit/data/packed_bytes.h"

static struct fp_table *
open_text(const char *text)
{
    const char *path = temp_path("table.csv");
    struct fp_table *table;

    write_file(path, text, strlen(text));
    table = fp_table_open(NULL, path, NULL);
    if (!table) {
        fail_msg("%s", fp_context_message(NULL));
    }
    return table;
}

/* Appends the column's values. */
static size_t
print_column(struct fp_table *table, size_t column, char *out, size_t room)
{
    struct fp_array *array = NULL;
    size_t at = 0;

    if (fp_table_kind(table, column) == FP_COLUMN_TEXT) {
        for (size_t row = 0; row < fp_table_rows(table); row++) {
            at += (size_t)snprintf(out + at, room - at, "[%s]", fp_table_text(table, column, row));
        }
        return at;
    }
    assert_int_equal(fp_table_column(table, column, &array), FP_OK);
    assert_null(fp_table_text(table, column, 0));
    for (size_t row = 0; row < fp_table_rows(table); row++) {
        const struct fp_layout *layout = fp_array_layout(array);
        double value;

        assert_int_equal(layout->shape[0], fp_table_rows(table));
        memcpy(&value, (const char *)fp_array_data(array) + (ptrdiff_t)row * layout->strides[0],
               sizeof value);
        at += (size_t)snprintf(out + at, room - at, "%g ", value);
    }
    fp_unref(array);
    return at;
}

/* "name:kind:values|" of each column. */
static void
check(const char *text, const char *expected)
{
    struct fp_table *table = open_text(text);
    char out[500];
    size_t at = 0;

    for (size_t i = 0; i < fp_table_columns(table); i++) {
        const char *name = fp_table_name(table, i);

        at += (size_t)snprintf(out + at, sizeof out - at, "%s:%c:", name ? name : "-",
                               "ndt"[fp_table_kind(table, i)]);
        at += print_column(table, i, out + at, sizeof out - at);
        at += (size_t)snprintf(out + at, sizeof out - at, "|");
    }
    assert_string_equal(out, expected);
    fp_unref(table);
}

static void
columns_have_names_and_kinds(void **state)
{
    (void)state;
    check("a,b\n1,2\n3,4\n", "a:n:1 3 |b:n:2 4 |");
    check("1,2\n3,4\n", "-:n:1 3 |-:n:2 4 |");
    check("# c\nDate,Price\n1970-01-02,5\n1970-01-03,\n", "Date:d:1 2 |Price:n:5 nan |");
    check("a,b\n1,x\n2,\n", "a:n:1 2 |b:t:[x][]|");
    check("a\n1970-01-02\n\"\"\n", "a:d:1 nan |");
    check("n;s\n1;\"say \"\"yes\"\"; no\"\n2;\"two\nlines\"\n",
          "n:n:1 2 |s:t:[say \"yes\"; no][two\nlines]|");
    check("a\tb\nx\t#1\n y \t2\n", "a:t:[x][y]|b:t:[#1][2]|");
    check("\"a \"\"b\"\"\",c\n1,2\n", "a \"b\":n:1 |c:n:2 |");
    check("x\n\n\n", "x:n:|");
}

static void
headers_are_told_from_values(void **state)
{
    (void)state;
    check("2019,2020\n1,2\n", "-:n:2019 1 |-:n:2020 2 |");
    check("year,mean,2020\nx,1,2\n", "year:t:[x]|mean:n:1 |2020:n:2 |");
    check("year,2020\n1,2\n", "-:t:[year][1]|-:n:2020 2 |"); /* may be a value gone wrong */
    check("anna,1\nbob,2\n", "-:t:[anna][bob]|-:n:1 2 |");
    check("name,city\nanna,seoul\n", "name:t:[anna]|city:t:[seoul]|");
    check(",b\n1,2\n", ":n:1 |b:n:2 |");
    check("1970-01-02,x\n1970-01-03,y\n", "-:d:1 2 |-:t:[x][y]|");
    check("1,5;2\n3;4\n", "-:t:[1,5][3]|-:n:2 4 |");
}

static void
the_first_line_counts_for_kinds(void **state)
{
    (void)state;
    check("1,1970-01-02\n1970-01-02,2\n", "-:t:[1][1970-01-02]|-:t:[1970-01-02][2]|");
    check("1,\n,2\n", "-:n:1 nan |-:n:nan 2 |");
    check("1970-01-02,1\n,2\n", "-:d:1 nan |-:n:1 2 |");
    check(",1\nx,2\n", "-:t:[][x]|-:n:1 2 |");
}

static void
names_come_from_the_comment_right_above(void **state)
{
    (void)state;
    check("# a b\n1 2\n", "a:n:1 |b:n:2 |");
    check("#a,b\n1,2\n", "a:n:1 |b:n:2 |");
    check("# a,b\n\n1,2\n", "-:n:1 |-:n:2 |");
    check("# a b c\n1 2\n", "-:n:1 |-:n:2 |");
    check("# a 5\n1 2\n", "-:n:1 |-:n:2 |");
    check("# p q\na b\n1 2\n", "a:n:1 |b:n:2 |");
    check("# \"a\n1 2\n", "-:n:1 |-:n:2 |");
}

static void
columns_are_found_by_name_or_number(void **state)
{
    struct fp_table *table = open_text("Date,close,3,close\n1970-01-02,5,6,7\n");
    size_t column = 99;

    (void)state;
    assert_int_equal(fp_table_find(table, "close", &column), FP_OK);
    assert_int_equal(column, 1);
    assert_int_equal(fp_table_find(table, "3", &column), FP_OK);
    assert_int_equal(column, 2);
    assert_int_equal(fp_table_find(table, "4", &column), FP_OK);
    assert_int_equal(column, 3);
    assert_int_equal(fp_table_find(table, "1", &column), FP_OK);
    assert_int_equal(column, 0);
    assert_int_equal(fp_table_find(table, "clsoe", &column), FP_ERR_ARGUMENT);
    assert_failed(FP_ERR_ARGUMENT, "there is no column \"clsoe\"");
    assert_non_null(strstr(fp_context_hint(NULL), "did you mean \"close\"?"));
    assert_int_equal(fp_table_find(table, "0", &column), FP_ERR_ARGUMENT);
    assert_int_equal(fp_table_find(table, "5", &column), FP_ERR_ARGUMENT);
    assert_int_equal(fp_table_find(table, "99999999999999999999999", &column), FP_ERR_ARGUMENT);
    assert_int_equal(fp_table_find(table, "", &column), FP_ERR_ARGUMENT);
    assert_non_null(strstr(fp_context_hint(NULL), "it has 4"));
    assert_int_equal(column, 0);
    fp_unref(table);
    table = open_text("1,2\n");
    assert_int_equal(fp_table_find(table, "a", &column), FP_ERR_ARGUMENT);
    assert_int_equal(fp_table_find(table, "2", &column), FP_OK);
    assert_int_equal(column, 1);
    fp_unref(table);
}

static void
a_column_of_text_names_the_cell_that_makes_it_one(void **state)
{
    struct fp_table *table = open_text("d,n\n1970-01-02,1\n1970-01-03,2\n1970-31-04,x\n");
    struct fp_array *array = NULL;

    (void)state;
    assert_int_equal(fp_table_column(table, 0, &array), FP_ERR_INPUT);
    assert_failed(FP_ERR_INPUT, "line 4, column 1 (d): \"1970-31-04\" is not a number");
    assert_int_equal(fp_table_column(table, 1, &array), FP_ERR_INPUT);
    assert_failed(FP_ERR_INPUT, "line 4, column 2 (n): \"x\" is not a number");
    assert_int_equal(fp_table_column(table, 2, &array), FP_ERR_ARGUMENT);
    assert_null(array);
    fp_unref(table);
    table = open_text("5;1970-01-02\n1970-01-03;6\n");
    assert_int_equal(fp_table_column(table, 0, &array), FP_ERR_INPUT);
    assert_failed(FP_ERR_INPUT, "line 2, column 1: \"1970-01-03\" is a date, not a number");
    assert_int_equal(fp_table_column(table, 1, &array), FP_ERR_INPUT);
    assert_failed(FP_ERR_INPUT, "line 1, column 2: \"1970-01-02\" is a date, not a number");
    fp_unref(table);
}

static void
a_column_outlives_its_table(void **state)
{
    struct fp_table *table = open_text("1,2\n3,4\n");
    struct fp_array *array = NULL;
    struct fp_stats stats;

    (void)state;
    assert_int_equal(fp_table_column(table, 1, &array), FP_OK);
    fp_unref(table);
    assert_int_equal(fp_array_stats(array, &stats), FP_OK);
    assert_near(stats.mean, 3, 0);
    fp_unref(array);
}

static void
a_closed_table_says_so(void **state)
{
    struct fp_table *table = open_text("a,b\n1,x\n");
    struct fp_array *array;
    size_t column;

    (void)state;
    fp_close(table);
    assert_int_equal(fp_table_rows(table), 0);
    assert_int_equal(fp_table_columns(table), 0);
    assert_null(fp_table_name(table, 0));
    assert_null(fp_table_text(table, 1, 0));
    assert_int_equal(fp_table_find(table, "a", &column), FP_ERR_CLOSED);
    assert_int_equal(fp_table_column(table, 0, &array), FP_ERR_CLOSED);
    fp_unref(table);
    assert_int_equal(fp_table_rows(NULL), 0);
    assert_int_equal(fp_table_column(NULL, 0, &array), FP_ERR_CLOSED);
}

static void
what_is_no_table_is_refused(void **state)
{
    (void)state;
    write_file(temp_path("a.pgm"), "P5 1 1 255 a", 12);
    assert_null(fp_table_open(NULL, temp_path("a.pgm"), NULL));
    assert_failed(FP_ERR_INPUT, "is pnm, not a table");
    assert_null(fp_table_open(NULL, temp_path("missing.csv"), NULL));
    assert_failed(FP_ERR_INPUT, "no such file");
    assert_null(fp_table_open(NULL, NULL, NULL));
    assert_int_equal(fp_context_status(NULL), FP_ERR_ARGUMENT);
    write_file(temp_path("ragged.csv"), "a,b\n1\n", 6);
    assert_null(fp_table_open(NULL, temp_path("ragged.csv"), NULL));
    assert_failed(FP_ERR_INPUT, "line 2 has 1 column, line 1 has 2");
}

#define I4(shape) "{'descr': '<i4', 'fortran_order': False, 'shape': " shape ", }"
#define FORTRAN(shape) "{'descr': '<i4', 'fortran_order': True, 'shape': " shape ", }"

/* Opens 0, 1, 2 … of that header as a table. */
static struct fp_table *
open_array(const char *dict)
{
    const int32_t values[] = {0, 1, 2, 3, 4, 5};
    const char *path = temp_path("table.npy");

    npy_write(path, 1, dict, values, sizeof values);
    return fp_table_open(NULL, path, NULL);
}

/* Its columns are numbers without names: rows × columns, and the values of the last one. */
static void
check_array(const char *dict, size_t rows, size_t columns, const double *last)
{
    struct fp_table *table = open_array(dict);
    struct fp_array *array = NULL;

    assert_int_equal(fp_table_rows(table), rows);
    assert_int_equal(fp_table_columns(table), columns);
    assert_null(fp_table_name(table, 0));
    assert_null(fp_table_text(table, 0, 0));
    assert_int_equal(fp_table_kind(table, 0), FP_COLUMN_NUMBER);
    assert_int_equal(fp_table_column(table, columns, &array), FP_ERR_ARGUMENT);
    assert_int_equal(fp_table_column(table, columns - 1, &array), FP_OK);
    fp_unref(table);
    assert_int_equal(fp_array_layout(array)->ndim, 1);
    assert_int_equal(fp_array_count(array), rows);
    for (size_t i = 0; i < rows; i++) {
        double value;

        assert_int_equal(fp_array_value(array, &i, &value), FP_OK);
        assert_true(value == last[i]);
    }
    fp_unref(array);
}

static void
an_array_is_a_table_without_names(void **state)
{
    struct fp_table *table;
    size_t column = 7;

    (void)state;
    check_array(I4("(6,)"), 6, 1, (const double[]){0, 1, 2, 3, 4, 5});
    check_array(I4("(3, 2)"), 3, 2, (const double[]){1, 3, 5});
    check_array(FORTRAN("(3, 2)"), 3, 2, (const double[]){3, 4, 5});
    check_array(I4("(0, 2)"), 0, 2, NULL);
    table = open_array(I4("(2, 3)"));
    assert_int_equal(fp_table_find(table, "3", &column), FP_OK);
    assert_int_equal(column, 2);
    assert_int_equal(fp_table_find(table, "x", &column), FP_ERR_ARGUMENT);
    assert_failed(FP_ERR_ARGUMENT, "no column \"x\"");
    fp_unref(table);
    assert_null(open_array(I4("(1, 2, 3)")));
    assert_failed(FP_ERR_INPUT, "the shape (1, 2, 3) is not that of a table");
    assert_null(open_array(I4("(3, 0)")));
    assert_failed(FP_ERR_INPUT, "the shape (3, 0)");
}

/* t, 0 … 2, a matrix and v, 3 … 5, in an archive. */
static void
write_archive(const char *path, const char *v_shape, size_t v_count)
{
    const int32_t values[] = {0, 1, 2, 3, 4, 5};
    unsigned char bytes[3][300];
    char dict[100];
    struct zip_member members[] = {{.name = "t.npy", .bytes = bytes[0]},
                                   {.name = "m.npy", .bytes = bytes[1]},
                                   {.name = "v.npy", .bytes = bytes[2], .method = 8}};

    snprintf(dict, sizeof dict, "{'descr': '<i4', 'fortran_order': False, 'shape': %s, }", v_shape);
    members[0].n = npy_make(bytes[0], 1, I4("(3,)"), values, 12);
    members[1].n = npy_make(bytes[1], 1, I4("(3, 2)"), values, 24);
    members[2].n = npy_make(bytes[2], 1, dict, values + 6 - v_count, 4 * v_count);
    zip_write(path, members, 3);
}

static void
rows_of_an_archive_are_columns_with_names(void **state)
{
    const char *path = temp_path("columns.npz");
    struct fp_array *array = NULL;
    struct fp_table *table;
    size_t column = 0;
    double value = 0;

    (void)state;
    write_archive(path, "(3,)", 3);
    table = fp_table_open(NULL, path, NULL);
    assert_non_null(table);
    assert_int_equal(fp_table_rows(table), 3);
    assert_int_equal(fp_table_columns(table), 2);
    assert_string_equal(fp_table_name(table, 0), "t");
    assert_null(fp_table_name(table, 2));
    assert_int_equal(fp_table_find(table, "v", &column), FP_OK);
    assert_int_equal(fp_table_column(table, column, &array), FP_OK);
    fp_unref(table);
    assert_int_equal(fp_array_value(array, &(size_t){2}, &value), FP_OK);
    assert_true(value == 5);
    fp_unref(array);
    write_archive(path, "(2,)", 2);
    assert_null(fp_table_open(NULL, path, NULL));
    assert_failed(FP_ERR_INPUT, "t has 3 values, v 2");
}

static int
open_archive(void *path)
{
    struct fp_table *table = fp_table_open(NULL, path, NULL);
    int failed = !table;

    fp_unref(table);
    return failed;
}

static int
open_array_and_use(void *dict)
{
    struct fp_table *table = open_array(dict);
    struct fp_array *array = NULL;
    int failed = !table || fp_table_column(table, 1, &array) != FP_OK;

    fp_unref(table);
    fp_unref(array);
    return failed;
}

static int
open_and_use(void *text)
{
    const char *path = temp_path("torture.csv");
    struct fp_table *table;
    struct fp_array *array = NULL;
    size_t column;
    int failed = 1;

    write_file(path, text, strlen(text));
    table = fp_table_open(NULL, path, NULL);
    if (table && fp_table_find(table, "b", &column) == FP_OK) {
        failed = fp_table_column(table, column, &array) != FP_OK;
        fp_unref(array);
        fp_table_find(table, "bb", &column);
    }
    fp_unref(table);
    return failed;
}

static void
every_call_may_fail(void **state)
{
    (void)state;
    torture(open_and_use, "a,b,c\n\"x\"\"y\",1,z\n,3,\n", 1);
    torture(open_and_use, "# a b\n1 2\n", 1);
    torture(open_array_and_use, I4("(3, 2)"), 1);
    write_archive(temp_path("torture.npz"), "(3,)", 3);
    torture(open_archive, (void *)(uintptr_t)temp_path("torture.npz"), 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(columns_have_names_and_kinds),
        world_test(headers_are_told_from_values),
        world_test(the_first_line_counts_for_kinds),
        world_test(names_come_from_the_comment_right_above),
        world_test(columns_are_found_by_name_or_number),
        world_test(a_column_of_text_names_the_cell_that_makes_it_one),
        world_test(a_column_outlives_its_table),
        world_test(a_closed_table_says_so),
        world_test(what_is_no_table_is_refused),
        world_test(an_array_is_a_table_without_names),
        world_test(rows_of_an_archive_are_columns_with_names),
        world_test(every_call_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
