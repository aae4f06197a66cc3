#include "theme/hours_words.h"

#include "base/arena.h"
#include "base/date.h"
#include "theme/door.h"
#include "theme/format.h"
#include "theme/hours_words_parts.h"

#include <stdlib.h>

#define NBSP "\u00a0"

enum { EVENTS = EVENT_DUSK + 1 };

static const struct saying {
	const char *public, *school;     /* holidays */
	const char *eve, *morrow;        /* of a public one */
	const char *a_public, *a_school; /* behind "2 days after " */
	const char *of_the_month;
	const char *noun[EVENTS], *from_event[EVENTS], *to_event[EVENTS];
	const char *whole_sun;      /* from sunrise to sunset */
	const char *before, *after; /* a duration, a noun */
	const char *from_time, *to_time, *from_offset, *to_offset;
	const char *hours[2], *hours_minutes, *minutes;
	const char *closed, *open, *all_day, *also;
} sayings[LANG_COUNT] = {
	[LANG_FR] = {
		.public = "jours fériés", .school = "vacances scolaires",
		.eve = "veille de jour férié", .morrow = "lendemain de jour férié",
		.a_public = "un jour férié", .a_school = "les vacances scolaires",
		.of_the_month = "%s du mois",
		.noun = { "", "l’aube", "le lever du soleil", "le coucher du soleil", "le crépuscule" },
		.from_event = { "", "de l’aube", "du lever du soleil", "du coucher du soleil",
			"du crépuscule" },
		.to_event = { "", "à l’aube", "au lever du soleil", "au coucher du soleil",
			"au crépuscule" },
		.whole_sun = "du lever au coucher du soleil",
		.before = "%s avant %s", .after = "%s après %s",
		.from_time = "de %s", .to_time = "à %s", .from_offset = "de %s",
		.to_offset = "jusqu’à %s",
		.hours = { "%d" NBSP "h", "%d" NBSP "h" }, .hours_minutes = "%d" NBSP "h" NBSP "%02d",
		.minutes = "%d" NBSP "min",
		.closed = "fermé", .open = "ouvert", .all_day = "24" NBSP "h sur 24", .also = "aussi ",
	},
	[LANG_NL] = {
		.public = "feestdagen", .school = "schoolvakanties",
		.eve = "dag voor een feestdag", .morrow = "dag na een feestdag",
		.a_public = "een feestdag", .a_school = "de schoolvakanties",
		.of_the_month = "%s van de maand",
		.noun = { "", "de ochtendschemering", "zonsopgang", "zonsondergang",
			"de avondschemering" },
		.from_event = { "", "van de ochtendschemering", "van zonsopgang",
			"van zonsondergang", "van de avondschemering" },
		.to_event = { "", "tot de ochtendschemering", "tot zonsopgang", "tot zonsondergang",
			"tot de avondschemering" },
		.whole_sun = "van zonsopgang tot zonsondergang",
		.before = "%s voor %s", .after = "%s na %s",
		.from_time = "van %s", .to_time = "tot %s", .from_offset = "van %s",
		.to_offset = "tot %s",
		.hours = { "%d" NBSP "uur", "%d" NBSP "uur" },
		.hours_minutes = "%d" NBSP "uur en %d" NBSP "minuten",
		.minutes = "%d" NBSP "minuten",
		.closed = "gesloten", .open = "open", .all_day = "24" NBSP "uur op 24", .also = "ook ",
	},
	[LANG_DE] = {
		.public = "Feiertage", .school = "Schulferien",
		.eve = "Tag vor einem Feiertag", .morrow = "Tag nach einem Feiertag",
		.a_public = "einem Feiertag", .a_school = "den Schulferien",
		.of_the_month = "%s im Monat",
		.noun = { "", "der Morgendämmerung", "Sonnenaufgang", "Sonnenuntergang",
			"der Abenddämmerung" },
		.from_event = { "", "von der Morgendämmerung", "von Sonnenaufgang",
			"von Sonnenuntergang", "von der Abenddämmerung" },
		.to_event = { "", "bis zur Morgendämmerung", "bis Sonnenaufgang",
			"bis Sonnenuntergang", "bis zur Abenddämmerung" },
		.whole_sun = "von Sonnenaufgang bis Sonnenuntergang",
		.before = "%s vor %s", .after = "%s nach %s",
		.from_time = "von %s", .to_time = "bis %s", .from_offset = "von %s",
		.to_offset = "bis %s",
		.hours = { "%d" NBSP "Stunde", "%d" NBSP "Stunden" },
		.hours_minutes = "%d:%02d" NBSP "Stunden",
		.minutes = "%d" NBSP "Minuten",
		.closed = "geschlossen", .open = "geöffnet", .all_day = "rund um die Uhr",
		.also = "auch ",
	},
	[LANG_EN] = {
		.public = "public holidays", .school = "school holidays",
		.eve = "day before a public holiday", .morrow = "day after a public holiday",
		.a_public = "a public holiday", .a_school = "the school holidays",
		.of_the_month = "%s of the month",
		.noun = { "", "dawn", "sunrise", "sunset", "dusk" },
		.from_event = { "", "from dawn", "from sunrise", "from sunset", "from dusk" },
		.to_event = { "", "to dawn", "to sunrise", "to sunset", "to dusk" },
		.whole_sun = "from sunrise to sunset",
		.before = "%s before %s", .after = "%s after %s",
		.from_time = "from %s", .to_time = "to %s", .from_offset = "from %s",
		.to_offset = "to %s",
		.hours = { "%d" NBSP "hour", "%d" NBSP "hours" },
		.hours_minutes = "%d" NBSP "h" NBSP "%02d",
		.minutes = "%d" NBSP "minutes",
		.closed = "closed", .open = "open", .all_day = "24" NBSP "hours", .also = "also ",
	},
};

