#include "guide/openings_days.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "card/holidays.h"

#include <stdlib.h>

/* Who is open until noon has had a long night; later than that it is another day. */
enum { NIGHT_ENDS = DAY_MINUTES + 12 * 60 };

/* --- from stretches of time to days ---------------------------------------------------------------- */

struct reading {
	struct openings_days *days;
	struct arena *arena;
	int from;       /* the day that is number 0 */
	int first, end; /* numbers of the days that are asked for: [first, end) */
	int64_t day;    /* whose pieces are being collected */
	struct opening *pieces;
	size_t len, room;
};

static bool
same_opening(const struct opening *a, const struct opening *b)
{
	return a->open == b->open && a->close == b->close && a->unsure == b->unsure &&
	       a->open_end == b->open_end && str_eq(a->comment, b->comment);
}

bool
openings_same(struct openings_day a, struct openings_day b)
{
	if (a.len != b.len)
		return false;
	if (a.items == b.items)
		return true;
	for (size_t i = 0; i < a.len; i++)
		if (!same_opening(&a.items[i], &b.items[i]))
			return false;
	return true;
}

static uint8_t
kind_of(struct reading *reading)
{
	struct openings_days *days = reading->days;
	struct openings_day day = { reading->pieces, reading->len };
	size_t kind = 0;

	while (kind < days->kinds_len && !openings_same(days->kinds[kind], day))
		kind++;
	if (kind == days->kinds_len) {
		day.items = arena_copy(reading->arena, day.items, day.len * sizeof *day.items);
		days->kinds[days->kinds_len++] = day;
	}
	return (uint8_t)kind;
}

static void
finish_day(struct reading *reading)
{
	int64_t number = reading->day - reading->from;

	if (reading->len > 0 && number >= reading->first && number < reading->end)
		reading->days->kind[number] = kind_of(reading);
	reading->len = 0;
}

static void
make_room(struct reading *reading)
{
	size_t room = reading->room > 0 ? 2 * reading->room : 8;
	struct opening *pieces;

	if (reading->len < reading->room)
		return;
	pieces = arena_array(reading->arena, room, sizeof *pieces);
	for (size_t i = 0; i < reading->len; i++)
		pieces[i] = reading->pieces[i];
	reading->pieces = pieces;
	reading->room = room;
}

static void
add_piece(struct reading *reading, int64_t day, int open, int close,
          const struct hours_interval *interval)
{
	if (day != reading->day)
		finish_day(reading);
	reading->day = day;
	make_room(reading);
	reading->pieces[reading->len++] = (struct opening){
		.open = open,
		.close = close,
		.unsure = interval->meaning == MEANING_UNSURE,
		.open_end = interval->open_end,
		.comment = interval->comment,
	};
}

static int64_t
day_of(int64_t minute)
{
	return minute / DAY_MINUTES - (minute % DAY_MINUTES < 0);
}

/* A night out stays whole, with the day on which it began; what goes on for days, or is only unsure (all
 * the rest of a week "by appointment"), is cut at midnights. */
static void
cut(struct reading *reading, const struct hours_interval *interval)
{
	int64_t day = day_of(interval->from), length = interval->to - interval->from;
	int open = (int)(interval->from - day * DAY_MINUTES);
	bool whole = length <= DAY_MINUTES && open + length <= NIGHT_ENDS &&
	             (interval->meaning == MEANING_OPEN || interval->open_end);

	if (whole) {
		add_piece(reading, day, open, open + (int)length, interval);
		return;
	}
	for (int64_t at = interval->from; at < interval->to; at = (day + 1) * DAY_MINUTES) {
		int64_t midnight, end;

		day = day_of(at);
		midnight = (day + 1) * DAY_MINUTES;
		end = interval->to < midnight ? interval->to : midnight;
		add_piece(reading, day, (int)(at - day * DAY_MINUTES),
		          (int)(end - day * DAY_MINUTES), interval);
	}
}

