#include "read_xml.h"
#include "town.h"

#include "emit/sitemap.h"

static struct str
sitemap_of(struct town *t)
{
	size_t count;
	struct sitemap *files;
	struct str xml;

	town_views(t);
	files = sitemap_split(t->arena, &t->run, &count);
	assert_int_equal(count, 1);
	xml = written(t, sitemap_write, LANG_FR, files);
	check_xml(xml);
	return xml;
}

static void
pages_stand_in_order_with_their_other_languages(void **state)
{
	struct town *t = *state;
	struct str xml = sitemap_of(t);
	const char *home = memmem(xml.ptr, xml.len, "<loc>https://example.org/guide/</loc>", 37);
	const char *dumont = memmem(xml.ptr, xml.len, "/guide/merchants/dumont/</loc>", 30);
	const char *dutch = memmem(xml.ptr, xml.len, "/guide/nl/merchants/dumont/</loc>", 33);

	assert_true(home && home < dumont && dumont < dutch);
	assert_contains(xml, "<loc>https://example.org/guide/merchants/zoe/</loc>\n"
	                     "<xhtml:link rel=\"alternate\" hreflang=\"fr\" "
	                     "href=\"https://example.org/guide/merchants/zoe/\"/>\n"
	                     "<xhtml:link rel=\"alternate\" hreflang=\"nl\" "
	                     "href=\"https://example.org/guide/nl/merchants/zoe/\"/>\n"
	                     "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" "
	                     "href=\"https://example.org/guide/merchants/zoe/\"/>\n");
}

static void
pages_for_people_alone_are_left_out(void **state)
{
	struct town *t = *state;
	struct str xml = sitemap_of(t);

	assert_false(contains(xml, "404"));
	assert_false(contains(xml, "/search/"));
}

static void
a_site_in_one_language_needs_no_alternates(void **state)
{
	struct town *t = *state;

	t->config.languages_len = 1;
	assert_false(contains(sitemap_of(t), "<xhtml:link"));
}

static void
many_pages_are_split_and_every_one_is_in_one_file(void **state)
{
	enum { MANY = SITEMAP_MOST + 10 };
	struct town *t = *state;
	struct news *cards = arena_array(t->arena, MANY, sizeof *cards);
	struct guide_news *news = arena_array(t->arena, MANY, sizeof *news);
	struct guide_news **list = arena_array(t->arena, MANY, sizeof *list);
	size_t count, total = 0;
	struct sitemap *files;
	struct str xml;

	for (size_t i = 0; i < MANY; i++) {
		cards[i] = t->news_card;
		cards[i].card.slug = arena_printf(t->arena, "news-%zu", i);
		news[i] = (struct guide_news){ .index = i, .card = &cards[i] };
		list[i] = &news[i];
	}
	t->guide.news = list;
	t->guide.news_len = MANY;
	t->config.languages_len = 1;
	town_views(t);
	files = sitemap_split(t->arena, &t->run, &count);
	assert_int_equal(count, 2);
	for (size_t i = 0; i < count; i++) {
		assert_true(files[i].len > 0 && files[i].len <= SITEMAP_MOST);
		total += files[i].len;
	}
	assert_true(total > MANY);
	assert_ptr_equal(files[1].pages, files[0].pages + files[0].len);
	xml = written(t, sitemap_write_index, LANG_FR, &count);
	check_xml(xml);
	assert_contains(xml,
	                "<sitemap><loc>https://example.org/guide/sitemap-1.xml</loc></sitemap>\n"
	                "<sitemap><loc>https://example.org/guide/sitemap-2.xml</loc></sitemap>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_town(pages_stand_in_order_with_their_other_languages),
		in_town(pages_for_people_alone_are_left_out),
		in_town(a_site_in_one_language_needs_no_alternates),
		in_town(many_pages_are_split_and_every_one_is_in_one_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
