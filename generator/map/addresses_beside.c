#include "map/addresses_find.h"

/* Two houses between which others may stand: that many numbers apart at most, on one side of the street, and as near
 * as houses of a village are. */
enum { GAP_MOST = 10, GAP_METRES = 200, A_NUMBER_METRES = 30, PAIRS_MOST = 12 };

/* ---- next door: 12 where the map has 12a ---- */

static bool
find_door(const struct finding *finding, struct finding_result *out)
{
	const struct house *best = NULL;
	enum town_match best_town = TOWN_CONFLICT;

	for (size_t name = 0; name < finding->names_len; name++) {
		const struct house_row *rows;
		size_t len = finding_rows(finding, finding->names[name],
		                          finding->numbers->items[0].value, &rows);

		for (size_t i = 0; i < len; i++) {
			enum town_match town = finding_town(finding, &rows[i]);

			if (town <= best_town)
				continue;
			best_town = town;
			best = &finding->addresses->houses[rows[i].house];
		}
	}
	if (best)
		*out = (struct finding_result){ ADDRESS_INTERPOLATED, best->at };
	return best != NULL;
}

/* ---- interpolation lines ---- */

/* How far between the ends of `span` a number is; negative: it is not there. */
static double
part_of(const struct house_span *span, const struct house_number *number)
{
	const struct house_number *from = &span->from, *to = &span->to;

	if (span->step == 0) {
		if (from->value != number->value || to->value != number->value ||
		    !number->suffix[0] || number->suffix[1] || from->suffix[1] || to->suffix[1] ||
		    number->suffix[0] <= from->suffix[0] || number->suffix[0] >= to->suffix[0])
			return -1;
		/* Before "a" comes the number alone. */
		return (double)(number->suffix[0] - (from->suffix[0] ? from->suffix[0] : 'a' - 1)) /
		       (double)(to->suffix[0] - (from->suffix[0] ? from->suffix[0] : 'a' - 1));
	}
	if (number->value <= from->value || number->value >= to->value ||
	    (number->value - from->value) % span->step != 0)
		return -1;
	return (double)(number->value - from->value) / (double)(to->value - from->value);
}

static struct osm_point
point_of(const struct extract *extract, const struct house_span *span, double part)
{
	bool back = span->from_node > span->to_node;
	uint32_t first = back ? span->to_node : span->from_node;
	uint32_t last = back ? span->from_node : span->to_node;
	double metres = ground_length(extract, span->way, first, last);

	return ground_along(extract, span->way, first, last, metres * (back ? 1 - part : part));
}

static bool
find_span(const struct finding *finding, struct finding_result *out)
{
	const struct addresses *addresses = finding->addresses;
	enum town_match best = TOWN_CONFLICT;

	for (size_t n = 0; n < finding->names_len; n++) {
		const struct street_name *name = &addresses->names.items[finding->names[n]];

		for (uint32_t i = name->spans; i < name->spans + name->spans_len; i++) {
			const struct house_span *span = &addresses->spans[i];
			double part = part_of(span, &finding->numbers->items[0]);
			enum town_match town = town_matches(addresses, span->town, &finding->town);

			if (part < 0 || town <= best)
				continue;
			best = town;
			*out = (struct finding_result){ ADDRESS_INTERPOLATED,
				                        point_of(addresses->extract, span, part) };
		}
	}
	return best != TOWN_CONFLICT;
}

/* ---- between neighbours ---- */

/* Houses with the next lower, or higher, number of the same side. */
struct side {
	const struct house_row *rows[PAIRS_MOST];
	size_t len;
};

static void
add_neighbours(const struct finding *finding, uint32_t name, uint32_t value, struct side *side)
{
	const struct house_row *rows;
	size_t len = finding_rows(finding, name, value, &rows);

	for (size_t i = 0; i < len && side->len < PAIRS_MOST; i++)
		if (finding_town(finding, &rows[i]) != TOWN_CONFLICT)
			side->rows[side->len++] = &rows[i];
}

