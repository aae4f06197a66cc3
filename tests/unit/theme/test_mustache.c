#include "../check.h"

#include "theme/mustache.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "values.h"

#include <pthread.h>
#include <stdio.h>

static char printed[64 * 1024];

struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct mustache_set *set;
	struct buf out;
};

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	f->arena = arena_new();
	f->diag = diag_new();
	f->set = mustache_set_new();
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	buf_release(&f->out);
	mustache_set_free(f->set);
	diag_free(f->diag);
	arena_free(f->arena);
	free(f);
	return 0;
}

/* Everything reported, as text. */
static const char *
reports(struct fixture *f)
{
	FILE *out = fmemopen(printed, sizeof printed, "w");

	printed[0] = '\0';
	diag_print(f->diag, out, DIAG_TEXT, false);
	fclose(out);
	return printed;
}

static int
add(struct fixture *f, const char *name, const char *text)
{
	return mustache_add(f->set, str(name), name, str(text), f->diag);
}

static int
render(struct fixture *f, const char *name, const char *data)
{
	const struct value *value = value_from_text(f->arena, data, f->diag);

	buf_clear(&f->out);
	return mustache_render(f->set, mustache_find(f->set, str(name)), &f->out, &value, 1,
	                       f->diag);
}

/* One template and its data, with two others beside it. */
static void
expect(const char *text, const char *p, const char *q, const char *data, const char *want)
{
	struct fixture *f;
	void *state;

	set_up(&state);
	f = state;
	if (add(f, "main", text) < 0 || (p && add(f, "p", p) < 0) || (q && add(f, "q", q) < 0) ||
	    mustache_link(f->set, f->diag) < 0 || render(f, "main", data) < 0)
		fail_msg("%s: %s", text, reports(f));
	assert_str(buf_str(&f->out), want);
	tear_down(&state);
}

struct render_case {
	const char *text, *data, *want;
};

static void
check_cases(const struct render_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++)
		expect(cases[i].text, NULL, NULL, cases[i].data, cases[i].want);
}

static void
names_show_values_escaped_or_raw(void **state)
{
	static const struct render_case cases[] = {
		{ "a{{x}}b", "{x: \"<&>\\\"'\"}", "a&lt;&amp;&gt;&quot;&#39;b" },
		{ "{{{x}}}{{&x}}{{& x }}", "{x: \"<\"}", "<<<" },
		{ "{{ x }}{{\tx\n}}", "{x: 1}", "11" },
		{ "{{n}} {{f}} {{t}} {{u}}", "{n: -12, f: 3.5, t: true, u: false}",
		  "-12 3.5 true false" },
		{ "[{{missing}}{{null}}{{list}}{{map}}]", "{null: null, list: [1], map: {a: 1}}",
		  "[]" },
		{ "{{a.b.c}}", "{a: {b: {c: deep}}}", "deep" },
		{ "[{{a.b}}]", "{a: {}, \"a.b\": no}", "[]" },
		{ "{{.}}", "word", "word" },
		{ "é{{é}}…", "{é: ü}", "éü…" },
	};

	(void)state;
	check_cases(cases, countof(cases));
}

static void
sections_ask_loop_and_nest(void **state)
{
	static const struct render_case cases[] = {
		{ "{{#l}}{{.}},{{/l}}", "{l: [a, b]}", "a,b," },
		{ "{{#l}}{{n}}{{o}} {{/l}}", "{o: x, l: [{n: 1}, {n: 2, o: y}]}", "1x 2y " },
		{ "{{#m}}{{a}}{{b}}{{/m}}", "{b: out, m: {a: in}}", "inout" },
		{ "{{#l}}{{#.}}{{.}}{{/.}};{{/l}}", "{l: [[1, 2], [3]]}", "12;3;" },
		{ "{{#a.b}}{{c}}{{/a.b}}", "{a: {b: {c: 7}}}", "7" },
		{ "{{^x}}no{{/x}}{{#x}}yes{{/x}}", "{x: [1]}", "yes" },
	};
	static const struct {
		const char *value;
		bool shown;
	} truths[] = {
		{ "null", false }, { "false", false }, { "[]", false },
		{ "\"\"", false }, { "true", true },   { "0", true },
		{ "{}", true },    { "\"0\"", true },  { "[null]", true },
	};

	(void)state;
	check_cases(cases, countof(cases));
	for (size_t i = 0; i < countof(truths); i++) {
		char data[64];

		snprintf(data, sizeof data, "{x: %s}", truths[i].value);
		expect("{{#x}}yes{{/x}}{{^x}}no{{/x}}", NULL, NULL, data,
		       truths[i].shown ? "yes" : "no");
	}
	expect("[{{#x}}yes{{/x}}{{^x}}no{{/x}}]", NULL, NULL, "{}", "[no]");
}

