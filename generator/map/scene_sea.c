/*
 * scene_sea: the sea, of which OpenStreetMap has only the coast: land to its left, water to its right.
 *
 * Source  wiki.openstreetmap.org/wiki/Tag:natural=coastline. The coast is cut at the bounds, and what lies to the right of its
 *         pieces is closed along them, clockwise. Closed coasts are islands. Where a coast breaks off within the
 *         bounds nobody knows which side is wet: then there is no sea, rather than a flood.
 */
#include "map/scene_parts.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct piece { /* within the bounds, from border to border */
	struct spot *spots;
	size_t len;
	double in, out; /* where on the border: 0 .. 4, clockwise from the north-west */
	bool used;
};

struct ring_list {
	struct spot **spots;
	size_t *lens;
	size_t len, room;
};

struct sea {
	struct scene_maker *m;
	struct box box;
	struct piece *pieces;
	size_t pieces_len;
	struct ring_list waters, islands;
	bool broken;
};

static void
add_ring(struct sea *sea, struct ring_list *list, struct spot *spots, size_t len)
{
	if (len < 3)
		return;
	list->spots = arena_push(sea->m->scratch, list->spots, &list->len, sizeof *list->spots);
	list->spots[list->len - 1] = spots;
	list->lens = arena_push(sea->m->scratch, list->lens, &list->room, sizeof *list->lens);
	list->lens[list->len - 1] = len;
}

/* --- cutting ----------------------------------------------------------------------------------- */

static bool
is_within(struct box box, struct spot p)
{
	return p.x >= box.x0 && p.x <= box.x1 && p.y >= box.y0 && p.y <= box.y1;
}

/* One side: p is how fast the segment leaves it, q how far it begins within (Liang and Barsky's method). */
static bool
cut(double p, double q, double *from, double *to)
{
	if (p == 0)
		return q >= 0;
	if (p < 0)
		*from = fmax(*from, q / p);
	else
		*to = fmin(*to, q / p);
	return *from <= *to;
}

static bool
cut_segment(struct box box, struct spot a, struct spot b, double *from, double *to)
{
	double dx = b.x - a.x, dy = b.y - a.y;

	*from = 0;
	*to = 1;
	return cut(-dx, a.x - box.x0, from, to) && cut(dx, box.x1 - a.x, from, to) &&
	       cut(-dy, a.y - box.y0, from, to) && cut(dy, box.y1 - a.y, from, to);
}

/* The nearest side decides: the point was cut there. */
static double
on_border(struct box box, struct spot p)
{
	double x = (p.x - box.x0) / (box.x1 - box.x0), y = (p.y - box.y0) / (box.y1 - box.y0);
	const double apart[4] = { y, 1 - x, 1 - y, x };
	const double at[4] = { x, 1 + y, 2 + (1 - x), 3 + (1 - y) };
	size_t best = 0;

	for (size_t i = 1; i < 4; i++)
		if (fabs(apart[i]) < fabs(apart[best]))
			best = i;
	return fmod(fmax(0, at[best]), 4);
}

static void
add_spot(struct sea *sea, struct piece *piece, struct spot spot)
{
	piece->spots = arena_push(sea->m->scratch, piece->spots, &piece->len, sizeof *piece->spots);
	piece->spots[piece->len - 1] = spot;
}

static void
end_piece(struct sea *sea, struct piece *piece)
{
	if (piece->len > 1) {
		piece->out = on_border(sea->box, piece->spots[piece->len - 1]);
		sea->pieces = arena_push(sea->m->scratch, sea->pieces, &sea->pieces_len,
		                         sizeof *sea->pieces);
		sea->pieces[sea->pieces_len - 1] = *piece;
	}
	*piece = (struct piece){ 0 };
}

