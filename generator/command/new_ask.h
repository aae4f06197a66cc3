#ifndef COMMAND_NEW_ASK_H
#define COMMAND_NEW_ASK_H
/*
 * new_ask: asks for the fields of a new card on a terminal, one after the other.
 *
 * Answers  are read as the card's reader would read them; what is wrong is told, and asked again. A warning passes
 *          when the same answer is given twice.
 * Memory   answers live in the project's arena.
 */
#include "card/compose.h"

struct project;

struct new_fields {
	struct compose_field *items;
	size_t len;
};

/* A value for a required field of which nothing is known: the card is sound with it. Empty: there is none. */
struct str new_stand_in(const struct project *project, enum kind kind,
                        const struct new_fields *fields, const char *key, int day);
/* The value that `fields` has; empty. */
struct str new_get(const struct new_fields *fields, struct str path);
void
new_add(struct new_fields *fields, struct project *project, const char *path, struct str value);

/* Asks on standard output and reads standard input. -1: it ended before the last question. */
int new_ask(struct project *project, enum kind kind, struct new_fields *fields, int day);
#endif