/* Reads days number `first` to before `end`. */
static void
read_some(struct reading *reading, const struct hours *hours, const struct hours_place *place,
          int first, int end)
{
	struct hours_intervals intervals = { 0 };
	/* Days more on both sides, to see how long what begins or ends there goes on. */
	int64_t from = ((int64_t)reading->from + first - 1) * DAY_MINUTES;
	int64_t until = ((int64_t)reading->from + end + 2) * DAY_MINUTES;

	for (int i = first; i < end; i++)
		reading->days->kind[i] = 0;
	reading->first = first;
	reading->end = end;
	hours_evaluate(hours, place, from, until, &intervals, reading->arena);
	for (size_t i = 0; i < intervals.len; i++)
		cut(reading, &intervals.items[i]);
	finish_day(reading);
}

void
openings_days_read(struct openings_days *days, const struct hours *hours,
                   const struct hours_place *place, int from, struct arena *arena)
{
	struct reading reading = { .days = days, .arena = arena, .from = from, .day = from };

	days->kinds[0] = (struct openings_day){ 0 };
	days->kinds_len = 1;
	read_some(&reading, hours, place, 0, OPENINGS_ALL);
}

/* How many days from a public holiday the rules still speak of it; -1: they do not. */
static int
holiday_reach(const struct hours *hours)
{
	int reach = -1;

	for (size_t r = 0; r < hours->rules.len; r++)
		for (size_t i = 0; i < hours->rules.items[r].holidays_len; i++) {
			int offset = abs(hours->rules.items[r].holidays[i].offset);

			reach = offset > reach ? offset : reach;
		}
	return reach;
}

/* Whether what rules say of holidays may touch a day. */
static bool
is_near_holiday(const struct reading *reading, const struct hours_place *place,
                const bool holiday[OPENINGS_ALL], int number, int reach)
{
	for (int i = number - reach; i <= number + reach; i++)
		if (i >= 0 && i < OPENINGS_ALL
		            ? holiday[i]
		            : holidays_public(place->holidays, reading->from + i) != NULL)
			return true;
	return false;
}

void
openings_days_repeat(struct openings_days *days, const struct hours *hours,
                     const struct hours_place *place, int from, const bool holiday[OPENINGS_ALL],
                     struct arena *arena)
{
	struct reading reading = { .days = days, .arena = arena, .from = from, .day = from };
	struct hours_place ordinary = *place;
	/* A night before or after it is another one, too. */
	int reach = holiday_reach(hours) + 1;

	days->kinds[0] = (struct openings_day){ 0 };
	days->kinds_len = 1;
	ordinary.holidays = NULL;
	read_some(&reading, hours, &ordinary, 0, 7);
	for (int i = 7; i < OPENINGS_ALL; i++)
		days->kind[i] = days->kind[i - 7];
	for (int first = 0, end; reach > 0 && place->holidays && first < OPENINGS_ALL;
	     first = end) {
		end = first;
		while (end < OPENINGS_ALL && is_near_holiday(&reading, place, holiday, end, reach))
			end++;
		if (end > first)
			read_some(&reading, hours, place, first, end);
		else
			end++;
	}
}

/* --- what is usual ----------------------------------------------------------------------------------- */

/* A season shorter than that is a handful of exceptional days. */
enum { SEASON_DAYS = 14, FIRST_DAYS = OPENINGS_SHOWN };
/* How many exceptional days a change of season must explain, and how many may be left in the new one. */
enum { SEASON_WORTH = 3, SEASON_ODD = 4 };

int
openings_weekday(int number)
{
	return number % 7;
}

/* Days as they are asked for what is usual. */
struct asking {
	const uint8_t *kind;
	const bool *aside;
	int away_from, away_to; /* closed for weeks: asked when there are no others; [from, to) */
};

