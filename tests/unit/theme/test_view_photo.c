/* What templates see of photos. */
#include "../guide/fixture.h"
#include "../pictures.h"
#include "members.h"

#include "theme/view.h"

struct stage {
	struct fixture *f;
	struct pictures pictures;
	struct theme theme;
	struct views *views;
	struct photo photos[3];
};

static int
setup(void **state)
{
	struct stage *s = mem_alloc(sizeof *s);
	void *fixture;

	fixture_setup(&fixture);
	s->f = fixture;
	pictures_set_up(&s->pictures);
	pictures_sizes(&s->theme);
	*state = s;
	return 0;
}

static int
teardown(void **state)
{
	struct stage *s = *state;
	void *fixture = s->f;

	views_free(s->views);
	fixture_teardown(&fixture);
	pictures_tear_down(&s->pictures);
	free(s);
	return 0;
}

static void
build(struct stage *s, bool album)
{
	struct diag *ignored = diag_new(); /* that the theme has no texts */

	assert_int_equal(fixture_make(s->f, "2026-07-20T12:00", false), 0);
	if (album)
		pictures_make(&s->pictures, &s->f->guide, &s->theme);
	s->views =
		views_new(&s->f->guide, &s->theme, STR("https://example.org/guide/"), 2, ignored);
	diag_free(ignored);
}

/* The photos that a card has: a wide one, a tall one. */
static struct photos
two(struct stage *s)
{
	s->photos[0] = pictures_draw(&s->pictures, "Façade été.jpg", 200, 150);
	s->photos[0].alt.in[LANG_FR] = STR("La devanture");
	s->photos[0].credit = STR("Zoé");
	s->photos[0].focus_x = 0.5;
	s->photos[0].focus_y = 1 / 3.0;
	s->photos[1] = pictures_draw(&s->pictures, "window.jpg", 60, 80);
	s->photos[1].alt.in[LANG_FR] = STR("La vitrine");
	s->photos[1].alt.in[LANG_NL] = STR("De etalage");
	return (struct photos){ s->photos, 2 };
}

static struct merchant *
dumont(struct stage *s)
{
	return fixture_merchant(s->f, "dumont", "Dumont", "bakery", NULL);
}

/* "/guide/photos/facade-ete-32.0123456789.webp 32w, …" without the hashes. */
static const char *
without_hashes(struct arena *arena, const struct value *from, const char *path)
{
	const char *text = member_at(arena, from, path);
	char *out = arena_alloc(arena, strlen(text) + 1), *end = out;

	while (*text) {
		if (*text == '.' && strspn(text + 1, "0123456789abcdef") == 10)
			text += 11;
		*end++ = *text++;
	}
	*end = '\0';
	return out;
}

static void
a_place_gets_the_widths_that_its_theme_asks_for(void **state)
{
	static const struct {
		const char *path, *want;
	} cases[] = {
		{ "photo.card.srcset",
		  "/guide/photos/facade-ete-32.webp 32w, /guide/photos/facade-ete-64.webp 64w" },
		{ "photo.card.src", "/guide/photos/facade-ete-64.webp" },
		{ "photo.hero.srcset", "/guide/photos/facade-ete-64.webp 64w, "
		                       "/guide/photos/facade-ete-96.webp 96w, "
		                       "/guide/photos/facade-ete-160.webp 160w" },
		{ "photo.gallery.srcset",
		  "/guide/photos/facade-ete-32.webp 32w, /guide/photos/facade-ete-160.webp 160w" },
		/* In its own width where that is less. */
		{ "photos.1.gallery.srcset",
		  "/guide/photos/window-32.webp 32w, /guide/photos/window-60.webp 60w" },
	};
	struct stage *s = *state;

	dumont(s)->photos = two(s);
	build(s, true);
	for (size_t i = 0; i < countof(cases); i++)
		assert_string_equal(without_hashes(s->f->arena,
		                                   views_merchant(s->views, LANG_FR, 0),
		                                   cases[i].path),
		                    cases[i].want);
	ASSERT_MEMBERS(s, views_merchant(s->views, LANG_FR, 0), { "photo.card.width", "64" },
	               { "photo.card.height", "48" }, { "photo.hero.width", "160" },
	               { "photos.1.gallery.width", "60" }, { "photos.1.gallery.height", "80" },
	               { "photo.product", "absent" }, { "photos.1.card", "absent" });
}