static void
a_tag_alone_on_its_line_takes_the_line_away(void **state)
{
	static const struct render_case cases[] = {
		{ "a\n  {{#x}}  \nb\n  {{/x}}\nc", "{x: true}", "a\nb\nc" },
		{ "a\r\n{{#x}}\r\nb\r\n{{/x}}\r\nc", "{x: true}", "a\r\nb\r\nc" },
		{ "a\n{{! two\n lines }}\nb", "{}", "a\nb" },
		{ "{{=<% %>=}}\n<%x%>", "{x: 1}", "1" },
		{ " {{x}}\n", "{x: 1}", " 1\n" },
		{ "a{{! c }}b{{!}}", "{}", "ab" },
		{ "{{#x}} {{/x}}\n", "{x: true}", " \n" },
	};

	(void)state;
	check_cases(cases, countof(cases));
}

static void
delimiters_change_for_the_rest_of_the_template_only(void **state)
{
	(void)state;
	expect("{{=<% %>=}}<%x%>{{x}}<%>p%><%={{ }}=%>{{x}}", "({{x}}<%x%>)", NULL, "{x: 1}",
	       "1{{x}}(1<%x%>)1");
	expect("{{=| |=}}|#x||.||/x||{x}||&x|", NULL, NULL, "{x: \"<\"}", "&lt;<<");
}

static void
a_partial_alone_on_its_line_is_indented_with_it(void **state)
{
	(void)state;
	expect("a\n  {{>p}}\nb", "1\n{{x}}\n3\n", NULL, "{x: \"l\\nm\"}", "a\n  1\n  l\nm\n  3\nb");
	expect("  {{>p}}\n", "x\n {{>q}}\ny\n", "{{#l}}\n{{.}}\n{{/l}}\n", "{l: [1, 2]}",
	       "  x\n   1\n   2\n  y\n");
	expect(" {{>p}}\n", "a {{>q}} b\nc\n", "1\n2", "{}", " a 1\n2 b\n c\n");
	expect(" a {{>p}}\n", "1\n2", NULL, "{}", " a 1\n2\n");
}

static void
a_dynamic_name_chooses_the_partial(void **state)
{
	(void)state;
	expect("{{#l}}{{>*kind}}{{/l}}", "P{{n}}", "Q{{n}}",
	       "{l: [{kind: p, n: 1}, {kind: q, n: 2}]}", "P1Q2");
	expect("{{> * a.b }}", "P", NULL, "{a: {b: p}}", "P");
	expect("[{{>*missing}}{{>*null}}{{>*empty}}]", NULL, NULL, "{null: null, empty: \"\"}",
	       "[]");
	expect("{{<*which}}{{$b}}x{{/b}}{{/*which}}", "({{$b}}{{/b}})", NULL, "{which: p}", "(x)");
}

static void
a_block_is_replaced_by_the_outermost_template(void **state)
{
	(void)state;
	expect("{{$b}}d{{x}}{{/b}}", NULL, NULL, "{x: 1}", "d1");
	expect("{{<p}}{{$b}}mine{{/b}}{{/p}}", "[{{$a}}a{{/a}}{{$b}}b{{/b}}]", NULL, "{}",
	       "[amine]");
	expect("{{<p}}{{$a}}1{{/a}}{{/p}}", "{{<q}}{{$a}}2{{/a}}{{$b}}2{{/b}}{{/q}}",
	       "{{$a}}3{{/a}}{{$b}}3{{/b}}{{$c}}3{{/c}}", "{}", "123");
	expect("{{<p}} ignored {{! and this }}{{$b}}{{x}}{{/b}} ignored {{/p}}",
	       "{{#m}}{{$b}}{{/b}}{{/m}}", NULL, "{x: out, m: {x: in}}", "in");
	/* A replaced block reaches through a partial of the parent. */
	expect("{{<p}}{{$b}}x{{/b}}{{/p}}", "<{{>q}}>", "{{$b}}y{{/b}}", "{}", "<x>");
	/* A block of the same name in what replaces it is another one: no way back into itself. */
	expect("{{<p}}{{$b}}x{{$b}}y{{/b}}{{/b}}{{/p}}", "{{$b}}{{/b}}", NULL, "{}", "xy");
}

