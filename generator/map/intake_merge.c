/* intake_merge: what becomes of one card: by field, what was imported, what the card says, what the map says. */
#include "map/intake_parts.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "card/cards.h"
#include "card/edit.h"
#include "map/same.h"
#include "source/source.h"

#include <string.h>

/* One card in the works. */
struct merging {
	struct planning *p;
	struct shop *shop;
	struct intake_item *item;
	struct ledger base; /* what the last import said of it */
	struct edit_fields card;
	struct compose_field *edits;
	size_t edits_len;
};

static const struct config *
config_of(const struct planning *p)
{
	return &p->from->cards->config;
}

/* ---- what was imported ---- */

static struct str
base_get(const struct merging *m, struct str field)
{
	for (size_t i = 0; i < m->base.len; i++)
		if (str_eq(m->base.items[i].field, field))
			return m->base.items[i].value;
	return (struct str){ 0 };
}

static void
add_base(struct merging *m, const struct ledger_line *line)
{
	if (base_get(m, line->field).len == 0)
		ledger_add(&m->base, m->p->arena, line);
}

static void
add_base_of(struct merging *m, struct str ref)
{
	size_t count;
	const struct ledger_line *lines =
		ref.len ? ledger_find(m->p->from->ledger, ref, &count) : NULL;

	for (size_t i = 0; lines && i < count; i++)
		add_base(m, &lines[i]);
}

/* By the object that the card names, the shop's, and the card's path (the object may be another by now). */
static void
gather_base(struct merging *m)
{
	const struct survey_merchant *merchant = m->shop->merchant;
	const struct merchant *card = m->shop->card->card;
	size_t count;
	const struct ledger_line **lines;

	if (intake_is(merchant, card->osm))
		add_base_of(m, card->osm);
	add_base_of(m, merchant->ref);
	for (size_t i = 0; i < merchant->twins_len; i++)
		add_base_of(m, merchant->twins[i]);
	lines = intake_lines(m->p, card->card.path, &count);
	for (size_t i = 0; i < count; i++)
		add_base(m, lines[i]);
}

/* Changes places with a twin. */
static void
stand_for(struct survey_merchant *merchant, struct str ref)
{
	for (size_t i = 0; i < merchant->twins_len; i++)
		if (str_eq(merchant->twins[i], ref)) {
			merchant->twins[i] = merchant->ref;
			merchant->ref = ref;
		}
}

/* Of a shop that the map has twice, the object that card or ledger know stays. */
static void
choose_ref(struct merging *m)
{
	struct survey_merchant *merchant = m->shop->merchant;
	const struct str osm = m->shop->card->card->osm;

	if (intake_is(merchant, osm))
		stand_for(merchant, osm);
	else if (m->base.len > 0 && intake_is(merchant, m->base.items[0].ref))
		stand_for(merchant, m->base.items[0].ref);
	survey_set(merchant, m->p->arena, "osm", merchant->ref);
}

/* ---- one field ---- */

static struct pos
card_pos(const struct merging *m)
{
	return (struct pos){ m->item->path.ptr, 0, 0 };
}

/* A list on one line, for people. */
static struct str
on_one_line(struct arena *arena, struct str value)
{
	struct str line = { 0 }, item;

	if (value.len == 0)
		return str(_("nothing"));
	while (value.len > 0 && str_split(&value, '\n', &item))
		if (item.len > 0)
			line = arena_printf(arena, "%.*s%s%.*s", STR_ARG(line),
			                    line.len ? ", " : "", STR_ARG(item));
	return line;
}

static void
report_differs(struct merging *m, struct str field, struct str card, struct str map)
{
	struct arena *arena = m->p->scratch;

	m->p->intake->differ++;
	diag_note(m->p->diag, card_pos(m), "import-differs",
	          _("%.*s differs and stays as it is: card \"%.*s\", map \"%.*s\""), STR_ARG(field),
	          STR_ARG(on_one_line(arena, card)), STR_ARG(on_one_line(arena, map)));
}

