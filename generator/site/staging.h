#ifndef SITE_STAGING_H
#define SITE_STAGING_H
/*
 * staging: the folder beside a site (".NAME.quartier") in which the new one grows.
 *
 *     lock   held by flock(2) as long as a build is at work
 *     new    the new site; after the exchange, the old one on its way out
 *     old    the old site, for the moment between two renames where there is no exchange
 *     marker the new marker, when nothing else has changed
 *
 * What a killed build left is cleared by the next one's staging_open; were the two renames cut
 * apart, that puts the old site back.
 *
 * Threads  staging_write may be called by several at once.
 * Errors   staging_open reports; the others return -1 with errno.
 */
#include "base/str.h"

struct diag;
struct place;

struct staging {
	const struct place *place; /* NULL: not open */
	char *name;
	int fd, lock;
	int tree; /* "new" */
};

/* Whether there is one, of a build at work or of one that was killed. */
bool staging_exists(const struct place *place);
int staging_open(struct staging *staging, const struct place *place, struct diag *diag);
/* Writes a new file into the new site; a place that has one already is EEXIST. */
int staging_write(const struct staging *staging, const char *path, struct str bytes);
/* Takes a file over from the site that is there: the same file, or where that cannot be, a copy. */
int staging_keep(const struct staging *staging, const char *path);
/* Puts the new site in place. Everything is on the disk before and after. */
int staging_exchange(const struct staging *staging);
/* Puts the marker alone in place, in the site that is there. */
int staging_replace_marker(const struct staging *staging, struct str marker);
/* Clears and removes the folder. Of one that is not open: nothing. */
void staging_release(struct staging *staging);
#endif
