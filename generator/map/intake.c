#include "map/intake.h"

#include "base/arena.h"
#include "base/buf.h"
#include "card/cards.h"
#include "map/intake_parts.h"

#include <stdlib.h>

/* ---- the ledger by card ---- */

static int
by_path(const void *left, const void *right)
{
	const struct ledger_line *a = *(const struct ledger_line *const *)left;
	const struct ledger_line *b = *(const struct ledger_line *const *)right;
	int order = str_cmp(a->path, b->path);

	return order ? order : (a > b) - (a < b);
}

const struct ledger_line **
intake_lines(const struct planning *p, struct str path, size_t *count)
{
	size_t len = p->from->ledger->len, from = 0, to = len;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_cmp(p->by_path[middle]->path, path) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	for (to = from; to < len && str_eq(p->by_path[to]->path, path); to++)
		;
	*count = to - from;
	return p->by_path + from;
}

static void
sort_lines(struct planning *p)
{
	const struct ledger *ledger = p->from->ledger;

	p->by_path = arena_array(p->arena, ledger->len, sizeof(struct ledger_line *));
	for (size_t i = 0; i < ledger->len; i++)
		p->by_path[i] = &ledger->items[i];
	if (ledger->len > 1)
		qsort(p->by_path, ledger->len, sizeof(struct ledger_line *), by_path);
}

/* ---- items ---- */

static struct intake_item *
add_item(struct planning *p)
{
	struct intake *intake = p->intake;

	intake->items = arena_push(p->arena, intake->items, &intake->len, sizeof *intake->items);
	return &intake->items[intake->len - 1];
}

static void
plan_new(struct planning *p, struct shop *shop, struct intake_item *item)
{
	struct survey_merchant *merchant = shop->merchant;
	struct buf text = { 0 };

	item->action = INTAKE_ADD;
	item->path = arena_printf(p->arena, "merchants/%.*s.md", STR_ARG(shop->slug));
	survey_set(merchant, p->arena, "osm", merchant->ref);
	compose_card(&text, KIND_MERCHANT, merchant->fields, merchant->len, (struct str){ 0 });
	item->text = arena_str(p->arena, buf_str(&text));
	buf_release(&text);
	for (size_t i = 0; i < merchant->len; i++)
		ledger_add(&p->intake->ledger, p->arena,
		           &(struct ledger_line){ merchant->ref, item->path,
		                                  merchant->fields[i].path,
		                                  merchant->fields[i].value });
}

/* The ledger keeps what it knows of an object that it has no card for, or no shop. */
static void
keep_object(struct planning *p, struct str ref)
{
	size_t count;
	const struct ledger_line *lines = ledger_find(p->from->ledger, ref, &count);

	for (size_t i = 0; lines && i < count; i++)
		ledger_add(&p->intake->ledger, p->arena, &lines[i]);
}

static void
plan_deleted(struct planning *p, const struct shop *shop, struct intake_item *item)
{
	const struct survey_merchant *merchant = shop->merchant;
	size_t count;
	const struct ledger_line *line = ledger_find(p->from->ledger, merchant->ref, &count);

	item->action = INTAKE_DELETED;
	keep_object(p, merchant->ref);
	for (size_t i = 0; i < merchant->twins_len; i++) {
		if (!line)
			line = ledger_find(p->from->ledger, merchant->twins[i], &count);
		keep_object(p, merchant->twins[i]);
	}
	item->path = line ? line->path : (struct str){ 0 };
}

static void
plan_place(struct planning *p, const struct shop *shop, struct intake_item *item)
{
	item->action = INTAKE_PLACE;
	item->path = shop->place;
	keep_object(p, shop->merchant->ref);
}

static int
plan_shop(struct planning *p, struct shop *shop)
{
	struct intake_item *item = add_item(p);
	int rc = 0;

	*item = (struct intake_item){ .merchant = shop->merchant,
		                      .ref = shop->merchant->ref,
		                      .name = shop->merchant->name,
		                      .category = shop->merchant->category,
		                      .street = survey_get(shop->merchant, "address.street") };
	if (shop->card)
		rc = intake_merge(p, shop, item);
	else if (shop->place.len > 0)
		plan_place(p, shop, item);
	else if (shop->remembered)
		plan_deleted(p, shop, item);
	else
		plan_new(p, shop, item);
	p->intake->counts[item->action]++;
	arena_reset(p->scratch);
	return rc;
}

/* ---- what is gone from the map ---- */

static const struct known_card *
card_of_line(const struct planning *p, const struct ledger_line *line)
{
	for (size_t i = 0; i < p->cards_len; i++) {
		const struct merchant *card = p->cards[i].card;

		if (str_eq(card->osm, line->ref) || str_eq(card->card.path, line->path))
			return &p->cards[i];
	}
	return NULL;
}

static void
add_gone(struct planning *p, const struct known_card *known, struct str ref)
{
	const struct config *config = &p->from->cards->config;
	const struct merchant *card = known->card;
	struct intake_item *item = add_item(p);

	*item = (struct intake_item){
		.action = INTAKE_GONE,
		.ref = ref,
		.path = card->card.path,
		.name = text_in(&card->name, config->languages[0], config->languages,
		                config->languages_len, NULL),
		.category = card->category.len ? card->category.items[0].text : (struct str){ 0 },
		.street = text_in(&card->address.street, config->languages[0], config->languages,
		                  config->languages_len, NULL),
	};
	p->intake->counts[INTAKE_GONE]++;
}

static void
plan_gone(struct planning *p)
{
	const struct ledger *ledger = p->from->ledger;

	for (size_t i = 0; i < ledger->len; i++) {
		const struct ledger_line *line = &ledger->items[i];
		const struct known_card *card;

		if ((i > 0 && str_eq(line->ref, line[-1].ref)) || intake_shop(p, line->ref))
			continue;
		card = card_of_line(p, line);
		if (card && card->shop) /* another object stands for it by now */
			continue;
		keep_object(p, line->ref);
		if (card && !card->card->unlisted && card->card->status != STATUS_CLOSED)
			add_gone(p, card, line->ref);
	}
}

int
intake_plan(struct intake *intake, struct arena *arena, const struct intake_sources *from,
            struct diag *diag)
{
	struct planning p = {
		.from = from,
		.intake = intake,
		.arena = arena,
		.scratch = arena_new(),
		.diag = diag,
		.shops_len = from->survey->len,
	};
	int rc = 0;

	*intake = (struct intake){ 0 };
	p.shops = arena_array(arena, p.shops_len, sizeof *p.shops);
	for (size_t i = 0; i < p.shops_len; i++)
		p.shops[i].merchant = &from->survey->items[i];
	sort_lines(&p);
	intake_match(&p);
	intake_name(&p);
	for (size_t i = 0; i < p.shops_len && rc == 0; i++)
		rc = plan_shop(&p, &p.shops[i]);
	plan_gone(&p);
	arena_free(p.scratch);
	return rc;
}