/* A line from outside to outside, in pieces. */
static void
cut_coast(struct sea *sea, const struct spot *spots, size_t len)
{
	struct piece piece = { 0 };

	sea->broken |= is_within(sea->box, spots[0]) || is_within(sea->box, spots[len - 1]);
	for (size_t i = 1; i < len; i++) {
		struct spot a = spots[i - 1], b = spots[i];
		double from, to;

		if (!cut_segment(sea->box, a, b, &from, &to))
			continue;
		if (piece.len == 0) {
			add_spot(sea, &piece,
			         (struct spot){ a.x + (b.x - a.x) * from,
			                        a.y + (b.y - a.y) * from });
			piece.in = on_border(sea->box, piece.spots[0]);
		}
		add_spot(sea, &piece,
		         (struct spot){ a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to });
		if (to < 1)
			end_piece(sea, &piece);
	}
}

static double
turn_of(const struct spot *spots, size_t len)
{
	double sum = 0;

	for (size_t i = 0; i + 1 < len; i++)
		sum += (spots[i].x - spots[0].x) * (spots[i + 1].y - spots[0].y) -
		       (spots[i + 1].x - spots[0].x) * (spots[i].y - spots[0].y);
	return sum;
}

/* A closed coast, its first spot not repeated: within the bounds an island, or cut from where it is outside. */
static void
take_closed(struct sea *sea, struct spot *spots, size_t len)
{
	size_t outside = 0;
	struct spot *turned;

	while (outside < len && is_within(sea->box, spots[outside]))
		outside++;
	if (outside == len) {
		/* y grows to the south: land to the left turns against the clock. */
		add_ring(sea, turn_of(spots, len) < 0 ? &sea->islands : &sea->waters, spots, len);
		return;
	}
	turned = arena_array(sea->m->scratch, len + 1, sizeof *turned);
	for (size_t i = 0; i <= len; i++)
		turned[i] = spots[(outside + i) % len];
	cut_coast(sea, turned, len + 1);
}

/* --- joining ----------------------------------------------------------------------------------- */

static int
compare_coasts(const void *a, const void *b)
{
	const struct scene_stretch *x = a, *y = b;
	uint32_t p = x->way->nodes[0], q = y->way->nodes[0];

	if (p != q)
		return p < q ? -1 : 1;
	return (x->way > y->way) - (x->way < y->way);
}

/* The coast that begins at a node and was not followed yet; NULL. */
static struct scene_stretch *
coast_from(const struct scene_maker *m, uint32_t node)
{
	size_t low = 0, high = m->coasts_len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (m->coasts[middle].way->nodes[0] < node)
			low = middle + 1;
		else
			high = middle;
	}
	return low < m->coasts_len && m->coasts[low].way->nodes[0] == node && !m->coasts[low].used
	               ? &m->coasts[low]
	               : NULL;
}

static void
follow_coast(struct sea *sea, struct scene_stretch *coast)
{
	struct piece line = { 0 };
	uint32_t first = coast->way->nodes[0], last = first;

	for (; coast; coast = coast_from(sea->m, last)) {
		coast->used = true;
		for (uint32_t i = line.len ? 1 : 0; i < coast->way->len; i++)
			add_spot(sea, &line, sea->m->spots[coast->way->nodes[i]]);
		last = coast->way->nodes[coast->way->len - 1];
	}
	if (!line.spots)
		return;
	if (last == first)
		take_closed(sea, line.spots, line.len - 1);
	else
		cut_coast(sea, line.spots, line.len);
}

/* First those that no other leads to; what is left goes round. */
static void
follow_coasts(struct sea *sea)
{
	struct scene_maker *m = sea->m;
	bool *led = arena_array(m->scratch, m->coasts_len, sizeof *led);

	qsort(m->coasts, m->coasts_len, sizeof *m->coasts, compare_coasts);
	for (size_t i = 0; i < m->coasts_len; i++) {
		const struct osm_way *way = m->coasts[i].way;
		struct scene_stretch *next = coast_from(m, way->nodes[way->len - 1]);

		if (next)
			led[next - m->coasts] = true;
	}
	for (size_t i = 0; i < m->coasts_len; i++)
		if (!led[i] && !m->coasts[i].used)
			follow_coast(sea, &m->coasts[i]);
	for (size_t i = 0; i < m->coasts_len; i++)
		if (!m->coasts[i].used)
			follow_coast(sea, &m->coasts[i]);
}

/* --- closing along the border ------------------------------------------------------------------ */