static void
a_photo_tells_what_it_shows_and_how_it_lies(void **state)
{
	struct stage *s = *state;

	dumont(s)->photos = two(s);
	build(s, true);
	ASSERT_MEMBERS(s, views_merchant(s->views, LANG_FR, 0), { "photo.alt", "La devanture" },
	               { "photo.alt_lang", "absent" }, { "photo.credit", "Zoé" },
	               { "photo.width", "200" }, { "photo.height", "150" },
	               { "photo.ratio", "200 / 150" }, { "photo.portrait", "false" },
	               { "photo.focus", "50% 33.3%" }, { "photos.1.portrait", "true" },
	               { "photos.1.focus", "absent" }, { "photos.1.credit", "absent" },
	               { "has_photos", "true" }, { "has_gallery", "true" });
	ASSERT_MEMBERS(s, views_merchant(s->views, LANG_NL, 0), { "photo.alt", "La devanture" },
	               { "photo.alt_lang", "fr" }, { "photos.1.alt", "De etalage" });
	assert_true(str_starts(
		str(member_at(s->f->arena, views_merchant(s->views, LANG_FR, 0), "photo.gradient")),
		"linear-gradient(#"));
}

static void
the_main_photo_is_one_value_wherever_it_stands(void **state)
{
	struct stage *s = *state;
	const struct value *merchant;

	dumont(s)->photos = two(s);
	fixture_offer(s->f, "bread", "dumont", "2026-07-01", NULL);
	build(s, true);
	merchant = views_merchant(s->views, LANG_FR, 0);
	assert_ptr_equal(value_get(merchant, STR("photo")), value_at(merchant, "photos")->items[0]);
	assert_ptr_equal(
		value_get(merchant, STR("photo")),
		value_get(value_get(views_offer(s->views, LANG_FR, 0), STR("merchants"))->items[0],
	                  STR("photo")));
}

/* A template that asks within a merchant's offers must not be given the merchant's picture. */
static void
whoever_has_no_photo_says_so(void **state)
{
	struct stage *s = *state;
	struct merchant *m = dumont(s);
	static struct product bread;
	struct route *route = FIXTURE_ADD(s->f, routes);

	bread.name.in[LANG_FR] = STR("Pain");
	m->products = &bread;
	m->products_len = 1;
	fixture_offer(s->f, "bread", "dumont", "2026-07-01", NULL);
	fixture_event(s->f, "fair", "2026-12-12", NULL);
	fixture_news(s->f, "works", "2026-07-01");
	fixture_place(s->f, "parking");
	*route = (struct route){ .card = fixture_card(s->f, "routes", "walk") };
	route->stops = fixture_words(s->f, "routes/walk.md", "parking dumont");
	build(s, true);
	ASSERT_MEMBERS(s, views_merchant(s->views, LANG_FR, 0), { "photo", "null" },
	               { "photos", "null" }, { "has_photos", "false" }, { "has_gallery", "false" },
	               { "products.0.photo", "null" }, { "offers.0.photo", "null" },
	               { "offers.0.photos", "null" }, { "offers.0.flyer", "null" });
	ASSERT_MEMBERS(s, views_event(s->views, LANG_FR, 0), { "photo", "null" },
	               { "photos", "null" }, { "has_gallery", "false" });
	ASSERT_MEMBERS(s, views_news(s->views, LANG_FR, 0), { "photo", "null" },
	               { "has_photos", "false" });
	ASSERT_MEMBERS(s, views_route(s->views, LANG_FR, 0), { "photo", "null" },
	               { "stops.0.photo", "null" }, { "stops.1.photo", "null" });
}

