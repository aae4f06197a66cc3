/* The preview speaks to its own pages: by one line in each, and by events. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "site/events.h"
#include "site/preview.h"
#include "site/server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

struct fixture {
	struct diag *diag;
	struct server *server;
	struct events *events;
	struct buf answer;
};

static enum server_found
open_home(void *context, const char *path, struct server_file *file)
{
	(void)context;
	if (strcmp(path, "index.html") != 0)
		return SERVER_NOTHING;
	buf_adds(&file->bytes, "home");
	return SERVER_FILE;
}

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	struct server_options options = { .open = open_home };

	f->diag = diag_new();
	f->events = options.events = events_new();
	events_tell(f->events, "edition", STR("{\"edition\":\"a-1\"}"), true);
	*state = f;
	return server_start(&f->server, &options, f->diag);
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	server_stop(f->server);
	events_free(f->events);
	buf_release(&f->answer);
	diag_free(f->diag);
	free(f);
	return 0;
}

/* A connection that has asked for `path`, if any, and is not closed. `headers`: with %u for the port. */
static int
connect_to(const struct fixture *f, const char *method, const char *path, const char *headers)
{
	unsigned port = server_port(f->server);
	const struct sockaddr_in at = {
		.sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	const struct timeval patience = { .tv_sec = 20 };
	const char *mark = headers ? strstr(headers, "%u") : NULL;
	struct buf request = { 0 };
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	assert_true(fd >= 0);
	assert_int_equal(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience), 0);
	assert_int_equal(connect(fd, (const struct sockaddr *)&at, sizeof at), 0);
	if (!path)
		return fd;
	buf_printf(&request, "%s %s HTTP/1.1\r\nHost: localhost:%u\r\n", method, path, port);
	if (mark)
		buf_printf(&request, "%.*s%u%s", (int)(mark - headers), headers, port, mark + 2);
	else if (headers)
		buf_adds(&request, headers);
	buf_adds(&request, "\r\n");
	assert_int_equal(file_write_all(fd, buf_str(&request)), 0);
	buf_release(&request);
	return fd;
}

/* Reads until `text` has come. */
static void
await(struct fixture *f, int fd, const char *text)
{
	char bytes[512];

	buf_clear(&f->answer);
	buf_adds(&f->answer, "");
	while (!strstr(f->answer.ptr, text)) {
		ssize_t len = read(fd, bytes, sizeof bytes);

		if (len <= 0)
			fail_msg("\"%s\" does not come after %s", text, f->answer.ptr);
		buf_add(&f->answer, (struct str){ bytes, (size_t)len });
	}
}

static void
what_is_the_previews_own_is_for_its_own_pages(void **state)
{
	static const struct {
		const char *headers;
		bool allowed;
	} cases[] = {
		{ "", true },
		{ "Origin: http://localhost:%u\r\n", true },
		{ "Origin: http://127.0.0.1:%u\r\n", true },
		{ "Sec-Fetch-Site: same-origin\r\n", true },
		{ "Sec-Fetch-Site: none\r\n", true },
		{ "Sec-Fetch-Site: cross-site\r\n", false },
		{ "Sec-Fetch-Site: same-site\r\n", false },
		{ "Origin: https://evil.example\r\n", false },
		{ "Origin: http://localhost:1\r\n", false },
		{ "Origin: http://localhost\r\n", false },
		{ "Origin: null\r\n", false },
		{ "Origin: http://localhost:%u.evil.example\r\n", false },
		{ "Origin: http://localhost:%u\r\nSec-Fetch-Site: cross-site\r\n", false },
	};
	static const char *const paths[] = { "/.quartier/preview.js", "/.quartier/events" };
	struct fixture *f = *state;

	for (size_t i = 0; i < 2 * countof(cases); i++) {
		int fd = connect_to(f, "HEAD", paths[i % 2], cases[i / 2].headers);

		await(f, fd, "\r\n\r\n");
		if (strncmp(f->answer.ptr + 9, cases[i / 2].allowed ? "200" : "403", 3) != 0)
			fail_msg("%s with %s is answered with %s", paths[i % 2],
			         cases[i / 2].headers, f->answer.ptr);
		close(fd);
	}
}

