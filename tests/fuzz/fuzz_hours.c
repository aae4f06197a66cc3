/* Opening hours from any bytes that are valid UTF-8: as one line, and as a map whose lines are
 * "days=times". What was understood must read back as itself and mean the same, and a window must
 * be what its parts are. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "card/holidays.h"
#include "card/hours_eval.h"

#include <stdint.h>
#include <stdlib.h>

enum { ENTRIES = 16, FIRST = 20750 /* 2026-10-24 */, DAYS = 120 };

static void
must(bool condition)
{
	if (!condition)
		abort();
}

/* ---- meaning ---- */

static const struct hours_place *
namur(void)
{
	static const struct holiday public[] = { { .from = 20758, .until = 20758 },
		                                 { .from = 20768, .until = 20768 },
		                                 { .from = 20812, .until = 20812 },
		                                 { .from = 20819, .until = 20819 } };
	static const struct holiday school[] = { { .from = 20744, .until = 20757 },
		                                 { .from = 20808, .until = 20821 } };
	/* The school's are not known to the end of the window. */
	static const struct holidays holidays = { .public = public,
		                                  .school = school,
		                                  .public_len = countof(public),
		                                  .school_len = countof(school),
		                                  .first = FIRST - 100,
		                                  .until = FIRST + 400,
		                                  .school_first = FIRST - 100,
		                                  .school_until = FIRST + 80 };
	static const struct hours_place place = { &holidays, NULL, 50.4669, 4.8675 };

	return &place;
}

static struct hours_intervals
evaluate(const struct hours *hours, struct arena *arena, int64_t from, int64_t at, int64_t to)
{
	struct hours_intervals all = { 0 };

	hours_evaluate(hours, namur(), from, at, &all, arena);
	hours_evaluate(hours, namur(), at, to, &all, arena);
	return all;
}

static void
must_be_the_same(const struct hours_intervals *a, const struct hours_intervals *b)
{
	must(a->len == b->len);
	for (size_t i = 0; i < a->len; i++) {
		const struct hours_interval *x = &a->items[i], *y = &b->items[i];

		must(x->from == y->from && x->to == y->to && x->meaning == y->meaning);
		must(x->open_end == y->open_end && str_eq(x->comment, y->comment));
		must(x->from < x->to && (i == 0 || x[-1].to <= x->from));
		must(x->meaning == MEANING_OPEN || x->meaning == MEANING_UNSURE);
	}
}

static void
check(const struct hours *hours, struct arena *arena, struct diag *diag, unsigned cut)
{
	int64_t from = (int64_t)FIRST * DAY_MINUTES, to = from + DAYS * DAY_MINUTES;
	struct hours_intervals whole, parts, reread;
	struct buf text = { 0 };
	struct hours again;

	if (hours->state != HOURS_KNOWN)
		return;
	hours_write(&text, &hours->rules);
	must(str_eq(buf_str(&text), hours->text));
	buf_release(&text);
	hours_parse(&again, arena, hours->text, (struct pos){ 0 }, diag);
	must(again.state == HOURS_KNOWN && str_eq(again.text, hours->text));
	must(!again.odd && again.rules.len == hours->rules.len);
	whole = evaluate(hours, arena, from, from, to);
	parts = evaluate(hours, arena, from, from + cut % (DAYS * DAY_MINUTES), to);
	reread = evaluate(&again, arena, from, to, to);
	must_be_the_same(&whole, &parts);
	must_be_the_same(&whole, &reread);
}

/* ---- reading ---- */

static void
check_map(struct str text, struct arena *arena, struct diag *diag, unsigned cut)
{
	struct hours_entry entries[ENTRIES];
	struct hours hours;
	struct str line;
	size_t n = 0;

	while (n < ENTRIES && str_split(&text, '\n', &line)) {
		size_t equals = str_find(line, '=');

		entries[n++] = (struct hours_entry){ .days = str_sub(line, 0, equals),
			                             .times = str_sub(line, equals + 1, line.len) };
	}
	hours_parse_map(&hours, arena, entries, n, (struct pos){ 0 }, diag);
	check(&hours, arena, diag, cut);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };
	struct arena *arena;
	struct hours hours;
	struct diag *diag;
	unsigned cut = 0;
	size_t bad;

	if (!utf8_check(text, &bad))
		return 0;
	for (size_t i = 0; i < size; i++)
		cut = cut * 31 + data[i];
	arena = arena_new();
	diag = diag_new();
	hours_parse(&hours, arena, text, (struct pos){ "x.md", 1, 1 }, diag);
	check(&hours, arena, diag, cut);
	check_map(text, arena, diag, cut);
	arena_free(arena);
	diag_free(diag);
	return 0;
}
