#ifndef CARD_FRONTMATTER_H
#define CARD_FRONTMATTER_H
/*
 * frontmatter: the two parts of a card: YAML between two lines of three hyphens, then Markdown.
 *
 * Memory  both parts are borrowed from the text.
 * Errors  no opening or no closing line: reported with what to write.
 */
#include "base/pos.h"
#include "base/str.h"

struct diag;

struct frontmatter {
	struct str yaml, body;
	struct pos yaml_at, body_at; /* where each begins in the file */
};

/* `text` is valid UTF-8 without a byte order mark. */
int
frontmatter_split(struct frontmatter *out, struct str text, const char *file, struct diag *diag);
#endif
