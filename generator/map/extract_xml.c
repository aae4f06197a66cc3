#include "map/extract_xml.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "map/extract_foreign.h"
#include "map/extract_number.h"
#include "map/extract_raw.h"
#include "map/extract_unpack.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

enum {
	DEPTH_MOST = 32,          /* real files have three or four */
	TOKEN_MOST = 1024 * 1024, /* one tag with its attributes; real ones have some hundred bytes */
	REMARK_MOST = 200,
	VERSION_MOST = (1 << 30) - 1
};

struct reader {
	XML_Parser parser;
	struct raw *raw;
	const char *path;
	struct diag *diag;
	uint64_t fed, most;
	unsigned depth;
	bool refused; /* and reported: nothing counts any more */
	/* The object that is being read, and what it has so far. */
	bool in_object, in_remark;
	enum osm_kind kind;
	struct raw_key key;
	struct osm_point at;
	struct osm_tag *tags;
	struct osm_member *members;
	size_t tags_len, tags_room, members_len, members_room, first_ref;
	struct buf remark;
};

/* ---- refusing ---- */

static struct pos
where(const struct reader *reader)
{
	return (struct pos){ reader->path,
		             (unsigned)XML_GetCurrentLineNumber(reader->parser),
		             (unsigned)XML_GetCurrentColumnNumber(reader->parser) + 1 };
}

/* After the report: expat stops, and what it still calls does nothing. */
static void
refuse(struct reader *reader)
{
	reader->refused = true;
	XML_StopParser(reader->parser, XML_FALSE);
}

static void
refuse_size(struct reader *reader)
{
	diag_error(reader->diag, (struct pos){ reader->path, 0, 0 }, "limit",
	           _("the extract has more than %llu MiB when unpacked"),
	           (unsigned long long)(reader->most >> 20));
	diag_hint(reader->diag, _("export a smaller area, or raise limits: extract-bytes in "
	                          "quartier.yml"));
	refuse(reader);
}

static void
refuse_excess(struct reader *reader, const char *what)
{
	diag_error(reader->diag, where(reader), "limit", "%s", what);
	diag_hint(reader->diag, "%s", _(extract_foreign_hint));
	refuse(reader);
}

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

static struct str
keep(struct reader *reader, const char *text)
{
	return strings_keep(&reader->raw->strings, str(text));
}

/* ---- objects ---- */

static void
flaw(struct reader *reader, enum raw_flaw flaw)
{
	struct raw_flaws *flaws = &reader->raw->flaws[flaw];

	/* Counting lines takes expat time, so only the first is asked for. */
	if (raw_flaw(reader->raw, flaw, reader->kind, reader->key.id)) {
		flaws->line = where(reader).line;
		flaws->column = where(reader).column;
	}
}

/* Reads what all kinds have. */
static void
begin_object(struct reader *reader, enum osm_kind kind, const char **attributes)
{
	int64_t version;

	reader->kind = kind;
	reader->key = (struct raw_key){ 0 };
	reader->tags_len = reader->members_len = 0;
	reader->first_ref = reader->raw->refs_len;
	if (!attribute_id(attributes, "id", &reader->key.id)) {
		flaw(reader, RAW_NO_ID);
		return;
	}
	if (attribute_id(attributes, "version", &version) && version > 0 && version <= VERSION_MOST)
		reader->key.version = (unsigned)version & VERSION_MOST;
	reader->key.gone = attribute_is(attributes, "visible", "false") ||
	                   attribute_is(attributes, "action", "delete");
	reader->in_object = true;
}

static void
begin_node(struct reader *reader, const char **attributes)
{
	begin_object(reader, OSM_NODE, attributes);
	reader->at = (struct osm_point){ 0 };
	if (!reader->in_object || reader->key.gone)
		return;
	if (attribute_degrees(attributes, "lat", 90, &reader->at.lat) &&
	    attribute_degrees(attributes, "lon", 180, &reader->at.lon))
		return;
	flaw(reader, RAW_NO_PLACE);
	reader->in_object = false;
}

static void
begin_way(struct reader *reader, const char **attributes)
{
	begin_object(reader, OSM_WAY, attributes);
}

static void
begin_relation(struct reader *reader, const char **attributes)
{
	begin_object(reader, OSM_RELATION, attributes);
}

static void
begin_tag(struct reader *reader, const char **attributes)
{
	const char *key = attribute(attributes, "k"), *value = attribute(attributes, "v");

	if (!reader->in_object || !key || !value || !*key || !*value)
		return;
	reader->tags = raw_room(reader->tags, reader->tags_len, &reader->tags_room,
	                        sizeof *reader->tags);
	reader->tags[reader->tags_len++] =
		(struct osm_tag){ keep(reader, key), keep(reader, value) };
}

static void
begin_nd(struct reader *reader, const char **attributes)
{
	int64_t id;

	if (!reader->in_object || reader->kind != OSM_WAY)
		return;
	/* One that cannot be read is as good as missing: no node has this id. */
	if (!attribute_id(attributes, "ref", &id))
		id = INT64_MIN;
	raw_add_ref(reader->raw, id);
}

