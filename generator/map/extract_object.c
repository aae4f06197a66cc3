#include "map/extract_object.h"

#include "base/arena.h"
#include "map/extract_number.h"

#include <stdlib.h>
#include <string.h>

enum { VERSION_MOST = (1 << 30) - 1 };

/* ---- attributes ---- */

/* NULL: there is none. */
static const char *
attribute(const char **attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (strcmp(attributes[0], name) == 0)
			return attributes[1];
	return NULL;
}

static bool
attribute_is(const char **attributes, const char *name, const char *value)
{
	const char *text = attribute(attributes, name);

	return text && strcmp(text, value) == 0;
}

static bool
attribute_degrees(const char **attributes, const char *name, int most, int32_t *degrees)
{
	const char *text = attribute(attributes, name);

	return text && extract_number_degrees(text, most, degrees);
}

static bool
attribute_id(const char **attributes, const char *name, int64_t *id)
{
	const char *text = attribute(attributes, name);

	return text && extract_number_id(text, id);
}

/* ---- beginnings ---- */

static struct str
keep(struct objects *objects, const char *text)
{
	return strings_keep(&objects->raw->strings, str(text));
}

static void
flaw(struct objects *objects, enum raw_flaw flaw)
{
	if (raw_flaw(objects->raw, flaw, objects->kind, objects->key.id))
		objects->fresh = &objects->raw->flaws[flaw];
}

/* Reads what all kinds have. */
static void
beginside(struct objects *objects, enum osm_kind kind, const char **attributes)
{
	int64_t version;

	objects->kind = kind;
	objects->key = (struct raw_key){ 0 };
	objects->tags_len = objects->members_len = 0;
	objects->first_ref = objects->raw->refs_len;
	if (!attribute_id(attributes, "id", &objects->key.id)) {
		flaw(objects, RAW_NO_ID);
		return;
	}
	if (attribute_id(attributes, "version", &version) && version > 0 && version <= VERSION_MOST)
		objects->key.version = (unsigned)version & VERSION_MOST;
	objects->key.gone = attribute_is(attributes, "visible", "false") ||
	                    attribute_is(attributes, "action", "delete");
	objects->inside = true;
}

static void
begin_node(struct objects *objects, const char **attributes)
{
	beginside(objects, OSM_NODE, attributes);
	objects->at = (struct osm_point){ 0 };
	if (!objects->inside || objects->key.gone)
		return;
	if (attribute_degrees(attributes, "lat", 90, &objects->at.lat) &&
	    attribute_degrees(attributes, "lon", 180, &objects->at.lon))
		return;
	flaw(objects, RAW_NO_PLACE);
	objects->inside = false;
}

static void
begin_way(struct objects *objects, const char **attributes)
{
	beginside(objects, OSM_WAY, attributes);
}

static void
begin_relation(struct objects *objects, const char **attributes)
{
	beginside(objects, OSM_RELATION, attributes);
}

static void
begin_tag(struct objects *objects, const char **attributes)
{
	const char *key = attribute(attributes, "k"), *value = attribute(attributes, "v");

	if (!objects->inside || !key || !value || !*key || !*value)
		return;
	objects->tags = raw_room(objects->tags, objects->tags_len, &objects->tags_room,
	                         sizeof *objects->tags);
	objects->tags[objects->tags_len++] =
		(struct osm_tag){ keep(objects, key), keep(objects, value) };
}

static void
begin_nd(struct objects *objects, const char **attributes)
{
	int64_t id;

	if (!objects->inside || objects->kind != OSM_WAY)
		return;
	/* One that cannot be read is as good as missing: no node has this id. */
	if (!attribute_id(attributes, "ref", &id))
		id = INT64_MIN;
	raw_add_ref(objects->raw, id);
}

static void
begin_member(struct objects *objects, const char **attributes)
{
	static const char *const kinds[] = { "node", "way", "relation" };
	const char *type = attribute(attributes, "type"), *role = attribute(attributes, "role");
	struct osm_member member = { 0 };
	size_t kind = 0;

	if (!objects->inside || objects->kind != OSM_RELATION || !type ||
	    !attribute_id(attributes, "ref", &member.id))
		return;
	while (kind < countof(kinds) && strcmp(type, kinds[kind]) != 0)
		kind++;
	if (kind == countof(kinds))
		return;
	member.kind = (enum osm_kind)kind;
	member.role = keep(objects, role ? role : "");
	objects->members = raw_room(objects->members, objects->members_len, &objects->members_room,
	                            sizeof *objects->members);
	objects->members[objects->members_len++] = member;
}

static void
begin_bounds(struct objects *objects, const char **attributes)
{
	struct osm_point south_west, north_east;

	objects->key = (struct raw_key){ 0 };
	if (attribute_degrees(attributes, "minlat", 90, &south_west.lat) &&
	    attribute_degrees(attributes, "minlon", 180, &south_west.lon) &&
	    attribute_degrees(attributes, "maxlat", 90, &north_east.lat) &&
	    attribute_degrees(attributes, "maxlon", 180, &north_east.lon) &&
	    south_west.lat <= north_east.lat && south_west.lon <= north_east.lon)
		raw_add_bounds(objects->raw, south_west, north_east);
	else
		flaw(objects, RAW_BAD_BOUNDS);
}

static const struct element {
	const char *name;
	unsigned depth; /* where it counts: 1 below the root */
	void (*begin)(struct objects *objects, const char **attributes);
} elements[] = {
	/* the most frequent first */
	{ "nd", 2, begin_nd },         { "tag", 2, begin_tag }, { "node", 1, begin_node },
	{ "member", 2, begin_member }, { "way", 1, begin_way }, { "relation", 1, begin_relation },
	{ "bounds", 1, begin_bounds },
};

void
objects_begin(struct objects *objects, const char *element, unsigned depth, const char **attributes)
{
	for (size_t i = 0; i < countof(elements); i++)
		if (elements[i].depth == depth && strcmp(elements[i].name, element) == 0) {
			elements[i].begin(objects, attributes);
			return;
		}
}

/* ---- ends ---- */

static struct osm_tags
keep_tags(struct objects *objects)
{
	size_t len = objects->tags_len;

	if (!len || objects->key.gone)
		return (struct osm_tags){ 0 };
	return (struct osm_tags){ arena_copy(objects->raw->arena, objects->tags,
		                             len * sizeof *objects->tags),
		                  (uint32_t)len };
}

static bool
add_relation(struct objects *objects, struct osm_tags tags)
{
	size_t len = objects->members_len;
	struct raw_relation relation = { tags, NULL, (uint32_t)len };

	if (len > UINT32_MAX)
		return false;
	if (len)
		relation.members = arena_copy(objects->raw->arena, objects->members,
		                              len * sizeof *objects->members);
	return raw_add_relation(objects->raw, objects->key, relation);
}

bool
objects_end(struct objects *objects)
{
	struct raw *raw = objects->raw;
	struct osm_tags tags = keep_tags(objects);
	size_t refs = raw->refs_len - objects->first_ref;

	objects->inside = false;
	if (objects->tags_len > UINT32_MAX || refs > UINT32_MAX)
		return false;
	if (objects->kind == OSM_NODE)
		return raw_add_node(raw, objects->key, objects->at, tags);
	if (objects->kind == OSM_RELATION)
		return add_relation(objects, tags);
	return raw_add_way(raw, objects->key,
	                   (struct raw_way){ tags, objects->first_ref, (uint32_t)refs });
}

void
objects_release(struct objects *objects)
{
	free(objects->tags);
	free(objects->members);
	*objects = (struct objects){ 0 };
}
