#include "guide/changes.h"

#include "base/arena.h"
#include "card/cards.h"
#include "guide/changes_parts.h"
#include "guide/guide.h"

#include <stdlib.h>

#define SHOWN_IN(list, linked)                                                                     \
	{                                                                                          \
		offsetof(struct guide, list), offsetof(struct guide, list##_len),                  \
			offsetof(struct linked, card)                                              \
	}

/* Where the guide has the cards of a kind that it shows: a list of pointers to what holds the card. */
static const struct {
	size_t list, count, card;
} shown_in[KIND_COUNT] = {
	[KIND_MERCHANT] = SHOWN_IN(merchants, guide_merchant),
	[KIND_OFFER] = SHOWN_IN(offers, guide_offer),
	[KIND_EVENT] = SHOWN_IN(events, guide_event),
	[KIND_NEWS] = SHOWN_IN(news, guide_news),
	[KIND_PLACE] = SHOWN_IN(places, guide_place),
	[KIND_ROUTE] = SHOWN_IN(routes, guide_route),
};

/* The cards of a kind in one state. */
struct shelf {
	const char *cards;
	size_t len, size;
	bool *shown; /* by index */
	int today;
};

struct finding {
	struct arena *arena;
	struct changes *changes;
	const struct changes_options *options;
	enum kind kind;
	struct shelf before, after;
};

static const struct card *
card_at(const struct shelf *shelf, size_t index)
{
	return (const struct card *)(const void *)(shelf->cards + index * shelf->size);
}

static void
mark_shown(struct shelf *shelf, const struct guide *guide, enum kind kind)
{
	const char *base = (const char *)guide;
	char *const *list = *(char *const *const *)(const void *)(base + shown_in[kind].list);
	size_t count = *(const size_t *)(const void *)(base + shown_in[kind].count);

	for (size_t i = 0; i < count; i++) {
		const char *card =
			*(const char *const *)(const void *)(list[i] + shown_in[kind].card);

		shelf->shown[(size_t)(card - shelf->cards) / shelf->size] = true;
	}
}

/* The guide lists pages as they are. */
static void
mark_pages(struct shelf *shelf, const struct guide *guide)
{
	for (size_t i = 0; i < guide->pages_len; i++)
		shelf->shown[(size_t)((const char *)guide->pages[i] - shelf->cards) / shelf->size] =
			true;
}

static struct shelf
shelf_of(const struct finding *f, const struct changes_state *state)
{
	const struct schema_kind *kind = schema_kind(f->kind);
	const char *base = (const char *)state->cards;
	struct shelf shelf = {
		.cards = *(const char *const *)(const void *)(base + kind->list),
		.len = *(const size_t *)(const void *)(base + kind->count),
		.size = kind->schema->size,
		.today = state->guide->now.day,
	};

	shelf.shown = arena_array(f->arena, shelf.len, sizeof *shelf.shown);
	if (f->kind == KIND_PAGE)
		mark_pages(&shelf, state->guide);
	else
		mark_shown(&shelf, state->guide, f->kind);
	return shelf;
}

/* Of what the guide does not show: whether its day is to come. */
static bool
is_waiting(const struct shelf *shelf, enum kind kind, const struct card *card)
{
	if (card->draft)
		return false;
	if (kind == KIND_OFFER)
		return ((const struct offer *)(const void *)card)->from > shelf->today;
	return kind == KIND_NEWS &&
	       ((const struct news *)(const void *)card)->date.day > shelf->today;
}

static enum card_state
state_of(const struct shelf *shelf, enum kind kind, const struct card *card)
{
	size_t index;

	if (!card)
		return CARD_NONE;
	index = (size_t)((const char *)card - shelf->cards) / shelf->size;
	if (shelf->shown[index])
		return CARD_SHOWN;
	return is_waiting(shelf, kind, card) ? CARD_WAITING : CARD_HIDDEN;
}

const struct text *
changes_name(enum kind kind, const struct card *card)
{
	const struct schema *schema = schema_kind(kind)->schema;
	const struct field *row = schema_find(schema, STR("name"));

	if (!row)
		row = schema_find(schema, STR("title"));
	return (const struct text *)(const void *)((const char *)card + row->offset);
}

/* ---- one card ---- */

static void
compare(struct finding *f, struct card_change *card, struct arena *scratch)
{
	const struct schema *schema = schema_kind(f->kind)->schema;
	struct change_list found = { 0 };
	struct said_list before, after;

	said_read(&before, scratch, schema, card->before);
	said_read(&after, scratch, schema, card->after);
	changes_of_fields(&found, scratch, &before, &after, f->options);
	changes_of_body(&found, scratch, &card->before->body, &card->after->body);
	card->items = found.items;
	card->len = found.len;
}

static void
keep(struct finding *f, const struct card_change *card)
{
	struct changes *changes = f->changes;

	if (card->was < CARD_WAITING && card->is < CARD_WAITING) {
		changes->unseen++;
		return;
	}
	changes->cards =
		arena_push(f->arena, changes->cards, &changes->cards_len, sizeof *changes->cards);
	changes->cards[changes->cards_len - 1] = *card;
}

static struct card_change
card_change(const struct finding *f, const struct card *before, const struct card *after)
{
	return (struct card_change){
		.kind = f->kind,
		.before = before,
		.after = after,
		.was = state_of(&f->before, f->kind, before),
		.is = state_of(&f->after, f->kind, after),
	};
}

/* A card that both states have; most are the same, and what was read for that is forgotten. */
static void
add_pair(struct finding *f, struct arena *scratch, const struct card *before,
         const struct card *after)
{
	struct card_change card = card_change(f, before, after);

	compare(f, &card, scratch);
	if (card.len > 0 || card.was != card.is || !str_eq(before->slug, after->slug)) {
		compare(f, &card, f->arena);
		keep(f, &card);
	}
	arena_reset(scratch);
}

static void
add_lone(struct finding *f, const struct card *before, const struct card *after)
{
	struct card_change card = card_change(f, before, after);

	said_read(&card.says, f->arena, schema_kind(f->kind)->schema, before ? before : after);
	keep(f, &card);
}

/* ---- all cards of a kind ---- */

struct lone_cards {
	const struct card **items;
	size_t len;
};

static void
push(struct lone_cards *list, struct arena *arena, const struct card *card)
{
	list->items = arena_push(arena, list->items, &list->len, sizeof *list->items);
	list->items[list->len - 1] = card;
}

/* Cards that one state alone has: the same under another name, or really gone and come. */
static void
add_lone_cards(struct finding *f, struct arena *scratch, const struct lone_cards *gone,
               const struct lone_cards *come)
{
	const size_t *pairs =
		changes_pair(f->arena, f->kind, gone->items, gone->len, come->items, come->len);
	bool *paired = arena_array(f->arena, come->len, sizeof *paired);

	for (size_t i = 0; i < gone->len; i++) {
		if (pairs[i] >= come->len || !come->items) {
			add_lone(f, gone->items[i], NULL);
			continue;
		}
		paired[pairs[i]] = true;
		add_pair(f, scratch, gone->items[i], come->items[pairs[i]]);
	}
	for (size_t i = 0; i < come->len; i++)
		if (!paired[i])
			add_lone(f, NULL, come->items[i]);
}

static int
by_slug(const void *left, const void *right)
{
	const struct card_change *a = left, *b = right;
	const struct card *x = a->after ? a->after : a->before,
			  *y = b->after ? b->after : b->before;
	int order = str_cmp(x->slug, y->slug);

	return order ? order : !a->after - !b->after;
}

static void
find_kind(struct finding *f, struct arena *scratch)
{
	struct lone_cards gone = { 0 }, come = { 0 };
	struct changes *changes = f->changes;
	size_t first = changes->cards_len, b = 0, a = 0;

	while (b < f->before.len || a < f->after.len) {
		const struct card *old = b < f->before.len ? card_at(&f->before, b) : NULL;
		const struct card *new = a < f->after.len ? card_at(&f->after, a) : NULL;
		int order = !old ? 1 : !new ? -1 : str_cmp(old->slug, new->slug);

		if (order == 0)
			add_pair(f, scratch, old, new);
		else if (order < 0)
			push(&gone, f->arena, old);
		else
			push(&come, f->arena, new);
		b += order <= 0;
		a += order >= 0;
	}
	add_lone_cards(f, scratch, &gone, &come);
	if (changes->cards_len > first)
		qsort(changes->cards + first, changes->cards_len - first, sizeof *changes->cards,
		      by_slug);
}

void
changes_find(struct changes *changes, struct arena *arena, const struct changes_state *before,
             const struct changes_state *after, const struct changes_options *options)
{
	struct finding f = { .arena = arena, .changes = changes, .options = options };
	struct arena *scratch = arena_new();
	struct change_list config = { 0 };
	struct said_list old, new;

	*changes = (struct changes){ 0 };
	said_read(&old, arena, &schema_config, &before->cards->config);
	said_read(&new, arena, &schema_config, &after->cards->config);
	changes_of_fields(&config, arena, &old, &new, options);
	changes->config = config.items;
	changes->config_len = config.len;
	for (int kind = KIND_CONFIG + 1; kind < KIND_COUNT; kind++) {
		f.kind = (enum kind)kind;
		f.before = shelf_of(&f, before);
		f.after = shelf_of(&f, after);
		find_kind(&f, scratch);
	}
	arena_free(scratch);
}
