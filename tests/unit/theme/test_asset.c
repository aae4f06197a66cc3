#include "../check.h"

#include "theme/asset.h"

#include "base/arena.h"
#include "base/diag.h"
#include "theme/colour.h"
#include "theme/leaflet.h"
#include "theme/reference.h"

#include <stdio.h>

static char printed[16 * 1024];

struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct assets assets;
};

static void
set_up(struct fixture *f)
{
	*f = (struct fixture){ .arena = arena_new(), .diag = diag_new() };
}

static void
tear_down(struct fixture *f)
{
	diag_free(f->diag);
	arena_free(f->arena);
}

static const char *
reports(struct fixture *f)
{
	FILE *out = fmemopen(printed, sizeof printed, "w");

	printed[0] = '\0';
	diag_print(f->diag, out, DIAG_TEXT, false);
	fclose(out);
	return printed;
}

struct file {
	const char *name, *text;
};

static int
make(struct fixture *f, const struct file *files, size_t count)
{
	struct asset_file assets[16];

	for (size_t i = 0; i < count; i++)
		assets[i] = (struct asset_file){ .name = str(files[i].name),
			                         .file = files[i].name,
			                         .bytes = str(files[i].text) };
	return asset_make(&f->assets, f->arena, assets, count,
	                  colour_accent(f->arena, STR("#123456")), f->diag);
}

static const struct theme_asset *
find(const struct fixture *f, const char *name)
{
	const struct theme_asset *asset = asset_find(f->assets.items, f->assets.len, str(name));

	assert_non_null(asset);
	return asset;
}

/* The last part of an asset's path: what another one beside it must say. */
static const char *
hashed(const struct fixture *f, const char *name)
{
	return strrchr(find(f, name)->path.ptr, '/') + 1;
}

static void
references_of_style_sheets_are_found(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "@import \"a.css\"; @import url(b.css) layer(x); @IMPORT 'c.css';",
		  "a.css b.css c.css " },
		{ "a{b:url( 'x.svg' );c:url(y.png?v=1#z);d:URL(\"z.woff2#iefix\")}",
		  "x.svg y.png z.woff2 " },
		{ "/* url(no.svg) */ a::after{content:\"url(no.svg)\"} /* @import 'no.css'", "" },
		{ "a{b:url(#id);c:url()} .url {} .my-url(x) @importx 'no'", "" },
		{ "a{b:url(data:image/svg+xml,%3Csvg/%3E)}", "data:image/svg+xml,%3Csvg/%3E " },
		{ "a{b:url(", "" },
		{ "a{b:url(\"x", "x " },
		{ "@import", "" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct arena *arena = arena_new();
		struct references found = { 0 };
		struct str all = { 0 };

		reference_css(&found, arena, str(cases[i].text));
		for (size_t k = 0; k < found.len; k++) {
			all = arena_printf(arena, "%.*s%.*s ", STR_ARG(all),
			                   STR_ARG(found.items[k].path));
			assert_memory_equal(cases[i].text + found.items[k].from,
			                    found.items[k].path.ptr, found.items[k].path.len);
		}
		assert_str(all, cases[i].want);
		arena_free(arena);
	}
}

static void
references_of_scripts_are_found(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "import {a} from \"./a.js\"; import './b.js'; export * from '../c.js'",
		  "./a.js ./b.js ../c.js " },
		{ "const m = await import(\"./a.js\"); import ( /* why */ './b.js' )",
		  "./a.js ./b.js " },
		{ "import x from \"bare\"; import \"/root.js\"; import.meta.url; Array.from('./no.js')",
		  "" },
		{ "// import './no.js'\n/* import './no.js' */ \"import './no.js'\"; import './yes.js'",
		  "./yes.js " },
		{ "`import './no.js' ${`import './no.js'`} '` ; import './yes.js'", "./yes.js " },
		{ "let r = /['\"`]/g; import './yes.js'; a = b / c; d = '/'; import './two.js'",
		  "./yes.js ./two.js " },
		{ "import", "" },
		{ "import '", "" },
		{ "import './x", "./x " },
		{ "`", "" },
		{ "/", "" },
		{ "'\\", "" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct arena *arena = arena_new();
		struct references found = { 0 };
		struct str all = { 0 };

		reference_script(&found, arena, str(cases[i].text));
		for (size_t k = 0; k < found.len; k++)
			all = arena_printf(arena, "%.*s%.*s ", STR_ARG(all),
			                   STR_ARG(found.items[k].path));
		assert_str(all, cases[i].want);
		arena_free(arena);
	}
}

