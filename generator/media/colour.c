#include "media/colour.h"

#include "base/buf.h"
#include "base/mem.h"
#include "media/colour_ink.h"
#include "media/colour_table.h"

#include <lcms2.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

const struct colour_corners colour_corners_srgb = {
	.white = { 0.3127, 0.3290 },
	.red = { 0.64, 0.33 },
	.green = { 0.30, 0.60 },
	.blue = { 0.15, 0.06 },
};

/* One of these does the work. */
struct colour {
	enum colour_layout layout;
	cmsContext context; /* of the transform */
	cmsHTRANSFORM transform;
	struct colour_table *table; /* RGB */
	uint8_t (*greys)[3];        /* 256 of them */
	struct colour_ink *ink;
};

static const struct layout {
	cmsColorSpaceSignature space;
	cmsUInt32Number in, in_deep, out;
	unsigned channels, out_channels;
} layouts[] = {
	[COLOUR_GREY] = { cmsSigGrayData, TYPE_GRAY_8, TYPE_GRAY_16, TYPE_RGB_8, 1, 3 },
	[COLOUR_GREY_ALPHA] = { cmsSigGrayData, TYPE_GRAYA_8, TYPE_GRAYA_16, TYPE_RGBA_8, 2, 4 },
	[COLOUR_RGB] = { cmsSigRgbData, TYPE_RGB_8, TYPE_RGB_16, TYPE_RGB_8, 3, 3 },
	[COLOUR_RGB_ALPHA] = { cmsSigRgbData, TYPE_RGBA_8, TYPE_RGBA_16, TYPE_RGBA_8, 4, 4 },
	[COLOUR_CMYK] = { cmsSigCmykData, TYPE_CMYK_8, 0, TYPE_RGB_8, 4, 3 },
	[COLOUR_CMYK_INVERTED] = { cmsSigCmykData, TYPE_CMYK_8_REV, 0, TYPE_RGB_8, 4, 3 },
};

static void
say_nothing(cmsContext context, cmsUInt32Number code, const char *text)
{
	(void)context;
	(void)code;
	(void)text;
}

static cmsContext
context_new(void)
{
	cmsContext context = cmsCreateContext(NULL, NULL);

	if (!context)
		mem_exhausted();
	cmsSetLogErrorHandlerTHR(context, say_nothing);
	return context;
}

static cmsHTRANSFORM
transform_new(cmsContext context, cmsHPROFILE profile, cmsUInt32Number in, cmsUInt32Number out)
{
	cmsHPROFILE srgb = cmsCreate_sRGBProfileTHR(context);
	cmsUInt32Number flags = cmsFLAGS_COPY_ALPHA;
	cmsHTRANSFORM transform;

	/* Of four inks lcms2's usual table is off by 3.2 (CIE76) at the worst, this one by 2.4; it
	 * takes 0.08 s rather than 0.03. */
	if (cmsGetColorSpace(profile) == cmsSigCmykData)
		flags |= cmsFLAGS_HIGHRESPRECALC;
	transform =
		cmsCreateTransformTHR(context, profile, in, srgb, out, INTENT_PERCEPTUAL, flags);

	cmsCloseProfile(srgb);
	return transform;
}

static struct colour *
colour_alloc(enum colour_layout layout)
{
	struct colour *colour = mem_alloc(sizeof(*colour));

	colour->layout = layout;
	return colour;
}

/* The 256 greys of a profile. NULL: it is broken. */
static uint8_t (*greys_of(cmsContext context, cmsHPROFILE profile))[3]
{
	cmsHTRANSFORM transform = transform_new(context, profile, TYPE_GRAY_8, TYPE_RGB_8);
	uint8_t(*greys)[3], values[256];

	if (!transform)
		return NULL;
	greys = mem_alloc(sizeof(*greys) * 256);
	for (unsigned i = 0; i < 256; i++)
		values[i] = (uint8_t)i;
	cmsDoTransform(transform, values, greys, 256);
	cmsDeleteTransform(transform);
	return greys;
}

/* At most a step off: nobody sees it, and the profile is sRGB's curve in other words. */
static bool
greys_are_srgb(uint8_t (*greys)[3])
{
	for (int i = 0; i < 256; i++)
		for (int c = 0; c < 3; c++)
			if (abs(greys[i][c] - i) > 1)
				return false;
	return true;
}

/* Sets what does it in tables. False: the profile says nothing that sRGB does not. */
static bool
find_tables(struct colour *colour, cmsHPROFILE profile)
{
	if (layouts[colour->layout].space == cmsSigGrayData) {
		colour->greys = greys_of(colour->context, profile);
		return colour->greys && !greys_are_srgb(colour->greys);
	}
	if (layouts[colour->layout].space == cmsSigRgbData) {
		colour->table = colour_table_new(colour->context, profile);
		return !colour->table || !colour_table_is_srgb(colour->table);
	}
	return true;
}

/* Deep pixels are rare, and go the long way. */
static bool
find_transform(struct colour *colour, cmsHPROFILE profile, bool deep)
{
	const struct layout *layout = &layouts[colour->layout];

	if (!deep && (colour->table || colour->greys))
		return true;
	colour->transform = transform_new(colour->context, profile,
	                                  deep ? layout->in_deep : layout->in, layout->out);
	return colour->transform;
}

