#include "card/holidays.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/utf8.h"
#include "card/card.h"
#include "card/holidays_parts.h"

#include <stdlib.h>

enum { YEAR_LEAST = 1583, YEAR_MOST = 9998, SUNDAY = 6 };

int
holidays_easter(int year)
{
	/* Jean Meeus, Astronomical Algorithms, chapter 8; the letters are his. */
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4;
	int l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;

	return date_from_civil(year, n / 31, n % 31 + 1);
}

/* ---- gathering ---- */

static void
add(struct holiday_list *list, struct arena *arena, struct holiday holiday)
{
	list->items = arena_push(arena, list->items, &list->len, sizeof *list->items);
	list->items[list->len - 1] = holiday;
}

static int
day_of(const struct holiday_rule *rule, int year, int easter)
{
	int day;

	if (rule->when == WHEN_EASTER)
		return easter + rule->day;
	day = date_from_civil(year, rule->month, rule->day);
	if (rule->when == WHEN_BEFORE)
		day -= 1 + (date_weekday(day - 1) - rule->weekday + 7) % 7;
	return date_weekday(day) == SUNDAY ? day + rule->from_sunday : day;
}

bool
holidays_listed(const char *words, struct str word)
{
	struct str rest = str(words), part;

	while (str_split(&rest, ' ', &part))
		if (str_eq_ascii(part, word))
			return true;
	return false;
}

static bool
holds(const struct holiday_rule *rule, struct str region, int year)
{
	return year >= rule->since && (!rule->until || year <= rule->until) &&
	       (!rule->regions || holidays_listed(rule->regions, region));
}

static void
add_year(struct holiday_list *list, struct arena *arena, const struct config *config, int year)
{
	const struct holiday_country *country = holidays_country(config->country);
	int easter = holidays_easter(year);

	for (size_t i = 0; country && i < country->len; i++) {
		const struct holiday_rule *rule = &country->rules[i];
		struct holiday holiday;

		if (!holds(rule, config->region, year))
			continue;
		holiday.from = holiday.until = day_of(rule, year, easter);
		for (int lang = 0; lang < LANG_COUNT; lang++)
			holiday.name.in[lang] = str(rule->name[lang]);
		add(list, arena, holiday);
	}
}

static void
add_own(struct holiday_list *list, struct arena *arena, const struct config *config, bool school)
{
	for (size_t i = 0; i < config->holidays_len; i++) {
		const struct own_holiday *own = &config->holidays[i];

		if ((own->kind == OWN_SCHOOL) == school && own->from != DATE_NONE &&
		    own->until >= own->from)
			add(list, arena, (struct holiday){ own->from, own->until, own->name });
	}
}

/* Who adds school holidays of a year that the data do not reach says all of that year: it is known up to the
 * last of them. */
static void
extend_school(struct holidays *out, const struct config *config)
{
	for (size_t i = 0; i < config->holidays_len; i++) {
		const struct own_holiday *own = &config->holidays[i];

		if (own->kind == OWN_SCHOOL && own->until >= out->school_until)
			out->school_until = own->until + 1;
	}
}

/* ---- putting in order ---- */

struct candidate {
	struct holiday holiday;
	size_t gathered; /* its place in the list: those of the same days keep their order */
};

static int
compare(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	int order = (x->holiday.from > y->holiday.from) - (x->holiday.from < y->holiday.from);

	if (order == 0)
		order = (x->holiday.until > y->holiday.until) -
		        (x->holiday.until < y->holiday.until);
	return order ? order : (x->gathered > y->gathered) - (x->gathered < y->gathered);
}

/* Whether one of the first `count` has the same name in that language. */
static bool
is_named(const struct candidate *same, size_t count, int lang, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(same[i].holiday.name.in[lang], name))
			return true;
	return false;
}

/* "Fête du Travail, Ascension": what falls on the same days is one holiday with both names. */
static struct text
join_names(struct arena *arena, const struct candidate *same, size_t count)
{
	struct text joined = { 0 };

	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct buf names = { 0 };

		for (size_t i = 0; i < count; i++) {
			struct str name = same[i].holiday.name.in[lang];

			if (name.len && !is_named(same, i, lang, name))
				buf_printf(&names, "%s%.*s", names.len ? ", " : "", STR_ARG(name));
		}
		joined.in[lang] = arena_str(arena, buf_str(&names));
		buf_release(&names);
	}
	return joined;
}

/* Sorts, and joins those of the same days. */
static struct holiday_list
sort(struct arena *arena, struct arena *scratch, struct holiday_list list)
{
	struct candidate *all = arena_array(scratch, list.len, sizeof *all);
	struct holiday_list sorted = { arena_array(arena, list.len, sizeof *sorted.items), 0 };

	for (size_t i = 0; i < list.len; i++)
		all[i] = (struct candidate){ list.items[i], i };
	if (list.len)
		qsort(all, list.len, sizeof *all, compare);
	for (size_t i = 0, next; i < list.len; i = next) {
		struct holiday holiday = all[i].holiday;

		for (next = i + 1; next < list.len && all[next].holiday.from == holiday.from &&
		                   all[next].holiday.until == holiday.until;)
			next++;
		if (next - i > 1)
			holiday.name = join_names(arena, &all[i], next - i);
		sorted.items[sorted.len++] = holiday;
	}
	return sorted;
}

