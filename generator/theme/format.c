#include "theme/format.h"

#include "base/arena.h"
#include "base/buf.h"
#include "card/hours.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#define NBSP "\u00a0"

/* How a language writes dates and times. In patterns, %s are texts in the order in which they are
 * given; those with two take both ends. */
struct manner {
	const char *weekdays[7], *weekdays_short[7];
	const char *months[12], *months_short[12];
	const char *first; /* after the first of a month: "er"; every day in German: "." */
	bool every_day;
	const char *on, *between, *until, *from; /* of days */
	const char *from_to;                     /* of days with their weekdays and times */
	const char *hour, *minutes;              /* behind the hour: "18 h", "18 h 30" */
	const char *clock;                       /* after a time or a span: " uur" */
	const char *and;
	char decimal;
	char byte; /* "240 ko" */
};

static const struct manner manners[LANG_COUNT] = {
	[LANG_FR] = {
		.weekdays = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
		.weekdays_short = { "lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim." },
		.months = { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
			"septembre", "octobre", "novembre", "décembre" },
		.months_short = { "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août",
			"sept.", "oct.", "nov.", "déc." },
		.first = "er",
		.on = "le %s", .between = "du %s au %s", .until = "jusqu’au %s", .from = "à partir du %s",
		.from_to = "du %s au %s",
		.hour = NBSP "h", .minutes = NBSP "h" NBSP, .clock = "",
		.and = " et ", .decimal = ',', .byte = 'o',
	},
	[LANG_NL] = {
		.weekdays = { "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag",
			"zondag" },
		.weekdays_short = { "ma", "di", "wo", "do", "vr", "za", "zo" },
		.months = { "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
			"september", "oktober", "november", "december" },
		.months_short = { "jan.", "feb.", "mrt.", "apr.", "mei", "juni", "juli", "aug.", "sep.",
			"okt.", "nov.", "dec." },
		.first = "",
		.on = "op %s", .between = "van %s tot en met %s", .until = "tot en met %s",
		.from = "vanaf %s",
		.from_to = "van %s tot %s",
		.hour = ".00", .minutes = ".", .clock = NBSP "uur",
		.and = " en ", .decimal = ',', .byte = 'B',
	},
	[LANG_DE] = {
		.weekdays = { "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag",
			"Sonntag" },
		.weekdays_short = { "Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So." },
		.months = { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
			"September", "Oktober", "November", "Dezember" },
		.months_short = { "Jan.", "Febr.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.",
			"Sept.", "Okt.", "Nov.", "Dez." },
		.first = ".", .every_day = true,
		.on = "am %s", .between = "vom %s bis %s", .until = "bis %s", .from = "ab %s",
		.from_to = "von %s bis %s",
		.hour = ":00", .minutes = ":", .clock = NBSP "Uhr",
		.and = " und ", .decimal = ',', .byte = 'B',
	},
	[LANG_EN] = {
		.weekdays = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
			"Sunday" },
		.weekdays_short = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
		.months = { "January", "February", "March", "April", "May", "June", "July", "August",
			"September", "October", "November", "December" },
		.months_short = { "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct",
			"Nov", "Dec" },
		.first = "",
		.on = "on %s", .between = "from %s to %s", .until = "until %s", .from = "from %s",
		.from_to = "from %s to %s",
		.hour = ":00", .minutes = ":", .clock = "",
		.and = " and ", .decimal = '.', .byte = 'B',
	},
};

struct str
format_weekday(enum lang lang, int weekday)
{
	return str(manners[lang].weekdays[weekday]);
}

struct str
format_weekday_short(enum lang lang, int weekday)
{
	return str(manners[lang].weekdays_short[weekday]);
}

struct str
format_month(enum lang lang, int month)
{
	return str(manners[lang].months[month - 1]);
}

struct str
format_month_short(enum lang lang, int month)
{
	return str(manners[lang].months_short[month - 1]);
}

/* "1er", "12." */
static struct str
number_of_day(struct arena *arena, const struct manner *manner, int day)
{
	return arena_printf(arena, "%d%s", day, manner->every_day || day == 1 ? manner->first : "");
}

struct str
format_date(struct arena *arena, enum lang lang, int day)
{
	const struct manner *manner = &manners[lang];
	struct civil date = date_to_civil(day);

	return arena_printf(arena, "%s %s %d", number_of_day(arena, manner, date.day).ptr,
	                    manner->months[date.month - 1], date.year);
}

struct str
format_day(struct arena *arena, enum lang lang, int day)
{
	return arena_printf(arena, "%s%s %s", manners[lang].weekdays[date_weekday(day)],
	                    lang == LANG_DE ? "," : "", format_date(arena, lang, day).ptr);
}

