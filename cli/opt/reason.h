/* SPDX-License-Identifier: MIT */
/* reason.h: why the system refused, in words. */
#ifndef CLI_OPT_REASON_H
#define CLI_OPT_REASON_H

/* Words for an error number, the same in every locale. */
const char *fp__reason(int error);

#endif
