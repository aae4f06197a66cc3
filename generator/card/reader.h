#ifndef CARD_READER_H
#define CARD_READER_H
/*
 * reader: from a parsed card to its struct, through the schema table.
 *
 * Memory   what the struct keeps is copied into `arena`; `scratch` may be emptied afterwards.
 * Errors   every problem is reported and the rest is read on; who wants to know counts the errors in `diag`.
 * Threads  a reader belongs to one thread; config and source are only read.
 */
#include "base/pos.h"
#include "base/str.h"
#include "card/lang.h"
#include "card/schema.h"

struct arena;
struct config;
struct diag;
struct fixes;
struct named;
struct source;
struct trail;

struct reader {
	struct arena *arena;   /* for what the card keeps */
	struct arena *scratch; /* for what only the reading needs */
	struct diag *diag;
	const struct source *source; /* where named files are looked for; NULL: nowhere */
	const struct config *config; /* languages, country and limits hold already */
	struct fixes *fixes;         /* in `arena`: what could be corrected; NULL: nobody asks */
	struct named *named;         /* in `arena`: files that cards name; NULL: nobody asks */

	/* The state of one file. */
	const char *file;
	struct str bytes; /* all of it */
	enum lang lang;   /* of texts without one: the site's first, or the translation's */
	bool translating;
	unsigned unknown;          /* unknown keys met in this file */
	const struct trail *trail; /* the keys that lead to where we are */
};

/* Reads a card's whole text into the struct of its kind, which begins with struct card. In a translation
 * (`lang` not the first) only texts are taken, into the struct that the main card filled. */
void reader_card(struct reader *reader, enum kind kind, void *card, struct str text,
                 const char *file, enum lang lang);
/* What quartier.yml means where it says nothing. */
void reader_config_defaults(struct config *config, const char *file);
/* quartier.yml, over its defaults. `reader->config` must be `config`. -1: it is no map of fields, and its
 * languages, of which nobody knows, are all there are. */
int reader_config(struct reader *reader, struct config *config, struct str text, const char *file);
#endif