/* The first of two dates, without what the second one says again: "15", "15 juillet". */
static struct str
first_date(struct arena *arena, enum lang lang, int from, int until)
{
	const struct manner *manner = &manners[lang];
	struct civil a = date_to_civil(from), b = date_to_civil(until);
	struct str number = number_of_day(arena, manner, a.day);

	if (a.year != b.year)
		return format_date(arena, lang, from);
	if (a.month != b.month)
		return arena_printf(arena, "%s %s", number.ptr, manner->months[a.month - 1]);
	return number;
}

struct str
format_period(struct arena *arena, enum lang lang, int from, int until)
{
	const struct manner *manner = &manners[lang];

	if (from == DATE_NONE && until == DATE_NONE)
		return (struct str){ 0 };
	if (until == DATE_NONE)
		return arena_printf(arena, manner->from, format_date(arena, lang, from).ptr);
	if (from == DATE_NONE)
		return arena_printf(arena, manner->until, format_date(arena, lang, until).ptr);
	if (from == until)
		return arena_printf(arena, manner->on, format_date(arena, lang, from).ptr);
	return arena_printf(arena, manner->between, first_date(arena, lang, from, until).ptr,
	                    format_date(arena, lang, until).ptr);
}

struct str
format_day_of_month(struct arena *arena, enum lang lang, int month, int day)
{
	const struct manner *manner = &manners[lang];

	return arena_printf(arena, "%s %s", number_of_day(arena, manner, day).ptr,
	                    manner->months[month - 1]);
}

static struct str
near_date(struct arena *arena, enum lang lang, int day)
{
	struct civil date = date_to_civil(day);

	return format_day_of_month(arena, lang, date.month, date.day);
}

struct str
format_near_day(struct arena *arena, enum lang lang, int day)
{
	return arena_printf(arena, "%s%s %s", manners[lang].weekdays[date_weekday(day)],
	                    lang == LANG_DE ? "," : "", near_date(arena, lang, day).ptr);
}

struct str
format_near_days(struct arena *arena, enum lang lang, int from, int until)
{
	const struct manner *manner = &manners[lang];
	struct civil a = date_to_civil(from), b = date_to_civil(until);
	struct str first = a.month == b.month ? number_of_day(arena, manner, a.day)
	                                      : near_date(arena, lang, from);

	return arena_printf(arena, manner->between, first.ptr, near_date(arena, lang, until).ptr);
}

struct str
format_near_from(struct arena *arena, enum lang lang, int day)
{
	return arena_printf(arena, manners[lang].from, near_date(arena, lang, day).ptr);
}

void
format_add_time(struct buf *out, enum lang lang, int minute)
{
	const struct manner *manner = &manners[lang];
	int of_day = minute > DAY_MINUTES ? minute - DAY_MINUTES : minute;

	buf_add_u64(out, (uint64_t)(of_day / 60));
	buf_adds(out, of_day % 60 == 0 ? manner->hour : manner->minutes);
	if (of_day % 60 == 0)
		return;
	buf_addc(out, (char)('0' + of_day % 60 / 10));
	buf_addc(out, (char)('0' + of_day % 10));
}

const char *
format_clock(enum lang lang)
{
	return manners[lang].clock;
}

void
format_drop_clock(struct buf *out, enum lang lang)
{
	const char *clock = manners[lang].clock;

	if (*clock && str_ends(buf_str(out), clock)) {
		out->len -= str(clock).len;
		out->ptr[out->len] = '\0';
	}
}

struct str
format_time(struct arena *arena, enum lang lang, int minute)
{
	struct buf out = { 0 };
	struct str text;

	format_add_time(&out, lang, minute);
	buf_adds(&out, manners[lang].clock);
	text = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return text;
}

struct str
format_spans(struct arena *arena, enum lang lang, const struct hours_span *spans, size_t len)
{
	struct buf out = { 0 };
	struct str text;

	for (size_t i = 0; i < len; i++) {
		buf_adds(&out, i > 0 ? ", " : "");
		format_add_time(&out, lang, spans[i].open);
		buf_adds(&out, " – ");
		format_add_time(&out, lang, spans[i].close);
	}
	if (len > 0)
		buf_adds(&out, manners[lang].clock);
	text = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return text;
}

static struct str
day_and_time(struct arena *arena, enum lang lang, struct moment moment)
{
	struct str day = format_day(arena, lang, moment.day);

	if (moment.minute < 0)
		return day;
	return arena_printf(arena, "%s, %s", day.ptr, format_time(arena, lang, moment.minute).ptr);
}

/* On one day, or a night out: until the small hours of the next day is still one evening. */
static bool
is_one_evening(struct moment start, struct moment end)
{
	if (start.minute < 0 || end.minute < 0)
		return false;
	return end.day == start.day || (end.day == start.day + 1 && end.minute < start.minute);
}

