#include "card/hours_timeline.h"

#include <string.h>

/* The first part that ends after `minute`. */
static size_t
find(const struct timeline *line, int minute)
{
	size_t low = 0, high = line->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (line->parts[middle].to <= minute)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Room for `count` parts in place of those from `at` up to `end`. */
static void
make_room(struct timeline *line, size_t at, size_t end, size_t count)
{
	memmove(&line->parts[at + count], &line->parts[end],
	        (line->len - end) * sizeof *line->parts);
	line->len = line->len - (end - at) + count;
}

/* Ends the part at `minute`: it no longer leads up to its open end. */
static void
shorten(struct timeline_part *part, int minute)
{
	part->to = (int16_t)minute;
	if (part->meaning == MEANING_OPEN)
		part->open_end = false;
}

/* Cuts what reaches into [from, to) at its borders. Returns where the parts within begin; *end is
 * where they end. */
static size_t
cut(struct timeline *line, int from, int to, size_t *end)
{
	size_t at = find(line, from);

	if (at < line->len && line->parts[at].from < from) {
		if (line->parts[at].to > to) {
			make_room(line, at, at, 1);
			line->parts[at] = line->parts[at + 1];
			line->parts[at + 1].from = (int16_t)to;
		}
		shorten(&line->parts[at++], from);
	}
	*end = at;
	while (*end < line->len && line->parts[*end].to <= to)
		++*end;
	if (*end < line->len && line->parts[*end].from < to)
		line->parts[*end].from = (int16_t)to;
	return at;
}

void
timeline_put(struct timeline *line, struct timeline_part part)
{
	size_t end, at;

	if (line->len == 0 || line->parts[line->len - 1].to <= part.from) {
		line->parts[line->len++] = part; /* nearly always */
		return;
	}
	at = cut(line, part.from, part.to, &end);
	make_room(line, at, end, 1);
	line->parts[at] = part;
}

void
timeline_erase(struct timeline *line, int from, int to)
{
	size_t end, at = cut(line, from, to, &end);

	make_room(line, at, end, 0);
}

void
timeline_fill(struct timeline *line, struct timeline_part part)
{
	int16_t to = part.to;

	for (size_t i = find(line, part.from); part.from < to; i++) {
		int16_t next = i < line->len && line->parts[i].from < to ? line->parts[i].from : to;

		if (part.from < next) {
			make_room(line, i, i, 1);
			line->parts[i] = part;
			if (next < to)
				shorten(&line->parts[i], next);
			i++;
		}
		part.from = i < line->len && next < to ? line->parts[i].to : to;
	}
}

void
timeline_doubt(struct timeline *line, int from, int to)
{
	size_t at = find(line, from);

	while (at < line->len && line->parts[at].from < to) {
		struct timeline_part part = line->parts[at];
		int end = part.to;

		if (part.meaning == MEANING_OPEN) {
			part.meaning = MEANING_UNSURE;
			part.open_end = false;
			part.from = part.from < from ? (int16_t)from : part.from;
			part.to = part.to > to ? (int16_t)to : part.to;
			timeline_put(line, part);
		}
		at = find(line, end);
	}
}
