/* addresses, asked for every address of real extracts, in the spellings of real people; see ../shared/data/osm. */
#include "../check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/utf8.h"
#include "map/addresses.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const char *const files[] = {
	"vaduz-li-centre.osm",
	"monaco-condamine.osm",
	"bondy-fr-api-export.osm",
	"habay-be-pois.osm",
	"liechtenstein-rhine-towns.osm.gz",
};

static const char *const countries[] = { "LI", "MC", "FR", "BE", "LI" };

/* An address that an object of the extract has. */
struct known {
	const struct osm_object *object;
	struct str street, number, postcode, city;
	struct str folded; /* the street, without case and accents */
	struct str alike;  /* in its one spelling, with accents */
	struct location at;
};

struct town_map {
	struct extract extract;
	struct addresses *addresses;
	struct known *known;
	size_t len;
	struct str country;
	struct arena *arena, *scratch;
	struct diag *diag;
};

/* ---- reading ---- */

struct exchange {
	const char *of, *by;
};

/* `text` with every `of` in place of `by`, where one is. */
static struct str
exchange(struct arena *arena, struct str text, const struct exchange *table, size_t count)
{
	struct buf out = { 0 };
	struct str made;

	for (size_t i = 0; i < text.len;) {
		struct str rest = str_sub(text, i, text.len);
		size_t t = 0;

		while (t < count && !str_starts(rest, table[t].of))
			t++;
		if (t < count) {
			buf_adds(&out, table[t].by);
			i += strlen(table[t].of);
		} else {
			buf_addc(&out, text.ptr[i++]);
		}
	}
	made = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return made;
}

static void
note(struct town_map *map, const struct osm_object *object)
{
	static const char *const kinds[] = { "node", "way", "relation" };
	static const struct exchange alike[] = {
		{ "St. ", "Sankt " }, { "Ae", "Ä" }, { "ae", "ä" }, { "piscine", "Piscine" }
	};
	struct known known = {
		.object = object,
		.street = osm_tag(object, "addr:street"),
		.number = osm_tag(object, "addr:housenumber"),
		.postcode = osm_tag(object, "addr:postcode"),
		.city = osm_tag(object, "addr:city"),
	};

	if (!known.street.len || !known.number.len)
		return;
	known.at = extract_place(
		&map->extract,
		arena_printf(map->arena, "%s/%lld", kinds[object->kind], (long long)object->id));
	if (!known.at.set)
		return;
	known.folded = utf8_fold(map->arena, known.street);
	known.alike = exchange(map->arena, known.street, alike, countof(alike));
	map->known = arena_push(map->arena, map->known, &map->len, sizeof *map->known);
	map->known[map->len - 1] = known;
}

static void
note_all(struct town_map *map)
{
	for (size_t i = 0; i < map->extract.nodes_len; i++)
		note(map, &map->extract.nodes[i].object);
	for (size_t i = 0; i < map->extract.ways_len; i++)
		note(map, &map->extract.ways[i].object);
	for (size_t i = 0; i < map->extract.relations_len; i++)
		note(map, &map->extract.relations[i].object);
}

static bool
open_map(struct town_map *map, size_t file)
{
	const char *data = getenv("QUARTIER_SHARED_DATA");
	struct buf bytes = { 0 };
	char path[512];

	*map = (struct town_map){ .arena = arena_new(),
		                  .scratch = arena_new(),
		                  .diag = diag_new(),
		                  .country = str(countries[file]) };
	snprintf(path, sizeof path, "%s/osm/%s", data ? data : "../shared/data", files[file]);
	if (file_read(&bytes, path, map->diag) < 0) {
		print_message("skipped: %s is not there\n", path);
		arena_free(map->arena);
		arena_free(map->scratch);
		diag_free(map->diag);
		return false;
	}
	assert_int_equal(
		extract_read(&map->extract, buf_str(&bytes), path, (uint64_t)1 << 28, map->diag),
		0);
	buf_release(&bytes);
	map->addresses = addresses_new(&map->extract, map->country);
	note_all(map);
	return true;
}

