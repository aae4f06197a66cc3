#include "card/sun.h"

#include "base/date.h"

#include <math.h>

enum { ROUNDS = 6 }; /* near the poles; elsewhere two do */

/* The formulae are those of NOAA's solar calculation sheet; angles in degrees, as there. */

static const double pi = 3.14159265358979323846;

static double
sine(double degrees)
{
	return sin(degrees * pi / 180);
}

static double
cosine(double degrees)
{
	return cos(degrees * pi / 180);
}

static double
tangent(double degrees)
{
	return tan(degrees * pi / 180);
}

struct sun {
	double declination;      /* degrees */
	double equation_of_time; /* minutes by which a sundial is ahead of a clock */
};

/* At a time in days since 1970-01-01T00:00 UTC. */
static struct sun
sun_then(double days)
{
	double t = (days - 10957.5) / 36525; /* Julian centuries since 2000-01-01T12:00 */
	double mean_longitude = fmod(280.46646 + t * (36000.76983 + t * 0.0003032), 360);
	double anomaly = 357.52911 + t * (35999.05029 - 0.0001537 * t);
	double centre = sine(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
	                sine(2 * anomaly) * (0.019993 - 0.000101 * t) +
	                sine(3 * anomaly) * 0.000289;
	double node = 125.04 - 1934.136 * t;
	double longitude = mean_longitude + centre - 0.00569 - 0.00478 * sine(node);
	double seconds = 21.448 - t * (46.815 + t * (0.00059 - t * 0.001813));
	double obliquity = 23 + (26 + seconds / 60) / 60 + 0.00256 * cosine(node);
	/* Meeus 28.1 without its nutation, which is half a second; the sheet's series for it is off
	 * by up to four. */
	double ascension = atan2(cosine(obliquity) * sine(longitude), cosine(longitude)) * 180 / pi;
	double equation = mean_longitude - 0.0057183 - ascension;

	return (struct sun){
		.declination = asin(sine(obliquity) * sine(longitude)) * 180 / pi,
		.equation_of_time = 4 * remainder(equation, 360),
	};
}

bool
sun_at(enum sun_event event, double latitude, double longitude, int day, int64_t *utc)
{
	/* Half a degree of refraction and a quarter of the sun's own width; civil twilight. */
	bool twilight = event == SUN_DAWN || event == SUN_DUSK;
	double zenith = twilight ? 96 : 90.833;
	double side = event == SUN_DAWN || event == SUN_RISE ? -1 : 1;
	double minutes = 720 - 4 * longitude, before; /* of the day, UTC: about noon */
	int rounds = 0;

	/* The sun moves on while the day goes: where it stands at the event is what counts. Each
	 * round moves it by a thousandth of the one before. */
	do {
		struct sun sun = sun_then(day + minutes / DAY_MINUTES);
		double angle = cosine(zenith) / (cosine(latitude) * cosine(sun.declination)) -
		               tangent(latitude) * tangent(sun.declination);

		if (!(angle >= -1 && angle <= 1))
			return false;
		before = minutes;
		minutes = 720 - 4 * longitude - sun.equation_of_time +
		          side * 4 * acos(angle) * 180 / pi;
	} while (fabs(minutes - before) > 0.5 && ++rounds < ROUNDS);
	/* To the second, as the sheet tells it; of which the minutes count. */
	*utc = (int64_t)day * DAY_MINUTES + (int64_t)floor(round(minutes * 60) / 60);
	return true;
}
