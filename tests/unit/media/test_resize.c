/* Pictures made smaller are what the filter says, on every kind of processor. */
#include "../check.h"

#include "media/light.h"
#include "media/pixels.h"
#include "media/resize.h"
#include "media/resize_kernel.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

static const double pi = 3.14159265358979323846;

/* --- Pictures ----------------------------------------------------------------------------------- */

static double
srgb_of(double light)
{
	if (light <= 0.0031308)
		return 255 * 12.92 * fmax(light, 0);
	return fmin(255, 255 * (1.055 * pow(light, 1 / 2.4) - 0.055));
}

static double
light_of(uint8_t srgb)
{
	double s = srgb / 255.0;

	return s <= 0.04045 ? s / 12.92 : pow((s + 0.055) / 1.055, 2.4);
}

static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 16;
}

/* Rings that grow finer from the middle, up to the finest that pixels can show. */
static void
draw_zone_plate(struct pixels *pixels)
{
	double half = fmax(pixels->width, pixels->height) / 2.0;

	for (unsigned y = 0; y < pixels->height; y++)
		for (unsigned x = 0; x < pixels->width; x++) {
			double dx = x - pixels->width / 2.0, dy = y - pixels->height / 2.0;
			double wave = 0.5 + 0.5 * cos(pi * (dx * dx + dy * dy) / (2 * half));

			for (unsigned c = 0; c < pixels->channels; c++)
				pixels->data[y * pixels->stride + x * pixels->channels + c] =
					(uint8_t)lrint(srgb_of(c == 1 ? 1 - wave : wave));
		}
}

static void
draw_noise(struct pixels *pixels)
{
	uint32_t seed = 7;

	for (size_t i = 0; i < pixels->stride * pixels->height; i++)
		pixels->data[i] = (uint8_t)next_random(&seed);
}

/* Black and white alone: the most that a filter can overshoot. */
static void
draw_specks(struct pixels *pixels)
{
	uint32_t seed = 3;

	for (size_t i = 0; i < pixels->stride * pixels->height; i++)
		pixels->data[i] = next_random(&seed) % 2 ? 255 : 0;
}

static void
draw_gradient(struct pixels *pixels)
{
	for (unsigned y = 0; y < pixels->height; y++)
		for (unsigned x = 0; x < pixels->width; x++)
			for (unsigned c = 0; c < pixels->channels; c++)
				pixels->data[y * pixels->stride + x * pixels->channels + c] =
					(uint8_t)(c == 0   ? 60 * x / pixels->width
				                  : c == 1 ? 255 * y / pixels->height
				                           : 255 * (x + y) /
				                                     (pixels->width +
				                                      pixels->height));
}

static void
draw_even(struct pixels *pixels)
{
	memset(pixels->data, 77, pixels->stride * pixels->height);
}

typedef void draw_function(struct pixels *pixels);

static struct pixels
drawn(draw_function *draw, unsigned width, unsigned height, unsigned channels)
{
	struct pixels pixels;

	pixels_init(&pixels, width, height, channels);
	draw(&pixels);
	return pixels;
}

/* --- The exact way -------------------------------------------------------------------------------- */

static double
lanczos(double x)
{
	if (fabs(x) >= 3)
		return 0;
	return fabs(x) < 1e-9 ? 1 : 3 * sin(pi * x) * sin(pi * x / 3) / (pi * pi * x * x);
}

/* Lines of `in_count` samples, `in_step` apart, into lines of `out_count`. */
struct axis {
	unsigned in_count, out_count, lines;
	size_t in_step, out_step, in_line, out_line; /* from sample to sample, from line to line */
	double from, length;
};

