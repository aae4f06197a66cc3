#include "theme/hours_words_parts.h"

#include "base/arena.h"
#include "theme/format.h"

#include <stdlib.h>

/* %d are numbers, %s texts in the order in which they are given. */
static const struct saying {
	const char *easter, *days_after[2], *days_before[2]; /* one, several */
	const char *ordinals[5], *ordinals_after[5];         /* first … */
	const char *last[5], *last_after[5];                 /* last, last but one … */
	const char *article, *article_ordinal;               /* behind "after" */
	const char *of_month, *of_month_vowel;               /* an ordinal and weekday, a month */
	const char *on_or_after, *on_or_before;              /* a weekday, a date */
	const char *since;                                   /* "dès %s" */
	const char *week, *weeks, *odd_weeks, *even_weeks, *every_week;
	const char *every_day, *every_year;
} sayings[LANG_COUNT] = {
	[LANG_FR] = {
		.easter = "Pâques",
		.days_after = { "%d jour après ", "%d jours après " },
		.days_before = { "%d jour avant ", "%d jours avant " },
		.ordinals = { "1er", "2e", "3e", "4e", "5e" },
		.ordinals_after = { "1er", "2e", "3e", "4e", "5e" },
		.last = { "dernier", "avant-dernier", "3e dernier", "4e dernier", "5e dernier" },
		.last_after = { "dernier", "avant-dernier", "3e dernier", "4e dernier", "5e dernier" },
		.article = "le ", .article_ordinal = "le ",
		.of_month = "%s de %s", .of_month_vowel = "%s d’%s",
		.on_or_after = "1er %s dès le %s", .on_or_before = "dernier %s jusqu’au %s",
		.since = "dès %s",
		.week = "semaine %d", .weeks = "semaines %d–%d", .odd_weeks = "semaines impaires",
		.even_weeks = "semaines paires", .every_week = "une semaine sur %d",
		.every_day = "tous les %d jours", .every_year = "tous les %d ans",
	},
	[LANG_NL] = {
		.easter = "Pasen",
		.days_after = { "%d dag na ", "%d dagen na " },
		.days_before = { "%d dag voor ", "%d dagen voor " },
		.ordinals = { "eerste", "tweede", "derde", "vierde", "vijfde" },
		.ordinals_after = { "eerste", "tweede", "derde", "vierde", "vijfde" },
		.last = { "laatste", "voorlaatste", "derdelaatste", "vierdelaatste", "vijfdelaatste" },
		.last_after = { "laatste", "voorlaatste", "derdelaatste", "vierdelaatste",
			"vijfdelaatste" },
		.article = "", .article_ordinal = "de ",
		.of_month = "%s van %s", .of_month_vowel = "%s van %s",
		.on_or_after = "eerste %s vanaf %s", .on_or_before = "laatste %s tot en met %s",
		.since = "vanaf %s",
		.week = "week %d", .weeks = "weken %d–%d", .odd_weeks = "oneven weken",
		.even_weeks = "even weken", .every_week = "om de %d weken",
		.every_day = "om de %d dagen", .every_year = "om de %d jaar",
	},
	[LANG_DE] = {
		.easter = "Ostern",
		.days_after = { "%d Tag nach ", "%d Tage nach " },
		.days_before = { "%d Tag vor ", "%d Tage vor " },
		.ordinals = { "erster", "zweiter", "dritter", "vierter", "fünfter" },
		.ordinals_after = { "ersten", "zweiten", "dritten", "vierten", "fünften" },
		.last = { "letzter", "vorletzter", "drittletzter", "viertletzter", "fünftletzter" },
		.last_after = { "letzten", "vorletzten", "drittletzten", "viertletzten",
			"fünftletzten" },
		.article = "dem ", .article_ordinal = "dem ",
		.of_month = "%s im %s", .of_month_vowel = "%s im %s",
		.on_or_after = "erster %s ab %s", .on_or_before = "letzter %s bis %s",
		.since = "ab %s",
		.week = "Woche %d", .weeks = "Wochen %d–%d", .odd_weeks = "ungerade Wochen",
		.even_weeks = "gerade Wochen", .every_week = "alle %d Wochen",
		.every_day = "alle %d Tage", .every_year = "alle %d Jahre",
	},
	[LANG_EN] = {
		.easter = "Easter",
		.days_after = { "%d day after ", "%d days after " },
		.days_before = { "%d day before ", "%d days before " },
		.ordinals = { "first", "second", "third", "fourth", "fifth" },
		.ordinals_after = { "first", "second", "third", "fourth", "fifth" },
		.last = { "last", "second-last", "third-last", "fourth-last", "fifth-last" },
		.last_after = { "last", "second-last", "third-last", "fourth-last", "fifth-last" },
		.article = "", .article_ordinal = "the ",
		.of_month = "%s of %s", .of_month_vowel = "%s of %s",
		.on_or_after = "first %s from %s", .on_or_before = "last %s until %s",
		.since = "from %s",
		.week = "week %d", .weeks = "weeks %d–%d", .odd_weeks = "odd weeks",
		.even_weeks = "even weeks", .every_week = "every %d weeks",
		.every_day = "every %d days", .every_year = "every %d years",
	},
};

