#ifndef CARD_SCHEMA_H
#define CARD_SCHEMA_H
/*
 * schema: every field of every card, a row each.
 *
 * The reader fills structs by these rows; hints for misspelt keys, `new`, the exports for editors and the
 * reference in the documentation are made from them. A new field is a new row (and a member in card/card.h).
 *
 * Order   rows are sorted by key, to be found by halves; `rank` is their place for people.
 */
#include "base/str.h"
#include "card/lang.h"
#include "card/vocabulary.h"

#include <stdint.h>

enum kind {
	KIND_CONFIG, /* quartier.yml */
	KIND_MERCHANT,
	KIND_OFFER,
	KIND_EVENT,
	KIND_NEWS,
	KIND_PAGE,
	KIND_PLACE,
	KIND_ROUTE,
	KIND_COUNT
};

/* How a value is written, and so which member it fills. */
enum field_type {
	AS_TEXT,      /* text, or a map by language: struct text */
	AS_TEXTS,     /* list of such: struct texts */
	AS_PLAIN,     /* text in no language: struct str */
	AS_BOOL,      /* yes or no: bool */
	AS_TRISTATE,  /* the same where silence differs from no: int, -1 when not said */
	AS_CHOICE,    /* one of `choices`: an enum, by index */
	AS_COUNTRY,   /* one of `choices`: struct str */
	AS_INT,       /* whole number from `min` to `max`: int */
	AS_SIZE,      /* positive whole number, also "2 MiB": uint64_t */
	AS_DATE,      /* 2026-07-15: int, a day */
	AS_MOMENT,    /* 2026-07-15 or 2026-07-15 18:30: struct moment */
	AS_REPEAT,    /* FREQ=WEEKLY;BYDAY=SA: struct repeat */
	AS_MONEY,     /* 3.20: struct money */
	AS_PHONE,     /* struct phone */
	AS_EMAIL,     /* struct str */
	AS_URL,       /* http or https: struct str */
	AS_BASE_URL,  /* the same, of a folder: ends in /: struct str */
	AS_VAT,       /* struct str */
	AS_OSM,       /* node/123: struct str */
	AS_OSM_TAG,   /* shop=bakery: struct str */
	AS_COLOUR,    /* #9a3412: struct str */
	AS_LOCATION,  /* [latitude, longitude]: struct location */
	AS_BOUNDS,    /* [south, west, north, east]: double[4], `beside` a bool */
	AS_FOCUS,     /* [x, y], from 0 to 1: two doubles */
	AS_HOURS,     /* opening hours, a text or a map by days: struct hours */
	AS_WORDS,     /* a category or a list of them: struct words */
	AS_SLUG,      /* the name of another card: struct word */
	AS_SLUGS,     /* one or a list: struct words; with FIELD_ALL also "all": `beside` a bool */
	AS_TERM,      /* a word of `vocabulary`: uint16_t, `beside` the struct word as written */
	AS_TERMS,     /* a list of them: struct terms */
	AS_LINKS,     /* a map from words of `vocabulary` to addresses: struct links */
	AS_LANGUAGES, /* languages of the site: enum lang[], `beside` their count */
	AS_FILE,      /* path of a file in the repository: struct str */
	AS_PHOTO,     /* a path, or a map of `nested`: struct photo */
	AS_PHOTOS,    /* list of such: struct photos */
	AS_MAP,   /* a map of `nested`: the struct it is of, or members of this one (FIELD_FLAT) */
	AS_ITEMS, /* list of maps of `nested`: pointer to structs, `beside` their count */
	AS_NAMED, /* map from names to maps of `nested`: the same; each begins with the name */
	AS_COUNT
};

enum {
	FIELD_REQUIRED = 1 << 0,
	FIELD_INVERTED = 1 << 1,   /* a bool that is kept as its contrary */
	FIELD_ALL = 1 << 2,        /* "all" is accepted for a list of slugs */
	FIELD_PDF = 1 << 3,        /* a photo may be a PDF */
	FIELD_FLAT = 1 << 4,       /* the nested rows' offsets are of the outer struct */
	FIELD_PLACED = 1 << 5,     /* `beside` is a struct pos, filled with the value's place */
	FIELD_IDENTIFIES = 1 << 6, /* says which one is meant: a translation may repeat it */
};

/* The words of a closed list, by the value of an enum; [0] has no word where it means "not said". */
struct choice {
	const char *word; /* NULL: cannot be written */
	const char *label[LANG_COUNT];
};

struct choices {
	const char *code; /* of the diagnostic for another word */
	const struct choice *items;
	size_t len;
};

struct schema;

struct field {
	const char *key;
	enum field_type type;
	unsigned flags;
	size_t offset; /* of the member in the struct */
	size_t beside; /* of its companion, see field_type */
	/* AS_INT: range; AS_SIZE: 1 to `max`, 0: any. Texts: `max` code points (more is a warning), 0: any */
	int min, max;
	enum vocabulary vocabulary;
	unsigned rank; /* 0, 1, 2…: place for people */
	const struct choices *choices;
	const struct schema *nested;
	const char *schema;  /* schema.org property; NULL */
	const char *osm;     /* OpenStreetMap key; NULL */
	const char *example; /* a value as one would write it in YAML */
	const char *label[LANG_COUNT];
	const char *help[LANG_COUNT]; /* one sentence */
};

enum { SCHEMA_NOWHERE = -1 };

struct schema {
	const char *name;           /* "merchant", "address" */
	const struct field *fields; /* sorted by key */
	size_t len;                 /* at most 64 */
	size_t size;                /* of the struct; 0: flat */
	long at; /* offset of the struct pos that says where it stood, or SCHEMA_NOWHERE */
};

struct schema_kind {
	const char *name;   /* "merchant", as in `quartier new merchant` */
	const char *folder; /* "merchants"; NULL for quartier.yml */
	const struct schema *schema;
	size_t list, count; /* offsets in struct cards: pointer to the structs, how many */
	const char *label[LANG_COUNT];
	const char *help[LANG_COUNT];
};

size_t schema_kind_count(void);
const struct schema_kind *schema_kind(enum kind kind);
/* The kind of the cards in a folder ("merchants"), or of a name ("merchant"); KIND_COUNT: none. */
enum kind schema_kind_of_folder(struct str folder);
enum kind schema_kind_of_name(struct str name);
const struct field *schema_fields(enum kind kind, size_t *count);
/* NULL when there is no such key. */
const struct field *schema_find(const struct schema *schema, struct str key);
/* The field of that rank, 0 <= rank < len. */
const struct field *schema_ranked(const struct schema *schema, size_t rank);
/* What such a value is, for people: "a text", "a date (2026-07-15)"; to be translated by _(). */
const char *schema_type_name(enum field_type type);

/* The tables, by file: schema_config.c, schema_merchant.c, schema_others.c, schema_parts.c. */
extern const struct schema schema_config, schema_merchant, schema_offer, schema_event, schema_news,
	schema_page, schema_place, schema_route;
extern const struct schema schema_address, schema_photo, schema_closure, schema_product,
	schema_publisher, schema_own_category, schema_own_holiday;
#endif
