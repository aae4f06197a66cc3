#include "map/rings_parts.h"

#include "base/arena.h"

#include <stdlib.h>

/* A way from end to end. Ends are counted as slots: those at the same node share one. */
struct piece {
	const struct osm_way *way;
	enum ring_role role;
	uint32_t slot[2];
	bool used, loose;
};

struct end {
	uint32_t node, piece;
	bool last; /* of the way's two ends */
};

struct step {
	uint32_t piece;
	bool backward;
};

struct joining {
	struct arena *arena, *scratch;
	const struct extract *extract;
	struct piece *pieces;
	size_t pieces_len;
	struct end *ends;  /* by node; pieces in the order of members */
	uint32_t *first;   /* of a slot in ends; one more at the end */
	uint32_t *cursor;  /* of a slot: ends before it are used */
	uint32_t *reached; /* of a slot: how many steps led there, plus one; 0: not on the way */
	struct step *steps;
	size_t slots, steps_len;
	struct ring_lines *closed, *open;
};

/* ---- pieces ---- */

static enum ring_role
role_of(const struct osm_member *member)
{
	if (str_is(member->role, "outer") || str_is(member->role, "exclave"))
		return RING_OUTER;
	if (str_is(member->role, "inner") || str_is(member->role, "enclave"))
		return RING_INNER;
	return RING_UNSAID;
}

static int
compare_ways(const void *a, const void *b)
{
	const struct osm_member *x = *(const struct osm_member *const *)a;
	const struct osm_member *y = *(const struct osm_member *const *)b;

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return x < y ? -1 : x > y;
}

static int
compare_members(const void *a, const void *b)
{
	const struct osm_member *x = *(const struct osm_member *const *)a;
	const struct osm_member *y = *(const struct osm_member *const *)b;

	return x < y ? -1 : x > y;
}

/* Members that are ways, each way once, in the order of the relation. */
static size_t
ways_once(const struct osm_relation *relation, const struct osm_member **ways)
{
	size_t len = 0, kept = 0;

	for (uint32_t i = 0; i < relation->len; i++)
		if (relation->members[i].way && relation->members[i].way->len >= 2)
			ways[len++] = &relation->members[i];
	qsort(ways, len, sizeof(const struct osm_member *), compare_ways);
	for (size_t i = 0; i < len; i++)
		if (!kept || ways[kept - 1]->id != ways[i]->id)
			ways[kept++] = ways[i];
	qsort(ways, kept, sizeof(const struct osm_member *), compare_members);
	return kept;
}

static struct ring_line
line_new(struct joining *j, size_t room)
{
	return (struct ring_line){ arena_array(j->arena, room, sizeof(struct osm_point)), 0,
		                   RING_UNSAID };
}

static void
line_add_piece(const struct joining *j, struct ring_line *line, struct step step)
{
	const struct piece *piece = &j->pieces[step.piece];
	const struct osm_way *way = piece->way;

	line->role = line->len ? ring_role_both(line->role, piece->role) : piece->role;
	for (uint32_t i = 0; i < way->len; i++) {
		uint32_t node = way->nodes[step.backward ? way->len - 1 - i : i];

		ring_line_add(line, j->extract->points[node]);
	}
}

static size_t
points_of(const struct joining *j, const struct step *steps, size_t len)
{
	size_t points = 0;

	for (size_t i = 0; i < len; i++)
		points += j->pieces[steps[i].piece].way->len;
	return points;
}

static struct ring_line
line_of(struct joining *j, const struct step *steps, size_t len)
{
	struct ring_line line = line_new(j, points_of(j, steps, len));

	for (size_t i = 0; i < len; i++)
		line_add_piece(j, &line, steps[i]);
	return line;
}

/* Closed ways are rings at once; the others become pieces. */
static void
take_ways(struct joining *j, const struct osm_relation *relation)
{
	const struct osm_member **ways = arena_array(j->scratch, relation->len, sizeof *ways);
	size_t len = ways_once(relation, ways);

	j->pieces = arena_array(j->scratch, len + 1, sizeof *j->pieces);
	for (size_t i = 0; i < len; i++) {
		const struct osm_way *way = ways[i]->way;
		struct piece *piece = &j->pieces[j->pieces_len];

		*piece = (struct piece){ .way = way, .role = role_of(ways[i]) };
		if (way->nodes[0] != way->nodes[way->len - 1])
			j->pieces_len++;
		else if (osm_way_closed(way))
			ring_lines_add_ring(
				j->arena, j->closed,
				line_of(j, &(struct step){ (uint32_t)j->pieces_len, false }, 1));
	}
}

/* ---- ends ---- */

static int
compare_ends(const void *a, const void *b)
{
	const struct end *x = a, *y = b;

	if (x->node != y->node)
		return x->node < y->node ? -1 : 1;
	return x->piece < y->piece ? -1 : x->piece > y->piece;
}

