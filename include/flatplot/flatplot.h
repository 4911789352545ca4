/* SPDX-License-Identifier: MIT */
/* flatplot.h: the whole library. */
#ifndef FLATPLOT_H
#define FLATPLOT_H

#include "flatplot/align.h"
#include "flatplot/areas.h"
#include "flatplot/array.h"
#include "flatplot/artist.h"
#include "flatplot/axes.h"
#include "flatplot/axis.h"
#include "flatplot/bars.h"
#include "flatplot/color.h"
#include "flatplot/context.h"
#include "flatplot/date.h"
#include "flatplot/fields.h"
#include "flatplot/figure.h"
#include "flatplot/frames.h"
#include "flatplot/histogram.h"
#include "flatplot/memory.h"
#include "flatplot/notes.h"
#include "flatplot/object.h"
#include "flatplot/output.h"
#include "flatplot/percentile.h"
#include "flatplot/plot.h"
#include "flatplot/pyplot.h"
#include "flatplot/script.h"
#include "flatplot/segments.h"
#include "flatplot/table.h"
#include "flatplot/text.h"
#include "flatplot/tick_marks.h"
#include "flatplot/verdict.h"
#include "flatplot/window.h"

#endif