static bool
overlaps(const struct holiday_list *sorted)
{
	for (size_t i = 1; i < sorted->len; i++)
		if (sorted->items[i].from <= sorted->items[i - 1].until)
			return true;
	return false;
}

/* The one that says most about `day`: the shortest. NULL: none. `*change` is the first later day on which
 * the answer may be another. */
static const struct holiday *
closest(const struct holiday_list *sorted, int day, int *change)
{
	const struct holiday *best = NULL;

	*change = INT_MAX;
	for (size_t i = 0; i < sorted->len; i++) {
		const struct holiday *one = &sorted->items[i];

		if (one->from > day) {
			*change = one->from < *change ? one->from : *change;
			break;
		}
		if (one->until < day)
			continue;
		*change = one->until < *change ? one->until + 1 : *change;
		if (!best || one->until - one->from < best->until - best->from)
			best = one;
	}
	return best;
}

/* Christmas within the content's own "winter break" keeps its name: the break is cut around it. */
static struct holiday_list
cut(struct arena *arena, const struct holiday_list *sorted)
{
	struct holiday_list cut = { 0 };
	const struct holiday *before = NULL;
	int day = sorted->items[0].from, change;

	for (; day != INT_MAX; day = change) {
		const struct holiday *best = closest(sorted, day, &change);

		if (best && best == before)
			cut.items[cut.len - 1].until = change - 1;
		else if (best)
			add(&cut, arena, (struct holiday){ day, change - 1, best->name });
		before = best;
	}
	return cut;
}

static const struct holiday *
settle(struct arena *arena, struct arena *scratch, struct holiday_list list, size_t *len)
{
	struct holiday_list sorted = sort(arena, scratch, list);

	if (overlaps(&sorted))
		sorted = cut(arena, &sorted);
	*len = sorted.len;
	return sorted.items;
}

void
holidays_make(struct holidays *out, struct arena *arena, const struct config *config, int from,
              int to)
{
	struct arena *scratch = arena_new();
	struct holiday_list public = { 0 }, school = { 0 };

	from = from < YEAR_LEAST ? YEAR_LEAST : from;
	to = to > YEAR_MOST ? YEAR_MOST : to;
	*out = (struct holidays){
		.first = date_from_civil(from, 1, 1),
		.until = date_from_civil(to + 1, 1, 1),
	};
	for (int year = from; year <= to; year++)
		add_year(&public, scratch, config, year);
	if (str_is(config->country, "BE")) {
		holidays_add_school(&school, arena, config, &out->school_first, &out->school_until);
		extend_school(out, config);
	}
	add_own(&public, scratch, config, false);
	add_own(&school, scratch, config, true);
	out->public = settle(arena, scratch, public, &out->public_len);
	out->school = settle(arena, scratch, school, &out->school_len);
	arena_free(scratch);
}

/* ---- regions ---- */

/* The words of `list`, into at most `most` places. */
static size_t
split(struct str *words, size_t most, const char *list)
{
	struct str rest = str(list);
	size_t count = 0;

	while (count < most && str_split(&rest, ' ', &words[count]))
		count++;
	return count;
}

bool
holidays_region(struct str country, struct str written, struct str *region)
{
	enum { MOST = 160 };
	const struct holiday_country *found = holidays_country(country);
	struct str codes[MOST];
	size_t count = found ? split(codes, MOST, found->regions) : 0, nearest;

	for (size_t i = 0; i < count; i++) {
		*region = codes[i];
		if (str_eq_ascii(codes[i], written))
			return true;
		/* "WAL" for "BE-WAL" */
		if (str_eq_ascii(str_sub(codes[i], country.len + 1, codes[i].len), written))
			return false;
	}
	nearest = utf8_nearest(written, codes, count);
	*region = nearest < count ? codes[nearest] : (struct str){ 0 };
	return false;
}

/* ---- asking ---- */

static const struct holiday *
find(const struct holiday *holidays, size_t len, int day)
{
	/* Those before `low` begin by `day`, those from `high` on later. */
	size_t low = 0, high = len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (holidays[middle].from <= day)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 && holidays[low - 1].until >= day ? &holidays[low - 1] : NULL;
}

const struct holiday *
holidays_public(const struct holidays *holidays, int day)
{
	return find(holidays->public, holidays->public_len, day);
}

const struct holiday *
holidays_school(const struct holidays *holidays, int day)
{
	return find(holidays->school, holidays->school_len, day);
}
