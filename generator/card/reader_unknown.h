#ifndef CARD_READER_UNKNOWN_H
#define CARD_READER_UNKNOWN_H
/* reader_unknown: a key that no row of the schema has, and what its writer may have meant. */
#include "card/reader.h"

struct yaml_node;

void reader_unknown(struct reader *r, const struct schema *schema, const struct yaml_node *node);
#endif
