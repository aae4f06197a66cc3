#include "theme/door.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "theme/format.h"

#define NBSP "\u00a0"

/* What a day may lack of its neighbours' hours. */
enum part { MORNING, MIDDAY, AFTERNOON, EVENING, WHOLE_DAY, PARTS, NO_PART = PARTS };

/* %s are a weekday and, in the last two, a time. */
static const struct manner {
	const char *lacks[PARTS];
	const char *closed; /* %s: a list of the above */
	const char *begins, *ends;
	const char *every_day, *semicolon, *unsure, *otherwise, *from, *later, *colon;
} manners[LANG_COUNT] = {
	[LANG_FR] = {
		.lacks = { "le %s matin", "le %s midi", "le %s après-midi", "le %s soir", "le %s" },
		.closed = "fermé %s", .begins = "%s dès %s", .ends = "%s jusqu’à %s",
		.every_day = "tous les jours", .semicolon = NBSP "; ", .unsure = "à confirmer",
		.otherwise = "sinon" NBSP ": %s", .from = "dès %s", .later = " ou plus tard",
		.colon = NBSP ": ",
	},
	[LANG_NL] = {
		.lacks = { "%svoormiddag", "%smiddag", "%snamiddag", "%savond", "%s" },
		.closed = "%s gesloten", .begins = "%s vanaf %s", .ends = "%s tot %s",
		.every_day = "elke dag", .semicolon = "; ", .unsure = "te bevestigen",
		.otherwise = "anders: %s", .from = "vanaf %s", .later = " of later", .colon = ": ",
	},
	[LANG_DE] = {
		.lacks = { "%svormittag", "%smittag", "%snachmittag", "%sabend", "%s" },
		.closed = "%s geschlossen", .begins = "%s ab %s", .ends = "%s bis %s",
		.every_day = "täglich", .semicolon = "; ", .unsure = "unter Vorbehalt",
		.otherwise = "sonst: %s", .from = "ab %s", .later = " oder später", .colon = ": ",
	},
	[LANG_EN] = {
		.lacks = { "%s morning", "%s lunchtime", "%s afternoon", "%s evening", "%s" },
		.closed = "closed %s", .begins = "%s from %s", .ends = "%s until %s",
		.every_day = "every day", .semicolon = "; ", .unsure = "to be confirmed",
		.otherwise = "otherwise: %s", .from = "from %s", .later = " or later", .colon = ": ",
	},
};

const char *
door_semicolon(enum lang lang)
{
	return manners[lang].semicolon;
}

const char *
door_unsure(enum lang lang)
{
	return manners[lang].unsure;
}

const char *
door_otherwise(enum lang lang)
{
	return manners[lang].otherwise;
}

const char *
door_from(enum lang lang)
{
	return manners[lang].from;
}

const char *
door_later(enum lang lang)
{
	return manners[lang].later;
}

const char *
door_every_day(enum lang lang)
{
	return manners[lang].every_day;
}

const char *
door_colon(enum lang lang)
{
	return manners[lang].colon;
}

/* --- a day --------------------------------------------------------------------------------------------- */

static bool
is_rest(const struct door *door, const struct opening *opening)
{
	return door->has_rest && opening->unsure && !opening->open_end &&
	       str_eq(opening->comment, door->rest);
}

/* "18:00-22:00+" is a sure span, and then an open end that begins where it ends. */
static bool
continues(const struct openings_day *day, size_t i)
{
	return i > 0 && day->items[i].open_end && day->items[i].unsure &&
	       !day->items[i - 1].unsure && day->items[i - 1].close == day->items[i].open;
}

static void
add_span(struct buf *out, const struct door *door, const struct opening *span)
{
	format_add_time(out, door->lang, span->open);
	buf_adds(out, door->tight ? "–" : " – ");
	format_add_time(out, door->lang, span->close);
	buf_adds(out, format_clock(door->lang));
}

static void
add_from(struct buf *out, const struct door *door, int minute)
{
	struct buf time = { 0 };

	format_add_time(&time, door->lang, minute);
	buf_adds(&time, format_clock(door->lang));
	buf_printf(out, manners[door->lang].from, time.ptr);
	buf_release(&time);
}

static bool
is_all_day(const struct opening *opening)
{
	return opening->open == 0 && opening->close == DAY_MINUTES;
}

/* A whole day that is unsure: what the card says of it says it all. */
static bool
is_remark(const struct opening *opening)
{
	return is_all_day(opening) && opening->unsure;
}

static void
add_opening(struct buf *out, const struct door *door, const struct opening *opening)
{
	if (is_remark(opening))
		return;
	if (is_all_day(opening))
		buf_add(out, door->all_day);
	else if (opening->open_end && opening->unsure)
		add_from(out, door, opening->open);
	else
		add_span(out, door, opening);
}

/* What the card says about an opening, or that it is not sure. */
static struct str
remark(const struct door *door, const struct opening *opening)
{
	if (opening->comment.len > 0 || !opening->unsure || opening->open_end)
		return opening->comment;
	return str(manners[door->lang].unsure);
}

