#ifndef CARD_READER_PARTS_H
#define CARD_READER_PARTS_H
/*
 * reader_parts: what the files of the reader share: one function per type of field, and messages that
 * name the field they are about ("products[2].price: …").
 */
#include "card/reader.h"
#include "card/yaml.h"

/* The keys and places in lists that lead to a value; each level lives on the stack of who reads it. */
struct trail {
	const struct trail *up;
	const char *key; /* NULL: `index`, from 1 */
	size_t index;
};

#define MEMBER(object, offset, type) ((type *)(void *)((char *)(object) + (offset)))

/* Reads `node`, which is not nothing, into the member of `object` that `field` tells. */
typedef void
read_value(struct reader *r, const struct field *field, void *object, const struct yaml_node *node);

read_value reader_text, reader_texts, reader_plain;
read_value reader_bool, reader_tristate, reader_choice, reader_country, reader_int, reader_size,
	reader_colour, reader_vat, reader_osm, reader_osm_tag, reader_phone, reader_money;
read_value reader_date, reader_moment, reader_repeat;
read_value reader_email, reader_url, reader_base_url, reader_links;
read_value reader_location, reader_bounds, reader_focus;
read_value reader_hours;
read_value reader_words, reader_slug, reader_slugs, reader_term, reader_terms, reader_languages;
read_value reader_file, reader_photo, reader_photos;

/* All members of `map` into `object` by the rows of `schema`; then what holds between them. */
void reader_map(struct reader *r, const struct schema *schema, void *object,
                const struct yaml_node *map);
/* Gives every member the value that means "absent". */
void reader_clear(const struct schema *schema, void *object);
/* What holds between several members, checked once all are read. */
void reader_check(struct reader *r, const struct schema *schema, void *object,
                  const struct yaml_node *map);

/* The path in the repository of a file that a card names as `written`; empty, reported, when it is none
 * or not there. */
struct str reader_resolve(struct reader *r, struct str written, struct pos at, bool pdf);

void reader_error(struct reader *r, struct pos at, const char *code, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void reader_warning(struct reader *r, struct pos at, const char *code, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void reader_note(struct reader *r, struct pos at, const char *code, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* Puts down that the scalar `node`, the value of the field where we are, is better written `text`. */
void reader_fix(struct reader *r, const struct yaml_node *node, struct str text);
/* A value as messages quote it: on one line, not too long. */
const char *reader_clip(struct reader *r, struct str text);
/* Whether `node` is of that kind; reports what the field wants when it is not. */
bool reader_expect(struct reader *r, const struct field *field, const struct yaml_node *node,
                   enum yaml_kind kind);
/* The same for a field that takes a scalar or a list of scalars. */
bool reader_expect_words(struct reader *r, const struct field *field, const struct yaml_node *node);
/* The hint "for example name: Boulangerie Dumont", where the field has an example. */
void reader_example(struct reader *r, const struct field *field);
/* A translation's list is longer than the main card's. */
void reader_no_such_item(struct reader *r, const struct yaml_node *item);
/* Nothing said: null, or a text of white space alone. */
bool reader_is_absent(const struct yaml_node *node);
/* A text as cards keep it: composed, on one line, in the reader's arena. */
struct str reader_keep(struct reader *r, struct str text);
#endif
