#ifndef TESTS_UNIT_THEME_MEMBERS_H
#define TESTS_UNIT_THEME_MEMBERS_H
/* members: what a view has at a path such as "hours.days.0.text", for tests that list what they want. */
#include "../check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/value.h"

/* Written as a person would: texts as they are, "absent", the rest as JSON. */
static inline const char *
member_at(struct arena *arena, const struct value *from, const char *path)
{
	struct buf out = { 0 };
	struct json json;
	const char *text;

	for (struct str rest = str(path), step; from && str_split(&rest, '.', &step);) {
		if (from->kind == VALUE_LIST)
			from = (size_t)(step.ptr[0] - '0') < from->len
			               ? from->items[step.ptr[0] - '0']
			               : NULL;
		else
			from = value_get(from, step);
	}
	if (!from)
		return "absent";
	if (from->kind == VALUE_TEXT)
		return arena_cstr(arena, value_str(from));
	json_start(&json, &out, false);
	json_value(&json, from);
	text = arena_cstr(arena, buf_str(&out));
	buf_release(&out);
	return text;
}

static inline void
assert_members(struct arena *arena, const struct value *from, const char *const (*cases)[2],
               size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(member_at(arena, from, cases[i][0]), cases[i][1]) != 0)
			fail_msg("%s is \"%s\", not \"%s\"", cases[i][0],
			         member_at(arena, from, cases[i][0]), cases[i][1]);
}

#define ASSERT_MEMBERS(stage, from, ...)                                                           \
	do {                                                                                       \
		static const char *const cases_[][2] = { __VA_ARGS__ };                            \
		assert_members((stage)->f->arena, from, cases_, countof(cases_));                  \
	} while (0)
#endif
