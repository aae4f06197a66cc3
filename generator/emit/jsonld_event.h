#ifndef EMIT_JSONLD_EVENT_H
#define EMIT_JSONLD_EVENT_H
/*
 * jsonld_event: an event as schema.org's Event: its next occurrence, and the schedule of those that
 * repeat.
 */
struct graph;
struct guide_event;

void jsonld_event(struct graph *graph, const struct guide_event *event);
#endif
