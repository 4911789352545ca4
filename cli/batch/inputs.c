/* SPDX-License-Identifier: MIT */
/* inputs.c: names from the command line and from lists. */
#include "cli/batch/inputs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/values.h"
#include "flatplot/output.h"

/* Of a list of names: a few million. */
enum { MOST_BYTES = 256 << 20 };

/* --- Values of options ------------------------------------------------------------------------ */

static bool
read_axis(const char *text, int *axis)
{
    double value;
    if (!fp__numbers_parse(text, 0, &value, 1) || value != floor(value) ||
        fabs(value) > FP_MAX_NDIM)
        return false;
    *axis = (int)value;
    return true;
}

int
fp__read_frame_axis(const struct fp__given *given, void *member)
{
    if (strcmp(given->value, "none") == 0) {
        *(int *)member = FP_AXIS_NONE;
        return 0;
    }
    return read_axis(given->value, member)
               ? 0
               : fp__bad_value(given, "not an axis", "0 is the first one, -1 the last; or none");
}

int
fp__read_channel_axis(const struct fp__given *given, void *member)
{
    return read_axis(given->value, member)
               ? 0
               : fp__bad_value(given, "not an axis", "0 is the first one, -1 the last");
}

int
fp__read_reshape(const struct fp__given *given, void *member)
{
    size_t *sides = member;
    double n[2];
    bool fine = fp__numbers_parse(given->value, ',', n, 2);
    for (int i = 0; fine && i < 2; i++)
        fine = n[i] == floor(n[i]) && n[i] >= 1 && n[i] <= (double)(1u << 30);
    if (!fine)
        return fp__bad_value(given, "not ROWS,COLUMNS", "as in --reshape 480,640");
    sides[0] = (size_t)n[0];
    sides[1] = (size_t)n[1];
    return 0;
}

int
fp__read_sort(const struct fp__given *given, void *member)
{
    static const char *const names[] = {[FP__SORT_GIVEN] = "given", [FP__SORT_NATURAL] = "natural"};
    int choice = fp__choice(given, names, 2);
    *(int *)member = choice;
    return choice >= 0 ? 0 : FP__EXIT_USAGE;
}

/* --- Order ------------------------------------------------------------------------------------ */

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t
count_digits(const char *text)
{
    size_t n = 0;
    while (is_digit(text[n]))
        n++;
    return n;
}

/* Compares numbers of any length, and leaves both texts behind them. */
static int
compare_numbers(const char **a, const char **b)
{
    *a += strspn(*a, "0");
    *b += strspn(*b, "0");
    size_t n = count_digits(*a);
    size_t m = count_digits(*b);
    int order = n != m ? (n > m) - (n < m) : memcmp(*a, *b, n);
    *a += n;
    *b += m;
    return order;
}

int
fp__natural_order(const char *a, const char *b)
{
    const char *left = a;
    const char *right = b;
    int order = 0;
    while (order == 0 && (*left || *right)) {
        if (is_digit(*left) && is_digit(*right)) {
            order = compare_numbers(&left, &right);
        } else {
            order = (unsigned char)*left - (unsigned char)*right;
            left++;
            right++;
        }
    }
    return order ? order : strcmp(a, b); /* a01 and a1 are two names */
}

static int
compare(const void *a, const void *b)
{
    return fp__natural_order(*(const char *const *)a, *(const char *const *)b);
}

/* --- Lists ------------------------------------------------------------------------------------ */

static int
wrong_list(const struct fp__list_choice *list, const char *what, const char *hint)
{
    return fp__message_error(FP__EXIT_INPUT, "%s: %s" FP__AND_HINT "%s", list->file, what, hint);
}

/* Every name ends in NUL from here on; returns how many there are, empty ones left out. */
static size_t
split(char *text, size_t n, char end)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        text[i] = text[i] == end ? '\0' : text[i];
        count += text[i] && (i + 1 == n || text[i + 1] == end);
    }
    return count;
}

static int
read_list(struct fp__inputs *inputs, struct fp_context *ctx, const struct fp__list_choice *list,
          size_t *n, size_t *names)
{
    char end = list->null ? '\0' : '\n';
    if (fp_file_read_stream(ctx, list->file, MOST_BYTES, &inputs->listed, n) != FP_OK)
        return fp__message_failure(ctx);
    if (!list->null && strlen(inputs->listed) < *n)
        return wrong_list(list, "the list of names has NUL bytes", "add -0 for names that end so");
    *names = split(inputs->listed, *n, end);
    return *names > 0 ? 0
                      : wrong_list(list, "names no input", "one name a line; - is standard input");
}

static void
add_listed(struct fp__inputs *inputs, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (inputs->listed[i] && (i == 0 || !inputs->listed[i - 1]))
            inputs->paths[inputs->count++] = &inputs->listed[i];
    }
}

static int
check(const struct fp__list_choice *list, const struct fp__common *common, const char *verb)
{
    if (!list->file && common->input_count == 0) {
        return fp__message_error(
            FP__EXIT_USAGE, "%s: no input" FP__AND_HINT "name files, or --files-from LIST", verb);
    }
    if (list->null && !list->file) {
        return fp__message_error(FP__EXIT_USAGE,
                                 "-0 says how names of --files-from end, which is "
                                 "not there" FP__AND_HINT "add --files-from - or a file of names");
    }
    for (size_t i = 0; i < common->input_count && list->file; i++) {
        if (strcmp(common->inputs[i], "-") == 0 && strcmp(list->file, "-") == 0) {
            return fp__message_error(FP__EXIT_USAGE,
                                     "standard input cannot be both a list of names and an "
                                     "input" FP__AND_HINT "save one of them to a file first");
        }
    }
    return 0;
}

int
fp__inputs_collect(struct fp__inputs *inputs, struct fp_context *ctx,
                   const struct fp__list_choice *list, const struct fp__common *common,
                   const char *verb)
{
    size_t bytes = 0;
    size_t names = 0;
    *inputs = (struct fp__inputs){.paths = NULL};
    int failed = check(list, common, verb);
    if (!failed && list->file)
        failed = read_list(inputs, ctx, list, &bytes, &names);
    if (failed)
        return failed;
    inputs->paths = fp_alloc_array(common->input_count + names, sizeof *inputs->paths);
    if (!inputs->paths)
        return fp__message_no_memory();
    for (size_t i = 0; i < common->input_count; i++)
        inputs->paths[inputs->count++] = common->inputs[i];
    add_listed(inputs, bytes);
    if (list->sort == FP__SORT_NATURAL)
        qsort(inputs->paths, inputs->count, sizeof *inputs->paths, compare);
    return 0;
}

void
fp__inputs_finish(struct fp__inputs *inputs)
{
    fp_free(inputs->paths);
    fp_free(inputs->listed);
    memset(inputs, 0, sizeof *inputs);
}
