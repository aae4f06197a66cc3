#include "card/reader.h"

#include "../check.h"
#include "base/arena.h"
#include "base/buf.h"
#include "card/card.h"
#include "card/yaml.h"
#include "reports.h"

struct fixture {
	struct arena *arena, *scratch;
	struct diag *diag;
	struct config config;
	struct reader reader;
	union any_card {
		struct card card;
		struct merchant merchant;
		struct offer offer;
		struct event event;
		struct news news;
		struct page page;
		struct place place;
		struct route route;
	} out;
};

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	f->arena = arena_new();
	f->scratch = arena_new();
	f->diag = diag_new();
	reader_config_defaults(&f->config, "quartier.yml");
	f->config.languages[1] = LANG_NL;
	f->config.languages_len = 2;
	f->config.place_city.in[LANG_FR] = STR("Dour");
	f->config.place_postcode = STR("7370");
	f->reader = (struct reader){
		.arena = f->arena,
		.scratch = f->scratch,
		.diag = f->diag,
		.config = &f->config,
	};
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	arena_free(f->arena);
	arena_free(f->scratch);
	diag_free(f->diag);
	free(f);
	return 0;
}

/* What a card of each kind cannot be without. */
static const struct {
	enum kind kind;
	const char *key, *line;
} required[] = {
	{ KIND_CONFIG, "quartier", "quartier: 1" },
	{ KIND_CONFIG, "name", "name: Moulin" },
	{ KIND_MERCHANT, "name", "name: Dumont" },
	{ KIND_MERCHANT, "category", "category: bakery" },
	{ KIND_OFFER, "title", "title: Pains" },
	{ KIND_OFFER, "merchant", "merchant: dumont" },
	{ KIND_OFFER, "from", "from: 2026-01-01" },
	{ KIND_EVENT, "title", "title: Marché" },
	{ KIND_EVENT, "start", "start: 2026-01-01 14:00" },
	{ KIND_NEWS, "title", "title: Neuf" },
	{ KIND_NEWS, "date", "date: 2026-01-01" },
	{ KIND_PAGE, "title", "title: Page" },
	{ KIND_PLACE, "name", "name: Parking" },
	{ KIND_PLACE, "kind", "kind: parking" },
	{ KIND_ROUTE, "title", "title: Tour" },
	{ KIND_ROUTE, "stops", "stops: [dumont]" },
};

/* Reads a card that begins with `lines` and has what is required besides. */
static void
read_lines(struct fixture *f, enum kind kind, const char *lines)
{
	struct str text = str(lines), key = str_sub(text, 0, str_find(text, ':'));
	struct buf buf = { 0 };

	memset(&f->out, 0, sizeof f->out);
	buf_printf(&buf, "%s%s\n", kind == KIND_CONFIG ? "" : "---\n", lines);
	for (size_t i = 0; i < countof(required); i++)
		if (required[i].kind == kind && !str_is(key, required[i].key))
			buf_printf(&buf, "%s\n", required[i].line);
	if (kind == KIND_CONFIG) {
		reader_config_defaults(&f->config, "a.yml");
		reader_config(&f->reader, &f->config, buf_str(&buf), "a.yml");
	} else {
		buf_adds(&buf, "---\n");
		reader_card(&f->reader, kind, &f->out, buf_str(&buf), "merchants/a.md", LANG_FR);
	}
	buf_release(&buf);
}

struct wrong {
	const char *lines; /* of the card, first of all */
	const char *place; /* "8: error": the column in that line, or "1:3: …" below it */
	const char *code;
};

/* Each must give exactly one report, of that place and code. */
static void
assert_wrong(enum kind kind, const struct wrong *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		void *state;
		struct fixture *f;
		char *got, want[256], code[64];

		set_up(&state);
		f = state;
		read_lines(f, kind, cases[i].lines);
		got = reports(f->diag);
		snprintf(want, sizeof want, "%s:%s",
		         kind == KIND_CONFIG ? "a.yml:1" : "merchants/a.md:2", cases[i].place);
		if (cases[i].place[0] == '@')
			snprintf(want, sizeof want, "%s:%s",
			         kind == KIND_CONFIG ? "a.yml" : "merchants/a.md",
			         cases[i].place + 1);
		snprintf(code, sizeof code, "[%s]\n", cases[i].code);
		if (strncmp(got, want, strlen(want)) != 0 || !strstr(got, code) ||
		    diag_count(f->diag, DIAG_ERROR) + diag_count(f->diag, DIAG_WARNING) +
		                    diag_count(f->diag, DIAG_NOTE) !=
		            1)
			fail_msg("%s\ngives\n%snot one report %s … [%s]", cases[i].lines, got, want,
			         cases[i].code);
		free(got);
		tear_down(&state);
	}
}

