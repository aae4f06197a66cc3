#include "theme/theme.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/value.h"
#include "card/card.h"
#include "card/yaml.h"
#include "source/source.h"
#include "theme/colour.h"
#include "theme/leaflet.h"
#include "theme/mustache.h"
#include "theme/texts.h"
#include "theme/theme_files.h"
#include "theme/theme_find.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { ASSET_MOST = 16 << 20 };

/* Everything that loading needs; gone when it is done, but for what lies in the theme's arena. */
struct loader {
	struct theme *theme;
	const struct config *config;
	struct theme_files files;
	struct diag *diag;
	struct asset_file *assets;
	size_t assets_len;
	struct texts_catalogue texts[LANG_COUNT];
	bool own_templates; /* the content has templates, which may ask for texts of their own */
	bool failed;
};

static size_t
text_most(const struct loader *l)
{
	uint64_t most = l->config->limits.text_bytes;

	/* A content that allows itself less than usual has a theme all the same. */
	return most > MUSTACHE_SOURCE && most < SIZE_MAX ? (size_t)most : MUSTACHE_SOURCE;
}

/* "templates/home.mustache" → "home"; empty when the path is no such file. */
static struct str
name_between(struct str path, const char *folder, const char *suffix)
{
	size_t before = strlen(folder), after = strlen(suffix);

	if (!str_starts(path, folder) || !str_ends(path, suffix) || path.len <= before + after)
		return (struct str){ 0 };
	return str_sub(path, before, path.len - after);
}

/* --- theme.yml ------------------------------------------------------------------------------- */

static void
read_format(struct loader *l, const struct yaml_node *node)
{
	if (str_is(node->text, "1"))
		return;
	diag_error(
		l->diag, node->at, "theme",
		_("this theme is made for quartier's format %.*s; this quartier knows format %d"),
		STR_ARG(node->text), THEME_FORMAT);
	l->failed = true;
}

static const struct str manifest_keys[] = { { "name", 4 },     { "version", 7 },
	                                    { "author", 6 },   { "licence", 7 },
	                                    { "license", 7 },  { "description", 11 },
	                                    { "homepage", 8 }, { "quartier", 8 },
	                                    { "images", 6 } };

/* Index of a node's key among those that are known; `count`, reported, when it is none. */
static size_t
find_key(struct loader *l, const struct yaml_node *node, const struct str *known, size_t count)
{
	size_t nearest;

	for (size_t i = 0; i < count; i++)
		if (str_eq(known[i], node->key))
			return i;
	nearest = utf8_nearest(node->key, known, count);
	diag_warning(l->diag, node->key_at, "unknown-key",
	             _("\"%s\" is not a known field; it is ignored"), node->key.ptr);
	if (nearest < count)
		diag_hint(l->diag, _("did you mean \"%.*s\"?"), STR_ARG(known[nearest]));
	return count;
}

/* --- images: in what widths the theme wants photos --------------------------------------------- */

enum { WIDTH_LEAST = 16, WIDTH_MOST = 4096 };

static const struct str use_names[THEME_USES] = {
	[USE_CARD] = { "card", 4 },       [USE_HERO] = { "hero", 4 },
	[USE_GALLERY] = { "gallery", 7 }, [USE_PRODUCT] = { "product", 7 },
	[USE_FLYER] = { "flyer", 5 },
};

/* What a theme gets that does not say. */
static const struct theme_sizes usual_sizes[THEME_USES] = {
	[USE_CARD] = { { 320, 640 }, 2 },     [USE_HERO] = { { 640, 1024, 1600 }, 3 },
	[USE_GALLERY] = { { 320, 1600 }, 2 }, [USE_PRODUCT] = { { 160, 320 }, 2 },
	[USE_FLYER] = { { 640, 1280 }, 2 },
};

/* A width in pixels; 0 when it is none. */
static unsigned
width_of(struct str text)
{
	unsigned width = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] < '0' || text.ptr[i] > '9' || width > WIDTH_MOST)
			return 0;
		width = width * 10 + (unsigned)(text.ptr[i] - '0');
	}
	return width >= WIDTH_LEAST && width <= WIDTH_MOST ? width : 0;
}

static void
refuse_widths(struct loader *l, const struct yaml_node *node)
{
	diag_error(l->diag, node->at, "theme",
	           _("images: up to %d rising widths in pixels are expected, from %d to %d"),
	           THEME_WIDTHS, WIDTH_LEAST, WIDTH_MOST);
	diag_hint(l->diag, _("for example [320, 640]"));
	l->failed = true;
}

