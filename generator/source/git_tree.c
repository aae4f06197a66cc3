#include "source/git_tree.h"

#include "base/arena.h"

#include <string.h>

enum { DEPTH_MOST = 128, TREE_MOST = 64 << 20 };

/* One entry of a tree, and the rest of it. */
struct entry {
	struct str name;
	bool folder;
	const unsigned char *id; /* 20 bytes */
};

/* A tree being read, entry by entry. */
struct reading {
	git_odb_object *object;
	const char *at, *end;
	struct entry entry;
	bool done, broken;
};

struct comparing {
	struct tree_changes *changes;
	struct arena *arena;
	git_odb *odb;
};

static void
next(struct reading *reading)
{
	const char *at = reading->at, *end = reading->end, *space, *nul;

	if (at == end || reading->broken) {
		reading->done = true;
		return;
	}
	space = memchr(at, ' ', (size_t)(end - at));
	nul = space ? memchr(space, '\0', (size_t)(end - space)) : NULL;
	if (!nul || end - nul - 1 < GIT_OID_RAWSZ) {
		reading->done = reading->broken = true;
		return;
	}
	reading->entry = (struct entry){
		.name = { space + 1, (size_t)(nul - space - 1) },
		.folder =
			at[0] == '4', /* 40000: files are 100644, links 120000, submodules 160000 */
		.id = (const unsigned char *)nul + 1,
	};
	reading->at = nul + 1 + GIT_OID_RAWSZ;
}

/* Of no tree, nothing comes. -1: it cannot be read. */
static int
start(struct reading *reading, git_odb *odb, const unsigned char *id)
{
	git_oid oid;
	git_object_t type;
	size_t size;

	*reading = (struct reading){ .done = !id };
	if (!id)
		return 0;
	memcpy(oid.id, id, GIT_OID_RAWSZ);
	if (git_odb_read_header(&size, &type, odb, &oid) != 0 || type != GIT_OBJECT_TREE ||
	    size > TREE_MOST || git_odb_read(&reading->object, odb, &oid) != 0)
		return -1;
	reading->at = git_odb_object_data(reading->object);
	reading->end = reading->at + git_odb_object_size(reading->object);
	return 0;
}

/* Both from where they differ: trees of a thousand files mostly differ in one. */
static void
skip_same(struct reading *a, struct reading *b)
{
	while (a->at < a->end && b->at < b->end) {
		const char *nul = memchr(a->at, '\0', (size_t)(a->end - a->at));
		size_t len;

		if (!nul || a->end - nul - 1 < GIT_OID_RAWSZ)
			return;
		len = (size_t)(nul - a->at) + 1 + GIT_OID_RAWSZ;
		if ((size_t)(b->end - b->at) < len || memcmp(a->at, b->at, len) != 0)
			return;
		a->at += len;
		b->at += len;
	}
}

/* git's order: a folder's name counts as if it ended in '/'. */
static int
compare_names(const struct entry *a, const struct entry *b)
{
	size_t len = a->name.len < b->name.len ? a->name.len : b->name.len;
	int order = memcmp(a->name.ptr, b->name.ptr, len);
	int ca, cb;

	if (order != 0)
		return order;
	ca = a->name.len > len ? (unsigned char)a->name.ptr[len] : a->folder ? '/' : 0;
	cb = b->name.len > len ? (unsigned char)b->name.ptr[len] : b->folder ? '/' : 0;
	return (ca > cb) - (ca < cb);
}

static struct str
join(struct arena *arena, struct str folder, struct str name)
{
	if (folder.len == 0)
		return arena_str(arena, name);
	return arena_printf(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(name));
}

static int compare(const struct comparing *c, const unsigned char *after,
                   const unsigned char *before, struct str folder, unsigned depth);

/* What has the name in both, or in one (the other is NULL). */
static int
differ(const struct comparing *c, const struct entry *after, const struct entry *before,
       struct str folder, unsigned depth)
{
	struct str path = join(c->arena, folder, after ? after->name : before->name);
	struct tree_change *change;

	if ((after ? after : before)->folder)
		return compare(c, after ? after->id : NULL, before ? before->id : NULL, path,
		               depth + 1);
	c->changes->items =
		arena_push(c->arena, c->changes->items, &c->changes->len, sizeof *change);
	change = &c->changes->items[c->changes->len - 1];
	change->path = path;
	change->is = after != NULL;
	change->was = before != NULL;
	if (after)
		memcpy(change->after.id, after->id, GIT_OID_RAWSZ);
	if (before)
		memcpy(change->before.id, before->id, GIT_OID_RAWSZ);
	return 0;
}

static int
compare_entries(const struct comparing *c, struct reading *a, struct reading *b, struct str folder,
                unsigned depth)
{
	int rc = 0;

	skip_same(a, b);
	next(a);
	next(b);
	while (rc == 0 && !(a->done && b->done)) {
		int order = a->done ? 1 : b->done ? -1 : compare_names(&a->entry, &b->entry);

		if (order == 0 && memcmp(a->entry.id, b->entry.id, GIT_OID_RAWSZ) != 0)
			rc = differ(c, &a->entry, &b->entry, folder, depth);
		else if (order != 0)
			rc = differ(c, order < 0 ? &a->entry : NULL, order > 0 ? &b->entry : NULL,
			            folder, depth);
		if (order == 0)
			skip_same(a, b);
		if (order <= 0)
			next(a);
		if (order >= 0)
			next(b);
	}
	return a->broken || b->broken ? -1 : rc;
}

static int
compare(const struct comparing *c, const unsigned char *after, const unsigned char *before,
        struct str folder, unsigned depth)
{
	struct reading a = { 0 }, b = { 0 };
	int rc = -1;

	if (after && before && memcmp(after, before, GIT_OID_RAWSZ) == 0)
		return 0;
	if (depth <= DEPTH_MOST && start(&a, c->odb, after) == 0 && start(&b, c->odb, before) == 0)
		rc = compare_entries(c, &a, &b, folder, depth);
	git_odb_object_free(a.object);
	git_odb_object_free(b.object);
	return rc;
}

int
tree_compare(struct tree_changes *changes, struct arena *arena, git_odb *odb, const git_oid *after,
             const git_oid *before)
{
	struct comparing c = { changes, arena, odb };

	return compare(&c, after ? after->id : NULL, before ? before->id : NULL, (struct str){ 0 },
	               0);
}

bool
tree_find(git_odb *odb, const git_oid *tree, struct str path, git_oid *found)
{
	struct str name;

	*found = *tree;
	while (path.len > 0 && str_split(&path, '/', &name)) {
		struct reading reading;
		bool there = false;

		if (start(&reading, odb, found->id) != 0)
			return false;
		for (next(&reading); !reading.done && !there; there ? (void)0 : next(&reading))
			there = str_eq(reading.entry.name, name);
		if (there)
			memcpy(found->id, reading.entry.id, GIT_OID_RAWSZ);
		git_odb_object_free(reading.object);
		if (!there)
			return false;
	}
	return true;
}
