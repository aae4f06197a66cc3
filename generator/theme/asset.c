#include "theme/asset.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/value.h"
#include "theme/mustache.h"
#include "theme/reference.h"
#include "theme/slim.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { HASH_DIGITS = 10, CHAIN_MOST = 64 };

static const char suffix[] = ".mustache";

/* An asset on its way: its references are looked at after those that they name are done. */
struct item {
	struct theme_asset asset;
	const char *file;
	const char *key;
	bool rendered; /* positions in it are not those of the file */
	enum { ITEM_NEW, ITEM_VISITING, ITEM_DONE } state;
};

struct maker {
	struct arena *arena;
	struct diag *diag;
	struct item *items; /* sorted by name */
	size_t len;
	bool failed;
};

/* --- names ----------------------------------------------------------------------------------- */

struct str
asset_extension(struct str name)
{
	size_t at = name.len;

	while (at > 0 && name.ptr[at - 1] != '.' && name.ptr[at - 1] != '/')
		at--;
	return at > 0 && name.ptr[at - 1] == '.' ? str_sub(name, at, name.len) : (struct str){ 0 };
}

const char *
asset_key(struct arena *arena, struct str name)
{
	char *key = arena_copy(arena, arena_cstr(arena, name), name.len + 1);

	for (size_t i = 0; i < name.len; i++)
		if (!isalnum((unsigned char)key[i]))
			key[i] = '_';
	return key;
}

static bool
name_is_sound(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!isalnum((unsigned char)name.ptr[i]) && !strchr("-_./", name.ptr[i]))
			return false;
	return name.len > 0;
}

/* assets/fonts/inter.1a2b3c4d5e.woff2 */
static struct str
hashed_path(struct arena *arena, struct str name, struct str bytes)
{
	struct str extension = asset_extension(name);
	char hex[HASH_HEX + 1];

	hash_hex(hash_of(bytes), hex);
	if (extension.len == 0)
		return arena_printf(arena, "assets/%.*s.%.*s", STR_ARG(name), HASH_DIGITS, hex);
	return arena_printf(arena, "assets/%.*s%.*s.%.*s", (int)(name.len - extension.len),
	                    name.ptr, HASH_DIGITS, hex, STR_ARG(extension));
}

