#include "map/addresses_names.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "card/street.h"

#include <stdlib.h>
#include <string.h>

enum { PARTS_MOST = 4, LANGUAGE_MOST = 3, WORDS_MOST = 32 };

bool
number_get(const struct table *table, struct str key, uint32_t *number)
{
	const void *thing = table_get(table, key);

	if (thing)
		*number = (uint32_t)((uintptr_t)thing - 1);
	return thing != NULL;
}

void
number_put(struct table *table, struct arena *arena, struct str key, uint32_t number)
{
	table_put(table, arena, key, (void *)((uintptr_t)number + 1));
}

/* Bit i: word i of the folded text ended in a dot. */
static uint32_t
dotted_words(struct arena *scratch, struct str written)
{
	uint32_t dotted = 0;
	size_t count = 0;

	for (size_t dot; (dot = str_find(written, '.')) < written.len;
	     written = str_sub(written, dot + 1, written.len)) {
		struct str piece = utf8_fold(scratch, str_sub(written, 0, dot)), word;
		size_t before = count;

		while (str_split(&piece, ' ', &word))
			count++;
		if (count > before && count <= WORDS_MOST)
			dotted |= (uint32_t)1 << (count - 1);
	}
	return dotted;
}

/* The accented letters of a text, in lower case. */
static struct str
accents_of(struct arena *arena, struct str text)
{
	struct str made = arena_str(arena, text);
	char *out = (char *)(uintptr_t)made.ptr; /* just copied: ours to change */

	made.len = 0;
	for (size_t i = 0; i < text.len;) {
		size_t from = i;
		uint32_t c = utf8_next(text, &i);
		bool split = c == 0xdf || c == 0xc6 || c == 0xe6 || c == 0x152 || c == 0x153;

		/* Latin-1 and Latin Extended-A: others are letters of their own, or signs. */
		if (c < 0xc0 || c > 0x17f || split)
			continue;
		for (; from < i; from++)
			out[made.len++] = text.ptr[from];
		if (c < 0xdf)
			out[made.len - 1] = (char)(out[made.len - 1] | 0x20);
		else if (c >= 0x100 && !(c & 1))
			out[made.len - 1] = (char)(out[made.len - 1] | 1);
	}
	return made;
}

static bool
has_accents(const struct street_name *name, struct str accents)
{
	for (size_t i = 0; i < name->accents_len; i++)
		if (str_eq(name->accents[i], accents))
			return true;
	return false;
}

static void
add_accents(struct names *names, struct street_name *name, struct str written)
{
	struct str accents = accents_of(names->scratch, written);

	if (name->accents_len < NAME_ACCENTS_MOST && !has_accents(name, accents))
		name->accents[name->accents_len++] = arena_str(names->arena, accents);
}

bool
names_differ(const struct names *names, struct arena *scratch, uint32_t number, struct str written,
             struct str other)
{
	const struct street_name *name = &names->items[number];
	struct str accents;

	if (name->accents_len < 2)
		return false;
	accents = accents_of(scratch, written);
	return has_accents(name, accents) && !str_eq(accents, accents_of(scratch, other));
}

uint32_t
names_add(struct names *names, struct str written)
{
	struct street_name *name;
	struct str key;
	uint32_t number;
	bool plain, known;

	if (number_get(&names->written, written, &number))
		return number;
	key = street_key(names->scratch, written, names->country, &plain);
	known = number_get(&names->keys, key, &number);
	if (!known) {
		number = (uint32_t)names->len;
		names->items =
			arena_push(names->scratch, names->items, &names->len, sizeof *names->items);
		key = arena_str(names->arena, key);
		names->items[number] =
			(struct street_name){ .key = key, .shown = written, .plain = plain };
		number_put(&names->keys, names->arena, key, number);
	}
	name = &names->items[number];
	if (plain && !name->plain) {
		name->shown = written;
		name->plain = true;
	}
	add_accents(names, name, written);
	if (!known || !plain)
		name->dotted |= dotted_words(names->scratch, written);
	number_put(&names->written, names->arena, written, number);
	return number;
}

uint32_t
names_add_all(struct names *names, const struct str *written, size_t len)
{
	uint32_t numbers[NAMES_OBJECT_MOST];

	for (size_t i = 0; i < len; i++)
		numbers[i] = names_add(names, written[i]);
	for (size_t i = 0; i < len; i++)
		for (size_t j = 0; j < len; j++) {
			if (numbers[i] == numbers[j])
				continue;
			names->others = arena_push(names->scratch, names->others,
			                           &names->others_len, sizeof *names->others);
			names->others[names->others_len - 1] =
				(struct name_pair){ numbers[i], numbers[j] };
		}
	return numbers[0];
}

