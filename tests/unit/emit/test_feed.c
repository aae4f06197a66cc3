#include "read_xml.h"
#include "town.h"

#include "emit/feed.h"
#include "emit/xml.h"

static struct str
feed_of_site(struct town *t, enum lang lang)
{
	struct str feed = written(t, feed_write_site, lang, NULL);

	check_xml(feed);
	return feed;
}

static void
the_site_tells_of_news_offers_and_events(void **state)
{
	static const char *const want[] = {
		"<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\">",
		"<id>https://example.org/guide/feed.xml</id>",
		"<title>Quartier du Moulin</title>",
		"<link rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/guide/feed.xml\"/>",
		"<link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/guide/\"/>",
		"<name>Les Commerçants ASBL</name>",
		"<id>https://example.org/guide/news/travaux/</id>",
		"<id>https://example.org/guide/offers/croissants/</id>",
		"<id>https://example.org/guide/events/marche/</id>",
		"<title>Croissants &lt;2 pour 1&gt;</title>",
		"<category term=\"events\"/>",
	};
	struct town *t = *state;
	struct str feed = feed_of_site(t, LANG_FR);

	for (size_t i = 0; i < countof(want); i++)
		assert_contains(feed, want[i]);
	assert_int_equal(occurrences(feed, "<entry>"), 3);
}

static void
dates_come_from_the_cards_and_never_from_the_clock(void **state)
{
	struct town *t = *state;
	struct str feed = feed_of_site(t, LANG_FR);
	struct str before = arena_str(t->arena, feed);

	/* News of a day: its beginning; an event: four weeks before it first begins. */
	assert_contains(feed, "<updated>2026-06-05T00:00:00+02:00</updated>");
	assert_contains(feed, "<updated>2026-06-01T00:00:00+02:00</updated>");
	assert_contains(feed, "<updated>2026-04-04T08:00:00+02:00</updated>");
	t->guide.now.day += 1;
	t->guide.now_utc += 86400;
	assert_true(str_eq(feed_of_site(t, LANG_FR), before));
}

static void
entries_come_newest_first_and_date_the_feed(void **state)
{
	struct town *t = *state;
	struct str feed = feed_of_site(t, LANG_FR);
	const char *news = memmem(feed.ptr, feed.len, "/news/travaux", 13);
	const char *offer = memmem(feed.ptr, feed.len, "/offers/croissants", 18);
	const char *event = memmem(feed.ptr, feed.len, "/events/marche", 14);

	assert_true(news < offer && offer < event);
	assert_contains(feed,
	                "\t<updated>2026-06-05T00:00:00+02:00</updated>\n\t<link rel=\"self\"");
}

static void
html_is_escaped_and_its_links_have_a_base(void **state)
{
	struct town *t = *state;

	assert_contains(
		feed_of_site(t, LANG_FR),
		"<content type=\"html\" xml:base=\"https://example.org/guide/news/travaux/\">"
		"&lt;p&gt;La rue &lt;a href=&quot;../x/&quot;&gt;rouvre&lt;/a&gt; &amp; "
		"&quot;bien&quot;.&lt;/p&gt;</content>");
}

static void
characters_that_xml_forbids_are_left_out(void **state)
{
	struct town *t = *state;

	assert_contains(feed_of_site(t, LANG_FR), "<title>Fin des travaux !</title>");
}

static void
a_category_tells_once_what_its_merchants_share(void **state)
{
	struct town *t = *state;
	struct str feed;

	t->shop.offers = t->offers;
	t->shop.offers_len = 1;
	feed = written(t, feed_write_category, LANG_FR, t->categories[1]);
	check_xml(feed);
	assert_int_equal(occurrences(feed, "<entry>"), 2);
	assert_contains(feed, "<id>https://example.org/guide/categories/museum/feed.xml</id>");
	assert_contains(feed, "<title>Musée · Quartier du Moulin</title>");
}

static void
a_merchant_without_news_has_an_empty_feed_that_stays_the_same(void **state)
{
	struct town *t = *state;
	struct str feed = written(t, feed_write_merchant, LANG_NL, &t->shop);

	check_xml(feed);
	assert_int_equal(occurrences(feed, "<entry>"), 0);
	assert_contains(feed, "<updated>1970-01-01T00:00:00+00:00</updated>");
	assert_contains(feed, "<id>https://example.org/guide/nl/merchants/zoe/feed.xml</id>");
	assert_contains(feed, "<title>Zoé · Molenwijk</title>");
}

static void
a_feed_keeps_the_newest(void **state)
{
	enum { MANY = FEED_MOST + 50 };
	struct town *t = *state;
	struct news *cards = arena_array(t->arena, MANY, sizeof *cards);
	struct guide_news *news = arena_array(t->arena, MANY, sizeof *news);
	struct guide_news **list = arena_array(t->arena, MANY, sizeof *list);
	struct str feed;

	for (size_t i = 0; i < MANY; i++) {
		cards[i] = t->news_card;
		cards[i].card.slug = arena_printf(t->arena, "news-%03zu", i);
		cards[i].date.day += (int)i;
		news[i] = (struct guide_news){ .index = i, .card = &cards[i] };
		list[i] = &news[i];
	}
	t->guide.news = list;
	t->guide.news_len = MANY;
	feed = feed_of_site(t, LANG_FR);
	assert_int_equal(occurrences(feed, "<entry>"), FEED_MOST);
	assert_contains(feed, "news-249/</id>");
	assert_false(contains(feed, "news-049/</id>"));
}

static void
xml_text_escapes_markup_alone(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;" },
		{ "tab\tline\n", "tab\tline\n" },
		{ "\x01\x0b\x1f.", "." },
		{ "a\rb", "a&#13;b" },
		{ "\xef\xbf\xbe\xef\xbf\xbf\xef\xbf\xbd", "\xef\xbf\xbd" },
		{ "é€𝄞", "é€𝄞" },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		buf_clear(&out);
		xml_text(&out, str(cases[i].text));
		assert_str(buf_str(&out), cases[i].want);
	}
	buf_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_town(the_site_tells_of_news_offers_and_events),
		in_town(dates_come_from_the_cards_and_never_from_the_clock),
		in_town(entries_come_newest_first_and_date_the_feed),
		in_town(html_is_escaped_and_its_links_have_a_base),
		in_town(characters_that_xml_forbids_are_left_out),
		in_town(a_category_tells_once_what_its_merchants_share),
		in_town(a_merchant_without_news_has_an_empty_feed_that_stays_the_same),
		in_town(a_feed_keeps_the_newest),
		cmocka_unit_test(xml_text_escapes_markup_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
