/* decode, of photos as cameras and programs write them; see ../shared/data/photos. */
#include "../check.h"

#include "decoded.h"

#include "base/buf.h"
#include "media/colour.h"
#include "media/jpeg_segment.h"

#include <lcms2.h>
#include <stdio.h>

/* The distance (CIE76) that is allowed, and the noise of JPEG between turned copies (dB). */
#define NEAR  3.0
#define ALIKE 34.0
/* Below that nothing is shown (FORMAT.md, "use what is there if 90 % is"). */
#define ENOUGH 0.9

static void
photo_path(char *out, size_t size, const char *name)
{
	const char *folder = getenv("QUARTIER_SHARED_DATA");

	snprintf(out, size, "%s/photos/%s", folder ? folder : "../shared/data", name);
}

/* The test is skipped when it is not there: what it shows is shown by made pictures, too. */
static struct buf
photo(const char *name)
{
	struct buf bytes = { 0 };
	char path[512], part[65536];
	size_t len;
	FILE *file;

	photo_path(path, sizeof(path), name);
	file = fopen(path, "rb");
	if (!file) {
		print_message("skipped: %s is not there\n", path);
		skip();
	}
	while ((len = fread(part, 1, sizeof(part), file)) > 0)
		buf_add(&bytes, (struct str){ part, len });
	fclose(file);
	return bytes;
}

static struct decoded
decoded_photo(const char *name)
{
	struct buf bytes = photo(name);
	struct decoded d = decoded_of(buf_str(&bytes));

	buf_release(&bytes);
	return d;
}

enum { ALPHA = 1, ANIMATED = 2, TAGGED = 4 };

