#ifndef CARD_STREET_H
#define CARD_STREET_H
/*
 * street: the line of an address: a street's name and a house number, in the orders and spellings
 * that people use in Belgium, France, Luxembourg, the Netherlands and Germany.
 *
 *     "Rue du Moulin, 12 bis"   "12 rue du Moulin"   "Grote Markt 5 bus 2"   "Hauptstraße 3a"
 *
 * A number that belongs to the name stays there: "Rue du 11 Novembre", "Rue du 8 Mai 1945".
 * Two names are one street when their keys are the same: case, accents, punctuation and the usual
 * abbreviations ("R. du Moulin", "Kerkstr.", "Pl. St-Pierre") do not count.
 */
#include "base/str.h"

struct arena;

struct street_line {
	struct str name;   /* never empty when the line is not */
	struct str number; /* "12 bis", "5 bus 2", "12-14"; empty: none */
};

/* Both parts lie in `line`. */
struct street_line street_split(struct str line);

/* `country` (ISO 3166) settles what "ch." stands for. *plain: the name is written out and not in
 * capitals, as one would print it; may be NULL. */
struct str street_key(struct arena *arena, struct str name, struct str country, bool *plain);
#endif
