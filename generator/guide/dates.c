#include "guide/dates.h"

#include "base/arena.h"
#include "guide/guide.h"

/* "merchants/dumont.md" → "merchants/dumont.nl.md" */
static struct str
translation(struct arena *arena, struct str source, enum lang lang)
{
	size_t point = source.len;

	while (point > 0 && source.ptr[point - 1] != '.' && source.ptr[point - 1] != '/')
		point--;
	if (point == 0 || source.ptr[point - 1] == '/')
		return (struct str){ 0 };
	return arena_printf(arena, "%.*s%s.%.*s", (int)point, source.ptr, lang_code(lang),
	                    STR_ARG(str_sub(source, point, source.len)));
}

struct dates
dates_of(struct arena *arena, const struct guide *guide, struct str source, enum lang lang)
{
	const struct history *history = guide->history;
	const struct history_file *file = history ? history_find(history, source) : NULL, *own;
	struct dates dates = { HISTORY_UNKNOWN, HISTORY_UNKNOWN };

	if (!file)
		return dates;
	dates = (struct dates){ file->created, file->changed };
	own = history_find(history, translation(arena, source, lang));
	if (own && own->changed > dates.changed)
		dates.changed = own->changed;
	return dates;
}
