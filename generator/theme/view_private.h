#ifndef THEME_VIEW_PRIVATE_H
#define THEME_VIEW_PRIVATE_H
/*
 * view_private: what the files view_*.c share; nobody else includes it.
 *
 * Views are made list after list, each of them in parallel: a list may point into those before it
 * in enum view_list, never into later ones, so that the tree has no loops.
 */
#include "base/table.h"
#include "base/value.h"
#include "card/card.h"
#include "card/vocabulary.h"
#include "guide/guide.h"
#include "theme/texts.h"
#include "theme/theme.h"
#include "theme/view.h"

struct door;
struct ground;

enum view_list {
	VIEW_CATEGORIES,
	VIEW_STREETS,
	VIEW_BRIEFS,
	VIEW_PLACES,
	VIEW_OFFERS,
	VIEW_EVENTS,
	VIEW_NEWS,
	VIEW_ROUTES,
	VIEW_FREE_PAGES,
	VIEW_MERCHANTS,
	VIEW_LISTS
};

/* The finished values of one language. */
struct view_lang {
	enum lang lang;
	struct str home;                              /* "/guide/nl/" */
	const struct value **terms[VOCABULARY_COUNT]; /* by index: {id, label} */
	const struct value **lists[VIEW_LISTS];       /* by index in the guide */
	const struct value *shared;
};

/* Where the pages of a kind in a language begin in the list of all. */
struct page_range {
	size_t first, len;
};

struct views {
	const struct guide *guide;
	const struct theme *theme;
	struct str origin, root;
	struct view_lang in[LANG_COUNT]; /* by enum lang; those of the site are made */
	struct page_ref *pages;
	size_t pages_len;
	struct page_range ranges[LANG_COUNT][PAGE_KIND_COUNT];
	struct table by_url; /* → struct page_ref */
	struct view_worker {
		struct arena *arena, *scratch;
		struct table hours[LANG_COUNT];  /* by their openings: many shops share them */
		struct table closed[LANG_COUNT]; /* days that are closed, by day and holiday */
		struct table shots;              /* photos, by their file (view_photo.c) */
	} * workers;
	unsigned workers_len;
	struct arena *arena;         /* of the first worker */
	const struct ground *ground; /* ways on foot; NULL: the guide has no map */
};

/* What a function that makes a value works with. */
struct maker {
	const struct views *views;
	const struct guide *guide;
	const struct view_lang *in;
	enum lang lang;
	struct arena *arena;        /* for what stays */
	struct view_worker *worker; /* NULL while a page is made */
};

/* --- view_value.c: maps and lists of just the size they need -------------------------------------- */

enum { FIELDS_MOST = 72 };

/* A map in the making. */
struct fields {
	struct arena *arena;
	uint32_t len;
	struct value_pair pairs[FIELDS_MOST];
};

void fields_start(struct fields *fields, struct arena *arena);
/* NULL: nothing. A list that is not empty also sets has_KEY. */
void fields_set(struct fields *fields, const char *key, const struct value *value);
/* "has_KEY" where `value` is a list that is not empty; else NULL. */
const char *view_has(struct arena *arena, const char *key, const struct value *value);
void fields_text(struct fields *fields, const char *key, struct str text); /* empty: nothing */
void fields_int(struct fields *fields, const char *key, int64_t integer);
void fields_true(struct fields *fields, const char *key, bool boolean); /* false: nothing */
void fields_bool(struct fields *fields, const char *key, bool boolean);
const struct value *fields_map(const struct fields *fields);
/* A list of `len` values; NULL when there is none, so that templates can ask for it. The second form
 * keeps the array, which must live as long. */
const struct value *list_of(struct arena *arena, const struct value *const *items, size_t len);
const struct value *list_over(struct arena *arena, const struct value **items, size_t len);

/* A localised text, and under `lang_key` its language when that is another one than the page's. */
void fields_local(struct fields *fields, const struct maker *maker, const char *key,
                  const char *lang_key, const struct text *text);
struct str local(const struct maker *maker, const struct text *text);

/* --- view_common.c: what several kinds of things have ------------------------------------------------ */

struct maker view_maker(const struct views *views, struct arena *arena, enum lang lang);
/* "/guide/nl/merchants/dumont/"; slug may be empty. */
struct str view_url(const struct maker *maker, const char *folder, struct str slug);
struct str
view_fill(const struct maker *maker, const char *key, const struct texts_arg *args, size_t count);
/* "36 commerces": the theme's plural for `count`; {count} and what `args` has filled in. */
struct str view_plural(const struct maker *maker, const char *key, size_t count,
                       const struct texts_arg *args, size_t args_len);
/* NULL when nothing is known. `street` may be NULL. */
const struct value *view_address(const struct maker *maker, const struct address *address,
                                 const struct guide_street *street);