/* Feasts that people know by their name and not by their distance. */
static const struct feast {
	int offset; /* days from Easter Sunday */
	const char *name[LANG_COUNT];
} feasts[] = {
	{ -48, { "lundi gras", "carnavalsmaandag", "Rosenmontag", "Shrove Monday" } },
	{ -47, { "mardi gras", "vastenavond", "Faschingsdienstag", "Shrove Tuesday" } },
	{ -46, { "mercredi des Cendres", "Aswoensdag", "Aschermittwoch", "Ash Wednesday" } },
	{ -7, { "dimanche des Rameaux", "Palmzondag", "Palmsonntag", "Palm Sunday" } },
	{ -3, { "Jeudi saint", "Witte Donderdag", "Gründonnerstag", "Maundy Thursday" } },
	{ -2, { "Vendredi saint", "Goede Vrijdag", "Karfreitag", "Good Friday" } },
	{ -1, { "Samedi saint", "Stille Zaterdag", "Karsamstag", "Holy Saturday" } },
	{ 0, { "Pâques", "Pasen", "Ostersonntag", "Easter Sunday" } },
	{ 1, { "lundi de Pâques", "paasmaandag", "Ostermontag", "Easter Monday" } },
	{ 39, { "Ascension", "Hemelvaart", "Christi Himmelfahrt", "Ascension Day" } },
	{ 49, { "Pentecôte", "Pinksteren", "Pfingstsonntag", "Whit Sunday" } },
	{ 50, { "lundi de Pentecôte", "pinkstermaandag", "Pfingstmontag", "Whit Monday" } },
	{ 60, { "Fête-Dieu", "Sacramentsdag", "Fronleichnam", "Corpus Christi" } },
};

const char *
hours_words_ordinal(enum lang lang, int nth, bool after)
{
	const struct saying *saying = &sayings[lang];
	int index = abs(nth) - 1;

	if (index < 0 || index > 4)
		return "";
	if (nth < 0)
		return (after ? saying->last_after : saying->last)[index];
	return (after ? saying->ordinals_after : saying->ordinals)[index];
}

void
hours_words_offset(struct buf *out, enum lang lang, int days)
{
	const struct saying *saying = &sayings[lang];
	const char *const *words = days < 0 ? saying->days_before : saying->days_after;

	buf_printf(out, words[abs(days) != 1], abs(days));
}

const char *
hours_words_article(enum lang lang, bool ordinal)
{
	return ordinal ? sayings[lang].article_ordinal : sayings[lang].article;
}

void
hours_words_item(struct buf *out, enum lang lang, size_t i, size_t len)
{
	if (i > 0)
		buf_adds(out, i + 1 == len ? format_and(lang) : ", ");
}