/* A house of each side that may be neighbours. */
static bool
find_pair(const struct finding *finding, const struct side *lower, const struct side *higher,
          uint32_t value, struct finding_result *out)
{
	const struct house *houses = finding->addresses->houses;
	double nearest = GAP_METRES;
	bool found = false;

	for (size_t i = 0; i < lower->len; i++)
		for (size_t j = 0; j < higher->len; j++) {
			const struct house_row *a = lower->rows[i], *b = higher->rows[j];
			struct osm_point from = houses[a->house].at, to = houses[b->house].at;
			uint32_t gap = b->number.value - a->number.value;
			double metres = ground_metres(from, to);

			if (metres > nearest || metres > (double)(gap + 1) * A_NUMBER_METRES)
				continue;
			nearest = metres;
			found = true;
			*out = (struct finding_result){
				ADDRESS_INTERPOLATED,
				ground_between(from, to,
				               (double)(value - a->number.value) / (double)gap)
			};
		}
	return found;
}

static bool
find_between(const struct finding *finding, struct finding_result *out)
{
	uint32_t value = finding->numbers->items[0].value;

	for (size_t n = 0; n < finding->names_len; n++) {
		uint32_t name = finding->names[n];
		struct side lower = { .len = 0 }, higher = { .len = 0 };

		for (uint32_t step = 2; step < GAP_MOST && step < value && !lower.len; step += 2)
			add_neighbours(finding, name, value - step, &lower);
		for (uint32_t step = 2; step < GAP_MOST && !higher.len; step += 2)
			add_neighbours(finding, name, value + step, &higher);
		if (lower.len && higher.len &&
		    higher.rows[0]->number.value - lower.rows[0]->number.value <= GAP_MOST &&
		    find_pair(finding, &lower, &higher, value, out))
			return true;
	}
	return false;
}

bool
find_beside(const struct finding *finding, struct finding_result *out)
{
	if (finding->numbers->len == 0)
		return false;
	return find_span(finding, out) || find_door(finding, out) || find_between(finding, out);
}

/* ---- the street itself ---- */

/* Whether `line` may not be of the street that `best` is of. */
static bool
is_elsewhere(const struct addresses *addresses, const struct street_stretch *best,
             const struct street_stretch *line)
{
	double metres = ground_metres(best->at, line->at) - (best->metres + line->metres) / 2;

	return metres > 0 && !town_is_one(addresses, best->town, line->town, metres);
}

static const struct street_stretch *
best_line(const struct finding *finding, enum town_match *match, bool *ambiguous)
{
	const struct addresses *addresses = finding->addresses;
	const struct street_stretch *best = NULL;

	*match = TOWN_CONFLICT;
	for (int round = 0; round < 2; round++)
		for (size_t n = 0; n < finding->names_len; n++) {
			const struct street_name *name = &addresses->names.items[finding->names[n]];

			for (uint32_t i = name->lines; i < name->lines + name->lines_len; i++) {
				const struct street_stretch *line = &addresses->lines[i];
				enum town_match town =
					town_matches(addresses, line->town, &finding->town);

				if (round == 1) {
					*ambiguous =
						*ambiguous || (best && town == *match &&
					                       is_elsewhere(addresses, best, line));
				} else if (town > *match || (best && town == *match &&
				                             line->metres > best->metres)) {
					best = line;
					*match = town;
				}
			}
		}
	return best;
}

/* Of a street without a line, the house whose number is nearest to what is sought. */
static const struct house *
nearest_house(const struct finding *finding)
{
	uint32_t value = finding->numbers->len ? finding->numbers->items[0].value : 0, best_gap = 0;
	const struct addresses *addresses = finding->addresses;
	const struct house *best = NULL;
	enum town_match best_town = TOWN_CONFLICT;

	for (size_t n = 0; n < finding->names_len; n++) {
		const struct street_name *name = &addresses->names.items[finding->names[n]];

		for (uint32_t i = name->rows; i < name->rows + name->rows_len; i++) {
			const struct house_row *row = &addresses->rows[i];
			uint32_t number = row->number.value;
			uint32_t gap = number > value ? number - value : value - number;
			enum town_match town = finding_town(finding, row);

			if (town == TOWN_CONFLICT || town < best_town ||
			    (town == best_town && best && gap >= best_gap))
				continue;
			best = &addresses->houses[row->house];
			best_town = town;
			best_gap = gap;
		}
	}
	return best;
}

bool
find_street(const struct finding *finding, struct finding_result *out)
{
	bool ambiguous = false;
	enum town_match match;
	const struct street_stretch *line = best_line(finding, &match, &ambiguous);
	const struct house *house = line ? NULL : nearest_house(finding);

	if (!line && !house)
		return false;
	*out = (struct finding_result){ ambiguous ? ADDRESS_AMBIGUOUS : ADDRESS_STREET,
		                        line ? line->at : house->at };
	return true;
}
