#include "command/given_name.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "command/command.h"

#include <stdint.h>

enum { NAME_MOST = 200 };

/* White space of any kind is one space; control characters are not there. */
static struct str
in_one_line(struct arena *arena, struct str text)
{
	struct str copy = arena_str(arena, text);
	char *bytes = (char *)(uintptr_t)copy.ptr; /* just copied: ours to change */
	size_t len = 0;

	for (size_t i = 0, end; i < text.len; i = end) {
		uint32_t c;

		end = i;
		c = utf8_next(text, &end);
		if (c <= ' ' || c == 0x85 || c == 0xa0 || c == 0x2028 || c == 0x2029) {
			if (len > 0 && bytes[len - 1] != ' ')
				bytes[len++] = ' ';
			continue;
		}
		if (utf8_find_control(str_sub(text, i, end)) < end - i)
			continue;
		while (i < end)
			bytes[len++] = text.ptr[i++];
	}
	return str_trim((struct str){ bytes, len });
}

bool
given_name(struct arena *arena, const char *given, struct str *name)
{
	size_t bad;

	if (!utf8_check(str(given), &bad)) {
		command_error(_("the name is not UTF-8"));
		return false;
	}
	*name = utf8_nfc(arena, in_one_line(arena, str(given)));
	if (name->len == 0) {
		command_error(_("the name is empty"));
		return false;
	}
	if (utf8_count(*name) > NAME_MOST) {
		command_error(_("the name has %zu characters; %d at most are possible"),
		              utf8_count(*name), NAME_MOST);
		return false;
	}
	return true;
}
