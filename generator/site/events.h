#ifndef SITE_EVENTS_H
#define SITE_EVENTS_H
/*
 * events: what a server tells the browsers that listen, by server-sent events (html.spec.whatwg.org, 9.2).
 *
 * Each listener hears the last text when it comes, and each new one from then on; whoever is slow misses those
 * between. Between two texts its connection sleeps: it costs neither a thread nor time.
 *
 * Threads  any may tell; events_answer is the server's.
 * Library  libmicrohttpd: a daemon with MHD_ALLOW_SUSPEND_RESUME. events_end before the daemon stops, events_free
 *          after.
 */
#include "base/str.h"

#include <stddef.h>

struct events;
struct MHD_Connection;

enum { EVENTS_LISTENERS = 200 }; /* at most: they never time out */

struct events *events_new(void);
void events_free(struct events *events); /* NULL does nothing */

/* The text, one line, that listeners hear as the event `name`, which is borrowed for good. `aloud` false: only
 * those that come from now on. */
void events_tell(struct events *events, const char *name, struct str text, bool aloud);
/* A sign of life, without which somebody on the way may think that a connection is dead. */
void events_beat(struct events *events);
/* Sends everybody home. */
void events_end(struct events *events);
size_t events_listeners(struct events *events);

/* Answers a request with the stream; not where there are EVENTS_LISTENERS already, or the library fails. */
enum events_answered { EVENTS_STREAMED, EVENTS_CROWDED, EVENTS_FAILED };
enum events_answered events_answer(struct events *events, struct MHD_Connection *connection);
#endif
