# SPDX-License-Identifier: MIT
# loop.R: a loop that tells memcheck when an iteration is over.
#     flatplot memcheck --by ticks -- Rscript samples/ticks/loop.R
for (i in 1:300) {
    data <- runif(10000) # what the loop does

    gc() # what waits for the collector is no leak
    if (nzchar(Sys.getenv("FLATPLOT_TICK_FD"))) {
        system("echo >&$FLATPLOT_TICK_FD; read -r _ <&$FLATPLOT_ACK_FD")
    }
}
