#include "base/arena.h"
#include "base/buf.h"
#include "card/repeat.h"
#include "theme/format.h"

/* How a language says that something comes back; %s are weekdays, days or months, %d the interval. */
struct saying {
	const char *each[5], *every[5]; /* by enum repeat_freq; with an interval above 1 */
	const char *each_weekday;
	const char *nth_weekday; /* %s ordinal, %s weekday; of a month */
	const char *of_month;
	const char *month_day; /* %d */
	const char *in_months, *until;
	const char *ordinals[5], *last[2];
};

static const struct saying sayings[LANG_COUNT] = {
	[LANG_FR] = {
		.each = { "", "chaque jour", "chaque semaine", "chaque mois", "chaque année" },
		.every = { "", "tous les %d jours", "toutes les %d semaines", "tous les %d mois",
			"tous les %d ans" },
		.each_weekday = "chaque %s", .nth_weekday = "le %s %s", .of_month = "%s du mois",
		.month_day = "le %d", .in_months = "%s, en %s", .until = "%s, %s",
		.ordinals = { "premier", "deuxième", "troisième", "quatrième", "cinquième" },
		.last = { "dernier", "avant-dernier" },
	},
	[LANG_NL] = {
		.each = { "", "elke dag", "elke week", "elke maand", "elk jaar" },
		.every = { "", "om de %d dagen", "om de %d weken", "om de %d maanden", "om de %d jaar" },
		.each_weekday = "elke %s", .nth_weekday = "de %s %s", .of_month = "%s van de maand",
		.month_day = "de %de", .in_months = "%s, in %s", .until = "%s, %s",
		.ordinals = { "eerste", "tweede", "derde", "vierde", "vijfde" },
		.last = { "laatste", "voorlaatste" },
	},
	[LANG_DE] = {
		.each = { "", "jeden Tag", "jede Woche", "jeden Monat", "jedes Jahr" },
		.every = { "", "alle %d Tage", "alle %d Wochen", "alle %d Monate", "alle %d Jahre" },
		.each_weekday = "jeden %s", .nth_weekday = "am %s %s", .of_month = "%s im Monat",
		.month_day = "am %d.", .in_months = "%s, im %s", .until = "%s, %s",
		.ordinals = { "ersten", "zweiten", "dritten", "vierten", "fünften" },
		.last = { "letzten", "vorletzten" },
	},
	[LANG_EN] = {
		.each = { "", "every day", "every week", "every month", "every year" },
		.every = { "", "every %d days", "every %d weeks", "every %d months", "every %d years" },
		.each_weekday = "every %s", .nth_weekday = "the %s %s", .of_month = "%s of the month",
		.month_day = "day %d", .in_months = "%s, in %s", .until = "%s, %s",
		.ordinals = { "first", "second", "third", "fourth", "fifth" },
		.last = { "last", "last but one" },
	},
};

/* NULL for the 20th Monday of a year, which nobody says. */
static const char *
ordinal(const struct saying *saying, int nth)
{
	if (nth >= 1 && nth <= 5)
		return saying->ordinals[nth - 1];
	return nth == -1 || nth == -2 ? saying->last[-nth - 1] : NULL;
}

static struct str
weekday_list(struct arena *arena, enum lang lang, const struct repeat *repeat, int start)
{
	struct str names[countof(repeat->days)];
	size_t len = 0;

	for (int i = 0; i < repeat->days_len; i++)
		names[len++] = format_weekday(lang, repeat->days[i].weekday);
	if (len == 0)
		names[len++] = format_weekday(lang, date_weekday(start));
	return format_list(arena, lang, names, len);
}

static struct str
weekly(struct arena *arena, enum lang lang, const struct repeat *repeat, int start)
{
	const struct saying *saying = &sayings[lang];
	struct str days = weekday_list(arena, lang, repeat, start), every;

	if (repeat->interval <= 1)
		return arena_printf(arena, saying->each_weekday, days.ptr);
	every = arena_printf(arena, saying->every[REPEAT_WEEKLY], repeat->interval);
	return arena_printf(arena, "%s (%s)", every.ptr, days.ptr);
}

/* "le premier samedi et le 15": the days of a month; empty when they cannot be said simply. */
static struct str
days_of_month(struct arena *arena, enum lang lang, const struct repeat *repeat)
{
	const struct saying *saying = &sayings[lang];
	struct str parts[countof(repeat->days) + 31];
	size_t len = 0;

	for (int i = 0; i < repeat->days_len; i++) {
		const char *nth = ordinal(saying, repeat->days[i].nth);

		if (!nth)
			return (struct str){ 0 };
		parts[len++] = arena_printf(arena, saying->nth_weekday, nth,
		                            format_weekday(lang, repeat->days[i].weekday).ptr);
	}
	for (int day = 1; day <= 31 && repeat->days_len == 0; day++)
		if (repeat->month_days & (UINT32_C(1) << day))
			parts[len++] = arena_printf(arena, saying->month_day, day);
	return format_list(arena, lang, parts, len);
}

static struct str
otherwise(struct arena *arena, enum lang lang, const struct repeat *repeat)
{
	const struct saying *saying = &sayings[lang];
	struct str often = repeat->interval > 1 ? arena_printf(arena, saying->every[repeat->freq],
	                                                       repeat->interval)
	                                        : str(saying->each[repeat->freq]);
	struct str days = repeat->freq == REPEAT_MONTHLY ? days_of_month(arena, lang, repeat)
	                                                 : (struct str){ 0 };

	if (days.len == 0)
		return often;
	if (repeat->interval > 1)
		return arena_printf(arena, "%s (%s)", often.ptr, days.ptr);
	return arena_printf(arena, saying->of_month, days.ptr);
}

static struct str
month_list(struct arena *arena, enum lang lang, const struct repeat *repeat)
{
	struct str names[12];
	size_t len = 0;

	for (int month = 1; month <= 12; month++)
		if (repeat->months & (1u << month))
			names[len++] = format_month(lang, month);
	return format_list(arena, lang, names, len);
}

struct str
format_repeat(struct arena *arena, enum lang lang, const struct repeat *repeat, int start)
{
	const struct saying *saying = &sayings[lang];
	struct str text;

	if (repeat->freq == REPEAT_NEVER)
		return (struct str){ 0 };
	if (repeat->freq == REPEAT_WEEKLY)
		text = weekly(arena, lang, repeat, start);
	else
		text = otherwise(arena, lang, repeat);
	if (repeat->months && repeat->freq != REPEAT_YEARLY)
		text = arena_printf(arena, saying->in_months, text.ptr,
		                    month_list(arena, lang, repeat).ptr);
	if (repeat->until != DATE_NONE)
		text = arena_printf(arena, saying->until, text.ptr,
		                    format_period(arena, lang, DATE_NONE, repeat->until).ptr);
	return text;
}
