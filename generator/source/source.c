#include "source/source.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "source/folder.h"
#include "source/git.h"
#include "source/listing.h"

#include <assert.h>
#include <stdlib.h>

struct source {
	struct arena *arena;
	const char *path;
	struct folder *folder;   /* either this one */
	struct git_content *git; /* or that one */
	struct source_entry *entries;
	size_t len;
};

/* A work tree without --rev is a plain folder: git is not asked, nor needed. */
static enum source_result
open_content(struct source *source, const char *rev, struct diag *diag)
{
	enum source_result result = folder_open(&source->folder, source->path, diag);

	if (result != SOURCE_OK || (!rev && !folder_is_git(source->folder)))
		return result;
	folder_free(source->folder);
	source->folder = NULL;
	return git_content_open(&source->git, source->path, rev, diag);
}

enum source_result
source_open(struct source **source, const struct source_options *options, struct diag *diag)
{
	struct source *new = mem_alloc(sizeof *new);
	enum source_result result;

	new->arena = arena_new();
	new->path = arena_cstr(new->arena, str(options->path ? options->path : "."));
	result = open_content(new, options->rev, diag);
	if (result != SOURCE_OK) {
		source_free(new);
		new = NULL;
	}
	*source = new;
	return result;
}

void
source_free(struct source *source)
{
	if (!source)
		return;
	folder_free(source->folder);
	git_content_free(source->git);
	arena_free(source->arena);
	free(source);
}

int
source_list(struct source *source, size_t most, struct diag *diag)
{
	struct listing listing = { .arena = source->arena, .diag = diag, .most = most };
	int rc = source->git ? git_content_list(source->git, &listing)
	                     : folder_list(source->folder, &listing);

	if (rc != 0)
		return -1;
	listing_sort(&listing);
	source->entries = listing.entries;
	source->len = listing.len;
	return 0;
}

const struct source_entry *
source_entries(const struct source *source, size_t *count)
{
	*count = source->len;
	return source->entries;
}

static int
path_order(const void *key, const void *entry)
{
	return str_cmp(*(const struct str *)key, ((const struct source_entry *)entry)->path);
}

const struct source_entry *
source_find(const struct source *source, struct str path)
{
	if (source->len == 0)
		return NULL;
	return bsearch(&path, source->entries, source->len, sizeof *source->entries, path_order);
}

int
source_read_path(const struct source *source, const char *path, struct buf *out, struct diag *diag)
{
	if (!listing_allows(str(path)))
		return 1;
	return source->git ? git_content_read_path(source->git, path, out, diag)
	                   : folder_read(source->folder, path, out, diag);
}

int
source_read(const struct source *source, const struct source_entry *entry, struct buf *out,
            struct diag *diag)
{
	int rc;

	if (entry->kind != SOURCE_FILE)
		return listing_refuse(entry->path.ptr, entry->kind, diag);
	if (source->git)
		return git_content_read(source->git, entry, out, diag);
	rc = folder_read(source->folder, entry->path.ptr, out, diag);
	if (rc > 0)
		diag_environment(diag, _("%s/%s was taken away while it was to be read"),
		                 source->path, entry->path.ptr);
	return rc == 0 ? 0 : -1;
}

bool
source_is_folder(const struct source *source)
{
	return source->folder != NULL;
}

int
source_replace(const struct source *source, const char *path, struct str was, struct str text,
               struct diag *diag)
{
	assert(source->folder);
	return folder_replace(source->folder, path, was, text, diag);
}

int
source_create(const struct source *source, const char *path, struct str text, struct diag *diag)
{
	assert(source->folder);
	return folder_create(source->folder, path, text, diag);
}

const char *
source_path(const struct source *source)
{
	return source->path;
}

const struct git_content *
source_git(const struct source *source)
{
	return source->git;
}

bool
source_is_bare(const struct source *source)
{
	return source->git && git_content_is_bare(source->git);
}

bool
source_git_folders(const struct source *source, const char **own, const char **shared)
{
	if (source->git)
		git_content_folders(source->git, own, shared);
	return source->git != NULL;
}

struct str
source_state(const struct source *source, struct arena *arena)
{
	return source->git ? git_content_state(source->git, arena) : (struct str){ 0 };
}

const char *
source_folder(const struct source *source)
{
	return source_is_bare(source) ? NULL : source->path;
}