static void
blocks_take_the_indentation_of_their_place(void **state)
{
	static const char page[] =
		"{{<p}}\n{{$b}}\n      <i>\n        {{x}}\n      </i>\n{{/b}}\n{{/p}}\n";

	(void)state;
	expect(page, "<b>\n  {{$b}}{{/b}}\n</b>\n", NULL, "{x: 1}",
	       "<b>\n  <i>\n    1\n  </i>\n</b>\n");
	expect(page, "<b>\n{{$b}}\n  old\n{{/b}}\n</b>\n", NULL, "{x: 1}",
	       "<b>\n  <i>\n    1\n  </i>\n</b>\n");
	/* One that nobody fills leaves no empty line. */
	expect("{{<p}}{{/p}}", "a\n  {{$b}}{{/b}}\nb\n", NULL, "{}", "a\nb\n");
	expect("{{<p}}{{$b}}x{{/b}}{{/p}}", "a\r\n  {{$b}}{{/b}}\r\nb\r\n", NULL, "{}",
	       "a\r\n  x\r\nb\r\n");
}

static void
a_mistake_is_reported_where_it_stands(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "é {{x", "main:1:3: error: this tag has no end: }} is missing [template]\n" },
		{ "{{x {{y}}", "main:1:1: error: this tag has no end: }} is missing [template]\n" },
		{ "{{{x}}", "main:1:1: error: this tag has no end: }}} is missing [template]\n" },
		{ "a\n é{{#x}}",
		  "main:2:3: error: \"#x\" is never closed [template]\n  hint: write {{/x}}\n" },
		{ "a{{/x}}",
		  "main:1:2: error: \"/x\" closes nothing: no tag is open here [template]\n" },
		{ "{{#a}}\n{{#b}}{{/a}}",
		  "main:2:7: error: \"/a\" stands where \"#b\", opened at line 2, column 1, is still open [template]\n"
		  "  hint: write {{/b}}\n" },
		{ "{{}}", "main:1:1: error: this tag is empty; it needs a name [template]\n" },
		{ "{{# }}{{/}}",
		  "main:1:1: error: this tag is empty; it needs a name [template]\n" },
		{ "{{a b}}",
		  "main:1:1: error: \"a b\" is not a name: names have no spaces [template]\n" },
		{ "{{a..b}}",
		  "main:1:1: error: a part of this name is empty: there is one point too many [template]\n" },
		{ "{{=a=}}",
		  "main:1:1: error: new delimiters are two words without spaces and without = "
		  "[template]\n  hint: write {{=<% %>=}}\n" },
		{ "{{=<% %>}}",
		  "main:1:1: error: this tag has no end: =}} is missing [template]\n" },
		{ "{{<x}}{{y}}{{/x}}",
		  "main:1:7: error: this tag would never be shown: between the tags of a "
		  "parent only blocks count [template]\n  hint: write {{$block}}…{{/block}}\n" },
		{ "\xff",
		  "main:1:1: error: this is not UTF-8 text (byte 0xff) [encoding]\n"
		  "  hint: save the file as UTF-8 (in Windows: Save as, Encoding, UTF-8)\n" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct fixture *f;
		void *own;

		set_up(&own);
		f = own;
		assert_int_equal(add(f, "main", cases[i].text), -1);
		assert_string_equal(reports(f), cases[i].want);
		assert_null(mustache_find(f->set, STR("main")));
		tear_down(&own);
	}
}

static void
every_mistake_of_a_template_is_reported_in_one_go(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(add(f, "main", "{{}}\n{{/x}}\n{{#a}}{{b c}}{{/a}}\n{{#open}}"), -1);
	assert_int_equal(diag_count(f->diag, DIAG_ERROR), 4);
}