static void
a_malformed_merchant_is_told_what_and_where(void **state)
{
	static const struct wrong cases[] = {
		{ "name:", "1: error", "required" },
		{ "name: \"\"", "7: error", "required" },
		{ "name: [a]", "7: error", "type" },
		{ "name: {nl: Dumont}", "7: warning", "translation" },
		{ "name: {fr: Dumont, it: Dumonti}", "24: warning", "language" },
		{ "name: {fr: Dumont, de: Dumont}", "24: warning", "translation" },
		{ "name: {}", "7: error", "required" },
		{ "category: {a: b}", "11: error", "type" },
		{ "category: []", "11: error", "required" },
		{ "category: [bakery, [a]]", "20: error", "type" },
		{ "summary: [a]", "10: error", "type" },
		{ "address: Rue du Commerce 12", "10: error", "type" },
		{ "address: {street: [a]}", "19: error", "type" },
		{ "address: {postcode: {a: b}}", "21: error", "type" },
		{ "address: {city: [Dour]}", "17: error", "type" },
		{ "address:\n  rue: Haute 1", "@3:8: warning", "unknown-key" },
		{ "location: 50.3957 3.7783", "11: error", "type" },
		{ "location: [50.3957]", "11: error", "location" },
		{ "location: [50,3957, 3,7783]", "11: error", "location" },
		{ "location: [50.3957, x]", "21: error", "location" },
		{ "location: [1e1, 3]", "12: error", "location" },
		{ "location: [95, 3.7783]", "11: error", "location" },
		{ "location: [50.3957, 181]", "11: error", "location" },
		{ "location: [3.7783, 50.3957]", "11: warning", "location" },
		{ "phone: 065 / 3", "8: error", "phone" },
		{ "phone: [065 12 34 56]", "8: error", "type" },
		{ "email: bonjour(at)dumont.be", "8: error", "email" },
		{ "email: {a: b}", "8: error", "type" },
		{ "website: dumont", "10: error", "url" },
		{ "website: javascript:alert(1)", "10: error", "url" },
		{ "website: www.dumont.be", "10: note", "url" },
		{ "website: [https://dumont.be]", "10: error", "type" },
		{ "social: dumont", "9: error", "type" },
		{ "social: {facebok: dumont}", "19: warning", "unknown-key" },
		{ "social: {facebook: du mont}", "20: error", "url" },
		{ "social: {facebook: [a]}", "20: error", "type" },
		{ "social: {whatsapp: abc}", "20: error", "phone" },
		{ "social: {mastodon: dumont}", "20: error", "url" },
		{ "hours: [Mo-Fr]", "8: error", "type" },
		{ "hours: sometimes", "8: warning", "hours" },
		{ "hours: \"Mo-Fr 09:00-18:00; Sa sometimes\"", "31: warning", "hours" },
		{ "hours: {mo: {a: b}}", "13: error", "type" },
		{ "closures: yes", "11: error", "type" },
		{ "closures: [yes]", "12: error", "type" },
		{ "closures: [{until: 2026-08-01}]", "12: error", "required" },
		{ "closures: [{from: 15/07/2026}]", "19: error", "date" },
		{ "closures: [{from: 2026-02-30}]", "19: error", "date" },
		{ "closures: [{from: 2026-08-01, until: 2026-07-15}]", "38: error", "closure" },
		{ "closures: [{from: 2026-08-01, reason: [a]}]", "39: error", "type" },
		{ "payment: cash", "10: error", "type" },
		{ "payment: [cash, bancontct]", "17: warning", "unknown-word" },
		{ "payment: [cash, [a]]", "17: error", "type" },
		{ "services: {a: b}", "11: error", "type" },
		{ "services: [telivery]", "12: warning", "unknown-word" },
		{ "languages: fr", "12: error", "type" },
		{ "languages: [fr, klingon]", "17: warning", "unknown-word" },
		{ "links: https://dumont.be", "8: error", "type" },
		{ "links: {shop: nowhere}", "15: error", "url" },
		{ "links: {shoop: https://dumont.be}", "16: warning", "unknown-key" },
		{ "accessibility: yes", "16: error", "type" },
		{ "accessibility: {wheelchair: perhaps}", "29: error", "choice" },
		{ "accessibility: {toilets-wheelchair: limited}", "37: error", "choice" },
		{ "accessibility: {hearing-loop: [a]}", "31: error", "type" },
		{ "accessibility: {notes: {a: b}}", "28: warning", "language" },
		{ "photos: a.jpg", "9: error", "type" },
		{ "photos: [[a.jpg]]", "10: error", "type" },
		{ "photos: [{alt: x}]", "10: error", "required" },
		{ "photos: [a.svg]", "10: error", "photo" },
		{ "photos: [{file: a.tiff}]", "17: error", "photo" },
		{ "photos: [/etc/passwd.jpg]", "10: error", "path" },
		{ "photos: [../../a.jpg]", "10: error", "path" },
		{ "photos: [a.jpg]", "10: warning", "alt" },
		{ "photos: [{file: a.jpg, alt: \" \"}]", "17: warning", "alt" },
		{ "photos: [\"C:\\\\a.jpg\"]", "10: error", "path" },
		{ "photos: [\"a\\\\b.jpg\"]", "10: error", "path" },
		{ "photos: [\"https://a.be/b.jpg\"]", "10: error", "path" },
		{ "photos: [{file: a.jpg, alt: [x]}]", "29: error", "type" },
		{ "photos: [{file: a.jpg, credit: {a: b}}]", "32: error", "type" },
		{ "photos: [{file: a.jpg, focus: [1, 2]}]", "31: error", "photo" },
		{ "photos: [{file: a.jpg, focus: top}]", "31: error", "type" },
		{ "products: [{price: 3}]", "12: error", "required" },
		{ "products: [{name: a, price: dear}]", "29: error", "price" },
		{ "products: [{name: a, price: -3}]", "29: error", "price" },
		{ "products: [{name: a, unit: [b]}]", "28: error", "type" },
		{ "products: [{name: a, available: perhaps}]", "33: error", "type" },
		{ "products: [{name: a, photo: a.bmp}]", "29: error", "photo" },
		{ "products: [{name: a, details: [b]}]", "31: error", "type" },
		{ "loyalty: 10", "10: error", "type" },
		{ "loyalty: {stamps: ten}", "19: error", "type" },
		{ "loyalty: {stamps: 0}", "19: error", "number" },
		{ "loyalty: {reward: a}", "10: error", "required" },
		{ "loyalty: {stamps: 10, reward: [a]}", "31: error", "type" },
		{ "brands: Moulin", "9: error", "type" },
		{ "brands: [[a]]", "10: error", "type" },
		{ "keywords: a, b", "11: error", "type" },
		{ "founded: long ago", "10: error", "type" },
		{ "founded: 62", "10: error", "number" },
		{ "founded: 99999999999999999999", "10: error", "type" },
		{ "vat: BE0123456748", "6: error", "vat" },
		{ "verified: 1/5/26", "11: error", "date" },
		{ "osm: 123456789", "6: error", "osm" },
		{ "osm: node/x", "6: error", "osm" },
		{ "status: opn", "9: error", "status" },
		{ "listed: perhaps", "9: error", "type" },
		{ "draft: 2", "8: error", "type" },
		{ "horaires: x", "11: warning", "unknown-key" },
		{ "Name: x", "7: warning", "unknown-key" },
		{ "summary: a\nsummary: b", "@3:10: error", "duplicate-key" },
	};

	(void)state;
	assert_wrong(KIND_MERCHANT, cases, countof(cases));
}