static const struct {
	const char *name;
	enum decode_type type;
	unsigned width, height; /* upright */
	int orientation;
	unsigned flags;
} photos[] = {
	{ "colour/adobergb-bijou.jpg", DECODE_JPEG, 2000, 1072, 1, TAGGED },
	{ "colour/displayp3-12mp.jpg", DECODE_JPEG, 4032, 3024, 1, TAGGED },
	{ "colour/gray-3mp.jpg", DECODE_JPEG, 2268, 1512, 1, 0 },
	{ "colour/non-interleaved.jpg", DECODE_JPEG, 510, 532, 1, 0 },
	{ "colour/progressive-420.jpg", DECODE_JPEG, 2268, 1512, 1, 0 },
	{ "colour/restart-markers.jpg", DECODE_JPEG, 1024, 631, 1, 0 },
	{ "colour/subsampling-440.jpg", DECODE_JPEG, 2268, 1512, 1, 0 },
	{ "colour/ycck-noprofile-gps.jpg", DECODE_JPEG, 510, 532, 1, 0 },
	{ "colour/ycck-swop-profile.jpg", DECODE_JPEG, 500, 333, 1, TAGGED },
	{ "orientation/Landscape_1.jpg", DECODE_JPEG, 1800, 1200, 1, 0 },
	{ "orientation/Landscape_8.jpg", DECODE_JPEG, 1800, 1200, 8, 0 },
	{ "orientation/exif6.webp", DECODE_WEBP, 128, 128, 6, 0 },
	{ "png/greyalpha16-icc.png", DECODE_PNG, 109, 96, 1, ALPHA | TAGGED },
	{ "png/icc-p3.png", DECODE_PNG, 1000, 800, 1, TAGGED },
	{ "png/palette2-trns.png", DECODE_PNG, 900, 600, 1, ALPHA },
	{ "png/palette8-boston-cream.png", DECODE_PNG, 1024, 683, 1, 0 },
	{ "png/pngsuite-basi6a16.png", DECODE_PNG, 32, 32, 1, ALPHA },
	{ "png/pngsuite-basn0g01.png", DECODE_PNG, 32, 32, 1, 0 },
	{ "png/pngsuite-basn3p04.png", DECODE_PNG, 32, 32, 1, 0 },
	{ "png/pngsuite-ch2n3p08.png", DECODE_PNG, 32, 32, 1, 0 },
	{ "png/pngsuite-f99n0g04.png", DECODE_PNG, 32, 32, 1, 0 },
	{ "png/pngsuite-s05i3p02.png", DECODE_PNG, 5, 5, 1, 0 },
	{ "png/pngsuite-tbbn3p08.png", DECODE_PNG, 32, 32, 1, ALPHA },
	{ "png/pngsuite-z09n2c08.png", DECODE_PNG, 32, 32, 1, 0 },
	{ "png/rgb16.png", DECODE_PNG, 900, 600, 1, 0 },
	{ "png/rgb8-interlaced-derived.png", DECODE_PNG, 512, 341, 1, 0 },
	{ "png/rgb8-kodim07.png", DECODE_PNG, 768, 512, 1, 0 },
	{ "png/rgba8-alpha.png", DECODE_PNG, 1024, 768, 1, ALPHA },
	{ "shops/baguette.jpg", DECODE_JPEG, 1200, 583, 1, 0 },
	{ "shops/bakery-loaves.jpg", DECODE_JPEG, 1200, 796, 1, 0 },
	{ "shops/buns.jpg", DECODE_JPEG, 640, 427, 1, TAGGED },
	{ "shops/facades-nuit.jpg", DECODE_JPEG, 992, 971, 1, 0 },
	{ "shops/gaufres.jpg", DECODE_JPEG, 1200, 910, 1, 0 },
	{ "shops/librairie-12mp-portrait-progressive.jpg", DECODE_JPEG, 3024, 4032, 1, TAGGED },
	{ "shops/pain-noix.jpg", DECODE_JPEG, 1200, 773, 1, 0 },
	{ "shops/pain-rond.jpg", DECODE_JPEG, 1008, 756, 1, 0 },
	{ "shops/rue-gps-DSCN0025.jpg", DECODE_JPEG, 640, 480, 1, 0 },
	{ "shops/rue-gps-DSCN0027.jpg", DECODE_JPEG, 640, 480, 1, 0 },
	{ "shops/rue-gps-DSCN0029.jpg", DECODE_JPEG, 640, 480, 1, 0 },
	{ "shops/rue-gps-DSCN0042.jpg", DECODE_JPEG, 640, 480, 1, 0 },
	{ "shops/vitrine-12mp-progressive.jpg", DECODE_JPEG, 4217, 2817, 1, TAGGED },
	{ "webp-gif-heic/alpha.webp", DECODE_WEBP, 300, 300, 1, ALPHA },
	{ "webp-gif-heic/animated.gif", DECODE_GIF, 370, 285, 1, ANIMATED },
	{ "webp-gif-heic/animated.webp", DECODE_WEBP, 370, 285, 1, ANIMATED },
	{ "webp-gif-heic/bicarbonate.webp", DECODE_WEBP, 1024, 678, 1, 0 },
	{ "webp-gif-heic/icc.webp", DECODE_WEBP, 600, 315, 1, TAGGED },
};

static void
every_photo_is_what_it_is(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(photos); i++) {
		struct decoded d = decoded_photo(photos[i].name);
		unsigned flags = (d.picture.alpha ? ALPHA : 0) |
		                 (d.picture.animated ? ANIMATED : 0) |
		                 (d.picture.tagged ? TAGGED : 0);

		if (d.fault != DECODE_FINE || d.picture.type != photos[i].type ||
		    d.picture.width != photos[i].width || d.picture.height != photos[i].height ||
		    d.picture.orientation != photos[i].orientation || flags != photos[i].flags ||
		    d.rows != d.height || d.sound < 1 || d.channels != (flags & ALPHA ? 4 : 3))
			fail_msg("%s: fault %d, %u x %u, orientation %d, flags %u, %u rows, %.3f",
			         photos[i].name, d.fault, d.picture.width, d.picture.height,
			         d.picture.orientation, flags, d.rows, d.sound);
		decoded_release(&d);
	}
}

