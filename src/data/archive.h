/* SPDX-License-Identifier: MIT */
/* archive.h: the one member of an archive that a source reads. */
#ifndef DATA_ARCHIVE_H
#define DATA_ARCHIVE_H

#include "data/reader.h"

/* Puts the member that source->member names over the source's bytes, which are an archive; without
 * a name the only one that can be drawn. FP_ERR_ARGUMENT lists them when there are several. */
enum fp_status fp__archive_enter(struct fp__source *source);

/* fp_frames_members of such bytes. */
enum fp_status fp__archive_list(struct fp__source *source, fp_member_fn each, void *data);

#endif
