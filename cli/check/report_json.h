/* SPDX-License-Identifier: MIT */
/* report_json.h: what was found, for programs. */
#ifndef CLI_CHECK_REPORT_JSON_H
#define CLI_CHECK_REPORT_JSON_H

#include "cli/check/finding.h"
#include "flatplot/text.h"

/* Appends one JSON object and a newline:
 *     {"schema":1,"exit":1,"runs":[{"name":"clf","verdict":"FLAT","expected":"FLAT",
 *       "cause":null,"metric":null,"unit":"iteration","samples":1000,"seconds":1.9,
 *       "seconds_each_first":…,"seconds_each_last":…,"wanted":null,"kept":null,"measured":null,
 *       "doubt":null,"allocator":null,"failed":false,"exit":null,"signal":null,"interrupted":null,
 *       "over_max_rss":false,
 *       "metrics":{"rss":{"verdict":"FLAT","slope":0,"lower":…,"upper":…,"resolution":…,
 *                         "tolerance":1024,"sustained":false,"first":200}, …}}]}
 * Growth is per unit, in bytes or numbers of things; metrics that were not measured are null. */
void fp__report_json(struct fp_text *out, const struct fp__finding *findings, size_t count,
                     int code);

#endif
