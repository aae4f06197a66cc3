/* The small files of a site: search.json, merchants.geojson, the manifest, robots.txt, _headers. */
#include "town.h"

#include "emit/geojson.h"
#include "emit/headers.h"
#include "emit/manifest.h"
#include "emit/robots.h"
#include "emit/search.h"

static void
search_lists_every_merchant_in_the_readers_language(void **state)
{
	static const struct {
		const char *path, *want;
	} cases[] = {
		{ "0.name", "Boulangerie Dumont; pains, & fils" },
		{ "0.url", "/guide/nl/merchants/dumont/" },
		{ "0.categories.0", "Bakkerij" },
		{ "0.street", "Rue du Commerce" },
		{ "0.services.0", "delivery" },
		{ "1.name", "Zoé" },
	};
	struct town *t = *state;
	const struct value *list;

	town_views(t);
	list = read_json(t->arena, written(t, search_write, LANG_NL, NULL));
	assert_non_null(list);
	assert_int_equal(list->len, 2);
	for (size_t i = 0; i < countof(cases); i++)
		assert_str(json_text_at(list, cases[i].path), cases[i].want);
	assert_contains(json_text_at(list, "0.text"), "zuurdesembrood");
	assert_contains(json_text_at(list, "1.text"), "zoe");
}

static void
the_map_file_has_those_whose_place_is_known(void **state)
{
	static const struct {
		const char *path, *want;
	} cases[] = {
		{ "type", "FeatureCollection" },
		{ "features.0.type", "Feature" },
		{ "features.0.id", "dumont" },
		{ "features.0.geometry.type", "Point" },
		{ "features.0.geometry.coordinates.0", "3.7783" },
		{ "features.0.geometry.coordinates.1", "50.3957" },
		{ "features.0.properties.name", "Boulangerie Dumont; pains, & fils" },
		{ "features.0.properties.url", "https://example.org/guide/merchants/dumont/" },
		{ "features.0.properties.category", "bakery" },
		{ "features.0.properties.phone", "+3265123456" },
	};
	struct town *t = *state;
	const struct value *map = read_json(t->arena, written(t, geojson_write, LANG_FR, NULL));

	assert_non_null(map);
	assert_int_equal(json_at(map, "features")->len, 1);
	for (size_t i = 0; i < countof(cases); i++)
		assert_str(json_text_at(map, cases[i].path), cases[i].want);
}

static void
a_map_file_without_places_is_an_empty_collection(void **state)
{
	struct town *t = *state;
	const struct value *map;

	t->bakery.location.set = false;
	map = read_json(t->arena, written(t, geojson_write, LANG_FR, NULL));
	assert_int_equal(json_at(map, "features")->kind, VALUE_LIST);
	assert_int_equal(json_at(map, "features")->len, 0);
}

static void
the_manifest_starts_in_its_language_with_the_themes_icons(void **state)
{
	static struct theme_asset assets[] = {
		{ STR("icon-192.png"), STR("assets/icon-192.1a.png"), STR(""), false },
		{ STR("icon-big.png"), STR("assets/icon-big.1a.png"), STR(""), false },
		{ STR("icon-maskable-512.png"), STR("assets/icon-maskable-512.1a.png"), STR(""),
		  false },
		{ STR("icon.svg"), STR("assets/icon.1a.svg"), STR(""), false },
		{ STR("icons.svg"), STR("assets/icons.1a.svg"), STR(""), false },
		{ STR("style.css"), STR("assets/style.1a.css"), STR(""), false },
	};
	static const struct {
		const char *path, *want;
	} cases[] = {
		{ "name", "Molenwijk" },
		{ "lang", "nl" },
		{ "start_url", "/guide/nl/" },
		{ "id", "/guide/nl/" },
		{ "scope", "/guide/" },
		{ "display", "standalone" },
		{ "icons.0.src", "/guide/assets/icon-192.1a.png" },
		{ "icons.0.sizes", "192x192" },
		{ "icons.0.type", "image/png" },
		{ "icons.1.purpose", "maskable" },
		{ "icons.1.sizes", "512x512" },
		{ "icons.2.type", "image/svg+xml" },
		{ "icons.2.sizes", "any" },
	};
	struct town *t = *state;
	const struct value *manifest;

	t->theme.assets = assets;
	t->theme.assets_len = countof(assets);
	manifest = read_json(t->arena, written(t, manifest_write, LANG_NL, NULL));
	assert_non_null(manifest);
	for (size_t i = 0; i < countof(cases); i++)
		assert_str(json_text_at(manifest, cases[i].path), cases[i].want);
	assert_int_equal(json_at(manifest, "icons")->len, 3);
}

static void
robots_may_read_everything(void **state)
{
	struct town *t = *state;

	assert_str(written(t, robots_write, LANG_FR, NULL),
	           "User-agent: *\nAllow: /\n\nSitemap: https://example.org/guide/sitemap.xml\n");
}

static void
headers_forbid_other_hosts_and_keep_assets_for_ever(void **state)
{
	static const char *const want[] = {
		"/guide/*\n  Content-Security-Policy: default-src 'self';",
		"  X-Content-Type-Options: nosniff\n",
		"  Referrer-Policy: ",
		"/guide/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n",
		"/guide/merchants/*\n  Cache-Control: public, max-age=300",
		"/guide/nl/*\n  Cache-Control: public, max-age=300",
		"/guide/merchants.geojson\n  Content-Type: application/geo+json\n",
	};
	struct town *t = *state;
	struct str headers = written(t, headers_write, LANG_FR, NULL);

	for (size_t i = 0; i < countof(want); i++)
		assert_contains(headers, want[i]);
	/* Rules for the same path add up. */
	assert_false(contains(headers, "/guide/*\n  Cache-Control"));
	assert_false(contains(headers, "unsafe"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_town(search_lists_every_merchant_in_the_readers_language),
		in_town(the_map_file_has_those_whose_place_is_known),
		in_town(a_map_file_without_places_is_an_empty_collection),
		in_town(the_manifest_starts_in_its_language_with_the_themes_icons),
		in_town(robots_may_read_everything),
		in_town(headers_forbid_other_hosts_and_keep_assets_for_ever),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
