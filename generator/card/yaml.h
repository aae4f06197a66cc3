#ifndef CARD_YAML_H
#define CARD_YAML_H
/*
 * yaml: plain data written in YAML, as a tree that remembers where everything stood.
 *
 * Format  YAML 1.2 (yaml.org/spec/1.2.2) by libyaml's events, without anchors, aliases, tags, merge keys,
 *         keys that are not plain words, and second documents: each is an error with a hint. A scalar stays
 *         the text that was typed ("no", "01210", "1e3"); who reads it decides what it means.
 * Memory  nodes and texts come from the caller's arena; the source text may go once it is parsed.
 * Limits  nesting and number of nodes (scalars, keys too, lists and maps); more is a reported error.
 * Errors  bad syntax and forbidden parts end the reading, reported where they stand: -1 and no tree. A key
 *         that comes twice is reported too: -1, but the tree is whole and can be read for more problems.
 */
#include "base/pos.h"
#include "base/str.h"

#include <stdint.h>

struct arena;
struct diag;

enum { YAML_DEPTH = 32, YAML_NODES = 10000 }; /* the limits where none are given */
enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml_node {
	enum yaml_kind kind;
	bool plain;      /* a scalar without quotes */
	uint32_t len;    /* members of a list or a map */
	struct pos at;   /* its first character; of its key where the value is empty */
	struct str text; /* of a scalar, NUL-terminated */
	/* Where it is written, quotes and brackets included: code points of the text parsed, [from, to). The end of
	 * a block takes in the empty lines behind it, and perhaps more: of a list or a map it means something where
	 * that is in brackets. */
	size_t from, to;
	struct str key; /* of a map's member, NUL-terminated */
	struct pos key_at;
	size_t key_from;               /* where the key is written */
	const struct yaml_node *first; /* of a list or a map: its members in the order written, */
	const struct yaml_node *next;  /* each leading to the next */
};

struct yaml_limits {
	uint64_t depth, nodes; /* 0: YAML_DEPTH, YAML_NODES */
};

/* Parses valid UTF-8 `text` that begins at `at` of its file. *root is NULL when there is nothing in it.
 * `limits` may be NULL. */
int yaml_parse(const struct yaml_node **root, struct arena *arena, struct str text, struct pos at,
               const struct yaml_limits *limits, struct diag *diag);

/* Checks that a whole file's text is UTF-8 without control characters (reported) and takes the byte order
 * mark off. */
int yaml_text(struct str *text, const char *file, struct diag *diag);

/* A map's member by its key; NULL when there is none, or `map` is no map. */
const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key);
/* Where to report what is wrong with a map's member as such: its value, or its key when the value is on
 * another line. */
struct pos yaml_place(const struct yaml_node *member);
/* Nothing was said: no node, nothing behind the colon, ~ or null. */
bool yaml_is_null(const struct yaml_node *node);
/* yes, no, true, false, on, off, oui, non, ja, nee, nein in any case. False: none of them. */
bool yaml_bool(struct str text, bool *boolean);
#endif
