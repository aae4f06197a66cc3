#ifndef COMMAND_MAPS_H
#define COMMAND_MAPS_H
/*
 * maps: the map of a project: the extract that the content has, what is drawn of it, and its files in the site.
 *
 * The extract is quartier.yml's `map: {extract: …}`, or map/quartier.osm or map/quartier.osm.gz where that says nothing.
 * Errors  reported into the project's diag.
 */
struct cache;
struct config;
struct project;
struct source;
struct source_entry;
struct target;

/* The extract's file; NULL: there is none. */
const struct source_entry *maps_extract(const struct project *project);
const struct source_entry *maps_find(const struct source *source, const struct config *config);

/* Reads the extract, before the guide is made. Without one, there is no map. */
void maps_open(struct project *project);
/* Once guide and theme are known: what is drawn, and how its files are called. */
void maps_dress(struct project *project);
/* Draws tiles and pictures into the site. -1: reported, or interrupted. */
int maps_make(struct project *project, struct cache *cache, const struct target *site);
#endif
