#include "map/addresses_private.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "card/street.h"

#include <stdlib.h>
#include <string.h>

/* A house that does not say its town is in that of a neighbour; a street's other end is elsewhere. NEIGHBOURS_MOST
 * bounds the search where thousands of houses lie on one latitude. */
enum { NEAR_METRES = 400, ONE_TOWN_METRES = 1500, NEIGHBOURS_MOST = 4000 };

/* "B-7370" and "F 7370" are 7370, "1234 AB" is "1234ab". */
static struct str
fold_postcode(struct arena *arena, struct str text)
{
	struct str folded = utf8_fold(arena, text), word, made = arena_str(arena, folded);
	char *out = (char *)(uintptr_t)made.ptr; /* just copied: ours to change */
	bool digit = false;

	made.len = 0;
	while (str_split(&folded, ' ', &word))
		for (size_t i = 0; i < word.len; i++) {
			digit = digit || (word.ptr[i] >= '0' && word.ptr[i] <= '9');
			if (digit)
				out[made.len++] = word.ptr[i];
		}
	return made;
}

static uint32_t
town_number(struct addresses *addresses, struct arena *scratch, struct str postcode, uint32_t city)
{
	struct str key = arena_printf(scratch, "%.*s %u", STR_ARG(postcode), city);
	uint32_t number;
	const struct street_name *name = city == NO_CITY ? NULL : &addresses->cities.items[city];
	struct town *town;

	if (number_get(&addresses->town_numbers, key, &number))
		return number;
	addresses->towns = arena_push(addresses->arena, addresses->towns, &addresses->towns_len,
	                              sizeof *addresses->towns);
	town = &addresses->towns[addresses->towns_len - 1];
	town->postcode = arena_str(addresses->arena, postcode);
	town->city = city;
	town->shown = arena_printf(addresses->arena, "%.*s%s%.*s", STR_ARG(postcode),
	                           postcode.len && name ? " " : "",
	                           (int)(name ? name->shown.len : 0), name ? name->shown.ptr : "");
	number = (uint32_t)addresses->towns_len - 1;
	number_put(&addresses->town_numbers, addresses->arena, arena_str(addresses->arena, key),
	           number);
	return number;
}

static void
collect_cities(struct names *cities, const struct osm_object *object)
{
	uint32_t name;

	names_of_object(cities, object, "addr:city", false, &name);
	if (osm_tag(object, "place").len || osm_is(object, "boundary", "administrative"))
		names_of_object(cities, object, "name", true, &name);
}

void
towns_collect(struct addresses *addresses)
{
	const struct extract *extract = addresses->extract;
	struct names *cities = &addresses->cities;

	for (size_t i = 0; i < extract->nodes_len; i++)
		collect_cities(cities, &extract->nodes[i].object);
	for (size_t i = 0; i < extract->ways_len; i++)
		collect_cities(cities, &extract->ways[i].object);
	for (size_t i = 0; i < extract->relations_len; i++)
		collect_cities(cities, &extract->relations[i].object);
	names_finish(cities);
	town_number(addresses, addresses->arena, (struct str){ 0 }, NO_CITY);
}

static struct str
tag_of_either(const struct osm_object *object, const struct osm_object *other, const char *key)
{
	struct str value = osm_tag(object, key);

	return value.len || !other ? value : osm_tag(other, key);
}

uint32_t
town_of_object(struct addresses *addresses, struct arena *scratch, const struct osm_object *object,
               const struct osm_object *other)
{
	struct str postcode = tag_of_either(object, other, "addr:postcode");
	struct str city = str_trim(tag_of_either(object, other, "addr:city"));
	uint32_t number = NO_CITY;

	if (postcode.len)
		postcode = fold_postcode(scratch, postcode);
	number_get(&addresses->cities.written, city, &number);
	return town_number(addresses, scratch, postcode, number);
}

/* ---- towns of those that do not say it ---- */

static bool
says_town(const struct addresses *addresses, uint32_t town)
{
	return addresses->towns[town].city != NO_CITY || addresses->towns[town].postcode.len;
}

struct by_latitude {
	int32_t latitude;
	uint32_t house;
};

static int
compare_latitudes(const void *left, const void *right)
{
	const struct by_latitude *a = left, *b = right;

	if (a->latitude != b->latitude)
		return a->latitude < b->latitude ? -1 : 1;
	return (a->house > b->house) - (a->house < b->house);
}

