/* What is told of a picture is what people would say of it. */
#include "../check.h"

#include "base/arena.h"
#include "media/look.h"
#include "media/pixels.h"

#include <stdio.h>
#include <stdlib.h>

enum { WIDTH = 320, HEIGHT = 213 };

struct fixture {
	struct arena *arena;
	struct pixels pixels;
	struct look look;
};

static void
put(struct pixels *pixels, unsigned x, unsigned y, unsigned colour)
{
	uint8_t *pixel = pixels->data + y * pixels->stride + (size_t)x * pixels->channels;

	pixel[0] = (uint8_t)(colour >> 16);
	pixel[1] = (uint8_t)(colour >> 8);
	pixel[2] = (uint8_t)colour;
}

static void
fill(struct pixels *pixels, unsigned left, unsigned top, unsigned right, unsigned bottom,
     unsigned colour)
{
	for (unsigned y = top; y < bottom; y++)
		for (unsigned x = left; x < right; x++)
			put(pixels, x, y, colour);
}

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	f->arena = arena_new();
	pixels_init(&f->pixels, WIDTH, HEIGHT, 3);
	fill(&f->pixels, 0, 0, WIDTH, HEIGHT, 0);
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	pixels_release(&f->pixels);
	arena_free(f->arena);
	free(f);
	return 0;
}

/* Boxes upon boxes, each grained a little, as things on a shelf are. */
static void
draw_shelf(struct pixels *pixels)
{
	uint32_t seed = 5;

	for (unsigned n = 0; n < 400; n++) {
		unsigned left, top, colour;

		seed = seed * 1664525 + 1013904223;
		left = (seed >> 8) % (pixels->width - 20);
		top = (seed >> 18) % (pixels->height - 20);
		colour = seed >> 5 & 0xffffff;
		for (unsigned y = top; y < top + 20; y++)
			for (unsigned x = left; x < left + 20; x++) {
				seed = seed * 1664525 + 1013904223;
				put(pixels, x, y,
				    (colour & 0xf8f8f8) + (seed >> 28) % 8 * 0x010101);
			}
	}
}

/* Each pixel the mean of those around it, there and back. */
static void
blur(struct pixels *pixels, int times)
{
	size_t step = pixels->channels, row = pixels->stride;

	for (; times > 0; times--)
		for (unsigned y = 1; y + 1 < pixels->height; y++)
			for (size_t i = step; i + step < row; i++) {
				uint8_t *p = pixels->data + y * row + i;

				*p = (uint8_t)((*p * 2 + p[step] + *(p - step) + p[row] +
				                *(p - row)) /
				               6);
			}
}

static void
darken(struct pixels *pixels, int by)
{
	for (size_t i = 0; i < pixels->stride * pixels->height; i++)
		pixels->data[i] = (uint8_t)(pixels->data[i] / by);
}

