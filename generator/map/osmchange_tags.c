#include "map/osmchange_tags.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/cards.h"
#include "card/compose.h"
#include "map/same.h"

#include <string.h>

enum { VALUE_MOST = 255 }; /* code points, OpenStreetMap's own limit */

struct tagging {
	struct osmchange_tags *tags;
	struct arena *arena;
	const struct osmchange_sources *from;
	const struct osm_object *object;
	const struct merchant *card;
	struct diag *diag;
	bool changed;
};

/* ---- values of the card ---- */

static struct str
hours_of(struct arena *arena, const struct merchant *card)
{
	(void)arena;
	return card->hours.state == HOURS_KNOWN ? card->hours.text : (struct str){ 0 };
}

static struct str
phone_of(struct arena *arena, const struct merchant *card)
{
	(void)arena;
	return card->phone.international;
}

static struct str
email_of(struct arena *arena, const struct merchant *card)
{
	(void)arena;
	return card->email;
}

static struct str
website_of(struct arena *arena, const struct merchant *card)
{
	(void)arena;
	return card->website;
}

static struct str
wheelchair_of(struct arena *arena, const struct merchant *card)
{
	static const char *const words[] = {
		[WHEELCHAIR_YES] = "yes", [WHEELCHAIR_LIMITED] = "limited", [WHEELCHAIR_NO] = "no"
	};

	(void)arena;
	return str(words[card->accessibility.wheelchair]);
}

static struct str
answer(enum answer answer)
{
	static const char *const words[] = { [ANSWER_YES] = "yes", [ANSWER_NO] = "no" };

	return str(words[answer]);
}

static struct str
toilets_of(struct arena *arena, const struct merchant *card)
{
	(void)arena;
	return answer(card->accessibility.toilets_wheelchair);
}

static struct str
loop_of(struct arena *arena, const struct merchant *card)
{
	(void)arena;
	return answer(card->accessibility.hearing_loop);
}

static struct str
founded_of(struct arena *arena, const struct merchant *card)
{
	return card->founded ? arena_printf(arena, "%d", card->founded) : (struct str){ 0 };
}

static const struct rule {
	const char *field;
	const char *keys[3]; /* the first where the object has none of them */
	struct str (*value)(struct arena *arena, const struct merchant *card);
	bool if_absent; /* what the map says, it knows better */
} rules[] = {
	{ "hours", { "opening_hours" }, hours_of, false },
	{ "phone", { "phone", "contact:phone" }, phone_of, false },
	{ "email", { "email", "contact:email" }, email_of, false },
	{ "website", { "website", "contact:website", "url" }, website_of, false },
	{ "accessibility.wheelchair", { "wheelchair" }, wheelchair_of, false },
	{ "accessibility.toilets-wheelchair", { "toilets:wheelchair" }, toilets_of, false },
	{ "accessibility.hearing-loop", { "hearing_loop" }, loop_of, false },
	{ "founded", { "start_date" }, founded_of, true },
};

/* ---- tags ---- */

static struct osm_tag *
find_tag(const struct osmchange_tags *tags, struct str key)
{
	for (size_t i = 0; i < tags->len; i++)
		if (str_eq(tags->items[i].key, key))
			return &tags->items[i];
	return NULL;
}

static void
set_tag(struct tagging *t, struct str key, struct str value)
{
	struct osm_tag *tag = find_tag(t->tags, key);

	if (utf8_count(value) > VALUE_MOST) {
		diag_note(t->diag, (struct pos){ t->card->card.path.ptr, 0, 0 }, "export-osm",
		          _("%.*s is left out: it is longer than %d characters"), STR_ARG(key),
		          VALUE_MOST);
		return;
	}
	t->changed = true;
	if (tag) {
		tag->value = value;
		return;
	}
	t->tags->items =
		arena_push(t->arena, t->tags->items, &t->tags->len, sizeof *t->tags->items);
	t->tags->items[t->tags->len - 1] = (struct osm_tag){ key, value };
}

/* What the last import read there; empty: nothing, or there was none. */
static struct str
imported(const struct tagging *t, const char *field)
{
	size_t count;
	const struct ledger_line *lines = ledger_find(t->from->ledger, t->card->osm, &count);

	for (size_t i = 0; lines && i < count; i++)
		if (str_is(lines[i].field, field))
			return lines[i].value;
	return (struct str){ 0 };
}

