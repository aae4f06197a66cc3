#ifndef CARD_EDIT_SHEET_H
#define CARD_EDIT_SHEET_H
/*
 * edit_sheet: a card taken apart for editing: its text, the tree of it, and where in the text things stand.
 *
 * Places  bytes of the sheet's YAML.
 */
#include "card/schema.h"

struct arena;
struct limits;
struct yaml_node;

struct sheet {
	struct arena *arena;
	enum kind kind;
	enum lang first;
	const char *file;
	struct str before, yaml, after;
	const struct yaml_node *root; /* a map */
};

/* -1: it is no card with a map of fields. */
int sheet_take_apart(struct sheet *sheet, struct str bytes, const struct limits *limits);
/* Anew, after an edit. */
int sheet_parse(struct sheet *sheet, const struct limits *limits);
/* Puts `text` in place of the bytes [from, to) of the YAML; the tree is out of date from then on. */
void sheet_splice(struct sheet *sheet, size_t from, size_t to, struct str text);

/* The byte at which the code point `point` begins. */
size_t sheet_byte(struct str text, size_t point);
/* Where what a node says ends. */
size_t sheet_end(const struct sheet *sheet, const struct yaml_node *node);
bool sheet_in_brackets(const struct sheet *sheet, const struct yaml_node *node);
size_t sheet_line_begin(struct str text, size_t at);
size_t sheet_line_end(struct str text, size_t at);
/* Behind the line's end, or the text's. */
size_t sheet_next_line(struct str text, size_t at);
const char *sheet_line_break(const struct sheet *sheet); /* "\n" or "\r\n" */
bool sheet_has_comment(struct str text);
#endif
