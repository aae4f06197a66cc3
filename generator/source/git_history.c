#include "source/git_history.h"

#include "base/arena.h"
#include "base/mem.h"
#include "base/table.h"
#include "source/git_commit.h"
#include "source/git_parts.h"
#include "source/git_tree.h"

#include <stdlib.h>
#include <string.h>

enum { RENAMES_MOST = 1000 };

struct walk {
	const struct git_content *content;
	git_odb *odb;
	struct arena *arena, *scratch; /* the second is emptied after each commit */
	struct table tracked; /* paths that files had at this point of the past → struct holder */
	size_t open;          /* files not settled */
	struct commit *heap;  /* the newest first */
	size_t heap_len, heap_room;
	struct table seen; /* ids of commits */
	uint64_t met;
	bool complete;
};

/* --- those that wait, a binary heap ------------------------------------------------------------------------ */

static bool
comes_first(const struct commit *a, const struct commit *b)
{
	return a->time != b->time ? a->time > b->time : a->order < b->order;
}

static void
swap(struct commit *a, struct commit *b)
{
	struct commit t = *a;

	*a = *b;
	*b = t;
}

static void
push(struct walk *walk, const struct commit *commit)
{
	size_t at = walk->heap_len++;

	if (walk->heap_len > walk->heap_room) {
		walk->heap_room = walk->heap_room ? 2 * walk->heap_room : 64;
		walk->heap = mem_resize(walk->heap, size_mul(walk->heap_room, sizeof *walk->heap));
	}
	walk->heap[at] = *commit;
	walk->heap[at].order = walk->met++;
	for (; at > 0 && comes_first(&walk->heap[at], &walk->heap[(at - 1) / 2]); at = (at - 1) / 2)
		swap(&walk->heap[at], &walk->heap[(at - 1) / 2]);
}

static struct commit
pop(struct walk *walk)
{
	struct commit first = walk->heap[0];
	size_t at = 0, child;

	walk->heap[0] = walk->heap[--walk->heap_len];
	while ((child = 2 * at + 1) < walk->heap_len) {
		if (child + 1 < walk->heap_len &&
		    comes_first(&walk->heap[child + 1], &walk->heap[child]))
			child++;
		if (!comes_first(&walk->heap[child], &walk->heap[at]))
			break;
		swap(&walk->heap[child], &walk->heap[at]);
		at = child;
	}
	return first;
}

/* Puts a commit among those that wait, once. False: it is not there. */
static bool
meet(struct walk *walk, const git_oid *id)
{
	struct str key =
		arena_str(walk->arena, (struct str){ (const char *)id->id, GIT_OID_RAWSZ });
	struct commit commit;

	if (table_get(&walk->seen, key))
		return true;
	if (!commit_read(&commit, walk->odb, id))
		return false;
	table_put(&walk->seen, walk->arena, key, walk);
	push(walk, &commit);
	return true;
}

/* --- files ------------------------------------------------------------------------------------------------- */

/* Who has a path: another file, once the first was renamed or began. */
struct holder {
	struct git_history_file *file;
};

static void
track(struct walk *walk, struct str path, struct git_history_file *file)
{
	struct holder *holder = table_get(&walk->tracked, path);

	if (!holder) {
		holder = arena_alloc(walk->arena, sizeof *holder);
		table_put(&walk->tracked, walk->arena, arena_str(walk->arena, path), holder);
	}
	if (!holder->file || holder->file->settled || !str_eq(holder->file->path, path))
		holder->file = file;
}

/* The file that had the path at this point of the past. */
static struct git_history_file *
tracked(const struct walk *walk, struct str path)
{
	const struct holder *holder = table_get(&walk->tracked, path);
	struct git_history_file *file = holder ? holder->file : NULL;

	return file && !file->settled && str_eq(file->path, path) ? file : NULL;
}

static void
settle(struct walk *walk, struct git_history_file *file)
{
	file->settled = true;
	walk->open--;
}

static void
rename_to(struct walk *walk, struct git_history_file *file, struct str old)
{
	/* Where two files of today had the name at once, the one that was renamed later has it. */
	track(walk, old, file);
	file->path = arena_str(walk->arena, old);
}

/* --- renames ----------------------------------------------------------------------------------------------- */

/* A file that went as this one came, with the very same bytes. */
static const struct tree_change *
same_bytes(const struct tree_changes *changes, const struct tree_change *came)
{
	for (size_t i = 0; i < changes->len; i++)
		if (!changes->items[i].is && git_oid_equal(&changes->items[i].before, &came->after))
			return &changes->items[i];
	return NULL;
}

struct likeness {
	struct walk *walk;
	const struct commit *commit;
	const struct tree_changes *changes;
	git_diff *diff;
	bool asked;
};

