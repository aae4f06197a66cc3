#ifndef SITE_SERVER_H
#define SITE_SERVER_H
/*
 * server: shows a site to the browsers of this machine, for `quartier serve`.
 *
 * Reached  on 127.0.0.1 alone, and only under the names localhost, 127.0.0.1 and [::1]. What is below /.quartier/
 *          (site/preview.h) is answered to pages of the site itself and to no other site's.
 * Serves   what it is given by server_open, as a web server would: index.html of folders, a redirect to the slash,
 *          404.html, ETag, one Range. Names that begin with '.' are not asked for.
 * Idle     connections are closed after some seconds, and there is room for many of them.
 * Library  libmicrohttpd; one thread of its own, with all signals blocked.
 */
#include "base/buf.h"

struct diag;
struct events;
struct server;

enum server_found { SERVER_FILE, SERVER_FOLDER, SERVER_NOTHING, SERVER_FAILED };

/* A file that is asked for; the server closes and releases it. */
struct server_file {
	struct buf bytes; /* all of it; or */
	int fd;           /* a regular file, that nobody changes in place; -1: `bytes` */
};

struct server_options {
	/* What is at `path`, normal (base/beneath.h), in the site; `file` comes empty, with fd -1. SERVER_FOLDER: of a
	 * folder that has a page; SERVER_FAILED: of a page that could not be made, and says so. Called by the
	 * server's thread. */
	enum server_found (*open)(void *context, const char *path, struct server_file *file);
	void *context;
	struct events *events; /* borrowed; NULL: none */
	const char *base;      /* "/guide/": where the site is mounted; NULL: "/" */
	unsigned short port;   /* 0: any free one */
};

int server_start(struct server **server, const struct server_options *options, struct diag *diag);
unsigned server_port(const struct server *server);
void server_stop(struct server *server); /* waits for its thread; NULL does nothing */
#endif
