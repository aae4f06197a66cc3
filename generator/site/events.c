#include "site/events.h"

#include "base/buf.h"
#include "base/mem.h"

#include <microhttpd.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 16 * 1024 }; /* bytes that are sent at a time */

struct listener {
	struct events *events;
	struct MHD_Connection *connection;
	struct listener *next, **self; /* *self is this one */
	struct buf rest;               /* what it has not been sent yet, from `sent` on */
	size_t sent;
	unsigned long heard, felt; /* number of the last text, of the last beat */
	bool asleep;
};

struct events {
	pthread_mutex_t lock;
	struct buf text; /* as it is sent */
	unsigned long told, beats;
	struct listener *listeners;
	size_t listeners_len;
	bool ended;
};

struct events *
events_new(void)
{
	struct events *events = mem_alloc(sizeof *events);

	pthread_mutex_init(&events->lock, NULL);
	return events;
}

void
events_free(struct events *events)
{
	if (!events)
		return;
	buf_release(&events->text);
	pthread_mutex_destroy(&events->lock);
	free(events);
}

/* Locked. */
static void
wake_all(struct events *events)
{
	for (struct listener *l = events->listeners; l; l = l->next) {
		if (!l->asleep)
			continue;
		l->asleep = false;
		MHD_resume_connection(l->connection);
	}
}

void
events_tell(struct events *events, const char *name, struct str text, bool aloud)
{
	pthread_mutex_lock(&events->lock);
	buf_clear(&events->text);
	buf_printf(&events->text, "event: %s\ndata: ", name);
	buf_add(&events->text, text);
	buf_adds(&events->text, "\n\n");
	if (aloud) {
		events->told++;
		wake_all(events);
	}
	pthread_mutex_unlock(&events->lock);
}

void
events_beat(struct events *events)
{
	pthread_mutex_lock(&events->lock);
	events->beats++;
	wake_all(events);
	pthread_mutex_unlock(&events->lock);
}

void
events_end(struct events *events)
{
	pthread_mutex_lock(&events->lock);
	events->ended = true;
	wake_all(events);
	pthread_mutex_unlock(&events->lock);
}

size_t
events_listeners(struct events *events)
{
	size_t count;

	pthread_mutex_lock(&events->lock);
	count = events->listeners_len;
	pthread_mutex_unlock(&events->lock);
	return count;
}

/* Puts what is new into its rest; false: nothing is. Locked. */
static bool
fetch_news(struct listener *l)
{
	const struct events *events = l->events;

	buf_clear(&l->rest);
	l->sent = 0;
	if (l->heard != events->told)
		buf_add(&l->rest, buf_str(&events->text));
	else if (l->felt != events->beats)
		buf_adds(&l->rest, ": \n\n");
	l->heard = events->told;
	l->felt = events->beats;
	return l->rest.len > 0;
}

/* The library asks for more; without any, the connection is put to sleep. */
static ssize_t
read_more(void *context, uint64_t at, char *out, size_t room)
{
	struct listener *l = context;
	ssize_t given = 0;

	(void)at;
	pthread_mutex_lock(&l->events->lock);
	if (l->events->ended) {
		given = MHD_CONTENT_READER_END_OF_STREAM;
	} else if (l->sent < l->rest.len || fetch_news(l)) {
		size_t left = l->rest.len - l->sent, len = left < room ? left : room;

		memcpy(out, l->rest.ptr + l->sent, len);
		l->sent += len;
		given = (ssize_t)len;
	} else {
		l->asleep = true;
		MHD_suspend_connection(l->connection);
	}
	pthread_mutex_unlock(&l->events->lock);
	return given;
}

static void
leave(void *context)
{
	struct listener *l = context;
	struct events *events = l->events;

	pthread_mutex_lock(&events->lock);
	*l->self = l->next;
	if (l->next)
		l->next->self = l->self;
	events->listeners_len--;
	pthread_mutex_unlock(&events->lock);
	buf_release(&l->rest);
	free(l);
}

/* NULL: there are too many. */
static struct listener *
enter(struct events *events, struct MHD_Connection *connection)
{
	struct listener *l = NULL;

	pthread_mutex_lock(&events->lock);
	if (events->listeners_len < EVENTS_LISTENERS && !events->ended) {
		l = mem_alloc(sizeof *l);
		*l = (struct listener){ .events = events,
			                .connection = connection,
			                .next = events->listeners,
			                .self = &events->listeners,
			                .heard = events->told,
			                .felt = events->beats };
		if (l->next)
			l->next->self = &l->next;
		events->listeners = l;
		events->listeners_len++;
		buf_adds(&l->rest, "retry: 500\n\n");
		buf_add(&l->rest, buf_str(&events->text));
	}
	pthread_mutex_unlock(&events->lock);
	return l;
}

enum events_answered
events_answer(struct events *events, struct MHD_Connection *connection)
{
	struct listener *l = enter(events, connection);
	struct MHD_Response *response;
	enum MHD_Result queued;

	if (!l)
		return EVENTS_CROWDED;
	response = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK, read_more, l, leave);
	if (!response) {
		leave(l);
		return EVENTS_FAILED;
	}
	MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, "text/event-stream");
	MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
	queued = MHD_queue_response(connection, MHD_HTTP_OK, response);
	MHD_destroy_response(response);
	return queued == MHD_YES ? EVENTS_STREAMED : EVENTS_FAILED;
}