static void
a_malformed_offer_is_told_what_and_where(void **state)
{
	static const struct wrong cases[] = {
		{ "title:", "1: error", "required" },
		{ "title: [a]", "8: error", "type" },
		{ "merchant: Boulangerie Dumont", "11: error", "slug" },
		{ "merchant: dumont.md", "11: error", "slug" },
		{ "merchant: [dumont, \"\xc3\x89t\xc3\xa9\"]", "20: error", "slug" },
		{ "merchant: {a: b}", "11: error", "type" },
		{ "merchant: []", "11: error", "required" },
		{ "from: tomorrow", "7: error", "date" },
		{ "from: 2026-13-01", "7: error", "date" },
		{ "until: 31/12/2026", "8: error", "date" },
		{ "until: 2025-12-31", "8: error", "date" },
		{ "price: cheap", "8: error", "price" },
		{ "was: [3]", "6: error", "type" },
		{ "was: x", "6: error", "price" },
		{ "price: 9.60\nwas: 6.40", "@3:6: warning", "price" },
		{ "code: [a]", "7: error", "type" },
		{ "flyer: a.docx", "8: error", "photo" },
		{ "flyer: [a.pdf]", "8: error", "type" },
		{ "photos: [a.pdf]", "10: error", "photo" },
		{ "draft: perhaps", "8: error", "type" },
		{ "merchants: dumont", "12: warning", "unknown-key" },
	};

	(void)state;
	assert_wrong(KIND_OFFER, cases, countof(cases));
}

static void
a_malformed_event_is_told_what_and_where(void **state)
{
	static const struct wrong cases[] = {
		{ "start:", "1: error", "required" },
		{ "start: samedi", "8: error", "date" },
		{ "start: 2026-01-01 25:00", "8: error", "date" },
		{ "end: soon", "6: error", "date" },
		{ "end: 2025-12-31", "6: error", "date" },
		{ "end: 2026-01-01 13:00", "6: error", "date" },
		{ "place: Place du Moulin", "8: error", "slug" },
		{ "place: [a]", "8: error", "type" },
		{ "address: [a]", "10: error", "type" },
		{ "merchants: {a: b}", "12: error", "type" },
		{ "merchants: [all, dumont, A]", "26: error", "slug" },
		{ "price: free", "8: error", "price" },
		{ "organiser: [a]", "12: error", "type" },
		{ "repeats: every Saturday", "10: error", "repeat" },
		{ "repeats: [FREQ=DAILY]", "10: error", "type" },
		{ "photos: {a: b}", "9: error", "type" },
		{ "draft: [no]", "8: error", "type" },
	};

	(void)state;
	assert_wrong(KIND_EVENT, cases, countof(cases));
}

static void
malformed_news_are_told_what_and_where(void **state)
{
	static const struct wrong cases[] = {
		{ "title: \"  \"", "8: error", "required" },
		{ "date: 2 novembre", "7: error", "date" },
		{ "date: [2026-01-01]", "7: error", "type" },
		{ "merchants: Dumont", "12: error", "slug" },
		{ "photos: 1", "9: error", "type" },
		{ "draft: maybe", "8: error", "type" },
	};

	(void)state;
	assert_wrong(KIND_NEWS, cases, countof(cases));
}

static void
a_malformed_page_is_told_what_and_where(void **state)
{
	static const struct wrong cases[] = {
		{ "title: ~", "8: error", "required" }, { "menu: first", "7: error", "type" },
		{ "menu: -1", "7: error", "type" },     { "menu: 1001", "7: error", "number" },
		{ "draft: maybe", "8: error", "type" },
	};

	(void)state;
	assert_wrong(KIND_PAGE, cases, countof(cases));
}

static void
a_malformed_place_is_told_what_and_where(void **state)
{
	static const struct wrong cases[] = {
		{ "name: [a]", "7: error", "type" },
		{ "kind: castel", "7: warning", "unknown-word" },
		{ "kind: [parking]", "7: error", "type" },
		{ "location: {lat: 50, lon: 3}", "11: error", "type" },
		{ "address: x", "10: error", "type" },
		{ "details: [a]", "10: error", "type" },
		{ "osm: https://example.org/node/1", "6: error", "osm" },
		{ "draft: maybe", "8: error", "type" },
	};

	(void)state;
	assert_wrong(KIND_PLACE, cases, countof(cases));
}

static void
a_malformed_route_is_told_what_and_where(void **state)
{
	static const struct wrong cases[] = {
		{ "title: [a]", "8: error", "type" },
		{ "stops: []", "8: error", "required" },
		{ "stops: [dumont, \"a b\"]", "17: error", "slug" },
		{ "stops: {a: b}", "8: error", "type" },
		{ "photos: a", "9: error", "type" },
		{ "draft: maybe", "8: error", "type" },
	};

	(void)state;
	assert_wrong(KIND_ROUTE, cases, countof(cases));
}

