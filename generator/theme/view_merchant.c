#include "theme/view_private.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "guide/clock.h"
#include "guide/dates.h"
#include "theme/format.h"

#include <stdlib.h>
#include <string.h>

/* The same members again, as the brief view has them. */
static void
take_brief(struct fields *f, const struct value *brief)
{
	for (uint32_t i = 0; i < brief->len; i++)
		f->pairs[f->len++] = brief->pairs[i];
}

/* --- the parts of the whole view --------------------------------------------------------------------- */

static void
categories(struct fields *f, const struct maker *maker, const struct guide_merchant *merchant)
{
	const struct value **items =
		arena_array(maker->arena, merchant->categories_len, sizeof *items);
	struct buf ids = { 0 };

	for (size_t i = 0; i < merchant->categories_len; i++) {
		items[i] = maker->in->lists[VIEW_CATEGORIES][merchant->categories[i]->index];
		buf_adds(&ids, i > 0 ? " " : "");
		buf_add(&ids, merchant->categories[i]->id);
	}
	fields_set(f, "categories", list_over(maker->arena, items, merchant->categories_len));
	fields_text(f, "category_ids",
	            merchant->categories_len == 1 ? merchant->categories[0]->id
	                                          : arena_str(maker->arena, buf_str(&ids)));
	buf_release(&ids);
}

static const struct value *
phone(const struct maker *maker, const struct phone *phone)
{
	struct fields f;

	if (phone->e164.len == 0)
		return NULL;
	fields_start(&f, maker->arena);
	fields_text(&f, "display", phone->national);
	fields_text(&f, "uri", arena_printf(maker->arena, "tel:%.*s", STR_ARG(phone->e164)));
	fields_text(&f, "e164", phone->e164);
	return fields_map(&f);
}

/* "example.org" of an address in the web. */
static struct str
host_of(struct str url)
{
	for (size_t i = 0; i + 2 < url.len; i++)
		if (url.ptr[i] == ':' && url.ptr[i + 1] == '/' && url.ptr[i + 2] == '/') {
			url = str_sub(url, i + 3, url.len);
			break;
		}
	url = str_sub(url, 0, str_find(url, '/'));
	return str_starts(url, "www.") ? str_sub(url, 4, url.len) : url;
}

/* "dumont" of an account's address, else its host. */
static struct str
handle_of(const struct term *term, struct str url)
{
	struct str handle;

	if (!term->extra || !str_starts(url, term->extra))
		return host_of(url);
	handle = str_sub(url, strlen(term->extra), url.len);
	while (handle.len && handle.ptr[handle.len - 1] == '/')
		handle.len--;
	return handle.len ? handle : host_of(url);
}

static const struct value *
links(const struct maker *maker, enum vocabulary which, const struct links *links)
{
	size_t terms_len;
	const struct term *terms = vocabulary(which, &terms_len);
	const struct value **items = arena_array(maker->arena, links->len, sizeof *items);

	for (size_t i = 0; i < links->len; i++) {
		const struct link *link = &links->items[i];
		struct fields f;

		fields_start(&f, maker->arena);
		fields_text(&f, "id", str(terms[link->kind].id));
		fields_set(&f, "label",
		           value_get(maker->in->terms[which][link->kind], STR("label")));
		fields_text(&f, "url", link->url);
		if (which == VOCABULARY_SOCIAL)
			fields_text(&f, "handle", handle_of(&terms[link->kind], link->url));
		items[i] = fields_map(&f);
	}
	return list_over(maker->arena, items, links->len);
}

