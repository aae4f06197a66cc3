#include "../check.h"

#include "theme/colour.h"

#include "base/arena.h"
#include "base/value.h"

static struct colour
colour(const char *hex)
{
	struct colour c;

	assert_true(colour_parse(&c, str(hex)));
	return c;
}

static void
colours_are_read_as_css_writes_them(void **state)
{
	static const struct {
		const char *text, *hex;
	} cases[] = {
		{ "#9a3412", "#9a3412" },
		{ "#9A3412", "#9a3412" },
		{ "#fa0", "#ffaa00" },
		{ "#000", "#000000" },
	};
	static const char *const wrong[] = { "",         "#",       "9a3412", "#9a341",
		                             "#9a34123", "#9a341g", "red" };
	char hex[COLOUR_HEX];
	struct colour c;

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		colour_hex(colour(cases[i].text), hex);
		assert_string_equal(hex, cases[i].hex);
	}
	for (size_t i = 0; i < countof(wrong); i++)
		assert_false(colour_parse(&c, str(wrong[i])));
}

static void
contrast_is_that_of_wcag(void **state)
{
	static const struct {
		const char *a, *b;
		double want;
	} cases[] = {
		{ "#000", "#fff", 21 },    { "#fff", "#fff", 1 },        { "#777", "#fff", 4.478 },
		{ "#f00", "#fff", 3.998 }, { "#767676", "#fff", 4.542 },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		double got = colour_contrast(colour(cases[i].a), colour(cases[i].b));

		assert_true(got > cases[i].want - 0.001 && got < cases[i].want + 0.001);
	}
}

static void
any_accent_becomes_readable_on_light_and_on_dark(void **state)
{
	static const char *const pages[] = { "#fffdf9", "#1b1815", "#fff", "#000" };

	(void)state;
	for (unsigned i = 0; i < 4096; i += 7) {
		struct colour c = { (uint8_t)((i >> 8) * 17), (uint8_t)((i >> 4 & 15) * 17),
			            (uint8_t)((i & 15) * 17) };

		for (size_t k = 0; k < countof(pages); k++) {
			struct colour r = colour_readable(c, colour(pages[k]), 4.5);

			assert_true(colour_contrast(r, colour(pages[k])) >= 4.5);
		}
		assert_true(colour_contrast(colour_text_on(c), c) >= 4.5);
	}
}

static void
a_readable_colour_stays_as_it_is_and_others_keep_their_hue(void **state)
{
	char hex[COLOUR_HEX];
	struct colour lighter;

	(void)state;
	colour_hex(colour_readable(colour("#9a3412"), colour("#fffdf9"), 4.5), hex);
	assert_string_equal(hex, "#9a3412");
	lighter = colour_readable(colour("#9a3412"), colour("#1b1815"), 4.5);
	assert_true(lighter.red > lighter.green && lighter.green > lighter.blue);
	assert_true(lighter.red > 0x9a);
}

static void
templates_get_six_colours_also_for_a_missing_accent(void **state)
{
	static const char *const keys[] = { "accent",       "accent_text",
		                            "accent_light", "accent_light_text",
		                            "accent_dark",  "accent_dark_text" };
	struct arena *arena = arena_new();
	struct value *accent = colour_accent(arena, STR("#fde047"));

	(void)state;
	for (size_t i = 0; i < countof(keys); i++)
		assert_int_equal(value_str(value_get(accent, str(keys[i]))).len, 7);
	assert_str(value_str(value_get(accent, STR("accent"))), "#fde047");
	assert_str(value_str(value_get(accent, STR("accent_text"))), "#000000");
	assert_str(value_str(value_get(accent, STR("accent_dark"))), "#fde047");
	accent = colour_accent(arena, (struct str){ 0 });
	assert_str(value_str(value_get(accent, STR("accent"))), "#9a3412");
	arena_free(arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(colours_are_read_as_css_writes_them),
		cmocka_unit_test(contrast_is_that_of_wcag),
		cmocka_unit_test(any_accent_becomes_readable_on_light_and_on_dark),
		cmocka_unit_test(a_readable_colour_stays_as_it_is_and_others_keep_their_hue),
		cmocka_unit_test(templates_get_six_colours_also_for_a_missing_accent),
	};

	return cmocka_run_group_tests_name("colour", tests, NULL, NULL);
}
