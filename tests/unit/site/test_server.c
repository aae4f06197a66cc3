/* The preview answers like a web server, to this machine alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/beneath.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "site/preview.h"
#include "site/server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
	char home[64];
	char site[80];
	struct diag *diag;
	struct server *server;
	struct buf answer;
};

static void
write_file(const struct fixture *f, const char *path, const char *bytes)
{
	struct buf whole = { 0 };

	buf_printf(&whole, "%s/%s", f->site, path);
	assert_int_equal(file_replace(whole.ptr, str(bytes), f->diag), 0);
	buf_release(&whole);
}

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	char path[128];

	strcpy(f->home, "/tmp/quartier-server.XXXXXX");
	if (!mkdtemp(f->home))
		return -1;
	f->diag = diag_new();
	snprintf(f->site, sizeof f->site, "%s/site", f->home);
	snprintf(path, sizeof path, "%s/map", f->site);
	if (file_make_folders(path, 0755) != 0)
		return -1;
	write_file(f, "index.html", "home");
	write_file(f, "map/index.html", "map");
	write_file(f, "style.css", "0123456789");
	write_file(f, "404.html", "lost");
	write_file(f, ".hidden", "secret");
	snprintf(path, sizeof path, "%s/link", f->site);
	if (symlink("/etc/passwd", path) != 0)
		return -1;
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	server_stop(f->server);
	file_remove_tree(AT_FDCWD, f->home);
	buf_release(&f->answer);
	diag_free(f->diag);
	free(f);
	return 0;
}

/* What a folder holds; "made.css" is made when somebody asks, "broken.html" cannot be. */
static enum server_found
open_in_folder(void *context, const char *path, struct server_file *file)
{
	const struct fixture *f = context;
	struct stat st;
	int folder;

	if (strcmp(path, "made.css") == 0) {
		buf_adds(&file->bytes, "0123456789");
		return SERVER_FILE;
	}
	if (strcmp(path, "broken.html") == 0) {
		buf_adds(&file->bytes, "sorry");
		return SERVER_FAILED;
	}
	if ((folder = open(f->site, O_RDONLY | O_DIRECTORY)) < 0)
		return SERVER_NOTHING;
	file->fd = beneath_open(folder, path, O_RDONLY);
	close(folder);
	if (file->fd < 0)
		return SERVER_NOTHING;
	return fstat(file->fd, &st) == 0 && S_ISDIR(st.st_mode) ? SERVER_FOLDER : SERVER_FILE;
}

static void
start(struct fixture *f, const char *base)
{
	const struct server_options options = { .open = open_in_folder,
		                                .context = f,
		                                .base = base };

	assert_int_equal(server_start(&f->server, &options, f->diag), 0);
	assert_true(server_port(f->server) > 0);
}

/* Sends `request`, with %u for the port, and returns all that comes until the connection ends. */
static const char *
exchange(struct fixture *f, const char *request)
{
	const struct sockaddr_in at = {
		.sin_family = AF_INET,
		.sin_port = htons((uint16_t)server_port(f->server)),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	const struct timeval patience = { .tv_sec = 10 };
	const char *mark = strstr(request, "%u");
	struct buf text = { 0 };
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	buf_add(&text, (struct str){ request, mark ? (size_t)(mark - request) : strlen(request) });
	if (mark)
		buf_printf(&text, "%u%s", server_port(f->server), mark + 2);
	assert_int_equal(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience), 0);
	assert_int_equal(connect(fd, (const struct sockaddr *)&at, sizeof at), 0);
	assert_int_equal(file_write_all(fd, buf_str(&text)), 0);
	buf_clear(&f->answer);
	buf_adds(&f->answer, "");
	assert_int_equal(file_read_fd(&f->answer, fd), 0);
	close(fd);
	buf_release(&text);
	return f->answer.ptr;
}

#define LOCAL "Host: localhost:%u\r\nConnection: close\r\n"

