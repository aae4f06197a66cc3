#include "base/zone.h"

#include "base/date.h"
#include "base/zone_rule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { HOUR = 3600, STEP = 5 * HOUR + 1171 };

static const char *const places[] = {
	"Europe/Brussels",     "America/New_York",  "Asia/Kolkata",
	"Australia/Lord_Howe", "Africa/Casablanca", "Europe/Dublin",
	"America/Santiago",    "Pacific/Apia",      "UTC",
};

static int64_t
at(int year, int month, int day, int hour, int minute)
{
	return (int64_t)date_from_civil(year, month, day) * DAY_MINUTES * 60 + hour * HOUR +
	       minute * 60;
}

/* NULL and a message where the machine has no tz database. */
static struct zone *
zone_or_skip(const char *name)
{
	bool missing;
	struct zone *zone = zone_new(str(name), &missing);

	if (!zone && missing) {
		print_message("skipped: no tz database here\n");
		skip();
	}
	assert_non_null(zone);
	return zone;
}

static int
libc_offset(int64_t utc)
{
	time_t t = (time_t)utc;
	struct tm tm;

	localtime_r(&t, &tm);
	return (int)tm.tm_gmtoff;
}

/* In a process of its own, whose TZ may be changed: every few hours from 1950 to 2100, and the
 * seconds around every change. */
static int
differs_from_libc(const struct zone *zone, const char *name)
{
	int64_t first = at(1950, 1, 1, 0, 0), last = at(2100, 1, 1, 0, 0);

	setenv("TZ", name, 1);
	tzset();
	for (int64_t t = first; t < last; t += STEP) {
		if (zone_offset(zone, t) != libc_offset(t)) {
			fprintf(stderr, "%s: offset at %lld: %d, not %d\n", name, (long long)t,
			        libc_offset(t), zone_offset(zone, t));
			return 1;
		}
	}
	for (int64_t t = first, next; (next = zone_next_change(zone, t)) < last; t = next) {
		if (next <= t || zone_offset(zone, next) == zone_offset(zone, next - 1) ||
		    zone_offset(zone, next) != libc_offset(next) ||
		    zone_offset(zone, next - 1) != libc_offset(next - 1)) {
			fprintf(stderr, "%s: no change at %lld\n", name, (long long)next);
			return 1;
		}
		/* and none is passed over */
		for (int64_t u = t; u < next; u += 6 * HOUR) {
			if (zone_offset(zone, u) != zone_offset(zone, t)) {
				fprintf(stderr, "%s: missed a change before %lld\n", name,
				        (long long)u);
				return 1;
			}
		}
	}
	return 0;
}

static void
offsets_are_those_of_the_c_library(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(places); i++) {
		struct zone *zone = zone_or_skip(places[i]);
		int status;
		pid_t child = fork();

		if (child == 0)
			_exit(differs_from_libc(zone, places[i]));
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_int_equal(status, 0);
		zone_free(zone);
	}
}

/* The header's promise, searched minute by minute. */
static int64_t
slow_to_utc(const struct zone *zone, int64_t local)
{
	int64_t t = local - 26 * HOUR;

	for (; t <= local + 26 * HOUR; t += 60)
		if (t + zone_offset(zone, t) == local)
			return t;
	/* Skipped: the change that jumps over it. */
	for (t = local - 26 * HOUR; t + zone_offset(zone, t) < local;)
		t += 60;
	return local - zone_offset(zone, t - 60);
}

static void
local_times_around_every_change_have_one_utc(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(places); i++) {
		struct zone *zone = zone_or_skip(places[i]);
		int64_t next, t = at(2009, 1, 1, 0, 0);

		for (; (next = zone_next_change(zone, t)) < at(2040, 1, 1, 0, 0); t = next) {
			int64_t local = next + zone_offset(zone, next - 1);

			for (int64_t l = local - 3 * HOUR; l <= local + 3 * HOUR; l += 15 * 60)
				if (zone_to_utc(zone, l) != slow_to_utc(zone, l))
					fail_msg("%s: local %lld", places[i], (long long)l);
		}
		zone_free(zone);
	}
}

static void
the_skipped_hour_is_the_later_and_the_repeated_one_the_first(void **state)
{
	struct zone *zone = zone_or_skip("Europe/Brussels");

	(void)state;
	assert_int_equal(zone_to_utc(zone, at(2026, 3, 29, 2, 30)), at(2026, 3, 29, 1, 30));
	assert_int_equal(zone_to_utc(zone, at(2026, 10, 25, 2, 30)), at(2026, 10, 25, 0, 30));
	assert_int_equal(zone_to_utc(zone, at(2026, 10, 25, 3, 0)), at(2026, 10, 25, 2, 0));
	assert_int_equal(zone_next_change(zone, at(2026, 4, 1, 0, 0)), at(2026, 10, 25, 1, 0));
	assert_int_equal(zone_next_change(zone, at(2090, 4, 1, 0, 0)), at(2090, 10, 29, 1, 0));
	zone_free(zone);
}

