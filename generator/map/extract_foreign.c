#include "map/extract_foreign.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"

enum { NAME_MOST = 40 }; /* bytes of an element's name in a message */

const char extract_foreign_hint[] = N_(
	"on openstreetmap.org choose Export, draw the neighbourhood, and save the .osm file; or take "
	"an .osm file from Overpass or JOSM");

static const struct {
	struct str first;
	const char *what;
} beginnings[] = {
	{ { "{", 1 }, N_("JSON") },
	{ { "PK\003\004", 4 }, N_("a ZIP archive") },
	{ { "BZh", 3 }, N_("packed with bzip2") },
	{ { "\3757zXZ", 5 }, N_("packed with xz") },
	{ { "(\265/\375", 4 }, N_("packed with zstd") },
	{ { "\0\0\0", 3 }, N_("OpenStreetMap's binary format (.osm.pbf)") },
	{ { "%PDF", 4 }, N_("a PDF document") },
	{ { "\211PNG", 4 }, N_("a picture") },
	{ { "\377\330\377", 3 }, N_("a picture") },
};

static const struct {
	const char *root, *what;
} roots[] = {
	{ "html", N_("a saved web page") },      { "osmChange", N_("a list of changes (.osc)") },
	{ "gpx", N_("a recorded track (GPX)") }, { "kml", N_("a KML file") },
	{ "svg", N_("a drawing (SVG)") },
};

static void
report(struct diag *diag, struct pos at, const char *what)
{
	diag_error(diag, at, "extract", _("this is not an OpenStreetMap file, but %s"), what);
	diag_hint(diag, "%s", _(extract_foreign_hint));
}

bool
extract_foreign_bytes(struct diag *diag, const char *path, struct str bytes)
{
	struct pos at = { path, 0, 0 };

	if (!str_trim(bytes).len) {
		diag_error(diag, at, "extract", _("the file is empty"));
		diag_hint(diag, "%s", _(extract_foreign_hint));
		return true;
	}
	for (size_t i = 0; i < countof(beginnings); i++)
		if (str_eq(str_sub(bytes, 0, beginnings[i].first.len), beginnings[i].first)) {
			report(diag, at, _(beginnings[i].what));
			return true;
		}
	return false;
}

struct str
extract_foreign_text(struct str text, size_t most)
{
	size_t bad;

	text = str_sub(text, 0, most);
	return utf8_check(text, &bad) ? text : str_sub(text, 0, bad);
}

void
extract_foreign_root(struct diag *diag, struct pos at, const char *name)
{
	struct str root = str(name);

	for (size_t i = 0; i < countof(roots); i++)
		if (str_eq_ascii(root, str(roots[i].root))) {
			report(diag, at, _(roots[i].what));
			return;
		}
	diag_error(diag, at, "extract",
	           _("this is not an OpenStreetMap file: it begins with <%.*s>, not with <osm>"),
	           STR_ARG(extract_foreign_text(root, NAME_MOST)));
	diag_hint(diag, "%s", _(extract_foreign_hint));
}

void
extract_foreign_doctype(struct diag *diag, struct pos at, const char *name)
{
	if (str_eq_ascii(str(name), STR("html"))) {
		report(diag, at, _("a saved web page"));
		return;
	}
	diag_error(diag, at, "extract",
	           _("the file declares a document type (DOCTYPE), which is not read for safety"));
	diag_hint(diag, _("delete the declaration, or export the file again"));
}
