/* str, buf and arena: text borrowed, grown and kept. */
#include "../check.h"

#include "base/arena.h"
#include "base/buf.h"

static void
a_split_gives_every_part_also_empty_ones(void **state)
{
	struct str rest = STR("a,,b,"), part;
	const char *want[] = { "a", "", "b", "" };
	size_t n = 0;

	(void)state;
	while (str_split(&rest, ',', &part)) {
		assert_true(n < countof(want));
		assert_str(part, want[n++]);
	}
	assert_int_equal(n, countof(want));
	rest = (struct str){ 0 };
	assert_false(str_split(&rest, ',', &part));
}

static void
a_part_of_a_text_is_clamped(void **state)
{
	(void)state;
	assert_str(str_sub(STR("moulin"), 0, 3), "mou");
	assert_str(str_sub(STR("moulin"), 3, 99), "lin");
	assert_str(str_sub(STR("moulin"), 9, 12), "");
	assert_str(str_trim(STR(" \t a b\r\n")), "a b");
	assert_true(str_starts(STR("offers/x.md"), "offers/"));
	assert_false(str_starts(STR("off"), "offers/"));
	assert_true(str_ends(STR("x.md"), ".md"));
	assert_false(str_ends(STR("d"), ".md"));
	assert_true(str_eq_ascii(STR("Mo-Fr"), STR("mo-fR")));
	assert_true(str_cmp(STR("a"), STR("ab")) < 0);
	assert_true(str_cmp(STR("b"), STR("ab")) > 0);
}

static void
a_buffer_with_a_ceiling_takes_no_byte_beyond_it(void **state)
{
	struct buf buf = { .max = 5 };

	(void)state;
	buf_adds(&buf, "abc");
	assert_false(buf.full);
	buf_adds(&buf, "def");
	assert_true(buf.full);
	buf_addc(&buf, 'x'); /* what is full stays full: no holes */
	assert_str(buf_str(&buf), "abc");
	buf_clear(&buf);
	buf_adds(&buf, "abcde");
	assert_false(buf.full);
	buf_release(&buf);
}

static void
html_is_escaped_for_text_and_attributes(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	buf_add_html(&buf, STR("<a href='x'>\"R&D\"</a>"));
	assert_str(buf_str(&buf), "&lt;a href=&#39;x&#39;&gt;&quot;R&amp;D&quot;&lt;/a&gt;");
	buf_release(&buf);
}

static void
code_points_and_numbers_are_appended(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	buf_add_codepoint(&buf, 'a');
	buf_add_codepoint(&buf, 0xe9);
	buf_add_codepoint(&buf, 0x20ac);
	buf_add_codepoint(&buf, 0x1f956);
	buf_add_u64(&buf, 0);
	buf_add_u64(&buf, UINT64_MAX);
	assert_str(buf_str(&buf), "aé€🥖018446744073709551615");
	buf_release(&buf);
}

static void
an_arena_gives_zeroed_aligned_pieces_of_any_size(void **state)
{
	static const size_t sizes[] = { 1, 7, 16, 4000, 70000, 3, 20000, 200000 };
	struct arena *arena = arena_new();

	(void)state;
	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < countof(sizes); i++) {
			unsigned char *piece = arena_alloc(arena, sizes[i]);

			assert_int_equal((uintptr_t)piece % 16, 0);
			for (size_t k = 0; k < sizes[i]; k++)
				assert_int_equal(piece[k], 0);
			memset(piece, 0xff, sizes[i]);
		}
		arena_reset(arena);
	}
	arena_free(arena);
}

static void
pushing_keeps_what_was_there(void **state)
{
	struct arena *arena = arena_new();
	int *numbers = NULL;
	size_t len = 0;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		numbers = arena_push(arena, numbers, &len, sizeof *numbers);
		assert_int_equal(numbers[len - 1], 0);
		numbers[len - 1] = i;
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(numbers[i], i);
	assert_str(arena_printf(arena, "%s-%d", "rue", 12), "rue-12");
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_split_gives_every_part_also_empty_ones),
		cmocka_unit_test(a_part_of_a_text_is_clamped),
		cmocka_unit_test(a_buffer_with_a_ceiling_takes_no_byte_beyond_it),
		cmocka_unit_test(html_is_escaped_for_text_and_attributes),
		cmocka_unit_test(code_points_and_numbers_are_appended),
		cmocka_unit_test(an_arena_gives_zeroed_aligned_pieces_of_any_size),
		cmocka_unit_test(pushing_keeps_what_was_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