static bool
is_closed_week(const uint8_t *kind, int monday)
{
	for (int i = monday; i < monday + 7; i++)
		if (kind[i] != 0)
			return false;
	return true;
}

/* Weeks away are one stretch; who opens on a Saturday a month is closed in between, as usual. */
static void
find_away(struct asking *asking)
{
	int stretches = 0, to = 0, from = 0;

	for (int monday = 0; monday < OPENINGS_ALL; monday += 7) {
		if (!is_closed_week(asking->kind, monday))
			continue;
		if (to != monday) {
			stretches++;
			from = monday;
		}
		to = monday + 7;
	}
	if (stretches == 1) {
		asking->away_from = from;
		asking->away_to = to;
	}
}

static bool
is_away(const struct asking *asking, int number)
{
	return number >= asking->away_from && number < asking->away_to;
}

/* The most frequent kind of the days from `first` by sevens, those aside left out; the earliest where
 * several are. -1: none was left. */
static int
most(const struct asking *asking, bool away_too, int first, int to)
{
	uint8_t count[OPENINGS_ALL + 1] = { 0 };
	int best = -1;

	for (int pass = 0; pass < 2; pass++)
		for (int i = first; i < to; i += 7) {
			int kind = asking->kind[i];

			if (asking->aside[i] || (!away_too && is_away(asking, i)))
				continue;
			if (pass == 0)
				count[kind]++;
			else if (best < 0 || count[kind] > count[best])
				best = kind;
		}
	return best;
}

/* The usual week from number `from` to before `to`; returns how many days are not as usual. */
static int
week_of(uint8_t week[7], const struct asking *asking, int from, int to)
{
	int others = 0;

	for (int weekday = 0; weekday < 7; weekday++) {
		int first = from + (weekday - openings_weekday(from) + 7) % 7;
		int found = most(asking, false, first, to);

		if (found < 0)
			found = most(asking, true, first, to);
		if (found < 0) /* it was a holiday every week */
			found = first < to ? asking->kind[first] : 0;
		week[weekday] = (uint8_t)found;
		for (int i = first; i < to; i += 7)
			others += !asking->aside[i] && asking->kind[i] != found;
	}
	return others;
}

/* The first day of a season: holidays before it may already be in it. */
static int
season_begin(const struct asking *asking, int found, int end)
{
	uint8_t before[7], after[7];

	week_of(before, asking, 0, found);
	week_of(after, asking, found, end);
	for (; found > 0 && asking->aside[found - 1]; found--) {
		int weekday = openings_weekday(found - 1);

		if (asking->kind[found - 1] != after[weekday] || after[weekday] == before[weekday])
			break;
	}
	return found;
}

/* The day from which on another week is usual until `end`, or `end`: where the fewest days remain that
 * are neither as before nor as after. */
static int
season(const struct asking *asking, int end)
{
	uint8_t week[7];
	int least = week_of(week, asking, 0, end) - SEASON_WORTH;
	int found = end;

	for (int i = 7; i <= end - SEASON_DAYS && least > 0; i++) {
		const uint8_t *kind = &asking->kind[i];
		int others;

		/* Otherwise than the week before, and not for that one day. */
		if (asking->aside[i] || kind[0] == kind[-7] || kind[7] == kind[-7])
			continue;
		others = week_of(week, asking, i, end);
		if (others > SEASON_ODD || others >= least)
			continue;
		others += week_of(week, asking, 0, i);
		if (others < least) {
			least = others;
			found = i;
		}
	}
	return found < end ? season_begin(asking, found, end) : found;
}

/* The first change of the usual week that comes, [0] to before [1]: where December is one of its own,
 * January is not what comes next. */
static void
next_season(int at[2], const struct asking *asking)
{
	at[1] = OPENINGS_ALL;
	at[0] = season(asking, OPENINGS_ALL);
	if (at[0] < OPENINGS_ALL) {
		int first = season(asking, at[0]);

		if (first < at[0]) {
			at[1] = at[0];
			at[0] = first;
		}
	}
}

