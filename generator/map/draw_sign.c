#include "map/draw_sign.h"

static const struct {
	const char *name, *path;
} pictures[] = {
	{ "bench", "M3 6.5h10M3 9.5h10M4.5 9.5v3M11.5 9.5v3" },
	{ "bicycle",
	  "M4 7.7a2.4 2.4 0 1 0 .1 0zM12 7.7a2.4 2.4 0 1 0 .1 0zM4 10.1 6.3 6h4.2L12 10.1M6.3 6l2 "
	  "4.1M5.5 4.5h1.5M10.5 6 10 4.3h1.5" },
	{ "bus", "M4 3.5h8v8H4zM4 8h8M5.7 11.5V13M10.3 11.5V13" },
	{ "charging", "M9 2.8 5 8.6h6L7 13.4" },
	{ "drop", "M8 3c-2.2 3-3.4 4.6-3.4 6.4a3.4 3.4 0 0 0 6.8 0C11.4 7.6 10.2 6 8 3z" },
	{ "fountain", "M3.5 9.5h9M5 9.5c0 3 6 3 6 0M8 9.5V5M8 5C7 3.2 5.4 3.6 5 5M8 5c1-1.8 "
	              "2.6-1.4 3 0" },
	{ "letter", "M3 4.5h10v7H3zM3 5l5 4 5-4" },
	{ "locker", "M3.5 3.5h9v9h-9zM8 3.5v9M3.5 8h9M6.3 5.5v.8M10.8 5.5v.8" },
	{ "playground", "M3.5 13 6 3.5 8.5 13M6 3.5h6.5M10.5 3.5v6M9 9.5h3" },
	{ "recycling",
	  "M4.1 9A4 4 0 0 1 11 5.3M11.9 7A4 4 0 0 1 5 10.7M11 2.8v2.5H8.5M5 13.2v-2.5h2.5" },
	{ "toilets", "M5 3.1v.2M3.6 5.8h2.8v3.4H6V13H4V9.2h-.4zM11 3.1v.2M11 5.8 9.3 10h3.4zM11 "
	             "10v3" },
	{ "train", "M4.5 3h7v7.5h-7zM4.5 7h7M6 10.5 4.5 13M10 10.5l1.5 2.5" },
};

const char *
draw_sign(struct str name)
{
	for (size_t i = 0; i < countof(pictures); i++)
		if (str_is(name, pictures[i].name))
			return pictures[i].path;
	return NULL;
}

size_t
draw_signs(struct str *names, size_t most)
{
	size_t count = countof(pictures) < most ? countof(pictures) : most;

	for (size_t i = 0; i < count; i++)
		names[i] = str(pictures[i].name);
	return count;
}
