/* How alike two pictures are said to be: against the formula, computed plainly. */
#include "../check.h"

#include "media/ssim.h"

#include <math.h>
#include <stdlib.h>

struct planes {
	unsigned width, height;
	size_t stride;
	uint8_t *a, *b;
};

/* Slopes; the other with grain up to `grain`. */
static struct planes
planes(unsigned width, unsigned height, unsigned grain)
{
	struct planes planes = { .width = width, .height = height, .stride = width + 5 };
	uint32_t seed = 1;

	planes.a = calloc(planes.stride, height);
	planes.b = calloc(planes.stride, height);
	for (unsigned y = 0; y < height; y++)
		for (unsigned x = 0; x < width; x++) {
			uint8_t value = (uint8_t)((x * 7 + y * 3) % 200);

			seed = seed * 1664525 + 1013904223;
			planes.a[y * planes.stride + x] = value;
			planes.b[y * planes.stride + x] =
				(uint8_t)(value + (grain ? (seed >> 16) % (grain + 1) : 0));
		}
	return planes;
}

static double
measured(const struct planes *planes)
{
	return ssim_of((struct ssim_plane){ planes->a, planes->stride },
	               (struct ssim_plane){ planes->b, planes->stride }, planes->width,
	               planes->height);
}

static void
release(struct planes *planes)
{
	free(planes->a);
	free(planes->b);
}

static double
plain_window(const struct planes *planes, unsigned left, unsigned top)
{
	double ma = 0, mb = 0, va = 0, vb = 0, both = 0;

	for (size_t i = 0; i < 64; i++) {
		size_t at = (top + i / 8) * planes->stride + left + i % 8;

		ma += planes->a[at] / 64.0;
		mb += planes->b[at] / 64.0;
	}
	for (size_t i = 0; i < 64; i++) {
		size_t at = (top + i / 8) * planes->stride + left + i % 8;

		va += (planes->a[at] - ma) * (planes->a[at] - ma) / 64;
		vb += (planes->b[at] - mb) * (planes->b[at] - mb) / 64;
		both += (planes->a[at] - ma) * (planes->b[at] - mb) / 64;
	}
	return (2 * ma * mb + 6.5025) * (2 * both + 58.5225) /
	       ((ma * ma + mb * mb + 6.5025) * (va + vb + 58.5225));
}

static void
the_likeness_is_that_of_the_formula(void **state)
{
	static const struct {
		unsigned width, height, grain;
	} cases[] = { { 8, 8, 20 }, { 64, 48, 3 }, { 61, 47, 30 }, { 120, 9, 200 } };

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct planes pair = planes(cases[i].width, cases[i].height, cases[i].grain);
		double sum = 0;
		size_t count = 0;

		for (unsigned y = 0; y + 8 <= pair.height; y += 4)
			for (unsigned x = 0; x + 8 <= pair.width; x += 4, count++)
				sum += plain_window(&pair, x, y);
		assert_true(fabs(measured(&pair) - sum / (double)count) < 1e-9);
		release(&pair);
	}
}

static void
what_is_the_same_is_wholly_alike_and_grain_makes_it_less_so(void **state)
{
	static const unsigned grain[] = { 0, 4, 16, 64 };
	double before = 2;

	(void)state;
	for (size_t i = 0; i < countof(grain); i++) {
		struct planes pair = planes(100, 80, grain[i]);
		double now = measured(&pair);

		assert_true(i > 0 || now == 1);
		assert_true(now < before);
		before = now;
		release(&pair);
	}
}

static void
what_is_smaller_than_a_window_is_not_judged(void **state)
{
	static const unsigned sizes[][2] = { { 7, 100 }, { 100, 7 }, { 1, 1 } };

	(void)state;
	for (size_t i = 0; i < countof(sizes); i++) {
		struct planes pair = planes(sizes[i][0], sizes[i][1], 60);

		assert_true(measured(&pair) == 1);
		release(&pair);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_likeness_is_that_of_the_formula),
		cmocka_unit_test(what_is_the_same_is_wholly_alike_and_grain_makes_it_less_so),
		cmocka_unit_test(what_is_smaller_than_a_window_is_not_judged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
