#include "site/server.h"

#include "base/diag.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "site/events.h"
#include "site/mime.h"
#include "site/preview.h"
#include "site/request.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	CONNECTIONS = 512,            /* no more than half the files that may be open */
	TIMEOUT = 10,                 /* seconds without a sign of life */
	CONNECTION_BYTES = 32 * 1024, /* for a request's line and headers */
};

struct server {
	struct MHD_Daemon *daemon;
	struct server_options options;
	char *base;
	unsigned port;
};

/* A file that is to be sent. */
struct file {
	struct server_file of;
	uint64_t size;
	char tag[64];
};

static char *
copy(const char *text)
{
	char *ptr = strdup(text);

	if (!ptr)
		mem_exhausted();
	return ptr;
}

/* Adds what every answer carries, and sends it. */
static enum MHD_Result
answer_with(struct MHD_Connection *connection, unsigned status, struct MHD_Response *response)
{
	enum MHD_Result queued;

	if (!response)
		return MHD_NO;
	/* A preview must show what was built last: browsers keep files, and always ask. */
	MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-cache");
	MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
	/* A page of another site may not take a draft in. */
	MHD_add_response_header(response, "Cross-Origin-Resource-Policy", "same-origin");
	queued = MHD_queue_response(connection, status, response);
	MHD_destroy_response(response);
	return queued;
}

static enum MHD_Result
answer_text(struct MHD_Connection *connection, unsigned status, const char *text)
{
	struct MHD_Response *response = MHD_create_response_from_buffer(
		strlen(text), (void *)(uintptr_t)text, MHD_RESPMEM_PERSISTENT);

	if (response)
		MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE,
		                        "text/plain; charset=utf-8");
	if (response && status == MHD_HTTP_METHOD_NOT_ALLOWED)
		MHD_add_response_header(response, MHD_HTTP_HEADER_ALLOW, "GET, HEAD");
	return answer_with(connection, status, response);
}

static enum MHD_Result
answer_redirect(struct MHD_Connection *connection, const char *url, const char *slash)
{
	struct MHD_Response *response =
		MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
	struct buf location = { 0 };

	buf_printf(&location, "%s%s", url, slash);
	if (response)
		MHD_add_response_header(response, MHD_HTTP_HEADER_LOCATION, location.ptr);
	buf_release(&location);
	return answer_with(connection, MHD_HTTP_MOVED_PERMANENTLY, response);
}

static struct str
header(struct MHD_Connection *connection, const char *name)
{
	return str(MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name));
}

static void
file_close(struct file *file)
{
	if (file->of.fd >= 0)
		close(file->of.fd);
	buf_release(&file->of.bytes);
}

/* A file on the disk is told by its inode and times: a new one has others. */
static enum server_found
look_at(struct file *file)
{
	struct stat st;

	if (file->of.fd < 0) {
		char hex[HASH_HEX + 1];

		hash_hex(hash_of(buf_str(&file->of.bytes)), hex);
		file->size = file->of.bytes.len;
		snprintf(file->tag, sizeof file->tag, "\"%s\"", hex);
		return SERVER_FILE;
	}
	if (fstat(file->of.fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		file_close(file);
		return SERVER_NOTHING;
	}
	file->size = (uint64_t)st.st_size;
	snprintf(file->tag, sizeof file->tag, "\"%llx-%llx-%llx.%lx\"",
	         (unsigned long long)st.st_size, (unsigned long long)st.st_ino,
	         (unsigned long long)st.st_mtim.tv_sec, (unsigned long)st.st_mtim.tv_nsec);
	return SERVER_FILE;
}

static enum server_found
open_file(struct file *file, const struct server *server, const char *path)
{
	enum server_found found;

	*file = (struct file){ .of.fd = -1 };
	found = server->options.open(server->options.context, path, &file->of);
	if (found == SERVER_FILE)
		return look_at(file);
	file->size = file->of.bytes.len;
	if (found != SERVER_FAILED)
		file_close(file);
	return found;
}

static enum MHD_Result
answer_unsatisfiable(struct MHD_Connection *connection, struct file *file)
{
	struct MHD_Response *response =
		MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
	char range[64];

	file_close(file);
	snprintf(range, sizeof range, "bytes */%llu", (unsigned long long)file->size);
	if (response)
		MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_RANGE, range);
	return answer_with(connection, MHD_HTTP_RANGE_NOT_SATISFIABLE, response);
}

