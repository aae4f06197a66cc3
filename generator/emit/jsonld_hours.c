#include "emit/jsonld_hours.h"

#include "card/card.h"
#include "emit/graph.h"
#include "guide/guide.h"
#include "theme/format.h"

enum { WEEK = 7, SPANS_A_DAY = 12 };

static const char *const day_names[WEEK] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
	                                     "Friday", "Saturday", "Sunday" };

/* A span of the day and the weekdays that have it, a bit each. */
struct group {
	struct hours_span span;
	unsigned days;
};

static void
group_add(struct group *groups, size_t *count, struct hours_span span, int weekday)
{
	for (size_t i = 0; i < *count; i++)
		if (groups[i].span.open == span.open && groups[i].span.close == span.close) {
			groups[i].days |= 1u << weekday;
			return;
		}
	groups[(*count)++] = (struct group){ span, 1u << weekday };
}

static void
clock_field(struct graph *graph, const char *key, int minute)
{
	json_field(&graph->json, key, format_iso_time(graph->arena, minute));
}

static void
specification(struct graph *graph, const struct group *group)
{
	int open = group->span.open, close = group->span.close % DAY_MINUTES;

	/* 00:00 to 00:00 would read "closed"; more than a day cannot be said. */
	if (group->span.close - open >= DAY_MINUTES)
		close = DAY_MINUTES - 1;
	graph_node(graph, "OpeningHoursSpecification");
	json_key(&graph->json, "dayOfWeek");
	json_list(&graph->json);
	for (int day = 0; day < WEEK; day++)
		if (group->days >> day & 1)
			json_text(&graph->json, str(day_names[day]));
	json_list_end(&graph->json);
	clock_field(graph, "opens", open);
	clock_field(graph, "closes", close);
	json_object_end(&graph->json);
}

void
jsonld_hours(struct graph *graph, const struct merchant *card)
{
	struct group groups[WEEK * SPANS_A_DAY];
	struct hours_span spans[SPANS_A_DAY];
	size_t count = 0;

	if (card->hours.state != HOURS_KNOWN)
		return;
	for (int day = 0; day < WEEK; day++) {
		size_t len = hours_day(&card->hours, day, spans, SPANS_A_DAY);

		for (size_t i = 0; i < len; i++)
			group_add(groups, &count, spans[i], day);
	}
	if (count == 0)
		return;
	json_key(&graph->json, "openingHoursSpecification");
	json_list(&graph->json);
	for (size_t i = 0; i < count; i++)
		specification(graph, &groups[i]);
	json_list_end(&graph->json);
}

static bool
is_over(const struct graph *graph, const struct closure *closure)
{
	return closure->until != DATE_NONE && closure->until < graph->run->guide->now.day;
}

static void
closed(struct graph *graph, const struct closure *closure)
{
	graph_node(graph, "OpeningHoursSpecification");
	graph_day(graph, "validFrom", closure->from);
	graph_day(graph, "validThrough", closure->until);
	clock_field(graph, "opens", 0);
	clock_field(graph, "closes", 0);
	graph_text(graph, "description", &closure->reason);
	json_object_end(&graph->json);
}

void
jsonld_closures(struct graph *graph, const struct merchant *card)
{
	size_t left = 0;

	for (size_t i = 0; i < card->closures_len; i++)
		if (!is_over(graph, &card->closures[i]) && left++ == 0) {
			json_key(&graph->json, "specialOpeningHoursSpecification");
			json_list(&graph->json);
		}
	for (size_t i = 0; left > 0 && i < card->closures_len; i++)
		if (!is_over(graph, &card->closures[i]))
			closed(graph, &card->closures[i]);
	if (left > 0)
		json_list_end(&graph->json);
}
