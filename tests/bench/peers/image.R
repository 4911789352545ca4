# SPDX-License-Identifier: MIT
# image.R: the benchmark's frames by R, all in one process and on one device:
#     Rscript image.R FILE.npy ROWS COLUMNS COUNT FOLDER WIDTH HEIGHT
# image() has no colorbar.
told <- commandArgs(TRUE)
n <- as.integer(told[c(2, 3, 4, 6, 7)])
colours <- hcl.colors(256, "viridis")
file <- file(told[1], "rb")
invisible(readBin(file, "raw", 128))
png(file.path(told[5], "%d.png"), n[4], n[5], type = "cairo")
par(pty = "s")
for (i in seq_len(n[3])) {
    values <- readBin(file, "numeric", n[1] * n[2], size = 4)
    dim(values) <- c(n[2], n[1])
    image(values[, n[1]:1], col = colours, zlim = c(-2, 2), useRaster = TRUE,
          main = paste("frame", i))
}
invisible(dev.off())
