#include "media/colour_table.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>

/*
 * Light is counted in steps of 1/16384: at the dark end, where sRGB's curve is steepest, that is a
 * fifth of a step of 8 bits. Each of the 3 x 256 values of a pixel's channels has its share of the
 * result's three ready, side by side in one number, so that two additions mix a pixel. Shares may
 * be negative: each is raised by the least of its channel to keep the fields apart, and the table
 * that goes back to 8 bits begins lower by the sum of what was added.
 */
enum {
	ONE = 16384, /* full light */
	FIELD = 21,  /* bits of one of three in 64 */
	WIDEST = 8,  /* times ONE: most that the results may range over */
	STRIDE = 17, /* from one colour to the next, where a profile is compared with sRGB */
};

struct colour_table {
	uint64_t share[3][256];
	uint8_t *back[3]; /* sum of shares -> 8 bits */
};

struct matrix {
	double m[3][3];
};

/* The columns are what ISO 15076-1 calls colorants; they are adapted to D50 already. */
static bool
read_colorants(struct matrix *out, cmsHPROFILE profile)
{
	static const cmsTagSignature tags[] = { cmsSigRedColorantTag, cmsSigGreenColorantTag,
		                                cmsSigBlueColorantTag };

	for (int i = 0; i < 3; i++) {
		const cmsCIEXYZ *xyz = cmsReadTag(profile, tags[i]);

		if (!xyz)
			return false;
		out->m[0][i] = xyz->X;
		out->m[1][i] = xyz->Y;
		out->m[2][i] = xyz->Z;
	}
	return true;
}

/* Cramer's rule. `b` is sRGB's own: its determinant is not zero. */
static struct matrix
inverse(const struct matrix *b)
{
	struct matrix out;
	double det = 0;

	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 3; j++) {
			int r = (j + 1) % 3, s = (j + 2) % 3, c = (i + 1) % 3, d = (i + 2) % 3;

			out.m[i][j] = b->m[r][c] * b->m[s][d] - b->m[r][d] * b->m[s][c];
		}
	for (int i = 0; i < 3; i++)
		det += b->m[0][i] * out.m[i][0];
	for (int i = 0; i < 9; i++)
		out.m[i / 3][i % 3] /= det;
	return out;
}

static struct matrix
product(const struct matrix *a, const struct matrix *b)
{
	struct matrix out;

	for (int i = 0; i < 3; i++)
		for (int j = 0; j < 3; j++)
			out.m[i][j] = a->m[i][0] * b->m[0][j] + a->m[i][1] * b->m[1][j] +
			              a->m[i][2] * b->m[2][j];
	return out;
}

static bool
to_srgb(struct matrix *out, cmsContext context, cmsHPROFILE profile)
{
	cmsHPROFILE srgb = cmsCreate_sRGBProfileTHR(context);
	struct matrix colorants, ours, back;
	bool known = srgb && read_colorants(&ours, srgb) && read_colorants(&colorants, profile);

	if (srgb)
		cmsCloseProfile(srgb);
	if (!known)
		return false;
	back = inverse(&ours);
	*out = product(&back, &colorants);
	return true;
}

static bool
read_curve(double light[256], cmsHPROFILE profile, cmsTagSignature tag)
{
	const cmsToneCurve *curve = cmsReadTag(profile, tag);

	for (int i = 0; curve && i < 256; i++) {
		light[i] = (double)cmsEvalToneCurveFloat(curve, (float)i / 255);
		if (!(light[i] >= 0)) /* NaN, too */
			light[i] = 0;
		if (light[i] > 1)
			light[i] = 1;
	}
	return curve;
}

static uint8_t
encode(double light)
{
	if (light <= 0)
		return 0;
	if (light >= 1)
		return 255;
	light = light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055;
	return (uint8_t)(light * 255 + 0.5);
}

/* Fills the shares of result `to`, and its way back. False: the numbers are out of hand. */
static bool
fill(struct colour_table *table, int to, const double row[3], double light[3][256])
{
	long lowest = 0, range = 0;

	for (int from = 0; from < 3; from++) {
		double low = INFINITY, high = -INFINITY;

		if (!(fabs(row[from]) < WIDEST))
			return false;
		for (int i = 0; i < 256; i++) {
			low = fmin(low, row[from] * light[from][i]);
			high = fmax(high, row[from] * light[from][i]);
		}
		for (int i = 0; i < 256; i++)
			table->share[from][i] |=
				(uint64_t)lround((row[from] * light[from][i] - low) * ONE)
				<< (FIELD * to);
		lowest += lround(low * ONE);
		range += lround((high - low) * ONE);
	}
	if (range > WIDEST * ONE)
		return false;
	table->back[to] = mem_alloc((size_t)range + 1);
	for (long i = 0; i <= range; i++)
		table->back[to][i] = encode((double)(i + lowest) / ONE);
	return true;
}

static bool
is_curves_and_matrix(cmsHPROFILE profile)
{
	return cmsIsMatrixShaper(profile) && cmsGetPCS(profile) == cmsSigXYZData &&
	       !cmsIsTag(profile, cmsSigAToB0Tag) && !cmsIsTag(profile, cmsSigDToB0Tag);
}

struct colour_table *
colour_table_new(cmsContext context, cmsHPROFILE profile)
{
	struct colour_table *table;
	double light[3][256];
	struct matrix matrix;

	if (!is_curves_and_matrix(profile) || !to_srgb(&matrix, context, profile) ||
	    !read_curve(light[0], profile, cmsSigRedTRCTag) ||
	    !read_curve(light[1], profile, cmsSigGreenTRCTag) ||
	    !read_curve(light[2], profile, cmsSigBlueTRCTag))
		return NULL;
	table = mem_alloc(sizeof(*table));
	for (int to = 0; to < 3; to++)
		if (!fill(table, to, matrix.m[to], light)) {
			colour_table_free(table);
			return NULL;
		}
	return table;
}

void
colour_table_free(struct colour_table *table)
{
	if (!table)
		return;
	for (int i = 0; i < 3; i++)
		free(table->back[i]);
	free(table);
}

void
colour_table_row(const struct colour_table *table, uint8_t *out, const uint8_t *in, size_t pixels,
                 unsigned channels)
{
	const uint64_t field = (UINT64_C(1) << FIELD) - 1;
	const uint8_t *red = table->back[0], *green = table->back[1], *blue = table->back[2];

	for (; pixels; pixels--, in += channels, out += channels) {
		uint64_t sum =
			table->share[0][in[0]] + table->share[1][in[1]] + table->share[2][in[2]];

		out[0] = red[sum & field];
		out[1] = green[sum >> FIELD & field];
		out[2] = blue[sum >> (2 * FIELD)];
		if (channels == 4)
			out[3] = in[3];
	}
}

static bool
keeps(const struct colour_table *table, int red, int green, int blue)
{
	uint8_t in[] = { (uint8_t)red, (uint8_t)green, (uint8_t)blue }, out[3];

	colour_table_row(table, out, in, 1, 3);
	for (int c = 0; c < 3; c++)
		if (abs(out[c] - in[c]) > 1)
			return false;
	return true;
}

/* All greys, for the curves, and a grid of colours, for the matrix. */
bool
colour_table_is_srgb(const struct colour_table *table)
{
	for (int i = 0; i < 256; i++)
		if (!keeps(table, i, i, i))
			return false;
	for (int red = 0; red < 256; red += STRIDE)
		for (int green = 0; green < 256; green += STRIDE)
			for (int blue = 0; blue < 256; blue += STRIDE)
				if (!keeps(table, red, green, blue))
					return false;
	return true;
}
