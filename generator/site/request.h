#ifndef SITE_REQUEST_H
#define SITE_REQUEST_H
/*
 * request: reads the parts of an HTTP request that the preview server minds, as RFC 9110 has them.
 * Nothing here touches a file or a socket.
 */
#include "base/str.h"

#include <stdint.h>

struct buf;

enum request_target {
	REQUEST_FILE,    /* "/guide/a.css": path "a.css" */
	REQUEST_FOLDER,  /* "/guide/", "/guide/map/": path "", "map" */
	REQUEST_BASE,    /* "/" or "/guide": the site begins at /guide/ */
	REQUEST_NOTHING, /* outside the site, or no path that a site can have */
};

/* Reads the target's path, still percent-encoded, of a site mounted at `base` ("/", "/guide/").
 * The path that comes out is relative and normal (base/beneath.h), or empty. */
enum request_target request_path(struct buf *path, struct str url, struct str base);

/* Whether a Host header names this machine's loopback and the port, so that no page of another
 * host can read the preview under its own name (DNS rebinding). */
bool request_host_is_local(struct str host, unsigned port);

/* Whether a request comes from a page at this machine's loopback and the port, or from no page at all: by its Origin
 * and its Sec-Fetch-Site, either of which may be empty. */
bool request_is_of_site(struct str origin, struct str fetch_site, unsigned port);

/* Whether an If-None-Match header names the tag, which is strong and in quotes. */
bool request_etag_matches(struct str header, struct str tag);

enum request_range { RANGE_WHOLE, RANGE_PART, RANGE_UNSATISFIABLE };

/* Reads a Range header for a file of `size` bytes. Several ranges, other units and nonsense are
 * answered with the whole file, as the RFC allows. */
enum request_range
request_range(struct str header, uint64_t size, uint64_t *from, uint64_t *length);
#endif
