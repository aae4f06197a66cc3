/* What a browser asks for is read as RFC 9110 has it, and never leads out of the site. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "site/mime.h"
#include "site/request.h"

static void
a_target_is_a_path_in_the_site_or_nothing(void **state)
{
	static const struct {
		const char *url, *base;
		enum request_target target;
		const char *path;
	} cases[] = {
		{ "/", "/", REQUEST_FOLDER, "" },
		{ "/map/", "/", REQUEST_FOLDER, "map" },
		{ "/map", "/", REQUEST_FILE, "map" },
		{ "/a/b.css", "/", REQUEST_FILE, "a/b.css" },
		{ "/%C3%A9t%c3%a9.md", "/", REQUEST_FILE, "été.md" },
		{ "/a%20b", "/", REQUEST_FILE, "a b" },
		{ "/guide/", "/guide/", REQUEST_FOLDER, "" },
		{ "/guide/a", "/guide/", REQUEST_FILE, "a" },
		{ "/guide", "/guide/", REQUEST_BASE, "" },
		{ "/", "/guide/", REQUEST_BASE, "" },
		{ "/other/", "/guide/", REQUEST_NOTHING, "" },
		{ "/guidex", "/guide/", REQUEST_NOTHING, "" },
		{ "", "/", REQUEST_NOTHING, "" },
		{ "*", "/", REQUEST_NOTHING, "" },
		{ "http://evil/", "/", REQUEST_NOTHING, "" },
	};
	static const char *const nothing[] = {
		"/../x",
		"/a/../../x",
		"/a/..",
		"/.",
		"/./a",
		"//evil.example",
		"/a//b",
		"/a//",
		"/%2e%2e/x",
		"/%2E%2E%2Fetc",
		"/a%2fb",
		"/a%5cb",
		"/a%00",
		"/a%0ab",
		"/%",
		"/%1",
		"/%zz",
		"/.quartier-site",
		"/.git/config",
		"/a/.hidden/b",
		"/%2egit/config",
		"/a%",
	};
	struct buf path = { 0 };

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		assert_int_equal(request_path(&path, str(cases[i].url), str(cases[i].base)),
		                 cases[i].target);
		if (cases[i].target < REQUEST_BASE)
			assert_string_equal(path.ptr, cases[i].path);
	}
	for (size_t i = 0; i < countof(nothing); i++)
		if (request_path(&path, str(nothing[i]), STR("/")) != REQUEST_NOTHING)
			fail_msg("%s is %s", nothing[i], path.ptr);
	buf_release(&path);
}

static void
only_this_machines_own_names_with_the_port_are_local(void **state)
{
	static const struct {
		const char *host;
		unsigned port;
		bool local;
	} cases[] = {
		{ "localhost:8000", 8000, true },
		{ "127.0.0.1:8000", 8000, true },
		{ "[::1]:8000", 8000, true },
		{ "LocalHost:8000", 8000, true },
		{ "localhost", 80, true },
		{ "localhost", 8000, false },
		{ "localhost:8001", 8000, false },
		{ "localhost:80000", 8000, false },
		{ "evil.example:8000", 8000, false },
		{ "localhost.evil.example:8000", 8000, false },
		{ "127.0.0.1.evil:8000", 8000, false },
		{ "127.0.0.2:8000", 8000, false },
		{ "", 8000, false },
		{ "", 80, false },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		if (request_host_is_local(str(cases[i].host), cases[i].port) != cases[i].local)
			fail_msg("%s", cases[i].host);
}

static void
a_tag_is_found_in_a_list_and_compared_weakly(void **state)
{
	static const struct {
		const char *header;
		bool matches;
	} cases[] = {
		{ "\"a\"", true },
		{ "W/\"a\"", true },
		{ "\"x\", \"a\"", true },
		{ "*", true },
		{ "\"x\",W/\"a\" ", true },
		{ "\"ab\"", false },
		{ "a", false },
		{ "", false },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		assert_int_equal(request_etag_matches(str(cases[i].header), STR("\"a\"")),
		                 cases[i].matches);
}

static void
a_range_is_cut_to_the_file_and_nonsense_is_the_whole(void **state)
{
	static const struct {
		const char *header;
		uint64_t size;
		enum request_range result;
		uint64_t from, length;
	} cases[] = {
		{ "bytes=0-0", 10, RANGE_PART, 0, 1 },
		{ "bytes=2-5", 10, RANGE_PART, 2, 4 },
		{ "bytes=2-", 10, RANGE_PART, 2, 8 },
		{ "bytes=-3", 10, RANGE_PART, 7, 3 },
		{ "bytes=-30", 10, RANGE_PART, 0, 10 },
		{ "bytes=9-99999999999999999999999", 10, RANGE_PART, 9, 1 },
		{ "Bytes= 1-2", 10, RANGE_PART, 1, 2 },
		{ "bytes=10-", 10, RANGE_UNSATISFIABLE, 0, 0 },
		{ "bytes=99999999999999999999999-", 10, RANGE_UNSATISFIABLE, 0, 0 },
		{ "bytes=-0", 10, RANGE_UNSATISFIABLE, 0, 0 },
		{ "bytes=0-", 0, RANGE_UNSATISFIABLE, 0, 0 },
		{ "bytes=5-2", 10, RANGE_WHOLE, 0, 0 },
		{ "bytes=0-1,3-4", 10, RANGE_WHOLE, 0, 0 },
		{ "bytes=", 10, RANGE_WHOLE, 0, 0 },
		{ "bytes=-", 10, RANGE_WHOLE, 0, 0 },
		{ "bytes=a-b", 10, RANGE_WHOLE, 0, 0 },
		{ "bytes=1", 10, RANGE_WHOLE, 0, 0 },
		{ "lines=0-1", 10, RANGE_WHOLE, 0, 0 },
		{ "", 10, RANGE_WHOLE, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		uint64_t from = 0, length = 0;

		assert_int_equal(request_range(str(cases[i].header), cases[i].size, &from, &length),
		                 cases[i].result);
		assert_int_equal(from, cases[i].from);
		assert_int_equal(length, cases[i].length);
	}
}

static void
a_files_type_follows_from_its_name(void **state)
{
	static const struct {
		const char *path, *type;
	} cases[] = {
		{ "index.html", "text/html; charset=utf-8" },
		{ "assets/style.0123.css", "text/css; charset=utf-8" },
		{ "feed.xml", "application/atom+xml; charset=utf-8" },
		{ "nl/feed.xml", "application/atom+xml; charset=utf-8" },
		{ "sitemap.xml", "application/xml" },
		{ "manifest.webmanifest", "application/manifest+json" },
		{ "merchants.geojson", "application/geo+json" },
		{ "merchants/a/a.vcf", "text/vcard; charset=utf-8" },
		{ "agenda.ics", "text/calendar; charset=utf-8" },
		{ "x.svg", "image/svg+xml" },
		{ "x", "application/octet-stream" },
		{ "", "application/octet-stream" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		assert_string_equal(mime_type(str(cases[i].path)), cases[i].type);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_target_is_a_path_in_the_site_or_nothing),
		cmocka_unit_test(only_this_machines_own_names_with_the_port_are_local),
		cmocka_unit_test(a_tag_is_found_in_a_list_and_compared_weakly),
		cmocka_unit_test(a_range_is_cut_to_the_file_and_nonsense_is_the_whole),
		cmocka_unit_test(a_files_type_follows_from_its_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