static int
compare_pieces(const void *a, const void *b)
{
	const struct piece *x = a, *y = b;

	return (x->in > y->in) - (x->in < y->in);
}

/* The piece that comes in next, clockwise. */
static struct piece *
next_piece(const struct sea *sea, double from)
{
	size_t low = 0, high = sea->pieces_len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (sea->pieces[middle].in < from)
			low = middle + 1;
		else
			high = middle;
	}
	return &sea->pieces[low < sea->pieces_len ? low : 0];
}

static void
add_corners(struct sea *sea, struct piece *ring, double from, double to)
{
	const struct box b = sea->box;
	const struct spot corners[4] = {
		{ b.x0, b.y0 }, { b.x1, b.y0 }, { b.x1, b.y1 }, { b.x0, b.y1 }
	};

	if (to < from)
		to += 4;
	for (int corner = (int)floor(from) + 1; corner < to; corner++)
		add_spot(sea, ring, corners[corner % 4]);
}

static void
close_water(struct sea *sea, struct piece *first)
{
	struct piece ring = { 0 }, *piece = first;

	do {
		struct piece *next = next_piece(sea, piece->out);

		for (size_t i = 0; i < piece->len; i++)
			add_spot(sea, &ring, piece->spots[i]);
		piece->used = true;
		add_corners(sea, &ring, piece->out, next->in);
		piece = next;
	} while (!piece->used);
	/* Two coasts to one entry contradict each other. */
	sea->broken |= piece != first;
	add_ring(sea, &sea->waters, ring.spots, ring.len);
}

static void
close_waters(struct sea *sea)
{
	struct box b = sea->box;
	struct spot *all;

	if (sea->pieces_len)
		qsort(sea->pieces, sea->pieces_len, sizeof *sea->pieces, compare_pieces);
	for (size_t i = 0; i < sea->pieces_len && !sea->broken; i++)
		if (!sea->pieces[i].used)
			close_water(sea, &sea->pieces[i]);
	/* Islands alone: the sea is all around them. */
	if (sea->waters.len == 0 && sea->islands.len) {
		all = arena_copy(
			sea->m->scratch,
			(struct spot[]){
				{ b.x0, b.y0 }, { b.x1, b.y0 }, { b.x1, b.y1 }, { b.x0, b.y1 } },
			4 * sizeof *all);
		add_ring(sea, &sea->waters, all, 4);
	}
}

/* --- the sea ----------------------------------------------------------------------------------- */

static void
copy_rings(const struct ring_list *list, bool inner, struct scene_area *area)
{
	uint32_t at = area->parts ? area->ends[area->parts - 1] : 0;

	for (size_t i = 0; i < list->len; i++) {
		memcpy(area->spots + at, list->spots[i], list->lens[i] * sizeof *area->spots);
		scene_orient(area->spots + at, (uint32_t)list->lens[i], inner);
		for (size_t k = 0; k < list->lens[i]; k++)
			box_add(&area->box, area->spots[at + k]);
		at += (uint32_t)list->lens[i];
		area->ends[area->parts++] = at;
	}
}

void
scene_fill_sea(struct scene_maker *m, struct box box)
{
	struct sea sea = { .m = m, .box = box };
	struct scene_area area = { .box = box_none() };
	size_t count = 0;

	if (m->coasts_len == 0 || !(box.x0 < box.x1 && box.y0 < box.y1))
		return;
	follow_coasts(&sea);
	close_waters(&sea);
	for (size_t i = 0; i < sea.waters.len; i++)
		count += sea.waters.lens[i];
	for (size_t i = 0; i < sea.islands.len; i++)
		count += sea.islands.lens[i];
	if (sea.broken || sea.waters.len == 0 || count > UINT32_MAX)
		return;
	area.spots = arena_array(m->arena, count, sizeof *area.spots);
	area.ends = arena_array(m->arena, sea.waters.len + sea.islands.len, sizeof *area.ends);
	copy_rings(&sea.waters, false, &area);
	copy_rings(&sea.islands, true, &area);
	scene_add_area(m, m->coasts[0].rule, &m->coasts[0].way->object, &area);
}
