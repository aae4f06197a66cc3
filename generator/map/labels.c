#include "map/labels.h"

#include "base/arena.h"
#include "map/labels_cross.h"
#include "map/labels_line.h"
#include "map/labels_room.h"
#include "map/labels_said.h"
#include "map/labels_short.h"

#include <math.h>
#include <stdlib.h>

enum {
	TEXT_MOST = 120, /* bytes; what is longer is no name */
	TRIES = 25, /* places in one part of a street that are looked at: odd, for its middle */
	SLOTS_MOST = 64,     /* parts of one street that may have its name */
	STRETCHES_MOST = 64, /* and how often it may leave the map and come back */
	SIGN = 14,           /* side of a sign where the style says nothing */
};

static const double SIZE_LEAST = 4;
static const double REPEAT = 520; /* pixels from one name of a street to the next */
static const double FITS = 0.55; /* what an area must be wide for its name, in widths of the name */
static const double ASIDE = 0.4; /* how far from its middle, in widths of the area */
static const double CROSSING = 0.4; /* what a name across another street costs, beside its bends */
static const double MARGIN = 0.5;   /* of a street before and behind its name, in font sizes */

/* Sizes of streets' names where the style says nothing, and of house numbers. */
static const struct style_stops line_sizes = { { { 14, 9 }, { 17, 11 }, { 20, 15 } }, 3 };
static const struct style_stops number_sizes = { { { 17, 8 }, { 20, 11 } }, 2 };

enum kind { NAME, PICTURE, NUMBER, KINDS };

static const struct {
	double rim;  /* pixels around it that stay free */
	double near; /* the same does not stand twice nearer than that */
} habits[KINDS] = {
	[NAME] = { 2, 320 },
	[PICTURE] = { 1, 40 },
	[NUMBER] = { 1, 40 },
};

struct placing {
	struct labels *labels;
	struct arena *arena, *scratch; /* the second for one note */
	const struct scene *scene;
	struct room *room, *crossings;
	struct said *said;
	struct box area; /* in pixels */
	double pixels;
	struct label *items;
};

/* A note that is tried. */
struct attempt {
	const struct scene_note *note;
	enum kind kind;
	struct str name, text; /* whole; as it is written */
	double size, width;
};

static double
tenths(double value)
{
	return round(value * 10) / 10;
}

static enum kind
kind_of(const struct scene_note *note)
{
	if (!note->rule)
		return NUMBER;
	return note->rule->kind == STYLE_SIGN ? PICTURE : NAME;
}

static bool
is_shown(const struct placing *p, const struct scene_note *note)
{
	const struct style_rule *rule = note->rule;
	double zoom = p->labels->zoom, numbers = p->scene->style->numbers;

	if (note->len == 0)
		return false;
	if (!rule)
		return numbers > 0 && zoom >= numbers;
	if (!style_shows(rule, zoom))
		return false;
	return rule->kind != STYLE_LINE || (rule->name > 0 && zoom >= rule->name);
}

static double
size_of(const struct placing *p, const struct attempt *attempt)
{
	const struct style_rule *rule = attempt->note->rule;
	double zoom = p->labels->zoom;

	if (!rule)
		return style_at(&number_sizes, zoom);
	if (rule->size.len > 0)
		return style_at(&rule->size, zoom);
	return attempt->kind == PICTURE ? SIGN : style_at(&line_sizes, zoom);
}

/* False: nothing is to be written. */
static bool
begin(const struct placing *p, struct attempt *attempt, const struct scene_note *note)
{
	if (!is_shown(p, note))
		return false;
	*attempt = (struct attempt){ .note = note, .kind = kind_of(note) };
	attempt->name =
		attempt->kind == PICTURE ? note->rule->sign : scene_text(note, p->labels->lang);
	attempt->text = attempt->name;
	attempt->size = tenths(size_of(p, attempt));
	return attempt->size >= SIZE_LEAST && attempt->text.len > 0 &&
	       attempt->text.len <= TEXT_MOST;
}

/* The text whole (level 0) or shortened. False: it is as it was. */
static bool
write_out(const struct placing *p, struct attempt *attempt, int level)
{
	struct str text = attempt->name;

	if (level > 0)
		text = labels_short(p->scratch, text, level);
	if (level > 0 && str_eq(text, attempt->text))
		return false;
	attempt->text = text;
	attempt->width = attempt->kind == PICTURE ? attempt->size
	                                          : tenths(labels_width(text) * attempt->size);
	return true;
}

