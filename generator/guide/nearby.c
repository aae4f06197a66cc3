#include "guide/nearby.h"

#include "base/arena.h"
#include "guide/guide.h"

#include <math.h>

/* IUGG mean radius. */
static const double EARTH_METRES = 6371008.8;

enum { LEAF = 8 }; /* points below which looking at all is faster than dividing */

/* A point on the unit sphere: the straight line through the earth grows with the way over it, and
 * needs no care at the poles or the date line. */
struct point {
	double at[3];
	struct guide_merchant *merchant;
};

/* Points halved again and again along their widest side: a k-d tree without nodes. The middle of
 * each stretch is the divider, its left half below, its right half above on the axis. */
struct tree {
	struct point *points;
	unsigned char *axes; /* of the divider that stands there */
};

/* The nearest found so far, nearest first. */
struct found {
	const struct point *from;
	struct found_one {
		double square;
		struct guide_merchant *merchant;
	} best[NEARBY_MOST];
	size_t len;
	double limit; /* squares from here on are no use */
};

static struct point
point_of(struct guide_merchant *merchant)
{
	double lat = merchant->location.latitude * M_PI / 180;
	double lon = merchant->location.longitude * M_PI / 180;

	return (struct point){ { cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat) }, merchant };
}

double
nearby_distance(struct location a, struct location b)
{
	double lat = (b.latitude - a.latitude) * M_PI / 360,
	       lon = (b.longitude - a.longitude) * M_PI / 360;
	double h = sin(lat) * sin(lat) + cos(a.latitude * M_PI / 180) *
	                                         cos(b.latitude * M_PI / 180) * sin(lon) * sin(lon);

	return 2 * EARTH_METRES * asin(sqrt(h < 1 ? h : 1));
}

static unsigned char
widest_axis(const struct point *points, size_t len)
{
	unsigned char widest = 0;
	double most = -1;

	for (unsigned char axis = 0; axis < 3; axis++) {
		double low = points[0].at[axis], high = low;

		for (size_t i = 1; i < len; i++) {
			low = fmin(low, points[i].at[axis]);
			high = fmax(high, points[i].at[axis]);
		}
		if (high - low > most) {
			most = high - low;
			widest = axis;
		}
	}
	return widest;
}

static void
swap(struct point *a, struct point *b)
{
	struct point t = *a;

	*a = *b;
	*b = t;
}

/* Brings the point of the middle rank to the middle (Hoare's quickselect). Halves of stretches of
 * equal values are swapped, too, so that many at one spot still halve. */
static void
select_middle(struct point *points, size_t len, unsigned char axis)
{
	size_t middle = len / 2, low = 0, high = len - 1;

	while (low < high) {
		double pivot = points[low + (high - low) / 2].at[axis];
		size_t i = low, j = high;

		for (;;) {
			while (points[i].at[axis] < pivot)
				i++;
			while (points[j].at[axis] > pivot)
				j--;
			if (i >= j)
				break;
			swap(&points[i++], &points[j--]);
		}
		/* Now what is below i is at most the pivot, what is above j at least it. */
		if (middle <= j)
			high = j;
		else
			low = j + 1;
	}
}

static void
plant(struct tree tree, size_t len)
{
	while (len > LEAF) {
		size_t middle = len / 2;

		tree.axes[middle] = widest_axis(tree.points, len);
		select_middle(tree.points, len, tree.axes[middle]);
		plant(tree, middle);
		tree.points += middle + 1;
		tree.axes += middle + 1;
		len -= middle + 1;
	}
}

static void
look_at(struct found *found, const struct point *point)
{
	double square = 0;
	size_t i;

	for (int axis = 0; axis < 3; axis++) {
		double side = point->at[axis] - found->from->at[axis];

		square += side * side;
	}
	if (square >= found->limit || point->merchant == found->from->merchant)
		return;
	if (found->len < NEARBY_MOST)
		found->len++;
	for (i = found->len - 1; i > 0 && square < found->best[i - 1].square; i--)
		found->best[i] = found->best[i - 1];
	found->best[i] = (struct found_one){ square, point->merchant };
	if (found->len == NEARBY_MOST)
		found->limit = found->best[NEARBY_MOST - 1].square;
}

static void
search(struct tree tree, size_t len, struct found *found)
{
	size_t middle = len / 2;
	struct tree above = { tree.points + middle + 1, tree.axes + middle + 1 };
	double side;

	if (len <= LEAF) {
		for (size_t i = 0; i < len; i++)
			look_at(found, &tree.points[i]);
		return;
	}
	side = found->from->at[tree.axes[middle]] - tree.points[middle].at[tree.axes[middle]];
	if (side < 0)
		search(tree, middle, found);
	else
		search(above, len - middle - 1, found);
	look_at(found, &tree.points[middle]);
	if (side * side >= found->limit)
		return;
	if (side < 0)
		search(above, len - middle - 1, found);
	else
		search(tree, middle, found);
}

static void
link_by_distance(struct guide *guide, struct arena *scratch)
{
	struct tree tree = { arena_array(scratch, guide->merchants_len, sizeof *tree.points),
		             NULL };
	double chord = 2 * sin((double)NEARBY_METRES / EARTH_METRES / 2);
	size_t len = 0;

	for (size_t i = 0; i < guide->merchants_len; i++)
		if (guide->merchants[i]->location.set)
			tree.points[len++] = point_of(guide->merchants[i]);
	tree.axes = arena_array(scratch, len, 1);
	plant(tree, len);
	for (size_t i = 0; i < len; i++) {
		struct found found = { .from = &tree.points[i], .limit = chord * chord };
		struct guide_merchant *merchant = tree.points[i].merchant;

		search(tree, len, &found);
		for (size_t n = 0; n < found.len; n++)
			merchant->nearby[merchant->nearby_len++] = found.best[n].merchant;
	}
}

static void
add_neighbour(struct guide_merchant *merchant, struct guide_merchant *other)
{
	for (size_t i = 0; i < merchant->nearby_len; i++)
		if (merchant->nearby[i] == other)
			return;
	if (merchant->nearby_len < NEARBY_MOST)
		merchant->nearby[merchant->nearby_len++] = other;
}

/* Doors before and behind in turn, further and further. */
static void
add_neighbours(const struct guide_street *street, size_t at)
{
	struct guide_merchant *merchant = street->merchants[at];

	for (size_t step = 1; step <= 2 * NEARBY_MOST; step++) {
		if (at + step < street->merchants_len)
			add_neighbour(merchant, street->merchants[at + step]);
		if (step <= at)
			add_neighbour(merchant, street->merchants[at - step]);
	}
}

void
nearby_link(struct guide *guide)
{
	struct arena *scratch = arena_new();

	for (size_t i = 0; i < guide->merchants_len; i++)
		guide->merchants[i]->nearby =
			arena_array(guide->arena, NEARBY_MOST, sizeof *guide->merchants[i]->nearby);
	link_by_distance(guide, scratch);
	for (size_t i = 0; i < guide->streets_len; i++)
		for (size_t at = 0; at < guide->streets[i]->merchants_len; at++)
			add_neighbours(guide->streets[i], at);
	arena_free(scratch);
}
