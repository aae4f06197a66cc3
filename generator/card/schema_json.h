#ifndef CARD_SCHEMA_JSON_H
#define CARD_SCHEMA_JSON_H
/*
 * schema_json: the schema table as JSON Schema, by which editors complete and check cards as they are typed.
 *
 * Format  JSON Schema, draft 07 (json-schema.org/draft-07), which editors of YAML understand. It is never stricter
 *         than the reader: where that takes many spellings (dates, telephone numbers, hours) any text is right.
 */
#include "card/lang.h"
#include "card/schema.h"

struct buf;

/* The cards of one kind, with labels and help in `lang`. */
void schema_json_kind(struct buf *out, enum kind kind, enum lang lang);
/* All kinds as definitions of one document. */
void schema_json_all(struct buf *out, enum lang lang);
#endif
