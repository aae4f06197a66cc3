#ifndef EMIT_RUN_H
#define EMIT_RUN_H
/*
 * run: what every kind of output works from, and the addresses of the site.
 *
 * A writer takes the run, a language and what it writes about, and appends one file's text to a
 * buffer; it cannot fail, reads no file and asks no clock, so that many run at once and any two
 * runs over the same guide write the same bytes.
 *
 * Memory  everything is borrowed for the run; texts made on the way come from the scratch arena,
 *         which is emptied after each file.
 */
#include "card/lang.h"

#include <stdbool.h>

struct arena;
struct buf;
struct businesses;
struct guide;
struct page_ref;
struct theme;
struct value;
struct views;

struct run {
	const struct guide *guide;
	const struct theme *theme;
	const struct views *views;
	struct str base_url;                 /* "https://example.org/guide/": ends in / */
	const struct businesses *businesses; /* emit/business.h */
	struct str site_nodes[LANG_COUNT];   /* jsonld_site */
};

/* One file that is no page: where it goes, what writes it, and about what. */
struct piece {
	struct str path; /* in the site's folder: "nl/feed.xml" */
	void (*write)(struct buf *out, struct arena *scratch, const struct run *run,
	              const struct piece *piece);
	enum lang lang;
	const void *subject; /* a merchant, a category…; NULL: the site */
};

/* The text for readers of `lang`, else the site's first one. */
struct str run_text(const struct run *run, enum lang lang, const struct text *text);
enum lang run_main_lang(const struct run *run);
/* What the theme says for `key` in that language; empty where there is no theme or no such text. */
struct str run_phrase(const struct run *run, enum lang lang, const char *key);

/* `count` texts, one behind the other. */
struct str run_join(struct arena *arena, const struct str *parts, size_t count);
/* A path in the site's folder: "nl/merchants/dumont/" for ("merchants", "dumont"); `folder` and
 * `slug` may be empty. An address has the site's own before that. */
struct str run_path(struct arena *arena, const struct run *run, enum lang lang, const char *folder,
                    struct str slug);
struct str run_url(struct arena *arena, const struct run *run, enum lang lang, const char *folder,
                   struct str slug);
/* Of a href that begins with the base path, as views have them. */
struct str run_absolute(struct arena *arena, const struct run *run, struct str href);
/* "https://example.org", "example.org", "/guide/". */
struct str run_origin(const struct run *run);
struct str run_host(const struct run *run);
struct str run_root(const struct run *run);
#endif