static void
read_widths(struct loader *l, const struct yaml_node *list, struct theme_sizes *sizes)
{
	if (list->kind != YAML_LIST || list->len == 0 || list->len > THEME_WIDTHS) {
		refuse_widths(l, list);
		return;
	}
	sizes->len = 0;
	for (const struct yaml_node *n = list->first; n; n = n->next) {
		unsigned width = n->kind == YAML_SCALAR ? width_of(n->text) : 0;

		if (width == 0 || (sizes->len > 0 && width <= sizes->widths[sizes->len - 1])) {
			refuse_widths(l, n);
			return;
		}
		sizes->widths[sizes->len++] = width;
	}
}

static void
read_images(struct loader *l, const struct yaml_node *images)
{
	for (const struct yaml_node *n = images->kind == YAML_MAP ? images->first : NULL; n;
	     n = n->next) {
		size_t use = find_key(l, n, use_names, THEME_USES);

		if (use < THEME_USES)
			read_widths(l, n, &l->theme->sizes[use]);
	}
}

static int
parse_manifest(struct loader *l, const struct theme_file *file, const struct yaml_node **root)
{
	struct str text;

	if (theme_file_read(&text, l->theme->arena, file, text_most(l), l->diag) < 0 ||
	    yaml_text(&text, file->shown, l->diag) < 0)
		return -1;
	return yaml_parse(root, l->theme->arena, text, (struct pos){ file->shown, 1, 1 }, NULL,
	                  l->diag);
}

static void
read_manifest(struct loader *l, const struct theme_file *file)
{
	const struct yaml_node *root = NULL, *name;

	if (parse_manifest(l, file, &root) < 0) {
		l->failed = true;
		return;
	}
	for (const struct yaml_node *n = root && root->kind == YAML_MAP ? root->first : NULL; n;
	     n = n->next) {
		find_key(l, n, manifest_keys, countof(manifest_keys));
		if (str_is(n->key, "quartier"))
			read_format(l, n);
		else if (str_is(n->key, "images"))
			read_images(l, n);
		else if (str_is(n->key, "version") && n->kind == YAML_SCALAR)
			l->theme->version = n->text;
	}
	name = yaml_get(root, "name");
	if (name && name->kind == YAML_SCALAR && name->text.len > 0) {
		l->theme->name = name->text;
		return;
	}
	diag_error(l->diag, (struct pos){ file->shown, 1, 1 }, "required",
	           _("name: the theme's name is missing"));
	l->failed = true;
}

/* --- templates, assets, texts ---------------------------------------------------------------- */

/* Folders are a part of the name: "drawings/bakery". */
static bool
template_name_is_sound(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!isalnum((unsigned char)name.ptr[i]) && !strchr("-_/", name.ptr[i]))
			return false;
	return name.len > 0;
}

static void
add_template(struct loader *l, const struct theme_file *file)
{
	struct str name = name_between(file->path, "templates/", ".mustache"), text;

	l->own_templates |= file->over;
	if (!template_name_is_sound(name)) {
		diag_error(
			l->diag, (struct pos){ file->shown, 0, 0 }, "template",
			_("\"%.*s\" is not a name for a template; letters without accents, digits, - and _ "
		          "are accepted"),
			STR_ARG(name));
		l->failed = true;
	} else if (theme_file_read(&text, l->theme->arena, file, MUSTACHE_SOURCE, l->diag) < 0 ||
	           mustache_add(l->theme->templates, name, file->shown, text, l->diag) < 0) {
		l->failed = true;
	}
}

static void
add_asset(struct loader *l, const struct theme_file *file)
{
	struct asset_file asset = {
		.name = str_sub(file->path, strlen("assets/"), file->path.len),
		.file = file->shown,
	};

	if (theme_file_read(&asset.bytes, l->theme->arena, file, ASSET_MOST, l->diag) < 0) {
		l->failed = true;
		return;
	}
	l->assets = arena_push(l->theme->arena, l->assets, &l->assets_len, sizeof *l->assets);
	l->assets[l->assets_len - 1] = asset;
}

static void
add_texts(struct loader *l, const struct theme_file *file)
{
	enum lang lang = lang_find(name_between(file->path, "i18n/", ".yml"));
	struct str text;

	if (lang == LANG_COUNT) {
		diag_warning(l->diag, (struct pos){ file->shown, 0, 0 }, "theme",
		             _("this file is not used: its name is not a language of guides"));
		diag_hint(l->diag, _("accepted are fr, nl, de and en"));
		return;
	}
	if (theme_file_read(&text, l->theme->arena, file, text_most(l), l->diag) < 0 ||
	    texts_read(&l->texts[lang], l->theme->arena, text, file->shown, file->over, l->diag) <
	            0)
		l->failed = true;
}

static void
add_map(struct loader *l, const struct theme_file *file)
{
	l->theme->map_file = file->shown;
	if (theme_file_read(&l->theme->map_style, l->theme->arena, file, text_most(l), l->diag) < 0)
		l->failed = true;
}