static void
close_map(struct town_map *map)
{
	addresses_free(map->addresses);
	extract_free(&map->extract);
	arena_free(map->arena);
	arena_free(map->scratch);
	diag_free(map->diag);
}

static double
metres(struct location a, struct location b)
{
	double north = (a.latitude - b.latitude) * 111195;
	double east = (a.longitude - b.longitude) * 111195 * cos(a.latitude * M_PI / 180);

	return sqrt(north * north + east * east);
}

/* ---- spellings ---- */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Letters of Latin-1 that have another case are 0x20 apart in UTF-8, too. */
static struct str
in_case(struct arena *arena, struct str text, bool upper)
{
	struct str made = arena_str(arena, text);
	char *p = (char *)(uintptr_t)made.ptr;

	for (size_t i = 0; i < made.len; i++) {
		unsigned char c = (unsigned char)p[i];
		bool accented = i > 0 && (unsigned char)p[i - 1] == 0xc3 && c != 0x9f && c != 0xbf;

		if (upper && ((c >= 'a' && c <= 'z') || (accented && c >= 0xa0)))
			p[i] = (char)(c - 0x20);
		if (!upper && ((c >= 'A' && c <= 'Z') || (accented && c < 0xa0)))
			p[i] = (char)(c + 0x20);
	}
	return made;
}

static struct str
bare(struct arena *arena, struct str text)
{
	static const struct exchange accents[] = {
		{ "à", "a" }, { "â", "a" }, { "ä", "a" },  { "ç", "c" }, { "é", "e" }, { "è", "e" },
		{ "ê", "e" }, { "ë", "e" }, { "î", "i" },  { "ï", "i" }, { "ô", "o" }, { "ö", "o" },
		{ "û", "u" }, { "ü", "u" }, { "ù", "u" },  { "É", "E" }, { "È", "E" }, { "Ä", "A" },
		{ "Ö", "O" }, { "Ü", "U" }, { "ß", "ss" }, { "À", "A" },
	};

	return exchange(arena, text, accents, countof(accents));
}

static struct str
shortened(struct arena *arena, struct str text)
{
	static const struct exchange words[] = {
		{ "Rue ", "R. " },          { "Avenue ", "Av. " },       { "Boulevard ", "Bd " },
		{ "Place ", "Pl. " },       { "Chemin ", "Chem. " },     { "Impasse ", "Imp. " },
		{ "Allée ", "All. " },      { "Route ", "Rte " },        { "Quai ", "Q. " },
		{ "Square ", "Sq. " },      { "Saint-", "St-" },         { "Sainte-", "Ste-" },
		{ "Sankt ", "St. " },       { "strasse", "str." },       { "Strasse", "Str." },
		{ "straße", "str." },       { "Doktor ", "Dr. " },       { "Église", "Égl." },
		{ "Escalier ", "Escal. " }, { "Princesse ", "Princ. " }, { "Colonel ", "Col. " },
	};

	return exchange(arena, text, words, countof(words));
}

static struct str
hyphened(struct arena *arena, struct str text)
{
	static const struct exchange marks[] = { { " ", "-" } };

	return exchange(arena, text, marks, countof(marks));
}

static struct str
spaced(struct arena *arena, struct str text)
{
	static const struct exchange marks[] = { { "-", " " }, { "'", "’" } };

	return exchange(arena, text, marks, countof(marks));
}

static struct str
german(struct arena *arena, struct str text)
{
	static const struct exchange letters[] = { { "ä", "ae" },          { "ö", "oe" },
		                                   { "ü", "ue" },          { "Ä", "Ae" },
		                                   { "Ö", "Oe" },          { "Ü", "Ue" },
		                                   { "strasse", "straße" } };

	return exchange(arena, text, letters, countof(letters));
}