static void
names_carry_the_hash_of_the_final_bytes(void **state)
{
	static const struct file files[] = {
		{ "style.css", "@import \"parts/card.css\";\n.x{background:url('img/a.svg#i')}" },
		{ "parts/card.css", ".card{background:url(../img/a.svg)}" },
		{ "img/a.svg", "<svg/>" },
		{ "main.js", "import {f} from \"./f.js\";" },
		{ "f.js", "export let f;" },
		{ "LICENSE", "MIT" },
	};
	static const struct file other[] = {
		{ "style.css", "@import \"parts/card.css\";\n.x{background:url('img/a.svg#i')}" },
		{ "parts/card.css", ".card{background:url(../img/a.svg)}" },
		{ "img/a.svg", "<svg />" },
	};
	struct fixture f, g;
	char want[256];

	(void)state;
	set_up(&f);
	set_up(&g);
	assert_int_equal(make(&f, files, countof(files)), 0);
	assert_string_equal(reports(&f), "");
	assert_int_equal(find(&f, "img/a.svg")->path.len, strlen("assets/img/a.0123456789.svg"));
	snprintf(want, sizeof want, ".card{background:url(../img/%s)}", hashed(&f, "img/a.svg"));
	assert_str(find(&f, "parts/card.css")->bytes, want);
	snprintf(want, sizeof want, "@import \"parts/%s\";.x{background:url('img/%s#i')}",
	         hashed(&f, "parts/card.css"), hashed(&f, "img/a.svg"));
	assert_str(find(&f, "style.css")->bytes, want);
	snprintf(want, sizeof want, "import{f}from \"./%s\";", hashed(&f, "f.js"));
	assert_str(find(&f, "main.js")->bytes, want);
	assert_int_equal(find(&f, "LICENSE")->path.len, strlen("assets/LICENSE.0123456789"));
	/* What is at the far end changes all names on the way. */
	assert_int_equal(make(&g, other, countof(other)), 0);
	assert_string_not_equal(hashed(&f, "style.css"), hashed(&g, "style.css"));
	assert_string_not_equal(hashed(&f, "parts/card.css"), hashed(&g, "parts/card.css"));
	tear_down(&f);
	tear_down(&g);
}

static void
the_accent_reaches_style_sheets(void **state)
{
	static const struct file files[] = {
		{ "tokens.css.mustache", ":root{--accent:{{accent}};--on:{{accent_text}}}" },
		{ "style.css", "@import 'tokens.css'" },
	};
	struct fixture f;

	(void)state;
	set_up(&f);
	assert_int_equal(make(&f, files, countof(files)), 0);
	assert_str(find(&f, "tokens.css")->bytes, ":root{--accent:#123456;--on:#ffffff}");
	assert_string_equal(reports(&f), "");
	tear_down(&f);
}

