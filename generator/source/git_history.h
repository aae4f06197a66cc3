#ifndef SOURCE_GIT_HISTORY_H
#define SOURCE_GIT_HISTORY_H
/*
 * git_history: the walk into a commit's past that source/history.h promises.
 *
 * Order    by the committer's date, newest first, as git log has it; of equal ones, as they were met.
 * Commits  are read as they are stored, whatever a shallow clone's grafts say: one whose parents are missing
 *          is where knowledge ends, not where files began.
 * Errors   a broken object ends the walk: what is not known by then stays unknown.
 */
#include "source/history.h"

#include <stddef.h>

struct git_content;

/* A file of the content, and what became known of it. */
struct git_history_file {
	struct str path; /* in the content; the walk leaves none behind */
	struct history_file known;
	bool settled; /* its beginning was found, or there is none: the commit has not this file */
};

/* What an earlier walk found, from the commit `id` (40 digits) on. */
struct git_history_memory {
	struct str id;
	const struct history_file *(*find)(const void *context, struct str path);
	const void *context;
};

/* CONTENT within the commit: "guide", "". */
const char *git_history_folder(const struct git_content *content);
/* The id of the commit that is read, 40 digits; false: the revision names none. */
bool git_history_head(const struct git_content *content, char id[41]);
/* Fills `known` of the files, all unknown before. `memory` may be NULL. False: commits were missing, or broken. */
bool git_history_walk(const struct git_content *content, struct git_history_file *files, size_t len,
                      const struct git_history_memory *memory);
#endif