static void
a_place_without_summer_time_never_changes_again(void **state)
{
	struct zone *zone = zone_or_skip("Asia/Kolkata");

	(void)state;
	assert_int_equal(zone_offset(zone, at(2026, 7, 1, 0, 0)), 5 * HOUR + 1800);
	assert_true(zone_next_change(zone, at(2026, 7, 1, 0, 0)) == INT64_MAX);
	zone_free(zone);
}

static void
names_that_leave_the_database_are_no_names(void **state)
{
	static const char *const names[] = { "",
		                             "/etc/passwd",
		                             "../../../etc/passwd",
		                             "Europe/../UTC",
		                             "Europe//Brussels",
		                             "Europe/",
		                             "Europe/Brüssel",
		                             "Europe/Brusels",
		                             "Europe",
		                             "zone.tab",
		                             "Europe Brussels" };

	(void)state;
	zone_free(zone_or_skip("UTC"));
	for (size_t i = 0; i < countof(names); i++) {
		bool missing = true;

		assert_null(zone_new(str(names[i]), &missing));
		assert_false(missing);
	}
}

/* A database of our own, with one file. */
struct folder {
	char path[64], file[80];
	char *before;
};

static int
folder_make(void **state)
{
	struct folder *f = calloc(1, sizeof *f);

	if (!f)
		return -1;
	snprintf(f->path, sizeof f->path, "/tmp/quartier-zone.XXXXXX");
	if (!mkdtemp(f->path))
		return -1;
	snprintf(f->file, sizeof f->file, "%s/Test", f->path);
	if (getenv("TZDIR"))
		f->before = strdup(getenv("TZDIR"));
	setenv("TZDIR", f->path, 1);
	*state = f;
	return 0;
}

static int
folder_remove(void **state)
{
	struct folder *f = *state;

	unlink(f->file);
	rmdir(f->path);
	if (f->before)
		setenv("TZDIR", f->before, 1);
	else
		unsetenv("TZDIR");
	free(f->before);
	free(f);
	return 0;
}

static struct zone *
zone_of_bytes(const struct folder *f, const void *bytes, size_t len)
{
	FILE *file = fopen(f->file, "w");
	bool missing;

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
	return zone_new(STR("Test"), &missing);
}

/* Version 2, one type (UTC+1), one change in each block, and a footer. */
static size_t
small_file(unsigned char *p, const char *footer)
{
	static const unsigned char head[] = { 'T', 'Z', 'i', 'f', '2', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
		                              0,   0,   0,   0,   0,   0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
		                              0,   0,   0,   0,   0,   1, 0, 0, 0, 1, 0, 0, 0, 4 };
	static const unsigned char type[] = { 0, 0, 0x0e, 0x10, 0, 0, 'A', 'B', 'C', 0 };
	size_t n = 0;

	for (int block = 0; block < 2; block++) {
		memcpy(p + n, head, sizeof head);
		p[n + 35] = 1;
		n += sizeof head;
		memset(p + n, 0, block ? 9 : 5); /* at 1970-01-01, type 0 */
		n += block ? 9 : 5;
		memcpy(p + n, type, sizeof type);
		n += sizeof type;
	}
	memcpy(p + n, footer, strlen(footer));
	return n + strlen(footer);
}

static void
a_file_that_is_cut_off_or_lies_is_refused(void **state)
{
	static const struct {
		size_t offset;
		unsigned char byte;
	} lies[] = {
		{ 0, 't' },            /* no TZif */
		{ 32, 0xff },          /* four thousand million changes */
		{ 31, 1 },             /* a leap second */
		{ 39, 0 },             /* no type */
		{ 49, 0x7f },          /* an offset of years: harmless in the first block alone */
		{ 59, 't' },           /* the second header */
		{ 59 + 44 + 8, 1 },    /* a type that there is not */
		{ 59 + 44 + 9, 0x7f }, /* an offset of years */
		{ 59 + 44 + 9 + 10, 'x' }, /* no footer */
	};
	unsigned char bytes[256];
	size_t len = small_file(bytes, "\nABC-1\n");
	struct zone *zone = zone_of_bytes(*state, bytes, len);

	assert_non_null(zone);
	assert_int_equal(zone_offset(zone, 0), HOUR);
	zone_free(zone);
	for (size_t cut = 0; cut < len; cut++)
		assert_null(zone_of_bytes(*state, bytes, cut));
	for (size_t i = 0; i < countof(lies); i++) {
		unsigned char kept = bytes[lies[i].offset];

		bytes[lies[i].offset] = lies[i].byte;
		zone = zone_of_bytes(*state, bytes, len);
		if ((zone != NULL) != (lies[i].offset == 49))
			fail_msg("byte %zu", lies[i].offset);
		zone_free(zone);
		bytes[lies[i].offset] = kept;
	}
}

