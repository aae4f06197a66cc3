#include "map/addresses.h"

#include "base/arena.h"
#include "map/addresses_find.h"

#include <stdlib.h>

/* ---- building ---- */

static int
compare_rows(const void *left, const void *right)
{
	const struct house_row *a = left, *b = right;
	int order;

	if (a->name != b->name)
		return a->name < b->name ? -1 : 1;
	order = house_number_cmp(&a->number, &b->number);
	return order ? order : (a->house > b->house) - (a->house < b->house);
}

static int
compare_spans(const void *left, const void *right)
{
	const struct house_span *a = left, *b = right;

	if (a->name != b->name)
		return a->name < b->name ? -1 : 1;
	if (a->way->object.id != b->way->object.id)
		return a->way->object.id < b->way->object.id ? -1 : 1;
	return (a->from_node > b->from_node) - (a->from_node < b->from_node);
}

static void
sort_rows(struct addresses *addresses)
{
	struct names *names = &addresses->names;

	if (addresses->rows_len > 1)
		qsort(addresses->rows, addresses->rows_len, sizeof *addresses->rows, compare_rows);
	for (size_t i = addresses->rows_len; i-- > 0;) {
		struct street_name *name = &names->items[addresses->rows[i].name];

		name->rows = (uint32_t)i;
		name->rows_len++;
	}
	if (addresses->spans_len > 1)
		qsort(addresses->spans, addresses->spans_len, sizeof *addresses->spans,
		      compare_spans);
	for (size_t i = addresses->spans_len; i-- > 0;) {
		struct street_name *name = &names->items[addresses->spans[i].name];

		name->spans = (uint32_t)i;
		name->spans_len++;
	}
	/* They were collected by name. */
	for (size_t i = addresses->lines_len; i-- > 0;) {
		struct street_name *name = &names->items[addresses->lines[i].name];

		name->lines = (uint32_t)i;
		name->lines_len++;
	}
}

/* What grew in the scratch arena moves to where it stays. */
static void
keep(struct addresses *addresses)
{
	struct arena *arena = addresses->arena;

	addresses->houses = arena_copy(arena, addresses->houses,
	                               addresses->houses_len * sizeof *addresses->houses);
	addresses->rows =
		arena_copy(arena, addresses->rows, addresses->rows_len * sizeof *addresses->rows);
	addresses->lines = arena_copy(arena, addresses->lines,
	                              addresses->lines_len * sizeof *addresses->lines);
	addresses->spans = arena_copy(arena, addresses->spans,
	                              addresses->spans_len * sizeof *addresses->spans);
}

struct addresses *
addresses_new(const struct extract *extract, struct str country)
{
	struct arena *arena = arena_new(), *scratch = arena_new();
	struct addresses *addresses = arena_alloc(arena, sizeof *addresses);

	*addresses = (struct addresses){ .extract = extract,
		                         .arena = arena,
		                         .country = arena_str(arena, country) };
	addresses->names =
		(struct names){ .arena = arena, .scratch = scratch, .country = addresses->country };
	addresses->cities = addresses->names;
	towns_collect(addresses);
	houses_collect(addresses, scratch);
	lines_collect(addresses, scratch);
	towns_fill(addresses, scratch);
	for (size_t i = 0; i < addresses->lines_len; i++)
		addresses->lines[i].town = town_near(addresses, addresses->lines[i].at);
	names_finish(&addresses->names);
	keep(addresses);
	sort_rows(addresses);
	arena_free(scratch);
	return addresses;
}

void
addresses_free(struct addresses *addresses)
{
	if (addresses)
		arena_free(addresses->arena);
}

size_t
addresses_houses(const struct addresses *addresses)
{
	return addresses->houses_len;
}

size_t
addresses_streets(const struct addresses *addresses)
{
	size_t count = 0;

	for (size_t i = 0; i < addresses->names.len; i++) {
		const struct street_name *name = &addresses->names.items[i];

		count += name->rows_len + name->lines_len + name->spans_len > 0;
	}
	return count;
}

