#ifndef MAP_OSMCHANGE_TAGS_H
#define MAP_OSMCHANGE_TAGS_H
/* osmchange_tags: the tags that an object would have if its card were right. */
#include "map/osmchange.h"

struct merchant;

struct osmchange_tags {
	struct osm_tag
		*items; /* those of the object in their order, changed or not; then new ones */
	size_t len;
};

/* False: the card knows nothing better. */
bool osmchange_tags(struct osmchange_tags *tags, struct arena *arena,
                    const struct osmchange_sources *from, const struct osm_object *object,
                    const struct merchant *card, struct diag *diag);
#endif
