#include "guide/order.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

struct row {
	struct order_by by; /* with the sort key for its text */
	void *item;
};

static int
compare(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	int order = (x->by.number > y->by.number) - (x->by.number < y->by.number);

	if (order == 0)
		order = str_cmp(x->by.text, y->by.text);
	return order ? order : str_cmp(x->by.name, y->by.name);
}

void
order_sort(struct arena *scratch, void *items, size_t len, order_of *of, const void *context)
{
	struct row *rows = arena_array(scratch, len, sizeof *rows);

	/* Bytes are copied because `items` may be an array of pointers to any struct. */
	for (size_t i = 0; i < len; i++) {
		memcpy(&rows[i].item, (char *)items + i * sizeof(void *), sizeof(void *));
		rows[i].by = of(rows[i].item, context);
		if (rows[i].by.text.len)
			rows[i].by.text = utf8_sort_key(scratch, rows[i].by.text);
	}
	if (len)
		qsort(rows, len, sizeof *rows, compare);
	for (size_t i = 0; i < len; i++)
		memcpy((char *)items + i * sizeof(void *), &rows[i].item, sizeof(void *));
}