static void
listeners_hear_the_last_text_and_each_new_one(void **state)
{
	struct fixture *f = *state;
	int early = connect_to(f, "GET", "/.quartier/events", NULL), late;

	await(f, early, "event: edition\ndata: {\"edition\":\"a-1\"}\n\n");
	assert_non_null(strstr(f->answer.ptr, "Content-Type: text/event-stream"));
	assert_non_null(strstr(f->answer.ptr, "retry: 500\n\n"));
	events_tell(f->events, "edition", STR("two"), true);
	await(f, early, "event: edition\ndata: two\n\n");
	events_tell(f->events, "edition", STR("whispered"), false);
	late = connect_to(f, "GET", "/.quartier/events", NULL);
	await(f, late, "data: whispered\n\n");
	events_beat(f->events);
	await(f, late, ": \n\n");
	await(f, early, ": \n\n");
	assert_null(strstr(f->answer.ptr, "whispered"));
	close(late);
	close(early);
}

static void
a_listener_that_leaves_is_forgotten(void **state)
{
	struct fixture *f = *state;
	int stays = connect_to(f, "GET", "/.quartier/events", NULL);
	int leaves = connect_to(f, "GET", "/.quartier/events", NULL);

	await(f, stays, "data: ");
	await(f, leaves, "data: ");
	assert_int_equal(events_listeners(f->events), 2);
	close(leaves);
	for (int i = 0; i < 1000 && events_listeners(f->events) > 1; i++) {
		events_beat(f->events);
		usleep(10000);
	}
	assert_int_equal(events_listeners(f->events), 1);
	/* The one that still listens is sent home: the server stops at once. */
	server_stop(f->server);
	f->server = NULL;
	assert_int_equal(events_listeners(f->events), 0);
	close(stays);
}

static void
a_long_text_arrives_whole(void **state)
{
	struct fixture *f = *state;
	int fd = connect_to(f, "GET", "/.quartier/events", NULL);
	struct buf text = { 0 };

	for (int i = 0; i < 60000; i++)
		buf_printf(&text, "%d ", i);
	buf_adds(&text, "end");
	await(f, fd, "data: ");
	events_tell(f->events, "edition", buf_str(&text), true);
	await(f, fd, "59999 end\n\n");
	close(fd);
	buf_release(&text);
}

static void
hundreds_of_idle_connections_and_listeners_keep_nobody_out(void **state)
{
	enum { IDLE = 220, LISTENERS = EVENTS_LISTENERS + 20, ALL = LISTENERS + IDLE };
	struct fixture *f = *state;
	int fds[ALL], fd;

	for (int i = 0; i < ALL; i++)
		fds[i] = connect_to(f, "GET", i < LISTENERS ? "/.quartier/events" : NULL, NULL);
	fd = connect_to(f, "GET", "/", NULL);
	await(f, fd, "home");
	await(f, fds[LISTENERS - 1], "503 ");
	for (int i = 0; i < 50; i++)
		events_tell(f->events, "edition", STR("again"), true);
	await(f, fds[0], "data: again");
	for (int i = 0; i < ALL; i++)
		close(fds[i]);
	close(fd);
}

static void
the_line_of_the_preview_is_put_before_the_last_end_of_body(void **state)
{
#define LINE "<script src=\"/.quartier/preview.js\" data-edition=\"a-1\" defer></script>"
	static const struct {
		const char *page, *marked;
	} cases[] = {
		{ "<body>x</body></html>\n", "<body>x" LINE "</body></html>\n" },
		{ "<!-- </body> --><p>x</body>", "<!-- </body> --><p>x" LINE "</body>" },
		{ "<p>x", "<p>x" LINE },
		{ "", LINE },
		{ "</body>", LINE "</body>" },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct buf html = { 0 };

		buf_adds(&html, cases[i].page);
		preview_mark(&html, 0, STR("a-1"));
		assert_string_equal(html.ptr, cases[i].marked);
		buf_release(&html);
	}
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(what_is_the_previews_own_is_for_its_own_pages),
		CASE(listeners_hear_the_last_text_and_each_new_one),
		CASE(a_listener_that_leaves_is_forgotten),
		CASE(a_long_text_arrives_whole),
		CASE(hundreds_of_idle_connections_and_listeners_keep_nobody_out),
		cmocka_unit_test(the_line_of_the_preview_is_put_before_the_last_end_of_body),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