/* Hours that are a map of days, on one line. */
static struct str
in_words(const struct merging *m, struct str field, struct str card)
{
	const struct hours *hours = &m->shop->card->card->hours;

	return str_is(field, "hours") && hours->state == HOURS_KNOWN ? hours->text : card;
}

/* Tells where card and map say different things. */
static void
compare(struct merging *m, const struct field *row, struct str field, struct str card,
        struct str map)
{
	card = in_words(m, field, card);
	if (!same_or_more(m->p->scratch, config_of(m->p), row, card, map))
		report_differs(m, field, card, map);
}

static void
remember(struct merging *m, struct str field, struct str value)
{
	if (value.len > 0)
		ledger_add(&m->p->intake->ledger, m->p->arena,
		           &(struct ledger_line){ m->shop->merchant->ref, m->item->path, field,
		                                  value });
}

static void
want(struct merging *m, struct str field, struct str value)
{
	m->edits = arena_push(m->p->arena, m->edits, &m->edits_len, sizeof *m->edits);
	m->edits[m->edits_len - 1] = (struct compose_field){ field, value };
}

/* Whether the card has anything at all under the field's key, so that what it lacks there was meant. Accounts and
 * links are each by themselves. */
static bool
is_spoken_for(const struct merging *m, const struct field *row, struct str field)
{
	struct str top = compose_top(field);

	if (top.len == field.len || row->type == AS_LINKS || str_is(top, "accessibility"))
		return false;
	for (size_t i = 0; i < m->card.len; i++)
		if (str_eq(compose_top(m->card.items[i].path), top))
			return true;
	return false;
}

/* A card that no import has touched: it gets what it lacks. */
static void
complete_field(struct merging *m, const struct field *row, struct str field, struct str map)
{
	struct str card = edit_get(&m->card, field);

	remember(m, field, map);
	if (card.len == 0 && !is_spoken_for(m, row, field))
		want(m, field, map);
	else if (card.len > 0)
		compare(m, row, field, card, map);
}

/* An address is one thing: where a person changed a part of it, the map has no say in the others. */
static bool
is_address_edited(const struct merging *m)
{
	static const struct str parts[] = { { "address.street", 14 },
		                            { "address.postcode", 16 },
		                            { "address.city", 12 } };

	for (size_t i = 0; i < countof(parts); i++)
		if (!str_eq(edit_get(&m->card, parts[i]), base_get(m, parts[i])))
			return true;
	return false;
}

static void
merge_field(struct merging *m, const struct field *row, struct str field)
{
	struct str base = base_get(m, field), card = edit_get(&m->card, field);
	struct str map = survey_get(m->shop->merchant, arena_cstr(m->p->scratch, field));

	remember(m, field, map);
	if (str_eq(map, base) || str_eq(card, map))
		return;
	if (str_eq(card, base) && !(str_starts(field, "address.") && is_address_edited(m)))
		want(m, field, map);
	else
		compare(m, row, field, card, map);
}

static void
merge_fields(struct merging *m)
{
	const struct survey_merchant *merchant = m->shop->merchant;

	for (size_t i = 0; i < merchant->len; i++) {
		struct str field = merchant->fields[i].path;
		const struct field *row = compose_row(KIND_MERCHANT, field);

		if (m->base.len == 0)
			complete_field(m, row, field, merchant->fields[i].value);
		else
			merge_field(m, row, field);
	}
	for (size_t i = 0; i < m->base.len; i++) {
		struct str field = m->base.items[i].field;
		const struct field *row = compose_row(KIND_MERCHANT, field);

		/* What the map says no longer. */
		if (row && survey_get(merchant, arena_cstr(m->p->scratch, field)).len == 0)
			merge_field(m, row, field);
	}
}

/* ---- the card's new text ---- */

static void
add_change(struct merging *m, const struct compose_field *edit)
{
	struct intake_item *item = m->item;

	item->changes =
		arena_push(m->p->arena, item->changes, &item->changes_len, sizeof *item->changes);
	item->changes[item->changes_len - 1] =
		(struct intake_change){ edit->path, edit_get(&m->card, edit->path), edit->value };
}

