#include "map/osmchange.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "card/cards.h"
#include "map/osmchange_tags.h"

#include <stdlib.h>

/* ---- XML ---- */

/* As the value of an attribute: what is there comes back, line ends included. */
static void
add_escaped(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		switch (text.ptr[i]) {
		case '&': buf_adds(out, "&amp;"); break;
		case '<': buf_adds(out, "&lt;"); break;
		case '>': buf_adds(out, "&gt;"); break;
		case '"': buf_adds(out, "&quot;"); break;
		case '\t': buf_adds(out, "&#9;"); break;
		case '\n': buf_adds(out, "&#10;"); break;
		case '\r': buf_adds(out, "&#13;"); break;
		default: buf_addc(out, text.ptr[i]);
		}
}

/* A comment may hold no two hyphens. */
static void
add_comment_text(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '-' && out->len > 0 && out->ptr[out->len - 1] == '-')
			buf_addc(out, ' ');
		buf_addc(out, text.ptr[i]);
	}
}

static const char *const elements[] = { "node", "way", "relation" };

static void
add_degrees(struct buf *out, const char *name, int32_t value)
{
	uint32_t size = value < 0 ? 0U - (uint32_t)value : (uint32_t)value;

	buf_printf(out, " %s=\"%s%u.%07u\"", name, value < 0 ? "-" : "", size / 10000000,
	           size % 10000000);
}

static void
add_nodes(struct buf *out, const struct extract *extract, const struct osm_way *way)
{
	for (uint32_t i = 0; i < way->len; i++)
		buf_printf(out, "      <nd ref=\"%lld\"/>\n",
		           (long long)extract->ids[way->nodes[i]]);
}

static void
add_members(struct buf *out, const struct osm_relation *relation)
{
	for (uint32_t i = 0; i < relation->len; i++) {
		const struct osm_member *member = &relation->members[i];

		buf_printf(out, "      <member type=\"%s\" ref=\"%lld\" role=\"",
		           elements[member->kind], (long long)member->id);
		add_escaped(out, member->role);
		buf_adds(out, "\"/>\n");
	}
}

static void
add_object(struct buf *out, const struct extract *extract, const struct osm_object *object,
           const struct osmchange_tags *tags)
{
	const char *element = elements[object->kind];

	buf_printf(out, "    <%s id=\"%lld\" version=\"%d\"", element, (long long)object->id,
	           object->version);
	if (object->kind == OSM_NODE) {
		struct osm_point at = ((const struct osm_node *)(const void *)object)->at;

		add_degrees(out, "lat", at.lat);
		add_degrees(out, "lon", at.lon);
	}
	buf_adds(out, ">\n");
	if (object->kind == OSM_WAY)
		add_nodes(out, extract, (const void *)object);
	if (object->kind == OSM_RELATION)
		add_members(out, (const void *)object);
	for (size_t i = 0; i < tags->len; i++) {
		buf_adds(out, "      <tag k=\"");
		add_escaped(out, tags->items[i].key);
		buf_adds(out, "\" v=\"");
		add_escaped(out, tags->items[i].value);
		buf_adds(out, "\"/>\n");
	}
	buf_printf(out, "    </%s>\n", element);
}

/* ---- which objects ---- */

struct candidate {
	const struct osm_object *object;
	const struct merchant *card;
};

static int
by_object(const void *left, const void *right)
{
	const struct osm_object *a = ((const struct candidate *)left)->object;
	const struct osm_object *b = ((const struct candidate *)right)->object;
	int order = (a->kind > b->kind) - (a->kind < b->kind);

	return order ? order : (a->id > b->id) - (a->id < b->id);
}

static void
leave_out(const struct merchant *card, const char *why, struct diag *diag)
{
	diag_note(diag, (struct pos){ card->card.path.ptr, 0, 0 }, "export-osm",
	          _("%.*s is left out: %s"), STR_ARG(card->osm), why);
}

static bool
can_be_written(const struct candidate *candidate, struct diag *diag)
{
	const struct osm_object *object = candidate->object;

	if (object->version <= 0) {
		leave_out(
			candidate->card,
			_("the extract does not tell its version, without which it cannot be changed"),
			diag);
		diag_hint(diag,
		          _("use an extract from openstreetmap.org's Export, or Overpass with "
		            "\"out meta\""));
		return false;
	}
	if (object->kind == OSM_WAY && !((const struct osm_way *)(const void *)object)->whole) {
		leave_out(candidate->card, _("the extract lacks some of its nodes"), diag);
		return false;
	}
	return true;
}

/* A card's object; NULL: it has none that could be changed. */
static const struct osm_object *
object_of(const struct osmchange_sources *from, const struct merchant *card, struct diag *diag)
{
	const struct osm_object *object;

	if (card->osm.len == 0 || card->unlisted || card->card.draft || card->status != STATUS_OPEN)
		return NULL;
	object = extract_find(from->extract, card->osm);
	if (!object)
		leave_out(card, _("the extract does not have it"), diag);
	return object;
}

static void
add_closed(struct buf *out, const struct osmchange_sources *from, enum lang lang)
{
	const struct config *config = &from->cards->config;

	for (size_t i = 0; i < from->cards->merchants_len; i++) {
		const struct merchant *card = &from->cards->merchants[i];
		struct str name =
			text_in(&card->name, lang, config->languages, config->languages_len, NULL);

		if (card->status != STATUS_CLOSED || card->osm.len == 0 || card->unlisted ||
		    card->card.draft || !extract_find(from->extract, card->osm))
			continue;
		buf_adds(out, "  <!-- closed: ");
		add_comment_text(out, card->osm);
		buf_adds(out, " ");
		add_comment_text(out, name);
		buf_adds(out, " -->\n");
	}
}

size_t
osmchange_write(struct buf *out, struct arena *arena, const struct osmchange_sources *from,
                struct diag *diag)
{
	const struct cards *cards = from->cards;
	struct candidate *candidates = arena_array(arena, cards->merchants_len, sizeof *candidates);
	size_t len = 0, changed = 0;

	for (size_t i = 0; i < cards->merchants_len; i++) {
		const struct merchant *card = &cards->merchants[i];
		const struct osm_object *object = object_of(from, card, diag);

		if (object)
			candidates[len++] = (struct candidate){ object, card };
	}
	if (len > 1)
		qsort(candidates, len, sizeof *candidates, by_object);
	buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	              "<osmChange version=\"0.6\" generator=\"quartier\">\n");
	add_closed(out, from, cards->config.languages[0]);
	for (size_t i = 0; i < len; i++) {
		struct osmchange_tags tags = { 0 };

		if (i > 0 && candidates[i].object == candidates[i - 1].object)
			continue; /* one object, two cards: the first speaks */
		if (!osmchange_tags(&tags, arena, from, candidates[i].object, candidates[i].card,
		                    diag) ||
		    !can_be_written(&candidates[i], diag))
			continue;
		if (changed++ == 0)
			buf_adds(out, "  <modify>\n");
		add_object(out, from->extract, candidates[i].object, &tags);
	}
	buf_adds(out, changed ? "  </modify>\n</osmChange>\n" : "</osmChange>\n");
	return changed;
}
