/* Markdown from any bytes that are valid UTF-8: the HTML holds no tag and no address that it should
 * not, and the excerpt is short. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "card/markdown.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void
must(bool condition)
{
	if (!condition)
		abort();
}

static bool
tag_is_known(struct str tag)
{
	static const char *const known[] = { "p",     "h2",     "h3",         "h4",   "h5",  "h6",
		                             "em",    "strong", "del",        "code", "pre", "ul",
		                             "ol",    "li",     "blockquote", "hr",   "br",  "a",
		                             "table", "thead",  "tbody",      "tr",   "th",  "td" };
	size_t len = 0;

	if (str_starts(tag, "/"))
		tag = str_sub(tag, 1, tag.len);
	while (len < tag.len && tag.ptr[len] != ' ' && tag.ptr[len] != '>')
		len++;
	for (size_t i = 0; i < countof(known); i++)
		if (str_is(str_sub(tag, 0, len), known[i]))
			return true;
	return false;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };
	struct markdown markdown;
	struct arena *arena;
	struct diag *diag;
	size_t bad;

	if (!utf8_check(text, &bad))
		return 0;
	arena = arena_new();
	diag = diag_new();
	markdown = markdown_render(arena, text, (struct pos){ "x.md", 5, 1 }, NULL, diag);
	must(utf8_check(markdown.html, &bad) && utf8_check(markdown.excerpt, &bad));
	must(utf8_count(markdown.excerpt) <= 160);
	for (size_t i = 0; i < markdown.html.len; i++)
		if (markdown.html.ptr[i] == '<')
			must(tag_is_known(str_sub(markdown.html, i + 1, markdown.html.len)));
	if (markdown.html.len) {
		must(!strcasestr(markdown.html.ptr, "href=\"javascript:"));
		must(!strcasestr(markdown.html.ptr, "href=\"data:"));
		must(!strstr(markdown.html.ptr, "href=\"//"));
	}
	arena_free(arena);
	diag_free(diag);
	return 0;
}
