#include "map/scene_parts.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What is written at a wider zoom matters more; then names before signs before numbers; then a style's order (of lines
 * the last is the widest street); then size. */
static uint64_t
rank_of(const struct scene_maker *m, const struct scene_draft *draft)
{
	const struct style_rule *rule = draft->note.rule;
	uint64_t zoom = (uint64_t)(draft->from * 256), kind = rule ? rule->kind : STYLE_KINDS;
	uint64_t order = rule ? (uint64_t)(rule - m->style->rules[kind]) : 0;

	if (rule && kind == STYLE_LINE)
		order = m->style->rules_len[kind] - 1 - order;
	/* A place's name before a street's. */
	if (kind == STYLE_NAME)
		kind = 0;
	return zoom << 32 | kind << 16 | order;
}

void
scene_add_note(struct scene_maker *m, struct scene_note note, double measure)
{
	const struct style_rule *rule = note.rule;
	double from = !rule                      ? m->style->numbers
	              : rule->kind == STYLE_LINE ? rule->name
	                                         : rule->from;

	m->drafts = arena_push(m->scratch, m->drafts, &m->drafts_len, sizeof *m->drafts);
	m->drafts[m->drafts_len - 1] = (struct scene_draft){
		.note = note,
		.from = from,
		.measure = measure,
		.serial = (uint32_t)m->drafts_len,
	};
}

void
scene_add_number(struct scene_maker *m, const struct osm_object *object, struct spot at)
{
	struct scene_note note = { .object = object, .len = 1 };

	note.spots = arena_copy(m->arena, &at, sizeof at);
	scene_add_note(m, note, 0);
}

/* --- the same house twice ---------------------------------------------------------------------- */

/* A shop has the number of the house that it is in. Farther apart they are houses of two villages. */
enum { SAME_HOUSE_METRES = 60 };

static uint64_t
hash_house(const struct osm_object *object)
{
	struct hash number = hash_of(osm_tag(object, "addr:housenumber"));
	struct str street = osm_tag(object, "addr:street");

	if (street.len == 0)
		street = osm_tag(object, "addr:place");
	return hash_mix(number, hash_of(street)).low;
}

static bool
is_near(struct spot a, struct spot b)
{
	return hypot(a.x - b.x, a.y - b.y) * mercator_metres(a.y) < SAME_HOUSE_METRES;
}

/* Blanks later drafts that say the number of a house that has it already; keys: drafts of numbers, by house. */
static void
blank_repeated(struct scene_draft *drafts, const struct scene_key *keys, size_t len)
{
	enum { LOOK_BACK = 16 };

	for (size_t i = 1; i < len; i++)
		for (size_t k = i; k-- > 0 && i - k <= LOOK_BACK && keys[k].key == keys[i].key;) {
			const struct scene_note *earlier = &drafts[keys[k].at].note;
			struct scene_note *later = &drafts[keys[i].at].note;

			if (earlier->len && is_near(earlier->spots[0], later->spots[0])) {
				later->len = 0;
				break;
			}
		}
}

static void
drop_repeated(struct scene_maker *m)
{
	struct scene_key *keys = arena_array(m->scratch, m->drafts_len, sizeof *keys);
	size_t len = 0, kept = 0;

	for (size_t i = 0; i < m->drafts_len; i++)
		if (!m->drafts[i].note.rule)
			keys[len++] = (struct scene_key){ hash_house(m->drafts[i].note.object),
				                          (uint32_t)i };
	scene_sort_keys(keys, len);
	blank_repeated(m->drafts, keys, len);
	for (size_t i = 0; i < m->drafts_len; i++)
		if (m->drafts[i].note.len)
			m->drafts[kept++] = m->drafts[i];
	m->drafts_len = kept;
}

/* --- the order --------------------------------------------------------------------------------- */

struct ranked {
	uint64_t rank;
	double measure;
	uint32_t serial, at;
};

static int
compare(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	if (x->measure > y->measure || x->measure < y->measure)
		return x->measure > y->measure ? -1 : 1;
	return (x->serial > y->serial) - (x->serial < y->serial);
}

const struct scene_note *
scene_sort_notes(struct scene_maker *m, size_t *len)
{
	struct scene_note *notes;
	struct ranked *places;

	drop_repeated(m);
	notes = arena_array(m->arena, m->drafts_len, sizeof *notes);
	places = arena_array(m->scratch, m->drafts_len, sizeof *places);
	for (size_t i = 0; i < m->drafts_len; i++)
		places[i] = (struct ranked){ rank_of(m, &m->drafts[i]), m->drafts[i].measure,
			                     m->drafts[i].serial, (uint32_t)i };
	if (m->drafts_len)
		qsort(places, m->drafts_len, sizeof *places, compare);
	for (size_t i = 0; i < m->drafts_len; i++)
		notes[i] = m->drafts[places[i].at].note;
	*len = m->drafts_len;
	return notes;
}
