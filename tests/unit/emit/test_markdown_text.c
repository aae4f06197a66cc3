/* Text of strangers in Markdown: read by cmark-gfm with all its extensions, it is that text and nothing else. */
#include "../check.h"

#include "base/buf.h"
#include "emit/markdown_text.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

static cmark_node *
parse(const struct buf *markdown)
{
	static const char *const names[] = { "autolink", "table", "strikethrough", "tagfilter",
		                             "tasklist" };
	cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
	cmark_node *root;

	for (size_t i = 0; i < countof(names); i++)
		cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
	cmark_parser_feed(parser, markdown->ptr, markdown->len);
	root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return root;
}

/* The text of all nodes, without what has no width; `*others` counts nodes that are markup. */
static void
gather(struct buf *out, cmark_node *root, size_t *others)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		const char *type = cmark_node_get_type_string(node);

		if (event != CMARK_EVENT_ENTER)
			continue;
		if (strcmp(type, "text") == 0 || strcmp(type, "code") == 0) {
			const char *text = cmark_node_get_literal(node), *width;

			while ((width = strstr(text, "\u200b"))) {
				buf_add(out, (struct str){ text, (size_t)(width - text) });
				text = width + strlen("\u200b");
			}
			buf_adds(out, text);
		} else if (!strstr("document list item paragraph", type)) {
			++*others;
		}
	}
	cmark_iter_free(iter);
}

static const char *const hostile[] = {
	"Boulangerie Dumont",
	"**fort** _penché_ ~~barré~~ `code` ``deux``",
	"[lien](https://evil.example) ![image](x.png) <https://evil.example>",
	"<script>alert(1)</script> <b>x</b> &amp; &#64; <!-- x -->",
	"https://evil.example/a_b*c www.evil.example WWW.evil.example http://x.example",
	"ftp://evil.example",
	"@personne #12 !3 $5 %1 ~bug ^x &4 groupe/projet#7",
	"| a | b | \\ \\\\ \\` fin\\",
	"</details><details open>",
	"# titre",
	"- point",
	"1. un",
	"> cité",
	"    code",
	"---",
	"===",
	"- [x] fait",
	"+ plus",
	"$`x`$ $$y$$ :smile: [^1] [[wiki]]",
	"****",
	"**",
	"*",
	"`",
	"```",
	"~~~",
	"_",
	"__a__",
};

static void
assert_plain(const char *text, void (*add)(struct buf *out, struct str text), const char *wanted)
{
	struct buf markdown = { 0 }, read = { 0 };
	size_t others = 0, skip = strlen("vu ");
	cmark_node *root;

	buf_adds(&markdown, "- vu ");
	add(&markdown, str(text));
	buf_adds(&markdown, " fin\n");
	root = parse(&markdown);
	gather(&read, root, &others);
	buf_addc(&read, '\0');
	cmark_node_free(root);
	if (others > (strcmp(wanted, "code") == 0 ? 1u : 0u))
		fail_msg("%s: %zu nodes of markup in %s", text, others, markdown.ptr);
	if (strncmp(read.ptr + skip, text, strlen(text)) != 0)
		fail_msg("\"%s\" is read as \"%s\"", text, read.ptr);
	buf_release(&markdown);
	buf_release(&read);
}

static void
markup_means_nothing(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(hostile); i++)
		assert_plain(hostile[i], markdown_add_text, "");
}

static void
code_holds_whatever_it_is(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(hostile); i++)
		if (hostile[i][0] != ' ') /* of code, a space at both ends is dropped */
			assert_plain(hostile[i], markdown_add_code, "code");
}

static void
nobody_is_mentioned(void **state)
{
	static const struct {
		const char *text, *written;
	} cases[] = {
		{ "@personne", "\\@\u200bpersonne" },
		{ "(@personne)", "(\\@\u200bpersonne)" },
		{ "é@personne", "é\\@\u200bpersonne" },
		{ "bonjour@dumont.example", "bonjour\\@dumont.example" },
		{ "n° #12", "n° \\#\u200b12" },
		{ "100 % bio", "100 % bio" },
		{ "deux\nlignes\tet\r\nplus", "deux lignes et  plus" },
		{ "a\u202eb\u2066c", "abc" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct buf out = { 0 };

		markdown_add_text(&out, str(cases[i].text));
		assert_string_equal(out.ptr, cases[i].written);
		buf_release(&out);
	}
}

static int
start(void **state)
{
	(void)state;
	cmark_gfm_core_extensions_ensure_registered();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markup_means_nothing),
		cmocka_unit_test(code_holds_whatever_it_is),
		cmocka_unit_test(nobody_is_mentioned),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
