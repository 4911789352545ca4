/* SPDX-License-Identifier: MIT */
/* foreign.c: the first bytes of formats that are not read, with the way out of each. */
#include "data/foreign.h"

#include <string.h>

#include "core/status.h"

struct foreign {
    const char *magic;
    size_t length;
    const char *name;
    const char *hint;
};

#define MAGIC(bytes) bytes, sizeof(bytes) - 1

#define TIFF_HINT "np.save('a.npy', tifffile.imread('a.tif'))"
#define NETCDF_HINT "np.save('a.npy', netCDF4.Dataset('a.nc')['name'][:])"
#define PICKLE_HINT "np.save('a.npy', np.asarray(pickle.load(open('a.pkl', 'rb'))))"

static const struct foreign formats[] = {
    {MAGIC("\x89HDF\r\n\x1a\n"), "an HDF5 file (also netCDF-4 and MATLAB 7.3)",
     "np.save('a.npy', h5py.File('a.h5')['name'][:])"},
    {MAGIC("CDF\x01"), "a netCDF file", NETCDF_HINT},
    {MAGIC("CDF\x02"), "a netCDF file", NETCDF_HINT},
    {MAGIC("CDF\x05"), "a netCDF file", NETCDF_HINT},
    {MAGIC("SIMPLE  ="), "a FITS file", "np.save('a.npy', astropy.io.fits.getdata('a.fits'))"},
    {MAGIC("II*\0"), "a TIFF picture", TIFF_HINT},
    {MAGIC("MM\0*"), "a TIFF picture", TIFF_HINT},
    {MAGIC("II+\0"), "a TIFF picture", TIFF_HINT},
    {MAGIC("MM\0+"), "a TIFF picture", TIFF_HINT},
    {MAGIC("MATLAB 5.0 MAT-file"), "a MATLAB file",
     "np.save('a.npy', scipy.io.loadmat('a.mat')['name'])"},
    {MAGIC("\x80\x02"), "a Python pickle", PICKLE_HINT},
    {MAGIC("\x80\x03"), "a Python pickle", PICKLE_HINT},
    {MAGIC("\x80\x04"), "a Python pickle", PICKLE_HINT},
    {MAGIC("\x80\x05"), "a Python pickle", PICKLE_HINT},
    {MAGIC("PK\x03\x04"), "an archive inside another", "unzip the outer one first"},
    {MAGIC("\x1f\x8b"), "a damaged gzip file, or one inside another",
     "unpack it first: gunzip a.npy.gz"},
    {MAGIC("\xff\xfe"), "text in UTF-16", "iconv -f utf-16 -t utf-8 a.csv > b.csv"},
    {MAGIC("\xfe\xff"), "text in UTF-16", "iconv -f utf-16 -t utf-8 a.csv > b.csv"},
    {MAGIC("\xff\xd8\xff"), "a JPEG picture",
     "np.save('a.npy', np.asarray(PIL.Image.open('a.jpg')))"},
    {MAGIC("P7\n"), "a PAM picture", "pamtopnm a.pam > a.pnm"},
    {MAGIC("GIF8"), "a GIF picture",
     "np.save('a.npy', np.asarray(PIL.Image.open('a.gif').convert('RGB')))"},
};

static const struct foreign *
find(const unsigned char *head, size_t n)
{
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        if (n >= formats[i].length && memcmp(head, formats[i].magic, formats[i].length) == 0) {
            return &formats[i];
        }
    }
    return NULL;
}

bool
fp__foreign_known(const unsigned char *head, size_t n)
{
    return find(head, n) != NULL;
}

enum fp_status
fp__foreign_fail(struct fp_context *ctx, const char *path, const unsigned char *head, size_t n)
{
    const struct foreign *format = find(head, n);

    if (format) {
        return fp__fail(ctx, FP_ERR_INPUT, "%s: is %s, which is not read" FP__HINT "%s", path,
                        format->name, format->hint);
    }
    return fp__fail(ctx, FP_ERR_INPUT,
                    "%s: is in no format that is known" FP__HINT
                    "np.save('a.npy', np.fromfile('a.raw', '<f4').reshape(n, h, w))",
                    path);
}