static enum MHD_Result
answer_unmodified(struct MHD_Connection *connection, struct file *file)
{
	struct MHD_Response *response =
		MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);

	file_close(file);
	if (response)
		MHD_add_response_header(response, MHD_HTTP_HEADER_ETAG, file->tag);
	return answer_with(connection, MHD_HTTP_NOT_MODIFIED, response);
}

/* The response takes the file over, or it is closed. */
static struct MHD_Response *
respond_with(struct file *file, uint64_t from, uint64_t length)
{
	struct MHD_Response *response;

	if (file->of.fd < 0) {
		/* Copied: pages are small, and a file on the disk was none. */
		response = MHD_create_response_from_buffer(
			(size_t)length, file->of.bytes.ptr ? file->of.bytes.ptr + from : "",
			MHD_RESPMEM_MUST_COPY);
		file_close(file);
		return response;
	}
	response = MHD_create_response_from_fd_at_offset64(length, file->of.fd, from);
	if (!response)
		file_close(file);
	return response;
}

/* Sends `length` bytes from `from` on, and closes the file. */
static enum MHD_Result
answer_bytes(struct MHD_Connection *connection, unsigned status, struct file *file,
             const char *path, uint64_t from, uint64_t length)
{
	struct MHD_Response *response = respond_with(file, from, length);
	char range[96];

	if (!response)
		return MHD_NO;
	MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, mime_type(str(path)));
	if (status < MHD_HTTP_BAD_REQUEST) {
		MHD_add_response_header(response, MHD_HTTP_HEADER_ETAG, file->tag);
		MHD_add_response_header(response, MHD_HTTP_HEADER_ACCEPT_RANGES, "bytes");
	}
	if (status == MHD_HTTP_PARTIAL_CONTENT) {
		snprintf(range, sizeof range, "bytes %llu-%llu/%llu", (unsigned long long)from,
		         (unsigned long long)(from + length - 1), (unsigned long long)file->size);
		MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_RANGE, range);
	}
	return answer_with(connection, status, response);
}

static enum MHD_Result
answer_file(struct MHD_Connection *connection, const char *method, struct file *file,
            const char *path)
{
	struct str range = header(connection, MHD_HTTP_HEADER_RANGE);
	struct str condition = header(connection, MHD_HTTP_HEADER_IF_RANGE);
	uint64_t from = 0, length = file->size;
	enum request_range wanted = RANGE_WHOLE;

	if (request_etag_matches(header(connection, MHD_HTTP_HEADER_IF_NONE_MATCH), str(file->tag)))
		return answer_unmodified(connection, file);
	/* A range is of the very file that the browser has a part of already. */
	if (strcmp(method, MHD_HTTP_METHOD_GET) == 0 && range.len > 0 &&
	    (condition.len == 0 || str_is(condition, file->tag)))
		wanted = request_range(range, file->size, &from, &length);
	if (wanted == RANGE_UNSATISFIABLE)
		return answer_unsatisfiable(connection, file);
	return answer_bytes(connection,
	                    wanted == RANGE_PART ? MHD_HTTP_PARTIAL_CONTENT : MHD_HTTP_OK, file,
	                    path, from, length);
}

