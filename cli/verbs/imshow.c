/* SPDX-License-Identifier: MIT */
/* imshow.c: the verb imshow: its options, and what they mean together. */
#include <math.h>
#include <string.h>

#include "cli/batch/run.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/values.h"
#include "cli/verbs/verb.h"
#include "flatplot/text.h"

#define MEMBER(member) offsetof(struct fp__settings, member)

static int
read_cmap(const struct fp__given *given, void *member)
{
    struct fp__settings *s = (struct fp__settings *)((char *)member - MEMBER(cmap_name));
    s->cmap_name = given->value;
    return fp_colormap_find(given->ctx, given->value, &s->cmap) == FP_OK
               ? 0
               : fp__message_failure(given->ctx);
}

static int
read_color(const struct fp__given *given, void *member)
{
    struct fp__color_choice *choice = member;
    choice->given = true;
    return fp_color_find(given->ctx, given->value, &choice->color) == FP_OK
               ? 0
               : fp__message_failure(given->ctx);
}

static int
read_interpolation(const struct fp__given *given, void *member)
{
    struct fp__interpolation_choice *choice = member;
    if (fp_interpolation_find(given->ctx, given->value, &choice->kind) != FP_OK)
        return fp__message_failure(given->ctx);
    choice->given = true;
    return 0;
}

static int
read_choice(const struct fp__given *given, void *member, const char *const *names, size_t n)
{
    int choice = fp__choice(given, names, n);
    *(int *)member = choice;
    return choice >= 0 ? 0 : FP__EXIT_USAGE;
}

static int
read_origin(const struct fp__given *given, void *member)
{
    static const char *const names[] = {"upper", "lower"};
    return read_choice(given, member, names, 2);
}

static int
read_stage(const struct fp__given *given, void *member)
{
    static const char *const names[] = {"data", "rgba"};
    return read_choice(given, member, names, 2);
}

static int
read_alpha(const struct fp__given *given, void *member)
{
    double alpha;
    if (!fp__numbers_parse(given->value, 0, &alpha, 1) || alpha < 0 || alpha > 1)
        return fp__bad_value(given, "not a number from 0 to 1", "0 shows nothing, 1 all of it");
    *(double *)member = alpha;
    return 0;
}

static int
read_glyphs(const struct fp__given *given, void *member)
{
    static const char *const names[] = {"warn", "error"};
    int failed = read_choice(given, member, names, 2);
    *(int *)member += FP__GLYPHS_WARN;
    return failed;
}

static int
read_aspect(const struct fp__given *given, void *member)
{
    double *aspect = member;
    if (strcmp(given->value, "equal") == 0) {
        *aspect = 1;
    } else if (strcmp(given->value, "auto") == 0) {
        *aspect = FP_ASPECT_AUTO;
    } else if (!fp__numbers_parse(given->value, 0, aspect, 1) || *aspect <= 0) {
        return fp__bad_value(given, "not a ratio", "choose equal, auto or a number above 0");
    }
    return 0;
}

static int
read_extent(const struct fp__given *given, void *member)
{
    struct fp__extent_choice *extent = member;
    double *e = extent->edges;
    if (!fp__numbers_parse(given->value, ',', e, 4))
        return fp__bad_value(given, "not LEFT,RIGHT,BOTTOM,TOP", "as in --extent 0,10,0,5");
    if (e[0] == e[1] || e[2] == e[3])
        return fp__bad_value(given, "two edges are equal",
                             "left and right differ, bottom and top too");
    extent->given = true;
    return 0;
}

static int
read_limits(const struct fp__given *given, void *member)
{
    struct fp__limits_choice *limits = member;
    if (!fp__numbers_parse(given->value, ',', limits->ends, 2))
        return fp__bad_value(given, "not two numbers", "as in --xlim 0,10");
    if (limits->ends[0] == limits->ends[1])
        return fp__bad_value(given, "both are equal", "from the larger to the smaller is fine");
    limits->given = true;
    return 0;
}

