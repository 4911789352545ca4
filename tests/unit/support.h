/* SPDX-License-Identifier: MIT */
/* support.h: what the unit tests share beside cmocka: the empty world, torture, doubles, files.
 *
 * A test program is one file tests/unit/FOLDER/test_FILE.c with a main like this:
 *     int main(void)
 *     {
 *         const struct CMUnitTest tests[] = {world_test(a_closed_array_says_so)};
 *         return cmocka_run_group_tests(tests, NULL, NULL);
 *     }
 * SOURCE_DIR is the path of the project's top folder. */
#ifndef TESTS_UNIT_SUPPORT_H
#define TESTS_UNIT_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Destroys the thread's default context and fails the test unless nothing is left: no byte and no
 * block of the memory door (so no object either), no file of the file door, and as many open
 * descriptors as when the program began. What was left is reported once, not by every later
 * test. */
#define assert_empty_world() support_empty_world(__FILE__, __LINE__)

/* Both NaN, equal (infinities of one sign too), or at most `tolerance` apart. */
#define assert_near(a, b, tolerance) support_near((a), (b), (tolerance), #a, #b, __FILE__, __LINE__)

/* A row of the table of tests, for a test that must leave an empty world. */
#define world_test(function) cmocka_unit_test_teardown(function, world_teardown)

/* Switches failure injection off and asserts the empty world; names the torture step at which a
 * test failed. */
int world_teardown(void **state);

/* Runs the scenario undisturbed, then with allocation 1, 2, 3 … failing, once and from then on,
 * until one run ends before the failure is reached; then the same with each file call. After every
 * run the world must be empty. The scenario returns 0 when all went well, which it must when
 * nothing was made to fail; otherwise it has to cope and release what it made.
 * `every` is the step from one failing call to the next: 1 for all of them, more for scenarios that
 * are slow. With TORTURE=full in the environment it is always 1, with TORTURE=light (as under
 * valgrind) 20 times as long. */
void torture(int (*scenario)(void *arg), void *arg, size_t every);

/* How often a test that does something n times should do it: n, or with TORTURE=light a
 * fiftieth. */
size_t repeats(size_t n);

/* A folder of this program's own, removed with all its contents when the program ends. */
const char *temp_dir(void);

/* temp_dir()/name. The string stays until 16 more were asked for. */
const char *temp_path(const char *name);

/* Whole files, past the file door. Both fail the test when they cannot. read_file adds a '\0' that
 * `size` (may be NULL) does not count; free() the result. */
void write_file(const char *path, const void *bytes, size_t size);
void *read_file(const char *path, size_t *size);

/* A path that leads to a pipe with these bytes in it; nobody holds the other end. It stays until
 * the next one is asked for; close(*end). */
const char *fill_pipe(const void *bytes, size_t n, int *end);

/* How many entries a folder has, hidden ones included: 0 proves that no half file was left. */
size_t count_files(const char *folder);

/* For programs that start others, at their beginning and in every teardown: kills and waits for all
 * that is left below this program, orphans too, and does the same when the next test is not over
 * after so many seconds, which fails. */
void end_children(unsigned seconds);

void support_empty_world(const char *file, int line);
void support_near(double a, double b, double tolerance, const char *a_text, const char *b_text,
                  const char *file, int line);

#endif
