#ifndef MAP_ADDRESSES_FIND_H
#define MAP_ADDRESSES_FIND_H
/* addresses_find: the steps of a search: names, then the house, then what is beside it, then the street. */
#include "map/addresses_private.h"

enum { NAMES_MOST = 16, CANDIDATES_MOST = 64 };

/* A search for one reading of an address. */
struct finding {
	const struct addresses *addresses;
	struct arena *scratch;
	struct town_sought town;
	const struct house_numbers *numbers;
	struct str written;         /* the street, as the query has it */
	uint32_t names[NAMES_MOST]; /* the street's own first, then what it is called besides */
	size_t names_len;
};

struct finding_result {
	enum address_found found;
	struct osm_point at;
};

bool finding_street(struct finding *finding, struct str name, struct str country);
/* Rows of a name with this number. */
size_t finding_rows(const struct finding *finding, uint32_t name, uint32_t value,
                    const struct house_row **rows);
enum town_match finding_town(const struct finding *finding, const struct house_row *row);

/* Each returns whether it found anything. (addresses_house.c, addresses_beside.c) */
bool find_house(const struct finding *finding, struct finding_result *out);
bool find_beside(const struct finding *finding, struct finding_result *out);
bool find_street(const struct finding *finding, struct finding_result *out);

/* (addresses_hints.c) */
void hint_numbers(const struct finding *finding, struct arena *arena, struct address_result *out);
void hint_towns(const struct finding *finding, struct arena *arena, struct address_result *out);
void hint_streets(const struct addresses *addresses, struct arena *arena, struct str name,
                  struct str country, struct address_result *out);
#endif
