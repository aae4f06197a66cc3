/* The pictures that pages, nodes, feeds and maps name to others. */
#include "../pictures.h"
#include "town.h"

#include "emit/feed.h"
#include "emit/geojson.h"
#include "emit/graph.h"
#include "emit/headers.h"
#include "emit/image.h"
#include "emit/page.h"
#include "emit/search.h"
#include "read_xml.h"

#define SITE "https://example.org/guide/"

struct stage {
	struct town *t;
	struct pictures pictures;
	struct photo photos[2];
};

static int
set_up(void **state)
{
	struct stage *s = calloc(1, sizeof *s);
	void *town;

	if (!s || town_build(&town) < 0)
		return -1;
	s->t = town;
	pictures_set_up(&s->pictures);
	pictures_sizes(&s->t->theme);
	s->photos[0] = pictures_draw(&s->pictures, "front.jpg", 200, 150);
	s->photos[0].alt = fr_nl("La \"devanture\"", "De gevel");
	s->photos[0].credit = STR("Zoé");
	s->photos[1] = pictures_draw(&s->pictures, "window.jpg", 60, 80);
	*state = s;
	return 0;
}

static int
tear_down(void **state)
{
	struct stage *s = *state;
	void *town = s->t;

	town_clear(&town);
	pictures_tear_down(&s->pictures);
	free(s);
	return 0;
}

/* Everybody has both photos, the bread and the flyer one of their own. */
static void
give_photos(struct stage *s)
{
	struct photos both = { s->photos, 2 };
	struct town *t = s->t;

	t->dumont.photos = both;
	t->products[0].photo = pictures_draw(&s->pictures, "bread.jpg", 40, 40);
	t->offer_card.photos = both;
	t->offer_card.flyer = pictures_draw(&s->pictures, "flyer.jpg", 90, 120);
	t->event_card.photos = both;
	t->news_card.photos = both;
}

static void
make(struct stage *s)
{
	pictures_make(&s->pictures, &s->t->guide, &s->t->theme);
}

static const char *
address(struct stage *s, const char *beginning)
{
	struct str path = pictures_path(&s->pictures, beginning);

	if (path.len == 0)
		fail_msg("there is no %s", beginning);
	return arena_printf(s->t->arena, SITE "%.*s", STR_ARG(path)).ptr;
}

static const struct value *
context(struct stage *s, const char *path)
{
	struct buf jsonld = { 0 };
	const struct value *context =
		page_context(s->t->scratch, &jsonld, &s->t->run, town_page(s->t, path));

	buf_release(&jsonld);
	return context;
}

static const struct value *
graph_of(struct stage *s, const char *path)
{
	struct town *t = s->t;
	const struct page_ref *page = town_page(t, path);
	const struct value *root;

	buf_clear(&t->out);
	jsonld_page(&t->out, t->scratch, &t->run, page, view_page(t->scratch, t->views, page));
	root = read_json(t->arena, buf_str(&t->out));
	assert_non_null(root);
	return json_at(root, "@graph.0");
}

static void
a_page_is_shared_with_a_picture_of_what_it_is_about(void **state)
{
	static const struct {
		const char *page, *picture, *width, *height, *alt;
	} cases[] = {
		{ "/merchants/dumont/", "social/dumont.", "1200", "630",
		  "Boulangerie Dumont; pains, & fils" },
		{ "/nl/merchants/zoe/", "social/zoe.", "1200", "630", "Zoé" },
		{ "/offers/croissants/", "photos/front-160.", "160", "120", "La \"devanture\"" },
		{ "/nl/news/travaux/", "photos/front-160.", "160", "120", "De gevel" },
		{ "/events/marche/", "photos/front-160.", "160", "120", "La \"devanture\"" },
		{ "/", "social/_guide.", "1200", "630", "Quartier du Moulin" },
		{ "/nl/offers/", "social/_guide.", "1200", "630", "Molenwijk" },
	};
	struct stage *s = *state;

	give_photos(s);
	make(s);
	town_views(s->t);
	for (size_t i = 0; i < countof(cases); i++) {
		const struct value *page = value_get(context(s, cases[i].page), STR("page"));

		assert_str(json_text_at(page, "image"), address(s, cases[i].picture));
		assert_str(json_text_at(page, "image_width"), cases[i].width);
		assert_str(json_text_at(page, "image_height"), cases[i].height);
		assert_str(json_text_at(page, "image_alt"), cases[i].alt);
	}
}

static void
news_without_a_photo_is_shared_with_the_card_of_its_merchant(void **state)
{
	struct stage *s = *state;

	make(s);
	town_views(s->t);
	assert_str(json_text_at(context(s, "/news/travaux/"), "page.image"),
	           address(s, "social/dumont."));
	assert_str(json_text_at(context(s, "/offers/croissants/"), "page.image"),
	           address(s, "social/dumont."));
	/* The event is nobody's. */
	assert_str(json_text_at(context(s, "/events/marche/"), "page.image"),
	           address(s, "social/_guide."));
}

static void
without_an_album_the_themes_icon_is_shared(void **state)
{
	static struct theme_asset icon = { .name = STR("icon-512.png"),
		                           .path = STR("assets/icon-512.1a.png") };
	struct stage *s = *state;

	give_photos(s);
	s->t->theme.assets = &icon;
	s->t->theme.assets_len = 1;
	town_views(s->t);
	assert_str(json_text_at(context(s, "/merchants/dumont/"), "page.image"),
	           SITE "assets/icon-512.1a.png");
	assert_null(json_at(context(s, "/merchants/dumont/"), "page.image_width"));
	assert_null(json_at(graph_of(s, "/merchants/dumont/"), "image"));
	assert_false(contains(written(s->t, feed_write_site, LANG_FR, NULL), "img"));
	assert_false(contains(written(s->t, geojson_write, LANG_FR, NULL), "image"));
}