void
openings_days_usual(struct openings_usual *usual, const struct openings_days *days,
                    const bool aside[OPENINGS_ALL], bool steady)
{
	struct asking asking = { .kind = days->kind, .aside = aside };
	int at[2] = { OPENINGS_ALL, OPENINGS_ALL };
	int from = 0;

	if (!steady) {
		find_away(&asking);
		next_season(at, &asking);
	}
	usual->later_from = OPENINGS_ALL;
	if (at[0] < OPENINGS_BEFORE + 7) {
		/* It has come this week: the days before are exceptions. */
		from = at[0];
		at[0] = at[1];
		at[1] = OPENINGS_ALL;
	}
	if (from == 0 && at[0] == OPENINGS_ALL) {
		week_of(usual->week, &asking, OPENINGS_BEFORE, OPENINGS_BEFORE + FIRST_DAYS);
		return;
	}
	week_of(usual->week, &asking, from, at[0]);
	if (at[0] < OPENINGS_ALL)
		week_of(usual->later, &asking, at[0], at[1]);
	usual->later_from = at[0];
}

uint8_t
openings_usual_on(const struct openings_usual *usual, int number)
{
	const uint8_t *week = number < usual->later_from ? usual->week : usual->later;

	return week[openings_weekday(number)];
}

/* --- in one line ------------------------------------------------------------------------------------- */

static void
add_clock(struct buf *out, int minute)
{
	int hour = minute / 60, rest = minute % 60;

	buf_addc(out, (char)('0' + hour / 10));
	buf_addc(out, (char)('0' + hour % 10));
	buf_addc(out, (char)('0' + rest / 10));
	buf_addc(out, (char)('0' + rest % 10));
}

static void
add_spans(struct buf *out, struct openings_day day)
{
	for (size_t i = 0; i < day.len; i++) {
		buf_addc(out, ' ');
		add_clock(out, day.items[i].open);
		buf_addc(out, '-');
		add_clock(out, day.items[i].close);
		if (day.items[i].unsure)
			buf_addc(out, '?');
		if (day.items[i].open_end)
			buf_addc(out, '+');
	}
}

static void
add_date(struct buf *out, int day)
{
	struct civil date = date_to_civil(day);

	if (out->len)
		buf_addc(out, ';');
	buf_add_u64(out,
	            (uint64_t)date.year * 10000 + (unsigned)date.month * 100 + (unsigned)date.day);
}

static void
add_week(struct buf *out, const uint8_t week[7], const struct openings_day *kinds)
{
	for (int weekday = 0; weekday < 7; weekday++) {
		bool seen = kinds[week[weekday]].len == 0;

		for (int before = 0; before < weekday && !seen; before++)
			seen = week[before] == week[weekday];
		if (seen)
			continue;
		if (out->len)
			buf_addc(out, ';');
		for (int other = weekday; other < 7; other++)
			if (week[other] == week[weekday])
				buf_addc(out, (char)('1' + other));
		add_spans(out, kinds[week[weekday]]);
	}
}

/* With the week that leaves the fewest days to be named. */
void
openings_days_write(struct buf *out, const uint8_t kind[OPENINGS_ALL],
                    const struct openings_day *kinds, int from)
{
	static const bool none[OPENINGS_ALL];
	struct asking asking = { .kind = kind, .aside = none };
	const int night = OPENINGS_BEFORE - 1; /* may reach into the window */
	uint8_t week[7];

	week_of(week, &asking, night, OPENINGS_ALL);
	buf_clear(out);
	add_week(out, week, kinds);
	for (int i = night; i < OPENINGS_ALL; i++)
		if (kind[i] != week[openings_weekday(i)]) {
			add_date(out, from + i);
			add_spans(out, kinds[kind[i]]);
		}
	if (out->len == 0)
		buf_adds(out, "1234567");
}