/* "12a" as "12 A", "66 bis" as "66bis". */
static struct str
reglued(struct arena *arena, struct str number)
{
	size_t end = 0;

	while (end < number.len && is_digit(number.ptr[end]))
		end++;
	if (end == number.len || !is_digit(number.ptr[0]))
		return number;
	if (number.ptr[end] == ' ')
		return arena_printf(arena, "%.*s%.*s", (int)end, number.ptr,
		                    (int)(number.len - end - 1), number.ptr + end + 1);
	if (strchr("-;,", number.ptr[end]))
		return number;
	return arena_printf(arena, "%.*s %.*s", (int)end, number.ptr,
	                    STR_ARG(in_case(arena, str_sub(number, end, number.len), true)));
}

enum spelling {
	AS_MAPPED,
	NUMBER_FIRST,
	COMMA,
	FIRST_COMMA,
	UPPER,
	LOWER,
	BARE,
	SHORT,
	NUMBER_WORD,
	WITH_TOWN,
	TOWN_WITHOUT_COMMA,
	REGLUED,
	HYPHENS,
	SPACES,
	GERMAN,
	BOX,
	SPELLINGS
};

static const char *const spellings[] = {
	"as in the map",      "number first",       "comma before number", "number first, comma",
	"upper case",         "lower case",         "without accents",     "abbreviated",
	"n° before number",   "town in the line",   "town, no comma",      "letter apart or glued",
	"hyphens for spaces", "spaces for hyphens", "ae for ä, ß for ss",  "with a box",
};

static struct str
spell(struct arena *arena, const struct known *known, enum spelling spelling)
{
	struct str street = known->street, number = known->number;
	const char *form = "%.*s %.*s";
	bool first = false;

	switch (spelling) {
	case NUMBER_FIRST: first = true; break;
	case COMMA: form = "%.*s, %.*s"; break;
	case FIRST_COMMA:
		form = "%.*s, %.*s";
		first = true;
		break;
	case UPPER:
		street = in_case(arena, street, true);
		number = in_case(arena, number, true);
		break;
	case LOWER:
		street = in_case(arena, street, false);
		number = in_case(arena, number, false);
		break;
	case BARE: street = bare(arena, street); break;
	case SHORT: street = shortened(arena, street); break;
	case NUMBER_WORD: form = "%.*s n° %.*s"; break;
	case WITH_TOWN:
	case TOWN_WITHOUT_COMMA:
		if (known->city.len && known->postcode.len)
			number = arena_printf(arena, "%.*s%s %.*s %.*s", STR_ARG(number),
			                      spelling == WITH_TOWN ? "," : "",
			                      STR_ARG(known->postcode), STR_ARG(known->city));
		break;
	case REGLUED: number = reglued(arena, number); break;
	case HYPHENS: street = hyphened(arena, street); break;
	case SPACES: street = spaced(arena, street); break;
	case GERMAN: street = german(arena, street); break;
	case BOX: form = "%.*s %.*s bte 3"; break;
	case AS_MAPPED:
	case SPELLINGS: break;
	}
	return first ? arena_printf(arena, form, STR_ARG(number), STR_ARG(street))
	             : arena_printf(arena, form, STR_ARG(street), STR_ARG(number));
}

/* ---- every address, in every spelling ---- */

/* What the map says once, it keeps once: the same text is at the same place. */
static bool
is_same(struct str a, struct str b)
{
	return a.ptr == b.ptr && a.len == b.len;
}

static bool
is_one_address(const struct known *a, const struct known *b)
{
	return str_eq(a->folded, b->folded) && is_same(a->number, b->number) &&
	       (!a->city.len || !b->city.len || is_same(a->city, b->city)) &&
	       (!a->postcode.len || !b->postcode.len || is_same(a->postcode, b->postcode));
}

static bool
is_found(const struct town_map *map, const struct known *known, const struct address_result *result)
{
	if (result->found != ADDRESS_HOUSE)
		return false;
	if (metres(known->at, result->at) <= 5)
		return true;
	for (size_t i = 0; i < map->len; i++)
		if (is_one_address(known, &map->known[i]) &&
		    metres(map->known[i].at, result->at) <= 5)
			return true;
	return false;
}

