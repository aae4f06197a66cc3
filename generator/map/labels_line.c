#include "map/labels_line.h"

#include "base/arena.h"
#include "base/mem.h"

#include <math.h>
#include <string.h>

/* In font sizes or radians, found by looking at maps. */
static const double ROUND_STEP = 1; /* between two points of a bent name */
static const double STRAIGHT =
	0.35;                     /* what a street may leave its chord by and count as straight */
static const double ASTRAY = 0.5; /* what a bent name may leave its street by */
static const double TURN_MOST = 0.27; /* from one letter to the next */
static const double TURNS_MOST = 1.5; /* all along */
static const double BACKWARD = -0.1;  /* cosine of the steepest direction of a letter */
static const double OVERHANG = 0.6;   /* by which the line outlasts the text at each end */
static const double THICKNESS = 1.15; /* from the top of É to the bottom of g */
static const double PIECE = 2;        /* length of a box along the text */

static struct spot
between(struct spot a, struct spot b, double part)
{
	return (struct spot){ a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part };
}

static double
distance(struct spot a, struct spot b)
{
	double x = b.x - a.x, y = b.y - a.y;

	return sqrt(x * x +
	            y * y); /* pixels: hypot's care for the smallest and largest takes its time */
}

/* Narrows [*from, *to], parts of a segment, to where start + part * by lies within [least, most]. */
static void
clip_axis(double start, double by, double least, double most, double *from, double *to)
{
	double enter, leave;

	if (by == 0) {
		if (start < least || start > most)
			*to = -1;
		return;
	}
	enter = ((by > 0 ? least : most) - start) / by;
	leave = ((by > 0 ? most : least) - start) / by;
	*from = fmax(*from, enter);
	*to = fmin(*to, leave);
}

static bool
clip(struct spot *a, struct spot *b, struct box area)
{
	double from = 0, to = 1;
	struct spot start = *a, end = *b;

	clip_axis(start.x, end.x - start.x, area.x0, area.x1, &from, &to);
	clip_axis(start.y, end.y - start.y, area.y0, area.y1, &from, &to);
	if (!(from < to))
		return false;
	*a = from > 0 ? between(start, end, from) : start;
	*b = to < 1 ? between(start, end, to) : end;
	return true;
}

static void
add_spot(struct stretch *stretch, struct spot spot)
{
	size_t i = stretch->len;

	if (i > 0 && distance(stretch->spots[i - 1], spot) == 0)
		return;
	stretch->spots[i] = spot;
	stretch->way[i] = i > 0 ? stretch->way[i - 1] + distance(stretch->spots[i - 1], spot) : 0;
	stretch->len++;
}

/* The stretch is whole; what follows is another one, behind it in the same memory. */
static void
end_stretch(struct stretches *stretches, struct arena *arena, struct stretch *open)
{
	if (open->len >= 2) {
		stretches->items = arena_push(arena, stretches->items, &stretches->len,
		                              sizeof *stretches->items);
		stretches->items[stretches->len - 1] = *open;
	}
	open->spots += open->len;
	open->way += open->len;
	open->len = 0;
}

struct stretches
stretches_inside(struct arena *arena, const struct spot *spots, size_t len, double pixels,
                 struct box area)
{
	/* Every segment brings two points at most, however often the line leaves and comes back. */
	struct stretch open = {
		.spots = arena_array(arena, size_mul(2, len), sizeof(struct spot)),
		.way = arena_array(arena, size_mul(2, len), sizeof(double)),
	};
	struct stretches stretches = { 0 };

	for (size_t i = 0; i + 1 < len; i++) {
		struct spot a = { spots[i].x * pixels, spots[i].y * pixels };
		struct spot b = { spots[i + 1].x * pixels, spots[i + 1].y * pixels };
		struct spot end = b;

		if (!clip(&a, &b, area)) {
			end_stretch(&stretches, arena, &open);
			continue;
		}
		add_spot(&open, a);
		add_spot(&open, b);
		if (distance(b, end) > 0) /* it leaves the area */
			end_stretch(&stretches, arena, &open);
	}
	end_stretch(&stretches, arena, &open);
	return stretches;
}

double
stretch_length(const struct stretch *stretch)
{
	return stretch->way[stretch->len - 1];
}

