/* SPDX-License-Identifier: MIT */
/* tool.c: from the command line to the verb, and the checks at the end. */
#include "cli/tool.h"

#include <signal.h>
#include <string.h>

#include "cli/opt/message.h"
#include "cli/opt/stdout.h"
#include "cli/verbs/verb.h"

static int
dispatch(struct fp_context *ctx, int argc, char **argv)
{
    if (argc < 2)
        return fp__verbs_help_error();
    const char *first = argv[1];
    if (strcmp(first, "-V") == 0 || strcmp(first, "--version") == 0)
        return fp__print_version();
    if (strcmp(first, "-h") == 0 || strcmp(first, "--help") == 0)
        return fp__verbs_help(first[1] == '-');
    if (strcmp(first, "help") == 0)
        return fp__verb_help(ctx, argc - 1, argv + 1);
    return fp__verb_run(ctx, argc - 1, argv + 1);
}

static int
run_in_context(int argc, char **argv)
{
    struct fp_context *ctx = fp_context_create();
    if (!ctx)
        return fp__message_no_memory();
    fp_context_set_warning(ctx, fp__message_library_warning, NULL);
    int code = dispatch(ctx, argc, argv);
    fp_context_destroy(ctx);
    return code;
}

int
fp_tool_main(int argc, char **argv)
{
    /* A reader that goes away and a file that may not grow are failed writes, not our end. */
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    struct sigaction before_pipe;
    struct sigaction before_size;
    sigaction(SIGPIPE, &ignore, &before_pipe);
    sigaction(SIGXFSZ, &ignore, &before_size);
    fp__message_begin();
    fp__stdout_begin();
    int code = fp__stdout_finish(run_in_context(argc, argv));
    sigaction(SIGPIPE, &before_pipe, NULL);
    sigaction(SIGXFSZ, &before_size, NULL);
    return code;
}
