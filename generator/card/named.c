#include "card/named.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "source/source.h"

#include <stdlib.h>

static const char folder[] = "photos";

void
named_add(struct named *named, struct arena *arena, const struct source_entry *entry)
{
	named->items = arena_push(arena, named->items, &named->len, sizeof *named->items);
	named->items[named->len - 1] = entry;
}

void
named_gather(struct named *into, struct arena *arena, const struct named *from)
{
	for (size_t i = 0; i < from->len; i++)
		named_add(into, arena, from->items[i]);
}

/* All are of one array, which is sorted by path. */
static int
by_place(const void *a, const void *b)
{
	const struct source_entry *const *x = a, *const *y = b;

	return (*x > *y) - (*x < *y);
}

static bool
is_photo(const struct source_entry *entry)
{
	struct str path = entry->path;

	return entry->kind == SOURCE_FILE && path.len > sizeof folder &&
	       path.ptr[sizeof folder - 1] == '/' && str_starts(path, folder) &&
	       !str_ends(path, "/README.md");
}

static void
report(const struct source_entry *entry, struct diag *diag)
{
	diag_note(diag, (struct pos){ entry->path.ptr, 0, 0 }, "photo-unused",
	          _("no card names this file, so nobody will see it"));
	diag_hint(diag, _("name it under photos: in a card, or delete it"));
}

void
named_report_others(struct named *named, const struct source *source, struct diag *diag)
{
	size_t count, next = 0, others = 0;
	const struct source_entry *entries = source_entries(source, &count);

	if (named->len > 0)
		qsort(named->items, named->len, sizeof *named->items, by_place);
	for (const struct source_entry *e = entries; e < entries + count; e++) {
		while (next < named->len && named->items[next] < e)
			next++;
		if (!is_photo(e) || (next < named->len && named->items[next] == e))
			continue;
		if (++others <= DIAG_MOST)
			report(e, diag);
	}
	if (others > DIAG_MOST)
		diag_note(diag, (struct pos){ folder, 0, 0 }, "photo-unused",
		          _("%zu files in this folder are named by no card; the first %d are told"),
		          others, DIAG_MOST);
}