/* The last point at or before `at`, which has one behind it. */
static size_t
point_before(const struct stretch *stretch, double at)
{
	size_t low = 0, high = stretch->len - 1;

	while (low + 1 < high) {
		size_t middle = (low + high) / 2;

		if (stretch->way[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

struct spot
stretch_spot(const struct stretch *stretch, double at)
{
	size_t i = point_before(stretch, at);
	double from = stretch->way[i], to = stretch->way[i + 1];

	return between(stretch->spots[i], stretch->spots[i + 1],
	               fmax(0, fmin(1, (at - from) / (to - from))));
}

/* Points at even steps of the way. */
static void
sample(struct course *course, const struct stretch *stretch, double at, double width, double size)
{
	double count = ceil(width / (size * ROUND_STEP)) + 1;

	course->len = count < 3 ? 3 : count < COURSE_MOST ? (uint32_t)count : COURSE_MOST;
	for (uint32_t i = 0; i < course->len; i++)
		course->spots[i] =
			stretch_spot(stretch, at + width * ((double)i / (course->len - 1) - 0.5));
}

static void
put_upright(struct course *course)
{
	struct spot *spots = course->spots;
	uint32_t last = course->len - 1;
	double right = spots[last].x - spots[0].x, down = spots[last].y - spots[0].y;

	if (right > 0 || (right == 0 && down < 0))
		return;
	for (uint32_t i = 0; i < last - i; i++) {
		struct spot spot = spots[i];

		spots[i] = spots[last - i];
		spots[last - i] = spot;
	}
}

/* Whether the points lie near their chord; the middle then is amidst them. */
static bool
find_straight(struct course *course, double size)
{
	const struct spot *spots = course->spots;
	struct spot first = spots[0], last = spots[course->len - 1];
	double length = distance(first, last), least = 0, most = 0;

	if (length == 0)
		return false;
	for (uint32_t i = 1; i + 1 < course->len; i++) {
		double aside = ((spots[i].y - first.y) * (last.x - first.x) -
		                (spots[i].x - first.x) * (last.y - first.y)) /
		               length;

		least = fmin(least, aside);
		most = fmax(most, aside);
	}
	course->bend = (most - least) / size;
	if (course->bend > STRAIGHT)
		return false;
	course->angle = atan2(last.y - first.y, last.x - first.x) * (180 / M_PI);
	course->middle = between(first, last, 0.5);
	course->middle.x -= (last.y - first.y) / length * (least + most) / 2;
	course->middle.y += (last.x - first.x) / length * (least + most) / 2;
	return true;
}

/* Takes the corners off; false when the line then strays from its street. */
static bool
smooth(struct course *course, double size)
{
	struct spot before[COURSE_MOST];

	for (int round = 0; round < 3; round++) {
		memcpy(before, course->spots, course->len * sizeof *before);
		for (uint32_t i = 1; i + 1 < course->len; i++)
			course->spots[i] =
				between(between(before[i - 1], before[i + 1], 0.5), before[i], 0.5);
		for (uint32_t i = 0; round == 0 && i < course->len; i++)
			if (distance(before[i], course->spots[i]) > ASTRAY * size / 2)
				return false;
	}
	return true;
}

/* Whether no letter turns much against its neighbour, and none stands on its head. */
static bool
turns_gently(struct course *course)
{
	double before = 0, turns = 0, sharpest = 0;

	for (uint32_t i = 0; i + 1 < course->len; i++) {
		struct spot a = course->spots[i], b = course->spots[i + 1];
		double direction = atan2(b.y - a.y, b.x - a.x), turn = direction - before;

		if (cos(direction) < BACKWARD)
			return false;
		before = direction;
		if (i == 0)
			continue;
		turn = fabs(remainder(turn, 2 * M_PI));
		turns += turn;
		sharpest = fmax(sharpest, turn);
	}
	course->bend = 1 + turns + 4 * sharpest;
	return sharpest <= TURN_MOST && turns <= TURNS_MOST;
}

bool
course_find(struct course *course, const struct stretch *stretch, double at, double width,
            double size)
{
	sample(course, stretch, at, width, size);
	put_upright(course);
	course->straight = find_straight(course, size);
	if (course->straight)
		return true;
	if (!smooth(course, size) || !turns_gently(course))
		return false;
	course->middle = course->spots[course->len / 2];
	course->angle = 0;
	return true;
}

static double
tenths(double value)
{
	return round(value * 10) / 10;
}

struct spot *
course_line(const struct course *course, struct arena *arena, double size)
{
	uint32_t last = course->len - 1;
	struct spot *line = arena_copy(arena, course->spots, course->len * sizeof *line);
	double step = distance(line[0], line[1]), end = distance(line[last - 1], line[last]);

	if (step > 0)
		line[0] = between(line[1], line[0], 1 + OVERHANG * size / step);
	if (end > 0)
		line[last] = between(line[last - 1], line[last], 1 + OVERHANG * size / end);
	for (uint32_t i = 0; i <= last; i++)
		line[i] = (struct spot){ tenths(line[i].x), tenths(line[i].y) };
	return line;
}

static struct box
box_along(struct spot a, struct spot b, double thick)
{
	double length = distance(a, b), right = length > 0 ? fabs(b.x - a.x) / length : 1;
	double down = length > 0 ? fabs(b.y - a.y) / length : 0;
	struct box box = box_none();

	box_add(&box, a);
	box_add(&box, b);
	box.x0 -= thick / 2 * down;
	box.x1 += thick / 2 * down;
	box.y0 -= thick / 2 * right;
	box.y1 += thick / 2 * right;
	return box;
}

static size_t
straight_boxes(const struct course *course, double width, double thick, double piece,
               struct box *boxes)
{
	double turn = course->angle * (M_PI / 180);
	struct spot half = { cos(turn) * width / 2, sin(turn) * width / 2 };
	struct spot a = { course->middle.x - half.x, course->middle.y - half.y };
	struct spot b = { course->middle.x + half.x, course->middle.y + half.y };
	/* What lies nearly flat fits one box well. */
	double pieces = fabs(sin(turn)) * width < thick / 2 ? 1 : ceil(width / piece);
	size_t len = pieces < COURSE_BOXES ? (size_t)pieces : COURSE_BOXES;

	for (size_t i = 0; i < len; i++)
		boxes[i] = box_along(between(a, b, (double)i / (double)len),
		                     between(a, b, (double)(i + 1) / (double)len), thick);
	return len;
}

size_t
course_boxes(const struct course *course, double width, double size, double rim, struct box *boxes)
{
	double thick = size * THICKNESS + 2 * rim;

	if (course->straight)
		return straight_boxes(course, width + 2 * rim, thick, size * PIECE, boxes);
	for (uint32_t i = 0; i + 1 < course->len; i++)
		boxes[i] = box_along(course->spots[i], course->spots[i + 1], thick);
	box_grow(&boxes[0], rim);
	box_grow(&boxes[course->len - 2], rim);
	return course->len - 1;
}
