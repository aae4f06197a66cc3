#include "emit/jsonld_event.h"

#include "base/arena.h"
#include "emit/graph.h"
#include "emit/jsonld_place.h"
#include "emit/jsonld_subject.h"
#include "emit/venue.h"
#include "emit/when.h"
#include "guide/guide.h"
#include "theme/format.h"

static void
date(struct graph *graph, const char *key, struct moment moment)
{
	json_field(&graph->json, key, when_iso(graph->arena, graph->run->guide->zone, moment));
}

static void
location(struct graph *graph, const struct guide_event *event)
{
	struct venue venue = venue_of(graph->arena, graph->run, graph->lang, event);

	json_key(&graph->json, "location");
	if (event->place) {
		jsonld_place(graph, event->place);
		return;
	}
	graph_node(graph, "Place");
	json_field(&graph->json, "name", venue.name.len ? venue.name : venue.line);
	graph_address(graph, "address", venue.address);
	graph_geo(graph, &venue.location);
	json_object_end(&graph->json);
}

static void
price(struct graph *graph, const struct event *card, struct str url)
{
	if (!card->price.set)
		return;
	json_key(&graph->json, "isAccessibleForFree");
	json_bool(&graph->json, card->price.cents == 0);
	json_key(&graph->json, "offers");
	graph_node(graph, "Offer");
	graph_price(graph, card->price);
	json_field(&graph->json, "url", url);
	json_field(&graph->json, "availability", STR("https://schema.org/InStock"));
	json_object_end(&graph->json);
}

/* Weekdays as iCalendar writes them, "1SA" included, which schema.org takes over for byDay. */
static void
by_day(struct graph *graph, const struct repeat *repeat)
{
	static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
	static const char *const urls[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
		                            "Friday", "Saturday", "Sunday" };

	if (repeat->days_len == 0)
		return;
	json_key(&graph->json, "byDay");
	json_list(&graph->json);
	for (int i = 0; i < repeat->days_len; i++) {
		const struct repeat_day *day = &repeat->days[i];

		json_text(
			&graph->json,
			day->nth ? arena_printf(graph->arena, "%d%s", day->nth, names[day->weekday])
				 : arena_printf(graph->arena, "https://schema.org/%s",
		                                urls[day->weekday]));
	}
	json_list_end(&graph->json);
}

static void
bits(struct graph *graph, const char *key, uint32_t set)
{
	if (set == 0)
		return;
	json_key(&graph->json, key);
	json_list(&graph->json);
	for (int i = 1; i < 32; i++)
		if (set >> i & 1)
			json_int(&graph->json, i);
	json_list_end(&graph->json);
}

static void
time_of_day(struct graph *graph, const char *key, int minute)
{
	if (minute >= 0)
		json_field(&graph->json, key, format_iso_time(graph->arena, minute));
}

static void
schedule(struct graph *graph, const struct event *card)
{
	static const char units[] = { 0, 'D', 'W', 'M', 'Y' };
	const struct repeat *repeat = &card->repeats;

	if (repeat->freq == REPEAT_NEVER)
		return;
	json_key(&graph->json, "eventSchedule");
	graph_node(graph, "Schedule");
	json_field(&graph->json, "repeatFrequency",
	           arena_printf(graph->arena, "P%d%c", repeat->interval, units[repeat->freq]));
	graph_day(graph, "startDate", card->start.day);
	graph_day(graph, "endDate", repeat->until);
	time_of_day(graph, "startTime", card->start.minute);
	if (card->end.day != DATE_NONE)
		time_of_day(graph, "endTime", card->end.minute);
	if (repeat->count > 0) {
		json_key(&graph->json, "repeatCount");
		json_int(&graph->json, repeat->count);
	}
	by_day(graph, repeat);
	bits(graph, "byMonth", repeat->months);
	bits(graph, "byMonthDay", repeat->month_days);
	json_field(&graph->json, "scheduleTimezone", graph->run->guide->config->timezone);
	json_object_end(&graph->json);
}

void
jsonld_event(struct graph *graph, const struct guide_event *event)
{
	const struct event *card = event->card;
	struct str url = run_url(graph->arena, graph->run, graph->lang, "events", card->card.slug);

	graph_node(graph, "Event");
	graph_id(graph, graph_name(graph, "events", card->card.slug, "event"));
	graph_text(graph, "name", &card->title);
	json_field(&graph->json, "url", url);
	graph_images(graph, &card->photos, NULL);
	graph_text(graph, "description", &card->card.excerpt);
	date(graph, "startDate", event->next);
	if (card->end.day != DATE_NONE)
		date(graph, "endDate", event->next_end);
	json_field(&graph->json, "eventStatus", STR("https://schema.org/EventScheduled"));
	json_field(&graph->json, "eventAttendanceMode",
	           STR("https://schema.org/OfflineEventAttendanceMode"));
	location(graph, event);
	graph_organization(graph, "organizer", run_text(graph->run, graph->lang, &card->organiser));
	price(graph, card, url);
	schedule(graph, card);
	jsonld_merchants_brief(graph, "contributor", event->merchants, event->merchants_len);
	json_object_end(&graph->json);
}
