/* ledger: what the last import said, there and back. */
#include "map/ledger.h"

#include "../card/reports.h"
#include "../check.h"
#include "base/arena.h"
#include "base/buf.h"

static void
what_is_written_reads_back_the_same_in_order(void **state)
{
	static const struct ledger_line lines[] = {
		{ { "node/12", 7 }, { "merchants/b.md", 14 }, { "name", 4 }, { "B", 1 } },
		{ { "node/1", 6 },
		  { "merchants/a.md", 14 },
		  { "payment", 7 },
		  { "cash\nvisa", 9 } },
		{ { "node/1", 6 }, { "merchants/a.md", 14 }, { "name", 4 }, { "A\t\\n \\", 6 } },
	};
	struct arena *arena = arena_new();
	struct diag *diag = diag_new();
	struct ledger ledger = { 0 }, again;
	struct buf out = { 0 }, twice = { 0 };
	const struct ledger_line *found;
	size_t count;

	(void)state;
	for (size_t i = 0; i < countof(lines); i++)
		ledger_add(&ledger, arena, &lines[i]);
	ledger_write(&ledger, &out);
	assert_non_null(strstr(out.ptr, "\nnode/1\tmerchants/a.md\tname\tA\\t\\\\n \\\\\n"
	                                "node/1\tmerchants/a.md\tpayment\tcash\\nvisa\n"
	                                "node/12\tmerchants/b.md\tname\tB\n"));
	assert_int_equal(out.ptr[0], '#');
	assert_int_equal(ledger_read(&again, arena, buf_str(&out), diag), 0);
	assert_int_equal(again.len, countof(lines));
	found = ledger_find(&again, STR("node/1"), &count);
	assert_int_equal(count, 2);
	assert_true(str_eq(found[0].value, lines[2].value));
	assert_true(str_eq(found[1].value, lines[1].value));
	assert_null(ledger_find(&again, STR("node/2"), &count));
	ledger_write(&again, &twice);
	assert_string_equal(out.ptr, twice.ptr);
	buf_release(&out);
	buf_release(&twice);
	diag_free(diag);
	arena_free(arena);
}

static void
a_line_that_is_none_is_an_error_with_its_place(void **state)
{
	static const char *const bad[] = { "<<<<<<< HEAD\n",
		                           "node/1\tmerchants/a.md\tname\n",
		                           "node/1\tmerchants/a.md\tname\t\n",
		                           "node/1\tmerchants/a.md\tname\ta\tb\n",
		                           "node/1\t../a.md\tname\ta\n",
		                           "\xff\n" };

	(void)state;
	for (size_t i = 0; i < countof(bad); i++) {
		struct arena *arena = arena_new();
		struct diag *diag = diag_new();
		struct ledger ledger;
		char *said;

		assert_int_equal(ledger_read(&ledger, arena, str(bad[i]), diag), -1);
		said = reports(diag);
		assert_non_null(strstr(said, "map/imported.tsv"));
		free(said);
		diag_free(diag);
		arena_free(arena);
	}
}

static void
line_ends_of_windows_and_empty_lines_are_accepted(void **state)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new();
	struct ledger ledger;

	(void)state;
	assert_int_equal(ledger_read(&ledger, arena,
	                             STR("# x\r\n\r\nnode/1\tmerchants/a.md\tname\tA\r\n"), diag),
	                 0);
	assert_int_equal(ledger.len, 1);
	assert_str(ledger.items[0].value, "A");
	diag_free(diag);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_reads_back_the_same_in_order),
		cmocka_unit_test(a_line_that_is_none_is_an_error_with_its_place),
		cmocka_unit_test(line_ends_of_windows_and_empty_lines_are_accepted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