static void
a_file_of_garbage_never_hurts(void **state)
{
	unsigned char bytes[256];
	size_t len = small_file(bytes, "\nABC-1DEF,M3.5.0,M10.5.0/3\n");
	unsigned seed = 20261121;

	for (int i = 0; i < 3000; i++) {
		unsigned char garbled[256];
		struct zone *zone;

		memcpy(garbled, bytes, len);
		for (int j = 0; j < 3; j++) {
			seed = seed * 1103515245u + 12345u;
			garbled[(seed >> 8) % len] = (unsigned char)(seed >> 24);
		}
		zone = zone_of_bytes(*state, garbled, len);
		if (zone) {
			int64_t next = zone_next_change(zone, at(2026, 1, 1, 0, 0));

			assert_true(next > at(2026, 1, 1, 0, 0));
			zone_to_utc(zone, at(2026, 6, 1, 12, 0));
		}
		zone_free(zone);
	}
}

static void
the_database_can_be_missing(void **state)
{
	struct folder *f = *state;
	bool missing = false;

	setenv("TZDIR", "/nonexistent/zoneinfo", 1);
	assert_null(zone_new(STR("Europe/Brussels"), &missing));
	assert_true(missing);
	setenv("TZDIR", f->path, 1);
	assert_null(zone_new(STR("Europe/Brussels"), &missing));
	assert_false(missing);
}

static void
a_rule_has_every_form_of_the_standard(void **state)
{
	static const struct {
		const char *rule;
		int64_t utc;
		int offset;
		int64_t next;
	} cases[] = {
		{ "EST5", 0, -5 * HOUR, INT64_MAX },
		{ "<+0330>-3:30", 0, 3 * HOUR + 1800, INT64_MAX },
		{ "IST-2:30:15", 0, 2 * HOUR + 1815, INT64_MAX },
		/* 2023-03-26 01:00 UTC */
		{ "CET-1CEST,M3.5.0,M10.5.0/3", 1672531200, HOUR, 1679792400 },
		/* All year summer time (RFC 9636, 3.3.1). */
		{ "XXX3EDT4,0/0,J365/23", 1672531200, -4 * HOUR, INT64_MAX },
		/* Nuuk's: an hour before the last Sunday of March, told as a negative time. */
		{ "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1672531200, -2 * HOUR, 1679792400 },
		/* Times beyond a day: the second Sunday of October and 48 hours. */
		{ "AAA0BBB,M3.2.0/26,M10.2.0/48", 1679000000, HOUR, 1696892400 },
		/* Day 60 is 1 March in every year with J, 29 February in leap years without. */
		{ "AAA0BBB,J60/0,J300/0", 1704067200, 0, 1709251200 },
		{ "AAA0BBB,59/0,J300/0", 1704067200, 0, 1709164800 },
		/* Southern: summer at New Year. */
		{ "AEST-10AEDT,M10.1.0,M4.1.0/3", 1672531200, 11 * HOUR, 1680364800 },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct zone_rule rule;

		assert_true(zone_rule_parse(&rule, str(cases[i].rule)));
		if (zone_rule_offset(&rule, cases[i].utc) != cases[i].offset)
			fail_msg("%s: %d", cases[i].rule, zone_rule_offset(&rule, cases[i].utc));
		if (zone_rule_next(&rule, cases[i].utc) != cases[i].next)
			fail_msg("%s: next %lld", cases[i].rule,
			         (long long)zone_rule_next(&rule, cases[i].utc));
	}
}

static void
a_malformed_rule_is_refused(void **state)
{
	static const char *const rules[] = { "",
		                             "AB1",
		                             "ABC",
		                             "<AB1",
		                             "ABC25",
		                             "ABC1:60",
		                             "ABC1DEF",
		                             "ABC1DEF,M3.5.0",
		                             "ABC1DEF,M13.1.0,M3.1.0",
		                             "ABC1DEF,M3.6.0,M4.1.0",
		                             "ABC1DEF,M3.5.7,M4.1.0",
		                             "ABC1DEF,J0,J1",
		                             "ABC1DEF,J366,J1",
		                             "ABC1DEF,366,J1",
		                             "ABC1DEF,M3.5.0/168,M4.1.0",
		                             "ABC1DEF,M3.5.0,M4.1.0x",
		                             "ABC1DEF,M3.5.0;M4.1.0",
		                             "ABC99999999999" };

	(void)state;
	for (size_t i = 0; i < countof(rules); i++) {
		struct zone_rule rule;

		if (zone_rule_parse(&rule, str(rules[i])) || rule.known)
			fail_msg("%s", rules[i]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(offsets_are_those_of_the_c_library),
		cmocka_unit_test(local_times_around_every_change_have_one_utc),
		cmocka_unit_test(the_skipped_hour_is_the_later_and_the_repeated_one_the_first),
		cmocka_unit_test(a_place_without_summer_time_never_changes_again),
		cmocka_unit_test(names_that_leave_the_database_are_no_names),
		cmocka_unit_test_setup_teardown(a_file_that_is_cut_off_or_lies_is_refused,
		                                folder_make, folder_remove),
		cmocka_unit_test_setup_teardown(a_file_of_garbage_never_hurts, folder_make,
		                                folder_remove),
		cmocka_unit_test_setup_teardown(the_database_can_be_missing, folder_make,
		                                folder_remove),
		cmocka_unit_test(a_rule_has_every_form_of_the_standard),
		cmocka_unit_test(a_malformed_rule_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
