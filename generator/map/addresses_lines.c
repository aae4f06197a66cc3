#include "map/addresses_private.h"

#include "base/arena.h"

#include <stdlib.h>

/* Ways of one name that are joined end to end; a name with more of them is no street's. */
enum { JOIN_MOST = 400 };

/* A way, or a square, of a name. */
struct piece {
	const struct osm_object *object;
	const struct osm_way *way; /* a line; NULL: a square or a place */
	uint32_t name;
	bool used;
};

struct pieces {
	struct addresses *addresses;
	struct arena *scratch;
	struct piece *items;
	size_t len;
};

static int
compare_pieces(const void *left, const void *right)
{
	const struct piece *a = left, *b = right;

	if (a->name != b->name)
		return a->name < b->name ? -1 : 1;
	if (a->object->kind != b->object->kind)
		return a->object->kind < b->object->kind ? -1 : 1;
	return (a->object->id > b->object->id) - (a->object->id < b->object->id);
}

static void
add_piece(struct pieces *pieces, const struct osm_object *object, const struct osm_way *way)
{
	struct piece piece = { .object = object, .way = way };

	if (!names_of_object(&pieces->addresses->names, object, "name", true, &piece.name))
		return;
	pieces->items =
		arena_push(pieces->scratch, pieces->items, &pieces->len, sizeof *pieces->items);
	pieces->items[pieces->len - 1] = piece;
}

/* Places so small that an address names them instead of a street. */
static bool
is_place(const struct osm_object *object)
{
	static const char *const places[] = { "square",  "hamlet",        "isolated_dwelling",
		                              "farm",    "neighbourhood", "locality",
		                              "quarter", "city_block" };
	struct str place = osm_tag(object, "place");

	for (size_t i = 0; i < countof(places); i++)
		if (str_is(place, places[i]))
			return true;
	return false;
}

static bool
is_street(const struct osm_object *object)
{
	struct str highway = osm_tag(object, "highway");

	return highway.len && !str_is(highway, "bus_stop") && !str_is(highway, "platform") &&
	       !str_is(highway, "rest_area") && !str_is(highway, "services");
}

static void
collect_pieces(struct pieces *pieces)
{
	const struct extract *extract = pieces->addresses->extract;

	for (size_t i = 0; i < extract->nodes_len; i++)
		if (is_place(&extract->nodes[i].object))
			add_piece(pieces, &extract->nodes[i].object, NULL);
	for (size_t i = 0; i < extract->ways_len; i++) {
		const struct osm_way *way = &extract->ways[i];
		bool square = is_place(&way->object) || osm_is(&way->object, "area", "yes");

		if ((is_place(&way->object) || is_street(&way->object)) && way->len > 1)
			add_piece(pieces, &way->object, square && osm_way_closed(way) ? NULL : way);
	}
	for (size_t i = 0; i < extract->relations_len; i++) {
		const struct osm_object *object = &extract->relations[i].object;

		if (osm_is(object, "type", "multipolygon") &&
		    (is_place(object) || is_street(object)))
			add_piece(pieces, object, NULL);
	}
	if (pieces->len > 1)
		qsort(pieces->items, pieces->len, sizeof *pieces->items, compare_pieces);
}

/* ---- ways that meet become a stretch ---- */

/* Ways end to end, each from its first node, or from its last. */
struct chain {
	const struct osm_way **ways;
	bool *back;
	size_t len;
	double metres;
};

static uint32_t
end_of(const struct osm_way *way, bool last)
{
	return way->nodes[last ? way->len - 1 : 0];
}

/* A piece that is not in a stretch yet and has an end at `node`. */
static struct piece *
find_next(struct piece *pieces, size_t len, uint32_t node, bool *back)
{
	for (size_t i = 0; len <= JOIN_MOST && i < len; i++) {
		const struct osm_way *way = pieces[i].way;

		if (pieces[i].used || !way)
			continue;
		*back = end_of(way, false) != node;
		if (!*back || end_of(way, true) == node)
			return &pieces[i];
	}
	return NULL;
}

static void
append(struct pieces *all, struct chain *chain, struct piece *piece, bool back)
{
	const struct osm_way *way = piece->way;

	piece->used = true;
	chain->ways[chain->len] = way;
	chain->back[chain->len++] = back;
	chain->metres += ground_length(all->addresses->extract, way, 0, way->len - 1);
}

/* Follows the street from `piece` to one end, turns round, and follows it to the other. */
static void
follow(struct pieces *all, struct chain *chain, struct piece *pieces, size_t len,
       struct piece *piece)
{
	struct piece *next;
	bool back;

	chain->len = 0;
	chain->metres = 0;
	append(all, chain, piece, true);
	while ((next = find_next(pieces, len,
	                         end_of(chain->ways[chain->len - 1], !chain->back[chain->len - 1]),
	                         &back)))
		append(all, chain, next, back);
	for (size_t i = 0, j = chain->len - 1; i < j; i++, j--) {
		const struct osm_way *way = chain->ways[i];

		back = chain->back[i];
		chain->ways[i] = chain->ways[j];
		chain->back[i] = chain->back[j];
		chain->ways[j] = way;
		chain->back[j] = back;
	}
	for (size_t i = 0; i < chain->len; i++)
		chain->back[i] = !chain->back[i];
	while ((next = find_next(pieces, len,
	                         end_of(chain->ways[chain->len - 1], !chain->back[chain->len - 1]),
	                         &back)))
		append(all, chain, next, back);
}

static struct osm_point
middle_of(const struct extract *extract, const struct chain *chain)
{
	double left = chain->metres / 2;
	size_t i = 0;

	for (; i + 1 < chain->len; i++) {
		double metres = ground_length(extract, chain->ways[i], 0, chain->ways[i]->len - 1);

		if (metres >= left)
			break;
		left -= metres;
	}
	if (chain->back[i])
		left = ground_length(extract, chain->ways[i], 0, chain->ways[i]->len - 1) - left;
	return ground_along(extract, chain->ways[i], 0, chain->ways[i]->len - 1, left);
}

static void
add_stretch(struct pieces *all, const struct street_stretch *stretch)
{
	struct addresses *addresses = all->addresses;

	addresses->lines = arena_push(all->scratch, addresses->lines, &addresses->lines_len,
	                              sizeof *addresses->lines);
	addresses->lines[addresses->lines_len - 1] = *stretch;
}

/* The stretches of one name. */
static void
join(struct pieces *all, struct piece *pieces, size_t len)
{
	const struct extract *extract = all->addresses->extract;
	struct chain chain = {
		.ways = arena_array(all->scratch, len, sizeof *chain.ways),
		.back = arena_array(all->scratch, len, sizeof *chain.back),
	};

	for (size_t i = 0; i < len; i++) {
		struct street_stretch stretch = { .name = pieces[i].name };

		if (pieces[i].used)
			continue;
		if (pieces[i].way) {
			follow(all, &chain, pieces, len, &pieces[i]);
			stretch.metres = chain.metres;
			stretch.at = middle_of(extract, &chain);
		} else if (!ground_place(extract, all->scratch, pieces[i].object, &stretch.at)) {
			continue;
		}
		add_stretch(all, &stretch);
	}
}

void
lines_collect(struct addresses *addresses, struct arena *scratch)
{
	struct pieces pieces = { .addresses = addresses, .scratch = scratch };

	collect_pieces(&pieces);
	for (size_t from = 0, to; from < pieces.len; from = to) {
		for (to = from; to < pieces.len && pieces.items[to].name == pieces.items[from].name;
		     to++)
			;
		join(&pieces, pieces.items + from, to - from);
	}
}