void
hours_words_put(struct buf *out, const char *pattern, struct buf *text)
{
	buf_printf(out, pattern, text->ptr ? text->ptr : "");
	buf_release(text);
}

/* --- one date -------------------------------------------------------------------------------------------- */

static const char *
feast(enum lang lang, const struct hours_date *date)
{
	for (size_t i = 0; i < countof(feasts) && date->month == 0; i++)
		if (feasts[i].offset == date->offset)
			return feasts[i].name[lang];
	return NULL;
}

static void
add_day(struct buf *out, enum lang lang, int month, int day)
{
	struct arena *arena = arena_new();

	buf_add(out, format_day_of_month(arena, lang, month, day));
	arena_free(arena);
}

/* "25 décembre", "décembre", "dernier dimanche d’octobre", "Pâques": without year and what is added. */
static void
add_fixed(struct buf *out, enum lang lang, const struct hours_date *date, bool after)
{
	const struct saying *saying = &sayings[lang];
	struct buf nth = { 0 };
	const char *month;

	if (date->month == 0) {
		buf_adds(out, saying->easter);
		return;
	}
	month = format_month(lang, date->month).ptr;
	if (date->nth) {
		buf_adds(out, after ? saying->article_ordinal : "");
		buf_printf(&nth, "%s %s", hours_words_ordinal(lang, date->nth, after),
		           format_weekday(lang, date->nth_day).ptr);
		buf_printf(out,
		           month[0] == 'a' || month[0] == 'o' ? saying->of_month_vowel
		                                              : saying->of_month,
		           nth.ptr, month);
		buf_release(&nth);
	} else if (date->day) {
		buf_adds(out, after ? saying->article : "");
		add_day(out, lang, date->month, date->day);
	} else {
		buf_adds(out, month);
	}
}

static void
add_date(struct buf *out, enum lang lang, const struct hours_date *date, bool after)
{
	const struct saying *saying = &sayings[lang];
	const char *name = date->next_day < 0 ? feast(lang, date) : NULL;
	struct buf fixed = { 0 };

	if (name) {
		buf_adds(out, name);
		return;
	}
	if (date->offset) {
		hours_words_offset(out, lang, date->offset);
		after = true;
	}
	if (date->next_day < 0) {
		add_fixed(out, lang, date, after);
		return;
	}
	buf_adds(out, after ? saying->article_ordinal : "");
	add_fixed(&fixed, lang, date, false);
	buf_printf(out, date->before ? saying->on_or_before : saying->on_or_after,
	           format_weekday(lang, date->next_day).ptr, fixed.ptr);
	buf_release(&fixed);
}

static void
add_year(struct buf *out, int year)
{
	if (year > 0)
		buf_printf(out, " %d", year);
}

/* --- dates ------------------------------------------------------------------------------------------------ */

static bool
is_month(const struct hours_date *date)
{
	return date->month > 0 && !date->day && !date->nth && date->next_day < 0 && !date->offset;
}

static bool
is_day(const struct hours_date *date)
{
	return date->month > 0 && date->day && date->next_day < 0 && !date->offset;
}

static bool
same_date(const struct hours_date *a, const struct hours_date *b)
{
	return a->month == b->month && a->day == b->day && a->nth == b->nth &&
	       (!a->nth || a->nth_day == b->nth_day) && a->next_day == b->next_day &&
	       (a->next_day < 0 || a->before == b->before) && a->offset == b->offset;
}

/* What stands between two dates: "juillet et août", "avril–octobre", "24 décembre – 2 janvier". */
static const char *
between(enum lang lang, const struct hours_dates *dates, bool same_year)
{
	if (!is_month(&dates->from) || !is_month(&dates->to) || !same_year)
		return " – ";
	return dates->to.month == dates->from.month + 1 ? format_and(lang) : "–";
}

