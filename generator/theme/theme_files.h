#ifndef THEME_THEME_FILES_H
#define THEME_THEME_FILES_H
/*
 * theme_files: the files of a theme, wherever they come from, and those that the content puts over
 * them.
 *
 * Both are read as content is (source/): no link is followed, names that begin with '.' or '_' are
 * passed over. A theme on the disk is opened as a source of its own.
 */
#include "base/str.h"

struct arena;
struct buf;
struct diag;
struct source;
struct source_entry;

struct theme_file {
	struct str path;   /* within the theme: "templates/home.mustache" */
	const char *shown; /* for messages: "theme/templates/home.mustache" */
	bool over;         /* from the content's theme/ */
	const struct source *source;
	const struct source_entry *entry;
};

struct theme_files {
	struct arena *arena;
	struct theme_file *items; /* sorted by path; of two with one path the theme's own first */
	size_t len;
	struct source *own; /* of a theme on the disk; the caller frees it, as late as the diag */
};

/* Adds all files of the folder `path`. -1: reported. */
int theme_files_add_folder(struct theme_files *files, const char *path, struct diag *diag);
/* Adds the content's files below `folder` ("theme", "themes/mine"), as the theme itself or over
 * it. */
void theme_files_add_content(struct theme_files *files, const struct source *source,
                             struct str folder, bool over);
/* After the last one was added. */
void theme_files_sort(struct theme_files *files);
/* The whole file, at most `most` bytes, in the arena. -1: reported. */
int theme_file_read(struct str *bytes, struct arena *arena, const struct theme_file *file,
                    size_t most, struct diag *diag);
#endif