static void
add_remark(struct buf *out, const struct opening *opening, struct str text)
{
	if (text.len > 0)
		buf_printf(out, is_remark(opening) ? "%.*s" : " (%.*s)", STR_ARG(text));
}

static struct str
rest_text(const struct door *door)
{
	return door->rest.len > 0 ? door->rest : str(manners[door->lang].unsure);
}

/* The opening that is said after `i`, or the day's length. */
static size_t
next_said(const struct door *door, const struct openings_day *day, size_t i)
{
	while (i < day->len && is_rest(door, &day->items[i]))
		i++;
	return i;
}

void
door_add_day(struct buf *out, const struct door *door, struct openings_day day)
{
	size_t i = next_said(door, &day, 0), next;
	bool first = true;

	if (day.len == 0)
		buf_add(out, door->closed);
	else if (i == day.len)
		buf_add(out, rest_text(door));
	for (; i < day.len; i = next) {
		struct str said = remark(door, &day.items[i]);

		next = next_said(door, &day, i + 1);
		if (continues(&day, i)) {
			buf_adds(out, manners[door->lang].later);
		} else {
			format_drop_clock(out, door->lang);
			buf_adds(out, first ? "" : ", ");
			add_opening(out, door, &day.items[i]);
		}
		first = false;
		/* Said once of several spans in a row. */
		if (next == day.len || !str_eq(remark(door, &day.items[next]), said))
			add_remark(out, &day.items[i], said);
	}
}

/* --- weekdays ------------------------------------------------------------------------------------------- */

static void
add_range(struct buf *out, enum lang lang, int from, int until)
{
	buf_add(out, format_weekday(lang, from));
	if (until > from) {
		buf_adds(out, "–");
		buf_add(out, format_weekday(lang, until));
	}
}

void
door_add_weekdays(struct buf *out, enum lang lang, unsigned days)
{
	struct {
		int from, until;
	} runs[7];
	size_t len = 0;

	for (int day = 0, until; day < 7; day = until + 1) {
		until = day;
		if (!(days >> day & 1))
			continue;
		while (until < 6 && days >> (until + 1) & 1)
			until++;
		if (until == day + 1) /* two are named, not ranged */
			until = day;
		runs[len].from = day;
		runs[len++].until = until;
	}
	for (size_t i = 0; i < len; i++) {
		if (i > 0)
			buf_adds(out, i + 1 == len ? format_and(lang) : ", ");
		add_range(out, lang, runs[i].from, runs[i].until);
	}
}

/* --- the week ------------------------------------------------------------------------------------------- */

enum { MOST_LACKING = 2, MOST_CLOSED = 1, EVERY_DAY = 0x7f };

/* Days that are said together, and what some of them lack. */
struct group {
	unsigned days;    /* all that are named */
	unsigned lacking; /* of them those that are not like `hours` */
	struct openings_day hours;
};

static bool
same_times(const struct opening *a, const struct opening *b)
{
	return openings_same((struct openings_day){ a, 1 }, (struct openings_day){ b, 1 });
}

static enum part
part_of(const struct opening *span)
{
	if (span->open < 11 * 60)
		return span->close <= 14 * 60 ? MORNING : NO_PART;
	if (span->open < 14 * 60 && span->close <= 15 * 60 + 30)
		return MIDDAY;
	if (span->open < 17 * 60)
		return span->open >= 12 * 60 && span->close <= 21 * 60 ? AFTERNOON : NO_PART;
	return EVENING;
}

/* The part of the day that `day` lacks of `full` and that is all their difference. */
static enum part
lacks(struct openings_day day, struct openings_day full)
{
	size_t gone = 0;

	if (day.len == 0)
		return WHOLE_DAY;
	if (day.len + 1 != full.len)
		return NO_PART;
	while (gone < day.len && same_times(&day.items[gone], &full.items[gone]))
		gone++;
	for (size_t i = gone; i < day.len; i++)
		if (!same_times(&day.items[i], &full.items[i + 1]))
			return NO_PART;
	return part_of(&full.items[gone]);
}

/* One span that begins later or ends earlier than the other: -1, 1; 0: neither. */
static int
shorter(struct openings_day day, struct openings_day full)
{
	struct opening as_full;

	if (day.len != 1 || full.len != 1)
		return 0;
	as_full = day.items[0];
	as_full.open = full.items[0].open;
	if (day.items[0].open > as_full.open && same_times(&as_full, &full.items[0]))
		return -1;
	as_full = day.items[0];
	as_full.close = full.items[0].close;
	return day.items[0].close < as_full.close && same_times(&as_full, &full.items[0]);
}

static int
count_days(unsigned days)
{
	return __builtin_popcount(days);
}

static unsigned
days_like(const struct openings_day week[7], struct openings_day hours)
{
	unsigned days = 0;

	for (int i = 0; i < 7; i++)
		if (openings_same(week[i], hours))
			days |= 1u << i;
	return days;
}

