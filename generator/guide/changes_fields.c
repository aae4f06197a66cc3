#include "guide/changes_parts.h"

#include "base/arena.h"
#include "base/table.h"

#include <string.h>

/* Whether the order of such a list is seen. */
static const bool is_ordered[AS_COUNT] = {
	[AS_WORDS] = true,  [AS_SLUGS] = true, [AS_LANGUAGES] = true,
	[AS_PHOTOS] = true, [AS_ITEMS] = true, [AS_NAMED] = false,
};

/* One thing said, found again by what it is about. */
struct known {
	const struct said *said;
	size_t twins;
	bool met;
};

struct fields {
	struct arena *arena;
	struct change_list *out;
	const struct changes_options *options;
};

static struct change *
add(struct fields *f, enum change_how how, const struct said *before, const struct said *after)
{
	struct change_list *out = f->out;

	out->items = arena_push(f->arena, out->items, &out->len, sizeof *out->items);
	out->items[out->len - 1] = (struct change){ .how = how, .before = before, .after = after };
	return &out->items[out->len - 1];
}

static bool
is_same(const struct said *a, const struct said *b)
{
	return memcmp(a->path, b->path, sizeof a->path) == 0 && a->lang == b->lang &&
	       a->is_item == b->is_item && str_eq(a->item, b->item) && str_eq(a->text, b->text);
}

/* What it is about, apart from its value: rows, item, language. Keys of rows have none of these signs. */
static struct str
about(struct arena *arena, const struct said *said, size_t twin)
{
	const char *const inner = said->path[1] ? said->path[1]->key : "";
	const char *const innermost = said->path[2] ? said->path[2]->key : "";

	return arena_printf(arena, "%zu/%d/%d/%s/%s/%.*s", twin, (int)said->lang, said->is_item,
	                    inner, innermost, STR_ARG(said->item));
}

static struct known *
make_known(struct fields *f, const struct said *said, size_t count)
{
	struct known *known = arena_array(f->arena, count, sizeof *known);

	for (size_t i = 0; i < count; i++)
		known[i].said = &said[i];
	return known;
}

/* Lists may say the same thing twice; the second one is found as such. */
static struct str
own_key(struct fields *f, struct table *table, const struct said *said)
{
	struct str key = about(f->arena, said, 0);
	struct known *first = table_get(table, key);

	return first ? about(f->arena, said, ++first->twins) : key;
}

/* The picture stays where it is and shows something else. */
static void
look_at_file(struct fields *f, const struct said *said)
{
	const struct changes_options *options = f->options;

	if (said->is_file && options->file_differs &&
	    options->file_differs(options->context, said->is_item ? said->item : said->text))
		add(f, CHANGE_PICTURE, NULL, said);
}

static bool
is_order_kept(const struct said *before, size_t before_len, const struct said *after,
              size_t after_len)
{
	size_t b = 0, a = 0;

	for (;;) {
		while (b < before_len && !before[b].is_item)
			b++;
		while (a < after_len && !after[a].is_item)
			a++;
		if (b == before_len || a == after_len)
			return true;
		if (!str_eq(before[b++].item, after[a++].item))
			return false;
	}
}

/* All that both states say of one field of the card. */
static void
compare_field(struct fields *f, const struct said *before, size_t before_len,
              const struct said *after, size_t after_len)
{
	struct known *old = make_known(f, before, before_len);
	struct table by_about = { 0 }, twins = { 0 };
	bool items_stay = before_len > 0 && after_len > 0;

	for (size_t i = 0; i < before_len; i++)
		table_put(&by_about, f->arena, own_key(f, &by_about, &before[i]), &old[i]);
	for (size_t i = 0; i < after_len; i++) {
		struct known *own = arena_alloc(f->arena, sizeof *own), *known;
		struct str key = own_key(f, &twins, &after[i]);

		table_put(&twins, f->arena, key, own);
		known = table_get(&by_about, key);
		if (known)
			known->met = true;
		items_stay = items_stay && (known || !after[i].is_item);
		if (!known)
			add(f, CHANGE_ADDED, NULL, &after[i]);
		else if (!str_eq(known->said->text, after[i].text))
			add(f, CHANGE_VALUE, known->said, &after[i]);
		else
			look_at_file(f, &after[i]);
	}
	for (size_t i = 0; i < before_len; i++) {
		items_stay = items_stay && (old[i].met || !before[i].is_item);
		if (!old[i].met)
			add(f, CHANGE_REMOVED, &before[i], NULL);
	}
	if (items_stay && is_ordered[after[0].path[0]->type] &&
	    !is_order_kept(before, before_len, after, after_len))
		add(f, CHANGE_ORDER, &before[0], &after[0]);
}

static size_t
field_end(const struct said_list *list, size_t from)
{
	size_t end = from;

	while (end < list->len && list->items[end].path[0] == list->items[from].path[0])
		end++;
	return end;
}

static unsigned
rank_at(const struct said_list *list, size_t at)
{
	return at < list->len ? list->items[at].path[0]->rank : UINT32_MAX;
}

static bool
is_all_same(const struct said *before, size_t before_len, const struct said *after,
            size_t after_len)
{
	if (before_len != after_len)
		return false;
	for (size_t i = 0; i < before_len; i++)
		if (!is_same(&before[i], &after[i]))
			return false;
	return true;
}

void
changes_of_fields(struct change_list *out, struct arena *arena, const struct said_list *before,
                  const struct said_list *after, const struct changes_options *options)
{
	struct fields f = { arena, out, options };
	size_t b = 0, a = 0;

	while (b < before->len || a < after->len) {
		unsigned old = rank_at(before, b), new = rank_at(after, a);
		size_t b_end = old <= new ? field_end(before, b) : b;
		size_t a_end = new <= old ? field_end(after, a) : a;

		if (!is_all_same(before->items + b, b_end - b, after->items + a, a_end - a))
			compare_field(&f, before->items + b, b_end - b, after->items + a,
			              a_end - a);
		else
			for (size_t i = a; i < a_end; i++)
				look_at_file(&f, &after->items[i]);
		b = b_end;
		a = a_end;
	}
}