static enum MHD_Result
answer_missing(const struct server *server, struct MHD_Connection *connection)
{
	static const char name[] = "404.html";
	struct file file;
	enum server_found found = open_file(&file, server, name);

	if (found == SERVER_FILE || found == SERVER_FAILED)
		return answer_bytes(connection,
		                    found == SERVER_FILE ? MHD_HTTP_NOT_FOUND
		                                         : MHD_HTTP_SERVICE_UNAVAILABLE,
		                    &file, name, 0, file.size);
	return answer_text(connection, MHD_HTTP_NOT_FOUND, "404: there is no such page\n");
}

static enum MHD_Result
answer_path(const struct server *server, struct MHD_Connection *connection, const char *method,
            const char *url)
{
	struct buf path = { 0 };
	struct file file;
	enum MHD_Result result;
	enum request_target target = request_path(&path, str(url), str(server->base));
	enum server_found found = SERVER_NOTHING;

	if (target == REQUEST_FOLDER)
		buf_adds(&path, path.len > 0 ? "/index.html" : "index.html");
	if (target == REQUEST_FOLDER || target == REQUEST_FILE)
		found = open_file(&file, server, path.ptr);
	if (target == REQUEST_BASE)
		result = answer_redirect(connection, server->base, "");
	else if (found == SERVER_FILE)
		result = answer_file(connection, method, &file, path.ptr);
	else if (found == SERVER_FAILED)
		result = answer_bytes(connection, MHD_HTTP_SERVICE_UNAVAILABLE, &file, ".html", 0,
		                      file.size);
	else if (found == SERVER_FOLDER && target == REQUEST_FILE)
		result = answer_redirect(connection, url, "/");
	else
		result = answer_missing(server, connection);
	buf_release(&path);
	return result;
}

static enum MHD_Result
answer_script(struct MHD_Connection *connection, const char *method)
{
	static const char name[] = "preview.js";
	struct file file = { .of.fd = -1 };

	buf_adds(&file.of.bytes, preview_script);
	look_at(&file);
	return answer_file(connection, method, &file, name);
}

/* What is the preview's own. */
static enum MHD_Result
answer_own(const struct server *server, struct MHD_Connection *connection, const char *method,
           struct str name)
{
	if (!request_is_of_site(header(connection, MHD_HTTP_HEADER_ORIGIN),
	                        header(connection, "Sec-Fetch-Site"), server->port))
		return answer_text(connection, MHD_HTTP_FORBIDDEN,
		                   "403: the preview speaks to its own pages alone\n");
	if (str_is(name, "preview.js"))
		return answer_script(connection, method);
	if (!str_is(name, "events") || !server->options.events)
		return answer_missing(server, connection);
	switch (events_answer(server->options.events, connection)) {
	case EVENTS_STREAMED: return MHD_YES;
	case EVENTS_FAILED: return MHD_NO;
	case EVENTS_CROWDED: break;
	}
	return answer_text(connection, MHD_HTTP_SERVICE_UNAVAILABLE,
	                   "503: too many pages are open; close some of them\n");
}

/* libmicrohttpd calls this once for the headers, and again when the request is complete. */
static enum MHD_Result
answer(void *context, struct MHD_Connection *connection, const char *url, const char *method,
       const char *version, const char *upload, size_t *upload_len, void **seen)
{
	const struct server *server = context;

	(void)version;
	(void)upload;
	if (!request_host_is_local(header(connection, MHD_HTTP_HEADER_HOST), server->port))
		return answer_text(connection, MHD_HTTP_FORBIDDEN,
		                   "403: the preview answers to localhost and 127.0.0.1 alone\n");
	if (strcmp(method, MHD_HTTP_METHOD_GET) != 0 && strcmp(method, MHD_HTTP_METHOD_HEAD) != 0)
		return answer_text(connection, MHD_HTTP_METHOD_NOT_ALLOWED,
		                   "405: the preview takes GET and HEAD alone\n");
	if (!*seen) { /* an answer now would end the connection */
		*seen = context;
		return MHD_YES;
	}
	if (*upload_len > 0) { /* a body has no meaning with these methods */
		*upload_len = 0;
		return MHD_YES;
	}
	if (strncmp(url, PREVIEW_FOLDER, sizeof PREVIEW_FOLDER - 1) == 0)
		return answer_own(server, connection, method, str(url + sizeof PREVIEW_FOLDER - 1));
	return answer_path(server, connection, method, url);
}

