#include "map/paths_graph.h"

/* By default, after wiki.openstreetmap.org/wiki/OSM_tags_for_routing/Access_restrictions. Where countries differ
 * (cycle ways, bridle ways) people walk in most; a trunk road has a pavement only where it says so. */
static const struct {
	const char *highway;
	bool only_if_said; /* foot=yes and its like, or a pavement */
} ways[] = {
	{ "footway", false },       { "residential", false },    { "service", false },
	{ "pedestrian", false },    { "living_street", false },  { "steps", false },
	{ "path", false },          { "track", false },          { "unclassified", false },
	{ "tertiary", false },      { "secondary", false },      { "primary", false },
	{ "tertiary_link", false }, { "secondary_link", false }, { "primary_link", false },
	{ "road", false },          { "cycleway", false },       { "bridleway", false },
	{ "platform", false },      { "corridor", false },       { "elevator", false },
	{ "trunk", true },          { "trunk_link", true },      { "busway", true },
	{ "bus_guideway", true },
};

/* What foot=* and access=* say. */
enum said { SAID_NOTHING, SAID_YES, SAID_NO };

static enum said
said_by(struct str value)
{
	static const char *const yes[] = { "yes",         "designated", "permissive",
		                           "destination", "customers",  "official" };
	static const char *const no[] = { "no",       "private",      "use_sidepath", "permit",
		                          "military", "agricultural", "forestry",     "delivery" };

	for (size_t i = 0; i < countof(yes); i++)
		if (str_is(value, yes[i]))
			return SAID_YES;
	for (size_t i = 0; i < countof(no); i++)
		if (str_is(value, no[i]))
			return SAID_NO;
	return SAID_NOTHING;
}

/* The word on people on foot goes before the one on everybody. */
static enum said
said_of(const struct osm_object *object)
{
	enum said foot = said_by(osm_tag(object, "foot"));

	return foot != SAID_NOTHING ? foot : said_by(osm_tag(object, "access"));
}

static bool
has_pavement(const struct osm_object *way)
{
	static const char *const keys[] = { "sidewalk", "sidewalk:both", "sidewalk:left",
		                            "sidewalk:right" };

	for (size_t i = 0; i < countof(keys); i++) {
		struct str value = osm_tag(way, keys[i]);

		if (value.len && !str_is(value, "no") && !str_is(value, "none") &&
		    !str_is(value, "separate"))
			return true;
	}
	return false;
}

bool
graph_walkable(const struct osm_object *way)
{
	struct str highway = osm_tag(way, "highway");
	enum said said;

	if (highway.len == 0)
		return (osm_is(way, "railway", "platform") ||
		        osm_is(way, "public_transport", "platform")) &&
		       said_of(way) != SAID_NO;
	for (size_t i = 0; i < countof(ways); i++) {
		if (!str_is(highway, ways[i].highway))
			continue;
		said = said_of(way);
		if (said == SAID_NO || osm_is(way, "motorroad", "yes"))
			return false;
		return !ways[i].only_if_said || said_by(osm_tag(way, "foot")) == SAID_YES ||
		       has_pavement(way);
	}
	return false;
}

bool
graph_blocked(const struct osm_object *node)
{
	return osm_tag(node, "barrier").len > 0 && said_of(node) == SAID_NO;
}