static void
a_malformed_quartier_yml_is_told_what_and_where(void **state)
{
	static const struct wrong cases[] = {
		{ "quartier:", "1: error", "required" },
		{ "quartier: 2", "11: error", "version" },
		{ "quartier: one", "11: error", "type" },
		{ "name: [a]", "7: error", "type" },
		{ "tagline: [a]", "10: error", "type" },
		{ "url: moulin", "6: error", "url" },
		{ "url: https://a.be/?b", "6: error", "url" },
		{ "url: ftp://a.be/", "6: error", "url" },
		{ "languages: fr", "12: error", "type" },
		{ "languages: [fr, it]", "17: warning", "language" },
		{ "languages: [fr, fr]", "17: warning", "language" },
		{ "languages: []", "12: error", "language" },
		{ "timezone: [a]", "11: error", "type" },
		{ "country: ES", "10: error", "country" },
		{ "region: [a]", "9: error", "type" },
		{ "region: BE-WAX", "9: warning", "region" },
		{ "region: Ardenne", "9: warning", "region" },
		{ "holidays: 2026-09-07", "11: error", "type" },
		{ "holidays: [2026-09-07]", "12: error", "type" },
		{ "holidays: [{name: Ducasse}]", "12: error", "required" },
		{ "holidays: [{from: demain}]", "19: error", "date" },
		{ "holidays: [{from: 2026-09-07, until: 2026-09-06}]", "38: error", "date" },
		{ "holidays: [{from: 2026-09-07, until: demain}]", "38: error", "date" },
		{ "holidays: [{from: 2026-09-07, kind: bank}]", "37: error", "choice" },
		{ "holidays: [{from: 2026-09-07, day: 1}]", "36: warning", "unknown-key" },
		{ "place: Dour", "8: error", "type" },
		{ "place: {city: [a]}", "15: error", "type" },
		{ "place: {postcode: [a]}", "19: error", "type" },
		{ "publisher: Moulin", "12: error", "type" },
		{ "publisher: {name: [a]}", "19: error", "type" },
		{ "publisher: {email: a}", "20: error", "email" },
		{ "publisher: {phone: a}", "20: error", "phone" },
		{ "publisher: {street: [a]}", "21: error", "type" },
		{ "publisher: {postcode: [a]}", "23: error", "type" },
		{ "publisher: {city: [a]}", "19: error", "type" },
		{ "publisher: {vat: BE1}", "18: error", "vat" },
		{ "publisher: {website: a}", "22: error", "url" },
		{ "theme: [a]", "8: error", "type" },
		{ "accent: red", "9: error", "colour" },
		{ "accent: #9a3412", "1: warning", "colour" },
		{ "accent: \"#9a341\"", "9: error", "colour" },
		{ "map: a.osm", "6: error", "type" },
		{ "map: {extract: /a.osm}", "16: error", "path" },
		{ "map: {extract: ../a.osm}", "16: error", "path" },
		{ "map: {bounds: [1, 2, 3]}", "15: error", "location" },
		{ "map: {bounds: [50.4, 3.7, 50.3, 3.8]}", "15: error", "location" },
		{ "categories: [bakery]", "13: error", "type" },
		{ "categories: {bakery: Boulangeries}", "22: error", "type" },
		{ "categories: {Mes Pains: {schema: Bakery}}", "14: error", "category" },
		{ "categories: {bakery: {osm: bakery}}", "28: error", "osm" },
		{ "categories: {bakery: {schema: [a]}}", "31: error", "type" },
		{ "categories: {bakery: {label: [a]}}", "30: error", "type" },
		{ "limits: 5", "9: error", "type" },
		{ "limits: {text-bytes: lots}", "22: error", "type" },
		{ "limits: {photo-bytes: 0}", "23: error", "type" },
		{ "limits: {photo-pixels: 5 XB}", "24: error", "type" },
		{ "limits: {yaml-depth: -1}", "22: error", "type" },
		{ "limits: {yaml-nodes: [1]}", "22: error", "type" },
		{ "limits: {files: 99999999999999 GiB}", "17: error", "type" },
		{ "limits: {extract-bytes: a}", "25: error", "type" },
		{ "langages: [fr]", "11: warning", "unknown-key" },
	};

	(void)state;
	assert_wrong(KIND_CONFIG, cases, countof(cases));
}

/* Every row's example is what a volunteer copies: it must be right. */
static void
the_example_of_every_field_reads_without_a_word(void **state)
{
	(void)state;
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		size_t count;
		const struct field *fields = schema_fields((enum kind)kind, &count);

		for (size_t i = 0; i < count; i++) {
			char line[512], *got;
			void *own;
			struct fixture *f;

			set_up(&own);
			f = own;
			snprintf(line, sizeof line, "%s: %s", fields[i].key, fields[i].example);
			read_lines(f, (enum kind)kind, line);
			got = reports(f->diag);
			if (*got)
				fail_msg("%s\ngives\n%s", line, got);
			free(got);
			tear_down(&own);
		}
	}
}

