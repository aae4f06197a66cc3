#ifndef MAP_LABELS_LINE_H
#define MAP_LABELS_LINE_H
/*
 * lines to write along: the parts of a street within the map, and how a name would lie on them.
 *
 * Straight where the street is as good as straight under the name, along it where it bends gently, nowhere else. Always from
 * left to right, never upside down.
 *
 * Units   pixels of one zoom.
 */
#include "map/mercator.h"

#include <stdint.h>

struct arena;

/* A line with the way from its beginning to each point. */
struct stretch {
	struct spot *spots;
	double *way;
	size_t len; /* at least two */
};

struct stretches {
	struct stretch *items;
	size_t len;
};

enum { COURSE_MOST = 48, COURSE_BOXES = 64 };

struct course {
	struct spot middle;
	double angle; /* degrees, clockwise; of a straight one */
	bool straight;
	struct spot spots[COURSE_MOST]; /* from left to right, as long as the text */
	uint32_t len;
	double bend; /* 0: straight; the more, the less legible */
};

/* The parts of a line of the square that lie in `area`, in the arena. */
struct stretches stretches_inside(struct arena *arena, const struct spot *spots, size_t len,
                                  double pixels, struct box area);
double stretch_length(const struct stretch *stretch);
struct spot stretch_spot(const struct stretch *stretch, double at); /* `at` of the way */
/* How a text would lie around `at` of the way. False: it would not be legible. */
bool course_find(struct course *course, const struct stretch *stretch, double at, double width,
                 double size);
/* The line for the text, in tenths of a pixel, a little longer than it: a browser drops letters that find no line. */
struct spot *course_line(const struct course *course, struct arena *arena, double size);
/* The boxes that the text covers, COURSE_BOXES at most; `rim` is free space around it. */
size_t
course_boxes(const struct course *course, double width, double size, double rim, struct box *boxes);
#endif
