/* Opening hours from any bytes that are valid UTF-8: as one line, and as a map whose lines are
 * "days=times". What was understood must read back as itself. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "card/hours.h"

#include <stdint.h>
#include <stdlib.h>

enum { ENTRIES = 16 };

static void
must(bool condition)
{
	if (!condition)
		abort();
}

static void
check(const struct hours *hours, struct arena *arena, struct diag *diag)
{
	struct hours again;

	if (hours->state != HOURS_KNOWN)
		return;
	for (size_t i = 0; i < hours->len; i++) {
		const struct hours_span *s = &hours->spans[i];

		must(s->open >= 0 && s->open < HOURS_WEEK && s->open < s->close);
		must(i == 0 || hours->spans[i - 1].close <= s->open);
		must(hours_open_at(hours, s->open));
	}
	hours_parse(&again, arena, hours->text, (struct pos){ 0 }, diag);
	must(again.state == HOURS_KNOWN && str_eq(again.text, hours->text));
	must(again.len == hours->len && again.holidays == hours->holidays);
}

static void
check_map(struct str text, struct arena *arena, struct diag *diag)
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
	check(&hours, arena, diag);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };
	struct arena *arena;
	struct hours hours;
	struct diag *diag;
	size_t bad;

	if (!utf8_check(text, &bad))
		return 0;
	arena = arena_new();
	diag = diag_new();
	hours_parse(&hours, arena, text, (struct pos){ "x.md", 1, 1 }, diag);
	check(&hours, arena, diag);
	check_map(text, arena, diag);
	arena_free(arena);
	diag_free(diag);
	return 0;
}
