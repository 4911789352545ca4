/* SPDX-License-Identifier: MIT */
/* test_foreign.c: files in formats that are not read are named, with the way out. */
#include <string.h>

#include "data/foreign.h"
#include "unit/data/npy_bytes.h"

#define HEAD(bytes) bytes, sizeof(bytes) - 1

static const struct {
    const char *head;
    size_t n;
    const char *words;
    const char *hint;
} rows[] = {
    {HEAD("\x89HDF\r\n\x1a\n\0\0"), "is an HDF5 file", "h5py"},
    {HEAD("CDF\x01\0\0\0\0"), "is a netCDF file", "netCDF4"},
    {HEAD("CDF\x02\0\0\0\0"), "is a netCDF file", "netCDF4"},
    {HEAD("CDF\x05\0\0\0\0"), "is a netCDF file", "netCDF4"},
    {HEAD("SIMPLE  =                    T / a standard"), "is a FITS file", "astropy"},
    {HEAD("II*\0\x08\0\0\0"), "is a TIFF picture", "tifffile"},
    {HEAD("MM\0*\0\0\0\x08"), "is a TIFF picture", "tifffile"},
    {HEAD("II+\0\x08\0\0\0"), "is a TIFF picture", "tifffile"},
    {HEAD("MM\0+\0\x08\0\0"), "is a TIFF picture", "tifffile"},
    {HEAD("MATLAB 5.0 MAT-file, Platform"), "is a MATLAB file", "loadmat"},
    {HEAD("\x80\x02]q\0"), "is a Python pickle", "pickle.load"},
    {HEAD("\x80\x03]q\0"), "is a Python pickle", "pickle.load"},
    {HEAD("\x80\x04\x95\x10\0"), "is a Python pickle", "pickle.load"},
    {HEAD("\x80\x05\x95\x10\0"), "is a Python pickle", "pickle.load"},
    {HEAD("PK\x03\x04-\0\0\0"), "is an archive inside another", "unzip"},
    {HEAD("\x1f\x8b\x08\0"), "is a damaged gzip file", "gunzip"},
    {HEAD("\xff\xd8\xff\xe0\0\x10JFIF"), "is a JPEG picture", "PIL"},
    {HEAD("GIF89a\x10\0"), "is a GIF picture", "PIL"},
    {HEAD("P7\nWIDTH 3\n"), "is a PAM picture", "pamtopnm"},
    {HEAD("\0\x01\x02\x03"), "is in no format that is known", "np.save"},
    {HEAD("\xff\xfe\061\0,\0"), "is text in UTF-16", "iconv"},
    {HEAD("\xfe\xff\0001\0,"), "is text in UTF-16", "iconv"},
    {HEAD("\xfe\xfe\xfd\xfc\xfb"), "is in no format that is known", "np.save"},
    {HEAD("P5\0"), "is in no format that is known", "np.save"},
    {HEAD("P\0\n"), "is in no format that is known", "np.save"},
    {HEAD("\x80\x06zz"), "is in no format that is known", "np.save"},
    {HEAD("abc\x7f"), "is in no format that is known", "np.save"},
};

static void
formats_are_named_by_their_first_bytes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        unsigned char *exact = malloc(rows[i].n); /* so that reading past the head is noticed */

        assert_non_null(exact);
        memcpy(exact, rows[i].head, rows[i].n);
        assert_int_equal(fp__foreign_fail(NULL, "some/file", exact, rows[i].n), FP_ERR_INPUT);
        free(exact);
        if (!strstr(fp_context_message(NULL), rows[i].words) ||
            !strstr(fp_context_hint(NULL), rows[i].hint)) {
            fail_msg("row %zu gave: %s / %s", i, fp_context_message(NULL), fp_context_hint(NULL));
        }
        assert_message("some/file: ");
        assert_int_equal(fp__foreign_known((const unsigned char *)rows[i].head, rows[i].n),
                         !strstr(rows[i].words, "no format"));
    }
}

static void
a_head_cut_short_is_never_read_past(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (size_t n = 1; n < rows[i].n; n++) {
            unsigned char *exact = malloc(n);

            assert_non_null(exact);
            memcpy(exact, rows[i].head, n);
            assert_int_equal(fp__foreign_fail(NULL, "f", exact, n), FP_ERR_INPUT);
            free(exact);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(formats_are_named_by_their_first_bytes),
        world_test(a_head_cut_short_is_never_read_past),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
