#ifndef COMMAND_DUE_H
#define COMMAND_DUE_H
/*
 * due: whether a site that is there must be made again, for builds on a schedule (--if-due).
 *
 * It must where its marker (site/marker.h) is missing or of another version of the program, where the texts of the content
 * are others, and from the moment on that it names as next.
 */
#include "base/str.h"

#include <stdbool.h>

struct buf;
struct project;

/* `marker` is the text of the site's; the project is open. */
bool due_now(const struct project *project, struct str marker);
/* Until when a site that is not due stays as it is, as a line for people. */
void due_tell(struct buf *out, const struct project *project, struct str marker);
#endif
