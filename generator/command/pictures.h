#ifndef COMMAND_PICTURES_H
#define COMMAND_PICTURES_H
/*
 * pictures: the photos of a project made ready.
 */
#include "command/project.h"

struct cache;
struct target;

/* Makes what pages will show, into `site`; project->guide knows it from then on. `site` NULL: nothing is put
 * anywhere. -1: reported, or interrupted. */
int pictures_make(struct project *project, struct cache *cache, const struct target *site);
/* The same, but social cards that the cache has not are only named, and made by pictures_make_rest, later, once,
 * while any thread may look the others up. */
int pictures_make_first(struct project *project, struct cache *cache, const struct target *site);
bool pictures_rest(const struct project *project); /* whether there are any */
int pictures_make_rest(const struct project *project, struct cache *cache,
                       const struct target *site, struct diag *diag);
/* Reports what is wrong with photos, and writes nothing. */
void pictures_check(struct project *project);
void pictures_free(struct project *project);
#endif