/* ---- what an object is called ---- */

/* "name", or "name:nl"; not "name:etymology". */
static bool
is_name_key(struct str key, const char *base)
{
	size_t len = strlen(base);

	return str_starts(key, base) &&
	       (key.len == len || (key.ptr[len] == ':' && key.len - len - 1 <= LANGUAGE_MOST));
}

static bool
has_letter(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.ptr[i] > '9')
			return true;
	return false;
}

struct list {
	struct str items[NAMES_OBJECT_MOST];
	size_t len;
};

static void
list_add(struct list *list, struct str name)
{
	name = str_trim(name);
	if (list->len == NAMES_OBJECT_MOST || !has_letter(name))
		return;
	for (size_t i = 0; i < list->len; i++)
		if (str_eq(list->items[i], name))
			return;
	list->items[list->len++] = name;
}

/* The name, and its halves: "Rue Neuve - Nieuwstraat", "Rue Neuve / Nieuwstraat", "A;B". */
static void
list_add_parts(struct list *list, struct str name)
{
	static const char *const marks[] = { " - ", " – ", " / ", ";" };

	list_add(list, name);
	for (size_t m = 0; m < countof(marks); m++) {
		size_t len = strlen(marks[m]), from = 0;

		for (size_t i = 0; i + len <= name.len; i++)
			if (memcmp(name.ptr + i, marks[m], len) == 0) {
				list_add(list, str_sub(name, from, i));
				from = i + len;
			}
		if (from > 0)
			list_add(list, str_sub(name, from, name.len));
	}
}

bool
names_of_object(struct names *names, const struct osm_object *object, const char *base, bool more,
                uint32_t *name)
{
	static const char *const besides[] = { "alt_name", "official_name", "loc_name",
		                               "short_name" };
	const struct osm_tags *tags = &object->tags;
	struct list list = { 0 };

	list_add_parts(&list, osm_tag(object, base));
	for (uint32_t i = 0; i < tags->len; i++) {
		bool is_name = is_name_key(tags->items[i].key, base);

		for (size_t b = 0; more && !is_name && b < countof(besides); b++)
			is_name = is_name_key(tags->items[i].key, besides[b]);
		if (is_name)
			list_add_parts(&list, tags->items[i].value);
	}
	if (list.len == 0)
		return false;
	*name = names_add_all(names, list.items, list.len);
	return true;
}

/* ---- once all are there ---- */

static bool
is_article(struct str word)
{
	static const char *const articles[] = { "d",   "de",  "des", "du",  "het", "l",   "la",
		                                "le",  "les", "den", "der", "van", "ten", "ter",
		                                "aux", "au",  "a",   "en",  "et",  "t" };

	for (size_t i = 0; i < countof(articles); i++)
		if (str_is(word, articles[i]))
			return true;
	return false;
}

/* A key without spaces, and with a, o and u for ae, oe and ue; without articles, too, the looser it is. */
static struct str
loosen(struct arena *arena, struct str key, int level)
{
	struct str text = arena_str(arena, key), word;
	char *out = (char *)(uintptr_t)text.ptr; /* just copied: ours to change */

	text.len = 0;
	for (bool first = true; str_split(&key, ' ', &word); first = false) {
		if (level > 0 && !first && is_article(word))
			continue;
		for (size_t i = 0; i < word.len; i++) {
			if (word.ptr[i] == 'e' && i > 0 && strchr("aou", out[text.len - 1]))
				continue;
			out[text.len++] = word.ptr[i];
		}
	}
	return text;
}

static int
compare_loose(const void *left, const void *right)
{
	const struct loose_name *a = left, *b = right;
	int order = str_cmp(a->key, b->key);

	return order ? order : (a->name > b->name) - (a->name < b->name);
}

static int
compare_pairs(const void *left, const void *right)
{
	const struct name_pair *a = left, *b = right;

	if (a->name != b->name)
		return a->name < b->name ? -1 : 1;
	return (a->other > b->other) - (a->other < b->other);
}

static void
sort_others(struct names *names)
{
	struct name_pair *pairs = names->others, *kept;
	size_t len = 0;

	if (names->others_len > 1)
		qsort(pairs, names->others_len, sizeof *pairs, compare_pairs);
	for (size_t i = 0; i < names->others_len; i++)
		if (len == 0 || compare_pairs(&pairs[len - 1], &pairs[i]) != 0)
			pairs[len++] = pairs[i];
	kept = arena_array(names->arena, len, sizeof *kept);
	for (size_t i = 0; i < len; i++) {
		struct street_name *name = &names->items[pairs[i].name];

		if (name->others_len++ == 0)
			name->others = (uint32_t)i;
		kept[i] = pairs[i];
	}
	names->others = kept;
	names->others_len = len;
}

