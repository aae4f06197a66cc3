#ifndef THEME_DOOR_H
#define THEME_DOOR_H
/*
 * door: the week as a person would write it on the door, in each language.
 *
 * "lundi–vendredi 9 h–12 h, 13 h–18 h, fermé le mardi matin; samedi 9 h–12 h": days that are alike are
 * put together, a day that only lacks a part of what its neighbours have is said so, a day that is not
 * named is closed. Grammar, like format; "closed" and "all day" alone are the theme's words.
 * Memory   texts come from the arena given.
 */
#include "card/lang.h"
#include "guide/openings.h"

struct arena;
struct buf;

struct door {
	enum lang lang;
	struct str closed, all_day; /* the theme's words for such a day */
	bool tight;                 /* "9 h–18 h" within a line, else "9 h – 18 h" */
	/* Where the rules say for all the rest of the time "by appointment": that comment, which is then
	 * not said of each day. */
	bool has_rest;
	struct str rest;
};

/* Appends what a day has: "9 h–12 h, 13 h–18 h", "dès 18 h", "9 h–12 h (sur rendez-vous)", "fermé". */
void door_add_day(struct buf *out, const struct door *door, struct openings_day day);
/* The week in one line. */
struct str
door_week(struct arena *arena, const struct door *door, const struct openings_day week[7]);
/* Appends weekdays, a bit each from Monday: "lundi–vendredi", "samedi et dimanche", "lundi, mercredi et
 * vendredi". */
void door_add_weekdays(struct buf *out, enum lang lang, unsigned days);
/* What stands between the parts of a sentence: "; " as the language sets it. */
const char *door_semicolon(enum lang lang);
/* What is said of time that is neither surely open nor closed, where the card says no more. */
const char *door_unsure(enum lang lang);
/* "sinon : %s" */
const char *door_otherwise(enum lang lang);
const char *door_from(enum lang lang);  /* "dès %s" */
const char *door_later(enum lang lang); /* " ou plus tard", behind a time */
const char *door_every_day(enum lang lang);
const char *door_colon(enum lang lang); /* ": " as the language sets it */
#endif
