/* SPDX-License-Identifier: MIT */
/* verify.c: the verb verify: one verdict on the reports of a job's shards. */
#include "cli/batch/audit.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/stdout.h"
#include "cli/verbs/verb.h"

static int
print(const struct fp__audit *audit, bool all)
{
    struct fp_text text = {0};
    fp__audit_append(audit, all, &text);
    int code = text.failed ? fp__message_no_memory() : 0;
    if (!code)
        fp__stdout_write(fp_text_string(&text), text.length);
    fp_text_finish(&text);
    return code;
}

static const char *
hint(const struct fp__audit *audit)
{
    if (audit->journal->unread_count > 0)
        return "mend the inputs that were passed over, or leave them away, and run the job again";
    if (audit->journal->unended > 0)
        return "send the stream again from its beginning";
    return audit->frames[FP__FLAW_MISSING] || audit->frames[FP__FLAW_FAILED]
               ? "run the shards again that lack frames, with the same options"
               : "give each shard's report once; draw what differs again";
}

static int
tell(const struct fp__audit *audit, const struct fp__common *common)
{
    int failed = common->quiet ? 0 : print(audit, common->verbose);
    if (failed || fp__audit_whole(audit))
        return failed;
    const size_t *frames = audit->frames;
    const struct fp__journal *j = audit->journal;
    return fp__message_error(
        FP__EXIT_VERDICT,
        "the job is not whole: %zu missing, %zu failed, %zu doubled, %zu differing%s%s" FP__AND_HINT
        "%s",
        frames[FP__FLAW_MISSING], frames[FP__FLAW_FAILED], frames[FP__FLAW_DOUBLED],
        frames[FP__FLAW_DIFFERING], j->unread_count > 0 ? ", inputs unread" : "",
        j->unended > 0 ? ", a stream without an end" : "", hint(audit));
}

static int
run(struct fp_context *ctx, const struct fp__common *common, void *settings)
{
    struct fp__journal journal;
    struct fp__audit audit = {0};
    (void)settings;
    if (common->input_count == 0) {
        return fp__message_error(FP__EXIT_USAGE,
                                 "verify: no report" FP__AND_HINT "flatplot verify report*.ndjson");
    }
    int code = fp__journal_read(&journal, ctx, common->inputs, common->input_count);
    code = code ? code : fp__audit_make(&audit, &journal, FP__PROGRESS_AUTO);
    code = code ? code : tell(&audit, common);
    fp__audit_finish(&audit);
    fp__journal_finish(&journal);
    return code;
}

const struct fp__verb fp__verb_verify = {
    .name = "verify",
    .usage = "REPORT…",
    .summary = "whether a job in shards is whole, from their reports",
    .examples = {"flatplot verify report*.ndjson",
                 "flatplot imshow a.npy -o out/ --shard 1/4 --report 'report{shard}.ndjson'"},
    .notes = "Every frame must be in exactly one report, all of one job. Where the pictures\n"
             "are found under the names that the reports have, their pixels must be those\n"
             "that were drawn. Exit 0: so it is; 1: frames are missing, failed, doubled or\n"
             "differing, inputs were passed over, or a stream has no end; 3: a report cannot\n"
             "be read, or is of another job. A report has at most 1 GiB, some three million\n"
             "pictures: larger jobs are drawn in shards.\n",
    .settings_size = 1, /* it has no options */
    .run = run,
};
