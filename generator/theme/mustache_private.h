#ifndef THEME_MUSTACHE_PRIVATE_H
#define THEME_MUSTACHE_PRIVATE_H
/*
 * mustache_private: the compiled form of a template, shared by the files of the engine.
 *
 * Format  a template is an array of nodes in reading order. A node that has a body (section,
 *         parent, block) is followed by it; `end` is the index behind the body, or behind the node
 *         itself. So rendering walks forward and skips by one addition.
 * Memory  everything lives in the set's arena.
 *
 * Lines   indentation belongs to lines of a template, not to output: a standalone partial puts its
 *         own white space before each line of the template that it calls. Blocks do the same, and
 *         the text that replaces a block first loses the indentation it had where it was written,
 *         at compile time.
 */
#include "base/pos.h"
#include "base/str.h"

#include <stdint.h>

struct arena;
struct diag;

enum mustache_op {
	MUSTACHE_TEXT,
	MUSTACHE_ESCAPED,  /* {{name}} */
	MUSTACHE_RAW,      /* {{{name}}} {{&name}} */
	MUSTACHE_SECTION,  /* {{#name}} */
	MUSTACHE_INVERTED, /* {{^name}} */
	MUSTACHE_PARTIAL,  /* {{>name}} {{>*name}} */
	MUSTACHE_PARENT,   /* {{<name}} {{<*name}}; its body is replacing blocks only */
	MUSTACHE_BLOCK,    /* {{$name}} */
};

enum {
	MUSTACHE_DYNAMIC = 1,      /* the name is that of a value which holds the name */
	MUSTACHE_STANDALONE = 2,   /* the opening tag has its line for itself */
	MUSTACHE_CLOSED_ALONE = 4, /* so has the closing tag of a block */
	MUSTACHE_ONE_LINE = 8,     /* a standalone block opened and closed on a line that ends: */
	MUSTACHE_CRLF = 16,        /* ... in CR LF */
	MUSTACHE_REPLACES = 32, /* a block right inside a parent: replaces one of that template */
};

/* One step of a dotted name. */
struct mustache_part {
	struct str key;
	uint32_t hash; /* value_hash of the key */
};

struct mustache_node {
	uint8_t op, flags;
	uint16_t parts_len; /* 0: the name is "." */
	uint32_t end;
	const struct mustache_part *parts; /* partial, parent, block: one, unless dynamic */
	struct str text;                   /* of a text; else indentation of what is put here */
	uint32_t source;                   /* offset of the tag, for messages */
	const struct mustache *target; /* partial and parent, linked; NULL: dynamic or missing */
};

struct mustache {
	struct str name;
	const char *file;
	struct str source;
	struct mustache_node *nodes;
	size_t nodes_len;
	enum { MUSTACHE_NEW, MUSTACHE_VISITING, MUSTACHE_VISITED } visit; /* while linking */
};

struct mustache_set {
	struct arena *arena;
	struct mustache **templates; /* sorted by name */
	size_t templates_len;
	bool lenient;
};

/* Fills in template->nodes from its source. -1: reported. */
int mustache_parse(struct mustache *template, struct arena *arena, struct diag *diag);
struct pos mustache_pos(const struct mustache *template, size_t offset);
/* The name of the set's template nearest to one that is none, or an empty text. */
struct str mustache_nearest(const struct mustache_set *set, struct str name);
#endif
