#include "guide/advice.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "card/holidays.h"
#include "card/hours_eval.h"
#include "card/hours_night.h"
#include "card/hours_overlap.h"
#include "card/schema.h"
#include "guide/guide.h"

#include <math.h>

enum {
	HOLIDAYS_AHEAD = 21, /* days: time to ask the shop */
	OPENS_WITHIN = 400,  /* days: a season a year, and some */
	NIGHT_OVER = 6 * 60, /* what is open before then belongs to the evening before */
};

/* A merchant who is asked about, and whom to tell. */
struct advice {
	const struct guide *guide;
	const struct merchant *merchant;
	struct hours_place place;
	struct arena *scratch;
	struct diag *diag;
};

static struct hours_intervals
evaluate(const struct advice *a, const struct hours *hours, int day, int days)
{
	struct hours_intervals found = { 0 };

	hours_evaluate(hours, &a->place, (int64_t)day * DAY_MINUTES,
	               (int64_t)(day + days) * DAY_MINUTES, &found, a->scratch);
	return found;
}

/* ---- hours ---- */

/* Beds have no hours. */
static bool
is_lodging(const struct guide_merchant *merchant)
{
	static const char *const types[] = { "BedAndBreakfast", "Campground",      "Hostel",
		                             "Hotel",           "LodgingBusiness", "Motel",
		                             "Resort",          "VacationRental" };

	for (size_t i = 0; i < countof(types); i++)
		if (str_is(merchant->categories[0]->schema, types[i]))
			return true;
	return false;
}

static void
on_missing(const struct advice *a)
{
	const struct field *field = schema_find(&schema_merchant, STR("hours"));

	diag_warning(a->diag, a->merchant->card.at, "hours-missing",
	             _("hours: there are none, and they are what people look for first"));
	diag_hint(a->diag, _("for example %s: %s"), field->key, field->example);
}

static int
clock_hour(int minutes)
{
	return minutes > DAY_MINUTES ? (minutes - DAY_MINUTES) / 60 : minutes / 60;
}

/* "09:00-18:30"; past midnight as the clock shows it. */
static struct str
times(const struct advice *a, int from, int to)
{
	return arena_printf(a->scratch, "%02d:%02d-%02d:%02d", clock_hour(from), from % 60,
	                    clock_hour(to), to % 60);
}

static void
on_overlap(const struct advice *a)
{
	struct hours_overlap found;
	const int *from = found.from, *to = found.to;

	if (!hours_overlap_find(&found, &a->merchant->hours.rules, &a->place, a->guide->now.day,
	                        a->scratch))
		return;
	diag_warning(a->diag, a->merchant->hours_at, "hours-overlap",
	             _("hours: %.*s and %.*s are partly the same time of one day"),
	             STR_ARG(times(a, from[0], to[0])), STR_ARG(times(a, from[1], to[1])));
	if (found.added)
		diag_hint(
			a->diag,
			_("after a comma, times are added to those before; to replace them on some "
		          "days, write a semicolon"));
	else
		diag_hint(a->diag, _("correct one of them, or write %.*s, which says the same"),
		          STR_ARG(times(a, from[0] < from[1] ? from[0] : from[1],
		                        to[0] > to[1] ? to[0] : to[1])));
}

