#include "read_lines.h"
#include "town.h"

#include "emit/contentline.h"
#include "emit/vcard.h"

static struct content_lines
card_of(struct town *t, const struct guide_merchant *merchant, enum lang lang)
{
	struct content_lines lines;

	if (!t->views)
		town_views(t);
	lines = read_lines(t->arena, written(t, vcard_write, lang, merchant));
	check_names(&lines);
	check_nesting(&lines);
	return lines;
}

static void
a_card_carries_what_an_address_book_keeps(void **state)
{
	static const char *const want[] = {
		"BEGIN:VCARD",
		"VERSION:4.0",
		"KIND:org",
		"UID:https://example.org/guide/merchants/dumont/",
		"SOURCE:https://example.org/guide/merchants/dumont/dumont.vcf",
		"FN:Boulangerie Dumont\\; pains\\, & fils",
		"ORG:Boulangerie Dumont\\; pains\\, & fils",
		"ADR;TYPE=work:;;Rue du Commerce 12;Dour;;7370;BE",
		"GEO:geo:50.3957,3.7783",
		"TEL;VALUE=uri;TYPE=\"work,voice\":tel:+3265123456",
		"EMAIL;TYPE=work:pain@example.org",
		"URL;TYPE=work:https://dumont.example/",
		"SOCIALPROFILE;SERVICE-TYPE=facebook:https://www.facebook.com/dumont",
		"URL:https://example.org/guide/merchants/dumont/",
		"LANG:fr",
		"CATEGORIES:Boulangerie,Musée",
		"NOTE:Pain au levain\\nlundi: hours_closed\\nmardi – jeudi: 7 h – 18 h 30"
		"\\nvendredi: 7 h – 18 h 30\\, 22 h – 2 h\\nsamedi: hours_closed"
		"\\ndimanche: hours_all_day",
		"END:VCARD",
	};
	struct town *t = *state;
	struct content_lines lines = card_of(t, &t->bakery, LANG_FR);

	for (size_t i = 0; i < countof(want); i++)
		assert_line(&lines, want[i]);
}

static void
a_merchant_without_anything_has_a_short_card(void **state)
{
	struct town *t = *state;
	struct content_lines lines = card_of(t, &t->shop, LANG_FR);

	assert_line(&lines, "FN:Zoé");
	for (size_t i = 0; i < lines.len; i++) {
		assert_false(str_starts(lines.items[i], "ADR"));
		assert_false(str_starts(lines.items[i], "TEL"));
		assert_false(str_starts(lines.items[i], "NOTE"));
	}
}

static void
the_uid_is_the_same_in_every_language(void **state)
{
	struct town *t = *state;
	struct content_lines lines = card_of(t, &t->bakery, LANG_NL);

	assert_line(&lines, "UID:https://example.org/guide/merchants/dumont/");
	assert_line(&lines, "URL:https://example.org/guide/nl/merchants/dumont/");
	assert_line(&lines, "CATEGORIES:Bakkerij,Musée");
}

static void
long_lines_are_folded_between_characters(void **state)
{
	struct town *t = *state;
	struct buf text = { 0 }, out = { 0 }, want = { 0 };
	struct content_lines lines;

	for (size_t len = 0; len < 200; len++) {
		buf_clear(&out);
		contentline(&out, "NOTE", buf_str(&text));
		if (len > 0) {
			lines = read_lines(t->scratch, buf_str(&out));
			assert_int_equal(lines.len, 1);
			buf_clear(&want);
			buf_printf(&want, "NOTE:%s", text.ptr);
			assert_str(lines.items[0], want.ptr);
		}
		buf_adds(&text, len % 3 == 0 ? "é" : len % 3 == 1 ? "€" : "𝄞");
	}
	buf_release(&text);
	buf_release(&out);
	buf_release(&want);
}

static void
control_characters_are_left_out_and_line_feeds_escaped(void **state)
{
	struct town *t = *state;
	struct str raw = STR("a\x01"
	                     "b\nc\rd\\e");
	struct content_lines lines;

	buf_clear(&t->out);
	contentline(&t->out, "NOTE", raw);
	lines = read_lines(t->arena, buf_str(&t->out));
	assert_str(lines.items[0], "NOTE:ab\\ncd\\\\e");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_town(a_card_carries_what_an_address_book_keeps),
		in_town(a_merchant_without_anything_has_a_short_card),
		in_town(the_uid_is_the_same_in_every_language),
		in_town(long_lines_are_folded_between_characters),
		in_town(control_characters_are_left_out_and_line_feeds_escaped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
