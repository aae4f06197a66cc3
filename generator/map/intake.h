#ifndef MAP_INTAKE_H
#define MAP_INTAKE_H
/*
 * intake: what an import from OpenStreetMap would do to the cards, worked out before anything is written.
 *
 * Match    a shop of the map is the card that names its object (`osm:`); else the card that the last import wrote for
 *          it; else a card of the same name in the same street or place. A shop whose card was deleted by hand is
 *          not made again; a card that opted out (listed: no, status: closed) is left alone, and so is what the guide has
 *          among its places.
 * Fields   three-way, by what the ledger remembers: what a card still says as it was imported follows the map; what a
 *          person changed, deleted or added stays, and where the map changed it, too, a note tells both. A card
 *          that no import has touched yet gets what it lacks.
 * Memory   in the caller's arena; survey, cards and source are borrowed.
 */
#include "map/ledger.h"
#include "map/survey.h"

struct cards;
struct diag;
struct source;

enum intake_action {
	INTAKE_ADD,    /* a new card */
	INTAKE_CHANGE, /* fields of a card follow the map */
	INTAKE_SAME,
	INTAKE_LEFT,    /* the card opted out */
	INTAKE_PLACE,   /* the guide has it among its places */
	INTAKE_DELETED, /* its card was deleted by hand */
	INTAKE_GONE,    /* no longer a shop on the map; its card is still there */
	INTAKE_ACTIONS
};

struct intake_change {
	struct str field, was, now; /* empty: nothing */
};

struct intake_item {
	enum intake_action action;
	const struct survey_merchant *merchant; /* NULL for INTAKE_GONE */
	struct str ref, path;                   /* the object; the card */
	struct str name, category, street;
	struct intake_change *changes;
	size_t changes_len;
	struct str was, text; /* the card's bytes before and after; ADD: `text` alone */
};

struct intake {
	struct intake_item *items; /* in the survey's order, the gone ones last */
	size_t len;
	size_t counts[INTAKE_ACTIONS];
	size_t differ,
		by_hand; /* fields: person and map say different things; could not be written */
	struct ledger ledger; /* as it will be */
};

struct intake_sources {
	struct survey *survey; /* merchants get their object of choice and the field "osm" */
	const struct extract *extract;
	const struct cards *cards;
	const struct source *source; /* listed */
	const struct ledger *ledger; /* of the last import */
};

/* -1: the environment failed, reported. */
int intake_plan(struct intake *intake, struct arena *arena, const struct intake_sources *from,
                struct diag *diag);
#endif
