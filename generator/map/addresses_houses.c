#include "map/addresses_private.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

/* A street that somebody else names for an object: its associatedStreet relation, or the interpolation line on which
 * it lies. */
struct naming {
	enum osm_kind kind;
	int64_t id;
	const struct osm_object *by; /* has the name, perhaps the town */
	bool relation;
};

struct collecting {
	struct addresses *addresses;
	struct arena *scratch;
	struct naming *namings; /* sorted by object; relations first */
	size_t namings_len;
};

static int
compare_namings(const void *left, const void *right)
{
	const struct naming *a = left, *b = right;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	if (a->relation != b->relation)
		return a->relation ? -1 : 1;
	return (a->by->id > b->by->id) - (a->by->id < b->by->id);
}

static void
add_naming(struct collecting *c, const struct naming *naming)
{
	c->namings = arena_push(c->scratch, c->namings, &c->namings_len, sizeof *c->namings);
	c->namings[c->namings_len - 1] = *naming;
}

static void
sort_namings(struct collecting *c)
{
	if (c->namings_len > 1)
		qsort(c->namings, c->namings_len, sizeof *c->namings, compare_namings);
}

static const struct osm_object *
find_naming(const struct collecting *c, const struct osm_object *object)
{
	size_t from = 0, to = c->namings_len;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		const struct naming *naming = &c->namings[middle];

		if (naming->kind < object->kind ||
		    (naming->kind == object->kind && naming->id < object->id))
			from = middle + 1;
		else
			to = middle;
	}
	if (from < c->namings_len && c->namings[from].kind == object->kind &&
	    c->namings[from].id == object->id)
		return c->namings[from].by;
	return NULL;
}

static bool
is_street_relation(const struct osm_object *object)
{
	return osm_is(object, "type", "associatedStreet") || osm_is(object, "type", "street");
}

static void
collect_relations(struct collecting *c)
{
	const struct extract *extract = c->addresses->extract;

	for (size_t i = 0; i < extract->relations_len; i++) {
		const struct osm_relation *relation = &extract->relations[i];

		if (!is_street_relation(&relation->object))
			continue;
		for (uint32_t m = 0; m < relation->len; m++) {
			const struct osm_member *member = &relation->members[m];

			if (!str_is(member->role, "street"))
				add_naming(c, &(struct naming){ member->kind, member->id,
				                                &relation->object, true });
		}
	}
	sort_namings(c);
}

/* ---- names ---- */

static bool
has_street(const struct osm_object *object)
{
	return osm_tag(object, "addr:street").len || osm_tag(object, "addr:place").len;
}

/* The number of the street that `object` is in, by its own tags or those of whoever names it. */
static bool
street_of(struct collecting *c, const struct osm_object *object, const struct osm_object *by,
          uint32_t *name)
{
	struct names *names = &c->addresses->names;

	if (names_of_object(names, object, "addr:street", false, name) ||
	    names_of_object(names, object, "addr:place", false, name))
		return true;
	if (!by)
		return false;
	return is_street_relation(by)
	               ? names_of_object(names, by, "name", true, name) ||
	                         names_of_object(names, by, "addr:street", false, name)
	               : names_of_object(names, by, "addr:street", false, name) ||
	                         names_of_object(names, by, "addr:place", false, name);
}

/* ---- interpolation lines ---- */

static bool
is_interpolation(const struct osm_way *way)
{
	return way->len > 1 && osm_tag(&way->object, "addr:interpolation").len > 0;
}

static const struct osm_node *
node_of(const struct extract *extract, const struct osm_way *way, uint32_t i)
{
	return extract_node(extract, extract->ids[way->nodes[i]]);
}

/* Who names the street of an interpolation line: itself, a relation, or the first of its houses that is named. */
static const struct osm_object *
who_names(const struct collecting *c, const struct osm_way *way)
{
	const struct osm_object *by;

	if (has_street(&way->object))
		return &way->object;
	if ((by = find_naming(c, &way->object)))
		return by;
	for (uint32_t i = 0; i < way->len; i++) {
		const struct osm_node *node = node_of(c->addresses->extract, way, i);

		if (!node)
			continue;
		if (has_street(&node->object))
			return &node->object;
		if ((by = find_naming(c, &node->object)))
			return by;
	}
	return NULL;
}

/* Houses on an interpolation line are in its street, where they do not say. */
static void
collect_interpolations(struct collecting *c)
{
	const struct extract *extract = c->addresses->extract;
	struct naming *found = NULL;
	size_t len = 0;

	for (size_t i = 0; i < extract->ways_len; i++) {
		const struct osm_way *way = &extract->ways[i];
		const struct osm_object *by = is_interpolation(way) ? who_names(c, way) : NULL;

		for (uint32_t n = 0; by && n < way->len; n++) {
			const struct osm_node *node = node_of(extract, way, n);

			if (!node || !osm_tag(&node->object, "addr:housenumber").len)
				continue;
			found = arena_push(c->scratch, found, &len, sizeof *found);
			found[len - 1] = (struct naming){ OSM_NODE, node->object.id, by, false };
		}
	}
	for (size_t i = 0; i < len; i++)
		add_naming(c, &found[i]);
	sort_namings(c);
}