static void
products_offers_events_news_and_routes_have_photos(void **state)
{
	struct stage *s = *state;
	struct merchant *m = dumont(s);
	struct offer *offer = fixture_offer(s->f, "bread", "dumont", "2026-07-01", NULL);
	struct route *route = FIXTURE_ADD(s->f, routes);
	struct photos photos = two(s);
	static struct product bread;

	bread.name.in[LANG_FR] = STR("Pain");
	bread.photo = pictures_draw(&s->pictures, "bread.jpg", 40, 40);
	m->products = &bread;
	m->products_len = 1;
	m->photos = photos;
	offer->flyer = pictures_draw(&s->pictures, "flyer.jpg", 90, 120);
	offer->photos = photos;
	fixture_event(s->f, "fair", "2026-12-12", NULL)->photos = photos;
	fixture_news(s->f, "works", "2026-07-01")->photos = (struct photos){ photos.items, 1 };
	*route = (struct route){ .card = fixture_card(s->f, "routes", "walk"), .photos = photos };
	route->stops = fixture_words(s->f, "routes/walk.md", "dumont");
	build(s, true);
	ASSERT_MEMBERS(s, views_merchant(s->views, LANG_FR, 0),
	               { "products.0.photo.product.width", "32" },
	               { "products.0.photo.card", "absent" });
	ASSERT_MEMBERS(s, views_offer(s->views, LANG_FR, 0), { "photo.alt", "La devanture" },
	               { "flyer.photo.flyer.width", "90" }, { "flyer.photo.portrait", "true" },
	               { "flyer.pdf", "null" }, { "photos.1.alt", "La vitrine" },
	               { "has_gallery", "true" });
	ASSERT_MEMBERS(s, views_event(s->views, LANG_FR, 0), { "photo.hero.width", "160" });
	ASSERT_MEMBERS(s, views_news(s->views, LANG_FR, 0), { "photo.card.width", "64" },
	               { "has_photos", "true" }, { "has_gallery", "false" });
	ASSERT_MEMBERS(s, views_route(s->views, LANG_FR, 0), { "photo.card.width", "64" },
	               { "stops.0.photo.card.width", "64" });
}

static void
a_flyer_that_is_a_pdf_is_a_link(void **state)
{
	static const char pdf[] = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
				  "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
				  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 60 80]>>endobj\n"
				  "trailer<</Root 1 0 R>>\n%%EOF\n";
	struct stage *s = *state;
	struct offer *offer;

	dumont(s);
	offer = fixture_offer(s->f, "bread", "dumont", "2026-07-01", NULL);
	offer->flyer = pictures_write(&s->pictures, "flyer.pdf", str(pdf));
	build(s, true);
	assert_string_equal(
		without_hashes(s->f->arena, views_offer(s->views, LANG_FR, 0), "flyer.pdf.url"),
		"/guide/flyers/flyer.pdf");
	ASSERT_MEMBERS(s, views_offer(s->views, LANG_FR, 0),
	               { "flyer.pdf.size_text", "1\u00a0ko" });
	/* Its first page, where poppler was there to draw it. */
	if (strcmp(member_at(s->f->arena, views_offer(s->views, LANG_FR, 0), "flyer.photo"),
	           "null") != 0)
		ASSERT_MEMBERS(s, views_offer(s->views, LANG_FR, 0),
		               { "flyer.photo.portrait", "true" });
}

static void
a_photo_that_cannot_be_shown_makes_room_for_the_next(void **state)
{
	struct stage *s = *state;
	struct merchant *m = dumont(s);

	m->photos = two(s);
	s->photos[0].file = STR("photos/missing.jpg");
	build(s, true);
	ASSERT_MEMBERS(s, views_merchant(s->views, LANG_FR, 0), { "photo.alt", "La vitrine" },
	               { "photo.card.width", "60" }, { "photos.0.alt", "La vitrine" },
	               { "photos.1", "absent" }, { "has_gallery", "false" });
}

static void
without_an_album_nothing_is_said(void **state)
{
	struct stage *s = *state;

	dumont(s)->photos = two(s);
	fixture_offer(s->f, "bread", "dumont", "2026-07-01", NULL);
	build(s, false);
	ASSERT_MEMBERS(s, views_merchant(s->views, LANG_FR, 0), { "photo", "absent" },
	               { "photos", "absent" }, { "has_photos", "absent" },
	               { "has_gallery", "absent" }, { "offers.0.flyer", "absent" });
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_place_gets_the_widths_that_its_theme_asks_for),
		TEST(a_photo_tells_what_it_shows_and_how_it_lies),
		TEST(the_main_photo_is_one_value_wherever_it_stands),
		TEST(whoever_has_no_photo_says_so),
		TEST(products_offers_events_news_and_routes_have_photos),
		TEST(a_flyer_that_is_a_pdf_is_a_link),
		TEST(a_photo_that_cannot_be_shown_makes_room_for_the_next),
		TEST(without_an_album_nothing_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