static size_t
count_found(struct town_map *map, enum spelling spelling)
{
	size_t found = 0;
	int shown = 0;

	for (size_t i = 0; i < map->len; i++) {
		const struct known *known = &map->known[i];
		bool within = (spelling == WITH_TOWN || spelling == TOWN_WITHOUT_COMMA) &&
		              known->city.len && known->postcode.len;
		struct address_query query = {
			.street = spell(map->scratch, known, spelling),
			.postcode = within ? (struct str){ 0 } : known->postcode,
			.city = within ? (struct str){ 0 } : known->city,
			.country = map->country,
		};
		struct address_result result = addresses_find(map->addresses, map->scratch, &query);

		if (is_found(map, known, &result))
			found++;
		else if (getenv("SHOW_MISSED") && shown++ < 12)
			print_message("    missed: %.*s (%.*s %.*s): %d\n", STR_ARG(query.street),
			              STR_ARG(known->postcode), STR_ARG(known->city), result.found);
		arena_reset(map->scratch);
	}
	return found;
}

static void
every_address_is_found_in_every_spelling(void **state)
{
	size_t all = 0, found[SPELLINGS] = { 0 };

	(void)state;
	for (size_t f = 0; f < countof(files); f++) {
		struct town_map map;

		if (!open_map(&map, f))
			skip();
		for (int s = 0; s < SPELLINGS; s++) {
			size_t count = count_found(&map, (enum spelling)s);

			found[s] += count;
			if (count < map.len)
				print_message("%s, %s: %zu of %zu\n", files[f], spellings[s], count,
				              map.len);
		}
		all += map.len;
		close_map(&map);
	}
	for (int s = 0; s < SPELLINGS; s++)
		print_message("%-22s %6.2f %%\n", spellings[s],
		              100 * (double)found[s] / (double)all);
	for (int s = 0; s < SPELLINGS; s++)
		assert_true((double)found[s] >= 0.99 * (double)all);
}

/* ---- addresses that do not exist ---- */

/* Whether the map has a number in a street, alone or in a list or a range, in that town or in none. */
static bool
exists(const struct town_map *map, const struct known *in, unsigned number)
{
	for (size_t i = 0; i < map->len; i++) {
		const struct known *known = &map->known[i];
		unsigned low = 0, high = 0, value = 0;

		if (!str_eq(known->alike, in->alike) ||
		    (known->city.len && known->postcode.len && in->city.len && in->postcode.len &&
		     !is_same(known->city, in->city) && !is_same(known->postcode, in->postcode)))
			continue;
		for (size_t k = 0; k <= known->number.len; k++) {
			if (k < known->number.len && is_digit(known->number.ptr[k])) {
				value = value * 10 + (unsigned)(known->number.ptr[k] - '0');
				continue;
			}
			low = value && (!low || value < low) ? value : low;
			high = value > high ? value : high;
			value = 0;
		}
		if (number >= low && number <= high)
			return true;
	}
	return false;
}

static enum address_found
ask(struct town_map *map, struct str street, unsigned number, const struct known *town)
{
	struct address_query query = {
		.street = arena_printf(map->scratch, "%.*s %u", STR_ARG(street), number),
		.postcode = town->postcode,
		.city = town->city,
		.country = map->country,
	};
	enum address_found found = addresses_find(map->addresses, map->scratch, &query).found;

	arena_reset(map->scratch);
	return found;
}

static bool
is_first_of_street(const struct town_map *map, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (is_same(map->known[k].street, map->known[i].street) &&
		    is_same(map->known[k].city, map->known[i].city))
			return false;
	return true;
}

