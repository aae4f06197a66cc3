#ifndef MAP_SURVEY_H
#define MAP_SURVEY_H
/*
 * survey: the merchants of an extract, with the fields that their cards would have.
 *
 * Fields   as card/compose.h writes them, each accepted by the reader of cards without a warning: what would not
 *          be (a telephone number that is none, a text too long) is left out and noted.
 * Twins    a shop that is there twice (a node in its building, a node and an outline) is one, with the details of
 *          both; two branches of a chain are two.
 * Order    by kind (nodes, ways, relations) and id, whatever the order of the file.
 * Errors   none: everything odd is a note about `file`, with the object's "node/123" and its name.
 * Memory   in the caller's arena; the extract is borrowed.
 */
#include "card/compose.h"
#include "map/extract.h"

struct arena;
struct config;
struct diag;

struct survey_merchant {
	const struct osm_object *object; /* the one that tells most */
	struct str ref;                  /* "node/123" */
	struct str *twins;               /* other objects of the same shop */
	size_t twins_len;
	struct location at;
	struct str name, category; /* of the fields: in the first language; the main one */
	struct compose_field *fields;
	size_t len;
};

struct survey {
	struct survey_merchant *items;
	size_t len;
	/* What the extract has of shops: found = len + nameless + twins + closed + private. */
	size_t found, nameless, twins, closed, secluded;
};

void survey_make(struct survey *survey, struct arena *arena, const struct extract *extract,
                 const struct config *config, const char *file, struct diag *diag);

/* Empty when there is none. */
struct str survey_get(const struct survey_merchant *merchant, const char *path);
void survey_set(struct survey_merchant *merchant, struct arena *arena, const char *path,
                struct str value);
/* "node/123" */
struct str survey_ref(struct arena *arena, const struct osm_object *object);
#endif
