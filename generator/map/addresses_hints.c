#include "map/addresses_find.h"

#include "base/arena.h"

/* A house that may be meant. */
struct neighbour {
	const struct house *house;
	uint32_t gap; /* between the numbers; twice that on the other side of the street */
};

static bool
is_there(const struct address_result *result, struct str hint)
{
	for (size_t i = 0; i < result->hints_len; i++)
		if (str_eq(result->hints[i], hint))
			return true;
	return false;
}

static void
add_hint(struct address_result *result, struct str hint)
{
	if (result->hints_len < ADDRESS_HINTS && !is_there(result, hint))
		result->hints[result->hints_len++] = hint;
}

/* "Rue du Commerce 14" */
static struct str
write_house(const struct finding *finding, struct arena *arena, const struct house *house)
{
	struct str name = finding->addresses->names.items[house->name].shown;

	return arena_printf(arena, "%.*s %.*s", STR_ARG(name), STR_ARG(house->number));
}

/* Keeps the nearest ones, the nearest first; of equals the one found first. */
static size_t
keep(struct neighbour *nearest, size_t len, const struct neighbour *neighbour, size_t most)
{
	size_t at = len < most ? len : most;

	while (at > 0 && nearest[at - 1].gap > neighbour->gap)
		at--;
	if (at == most)
		return len;
	if (len < most)
		len++;
	for (size_t i = len - 1; i > at; i--)
		nearest[i] = nearest[i - 1];
	nearest[at] = *neighbour;
	return len;
}

/* The houses of the street that are nearest by number; `conflicting`: those of other towns. */
static size_t
find_nearest(const struct finding *finding, bool conflicting, struct neighbour *nearest,
             size_t most)
{
	const struct addresses *addresses = finding->addresses;
	uint32_t value = finding->numbers->items[0].value;
	size_t len = 0;

	for (size_t n = 0; n < finding->names_len; n++) {
		const struct street_name *name = &addresses->names.items[finding->names[n]];

		for (uint32_t i = name->rows; i < name->rows + name->rows_len; i++) {
			const struct house_row *row = &addresses->rows[i];
			uint32_t number = row->number.value;
			uint32_t gap = number > value ? number - value : value - number;
			struct neighbour neighbour = { &addresses->houses[row->house], gap };
			bool again = false;

			if ((finding_town(finding, row) == TOWN_CONFLICT) != conflicting)
				continue;
			if (gap & 1)
				neighbour.gap = 2 * gap;
			for (size_t k = 0; k < len; k++)
				again = again ||
				        (nearest[k].house->name == neighbour.house->name &&
				         nearest[k].house->town == neighbour.house->town &&
				         str_eq(nearest[k].house->number, neighbour.house->number));
			if (!again)
				len = keep(nearest, len, &neighbour, most);
		}
	}
	return len;
}

void
hint_numbers(const struct finding *finding, struct arena *arena, struct address_result *out)
{
	struct neighbour nearest[ADDRESS_HINTS];
	size_t len;

	if (finding->numbers->len == 0)
		return;
	len = find_nearest(finding, false, nearest, ADDRESS_HINTS);
	for (size_t i = 0; i < len; i++)
		add_hint(out, write_house(finding, arena, nearest[i].house));
}

static void
add_with_town(const struct finding *finding, struct arena *arena, struct str what, uint32_t town,
              struct address_result *out)
{
	struct str shown = finding->addresses->towns[town].shown;

	add_hint(out, shown.len ? arena_printf(arena, "%.*s, %.*s", STR_ARG(what), STR_ARG(shown))
	                        : what);
}

void
hint_towns(const struct finding *finding, struct arena *arena, struct address_result *out)
{
	const struct addresses *addresses = finding->addresses;
	struct neighbour nearest[CANDIDATES_MOST];
	bool elsewhere = out->found != ADDRESS_AMBIGUOUS;
	size_t len = 0;

	if (finding->numbers->len)
		len = find_nearest(finding, elsewhere, nearest, CANDIDATES_MOST);
	for (size_t i = 0; i < len; i++)
		if (nearest[i].gap == 0 || elsewhere)
			add_with_town(finding, arena, write_house(finding, arena, nearest[i].house),
			              nearest[i].house->town, out);
	for (size_t n = 0; n < finding->names_len; n++) {
		const struct street_name *name = &addresses->names.items[finding->names[n]];

		for (uint32_t i = name->lines; i < name->lines + name->lines_len; i++)
			add_with_town(finding, arena, name->shown, addresses->lines[i].town, out);
	}
}

void
hint_streets(const struct addresses *addresses, struct arena *arena, struct str name,
             struct str country, struct address_result *out)
{
	uint32_t near[ADDRESS_HINTS];
	size_t len = names_near(&addresses->names, arena, name, country, near, ADDRESS_HINTS);

	for (size_t i = 0; i < len; i++)
		add_hint(out, addresses->names.items[near[i]].shown);
}
