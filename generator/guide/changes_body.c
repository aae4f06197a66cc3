#include "guide/changes_parts.h"

#include "base/arena.h"

#include <stdlib.h>

/* Words of a text in HTML, without its tags: sorted, so that two bags of them can be laid side by side. */
struct bag {
	struct str *words;
	size_t len;
};

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static int
by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static void
add_word(struct bag *bag, struct arena *arena, struct str word)
{
	if (word.len == 0)
		return;
	bag->words = arena_push(arena, bag->words, &bag->len, sizeof *bag->words);
	bag->words[bag->len - 1] = word;
}

/* In cmark's HTML every < of a text is an entity, so that one begins a tag. */
static struct bag
words_of(struct arena *arena, struct str html)
{
	struct bag bag = { 0 };
	size_t from = 0;

	for (size_t i = 0; i <= html.len; i++) {
		if (i < html.len && html.ptr[i] != '<' && !is_space(html.ptr[i]))
			continue;
		add_word(&bag, arena, str_sub(html, from, i));
		if (i < html.len && html.ptr[i] == '<')
			i += str_find(str_sub(html, i, html.len), '>');
		from = i + 1;
	}
	if (bag.len > 0)
		qsort(bag.words, bag.len, sizeof *bag.words, by_bytes);
	return bag;
}

static void
count(struct change *change, const struct bag *before, const struct bag *after)
{
	size_t b = 0, a = 0;

	while (b < before->len && a < after->len) {
		int order = str_cmp(before->words[b], after->words[a]);

		b += order <= 0;
		a += order >= 0;
		change->fewer += order < 0;
		change->more += order > 0;
	}
	change->fewer += before->len - b;
	change->more += after->len - a;
}

void
changes_of_body(struct change_list *out, struct arena *arena, const struct text *before,
                const struct text *after)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct str old = before->in[lang], new = after->in[lang];
		struct bag old_words, new_words;
		struct change *change;

		if (str_eq(old, new))
			continue;
		out->items = arena_push(arena, out->items, &out->len, sizeof *out->items);
		change = &out->items[out->len - 1];
		*change = (struct change){ .how = CHANGE_BODY,
			                   .lang = (enum lang)lang,
			                   .was_none = old.len == 0,
			                   .is_none = new.len == 0 };
		old_words = words_of(arena, old);
		new_words = words_of(arena, new);
		count(change, &old_words, &new_words);
	}
}
