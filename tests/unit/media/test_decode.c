/* decode: every kind of picture comes out as it was drawn. */
#include "../check.h"

#include "decoded.h"
#include "made.h"

#include "media/colour.h"

enum { WIDTH = 75, HEIGHT = 53 }; /* no multiple of anything */

static const struct buf empty;

/* The drawing itself, as made_value has it; `grey`: the first channel three times. */
static struct decoded
drawn(unsigned width, unsigned height, bool grey)
{
	struct decoded d = { .picture = { .width = width, .height = height, .orientation = 1 },
		             .width = width,
		             .height = height,
		             .channels = 3 };

	d.pixels = mem_alloc((size_t)width * height * 3);
	for (unsigned i = 0; i < width * height * 3; i++)
		d.pixels[i] = made_value(i / 3 % width, i / 3 / width, grey ? 0 : i % 3);
	return d;
}

static double
psnr_to_drawing(const struct decoded *d, bool grey)
{
	struct decoded want = drawn(d->picture.width, d->picture.height, grey);
	double psnr = decoded_psnr(&want, d);

	decoded_release(&want);
	return psnr;
}

static void
every_process_of_jpeg_is_read(void **state)
{
	static const struct {
		struct made_jpeg how;
		bool grey;
		double psnr;
	} cases[] = {
		{ { .space = JCS_RGB, .stored = JCS_YCbCr }, false, 33 },
		{ { .space = JCS_RGB, .stored = JCS_YCbCr, .plain = true }, false, 38 },
		{ { .space = JCS_RGB, .stored = JCS_RGB }, false, 38 },
		{ { .space = JCS_GRAYSCALE, .stored = JCS_GRAYSCALE }, true, 40 },
		{ { .space = JCS_RGB, .stored = JCS_YCbCr, .progressive = true }, false, 33 },
		{ { .space = JCS_RGB, .stored = JCS_YCbCr, .arithmetic = true }, false, 33 },
		{ { .space = JCS_RGB,
		    .stored = JCS_YCbCr,
		    .progressive = true,
		    .arithmetic = true },
		  false,
		  33 },
		{ { .space = JCS_RGB, .stored = JCS_YCbCr, .restart = 1 }, false, 33 },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct made_jpeg how = cases[i].how;
		struct buf bytes = empty;
		struct decoded d;

		how.width = WIDTH;
		how.height = HEIGHT;
		made_jpeg(&bytes, &how);
		d = decoded_of(buf_str(&bytes));
		assert_int_equal(d.fault, DECODE_FINE);
		assert_int_equal(d.rows, HEIGHT);
		assert_int_equal(d.channels, 3);
		assert_true(d.sound == 1 && !d.picture.alpha && !d.picture.tagged);
		assert_true(psnr_to_drawing(&d, cases[i].grey) > cases[i].psnr);
		decoded_release(&d);
		buf_release(&bytes);
	}
}

/* Photoshop's way, 0 is full of ink, goes with Adobe's signature. */
static void
ink_in_jpeg_is_read_as_its_signature_asks(void **state)
{
	static const struct {
		J_COLOR_SPACE stored;
		bool anonymous;
	} cases[] = { { JCS_CMYK, false }, { JCS_YCCK, false }, { JCS_CMYK, true } };

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct colour_pixels pixels = { cases[i].anonymous ? COLOUR_CMYK
			                                           : COLOUR_CMYK_INVERTED,
			                        false };
		struct colour *colour = colour_new((struct str){ 0 }, pixels);
		struct made_jpeg how = { WIDTH,         HEIGHT,
			                 JCS_CMYK,      cases[i].stored,
			                 .plain = true, .anonymous = cases[i].anonymous };
		struct decoded want = drawn(WIDTH, HEIGHT, false), d;
		struct buf bytes = empty;

		for (unsigned k = 0; k < WIDTH * HEIGHT; k++) {
			uint8_t in[4];

			for (unsigned c = 0; c < 4; c++)
				in[c] = made_value(k % WIDTH, k / WIDTH, c);
			colour_row(colour, want.pixels + (size_t)k * 3, in, 1);
		}
		colour_free(colour);
		made_jpeg(&bytes, &how);
		d = decoded_of(buf_str(&bytes));
		assert_int_equal(d.channels, 3);
		assert_int_equal(d.rows, HEIGHT);
		assert_true(decoded_psnr(&want, &d) > 38);
		decoded_release(&d);
		decoded_release(&want);
		buf_release(&bytes);
	}
}