static void
nested_examples_read_without_a_word(void **state)
{
	static const struct {
		enum kind kind;
		const char *key, *with;
		bool list;
	} parents[] = {
		{ KIND_MERCHANT, "address", "", false },
		{ KIND_MERCHANT, "accessibility", "", false },
		{ KIND_MERCHANT, "loyalty", "stamps: 10", false },
		{ KIND_MERCHANT, "closures", "from: 2026-07-15", true },
		{ KIND_OFFER, "flyer", "file: a.jpg", false },
		{ KIND_MERCHANT, "products", "name: Pain", true },
		{ KIND_CONFIG, "place", "", false },
		{ KIND_CONFIG, "publisher", "", false },
		{ KIND_CONFIG, "map", "", false },
		{ KIND_CONFIG, "limits", "", false },
		{ KIND_CONFIG, "holidays", "from: 2026-09-07", true },
	};

	(void)state;
	for (size_t p = 0; p < countof(parents); p++) {
		const struct field *parent =
			schema_find(schema_kind(parents[p].kind)->schema, str(parents[p].key));

		for (size_t i = 0; i < parent->nested->len; i++) {
			const struct field *field = &parent->nested->fields[i];
			bool same = strncmp(parents[p].with, field->key, strlen(field->key)) == 0;
			char lines[512], *got;
			void *own;
			struct fixture *f;

			set_up(&own);
			f = own;
			snprintf(lines, sizeof lines, "%s:\n  %s%s: %s%s%s", parents[p].key,
			         parents[p].list ? "- " : "", field->key, field->example,
			         same || !*parents[p].with ? ""
			         : parents[p].list         ? "\n    "
			                                   : "\n  ",
			         same ? "" : parents[p].with);
			read_lines(f, parents[p].kind, lines);
			got = reports(f->diag);
			if (*got)
				fail_msg("%s\ngives\n%s", lines, got);
			free(got);
			tear_down(&own);
		}
	}
}

static void
a_whole_merchant_fills_its_struct(void **state)
{
	static const char text[] =
		"\xef\xbb\xbf---\r\n"
		"name: no\r\n"
		"category: [bakery, Pâtisserie]\r\n"
		"summary: {fr: Pain, nl: Brood}\r\n"
		"address: {street: Rue du Commerce 12}\r\n"
		"location: [50.3957, 3.7783]\r\n"
		"phone: 065/12.34.56\r\n"
		"email: a@b.be\r\n"
		"website: https://b.be\r\n"
		"social: {facebook: dumont, instagram: \"@dumont\", whatsapp: 0475 12 34 56, "
		"mastodon: \"@a@b.be\", x: https://x.com/dumont}\r\n"
		"hours: {mo-fr: 07:00-18:30, sa: [07:00-12:00, 13:00-17:00], su: closed}\r\n"
		"closures:\r\n"
		"- {from: 2026-07-15, reason: Congés}\r\n"
		"-\r\n"
		"- {from: 2026-08-01, until: 2026-08-02}\r\n"
		"payment: [cash, Chèques-repas, cash]\r\n"
		"services: [livraison]\r\n"
		"languages: [fr, English]\r\n"
		"links: {shop: https://b.be/shop}\r\n"
		"accessibility: {wheelchair: oui, hearing-loop: no, notes: Une marche}\r\n"
		"photos: [{file: a.jpg, alt: A}, {file: ../merchants/b.PNG, alt: {fr: B, nl: B}, focus: [0.25, 1]}]\r\n"
		"products: [{name: Pain, price: 3.20, available: non}, {name: Tarte, photo: t.jpg}]\r\n"
		"loyalty: {stamps: 10, reward: Un pain}\r\n"
		"brands: [A, {fr: B, nl: BB}]\r\n"
		"founded: 1962\r\n"
		"vat: 0123.456.749\r\n"
		"verified: 2026-05-01\r\n"
		"osm: https://www.openstreetmap.org/node/42\r\n"
		"status: ouvre bientôt\r\n"
		"listed: non\r\n"
		"---\r\n"
		"Un *texte*.\r\n";
	struct fixture *f = *state;
	struct merchant *m = &f->out.merchant;
	char *got;

	reader_card(&f->reader, KIND_MERCHANT, m, STR(text), "merchants/a.md", LANG_FR);
	got = reports(f->diag);
	assert_string_equal(got, "");
	free(got);
	assert_str(m->name.in[LANG_FR], "no");
	assert_int_equal(m->category.len, 2);
	assert_str(m->category.items[1].text, "Pâtisserie");
	assert_int_equal(m->category.items[1].at.column, 20);
	assert_str(m->summary.in[LANG_NL], "Brood");
	assert_str(m->address.city.in[LANG_FR], "Dour");
	assert_str(m->address.postcode, "7370");
	assert_int_equal(m->address.at.line, 5);
	assert_true(m->location.set && m->location.latitude > 50.39 &&
	            m->location.longitude < 3.78);
	assert_str(m->phone.e164, "+3265123456");
	assert_int_equal(m->social.len, 5);
	assert_str(m->social.items[0].url, "https://www.facebook.com/dumont");
	assert_str(m->social.items[1].url, "https://www.instagram.com/dumont");
	assert_str(m->social.items[2].url, "https://wa.me/32475123456");
	assert_str(m->social.items[3].url, "https://b.be/@a");
	assert_str(m->social.items[4].url, "https://x.com/dumont");
	assert_int_equal(m->hours.state, HOURS_KNOWN);
	assert_str(m->hours.text, "Mo-Fr 07:00-18:30; Sa 07:00-12:00,13:00-17:00; Su off");
	assert_int_equal(m->closures_len, 2);
	assert_int_equal(m->closures[0].until, DATE_NONE);
	assert_int_equal(m->closures[1].at.line, 15);
	assert_int_equal(m->payment.len, 2);
	assert_int_equal(m->services.len, 1);
	assert_int_equal(m->languages.len, 2);
	assert_str(m->links.items[0].url, "https://b.be/shop");
	assert_int_equal(m->accessibility.wheelchair, WHEELCHAIR_YES);
	assert_int_equal(m->accessibility.hearing_loop, ANSWER_NO);
	assert_int_equal(m->accessibility.toilets_wheelchair, ANSWER_UNKNOWN);
	assert_int_equal(m->photos.len, 2);
	assert_str(m->photos.items[0].file, "photos/a.jpg");
	assert_true(m->photos.items[0].focus_x < 0);
	assert_str(m->photos.items[1].file, "merchants/b.PNG");
	assert_true(m->photos.items[1].focus_x > 0.2 && m->photos.items[1].focus_y >= 1);
	assert_str(m->photos.items[1].alt.in[LANG_NL], "B");
	assert_int_equal(m->products[0].price.cents, 320);
	assert_int_equal(m->products[0].available, 0);
	assert_int_equal(m->products[1].available, -1);
	assert_str(m->products[1].photo.file, "photos/t.jpg");
	assert_int_equal(m->loyalty_stamps, 10);
	assert_str(m->brands.items[1].in[LANG_NL], "BB");
	assert_int_equal(m->founded, 1962);
	assert_str(m->vat, "BE0123456749");
	assert_str(m->osm, "node/42");
	assert_int_equal(m->status, STATUS_OPENING_SOON);
	assert_true(m->unlisted);
	assert_non_null(strstr(m->card.body.in[LANG_FR].ptr, "<em>texte</em>"));
	assert_int_equal(m->card.at.line, 1);
}

