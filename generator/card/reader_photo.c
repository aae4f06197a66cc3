#include "card/reader_parts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/card.h"
#include "card/named.h"
#include "source/source.h"

#include <string.h>

/* ---- paths ---- */

/* "photos" and "../merchants/a.jpg" → "merchants/a.jpg". False when it leads out of the repository. */
static bool
join(struct reader *r, struct str folder, struct str written, struct str *path)
{
	char *out = arena_array(r->scratch, folder.len + written.len + 2, 1);
	size_t len = folder.len;
	struct str part;

	memcpy(out, folder.ptr ? folder.ptr : "", folder.len);
	while (str_split(&written, '/', &part)) {
		if (part.len == 0 || str_is(part, "."))
			continue;
		if (str_is(part, "..")) {
			if (len == 0)
				return false;
			while (len > 0 && out[--len] != '/')
				;
			continue;
		}
		if (len)
			out[len++] = '/';
		memcpy(out + len, part.ptr, part.len);
		len += part.len;
	}
	*path = (struct str){ out, len };
	return true;
}

static bool
is_absolute(struct str path)
{
	return str_starts(path, "/") || str_starts(path, "~") || str_starts(path, "\\") ||
	       (path.len > 2 && path.ptr[1] == ':' && (path.ptr[2] == '\\' || path.ptr[2] == '/'));
}

/* What no path in a card may be; reported. */
static bool
is_refused(struct reader *r, struct str path, struct pos at)
{
	size_t colon = str_find(path, ':');

	if (str_starts(str_sub(path, colon, path.len), "://")) {
		reader_error(r, at, "path", _("\"%s\" is on the web, not in the repository"),
		             reader_clip(r, path));
		diag_hint(r->diag, _("put the file in the folder photos, and write its name here"));
	} else if (is_absolute(path)) {
		reader_error(r, at, "path",
		             _("\"%s\" is a place on your computer, not in the repository"),
		             reader_clip(r, path));
		diag_hint(r->diag, _("put the file in the folder photos, and write its name here"));
	} else if (str_find(path, '\\') < path.len) {
		reader_error(r, at, "path", _("\"%s\" has a backslash (\\)"), reader_clip(r, path));
		diag_hint(r->diag, _("write / between the names of folders and files"));
	} else {
		return false;
	}
	return true;
}

static void
report_outside(struct reader *r, struct str path, struct pos at)
{
	reader_error(r, at, "path", _("\"%s\" leads out of the repository"), reader_clip(r, path));
	diag_hint(r->diag, _("put the file in the repository, in the folder photos or map"));
}

void
reader_file(struct reader *r, const struct field *field, void *object, const struct yaml_node *node)
{
	struct str path, text = str_trim(node->text);

	if (!reader_expect(r, field, node, YAML_SCALAR) || is_refused(r, text, node->at))
		return;
	if (!join(r, (struct str){ 0 }, text, &path)) {
		report_outside(r, text, node->at);
		return;
	}
	*MEMBER(object, field->offset, struct str) = arena_str(r->arena, path);
	if (field->flags & FIELD_PLACED)
		*MEMBER(object, field->beside, struct pos) = node->at;
}

/* ---- looking a file up ---- */

static struct str
folder_of(const char *file)
{
	const char *slash = file ? strrchr(file, '/') : NULL;

	return slash ? (struct str){ file, (size_t)(slash - file) } : (struct str){ 0 };
}