struct str
format_when(struct arena *arena, enum lang lang, struct moment start, struct moment end)
{
	struct hours_span span = { start.minute, end.minute };

	if (end.day == DATE_NONE || (end.day == start.day && end.minute <= start.minute))
		return day_and_time(arena, lang, start);
	if (is_one_evening(start, end))
		return arena_printf(arena, "%s, %s", format_day(arena, lang, start.day).ptr,
		                    format_spans(arena, lang, &span, 1).ptr);
	if (end.day == start.day)
		return day_and_time(arena, lang, start);
	if (start.minute < 0 && end.minute < 0)
		return format_period(arena, lang, start.day, end.day);
	return arena_printf(arena, manners[lang].from_to, day_and_time(arena, lang, start).ptr,
	                    day_and_time(arena, lang, end).ptr);
}

const char *
format_and(enum lang lang)
{
	return manners[lang].and;
}

struct str
format_list(struct arena *arena, enum lang lang, const struct str *items, size_t len)
{
	struct buf out = { 0 };
	struct str list;

	for (size_t i = 0; i < len; i++) {
		if (i > 0)
			buf_adds(&out, i + 1 == len ? manners[lang].and : ", ");
		buf_add(&out, items[i]);
	}
	list = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return list;
}

struct str
format_weekdays(struct arena *arena, enum lang lang, int from, int until)
{
	const char *const *names = manners[lang].weekdays;
	struct buf out = { 0 };
	struct str text;

	if (from == until)
		return str(names[from]);
	buf_adds(&out, names[from]);
	buf_adds(&out, until == from + 1 ? manners[lang].and : " – ");
	buf_adds(&out, names[until]);
	text = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return text;
}

/* To ten metres, to a hundred from one kilometre on: the crow flies, people do not. */
struct str
format_distance(struct arena *arena, enum lang lang, double metres)
{
	int tens = (int)lround(metres / 10), hundreds = (int)lround(metres / 100);

	if (tens < 100)
		return arena_printf(arena, "%d" NBSP "m", (tens < 1 ? 1 : tens) * 10);
	return arena_printf(arena, "%d%c%d" NBSP "km", hundreds / 10, manners[lang].decimal,
	                    hundreds % 10);
}

/* How long something takes. */
struct str
format_minutes(struct arena *arena, enum lang lang, int minutes)
{
	static const struct {
		const char *hour, *minute, *after; /* `after`: of minutes behind hours */
	} units[LANG_COUNT] = {
		[LANG_FR] = { NBSP "h", NBSP "min", "" },
		[LANG_NL] = { NBSP "u.", NBSP "min.", "" },
		[LANG_DE] = { NBSP "Std.", NBSP "Min.", NBSP "Min." },
		[LANG_EN] = { NBSP "h", NBSP "min", NBSP "min" },
	};
	int hours = minutes / 60, rest = minutes % 60;

	if (hours == 0)
		return arena_printf(arena, "%d%s", minutes, units[lang].minute);
	if (rest == 0)
		return arena_printf(arena, "%d%s", hours, units[lang].hour);
	return arena_printf(arena, "%d%s" NBSP "%02d%s", hours, units[lang].hour, rest,
	                    units[lang].after);
}

struct str
format_size(struct arena *arena, enum lang lang, uint64_t bytes)
{
	uint64_t thousands = (bytes + 999) / 1000, tenths = (bytes + 50000) / 100000;
	const struct manner *m = &manners[lang];

	if (thousands < 1000)
		return arena_printf(arena, "%" PRIu64 NBSP "k%c", thousands, m->byte);
	return arena_printf(arena, "%" PRIu64 "%c%d" NBSP "M%c", tenths / 10, m->decimal,
	                    (int)(tenths % 10), m->byte);
}

struct str
format_iso_day(struct arena *arena, int day)
{
	struct civil date = date_to_civil(day);

	return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

struct str
format_iso_time(struct arena *arena, int minute)
{
	int of_day = minute > DAY_MINUTES ? minute - DAY_MINUTES : minute;
	/* Not by printf: a guide has tens of thousands of them. */
	char text[] = { (char)('0' + of_day / 600), (char)('0' + of_day / 60 % 10), ':',
		        (char)('0' + of_day % 60 / 10), (char)('0' + of_day % 10) };

	return arena_str(arena, (struct str){ text, sizeof text });
}

struct str
format_iso_instant(struct arena *arena, int64_t utc, int offset)
{
	int64_t local = utc + offset;
	int64_t day = local / 86400 - (local % 86400 < 0);
	int second = (int)(local - day * 86400), east = abs(offset) / 60;

	return arena_printf(arena, "%sT%02d:%02d:%02d%c%02d:%02d",
	                    format_iso_day(arena, (int)day).ptr, second / 3600, second / 60 % 60,
	                    second % 60, offset < 0 ? '-' : '+', east / 60, east % 60);
}

/* By whole numbers: printf's point is the locale's. */
struct str
format_degrees(struct arena *arena, double degrees)
{
	long millionths = lround(degrees * 1e6), whole = labs(millionths) / 1000000;
	struct str text = arena_printf(arena, "%s%ld.%06ld", millionths < 0 ? "-" : "", whole,
	                               labs(millionths) % 1000000);

	while (text.ptr[text.len - 1] == '0' && text.ptr[text.len - 2] != '.')
		text.len--;
	return text;
}