static const struct value *
status(const struct maker *maker, enum status status)
{
	static const struct {
		const char *id, *flag, *label;
	} rows[] = {
		[STATUS_OPEN] = { "open", "open", "status_open" },
		[STATUS_CLOSED_TEMPORARILY] = { "closed-temporarily", "temporarily_closed",
		                                "status_closed_temporarily" },
		[STATUS_OPENING_SOON] = { "opening-soon", "opening_soon", "status_opening_soon" },
		[STATUS_CLOSED] = { "closed", "closed", "status_closed_temporarily" },
	};
	struct fields f;

	fields_start(&f, maker->arena);
	fields_text(&f, "id", str(rows[status].id));
	fields_true(&f, rows[status].flag, true);
	fields_text(&f, "label", view_fill(maker, rows[status].label, NULL, 0));
	return fields_map(&f);
}

static bool
is_current(const struct maker *maker, const struct closure *closure)
{
	return closure->from <= maker->guide->now.day;
}

static const struct value *
closure_value(const struct maker *maker, const struct closure *closure)
{
	struct fields f;

	fields_start(&f, maker->arena);
	fields_text(&f, "from", format_iso_day(maker->arena, closure->from));
	if (closure->until != DATE_NONE)
		fields_text(&f, "until", format_iso_day(maker->arena, closure->until));
	fields_text(&f, "text",
	            format_period(maker->arena, maker->lang, closure->from, closure->until));
	fields_local(&f, maker, "reason", "reason_lang", &closure->reason);
	fields_bool(&f, "current", is_current(maker, closure));
	if (closure->until != DATE_NONE) {
		int64_t end = clock_utc(maker->guide, ((int64_t)closure->until + 1) * DAY_MINUTES);

		fields_text(&f, "ends",
		            format_iso_instant(maker->arena, end, clock_offset(maker->guide, end)));
	}
	return fields_map(&f);
}

static int
by_begin(const void *a, const void *b)
{
	const struct closure *x = *(const struct closure *const *)a,
			     *y = *(const struct closure *const *)b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return (x > y) - (x < y); /* both lie in the card's array: as written */
}

/* Those that are not over, the next one first. */
static void
closures(struct fields *f, const struct maker *maker, const struct merchant *card)
{
	const struct closure **left =
		arena_array(maker->worker->scratch, card->closures_len, sizeof *left);
	const struct value **items = arena_array(maker->arena, card->closures_len, sizeof *items);
	bool closed = card->status == STATUS_CLOSED_TEMPORARILY;
	size_t len = 0;

	for (size_t i = 0; i < card->closures_len; i++) {
		const struct closure *closure = &card->closures[i];

		if (closure->until == DATE_NONE || closure->until >= maker->guide->now.day)
			left[len++] = closure;
	}
	if (len > 0)
		qsort(left, len, sizeof *left, by_begin);
	for (size_t i = 0; i < len; i++) {
		items[i] = closure_value(maker, left[i]);
		closed = closed || is_current(maker, left[i]);
	}
	fields_set(f, "closures", list_over(maker->arena, items, len));
	fields_bool(f, "closed_now", closed);
}

static const struct value *
languages(const struct maker *maker, const struct terms *terms)
{
	size_t count;
	const struct term *all = vocabulary(VOCABULARY_LANGUAGES, &count);
	const struct value **items = arena_array(maker->arena, terms->len, sizeof *items);

	for (size_t i = 0; i < terms->len; i++) {
		struct fields f;

		fields_start(&f, maker->arena);
		fields_text(&f, "code", str(all[terms->items[i]].id));
		fields_set(&f, "label",
		           value_get(maker->in->terms[VOCABULARY_LANGUAGES][terms->items[i]],
		                     STR("label")));
		items[i] = fields_map(&f);
	}
	return list_over(maker->arena, items, terms->len);
}

static void
services(struct fields *f, const struct maker *maker, const struct terms *terms)
{
	size_t count;
	const struct term *all = vocabulary(VOCABULARY_SERVICES, &count);
	struct buf ids = { 0 };

	for (size_t i = 0; i < terms->len; i++)
		buf_printf(&ids, "%s%s", i > 0 ? " " : "", all[terms->items[i]].id);
	fields_set(f, "services", view_terms(maker, VOCABULARY_SERVICES, terms));
	if (ids.len)
		fields_text(f, "service_ids", arena_str(maker->arena, buf_str(&ids)));
	buf_release(&ids);
}

