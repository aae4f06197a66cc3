#include "emit/offline.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "guide/guide.h"
#include "map/map.h"
#include "theme/slim.h"
#include "theme/theme.h"
#include "theme/view.h"

/* The text of offline.js, which the assembler puts into the program (card/holidays_school.c tells why). */
#ifdef __APPLE__
#define CONSTANTS "__TEXT,__const"
#else
#define CONSTANTS ".rodata"
#endif
__asm__(".pushsection " CONSTANTS "\n"
        ".globl quartier_offline_worker\n"
        "quartier_offline_worker:\n"
        ".incbin \"generator/emit/offline.js\"\n"
        ".byte 0\n"
        ".popsection\n");
extern const char offline_worker[] __asm__("quartier_offline_worker");

void
offline_write_worker(struct buf *out, struct arena *scratch, const struct run *run,
                     const struct piece *piece)
{
	struct buf slim = { 0 };

	(void)scratch;
	(void)run;
	(void)piece;
	if (slim_script(&slim, str(offline_worker)))
		buf_add(out, buf_str(&slim));
	else
		buf_adds(out, offline_worker);
	buf_release(&slim);
}

/* Eight bytes of a hash tell a page from what it was. */
static struct str
short_hash(struct arena *arena, struct hash hash)
{
	char hex[HASH_HEX + 1];

	hash_hex(hash, hex);
	return arena_str(arena, (struct str){ hex, 16 });
}

static bool
is_brought(const struct run *run, const struct page_ref *page)
{
	return page->kind != PAGE_404 &&
	       (page->kind != PAGE_MERCHANT || run->guide->merchants_len <= OFFLINE_MERCHANTS);
}

static void
pages(struct json *json, struct arena *scratch, const struct run *run, enum lang lang,
      const struct hash *hashes)
{
	const struct page_ref *all;
	size_t len = views_pages(run->views, &all);

	json_key(json, "pages");
	json_list(json);
	for (size_t i = 0; i < len; i++) {
		if (all[i].lang != lang || !is_brought(run, &all[i]))
			continue;
		json_list(json);
		json_text(json, all[i].url);
		json_text(json, short_hash(scratch, hashes[i]));
		json_list_end(json);
	}
	json_list_end(json);
}

static void
file(struct json *json, struct arena *scratch, const struct run *run, struct str path)
{
	json_text(json, run_join(scratch, (struct str[]){ views_root(run->views), path }, 2));
}

static void
assets(struct json *json, struct arena *scratch, const struct run *run)
{
	static const char *const kinds[] = { ".css", ".js", ".svg" };
	const struct theme *theme = run->theme;
	bool map = run->guide->map && run->guide->map->drawn;

	for (size_t i = 0; i < theme->assets_len; i++)
		for (size_t k = 0; k < countof(kinds) && (map || !theme->assets[i].spare); k++)
			if (str_ends(theme->assets[i].path, kinds[k]))
				file(json, scratch, run, theme->assets[i].path);
}

static void
tiles(struct json *json, struct arena *scratch, const struct run *run, enum lang lang)
{
	const struct atlas *atlas = &run->guide->map->atlas;
	const struct atlas_set *set = atlas->by_lang[lang];
	size_t left = OFFLINE_TILES;

	file(json, scratch, run, set->picture);
	for (size_t i = 0; i < atlas->zooms_len; i++) {
		const struct atlas_zoom *zoom = &atlas->zooms[i];
		size_t count = (size_t)(zoom->x1 - zoom->x0 + 1) * (zoom->y1 - zoom->y0 + 1);

		/* A zoom in part would be a map with holes. */
		if (count > left)
			return;
		left -= count;
		for (unsigned x = zoom->x0; x <= zoom->x1; x++)
			for (unsigned y = zoom->y0; y <= zoom->y1; y++)
				file(json, scratch, run,
				     arena_printf(scratch, "%.*s%d/%u/%u.svg", STR_ARG(set->folder),
				                  zoom->zoom, x, y));
	}
}

void
offline_write_list(struct buf *out, struct arena *scratch, const struct run *run, enum lang lang,
                   const struct hash *hashes)
{
	const struct map *map = run->guide->map;
	struct json json;

	json_start(&json, out, false);
	json_object(&json);
	json_field(&json, "lang", str(lang_code(lang)));
	json_field(&json, "title", run_phrase(run, lang, "offline_title"));
	json_field(&json, "text", run_phrase(run, lang, "offline_text"));
	json_field(&json, "back", run_phrase(run, lang, "lost_home"));
	json_field(&json, "home", views_home(run->views, lang));
	pages(&json, scratch, run, lang, hashes);
	json_key(&json, "files");
	json_list(&json);
	assets(&json, scratch, run);
	if (map && map->drawn && map->atlas.by_lang[lang])
		tiles(&json, scratch, run, lang);
	if (map && map->drawn && map->walk.len > 0)
		file(&json, scratch, run, map->walk);
	json_list_end(&json);
	json_object_end(&json);
}