/* What cannot be written is as if the map had not said it yet: the next import tries, and tells, again. */
static void
give_up(struct merging *m, const struct compose_field *edit)
{
	struct ledger *ledger = &m->p->intake->ledger;
	struct str base = base_get(m, edit->path);

	for (size_t i = ledger->len; i-- > 0;)
		if (str_eq(ledger->items[i].ref, m->shop->merchant->ref) &&
		    str_eq(ledger->items[i].field, edit->path)) {
			ledger->items[i] = ledger->items[ledger->len - 1];
			ledger->len--;
			break;
		}
	remember(m, edit->path, base);
	m->p->intake->by_hand++;
	diag_note(m->p->diag, card_pos(m), "import-by-hand",
	          _("%.*s: the map says \"%.*s\"; it cannot be written here without changing more"),
	          STR_ARG(edit->path), STR_ARG(on_one_line(m->p->scratch, edit->value)));
	diag_hint(m->p->diag, _("write it by hand, as one line"));
}

static int
apply(struct merging *m, struct buf *out, struct str bytes, const struct compose_field *edits,
      size_t len)
{
	const struct config *config = config_of(m->p);

	return edit_card(out, bytes, m->item->path.ptr, KIND_MERCHANT, config->languages[0], edits,
	                 len, &config->limits);
}

/* All at once, or, where that fails, one by one. */
static void
write_edits(struct merging *m)
{
	struct buf out = { 0 };
	struct str text = m->item->was;

	if (m->edits_len > 0 && apply(m, &out, text, m->edits, m->edits_len) == 0) {
		text = arena_str(m->p->arena, buf_str(&out));
		for (size_t i = 0; i < m->edits_len; i++)
			add_change(m, &m->edits[i]);
	} else {
		for (size_t i = 0; i < m->edits_len; i++) {
			buf_clear(&out);
			if (apply(m, &out, text, &m->edits[i], 1) == 0) {
				text = arena_str(m->p->arena, buf_str(&out));
				add_change(m, &m->edits[i]);
			} else {
				give_up(m, &m->edits[i]);
			}
		}
	}
	m->item->text = text;
	m->item->action = str_eq(text, m->item->was) ? INTAKE_SAME : INTAKE_CHANGE;
	buf_release(&out);
}

static int
read_card(struct merging *m)
{
	const struct config *config = config_of(m->p);
	struct buf bytes = { .max = (size_t)config->limits.text_bytes };
	int rc = source_read_path(m->p->from->source, m->item->path.ptr, &bytes, m->p->diag);

	if (rc == 0) {
		m->item->was = arena_str(m->p->arena, buf_str(&bytes));
		rc = edit_read(&m->card, m->p->arena, m->item->was, m->item->path.ptr,
		               KIND_MERCHANT, config->languages[0], &config->limits) < 0;
	}
	buf_release(&bytes);
	return rc;
}

/* The ledger's lines stay as they were. */
static void
keep_lines(struct merging *m)
{
	for (size_t i = 0; i < m->base.len; i++)
		ledger_add(&m->p->intake->ledger, m->p->arena, &m->base.items[i]);
}

int
intake_merge(struct planning *p, struct shop *shop, struct intake_item *item)
{
	struct merging m = { .p = p, .shop = shop, .item = item };
	const struct merchant *card = shop->card->card;
	int rc;

	item->path = card->card.path;
	gather_base(&m);
	choose_ref(&m);
	item->ref = shop->merchant->ref;
	if (card->unlisted || card->status == STATUS_CLOSED) {
		item->action = INTAKE_LEFT;
		keep_lines(&m);
		return 0;
	}
	item->action = INTAKE_SAME;
	rc = read_card(&m);
	if (rc < 0)
		return -1;
	if (rc > 0) { /* taken away since, or no front matter that could be edited */
		keep_lines(&m);
		return 0;
	}
	merge_fields(&m);
	write_edits(&m);
	return 0;
}
