/* The marker says what a site is, and when it would next differ. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "site/marker.h"

static void
a_marker_is_json_with_format_inputs_and_next(void **state)
{
	static const struct {
		struct marker marker;
		const char *text;
	} cases[] = {
		{ { STR("0.1.0"), STR("00ff"), STR("2026-12-01T00:00:00+01:00") },
		  "{\n  \"quartier\": 1,\n  \"version\": \"0.1.0\",\n  \"inputs\": \"00ff\",\n"
		  "  \"next\": \"2026-12-01T00:00:00+01:00\"\n}\n" },
		{ { STR("0.1.0"), STR("00ff"), { 0 } },
		  "{\n  \"quartier\": 1,\n  \"version\": \"0.1.0\",\n  \"inputs\": \"00ff\",\n"
		  "  \"next\": null\n}\n" },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		buf_clear(&out);
		marker_write(&out, &cases[i].marker);
		assert_string_equal(out.ptr, cases[i].text);
		assert_true(str_eq(marker_next(buf_str(&out)), cases[i].marker.next));
	}
	buf_release(&out);
}

static void
next_is_read_from_any_text_and_nothing_else_passes_for_it(void **state)
{
	static const struct {
		const char *text, *next;
	} cases[] = {
		{ "{\"next\":\"2026-12-01T00:00:00+01:00\"}", "2026-12-01T00:00:00+01:00" },
		{ "{ \"next\" :\n \"2026-12-01T00:00:00Z\" , \"x\": 1}", "2026-12-01T00:00:00Z" },
		{ "{\"next\": null}", "" },
		{ "{\"next\": \"tomorrow\"}", "" },
		{ "{\"next\": \"2026-12-01T00:00:00\\u0000\"}", "" },
		{ "{\"next\": \"<script>alert(1)</script>\"}", "" },
		{ "{\"next\": \"2026-12-01", "" },
		{ "{\"next\":", "" },
		{ "{\"next\"", "" },
		{ "{\"nex", "" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		assert_true(str_is(marker_next(str(cases[i].text)), cases[i].next));
	assert_int_equal(marker_next((struct str){ 0 }).len, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_marker_is_json_with_format_inputs_and_next),
		cmocka_unit_test(next_is_read_from_any_text_and_nothing_else_passes_for_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
