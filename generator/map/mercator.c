#include "map/mercator.h"

#include <math.h>

static const double most_latitude = 85.0511287798066; /* where the square ends: y is 0 */
static const double equator = 40075016.685578488;     /* metres round the ellipsoid's equator */

/* Also NaN becomes a number. */
static double
clamped(double value, double most)
{
	return fmax(-most, fmin(most, value));
}

struct spot
mercator_degrees(double latitude, double longitude)
{
	double sine = sin(clamped(latitude, most_latitude) * (M_PI / 180));
	double y = 0.5 - atanh(sine) / (2 * M_PI);

	return (struct spot){ clamped(longitude, 180) / 360 + 0.5, fmax(0, fmin(1, y)) };
}

struct spot
mercator_osm(struct osm_point point)
{
	return mercator_degrees(point.lat * 1e-7, point.lon * 1e-7);
}

struct location
mercator_location(struct spot spot)
{
	double latitude = atan(sinh(M_PI * (1 - 2 * spot.y))) * (180 / M_PI);

	return (struct location){ true, latitude, (spot.x - 0.5) * 360 };
}

double
mercator_pixels(double zoom)
{
	return 256 * exp2(zoom);
}

double
mercator_metres(double y)
{
	return equator / cosh(M_PI * (1 - 2 * y));
}

struct box
box_none(void)
{
	return (struct box){ INFINITY, INFINITY, -INFINITY, -INFINITY };
}

void
box_add(struct box *box, struct spot spot)
{
	box->x0 = fmin(box->x0, spot.x);
	box->y0 = fmin(box->y0, spot.y);
	box->x1 = fmax(box->x1, spot.x);
	box->y1 = fmax(box->y1, spot.y);
}

void
box_grow(struct box *box, double by)
{
	box->x0 -= by;
	box->y0 -= by;
	box->x1 += by;
	box->y1 += by;
}

bool
box_is_empty(struct box box)
{
	return !(box.x0 <= box.x1 && box.y0 <= box.y1);
}

bool
box_meets(struct box a, struct box b)
{
	return !box_is_empty(a) && !box_is_empty(b) && a.x0 <= b.x1 && b.x0 <= a.x1 &&
	       a.y0 <= b.y1 && b.y0 <= a.y1;
}
