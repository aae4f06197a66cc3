#ifndef MAP_ADDRESSES_NAMES_H
#define MAP_ADDRESSES_NAMES_H
/*
 * addresses_names: the names of streets that the extract knows, each once, found however people spell them.
 *
 * Found   by the key of card/street.h; else without spaces and with ä for ae ("Fürst Franz Josefstr.", "Aeulestr.");
 *         else, if there is but one such, without articles ("Rue Moulin") or by words cut short with a dot ("Av.
 *         Princ. Alice").
 * Others  what one street is called besides: in other languages, officially, each half of "Rue Neuve - Nieuwstraat".
 * Memory  in the arena given at the beginning; names as written are borrowed.
 * Threads finished names may be searched by several at once.
 */
#include "base/table.h"
#include "map/extract.h"

enum { NAMES_LOOSE = 2, NAMES_OBJECT_MOST = 8, NAME_ACCENTS_MOST = 3 };

struct street_name {
	struct str key;
	struct str shown; /* as the map writes it, in full if it does so anywhere */
	bool plain;       /* `shown` is written out */
	uint32_t dotted;  /* bit i: word i ends in a dot */
	struct str accents[NAME_ACCENTS_MOST]; /* the manners in which the map accents it */
	size_t accents_len;
	uint32_t others, others_len; /* in names.others */
	uint32_t rows, rows_len;     /* of houses, set by their owner */
	uint32_t lines, lines_len;   /* of streets, likewise */
	uint32_t spans, spans_len;   /* of interpolation lines, likewise */
};

struct loose_name {
	struct str key;
	uint32_t name;
};

struct name_pair {
	uint32_t name, other;
};

struct names {
	struct arena *arena, *scratch; /* scratch: until names_finish */
	struct str country;
	struct street_name *items;
	size_t len;
	struct name_pair *others; /* sorted once finished */
	size_t others_len;
	struct loose_name *loose[NAMES_LOOSE]; /* sorted by key */
	uint32_t *dotted;                      /* the names that have dotted words */
	size_t dotted_len;
	struct table written, keys; /* numbers, see number_get */
};

/* Numbers in a struct table. False: there is none under `key`. */
bool number_get(const struct table *table, struct str key, uint32_t *number);
void number_put(struct table *table, struct arena *arena, struct str key, uint32_t number);

/* The name as written; its number. Not empty. */
uint32_t names_add(struct names *names, struct str written);
/* The first is the name of a street, the others are what it is called besides. Returns the first's number. */
uint32_t names_add_all(struct names *names, const struct str *written, size_t len);
/* All that an object is called by `base` ("name", "addr:street") and its variants in other languages; with `more`
 * also alt_name and its like. False: it has no such name. */
bool names_of_object(struct names *names, const struct osm_object *object, const char *base,
                     bool more, uint32_t *name);
/* Once all are there, before the first search. */
void names_finish(struct names *names);

/* The names that `written` may mean, at most `most`: the one of its key, if there is one, comes first. */
size_t names_find(const struct names *names, struct arena *scratch, struct str written,
                  struct str country, uint32_t *out, size_t most);
/* Whether the map knows a street that is accented as `written`, and this is another one: Bödastrasse and
 * Bodastrasse have one key, and may be two streets. */
bool names_differ(const struct names *names, struct arena *scratch, uint32_t name,
                  struct str written, struct str other);
/* Those that are spelt alike, the nearest first. */
size_t names_near(const struct names *names, struct arena *scratch, struct str written,
                  struct str country, uint32_t *out, size_t most);
#endif