static void
what_is_absent_looks_absent(void **state)
{
	struct fixture *f = *state;

	read_lines(f, KIND_MERCHANT, "phone:\nclosures: ~\nsummary: \"\"");
	assert_int_equal(diag_count(f->diag, DIAG_ERROR), 0);
	assert_int_equal(f->out.merchant.verified, DATE_NONE);
	assert_int_equal(f->out.merchant.phone.e164.len, 0);
	assert_false(f->out.merchant.unlisted);
	assert_int_equal(f->out.merchant.hours.state, HOURS_ABSENT);
	read_lines(f, KIND_OFFER, "merchant: all");
	assert_int_equal(f->out.offer.until, DATE_NONE);
	assert_true(f->out.offer.all_merchants);
	assert_int_equal(f->out.offer.merchants.len, 0);
	assert_true(f->out.offer.flyer.focus_x < 0);
	read_lines(f, KIND_EVENT, "start: 2026-01-01");
	assert_int_equal(f->out.event.start.minute, -1);
	assert_int_equal(f->out.event.end.day, DATE_NONE);
	read_lines(f, KIND_PLACE, "kind: castel");
	assert_str(f->out.place.kind_word.text, "castel");
}

static void
a_translation_adds_texts_to_the_card(void **state)
{
	struct fixture *f = *state;
	struct merchant *m = &f->out.merchant;
	char *got;

	reader_card(
		&f->reader, KIND_MERCHANT, m,
		STR("---\nname: Dumont\ncategory: bakery\nkeywords: [pain, tarte]\n"
	            "photos: [{file: a.jpg, alt: A}, {file: b.jpg, alt: Pain}]\nproducts: [{name: Pain, price: 3}]\n"
	            "closures: [{from: 2026-01-01, reason: Congés}]\n---\nBonjour\n"),
		"merchants/a.md", LANG_FR);
	reader_card(
		&f->reader, KIND_MERCHANT, m,
		STR("---\nsummary: Brood\nkeywords: [brood]\nphotos: [{file: b.jpg, alt: Brood}]\n"
	            "products: [{name: Brood}]\nclosures: [{reason: Verlof}]\n"
	            "address: {street: Handelsstraat 12}\n---\nGoedendag\n"),
		"merchants/a.nl.md", LANG_NL);
	got = reports(f->diag);
	assert_string_equal(got, "");
	free(got);
	assert_str(m->name.in[LANG_FR], "Dumont");
	assert_str(m->name.in[LANG_NL], "");
	assert_str(m->summary.in[LANG_NL], "Brood");
	assert_str(m->keywords.items[0].in[LANG_NL], "brood");
	assert_str(m->keywords.items[0].in[LANG_FR], "pain");
	assert_str(m->photos.items[1].alt.in[LANG_NL], "Brood");
	assert_str(m->photos.items[1].file, "photos/b.jpg");
	assert_str(m->products[0].name.in[LANG_NL], "Brood");
	assert_int_equal(m->products[0].price.cents, 300);
	assert_str(m->closures[0].reason.in[LANG_NL], "Verlof");
	assert_str(m->address.street.in[LANG_NL], "Handelsstraat 12");
	assert_non_null(strstr(m->card.body.in[LANG_NL].ptr, "Goedendag"));
	assert_int_equal(m->card.translated, 1 << LANG_NL);
}

static void
what_a_translation_cannot_translate_is_told(void **state)
{
	struct fixture *f = *state;
	char *got;

	read_lines(f, KIND_MERCHANT, "keywords: [pain]");
	reader_card(
		&f->reader, KIND_MERCHANT, &f->out,
		STR("---\nphone: 065 12 34 56\nkeywords: [a, b]\nphotos: [{file: z.jpg, alt: Z}]\n"
	            "products: [{name: Brood}]\nname: {nl: Dumont}\nnaam: x\n---\n"),
		"merchants/a.nl.md", LANG_NL);
	got = reports(f->diag);
	assert_string_equal(
		got,
		"merchants/a.nl.md:2:8: warning: phone: this field is not translated; it is ignored here "
		"[translation]\n"
		"  hint: it belongs in the main card alone\n"
		"merchants/a.nl.md:3:15: warning: keywords[2]: the main card has no such item to translate "
		"[translation]\n"
		"  hint: a translation's list has the items of the main card, in its order\n"
		"merchants/a.nl.md:4:10: warning: photos[1]: the main card has no such item to translate "
		"[translation]\n"
		"  hint: a translation's list has the items of the main card, in its order\n"
		"merchants/a.nl.md:5:12: warning: products[1]: the main card has no such item to translate "
		"[translation]\n"
		"  hint: a translation's list has the items of the main card, in its order\n"
		"merchants/a.nl.md:6:7: error: name: this must be a text, not a map [type]\n"
		"  hint: for example name: Boulangerie Dumont\n"
		"merchants/a.nl.md:7:7: warning: \"naam\" is not a known field; it is ignored [unknown-key]\n"
		"  hint: write it \"name\"\n");
	free(got);
}

