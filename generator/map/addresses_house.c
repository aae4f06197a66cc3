#include "map/addresses_find.h"

/* Objects of one address that are nearer to each other are one, whatever town the map says. */
enum { ONE_PLACE_METRES = 100 };

struct candidate {
	const struct house *house;
	enum town_match town;
	enum number_match number;
	size_t apart; /* numbers that are sought or known alone: "12" fits "12" better than "12-14" */
	size_t part;  /* of the numbers sought */
	bool besides; /* found by another of the street's names */
	bool other;   /* accented like another street than the one sought */
};

struct candidates {
	struct candidate items[CANDIDATES_MOST];
	size_t len;
};

static int
compare_numbers(long long a, long long b)
{
	return (a > b) - (a < b);
}

/* The better first: never undecided, so that the same one wins whatever the order. */
static int
compare_candidates(const struct candidate *a, const struct candidate *b)
{
	const long long order[][2] = {
		{ a->other, b->other },
		{ b->town, a->town },
		{ b->number, a->number },
		{ (long long)a->apart, (long long)b->apart },
		{ (long long)a->part, (long long)b->part },
		{ a->besides, b->besides },
		{ a->house->rank, b->house->rank },
		{ a->house->object->kind, b->house->object->kind },
		{ a->house->object->id, b->house->object->id },
	};

	for (size_t i = 0; i < countof(order); i++)
		if (order[i][0] != order[i][1])
			return compare_numbers(order[i][0], order[i][1]);
	return 0;
}

/* As good as each other but for who they are. */
static bool
is_equal(const struct candidate *a, const struct candidate *b)
{
	return a->other == b->other && a->town == b->town && a->number == b->number &&
	       a->part == b->part;
}

static void
add(struct candidates *candidates, const struct candidate *candidate)
{
	if (candidates->len < CANDIDATES_MOST)
		candidates->items[candidates->len++] = *candidate;
	else if (compare_candidates(candidate, &candidates->items[0]) < 0)
		candidates->items[0] = *candidate;
}

static size_t
count_apart(const struct house_numbers *sought, const struct house *house)
{
	struct house_numbers known;
	size_t both = 0, all;

	house_numbers_read(&known, house->number);
	all = known.len + sought->len;
	for (size_t i = 0; i < sought->len; i++)
		for (size_t j = 0; j < known.len; j++)
			both += house_number_match(&sought->items[i], &known.items[j]) >=
			        NUMBER_LOOSE;
	return 2 * both < all ? all - 2 * both : 0;
}

static struct str
street_written(const struct osm_object *object)
{
	struct str street = osm_tag(object, "addr:street");

	return street.len ? street : osm_tag(object, "addr:place");
}

static void
collect(const struct finding *finding, size_t name, size_t part, struct candidates *out)
{
	const struct house_number *sought = &finding->numbers->items[part];
	const struct house_row *rows;
	size_t len = finding_rows(finding, finding->names[name], sought->value, &rows);

	for (size_t i = 0; i < len; i++) {
		struct candidate candidate = {
			.house = &finding->addresses->houses[rows[i].house],
			.town = finding_town(finding, &rows[i]),
			.number = house_number_match(sought, &rows[i].number),
			.part = part,
			.besides = name > 0,
		};

		if (candidate.town == TOWN_CONFLICT || candidate.number < NUMBER_LOOSE)
			continue;
		candidate.apart = count_apart(finding->numbers, candidate.house);
		candidate.other = names_differ(&finding->addresses->names, finding->scratch,
		                               candidate.house->name, finding->written,
		                               street_written(candidate.house->object));
		add(out, &candidate);
	}
}

bool
find_house(const struct finding *finding, struct finding_result *out)
{
	struct candidates candidates = { .len = 0 };
	const struct candidate *best = &candidates.items[0];

	for (size_t name = 0; name < finding->names_len; name++)
		for (size_t part = 0; part < finding->numbers->len; part++)
			collect(finding, name, part, &candidates);
	if (candidates.len == 0)
		return false;
	for (size_t i = 1; i < candidates.len; i++)
		if (compare_candidates(&candidates.items[i], best) < 0)
			best = &candidates.items[i];
	/* Of a street that may be another the place is likely, not sure. */
	*out = (struct finding_result){ best->other ? ADDRESS_INTERPOLATED : ADDRESS_HOUSE,
		                        best->house->at };
	for (size_t i = 0; i < candidates.len; i++) {
		const struct candidate *other = &candidates.items[i];
		double metres = ground_metres(best->house->at, other->house->at);

		if (is_equal(best, other) && metres > ONE_PLACE_METRES &&
		    !town_is_one(finding->addresses, best->house->town, other->house->town, metres))
			out->found = ADDRESS_AMBIGUOUS;
	}
	return true;
}