static void
a_partial_that_does_not_exist_is_an_error_with_the_nearest_name(void **state)
{
	struct fixture *f = *state;

	add(f, "card", "");
	add(f, "main", "a\n {{>crad}}{{<nothing-like-it}}{{/nothing-like-it}}");
	assert_int_equal(mustache_link(f->set, f->diag), -1);
	assert_string_equal(
		reports(f),
		"main:2:2: error: there is no template \"crad\" [partial]\n  hint: did you mean \"card\"?\n"
		"main:2:11: error: there is no template \"nothing-like-it\" [partial]\n");
}

static void
lenient_shows_nothing_for_a_partial_that_does_not_exist(void **state)
{
	struct fixture *f = *state;

	mustache_set_lenient(f->set);
	add(f, "main", "[{{>no}}{{<no}}{{/no}}{{>*x}}]");
	assert_int_equal(mustache_link(f->set, f->diag), 0);
	assert_int_equal(render(f, "main", "{x: no}"), 0);
	assert_str(buf_str(&f->out), "[]");
}

static void
a_dynamic_name_of_no_template_is_an_error_and_nothing_is_written(void **state)
{
	struct fixture *f = *state;

	add(f, "icon-bakery", "");
	add(f, "main", "before {{>*icon}}");
	assert_int_equal(mustache_link(f->set, f->diag), 0);
	buf_adds(&f->out, "kept");
	assert_int_equal(mustache_render(f->set, mustache_find(f->set, STR("main")), &f->out,
	                                 (const struct value *[]){ value_from_text(
						 f->arena, "{icon: icon-bakry}", f->diag) },
	                                 1, f->diag),
	                 -1);
	assert_str(buf_str(&f->out), "kept");
	assert_string_equal(reports(f),
	                    "main:1:8: error: there is no template \"icon-bakry\", which the value "
	                    "here names [partial]\n  hint: did you mean \"icon-bakery\"?\n");
}

static void
a_block_that_replaces_nothing_is_a_warning(void **state)
{
	struct fixture *f = *state;

	add(f, "layout", "{{$main}}{{/main}}");
	add(f, "main", "{{<layout}}\n{{$mian}}x{{/mian}}\n{{/layout}}");
	assert_int_equal(mustache_link(f->set, f->diag), 0);
	assert_string_equal(reports(f),
	                    "main:2:1: warning: no template has a block \"mian\" that this could "
	                    "replace [template-block]\n");
}

static void
partials_that_call_each_other_without_end_are_an_error(void **state)
{
	struct fixture *f = *state;

	add(f, "a", "{{>b}}");
	add(f, "b", "x\n{{<c}}{{/c}}");
	add(f, "c", "{{>b}}");
	add(f, "self", "{{>self}}");
	assert_int_equal(mustache_link(f->set, f->diag), -1);
	assert_string_equal(
		reports(f),
		"c:1:1: error: \"b\" calls itself without end: no section lies between, so no data "
		"can stop it [partial-loop]\n"
		"  hint: it is called from \"c\", which it calls in turn\n"
		"self:1:1: error: \"self\" calls itself without end: no section lies between, so no "
		"data can stop it [partial-loop]\n");
}

static void
a_long_chain_of_partials_is_an_error_not_a_crash(void **state)
{
	struct fixture *f = *state;
	char name[16], text[32];

	for (int i = 0; i < 1000; i++) {
		snprintf(name, sizeof name, "p%d", i);
		snprintf(text, sizeof text, i < 999 ? "{{>p%d}}" : "end", i + 1);
		assert_int_equal(mustache_add(f->set, str(name), "p", str(text), f->diag), 0);
	}
	assert_int_equal(mustache_link(f->set, f->diag), -1);
}

static void
data_may_recurse_but_not_without_end(void **state)
{
	struct fixture *f = *state;

	add(f, "node", "{{n}}{{#kids}}{{>node}}{{/kids}}");
	add(f, "main", "{{#.}}{{>main}}{{/.}}");
	assert_int_equal(mustache_link(f->set, f->diag), 0);
	assert_int_equal(
		render(f, "node",
	               "{n: 1, kids: [{n: 2, kids: [{n: 3, kids: []}]}, {n: 4, kids: false}]}"),
		0);
	assert_str(buf_str(&f->out), "1234");
	/* `kids` of the outer ones is seen from within where the inner has none. */
	assert_int_equal(render(f, "node", "{n: 1, kids: [{n: 2}]}"), -1);
	assert_int_equal(render(f, "main", "{a: 1}"), -1);
	assert_non_null(strstr(reports(f), "partials are nested more than 100 deep here"));
}