static void
sort_by_latitude(struct addresses *addresses, struct arena *scratch)
{
	struct by_latitude *all = arena_array(scratch, addresses->houses_len, sizeof *all);
	size_t len = 0;

	for (size_t i = 0; i < addresses->houses_len; i++)
		if (says_town(addresses, addresses->houses[i].town))
			all[len++] =
				(struct by_latitude){ addresses->houses[i].at.lat, (uint32_t)i };
	if (len > 1)
		qsort(all, len, sizeof *all, compare_latitudes);
	addresses->by_latitude = arena_array(addresses->arena, len, sizeof *addresses->by_latitude);
	for (size_t i = 0; i < len; i++)
		addresses->by_latitude[i] = all[i].house;
	addresses->by_latitude_len = len;
}

/* What is looked for round a place. */
struct search {
	const struct addresses *addresses;
	struct osm_point at;
	const struct town *like; /* what it must not contradict; NULL: any town will do */
	uint32_t town;
	double metres; /* of the nearest so far, or the most */
};

/* Whether a town says what `like` does not, and nothing else than it. */
static bool
completes(const struct town *town, const struct town *like)
{
	if (like->city != NO_CITY && town->city != NO_CITY && like->city != town->city)
		return false;
	if (like->postcode.len && town->postcode.len && !str_eq(like->postcode, town->postcode))
		return false;
	return (like->city == NO_CITY && town->city != NO_CITY) ||
	       (!like->postcode.len && town->postcode.len);
}

/* False: too far north or south, as all that follow. */
static bool
look_at(struct search *search, uint32_t number)
{
	const struct house *house = &search->addresses->houses[number];
	struct osm_point level = { house->at.lat, search->at.lon };
	double metres;

	if (ground_metres(level, search->at) > search->metres)
		return false;
	if (search->like && !completes(&search->addresses->towns[house->town], search->like))
		return true;
	metres = ground_metres(house->at, search->at);
	if (metres < search->metres) {
		search->metres = metres;
		search->town = house->town;
	}
	return true;
}

static void
search_round(struct search *search)
{
	const struct addresses *addresses = search->addresses;
	size_t from = 0, to = addresses->by_latitude_len, at;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (addresses->houses[addresses->by_latitude[middle]].at.lat < search->at.lat)
			from = middle + 1;
		else
			to = middle;
	}
	for (at = from; at < addresses->by_latitude_len && at < from + NEIGHBOURS_MOST; at++)
		if (!look_at(search, addresses->by_latitude[at]))
			break;
	for (at = from; at > 0 && at + NEIGHBOURS_MOST > from; at--)
		if (!look_at(search, addresses->by_latitude[at - 1]))
			break;
}

uint32_t
town_near(const struct addresses *addresses, struct osm_point at)
{
	struct search search = { addresses, at, NULL, TOWN_UNKNOWN, NEAR_METRES };

	search_round(&search);
	return search.town;
}

void
towns_fill(struct addresses *addresses, struct arena *scratch)
{
	uint32_t *filled = arena_array(scratch, addresses->houses_len, sizeof *filled);

	sort_by_latitude(addresses, scratch);
	for (size_t i = 0; i < addresses->houses_len; i++) {
		const struct house *house = &addresses->houses[i];
		struct town town = addresses->towns[house->town];
		struct search search = { addresses, house->at, &town, TOWN_UNKNOWN, NEAR_METRES };

		filled[i] = house->town;
		if (town.city != NO_CITY && town.postcode.len)
			continue;
		search_round(&search);
		if (town.city == NO_CITY)
			town.city = addresses->towns[search.town].city;
		if (!town.postcode.len)
			town.postcode = addresses->towns[search.town].postcode;
		filled[i] = town_number(addresses, scratch, town.postcode, town.city);
	}
	/* Only now: neighbours tell what the map says, not what was guessed for them. */
	for (size_t i = 0; i < addresses->houses_len; i++)
		addresses->houses[i].town = filled[i];
}

/* ---- a town that is sought ---- */

