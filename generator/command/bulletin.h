#ifndef COMMAND_BULLETIN_H
#define COMMAND_BULLETIN_H
/*
 * bulletin: what the preview tells of an edition: to the browsers as an event, to the terminal as a line.
 */
#include <stdbool.h>
#include <stddef.h>

struct buf;
struct edition;

struct bulletin {
	const struct edition *edition; /* the latest, sound or not; NULL: none yet */
	const char *shown;             /* name of the edition that is shown */
	double seconds;                /* that the latest took */
	bool building;                 /* the next one is being made */
	bool good;                     /* what is shown has no errors */
};

/* The event's data: JSON on one line, with the words that the browser shows. */
void bulletin_event(struct buf *out, const struct bulletin *bulletin);
/* "14:02:11  rebuilt in 84 ms: 312 pages, 3 warnings"; `kept`: an earlier edition stays where this one is not sound. */
void bulletin_line(struct buf *out, const struct bulletin *bulletin, bool kept);
#endif
