#include "map/same.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "card/card.h"
#include "card/schema.h"
#include "card/street.h"

static bool
same_phone(struct arena *scratch, const struct config *config, struct str a, struct str b)
{
	struct phone one = { 0 }, two = { 0 };

	return phone_parse(&one, scratch, a, config->country) &&
	       phone_parse(&two, scratch, b, config->country) && str_eq(one.e164, two.e164);
}

/* Without scheme, "www." and the last slash, and in small letters as far as the host goes. */
static struct str
bare_url(struct str url)
{
	static const char *const before[] = { "https://", "http://", "www." };

	for (size_t i = 0; i < countof(before); i++)
		if (str_starts(url, before[i]))
			url = str_sub(url, str(before[i]).len, url.len);
	return str_ends(url, "/") ? str_sub(url, 0, url.len - 1) : url;
}

static bool
same_url(struct str a, struct str b)
{
	a = bare_url(a);
	b = bare_url(b);
	if (str_find(a, '/') != str_find(b, '/'))
		return false;
	return str_eq_ascii(str_sub(a, 0, str_find(a, '/')), str_sub(b, 0, str_find(b, '/'))) &&
	       str_eq(str_sub(a, str_find(a, '/'), a.len), str_sub(b, str_find(b, '/'), b.len));
}

/* "node/123" of the address that a browser shows for it. */
static struct str
bare_ref(struct str ref)
{
	static const char *const before[] = { "https://www.openstreetmap.org/",
		                              "https://openstreetmap.org/" };

	for (size_t i = 0; i < countof(before); i++)
		if (str_starts(ref, before[i]))
			return str_sub(ref, str(before[i]).len, ref.len);
	return ref;
}

static bool
same_hours(struct arena *scratch, struct str a, struct str b)
{
	struct hours one = { 0 }, two = { 0 };
	struct diag *quiet = diag_new();

	hours_parse(&one, scratch, a, (struct pos){ 0 }, quiet);
	hours_parse(&two, scratch, b, (struct pos){ 0 }, quiet);
	diag_free(quiet);
	return one.state == HOURS_KNOWN && two.state == HOURS_KNOWN && str_eq(one.text, two.text);
}

static bool
same_word(struct arena *scratch, const struct field *row, struct str a, struct str b)
{
	if (row->type == AS_TERMS && vocabulary_find(row->vocabulary, a) >= 0)
		return vocabulary_find(row->vocabulary, a) == vocabulary_find(row->vocabulary, b);
	return str_eq(utf8_fold(scratch, a), utf8_fold(scratch, b));
}

static bool
holds_all(struct arena *scratch, const struct field *row, struct str list, struct str wanted)
{
	struct str word;

	while (str_split(&wanted, '\n', &word)) {
		struct str rest = list, other;
		bool found = false;

		while (!found && str_split(&rest, '\n', &other))
			found = same_word(scratch, row, word, other);
		if (!found)
			return false;
	}
	return true;
}

/* A text in one language is the same as one of a text in several. */
static bool
same_text(struct arena *scratch, struct str a, struct str b)
{
	struct str line;

	a = utf8_fold(scratch, a);
	if (str_eq(a, utf8_fold(scratch, b)))
		return true;
	if (!str_ends(b, "\n")) /* in one language */
		return false;
	while (str_split(&b, '\n', &line))
		if (line.len > 4 && str_eq(a, utf8_fold(scratch, str_sub(line, 4, line.len))))
			return true;
	return false;
}

static bool
same_street(struct arena *scratch, const struct config *config, struct str a, struct str b)
{
	struct street_line one = street_split(a), two = street_split(b);

	return str_eq(utf8_fold(scratch, one.number), utf8_fold(scratch, two.number)) &&
	       str_eq(street_key(scratch, one.name, config->country, NULL),
	              street_key(scratch, two.name, config->country, NULL));
}

bool
same_value(struct arena *scratch, const struct config *config, const struct field *row,
           struct str a, struct str b)
{
	if (str_eq(a, b))
		return true;
	if (a.len == 0 || b.len == 0)
		return false;
	switch (row->type) {
	case AS_PHONE: return same_phone(scratch, config, a, b);
	case AS_URL:
	case AS_LINKS: return same_url(a, b);
	case AS_HOURS: return same_hours(scratch, a, b);
	case AS_OSM: return str_eq(bare_ref(a), bare_ref(b));
	case AS_EMAIL: return str_eq_ascii(a, b);
	case AS_TERMS:
	case AS_TEXTS:
	case AS_WORDS: return holds_all(scratch, row, a, b) && holds_all(scratch, row, b, a);
	case AS_TEXT:
		return same_text(scratch, a, b) || same_text(scratch, b, a) ||
		       (str_is(str(row->key), "street") && same_street(scratch, config, a, b));
	default: return false;
	}
}

bool
same_or_more(struct arena *scratch, const struct config *config, const struct field *row,
             struct str card, struct str map)
{
	bool list = row->type == AS_TERMS || row->type == AS_TEXTS || row->type == AS_WORDS;

	return same_value(scratch, config, row, card, map) ||
	       (list && map.len > 0 && holds_all(scratch, row, card, map));
}