static void
each_request_gets_its_status_headers_and_body(void **state)
{
	static const struct {
		const char *line, *headers, *status, *has, *body;
	} cases[] = {
		{ "GET / ", "", "200 OK", "Content-Type: text/html; charset=utf-8", "home" },
		{ "GET /map/ ", "", "200 OK", "X-Content-Type-Options: nosniff", "map" },
		{ "GET /map ", "", "301 ", "Location: /map/\r\n", "" },
		{ "GET /style.css ", "", "200 OK", "Cache-Control: no-cache", "0123456789" },
		{ "GET /style.css?v=1 ", "", "200 OK", "Content-Type: text/css", "0123456789" },
		{ "HEAD /style.css ", "", "200 OK", "Content-Length: 10", "" },
		{ "GET /none ", "", "404 ", "Content-Type: text/html", "lost" },
		{ "HEAD /none ", "", "404 ", "Content-Length: 4", "" },
		{ "GET /map/none/ ", "", "404 ", "", "lost" },
		{ "GET /style.css/ ", "", "404 ", "", "lost" },
		{ "GET /link ", "", "404 ", "", "lost" },
		{ "GET /.hidden ", "", "404 ", "", "lost" },
		{ "GET /../site/index.html ", "", "404 ", "", "lost" },
		{ "GET /%2e%2e/site/index.html ", "", "404 ", "", "lost" },
		{ "GET //evil.example/%2e. ", "", "404 ", "", "lost" },
		{ "POST / ", "Content-Length: 3\r\n", "405 ", "Allow: GET, HEAD", NULL },
		{ "DELETE /style.css ", "", "405 ", "Allow: GET, HEAD", NULL },
		{ "GET /style.css ", "Range: bytes=2-4\r\n", "206 ", "Content-Range: bytes 2-4/10",
		  "234" },
		{ "GET /style.css ", "Range: bytes=-2\r\n", "206 ", "Content-Length: 2", "89" },
		{ "GET /style.css ", "Range: bytes=10-\r\n", "416 ", "Content-Range: bytes */10",
		  "" },
		{ "GET /style.css ", "Range: bytes=0-1,4-5\r\n", "200 OK", "", "0123456789" },
		{ "GET /style.css ", "Range: bytes=0-1\r\nIf-Range: \"x\"\r\n", "200 OK", "",
		  "0123456789" },
		{ "GET /style.css ", "If-None-Match: \"x\"\r\n", "200 OK", "ETag: \"a-",
		  "0123456789" },
		{ "GET /made.css ", "", "200 OK", "Content-Type: text/css", "0123456789" },
		{ "HEAD /made.css ", "", "200 OK", "Content-Length: 10", "" },
		{ "GET /made.css ", "Range: bytes=-2\r\n", "206 ", "Content-Range: bytes 8-9/10",
		  "89" },
		{ "GET /made.css ", "If-None-Match: *\r\n", "304 ", "ETag: \"", "" },
		{ "GET /broken.html ", "", "503 ", "Content-Type: text/html", "sorry" },
		{ "GET /.quartier/preview.js ", "", "200 OK", "Content-Type: text/javascript",
		  preview_script },
		{ "GET /.quartier/other ", "", "404 ", "", "lost" },
		{ "GET /.quartier/../style.css ", "", "404 ", "", "lost" },
		{ "GET /.quartier ", "", "404 ", "", "lost" },
		{ "GET /style.css ", "If-None-Match: *\r\n", "304 ", "ETag: \"a-", "" },
		{ "HEAD /style.css ", "If-None-Match: W/\"x\", *\r\n", "304 ", "", "" },
	};
	struct fixture *f = *state;

	start(f, NULL);
	for (size_t i = 0; i < countof(cases); i++) {
		struct buf request = { 0 };
		const char *answer, *body;

		buf_printf(&request, "%sHTTP/1.1\r\n%s%s\r\n%s", cases[i].line, LOCAL,
		           cases[i].headers, strncmp(cases[i].line, "POST", 4) == 0 ? "abc" : "");
		answer = exchange(f, request.ptr);
		body = strstr(answer, "\r\n\r\n");
		if (strncmp(answer + 9, cases[i].status, strlen(cases[i].status)) != 0 || !body ||
		    !strstr(answer, cases[i].has) ||
		    (cases[i].body && strcmp(body + 4, cases[i].body) != 0))
			fail_msg("%s%s is answered with %s", cases[i].line, cases[i].headers,
			         answer);
		assert_null(strstr(answer, "root:x:"));
		buf_release(&request);
	}
}

static void
a_request_under_another_hosts_name_is_forbidden(void **state)
{
	static const char *const hosts[] = { "Host: evil.example:%u\r\n", "Host: localhost\r\n",
		                             "Host: localhost:1\r\n", "Host:\r\n" };
	struct fixture *f = *state;

	start(f, NULL);
	for (size_t i = 0; i < countof(hosts); i++) {
		struct buf request = { 0 };
		const char *answer;

		buf_printf(&request, "GET / HTTP/1.1\r\n%sConnection: close\r\n\r\n", hosts[i]);
		answer = exchange(f, request.ptr);
		if (strncmp(answer + 9, "403", 3) != 0 || strstr(answer, "home"))
			fail_msg("%s is answered with %s", hosts[i], answer);
		buf_release(&request);
	}
	assert_non_null(strstr(exchange(f, "GET / HTTP/1.1\r\nHost: 127.0.0.1:%u\r\n"
	                                   "Connection: close\r\n\r\n"),
	                       "home"));
}

