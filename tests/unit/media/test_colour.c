/* colour: what comes out is what lcms2 computes in double precision, and hostile profiles do no harm. */
#include "../check.h"

#include "made.h"

#include "media/colour.h"

#include <math.h>

/* The greatest distances (CIE76) that are allowed, of four inks more, and how many colours of a grid are
 * compared. */
#define NEAR     1.0
#define NEAR_INK 2.0
enum { STEPS = 9 };

struct judge {
	cmsHTRANSFORM exact, to_lab;
	unsigned channels; /* of the profile's pixels */
};

/* Everything in double precision, nothing precomputed. */
static struct judge
judge_of(struct str bytes, cmsUInt32Number format, unsigned channels)
{
	cmsHPROFILE profile = cmsOpenProfileFromMem(bytes.ptr, (cmsUInt32Number)bytes.len);
	cmsHPROFILE srgb = cmsCreate_sRGBProfile(), lab = cmsCreateLab4Profile(NULL);
	struct judge judge = { .channels = channels };

	judge.exact = cmsCreateTransform(profile, format, srgb, TYPE_RGB_DBL, INTENT_PERCEPTUAL,
	                                 cmsFLAGS_NOOPTIMIZE);
	judge.to_lab = cmsCreateTransform(srgb, TYPE_RGB_DBL, lab, TYPE_Lab_DBL,
	                                  INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE);
	cmsCloseProfile(profile);
	cmsCloseProfile(srgb);
	cmsCloseProfile(lab);
	return judge;
}

static void
judge_free(struct judge *judge)
{
	cmsDeleteTransform(judge->exact);
	cmsDeleteTransform(judge->to_lab);
}

static double
distance(const struct judge *judge, const double in[4], const uint8_t got[3])
{
	double want_rgb[3], got_rgb[3];
	cmsCIELab want_lab, got_lab;

	cmsDoTransform(judge->exact, in, want_rgb, 1);
	for (int c = 0; c < 3; c++) {
		want_rgb[c] = fmin(fmax(want_rgb[c], 0), 1);
		got_rgb[c] = got[c] / 255.0;
	}
	cmsDoTransform(judge->to_lab, want_rgb, &want_lab, 1);
	cmsDoTransform(judge->to_lab, got_rgb, &got_lab, 1);
	return cmsDeltaE(&want_lab, &got_lab);
}

/* Over a grid of colours. `scale`: what lcms2 wants full ink or light to be in doubles. */
static double
worst(const struct judge *judge, const struct colour *colour, double scale, bool inverted)
{
	double most = 0, exact[4] = { 0 };
	uint8_t in[4], out[3];
	int all = 1;

	for (unsigned c = 0; c < judge->channels; c++)
		all *= STEPS;
	for (int i = 0; i < all; i++) {
		int rest = i;

		for (unsigned c = 0; c < judge->channels; c++, rest /= STEPS) {
			in[c] = (uint8_t)(rest % STEPS * 255 / (STEPS - 1));
			exact[c] = in[c] * scale / 255;
			if (inverted)
				in[c] = (uint8_t)(255 - in[c]);
		}
		colour_row(colour, out, in, 1);
		most = fmax(most, distance(judge, exact, out));
	}
	return most;
}

static void
rgb_profiles_give_what_lcms2_gives(void **state)
{
	static const struct {
		const double *corners;
		double gamma;
	} cases[] = {
		{ made_p3, 0 },
		{ made_p3, 2.6 },
		{ made_adobe, 2.19921875 },
		{ made_srgb, 1 },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct buf bytes = { 0 };
		struct colour *colour;
		struct judge judge;
		double most;

		made_saved(&bytes, made_rgb(cases[i].corners, cases[i].gamma));
		judge = judge_of(buf_str(&bytes), TYPE_RGB_DBL, 3);
		colour = colour_new(buf_str(&bytes), (struct colour_pixels){ COLOUR_RGB, false });
		assert_non_null(colour);
		most = worst(&judge, colour, 1, false);
		print_message("corners %zu, gamma %.1f: %.2f\n", i, cases[i].gamma, most);
		assert_true(most < NEAR);
		colour_free(colour);
		judge_free(&judge);
		buf_release(&bytes);
	}
}

static void
cmyk_profiles_give_what_lcms2_gives_however_it_is_counted(void **state)
{
	(void)state;
	for (int inverted = 0; inverted < 2; inverted++) {
		struct buf bytes = { 0 };
		struct colour *colour;
		struct judge judge;
		double most;

		made_saved(&bytes, made_cmyk());
		judge = judge_of(buf_str(&bytes), TYPE_CMYK_DBL, 4);
		colour = colour_new(buf_str(&bytes),
		                    (struct colour_pixels){
					    inverted ? COLOUR_CMYK_INVERTED : COLOUR_CMYK, false });
		most = worst(&judge, colour, 100, inverted);
		print_message("CMYK: %.2f\n", most);
		assert_true(most < NEAR_INK);
		colour_free(colour);
		judge_free(&judge);
		buf_release(&bytes);
	}
}