/* --- days --------------------------------------------------------------------------------------------------- */

/* "1er et 3e jeudi du mois"; `after`: "le 1er jeudi du mois". */
static void
add_nths(struct buf *out, enum lang lang, const struct hours_weekdays *item, bool after)
{
	size_t len =
		(size_t)__builtin_popcount((unsigned)item->nth | (unsigned)item->nth_last << 8);
	struct buf days = { 0 };
	size_t said = 0;

	buf_adds(&days, after ? hours_words_article(lang, true) : "");
	for (int bit = 0; bit < 10; bit++) {
		int nth = bit < 5 ? bit + 1 : 4 - bit;
		unsigned bits = bit < 5 ? item->nth : item->nth_last;

		if (!(bits >> (bit % 5) & 1))
			continue;
		hours_words_item(&days, lang, said++, len);
		buf_adds(&days, hours_words_ordinal(lang, nth, after));
	}
	buf_addc(&days, ' ');
	door_add_weekdays(&days, lang, item->days);
	hours_words_put(out, sayings[lang].of_the_month, &days);
}

static void
add_weekdays(struct buf *out, enum lang lang, const struct hours_weekdays *item)
{
	if (item->offset)
		hours_words_offset(out, lang, item->offset);
	if (item->nth || item->nth_last) {
		add_nths(out, lang, item, item->offset != 0);
	} else if (item->from > item->to) { /* "Sa-Mo", as a person says it */
		buf_add(out, format_weekday(lang, item->from));
		buf_adds(out, (item->from + 1) % 7 == item->to ? format_and(lang) : "–");
		buf_add(out, format_weekday(lang, item->to));
	} else {
		door_add_weekdays(out, lang, item->days);
	}
}

static void
add_holiday(struct buf *out, enum lang lang, const struct hours_holiday *item)
{
	const struct saying *saying = &sayings[lang];

	if (item->offset == 0) {
		buf_adds(out, item->school ? saying->school : saying->public);
	} else if (!item->school && abs(item->offset) == 1) {
		buf_adds(out, item->offset < 0 ? saying->eve : saying->morrow);
	} else {
		hours_words_offset(out, lang, item->offset);
		buf_adds(out, item->school ? saying->a_school : saying->a_public);
	}
}