static int
read_switch(const struct fp__given *given, void *member)
{
    static const char *const names[] = {"on", "off"};
    int failed = read_choice(given, member, names, 2);
    *(int *)member += FP__ON;
    return failed;
}

static int
read_style(const struct fp__given *given, void *member)
{
    static const char *const names[FP_STYLES] = {[FP_STYLE_DEFAULT] = "default",
                                                 [FP_STYLE_DARK] = "dark",
                                                 [FP_STYLE_COLORBLIND] = "colorblind"};
    return read_choice(given, member, names, FP_STYLES);
}

/* More than a hundred a side would be smaller than their tick labels on the largest picture. */
enum { MOST_CELLS = 100 };

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
    {.name = "cmap",
     .brief = true,
     .argument = "NAME",
     .read = read_cmap,
     .member = MEMBER(cmap_name),
     .help = "colormap: viridis, gray, magma_r …"},
    {.name = "vmin",
     .brief = true,
     .argument = "NUMBER",
     .read = fp__read_number,
     .member = MEMBER(vmin),
     .help = "value of the first colour"},
    {.name = "vmax",
     .brief = true,
     .argument = "NUMBER",
     .read = fp__read_number,
     .member = MEMBER(vmax),
     .help = "value of the last colour"},
    {.name = "clim",
     .argument = "CHOICE",
     .read = fp__read_clim,
     .member = MEMBER(clim),
     .help = "where the colour limits come from: all frames of the job (all), those of each input "
             "(input), each frame by itself (frame), two numbers (0,1), two percentiles (p2,p98; "
             "also all:p2,p98 and so on), a file from flatplot info --clim (clim.json); auto is "
             "all when every input is one frame, else input"},
    {.name = "norm",
     .argument = "NAME",
     .read = fp__read_norm_name,
     .member = MEMBER(norm_name),
     .help =
         "how values become colours: linear, log, symlog[:LINTHRESH[,LINSCALE]], asinh[:WIDTH], "
         "power:GAMMA, twoslope:CENTRE, centered[:CENTRE[,HALF]], boundary:B0,B1,…, logit"},
    {.name = "bad",
     .argument = "COLOR",
     .read = read_color,
     .member = MEMBER(bad),
     .help = "colour of NaN and of what the norm has no place for: tomato, C1, #ff8000, 0.5, none"},
    {.name = "under",
     .argument = "COLOR",
     .read = read_color,
     .member = MEMBER(under),
     .help = "colour below vmin, else the first of the colormap"},
    {.name = "over",
     .argument = "COLOR",
     .read = read_color,
     .member = MEMBER(over),
     .help = "colour above vmax, else the last of the colormap"},
    {.name = "interpolation",
     .argument = "KIND",
     .read = read_interpolation,
     .member = MEMBER(interpolation),
     .help = "how pixels between the data's are made: auto, none, nearest, bilinear, bicubic, "
             "spline16, spline36, hanning, hamming, hermite, kaiser, quadric, catrom, gaussian, "
             "bessel, mitchell, sinc, lanczos or blackman; auto is nearest or hanning; auto unless "
             "--no-axes means nearest"},
    {.name = "stage",
     .argument = "STAGE",
     .read = read_stage,
     .member = MEMBER(stage),
     .help = "what is interpolated: the data (data) or its colours (rgba)"},
    {.name = "alpha",
     .argument = "A",
     .read = read_alpha,
     .member = MEMBER(alpha),
     .help = "how much of the image is seen, from 0 to 1"},
    {.name = "aspect",
     .argument = "RATIO",
     .read = read_aspect,
     .member = MEMBER(aspect),
     .help = "equal (square data pixels), auto (fill the place), or a number"},
    {.name = "origin",
     .argument = "EDGE",
     .read = read_origin,
     .member = MEMBER(origin),
     .help = "where row 0 lies: upper or lower"},
    {.name = "extent",
     .argument = "L,R,B,T",
     .read = read_extent,
     .member = MEMBER(extent),
     .help = "coordinates of the image's edges: left, right, bottom, top"},
    {.name = "title",
     .brief = true,
     .argument = "TEXT",
     .read = fp__read_text,
     .member = MEMBER(title),
     .help = "text above the image; knows {frame} and others"},
    {.name = "dt",
     .argument = "NUMBER",
     .read = fp__read_number,
     .member = MEMBER(times.dt),
     .help = "time from one frame to the next: {time} in titles is frame × dt + t0"},
    {.name = "t0",
     .argument = "NUMBER",
     .read = fp__read_number,
     .member = MEMBER(times.t0),
     .help = "time of frame 0, else 0"},
    {.name = "times",
     .argument = "FILE",
     .read = fp__read_bytes,
     .member = MEMBER(times.file),
     .help = "or the time of each frame: times.npy"},
    {.name = "xlabel",
     .argument = "TEXT",
     .read = fp__read_text,
     .member = MEMBER(xlabel),
     .help = "text below the image"},
    {.name = "ylabel",
     .argument = "TEXT",
     .read = fp__read_text,
     .member = MEMBER(ylabel),
     .help = "text at its left"},
    {.name = "colorbar",
     .brief = true,
     .optional = true,
     .argument = "LABEL",
     .read = fp__read_text,
     .member = MEMBER(colorbar),
     .help = "a colorbar, with or without label"},
    {.name = "xlim",
     .argument = "LEFT,RIGHT",
     .read = read_limits,
     .member = MEMBER(xlim),
     .help = "coordinates at the left and right edge, when not all of the image is wanted"},
    {.name = "ylim",
     .argument = "BOTTOM,TOP",
     .read = read_limits,
     .member = MEMBER(ylim),
     .help = "and at the bottom and top: 9.5,-0.5 shows the first ten rows"},
    {.name = "ticks",
     .argument = "WHETHER",
     .read = read_switch,
     .member = MEMBER(ticks),
     .help = "on, or off for a frame without ticks and their labels"},
    {.name = "grid",
     .read = fp__read_flag,
     .member = MEMBER(grid),
     .help = "lines across the image at every tick"},
    {.name = "style",
     .argument = "NAME",
     .read = read_style,
     .member = MEMBER(style),
     .help = "colours of everything but the image: default, dark (white on black) or colorblind"},
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
    {.name = "size",
     .argument = "WxH",
     .read = fp__read_pixels,
     .member = MEMBER(pixels),
     .help = "size of the picture in pixels, exactly"},
    {.name = "figsize",
     .argument = "WxH",
     .read = fp__read_inches,
     .member = MEMBER(inches),
     .help = "size in inches: 6.4x4.8"},
    {.name = "dpi",
     .argument = "NUMBER",
     .read = fp__read_positive,
     .member = MEMBER(dpi),
     .help = "pixels an inch: 100"},
    {.name = "frames",
     .brief = true,
     .argument = "A:B:S",
     .read = fp__read_bytes,
     .member = MEMBER(frames),
     .help = "which frames of each input, as Python slices: 10:20, ::5, -1, or a list 0,5,9"},
    FP__INPUT_ROWS(struct fp__settings),
    {.name = "mkdir",
     .read = fp__read_flag,
     .member = MEMBER(mkdir),
     .help = "make folders that are missing"},
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
    {.name = "missing-glyphs",
     .argument = "RULE",
     .read = read_glyphs,
     .member = MEMBER(glyphs),
     .help = "characters that no font has: warn or error (warn for one frame, else error)"},
    {.name = "progress",
     .argument = "WHEN",
     .read = fp__read_progress,
     .member = MEMBER(progress),
     .help = "auto (a bar on a terminal, else a line a minute), always or never"},
};

static void
defaults(void *settings)
{
    struct fp__settings *s = settings;
    s->open = fp_frames_defaults();
    s->times.dt = s->times.t0 = NAN;
    s->vmin = s->vmax = s->aspect = s->dpi = s->max_growth = NAN;
    s->alpha = 1;
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
    if (pixels && inches)
        return refuse("--size and --figsize both give the size", "leave one away");
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
    if (s->norm_name && fp_norm_parse(ctx, s->norm_name, &s->norm) != FP_OK)
        return fp__message_failure(ctx);
    int code = check(s);
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
