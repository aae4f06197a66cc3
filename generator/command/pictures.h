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
/* Reports what is wrong with photos, and writes nothing. */
void pictures_check(struct project *project);
void pictures_free(struct project *project);
#endif