static void
filter_axis(const struct axis *axis, double *out, const double *in)
{
	double step = axis->length / axis->out_count, width = fmax(step, 1);

	for (unsigned i = 0; i < axis->out_count; i++) {
		double middle = axis->from + (i + 0.5) * step, sum = 0;
		double first = fmax(0, floor(middle - 3 * width - 1));
		double last = fmin(axis->in_count, ceil(middle + 3 * width + 1));

		for (double k = first; k < last; k++)
			sum += lanczos((k + 0.5 - middle) / width);
		for (size_t k = (size_t)first; k < (size_t)last; k++) {
			double weight = lanczos(((double)k + 0.5 - middle) / width) / sum;

			for (unsigned n = 0; n < axis->lines; n++)
				out[i * axis->out_step + n * axis->out_line] +=
					weight * in[k * axis->in_step + n * axis->in_line];
		}
	}
}

/* [height][width][channels] of light, premultiplied, filtered. */
static double *
exact_light(const struct pixels *in, const struct resize_target *target)
{
	struct resize_crop crop = target->crop;
	size_t n = in->channels;
	double *light = calloc((size_t)in->width * in->height * n, sizeof *light);
	double *high = calloc((size_t)target->width * in->height * n, sizeof *high);
	double *out = calloc((size_t)target->width * target->height * n, sizeof *out);

	if (crop.width <= 0)
		crop = (struct resize_crop){ 0, 0, in->width, in->height };
	for (size_t i = 0; i < (size_t)in->width * in->height; i++)
		for (size_t c = 0; c < n; c++) {
			double alpha = n == 4 ? in->data[i * n + 3] / 255.0 : 1;

			light[i * n + c] = c == 3 ? alpha : alpha * light_of(in->data[i * n + c]);
		}
	for (size_t c = 0; c < n; c++)
		filter_axis(&(struct axis){ in->width, target->width, in->height, n, n,
		                            in->width * n, target->width * n, crop.x, crop.width },
		            high + c, light + c);
	filter_axis(&(struct axis){ in->height, target->height, target->width * (unsigned)n,
	                            target->width * n, target->width * n, 1, 1, crop.y,
	                            crop.height },
	            out, high);
	free(light);
	free(high);
	return out;
}

/* In decibels, over all channels of 8-bit sRGB. */
static double
psnr(const struct pixels *got, const double *want)
{
	double error = 0;
	size_t n = got->channels, count = (size_t)got->width * got->height;

	for (size_t i = 0; i < count; i++)
		for (size_t c = 0; c < n; c++) {
			double alpha = n == 4 ? fmax(want[i * n + 3], 1e-9) : 1;
			double value = c == 3 ? 255 * alpha : srgb_of(want[i * n + c] / alpha);
			double wrong = got->data[i * n + c] - fmin(255, fmax(0, rint(value)));

			error += wrong * wrong * (c == 3 ? 1 : fmin(alpha * alpha, 1));
		}
	error /= (double)(count * n);
	return error > 0 ? 10 * log10(255 * 255 / error) : 200;
}

/* --- Ours ----------------------------------------------------------------------------------------- */

static void
resize_with(const struct resize_kernel *kernel, struct pixels *out, const struct pixels *in,
            const struct resize_target *targets, size_t count)
{
	struct resize_source source = { in->width, in->height, in->channels };
	struct resizer *resizer = resizer_new_with(kernel, &source, targets, count);

	for (unsigned y = 0; y < in->height; y++)
		resizer_push(resizer, in->data + y * in->stride);
	resizer_finish(resizer, out);
	resizer_free(resizer);
}

static struct pixels
resized(const struct pixels *in, unsigned width, unsigned height)
{
	struct resize_target target = { .width = width, .height = height };
	struct pixels out;

	resize_with(resize_kernel_at(0), &out, in, &target, 1);
	return out;
}

static void
check_decibels(const char *name, const struct pixels *in, const struct resize_target *targets,
               size_t count)
{
	struct pixels out[8];

	resize_with(resize_kernel_at(0), out, in, targets, count);
	for (size_t i = 0; i < count; i++) {
		double *exact = exact_light(in, &targets[i]);
		double decibels = psnr(&out[i], exact);

		print_message("%s, %ux%u to %ux%u: %.1f dB\n", name, in->width, in->height,
		              out[i].width, out[i].height, decibels);
		assert_true(decibels > 55);
		free(exact);
		pixels_release(&out[i]);
	}
}