/* Whether weekdays can be said by a list of them: each once, in their order. */
static bool
are_simple(const struct hours_rule *rule)
{
	for (size_t i = 0; i < rule->weekdays_len; i++)
		if (rule->weekdays[i].nth || rule->weekdays[i].nth_last ||
		    rule->weekdays[i].offset || rule->weekdays[i].from > rule->weekdays[i].to)
			return false;
	return true;
}

static void
add_holidays(struct buf *out, enum lang lang, const struct hours_rule *rule, size_t len)
{
	size_t before = len - rule->holidays_len;

	for (size_t i = 0; i < rule->holidays_len; i++) {
		hours_words_item(out, lang, before + i, len);
		add_holiday(out, lang, &rule->holidays[i]);
	}
}

/* Weekdays, and beside them holidays that are not narrowed to them. */
static void
add_days(struct buf *out, enum lang lang, const struct hours_rule *rule)
{
	bool beside = rule->holidays_len > 0 && !rule->holidays_narrow;
	size_t holidays = beside ? rule->holidays_len : 0, items = rule->weekdays_len + holidays;
	unsigned days = 0;

	for (size_t i = 0; i < rule->weekdays_len; i++)
		days |= rule->weekdays[i].days;
	if (days && are_simple(rule)) {
		if (days == 0x7f)
			buf_adds(out, door_every_day(lang));
		else
			door_add_weekdays(out, lang, days);
		items = 1 + holidays;
	} else {
		for (size_t i = 0; i < rule->weekdays_len; i++) {
			hours_words_item(out, lang, i, items);
			add_weekdays(out, lang, &rule->weekdays[i]);
		}
	}
	if (beside)
		add_holidays(out, lang, rule, items);
}

/* --- times -------------------------------------------------------------------------------------------------- */

static void
add_clock(struct buf *out, enum lang lang, int minute)
{
	format_add_time(out, lang, minute);
	buf_adds(out, format_clock(lang));
}

static void
add_duration(struct buf *out, enum lang lang, int minutes)
{
	const struct saying *saying = &sayings[lang];

	if (minutes < 60)
		buf_printf(out, saying->minutes, minutes);
	else if (minutes % 60 == 0)
		buf_printf(out, saying->hours[minutes > 60], minutes / 60);
	else
		buf_printf(out, saying->hours_minutes, minutes / 60, minutes % 60);
}

/* "30 min avant le lever du soleil" */
static void
add_around(struct buf *out, enum lang lang, const struct hours_time *time)
{
	const struct saying *saying = &sayings[lang];
	struct buf duration = { 0 };

	add_duration(&duration, lang, abs(time->minute));
	buf_printf(out, time->minute < 0 ? saying->before : saying->after, duration.ptr,
	           saying->noun[time->event]);
	buf_release(&duration);
}

/* One end of a span with the sun in it, "de 8 h", "au coucher du soleil". */
static void
add_end(struct buf *out, enum lang lang, const struct hours_time *time, bool from)
{
	const struct saying *saying = &sayings[lang];
	struct buf text = { 0 };

	if (time->event == EVENT_NONE) {
		add_clock(&text, lang, time->minute);
		hours_words_put(out, from ? saying->from_time : saying->to_time, &text);
	} else if (time->minute == 0) {
		buf_adds(out, (from ? saying->from_event : saying->to_event)[time->event]);
	} else {
		add_around(&text, lang, time);
		hours_words_put(out, from ? saying->from_offset : saying->to_offset, &text);
	}
}

static bool
is_lone(const struct hours_times *times)
{
	return times->open_end && times->from.event == times->to.event &&
	       times->from.minute == times->to.minute;
}

/* "dès 18 h", "dès le coucher du soleil" */
static void
add_open_end(struct buf *out, enum lang lang, const struct hours_time *from)
{
	struct buf text = { 0 };

	if (from->event == EVENT_NONE)
		add_clock(&text, lang, from->minute);
	else if (from->minute == 0)
		buf_adds(&text, sayings[lang].noun[from->event]);
	else
		add_around(&text, lang, from);
	hours_words_put(out, door_from(lang), &text);
}

