#ifndef COMMAND_SHELF_H
#define COMMAND_SHELF_H
/*
 * shelf: the pictures and maps of the site that is previewed, in a scratch folder below TMPDIR.
 *
 * Their names tell their bytes, so a build takes over what one before it made. What the site that is shown has no
 * more is taken away by shelf_sweep.
 *
 * Threads  put, keep and has (of struct target) may be called by several at once; shelf_open by anybody.
 */
#include "command/target.h"

struct diag;
struct shelf;

/* -1: reported. */
int shelf_new(struct shelf **shelf, struct diag *diag);
void shelf_free(struct shelf *shelf); /* takes the folder away; NULL does nothing */

/* Begins a build, and says where its files go; or goes on with it. */
struct target shelf_target(struct shelf *shelf);
struct target shelf_more(struct shelf *shelf);
/* Takes away what the last build neither put nor kept. */
void shelf_sweep(struct shelf *shelf);
/* Opens a file that is there; -1. */
int shelf_open(const struct shelf *shelf, const char *path);
#endif
