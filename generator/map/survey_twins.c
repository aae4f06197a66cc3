/* survey_twins: shops that an extract has twice. */
#include "map/survey_twins.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/card.h"
#include "card/street.h"
#include "map/rings.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How far apart a shop's two objects are at most, in metres: two nodes; a node and the place of an area. Neighbours in
 * one arcade of the same name and kind would be rarer than careless doubles. */
static const double NODES_APART = 15, AREA_APART = 40;
static const double METRES_A_DEGREE = 111195;

/* Of one name, so many neighbours are compared: a map that has ten thousand of a name is no town's. */
enum { NEIGHBOURS = 100 };

struct candidate {
	struct survey_merchant *merchant;
	struct str name; /* folded */
	struct candidate *twin_of;
};

double
survey_metres(struct location a, struct location b)
{
	double y = (a.latitude - b.latitude) * METRES_A_DEGREE;
	double x = (a.longitude - b.longitude) * METRES_A_DEGREE *
	           cos(a.latitude * (3.14159265358979323846 / 180));

	return a.set && b.set ? sqrt(x * x + y * y) : HUGE_VAL;
}

/* ---- inside an area ---- */

static bool
crosses(struct osm_point a, struct osm_point b, struct osm_point p)
{
	double t;

	if ((a.lat > p.lat) == (b.lat > p.lat))
		return false;
	t = ((double)p.lat - a.lat) / ((double)b.lat - a.lat);
	return p.lon < a.lon + t * ((double)b.lon - a.lon);
}

static bool
is_inside(const struct rings *rings, struct osm_point p)
{
	bool inside = false;

	for (size_t r = 0; r < rings->len; r++) {
		const struct ring *ring = &rings->items[r];

		for (uint32_t i = 0, j = ring->len - 1; i < ring->len; j = i++)
			if (crosses(ring->points[i], ring->points[j], p))
				inside = !inside;
	}
	return inside;
}

static bool
covers(const struct extract *extract, struct arena *scratch, const struct survey_merchant *area,
       const struct survey_merchant *other)
{
	struct rings rings = { 0 };
	struct osm_point at = { (int32_t)lround(other->at.latitude * 1e7),
		                (int32_t)lround(other->at.longitude * 1e7) };

	if (!other->at.set)
		return false;
	if (area->object->kind == OSM_WAY)
		rings = rings_of_way(scratch, extract, (const void *)area->object);
	else if (area->object->kind == OSM_RELATION)
		rings = rings_of_relation(scratch, extract, (const void *)area->object);
	return is_inside(&rings, at);
}

/* ---- the same shop ---- */

static bool
has_word(struct str words, struct str wanted)
{
	struct str word;

	while (str_split(&words, '\n', &word))
		if (str_eq(word, wanted))
			return true;
	return false;
}

static bool
same_kind(const struct survey_merchant *a, const struct survey_merchant *b)
{
	return str_is(a->category, "other") || str_is(b->category, "other") ||
	       has_word(survey_get(a, "category"), b->category) ||
	       has_word(survey_get(b, "category"), a->category);
}

/* Two addresses that cannot be one. */
static bool
elsewhere(struct arena *scratch, const struct survey_merchant *a, const struct survey_merchant *b)
{
	struct str one = survey_get(a, "address.street"), two = survey_get(b, "address.street");
	struct street_line left = street_split(one), right = street_split(two);

	if (one.len == 0 || two.len == 0)
		return false;
	if (!str_eq(street_key(scratch, left.name, (struct str){ 0 }, NULL),
	            street_key(scratch, right.name, (struct str){ 0 }, NULL)))
		return true;
	return left.number.len > 0 && right.number.len > 0 &&
	       !str_eq(utf8_fold(scratch, left.number), utf8_fold(scratch, right.number));
}

static bool
same_place(const struct extract *extract, struct arena *scratch, const struct survey_merchant *a,
           const struct survey_merchant *b)
{
	bool nodes = a->object->kind == OSM_NODE && b->object->kind == OSM_NODE;

	if (survey_metres(a->at, b->at) <= (nodes ? NODES_APART : AREA_APART))
		return true;
	return !nodes && (covers(extract, scratch, a, b) || covers(extract, scratch, b, a));
}

static bool
are_twins(const struct extract *extract, struct arena *scratch, const struct survey_merchant *a,
          const struct survey_merchant *b)
{
	return same_kind(a, b) && same_place(extract, scratch, a, b) && !elsewhere(scratch, a, b);
}

/* ---- one of two ---- */