static void
a_number_that_does_not_exist_is_no_house(void **state)
{
	size_t asked = 0, by_kind[ADDRESS_HOUSE + 1] = { 0 };

	(void)state;
	for (size_t f = 0; f < countof(files); f++) {
		struct town_map map;

		if (!open_map(&map, f))
			skip();
		for (size_t i = 0; i < map.len; i++) {
			const struct known *known = &map.known[i];

			if (!is_first_of_street(&map, i))
				continue;
			for (unsigned number = 1; number < 140; number++) {
				enum address_found found;

				if (exists(&map, known, number))
					continue;
				found = ask(&map, known->street, number, known);
				if (found == ADDRESS_HOUSE)
					print_message("%.*s %u (%.*s)\n", STR_ARG(known->street),
					              number, STR_ARG(known->city));
				by_kind[found]++;
				asked++;
			}
			assert_int_not_equal(ask(&map, known->street, 9871, known), ADDRESS_HOUSE);
		}
		close_map(&map);
	}
	print_message("%zu numbers that do not exist: %zu not found, %zu ambiguous, %zu street, "
	              "%zu interpolated, %zu house\n",
	              asked, by_kind[ADDRESS_NONE], by_kind[ADDRESS_AMBIGUOUS],
	              by_kind[ADDRESS_STREET], by_kind[ADDRESS_INTERPOLATED],
	              by_kind[ADDRESS_HOUSE]);
	assert_int_equal(by_kind[ADDRESS_HOUSE], 0);
}

/* Beyond recognition: every vowel another, and the end cut off. */
static struct str
misspelt(struct arena *arena, struct str street)
{
	static const struct exchange letters[] = { { "a", "o" }, { "e", "u" }, { "i", "a" },
		                                   { "o", "i" }, { "u", "e" }, { "r", "m" },
		                                   { "s", "k" }, { "t", "v" } };

	return exchange(arena, street, letters, countof(letters));
}

static void
a_street_misspelt_beyond_recognition_is_not_found(void **state)
{
	size_t asked = 0, wrong = 0;

	(void)state;
	for (size_t f = 0; f < countof(files); f++) {
		struct town_map map;

		if (!open_map(&map, f))
			skip();
		for (size_t i = 0; i < map.len; i++) {
			const struct known *known = &map.known[i];
			struct str street = misspelt(map.arena, known->street);
			unsigned number = (unsigned)atoi(known->number.ptr);

			if (str_eq(street, known->street))
				continue;
			wrong += ask(&map, street, number, known) != ADDRESS_NONE;
			asked++;
		}
		close_map(&map);
	}
	print_message("%zu misspelt streets: %zu found\n", asked, wrong);
	assert_int_equal(wrong, 0);
}

/* ---- speed ---- */

static double
seconds(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void
ten_thousand_questions_are_answered_quickly(void **state)
{
	struct town_map map;
	struct arena *arena = arena_new();
	double begin;

	(void)state;
	if (!open_map(&map, countof(files) - 1)) {
		arena_free(arena);
		skip();
	}
	begin = seconds(CLOCK_THREAD_CPUTIME_ID);
	addresses_free(addresses_new(&map.extract, map.country));
	print_message("index of %zu houses: %.1f ms\n", addresses_houses(map.addresses),
	              (seconds(CLOCK_THREAD_CPUTIME_ID) - begin) * 1e3);
	for (int kind = 0; kind < 3; kind++) {
		static const char *const kinds[] = { "%.*s %.*s", "%.*s 9%.*s9", "Xy%.*sz %.*s" };

		begin = seconds(CLOCK_THREAD_CPUTIME_ID);
		for (size_t i = 0; i < 10000; i++) {
			const struct known *known = &map.known[i % map.len];
			struct address_query query = {
				.street = arena_printf(arena, kinds[kind], STR_ARG(known->street),
				                       STR_ARG(known->number)),
				.postcode = known->postcode,
				.city = known->city,
				.country = map.country
			};

			addresses_find(map.addresses, arena, &query);
			arena_reset(arena);
		}
		print_message("10,000 questions (%s): %.1f ms\n", kinds[kind],
		              (seconds(CLOCK_THREAD_CPUTIME_ID) - begin) * 1e3);
	}
	close_map(&map);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_address_is_found_in_every_spelling),
		cmocka_unit_test(a_number_that_does_not_exist_is_no_house),
		cmocka_unit_test(a_street_misspelt_beyond_recognition_is_not_found),
		cmocka_unit_test(ten_thousand_questions_are_answered_quickly),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
