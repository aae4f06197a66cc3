/* Style sheets and scripts, any bytes: references lie within the text, in order, none empty. */
#include "base/arena.h"
#include "theme/reference.h"

#include <stdint.h>

static void
check(const struct references *found, struct str text)
{
	size_t from = 0;

	for (size_t i = 0; i < found->len; i++) {
		const struct reference *r = &found->items[i];

		if (r->from < from || r->path.len == 0 || r->path.len > text.len - r->from ||
		    r->path.ptr != text.ptr + r->from)
			__builtin_trap();
		from = r->from + r->path.len;
		reference_is_foreign(r->path);
		reference_is_relative(r->path);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_new();
	struct str text = { (const char *)bytes, len };
	struct references style = { 0 }, script = { 0 };

	reference_css(&style, arena, text);
	check(&style, text);
	reference_script(&script, arena, text);
	check(&script, text);
	arena_free(arena);
	return 0;
}