/* What is looked at: all that came and went. */
static int
diff_them(struct likeness *likeness, git_tree *after, git_tree *before)
{
	git_diff_find_options find;
	git_diff_options options;
	git_repository *repository = likeness->walk->content->repository;
	const struct tree_changes *changes = likeness->changes;
	const char *beneath = likeness->walk->content->beneath;
	char **paths = arena_array(likeness->walk->scratch, changes->len, sizeof *paths);

	git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
	git_diff_find_options_init(&find, GIT_DIFF_FIND_OPTIONS_VERSION);
	for (size_t i = 0; i < changes->len; i++) {
		if (changes->items[i].is && changes->items[i].was)
			continue;
		paths[options.pathspec.count++] =
			(char *)arena_printf(likeness->walk->scratch, "%s%s%.*s", beneath,
		                             *beneath ? "/" : "", STR_ARG(changes->items[i].path))
				.ptr;
	}
	options.pathspec.strings = paths;
	options.flags = GIT_DIFF_DISABLE_PATHSPEC_MATCH;
	find.flags = GIT_DIFF_FIND_RENAMES;
	find.rename_limit = RENAMES_MOST;
	return git_diff_tree_to_tree(&likeness->diff, repository, before, after, &options) == 0
	               ? git_diff_find_similar(likeness->diff, &find)
	               : -1;
}

static void
ask(struct likeness *likeness)
{
	git_repository *repository = likeness->walk->content->repository;
	struct commit parent;
	git_tree *after = NULL, *before = NULL;

	likeness->asked = true;
	if (commit_read(&parent, likeness->walk->odb, &likeness->commit->parents[0]) &&
	    git_tree_lookup(&after, repository, &likeness->commit->tree) == 0 &&
	    git_tree_lookup(&before, repository, &parent.tree) == 0)
		diff_them(likeness, after, before);
	git_tree_free(after);
	git_tree_free(before);
}

/* The path, in the content, of a file that went and is half like the one that came; empty: none. */
static struct str
much_alike(struct likeness *likeness, struct str path)
{
	size_t skip = strlen(likeness->walk->content->beneath);

	skip += skip > 0;
	if (!likeness->asked)
		ask(likeness);
	for (size_t i = 0; likeness->diff && i < git_diff_num_deltas(likeness->diff); i++) {
		const git_diff_delta *delta = git_diff_get_delta(likeness->diff, i);

		if (delta->status == GIT_DELTA_RENAMED &&
		    strlen(delta->new_file.path) == skip + path.len &&
		    memcmp(delta->new_file.path + skip, path.ptr, path.len) == 0)
			return arena_str(likeness->walk->scratch, str(delta->old_file.path + skip));
	}
	return (struct str){ 0 };
}

static bool
anything_went(const struct tree_changes *changes)
{
	for (size_t i = 0; i < changes->len; i++)
		if (!changes->items[i].is)
			return true;
	return false;
}

/* --- the walk ---------------------------------------------------------------------------------------------- */

static void
apply(struct likeness *likeness, const struct tree_change *change)
{
	struct walk *walk = likeness->walk;
	struct git_history_file *file = change->is ? tracked(walk, change->path) : NULL;
	const struct tree_change *same;
	struct str old = { 0 };

	if (!file)
		return;
	if (file->known.changes++ == 0)
		file->known.changed = likeness->commit->time;
	if (change->was)
		return;
	if (anything_went(likeness->changes)) {
		same = same_bytes(likeness->changes, change);
		old = same ? same->path : much_alike(likeness, change->path);
	}
	if (old.len > 0) {
		rename_to(walk, file, old);
		return;
	}
	file->known.created = likeness->commit->time;
	settle(walk, file);
}

/* The content's folder in a commit's tree; false: the commit has none. */
static bool
content_tree(const struct walk *walk, const git_oid *tree, git_oid *found)
{
	return tree_find(walk->odb, tree, str(walk->content->beneath), found);
}

/* Of a merge only what is as in none of the parents. */
static void
drop_merged(const struct walk *walk, const struct commit *commit, struct tree_changes *changes)
{
	size_t kept = 0;

	for (size_t i = 0; i < changes->len; i++) {
		bool merged = false;

		for (size_t p = 1; p < commit->parents_len && !merged; p++) {
			struct commit parent;
			git_oid tree, there;
			bool has = commit_read(&parent, walk->odb, &commit->parents[p]) &&
			           content_tree(walk, &parent.tree, &tree) &&
			           tree_find(walk->odb, &tree, changes->items[i].path, &there);

			merged = has ? changes->items[i].is &&
			                         git_oid_equal(&there, &changes->items[i].after)
			             : !changes->items[i].is;
		}
		if (!merged)
			changes->items[kept++] = changes->items[i];
	}
	changes->len = kept;
}

