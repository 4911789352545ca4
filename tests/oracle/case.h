/* SPDX-License-Identifier: MIT */
/* case.h: one line of cases.txt. It has one part or several, with " | " between, that are done one
 * after the other; each is words of the form key=value in any order:
 *
 *   type=float64 shape=ROWSxCOLS[xCHANNELS] order=C|F|swapped
 *   values=ramp|noise|hill|powers times=1 plus=0   what data.h says, times … plus …
 *   put=VALUE@STEP,…           then every STEP-th value replaced, one rule after the other
 *   norm=NAME[:PARAMETERS] vmin= vmax= cmap=viridis under= over= bad=#rrggbb[aa]
 *   interpolation=auto stage=data filternorm=1 filterrad=4
 *   origin=upper extent=LEFT,RIGHT,BOTTOM,TOP aspect=equal|auto|NUMBER alpha=NUMBER|array
 *   xlim=A,B ylim=A,B xscale=log yscale=symlog[:linthresh[,linscale]]
 *   bar=right|bottom extend=neither|min|max|both label=TEXT   a colorbar
 *   size=1.2,0.9               of the figure in inches, at 100 dpi; first part
 *   matplotlib=off             its own picture, or colorbar, is wrong and not kept; the comment
 *                              above says how
 *   matplotlib=far             its own picture is wrong, and yet what float64 makes is compared
 *   ours=drawn, ours=refused   what flatplot does where matplotlib does the other; first part
 *
 * For several parts, or to see more of one:
 *
 *   at=ROWS,COLS,INDEX         a new axes, from now on the current one; without it 1,1,1
 *   sharex=K sharey=K          which shares with the K-th, from 1, colorbars not counted
 *   axes=K image=K             makes that the current one
 *   set=data shape= …          other values for the current image; clim=A,B: its limits
 *   line=Y,Y,… linex=X,X,…     a line; without linex at 0, 1, 2 …
 *   title= xlabel= ylabel= suptitle=TEXT   with _ for a space
 *   outer=1 tight=1 draw=1     label_outer; tight_layout; draws at the end of the part
 *   style=default|dark|colorblind          first part
 *   texts=1                    all texts and the colours are compared too; first part
 *
 * Within a part: axes, image, clim, line, scales and limits, colorbar, texts, layout. Images are
 * shown in the order in which they are drawn: axes by axes.
 * Without shape there is no image. alpha=array is (k mod 17) / 16 for the k-th value. */
#ifndef TESTS_ORACLE_CASE_H
#define TESTS_ORACLE_CASE_H

#include <stdbool.h>
#include <stddef.h>

struct words {
    char text[400];
    size_t n;
    const char *key[24], *value[24];
};

/* Splits a line into its parts, at most `room`; returns how many there are. */
size_t parts_split(struct words *parts, size_t room, const char *line);

/* Splits a part; fails the test when it has no room for it. */
void words_split(struct words *words, const char *line);

/* The value of a word, or `otherwise` when the line has none. */
const char *words_get(const struct words *words, const char *key, const char *otherwise);

bool words_is(const struct words *words, const char *key, const char *value);

double words_number(const struct words *words, const char *key, double otherwise);

/* Reads up to `room` numbers with commas between; returns how many there are. */
size_t numbers_read(const char *text, double *numbers, size_t room);

#endif