static void
a_key_in_another_spelling_is_recognised(void **state)
{
	static const struct {
		const char *line, *hint;
	} cases[] = {
		{ "horaires: x", "hint: write it \"hours\"" },
		{ "openingsuren: x", "hint: write it \"hours\"" },
		{ "Öffnungszeiten: x", "hint: write it \"hours\"" },
		{ "opening_hours: x", "hint: write it \"hours\"" },
		{ "Téléphone: x", "hint: write it \"phone\"" },
		{ "gsm: x", "hint: write it \"phone\"" },
		{ "e-mail: x", "hint: write it \"email\"" },
		{ "summry: x", "hint: did you mean \"summary\"?" },
		{ "street: x", "hint: it belongs under \"address\"" },
		{ "facebook: x", "hint: it belongs under \"social\"" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		void *own;
		char *got;

		set_up(&own);
		read_lines(own, KIND_MERCHANT, cases[i].line);
		got = reports(((struct fixture *)own)->diag);
		if (!strstr(got, cases[i].hint))
			fail_msg("%s\ngives\n%snot %s", cases[i].line, got, cases[i].hint);
		free(got);
		tear_down(&own);
	}
}

static void
a_refused_value_is_told_what_to_write(void **state)
{
	static const struct {
		const char *line, *message, *hint;
	} cases[] = {
		{ "phone: 065 / 3", "phone: \"065 / 3\" is not a phone number [phone]",
		  "hint: a Belgian number has nine digits" },
		{ "phone: +33 1 23", "is not a phone number",
		  "hint: a French number has ten digits" },
		{ "phone: 065 12 34 56 ou 065 12 34 57", "is not a phone number",
		  "hint: keep one number" },
		{ "vat: BE0123456748", "is not a VAT number",
		  "hint: check each digit; a right one looks like BE0123456749" },
		{ "verified: demain", "\"demain\" is not a date", "as in 2026-07-15" },
		{ "verified: 15/07/2026", "\"15/07/2026\" is not a date",
		  "month, day: 2026-07-15" },
		{ "verified: 2026-02-30", "there is no day \"2026-02-30\"",
		  "hint: the last day of that month is 2026-02-28" },
		{ "verified: 32/01/2026", "there is no day \"32/01/2026\"",
		  "hint: the last day of that month is 2026-01-31" },
		{ "verified: 2026-13-01", "there is no day \"2026-13-01\"",
		  "hint: write year, month, day" },
		{ "website: www.dumont.example",
		  "\"www.dumont.example\" is read as https://www.dumont.example",
		  "hint: write the whole address, with https://" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		void *own;
		char *got;

		set_up(&own);
		read_lines(own, KIND_MERCHANT, cases[i].line);
		got = reports(((struct fixture *)own)->diag);
		if (!strstr(got, cases[i].message) || !strstr(got, cases[i].hint))
			fail_msg("%s\ngives\n%snot %s\n%s", cases[i].line, got, cases[i].message,
			         cases[i].hint);
		free(got);
		tear_down(&own);
	}
}

static void
a_time_that_no_clock_shows_is_told_from_a_wrong_date(void **state)
{
	struct fixture *f = *state;
	char *got;

	read_lines(f, KIND_EVENT, "start: 2026-07-15 25:00");
	got = reports(f->diag);
	assert_non_null(strstr(got, "start: \"2026-07-15 25:00\" is not a date and a time"));
	assert_non_null(
		strstr(got, "hint: write the time from 00:00 to 23:59, as in 2026-07-15 18:30"));
	free(got);
}

static void
quartier_yml_has_defaults_and_overrides(void **state)
{
	struct fixture *f = *state;
	struct config *c = &f->config;

	read_lines(f, KIND_CONFIG, "name: Moulin");
	assert_int_equal(c->languages_len, 1);
	assert_int_equal(c->languages[0], LANG_FR);
	assert_str(c->timezone, "Europe/Brussels");
	assert_str(c->country, "BE");
	assert_int_equal(c->limits.text_bytes, 1 << 20);
	read_lines(
		f, KIND_CONFIG,
		"url: https://a.be/guide\nname: Moulin\npublisher: {phone: 01 23 45 67 89}\n"
		"country: France\nlanguages: [nl, fr]\ncategories:\n  bakery: {label: Bakkers}\n  zzz:\n"
		"map: {extract: ./map/../map/a.osm, bounds: [50.3, 3.7, 50.4, 3.8]}\n"
		"limits: {text-bytes: 2 MiB, files: 5}");
	assert_int_equal(diag_count(f->diag, DIAG_ERROR), 1); /* `name` twice */
	assert_str(c->url, "https://a.be/guide/");
	assert_int_equal(c->url_at.column, 6);
	assert_str(c->name.in[LANG_NL], "Moulin");
	assert_str(c->publisher.phone.e164, "+33123456789");
	assert_str(c->country, "FR");
	assert_int_equal(c->languages[0], LANG_NL);
	assert_int_equal(c->categories_len, 2);
	assert_str(c->categories[0].id, "bakery");
	assert_int_equal(c->categories[1].at.line, 8);
	assert_str(c->categories[0].label.in[LANG_NL], "Bakkers");
	assert_str(c->extract, "map/a.osm");
	assert_true(c->has_bounds);
	assert_int_equal(c->limits.text_bytes, 2 << 20);
	assert_int_equal(c->limits.files, 5);
}

static void
a_region_is_kept_as_iso_writes_it_or_warned_of(void **state)
{
	static const struct {
		const char *lines, *region, *report;
	} cases[] = {
		{ "region: be-wal", "BE-WAL", "" },
		{ "region: DE-NW\ncountry: Allemagne", "DE-NW", "" },
		{ "region: BE-WAX", "BE-WAX",
		  "region: \"BE-WAX\" is not a region of BE [region]\n  hint: did you mean \"BE-WAL\"?" },
		{ "region: VLG", "VLG", "hint: did you mean \"BE-VLG\"?" },
		{ "region: Ardenne", "Ardenne",
		  "hint: a code of ISO 3166-2 is expected, such as BE-WAL or DE-NW" },
		{ "region: BE-WAL\ncountry: FR", "BE-WAL", "\"BE-WAL\" is not a region of FR" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		void *own;
		struct fixture *f;
		char *got;

		set_up(&own);
		f = own;
		read_lines(f, KIND_CONFIG, cases[i].lines);
		got = reports(f->diag);
		assert_str(f->config.region, cases[i].region);
		if (*cases[i].report ? !strstr(got, cases[i].report) : *got)
			fail_msg("%s\ngives\n%s", cases[i].lines, got);
		free(got);
		tear_down(&own);
	}
}

static void
own_holidays_are_read_with_what_they_leave_out(void **state)
{
	struct fixture *f = *state;
	const struct own_holiday *holidays;
	int day;

	read_lines(f, KIND_CONFIG,
	           "holidays:\n- {from: 2026-09-07, name: {fr: Ducasse, nl: Kermis}}\n"
	           "- {from: 2026-11-09, until: 2026-11-13, kind: school}\n"
	           "- {from: 2026-11-09, kind: vacances scolaires}\n"
	           "languages: [fr, nl]");
	assert_int_equal(diag_count(f->diag, DIAG_ERROR), 0);
	assert_int_equal(f->config.holidays_len, 3);
	holidays = f->config.holidays;
	assert_true(date_parse(STR("2026-09-07"), &day));
	assert_int_equal(holidays[0].from, day);
	assert_int_equal(holidays[0].until, day);
	assert_int_equal(holidays[0].kind, OWN_PUBLIC);
	assert_int_equal(holidays[0].at.line, 2);
	assert_str(holidays[0].name.in[LANG_NL], "Kermis");
	assert_true(date_parse(STR("2026-11-13"), &day));
	assert_int_equal(holidays[1].until, day);
	assert_int_equal(holidays[1].kind, OWN_SCHOOL);
	assert_true(text_is_empty(&holidays[1].name));
	assert_int_equal(holidays[2].kind, OWN_SCHOOL);
}

static void
a_long_summary_is_counted_in_characters(void **state)
{
	struct fixture *f = *state;
	struct buf line = { 0 };
	char *got;

	buf_adds(&line, "summary: ");
	for (int i = 0; i < 160; i++)
		buf_adds(&line, "\xc3\xa9");
	read_lines(f, KIND_MERCHANT, line.ptr);
	assert_int_equal(diag_count(f->diag, DIAG_WARNING), 0);
	buf_adds(&line, "\xc3\xa9");
	read_lines(f, KIND_MERCHANT, line.ptr);
	got = reports(f->diag);
	assert_string_equal(
		got,
		"merchants/a.md:2:10: warning: summary: this text has 161 characters; 160 at most are "
		"wanted [text-length]\n");
	assert_int_equal(f->out.merchant.summary.in[LANG_FR].len, 322);
	free(got);
	buf_release(&line);
}

static void
names_in_decomposed_letters_are_composed(void **state)
{
	struct fixture *f = *state;

	read_lines(f, KIND_MERCHANT, "name: \"  Cafe\xcc\x81\\n d'e\xcc\x81te\xcc\x81 \"");
	assert_str(f->out.merchant.name.in[LANG_FR], "Caf\xc3\xa9  d'\xc3\xa9t\xc3\xa9");
}

static void
hostile_cards_are_read_in_no_time(void **state)
{
	struct fixture *f = *state;
	struct buf text = { 0 };

	buf_adds(&text, "---\nname: a\ncategory: b\n");
	for (int i = 0; i < 4900; i++)
		buf_printf(&text, "nome%d: x\n", i);
	buf_adds(&text, "---\n");
	reader_card(&f->reader, KIND_MERCHANT, &f->out, buf_str(&text), "merchants/a.md", LANG_FR);
	assert_int_equal(diag_count(f->diag, DIAG_WARNING), 4900);
	buf_release(&text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_malformed_merchant_is_told_what_and_where),
		cmocka_unit_test(a_malformed_offer_is_told_what_and_where),
		cmocka_unit_test(a_malformed_event_is_told_what_and_where),
		cmocka_unit_test(malformed_news_are_told_what_and_where),
		cmocka_unit_test(a_malformed_page_is_told_what_and_where),
		cmocka_unit_test(a_malformed_place_is_told_what_and_where),
		cmocka_unit_test(a_malformed_route_is_told_what_and_where),
		cmocka_unit_test(a_malformed_quartier_yml_is_told_what_and_where),
		cmocka_unit_test(the_example_of_every_field_reads_without_a_word),
		cmocka_unit_test(nested_examples_read_without_a_word),
		TEST(a_whole_merchant_fills_its_struct),
		TEST(what_is_absent_looks_absent),
		TEST(a_translation_adds_texts_to_the_card),
		TEST(what_a_translation_cannot_translate_is_told),
		TEST(a_key_in_another_spelling_is_recognised),
		TEST(a_refused_value_is_told_what_to_write),
		TEST(a_time_that_no_clock_shows_is_told_from_a_wrong_date),
		TEST(quartier_yml_has_defaults_and_overrides),
		TEST(a_region_is_kept_as_iso_writes_it_or_warned_of),
		TEST(own_holidays_are_read_with_what_they_leave_out),
		TEST(a_long_summary_is_counted_in_characters),
		TEST(names_in_decomposed_letters_are_composed),
		TEST(hostile_cards_are_read_in_no_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
