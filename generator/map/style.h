#ifndef MAP_STYLE_H
#define MAP_STYLE_H
/*
 * style: how a map is drawn: the theme's map.yml, read and checked.
 *
 *     ground: ["#f6f1e7", "#1d1a17"]                       # light, dark: wherever a colour stands
 *     ink: […]   quiet: […]   halo: […]                    # names, lesser names, the rim that keeps them legible
 *     areas:                                               # drawn in this order, the first at the bottom
 *       - {is: [landuse=grass, leisure=park], fill: […], edge: […], from: 12}
 *     lines:                                               # below each other in this order; all casings of a level first
 *       - {is: [highway=primary], fill: […], casing: […], width: {14: 3, 19: 22}, from: 12, name: 13}
 *     names:                                               # of areas and of nodes, the most important first
 *       - {is: [place=square], size: {15: 10, 18: 14}, from: 15}
 *     signs:                                               # small pictures of nodes and areas
 *       - {is: [amenity=parking], sign: P, from: 16, label: {fr: Parking, nl: Parking, de: Parkplatz, en: Car park}}
 *
 * A colour is "#rrggbb" or "#rgb", alone for both schemes or [light, dark]. `from` is the first zoom at which a rule
 * draws, `until` the first at which it does not any more.
 *
 * An area of natural=coastline is the sea to its right, within the extract's bounds.
 *
 * `is` lists alternatives; each is key=value, or key=* , and several that must all hold are joined by " + "
 * ("highway=service + service=driveway"), with key!=value for what must not. The first rule of a kind that fits an
 * object draws it. Widths and sizes are CSS pixels by zoom, between the zooms in the ratio of neighbours (so that a
 * width that doubles with each zoom keeps its metres).
 *
 * Memory  everything lives in the caller's arena.
 * Errors  reported where they stand (YAML places); -1.
 */
#include "base/str.h"
#include "card/lang.h"
#include "map/extract.h"

struct arena;
struct diag;

enum style_kind { STYLE_AREA, STYLE_LINE, STYLE_NAME, STYLE_SIGN, STYLE_KINDS };

struct style_colour {
	char light[8], dark[8]; /* "#rrggbb"; empty: none */
};

enum { STYLE_STOPS = 8 };
struct style_stops {
	struct {
		double zoom, value;
	} stop[STYLE_STOPS];
	size_t len; /* 0: not said */
};

struct style_test {
	struct str key, value; /* value empty: any */
	bool absent;           /* it must not hold */
};

struct style_match { /* all tests must hold */
	const struct style_test *tests;
	size_t len;
};

struct style_rule {
	enum style_kind kind;
	char id[4]; /* a short class name, its own within the style */
	const struct style_match *is;
	size_t is_len;
	double from, until;                     /* drawn where from <= zoom < until */
	struct style_colour fill, edge, casing; /* fill: of a name its ink, of a sign its plate */
	struct style_stops width, dash, size;   /* dash: length of its dashes and of the gaps */
	double name;       /* STYLE_LINE: zoom from which its name is written; 0: never */
	bool quiet;        /* its name in the lesser ink */
	struct str sign;   /* STYLE_SIGN: a letter or two, or the name of a built-in picture */
	struct text label; /* in the legend; empty: not there */
};

struct style_index;

struct style {
	struct style_colour ground, ink, quiet, halo;
	double numbers; /* zoom from which house numbers are written; 0: never */
	const struct style_rule *rules[STYLE_KINDS];
	size_t rules_len[STYLE_KINDS];
	const struct style_index *index; /* of the rules by what they test */
	struct hash hash;                /* of the file's bytes */
};

int style_read(struct style *style, struct arena *arena, struct str text, const char *file,
               struct diag *diag);
/* The first rule of the kind that fits; NULL: none. */
const struct style_rule *
style_find(const struct style *style, enum style_kind kind, const struct osm_object *object);
/* The same for every kind at once. */
void style_find_all(const struct style *style, const struct osm_object *object,
                    const struct style_rule *found[STYLE_KINDS]);
bool style_shows(const struct style_rule *rule, double zoom);
/* Before the first zoom said the first value holds, behind the last one the last; 0 where nothing was said. */
double style_at(const struct style_stops *stops, double zoom);
#endif
