#include "emit/pieces.h"

#include "base/arena.h"
#include "base/buf.h"
#include "emit/calendar.h"
#include "emit/feed.h"
#include "emit/geojson.h"
#include "emit/headers.h"
#include "emit/manifest.h"
#include "emit/offline.h"
#include "emit/robots.h"
#include "emit/search.h"
#include "emit/sitemap.h"
#include "emit/vcard.h"
#include "guide/guide.h"
#include "map/map.h"
#include "theme/theme.h"

typedef void piece_writer(struct buf *out, struct arena *scratch, const struct run *run,
                          const struct piece *piece);

struct list {
	struct arena *arena;
	const struct run *run;
	struct piece *items;
	size_t len;
};

static const struct {
	const char *name;
	piece_writer *write;
} of_site[] = {
	{ "robots.txt", robots_write },
	{ "merchants.geojson", geojson_write },
	{ "_headers", headers_write },
	{ "sw.js", offline_write_worker },
}, of_language[] = {
	{ "feed.xml", feed_write_site },
	{ "agenda.ics", calendar_write },
	{ "search.json", search_write },
	{ "manifest.webmanifest", manifest_write },
};

static void
add(struct list *list, struct str path, piece_writer *write, enum lang lang, const void *subject)
{
	list->items = arena_push(list->arena, list->items, &list->len, sizeof *list->items);
	list->items[list->len - 1] = (struct piece){ path, write, lang, subject };
}

static void
asset_write(struct buf *out, struct arena *scratch, const struct run *run,
            const struct piece *piece)
{
	const struct theme_asset *asset = piece->subject;

	(void)scratch;
	(void)run;
	buf_add(out, asset->bytes);
}

static void
walk_write(struct buf *out, struct arena *scratch, const struct run *run, const struct piece *piece)
{
	const struct map *map = run->guide->map;

	(void)scratch;
	(void)piece;
	paths_write(map->paths, map->atlas.area, out);
}

static void
add_sitemaps(struct list *list, enum lang lang)
{
	size_t *count = arena_alloc(list->arena, sizeof *count);
	struct sitemap *files = sitemap_split(list->arena, list->run, count);

	if (*count == 1) {
		add(list, STR("sitemap.xml"), sitemap_write, lang, files);
		return;
	}
	add(list, STR("sitemap.xml"), sitemap_write_index, lang, count);
	for (size_t i = 0; i < *count; i++)
		add(list, arena_printf(list->arena, "sitemap-%zu.xml", i + 1), sitemap_write, lang,
		    &files[i]);
}

static void
add_site(struct list *list)
{
	const struct theme *theme = list->run->theme;
	const struct map *map = list->run->guide->map;
	enum lang lang = run_main_lang(list->run);

	for (size_t i = 0; i < theme->assets_len; i++)
		if (!theme->assets[i].spare || (map && map->drawn))
			add(list, theme->assets[i].path, asset_write, lang, &theme->assets[i]);
	for (size_t i = 0; i < countof(of_site); i++)
		add(list, str(of_site[i].name), of_site[i].write, lang, NULL);
	add_sitemaps(list, lang);
	if (map && map->drawn && map->walk.len > 0)
		add(list, map->walk, walk_write, lang, NULL);
}

/* A file in the folder of a page. */
static struct str
beside(struct list *list, enum lang lang, const char *folder, struct str slug, const char *name)
{
	struct str path = run_path(list->arena, list->run, lang, folder, slug);

	return arena_printf(list->arena, "%.*s%s", STR_ARG(path), name);
}

static void
add_language(struct list *list, enum lang lang)
{
	const struct guide *guide = list->run->guide;

	for (size_t i = 0; i < countof(of_language); i++)
		add(list, beside(list, lang, "", STR(""), of_language[i].name),
		    of_language[i].write, lang, NULL);
	for (size_t i = 0; i < guide->categories_len; i++)
		add(list, beside(list, lang, "categories", guide->categories[i]->id, "feed.xml"),
		    feed_write_category, lang, guide->categories[i]);
	for (size_t i = 0; i < guide->merchants_len; i++) {
		struct str slug = guide->merchants[i]->card->card.slug;
		struct str folder = run_path(list->arena, list->run, lang, "merchants", slug);

		add(list, arena_printf(list->arena, "%.*sfeed.xml", STR_ARG(folder)),
		    feed_write_merchant, lang, guide->merchants[i]);
		add(list, arena_printf(list->arena, "%.*s%.*s.vcf", STR_ARG(folder), STR_ARG(slug)),
		    vcard_write, lang, guide->merchants[i]);
	}
}

const struct piece *
pieces_list(struct arena *arena, const struct run *run, size_t *count)
{
	struct list list = { .arena = arena, .run = run };
	const struct config *config = run->guide->config;

	add_site(&list);
	for (size_t i = 0; i < config->languages_len; i++)
		add_language(&list, config->languages[i]);
	*count = list.len;
	return list.items;
}
