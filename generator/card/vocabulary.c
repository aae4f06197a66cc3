#include "card/vocabulary.h"

#include "base/utf8.h"
#include "card/spelling.h"
#include "card/vocabulary_tables.h"

static const struct vocabulary_table *const tables[VOCABULARY_COUNT] = {
	[VOCABULARY_PAYMENT] = &vocabulary_payment,
	[VOCABULARY_SERVICES] = &vocabulary_services,
	[VOCABULARY_LANGUAGES] = &vocabulary_languages,
	[VOCABULARY_SOCIAL] = &vocabulary_social,
	[VOCABULARY_LINKS] = &vocabulary_links,
	[VOCABULARY_PLACES] = &vocabulary_places,
};

const struct term *
vocabulary(enum vocabulary which, size_t *count)
{
	*count = tables[which]->len;
	return tables[which]->terms;
}

/* Whether people would say that `word` is this term: by its id, a label or a synonym. */
static bool
means(const struct term *term, struct str word)
{
	struct str synonyms = str(term->also), synonym;

	if (spelling_same(word, str(term->id)))
		return true;
	for (size_t lang = 0; lang < LANG_COUNT; lang++)
		if (spelling_same(word, str(term->label[lang])))
			return true;
	while (str_split(&synonyms, '|', &synonym))
		if (spelling_same(word, synonym))
			return true;
	return false;
}

int
vocabulary_find(enum vocabulary which, struct str word)
{
	const struct vocabulary_table *table = tables[which];

	for (size_t i = 0; i < table->len; i++)
		if (str_is(word, table->terms[i].id))
			return (int)i;
	for (size_t i = 0; i < table->len; i++)
		if (means(&table->terms[i], word))
			return (int)i;
	return -1;
}

/* The nearest of one word per term, and how near; a term without it is given as its id. */
static const char *
nearest_by(const struct vocabulary_table *table, struct str word, int lang, unsigned *distance)
{
	enum { MOST = 256 };
	struct str words[MOST];
	size_t count = table->len < MOST ? table->len : MOST, nearest;

	for (size_t i = 0; i < count; i++)
		words[i] = str(lang < 0 ? table->terms[i].id : table->terms[i].label[lang]);
	nearest = utf8_nearest(word, words, count);
	if (nearest == count)
		return NULL;
	*distance = utf8_distance(word, words[nearest], 8);
	return table->terms[nearest].id;
}

const char *
vocabulary_nearest(enum vocabulary which, struct str word)
{
	const char *best = NULL;
	unsigned least = ~0U;

	for (int lang = -1; lang < LANG_COUNT; lang++) {
		unsigned distance = 0;
		const char *id = nearest_by(tables[which], word, lang, &distance);

		if (id && distance < least) {
			best = id;
			least = distance;
		}
	}
	return best;
}