/* Which of the eight it is, is painted there. */
static void
hide_number(struct decoded *d)
{
	for (unsigned y = 500; y < 670; y++)
		for (unsigned x = 840; x < 960; x++)
			memset(decoded_upright(d, x, y), 0, 3);
}

static void
turned_copies_look_alike_when_upright(void **state)
{
	struct decoded upright = decoded_photo("orientation/Landscape_1.jpg");
	double worst = 99;
	char name[64];

	(void)state;
	hide_number(&upright);
	for (int orientation = 2; orientation <= 8; orientation++) {
		struct decoded d;
		double psnr;

		snprintf(name, sizeof(name), "orientation/Landscape_%d.jpg", orientation);
		d = decoded_photo(name);
		assert_int_equal(d.picture.orientation, orientation);
		hide_number(&d);
		psnr = decoded_psnr(&upright, &d);
		worst = fmin(worst, psnr);
		assert_true(psnr > ALIKE);
		decoded_release(&d);
	}
	print_message("worst of seven: %.1f dB\n", worst);
	decoded_release(&upright);
}

/* --- Colours ----------------------------------------------------------------------------------- */

struct judge {
	cmsHTRANSFORM exact, to_lab;
	struct colour *colour;
	unsigned channels;
};

/* Beside ours, lcms2's in double precision with nothing precomputed. */
static struct judge
judge_of(struct str profile)
{
	cmsHPROFILE in = cmsOpenProfileFromMem(profile.ptr, (cmsUInt32Number)profile.len);
	cmsHPROFILE srgb = cmsCreate_sRGBProfile(), lab = cmsCreateLab4Profile(NULL);
	bool ink = cmsGetColorSpace(in) == cmsSigCmykData;
	struct judge judge = { .channels = ink ? 4 : 3 };

	judge.exact = cmsCreateTransform(in, ink ? TYPE_CMYK_DBL : TYPE_RGB_DBL, srgb, TYPE_RGB_DBL,
	                                 INTENT_PERCEPTUAL, cmsFLAGS_NOOPTIMIZE);
	judge.to_lab = cmsCreateTransform(srgb, TYPE_RGB_DBL, lab, TYPE_Lab_DBL,
	                                  INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE);
	judge.colour = colour_new(profile,
	                          (struct colour_pixels){ ink ? COLOUR_CMYK : COLOUR_RGB, false });
	cmsCloseProfile(in);
	cmsCloseProfile(srgb);
	cmsCloseProfile(lab);
	return judge;
}

static void
judge_free(struct judge *judge)
{
	colour_free(judge->colour);
	cmsDeleteTransform(judge->exact);
	cmsDeleteTransform(judge->to_lab);
}

static double
distance(const struct judge *judge, const uint8_t pixel[4])
{
	double value[4], want[3], got[3];
	uint8_t out[3];
	cmsCIELab a, b;

	for (unsigned c = 0; c < judge->channels; c++)
		value[c] = pixel[c] / (judge->channels == 4 ? 2.55 : 255);
	memcpy(out, pixel, 3); /* as it is, where nothing need be done */
	if (judge->colour)
		colour_row(judge->colour, out, pixel, 1);
	cmsDoTransform(judge->exact, value, want, 1);
	for (int c = 0; c < 3; c++) {
		want[c] = fmin(fmax(want[c], 0), 1);
		got[c] = out[c] / 255.0;
	}
	cmsDoTransform(judge->to_lab, want, &a, 1);
	cmsDoTransform(judge->to_lab, got, &b, 1);
	return cmsDeltaE(&a, &b);
}

