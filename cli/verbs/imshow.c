/* SPDX-License-Identifier: MIT */
/* imshow.c: the verb imshow: its options, and what they mean together. */
#include <math.h>
#include <string.h>

#include "cli/batch/image_rows.h"
#include "cli/batch/jobs.h"
#include "cli/batch/run.h"
#include "cli/batch/size.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/values.h"
#include "cli/verbs/verb.h"
#include "flatplot/text.h"

#define MEMBER(member) offsetof(struct fp__settings, member)

/* More than a hundred a side would be smaller than their tick labels on the largest picture. */
enum { MOST_CELLS = 100, MOST_JOBS = 1024 };

static int
read_cells(const struct fp__given *given, void *member)
{
    struct fp__cells *cells = member;
    double n[2];
    bool fine = fp__numbers_parse(given->value, ',', n, 2);
    for (int i = 0; fine && i < 2; i++)
        fine = n[i] == floor(n[i]) && n[i] >= 1 && n[i] <= MOST_CELLS;
    if (!fine)
        return fp__bad_value(given, "not ROWS,COLUMNS",
                             "two numbers from 1 to 100: --subplots 2,3");
    *cells = (struct fp__cells){(int)n[0], (int)n[1]};
    return 0;
}

static int
read_jobs(const struct fp__given *given, void *member)
{
    double jobs;
    if (!fp__numbers_parse(given->value, 0, &jobs, 1) || jobs != floor(jobs) || jobs < 0 ||
        jobs > MOST_JOBS)
        return fp__bad_value(given, "not a number of processes",
                             "0 is one for each CPU, 1 to 1024 so many");
    *(int *)member = (int)jobs;
    return 0;
}

static const struct fp__option rows[] = {
    {.name = "output",
     .letter = 'o',
     .brief = true,
     .argument = "NAME",
     .read = fp__read_bytes,
     .member = MEMBER(output),
     .help = "where to: out.png, out/ or 'out/{stem}_{frame}.png'; - is standard output"},
    {.name = "format",
     .argument = "NAME",
     .read = fp__read_bytes,
     .member = MEMBER(format),
     .help = "png, whatever the name's ending (png-reference: the same pixels, slower)"},
    FP__COMPRESS_ROW,
    FP__COLOR_ROWS,
    FP__IMAGE_ROWS,
    {.name = "subplots",
     .argument = "R,C",
     .read = read_cells,
     .member = MEMBER(cells),
     .help = "R rows of C frames on one picture; its name is that of its first frame"},
    {.name = "no-axes",
     .read = fp__read_flag,
     .member = MEMBER(no_axes),
     .help = "the image alone, one data pixel one pixel"},
    {.name = "scale",
     .argument = "K",
     .read = fp__read_count,
     .member = MEMBER(scale),
     .help = "with --no-axes: one data pixel K×K pixels"},
    FP__SIZE_ROWS,
    FP__FRAMES_ROW,
    FP__INPUT_ROWS(struct fp__settings),
    FP__MKDIR_ROW,
    {.name = "skip-existing",
     .brief = true,
     .read = fp__read_flag,
     .member = MEMBER(skip_existing),
     .help = "draw only what is missing or would come out otherwise: each picture tells by a stamp "
             "what it was made from"},
    {.name = "no-clobber",
     .read = fp__read_flag,
     .member = MEMBER(no_clobber),
     .help = "replace no file: when one is there, nothing is drawn"},
    {.name = "keep-going",
     .letter = 'k',
     .read = fp__read_flag,
     .member = MEMBER(keep_going),
     .help = "go on after frames and inputs that fail, list them at the end and exit with 1"},
    {.name = "dry-run",
     .read = fp__read_flag,
     .member = MEMBER(dry_run),
     .help = "tell what would be drawn, where to, by how many processes and with how much memory"},
    {.name = "jobs",
     .letter = 'j',
     .brief = true,
     .argument = "N",
     .read = read_jobs,
     .member = MEMBER(jobs),
     .help = "processes that draw; 0 is one for each CPU that is allowed (affinity, cgroup, "
             "SLURM_CPUS_PER_TASK), which more than 50 pictures have by themselves; under GNU "
             "parallel it is 1. Files are the same with any number"},
    {.name = "rss",
     .argument = "FILE",
     .read = fp__read_bytes,
     .member = MEMBER(rss),
     .help = "write the memory after each frame: mem.csv (flatplot memcheck --from reads it)"},
    {.name = "rss-plot",
     .argument = "FILE",
     .read = fp__read_bytes,
     .member = MEMBER(rss_plot),
     .help = "draw it: mem.png"},
    {.name = "max-growth",
     .argument = "SIZE",
     .read = fp__read_size,
     .member = MEMBER(max_growth),
     .help = "exit 1 when memory grows by more per frame, 6 when that cannot be told"},
    {.name = "max-rss",
     .argument = "SIZE",
     .read = fp__read_size,
     .member = MEMBER(max_rss),
     .help = "stop with exit 1 after a frame that leaves more resident memory than that: 500M"},
    {.name = "shard",
     .argument = "I/N",
     .read = fp__read_bytes,
     .member = MEMBER(shard),
     .help = "draw the I-th of N shares of the job, every N-th picture; auto: as FLATPLOT_SHARD, a "
             "Slurm array or a Kubernetes job (with FLATPLOT_SHARDS=N) says"},
    {.name = "report",
     .argument = "FILE",
     .read = fp__read_bytes,
     .member = MEMBER(report),
     .help = "a line of JSON for each picture: what came of it, its limits, times, memory, CRC-32 "
             "of its pixels; report{shard}.ndjson (flatplot verify reads it)"},
    FP__TOLD_ROWS,
};

