#include "emit/jsonld_hours.h"

#include "card/card.h"
#include "card/holidays.h"
#include "emit/graph.h"
#include "guide/guide.h"
#include "guide/openings.h"
#include "theme/format.h"

enum { WEEK = 7 };

static const char *const day_names[WEEK] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
	                                     "Friday", "Saturday", "Sunday" };

/* A list under a key that is only written when it has a member. */
struct listing {
	struct graph *graph;
	const char *key;
	bool begun;
};

static struct graph *
listing_next(struct listing *listing)
{
	struct json *json = &listing->graph->json;

	if (!listing->begun) {
		json_key(json, listing->key);
		json_list(json);
	}
	listing->begun = true;
	graph_node(listing->graph, "OpeningHoursSpecification");
	return listing->graph;
}

static void
listing_end(struct listing *listing)
{
	if (listing->begun)
		json_list_end(&listing->graph->json);
}

static void
clock_field(struct graph *graph, const char *key, int minute)
{
	json_field(&graph->json, key, format_iso_time(graph->arena, minute));
}

static void
clock_fields(struct graph *graph, int opens, int closes)
{
	/* 00:00 to 00:00 would read "closed"; more than a day cannot be said. */
	if (closes - opens >= DAY_MINUTES)
		closes = opens + DAY_MINUTES - 1;
	clock_field(graph, "opens", opens % DAY_MINUTES);
	clock_field(graph, "closes", closes % DAY_MINUTES);
}

/* --- the week ------------------------------------------------------------------------------------------- */

static bool
has_span(struct openings_day day, const struct opening *span)
{
	for (size_t i = 0; i < day.len; i++)
		if (!day.items[i].unsure && day.items[i].open == span->open &&
		    day.items[i].close == span->close)
			return true;
	return false;
}

static bool
in_days_before(const struct openings_day week[WEEK], int day, const struct opening *span)
{
	while (day-- > 0)
		if (has_span(week[day], span))
			return true;
	return false;
}

static void
weekly(struct listing *listing, const struct openings_day week[WEEK], int day,
       const struct opening *span, const int valid[2])
{
	struct graph *graph = listing_next(listing);

	json_key(&graph->json, "dayOfWeek");
	json_list(&graph->json);
	for (; day < WEEK; day++)
		if (has_span(week[day], span))
			json_text(&graph->json, str(day_names[day]));
	json_list_end(&graph->json);
	clock_fields(graph, span->open, span->close);
	graph_day(graph, "validFrom", valid[0]);
	graph_day(graph, "validThrough", valid[1]);
	json_object_end(&graph->json);
}

static void
whole_week(struct listing *listing, const struct openings_day week[WEEK], const int valid[2])
{
	for (int day = 0; day < WEEK; day++)
		for (size_t i = 0; i < week[day].len; i++) {
			const struct opening *span = &week[day].items[i];

			if (!span->unsure && !in_days_before(week, day, span))
				weekly(listing, week, day, span, valid);
		}
}

void
jsonld_hours(struct graph *graph, const struct guide_merchant *merchant)
{
	struct listing listing = { graph, "openingHoursSpecification", false };
	const struct openings *openings = merchant->openings;
	int window = graph->run->guide->openings_from;
	int valid[2] = { DATE_NONE, DATE_NONE };

	if (!openings)
		return;
	if (openings->later_from != DATE_NONE) {
		valid[0] = window;
		valid[1] = openings->later_from - 1;
	}
	whole_week(&listing, openings->week, valid);
	if (openings->later_from != DATE_NONE) {
		valid[0] = openings->later_from;
		valid[1] = window + OPENINGS_DAYS - 1;
		whole_week(&listing, openings->later_week, valid);
	}
	listing_end(&listing);
}

/* --- days that are not as usual -------------------------------------------------------------------------- */

static void
special(struct listing *listing, const struct openings_exception *first, int until, int opens,
        int closes)
{
	struct graph *graph = listing_next(listing);

	if (first->holiday)
		graph_text(graph, "name", &first->holiday->name);
	graph_day(graph, "validFrom", first->day);
	graph_day(graph, "validThrough", until);
	clock_fields(graph, opens, closes);
	json_object_end(&graph->json);
}

static void
special_days(struct listing *listing, const struct openings_exception *first, int until)
{
	const struct openings_day *hours = &first->hours;

	if (hours->len == 0)
		special(listing, first, until, 0, 0);
	for (size_t i = 0; i < hours->len; i++)
		if (!hours->items[i].unsure)
			special(listing, first, until, hours->items[i].open, hours->items[i].close);
}

static bool
joins(const struct openings_exception *last, const struct openings_exception *next)
{
	return next->day == last->day + 1 && next->holiday == last->holiday && !next->closure &&
	       openings_same(next->hours, last->hours);
}

/* What is past is left out, so that the page changes when the guide says so: after such a day. */
static void
exceptions(struct listing *listing, const struct openings *openings)
{
	int today = listing->graph->run->guide->now.day;

	for (size_t i = 0, last; i < openings->exceptions_len; i = last + 1) {
		const struct openings_exception *list = openings->exceptions;

		last = i;
		if (list[i].day < today || list[i].closure)
			continue;
		while (last + 1 < openings->exceptions_len && joins(&list[last], &list[last + 1]))
			last++;
		special_days(listing, &list[i], list[last].day);
	}
}

static void
closed(struct listing *listing, const struct closure *closure)
{
	struct graph *graph = listing_next(listing);

	graph_day(graph, "validFrom", closure->from);
	graph_day(graph, "validThrough", closure->until);
	clock_field(graph, "opens", 0);
	clock_field(graph, "closes", 0);
	graph_text(graph, "description", &closure->reason);
	json_object_end(&graph->json);
}

void
jsonld_special_hours(struct graph *graph, const struct guide_merchant *merchant)
{
	struct listing listing = { graph, "specialOpeningHoursSpecification", false };
	const struct merchant *card = merchant->card;
	int today = graph->run->guide->now.day;

	if (merchant->openings)
		exceptions(&listing, merchant->openings);
	for (size_t i = 0; i < card->closures_len; i++)
		if (card->closures[i].until == DATE_NONE || card->closures[i].until >= today)
			closed(&listing, &card->closures[i]);
	listing_end(&listing);
}