static void
a_site_may_be_mounted_under_a_path(void **state)
{
	static const struct {
		const char *path, *status, *has;
	} cases[] = {
		{ "/guide/", "200", "home" },
		{ "/guide/map/", "200", "map" },
		{ "/guide", "301", "Location: /guide/\r\n" },
		{ "/", "301", "Location: /guide/\r\n" },
		{ "/guide/map", "301", "Location: /guide/map/\r\n" },
		{ "/map/", "404", "lost" },
		{ "/guidemap/", "404", "lost" },
	};
	struct fixture *f = *state;

	start(f, "/guide/");
	for (size_t i = 0; i < countof(cases); i++) {
		struct buf request = { 0 };
		const char *answer;

		buf_printf(&request, "GET %s HTTP/1.1\r\n%s\r\n", cases[i].path, LOCAL);
		answer = exchange(f, request.ptr);
		if (strncmp(answer + 9, cases[i].status, 3) != 0 || !strstr(answer, cases[i].has))
			fail_msg("%s is answered with %s", cases[i].path, answer);
		buf_release(&request);
	}
}

static void
one_connection_serves_several_requests_and_an_exchanged_site(void **state)
{
	struct fixture *f = *state;
	char away[128];
	const char *answer;

	start(f, NULL);
	answer = exchange(f, "GET /style.css HTTP/1.1\r\nHost: localhost:%u\r\n\r\n"
	                     "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
	assert_non_null(strstr(answer, "0123456789"));
	assert_non_null(strstr(answer, "403"));
	snprintf(away, sizeof away, "%s/away", f->home);
	assert_int_equal(rename(f->site, away), 0);
	answer = exchange(f, "GET / HTTP/1.1\r\n" LOCAL "\r\n");
	assert_non_null(strstr(answer, "404: there is no such page"));
	assert_int_equal(mkdir(f->site, 0755), 0);
	write_file(f, "index.html", "new");
	answer = exchange(f, "GET / HTTP/1.1\r\n" LOCAL "\r\n");
	assert_non_null(strstr(answer, "\r\n\r\nnew"));
}

static void
an_unchanged_file_is_not_sent_again(void **state)
{
	struct fixture *f = *state;
	struct buf request = { 0 };
	const char *answer, *tag;

	start(f, NULL);
	answer = exchange(f, "GET / HTTP/1.1\r\n" LOCAL "\r\n");
	tag = strstr(answer, "ETag: ") + 6;
	buf_printf(&request, "GET / HTTP/1.1\r\n%sIf-None-Match: %.*s\r\n\r\n", LOCAL,
	           (int)strcspn(tag, "\r"), tag);
	answer = exchange(f, request.ptr);
	assert_memory_equal(answer + 9, "304", 3);
	assert_null(strstr(answer, "home"));
	write_file(f, "index.html", "hose");
	answer = exchange(f, request.ptr);
	assert_memory_equal(answer + 9, "200", 3);
	buf_release(&request);
}

static void
garbage_ends_the_connection_and_not_the_server(void **state)
{
	static const char *const garbage[] = { "\r\n\r\n",
		                               "GET\r\n\r\n",
		                               "\x16\x03\x01\r\n\r\n",
		                               "GET / HTTP/9.9\r\n\r\n",
		                               "GET / HTTP/1.1\r\n\r\n",
		                               "GET /%00 HTTP/1.1\r\n" LOCAL "\r\n" };
	struct fixture *f = *state;
	struct buf request = { 0 };

	start(f, NULL);
	for (size_t i = 0; i < countof(garbage); i++)
		assert_null(strstr(exchange(f, i == 0 ? "GET x\r\n\r\n" : garbage[i]), "200 OK"));
	buf_adds(&request, "GET / HTTP/1.1\r\n" LOCAL);
	for (int i = 0; i < 4000; i++)
		buf_printf(&request, "X-%d: xxxxxxxxxxxx\r\n", i);
	buf_adds(&request, "\r\n");
	assert_null(strstr(exchange(f, request.ptr), "200 OK"));
	assert_non_null(strstr(exchange(f, "GET / HTTP/1.1\r\n" LOCAL "\r\n"), "home"));
	buf_release(&request);
}

static void
a_port_that_is_taken_is_reported(void **state)
{
	struct fixture *f = *state;
	struct server *second;
	struct server_options options = { .open = open_in_folder, .context = f };

	start(f, NULL);
	options.port = (unsigned short)server_port(f->server);
	assert_int_equal(server_start(&second, &options, f->diag), -1);
	assert_null(second);
	assert_true(diag_environment_failed(f->diag));
	server_stop(NULL);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(each_request_gets_its_status_headers_and_body),
		CASE(a_request_under_another_hosts_name_is_forbidden),
		CASE(a_site_may_be_mounted_under_a_path),
		CASE(one_connection_serves_several_requests_and_an_exchanged_site),
		CASE(an_unchanged_file_is_not_sent_again),
		CASE(garbage_ends_the_connection_and_not_the_server),
		CASE(a_port_that_is_taken_is_reported),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
