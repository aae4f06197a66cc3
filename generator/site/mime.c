#include "site/mime.h"

static const struct {
	const char *end, *type;
} types[] = {
	{ "/feed.xml", "application/atom+xml; charset=utf-8" }, /* before .xml */
	{ ".atom", "application/atom+xml; charset=utf-8" },
	{ ".avif", "image/avif" },
	{ ".css", "text/css; charset=utf-8" },
	{ ".csv", "text/csv; charset=utf-8" },
	{ ".geojson", "application/geo+json" },
	{ ".gif", "image/gif" },
	{ ".gz", "application/gzip" },
	{ ".html", "text/html; charset=utf-8" },
	{ ".ico", "image/vnd.microsoft.icon" },
	{ ".ics", "text/calendar; charset=utf-8" },
	{ ".jpeg", "image/jpeg" },
	{ ".jpg", "image/jpeg" },
	{ ".js", "text/javascript; charset=utf-8" },
	{ ".json", "application/json" },
	{ ".md", "text/markdown; charset=utf-8" },
	{ ".mjs", "text/javascript; charset=utf-8" },
	{ ".pdf", "application/pdf" },
	{ ".png", "image/png" },
	{ ".svg", "image/svg+xml" },
	{ ".txt", "text/plain; charset=utf-8" },
	{ ".vcf", "text/vcard; charset=utf-8" },
	{ ".webmanifest", "application/manifest+json" },
	{ ".webp", "image/webp" },
	{ ".woff2", "font/woff2" },
	{ ".xml", "application/xml" },
	{ "_headers", "text/plain; charset=utf-8" },
};

const char *
mime_type(struct str path)
{
	if (str_is(path, "feed.xml"))
		return types[0].type;
	for (size_t i = 0; i < countof(types); i++)
		if (str_ends(path, types[i].end))
			return types[i].type;
	return "application/octet-stream";
}
