#include "emit/headers.h"

#include "base/buf.h"
#include "guide/guide.h"
#include "map/map.h"

/* Everything comes from the site itself. JSON-LD in the page is data, which script-src does not
 * govern; data: pictures are those of style sheets. */
static const char policy[] =
	"  Content-Security-Policy: default-src 'self'; img-src 'self' data:; object-src 'none'; "
	"base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
/* A photo's colours and focus and a pin's place are in its style attribute: another for each, so no style sheet could hold them. Such an
 * attribute can colour its element and no more, for default-src still says where anything is loaded from. */
static const char with_places[] = "; style-src-attr 'unsafe-inline'";
static const char everywhere[] =
	"\n"
	"  X-Content-Type-Options: nosniff\n"
	"  Referrer-Policy: strict-origin-when-cross-origin\n"
	"  Permissions-Policy: geolocation=(self), camera=(), microphone=(), interest-cohort=()\n";

static const char for_ever[] = "  Cache-Control: public, max-age=31536000, immutable\n";
static const char for_minutes[] = "  Cache-Control: public, max-age=300, must-revalidate\n";

/* Their names change with their bytes. */
static const char *const pictures[] = { "photos/*", "flyers/*", "social/*" };
static const char *const sections[] = { "",
	                                "index.html",
	                                "404.html",
	                                "map/*",
	                                "merchants/*",
	                                "categories/*",
	                                "streets/*",
	                                "offers/*",
	                                "events/*",
	                                "news/*",
	                                "routes/*",
	                                "pages/*",
	                                "search/*",
	                                "legal/*",
	                                "feed.xml",
	                                "agenda.ics",
	                                "search.json",
	                                "sw.js",
	                                "offline.json" };

static void
rule(struct buf *out, struct str root, const char *path, const char *headers)
{
	buf_printf(out, "%.*s%s\n%s\n", STR_ARG(root), path, headers);
}

/* What servers often do not know by the name. */
static void
types(struct buf *out, struct str root)
{
	static const struct {
		const char *path, *header;
	} known[] = {
		{ "merchants.geojson", "  Content-Type: application/geo+json\n" },
		{ "manifest.webmanifest", "  Content-Type: application/manifest+json\n" },
	};

	for (size_t i = 0; i < countof(known); i++)
		rule(out, root, known[i].path, known[i].header);
}

void
headers_write(struct buf *out, struct arena *scratch, const struct run *run,
              const struct piece *piece)
{
	const struct config *config = run->guide->config;
	struct str root = run_root(run);
	bool places = run->guide->album || (run->guide->map && run->guide->map->drawn);

	(void)scratch;
	(void)piece;
	buf_printf(out, "%.*s*\n%s%s%s\n", STR_ARG(root), policy, places ? with_places : "",
	           everywhere);
	rule(out, root, "assets/*", for_ever);
	for (size_t i = 0; run->guide->album && i < countof(pictures); i++)
		rule(out, root, pictures[i], for_ever);
	if (run->guide->map && run->guide->map->drawn)
		rule(out, root, "atlas/*", for_ever);
	for (size_t i = 0; i < countof(sections); i++)
		rule(out, root, sections[i], for_minutes);
	for (size_t i = 1; i < config->languages_len; i++)
		buf_printf(out, "%.*s%s/*\n%s\n", STR_ARG(root), lang_code(config->languages[i]),
		           for_minutes);
	types(out, root);
}
