#include "card/hours_overlap.h"

#include "base/arena.h"
#include "base/date.h"
#include "card/hours_eval.h"

/* Days are only asked for where times meet; who writes more rules than this does not want to know. */
enum { DAYS_TRIED = 371, PAIRS_TRIED = 100 };

struct search {
	struct hours_overlap *out;
	const struct hours_rules *rules;
	const struct hours_place *place;
	int day;
	struct arena *arena;
	int tried;
};

static size_t
spans_of(const struct hours_rule *rule)
{
	return rule->times_len ? rule->times_len : 1;
}

/* The rule's stretch of that index as minutes; false where only the sun or the guests know. */
static bool
span_at(const struct hours_rule *rule, size_t index, int *from, int *to)
{
	const struct hours_times *times;

	*from = 0;
	*to = DAY_MINUTES;
	if (rule->times_len == 0)
		return true;
	times = &rule->times[index];
	*from = times->from.minute;
	*to = times->to.minute;
	if (times->from.event || times->to.event || (times->open_end && *from == *to))
		return false;
	if (*to <= *from)
		*to += DAY_MINUTES;
	return true;
}

/* Whether stretch `i` of one rule and `j` of another meet, were they on the same day. */
static bool
meet(const struct hours_rule *a, size_t i, const struct hours_rule *b, size_t j,
     struct hours_overlap *out)
{
	return span_at(a, i, &out->from[0], &out->to[0]) &&
	       span_at(b, j, &out->from[1], &out->to[1]) && out->from[0] < out->to[1] &&
	       out->from[1] < out->to[0];
}

static bool
within(struct search *search, const struct hours_rule *rule)
{
	for (size_t j = 1; j < rule->times_len; j++)
		for (size_t i = 0; i < j; i++)
			if (meet(rule, i, rule, j, search->out))
				return true;
	return false;
}

/* ---- two rules ---- */

/* The days of a rule, whole, as a rule. */
static struct hours_rule
days_of(const struct hours_rule *rule, enum hours_meaning meaning)
{
	struct hours_rule days = *rule;

	days.joint = JOINT_NORMAL;
	days.meaning = meaning;
	days.times = NULL;
	days.times_len = 0;
	days.comment = (struct str){ 0 };
	return days;
}

static struct hours_intervals
evaluate(struct search *search, struct hours_rule *rules, size_t len)
{
	struct hours hours = { .state = HOURS_KNOWN, .rules = { rules, len } };
	struct hours_intervals days = { 0 };

	hours_evaluate(&hours, search->place, (int64_t)search->day * DAY_MINUTES,
	               (int64_t)(search->day + DAYS_TRIED) * DAY_MINUTES, &days, search->arena);
	return days;
}

/* The days on which rule `first` still holds when `second` comes: those that no rule between took over. */
static struct hours_intervals
days_left(struct search *search, size_t first, size_t second)
{
	const struct hours_rule *rules = search->rules->items;
	struct hours_rule *days = arena_array(search->arena, second - first, sizeof *days);
	size_t len = 0;

	days[len++] = days_of(&rules[first], MEANING_OPEN);
	for (size_t i = first + 1; i < second; i++)
		if (rules[i].joint == JOINT_NORMAL &&
		    (rules[i].meaning != MEANING_CLOSED || hours_closes_days(&rules[i])))
			days[len++] = days_of(&rules[i], MEANING_CLOSED);
	return evaluate(search, days, len);
}

static bool
share_a_day(struct search *search, size_t first, size_t second)
{
	struct hours_rule other = days_of(&search->rules->items[second], MEANING_OPEN);
	struct hours_intervals a, b;
	size_t i = 0, j = 0;

	if (search->tried++ >= PAIRS_TRIED)
		return false;
	a = days_left(search, first, second);
	b = evaluate(search, &other, 1);
	while (i < a.len && j < b.len) {
		if (a.items[i].from < b.items[j].to && b.items[j].from < a.items[i].to)
			return true;
		if (a.items[i].to < b.items[j].to)
			i++;
		else
			j++;
	}
	return false;
}

static bool
rules_meet(struct search *search, size_t first, size_t second)
{
	const struct hours_rule *a = &search->rules->items[first];
	const struct hours_rule *b = &search->rules->items[second];

	if (a->meaning != MEANING_OPEN || !str_eq(a->comment, b->comment))
		return false;
	for (size_t i = 0; i < spans_of(a); i++)
		for (size_t j = 0; j < spans_of(b); j++)
			if (meet(a, i, b, j, search->out))
				return share_a_day(search, first, second);
	return false;
}

bool
hours_overlap_find(struct hours_overlap *out, const struct hours_rules *rules,
                   const struct hours_place *place, int day, struct arena *arena)
{
	struct search search = { out, rules, place, day, arena, 0 };

	for (size_t i = 0; i < rules->len; i++) {
		const struct hours_rule *rule = &rules->items[i];

		out->added = false;
		if (rule->meaning == MEANING_OPEN && within(&search, rule))
			return true;
		out->added = true;
		if (rule->joint != JOINT_ADDITIONAL || rule->meaning != MEANING_OPEN)
			continue;
		for (size_t first = 0; first < i; first++)
			if (rules_meet(&search, first, i))
				return true;
	}
	return false;
}