static void
take(struct placing *p, const struct attempt *attempt, const struct course *course,
     const struct box *boxes, size_t len)
{
	struct label *label;

	p->items = arena_push(p->arena, p->items, &p->labels->len, sizeof *p->items);
	label = &p->items[p->labels->len - 1];
	*label = (struct label){
		.note = attempt->note,
		.text = attempt->kind == NAME ? arena_str(p->arena, attempt->text) : attempt->text,
		.size = attempt->size,
		.width = attempt->width,
		.x = course->middle.x,
		.y = course->middle.y,
		.angle = course->angle,
		.box = box_none(),
	};
	if (!course->straight) {
		label->line = course_line(course, p->arena, attempt->size);
		label->line_len = course->len;
	}
	for (size_t i = 0; i < len; i++) {
		box_add(&label->box, (struct spot){ boxes[i].x0, boxes[i].y0 });
		box_add(&label->box, (struct spot){ boxes[i].x1, boxes[i].y1 });
	}
	room_take(p->room, boxes, len);
	said_add(p->said, attempt->name, (int)attempt->kind, course->middle);
}

/* What is shortened stands farther from the same street's whole name, or it would look like another one. */
static bool
is_said(const struct placing *p, const struct attempt *attempt, struct spot at)
{
	double near = habits[attempt->kind].near;

	if (attempt->text.len != attempt->name.len)
		near *= 2;
	return said_near(p->said, attempt->name, (int)attempt->kind, at, near);
}

/* Writes it along the course, where there is room. */
static bool
try_course(struct placing *p, const struct attempt *attempt, struct course *course)
{
	struct box boxes[COURSE_BOXES];
	size_t len;

	course->middle = (struct spot){ tenths(course->middle.x), tenths(course->middle.y) };
	course->angle = tenths(course->angle);
	if (is_said(p, attempt, course->middle))
		return false;
	len = course_boxes(course, attempt->width, attempt->size, habits[attempt->kind].rim, boxes);
	if (!room_has(p->room, boxes, len))
		return false;
	take(p, attempt, course, boxes, len);
	return true;
}

/* One place along a street. */
struct candidate {
	double at, cost;
};

static int
compare_candidates(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->cost != y->cost)
		return x->cost < y->cost ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

static double
cost_of(const struct placing *p, const struct attempt *attempt, const struct course *course,
        double aside)
{
	struct box boxes[COURSE_BOXES];
	size_t len = course_boxes(course, attempt->width, attempt->size, 0, boxes);

	return course->bend + 2 * aside + (room_has(p->crossings, boxes, len) ? 0 : CROSSING);
}

/* Writes the name between `from` and `to` of the way: where the street is straightest, rather amidst. */
static bool
try_slot(struct placing *p, const struct attempt *attempt, const struct stretch *stretch,
         double from, double to)
{
	struct candidate candidates[TRIES];
	double room = attempt->width / 2 + MARGIN * attempt->size;
	double least = fmax(from, room), most = fmin(to, stretch_length(stretch) - room);
	struct course course;
	size_t len = 0;

	for (int i = 0; i < TRIES && least <= most; i++) {
		double at = least + (most - least) * i / (TRIES - 1);
		double aside = fabs(at - (from + to) / 2) / (to - from);

		if (!is_said(p, attempt, stretch_spot(stretch, at)) &&
		    course_find(&course, stretch, at, attempt->width, attempt->size))
			candidates[len++] =
				(struct candidate){ at, cost_of(p, attempt, &course, aside) };
	}
	qsort(candidates, len, sizeof *candidates, compare_candidates);
	for (size_t i = 0; i < len; i++) {
		course_find(&course, stretch, candidates[i].at, attempt->width, attempt->size);
		if (try_course(p, attempt, &course))
			return true;
	}
	return false;
}

/* Along one part of a street within the map: in its middle, or at all places where it may be repeated. */
static bool
try_stretch(struct placing *p, const struct attempt *attempt, const struct stretch *stretch,
            bool repeat)
{
	double length = stretch_length(stretch);
	double apart = fmax(REPEAT, attempt->width * 1.5);
	size_t slots = (size_t)fmax(1, fmin(SLOTS_MOST, floor(length / apart)));
	double slot = length / (double)slots;
	bool any = false;

	/* From the middle outwards: half, half - 1, half + 1, … */
	for (size_t i = 0; i < 2 * slots && (repeat || !any); i++) {
		size_t aside = (i + 1) / 2, half = (slots - 1) / 2;
		size_t index = i % 2 ? half - aside : half + aside; /* below 0 it is huge */

		if (index < slots &&
		    try_slot(p, attempt, stretch, slot * (double)index, slot * (double)(index + 1)))
			any = true;
	}
	return any;
}