static void
defaults(void *settings)
{
    struct fp__settings *s = settings;
    s->open = fp_frames_defaults();
    s->times.dt = s->times.t0 = NAN;
    s->vmin = s->vmax = s->aspect = s->dpi = s->max_growth = NAN;
    s->alpha = 1;
    s->jobs = FP__JOBS_BY_COUNT;
}

static int
refuse(const char *what, const char *hint)
{
    return fp__message_error(FP__EXIT_USAGE, "%s" FP__AND_HINT "%s", what, hint);
}

/* Options that contradict each other. */
static int
check(const struct fp__settings *s)
{
    bool pixels = s->pixels[0] > 0;
    bool inches = s->inches[0] > 0;
    bool cut = s->xlim.given || s->ylim.given;
    bool texts = s->title || s->xlabel || s->ylabel || s->colorbar;
    if (s->vmin > s->vmax)
        return refuse("--vmin is above --vmax", "exchange them; --cmap NAME_r turns colours round");
    if (s->skip_existing && s->no_clobber)
        return refuse("--skip-existing draws again what changed, and --no-clobber forbids it",
                      "leave one away");
    if (s->scale && !s->no_axes)
        return refuse("--scale needs --no-axes", "with axes, --size WxH gives the size");
    if (s->scale && (pixels || inches))
        return refuse("--scale and a size contradict each other", "leave one away");
    if (s->no_axes && s->grid)
        return refuse("--grid draws at the ticks of axes", "leave --no-axes or --grid away");
    if (s->no_axes && s->ticks)
        return refuse("--ticks is about axes, and --no-axes leaves them away",
                      "leave --no-axes or --ticks away");
    if (s->no_axes && s->extent.given && !cut)
        return refuse("--extent gives coordinates to axes, and --no-axes leaves them away",
                      "leave --no-axes or --extent away, or cut with --xlim and --ylim");
    if (s->no_axes && !pixels && !inches && cut)
        return refuse("--no-axes makes every value a pixel, and --xlim and --ylim leave some out",
                      "give the size with --size WxH");
    if (s->no_axes && texts) {
        return refuse("--no-axes leaves no room for title, labels and colorbar",
                      "leave --no-axes or those away");
    }
    return 0;
}

static int
run_on(struct fp_context *ctx, const struct fp__settings *s, const struct fp__common *common)
{
    struct fp__inputs inputs;
    int code = fp__inputs_collect(&inputs, ctx, &s->list, common, "imshow");
    code = code ? code : fp__batch_run(ctx, s, inputs.paths, inputs.count);
    fp__inputs_finish(&inputs);
    return code;
}

static int
run(struct fp_context *ctx, const struct fp__common *common, void *settings)
{
    struct fp__settings *s = settings;
    s->verbose = common->verbose;
    if (fp_norm_parse(ctx, s->norm_name ? s->norm_name : "linear", &s->norm) != FP_OK)
        return fp__message_failure(ctx);
    int code = fp__size_check(s);
    code = code ? code : check(s);
    code = code ? code : fp__refuse_terminal(common, &fp__verb_imshow);
    code = code ? code : run_on(ctx, s, common);
    fp_unref(s->norm.boundaries);
    return code;
}

const struct fp__verb fp__verb_imshow = {
    .name = "imshow",
    .usage = "[OPTIONS] INPUT… -o OUTPUT",
    .summary = "arrays, pictures and tables of numbers to image frames",
    .examples = {"flatplot imshow frames.npy -o 'out/{frame}.png' --mkdir --colorbar",
                 "flatplot imshow a.npy b.npy -o '{stem}.png' --cmap gray --vmin 0 --vmax 1"},
    .front = true,
    .notes = "Arrays of shape (N,H,W) and (N,H,W,3|4) are N frames, (H,W) and (H,W,3|4) one\n"
             "picture. Names know {stem} {dir} {member} {frame} {index}; %05d is {index:05},\n"
             "%% a percent sign. {frame} counts in its input, {index} in the job, both from 0.\n"
             "A folder as output means {stem}_{frame}.png. Titles and labels know {stem}\n"
             "{member} {frame} {index} {vmin} {vmax} {min} {max} {time}, with formats as\n"
             "in {frame:05} and {vmin:.2f}; {{ is a brace. Colour limits are those of all\n"
             "frames of an input, drawn or not. 'a.npy[10:20]' takes some frames of one input,\n"
             "whatever --frames says. With --subplots consecutive frames fill a picture row by\n"
             "row, each with its own title, labels and colorbar, as far apart as these need;\n"
             "the last picture may have empty places.\n",
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct fp__settings),
    .defaults = defaults,
    .run = run,
};
