#include "card/markdown.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { HOSTILE = 256 << 10, THREADS = 4 };

struct fixture {
	struct arena *arena;
	struct diag *diag;
};

static int
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

static int
teardown(void **state)
{
	struct fixture *f = *state;

	arena_free(f->arena);
	diag_free(f->diag);
	free(f);
	return 0;
}

static struct markdown
render(struct fixture *f, struct str text)
{
	return markdown_render(f->arena, text, (struct pos){ "merchants/x.md", 10, 1 }, NULL,
	                       f->diag);
}

static void
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

static void
a_card_becomes_html(void **state)
{
	static const struct {
		const char *text, *html;
	} cases[] = {
		{ "", "" },
		{ "Du *bon* **pain**.", "<p>Du <em>bon</em> <strong>pain</strong>.</p>\n" },
		{ "a\nb  \nc", "<p>a\nb<br>\nc</p>\n" },
		{ "***", "<hr>\n" },
		{ "- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n" },
		{ "3. a", "<ol start=\"3\">\n<li>a</li>\n</ol>\n" },
		{ "~~non~~", "<p><del>non</del></p>\n" },
		{ "```c\na < b\n```", "<pre><code class=\"language-c\">a &lt; b\n</code></pre>\n" },
		{ "|a|b|c|\n|:-|:-:|-:|\n|1|2|3|",
		  "<table>\n<thead>\n<tr>\n<th class=\"align-left\">a</th>\n"
		  "<th class=\"align-center\">b</th>\n<th class=\"align-right\">c</th>\n</tr>\n</thead>\n"
		  "<tbody>\n<tr>\n<td class=\"align-left\">1</td>\n<td class=\"align-center\">2</td>\n"
		  "<td class=\"align-right\">3</td>\n</tr>\n</tbody>\n</table>\n" },
		/* Headings stand under the page's own. */
		{ "# a\n\n## b\n\n###### c", "<h2>a</h2>\n<h3>b</h3>\n<h4>c</h4>\n" },
		{ "## a\n\n### b\n\n# c\n\n###### d",
		  "<h2>a</h2>\n<h3>b</h3>\n<h2>c</h2>\n<h3>d</h3>\n" },
		{ "a[^1]\n\n[^1]: b", "<p>a<a href=\"b\">^1</a></p>\n" },
		{ "<td align=\"left\">\n\n`<a href=\"http://x\">`",
		  "<p>&lt;td align=&quot;left&quot;&gt;</p>\n"
		  "<p><code>&lt;a href=&quot;http://x&quot;&gt;</code></p>\n" },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct str html = render(*state, str(cases[i].text)).html;

		if (!str_is(html, cases[i].html))
			fail_msg("%s\ngave\n%.*s", cases[i].text, STR_ARG(html));
	}
}

static void
raw_html_is_shown_as_text(void **state)
{
	static const struct {
		const char *text, *html;
	} cases[] = {
		{ "a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n" },
		{ "<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n" },
		{ "<div>\n*a*\n</div>\n\nb", "<p>&lt;div&gt;\n*a*\n&lt;/div&gt;</p>\n<p>b</p>\n" },
		{ "<!-- a -->", "<p>&lt;!-- a --&gt;</p>\n" },
		{ "- <img src=x onerror=alert(1)>",
		  "<ul>\n<li>&lt;img src=x onerror=alert(1)&gt;</li>\n</ul>\n" },
		{ "x <img src=x onerror=alert(1)>",
		  "<p>x &lt;img src=x onerror=alert(1)&gt;</p>\n" },
		{ "> <p>", "<blockquote>\n<p>&lt;p&gt;</p>\n</blockquote>\n" },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct str html = render(*state, str(cases[i].text)).html;

		if (!str_is(html, cases[i].html))
			fail_msg("%s\ngave\n%.*s", cases[i].text, STR_ARG(html));
	}
}

