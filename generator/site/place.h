#ifndef SITE_PLACE_H
#define SITE_PLACE_H
/*
 * place: where a site lies or is to lie, and whether it is ours to replace.
 *
 * A site reached through a symbolic link is replaced where it really is; the link stays.
 * Ours is what carries the marker, is empty, or is not there. All else is somebody's own.
 */
#include "base/str.h"

#include <sys/types.h>

struct diag;

struct place {
	char *path;   /* as given, for messages */
	char *name;   /* of the site in the folder that holds it */
	int parent;   /* that folder */
	int site;     /* the site that is there; -1: none */
	dev_t device; /* of that site */
	ino_t inode;
};

/* Finds the folder that holds, or shall hold, the site `path`; makes it where it is missing. */
int place_find(struct place *place, const char *path, struct diag *diag);
/* Opens the site that is there, if any, and locks it against other builds. */
int place_take(struct place *place, struct diag *diag);
/* Whether the site that was opened is still the one that people see there. */
bool place_holds(const struct place *place);
/* Reports that another build is at work. */
void place_report_busy(const struct place *place, struct diag *diag);
void place_release(struct place *place); /* of what place_find filled, also in part */
#endif
