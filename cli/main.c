/* SPDX-License-Identifier: MIT */
/* main.c: the tool's entry; everything else is in the tool's library, so that tests can call it. */
#include "cli/tool.h"

int
main(int argc, char **argv)
{
    return fp_tool_main(argc, argv);
}