/* The first entry at or behind `path`. */
static size_t
lower_bound(const struct source_entry *entries, size_t count, struct str path)
{
	size_t from = 0, to = count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_cmp(entries[middle].path, path) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static bool
is_card_name(struct str path)
{
	return str_ends(path, ".md") || str_ends(path, ".yml");
}

/* Names below `folder` that stand near `path` in the listing: misspelt names mostly begin well, and a
 * thousand lost photos must not be compared with ten thousand files each. */
static size_t
neighbours(const struct reader *r, struct str folder, struct str path, struct str *names,
           size_t most)
{
	size_t count, n = 0, from;
	const struct source_entry *entries = source_entries(r->source, &count);

	from = lower_bound(entries, count, path);
	from = from > most / 2 ? from - most / 2 : 0;
	for (size_t i = from; i < count && i < from + most; i++) {
		struct str name = entries[i].path;

		if (name.len <= folder.len + 1 || name.ptr[folder.len] != '/' ||
		    !str_eq(str_sub(name, 0, folder.len), folder) || is_card_name(name))
			continue;
		names[n++] = str_sub(name, folder.len + 1, name.len);
	}
	return n;
}

/* One of the two folders that a path may be relative to, and the whole path there. */
struct
try {
	struct str folder, path;
};

static void
hint_nearest(struct reader *r, struct str written, const struct try tries[2])
{
	enum { MOST = 256 };
	struct str names[2 * MOST];
	size_t count = 0, nearest;

	if (r->unknown++ >= DIAG_MOST)
		return;
	for (int i = 0; i < 2; i++)
		if (tries[i].folder.len)
			count += neighbours(r, tries[i].folder, tries[i].path, names + count, MOST);
	nearest = utf8_nearest(written, names, count);
	if (nearest < count)
		diag_hint(r->diag, _("did you mean \"%.*s\"?"), STR_ARG(names[nearest]));
	else
		diag_hint(r->diag, _("put the file in the folder photos"));
}

/* The link or submodule that `path` goes through, or is; NULL when there is none. */
static const struct source_entry *
hidden_by(const struct reader *r, struct str path)
{
	for (size_t i = 1; i <= path.len; i++) {
		const struct source_entry *entry;

		if (i < path.len && path.ptr[i] != '/')
			continue;
		entry = source_find(r->source, str_sub(path, 0, i));
		if (entry && entry->kind != SOURCE_FILE)
			return entry;
	}
	return NULL;
}

/* A file, or the reason why there is none. */
static struct str
look_up(struct reader *r, struct str written, struct pos at, const struct try tries[2])
{
	for (int i = 0; i < 2; i++) {
		const struct source_entry *entry = source_find(r->source, tries[i].path);

		if (entry && entry->kind == SOURCE_FILE)
			return entry->path;
	}
	for (int i = 0; i < 2; i++) {
		const struct source_entry *entry = hidden_by(r, tries[i].path);

		if (!entry)
			continue;
		reader_error(r, at, "link",
		             _("\"%s\" is behind a link or a submodule (%s), which is not "
		               "followed"),
		             reader_clip(r, written), entry->path.ptr);
		diag_hint(r->diag, _("put the file itself in the repository"));
		return (struct str){ 0 };
	}
	reader_error(r, at, "photo", _("there is no file \"%s\""), reader_clip(r, written));
	hint_nearest(r, written, tries);
	return (struct str){ 0 };
}

/* Puts down that a card names the file, also one that cannot be shown: it is not one that nobody uses. */
static void
name_file(struct reader *r, const struct try tries[2])
{
	for (int i = 0; r->named && r->source && i < 2; i++) {
		const struct source_entry *entry = source_find(r->source, tries[i].path);

		if (!entry)
			continue;
		named_add(r->named, r->arena, entry);
		return;
	}
}

/* Whether the ending is one that can be shown; reported when not. */
static bool
has_good_ending(struct reader *r, struct str path, struct pos at, bool pdf)
{
	static const char *const endings[] = {
		"jpg",  "jpeg", "png", "webp", "gif",
#ifdef QUARTIER_HEIF
		"heic", "heif",
#endif
	};
	size_t dot = path.len;
	struct str ending;

	while (dot > 0 && path.ptr[dot - 1] != '.' && path.ptr[dot - 1] != '/')
		dot--;
	ending = str_sub(path, dot, path.len);
	for (size_t i = 0; i < countof(endings); i++)
		if (str_eq_ascii(ending, str(endings[i])))
			return true;
	if (pdf && str_eq_ascii(ending, STR("pdf")))
		return true;
	reader_error(r, at, "photo",
	             pdf ? _("\"%s\" is neither a picture nor a PDF")
	                 : _("\"%s\" is not a picture that can be shown"),
	             reader_clip(r, path));
	if (str_eq_ascii(ending, STR("heic")) || str_eq_ascii(ending, STR("heif")))
		diag_hint(r->diag, _("a phone's HEIC photo: open it and save or share it as JPEG"));
	else
		diag_hint(r->diag, pdf ? _("export it as JPEG, PNG, WebP or PDF")
		                       : _("export it as JPEG, PNG or WebP"));
	return false;
}

struct str
reader_resolve(struct reader *r, struct str written, struct pos at, bool pdf)
{
	struct try tries[2] = { { .folder = STR("photos") }, { .folder = folder_of(r->file) } };

	written = str_trim(written);
	if (is_refused(r, written, at))
		return (struct str){ 0 };
	for (int i = 0; i < 2; i++)
		if (!join(r, tries[i].folder, written, &tries[i].path)) {
			report_outside(r, written, at);
			return (struct str){ 0 };
		}
	name_file(r, tries);
	if (!has_good_ending(r, written, at, pdf))
		return (struct str){ 0 };
	return r->source ? look_up(r, written, at, tries) : arena_str(r->arena, tries[0].path);
}

/* ---- photos ---- */

static void
set_file(struct reader *r, const struct field *field, struct photo *photo,
         const struct yaml_node *file)
{
	if (!reader_expect(r, field, file, YAML_SCALAR))
		return;
	photo->at = file->at;
	photo->file = reader_resolve(r, file->text, file->at, field->flags & FIELD_PDF);
}

static void
read_photo(struct reader *r, const struct field *field, struct photo *photo,
           const struct yaml_node *node)
{
	const struct yaml_node *file = yaml_get(node, "file");
	struct trail here = { r->trail, "file", 0 };

	if (node->kind != YAML_MAP) {
		set_file(r, field, photo, node);
		return;
	}
	reader_map(r, field->nested, photo, node);
	photo->file = (struct str){ 0 }; /* until it is found */
	r->trail = &here;
	if (!reader_is_absent(file) && file->kind == YAML_SCALAR)
		set_file(r, field, photo, file);
	r->trail = here.up;
}

/* A translation takes the alternative text alone; `file` in it says which photo is meant. */
void
reader_photo(struct reader *r, const struct field *field, void *object,
             const struct yaml_node *node)
{
	struct photo *photo = MEMBER(object, field->offset, struct photo);

	if (!r->translating)
		read_photo(r, field, photo, node);
	else if (reader_expect(r, field, node, YAML_MAP))
		reader_map(r, &schema_photo, photo, node);
}

/* The photo of the main card that a translation means: by its file, or else by its place. */
static struct photo *
find_photo(struct reader *r, const struct photos *photos, const struct yaml_node *item,
           size_t index)
{
	const struct yaml_node *file = yaml_get(item, "file");
	struct str paths[2];

	if (!file)
		return index < photos->len ? &photos->items[index] : NULL;
	if (!join(r, STR("photos"), str_trim(file->text), &paths[0]) ||
	    !join(r, folder_of(r->file), str_trim(file->text), &paths[1]))
		return NULL;
	for (size_t i = 0; i < photos->len; i++)
		if (str_eq(photos->items[i].file, paths[0]) ||
		    str_eq(photos->items[i].file, paths[1]))
			return &photos->items[i];
	return NULL;
}

static void
translate_photos(struct reader *r, const struct field *field, const struct photos *photos,
                 const struct yaml_node *list)
{
	size_t index = 0;

	for (const struct yaml_node *item = list->first; item; item = item->next, index++) {
		struct trail here = { r->trail, NULL, index + 1 };
		struct photo *photo;

		if (reader_is_absent(item))
			continue;
		r->trail = &here;
		if (reader_expect(r, field, item, YAML_MAP)) {
			photo = find_photo(r, photos, item, index);
			if (photo)
				reader_map(r, &schema_photo, photo, item);
			else
				reader_no_such_item(r, item);
		}
		r->trail = here.up;
	}
}

/* Those who hear the page instead of seeing it have nothing else of a photo. A product's photo has the product's
 * name, a flyer its offer's title: they are not asked for. */
static void
check_alt(struct reader *r, const struct photo *photo)
{
	struct str name = photo->file;
	const struct field *alt = schema_find(&schema_photo, STR("alt"));

	for (int i = 0; i < LANG_COUNT; i++)
		if (photo->alt.in[i].len > 0)
			return;
	while (str_find(name, '/') < name.len)
		name = str_sub(name, str_find(name, '/') + 1, name.len);
	reader_warning(r, photo->at, "alt",
	               _("there is no text for those who cannot see this photo"));
	diag_hint(r->diag, _("say in alt what it shows, for example {file: %s, alt: %s}"),
	          reader_clip(r, name), alt->example);
}

void
reader_photos(struct reader *r, const struct field *field, void *object,
              const struct yaml_node *node)
{
	struct photos *photos = MEMBER(object, field->offset, struct photos);

	if (!reader_expect(r, field, node, YAML_LIST))
		return;
	if (r->translating) {
		translate_photos(r, field, photos, node);
		return;
	}
	photos->items = arena_array(r->arena, node->len, sizeof *photos->items);
	for (const struct yaml_node *item = node->first; item; item = item->next) {
		struct trail here = { r->trail, NULL, photos->len + 1 };
		struct photo *photo = &photos->items[photos->len];
		size_t errors = diag_count(r->diag, DIAG_ERROR);

		if (reader_is_absent(item))
			continue;
		photos->len++;
		reader_clear(&schema_photo, photo);
		r->trail = &here;
		read_photo(r, field, photo, item);
		if (diag_count(r->diag, DIAG_ERROR) == errors)
			check_alt(r, photo);
		r->trail = here.up;
	}
}