static void
add_range(struct buf *out, enum lang lang, const struct hours_dates *dates)
{
	const struct hours_date *from = &dates->from, *to = &dates->to;
	int year = to->year ? to->year : from->year;

	if (same_date(from, to) && from->year == year) {
		add_date(out, lang, from, false);
	} else if (is_day(from) && is_day(to) && from->month == to->month && from->year == year) {
		struct buf day = { 0 };

		/* "24." of "24. Dezember" */
		add_day(&day, lang, from->month, from->day);
		buf_add(out, str_sub(buf_str(&day), 0, str_find(buf_str(&day), ' ')));
		buf_adds(out, "–");
		add_date(out, lang, to, false);
		buf_release(&day);
	} else {
		add_date(out, lang, from, false);
		if (from->year != year)
			add_year(out, from->year);
		buf_adds(out, between(lang, dates, from->year == year));
		add_date(out, lang, to, false);
	}
	add_year(out, year);
}

static void
add_dates(struct buf *out, enum lang lang, const struct hours_dates *dates)
{
	const struct saying *saying = &sayings[lang];
	struct buf from = { 0 };

	if (dates->ever) {
		add_date(&from, lang, &dates->from, true);
		add_year(&from, dates->from.year);
		hours_words_put(out, saying->since, &from);
	} else {
		add_range(out, lang, dates);
	}
	if (dates->step > 1) {
		buf_adds(out, " (");
		buf_printf(out, saying->every_day, dates->step);
		buf_adds(out, ")");
	}
}

/* --- weeks and years -------------------------------------------------------------------------------------- */

/* Every other week of the year is told by its numbers alone. */
static bool
every_other(const struct hours_weeks *weeks)
{
	return weeks->step == 2 && weeks->from <= 2 && weeks->to >= 52;
}

static void
add_weeks(struct buf *out, enum lang lang, const struct hours_weeks *weeks)
{
	const struct saying *saying = &sayings[lang];

	if (every_other(weeks)) {
		buf_adds(out, weeks->from == 1 ? saying->odd_weeks : saying->even_weeks);
		return;
	}
	if (weeks->from == weeks->to)
		buf_printf(out, saying->week, weeks->from);
	else
		buf_printf(out, saying->weeks, weeks->from, weeks->to);
	if (weeks->step > 1) {
		buf_adds(out, " (");
		buf_printf(out, saying->every_week, weeks->step);
		buf_adds(out, ")");
	}
}

static void
add_years(struct buf *out, enum lang lang, const struct hours_years *years)
{
	const struct saying *saying = &sayings[lang];
	struct buf from = { 0 };

	if (years->to >= YEAR_EVER) {
		buf_printf(&from, "%d", years->from);
		hours_words_put(out, saying->since, &from);
	} else if (years->from == years->to) {
		buf_printf(out, "%d", years->from);
	} else {
		buf_printf(out, "%d–%d", years->from, years->to);
	}
	if (years->step > 1) {
		buf_adds(out, " (");
		buf_printf(out, saying->every_year, years->step);
		buf_adds(out, ")");
	}
}

void
hours_words_year(struct buf *out, enum lang lang, const struct hours_rule *rule)
{
	bool single_year = rule->years_len == 1 && rule->years[0].from == rule->years[0].to;

	for (size_t i = 0; i < rule->dates_len; i++) {
		hours_words_item(out, lang, i, rule->dates_len);
		add_dates(out, lang, &rule->dates[i]);
	}
	if (rule->weeks_len > 0 && out->len > 0)
		buf_adds(out, ", ");
	for (size_t i = 0; i < rule->weeks_len; i++) {
		hours_words_item(out, lang, i, rule->weeks_len);
		add_weeks(out, lang, &rule->weeks[i]);
	}
	/* "avril–octobre 2026" */
	if (rule->years_len > 0 && out->len > 0)
		buf_adds(out, single_year && rule->dates_len == 1 && !rule->weeks_len ? " " : ", ");
	for (size_t i = 0; i < rule->years_len; i++) {
		hours_words_item(out, lang, i, rule->years_len);
		add_years(out, lang, &rule->years[i]);
	}
}
