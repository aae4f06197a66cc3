#ifndef GUIDE_ORDER_H
#define GUIDE_ORDER_H
/*
 * order: puts things as people look for them.
 *
 * By a number first (a date, a position), then by a text in the order of people (é with e, 2 before
 * 10), then by a name that no two share, so that the order never depends on where they stood.
 */
#include "base/str.h"

#include <stdint.h>

struct arena;

struct order_by {
	int64_t number;
	struct str text;
	struct str name;
};

typedef struct order_by order_of(const void *item, const void *context);

/* Sorts `len` pointers that begin at `items`; `of` is asked once for each. */
void order_sort(struct arena *scratch, void *items, size_t len, order_of *of, const void *context);
#endif
