#include "card/reader_parts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "card/card.h"
#include "card/holidays.h"

/* The place of a member, for a report about it. */
static struct pos
place(const struct yaml_node *map, const char *key)
{
	const struct yaml_node *node = yaml_get(map, key);

	return node ? node->at : map->at;
}

static void
report_order(struct reader *r, const struct yaml_node *map, const char *key, const char *code,
             const char *message)
{
	struct trail here = { r->trail, key, 0 };

	r->trail = &here;
	reader_error(r, place(map, key), code, "%s", message);
	r->trail = here.up;
	diag_hint(r->diag, _("have the two changed places, or is the year wrong?"));
}

static bool
is_reversed(int from, int until)
{
	return from != DATE_NONE && until != DATE_NONE && until < from;
}

static void
check_closure(struct reader *r, void *object, const struct yaml_node *map)
{
	const struct closure *closure = object;

	if (is_reversed(closure->from, closure->until))
		report_order(r, map, "until", "closure", _("the closure ends before it begins"));
}

static void
check_offer(struct reader *r, void *object, const struct yaml_node *map)
{
	const struct offer *offer = object;
	struct trail here = { r->trail, "was", 0 };

	if (is_reversed(offer->from, offer->until))
		report_order(r, map, "until", "date", _("the offer ends before it begins"));
	if (!offer->price.set || !offer->was.set || offer->was.cents > offer->price.cents)
		return;
	r->trail = &here;
	reader_warning(r, place(map, "was"), "price", _("the usual price is not above the price"));
	r->trail = here.up;
	diag_hint(r->diag,
	          _("\"was\" is what it costs otherwise; leave it out when it costs no less"));
}

static void
check_event(struct reader *r, void *object, const struct yaml_node *map)
{
	const struct event *event = object;
	bool timed = event->start.minute >= 0 && event->end.minute >= 0;

	if (is_reversed(event->start.day, event->end.day) ||
	    (timed && event->start.day == event->end.day &&
	     event->end.minute < event->start.minute))
		report_order(r, map, "end", "date", _("the event ends before it begins"));
}

static void
check_own_holiday(struct reader *r, void *object, const struct yaml_node *map)
{
	struct own_holiday *holiday = object;

	if (is_reversed(holiday->from, holiday->until))
		report_order(r, map, "until", "date", _("the holiday ends before it begins"));
	if (holiday->until == DATE_NONE)
		holiday->until = holiday->from;
}

/* The region's code as ISO writes it; another is no error, for it decides nothing but holidays. */
static void
check_config(struct reader *r, void *object, const struct yaml_node *map)
{
	struct config *config = object;
	struct trail here = { r->trail, "region", 0 };
	struct str region;

	if (config->region.len == 0)
		return;
	if (holidays_region(config->country, config->region, &region)) {
		config->region = arena_str(r->arena, region);
		return;
	}
	r->trail = &here;
	reader_warning(r, place(map, "region"), "region", _("\"%s\" is not a region of %.*s"),
	               reader_clip(r, config->region), STR_ARG(config->country));
	r->trail = here.up;
	if (region.len)
		diag_hint(r->diag, _("did you mean \"%.*s\"?"), STR_ARG(region));
	else
		diag_hint(r->diag, _("a code of ISO 3166-2 is expected, such as BE-WAL or DE-NW"));
}

/* quartier.yml's `place` stands in for what an address leaves out; a postcode alone does so only where the
 * city does not contradict it. */
static void
complete_address(struct reader *r, void *object, const struct yaml_node *map)
{
	struct address *address = object;
	const struct config *config = r->config;
	bool same_code =
		address->postcode.len == 0 || str_eq(address->postcode, config->place_postcode);

	(void)map;
	if (text_is_empty(&address->street))
		return;
	if (text_is_empty(&address->city) && same_code) {
		address->city = config->place_city;
		address->postcode = config->place_postcode;
	}
}

void
reader_check(struct reader *r, const struct schema *schema, void *object,
             const struct yaml_node *map)
{
	static const struct {
		const struct schema *schema;
		void (*check)(struct reader *r, void *object, const struct yaml_node *map);
	} checks[] = {
		{ &schema_address, complete_address },
		{ &schema_closure, check_closure },
		{ &schema_offer, check_offer },
		{ &schema_event, check_event },
		{ &schema_own_holiday, check_own_holiday },
		{ &schema_config, check_config },
	};

	for (size_t i = 0; i < countof(checks); i++)
		if (checks[i].schema == schema)
			checks[i].check(r, object, map);
}
