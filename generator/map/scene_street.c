/*
 * scene_street: the pieces of a street, joined end to end, so that its name is written along the whole.
 *
 * OpenStreetMap splits a street at every change: a bridge, a speed limit, a bus lane. Pieces of one name and one
 * rule that meet are one line; where more than two meet, it goes straight on.
 */
#include "map/scene_parts.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>

enum { MEETING_MOST = 16 }; /* pieces looked at where they meet */

struct end { /* of a piece */
	uint32_t node, stretch;
	bool last; /* its way's last node, else the first */
};

struct street {
	struct scene_maker *m;
	struct scene_stretch *stretches;
	uint32_t len;
	struct end *ends;       /* by node */
	uint32_t *chain, *back; /* stretch * 2 + whether it is walked backwards */
};

static int
compare_ends(const void *a, const void *b)
{
	const struct end *x = a, *y = b;

	if (x->node != y->node)
		return x->node < y->node ? -1 : 1;
	if (x->stretch != y->stretch)
		return x->stretch < y->stretch ? -1 : 1;
	return (x->last > y->last) - (x->last < y->last);
}

static uint32_t
first_end(const struct street *s, uint32_t node)
{
	uint32_t low = 0, high = s->len * 2;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (s->ends[middle].node < node)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Where a way comes from or goes to at one of its ends: outwards, of length 1 or 0. */
static struct spot
direction(const struct street *s, const struct osm_way *way, bool last)
{
	struct spot tip = s->m->spots[way->nodes[last ? way->len - 1 : 0]];
	struct spot next = s->m->spots[way->nodes[last ? way->len - 2 : 1]];
	double x = tip.x - next.x, y = tip.y - next.y, length = hypot(x, y);

	return length > 0 ? (struct spot){ x / length, y / length } : (struct spot){ 0, 0 };
}

/* The piece that goes on most nearly straight from the end of `from`; NULL: none. */
static const struct end *
next_end(const struct street *s, uint32_t from, bool last)
{
	const struct osm_way *way = s->stretches[from].way;
	uint32_t node = way->nodes[last ? way->len - 1 : 0], at = first_end(s, node);
	struct spot out = direction(s, way, last);
	const struct end *best = NULL;
	double best_turn = INFINITY;

	for (uint32_t i = at; i < s->len * 2 && i - at < MEETING_MOST && s->ends[i].node == node;
	     i++) {
		const struct end *end = &s->ends[i];
		struct spot other;
		double turn;

		if (s->stretches[end->stretch].used)
			continue;
		other = direction(s, s->stretches[end->stretch].way, end->last);
		turn = out.x * other.x + out.y * other.y;
		if (turn < best_turn) {
			best_turn = turn;
			best = end;
		}
	}
	/* Back along itself is not on: two carriageways that part in a sharp angle stay two names. */
	return best_turn < 0.5 ? best : NULL;
}

/* Follows the street from an end of a piece; how many links were put into the chain. */
static uint32_t
follow(struct street *s, uint32_t from, bool last, uint32_t *chain)
{
	uint32_t count = 0;
	const struct end *next;

	while ((next = next_end(s, from, last))) {
		s->stretches[next->stretch].used = true;
		from = next->stretch;
		last = !next->last;
		chain[count++] = from * 2 + !last;
	}
	return count;
}

static void
write_note(struct street *s, const uint32_t *chain, uint32_t len)
{
	struct scene_note note = { 0 };
	struct spot *spots;
	size_t count = 0;
	double length = 0;

	for (uint32_t i = 0; i < len; i++)
		count += s->stretches[chain[i] / 2].way->len;
	spots = arena_array(s->m->arena, count, sizeof *spots);
	for (uint32_t i = 0; i < len; i++) {
		const struct osm_way *way = s->stretches[chain[i] / 2].way;

		for (uint32_t k = i ? 1 : 0; k < way->len; k++) {
			uint32_t at = chain[i] & 1 ? way->len - 1 - k : k;

			spots[note.len++] = s->m->spots[way->nodes[at]];
		}
	}
	for (uint32_t i = 1; i < note.len; i++)
		length += hypot(spots[i].x - spots[i - 1].x, spots[i].y - spots[i - 1].y);
	note.rule = s->stretches[chain[0] / 2].rule;
	note.object = &s->stretches[chain[0] / 2].way->object;
	note.spots = spots;
	scene_add_note(s->m, note, length);
}

static void
sort_ends(struct street *s)
{
	for (uint32_t i = 0; i < s->len; i++) {
		const struct osm_way *way = s->stretches[i].way;

		s->ends[i * 2] = (struct end){ way->nodes[0], i, false };
		s->ends[i * 2 + 1] = (struct end){ way->nodes[way->len - 1], i, true };
	}
	qsort(s->ends, s->len * 2, sizeof *s->ends, compare_ends);
}

static void
join_street(struct street *s)
{
	sort_ends(s);
	for (uint32_t i = 0; i < s->len; i++) {
		uint32_t before, len = 0;

		if (s->stretches[i].used)
			continue;
		s->stretches[i].used = true;
		/* What was found going back comes first, the other way round. */
		before = follow(s, i, false, s->back);
		for (uint32_t k = before; k-- > 0;)
			s->chain[len++] = s->back[k] ^ 1;
		s->chain[len++] = i * 2;
		len += follow(s, i, true, s->chain + len);
		write_note(s, s->chain, len);
	}
}

static int
compare_stretches(const void *a, const void *b)
{
	const struct scene_stretch *x = a, *y = b;
	int order;

	if (x->rule != y->rule) /* of one array */
		return x->rule < y->rule ? -1 : 1;
	if ((order = str_cmp(x->name, y->name)))
		return order;
	return (x->way > y->way) - (x->way < y->way); /* ways are by id */
}

void
scene_join_streets(struct scene_maker *m)
{
	struct street s = { .m = m };

	if (m->stretches_len == 0)
		return;
	qsort(m->stretches, m->stretches_len, sizeof *m->stretches, compare_stretches);
	s.ends = arena_array(m->scratch, m->stretches_len, 2 * sizeof *s.ends);
	s.chain = arena_array(m->scratch, m->stretches_len, sizeof *s.chain);
	s.back = arena_array(m->scratch, m->stretches_len, sizeof *s.back);
	for (size_t i = 0, end; i < m->stretches_len; i = end) {
		for (end = i + 1; end < m->stretches_len &&
		                  m->stretches[end].rule == m->stretches[i].rule &&
		                  str_eq(m->stretches[end].name, m->stretches[i].name);)
			end++;
		s.stretches = m->stretches + i;
		s.len = (uint32_t)(end - i);
		join_street(&s);
	}
}