static void
begin_member(struct reader *reader, const char **attributes)
{
	static const char *const kinds[] = { "node", "way", "relation" };
	const char *type = attribute(attributes, "type"), *role = attribute(attributes, "role");
	struct osm_member member = { 0 };
	size_t kind = 0;

	if (!reader->in_object || reader->kind != OSM_RELATION || !type ||
	    !attribute_id(attributes, "ref", &member.id))
		return;
	while (kind < countof(kinds) && strcmp(type, kinds[kind]) != 0)
		kind++;
	if (kind == countof(kinds))
		return;
	member.kind = (enum osm_kind)kind;
	member.role = keep(reader, role ? role : "");
	reader->members = raw_room(reader->members, reader->members_len, &reader->members_room,
	                           sizeof *reader->members);
	reader->members[reader->members_len++] = member;
}

static void
begin_bounds(struct reader *reader, const char **attributes)
{
	struct osm_point south_west, north_east;

	reader->key = (struct raw_key){ 0 };
	if (attribute_degrees(attributes, "minlat", 90, &south_west.lat) &&
	    attribute_degrees(attributes, "minlon", 180, &south_west.lon) &&
	    attribute_degrees(attributes, "maxlat", 90, &north_east.lat) &&
	    attribute_degrees(attributes, "maxlon", 180, &north_east.lon) &&
	    south_west.lat <= north_east.lat && south_west.lon <= north_east.lon)
		raw_add_bounds(reader->raw, south_west, north_east);
	else
		flaw(reader, RAW_BAD_BOUNDS);
}

static void XMLCALL
on_text(void *context, const char *text, int len)
{
	struct buf *remark = &((struct reader *)context)->remark;

	buf_add(remark, str_sub((struct str){ text, (size_t)len }, 0, REMARK_MOST - remark->len));
}

/* Only here is text between the tags worth a call. */
static void
begin_remark(struct reader *reader, const char **attributes)
{
	(void)attributes;
	reader->in_remark = true;
	XML_SetCharacterDataHandler(reader->parser, on_text);
}

static const struct element {
	const char *name;
	unsigned depth; /* where it counts: 1 below the root */
	void (*begin)(struct reader *reader, const char **attributes);
} elements[] = { /* the most frequent first */
	{ "nd", 2, begin_nd },
	{ "tag", 2, begin_tag },
	{ "node", 1, begin_node },
	{ "member", 2, begin_member },
	{ "way", 1, begin_way },
	{ "relation", 1, begin_relation },
	{ "bounds", 1, begin_bounds },
	{ "remark", 1, begin_remark }, /* Overpass: why the data is not all */
	{ "error", 1, begin_remark }   /* the same of openstreetmap.org's server */
};

static void
begin_root(struct reader *reader, const char *name)
{
	if (strcmp(name, "osm") == 0)
		return;
	extract_foreign_root(reader->diag, where(reader), name);
	refuse(reader);
}

static void XMLCALL
on_start(void *context, const char *name, const char **attributes)
{
	struct reader *reader = context;
	unsigned depth = reader->depth++;

	if (reader->refused)
		return;
	if (depth == 0) {
		begin_root(reader, name);
		return;
	}
	if (depth >= DEPTH_MOST) {
		refuse_excess(reader, _("its elements are nested too deeply"));
		return;
	}
	for (size_t i = 0; i < countof(elements); i++)
		if (elements[i].depth == depth && strcmp(elements[i].name, name) == 0) {
			elements[i].begin(reader, attributes);
			return;
		}
}

static struct osm_tags
keep_tags(struct reader *reader)
{
	size_t len = reader->tags_len;

	if (!len || reader->key.gone)
		return (struct osm_tags){ 0 };
	return (struct osm_tags){ arena_copy(reader->raw->arena, reader->tags,
		                             len * sizeof *reader->tags),
		                  (uint32_t)len };
}

static bool
add_relation(struct reader *reader, struct osm_tags tags)
{
	size_t len = reader->members_len;
	struct raw_relation relation = { tags, NULL, (uint32_t)len };

	if (len > UINT32_MAX)
		return false;
	if (len)
		relation.members = arena_copy(reader->raw->arena, reader->members,
		                              len * sizeof *reader->members);
	return raw_add_relation(reader->raw, reader->key, relation);
}

static void
end_object(struct reader *reader)
{
	struct raw *raw = reader->raw;
	struct osm_tags tags = keep_tags(reader);
	size_t refs = raw->refs_len - reader->first_ref;
	bool fits = reader->tags_len <= UINT32_MAX && refs <= UINT32_MAX;

	reader->in_object = false;
	if (reader->kind == OSM_NODE)
		fits = fits && raw_add_node(raw, reader->key, reader->at, tags);
	else if (reader->kind == OSM_RELATION)
		fits = fits && add_relation(reader, tags);
	else
		fits = fits && raw_add_way(raw, reader->key,
		                           (struct raw_way){ tags, reader->first_ref,
		                                             (uint32_t)refs });
	if (!fits)
		refuse_excess(reader, _("it has more objects than can be counted"));
}