/* The path is decoded by us, part by part: once decoded here, "%2F" would pass for a slash. */
static size_t
leave_encoded(void *context, struct MHD_Connection *connection, char *text)
{
	(void)context;
	(void)connection;
	return strlen(text);
}

__attribute__((format(printf, 2, 0))) static void
log_nothing(void *context, const char *format, va_list args)
{
	(void)context;
	(void)format;
	(void)args;
}

/* A socket on the loopback interface, so that the port is known before anybody can ask. */
static int
listen_on(unsigned short *port)
{
	struct sockaddr_in at = {
		.sin_family = AF_INET,
		.sin_port = htons(*port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	socklen_t len = sizeof at;
	const int yes = 1; /* a port that was closed a moment ago is free */
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (fd < 0)
		return -1;
	if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
	    bind(fd, (const struct sockaddr *)&at, sizeof at) != 0 || listen(fd, SOMAXCONN) != 0 ||
	    getsockname(fd, (struct sockaddr *)&at, &len) != 0) {
		int why = errno;

		close(fd);
		errno = why;
		return -1;
	}
	*port = ntohs(at.sin_port);
	return fd;
}

/* Files and other sockets need some, too. */
static unsigned
connections(void)
{
	struct rlimit files;

	if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur / 2 < CONNECTIONS)
		return (unsigned)files.rlim_cur / 2;
	return CONNECTIONS;
}

/* Takes the socket over. */
static struct MHD_Daemon *
start_daemon(struct server *server, int listening)
{
	struct MHD_Daemon *daemon;
	sigset_t all, before;
	int why;

	sigfillset(&all); /* signals are for the thread that builds */
	pthread_sigmask(SIG_SETMASK, &all, &before);
	daemon = MHD_start_daemon(
		MHD_USE_AUTO_INTERNAL_THREAD | MHD_USE_ERROR_LOG | MHD_ALLOW_SUSPEND_RESUME, 0,
		NULL, NULL, answer, server, MHD_OPTION_EXTERNAL_LOGGER, log_nothing, NULL,
		MHD_OPTION_LISTEN_SOCKET, listening, MHD_OPTION_UNESCAPE_CALLBACK, leave_encoded,
		NULL, MHD_OPTION_CONNECTION_LIMIT, connections(), MHD_OPTION_CONNECTION_TIMEOUT,
		(unsigned)TIMEOUT, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_BYTES,
		MHD_OPTION_END);
	why = errno;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (!daemon)
		close(listening);
	errno = why;
	return daemon;
}

static void
report_start(unsigned short port, struct diag *diag)
{
	if (errno == EADDRINUSE)
		diag_environment(diag, _("port %u is taken by another program"), port);
	else
		diag_environment(diag, _("cannot listen on 127.0.0.1, port %u: %s"), port,
		                 strerror(errno));
	diag_hint(diag, _("--port 0 takes any port that is free"));
}

int
server_start(struct server **server, const struct server_options *options, struct diag *diag)
{
	struct server *new = mem_alloc(sizeof *new);
	unsigned short port = options->port;
	int listening = listen_on(&port);

	new->options = *options;
	new->base = copy(options->base ? options->base : "/");
	new->port = port;
	if (listening >= 0)
		new->daemon = start_daemon(new, listening);
	*server = new;
	if (new->daemon)
		return 0;
	report_start(options->port, diag);
	server_stop(new);
	*server = NULL;
	return -1;
}

unsigned
server_port(const struct server *server)
{
	return server->port;
}

void
server_stop(struct server *server)
{
	if (!server)
		return;
	if (server->options.events)
		events_end(server->options.events);
	if (server->daemon)
		MHD_stop_daemon(server->daemon);
	free(server->base);
	free(server);
}