/* "Lille CEDEX 9": the postcode is of a post box office, the city may hold. */
static struct str
without_cedex(struct str city, bool *cedex)
{
	struct str rest = city, word;
	size_t len = 0;

	*cedex = false;
	while (!*cedex && str_split(&rest, ' ', &word)) {
		*cedex = str_is(word, "cedex");
		if (!*cedex)
			len = (size_t)(word.ptr - city.ptr) + word.len;
	}
	return *cedex ? str_sub(city, 0, len) : city;
}

void
town_seek(const struct addresses *addresses, struct arena *scratch, struct str postcode,
          struct str city, struct town_sought *out)
{
	bool cedex = false;

	*out = (struct town_sought){ .city = utf8_fold(scratch, city) };
	out->city = without_cedex(out->city, &cedex);
	if (cedex)
		city = out->city;
	else
		out->postcode = fold_postcode(scratch, postcode);
	out->cities_len = names_find(&addresses->cities, scratch, city, addresses->country,
	                             out->cities, CITIES_MOST);
}

static int
compare_postcodes(struct str a, struct str b)
{
	size_t len = a.len < b.len ? a.len : b.len;

	if (len == 0)
		return 0;
	/* The Dutch leave the letters out. */
	return memcmp(a.ptr, b.ptr, len) == 0 && (len == 4 || a.len == b.len) ? 1 : -1;
}

static bool
is_also(const struct names *names, uint32_t a, uint32_t b)
{
	const struct street_name *name = &names->items[a];

	for (uint32_t i = 0; i < name->others_len; i++)
		if (names->others[name->others + i].other == b)
			return true;
	return a == b;
}

/* Whether one is the beginning or the end of the other: Habay, Habay-la-Neuve. */
static bool
is_part(struct str part, struct str whole)
{
	if (part.len == 0 || part.len >= whole.len)
		return false;
	return (memcmp(whole.ptr, part.ptr, part.len) == 0 && whole.ptr[part.len] == ' ') ||
	       (memcmp(whole.ptr + whole.len - part.len, part.ptr, part.len) == 0 &&
	        whole.ptr[whole.len - part.len - 1] == ' ');
}

static int
compare_cities(const struct addresses *addresses, uint32_t city, const struct town_sought *sought)
{
	struct str key;

	if (city == NO_CITY || sought->city.len == 0)
		return 0;
	for (size_t i = 0; i < sought->cities_len; i++)
		if (is_also(&addresses->cities, city, sought->cities[i]))
			return 1;
	key = addresses->cities.items[city].key;
	return is_part(key, sought->city) || is_part(sought->city, key) ? 0 : -1;
}

/* Whether a house of the extract is in a city of that name, or of one that is much like it. */
static bool
is_anybodys_city(const struct addresses *addresses, const struct town_sought *sought)
{
	for (size_t i = 0; i < addresses->towns_len; i++)
		if (addresses->towns[i].city != NO_CITY &&
		    compare_cities(addresses, addresses->towns[i].city, sought) >= 0)
			return true;
	return false;
}

enum town_match
town_matches(const struct addresses *addresses, uint32_t number, const struct town_sought *sought)
{
	const struct town *town = &addresses->towns[number];
	int postcode = compare_postcodes(town->postcode, sought->postcode);
	int city = compare_cities(addresses, town->city, sought);

	if (postcode < 0)
		return TOWN_CONFLICT;
	/* A municipality's name where the map has the village's, unless it knows the other village, too. */
	if (city < 0)
		return postcode > 0 && !is_anybodys_city(addresses, sought) ? TOWN_NEARLY
		                                                            : TOWN_CONFLICT;
	return postcode + city == 2 ? TOWN_SAME : postcode + city == 1 ? TOWN_PART : TOWN_OPEN;
}

bool
town_is_one(const struct addresses *addresses, uint32_t a, uint32_t b, double metres)
{
	const struct town *one = &addresses->towns[a], *other = &addresses->towns[b];

	if (one->city != NO_CITY && other->city != NO_CITY)
		return is_also(&addresses->cities, one->city, other->city);
	if (one->postcode.len && other->postcode.len)
		return str_eq(one->postcode, other->postcode);
	return metres < ONE_TOWN_METRES;
}

bool
town_is_known(const struct addresses *addresses, struct arena *scratch, struct str city)
{
	uint32_t found;

	return names_find(&addresses->cities, scratch, city, addresses->country, &found, 1) > 0;
}
