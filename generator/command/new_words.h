#ifndef COMMAND_NEW_WORDS_H
#define COMMAND_NEW_WORDS_H
/* new_words: what the reader of single cards leaves to others: categories, and names of other cards. */
#include "card/schema.h"

struct diag;
struct project;

/* Reports what `value`, an item a line, names and is not there. */
void new_check_words(const struct project *project, const struct field *row, struct str value,
                     struct diag *diag);
#endif