static bool
has_several(struct str value)
{
	return str_find(value, ';') < value.len;
}

static bool
is_one_of(struct tagging *t, const struct field *row, struct str several, struct str value)
{
	struct str one;

	while (str_split(&several, ';', &one))
		if (same_value(t->arena, &t->from->cards->config, row, str_trim(one), value))
			return true;
	return false;
}

static void
apply_rule(struct tagging *t, const struct rule *rule)
{
	const struct config *config = &t->from->cards->config;
	const struct field *row = compose_row(KIND_MERCHANT, str(rule->field));
	struct str value = rule->value(t->arena, t->card), key = str(rule->keys[0]);
	const struct osm_tag *tag = NULL;

	for (size_t i = 0; i < countof(rule->keys) && !tag; i++)
		if (rule->keys[i])
			tag = find_tag(t->tags, str(rule->keys[i]));
	if (value.len == 0 || (tag && rule->if_absent) ||
	    same_value(t->arena, config, row, imported(t, rule->field), value))
		return;
	if (tag && same_value(t->arena, config, row, tag->value, value))
		return;
	if (tag && row->type != AS_HOURS && has_several(tag->value)) {
		if (!is_one_of(t, row, tag->value, value))
			diag_note(t->diag, (struct pos){ t->card->card.path.ptr, 0, 0 },
			          "export-osm",
			          _("%.*s is left out: the map has several values, \"%.*s\""),
			          STR_ARG(tag->key), STR_ARG(tag->value));
		return;
	}
	set_tag(t, tag ? tag->key : key, value);
}

/* ---- words and accounts ---- */

/* Tags whose word means something narrower on a card than on the map. */
static bool
is_doubtful(const char *osm)
{
	static const char *const tags[] = { "parking=yes", "bicycle_parking=yes", "rental=yes" };

	for (size_t i = 0; i < countof(tags); i++)
		if (strcmp(osm, tags[i]) == 0)
			return true;
	return false;
}

static bool
holds(struct str list, const char *word)
{
	struct str item;

	while (str_split(&list, '\n', &item))
		if (str_is(item, word))
			return true;
	return false;
}

static void
apply_terms(struct tagging *t, const char *field, enum vocabulary which, const struct terms *terms)
{
	size_t count;
	const struct term *all = vocabulary(which, &count);
	struct str base = imported(t, field);

	for (size_t i = 0; i < terms->len; i++) {
		const struct term *term = &all[terms->items[i]];
		struct str tag = str(term->osm), key = str_sub(tag, 0, str_find(tag, '='));

		if (tag.len == 0 || is_doubtful(tag.ptr) || holds(base, term->id) ||
		    find_tag(t->tags, key))
			continue;
		set_tag(t, arena_str(t->arena, key),
		        arena_str(t->arena, str_sub(tag, key.len + 1, tag.len)));
	}
}

static void
apply_accounts(struct tagging *t)
{
	size_t count;
	const struct term *all = vocabulary(VOCABULARY_SOCIAL, &count);

	for (size_t i = 0; i < t->card->social.len; i++) {
		const struct link *link = &t->card->social.items[i];
		const char *osm = all[link->kind].osm;
		const char *field = arena_printf(t->arena, "social.%s", all[link->kind].id).ptr;

		if (!osm || imported(t, field).len > 0 || find_tag(t->tags, str(osm)) ||
		    find_tag(t->tags, str(osm + strlen("contact:"))))
			continue;
		set_tag(t, str(osm), link->url);
	}
}

bool
osmchange_tags(struct osmchange_tags *tags, struct arena *arena,
               const struct osmchange_sources *from, const struct osm_object *object,
               const struct merchant *card, struct diag *diag)
{
	struct tagging t = {
		.tags = tags,
		.arena = arena,
		.from = from,
		.object = object,
		.card = card,
		.diag = diag,
	};

	*tags = (struct osmchange_tags){ 0 };
	for (uint32_t i = 0; i < object->tags.len; i++) {
		tags->items = arena_push(arena, tags->items, &tags->len, sizeof *tags->items);
		tags->items[tags->len - 1] = object->tags.items[i];
	}
	for (size_t i = 0; i < countof(rules); i++)
		apply_rule(&t, &rules[i]);
	apply_terms(&t, "payment", VOCABULARY_PAYMENT, &card->payment);
	apply_terms(&t, "services", VOCABULARY_SERVICES, &card->services);
	apply_accounts(&t);
	return t.changed;
}