static void
find_slots(struct joining *j)
{
	size_t len = 2 * j->pieces_len;

	j->ends = arena_array(j->scratch, len + 1, sizeof *j->ends);
	j->first = arena_array(j->scratch, len + 1, sizeof *j->first);
	for (uint32_t i = 0; i < j->pieces_len; i++) {
		const struct osm_way *way = j->pieces[i].way;

		j->ends[2 * i] = (struct end){ way->nodes[0], i, false };
		j->ends[2 * i + 1] = (struct end){ way->nodes[way->len - 1], i, true };
	}
	qsort(j->ends, len, sizeof *j->ends, compare_ends);
	for (uint32_t i = 0; i < len; i++) {
		struct end *end = &j->ends[i];

		if (!i || j->ends[i - 1].node != end->node)
			j->first[j->slots++] = i;
		j->pieces[end->piece].slot[end->last] = (uint32_t)j->slots - 1;
	}
	j->first[j->slots] = (uint32_t)len;
	j->cursor = arena_copy(j->scratch, j->first, (j->slots + 1) * sizeof *j->cursor);
	j->reached = arena_array(j->scratch, j->slots + 1, sizeof *j->reached);
	j->steps = arena_array(j->scratch, j->pieces_len + 1, sizeof *j->steps);
}

static uint32_t
target(const struct joining *j, struct step step)
{
	return j->pieces[step.piece].slot[!step.backward];
}

/* The next way from there that was not gone yet. */
static bool
leave(struct joining *j, uint32_t slot, struct step *step)
{
	for (; j->cursor[slot] < j->first[slot + 1]; j->cursor[slot]++) {
		const struct end *end = &j->ends[j->cursor[slot]];

		if (!j->pieces[end->piece].used) {
			*step = (struct step){ end->piece, end->last };
			j->pieces[end->piece].used = true;
			return true;
		}
	}
	return false;
}

/* ---- rings ---- */

/* The last steps, from the one after `begin` steps on, lead back to where they began. */
static void
close_ring(struct joining *j, size_t begin)
{
	for (size_t i = begin; i + 1 < j->steps_len; i++)
		j->reached[target(j, j->steps[i])] = 0;
	ring_lines_add_ring(j->arena, j->closed,
	                    line_of(j, j->steps + begin, j->steps_len - begin));
	j->steps_len = begin;
}

/*
 * Walks on from way to way, and takes a ring off whenever a node comes again: so rings that touch
 * come apart, and a way that leads nowhere is stepped back over. Each way is walked once.
 */
static void
walk_from(struct joining *j, uint32_t start)
{
	j->reached[start] = 1;
	for (;;) {
		uint32_t here = j->steps_len ? target(j, j->steps[j->steps_len - 1]) : start;
		uint32_t next;
		struct step step;

		if (leave(j, here, &step)) {
			next = target(j, step);
			j->steps[j->steps_len++] = step;
			if (j->reached[next])
				close_ring(j, j->reached[next] - 1);
			else
				j->reached[next] = (uint32_t)j->steps_len + 1;
			continue;
		}
		j->reached[here] = 0;
		if (!j->steps_len)
			return;
		j->pieces[j->steps[--j->steps_len].piece].loose = true;
	}
}

/* ---- what does not close ---- */

/* Goes on from the last step as far as loose ways lead. */
static void
follow(struct joining *j)
{
	struct step step;

	while (leave(j, target(j, j->steps[j->steps_len - 1]), &step))
		j->steps[j->steps_len++] = step;
}

static void
turn_round(struct joining *j)
{
	for (size_t a = 0, b = j->steps_len; a < b; a++) {
		struct step step = j->steps[--b];

		j->steps[b] = (struct step){ j->steps[a].piece, !j->steps[a].backward };
		j->steps[a] = (struct step){ step.piece, !step.backward };
	}
}

static void
join_loose(struct joining *j)
{
	for (size_t i = 0; i < j->pieces_len; i++)
		j->pieces[i].used = !j->pieces[i].loose;
	for (size_t i = 0; i < j->slots; i++)
		j->cursor[i] = j->first[i];
	for (uint32_t i = 0; i < j->pieces_len; i++) {
		struct ring_line line;

		if (j->pieces[i].used)
			continue;
		j->pieces[i].used = true;
		j->steps[0] = (struct step){ i, false };
		j->steps_len = 1;
		follow(j);
		turn_round(j);
		follow(j);
		line = line_of(j, j->steps, j->steps_len);
		j->open->items = arena_push(j->arena, j->open->items, &j->open->len, sizeof line);
		j->open->items[j->open->len - 1] = line;
	}
}

void
rings_join(struct arena *arena, struct arena *scratch, const struct extract *extract,
           const struct osm_relation *relation, struct ring_lines *closed, struct ring_lines *open)
{
	struct joining j = { .arena = arena,
		             .scratch = scratch,
		             .extract = extract,
		             .closed = closed,
		             .open = open };

	take_ways(&j, relation);
	find_slots(&j);
	for (size_t i = 0; i < j.pieces_len; i++)
		if (!j.pieces[i].used)
			walk_from(&j, j.pieces[i].slot[0]);
	join_loose(&j);
}
