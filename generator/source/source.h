#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H
/*
 * source: where content comes from, a folder or a git commit, behind one interface.
 *
 * The rest of the house sees sorted entries and can read one. A commit is read from the object
 * database through libgit2: no checkout, no hooks, no filters, nothing of the repository's
 * configuration. No link is followed, neither in a folder nor in a commit.
 *
 * Paths    relative to CONTENT, separated by /, sorted by bytes; valid UTF-8.
 * Left out names that begin with '.' or '_', and folders that quartier wrote (.quartier-site).
 * Memory   entries live as long as the source; reports name their paths, so a diag is printed before
 *          source_free.
 * Threads  source_read may be called by several at once, each with its own buffer and diag.
 * Limits   200,000 files unless the content raises it: more is a reported error.
 */
#include "base/str.h"

#include <stdint.h>

struct arena;
struct buf;
struct diag;
struct git_content;
struct source;

/* The file that says "quartier wrote this folder": it is a site, not content. */
#define SOURCE_SITE_MARKER ".quartier-site"

enum source_kind { SOURCE_FILE, SOURCE_LINK, SOURCE_SUBMODULE, SOURCE_OTHER };

struct source_entry {
	struct str path; /* NUL-terminated */
	enum source_kind kind;
	struct str identity; /* git's blob id, or size and times of a file: same identity,
	                                 * same bytes */
};

struct source_options {
	const char *path; /* CONTENT; NULL: the current folder */
	const char *rev;  /* --rev, in any form git accepts; NULL: none */
};

/* What keeps a source from opening decides the exit code: none is 0, wrong usage 2 (no such
 * CONTENT or revision), the environment 3. */
enum source_result { SOURCE_OK, SOURCE_USAGE, SOURCE_FAILED };

enum source_result
source_open(struct source **source, const struct source_options *options, struct diag *diag);
void source_free(struct source *source); /* NULL does nothing */

/* Reads one file by its path, before or after source_list. 1 when there is no such file (nothing
 * reported), -1 as source_read. */
int
source_read_path(const struct source *source, const char *path, struct buf *out, struct diag *diag);
/* Finds all entries, at most `most` files (0: the default). Once, before those below. */
int source_list(struct source *source, size_t most, struct diag *diag);

const struct source_entry *source_entries(const struct source *source, size_t *count);
/* By exact path; NULL when there is none. */
const struct source_entry *source_find(const struct source *source, struct str path);
/* Appends the bytes of a SOURCE_FILE. -1: reported, or out->full when it is larger than out->max. */
int source_read(const struct source *source, const struct source_entry *entry, struct buf *out,
                struct diag *diag);
/* Whether CONTENT is a folder on disk, as it lies there now, and not a commit. */
bool source_is_folder(const struct source *source);
/* Puts `text` in place of a file of a source_is_folder, whose bytes were `was`, in one step. 1, and nothing is
 * done, when they are others by now; -1: reported. */
int source_replace(const struct source *source, const char *path, struct str was, struct str text,
                   struct diag *diag);
/* Makes a file with `text` in a source_is_folder, in one step, and the folder that it lies in. 1, and nothing is
 * done, when something of that name is there; -1: reported. */
int
source_create(const struct source *source, const char *path, struct str text, struct diag *diag);
/* CONTENT as it was named. */
const char *source_path(const struct source *source);
/* The commit that is read; NULL where a folder is. */
const struct git_content *source_git(const struct source *source);
/* Whether CONTENT is a bare repository, and so has no folder to put a site beside. */
bool source_is_bare(const struct source *source);
/* Where git keeps what a revision's name means, of a commit that is read: its own folder, with HEAD, and the one with
 * the branches, which work trees share. False: a folder is read. */
bool source_git_folders(const struct source *source, const char **own, const char **shared);
/* What tells the commit that is read from any other; empty where a folder is. */
struct str source_state(const struct source *source, struct arena *arena);
/* The folder in which quartier.yml lies in the work tree; NULL for a bare repository. */
const char *source_folder(const struct source *source);
#endif