static void
links_that_are_allowed_stay(void **state)
{
	static const struct {
		const char *text, *html;
	} cases[] = {
		{ "[a](https://x.org/?a=1&b=2 \"t>\")",
		  "<a href=\"https://x.org/?a=1&amp;b=2\" title=\"t&gt;\" rel=\"noopener\">a</a>" },
		{ "[a](HTTP://x.org)", "<a href=\"HTTP://x.org\" rel=\"noopener\">a</a>" },
		{ "[a](mailto:a@b.org)", "<a href=\"mailto:a@b.org\">a</a>" },
		{ "[a](tel:+3265123456)", "<a href=\"tel:+3265123456\">a</a>" },
		{ "[a](geo:50.4,3.8)", "<a href=\"geo:50.4,3.8\">a</a>" },
		{ "[a](../offers/b/#c)", "<a href=\"../offers/b/#c\">a</a>" },
		{ "[a](/map/)", "<a href=\"/map/\">a</a>" },
		{ "[a](#b:c)", "<a href=\"#b:c\">a</a>" },
		{ "[a](b/c:d)", "<a href=\"b/c:d\">a</a>" },
		{ "[a][b]\n\n[b]: https://x.org",
		  "<a href=\"https://x.org\" rel=\"noopener\">a</a>" },
		{ "https://x.org", "<a href=\"https://x.org\" rel=\"noopener\">https://x.org</a>" },
		{ "www.x.org", "<a href=\"http://www.x.org\" rel=\"noopener\">www.x.org</a>" },
		{ "a@b.org", "<a href=\"mailto:a@b.org\">a@b.org</a>" },
		{ "<https://x.org>",
		  "<a href=\"https://x.org\" rel=\"noopener\">https://x.org</a>" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct str html = render(f, str(cases[i].text)).html;
		char expected[300];

		snprintf(expected, sizeof expected, "<p>%s</p>\n", cases[i].html);
		if (!str_is(html, expected))
			fail_msg("%s\ngave\n%.*s", cases[i].text, STR_ARG(html));
	}
	assert_int_equal(diag_count(f->diag, DIAG_WARNING), 0);
}

static void
a_link_that_is_not_allowed_is_dropped_where_it_stands(void **state)
{
	static const struct {
		const char *text, *html, *place;
	} cases[] = {
		{ "[a](javascript:alert(1))", "<p>a</p>\n", ":10:1: " },
		{ "b\n\né [*a*](JavaScript:x)", "<p>b</p>\n<p>é <em>a</em></p>\n", ":12:3: " },
		{ "[a](java&#115;cript:x)", "<p>a</p>\n", ":10:1: " },
		{ "[a](&#1;javascript:x)", "<p>a</p>\n", ":10:1: " },
		{ "[a](vbscript:x)", "<p>a</p>\n", ":10:1: " },
		{ "[a](data:text/html,x)", "<p>a</p>\n", ":10:1: " },
		{ "[a](file:///etc/passwd)", "<p>a</p>\n", ":10:1: " },
		{ "[a](//x.org)", "<p>a</p>\n", ":10:1: " },
		{ "[a](/\\x.org)", "<p>a</p>\n", ":10:1: " },
		{ "[a](ftp://x.org)", "<p>a</p>\n", ":10:1: " },
		{ "<javascript:x>", "<p>javascript:x</p>\n", ":10:" },
		{ "b\n\n- [a][b]\n\n[b]: javascript:x", "<p>b</p>\n<ul>\n<li>a</li>\n</ul>\n",
		  ":12:3: " },
		{ "ftp://x.org", "<p>ftp://x.org</p>\n", ":10:" },
		{ "|a|\n|-|\n|[*b* c](x:y)|",
		  "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
		  "<td><em>b</em> c</td>\n</tr>\n</tbody>\n</table>\n",
		  ":12:" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct str html = render(f, str(cases[i].text)).html;
		char out[1000];

		printed(f, out, sizeof out);
		if (!str_is(html, cases[i].html))
			fail_msg("%s\ngave\n%.*s", cases[i].text, STR_ARG(html));
		assert_null(strstr(html.ptr, "<a"));
		if (!strstr(out, cases[i].place) || !strstr(out, "[link]") ||
		    !strstr(out, "hint: "))
			fail_msg("%s: %s", cases[i].text, out);
	}
}

static void
an_address_without_https_is_pointed_out(void **state)
{
	struct fixture *f = *state;
	char out[1000];

	render(f, STR("[a](www.x.org)"));
	printed(f, out, sizeof out);
	assert_non_null(strstr(out, "did you mean https://www.x.org?"));
}

static struct str
find_picture(void *context, struct str path, struct pos at, struct diag *diag)
{
	(void)diag;
	*(struct pos *)context = at;
	return str_is(path, "four.jpg") ? STR("photos/four.jpg") : (struct str){ 0 };
}

static void
pictures_are_found_or_spoken(void **state)
{
	struct fixture *f = *state;
	struct pos at = { 0 };
	struct markdown_options options = { find_picture, &at };
	struct str html = render(f, STR("![Le *four*](four.jpg)")).html;

	assert_string_equal(html.ptr, "<p>Le <em>four</em></p>\n");
	html = markdown_render(f->arena, STR("b\n\nx ![Le *four*](four.jpg) ![b](c.jpg)"),
	                       (struct pos){ "merchants/x.md", 10, 1 }, &options, f->diag)
	               .html;
	assert_string_equal(html.ptr,
	                    "<p>b</p>\n<p>x <img src=\"photos/four.jpg\" alt=\"Le four\"> b</p>\n");
	assert_int_equal(at.line, 12);
	html = render(f, STR("![![a](b)](c) ![[d](javascript:e)](f)")).html;
	assert_string_equal(html.ptr, "<p>a d</p>\n");
	/* A table's cell takes fewer kinds of nodes. */
	html = render(f, STR("|a|\n|-|\n|![b ![c](d) *e*](f)|")).html;
	assert_non_null(strstr(html.ptr, "<td>b c <em>e</em></td>"));
}

static void
the_excerpt_is_the_first_paragraph_in_short(void **state)
{
	static const struct {
		const char *text, *excerpt;
	} cases[] = {
		{ "", "" },
		{ "# Titre\n\nDu *pain*\nau `levain` <b>cuit</b>.\n\nAutre.",
		  "Du pain au levain cuit." },
		{ "![photo](a.jpg)\n\nTexte", "Texte" },
		{ "- un\n- deux", "un" },
		{ "> cité\n\nTexte", "Texte" },
		{ "<div>\nx\n</div>\n\nTexte", "Texte" },
		{ "# Titre", "" },
		{ "a  \nb\\\nc", "a b c" },
		{ "aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffff ggggggggg hhhhhhhhh iiiiiiiii "
		  "jjjjjjjjj kkkkkkkkk lllllllll mmmmmmmmm nnnnnnnnn ooooooooo, ppppppppppppp qq",
		  "aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffff ggggggggg hhhhhhhhh iiiiiiiii "
		  "jjjjjjjjj kkkkkkkkk lllllllll mmmmmmmmm nnnnnnnnn ooooooooo…" },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct str excerpt = render(*state, str(cases[i].text)).excerpt;

		if (!str_is(excerpt, cases[i].excerpt))
			fail_msg("%s\ngave\n%.*s", cases[i].text, STR_ARG(excerpt));
	}
}

/* `unit` again and again, with a line end every 4,000 bytes or so and an empty line behind eight of
 * these when `broken`. */
static struct str
repeated(struct arena *arena, const char *unit, bool broken)
{
	struct str u = str(unit), text;
	struct buf buf = { 0 };
	size_t line = 0, lines = 0;

	while (buf.len + u.len + 2 < HOSTILE) {
		buf_add(&buf, u);
		line += u.len;
		if (broken && line > 4000) {
			buf_adds(&buf, ++lines % 7 ? "\n" : "\n\n");
			line = 0;
		}
	}
	text = arena_str(arena, buf_str(&buf));
	buf_release(&buf);
	return text;
}

static void
a_hostile_text_takes_seconds_at_most(void **state)
{
	static const char *const units[] = {
		"[",   "]",    "![[]()",   "![a](",  ">",    "> ",    "- ",      "1. ",
		"*",   "*a_ ", "_",        "~",      "`",    "<",     "<!--",    "<?",
		"|",   "|a",   "|-",       "a@",     "a@b.", "www.",  "http://", "http://a<",
		"&a;", "\\",   "[a]: b\n", "[a](b",  "**x*", "* a\n", "a\n=\n",  "\t",
		" ",   "\n",   "x\n",      "| a |\n"
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(units); i++) {
		for (int broken = 0; broken < 2; broken++) {
			struct arena *arena = arena_new();
			struct diag *diag = diag_new();
			struct fixture own = { arena, diag };
			struct timespec before, after;
			struct markdown m;

			clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
			m = render(&own, repeated(arena, units[i], broken));
			clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
			if (after.tv_sec - before.tv_sec > 10)
				fail_msg("%s takes %lds", units[i],
				         (long)(after.tv_sec - before.tv_sec));
			assert_true(m.html.len < (size_t)100 * HOSTILE);
			arena_free(arena);
			diag_free(diag);
		}
	}
	assert_int_equal(diag_count(f->diag, DIAG_ERROR), 0);
}

static void
what_is_nested_too_deeply_is_plain_text_with_a_warning(void **state)
{
	static const struct {
		const char *unit, *word;
	} cases[] = {
		{ "> ", "8,192 bytes" },
		{ "||||||||||||||||||||||||||||||||\n", "cells" },
		{ "x\n", "blank line" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct markdown m = render(f, repeated(f->arena, cases[i].unit, false));
		char out[1000];

		printed(f, out, sizeof out);
		assert_true(str_starts(m.html, "<p>"));
		if (!strstr(out, cases[i].word) || !strstr(out, "[markdown]"))
			fail_msg("%s: %s", cases[i].unit, out);
	}
	{
		char quotes[201], out[1000];

		memset(quotes, '>', 200);
		quotes[200] = '\0';
		render(f, str(quotes));
		printed(f, out, sizeof out);
		assert_non_null(strstr(out, "merchants/x.md:10:1: warning"));
	}
}

static void *
render_many(void *seed)
{
	/* Half of the threads need the characters that the other half must not see come and go. */
	struct str texts[] = { STR("a ~~b~~ www.x.org, c@d.org"), STR("*a* [b](c) `d`") };
	struct str expected[] = {
		STR("<p>a <del>b</del> <a href=\"http://www.x.org\" rel=\"noopener\">www.x.org</a>, "
		    "<a href=\"mailto:c@d.org\">c@d.org</a></p>\n"),
		STR("<p><em>a</em> <a href=\"c\">b</a> <code>d</code></p>\n"),
	};
	uintptr_t wrong = 0, which = (uintptr_t)seed;

	for (int i = 0; i < 2000; i++) {
		struct fixture f = { arena_new(), diag_new() };

		wrong += !str_eq(render(&f, texts[(which + (unsigned)i) % 2]).html,
		                 expected[(which + (unsigned)i) % 2]);
		arena_free(f.arena);
		diag_free(f.diag);
	}
	return (void *)wrong;
}

static void
threads_do_not_disturb_each_other(void **state)
{
	pthread_t threads[THREADS];

	(void)state;
	for (uintptr_t i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, render_many, (void *)i), 0);
	for (int i = 0; i < THREADS; i++) {
		void *wrong;

		pthread_join(threads[i], &wrong);
		assert_null(wrong);
	}
}

/* Reads one example of the specification; false at the end. */
static bool
next_example(FILE *file, struct buf *markdown, struct buf *html)
{
	static const char fence[] = "````````````````````````````````";
	char *line = NULL;
	size_t room = 0;
	int part = 0;

	buf_clear(markdown);
	buf_clear(html);
	while (getline(&line, &room, file) > 0) {
		if (strncmp(line, fence, sizeof fence - 1) == 0) {
			if (part == 2)
				break;
			part = strcmp(line + sizeof fence - 1, " example\n") == 0 ? 1 : 0;
		} else if (part == 1 && strcmp(line, ".\n") == 0) {
			part = 2;
		} else if (part) {
			struct buf *out = part == 1 ? markdown : html;

			for (const char *p = line; *p; p++) { /* → stands for a tab */
				bool tab = strncmp(p, "\xe2\x86\x92", 3) == 0;

				buf_addc(out, tab ? '\t' : *p);
				p += tab ? 2 : 0;
			}
		}
	}
	free(line);
	return part == 2;
}

static void
examples_of_the_specification_come_out_right(void **state)
{
	/* Left out: what is changed on purpose or is an extension (raw HTML, headings, pictures, void
	 * elements, links elsewhere, autolinks), told by what the example contains. */
	static const char *const changed[] = { "<h", "<img", "<br", "http", "@", ":", "%5C" };
	const char *folder = getenv("QUARTIER_SHARED_DATA");
	struct buf markdown = { 0 }, html = { 0 };
	struct fixture *f = *state;
	int run = 0, wrong = 0;
	char path[512];
	FILE *file;

	snprintf(path, sizeof path, "%s/commonmark/gfm-spec.txt",
	         folder ? folder : "../shared/data");
	file = fopen(path, "r");
	if (!file) {
		print_message("skipped: %s is not here\n", path);
		skip();
	}
	while (next_example(file, &markdown, &html)) {
		bool skipped = markdown.len == 0 || strchr(markdown.ptr, '<');
		struct str got;

		for (size_t i = 0; i < countof(changed); i++)
			skipped |= html.ptr && strstr(html.ptr, changed[i]) != NULL;
		if (skipped)
			continue;
		got = render(f, buf_str(&markdown)).html;
		run++;
		if (!str_eq(got, buf_str(&html))) {
			wrong++;
			print_message("%s\n", markdown.ptr);
		}
	}
	fclose(file);
	buf_release(&markdown);
	buf_release(&html);
	print_message("%d examples, %d come out otherwise\n", run, wrong);
	assert_true(run > 200);
	assert_int_equal(wrong, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_card_becomes_html, setup, teardown),
		cmocka_unit_test_setup_teardown(raw_html_is_shown_as_text, setup, teardown),
		cmocka_unit_test_setup_teardown(links_that_are_allowed_stay, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_link_that_is_not_allowed_is_dropped_where_it_stands, setup, teardown),
		cmocka_unit_test_setup_teardown(an_address_without_https_is_pointed_out, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(pictures_are_found_or_spoken, setup, teardown),
		cmocka_unit_test_setup_teardown(the_excerpt_is_the_first_paragraph_in_short, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(a_hostile_text_takes_seconds_at_most, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(
			what_is_nested_too_deeply_is_plain_text_with_a_warning, setup, teardown),
		cmocka_unit_test(threads_do_not_disturb_each_other),
		cmocka_unit_test_setup_teardown(examples_of_the_specification_come_out_right, setup,
		                                teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
