#include "map/extract_xml.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "map/extract_foreign.h"
#include "map/extract_object.h"
#include "map/extract_unpack.h"

#include <expat.h>
#include <string.h>

enum {
	DEPTH_MOST = 32,      /* real files have three or four */
	TOKEN_MOST = 1 << 20, /* bytes of one tag; real ones have some hundred */
	REMARK_MOST = 200     /* bytes of what a server says that are shown */
};

struct reader {
	XML_Parser parser;
	const char *path;
	struct diag *diag;
	uint64_t fed, most;
	unsigned depth;
	bool refused; /* and reported: nothing counts any more */
	bool in_remark;
	struct objects objects;
	struct buf remark;
};

/* ---- refusing ---- */

static struct pos
where(const struct reader *reader)
{
	return (struct pos){ reader->path, (unsigned)XML_GetCurrentLineNumber(reader->parser),
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

/* ---- elements ---- */

static void XMLCALL
on_text(void *context, const char *text, int len)
{
	struct buf *remark = &((struct reader *)context)->remark;

	buf_add(remark, str_sub((struct str){ text, (size_t)len }, 0, REMARK_MOST - remark->len));
}

/* Overpass and openstreetmap.org's server say so where the data is not all. Only here is text between the tags
 * worth a call. */
static bool
is_remark(const char *name)
{
	return strcmp(name, "remark") == 0 || strcmp(name, "error") == 0;
}

static void
begin_remark(struct reader *reader)
{
	reader->in_remark = true;
	XML_SetCharacterDataHandler(reader->parser, on_text);
}

/* Counting lines takes expat time, so only the first of a kind is placed. */
static void
place_flaw(struct reader *reader)
{
	struct pos at = where(reader);

	reader->objects.fresh->line = at.line;
	reader->objects.fresh->column = at.column;
	reader->objects.fresh = NULL;
}

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
		refuse_excess(
			reader,
			_("its XML elements are nested more deeply than in any OpenStreetMap file"));
		return;
	}
	objects_begin(&reader->objects, name, depth, attributes);
	if (reader->objects.fresh)
		place_flaw(reader);
	if (depth == 1 && is_remark(name))
		begin_remark(reader);
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
	if (reader->in_remark)
		end_remark(reader);
	else if (reader->objects.inside && !objects_end(&reader->objects))
		refuse_excess(reader, _("the extract has more objects than can be counted"));
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

/* A tag that goes on and on is read again from its beginning with every piece, or kept back until there is twice as
 * much (expat 2.6), so one of half the limit may be refused too. */
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
		refuse_excess(reader,
		              _("one of its XML tags is longer than any in an OpenStreetMap file"));
	return !reader->refused;
}

static void
refuse_gzip(struct reader *reader, enum unpack_end end)
{
	diag_error(reader->diag, (struct pos){ reader->path, 0, 0 }, "extract", "%s",
	           end == UNPACK_CUT
	                   ? _("the gzipped file ends in the middle: it was not saved whole")
	                   : _("the gzipped file is damaged"));
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
	struct reader reader = { .objects.raw = raw, .path = path, .diag = diag, .most = most };

	if (extract_foreign_bytes(diag, path, bytes))
		return -1;
	start(&reader);
	read_all(&reader, bytes);
	XML_ParserFree(reader.parser);
	objects_release(&reader.objects);
	buf_release(&reader.remark);
	return reader.refused ? -1 : 0;
}