static void
what_is_wrong_is_reported_where_it_stands(void **state)
{
	static const struct {
		struct file files[2];
		size_t count;
		int rc;
		const char *want;
	} cases[] = {
		{ { { "a.css", "\n é{b:url(fnot.woff2)}" }, { "font.woff2", "" } },
		  2,
		  0,
		  "a.css:2:10: warning: there is no asset \"fnot.woff2\" [asset]\n  hint: did you mean \"font.woff2\"?\n" },
		{ { { "a.css", "@import 'https://example.org/x.css'" } },
		  1,
		  0,
		  "a.css:1:10: warning: \"https://example.org/x.css\" is on another host: browsers will not load it "
		  "from this site [asset]\n" },
		{ { { "a.css", "b{c:url(../../x.svg)}" } },
		  1,
		  0,
		  "a.css:1:9: warning: there is no asset \"../../x.svg\" [asset]\n" },
		{ { { "a.js", "import './b.js'" }, { "b.js", "import './a.js'" } },
		  2,
		  -1,
		  "b.js:1:9: error: \"./a.js\" leads back here: assets that name each other in a circle cannot be "
		  "named after their content [asset]\n" },
		{ { { "a.css", "@import 'a.css'" } },
		  1,
		  -1,
		  "a.css:1:10: error: \"a.css\" leads back here: assets that name each other in a circle cannot be "
		  "named after their content [asset]\n" },
		{ { { "caf\xc3\xa9.svg", "" } },
		  1,
		  -1,
		  "caf\xc3\xa9.svg: error: \"caf\xc3\xa9.svg\" is not a name for a file of the site; letters without "
		  "accents, digits, - _ and . are accepted [asset]\n" },
		{ { { "a-b.css", "" }, { "a_b.css", "" } },
		  2,
		  -1,
		  "a_b.css: error: a-b.css and this file would both be asset.a_b_css in templates; rename one of "
		  "the two [asset]\n" },
		{ { { "a.css", "" }, { "a.css.mustache", "" } },
		  2,
		  -1,
		  "a.css.mustache: error: a.css and this file would both be asset.a_css in templates; rename one "
		  "of the two [asset]\n" },
		{ { { "a.css.mustache", "b{{c}" } },
		  1,
		  -1,
		  "a.css.mustache:1:2: error: this tag has no end: }} is missing [template]\n" },
		{ { { "a.css", "b{c:url(data:x),url(/y),url(#z)}" } }, 1, 0, "" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct fixture f;

		set_up(&f);
		assert_int_equal(make(&f, cases[i].files, cases[i].count), cases[i].rc);
		assert_string_equal(reports(&f), cases[i].want);
		tear_down(&f);
	}
}

static void
keys_are_names_without_signs(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(asset_key(arena, STR("parts/opening-hours.css")),
	                    "parts_opening_hours_css");
	assert_str(asset_extension(STR("a.b/c")), "");
	assert_str(asset_extension(STR("a.tar.gz")), "gz");
	arena_free(arena);
}

static void
what_is_spare_is_there_only_for_those_that_name_it(void **state)
{
	static const struct {
		const char *script;
		size_t want;
	} cases[] = {
		{ "import './spare.js';", 2 },
		{ "import('./spare.js').then(run);", 2 },
		{ "run('./spare.js');", 1 },
		{ "", 1 },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		const struct asset_file files[] = {
			{ .name = STR("main.js"),
			  .file = "main.js",
			  .bytes = str(cases[i].script) },
			{ .name = STR("spare.js"),
			  .file = "spare.js",
			  .bytes = STR("let a"),
			  .spare = true },
		};
		struct fixture f;

		set_up(&f);
		assert_int_equal(asset_make(&f.assets, f.arena, files, countof(files),
		                            colour_accent(f.arena, STR("#123456")), f.diag),
		                 0);
		assert_string_equal(reports(&f), "");
		assert_int_equal(f.assets.len, cases[i].want);
		if (cases[i].want == 2) {
			assert_true(find(&f, "spare.js")->spare);
			assert_non_null(
				strstr(find(&f, "main.js")->bytes.ptr, hashed(&f, "spare.js")));
		}
		tear_down(&f);
	}
}

static void
leaflet_is_whole_and_keeps_its_notice(void **state)
{
	struct asset_file files[LEAFLET_FILES + 1];
	struct fixture f;
	const struct theme_asset *script, *style;

	(void)state;
	set_up(&f);
	leaflet_files(files);
	files[LEAFLET_FILES] = (struct asset_file){
		.name = STR("map.js"),
		.file = "map.js",
		.bytes = STR("import './leaflet.js'; import './leaflet.css';"),
	};
	assert_int_equal(asset_make(&f.assets, f.arena, files, countof(files),
	                            colour_accent(f.arena, STR("#123456")), f.diag),
	                 0);
	assert_string_equal(reports(&f), ""); /* its style sheet names no pictures */
	script = find(&f, "leaflet.js");
	style = find(&f, "leaflet.css");
	assert_non_null(memmem(script->bytes.ptr, script->bytes.len, "Agafonkin", 9));
	assert_non_null(memmem(style->bytes.ptr, style->bytes.len, "Agafonkin", 9));
	assert_true(script->bytes.len > 100000);
	assert_null(memmem(style->bytes.ptr, style->bytes.len, "url(", 4));
	tear_down(&f);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(references_of_style_sheets_are_found),
		cmocka_unit_test(references_of_scripts_are_found),
		cmocka_unit_test(names_carry_the_hash_of_the_final_bytes),
		cmocka_unit_test(the_accent_reaches_style_sheets),
		cmocka_unit_test(what_is_wrong_is_reported_where_it_stands),
		cmocka_unit_test(keys_are_names_without_signs),
		cmocka_unit_test(what_is_spare_is_there_only_for_those_that_name_it),
		cmocka_unit_test(leaflet_is_whole_and_keeps_its_notice),
	};

	return cmocka_run_group_tests_name("asset", tests, NULL, NULL);
}