/* The step between the numbers of a line; 0: letters. */
static bool
step_of(struct str kind, uint32_t *step)
{
	static const struct {
		const char *kind;
		uint32_t step;
	} steps[] = { { "even", 2 }, { "odd", 2 }, { "all", 1 }, { "alphabetic", 0 } };

	for (size_t i = 0; i < countof(steps); i++)
		if (str_is(kind, steps[i].kind)) {
			*step = steps[i].step;
			return true;
		}
	if (kind.len == 1 && kind.ptr[0] >= '1' && kind.ptr[0] <= '9') {
		*step = (uint32_t)(kind.ptr[0] - '0');
		return true;
	}
	return false;
}

static void
add_span(struct collecting *c, struct house_span *span)
{
	struct addresses *addresses = c->addresses;
	struct house_number swap = span->from;

	/* The number is looked up between the lower and the higher one: `way` may run either way. */
	if (house_number_cmp(&span->from, &span->to) > 0) {
		uint32_t node = span->from_node;

		span->from = span->to;
		span->to = swap;
		span->from_node = span->to_node;
		span->to_node = node;
	}
	addresses->spans = arena_push(c->scratch, addresses->spans, &addresses->spans_len,
	                              sizeof *addresses->spans);
	addresses->spans[addresses->spans_len - 1] = *span;
}

static void
collect_spans_of(struct collecting *c, const struct osm_way *way)
{
	const struct osm_object *by = who_names(c, way);
	struct house_span span = { .way = way };
	bool begun = false;

	if (!by || !step_of(osm_tag(&way->object, "addr:interpolation"), &span.step) ||
	    !street_of(c, by, by, &span.name))
		return;
	span.town = town_of_object(c->addresses, c->scratch, &way->object, by);
	for (uint32_t i = 0; i < way->len; i++) {
		const struct osm_node *node = node_of(c->addresses->extract, way, i);
		struct house_numbers numbers = { 0 };

		if (node)
			house_numbers_read(&numbers, osm_tag(&node->object, "addr:housenumber"));
		if (numbers.len == 0)
			continue;
		if (begun) {
			struct house_span part = span;

			part.to = numbers.items[0];
			part.to_node = i;
			add_span(c, &part);
		}
		span.from = numbers.items[0];
		span.from_node = i;
		begun = true;
	}
}

/* ---- houses ---- */

static bool
has_other_use(const struct osm_object *object)
{
	static const char *const uses[] = { "shop",    "amenity", "office",    "craft",
		                            "tourism", "leisure", "healthcare" };

	for (size_t i = 0; i < countof(uses); i++)
		if (osm_tag(object, uses[i]).len)
			return true;
	return false;
}

static enum house_rank
rank_of(const struct osm_object *object)
{
	if (object->kind != OSM_NODE)
		return osm_tag(object, "building").len ? RANK_BUILDING : RANK_AREA;
	return osm_tag(object, "entrance").len ? RANK_ENTRANCE
	       : has_other_use(object)         ? RANK_POINT
	                                       : RANK_NODE;
}

static void
add_rows(struct addresses *addresses, struct arena *scratch, uint32_t house, uint32_t name,
         const struct house_numbers *numbers)
{
	for (size_t i = 0; i < numbers->len; i++) {
		addresses->rows = arena_push(scratch, addresses->rows, &addresses->rows_len,
		                             sizeof *addresses->rows);
		addresses->rows[addresses->rows_len - 1] =
			(struct house_row){ numbers->items[i], name, house };
	}
}

static void
collect_house(struct collecting *c, const struct osm_object *object)
{
	struct addresses *addresses = c->addresses;
	struct house house = { .object = object, .number = osm_tag(object, "addr:housenumber") };
	const struct osm_object *by;
	struct house_numbers numbers;
	uint32_t place;

	if (!house.number.len || osm_tag(object, "addr:interpolation").len)
		return;
	house_numbers_read(&numbers, house.number);
	by = find_naming(c, object);
	if (numbers.len == 0 || !street_of(c, object, by, &house.name) ||
	    !ground_place(addresses->extract, c->scratch, object, &house.at))
		return;
	house.town = town_of_object(addresses, c->scratch, object, by);
	house.rank = rank_of(object);
	addresses->houses = arena_push(c->scratch, addresses->houses, &addresses->houses_len,
	                               sizeof *addresses->houses);
	addresses->houses[addresses->houses_len - 1] = house;
	add_rows(addresses, c->scratch, (uint32_t)addresses->houses_len - 1, house.name, &numbers);
	/* A hamlet's house in a street goes by either. */
	if (names_of_object(&addresses->names, object, "addr:place", false, &place) &&
	    place != house.name)
		add_rows(addresses, c->scratch, (uint32_t)addresses->houses_len - 1, place,
		         &numbers);
}

static void
collect_all(struct collecting *c)
{
	const struct extract *extract = c->addresses->extract;

	for (size_t i = 0; i < extract->nodes_len; i++)
		collect_house(c, &extract->nodes[i].object);
	for (size_t i = 0; i < extract->ways_len; i++)
		collect_house(c, &extract->ways[i].object);
	for (size_t i = 0; i < extract->relations_len; i++)
		collect_house(c, &extract->relations[i].object);
	for (size_t i = 0; i < extract->ways_len; i++)
		if (is_interpolation(&extract->ways[i]))
			collect_spans_of(c, &extract->ways[i]);
}

void
houses_collect(struct addresses *addresses, struct arena *scratch)
{
	struct collecting c = { .addresses = addresses, .scratch = scratch };

	collect_relations(&c);
	collect_interpolations(&c);
	collect_all(&c);
}