/* ---- finding ---- */

bool
finding_street(struct finding *finding, struct str name, struct str country)
{
	const struct names *names = &finding->addresses->names;

	size_t found =
		names_find(names, finding->scratch, name, country, finding->names, NAMES_MOST);

	finding->written = name;
	finding->names_len = found;
	for (size_t i = 0; i < found; i++) {
		const struct street_name *own = &names->items[finding->names[i]];

		for (uint32_t k = 0; k < own->others_len && finding->names_len < NAMES_MOST; k++) {
			uint32_t other = names->others[own->others + k].other;
			bool again = false;

			for (size_t j = 0; j < finding->names_len; j++)
				again = again || finding->names[j] == other;
			if (!again)
				finding->names[finding->names_len++] = other;
		}
	}
	return found > 0;
}

size_t
finding_rows(const struct finding *finding, uint32_t number, uint32_t value,
             const struct house_row **rows)
{
	const struct street_name *name = &finding->addresses->names.items[number];
	size_t from = name->rows, to = from + name->rows_len, end = to;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (finding->addresses->rows[middle].number.value < value)
			from = middle + 1;
		else
			to = middle;
	}
	*rows = finding->addresses->rows + from;
	for (to = from; to < end && finding->addresses->rows[to].number.value == value;)
		to++;
	return to - from;
}

enum town_match
finding_town(const struct finding *finding, const struct house_row *row)
{
	return town_matches(finding->addresses, finding->addresses->houses[row->house].town,
	                    &finding->town);
}

/* The town that the line itself names counts more than the card's. */
static void
seek_town(struct finding *finding, const struct address_query *query,
          const struct address_reading *reading)
{
	struct str postcode = query->postcode, city = query->city;

	if (reading->postcode.len)
		postcode = reading->postcode;
	else if (reading->city.len && !str_eq_ascii(reading->city, query->city))
		postcode = (struct str){ 0 };
	if (reading->postcode.len || reading->city.len)
		city = reading->city;
	town_seek(finding->addresses, finding->scratch, postcode, city, &finding->town);
}

static void
search(struct finding *finding, struct arena *arena, struct address_result *out)
{
	struct finding_result result = { .found = ADDRESS_NONE };

	if (!find_house(finding, &result) && !find_beside(finding, &result))
		find_street(finding, &result);
	out->found = result.found;
	if (result.found > ADDRESS_AMBIGUOUS)
		out->at = ground_location(result.at);
	if (result.found == ADDRESS_STREET || result.found == ADDRESS_INTERPOLATED)
		hint_numbers(finding, arena, out);
	else if (result.found != ADDRESS_HOUSE)
		hint_towns(finding, arena, out);
}

struct address_result
addresses_find(const struct addresses *addresses, struct arena *arena,
               const struct address_query *query)
{
	struct address_result best = { .found = ADDRESS_NONE };
	struct str country = query->country.len ? query->country : addresses->country;
	struct address_reading readings[READINGS_MOST];
	size_t len = address_read(addresses, arena, query, readings);

	for (size_t i = 0; i < len && best.found != ADDRESS_HOUSE; i++) {
		struct finding finding = { .addresses = addresses,
			                   .scratch = arena,
			                   .numbers = &readings[i].numbers };
		struct address_result result = { .found = ADDRESS_NONE };

		if (!finding_street(&finding, readings[i].name, country))
			continue;
		seek_town(&finding, query, &readings[i]);
		search(&finding, arena, &result);
		if (result.found > best.found ||
		    (result.found == best.found && best.hints_len == 0))
			best = result;
	}
	if (best.found == ADDRESS_NONE && best.hints_len == 0 && len > 0)
		hint_streets(addresses, arena, readings[0].name, country, &best);
	return best;
}