void
names_finish(struct names *names)
{
	struct street_name *items = arena_array(names->arena, names->len, sizeof *items);

	for (size_t i = 0; i < names->len; i++)
		items[i] = names->items[i];
	names->items = items;
	sort_others(names);
	for (int level = 0; level < NAMES_LOOSE; level++) {
		struct loose_name *loose = arena_array(names->arena, names->len, sizeof *loose);

		for (size_t i = 0; i < names->len; i++)
			loose[i] = (struct loose_name){ loosen(names->arena, items[i].key, level),
				                        (uint32_t)i };
		if (names->len > 1)
			qsort(loose, names->len, sizeof *loose, compare_loose);
		names->loose[level] = loose;
	}
	for (size_t i = 0; i < names->len; i++) {
		if (!items[i].dotted)
			continue;
		names->dotted = arena_push(names->arena, names->dotted, &names->dotted_len,
		                           sizeof *names->dotted);
		names->dotted[names->dotted_len - 1] = (uint32_t)i;
	}
	names->scratch = NULL;
}

/* ---- searching ---- */

/* Adds what is written alike to what is found already. */
static size_t
find_loose(const struct names *names, struct str key, int level, uint32_t *out, size_t found,
           size_t most)
{
	const struct loose_name *loose = names->loose[level];
	size_t from = 0, to = names->len;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_cmp(loose[middle].key, key) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	for (; from < names->len && found < most && str_eq(loose[from].key, key); from++)
		if (found == 0 || out[0] != loose[from].name)
			out[found++] = loose[from].name;
	return found;
}

/* A name that is sought, with words that end in a dot. */
struct cut_name {
	struct str key, folded; /* "chaussee de mons", "ch de mons": word by word */
	uint32_t dotted;
};

/* Whether one word is the beginning of the other, if that is cut off there. */
static bool
is_same_word(struct str a, bool cut_a, struct str b, bool cut_b)
{
	size_t len = a.len < b.len ? a.len : b.len;

	return memcmp(a.ptr, b.ptr, len) == 0 && (a.len == len || cut_b) && (b.len == len || cut_a);
}

/* Whether a name is the same word by word, where what has a dot may be the beginning of the other. */
static bool
same_but_dots(const struct cut_name *cut, const struct street_name *name)
{
	struct str key = cut->key, folded = cut->folded, other = name->key;
	struct str word, raw, known;

	for (unsigned i = 0; i < WORDS_MOST; i++) {
		bool more = str_split(&key, ' ', &word) && str_split(&folded, ' ', &raw);
		bool cut_word = cut->dotted >> i & 1, cut_known = name->dotted >> i & 1;

		if (str_split(&other, ' ', &known) != more)
			return false;
		if (!more)
			return true;
		if (!is_same_word(word, cut_word, known, cut_known) &&
		    !(cut_word && is_same_word(raw, true, known, cut_known)))
			return false;
	}
	return false;
}

static size_t
find_dotted(const struct names *names, const struct cut_name *cut, uint32_t *out, size_t most)
{
	size_t count = cut->dotted ? names->len : names->dotted_len, found = 0;

	for (size_t i = 0; i < count && found < most; i++) {
		uint32_t number = cut->dotted ? (uint32_t)i : names->dotted[i];
		const struct street_name *name = &names->items[number];

		/* The first letter is never cut off: most names are done with it. */
		if (name->key.len && cut->key.len && name->key.ptr[0] == cut->key.ptr[0] &&
		    same_but_dots(cut, name))
			out[found++] = number;
	}
	return found;
}

size_t
names_find(const struct names *names, struct arena *scratch, struct str written, struct str country,
           uint32_t *out, size_t most)
{
	struct str key = street_key(scratch, written, country, NULL);
	size_t found = 0;

	if (key.len == 0 || most == 0 || names->len == 0)
		return 0;
	/* The map, too, has Aeulestrasse beside Äulestrasse. */
	found += number_get(&names->keys, key, &out[0]);
	found = find_loose(names, loosen(scratch, key, 0), 0, out, found, most);
	if (found > 0)
		return found;
	/* What is left out may be that of several: then nobody knows. */
	found = find_loose(names, loosen(scratch, key, 1), 1, out, 0, most);
	if (found == 0) {
		const struct cut_name cut = { key, utf8_fold(scratch, written),
			                      dotted_words(scratch, written) };

		found = find_dotted(names, &cut, out, most);
	}
	return found == 1 ? 1 : 0;
}