static void
a_hundred_levels_of_data_are_fine(void **state)
{
	struct fixture *f = *state;
	struct value *node = value_map(f->arena);
	const struct value *top;

	value_set(f->arena, node, "kid", &value_false);
	for (int i = 0; i < 99; i++) {
		struct value *outer = value_map(f->arena);

		value_set(f->arena, outer, "kid", node);
		node = outer;
	}
	top = node;
	add(f, "node", "x{{#kid}}{{>node}}{{/kid}}");
	assert_int_equal(mustache_link(f->set, f->diag), 0);
	assert_int_equal(mustache_render(f->set, mustache_find(f->set, STR("node")), &f->out, &top,
	                                 1, f->diag),
	                 0);
	assert_int_equal(f->out.len, 100);
}

static void
sections_nest_sixty_four_deep_and_no_deeper(void **state)
{
	struct fixture *f = *state;

	for (int deep = 64; deep <= 65; deep++) {
		struct buf text = { 0 };

		for (int i = 0; i < deep; i++)
			buf_adds(&text, "{{#a}}");
		for (int i = 0; i < deep; i++)
			buf_adds(&text, "{{/a}}");
		assert_int_equal(mustache_add(f->set, STR("deep"), "deep", buf_str(&text), f->diag),
		                 deep == 64 ? 0 : -1);
		buf_release(&text);
	}
	assert_string_equal(
		reports(f),
		"deep:1:385: error: tags are nested more than 64 deep here [template]\n");
}

static void
a_page_without_end_is_an_error(void **state)
{
	struct fixture *f = *state;
	char name[16], text[64];

	/* Doubles at each of 40 levels: nothing recurses, and yet it would never end. */
	for (int i = 0; i < 40; i++) {
		snprintf(name, sizeof name, "p%d", i);
		snprintf(text, sizeof text, i < 39 ? "{{>p%d}}{{>p%d}}" : "end", i + 1, i + 1);
		mustache_add(f->set, str(name), "p", str(text), f->diag);
	}
	assert_int_equal(mustache_link(f->set, f->diag), 0);
	assert_int_equal(render(f, "p0", "{}"), -1);
	assert_non_null(strstr(reports(f), "this page has no end"));
}

static void
a_page_that_meets_the_ceiling_of_its_buffer_is_an_error(void **state)
{
	struct fixture *f = *state;

	add(f, "main", "0123456789");
	f->out.max = 5;
	assert_int_equal(mustache_link(f->set, f->diag), 0);
	assert_int_equal(render(f, "main", "{}"), -1);
	assert_int_equal(f->out.len, 0);
}

static void
a_template_of_more_than_a_mebibyte_is_refused(void **state)
{
	struct fixture *f = *state;
	struct buf text = { 0 };

	buf_reserve(&text, MUSTACHE_SOURCE + 1);
	memset(text.ptr, 'x', MUSTACHE_SOURCE + 1);
	assert_int_equal(mustache_add(f->set, STR("t"), "t",
	                              (struct str){ text.ptr, MUSTACHE_SOURCE }, f->diag),
	                 0);
	assert_int_equal(mustache_add(f->set, STR("t"), "t",
	                              (struct str){ text.ptr, MUSTACHE_SOURCE + 1 }, f->diag),
	                 -1);
	assert_string_equal(
		reports(f),
		"t: error: the template has 1048577 bytes; 1 MiB is accepted [template]\n");
	buf_release(&text);
}

static void
a_later_template_replaces_one_of_the_same_name(void **state)
{
	struct fixture *f = *state;

	add(f, "main", "{{>p}}");
	add(f, "p", "old");
	add(f, "p", "\xef\xbb\xbfnew");
	assert_int_equal(mustache_link(f->set, f->diag), 0);
	assert_int_equal(render(f, "main", "{}"), 0);
	assert_str(buf_str(&f->out), "new");
	assert_null(mustache_find(f->set, STR("q")));
}

static void
inner_contexts_hide_outer_ones(void **state)
{
	struct fixture *f = *state;
	const struct value *stack[2] = { value_from_text(f->arena, "{a: shared, b: shared}",
		                                         f->diag),
		                         value_from_text(f->arena, "{b: page}", f->diag) };

	add(f, "main", "{{a}} {{b}}");
	assert_int_equal(mustache_link(f->set, f->diag), 0);
	assert_int_equal(mustache_render(f->set, mustache_find(f->set, STR("main")), &f->out, stack,
	                                 2, f->diag),
	                 0);
	assert_str(buf_str(&f->out), "shared page");
}

