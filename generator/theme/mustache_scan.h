#ifndef THEME_MUSTACHE_SCAN_H
#define THEME_MUSTACHE_SCAN_H
/*
 * mustache_scan: a template cut into lines of texts and tags, delimiters minded.
 *
 * Lines   what decides whether a tag stands alone; a tag that spans lines makes its line longer.
 * Memory  tokens are borrowed until the next line; their texts from the source.
 * Errors  a tag without an end, bad delimiters: reported; `stopped` where the rest makes no sense,
 *         or after MUSTACHE_ERRORS.
 */
#include "base/diag.h"
#include "base/str.h"

struct mustache;

/* A piece of a line: text, or a tag by the character that begins it ('v': {{name}}). */
struct mustache_token {
	char kind;       /* 0: text */
	struct str text; /* as it stands; of a tag what is between the delimiters */
	size_t source;   /* offset of its first byte */
};

/* Set template, diag, source and the delimiters; leave the rest empty. */
struct mustache_scanner {
	const struct mustache *template;
	struct diag *diag;
	struct str source;
	struct str open, close; /* the delimiters in force */
	size_t at, newline;     /* offsets: what is read next, the first newline behind it */
	struct mustache_token *line;
	size_t line_len, line_room;
	struct str line_end; /* "\n", "\r\n", or empty at the end of the text */
	unsigned line_count; /* lines read */
	unsigned errors;
	bool stopped;
};

enum { MUSTACHE_ERRORS = DIAG_MOST + 10 }; /* in one template: nobody is shown more */

/* Reads the next line into s->line, s->line_end. */
void mustache_scan_line(struct mustache_scanner *s);
/* Counts an error that was reported, or reports one. */
void mustache_scan_failed(struct mustache_scanner *s);
void mustache_scan_fail(struct mustache_scanner *s, size_t source, const char *message);
void mustache_scan_release(struct mustache_scanner *s);
bool mustache_is_space(char c);
#endif