static void
add_span(struct buf *out, enum lang lang, const struct hours_times *times)
{
	const struct hours_time *from = &times->from, *to = &times->to;
	const struct saying *saying = &sayings[lang];

	if (is_lone(times)) {
		add_open_end(out, lang, from);
		return;
	}
	if (from->event == EVENT_NONE && to->event == EVENT_NONE) {
		if (from->minute == 0 && to->minute == DAY_MINUTES) {
			buf_adds(out, saying->all_day);
		} else {
			format_add_time(out, lang, from->minute);
			buf_adds(out, "–");
			add_clock(out, lang, to->minute);
		}
	} else if (from->event == EVENT_SUNRISE && to->event == EVENT_SUNSET && !from->minute &&
	           !to->minute) {
		buf_adds(out, saying->whole_sun);
	} else {
		add_end(out, lang, from, true);
		buf_addc(out, ' ');
		add_end(out, lang, to, false);
	}
	if (times->open_end)
		buf_adds(out, door_later(lang));
}

static bool
is_plain(const struct hours_times *times)
{
	return times->from.event == EVENT_NONE && times->to.event == EVENT_NONE;
}

static void
add_times(struct buf *out, enum lang lang, const struct hours_rule *rule)
{
	for (size_t i = 0; i < rule->times_len; i++) {
		if (i > 0 && is_plain(&rule->times[i - 1]) && is_plain(&rule->times[i]))
			format_drop_clock(out, lang);
		buf_adds(out, i > 0 ? ", " : "");
		add_span(out, lang, &rule->times[i]);
	}
}

/* --- the rule ----------------------------------------------------------------------------------------------- */

/* What holds then: "9 h–18 h", "fermé", "sur rendez-vous". */
static void
add_meaning(struct buf *out, enum lang lang, const struct hours_rule *rule)
{
	const struct saying *saying = &sayings[lang];
	struct str remark = rule->comment;
	bool closed = hours_closes_days(rule);
	size_t before = out->len;

	if (remark.len == 0 && rule->meaning == MEANING_UNSURE)
		remark = str(door_unsure(lang));
	if (rule->joint == JOINT_ADDITIONAL && rule->meaning == MEANING_OPEN && rule->times_len > 0)
		buf_adds(out, saying->also);
	if (rule->meaning == MEANING_CLOSED)
		buf_adds(out, saying->closed);
	if (rule->times_len > 0 && !closed) {
		buf_adds(out, rule->meaning == MEANING_CLOSED ? " " : "");
		add_times(out, lang, rule);
	}
	if (rule->times_len == 0 && rule->meaning == MEANING_OPEN)
		buf_adds(out, rule->always ? saying->all_day : saying->open);
	if (remark.len > 0)
		buf_printf(out, out->len > before ? " (%.*s)" : "%.*s", STR_ARG(remark));
}

struct str
hours_words(struct arena *arena, enum lang lang, const struct hours_rule *rule)
{
	const char *colon = door_colon(lang);
	struct buf out = { 0 }, days = { 0 }, what = { 0 }, all = { 0 };
	struct str text;
	bool both;

	hours_words_year(&out, lang, rule);
	if (rule->holidays_narrow && rule->holidays_len > 0) {
		buf_adds(&out, out.len > 0 ? ", " : "");
		add_holidays(&out, lang, rule, rule->holidays_len);
	}
	add_days(&days, lang, rule);
	add_meaning(&what, lang, rule);
	if (rule->joint == JOINT_FALLBACK && out.len + days.len == 0) {
		hours_words_put(&all, door_otherwise(lang), &what);
	} else {
		if (out.len + days.len == 0 && rule->meaning == MEANING_OPEN)
			buf_adds(&days, door_every_day(lang));
		both = out.len > 0 && days.len > 0;
		buf_adds(&out, both ? colon : "");
		buf_add(&out, buf_str(&days));
		if (out.len > 0)
			buf_adds(&out, both ? " " : colon);
		buf_add(&out, buf_str(&what));
		if (rule->joint == JOINT_FALLBACK)
			hours_words_put(&all, door_otherwise(lang), &out);
	}
	text = arena_str(arena, buf_str(all.len > 0 ? &all : &out));
	buf_release(&out);
	buf_release(&days);
	buf_release(&what);
	buf_release(&all);
	return text;
}