struct shared_work {
	const struct fixture *f;
	const struct value *data;
	struct str want;
	int failures;
};

static void *
render_often(void *context)
{
	struct shared_work *work = context;
	struct diag *diag = diag_new();
	struct buf out = { 0 };

	for (int i = 0; i < 200; i++) {
		buf_clear(&out);
		if (mustache_render(work->f->set, mustache_find(work->f->set, STR("main")), &out,
		                    &work->data, 1, diag) ||
		    !str_eq(buf_str(&out), work->want))
			work->failures++;
	}
	buf_release(&out);
	diag_free(diag);
	return NULL;
}

static void
eight_threads_render_the_same_template(void **state)
{
	struct fixture *f = *state;
	struct shared_work work[8];
	pthread_t threads[8];
	struct buf want = { 0 };
	const struct value *data =
		value_from_text(f->arena, "{k: p, l: [{n: 1}, {n: 2}]}", f->diag);

	add(f, "main",
	    "{{<layout}}\n{{$main}}\n  {{#l}}\n  {{>*k}}\n  {{/l}}\n{{/main}}\n{{/layout}}");
	add(f, "layout", "<main>\n  {{$main}}{{/main}}\n</main>\n");
	add(f, "p", "<p>{{n}}\n</p>\n");
	assert_int_equal(mustache_link(f->set, f->diag), 0);
	assert_int_equal(mustache_render(f->set, mustache_find(f->set, STR("main")), &want, &data,
	                                 1, f->diag),
	                 0);
	assert_str(buf_str(&want), "<main>\n  <p>1\n  </p>\n  <p>2\n  </p>\n</main>\n");
	for (size_t i = 0; i < countof(threads); i++) {
		work[i] = (struct shared_work){ f, data, buf_str(&want), 0 };
		pthread_create(&threads[i], NULL, render_often, &work[i]);
	}
	for (size_t i = 0; i < countof(threads); i++) {
		pthread_join(threads[i], NULL);
		assert_int_equal(work[i].failures, 0);
	}
	buf_release(&want);
}

#define with_fixture(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_show_values_escaped_or_raw),
		cmocka_unit_test(sections_ask_loop_and_nest),
		cmocka_unit_test(a_tag_alone_on_its_line_takes_the_line_away),
		cmocka_unit_test(delimiters_change_for_the_rest_of_the_template_only),
		cmocka_unit_test(a_partial_alone_on_its_line_is_indented_with_it),
		cmocka_unit_test(a_dynamic_name_chooses_the_partial),
		cmocka_unit_test(a_block_is_replaced_by_the_outermost_template),
		cmocka_unit_test(blocks_take_the_indentation_of_their_place),
		cmocka_unit_test(a_mistake_is_reported_where_it_stands),
		with_fixture(every_mistake_of_a_template_is_reported_in_one_go),
		with_fixture(a_partial_that_does_not_exist_is_an_error_with_the_nearest_name),
		with_fixture(lenient_shows_nothing_for_a_partial_that_does_not_exist),
		with_fixture(a_dynamic_name_of_no_template_is_an_error_and_nothing_is_written),
		with_fixture(a_block_that_replaces_nothing_is_a_warning),
		with_fixture(partials_that_call_each_other_without_end_are_an_error),
		with_fixture(a_long_chain_of_partials_is_an_error_not_a_crash),
		with_fixture(data_may_recurse_but_not_without_end),
		with_fixture(a_hundred_levels_of_data_are_fine),
		with_fixture(sections_nest_sixty_four_deep_and_no_deeper),
		with_fixture(a_page_without_end_is_an_error),
		with_fixture(a_page_that_meets_the_ceiling_of_its_buffer_is_an_error),
		with_fixture(a_template_of_more_than_a_mebibyte_is_refused),
		with_fixture(a_later_template_replaces_one_of_the_same_name),
		with_fixture(inner_contexts_hide_outer_ones),
		with_fixture(eight_threads_render_the_same_template),
	};

	return cmocka_run_group_tests_name("mustache", tests, NULL, NULL);
}