static struct item *
find_item(const struct maker *m, struct str name)
{
	size_t low = 0, high = m->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_cmp(m->items[middle].asset.name, name);

		if (order == 0)
			return &m->items[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

const struct theme_asset *
asset_find(const struct theme_asset *assets, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(assets[i].name, name))
			return &assets[i];
	return NULL;
}

/* --- reading --------------------------------------------------------------------------------- */

static int
render(struct maker *m, struct item *item, const struct value *accent)
{
	struct mustache_set *set = mustache_set_new();
	struct buf out = { 0 };
	int rc = -1;

	if (mustache_add(set, STR("asset"), item->file, item->asset.bytes, m->diag) == 0 &&
	    mustache_link(set, m->diag) == 0)
		rc = mustache_render(set, mustache_find(set, STR("asset")), &out, &accent, 1,
		                     m->diag);
	item->asset.bytes = arena_str(m->arena, buf_str(&out));
	item->rendered = true;
	buf_release(&out);
	mustache_set_free(set);
	return rc;
}

static int
compare_items(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	int order = str_cmp(x->asset.name, y->asset.name);

	return order ? order : strcmp(x->file, y->file);
}

static int
compare_keys(const void *a, const void *b)
{
	const struct item *const *x = a, *const *y = b;
	int order = strcmp((*x)->key, (*y)->key);

	return order ? order : compare_items(*x, *y);
}

/* Two names that templates could not tell apart. */
static void
check_keys(struct maker *m)
{
	struct item **by_key = arena_array(m->arena, m->len, sizeof(struct item *));

	for (size_t i = 0; i < m->len; i++)
		by_key[i] = &m->items[i];
	if (m->len)
		qsort(by_key, m->len, sizeof(struct item *), compare_keys);
	for (size_t i = 1; i < m->len; i++) {
		if (strcmp(by_key[i]->key, by_key[i - 1]->key) != 0)
			continue;
		diag_error(
			m->diag, (struct pos){ by_key[i]->file, 0, 0 }, "asset",
			_("%s and this file would both be asset.%s in templates; rename one of the two"),
			by_key[i - 1]->file, by_key[i]->key);
		m->failed = true;
	}
}

static void
gather(struct maker *m, const struct asset_file *files, size_t count, const struct value *accent)
{
	m->items = arena_array(m->arena, count, sizeof *m->items);
	for (size_t i = 0; i < count; i++) {
		struct item *item = &m->items[m->len];

		if (!name_is_sound(files[i].name)) {
			diag_error(
				m->diag, (struct pos){ files[i].file, 0, 0 }, "asset",
				_("\"%.*s\" is not a name for a file of the site; letters without "
			          "accents, digits, - _ and . are accepted"),
				STR_ARG(files[i].name));
			m->failed = true;
			continue;
		}
		*item = (struct item){ .asset = { .name = files[i].name,
			                          .bytes = files[i].bytes,
			                          .spare = files[i].spare },
			               .file = files[i].file };
		if (str_ends(item->asset.name, suffix)) {
			item->asset.name.len -= sizeof suffix - 1;
			m->failed |= render(m, item, accent) < 0;
		}
		item->asset.name = arena_str(m->arena, item->asset.name);
		item->key = asset_key(m->arena, item->asset.name);
		m->len++;
	}
	if (m->len)
		qsort(m->items, m->len, sizeof *m->items, compare_items);
	check_keys(m);
}

/* --- references ------------------------------------------------------------------------------ */

/* The name that `path` has, seen from the asset `from`; empty when it leaves the assets. */
static struct str
resolve(struct arena *arena, struct str from, struct str path)
{
	struct str parts[CHAIN_MOST] = { 0 }, part, folder = from;
	struct buf out = { 0 };
	struct str result;
	size_t n = 0;

	while (folder.len > 0 && folder.ptr[folder.len - 1] != '/')
		folder.len--;
	for (int i = 0; i < 2; i++) {
		struct str rest = i == 0 ? folder : path;

		while (str_split(&rest, '/', &part)) {
			if (part.len == 0 || str_is(part, "."))
				continue;
			if (n == (str_is(part, "..") ? 0 : CHAIN_MOST))
				return (struct str){ 0 };
			if (str_is(part, ".."))
				n--;
			else
				parts[n++] = part;
		}
	}
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_addc(&out, '/');
		buf_add(&out, parts[i]);
	}
	result = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return result;
}

static struct pos
position(const struct item *item, size_t offset)
{
	struct str before = str_sub(item->asset.bytes, 0, offset), line;
	struct pos at = { item->file, 1, 1 };

	if (item->rendered)
		return (struct pos){ item->file, 0, 0 };
	for (; str_find(before, '\n') < before.len; at.line++)
		str_split(&before, '\n', &line);
	at.column += (unsigned)utf8_count(before);
	return at;
}

static void
hint_nearest(struct maker *m, struct str name)
{
	struct str *names = arena_array(m->arena, m->len, sizeof *names);
	size_t i;

	for (i = 0; i < m->len; i++)
		names[i] = m->items[i].asset.name;
	i = utf8_nearest(name, names, m->len);
	if (i < m->len)
		diag_hint(m->diag, _("did you mean \"%.*s\"?"), STR_ARG(names[i]));
}

/* The asset that a reference names; NULL, with a warning where one was meant. */
static struct item *
target(struct maker *m, const struct item *item, const struct reference *reference)
{
	struct str name;
	struct item *found;

	if (reference_is_foreign(reference->path)) {
		diag_warning(
			m->diag, position(item, reference->from), "asset",
			_("\"%.*s\" is on another host: browsers will not load it from this site"),
			STR_ARG(reference->path));
		return NULL;
	}
	if (!reference_is_relative(reference->path))
		return NULL;
	name = resolve(m->arena, item->asset.name, reference->path);
	found = name.len ? find_item(m, name) : NULL;
	if (!found) {
		diag_warning(m->diag, position(item, reference->from), "asset",
		             _("there is no asset \"%.*s\""), STR_ARG(reference->path));
		hint_nearest(m, name.len ? name : reference->path);
	}
	return found;
}

