#include "source/history.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/cache.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/table.h"
#include "source/git.h"
#include "source/git_history.h"
#include "source/source.h"

#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Raised when what is kept, or how it is found, changes. */
#define VERSION "history 2"

struct history {
	struct arena *arena;
	struct table files; /* by path → struct history_file */
};

/* --- what is kept: a commit's id and a line per file, in the cache -------------------------------------------- */

/* The folder as well: "." in two folders of one repository is not the same content. */
static struct hash
key_of(const struct source *source, const struct git_content *git)
{
	struct hash key = hash_mix(hash_of(STR(VERSION)), hash_of(str(git_history_folder(git))));

	return hash_mix(key, hash_of(str(source_path(source))));
}

static void
keep(struct cache *cache, struct hash key, const char *id, const struct git_history_file *files,
     const struct source_entry *entries, size_t len)
{
	struct buf text = { 0 };

	buf_printf(&text, "%s\n", id);
	for (size_t i = 0; i < len; i++)
		if (files[i].known.changes > 0)
			buf_printf(&text, "%" PRId64 " %" PRId64 " %" PRIu32 " %.*s%c",
			           files[i].known.created, files[i].known.changed,
			           files[i].known.changes, STR_ARG(entries[i].path), '\0');
	cache_put(cache, key, buf_str(&text));
	buf_release(&text);
}

struct kept {
	struct str id;
	struct table files;
};

/* One line; false: it is none of ours. */
static bool
read_line(struct kept *kept, struct arena *arena, struct str line)
{
	struct history_file *file = arena_alloc(arena, sizeof *file);
	struct str created, changed, changes;

	if (!str_split(&line, ' ', &created) || !str_split(&line, ' ', &changed) ||
	    !str_split(&line, ' ', &changes) || line.len == 0)
		return false;
	/* Numbers that this program wrote: the cache gives back what was put into it, or nothing. */
	file->created = strtoll(arena_cstr(arena, created), NULL, 10);
	file->changed = strtoll(arena_cstr(arena, changed), NULL, 10);
	file->changes = (uint32_t)strtoul(arena_cstr(arena, changes), NULL, 10);
	table_put(&kept->files, arena, line, file);
	return true;
}

static bool
recall(struct kept *kept, struct arena *arena, struct cache *cache, struct hash key)
{
	struct buf text = { 0 };
	struct str rest, line;
	bool sound = cache_get(cache, key, &text);

	rest = arena_str(arena, buf_str(&text));
	buf_release(&text);
	if (!sound || !str_split(&rest, '\n', &kept->id) || kept->id.len != 40)
		return false;
	while (sound && rest.len > 0 && str_split(&rest, '\0', &line))
		sound = read_line(kept, arena, line);
	return sound;
}

static const struct history_file *
find_kept(const void *context, struct str path)
{
	return table_get(&((const struct kept *)context)->files, path);
}

/* Whether anything became known that was not kept for this commit. */
static bool
is_news(const struct kept *kept, const char *id, const struct git_history_file *files,
        const struct source_entry *entries, size_t len)
{
	if (!str_is(kept->id, id))
		return true;
	for (size_t i = 0; i < len; i++)
		if (files[i].known.changes > 0 && !table_get(&kept->files, entries[i].path))
			return true;
	return false;
}

/* --- the history ---------------------------------------------------------------------------------------------- */

static void
report_shallow(const struct git_history_file *files, size_t len, struct diag *diag)
{
	size_t uncertain = 0;

	for (size_t i = 0; i < len; i++)
		uncertain += !files[i].settled;
	if (uncertain == 0)
		return;
	diag_warning(
		diag, (struct pos){ 0 }, "shallow",
		_("this clone has no older commits, so when %zu files first came or last changed is not known"),
		uncertain);
	diag_hint(
		diag,
		_("\"git fetch --unshallow\" brings them; in CI, ask for all of the history: \"fetch-depth: 0\" "
	          "(GitHub, Forgejo), \"GIT_DEPTH: 0\" (GitLab)"));
}

/* The folder itself can be read: that is enough for a site, if not for all that it could tell. */
static void
report_unread(const struct source *source, struct diag *diag)
{
	diag_warning(
		diag, (struct pos){ 0 }, "no-history",
		_("the git repository of %s cannot be read, so when files first came or last changed is not known"),
		source_path(source));
	diag_hint(diag, _("with --rev HEAD, quartier says why"));
}

static void
walk(struct history *history, const struct git_content *git, const struct source *source,
     struct cache *cache, struct diag *diag)
{
	size_t len;
	const struct source_entry *entries = source_entries(source, &len);
	struct git_history_file *files = arena_array(history->arena, len, sizeof *files);
	struct kept kept = { 0 };
	struct git_history_memory memory = { .find = find_kept, .context = &kept };
	struct hash key = key_of(source, git);
	char id[41];

	if (!git_history_head(git, id))
		return;
	for (size_t i = 0; i < len; i++)
		files[i] = (struct git_history_file){
			.path = entries[i].path,
			.known = { HISTORY_UNKNOWN, HISTORY_UNKNOWN, 0 },
		};
	if (recall(&kept, history->arena, cache, key))
		memory.id = kept.id;
	if (!git_history_walk(git, files, len, &memory))
		report_shallow(files, len, diag);
	else if (is_news(&kept, id, files, entries, len))
		keep(cache, key, id, files, entries, len);
	for (size_t i = 0; i < len; i++)
		if (files[i].known.changes > 0)
			table_put(&history->files, history->arena, entries[i].path,
			          &files[i].known);
}

/* Whether .git stands beside the content or above it; without, the library need not even be started, which takes as
 * long as all the rest of this. */
static bool
is_beneath_git(const char *path)
{
	char folder[PATH_MAX + sizeof "/.git"], *end;
	struct stat st;

	if (!realpath(path, folder))
		return false;
	for (end = folder + strlen(folder); end; end = strrchr(folder, '/')) {
		memcpy(end, "/.git", sizeof "/.git");
		if (lstat(folder, &st) == 0)
			return true;
		*end = '\0';
	}
	return false;
}

/* A folder is asked what the commit knows that it was made from, if there is one. */
static void
walk_folder(struct history *history, const struct source *source, struct cache *cache,
            struct diag *diag)
{
	struct diag *unheard = diag_new();
	struct git_content *git = NULL;
	enum source_result result = git_content_open(&git, source_path(source), NULL, unheard);

	if (result == SOURCE_OK)
		walk(history, git, source, cache, diag);
	else if (result == SOURCE_FAILED)
		report_unread(source, diag);
	git_content_free(git);
	diag_free(unheard);
}

struct history *
history_new(const struct source *source, struct cache *cache, struct diag *diag)
{
	struct history *history = mem_alloc(sizeof *history);

	history->arena = arena_new();
	if (source_git(source))
		walk(history, source_git(source), source, cache, diag);
	else if (is_beneath_git(source_path(source)))
		walk_folder(history, source, cache, diag);
	return history;
}

void
history_free(struct history *history)
{
	if (!history)
		return;
	arena_free(history->arena);
	free(history);
}

const struct history_file *
history_find(const struct history *history, struct str path)
{
	return table_get(&history->files, path);
}