struct str view_address_line(const struct maker *maker, const struct address *address);
const struct value *view_location(const struct maker *maker, struct location location);
const struct value *view_osm(const struct maker *maker, struct str osm);
const struct value *
view_terms(const struct maker *maker, enum vocabulary which, const struct terms *terms);
/* body, body_lang and excerpt. */
void view_body(struct fields *fields, const struct maker *maker, const struct card *card);
const struct value *
view_briefs(const struct maker *maker, struct guide_merchant *const *merchants, size_t len);

/* --- view_photo.c: pictures; nothing at all where the guide has no album ------------------------------ */

#define VIEW_USE(use) (1u << (use))

/* For the places that VIEW_USE bits name. NULL: it cannot be shown. */
const struct value *view_photo(const struct maker *maker, const struct photo *photo, unsigned uses);
/* The first that can be shown, for cards, the head of a page and galleries. */
const struct value *view_photo_main(const struct maker *maker, const struct photos *photos);
/* Sets a member, also where there is none (NULL): a template that asks within something else would be given
 * that one's picture. */
void view_photo_set(struct fields *f, const struct maker *maker, const char *key,
                    const struct value *value);
/* photos, more_photos (but the main one), has_photos, has_gallery (there are several); `main` is what view_photo_main made of them. */
void view_photo_gallery(struct fields *f, const struct maker *maker, const struct photos *photos,
                        const struct value *main);
/* photo, and all of the gallery. */
void view_photos(struct fields *f, const struct maker *maker, const struct photos *photos);

/* --- the makers, one value each --------------------------------------------------------------------- */

const struct value *view_make_category(const struct maker *maker, size_t index);
const struct value *view_make_street(const struct maker *maker, size_t index);
const struct value *view_make_brief(const struct maker *maker, size_t index);
const struct value *view_make_merchant(const struct maker *maker, size_t index);
const struct value *view_make_offer(const struct maker *maker, size_t index);
const struct value *view_make_event(const struct maker *maker, size_t index);
const struct value *view_make_news(const struct maker *maker, size_t index);
const struct value *view_make_place(const struct maker *maker, size_t index);
const struct value *view_make_route(const struct maker *maker, size_t index);
const struct value *view_make_free_page(const struct maker *maker, size_t index);
/* view_hours.c. NULL where nothing is known. */
const struct value *view_hours(const struct maker *maker, const struct guide_merchant *merchant);
/* view_exceptions.c: the days of the next weeks that are not as usual, closures aside; NULL: none. */
const struct value *view_exceptions(const struct maker *maker, const struct openings *openings,
                                    const struct door *words);
bool view_has_exceptions(const struct maker *maker, const struct guide_merchant *merchant);
/* What the script that tells who is open must know of time; NULL where nobody has openings. */
const struct value *view_clock(const struct maker *maker);
const struct value *view_make_shared(const struct maker *maker);

/* --- view_map.c, view_frame.c: maps; NULL where there is nothing to show ------------------------------ */

const struct value *view_map(const struct maker *maker, const size_t *numbers); /* the large one */
/* The numbers on it by merchant, in the order of the list beside it, street by street; 0: not on it. */
const size_t *view_map_numbers(const struct maker *maker);
const struct value *view_frame_merchant(const struct maker *maker, size_t index);
const struct value *view_frame_street(const struct maker *maker, size_t index);
const struct value *view_frame_route(const struct maker *maker, size_t index);
/* How long people walk so far: "6 min". */
struct str view_walk_text(const struct maker *maker, double metres);

/* --- view_pages.c ------------------------------------------------------------------------------------- */

/* What is known of a kind of page before its content. */
struct page_row {
	const char *template;
	const char *flag;                /* "is_merchant" */
	const char *folder;              /* "merchants"; "" for the home page */
	const char *title, *description; /* keys of the theme's texts; NULL: from the content */
	const char *count;               /* key of the plural that {count} stands for; NULL */
	const char *nav;                 /* key of the menu's entry; NULL */
	enum page_kind parent;           /* in the breadcrumbs; PAGE_HOME: none between */
	enum view_list list;             /* VIEW_LISTS: a single page */
};

const struct page_row *view_page_row(enum page_kind kind);
void view_list_pages(struct views *views);
/* view_ends.c: whether anything on the page carries an end, by which it hides itself later. */
bool view_has_ends(const struct maker *maker, const struct page_ref *page);
/* view_content.c: the members beside `page`. */
void view_content(struct value *context, const struct maker *maker, const struct page_ref *page);
/* How many things of the kind the guide has. */
size_t view_list_len(const struct guide *guide, enum view_list list);
/* How many a list page counts: of merchants for PAGE_MERCHANTS and so on. */
size_t view_count(const struct guide *guide, enum page_kind kind);
/* A free page that is the legal notice's text: its index, or pages_len. */
size_t view_legal_page(const struct guide *guide);
#endif
