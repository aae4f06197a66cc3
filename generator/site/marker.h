#ifndef SITE_MARKER_H
#define SITE_MARKER_H
/*
 * marker: SITE/.quartier-site, by which quartier knows its own sites again.
 *
 * Format  JSON: {"quartier": 1, "version": "0.1.0", "inputs": "<hash>", "next": "<moment>"|null};
 *         `quartier` is the format's version, `next` when a rebuild would next differ (ISO 8601
 *         with offset), for whoever decides when to build again.
 */
#include "source/source.h"

#define MARKER_NAME SOURCE_SITE_MARKER

enum { MARKER_FORMAT = 1 };

struct marker {
	struct str version; /* of the program */
	struct str inputs;  /* hash of all that the site was made from */
	struct str next;    /* empty: never */
};

void marker_write(struct buf *out, const struct marker *marker);
/* What a marker says is next, borrowed from its text; empty when it says nothing, or nothing that
 * can be understood. */
struct str marker_next(struct str text);
/* The same for all of it, borrowed as well; false when the text is no marker that this program wrote. */
bool marker_read(struct marker *marker, struct str text);
/* The moment that `next` is, in seconds since 1970; false when it is none as marker_write has it. */
bool marker_moment(struct str next, int64_t *utc);
#endif
