/* SPDX-License-Identifier: MIT */
/* style.c: matplotlib 3.6's default colours, its dark_background, and its tableau-colorblind10. */
#include "figure/style.h"

#include "core/status.h"
#include "figure/axes.h"

#define RGB(hex)                                                                                   \
    {                                                                                              \
        (hex) >> 16 & 255, (hex) >> 8 & 255, (hex)&255, 255                                        \
    }

/* The legend's face is the axes' at legend.framealpha .8, its edge a gray at the same alpha. */
#define ON_WHITE                                                                                   \
    .figure = RGB(0xffffff), .axes = RGB(0xffffff), .ink = RGB(0), .grid = RGB(0xb0b0b0),          \
    .legend_face = {255, 255, 255, 204}, .legend_edge = {204, 204, 204, 204}

static const struct fp__style styles[FP_STYLES] = {
    [FP_STYLE_DEFAULT] = {ON_WHITE, .line = RGB(0x1f77b4),
                          .cycle = {RGB(0x1f77b4), RGB(0xff7f0e), RGB(0x2ca02c), RGB(0xd62728),
                                    RGB(0x9467bd), RGB(0x8c564b), RGB(0xe377c2), RGB(0x7f7f7f),
                                    RGB(0xbcbd22), RGB(0x17becf)}},
    [FP_STYLE_DARK] = {.figure = RGB(0),
                       .axes = RGB(0),
                       .ink = RGB(0xffffff),
                       .grid = RGB(0xffffff),
                       .line = RGB(0xffffff),
                       .legend_face = {0, 0, 0, 204},
                       .legend_edge = {204, 204, 204, 204},
                       .cycle = {RGB(0x8dd3c7), RGB(0xfeffb3), RGB(0xbfbbd9), RGB(0xfa8174),
                                 RGB(0x81b1d2), RGB(0xfdb462), RGB(0xb3de69), RGB(0xbc82bd),
                                 RGB(0xccebc4), RGB(0xffed6f)}},
    [FP_STYLE_COLORBLIND] = {ON_WHITE, .line = RGB(0x006ba4),
                             .cycle = {RGB(0x006ba4), RGB(0xff800e), RGB(0xababab), RGB(0x595959),
                                       RGB(0x5f9ed1), RGB(0xc85200), RGB(0x898989), RGB(0xa2c8ec),
                                       RGB(0xffbc79), RGB(0xcfcfcf)}},
};

const struct fp__style *
fp__style_find(enum fp_style style)
{
    return &styles[style];
}

const struct fp__style *
fp__style_of(const struct fp__axes_body *axes)
{
    const struct fp_figure *fig = fp__axes_figure(axes);

    return &styles[fig && fig->body ? fig->body->style : FP_STYLE_DEFAULT];
}

enum fp_status
fp_figure_set_style(struct fp_figure *fig, enum fp_style style)
{
    struct fp__figure_body *body = fp__figure_open(fig);

    if (!body)
        return FP_ERR_CLOSED;
    if (style >= FP_STYLES)
        return fp__fail(fig->base.ctx, FP_ERR_ARGUMENT,
                        "figure: no such style" FP__HINT
                        "FP_STYLE_DEFAULT, FP_STYLE_DARK or FP_STYLE_COLORBLIND");
    body->style = style;
    body->facecolor = styles[style].figure;
    for (size_t i = 0; i < body->axes_count; i++)
        if (fp__axes_base(body->axes[i]) == body->axes[i]) /* twins are clear */
            body->axes[i]->body->facecolor = styles[style].axes;
    return FP_OK;
}
