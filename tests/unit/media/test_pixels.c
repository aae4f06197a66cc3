/* What a camera held askew becomes upright. */
#include "../check.h"

#include "media/pixels.h"

static struct pixels
with_text(const char *text, unsigned width, unsigned height)
{
	struct pixels pixels;

	pixels_init(&pixels, width, height, 3);
	for (size_t i = 0; text[i]; i++)
		memset(pixels.data + 3 * i, text[i], 3);
	return pixels;
}

/* As CIPA DC-008 puts it: where the stored picture's first row and first column are seen. */
static void
all_eight_orientations_come_upright(void **state)
{
	static const struct {
		int orientation;
		unsigned width, height;
		const char *upright;
	} cases[] = {
		{ 1, 3, 2, "abcdef" }, { 2, 3, 2, "cbafed" },  { 3, 3, 2, "fedcba" },
		{ 4, 3, 2, "defabc" }, { 5, 2, 3, "adbecf" },  { 6, 2, 3, "daebfc" },
		{ 7, 2, 3, "fcebda" }, { 8, 2, 3, "cfbead" },  { 0, 3, 2, "abcdef" },
		{ 9, 3, 2, "abcdef" }, { -1, 3, 2, "abcdef" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct pixels pixels = with_text("abcdef", 3, 2);

		pixels_upright(&pixels, cases[i].orientation);
		assert_int_equal(pixels.width, cases[i].width);
		assert_int_equal(pixels.height, cases[i].height);
		for (size_t n = 0; n < 6; n++)
			assert_int_equal(pixels.data[3 * n + 1], cases[i].upright[n]);
		pixels_release(&pixels);
	}
}

static void
fill_with_numbers(struct pixels *pixels)
{
	for (size_t i = 0; i < pixels->stride * pixels->height; i++)
		pixels->data[i] = (uint8_t)(i * 167 >> 3);
}

static void
turning_on_brings_every_picture_back(void **state)
{
	static const int back[9] = { 0, 1, 2, 3, 4, 5, 8, 7, 6 };
	static const unsigned sizes[][2] = {
		{ 1, 1 }, { 1, 40 }, { 33, 1 }, { 16, 16 }, { 47, 65 }
	};

	(void)state;
	for (size_t i = 0; i < countof(sizes); i++)
		for (int orientation = 1; orientation <= 8; orientation++) {
			struct pixels turned, want;

			pixels_init(&turned, sizes[i][0], sizes[i][1], i % 2 ? 4 : 3);
			pixels_init(&want, sizes[i][0], sizes[i][1], i % 2 ? 4 : 3);
			fill_with_numbers(&turned);
			fill_with_numbers(&want);
			pixels_upright(&turned, orientation);
			pixels_upright(&turned, back[orientation]);
			assert_int_equal(turned.width, want.width);
			assert_memory_equal(turned.data, want.data, want.stride * want.height);
			pixels_release(&turned);
			pixels_release(&want);
		}
}

static void
a_released_one_is_empty_and_may_be_released_again(void **state)
{
	struct pixels pixels = { 0 };

	(void)state;
	pixels_release(&pixels);
	pixels_init(&pixels, 5, 4, 4);
	assert_int_equal(pixels.stride, 20);
	pixels_release(&pixels);
	assert_null(pixels.data);
	assert_int_equal(pixels.width, 0);
	pixels_release(&pixels);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_eight_orientations_come_upright),
		cmocka_unit_test(turning_on_brings_every_picture_back),
		cmocka_unit_test(a_released_one_is_empty_and_may_be_released_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