/* -1: an object is missing or broken. */
static int
visit(struct walk *walk, const struct commit *commit)
{
	struct tree_changes changes = { 0 };
	struct likeness likeness = { .walk = walk, .commit = commit, .changes = &changes };
	struct commit parent = { 0 };
	git_oid after, before;
	bool has_after, has_before;

	if (commit->parents_len > 0 && !commit_read(&parent, walk->odb, &commit->parents[0]))
		return -1;
	has_after = content_tree(walk, &commit->tree, &after);
	has_before = commit->parents_len > 0 && content_tree(walk, &parent.tree, &before);
	if (tree_compare(&changes, walk->scratch, walk->odb, has_after ? &after : NULL,
	                 has_before ? &before : NULL) < 0)
		return -1;
	if (commit->parents_len > 1)
		drop_merged(walk, commit, &changes);
	for (size_t i = 0; i < changes.len; i++)
		apply(&likeness, &changes.items[i]);
	git_diff_free(likeness.diff);
	return 0;
}

/* What the commit has not was never committed, or gone by then: it has no past from here on. */
static void
let_go(struct walk *walk, const struct commit *commit, struct git_history_file *files, size_t len)
{
	struct tree_changes all = { 0 };
	struct table there = { 0 };
	git_oid tree;
	bool has = content_tree(walk, &commit->tree, &tree);

	if (has && tree_compare(&all, walk->scratch, walk->odb, &tree, NULL) < 0)
		return;
	for (size_t i = 0; i < all.len; i++)
		table_put(&there, walk->scratch, all.items[i].path, &all.items[i]);
	for (size_t i = 0; i < len; i++)
		if (!files[i].settled && !table_get(&there, files[i].path))
			settle(walk, &files[i]);
}

/* Whether an earlier walk began here, and nothing else is to come. */
static bool
is_known(const struct walk *walk, const struct commit *commit,
         const struct git_history_memory *memory)
{
	char id[GIT_OID_HEXSZ];

	git_oid_fmt(id, &commit->id);
	return memory && walk->heap_len == 0 && str_eq(memory->id, (struct str){ id, sizeof id });
}

/* Takes over what the earlier walk found. It was not asked for every file: who deletes or renames one without
 * committing that, and builds, is asking for others. */
static void
remember(struct walk *walk, const struct commit *commit, const struct git_history_memory *memory,
         struct git_history_file *files, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		const struct history_file *then =
			files[i].settled ? NULL : memory->find(memory->context, files[i].path);

		if (!then)
			continue;
		if (files[i].known.changes == 0)
			files[i].known.changed = then->changed;
		files[i].known.created = then->created;
		files[i].known.changes += then->changes;
		settle(walk, &files[i]);
	}
	if (walk->open > 0)
		let_go(walk, commit, files, len);
}

static void
walk_back(struct walk *walk, const struct git_history_memory *memory,
          struct git_history_file *files, size_t len)
{
	bool first = true;

	while (walk->open > 0 && walk->heap_len > 0) {
		struct commit commit = pop(walk);
		bool known = true;

		if (is_known(walk, &commit, memory))
			remember(walk, &commit, memory, files, len);
		else if (first)
			let_go(walk, &commit, files, len);
		first = false;
		if (walk->open == 0)
			return;
		for (size_t p = 0; p < commit.parents_len; p++)
			known &= meet(walk, &commit.parents[p]);
		/* What its first parent had is not known, nor what changed here. */
		if (!known || visit(walk, &commit) < 0)
			walk->complete = false;
		arena_reset(walk->scratch);
	}
}

const char *
git_history_folder(const struct git_content *content)
{
	return content->beneath;
}

bool
git_history_head(const struct git_content *content, char id[41])
{
	if (git_oid_is_zero(&content->commit))
		return false;
	git_oid_tostr(id, 41, &content->commit);
	return true;
}

bool
git_history_walk(const struct git_content *content, struct git_history_file *files, size_t len,
                 const struct git_history_memory *memory)
{
	struct walk walk = {
		.content = content,
		.odb = content->odb,
		.arena = arena_new(),
		.scratch = arena_new(),
		.open = len,
		.complete = true,
	};

	for (size_t i = 0; i < len; i++)
		track(&walk, files[i].path, &files[i]);
	if (!meet(&walk, &content->commit))
		walk.complete = false;
	walk_back(&walk, memory, files, len);
	free(walk.heap);
	arena_free(walk.scratch);
	arena_free(walk.arena);
	return walk.complete || walk.open == 0;
}
