/* new_stand_in: what a new card says as long as nobody has said better. */
#include "base/arena.h"
#include "base/date.h"
#include "command/new_ask.h"
#include "command/project.h"
#include "command/today.h"
#include "source/source.h"

#include <string.h>

enum { OFFER_DAYS = 30, EVENT_DAYS = 7 };

struct str
new_get(const struct new_fields *fields, struct str path)
{
	for (size_t i = 0; i < fields->len; i++)
		if (str_eq(fields->items[i].path, path))
			return fields->items[i].value;
	return (struct str){ 0 };
}

void
new_add(struct new_fields *fields, struct project *project, const char *path, struct str value)
{
	fields->items =
		arena_push(project->arena, fields->items, &fields->len, sizeof *fields->items);
	fields->items[fields->len - 1] =
		(struct compose_field){ arena_str(project->arena, str(path)),
		                        arena_str(project->arena, value) };
}

static struct str
date_text(const struct project *project, int day)
{
	struct civil civil = date_to_civil(day);

	return arena_printf(project->arena, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

/* The names of the first merchants, or places where there are none: two make a walk. */
static struct str
first_stops(const struct project *project)
{
	static const char *const folders[] = { "merchants/", "places/" };
	size_t count, found = 0;
	const struct source_entry *entries = source_entries(project->source, &count);
	struct str stops = { 0 };

	for (size_t f = 0; f < countof(folders); f++)
		for (size_t i = 0; i < count && found < 2; i++) {
			struct str name = entries[i].path;

			if (!str_starts(name, folders[f]))
				continue;
			name = str_sub(name, strlen(folders[f]), name.len);
			if (!str_is(str_sub(name, str_find(name, '.'), name.len), ".md"))
				continue;
			stops = arena_printf(project->arena, "%.*s%s%.*s", STR_ARG(stops),
			                     found++ ? "\n" : "",
			                     STR_ARG(str_sub(name, 0, name.len - 3)));
		}
	return stops.len > 0 ? stops : STR("example");
}

/* An offer lasts a while from its first day on. */
static struct str
until_text(const struct project *project, const struct new_fields *fields, int day)
{
	date_parse(new_get(fields, STR("from")), &day);
	return date_text(project, day + OFFER_DAYS);
}

struct str
new_stand_in(const struct project *project, enum kind kind, const struct new_fields *fields,
             const char *key, int day)
{
	switch (kind) {
	case KIND_MERCHANT: return STR("other");
	case KIND_OFFER:
		if (strcmp(key, "merchant") == 0)
			return STR("all");
		if (strcmp(key, "from") == 0)
			return date_text(project, day);
		return until_text(project, fields, day);
	case KIND_EVENT: return date_text(project, today_saturday(day, EVENT_DAYS));
	case KIND_NEWS: return date_text(project, day);
	case KIND_PLACE: return STR("parking");
	case KIND_ROUTE: return first_stops(project);
	default: return (struct str){ 0 };
	}
}