/* At 1/8 and so on, but never too small. */
static void
jpeg_is_reduced_as_far_as_suffices(void **state)
{
	static const struct {
		unsigned least_width, least_height, width, height;
	} cases[] = {
		{ 1, 1, 101, 63 },      { 101, 63, 101, 63 },     { 102, 1, 201, 125 },
		{ 1, 64, 201, 125 },    { 201, 125, 201, 125 },   { 202, 1, 401, 250 },
		{ 401, 250, 401, 250 }, { 402, 250, 802, 500 },   { 802, 500, 802, 500 },
		{ 803, 1, 802, 500 },   { 5000, 5000, 802, 500 },
	};

	(void)state;
	for (int progressive = 0; progressive < 2; progressive++) {
		struct made_jpeg how = { 802, 500, JCS_RGB, JCS_YCbCr, .progressive = progressive };
		struct buf bytes = empty;

		made_jpeg(&bytes, &how);
		for (size_t i = 0; i < countof(cases); i++) {
			struct decoded d = decoded_scaled(buf_str(&bytes), cases[i].least_width,
			                                  cases[i].least_height);

			assert_int_equal(d.width, cases[i].width);
			assert_int_equal(d.height, cases[i].height);
			assert_int_equal(d.rows, cases[i].height);
			assert_true(d.sound == 1);
			assert_int_equal(d.picture.width, 802);
			decoded_release(&d);
		}
		buf_release(&bytes);
	}
}

/* What a row of a PNG must have become. */
static void
check_png_pixel(const struct decoded *d, const struct made_png *how, unsigned x, unsigned y)
{
	const uint8_t *got = decoded_at(d, x, y);
	unsigned depth = (unsigned)how->depth > 8 ? 8 : (unsigned)how->depth;
	unsigned first = (unsigned)made_value(x, y, 0) >> (8 - depth);
	bool colour = how->type & PNG_COLOR_MASK_COLOR;

	for (unsigned c = 0; c < 3; c++) {
		unsigned want = colour ? made_value(x, y, c) : first * 255 / ((1u << depth) - 1);

		if (how->type == PNG_COLOR_TYPE_PALETTE)
			want = made_png_colour(first, c);
		assert_int_equal(got[c], want);
	}
	if (how->type & PNG_COLOR_MASK_ALPHA)
		assert_int_equal(got[3], made_value(x, y, 3));
	else if (how->holes && how->type == PNG_COLOR_TYPE_PALETTE)
		assert_int_equal(got[3], first == 1 ? 0 : 255);
	else if (how->holes && x + y == 0)
		assert_int_equal(got[3], 0);
}

static void
every_kind_of_png_is_read_exactly(void **state)
{
	static const struct {
		int type, depth;
		bool holes;
	} cases[] = {
		{ PNG_COLOR_TYPE_GRAY, 1, false },       { PNG_COLOR_TYPE_GRAY, 2, false },
		{ PNG_COLOR_TYPE_GRAY, 4, false },       { PNG_COLOR_TYPE_GRAY, 8, false },
		{ PNG_COLOR_TYPE_GRAY, 8, true },        { PNG_COLOR_TYPE_GRAY, 16, false },
		{ PNG_COLOR_TYPE_GRAY_ALPHA, 8, false }, { PNG_COLOR_TYPE_GRAY_ALPHA, 16, false },
		{ PNG_COLOR_TYPE_RGB, 8, false },        { PNG_COLOR_TYPE_RGB, 8, true },
		{ PNG_COLOR_TYPE_RGB, 16, false },       { PNG_COLOR_TYPE_RGB_ALPHA, 8, false },
		{ PNG_COLOR_TYPE_RGB_ALPHA, 16, false }, { PNG_COLOR_TYPE_PALETTE, 1, false },
		{ PNG_COLOR_TYPE_PALETTE, 4, true },     { PNG_COLOR_TYPE_PALETTE, 8, true },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases) * 2; i++) {
		struct made_png how = { WIDTH,
			                HEIGHT,
			                cases[i / 2].type,
			                cases[i / 2].depth,
			                i % 2,
			                cases[i / 2].holes,
			                .gamma = 0 };
		bool alpha = how.holes || how.type & PNG_COLOR_MASK_ALPHA;
		struct buf bytes = empty;
		struct decoded d;

		made_png(&bytes, &how);
		d = decoded_of(buf_str(&bytes));
		assert_int_equal(d.rows, HEIGHT);
		assert_int_equal(d.channels, alpha ? 4 : 3);
		assert_int_equal(d.picture.alpha, alpha);
		assert_true(d.sound == 1);
		for (unsigned k = 0; k < WIDTH * HEIGHT; k++)
			check_png_pixel(&d, &how, k % WIDTH, k / WIDTH);
		decoded_release(&d);
		buf_release(&bytes);
	}
}

