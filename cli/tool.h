/* SPDX-License-Identifier: MIT */
/* tool.h: the whole tool as one function. */
#ifndef CLI_TOOL_H
#define CLI_TOOL_H

/* Runs `flatplot argv[1] …` and returns its exit code. Leaves an empty world (no memory, no files,
 * signals as they were) and may be called again. */
int fp_tool_main(int argc, char **argv);

#endif
