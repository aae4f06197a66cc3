#include "card/reader_parts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "card/card.h"

/* The number before a sign, taken off `*rest`; -1 when there is none. */
static int
take_number(struct str *rest)
{
	int number = 0;
	size_t i = 0;

	while (i < rest->len && i < 4 && rest->ptr[i] >= '0' && rest->ptr[i] <= '9')
		number = number * 10 + (rest->ptr[i++] - '0');
	*rest = str_sub(*rest, i, rest->len);
	return i ? number : -1;
}

static bool
take_sign(struct str *rest)
{
	if (rest->len == 0 || (rest->ptr[0] != '/' && rest->ptr[0] != '.' && rest->ptr[0] != '-'))
		return false;
	*rest = str_sub(*rest, 1, rest->len);
	return true;
}

/* 15/07/2026, 15.7.26, 2026-7-15, as people write it; the day need not exist. */
static bool
guess_date(struct str text, struct civil *date)
{
	int a = take_number(&text), b, c;

	if (a < 0 || !take_sign(&text))
		return false;
	b = take_number(&text);
	if (b < 0 || !take_sign(&text))
		return false;
	c = take_number(&text);
	if (c < 0)
		return false;
	*date = a > 99 ? (struct civil){ a, b, c } : (struct civil){ c < 100 ? c + 2000 : c, b, a };
	return date->year >= 1 && date->year <= 9999;
}

/* A date in good form of a day that no calendar has: 2026-02-30, 2026-13-01. */
static void
report_no_day(struct reader *r, const struct yaml_node *node, const struct civil *date)
{
	reader_error(r, node->at, "date", _("there is no day \"%s\""), reader_clip(r, node->text));
	if (date->month < 1 || date->month > 12)
		diag_hint(r->diag, _("write year, month, day; months are 01 to 12"));
	else
		diag_hint(r->diag, _("the last day of that month is %04d-%02d-%02d"), date->year,
		          date->month, date_month_length(date->year, date->month));
}

static void
report(struct reader *r, const struct yaml_node *node)
{
	struct civil date;
	bool guessed = guess_date(str_trim(node->text), &date);

	if (guessed && !date_is_valid(date.year, date.month, date.day)) {
		report_no_day(r, node, &date);
		return;
	}
	reader_error(r, node->at, "date", _("\"%s\" is not a date"), reader_clip(r, node->text));
	if (guessed)
		diag_hint(r->diag, _("write year, month, day: %04d-%02d-%02d"), date.year,
		          date.month, date.day);
	else
		diag_hint(r->diag, _("write year, month, day, as in 2026-07-15"));
}

void
reader_date(struct reader *r, const struct field *field, void *object, const struct yaml_node *node)
{
	if (!reader_expect(r, field, node, YAML_SCALAR))
		return;
	if (!date_parse(str_trim(node->text), MEMBER(object, field->offset, int)))
		report(r, node);
}

void
reader_moment(struct reader *r, const struct field *field, void *object,
              const struct yaml_node *node)
{
	struct str text = str_trim(node->text);
	int day;

	if (!reader_expect(r, field, node, YAML_SCALAR))
		return;
	if (moment_parse(text, MEMBER(object, field->offset, struct moment)))
		return;
	if (!date_parse(str_sub(text, 0, 10), &day)) {
		report(r, node);
		return;
	}
	reader_error(r, node->at, "date", _("\"%s\" is not a date and a time"),
	             reader_clip(r, node->text));
	diag_hint(r->diag, _("write the time from 00:00 to 23:59, as in %.*s 18:30"), 10, text.ptr);
}

void
reader_repeat(struct reader *r, const struct field *field, void *object,
              const struct yaml_node *node)
{
	const char *why;

	if (!reader_expect(r, field, node, YAML_SCALAR))
		return;
	if (repeat_parse(MEMBER(object, field->offset, struct repeat), r->arena,
	                 str_trim(node->text), &why))
		return;
	reader_error(r, node->at, "repeat", _("\"%s\" is not understood: %s"),
	             reader_clip(r, node->text), why);
	reader_example(r, field);
}

/* Where the text of a scalar begins: behind its quote, so that places inside it can be counted. */
static struct pos
text_at(const struct yaml_node *node)
{
	struct pos at = node->at;

	if (!node->plain && at.column)
		at.column++;
	return at;
}

/* "07:00-12:00, 13:00-17:00" of a day, also as a list. Empty, reported, when it is neither. */
static struct str
times_of(struct reader *r, const struct field *field, const struct yaml_node *node)
{
	struct str text = { 0 };

	if (node->kind == YAML_SCALAR)
		return node->text;
	if (!reader_expect(r, field, node, YAML_LIST))
		return text;
	for (const struct yaml_node *item = node->first; item; item = item->next)
		if (reader_expect(r, field, item, YAML_SCALAR))
			text = arena_printf(r->scratch, "%.*s%s%.*s", STR_ARG(text),
			                    text.len ? ", " : "", STR_ARG(item->text));
	return text;
}

/* How the times of one line are written well. Those of a list are asked for one by one, so that the list
 * stays one. */
static void
fix_times(struct reader *r, const struct hours_entry *entry, const struct yaml_node *node)
{
	struct trail here = { r->trail, node->key.ptr, 0 };
	struct diag *quiet;

	if (entry->better.len == 0)
		return;
	r->trail = &here;
	if (node->kind == YAML_SCALAR) {
		reader_fix(r, node, entry->better);
		r->trail = here.up;
		return;
	}
	quiet = diag_new();
	for (const struct yaml_node *item = node->first; item; item = item->next) {
		struct hours_entry one = {
			entry->days, item->text, entry->days_at, item->at, { 0 }
		};
		struct hours hours;

		if (item->kind != YAML_SCALAR || reader_is_absent(item))
			continue;
		hours_parse_map(&hours, r->scratch, &one, 1, item->at, quiet);
		if (one.better.len)
			reader_fix(r, item, one.better);
	}
	diag_free(quiet);
	r->trail = here.up;
}

/* The map form: a line for some days. */
static void
read_days(struct reader *r, const struct field *field, struct hours *hours,
          const struct yaml_node *map)
{
	struct hours_entry *entries = arena_array(r->scratch, map->len, sizeof *entries);
	const struct yaml_node **lines =
		arena_array(r->scratch, map->len, sizeof(struct yaml_node *));
	size_t len = 0;

	for (const struct yaml_node *day = map->first; day; day = day->next) {
		struct str times = times_of(r, field, day);

		if (str_trim(times).len == 0)
			continue;
		lines[len] = day;
		entries[len++] = (struct hours_entry){ .days = day->key,
			                               .times = times,
			                               .days_at = day->key_at,
			                               .times_at = text_at(day) };
	}
	if (len == 0)
		return;
	hours_parse_map(hours, r->arena, entries, len, map->at, r->diag);
	for (size_t i = 0; i < len && hours->odd; i++)
		fix_times(r, &entries[i], lines[i]);
}

void
reader_hours(struct reader *r, const struct field *field, void *object,
             const struct yaml_node *node)
{
	struct hours *hours = MEMBER(object, field->offset, struct hours);

	if (field->flags & FIELD_PLACED)
		*MEMBER(object, field->beside, struct pos) = node->at;
	if (node->kind != YAML_SCALAR) {
		if (reader_expect(r, field, node, YAML_MAP))
			read_days(r, field, hours, node);
		return;
	}
	hours_parse(hours, r->arena, node->text, text_at(node), r->diag);
	if (hours->odd)
		reader_fix(r, node, hours->text);
}
