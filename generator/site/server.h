#ifndef SITE_SERVER_H
#define SITE_SERVER_H
/*
 * server: shows a site to the browsers of this machine, for `quartier serve`.
 *
 * Reached  on 127.0.0.1 alone, and only under the names localhost, 127.0.0.1 and [::1].
 * Serves   the files of one folder as a web server would: index.html of folders, a redirect to
 *          the slash, 404.html, ETag, one Range. Links are not followed, names that begin with
 *          '.' not shown. The folder may be exchanged or missing at any time.
 * Library  libmicrohttpd; one thread of its own, with all signals blocked.
 */
struct diag;
struct server;

struct server_options {
	const char *folder;
	const char *base;    /* "/guide/": where the site is mounted; NULL: "/" */
	unsigned short port; /* 0: any free one */
};

int server_start(struct server **server, const struct server_options *options, struct diag *diag);
unsigned server_port(const struct server *server);
void server_stop(struct server *server); /* waits for its thread; NULL does nothing */
#endif