static void
gamma_of_png_is_applied_at_either_depth(void **state)
{
	static const struct {
		double gamma;
		int type;
		uint8_t least, most; /* of what 100 becomes, as linear light or as it is */
	} cases[] = {
		{ 0.45455, PNG_COLOR_TYPE_RGB, 100, 100 },
		{ 1, PNG_COLOR_TYPE_RGB, 165, 169 },
		{ 1, PNG_COLOR_TYPE_GRAY, 165, 169 },
		{ 1, PNG_COLOR_TYPE_RGB_ALPHA, 165, 169 },
	};
	unsigned x = 0;

	(void)state;
	while (made_value(x, 0, 0) / 3 != 33)
		x++;
	for (size_t i = 0; i < countof(cases) * 2; i++) {
		struct made_png how = { 128, 1, cases[i / 2].type, i % 2 ? 16 : 8,
			                .gamma = cases[i / 2].gamma };
		struct buf bytes = empty;
		struct decoded d;

		made_png(&bytes, &how);
		d = decoded_of(buf_str(&bytes));
		assert_in_range(decoded_at(&d, x, 0)[0], cases[i / 2].least - 1, cases[i / 2].most);
		decoded_release(&d);
		buf_release(&bytes);
	}
}

static void
webp_is_read_with_and_without_loss(void **state)
{
	(void)state;
	for (int i = 0; i < 4; i++) {
		struct made_webp how = { WIDTH, HEIGHT, .alpha = i & 1, .lossy = i & 2 };
		struct buf bytes = empty;
		struct decoded d;
		double psnr;

		made_webp(&bytes, &how);
		d = decoded_of(buf_str(&bytes));
		assert_int_equal(d.rows, HEIGHT);
		assert_int_equal(d.channels, how.alpha ? 4 : 3);
		assert_int_equal(d.picture.alpha, how.alpha);
		assert_false(d.picture.animated);
		psnr = psnr_to_drawing(&d, false);
		assert_true(psnr > (how.lossy ? 30 : 0));
		for (unsigned k = 0; !how.lossy && k < WIDTH * HEIGHT; k++) {
			const uint8_t *got = decoded_at(&d, k % WIDTH, k / WIDTH);

			for (unsigned c = 0; c < d.channels; c++)
				if (!how.alpha || made_value(k % WIDTH, k / WIDTH, 3))
					assert_int_equal(got[c],
					                 made_value(k % WIDTH, k / WIDTH, c));
		}
		decoded_release(&d);
		buf_release(&bytes);
	}
}

/* Large enough to come in several steps, and to give pages back. */
static void
a_large_webp_comes_whole(void **state)
{
	struct made_webp how = { 1200, 900, .lossy = true };
	struct buf bytes = empty;
	struct decoded d;

	(void)state;
	made_webp(&bytes, &how);
	d = decoded_of(buf_str(&bytes));
	assert_int_equal(d.rows, 900);
	assert_true(psnr_to_drawing(&d, false) > 30);
	decoded_release(&d);
	buf_release(&bytes);
}

static void
an_animation_gives_its_first_frame_on_its_canvas(void **state)
{
	struct made_webp webp = { 20,        10,      .canvas_width = 32, .canvas_height = 24,
		                  .left = 6, .top = 8 };
	struct made_gif gif = { 32, 24, 6, 8, 20, 10, .frames = 2 };

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct buf bytes = empty;
		struct decoded d;

		if (i)
			made_gif(&bytes, &gif);
		else
			made_webp(&bytes, &webp);
		d = decoded_of(buf_str(&bytes));
		assert_true(d.picture.animated && d.picture.alpha);
		assert_int_equal(d.width, 32);
		assert_int_equal(d.rows, 24);
		assert_true(d.sound == 1);
		for (unsigned k = 0; k < 32 * 24; k++) {
			unsigned x = k % 32 - 6, y = k / 32 - 8; /* wraps round outside */
			const uint8_t *got = decoded_at(&d, k % 32, k / 32);
			bool inside = x < 20 && y < 10;

			assert_int_equal(got[3], inside ? 255 : 0);
			for (unsigned c = 0; inside && c < 3; c++)
				assert_int_equal(got[c],
				                 i ? made_png_colour(made_gif_index(x, y), c)
				                   : made_value(x, y, c));
		}
		decoded_release(&d);
		buf_release(&bytes);
	}
}

static void
gif_is_read_interlaced_and_with_holes(void **state)
{
	(void)state;
	for (int i = 0; i < 4; i++) {
		struct made_gif how = { WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, i & 1, i & 2, 1 };
		struct buf bytes = empty;
		struct decoded d;

		made_gif(&bytes, &how);
		d = decoded_of(buf_str(&bytes));
		assert_int_equal(d.rows, HEIGHT);
		assert_false(d.picture.animated);
		assert_int_equal(d.channels, how.holes ? 4 : 3);
		for (unsigned k = 0; k < WIDTH * HEIGHT; k++) {
			unsigned index = made_gif_index(k % WIDTH, k / WIDTH);
			const uint8_t *got = decoded_at(&d, k % WIDTH, k / WIDTH);

			for (unsigned c = 0; c < 3; c++)
				assert_int_equal(got[c], made_png_colour(index, c));
			if (how.holes)
				assert_int_equal(got[3], index == 1 ? 0 : 255);
		}
		decoded_release(&d);
		buf_release(&bytes);
	}
}