static void
results_are_those_of_double_precision(void **state)
{
	static const struct {
		const char *name;
		draw_function *draw;
	} pictures[] = {
		{ "zone plate", draw_zone_plate },
		{ "noise", draw_noise },
		{ "specks", draw_specks },
		{ "gradient", draw_gradient },
	};
	static const struct resize_target targets[] = {
		{ .width = 640, .height = 479 }, { .width = 517, .height = 387 },
		{ .width = 320, .height = 240 }, { .width = 100, .height = 75 },
		{ .width = 37, .height = 28 },
	};

	(void)state;
	for (size_t i = 0; i < countof(pictures); i++)
		for (unsigned channels = 3; channels <= 4; channels++) {
			struct pixels in = drawn(pictures[i].draw, 643, 481, channels);

			if (channels == 3 || pictures[i].draw == draw_gradient)
				check_decibels(pictures[i].name, &in, targets, countof(targets));
			pixels_release(&in);
		}
}

static void
crops_begin_between_pixels_and_see_their_neighbours(void **state)
{
	static const struct resize_target targets[] = {
		{ .width = 100, .height = 50, .crop = { 10.25, 20.75, 200, 100 } },
		{ .width = 33, .height = 77, .crop = { 0, 3.5, 70.3, 164.1 } },
		{ .width = 60, .height = 40, .crop = { 220.5, 140, 99.5, 66.33 } },
		{ .width = 1, .height = 1, .crop = { 100.5, 100.5, 1, 1 } },
		{ .width = 21, .height = 21, .crop = { 5, 5, 21, 21 } },
	};
	struct pixels in = drawn(draw_zone_plate, 320, 207, 3);

	(void)state;
	check_decibels("crop", &in, targets, countof(targets));
	pixels_release(&in);
}

static void
a_crop_of_whole_pixels_in_its_own_size_is_copied(void **state)
{
	struct resize_target target = { .width = 21, .height = 30, .crop = { 5, 7, 21, 30 } };
	struct pixels in = drawn(draw_noise, 64, 50, 3), out;

	(void)state;
	resize_with(resize_kernel_at(0), &out, &in, &target, 1);
	for (unsigned y = 0; y < out.height; y++)
		assert_memory_equal(out.data + y * out.stride,
		                    in.data + (y + 7) * in.stride + (size_t)3 * 5, out.stride);
	pixels_release(&out);
	pixels_release(&in);
}

static void
the_same_size_is_the_same_picture(void **state)
{
	(void)state;
	for (unsigned channels = 3; channels <= 4; channels++) {
		struct pixels in = drawn(draw_noise, 67, 35, channels);
		struct pixels out = resized(&in, 67, 35);

		assert_memory_equal(out.data, in.data, in.stride * in.height);
		pixels_release(&out);
		pixels_release(&in);
	}
}

/* --- All kernels ---------------------------------------------------------------------------------- */

/* The last size is a crop. */
static void
check_kernels(const struct pixels *in, const unsigned (*size)[2])
{
	struct resize_target targets[3] = { 0 };
	struct pixels want[3], got[3];

	for (size_t n = 0; n < 3; n++)
		targets[n] = (struct resize_target){ .width = size[n][0], .height = size[n][1] };
	targets[2].crop = (struct resize_crop){ in->width / 9.0, in->height / 7.0, in->width * 0.8,
		                                in->height * 0.8 };
	resize_with(&resize_plain, want, in, targets, 3);
	for (size_t k = 0; resize_kernel_at(k); k++) {
		resize_with(resize_kernel_at(k), got, in, targets, 3);
		for (size_t n = 0; n < 3; n++) {
			assert_memory_equal(got[n].data, want[n].data,
			                    got[n].stride * got[n].height);
			pixels_release(&got[n]);
		}
	}
	for (size_t n = 0; n < 3; n++)
		pixels_release(&want[n]);
}

