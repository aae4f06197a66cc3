/* body: links lead below the site's root, pictures are those that were made. */
#include "../media/shelf.h"

#include "card/markdown.h"
#include "theme/body.h"

static struct str
find_picture(void *context, struct str path, struct pos at, struct diag *diag)
{
	struct shelf *s = context;

	(void)at;
	(void)diag;
	return arena_printf(s->arena, "photos/%.*s", STR_ARG(path));
}

static void
links_from_the_root_lead_below_it(void **state)
{
	static const struct {
		const char *html, *root, *want;
	} cases[] = {
		{ "", "/g/", "" },
		{ "<p>Rien</p>", "/g/", "<p>Rien</p>" },
		{ "<a href=\"/deals/\">A</a> <a href=\"/\">B</a>", "/",
		  "<a href=\"/deals/\">A</a> <a href=\"/\">B</a>" },
		{ "<a href=\"/deals/\">A</a> <a href=\"/\">B</a>", "/g/",
		  "<a href=\"/g/deals/\">A</a> <a href=\"/g/\">B</a>" },
		{ "<a href=\"/deals/\">A</a>", "https://a.be/",
		  "<a href=\"https://a.be/deals/\">A</a>" },
		{ "<a href=\"b/\">A</a> <a href=\"https://c.be/\">", "/g/",
		  "<a href=\"b/\">A</a> <a href=\"https://c.be/\">" },
		{ "<p>href=&quot;/a&quot;</p>", "/g/", "<p>href=&quot;/a&quot;</p>" },
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		assert_str(body_html(arena, str(cases[i].html), NULL, str(cases[i].root)),
		           cases[i].want);
	arena_free(arena);
}

static void
a_picture_comes_in_the_sizes_that_were_made(void **state)
{
	static const char *const names[] = { "a.jpg", "Façade & l'été (1) 100%25.jpg", "%41.jpg" };
	struct shelf s;
	struct shelf_album a;
	struct shelf_site site;
	struct photo photos[3];
	struct diag *diag = diag_new();

	(void)state;
	shelf_set_up(&s);
	site_init(&site);
	for (int i = 0; i < 3; i++)
		photos[i] = shelf_draw(&s, names[i], 90, 60);
	album_open(&a, &s, NULL, NULL);
	for (int i = 0; i < 3; i++)
		album_want(&a, &photos[i], 30, 90);
	assert_int_equal(album_run(&a, &site), 0);
	for (int i = 0; i < 3; i++) {
		struct markdown_options options = { find_picture, &s };
		const struct album_photo *made = album_photo(a.album, photos[i].file);
		struct str text = arena_printf(
			s.arena, "Voir [ici](/deals/) ![Un \"four\"](<%s>) !", names[i]);
		struct str html, want;

		html = markdown_render(s.arena, text, (struct pos){ "a.md", 1, 1 }, &options, diag)
		               .html;
		want = arena_printf(
			s.arena,
			"<p>Voir <a href=\"/g/deals/\">ici</a> <img src=\"/g/%s\" srcset=\"/g/%s 30w, /g/%s 90w\" "
			"sizes=\"(min-width: 43rem) 40rem, 100vw\" width=\"90\" height=\"60\" "
			"loading=\"lazy\" decoding=\"async\" alt=\"Un &quot;four&quot;\"> !</p>\n",
			made->items[1].path.ptr, made->items[0].path.ptr, made->items[1].path.ptr);
		assert_str(body_html(s.arena, html, a.album, STR("/g/")), want.ptr);
	}
	diag_free(diag);
	album_close(&a);
	site_release(&site);
	shelf_tear_down(&s);
}

static void
a_picture_that_was_not_made_is_left_out(void **state)
{
	static const struct {
		const char *html, *want;
	} cases[] = {
		{ "<p>a <img src=\"photos/a.jpg\" alt=\"b\"> c</p>", "<p>a  c</p>" },
		{ "<img src=\"photos/a.jpg\" alt=\"b\">", "" },
		{ "<img src=\"photos/a.jpg\" alt=\"b\"><img src=\"%\" alt=\"\">c", "c" },
		{ "<img src=\"photos/a.jpg", "" },
		{ "<img src=\"", "" },
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		assert_str(body_html(arena, str(cases[i].html), NULL, STR("/g/")), cases[i].want);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_from_the_root_lead_below_it),
		cmocka_unit_test(a_picture_comes_in_the_sizes_that_were_made),
		cmocka_unit_test(a_picture_that_was_not_made_is_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