static void
orientation_is_found_in_every_container(void **state)
{
	(void)state;
	for (int orientation = 1; orientation <= 8; orientation++) {
		struct made_jpeg jpeg = { WIDTH, HEIGHT, JCS_RGB, JCS_YCbCr,
			                  .orientation = orientation };
		struct buf exif = empty, files[3] = { empty, empty, empty };
		unsigned width = orientation > 4 ? HEIGHT : WIDTH;

		made_exif(&exif, orientation, orientation % 2, 3);
		made_jpeg(&files[0], &jpeg);
		made_png(&files[1], &(struct made_png){ WIDTH, HEIGHT, PNG_COLOR_TYPE_RGB, 8,
		                                        .exif = buf_str(&exif) });
		made_webp(&files[2], &(struct made_webp){ WIDTH, HEIGHT, .exif = buf_str(&exif) });
		for (size_t i = 0; i < countof(files); i++) {
			struct decoded d = decoded_of(buf_str(&files[i]));

			assert_int_equal(d.picture.orientation, orientation);
			assert_int_equal(d.picture.width, width);
			assert_int_equal(d.picture.height, WIDTH + HEIGHT - width);
			assert_int_equal(d.width, WIDTH);
			assert_int_equal(d.rows, HEIGHT);
			decoded_release(&d);
			buf_release(&files[i]);
		}
		buf_release(&exif);
	}
}

/* P3's pixels, seen as sRGB, are more vivid: the same numbers without the profile differ. */
static void
a_profile_is_found_in_every_container(void **state)
{
	struct buf profile = empty, files[4] = { empty, empty, empty, empty };
	struct decoded first = { 0 };
	struct made_jpeg jpeg = { WIDTH, HEIGHT, JCS_RGB, JCS_RGB, .plain = true };

	(void)state;
	made_saved(&profile, made_rgb(made_p3, 0));
	jpeg.profile = buf_str(&profile);
	made_png(&files[0], &(struct made_png){ WIDTH, HEIGHT, PNG_COLOR_TYPE_RGB, 8,
	                                        .profile = buf_str(&profile) });
	made_webp(&files[1], &(struct made_webp){ WIDTH, HEIGHT, .profile = buf_str(&profile) });
	made_jpeg(&files[2], &jpeg);
	jpeg.part = 100;
	made_jpeg(&files[3], &jpeg);
	for (size_t i = 0; i < countof(files); i++) {
		struct decoded d = decoded_of(buf_str(&files[i]));

		assert_true(d.picture.tagged);
		assert_true(psnr_to_drawing(&d, false) < 30);
		if (i == 0)
			first = d;
		else
			assert_true(decoded_psnr(&first, &d) > (i == 1 ? 98 : 36));
		if (i)
			decoded_release(&d);
		buf_release(&files[i]);
	}
	decoded_release(&first);
	buf_release(&profile);
}

static void
what_lies_around_the_picture_is_left_aside(void **state)
{
	struct made_jpeg how = { WIDTH, HEIGHT, JCS_RGB, JCS_YCbCr, .plain = true };
	struct buf bytes = empty;
	struct decoded d;

	(void)state;
	made_jpeg(&bytes, &how);
	made_jpeg(&bytes, &how); /* a gain map or the other eye's picture */
	buf_adds(&bytes, "and a film of three seconds");
	d = decoded_of(buf_str(&bytes));
	assert_true(d.sound == 1 && d.rows == HEIGHT);
	assert_true(psnr_to_drawing(&d, false) > 38);
	decoded_release(&d);
	buf_release(&bytes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_process_of_jpeg_is_read),
		cmocka_unit_test(ink_in_jpeg_is_read_as_its_signature_asks),
		cmocka_unit_test(jpeg_is_reduced_as_far_as_suffices),
		cmocka_unit_test(every_kind_of_png_is_read_exactly),
		cmocka_unit_test(gamma_of_png_is_applied_at_either_depth),
		cmocka_unit_test(webp_is_read_with_and_without_loss),
		cmocka_unit_test(a_large_webp_comes_whole),
		cmocka_unit_test(an_animation_gives_its_first_frame_on_its_canvas),
		cmocka_unit_test(gif_is_read_interlaced_and_with_holes),
		cmocka_unit_test(orientation_is_found_in_every_container),
		cmocka_unit_test(a_profile_is_found_in_every_container),
		cmocka_unit_test(what_lies_around_the_picture_is_left_aside),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