static void
a_merchants_node_has_all_its_photos_the_main_one_first(void **state)
{
	struct stage *s = *state;
	const struct value *node;

	give_photos(s);
	make(s);
	town_views(s->t);
	node = graph_of(s, "/nl/merchants/dumont/");
	assert_str(json_text_at(node, "image.0"), address(s, "photos/front-160."));
	assert_str(json_text_at(node, "image.1"), address(s, "photos/window-60."));
	assert_null(json_at(node, "image.2"));
	assert_str(json_text_at(node, "photo.0.@type"), "ImageObject");
	assert_str(json_text_at(node, "photo.0.contentUrl"), address(s, "photos/front-160."));
	assert_str(json_text_at(node, "photo.0.width"), "160");
	assert_str(json_text_at(node, "photo.0.height"), "120");
	assert_str(json_text_at(node, "photo.0.caption"), "De gevel");
	assert_str(json_text_at(node, "photo.0.creditText"), "Zoé");
	assert_null(json_at(node, "photo.1.caption"));
	assert_str(json_text_at(node, "makesOffer.0.itemOffered.image.0"),
	           address(s, "photos/bread-32."));
	assert_null(json_at(graph_of(s, "/merchants/zoe/"), "photo"));
}

static void
what_happens_has_its_photos_and_an_offer_its_flyer(void **state)
{
	struct stage *s = *state;

	give_photos(s);
	make(s);
	town_views(s->t);
	assert_str(json_text_at(graph_of(s, "/offers/croissants/"), "image.0"),
	           address(s, "photos/front-160."));
	assert_str(json_text_at(graph_of(s, "/offers/croissants/"), "image.2"),
	           address(s, "photos/flyer-90."));
	assert_str(json_text_at(graph_of(s, "/events/marche/"), "image.1"),
	           address(s, "photos/window-60."));
	assert_str(json_text_at(graph_of(s, "/news/travaux/"), "image.0"),
	           address(s, "photos/front-160."));
}

static void
a_list_names_the_main_photo_alone(void **state)
{
	static const struct {
		const char *page, *image;
	} cases[] = {
		{ "/merchants/", "itemListElement.0.item.image" },
		{ "/offers/", "itemListElement.0.item.image" },
		{ "/events/", "itemListElement.0.item.image" },
		{ "/news/", "itemListElement.0.item.image" },
	};
	struct stage *s = *state;

	give_photos(s);
	make(s);
	town_views(s->t);
	for (size_t i = 0; i < countof(cases); i++)
		assert_str(json_text_at(graph_of(s, cases[i].page), cases[i].image),
		           address(s, "photos/front-160."));
	assert_null(json_at(graph_of(s, "/merchants/"), "itemListElement.0.item.photo"));
}

static void
an_entry_of_a_feed_shows_its_first_photo(void **state)
{
	struct stage *s = *state;
	struct str feed;

	give_photos(s);
	s->t->event_card.photos.len = 0;
	make(s);
	feed = written(s->t, feed_write_site, LANG_NL, NULL);
	check_xml(feed);
	assert_contains(feed, arena_printf(s->t->arena,
	                                   "&lt;p&gt;&lt;img src=&quot;%s&quot; alt=&quot;De gevel"
	                                   "&quot; width=&quot;160&quot; height=&quot;120&quot;",
	                                   address(s, "photos/front-160."))
	                              .ptr);
	assert_int_equal(occurrences(feed, "&lt;img"), 2);
	/* Escaped as HTML, then as XML. */
	assert_contains(written(s->t, feed_write_site, LANG_FR, NULL),
	                "alt=&quot;La &amp;quot;devanture&amp;quot;&quot;");
}

static void
the_map_file_has_a_small_picture_and_the_search_none(void **state)
{
	struct stage *s = *state;

	give_photos(s);
	make(s);
	town_views(s->t);
	assert_str(json_text_at(read_json(s->t->arena, written(s->t, geojson_write, LANG_FR, NULL)),
	                        "features.0.properties.image"),
	           address(s, "photos/front-32."));
	assert_false(contains(written(s->t, search_write, LANG_FR, NULL), "photos/"));
}

static void
headers_let_photos_have_their_colours(void **state)
{
	struct stage *s = *state;
	struct str headers;

	make(s);
	headers = written(s->t, headers_write, LANG_FR, NULL);
	assert_contains(headers, "frame-ancestors 'self'; style-src-attr 'unsafe-inline'\n");
	assert_int_equal(occurrences(headers, "unsafe"), 1);
	assert_contains(headers,
	                "/guide/photos/*\n  Cache-Control: public, max-age=31536000, immutable\n");
	assert_contains(headers,
	                "/guide/social/*\n  Cache-Control: public, max-age=31536000, immutable\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_page_is_shared_with_a_picture_of_what_it_is_about),
		TEST(news_without_a_photo_is_shared_with_the_card_of_its_merchant),
		TEST(without_an_album_the_themes_icon_is_shared),
		TEST(a_merchants_node_has_all_its_photos_the_main_one_first),
		TEST(what_happens_has_its_photos_and_an_offer_its_flyer),
		TEST(a_list_names_the_main_photo_alone),
		TEST(an_entry_of_a_feed_shows_its_first_photo),
		TEST(the_map_file_has_a_small_picture_and_the_search_none),
		TEST(headers_let_photos_have_their_colours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
