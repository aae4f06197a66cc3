#ifndef COMMAND_EDITION_H
#define COMMAND_EDITION_H
/*
 * edition: the content as it was at a moment, made into a site of which any file can be asked for: pages are written when
 * somebody wants to see them, pictures and maps lie on the shelf.
 *
 * Errors   stay in project.diag, for whoever tells them; `code` says what they mean.
 * Memory   held by everybody who uses it, and freed when the last one lets it go.
 * Threads  opened and made by one; then any may hold it and ask for files.
 */
#include "command/project.h"

#include <stdatomic.h>

struct emission;
struct shelf;

enum { EDITION_NAME = 48 };

struct edition {
	char name[EDITION_NAME]; /* no other one has it, of this run of the program or another */
	struct project project;
	struct emission *emission; /* NULL: nothing can be shown */
	enum exit_code code;       /* EXIT_DONE: it is sound */
	bool has_rest;             /* social cards that are not made yet */
	atomic_uint holders;
};

/* Opens the content at `path`. What takes long and has not changed since `before` (NULL: none) is taken over. */
struct edition *
edition_open(const struct invocation *invocation, const char *path, const struct edition *before);
/* Makes what can be made of it, for the address `base_url`. `quick`: what no page shows may be made by
 * edition_make_rest, later. */
void edition_make(struct edition *edition, struct shelf *shelf, struct str base_url, bool quick);
/* Whether something waits for that; it is done once, for the edition that was made last. */
bool edition_has_rest(const struct edition *edition);
/* Whoever has better to do meanwhile says so by `stop`; what is made is kept all the same. */
void edition_make_rest(struct edition *edition, struct shelf *shelf, bool (*stop)(void *context),
                       void *context);
bool edition_is_sound(const struct edition *edition);
size_t edition_pages(const struct edition *edition);

struct edition *edition_hold(struct edition *edition);
void edition_release(struct edition *edition); /* NULL does nothing */
#endif
