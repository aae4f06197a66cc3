#include "map/addresses_names.h"

#include "base/utf8.h"
#include "card/street.h"

enum { LETTERS = 32 };

/* How many there are of each letter of a text, roughly: it is only to spare the comparing. */
struct letters {
	unsigned char count[LETTERS];
	size_t len;
};

static struct letters
count_letters(struct str text)
{
	struct letters letters = { .len = text.len };

	for (size_t i = 0; i < text.len; i++)
		letters.count[(unsigned char)text.ptr[i] % LETTERS]++;
	return letters;
}

/* False where more letters differ than may, whatever their order. */
static bool
may_be_near(struct letters letters, struct str text, unsigned limit)
{
	size_t more = letters.len > text.len ? letters.len : text.len, both = 0;

	if (more > text.len + limit || more > letters.len + limit)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		unsigned char *left = &letters.count[(unsigned char)text.ptr[i] % LETTERS];

		both += *left > 0;
		*left = (unsigned char)(*left - (*left > 0));
	}
	return more - both <= limit;
}

static struct str
behind_first_word(struct str key)
{
	size_t space = str_find(key, ' ');

	return space < key.len ? str_sub(key, space + 1, key.len) : (struct str){ 0 };
}

/* A name that is sought, whole and without its first word. */
struct sought {
	struct str key, rest;
	struct letters key_letters, rest_letters;
	unsigned limit;
};

/* How many letters differ, or more than the limit; first words count as one: "Avenue du Moulin" is near "Rue du
 * Moulin". */
static unsigned
distance_of(const struct sought *sought, struct str key)
{
	unsigned distance = sought->limit + 1, limit = sought->limit;
	struct str rest = behind_first_word(key);

	if (may_be_near(sought->key_letters, key, limit))
		distance = utf8_distance(sought->key, key, limit);
	if (distance > 1 && limit > 0 && rest.len > 3 && sought->rest.len > 3 &&
	    may_be_near(sought->rest_letters, rest, limit - 1)) {
		unsigned other = utf8_distance(sought->rest, rest, limit - 1) + 1;

		distance = other < distance ? other : distance;
	}
	return distance;
}

size_t
names_near(const struct names *names, struct arena *scratch, struct str written, struct str country,
           uint32_t *out, size_t most)
{
	struct str key = street_key(scratch, written, country, NULL), rest = behind_first_word(key);
	const struct sought sought = {
		.key = key,
		.rest = rest,
		.key_letters = count_letters(key),
		.rest_letters = count_letters(rest),
		.limit = key.len / 4 < 1   ? 1
		         : key.len / 4 > 4 ? 4
		                           : (unsigned)(key.len / 4),
	};
	unsigned distances[NAMES_OBJECT_MOST];
	size_t found = 0;

	if (most > countof(distances))
		most = countof(distances);
	for (size_t i = 0; i < names->len && key.len; i++) {
		const struct street_name *name = &names->items[i];
		unsigned distance;
		size_t at;

		if (name->rows_len + name->lines_len + name->spans_len == 0)
			continue;
		distance = distance_of(&sought, name->key);
		if (distance > sought.limit)
			continue;
		for (at = found; at > 0 && distances[at - 1] > distance; at--)
			if (at < most) {
				distances[at] = distances[at - 1];
				out[at] = out[at - 1];
			}
		if (at < most) {
			distances[at] = distance;
			out[at] = (uint32_t)i;
			found += found < most;
		}
	}
	return found;
}
