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

static void
a_marker_is_read_as_it_was_written_and_nothing_else_is(void **state)
{
	static const struct {
		const char *text, *version, *next;
		bool is;
	} cases[] = {
		{ "{\"quartier\": 1, \"version\": \"0.1.0\", \"inputs\": \"00ff\", \"next\": null}",
		  "0.1.0", "", true },
		{ "{\"version\":\"2\",\"inputs\":\"0\",\"next\":\"2026-12-01T00:00:00+01:00\"}",
		  "2", "2026-12-01T00:00:00+01:00", true },
		{ "{\"version\": \"2\", \"inputs\": \"0\", \"next\": \"soon\"}", "2", "", false },
		{ "{\"version\": \"2\", \"inputs\": \"0\"}", "2", "", false },
		{ "{\"version\": \"2\", \"next\": null}", "2", "", false },
		{ "<!doctype html><title>404</title>", "", "", false },
		{ "", "", "", false },
	};
	struct marker marker;

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		assert_int_equal(marker_read(&marker, str(cases[i].text)), cases[i].is);
		assert_true(str_is(marker.version, cases[i].version));
		assert_true(str_is(marker.next, cases[i].next));
	}
}

static void
a_moment_is_the_same_on_every_clock(void **state)
{
	static const struct {
		const char *text;
		int64_t utc;
		bool is;
	} cases[] = {
		{ "2027-01-15T09:00:00+01:00", 1800000000, true },
		{ "2027-01-15T08:00:00+00:00", 1800000000, true },
		{ "2027-01-15T04:30:07-03:30", 1800000007, true },
		{ "2027-02-30T08:00:00+00:00", 0, false },
		{ "2027-01-15T08:00:00Z", 0, false },
		{ "2027-01-15T08:00:00+0x:00", 0, false },
		{ "2027-01-15T08:00:0", 0, false },
		{ "2027-01-15", 0, false },
		{ "", 0, false },
	};
	int64_t utc;

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		utc = 0;
		assert_int_equal(marker_moment(str(cases[i].text), &utc), cases[i].is);
		assert_int_equal(utc, cases[i].utc);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_marker_is_json_with_format_inputs_and_next),
		cmocka_unit_test(next_is_read_from_any_text_and_nothing_else_passes_for_it),
		cmocka_unit_test(a_marker_is_read_as_it_was_written_and_nothing_else_is),
		cmocka_unit_test(a_moment_is_the_same_on_every_clock),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
