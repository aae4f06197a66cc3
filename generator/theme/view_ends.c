#include "theme/view_private.h"

#include "guide/clock.h"

/* Whether a page shows anything that hides itself one day, and so needs the script that does it. */

static bool
merchant_closes(const struct maker *maker, const struct merchant *card, bool planned)
{
	int today = maker->guide->now.day;

	for (size_t i = 0; i < card->closures_len; i++) {
		const struct closure *closure = &card->closures[i];

		if (closure->until != DATE_NONE && closure->until >= today &&
		    (planned || closure->from <= today))
			return true;
	}
	return false;
}

static bool
any_closes(const struct maker *maker, struct guide_merchant *const *merchants, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (merchant_closes(maker, merchants[i]->card, false))
			return true;
	return false;
}

static bool
any_offer_ends(struct guide_offer *const *offers, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (offers[i]->card->until != DATE_NONE)
			return true;
	return false;
}

static bool
any_event_ends(const struct maker *maker, struct guide_event *const *events, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (clock_event_last(maker->guide, events[i]) != INT64_MAX)
			return true;
	return false;
}

static bool
merchant_ends(const struct maker *maker, const struct guide_merchant *merchant)
{
	return merchant_closes(maker, merchant->card, true) ||
	       view_has_exceptions(maker, merchant) ||
	       any_offer_ends(merchant->offers, merchant->offers_len) ||
	       any_event_ends(maker, merchant->events, merchant->events_len);
}

bool
view_has_ends(const struct maker *maker, const struct page_ref *page)
{
	const struct guide *guide = maker->guide;
	size_t i = page->index;

	switch (page->kind) {
	case PAGE_HOME:
		return any_offer_ends(guide->offers, guide->offers_len) ||
		       any_event_ends(maker, guide->events, guide->events_len) ||
		       any_closes(maker, guide->merchants, guide->merchants_len);
	case PAGE_MERCHANTS: return any_closes(maker, guide->merchants, guide->merchants_len);
	case PAGE_MERCHANT: return merchant_ends(maker, guide->merchants[i]);
	case PAGE_CATEGORY:
		return any_closes(maker, guide->categories[i]->merchants,
		                  guide->categories[i]->merchants_len);
	case PAGE_STREET:
		return any_closes(maker, guide->streets[i]->merchants,
		                  guide->streets[i]->merchants_len);
	case PAGE_OFFERS: return any_offer_ends(guide->offers, guide->offers_len);
	case PAGE_OFFER: return any_offer_ends(&guide->offers[i], 1);
	case PAGE_EVENTS: return any_event_ends(maker, guide->events, guide->events_len);
	case PAGE_EVENT: return any_event_ends(maker, &guide->events[i], 1);
	default: return false;
	}
}