static void
every_kind_of_processor_gives_the_same_bytes(void **state)
{
	static draw_function *const draws[] = { draw_noise, draw_specks, draw_zone_plate };
	static const struct {
		unsigned width, height;
		unsigned size[3][2];
	} cases[] = {
		{ 643, 481, { { 641, 480 }, { 200, 150 }, { 31, 23 } } },
		{ 97, 33, { { 97, 33 }, { 96, 33 }, { 1, 1 } } },
		{ 1, 300, { { 1, 299 }, { 1, 7 }, { 1, 1 } } },
		{ 300, 1, { { 299, 1 }, { 8, 1 }, { 1, 1 } } },
		{ 900, 700, { { 9, 7 }, { 27, 21 }, { 3, 3 } } },
		{ 64, 64, { { 20, 20 }, { 7, 9 }, { 63, 2 } } },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		for (size_t d = 0; d < countof(draws); d++)
			for (unsigned channels = 3; channels <= 4; channels++) {
				struct pixels in =
					drawn(draws[d], cases[i].width, cases[i].height, channels);

				check_kernels(&in, cases[i].size);
				pixels_release(&in);
			}
}

/* FNV-1a of all bytes: a site is the same whatever machine built it, today and in a year. */
static uint32_t
sum_of(const struct pixels *pixels)
{
	uint32_t sum = 2166136261u;

	for (size_t i = 0; i < pixels->stride * pixels->height; i++)
		sum = (sum ^ pixels->data[i]) * 16777619u;
	return sum;
}

static void
every_compiler_and_c_library_gives_the_same_bytes(void **state)
{
	static const struct {
		unsigned width, height;
		uint32_t sum;
	} cases[] = {
		{ 640, 479, 0x67dc5588 },
		{ 213, 160, 0xca46bd3c },
		{ 99, 74, 0x5e42d7a1 },
		{ 8, 6, 0x89a4958b },
	};
	struct pixels in = drawn(draw_noise, 643, 481, 3);

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct pixels out = resized(&in, cases[i].width, cases[i].height);

		assert_int_equal(sum_of(&out), cases[i].sum);
		pixels_release(&out);
	}
	pixels_release(&in);
}

/* --- What must not happen ------------------------------------------------------------------------- */

static void
an_even_picture_stays_as_it_is(void **state)
{
	static const unsigned sizes[][2] = {
		{ 199, 149 }, { 100, 75 }, { 30, 22 }, { 3, 2 }, { 1, 1 }
	};

	(void)state;
	for (unsigned value = 0; value < 256; value++)
		for (size_t i = 0; i < countof(sizes); i += value % 16 ? 3 : 1) {
			struct pixels in = drawn(draw_even, 200, 150, 3), out;

			memset(in.data, (int)value, in.stride * in.height);
			out = resized(&in, sizes[i][0], sizes[i][1]);
			for (size_t k = 0; k < out.stride * out.height; k++)
				assert_int_equal(out.data[k], value);
			pixels_release(&out);
			pixels_release(&in);
		}
}

static void
ratios_may_be_extreme(void **state)
{
	static const struct {
		unsigned width, height, to_width, to_height;
	} cases[] = {
		{ 10000, 3, 1, 1 },    { 3, 10000, 1, 1 },   { 10000, 1, 2, 1 },
		{ 1, 10000, 1, 3 },    { 2, 2, 1, 1 },       { 1, 1, 1, 1 },
		{ 3000, 2000, 3, 2 },  { 3001, 2003, 3, 2 }, { 3000, 2000, 1, 1 },
		{ 4099, 131, 128, 4 },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct pixels in = drawn(draw_even, cases[i].width, cases[i].height, 3);
		struct pixels out = resized(&in, cases[i].to_width, cases[i].to_height);

		for (size_t k = 0; k < out.stride * out.height; k++)
			assert_int_equal(out.data[k], 77);
		pixels_release(&out);
		pixels_release(&in);
	}
}