static const struct value *
accessibility(const struct maker *maker, const struct accessibility *access)
{
	static const struct {
		const char *id, *text;
	} wheelchairs[] = {
		[WHEELCHAIR_YES] = { "yes", "wheelchair_yes" },
		[WHEELCHAIR_LIMITED] = { "limited", "wheelchair_limited" },
		[WHEELCHAIR_NO] = { "no", "wheelchair_no" },
	};
	struct fields f;

	fields_start(&f, maker->arena);
	if (access->wheelchair != WHEELCHAIR_UNKNOWN) {
		fields_text(&f, "wheelchair", str(wheelchairs[access->wheelchair].id));
		fields_text(&f, "wheelchair_text",
		            view_fill(maker, wheelchairs[access->wheelchair].text, NULL, 0));
	}
	fields_true(&f, "toilets_wheelchair", access->toilets_wheelchair == ANSWER_YES);
	fields_true(&f, "hearing_loop", access->hearing_loop == ANSWER_YES);
	fields_local(&f, maker, "notes", "notes_lang", &access->notes);
	if (f.len == 0)
		return NULL;
	fields_true(&f, "any", true);
	return fields_map(&f);
}

static const struct value *
products(const struct maker *maker, const struct merchant *card)
{
	const struct value **items = arena_array(maker->arena, card->products_len, sizeof *items);

	for (size_t i = 0; i < card->products_len; i++) {
		const struct product *product = &card->products[i];
		struct fields f;

		fields_start(&f, maker->arena);
		fields_local(&f, maker, "name", "name_lang", &product->name);
		if (product->price.set)
			fields_text(&f, "price",
			            money_print(maker->arena, product->price, maker->lang));
		fields_local(&f, maker, "unit", "unit_lang", &product->unit);
		fields_local(&f, maker, "details", "details_lang", &product->details);
		fields_true(&f, "available_yes", product->available == 1);
		fields_true(&f, "available_no", product->available == 0);
		view_photo_set(&f, maker, "photo",
		               view_photo(maker, &product->photo, VIEW_USE(USE_PRODUCT)));
		items[i] = fields_map(&f);
	}
	return list_over(maker->arena, items, card->products_len);
}

/* What the sentence says before and after the reward, which may be in another language. */
static void
around_reward(struct fields *f, const struct maker *maker, size_t stamps)
{
	static const struct texts_arg mark = { "reward", { "\x1f", 1 } };
	struct str text = view_plural(maker, "loyalty", stamps, &mark, 1);
	size_t at = str_find(text, '\x1f');

	fields_text(f, "before", str_sub(text, 0, at));
	fields_text(f, "after", str_sub(text, at + 1, text.len));
}

static const struct value *
loyalty(const struct maker *maker, const struct merchant *card)
{
	struct texts_arg reward = { "reward", local(maker, &card->loyalty_reward) };
	size_t stamps = card->loyalty_stamps > 0 ? (size_t)card->loyalty_stamps : 0;
	struct fields f;

	if (stamps == 0 && reward.value.len == 0)
		return NULL;
	fields_start(&f, maker->arena);
	if (stamps)
		fields_int(&f, "stamps", card->loyalty_stamps);
	fields_local(&f, maker, "reward", "reward_lang", &card->loyalty_reward);
	if (stamps && reward.value.len) {
		fields_text(&f, "text", view_plural(maker, "loyalty", stamps, &reward, 1));
		around_reward(&f, maker, stamps);
	} else if (stamps) {
		fields_text(&f, "text", view_plural(maker, "loyalty_plain", stamps, NULL, 0));
		fields_text(&f, "before", view_plural(maker, "loyalty_plain", stamps, NULL, 0));
	} else {
		fields_text(&f, "text", reward.value);
	}
	return fields_map(&f);
}

