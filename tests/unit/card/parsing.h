#ifndef TESTS_UNIT_CARD_PARSING_H
#define TESTS_UNIT_CARD_PARSING_H
/* parsing: opening hours under test, and what is reported of them. */
#include "../check.h"
#include "base/arena.h"
#include "base/diag.h"
#include "card/hours.h"

#include <stdio.h>
#include <stdlib.h>

struct fixture {
	struct arena *arena;
	struct diag *diag;
};

static inline int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	if (!f)
		return -1;
	f->arena = arena_new();
	f->diag = diag_new();
	*state = f;
	return 0;
}

static inline int
teardown(void **state)
{
	struct fixture *f = *state;

	arena_free(f->arena);
	diag_free(f->diag);
	free(f);
	return 0;
}

static inline struct hours
parse(struct fixture *f, const char *text)
{
	struct hours hours;

	hours_parse(&hours, f->arena, str(text), (struct pos){ "merchants/x.md", 7, 8 }, f->diag);
	return hours;
}

/* What was reported since the last call, as it would be printed. */
static inline void
printed(struct fixture *f, char *out, size_t room)
{
	FILE *file = fmemopen(out, room, "w");

	assert_non_null(file);
	memset(out, 0, room);
	diag_print(f->diag, file, DIAG_TEXT, false);
	fclose(file);
	diag_free(f->diag);
	f->diag = diag_new();
}

/* The hours and nothing said about them. */
static inline struct hours
parse_silently(struct fixture *f, const char *text)
{
	struct hours hours = parse(f, text);
	char out[1000];

	printed(f, out, sizeof out);
	if (hours.state != HOURS_KNOWN || hours.odd || out[0])
		fail_msg("%s: %s", text, out);
	return hours;
}
#endif
