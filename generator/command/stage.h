#ifndef COMMAND_STAGE_H
#define COMMAND_STAGE_H
/*
 * stage: what the preview shows at the moment: the edition that is current, file by file, each page with the line of
 * the preview (site/preview.h). Before the first one there is a page that says to wait; where nothing can be shown,
 * one that says so.
 *
 * Threads  one shows; stage_open is the server's.
 */
#include "base/str.h"
#include "site/server.h"

struct edition;
struct shelf;
struct stage;

struct stage *stage_new(const struct shelf *shelf);
void stage_free(struct stage *stage); /* NULL does nothing */

/* A name that no edition had before. */
void stage_name(struct stage *stage, struct edition *edition);
/* Shows this edition, which it holds from now on. Returns the one before, which it gives to the caller; NULL. */
struct edition *stage_show(struct stage *stage, struct edition *edition);
/* There is no edition that could be shown. */
void stage_fail(struct stage *stage);
/* The name of what is shown, in the caller's buffer. */
void stage_shown(struct stage *stage, char *name, size_t room);

enum server_found stage_open(void *stage, const char *path, struct server_file *file);
#endif
