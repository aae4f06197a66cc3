#ifndef SOURCE_LISTING_H
#define SOURCE_LISTING_H
/*
 * listing: entries as they are found, and the rules for them that a folder and a commit share.
 *
 * Left out in silence: names that begin with '.' or '_'. Left out with a warning: names that are
 * not UTF-8, or hold a backslash or a control character (they would read differently elsewhere),
 * and folders too deep for any card. An error: names that no honest tree has, too many entries.
 *
 * Memory  paths and identities live in `arena`.
 */
#include "source/source.h"

enum { LISTING_MOST = 200000, LISTING_DEPTH = 64 };

struct listing {
	struct arena *arena;
	struct diag *diag;
	size_t most; /* files, and likewise folders */
	struct source_entry *entries;
	size_t len;
	size_t folders; /* entered: a tree of folders alone must end, too */
};

/* Whether a name is none of content's: begins with '.' or '_'. */
bool listing_hides(struct str name);
/* Whether all parts of a path are content's, so that source_list could have found it. */
bool listing_allows(struct str path);
/* `folder/name`, or NUL-terminated `name` alone where `folder` is empty; .ptr is NULL, and where
 * it matters reported, when it is left out. */
struct str listing_path(struct listing *listing, struct str folder, struct str name);
/* 1 to go in, 0 when it lies too deep (reported), -1 when there are too many (reported). */
int listing_enter(struct listing *listing, struct str path, unsigned depth);
/* -1 when there are too many: reported. */
int
listing_add(struct listing *listing, struct str path, enum source_kind kind, struct str identity);
/* Reports that `path`, which the content needs, is no file: a link, a submodule, a folder, a pipe. -1. */
int listing_refuse(const char *path, enum source_kind kind, struct diag *diag);
/* Sorts by path. A path that is there twice is an error, and the first one kept. */
void listing_sort(struct listing *listing);
#endif
