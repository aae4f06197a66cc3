#include "theme/view_private.h"

#include "base/arena.h"
#include "theme/body.h"
#include "theme/format.h"

#include <assert.h>

struct maker
view_maker(const struct views *views, struct arena *arena, enum lang lang)
{
	return (struct maker){ .views = views,
		               .guide = views->guide,
		               .in = &views->in[lang],
		               .lang = lang,
		               .arena = arena };
}

struct str
view_url(const struct maker *maker, const char *folder, struct str slug)
{
	return arena_printf(maker->arena, "%.*s%s%s%.*s%s", STR_ARG(maker->in->home), folder,
	                    folder[0] ? "/" : "", STR_ARG(slug), slug.len ? "/" : "");
}

struct str
view_fill(const struct maker *maker, const char *key, const struct texts_arg *args, size_t count)
{
	return texts_fill(maker->views->theme, maker->lang, key, args, count, maker->arena);
}

struct str
view_plural(const struct maker *maker, const char *key, size_t count, const struct texts_arg *args,
            size_t args_len)
{
	struct texts_arg all[4] = {
		{ "count", texts_number(maker->arena, maker->lang, (int64_t)count) },
	};
	struct str pattern =
		texts_plural(maker->views->theme, maker->lang, key, (int64_t)count, maker->arena);

	assert(args_len < countof(all));
	for (size_t i = 0; i < args_len; i++)
		all[i + 1] = args[i];
	return texts_format(maker->arena, pattern, all, args_len + 1);
}

/* The parts of an address in the page's language. */
struct place_line {
	struct str street, postcode, city;
};

static struct place_line
place_line(const struct maker *maker, const struct address *address)
{
	return (struct place_line){ local(maker, &address->street), address->postcode,
		                    local(maker, &address->city) };
}

/* "Rue du Commerce 12, 7370 Dour" */
static struct str
one_line(const struct maker *maker, const struct place_line *line)
{
	return arena_printf(maker->arena, "%.*s%s%.*s%s%.*s", STR_ARG(line->street),
	                    line->street.len && (line->postcode.len || line->city.len) ? ", " : "",
	                    STR_ARG(line->postcode),
	                    line->postcode.len && line->city.len ? " " : "", STR_ARG(line->city));
}

struct str
view_address_line(const struct maker *maker, const struct address *address)
{
	struct place_line line = place_line(maker, address);

	return one_line(maker, &line);
}

const struct value *
view_address(const struct maker *maker, const struct address *address,
             const struct guide_street *street)
{
	struct place_line line = place_line(maker, address);
	struct fields f;

	fields_start(&f, maker->arena);
	fields_local(&f, maker, "street", "street_lang", &address->street);
	fields_text(&f, "postcode", line.postcode);
	fields_local(&f, maker, "city", "city_lang", &address->city);
	if (f.len == 0)
		return NULL;
	fields_text(&f, "line", one_line(maker, &line));
	if (street)
		fields_set(&f, "street_url",
		           value_get(maker->in->lists[VIEW_STREETS][street->index], STR("url")));
	return fields_map(&f);
}

const struct value *
view_location(const struct maker *maker, struct location location)
{
	struct arena *arena = maker->arena;
	struct str lat, lon;
	struct fields f;

	if (!location.set)
		return NULL;
	lat = format_degrees(arena, location.latitude);
	lon = format_degrees(arena, location.longitude);
	fields_start(&f, arena);
	fields_text(&f, "lat", lat);
	fields_text(&f, "lon", lon);
	fields_text(&f, "geo", arena_printf(arena, "geo:%.*s,%.*s", STR_ARG(lat), STR_ARG(lon)));
	fields_text(&f, "directions",
	            arena_printf(arena, "https://www.openstreetmap.org/directions?to=%.*s%%2C%.*s",
	                         STR_ARG(lat), STR_ARG(lon)));
	return fields_map(&f);
}

const struct value *
view_osm(const struct maker *maker, struct str osm)
{
	struct fields f;

	if (osm.len == 0)
		return NULL;
	fields_start(&f, maker->arena);
	fields_text(&f, "id", osm);
	fields_text(&f, "url",
	            arena_printf(maker->arena, "https://www.openstreetmap.org/%.*s", STR_ARG(osm)));
	return fields_map(&f);
}

const struct value *
view_terms(const struct maker *maker, enum vocabulary which, const struct terms *terms)
{
	const struct value **items = arena_array(maker->arena, terms->len, sizeof *items);

	for (size_t i = 0; i < terms->len; i++)
		items[i] = maker->in->terms[which][terms->items[i]];
	return list_over(maker->arena, items, terms->len);
}

void
view_body(struct fields *fields, const struct maker *maker, const struct card *card)
{
	struct text body = card->body;

	for (size_t i = 0; i < LANG_COUNT; i++)
		if (body.in[i].len > 0)
			body.in[i] = body_html(maker->arena, body.in[i], maker->guide->album,
			                       maker->views->root);
	fields_local(fields, maker, "body", "body_lang", &body);
	fields_local(fields, maker, "excerpt", NULL, &card->excerpt);
}

const struct value *
view_briefs(const struct maker *maker, struct guide_merchant *const *merchants, size_t len)
{
	const struct value **items = arena_array(maker->arena, len, sizeof *items);

	for (size_t i = 0; i < len; i++)
		items[i] = maker->in->lists[VIEW_BRIEFS][merchants[i]->index];
	return list_over(maker->arena, items, len);
}