/* Beyond a ratio of 32 pixels are averaged first, which must not be seen. */
static void
averaging_first_changes_little(void **state)
{
	static const struct resize_target targets[] = {
		{ .width = 40, .height = 30 },
		{ .width = 21, .height = 16 },
		{ .width = 9, .height = 7 },
	};
	struct pixels in = drawn(draw_gradient, 1501, 1127, 3);

	(void)state;
	check_decibels("averaged first", &in, targets, countof(targets));
	pixels_release(&in);
	in = drawn(draw_noise, 1501, 1127, 3);
	check_decibels("averaged first, noise", &in, targets, countof(targets));
	pixels_release(&in);
}

/* Red where it is opaque, green where nobody sees it. */
static void
colours_beneath_transparency_do_not_bleed(void **state)
{
	struct pixels in, out;

	(void)state;
	pixels_init(&in, 120, 90, 4);
	for (size_t i = 0; i < (size_t)120 * 90; i++)
		memcpy(in.data + 4 * i, i % 120 < 61 ? "\xc8\x00\x00\xff" : "\x00\xff\x00\x00", 4);
	out = resized(&in, 37, 28);
	for (size_t i = 0; i < (size_t)out.width * out.height; i++) {
		const uint8_t *pixel = out.data + 4 * i;

		assert_int_equal(pixel[1], 0);
		assert_int_equal(pixel[2], 0);
		if (pixel[3] > 8)
			assert_in_range(pixel[0], 0xc7, 0xc9);
	}
	pixels_release(&out);
	pixels_release(&in);
}

static void
rows_that_never_came_are_grey(void **state)
{
	struct resize_target target = { .width = 50, .height = 50 };
	struct resize_source source = { 100, 100, 4 };
	struct resizer *resizer = resizer_new(&source, &target, 1);
	uint8_t row[400];
	struct pixels out;

	(void)state;
	memset(row, 255, sizeof row);
	for (int y = 0; y < 50; y++)
		resizer_push(resizer, row);
	resizer_finish(resizer, &out);
	resizer_free(resizer);
	assert_memory_equal(out.data + 10 * out.stride, "\xff\xff\xff\xff", 4);
	assert_memory_equal(out.data + 45 * out.stride, "\x80\x80\x80\xff", 4);
	pixels_release(&out);
}

static void
a_row_too_many_and_an_unfinished_picture_do_no_harm(void **state)
{
	struct pixels in = drawn(draw_noise, 40, 30, 3), out;
	struct resize_target targets[2] = { { .width = 20, .height = 15 },
		                            { .width = 40, .height = 30 } };
	struct resize_source source = { 40, 30, 3 };
	struct resizer *resizer = resizer_new(&source, targets, 2);

	(void)state;
	resizer_push(resizer, in.data);
	resizer_free(resizer);
	resizer = resizer_new(&source, targets, 1);
	for (int y = 0; y < 90; y++)
		resizer_push(resizer, in.data + y % 30 * (ptrdiff_t)in.stride);
	resizer_finish(resizer, &out);
	resizer_free(resizer);
	resizer_free(NULL);
	pixels_release(&out);
	pixels_release(&in);
}

/* A crop's last row, alone, is ready long before the picture ends. */
static void
a_crop_at_the_top_is_not_disturbed_by_what_follows(void **state)
{
	static const struct resize_target targets[] = {
		{ .width = 31, .height = 21, .crop = { 3, 2, 62, 42 } },
		{ .width = 200, .height = 300 },
	};
	struct pixels in = drawn(draw_zone_plate, 401, 601, 3);

	(void)state;
	check_decibels("crop at the top", &in, targets, countof(targets));
	pixels_release(&in);
}

/* --- Photos --------------------------------------------------------------------------------------- */

