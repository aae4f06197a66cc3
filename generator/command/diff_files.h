#ifndef COMMAND_DIFF_FILES_H
#define COMMAND_DIFF_FILES_H
/*
 * diff_files: the files of two states of the content that are no cards: pictures, the theme's, the map's extract.
 *
 * Two commits are compared by the ids of their blobs; where one state is a folder, its files are read and get such an
 * id. Each is looked at once.
 */
#include "base/table.h"

struct arena;
struct changes_report;
struct project;

struct diff_files {
	struct arena *arena;
	const struct project *before, *after;
	struct table known; /* what is known of a path */
};

/* Whether both states have a file at `path`, and not the same one; `files` is a struct diff_files. */
bool diff_files_differ(void *files, struct str path);
/* Sets the report's look and map. */
void diff_files_look(struct diff_files *files, struct changes_report *report);
#endif