/* Over a grid of all colours that there are. */
static double
worst_of(const struct judge *judge)
{
	unsigned steps = judge->channels == 4 ? 8 : 17, all = 1;
	double worst = 0;

	for (unsigned c = 0; c < judge->channels; c++)
		all *= steps;
	for (unsigned i = 0; i < all; i++) {
		unsigned rest = i;
		uint8_t pixel[4];

		for (unsigned c = 0; c < judge->channels; c++, rest /= steps)
			pixel[c] = (uint8_t)(rest % steps * 255 / (steps - 1));
		worst = fmax(worst, distance(judge, pixel));
	}
	return worst;
}

/* Also those that are so near to sRGB that nothing is done. */
static void
profiles_of_photos_give_what_lcms2_gives(void **state)
{
	static const char *const names[] = {
		"colour/adobergb-bijou.jpg",          "colour/displayp3-12mp.jpg",
		"colour/ycck-swop-profile.jpg",       "shops/buns.jpg",
		"shops/vitrine-12mp-progressive.jpg",
	};

	(void)state;
	for (size_t i = 0; i < countof(names); i++) {
		struct buf bytes = photo(names[i]), profile = { 0 };
		struct judge judge;
		double worst;

		jpeg_profile(&profile, buf_str(&bytes));
		judge = judge_of(buf_str(&profile));
		worst = worst_of(&judge);
		print_message("%s: %.2f\n", names[i], worst);
		assert_true(worst < NEAR);
		judge_free(&judge);
		buf_release(&profile);
		buf_release(&bytes);
	}
}

/* --- Broken ------------------------------------------------------------------------------------ */

static void
broken_photos_tell_how_much_is_sound(void **state)
{
	static const struct {
		const char *name;
		enum decode_fault fault;
		double least, most;
	} cases[] = {
		{ "broken/bad-exif.jpg", DECODE_FINE, 0, 0.1 }, /* every second row is garbage */
		{ "broken/broken-idat.png", DECODE_FINE, 0.65, 0.7 },
		{ "broken/corrupt-header.jpg", DECODE_BROKEN, 0, 0 },
		{ "broken/truncated-6mp.jpg", DECODE_FINE, 0, 0.05 },
		{ "broken/truncated-small.jpg", DECODE_FINE, ENOUGH, 0.9999 }, /* the last bit */
		{ "broken/truncated.png", DECODE_FINE, 0.05, 0.1 },
		{ "broken/truncated_image.png", DECODE_FINE, 0.75, 0.85 },
		{ "broken/ultrahdr-truncated.jpg", DECODE_FINE, 0, 0.05 }, /* ends after headers */
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct decoded d = decoded_photo(cases[i].name);

		if (d.fault != cases[i].fault || d.sound < cases[i].least ||
		    d.sound > cases[i].most)
			fail_msg("%s: fault %d, %.4f", cases[i].name, d.fault, d.sound);
		decoded_release(&d);
	}
}

static void
heic_is_upright_and_in_srgb_where_it_is_read(void **state)
{
	struct decoded d = decoded_photo("webp-gif-heic/iphone7-displayp3.heic");

	(void)state;
	assert_int_equal(d.picture.type, DECODE_HEIF);
	if (d.fault == DECODE_FINE) {
		/* The same picture as JPEG, made from it. */
		struct decoded jpeg = decoded_photo("colour/displayp3-12mp.jpg");
		double psnr = decoded_psnr(&jpeg, &d);

		print_message("to its JPEG: %.1f dB\n", psnr);
		assert_true(psnr > 30);
		decoded_release(&jpeg);
	} else {
		assert_int_equal(d.fault, DECODE_NO_HEIF);
	}
	decoded_release(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_photo_is_what_it_is),
		cmocka_unit_test(turned_copies_look_alike_when_upright),
		cmocka_unit_test(profiles_of_photos_give_what_lcms2_gives),
		cmocka_unit_test(broken_photos_tell_how_much_is_sound),
		cmocka_unit_test(heic_is_upright_and_in_srgb_where_it_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