static bool
read_photo(struct pixels *out, const char *path)
{
	struct jpeg_decompress_struct jpeg;
	struct jpeg_error_mgr errors;
	FILE *file = fopen(path, "rb");

	if (!file)
		return false;
	jpeg.err = jpeg_std_error(&errors);
	jpeg_create_decompress(&jpeg);
	jpeg_stdio_src(&jpeg, file);
	jpeg_read_header(&jpeg, TRUE);
	jpeg.out_color_space = JCS_RGB;
	jpeg_start_decompress(&jpeg);
	pixels_init(out, jpeg.output_width, jpeg.output_height, 3);
	while (jpeg.output_scanline < jpeg.output_height) {
		JSAMPROW row = out->data + jpeg.output_scanline * out->stride;

		jpeg_read_scanlines(&jpeg, &row, 1);
	}
	jpeg_finish_decompress(&jpeg);
	jpeg_destroy_decompress(&jpeg);
	fclose(file);
	return true;
}

static void
photos_are_those_of_double_precision(void **state)
{
	static const char *const names[] = { "baguette.jpg", "facades-nuit.jpg", "gaufres.jpg" };
	const char *shared = getenv("QUARTIER_SHARED_DATA");
	char path[4096];
	struct pixels in;

	(void)state;
	for (size_t i = 0; i < countof(names); i++) {
		struct resize_target targets[2] = { { .width = 640 }, { .width = 320 } };

		snprintf(path, sizeof path, "%s/photos/shops/%s",
		         shared ? shared : "../shared/data", names[i]);
		if (!read_photo(&in, path)) {
			print_message("skipped: %s is not there\n", path);
			skip();
		}
		for (size_t k = 0; k < countof(targets); k++)
			targets[k].height = in.height * targets[k].width / in.width;
		check_decibels(names[i], &in, targets, countof(targets));
		pixels_release(&in);
	}
}

/* --- Light ---------------------------------------------------------------------------------------- */

/* Tables that hang on the last digit of pow() would differ between C libraries. */
static void
no_step_of_light_lies_where_rounding_is_uncertain(void **state)
{
	(void)state;
	for (int i = 0; i < 511; i++) {
		double s = i / 510.0;
		double light = s <= 0.04045 ? s / 12.92 : pow((s + 0.055) / 1.055, 2.4);
		double part = light * LIGHT_ONE - floor(light * LIGHT_ONE);

		assert_true(fabs(part - 0.5) > 1e-6);
	}
}

static void
every_value_comes_back_from_light_as_itself(void **state)
{
	struct light *light = calloc(1, sizeof *light);

	(void)state;
	light_init(light);
	for (int i = 0; i < 256; i++)
		assert_int_equal(light->srgb[light->linear[i] - INT16_MIN], i);
	assert_int_equal(light->srgb[0], 0);
	assert_int_equal(light->srgb[65535], 255);
	free(light);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(results_are_those_of_double_precision),
		cmocka_unit_test(crops_begin_between_pixels_and_see_their_neighbours),
		cmocka_unit_test(a_crop_of_whole_pixels_in_its_own_size_is_copied),
		cmocka_unit_test(the_same_size_is_the_same_picture),
		cmocka_unit_test(every_kind_of_processor_gives_the_same_bytes),
		cmocka_unit_test(every_compiler_and_c_library_gives_the_same_bytes),
		cmocka_unit_test(an_even_picture_stays_as_it_is),
		cmocka_unit_test(ratios_may_be_extreme),
		cmocka_unit_test(averaging_first_changes_little),
		cmocka_unit_test(colours_beneath_transparency_do_not_bleed),
		cmocka_unit_test(rows_that_never_came_are_grey),
		cmocka_unit_test(a_row_too_many_and_an_unfinished_picture_do_no_harm),
		cmocka_unit_test(a_crop_at_the_top_is_not_disturbed_by_what_follows),
		cmocka_unit_test(photos_are_those_of_double_precision),
		cmocka_unit_test(no_step_of_light_lies_where_rounding_is_uncertain),
		cmocka_unit_test(every_value_comes_back_from_light_as_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