/* Takes context and profile over. NULL: see colour_new. */
static struct colour *
colour_of(cmsContext context, cmsHPROFILE profile, struct colour_pixels pixels)
{
	struct colour *colour = colour_alloc(pixels.layout);
	bool useful;

	colour->context = context;
	useful = profile && cmsGetColorSpace(profile) == layouts[pixels.layout].space &&
	         find_tables(colour, profile) && find_transform(colour, profile, pixels.deep);
	if (profile)
		cmsCloseProfile(profile);
	if (useful)
		return colour;
	colour_free(colour);
	return NULL;
}

/* Links, abstract and named profiles do not describe a picture's pixels (ISO 15076-1, 7.2.5). */
static bool
describes_pixels(cmsHPROFILE profile)
{
	cmsProfileClassSignature class = cmsGetDeviceClass(profile);

	return class == cmsSigInputClass || class == cmsSigDisplayClass ||
	       class == cmsSigOutputClass || class == cmsSigColorSpaceClass;
}

struct colour *
colour_new(struct str bytes, struct colour_pixels pixels)
{
	struct colour *colour = NULL;

	if (bytes.len && bytes.len <= INT_MAX) {
		cmsContext context = context_new();
		cmsHPROFILE profile =
			cmsOpenProfileFromMemTHR(context, bytes.ptr, (cmsUInt32Number)bytes.len);

		if (profile && !describes_pixels(profile)) {
			cmsCloseProfile(profile);
			profile = NULL;
		}
		colour = colour_of(context, profile, pixels);
	}
	if (!colour && layouts[pixels.layout].space == cmsSigCmykData) {
		colour = colour_alloc(pixels.layout);
		colour->ink = colour_ink_new(pixels.layout == COLOUR_CMYK_INVERTED);
	}
	return colour;
}

/* Within the plane in which colours lie, and not so flat that nothing can be computed. */
static bool
corners_make_sense(const struct colour_corners *c)
{
	const double *const points[] = { c->white, c->red, c->green, c->blue };
	double area = (c->green[0] - c->red[0]) * (c->blue[1] - c->red[1]) -
	              (c->blue[0] - c->red[0]) * (c->green[1] - c->red[1]);

	for (size_t i = 0; i < countof(points); i++)
		if (!(points[i][0] >= 0 && points[i][0] < 1 && points[i][1] > 0.01 &&
		      points[i][1] < 1))
			return false;
	return fabs(area) > 0.001 && (c->gamma == 0 || (c->gamma > 0.1 && c->gamma < 10));
}

static cmsHPROFILE
profile_of(cmsContext context, const struct colour_corners *c, bool grey)
{
	cmsFloat64Number srgb[] = { 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 };
	cmsCIExyY white = { c->white[0], c->white[1], 1 };
	cmsCIExyYTRIPLE corners = { { c->red[0], c->red[1], 1 },
		                    { c->green[0], c->green[1], 1 },
		                    { c->blue[0], c->blue[1], 1 } };
	cmsToneCurve *curve = c->gamma == 0 ? cmsBuildParametricToneCurve(context, 4, srgb)
	                                    : cmsBuildGamma(context, c->gamma);
	cmsToneCurve *curves[] = { curve, curve, curve };
	cmsHPROFILE profile;

	if (!curve)
		return NULL;
	profile = grey ? cmsCreateGrayProfileTHR(context, cmsD50_xyY(), curve)
	               : cmsCreateRGBProfileTHR(context, &white, &corners, curves);
	cmsFreeToneCurve(curve);
	return profile;
}

struct colour *
colour_new_corners(const struct colour_corners *corners, struct colour_pixels pixels)
{
	cmsContext context;

	if (!corners_make_sense(corners))
		return NULL;
	context = context_new();
	return colour_of(
		context,
		profile_of(context, corners, layouts[pixels.layout].space == cmsSigGrayData),
		pixels);
}

void
colour_free(struct colour *colour)
{
	if (!colour)
		return;
	if (colour->transform)
		cmsDeleteTransform(colour->transform);
	if (colour->context)
		cmsDeleteContext(colour->context);
	colour_table_free(colour->table);
	colour_ink_free(colour->ink);
	free(colour->greys);
	free(colour);
}

static void
grey_row(uint8_t (*const greys)[3], uint8_t *out, const uint8_t *in, size_t pixels, bool alpha)
{
	for (; pixels; pixels--, in += alpha ? 2 : 1, out += alpha ? 4 : 3) {
		memcpy(out, greys[*in], 3);
		if (alpha)
			out[3] = in[1];
	}
}

void
colour_row(const struct colour *colour, uint8_t *out, const void *in, size_t pixels)
{
	if (colour->transform)
		cmsDoTransform(colour->transform, in, out, (cmsUInt32Number)pixels);
	else if (colour->ink)
		colour_ink_row(colour->ink, out, in, pixels);
	else if (colour->greys)
		grey_row(colour->greys, out, in, pixels, colour->layout == COLOUR_GREY_ALPHA);
	else
		colour_table_row(colour->table, out, in, pixels, layouts[colour->layout].channels);
}

void
colour_version(struct buf *out)
{
	buf_printf(out, "lcms2 %d.%d\n", cmsGetEncodedCMMversion() / 1000,
	           cmsGetEncodedCMMversion() % 1000 / 10);
}
