#ifndef MAP_ADDRESSES_H
#define MAP_ADDRESSES_H
/*
 * addresses: where a house is, from what the extract knows: the geocoder, without a network.
 *
 * Knows   addr:housenumber with addr:street or addr:place on nodes, buildings and areas; associatedStreet
 *         relations; addr:interpolation lines; and, as the last resort, the streets' own lines. Names count in every
 *         language that OSM has for them (name, name:fr, name:nl, alt_name, official_name, "Rue X - X-straat").
 * Reads   a street line as people write it (card/street.h); "12 bis", "12b", "12 B" are one house, "12-14" is
 *         both, "5 bte 3" and "5 bus 2" are house 5; postcode and town settle which of two streets of a name is meant.
 * Memory  the extract is borrowed and must outlive it. Results borrow from it, or live in the caller's arena.
 * Threads addresses_find may be called by several at once.
 */
#include "card/card.h"
#include "map/extract.h"

struct addresses;

enum address_found {
	ADDRESS_NONE,      /* no such street, or no such house in it and no line either */
	ADDRESS_AMBIGUOUS, /* several streets of that name, in several towns: nothing says which */
	ADDRESS_STREET, /* the street is known, the house is not: a point in the middle of the street */
	ADDRESS_INTERPOLATED, /* between two known houses, or on an addr:interpolation line */
	ADDRESS_HOUSE
};

struct address_query {
	struct str street;         /* "Rue du Commerce 12 bis": with the number, in any order */
	struct str postcode, city; /* may be empty */
	struct str country;        /* ISO 3166; settles abbreviations */
};

enum { ADDRESS_HINTS = 3 };

struct address_result {
	enum address_found found;
	struct location at; /* not set for ADDRESS_NONE and ADDRESS_AMBIGUOUS */
	/* The nearest known addresses, for a hint: other numbers of the street ("Rue du Commerce 14"), or streets
	 * whose names are spelt alike ("Rue du Commerce"). */
	struct str hints[ADDRESS_HINTS];
	size_t hints_len;
};

struct addresses *addresses_new(const struct extract *extract, struct str country);
void addresses_free(struct addresses *addresses); /* NULL does nothing */
struct address_result addresses_find(const struct addresses *addresses, struct arena *arena,
                                     const struct address_query *query);
/* How many houses and streets are known. */
size_t addresses_houses(const struct addresses *addresses);
size_t addresses_streets(const struct addresses *addresses);
#endif