static void
gradients_show_the_colours_the_way_they_change(void **state)
{
	static const struct {
		unsigned part[3][5]; /* left, top, right, bottom, colour */
		const char *gradient;
	} cases[] = {
		{ { { 0, 0, WIDTH, HEIGHT, 0x336699 } }, "linear-gradient(#369,#369,#369)" },
		{ { { 0, 0, WIDTH, HEIGHT, 0xffffff }, { 0, 142, WIDTH, HEIGHT, 0x112233 } },
		  "linear-gradient(#fff,#fff,#123)" },
		{ { { 0, 0, WIDTH, HEIGHT, 0x000000 }, { 0, 0, 106, HEIGHT, 0xff0000 } },
		  "linear-gradient(90deg,#f00,#000,#000)" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		for (size_t k = 0; k < 3; k++) {
			const unsigned *part = cases[i].part[k];

			fill(&f->pixels, part[0], part[1], part[2], part[3], part[4]);
		}
		look_at(&f->look, f->arena, &f->pixels);
		assert_str(f->look.gradient, cases[i].gradient);
	}
}

/* Half black, half white looks like #bcbcbc from afar, not like #808080. */
static void
colours_mix_as_light_does(void **state)
{
	struct fixture *f = *state;

	for (unsigned y = 0; y < HEIGHT; y++)
		for (unsigned x = 0; x < WIDTH; x++)
			put(&f->pixels, x, y, (x + y) % 2 ? 0xffffff : 0);
	look_at(&f->look, f->arena, &f->pixels);
	assert_str(f->look.gradient, "linear-gradient(#bbb,#bbb,#bbb)");
}

static void
a_shelf_is_neither_dark_nor_blurred_nor_drawn(void **state)
{
	struct fixture *f = *state;

	draw_shelf(&f->pixels);
	look_at(&f->look, f->arena, &f->pixels);
	assert_false(f->look.dark);
	assert_false(f->look.blurred);
	assert_false(f->look.graphic);
}

static void
a_blurred_one_is_told(void **state)
{
	struct fixture *f = *state;

	draw_shelf(&f->pixels);
	blur(&f->pixels, 12);
	look_at(&f->look, f->arena, &f->pixels);
	assert_true(f->look.blurred);
	assert_false(f->look.dark);
}

static void
a_dark_one_is_told(void **state)
{
	struct fixture *f = *state;

	draw_shelf(&f->pixels);
	darken(&f->pixels, 8);
	look_at(&f->look, f->arena, &f->pixels);
	assert_true(f->look.dark);
	assert_false(f->look.blurred);
}

static void
what_shows_nothing_is_not_called_blurred(void **state)
{
	struct fixture *f = *state;

	fill(&f->pixels, 0, 0, WIDTH, HEIGHT, 0x808890);
	look_at(&f->look, f->arena, &f->pixels);
	assert_false(f->look.blurred);
	assert_false(f->look.dark);
}

static void
a_sign_is_drawn(void **state)
{
	struct fixture *f = *state;

	fill(&f->pixels, 0, 0, WIDTH, HEIGHT, 0xffffff);
	fill(&f->pixels, 40, 40, 280, 170, 0xaa2211);
	fill(&f->pixels, 100, 80, 220, 120, 0xffee00);
	look_at(&f->look, f->arena, &f->pixels);
	assert_true(f->look.graphic);
}

static void
what_is_transparent_is_drawn_and_has_no_gradient(void **state)
{
	struct fixture *f = *state;

	pixels_release(&f->pixels);
	pixels_init(&f->pixels, WIDTH, HEIGHT, 4);
	fill(&f->pixels, 0, 0, WIDTH, HEIGHT, 0);
	draw_shelf(&f->pixels);
	for (size_t i = 0; i < (size_t)WIDTH * HEIGHT; i++)
		f->pixels.data[4 * i + 3] = 255;
	look_at(&f->look, f->arena, &f->pixels);
	assert_false(f->look.graphic);
	assert_true(f->look.gradient.len > 0);
	for (size_t i = 0; i < (size_t)WIDTH * 20; i++)
		f->pixels.data[4 * i + 3] = 0;
	look_at(&f->look, f->arena, &f->pixels);
	assert_true(f->look.graphic);
	assert_str(f->look.gradient, "");
}

static void
the_smallest_pictures_can_be_looked_at(void **state)
{
	static const unsigned sizes[][2] = { { 1, 1 }, { 2, 1 }, { 1, 2 }, { 2, 2 }, { 3, 3 } };
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(sizes); i++) {
		pixels_release(&f->pixels);
		pixels_init(&f->pixels, sizes[i][0], sizes[i][1], 3);
		fill(&f->pixels, 0, 0, sizes[i][0], sizes[i][1], 0x336699);
		look_at(&f->look, f->arena, &f->pixels);
		assert_str(f->look.gradient, "linear-gradient(#369,#369,#369)");
		assert_false(f->look.blurred);
	}
}

#define LOOK_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		LOOK_TEST(gradients_show_the_colours_the_way_they_change),
		LOOK_TEST(colours_mix_as_light_does),
		LOOK_TEST(a_shelf_is_neither_dark_nor_blurred_nor_drawn),
		LOOK_TEST(a_blurred_one_is_told),
		LOOK_TEST(a_dark_one_is_told),
		LOOK_TEST(what_shows_nothing_is_not_called_blurred),
		LOOK_TEST(a_sign_is_drawn),
		LOOK_TEST(what_is_transparent_is_drawn_and_has_no_gradient),
		LOOK_TEST(the_smallest_pictures_can_be_looked_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