/* Shortened where it fits nowhere whole; what is repeated is not, or one street would seem to have two names. */
static void
place_along(struct placing *p, struct attempt *attempt, bool repeat)
{
	const struct scene_note *note = attempt->note;
	struct stretches stretches =
		stretches_inside(p->scratch, note->spots, note->len, p->pixels, p->area);
	int shortest = repeat ? 0 : LABELS_SHORTEST;

	for (int level = 0; level <= shortest; level++) {
		if (!write_out(p, attempt, level))
			continue;
		for (size_t i = 0; i < stretches.len && i < STRETCHES_MOST; i++)
			if (try_stretch(p, attempt, &stretches.items[i], repeat) && !repeat)
				return;
	}
}

/* Where a name may stand beside its point, the best first: in font sizes to the right and down. */
static const struct spot places[] = { { 0, 0 },    { 0, -0.9 }, { 0, 0.9 }, { 0, -1.8 },
	                              { 0, 1.8 },  { -1.5, 0 }, { 1.5, 0 }, { -1.5, -1 },
	                              { 1.5, -1 }, { -1.5, 1 }, { 1.5, 1 } };

static bool
try_places(struct placing *p, const struct attempt *attempt)
{
	const struct scene_note *note = attempt->note;
	size_t len = attempt->kind == NAME ? countof(places) : 1;
	double extent = note->extent * p->pixels;

	if (extent > 0 && extent < FITS * attempt->width)
		return false;
	for (size_t i = 0; i < len; i++) {
		struct course course = { .straight = true };
		double aside = hypot(places[i].x, places[i].y) * attempt->size;

		/* Beside a small square it would name something else. */
		if (extent > 0 && aside > extent * ASIDE)
			continue;
		course.middle.x = note->spots[0].x * p->pixels + places[i].x * attempt->size;
		course.middle.y = note->spots[0].y * p->pixels + places[i].y * attempt->size;
		if (try_course(p, attempt, &course))
			return true;
	}
	return false;
}

static void
place_at(struct placing *p, struct attempt *attempt)
{
	int shortest = attempt->kind == NAME ? LABELS_SHORTEST : 0;

	for (int level = 0; level <= shortest; level++)
		if (write_out(p, attempt, level) && try_places(p, attempt))
			return;
}

static void
place(struct placing *p, const struct scene_note *note, bool repeat)
{
	struct attempt attempt;

	if (!begin(p, &attempt, note))
		return;
	if (note->len > 1)
		place_along(p, &attempt, repeat);
	else
		place_at(p, &attempt);
	arena_reset(p->scratch);
}

/* What a square and the streets around it are both called stands on the square. */
static void
place_squares(struct placing *p)
{
	static const struct spot anywhere = { 0, 0 };
	const struct scene_note *notes = p->scene->notes;
	struct said *streets = said_new(p->scene->notes_len);

	for (size_t i = 0; i < p->scene->notes_len; i++)
		if (notes[i].len > 1 && is_shown(p, &notes[i]))
			said_add(streets, scene_text(&notes[i], p->labels->lang), NAME, anywhere);
	for (size_t i = 0; i < p->scene->notes_len; i++)
		if (notes[i].len == 1 && notes[i].extent > 0 && kind_of(&notes[i]) == NAME &&
		    said_near(streets, scene_text(&notes[i], p->labels->lang), NAME, anywhere, 1))
			place(p, &notes[i], false);
	said_free(streets);
}

/* Every name once before any is repeated, and house numbers where there is room left. */
static void
place_all(struct placing *p)
{
	const struct scene_note *notes = p->scene->notes;
	size_t len = p->scene->notes_len;

	place_squares(p);
	for (size_t i = 0; i < len; i++)
		if (kind_of(&notes[i]) != NUMBER)
			place(p, &notes[i], false);
	for (size_t i = 0; i < len; i++)
		if (notes[i].len > 1)
			place(p, &notes[i], true);
	for (size_t i = 0; i < len; i++)
		if (kind_of(&notes[i]) == NUMBER)
			place(p, &notes[i], false);
}

void
labels_place(struct labels *labels, struct arena *arena, const struct scene *scene, double zoom,
             enum lang lang, struct box area, const struct box *taken, size_t taken_len)
{
	double pixels = mercator_pixels(zoom);
	struct placing p = {
		.labels = labels,
		.arena = arena,
		.scratch = arena_new(),
		.scene = scene,
		.area = { area.x0 * pixels, area.y0 * pixels, area.x1 * pixels, area.y1 * pixels },
		.pixels = pixels,
	};

	*labels = (struct labels){ .zoom = zoom, .lang = lang };
	p.room = room_new(p.area);
	p.crossings = crossings_of(scene, zoom, p.area);
	p.said = said_new(scene->notes_len);
	room_take(p.room, taken, taken_len);
	if (!box_is_empty(area))
		place_all(&p);
	labels->items = p.items;
	said_free(p.said);
	room_free(p.crossings);
	room_free(p.room);
	arena_free(p.scratch);
}
