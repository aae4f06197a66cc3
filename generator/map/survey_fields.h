#ifndef MAP_SURVEY_FIELDS_H
#define MAP_SURVEY_FIELDS_H
/*
 * survey_fields: from the tags of an object to the fields of a card (wiki.openstreetmap.org, the pages of the keys).
 */
#include "map/survey.h"
#include "map/survey_kind.h"

struct surveying {
	struct arena *arena;
	struct arena *scratch; /* emptied now and then by who makes the survey */
	const struct config *config;
	const char *file; /* for reports */
	struct diag *diag;
};

/* Sets the fields of `merchant`, whose object and ref are set. False: it has no name. */
bool survey_fields(struct surveying *s, struct survey_merchant *merchant,
                   const struct survey_kind *kind);
/* Takes out, with a note, what the reader of cards would complain about. */
void survey_check(struct surveying *s, struct survey_merchant *merchant);

/* survey_lists.c: services, payment, languages, keywords, brands. */
void survey_lists(struct surveying *s, struct survey_merchant *merchant);
/* A tag's value as a card keeps it: composed, on one line; empty where there is none. */
struct str survey_tag(struct surveying *s, const struct osm_object *object, const char *key);
void survey_left_out(struct surveying *s, const struct survey_merchant *merchant, const char *what,
                     struct str value);
#endif