/* From the first to the last of `days`. */
static unsigned
stretch(unsigned days)
{
	unsigned all = days;

	for (int i = 1; i < 6; i++)
		if (days & ((1u << i) - 1) && days >> i)
			all |= 1u << i;
	return all;
}

/* Whether what a day within a stretch, or beside it, has can be said in passing. */
static bool
in_passing(struct openings_day day, struct openings_day full, bool within)
{
	enum part part = lacks(day, full);

	if (part == WHOLE_DAY || part == NO_PART)
		return within && (part == WHOLE_DAY || shorter(day, full) != 0);
	return true;
}

/* Days alike, with those between and beside them that lack but a part. */
static struct group
group_of(const struct openings_day week[7], struct openings_day hours)
{
	unsigned like = days_like(week, hours), all = stretch(like), lacking;
	struct group plain = { .days = like, .hours = hours };
	int closed = 0;

	if (count_days(like) < 3)
		return plain;
	for (int i = 0; i < 7; i++) {
		bool within = all >> i & 1;
		bool beside = (i > 0 && all >> (i - 1) & 1) || (i < 6 && all >> (i + 1) & 1);

		if (like >> i & 1)
			continue;
		if (within && !in_passing(week[i], hours, true))
			return plain;
		if (!within && beside && in_passing(week[i], hours, false))
			all |= 1u << i;
		closed += within && week[i].len == 0;
	}
	lacking = all & ~like;
	if (count_days(lacking) > MOST_LACKING || closed > MOST_CLOSED)
		return plain;
	return (struct group){ .days = all, .lacking = lacking, .hours = hours };
}

static void
add_lacking(struct buf *out, const struct door *door, const struct group *group,
            const struct openings_day week[7])
{
	const struct manner *manner = &manners[door->lang];
	struct buf list = { 0 }, time = { 0 };
	int closed = 0;

	for (int i = 0; i < 7; i++) {
		const char *name = format_weekday(door->lang, i).ptr;
		enum part part = lacks(week[i], group->hours);
		int side;

		if (!(group->lacking >> i & 1))
			continue;
		if (part != NO_PART) {
			buf_adds(&list, closed++ > 0 ? format_and(door->lang) : "");
			buf_printf(&list, manner->lacks[part], name);
			continue;
		}
		side = shorter(week[i], group->hours);
		buf_clear(&time);
		format_add_time(&time, door->lang,
		                side < 0 ? week[i].items[0].open : week[i].items[0].close);
		buf_adds(&time, format_clock(door->lang));
		buf_adds(out, ", ");
		buf_printf(out, side < 0 ? manner->begins : manner->ends, name, time.ptr);
	}
	if (closed > 0) {
		buf_adds(out, ", ");
		buf_printf(out, manner->closed, list.ptr);
	}
	buf_release(&list);
	buf_release(&time);
}

static void
add_group(struct buf *out, const struct door *door, const struct group *group,
          const struct openings_day week[7])
{
	if (out->len > 0)
		buf_adds(out, manners[door->lang].semicolon);
	/* "by appointment" needs no "every day". */
	if (group->days != EVERY_DAY || group->lacking || !is_remark(&group->hours.items[0])) {
		if (group->days == EVERY_DAY && group->lacking == 0)
			buf_adds(out, manners[door->lang].every_day);
		else
			door_add_weekdays(out, door->lang, group->days);
		buf_addc(out, ' ');
	}
	door_add_day(out, door, group->hours);
	if (group->lacking)
		add_lacking(out, door, group, week);
}

/* A day with nothing but the rest of the time is not named. */
static bool
is_named(const struct door *door, struct openings_day day)
{
	return next_said(door, &day, 0) < day.len;
}

/* The days that are most alike may have others said in passing; the rest are named by themselves. */
static struct group
main_group(const struct door *door, const struct openings_day week[7])
{
	struct group found = { 0 };
	int most = 0;

	for (int i = 0; i < 7; i++) {
		int like = count_days(days_like(week, week[i]));

		if (is_named(door, week[i]) && like > most) {
			most = like;
			found = group_of(week, week[i]);
		}
	}
	return found;
}

struct str
door_week(struct arena *arena, const struct door *door, const struct openings_day week[7])
{
	struct group first = main_group(door, week);
	struct buf out = { 0 };
	unsigned said = 0;
	struct str text;

	for (int i = 0; i < 7; i++) {
		struct group group = first;

		if (said >> i & 1 || !is_named(door, week[i]))
			continue;
		if (!(first.days >> i & 1)) {
			group = (struct group){ .hours = week[i] };
			group.days = days_like(week, week[i]) & ~first.days;
		}
		add_group(&out, door, &group, week);
		said |= group.days;
	}
	if (out.len == 0 && !door->has_rest)
		buf_add(&out, door->closed);
	if (out.len == 0 && door->has_rest)
		buf_add(&out, rest_text(door));
	else if (door->has_rest && door->rest.len > 0) {
		struct str rest = arena_str(arena, door->rest);

		buf_adds(&out, manners[door->lang].semicolon);
		buf_printf(&out, manners[door->lang].otherwise, rest.ptr);
	}
	text = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return text;
}