static void
end_remark(struct reader *reader)
{
	struct str text = extract_foreign_text(str_trim(buf_str(&reader->remark)), REMARK_MOST);

	reader->in_remark = false;
	XML_SetCharacterDataHandler(reader->parser, NULL);
	diag_warning(reader->diag, where(reader), "extract",
	             _("the server that made the extract says that it is not complete: \"%.*s\""),
	             STR_ARG(text));
	diag_hint(reader->diag, _("download it again, or a smaller area"));
	buf_clear(&reader->remark);
}

static void XMLCALL
on_end(void *context, const char *name)
{
	struct reader *reader = context;

	(void)name;
	reader->depth--;
	if (reader->refused || reader->depth != 1)
		return;
	if (reader->in_object)
		end_object(reader);
	else if (reader->in_remark)
		end_remark(reader);
}

static void XMLCALL
on_doctype(void *context, const char *name, const char *system, const char *public, int internal)
{
	struct reader *reader = context;

	(void)system, (void)public, (void)internal;
	if (reader->refused)
		return;
	extract_foreign_doctype(reader->diag, where(reader), name);
	refuse(reader);
}

/* ---- the whole file ---- */

/* What expat itself found. */
static void
refuse_xml(struct reader *reader)
{
	enum XML_Error error = XML_GetErrorCode(reader->parser);

	if (reader->refused)
		return;
	if (error == XML_ERROR_NO_MEMORY)
		mem_exhausted();
	reader->refused = true;
	if (error == XML_ERROR_NO_ELEMENTS || error == XML_ERROR_UNCLOSED_TOKEN ||
	    error == XML_ERROR_PARTIAL_CHAR || error == XML_ERROR_UNCLOSED_CDATA_SECTION) {
		diag_error(reader->diag, where(reader), "extract",
		           _("the file ends in the middle: it was not saved whole"));
		diag_hint(reader->diag, "%s", _("download it again"));
		return;
	}
	diag_error(reader->diag, where(reader), "extract", _("this is not sound XML: %s"),
	           XML_ErrorString(error));
	diag_hint(reader->diag, "%s", _(extract_foreign_hint));
}

/* A tag that goes on and on is read again from its beginning with every piece. */
static bool
token_is_endless(const struct reader *reader)
{
	XML_Index at = XML_GetCurrentByteIndex(reader->parser);

	return at >= 0 && reader->fed - (uint64_t)at > TOKEN_MOST;
}

static bool
take_piece(void *context, struct str piece)
{
	struct reader *reader = context;

	if (piece.len > reader->most - reader->fed) {
		refuse_size(reader);
		return false;
	}
	reader->fed += piece.len;
	if (XML_Parse(reader->parser, piece.ptr, (int)piece.len, 0) != XML_STATUS_OK)
		refuse_xml(reader);
	else if (token_is_endless(reader))
		refuse_excess(reader, _("one of its tags is longer than a whole page"));
	return !reader->refused;
}

static void
refuse_gzip(struct reader *reader, enum unpack_end end)
{
	diag_error(reader->diag, (struct pos){ reader->path, 0, 0 }, "extract", "%s",
	           end == UNPACK_CUT ?
	                   _("the gzipped file ends in the middle: it was not saved whole") :
	                   _("the gzipped file is damaged"));
	diag_hint(reader->diag, "%s", _("download it again"));
	reader->refused = true;
}

static void
read_all(struct reader *reader, struct str bytes)
{
	enum unpack_end end = extract_unpack(bytes, take_piece, reader);

	if (end == UNPACK_CUT || end == UNPACK_DAMAGED)
		refuse_gzip(reader, end);
	if (!reader->refused && XML_Parse(reader->parser, "", 0, 1) != XML_STATUS_OK)
		refuse_xml(reader);
}

static void
start(struct reader *reader)
{
	reader->parser = XML_ParserCreate(NULL);
	if (!reader->parser)
		mem_exhausted();
	XML_SetUserData(reader->parser, reader);
	XML_SetElementHandler(reader->parser, on_start, on_end);
	XML_SetStartDoctypeDeclHandler(reader->parser, on_doctype);
}

int
extract_xml(struct raw *raw, struct str bytes, const char *path, uint64_t most, struct diag *diag)
{
	struct reader reader = { .raw = raw, .path = path, .diag = diag, .most = most };

	if (extract_foreign_bytes(diag, path, bytes))
		return -1;
	start(&reader);
	read_all(&reader, bytes);
	XML_ParserFree(reader.parser);
	free(reader.tags);
	free(reader.members);
	buf_release(&reader.remark);
	return reader.refused ? -1 : 0;
}
