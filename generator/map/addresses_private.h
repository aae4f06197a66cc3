#ifndef MAP_ADDRESSES_PRIVATE_H
#define MAP_ADDRESSES_PRIVATE_H
/* addresses_private: what the geocoder's files know of each other. */
#include "map/addresses.h"
#include "map/addresses_names.h"
#include "map/addresses_number.h"

/* ---- towns (addresses_towns.c) ---- */

enum { TOWN_UNKNOWN = 0 }; /* the number of the town without postcode and city */

struct town {
	struct str postcode; /* folded: "7370", "1234 ab" */
	uint32_t city;       /* in addresses.cities; NO_CITY */
	struct str shown;    /* "7370 Dour" */
};

enum { NO_CITY = UINT32_MAX, CITIES_MOST = 4 };

/* A town as a query names it. */
struct town_sought {
	struct str postcode, city; /* folded; empty: not said */
	uint32_t cities[CITIES_MOST];
	size_t cities_len;
};

enum town_match {
	TOWN_CONFLICT, /* another town */
	TOWN_OPEN,     /* nothing to compare */
	TOWN_NEARLY,   /* the postcode is the same, and the map does not know the city's name */
	TOWN_PART,     /* what can be compared is the same */
	TOWN_SAME
};

/* ---- what is known ---- */

enum house_rank { /* which of several objects of an address says where it is */
	          RANK_ENTRANCE,
	          RANK_NODE,  /* nothing but an address */
	          RANK_POINT, /* a shop's or the like */
	          RANK_BUILDING,
	          RANK_AREA /* grounds, and all else */
};

struct house {
	const struct osm_object *object;
	struct str number;
	struct osm_point at;
	uint32_t name, town;
	enum house_rank rank;
};

/* One number of a house: those of a name stand together, by number. */
struct house_row {
	struct house_number number;
	uint32_t name, house;
};

/* A stretch of a street, or a square. */
struct street_stretch {
	uint32_t name, town;
	struct osm_point at; /* its middle */
	double metres;
};

/* A part of an interpolation line, between two houses. */
struct house_span {
	struct house_number from, to;
	uint32_t name, town, step; /* step 0: by letters */
	const struct osm_way *way;
	uint32_t from_node, to_node; /* in way->nodes, in its direction */
};

struct addresses {
	const struct extract *extract;
	struct arena *arena;
	struct str country;
	struct names names, cities;
	struct table town_numbers; /* by postcode and city */
	struct town *towns;
	struct house *houses;
	uint32_t *by_latitude; /* houses of which the map says the town */
	struct house_row *rows;
	struct street_stretch *lines;
	struct house_span *spans;
	size_t towns_len, houses_len, by_latitude_len, rows_len, lines_len, spans_len;
};

/* ---- addresses_ground.c ---- */

double ground_metres(struct osm_point a, struct osm_point b);
/* The point `part` (0 .. 1) of the way from a to b. */
struct osm_point ground_between(struct osm_point a, struct osm_point b, double part);
/* Of the nodes [from, to] of a way. */
double
ground_length(const struct extract *extract, const struct osm_way *way, uint32_t from, uint32_t to);
/* The point `metres` behind node `from`. */
struct osm_point ground_along(const struct extract *extract, const struct osm_way *way,
                              uint32_t from, uint32_t to, double metres);
struct osm_point ground_point(struct location location);
struct location ground_location(struct osm_point point);
/* Where an object is. False: the extract does not tell. */
bool ground_place(const struct extract *extract, struct arena *scratch,
                  const struct osm_object *object, struct osm_point *at);

/* ---- addresses_towns.c ---- */

/* What a query may call cities. */
void towns_collect(struct addresses *addresses);
/* The number of the town that an object's addr:postcode and addr:city name, or those of `other` where it does
 * not say (NULL: nobody else does). */
uint32_t town_of_object(struct addresses *addresses, struct arena *scratch,
                        const struct osm_object *object, const struct osm_object *other);
/* Gives houses that do not say their town, or only half, that of the next ones that do. */
void towns_fill(struct addresses *addresses, struct arena *scratch);
/* The town of the nearest house that says it; TOWN_UNKNOWN: none is near. */
uint32_t town_near(const struct addresses *addresses, struct osm_point at);
void town_seek(const struct addresses *addresses, struct arena *scratch, struct str postcode,
               struct str city, struct town_sought *out);
enum town_match
town_matches(const struct addresses *addresses, uint32_t town, const struct town_sought *sought);
/* Whether two places `metres` apart may well be in one town. */
bool town_is_one(const struct addresses *addresses, uint32_t a, uint32_t b, double metres);
bool town_is_known(const struct addresses *addresses, struct arena *scratch, struct str city);

/* ---- building ---- */

void houses_collect(struct addresses *addresses, struct arena *scratch);
void lines_collect(struct addresses *addresses, struct arena *scratch);

/* ---- addresses_line.c ---- */

enum { READINGS_MOST = 7 };

/* One way of understanding what somebody wrote. */
struct address_reading {
	struct str name;
	struct house_numbers numbers;
	struct str postcode, city; /* where the line says them */
};

/* The likeliest first. */
size_t address_read(const struct addresses *addresses, struct arena *scratch,
                    const struct address_query *query, struct address_reading out[READINGS_MOST]);
#endif