static void
grey_profiles_give_what_lcms2_gives(void **state)
{
	struct buf bytes = { 0 };
	struct colour *colour;
	struct judge judge;

	(void)state;
	made_saved(&bytes, made_grey(1.5));
	judge = judge_of(buf_str(&bytes), TYPE_GRAY_DBL, 1);
	colour = colour_new(buf_str(&bytes), (struct colour_pixels){ COLOUR_GREY, false });
	assert_non_null(colour);
	assert_true(worst(&judge, colour, 1, false) < NEAR);
	colour_free(colour);
	judge_free(&judge);
	buf_release(&bytes);
}

/* Alpha is left alone; 16 bits give what 8 give. */
static void
every_layout_and_depth_agrees(void **state)
{
	static const struct {
		enum colour_layout layout;
		unsigned in, out;
	} cases[] = { { COLOUR_GREY, 1, 3 },
		      { COLOUR_GREY_ALPHA, 2, 4 },
		      { COLOUR_RGB, 3, 3 },
		      { COLOUR_RGB_ALPHA, 4, 4 } };
	const uint8_t pixel[] = { 200, 90, 40, 77 };

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		uint16_t deep[4] = { 200 * 257, 90 * 257, 40 * 257, 77 * 257 };
		uint8_t flat[2][4] = { { 0 } };
		struct buf bytes = { 0 };

		made_saved(&bytes, cases[i].in < 3 ? made_grey(1.5) : made_rgb(made_p3, 0));
		for (int d = 0; d < 2; d++) {
			struct colour *colour = colour_new(
				buf_str(&bytes), (struct colour_pixels){ cases[i].layout, d });

			assert_non_null(colour);
			colour_row(colour, flat[d], d ? (const void *)deep : pixel, 1);
			colour_free(colour);
		}
		for (unsigned c = 0; c < 3; c++)
			assert_in_range(flat[0][c] + 1, flat[1][c], flat[1][c] + 2);
		if (cases[i].out == 4)
			for (int d = 0; d < 2; d++)
				assert_int_equal(flat[d][3], pixel[cases[i].in - 1]);
		buf_release(&bytes);
	}
}

static struct colour *
saved_colour(cmsHPROFILE profile, enum colour_layout layout)
{
	struct buf bytes = { 0 };
	struct colour *colour;

	made_saved(&bytes, profile);
	colour = colour_new(buf_str(&bytes), (struct colour_pixels){ layout, false });
	buf_release(&bytes);
	return colour;
}

static void
rename_to_srgb(cmsHPROFILE profile)
{
	cmsMLU *name = cmsMLUalloc(NULL, 1);

	cmsMLUsetASCII(name, "en", "US", "sRGB IEC61966-2.1");
	cmsWriteTag(profile, cmsSigProfileDescriptionTag, name);
	cmsMLUfree(name);
}

static void
srgb_is_known_by_its_numbers_and_not_by_its_name(void **state)
{
	cmsHPROFILE pretender = made_rgb(made_p3, 0);
	struct colour *colour;

	(void)state;
	assert_null(saved_colour(cmsCreate_sRGBProfile(), COLOUR_RGB));
	assert_null(saved_colour(made_rgb(made_srgb, 0), COLOUR_RGB_ALPHA));
	rename_to_srgb(pretender);
	colour = saved_colour(pretender, COLOUR_RGB);
	assert_non_null(colour);
	colour_free(colour);
	colour = saved_colour(made_rgb(made_srgb, 1.8), COLOUR_RGB);
	assert_non_null(colour);
	colour_free(colour);
}

static void
a_profile_for_other_pixels_counts_as_absent(void **state)
{
	struct colour *colour;

	(void)state;
	assert_null(saved_colour(made_rgb(made_p3, 0), COLOUR_GREY));
	assert_null(saved_colour(made_grey(1.5), COLOUR_RGB));
	assert_null(saved_colour(made_cmyk(), COLOUR_RGB));
	assert_null(saved_colour(cmsCreateLab4Profile(NULL), COLOUR_RGB));
	assert_null(saved_colour(cmsCreateInkLimitingDeviceLink(cmsSigCmykData, 250), COLOUR_RGB));
	assert_null(colour_new(STR("no profile"), (struct colour_pixels){ COLOUR_RGB, false }));
	assert_null(colour_new((struct str){ 0 }, (struct colour_pixels){ COLOUR_GREY, true }));
	colour = saved_colour(made_rgb(made_p3, 0), COLOUR_CMYK); /* as if it had none */
	assert_non_null(colour);
	colour_free(colour);
}