static struct str
iso_day(const struct advice *a, int day)
{
	struct civil date = date_to_civil(day);

	return arena_printf(a->scratch, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static void
on_night_cut(const struct advice *a, const struct hours_night *night, const char *rule)
{
	struct str evening = iso_day(a, night->day), morning = iso_day(a, night->day + 1);
	struct str late = times(a, 0, night->to);

	if (night->left)
		diag_warning(a->diag, a->merchant->hours_at, "hours-night",
		             _("hours: \"%s\" cancels the evening of %.*s, but not the end of that "
		               "night: shown as open %.*s on %.*s"),
		             rule, STR_ARG(evening), STR_ARG(late), STR_ARG(morning));
	else
		diag_warning(a->diag, a->merchant->hours_at, "hours-night",
		             _("hours: because of \"%s\", the evening of %.*s ends at midnight "
		               "instead of %.*s"),
		             rule, STR_ARG(evening),
		             STR_ARG(str_sub(late, late.len - 5, late.len)));
}

static void
on_nights(const struct advice *a)
{
	const struct hours_rules *rules = &a->merchant->hours.rules;
	struct buf rule = { 0 }, better = { 0 };
	struct hours_night night;

	if (!hours_night_find(&night, rules, &a->place, a->guide->now.day, a->scratch))
		return;
	hours_write_rule(&rule, &rules->items[night.by]);
	on_night_cut(a, &night, rule.ptr);
	if (hours_night_mend(&better, rules, &a->place, a->guide->now.day, a->scratch))
		diag_hint(a->diag, _("to keep every night whole, write: %s"), better.ptr);
	else
		diag_hint(
			a->diag,
			_("behind a semicolon, a day begins at midnight; behind a comma, the night "
		          "before it goes on"));
	buf_release(&rule);
	buf_release(&better);
}

static bool
opens_by_any_rule(const struct hours_rules *rules)
{
	for (size_t i = 0; i < rules->len; i++)
		if (rules->items[i].meaning == MEANING_OPEN)
			return true;
	return false;
}

/* "unknown" is not never. */
static void
on_never(const struct advice *a)
{
	const struct hours *hours = &a->merchant->hours;
	int today = a->guide->now.day;

	if (evaluate(a, hours, today, 7).len > 0 ||
	    evaluate(a, hours, today + 7, OPENS_WITHIN - 7).len > 0)
		return;
	diag_warning(a->diag, a->merchant->hours_at, "hours-never",
	             _("hours: as they stand, the shop does not open once in the coming year"));
	if (opens_by_any_rule(&hours->rules))
		diag_hint(a->diag,
		          _("has the year of a rule gone by, or does a later rule take all "
		            "its days?"));
	else
		diag_hint(a->diag,
		          _("write when it is open, too; a shop that is closed for a while has "
		            "\"status: closed-temporarily\""));
}

/* ---- closures ---- */

static void
on_past_closures(const struct advice *a)
{
	for (size_t i = 0; i < a->merchant->closures_len; i++) {
		const struct closure *closure = &a->merchant->closures[i];
		struct civil until;

		if (closure->until == DATE_NONE || closure->until >= a->guide->now.day)
			continue;
		until = date_to_civil(closure->until);
		diag_warning(a->diag, closure->at, "closure-past",
		             _("closures: this one ended on %04d-%02d-%02d"), until.year,
		             until.month, until.day);
		diag_hint(a->diag, _("delete it; if it comes back every year, change the dates"));
	}
}

static bool
is_in_closure(const struct merchant *merchant, int day)
{
	for (size_t i = 0; i < merchant->closures_len; i++) {
		const struct closure *closure = &merchant->closures[i];

		if (closure->from != DATE_NONE && closure->from <= day &&
		    (closure->until == DATE_NONE || closure->until >= day))
			return true;
	}
	return false;
}

/* ---- public holidays ---- */

/* Whether the rule is about days as such, "Dec 24-26" or "easter": a season, "Apr-Oct", is not. */
static bool
names_days(const struct hours_rule *rule)
{
	for (size_t i = 0; i < rule->dates_len; i++) {
		const struct hours_date *from = &rule->dates[i].from;

		if (from->month == 0 || from->day != 0 || from->nth != 0)
			return true;
	}
	return false;
}

/* Whether a rule speaks of that day by its date. */
static bool
is_named(const struct advice *a, int day)
{
	const struct hours_rules *rules = &a->merchant->hours.rules;

	for (size_t i = 0; i < rules->len; i++) {
		struct hours_rule rule = rules->items[i];
		struct hours hours = { .state = HOURS_KNOWN, .rules = { &rule, 1 } };

		if (!names_days(&rule))
			continue;
		rule.joint = JOINT_NORMAL;
		rule.meaning = MEANING_OPEN;
		rule.times_len = 0;
		if (evaluate(a, &hours, day, 1).len > 0)
			return true;
	}
	return false;
}

static bool
would_be_open(const struct advice *a, int day)
{
	struct hours_intervals found = evaluate(a, &a->merchant->hours, day, 1);

	for (size_t i = 0; i < found.len; i++)
		if (found.items[i].meaning == MEANING_OPEN &&
		    found.items[i].to > (int64_t)day * DAY_MINUTES + NIGHT_OVER)
			return true;
	return false;
}

static bool
is_always_open(const struct hours *hours)
{
	return hours->rules.len == 1 && hours->rules.items[0].always;
}

static void
add_holiday(const struct advice *a, struct buf *list, const struct holiday *holiday, int day)
{
	struct str name = guide_text(a->guide->config, &holiday->name, lang_of_messages(), NULL);
	struct civil date = date_to_civil(day);

	buf_printf(list, "%s%04d-%02d-%02d", list->len ? ", " : "", date.year, date.month,
	           date.day);
	if (name.len)
		buf_printf(list, " (%.*s)", STR_ARG(name));
}

/* Holidays on which the shop would be shown as open only because nobody thought of them. */
static void
on_holidays(const struct advice *a)
{
	const struct holiday *holiday, *last = NULL;
	int today = a->guide->now.day;
	struct buf list = { 0 };

	if (!a->place.holidays || hours_mind_holidays(&a->merchant->hours) ||
	    is_always_open(&a->merchant->hours))
		return;
	for (int day = today; day < today + HOLIDAYS_AHEAD; day++) {
		holiday = holidays_public(a->place.holidays, day);
		if (!holiday || holiday == last || is_in_closure(a->merchant, day) ||
		    is_named(a, day) || !would_be_open(a, day))
			continue;
		add_holiday(a, &list, holiday, day);
		last = holiday;
	}
	if (list.len) {
		diag_warning(
			a->diag, a->merchant->hours_at, "hours-holiday",
			_("hours: shown as open, because nothing is said about these public holidays: %s"),
			list.ptr);
		diag_hint(a->diag,
		          _("closed on all of them: add PH off; on this one: add it to closures; "
		            "open all the same: add, for example, PH 10:00-18:00"));
	}
	buf_release(&list);
}

/* ---- all of it ---- */

static void
advise(const struct advice *a, bool lodging)
{
	const struct merchant *merchant = a->merchant;
	bool open = merchant->status == STATUS_OPEN;

	on_past_closures(a);
	if (open && merchant->hours.state == HOURS_ABSENT && !lodging)
		on_missing(a);
	if (merchant->hours.state != HOURS_KNOWN)
		return;
	on_overlap(a);
	on_nights(a);
	if (!open)
		return;
	on_never(a);
	on_holidays(a);
}

void
advice_give(const struct guide *guide, struct diag *diag)
{
	struct arena *scratch = arena_new();

	for (size_t i = 0; i < guide->merchants_len; i++) {
		const struct merchant *merchant = guide->merchants[i]->card;
		const struct location *location = &merchant->location;
		struct advice advice = {
			.guide = guide,
			.merchant = merchant,
			.scratch = scratch,
			.diag = diag,
			.place = { .holidays = guide->holidays,
			           .zone = guide->zone,
			           .latitude = location->set ? location->latitude : NAN,
			           .longitude = location->set ? location->longitude : NAN },
		};

		advise(&advice, is_lodging(guide->merchants[i]));
		arena_reset(scratch);
	}
	arena_free(scratch);
}