static const struct {
	const char *before, *after;
	bool merges; /* the content's file is added to the theme's, not put for it */
	void (*add)(struct loader *l, const struct theme_file *file);
} kinds[] = {
	{ "theme.yml", "", false, read_manifest },
	{ "map.yml", "", false, add_map },
	{ "templates/", ".mustache", false, add_template },
	{ "assets/", "", false, add_asset },
	{ "i18n/", ".yml", true, add_texts },
};

static void
add_file(struct loader *l, const struct theme_file *file, bool replaced)
{
	for (size_t i = 0; i < countof(kinds); i++) {
		if (!str_starts(file->path, kinds[i].before) ||
		    !str_ends(file->path, kinds[i].after))
			continue;
		if (!replaced || kinds[i].merges)
			kinds[i].add(l, file);
		return;
	}
	/* A theme may hold a README; in the content it is more likely a slip. */
	if (!file->over || str_ends(file->path, ".md"))
		return;
	diag_warning(l->diag, (struct pos){ file->shown, 0, 0 }, "theme",
	             _("this file is not used; accepted are map.yml, templates/NAME.mustache, "
	               "assets/… and i18n/LANG.yml"));
}

static void
add_files(struct loader *l)
{
	bool manifest = false;

	for (size_t i = 0; i < l->files.len; i++) {
		const struct theme_file *file = &l->files.items[i], *next = file + 1;
		bool last = i + 1 == l->files.len;

		manifest |= str_is(file->path, "theme.yml");
		add_file(l, file, !last && str_eq(file->path, next->path));
	}
	if (manifest)
		return;
	diag_error(l->diag, l->config->theme_at, "theme", _("the theme has no theme.yml"));
	l->failed = true;
}

/* What the program brings, where the theme has none of its own. */
static void
add_leaflet(struct loader *l)
{
	struct asset_file files[LEAFLET_FILES];
	size_t own = l->assets_len;

	leaflet_files(files);
	for (size_t i = 0; i < LEAFLET_FILES; i++) {
		size_t at = 0;

		while (at < own && !str_eq(l->assets[at].name, files[i].name))
			at++;
		if (at < own)
			continue;
		l->assets =
			arena_push(l->theme->arena, l->assets, &l->assets_len, sizeof *l->assets);
		l->assets[l->assets_len - 1] = files[i];
	}
}

static void
finish(struct loader *l)
{
	struct theme *theme = l->theme;
	struct assets assets = { 0 };

	add_leaflet(l);
	if (mustache_link(theme->templates, l->diag) < 0)
		l->failed = true;
	if (asset_make(&assets, theme->arena, l->assets, l->assets_len,
	               colour_accent(theme->arena, l->config->accent), l->diag) < 0)
		l->failed = true;
	theme->assets = assets.items;
	theme->assets_len = assets.len;
	if (!l->own_templates)
		texts_check_added(l->texts, theme->arena, l->diag);
	texts_complete(l->texts, theme->arena, l->config->languages, l->config->languages_len,
	               l->diag);
	for (size_t i = 0; i < LANG_COUNT; i++)
		theme->texts[i] = l->texts[i].map;
}

/* The theme's own files, then those that the content has over them. */
static int
collect(struct loader *l, const struct theme_place *place, const struct source *source)
{
	if (place->folder) {
		if (theme_files_add_folder(&l->files, place->folder, l->diag) < 0)
			return -1;
	} else {
		theme_files_add_content(&l->files, source, place->path, false);
	}
	if (source && (place->folder || !str_is(place->path, "theme")))
		theme_files_add_content(&l->files, source, STR("theme"), true);
	theme_files_sort(&l->files);
	return 0;
}

int
theme_load(struct theme *theme, const struct theme_options *options, const struct config *config,
           const struct source *source, struct diag *diag)
{
	struct loader l = { .theme = theme, .config = config, .diag = diag };
	struct theme_place place = { 0 };
	int rc = -1;

	*theme = (struct theme){ .arena = arena_new(), .templates = mustache_set_new() };
	memcpy(theme->sizes, usual_sizes, sizeof usual_sizes);
	l.files.arena = theme->arena;
	theme->unknown = theme_find(&place, theme->arena, options, config, source, diag) < 0;
	if (theme->unknown || collect(&l, &place, source) < 0)
		goto out;
	add_files(&l);
	finish(&l);
	rc = l.failed ? -1 : 0;
out:
	theme->source = l.files.own;
	return rc;
}

void
theme_free(struct theme *theme)
{
	mustache_set_free(theme->templates);
	source_free(theme->source);
	arena_free(theme->arena);
	*theme = (struct theme){ 0 };
}
