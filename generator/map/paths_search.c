#include "map/paths_search.h"

#include "base/mem.h"

#include <stdlib.h>

enum { ROOM = 64 };

void
search_start(struct search *search, const struct graph *graph, const double *aim)
{
	*search = (struct search){ .graph = graph,
		                   .aim = aim,
		                   .visits_room = ROOM,
		                   .slots_len = 4 * ROOM,
		                   .heap_room = ROOM };
	search->visits = mem_alloc(ROOM * sizeof *search->visits);
	search->slots = mem_alloc(4 * ROOM * sizeof *search->slots);
	search->heap = mem_alloc(ROOM * sizeof *search->heap);
}

void
search_release(struct search *search)
{
	free(search->visits);
	free(search->slots);
	free(search->heap);
	*search = (struct search){ 0 };
}

/* --- visits by vertex -------------------------------------------------------------------------------------- */

static uint32_t *
slot_of(const struct search *search, uint32_t vertex)
{
	uint32_t mask = search->slots_len - 1, i = vertex * 2654435761u & mask;

	while (search->slots[i] && search->visits[search->slots[i] - 1].vertex != vertex)
		i = (i + 1) & mask;
	return &search->slots[i];
}

const struct visit *
search_visit(const struct search *search, uint32_t vertex)
{
	uint32_t slot = *slot_of(search, vertex);

	return slot ? &search->visits[slot - 1] : NULL;
}

static void
make_room(struct search *search)
{
	if (search->visits_len < search->visits_room)
		return;
	search->visits_room *= 2;
	search->visits =
		mem_resize(search->visits, size_mul(search->visits_room, sizeof *search->visits));
	free(search->slots);
	search->slots_len *= 2;
	search->slots = mem_alloc(size_mul(search->slots_len, sizeof *search->slots));
	for (uint32_t i = 0; i < search->visits_len; i++)
		*slot_of(search, search->visits[i].vertex) = i + 1;
}

/* --- the heap: the smallest key on top ----------------------------------------------------------------------- */

/* Two with the same key: the one found first, so that the way is the same on every machine. */
static bool
is_before(struct open a, struct open b)
{
	return a.key != b.key ? a.key < b.key : a.visit < b.visit;
}

static void
push(struct search *search, struct open one)
{
	size_t i = search->heap_len++;

	if (i == search->heap_room) {
		search->heap_room *= 2;
		search->heap =
			mem_resize(search->heap, size_mul(search->heap_room, sizeof *search->heap));
	}
	for (; i > 0 && is_before(one, search->heap[(i - 1) / 2]); i = (i - 1) / 2)
		search->heap[i] = search->heap[(i - 1) / 2];
	search->heap[i] = one;
}

static struct open
pop(struct search *search)
{
	struct open top = search->heap[0], last = search->heap[--search->heap_len];
	size_t i = 0, child;

	while ((child = 2 * i + 1) < search->heap_len) {
		if (child + 1 < search->heap_len &&
		    is_before(search->heap[child + 1], search->heap[child]))
			child++;
		if (!is_before(search->heap[child], last))
			break;
		search->heap[i] = search->heap[child];
		i = child;
	}
	search->heap[i] = last;
	return top;
}

/* --- the search ------------------------------------------------------------------------------------------------ */

void
search_offer(struct search *search, struct visit visit)
{
	uint32_t at = *slot_of(search, visit.vertex);
	double rest =
		search->aim ? graph_chord(search->graph->units[visit.vertex], search->aim) : 0;

	if (at == 0) {
		make_room(search);
		at = ++search->visits_len;
		*slot_of(search, visit.vertex) = at;
	} else if (search->visits[at - 1].done || search->visits[at - 1].metres <= visit.metres) {
		return;
	}
	search->visits[at - 1] = visit;
	/* The old entry, if there is one, stays in the heap and is passed over. */
	push(search, (struct open){ visit.metres + rest, at - 1 });
}

static void
go_on(struct search *search, uint32_t at)
{
	const struct graph *graph = search->graph;
	struct visit from = search->visits[at];

	for (uint32_t i = graph->arcs_first[from.vertex]; i < graph->arcs_first[from.vertex + 1];
	     i++) {
		const struct stretch *stretch = &graph->stretches[graph->arcs[i]];

		search_offer(search,
		             (struct visit){ .vertex = stretch->a == from.vertex ? stretch->b
		                                                                 : stretch->a,
		                             .before = at,
		                             .stretch = graph->arcs[i],
		                             .root = from.root,
		                             .metres = from.metres + stretch->metres });
	}
}

const struct visit *
search_next(struct search *search, double limit)
{
	while (search->heap_len > 0 && search->heap[0].key < limit) {
		uint32_t at = pop(search).visit;

		if (search->visits[at].done)
			continue;
		search->visits[at].done = true;
		go_on(search, at);
		return &search->visits[at];
	}
	return NULL;
}