/* The reference with the hashed name at its end: "../img/a.svg" → "../img/a.1a2b3c4d5e.svg". */
static void
add_rewritten(struct buf *out, struct str path, const struct item *to)
{
	struct str name = to->asset.path;
	size_t from = name.len;

	while (path.len > 0 && path.ptr[path.len - 1] != '/')
		path.len--;
	while (from > 0 && name.ptr[from - 1] != '/')
		from--;
	buf_add(out, path);
	buf_add(out, str_sub(name, from, name.len));
}

static bool make(struct maker *m, struct item *item, int depth);

static bool
follow(struct maker *m, struct item *item, const struct reference *reference, struct item *to,
       int depth)
{
	if (to->state != ITEM_VISITING && depth < CHAIN_MOST)
		return make(m, to, depth + 1);
	diag_error(
		m->diag, position(item, reference->from), "asset",
		to->state == ITEM_VISITING
			? _("\"%.*s\" leads back here: assets that name each other in a circle cannot be "
	                    "named after their content")
			: _("\"%.*s\" is the end of too long a chain of assets that name each other"),
		STR_ARG(reference->path));
	m->failed = true;
	return false;
}

static void
rewrite(struct maker *m, struct item *item, const struct references *references, int depth)
{
	struct buf out = { 0 };
	size_t from = 0;

	for (size_t i = 0; i < references->len; i++) {
		const struct reference *reference = &references->items[i];
		struct item *to = target(m, item, reference);

		if (!to || !follow(m, item, reference, to, depth))
			continue;
		buf_add(&out, str_sub(item->asset.bytes, from, reference->from));
		add_rewritten(&out, reference->path, to);
		from = reference->from + reference->path.len;
	}
	if (from > 0) {
		buf_add(&out, str_sub(item->asset.bytes, from, item->asset.bytes.len));
		item->asset.bytes = arena_str(m->arena, buf_str(&out));
	}
	buf_release(&out);
}

/* Readers get no comments; what is not understood they get as it is. */
static void
make_slim(struct maker *m, struct item *item, bool (*slim)(struct buf *out, struct str text))
{
	struct buf out = { 0 };

	if (slim(&out, item->asset.bytes))
		item->asset.bytes = arena_str(m->arena, buf_str(&out));
	buf_release(&out);
}

/* Finishes an asset and those that it names. False when it could not. */
static bool
make(struct maker *m, struct item *item, int depth)
{
	struct str extension = asset_extension(item->asset.name);
	bool style = str_is(extension, "css");
	bool script = str_is(extension, "js") || str_is(extension, "mjs");
	struct references references = { 0 };

	if (item->state == ITEM_DONE)
		return true;
	item->state = ITEM_VISITING;
	if (style)
		reference_css(&references, m->arena, item->asset.bytes);
	else if (script)
		reference_script(&references, m->arena, item->asset.bytes);
	rewrite(m, item, &references, depth);
	if (style || script)
		make_slim(m, item, style ? slim_css : slim_script);
	item->asset.path = hashed_path(m->arena, item->asset.name, item->asset.bytes);
	item->state = ITEM_DONE;
	return true;
}

int
asset_make(struct assets *assets, struct arena *arena, const struct asset_file *files, size_t count,
           const struct value *accent, struct diag *diag)
{
	struct maker m = { .arena = arena, .diag = diag };

	gather(&m, files, count, accent);
	assets->items = arena_array(arena, m.len, sizeof *assets->items);
	assets->len = 0;
	for (size_t i = 0; i < m.len; i++)
		if (!m.items[i].asset.spare)
			make(&m, &m.items[i], 0);
	for (size_t i = 0; i < m.len; i++)
		if (m.items[i].state == ITEM_DONE)
			assets->items[assets->len++] = m.items[i].asset;
	return m.failed ? -1 : 0;
}
