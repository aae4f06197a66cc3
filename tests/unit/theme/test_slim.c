#include "../check.h"

#include "theme/slim.h"

#include "base/buf.h"

struct slimmed {
	const char *text, *want; /* NULL: refused */
};

static void
check(bool (*slim)(struct buf *out, struct str text), const struct slimmed *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct buf out = { 0 };
		bool done = slim(&out, str(cases[i].text));

		if (done != (cases[i].want != NULL))
			fail_msg("%s: %s", done ? "not refused" : "refused", cases[i].text);
		if (done)
			assert_str(buf_str(&out), cases[i].want);
		buf_release(&out);
	}
}

static void
style_sheets_lose_comments_indentation_and_idle_spaces(void **state)
{
	static const struct slimmed cases[] = {
		{ "", "" },
		{ "  \n\t", "" },
		{ "/* why */\n.a {\n\tcolor: red;\n\n\tmargin: 0 1px;\n}\n",
		  ".a{color:red;margin:0 1px}" },
		{ ".a, .b > i { x: y; }\t.c { }", ".a,.b > i{x:y}.c{}" },
		{ ".a :hover {} .a:hover {}", ".a :hover{}.a:hover{}" },
		{ "@media (min-width: 60rem) and (color) {}",
		  "@media (min-width:60rem) and (color){}" },
		{ ".a { x: 1; /* note */ }\n/* two\nlines */ .b {}", ".a{x:1}.b{}" },
		{ ".a/**/.b{} 1/* */px", ".a/**/.b{}1/**/px" },
		{ "/*! licence */ .a {}", "/*! licence */ .a{}" },
		/* What only looks like one. */
		{ "a::after { content: \"/* \\\" no */  {\"; } b { x: ' ; ' }",
		  "a::after{content:\"/* \\\" no */  {\"}b{x:' ; '}" },
		{ "a { b: url(/*no*/  x.svg); c: url( \"a b\" ); d: URL(x\\)y) }",
		  "a{b:url(/*no*/  x.svg);c:url( \"a b\" );d:URL(x\\)y)}" },
		{ ".w\\:x  .y\\  {}", ".w\\:x .y\\ {}" },
		{ "a { content: \"/\" / \"\"; width: calc(1px + 2px) }",
		  "a{content:\"/\" / \"\";width:calc(1px + 2px)}" },
		{ "a { b: c\\;}", "a{b:c\\;}" },
		{ ".a\n.b,\n.c\n{}", ".a .b,.c{}" },
		/* Of these nobody knows where they end. */
		{ ".a {} /* open", NULL },
		{ ".a { x: \"open }\n", NULL },
		{ ".a { x: url(open", NULL },
		{ ".a { x: 'open", NULL },
		{ "/*! open", NULL },
		{ "/*", NULL },
		{ "/*/", NULL },
	};

	(void)state;
	check(slim_css, cases, countof(cases));
}

static void
scripts_lose_comments_and_indentation_and_keep_their_lines(void **state)
{
	static const struct slimmed cases[] = {
		{ "", "" },
		{ "/* why\n * so */\nlet a = 1;      // because\n\n\tlet b  =  2\n",
		  "let a=1;\nlet b=2" },
		{ "return /* here\nand there */ x", "return\nx" },
		{ "return/* here */x", "return x" },
		{ "a\r\n\r\n  b", "a\nb" },
		{ "/*! licence */\nx", "/*! licence */\nx" },
		/* What only looks like one. */
		{ "x = \"// no\" + '/* \\' no'  + y", "x=\"// no\" + '/* \\' no' + y" },
		{ "x = `  // ${ a  /* yes */ + `}  ${ '}' }` }\n   two  \\` `  + 1",
		  "x=`  // ${a + `}  ${'}'}`}\n   two  \\` ` + 1" },
		{ "x = `${ { a: 1 }.a  }  }`", "x=`${{a:1}.a}  }`" },
		{ "x.replace(/[/'\"]  \\/ //g, '')  // why", "x.replace(/[/'\"]  \\/ //g,'')" },
		{ "return /'  /.test(x)", "return /'  /.test(x)" },
		{ "x = a / b  / c; y = a[1]/2  /3", "x=a / b / c;y=a[1]/2 /3" },
		{ "x = (a + b) / c  // d", "x=(a + b)/ c" },
		{ "it.return / 2  // half", "it.return / 2" },
		{ "a + +b - -c < !--d ? .5 : e", "a + +b - -c < !--d?.5:e" },
		{ "} else { for (const [a] of [b]) return [a]",
		  "}else{for(const[a]of[b])return[a]" },
		/* Of these nobody knows. */
		{ "if (x) /'/.test(y)", NULL },
		{ "{}\n/'/.test(y)", NULL },
		{ "x = 'open\n'", NULL },
		{ "x = 'open", NULL },
		{ "x = `open", NULL },
		{ "x = `${open`", NULL },
		{ "x = /open\n/", NULL },
		{ "x /* open", NULL },
		{ "x = 'open\\", NULL },
		{ "x = `open\\", NULL },
	};

	(void)state;
	check(slim_script, cases, countof(cases));
}

static void
templates_in_templates_without_end_are_refused(void **state)
{
	struct buf text = { 0 }, out = { 0 };

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_adds(&text, "`${");
	assert_false(slim_script(&out, buf_str(&text)));
	buf_release(&text);
	buf_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(style_sheets_lose_comments_indentation_and_idle_spaces),
		cmocka_unit_test(scripts_lose_comments_and_indentation_and_keep_their_lines),
		cmocka_unit_test(templates_in_templates_without_end_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
