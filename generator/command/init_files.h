#ifndef COMMAND_INIT_FILES_H
#define COMMAND_INIT_FILES_H
/*
 * init_files: the files of a new content repository.
 *
 * Source  the texts in generator/command/init: one for each language, and one for what all have. A line
 *         "==> PATH [PATH…] <==" begins a file, or several that say the same. In them @NAME@ is the name of
 *         the guide as YAML, @TODAY@, @LATER@ and @SATURDAY@ are days.
 * Memory  paths and texts come from the caller's arena.
 */
#include "base/str.h"
#include "card/lang.h"

struct arena;

struct init_file {
	const char *path; /* in the new folder */
	struct str text;
};

struct init_files {
	struct init_file *items;
	size_t len;
};

/* `name` may be empty: then the guide gets one that fits any. */
void init_files_make(struct init_files *files, struct arena *arena, enum lang lang, struct str name,
                     int day);
#endif
