#include "source/listing.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"

#include <stdlib.h>

bool
listing_hides(struct str name)
{
	return name.len > 0 && (name.ptr[0] == '.' || name.ptr[0] == '_');
}

static bool
is_control(char c)
{
	return (unsigned char)c < 0x20 || c == 0x7f;
}

/* Of valid UTF-8. */
static bool
is_portable(struct str name)
{
	for (size_t i = 0; i < name.len;) {
		uint32_t c = utf8_next(name, &i);

		if (c == '\\' || c < 0x20 || (c >= 0x7f && c < 0xa0))
			return false;
	}
	return true;
}

/* Names by which a tree would point out of itself; git never writes them. */
static bool
is_forged(struct str name)
{
	return name.len == 0 || str_is(name, ".") || str_is(name, "..") ||
	       str_find(name, '/') < name.len;
}

bool
listing_allows(struct str path)
{
	struct str part;

	if (path.len == 0 || !utf8_check(path, NULL) || !is_portable(path))
		return false;
	while (str_split(&path, '/', &part))
		if (is_forged(part) || listing_hides(part))
			return false;
	return true;
}

/* A name that can be shown in one line: what is not plain text becomes \xNN. */
static struct str
printable(struct arena *arena, struct str name)
{
	struct buf shown = { 0 };
	bool text = utf8_check(name, NULL) && is_portable(name);
	struct str copy;

	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		if (is_control(c) || (!text && (unsigned char)c >= 0x80))
			buf_printf(&shown, "\\x%02x", (unsigned char)c);
		else
			buf_addc(&shown, c);
	}
	copy = arena_str(arena, buf_str(&shown));
	buf_release(&shown);
	return copy;
}

static struct str
join(struct arena *arena, struct str folder, struct str name)
{
	if (folder.len == 0)
		return arena_str(arena, name);
	return arena_printf(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(name));
}

static struct pos
where(struct listing *listing, struct str folder, struct str name)
{
	struct arena *arena = listing->arena;

	return (struct pos){ join(arena, folder, printable(arena, name)).ptr, 0, 0 };
}

struct str
listing_path(struct listing *listing, struct str folder, struct str name)
{
	const struct str none = { 0 };

	if (is_forged(name)) {
		diag_error(listing->diag, where(listing, folder, name), "file-name",
		           _("an entry named \"%.*s\" leads out of its folder; nothing is read "
		             "from it"),
		           STR_ARG(printable(listing->arena, name)));
		return none;
	}
	if (listing_hides(name))
		return none;
	if (!utf8_check(name, NULL)) {
		diag_warning(listing->diag, where(listing, folder, name), "file-name",
		             _("the name is not UTF-8; the file is left out"));
		diag_hint(listing->diag,
		          _("rename it, with letters without accents, digits and hyphens"));
		return none;
	}
	if (!is_portable(name)) {
		diag_warning(listing->diag, where(listing, folder, name), "file-name",
		             _("the name has a backslash or a control character; the file is "
		               "left out"));
		diag_hint(listing->diag,
		          _("rename it, with letters without accents, digits and hyphens"));
		return none;
	}
	return join(listing->arena, folder, name);
}

static size_t
most(const struct listing *listing)
{
	return listing->most ? listing->most : LISTING_MOST;
}

static int
too_many(struct listing *listing, const char *message)
{
	diag_error(listing->diag, (struct pos){ 0 }, "limit", message, most(listing));
	diag_hint(listing->diag,
	          _("is this the right folder? \"limits: {files: …}\" in quartier.yml "
	            "raises the limit"));
	return -1;
}

int
listing_enter(struct listing *listing, struct str path, unsigned depth)
{
	if (++listing->folders > most(listing))
		return too_many(listing, _("there are more than %zu folders"));
	if (depth <= LISTING_DEPTH)
		return 1;
	diag_warning(listing->diag, (struct pos){ path.ptr, 0, 0 }, "limit",
	             _("folders are nested more than %d deep; this one is left out"),
	             LISTING_DEPTH);
	return 0;
}

int
listing_add(struct listing *listing, struct str path, enum source_kind kind, struct str identity)
{
	if (listing->len >= most(listing))
		return too_many(listing, _("there are more than %zu files"));
	listing->entries = arena_push(listing->arena, listing->entries, &listing->len,
	                              sizeof *listing->entries);
	listing->entries[listing->len - 1] = (struct source_entry){ path, kind, identity };
	return 0;
}

int
listing_refuse(const char *path, enum source_kind kind, struct diag *diag)
{
	bool linked = kind == SOURCE_LINK || kind == SOURCE_SUBMODULE;

	diag_error(diag, (struct pos){ path, 0, 0 }, linked ? "link" : "not-a-file",
	           kind == SOURCE_LINK        ? _("this is a symbolic link, which is not followed")
	           : kind == SOURCE_SUBMODULE ? _("this is a submodule, which is not entered")
	                                      : _("this is not a file that can be read"));
	if (linked)
		diag_hint(diag, _("put the files themselves in the repository"));
	return -1;
}

static int
by_path(const void *a, const void *b)
{
	const struct source_entry *x = a, *y = b;

	return str_cmp(x->path, y->path);
}

void
listing_sort(struct listing *listing)
{
	struct source_entry *entries = listing->entries;
	size_t kept = 0;

	if (listing->len == 0)
		return;
	qsort(entries, listing->len, sizeof *entries, by_path);
	for (size_t i = 1; i < listing->len; i++) {
		if (str_eq(entries[kept].path, entries[i].path))
			diag_error(listing->diag, (struct pos){ entries[i].path.ptr, 0, 0 },
			           "file-name", _("the commit holds this name twice"));
		else
			entries[++kept] = entries[i];
	}
	listing->len = kept + 1;
}