static const struct value *
text_list(const struct maker *maker, const struct texts *texts)
{
	const struct value **items = arena_array(maker->arena, texts->len, sizeof *items);
	size_t len = 0;

	for (size_t i = 0; i < texts->len; i++) {
		struct fields f;

		fields_start(&f, maker->arena);
		fields_local(&f, maker, "text", "text_lang", &texts->items[i]);
		if (f.len > 0)
			items[len++] = fields_map(&f);
	}
	return list_over(maker->arena, items, len);
}

/* --- what the filter searches ------------------------------------------------------------------------ */

/* Folded piece by piece: most are plain ASCII, which folds many times faster. */
static void
add_folded(struct buf *out, const struct maker *maker, struct str text)
{
	struct str folded;

	if (text.len == 0)
		return;
	folded = utf8_fold(maker->worker->scratch, text);
	if (folded.len && out->len)
		buf_addc(out, ' ');
	buf_add(out, folded);
}

static void
add_folded_list(struct buf *out, const struct maker *maker, const struct texts *texts)
{
	for (size_t i = 0; i < texts->len; i++)
		add_folded(out, maker, local(maker, &texts->items[i]));
}

static struct str
filter_text(const struct maker *maker, const struct guide_merchant *merchant)
{
	const struct merchant *card = merchant->card;
	struct buf out = { 0 };
	struct str text;

	add_folded(&out, maker, local(maker, &card->name));
	for (size_t i = 0; i < merchant->categories_len; i++)
		add_folded(&out, maker, local(maker, &merchant->categories[i]->label));
	add_folded(&out, maker, local(maker, &card->summary));
	add_folded(&out, maker, local(maker, &card->address.street));
	add_folded_list(&out, maker, &card->brands);
	add_folded_list(&out, maker, &card->keywords);
	for (size_t i = 0; i < card->products_len; i++)
		add_folded(&out, maker, local(maker, &card->products[i].name));
	text = arena_str(maker->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

/* --- the whole view ------------------------------------------------------------------------------------ */

static void
contact(struct fields *f, const struct maker *maker, const struct guide_merchant *merchant)
{
	const struct merchant *card = merchant->card;

	fields_set(f, "location", view_location(maker, merchant->location));
	fields_set(f, "phone", phone(maker, &card->phone));
	fields_text(f, "email", card->email);
	fields_text(f, "website", card->website);
	if (card->website.len)
		fields_text(f, "website_label", host_of(card->website));
	fields_set(f, "social", links(maker, VOCABULARY_SOCIAL, &card->social));
	fields_set(f, "links", links(maker, VOCABULARY_LINKS, &card->links));
}

/* Whether there is anything for the part of the page that lists such things. */
static bool
has_facts(const struct merchant *card)
{
	const struct accessibility *access = &card->accessibility;

	return card->payment.len || card->services.len || card->languages.len || card->brands.len ||
	       card->loyalty_stamps > 0 || !text_is_empty(&card->loyalty_reward) ||
	       card->founded > 0 || access->wheelchair != WHEELCHAIR_UNKNOWN ||
	       access->toilets_wheelchair == ANSWER_YES || access->hearing_loop == ANSWER_YES ||
	       !text_is_empty(&access->notes);
}

/* A theme need not have words for it. */
static void
updated(struct fields *f, const struct maker *maker, const struct merchant *card)
{
	int64_t changed =
		dates_of(maker->worker->scratch, maker->guide, card->card.path, maker->lang)
			.changed;
	struct texts_arg date = { "date", { 0 } };
	int day;

	if (changed == HISTORY_UNKNOWN)
		return;
	day = clock_day(maker->guide, changed);
	date.value = format_date(maker->arena, maker->lang, day);
	fields_text(f, "updated", format_iso_day(maker->arena, day));
	if (value_get(maker->views->theme->texts[maker->lang], STR("updated")))
		fields_text(f, "updated_text", view_fill(maker, "updated", &date, 1));
}

static void
facts(struct fields *f, const struct maker *maker, const struct merchant *card)
{
	struct texts_arg year = { "year", { 0 } }, date = { "date", { 0 } };

	if (card->founded > 0) {
		year.value = arena_printf(maker->arena, "%d", card->founded);
		fields_int(f, "founded", card->founded);
		fields_text(f, "founded_text", view_fill(maker, "founded", &year, 1));
	}
	fields_text(f, "vat", card->vat);
	if (card->verified != DATE_NONE) {
		date.value = format_date(maker->arena, maker->lang, card->verified);
		fields_text(f, "verified", format_iso_day(maker->arena, card->verified));
		fields_text(f, "verified_text", view_fill(maker, "verified", &date, 1));
	}
	updated(f, maker, card);
	fields_set(f, "osm", view_osm(maker, card->osm));
	fields_true(f, "facts", has_facts(card));
}

/* Views of what is said about the merchant: `things` are its offers, events or news. */
#define VIEWS_OF(maker, list, things, len, out)                                                    \
	do {                                                                                       \
		const struct value **items_ = arena_array((maker)->arena, (len), sizeof *items_);  \
		for (size_t i_ = 0; i_ < (len); i_++)                                              \
			items_[i_] = (maker)->in->lists[list][(things)[i_]->index];                \
		(out) = list_over((maker)->arena, items_, (len));                                  \
	} while (0)

static void
said_of(struct fields *f, const struct maker *maker, const struct guide_merchant *merchant)
{
	const struct value *offers, *events, *news;

	VIEWS_OF(maker, VIEW_OFFERS, merchant->offers, merchant->offers_len, offers);
	VIEWS_OF(maker, VIEW_EVENTS, merchant->events, merchant->events_len, events);
	VIEWS_OF(maker, VIEW_NEWS, merchant->news, merchant->news_len, news);
	fields_set(f, "offers", offers);
	fields_set(f, "events", events);
	fields_set(f, "news", news);
}

const struct value *
view_make_merchant(const struct maker *maker, size_t index)
{
	const struct guide_merchant *merchant = maker->guide->merchants[index];
	const struct merchant *card = merchant->card;
	const struct value *brief = maker->in->lists[VIEW_BRIEFS][index];
	struct str url = value_str(value_get(brief, STR("url")));
	struct fields f;

	fields_start(&f, maker->arena);
	take_brief(&f, brief);
	view_photo_gallery(&f, maker, &card->photos, value_get(brief, STR("photo")));
	fields_local(&f, maker, "summary", "summary_lang", &card->summary);
	categories(&f, maker, merchant);
	contact(&f, maker, merchant);
	fields_set(&f, "status", status(maker, card->status));
	closures(&f, maker, card);
	fields_set(&f, "payment", view_terms(maker, VOCABULARY_PAYMENT, &card->payment));
	services(&f, maker, &card->services);
	fields_set(&f, "languages", languages(maker, &card->languages));
	fields_set(&f, "accessibility", accessibility(maker, &card->accessibility));
	fields_set(&f, "products", products(maker, card));
	fields_set(&f, "loyalty", loyalty(maker, card));
	fields_set(&f, "brands", text_list(maker, &card->brands));
	fields_set(&f, "keywords", text_list(maker, &card->keywords));
	facts(&f, maker, card);
	view_body(&f, maker, &card->card);
	said_of(&f, maker, merchant);
	fields_text(
		&f, "vcf",
		arena_printf(maker->arena, "%.*s%.*s.vcf", STR_ARG(url), STR_ARG(card->card.slug)));
	fields_text(&f, "feed", arena_printf(maker->arena, "%.*sfeed.xml", STR_ARG(url)));
	fields_text(&f, "filter", filter_text(maker, merchant));
	return fields_map(&f);
}
