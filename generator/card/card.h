#ifndef CARD_CARD_H
#define CARD_CARD_H
/*
 * card: what a content repository says, checked: one struct per kind of file.
 *
 * These structs are filled by the schema table (card/schema.h), a row per member. Every text is
 * valid UTF-8 and lives in the arena of the cards. Absent is: an empty text, a count of 0,
 * DATE_NONE, `set` false, an enum's first value. Lists keep the order in which they were written.
 * References (slugs, ids) are only read here; guide/ looks them up.
 */
#include "base/date.h"
#include "base/pos.h"
#include "card/hours.h"
#include "card/lang.h"
#include "card/money.h"
#include "card/phone.h"
#include "card/repeat.h"

#include <stdint.h>

/* A word from the content and where it stands: a slug, a category, a keyword. */
struct word {
	struct str text;
	struct pos at;
};

struct words {
	struct word *items;
	size_t len;
};

struct texts {
	struct text *items;
	size_t len;
};

/* Members of a vocabulary (card/vocabulary.h), by index; unknown ones were warned of and left out. */
struct terms {
	uint16_t *items;
	size_t len;
};

struct location {
	bool set;
	double latitude, longitude; /* degrees, WGS 84 */
};

struct address {
	struct text street; /* with the house number, as written */
	struct str postcode;
	struct text city;
	struct pos at;
};

/* A picture (or an offer's flyer), resolved inside the repository but not yet read. */
struct photo {
	struct str file; /* path in the repository */
	struct pos at;
	struct text alt;
	struct str credit;
	double focus_x, focus_y; /* 0 .. 1, from the left and the top; -1: not said */
};

struct photos {
	struct photo *items;
	size_t len;
};

struct closure {
	int from, until; /* days, both included; `until` DATE_NONE: until further notice */
	struct text reason;
	struct pos at;
};

struct product {
	struct text name, unit, details;
	struct money price;
	struct photo photo; /* file empty: none */
	int available;      /* -1 not said, 0, 1 */
	struct pos at;
};

/* An account in a social network or a link of a known use: which (an index into that vocabulary)
 * and the whole address. */
struct link {
	uint16_t kind;
	struct str url;
	struct pos at;
};

struct links {
	struct link *items;
	size_t len;
};

enum wheelchair { WHEELCHAIR_UNKNOWN, WHEELCHAIR_YES, WHEELCHAIR_LIMITED, WHEELCHAIR_NO };
enum answer { ANSWER_UNKNOWN, ANSWER_YES, ANSWER_NO };

struct accessibility {
	enum wheelchair wheelchair;
	enum answer toilets_wheelchair, hearing_loop;
	struct text notes;
};

enum status { STATUS_OPEN, STATUS_CLOSED_TEMPORARILY, STATUS_OPENING_SOON, STATUS_CLOSED };

/* What every card has. The first member of each struct below. */
struct card {
	struct str slug;
	struct str path; /* merchants/dumont.md */
	struct pos at;   /* its first line */
	bool draft;
	/* The Markdown part, by language, rendered to HTML (card/markdown.h), and its beginning as
	 * plain text for descriptions. */
	struct text body, excerpt;
	struct photos
		pictures;   /* shown in the text, as <img src> names them: files and places alone */
	uint8_t translated; /* bit per language that has a translation file */
};

struct merchant {
	struct card card;
	struct text name, summary;
	struct words category; /* as written; the main one first */
	struct address address;
	struct location location;
	struct phone phone;
	struct str email, website;
	struct links social, links; /* VOCABULARY_SOCIAL, VOCABULARY_LINKS */
	struct hours hours;
	struct pos hours_at; /* where they are said */
	struct closure *closures;
	size_t closures_len;
	struct terms payment, services, languages;
	struct accessibility accessibility;
	struct photos photos;
	struct product *products;
	size_t products_len;
	int loyalty_stamps; /* 0: no card */
	struct text loyalty_reward;
	struct texts brands, keywords;
	int founded;    /* year; 0 */
	struct str vat; /* "BE0123456749" */
	int verified;   /* day */
	struct str osm; /* "node/123456789" */
	enum status status;
	bool unlisted; /* listed: no */
};

struct offer {
	struct card card;
	struct text title;
	struct words merchants; /* slugs */
	bool all_merchants;
	int from, until; /* days, both included; `until` DATE_NONE: no end */
	struct money price, was;
	struct str code;
	struct photo flyer;
	struct photos photos;
};

struct event {
	struct card card;
	struct text title;
	struct moment start, end; /* end.day DATE_NONE: as long as the start's day */
	struct word place;        /* slug */
	struct address address;
	struct words merchants;
	struct money price; /* 0 is free */
	struct text organiser;
	struct photos photos;
	struct repeat repeats;
};

struct news {
	struct card card;
	struct text title;
	struct moment date;
	struct words merchants;
	struct photos photos;
};

struct page {
	struct card card;
	struct text title;
	int menu; /* position; 0: not in the menu */
};

struct place {
	struct card card;
	struct text name, details;
	struct word kind_word; /* as written */
	uint16_t kind;         /* VOCABULARY_PLACES */
	struct location location;
	struct address address;
	struct str osm;
};

struct route {
	struct card card;
	struct text title;
	struct words stops; /* slugs of merchants or places */
	struct photos photos;
};

/* A category that quartier.yml adds or changes. */
struct own_category {
	struct str id;
	struct pos at;
	struct text label;
	struct str schema, osm; /* empty: as the built-in one, or LocalBusiness */
};

struct publisher {
	struct text name;
	struct str email;
	struct phone phone;
	struct text street;
	struct str postcode;
	struct text city;
	struct str vat;
	struct str website;
};

struct limits {
	uint64_t text_bytes, photo_bytes, photo_pixels, yaml_depth, yaml_nodes, files,
		extract_bytes;
};

/* A holiday that the calendar of the country does not know: the fair's Monday, a school's own days. */
enum own_holiday_kind { OWN_PUBLIC, OWN_SCHOOL };
struct own_holiday {
	struct pos at;
	int from, until; /* the same: one day; both count */
	enum own_holiday_kind kind;
	struct text name;
};

/* quartier.yml */
struct config {
	int format; /* `quartier:`, 1 */
	struct text name, tagline;
	struct str url; /* ends in / */
	struct pos url_at;
	enum lang languages[LANG_COUNT]; /* the first is the main one */
	size_t languages_len;
	struct str timezone; /* a name of the tz database */
	struct pos timezone_at;
	struct str country, region; /* "BE", "BE-WAL" */
	struct text place_city;
	struct str place_postcode;
	struct publisher publisher;
	struct str theme;
	struct pos theme_at;
	struct str accent;  /* "#9a3412" */
	struct str extract; /* path in the repository */
	struct pos extract_at;
	bool has_bounds;
	double bounds[4]; /* south, west, north, east; degrees */
	struct own_category *categories;
	size_t categories_len;
	struct own_holiday *holidays;
	size_t holidays_len;
	struct limits limits;
};
#endif