static void
ink_without_a_profile_looks_like_print(void **state)
{
	static const struct {
		uint8_t ink[4], least[3], most[3];
	} cases[] = {
		{ { 0, 0, 0, 0 }, { 255, 255, 255 }, { 255, 255, 255 } },
		{ { 255, 255, 255, 255 }, { 0, 0, 0 }, { 5, 5, 5 } },
		{ { 0, 0, 0, 255 }, { 20, 20, 20 }, { 45, 45, 45 } },
		{ { 0, 0, 0, 128 }, { 130, 130, 130 }, { 160, 160, 160 } },
		{ { 255, 0, 0, 0 }, { 0, 140, 210 }, { 20, 185, 245 } },
		{ { 0, 255, 0, 0 }, { 215, 0, 110 }, { 245, 30, 150 } },
		{ { 0, 0, 255, 0 }, { 245, 225, 0 }, { 255, 250, 20 } },
		{ { 0, 255, 255, 0 }, { 215, 0, 10 }, { 245, 60, 60 } },
	};
	uint8_t turned[4], out[2][3];

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		for (int inverted = 0; inverted < 2; inverted++) {
			struct colour *colour = colour_new(
				(struct str){ 0 },
				(struct colour_pixels){
					inverted ? COLOUR_CMYK_INVERTED : COLOUR_CMYK, false });

			for (int c = 0; c < 4; c++)
				turned[c] = (uint8_t)(inverted ? 255 - cases[i].ink[c]
				                               : cases[i].ink[c]);
			colour_row(colour, out[inverted], turned, 1);
			colour_free(colour);
		}
		assert_memory_equal(out[0], out[1], 3);
		for (int c = 0; c < 3; c++)
			assert_in_range(out[0][c], cases[i].least[c], cases[i].most[c]);
	}
}

static void
corners_that_make_no_sense_are_left_aside(void **state)
{
	static const double values[] = { NAN, INFINITY, -1, 0, 1e9 };
	const struct colour_pixels pixels = { COLOUR_RGB, false };
	struct colour_corners corners = colour_corners_srgb;
	struct colour *colour;

	(void)state;
	assert_null(colour_new_corners(&corners, pixels));
	corners.gamma = 1;
	colour = colour_new_corners(&corners, pixels);
	assert_non_null(colour);
	colour_free(colour);
	for (size_t i = 0; i < countof(values); i++)
		for (size_t k = 0; k < sizeof(corners) / sizeof(double); k++) {
			corners = colour_corners_srgb;
			corners.gamma = 1;
			((double *)&corners)[k] = values[i];
			colour_free(colour_new_corners(&corners, pixels));
		}
	corners = colour_corners_srgb;
	corners.gamma = 1;
	memcpy(corners.green, corners.red, sizeof(corners.red));
	assert_null(colour_new_corners(&corners, pixels));
}

/* Bits are turned and ends cut off; the tables of tags are hit more often than chance would. */
static void
broken_profiles_do_no_harm(void **state)
{
	static const enum colour_layout layouts[] = { COLOUR_RGB, COLOUR_CMYK, COLOUR_GREY };
	static const uint8_t in[] = { 1, 2, 3, 4 };
	enum { TAGS = 250 }; /* header and table of tags, some */
	struct buf good[3] = { 0 };
	uint8_t out[4];

	(void)state;
	made_saved(&good[0], made_rgb(made_p3, 0));
	made_saved(&good[1], made_cmyk());
	made_saved(&good[2], made_grey(1.5));
	srand(1);
	for (int i = 0; i < 3; i++)
		assert_true(good[i].len > TAGS);
	for (int round = 0; round < 3000; round++) {
		int kind = round % 100 ? round % 2 * 2 : 1; /* tables of CMYK take time */
		struct buf bad = { 0 };
		struct colour *colour;

		buf_add(&bad, buf_str(&good[kind]));
		for (int i = 0; i < 1 + round % 4; i++) {
			size_t within = i % 2 ? bad.len : TAGS;

			bad.ptr[(size_t)rand() % within] ^= (char)(1 << rand() % 8);
		}
		if (round % 7 == 0)
			bad.ptr = mem_resize(bad.ptr, bad.len = (size_t)rand() % bad.len + 1);
		colour = colour_new(buf_str(&bad), (struct colour_pixels){ layouts[kind], false });
		if (colour)
			colour_row(colour, out, in, 1);
		colour_free(colour);
		buf_release(&bad);
	}
	for (int i = 0; i < 3; i++)
		buf_release(&good[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rgb_profiles_give_what_lcms2_gives),
		cmocka_unit_test(cmyk_profiles_give_what_lcms2_gives_however_it_is_counted),
		cmocka_unit_test(grey_profiles_give_what_lcms2_gives),
		cmocka_unit_test(every_layout_and_depth_agrees),
		cmocka_unit_test(srgb_is_known_by_its_numbers_and_not_by_its_name),
		cmocka_unit_test(a_profile_for_other_pixels_counts_as_absent),
		cmocka_unit_test(ink_without_a_profile_looks_like_print),
		cmocka_unit_test(corners_that_make_no_sense_are_left_aside),
		cmocka_unit_test(broken_profiles_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