/* Which of two tells more: fields, else the node before the way, else the older. */
static bool
tells_more(const struct survey_merchant *a, const struct survey_merchant *b)
{
	if (a->len != b->len)
		return a->len > b->len;
	if (a->object->kind != b->object->kind)
		return a->object->kind < b->object->kind;
	return a->object->id < b->object->id;
}

static bool
has_top(const struct survey_merchant *merchant, struct str top, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (str_eq(compose_top(merchant->fields[i].path), top))
			return true;
	return false;
}

static void
add_twin(struct survey_merchant *merchant, struct arena *arena, struct str ref)
{
	merchant->twins =
		arena_push(arena, merchant->twins, &merchant->twins_len, sizeof *merchant->twins);
	merchant->twins[merchant->twins_len - 1] = ref;
}

/* What the twin says of things of which `keeper` says nothing. */
static void
merge(struct survey_merchant *keeper, struct arena *arena, const struct survey_merchant *twin)
{
	size_t own = keeper->len;

	for (size_t i = 0; i < twin->len; i++)
		if (!has_top(keeper, compose_top(twin->fields[i].path), own))
			survey_set(keeper, arena, twin->fields[i].path.ptr, twin->fields[i].value);
	if (str_is(keeper->category, "other")) {
		keeper->category = twin->category;
		survey_set(keeper, arena, "category", survey_get(twin, "category"));
	}
	add_twin(keeper, arena, twin->ref);
	for (size_t i = 0; i < twin->twins_len; i++)
		add_twin(keeper, arena, twin->twins[i]);
}

static struct candidate *
root(struct candidate *candidate)
{
	while (candidate->twin_of)
		candidate = candidate->twin_of;
	return candidate;
}

static void
unite(struct surveying *s, struct candidate *a, struct candidate *b)
{
	struct candidate *keeper = root(a), *twin = root(b), *swap = keeper;

	if (keeper == twin)
		return;
	if (!tells_more(keeper->merchant, twin->merchant)) {
		keeper = twin;
		twin = swap;
	}
	twin->twin_of = keeper;
	merge(keeper->merchant, s->arena, twin->merchant);
	diag_note(s->diag, (struct pos){ s->file, 0, 0 }, "import-twin",
	          _("%.*s (%.*s) is the same shop as %.*s: same name and kind, same place"),
	          STR_ARG(twin->merchant->ref), STR_ARG(twin->merchant->name),
	          STR_ARG(keeper->merchant->ref));
}

static int
by_name_and_place(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;
	const struct location *p = &a->merchant->at, *q = &b->merchant->at;
	int order = str_cmp(a->name, b->name);

	if (order == 0)
		order = (p->latitude > q->latitude) - (p->latitude < q->latitude);
	if (order == 0)
		order = (p->longitude > q->longitude) - (p->longitude < q->longitude);
	if (order == 0)
		order = str_cmp(a->merchant->ref, b->merchant->ref);
	return order;
}

/* Takes the twins out of the list. */
static void
close_gaps(struct survey *survey, struct arena *arena, const struct candidate *candidates,
           size_t len)
{
	bool *gone = arena_array(arena, len, sizeof *gone);
	size_t kept = 0;

	for (size_t i = 0; i < len; i++)
		gone[candidates[i].merchant - survey->items] = candidates[i].twin_of != NULL;
	for (size_t i = 0; i < len; i++)
		if (!gone[i])
			survey->items[kept++] = survey->items[i];
	survey->twins = len - kept;
	survey->len = kept;
}

void
survey_twins(struct surveying *s, struct survey *survey, const struct extract *extract)
{
	size_t len = survey->len;
	struct arena *names = arena_new();
	struct candidate *candidates = arena_array(names, len, sizeof *candidates);

	for (size_t i = 0; i < len; i++)
		candidates[i] = (struct candidate){
			.merchant = &survey->items[i],
			.name = utf8_fold(names, survey->items[i].name),
		};
	if (len > 1)
		qsort(candidates, len, sizeof *candidates, by_name_and_place);
	for (size_t i = 0; i < len; i++)
		for (size_t j = i + 1; j < len && j <= i + NEIGHBOURS &&
		                       str_eq(candidates[i].name, candidates[j].name);
		     j++) {
			if (are_twins(extract, s->scratch, candidates[i].merchant,
			              candidates[j].merchant))
				unite(s, &candidates[i], &candidates[j]);
			arena_reset(s->scratch);
		}
	close_gaps(survey, names, candidates, len);
	arena_free(names);
}
