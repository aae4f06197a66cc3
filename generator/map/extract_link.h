#ifndef MAP_EXTRACT_LINK_H
#define MAP_EXTRACT_LINK_H
/*
 * extract_link: objects as the file tells them become an extract: in order of their ids, the latest version of
 * each, ways with their points, relations with their ways; for extract alone.
 */
#include "map/extract_raw.h"

/* Fills the extract (its arena is set) and counts flaws in `raw`, which is used up. */
void extract_link(struct extract *extract, struct raw *raw);
#endif
