/* SPDX-License-Identifier: MIT */
/* pango_calls.h: the functions of pango that are used. Its libraries are loaded when the first text
 * needs them, not with the program: they and what they bring along (GObject, GIO and fifteen more)
 * cost each start 1.5 ms and 2.4 MB, and most pictures have plain Latin texts only. */
#ifndef RENDER_PANGO_CALLS_H
#define RENDER_PANGO_CALLS_H

#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>

#define FP__PANGO_CALLS(X)                                                                         \
    X(g_object_unref)                                                                              \
    X(pango_cairo_context_set_font_options)                                                        \
    X(pango_cairo_font_map_new_for_font_type)                                                      \
    X(pango_cairo_layout_line_path)                                                                \
    X(pango_cairo_show_layout_line)                                                                \
    X(pango_context_set_round_glyph_positions)                                                     \
    X(pango_fc_font_get_pattern)                                                                   \
    X(pango_font_description_free)                                                                 \
    X(pango_font_description_new)                                                                  \
    X(pango_font_description_set_absolute_size)                                                    \
    X(pango_font_description_set_family_static)                                                    \
    X(pango_font_map_create_context)                                                               \
    X(pango_layout_get_line_readonly)                                                              \
    X(pango_layout_get_text)                                                                       \
    X(pango_layout_get_unknown_glyphs_count)                                                       \
    X(pango_layout_line_get_extents)                                                               \
    X(pango_layout_new)                                                                            \
    X(pango_layout_set_font_description)                                                           \
    X(pango_layout_set_single_paragraph_mode)                                                      \
    X(pango_layout_set_text)

#undef g_object_unref /* GLib's macro of that name keeps the argument's type, which nobody needs */

struct fp__pango_calls {
#define FP__PANGO_MEMBER(name) __typeof__(name) *name;
    FP__PANGO_CALLS(FP__PANGO_MEMBER)
#undef FP__PANGO_MEMBER
};

/* Loads the libraries at the first call in the process. NULL when they are not there. */
const struct fp__pango_calls *fp__pango_calls(void);

#endif
