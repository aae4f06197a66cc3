#ifndef CARD_VOCABULARY_TABLES_H
#define CARD_VOCABULARY_TABLES_H
/* vocabulary_tables: the rows behind card/vocabulary.h, in files of their own because there are many. */
#include "card/vocabulary.h"

struct vocabulary_table {
	const struct term *terms;
	size_t len;
};

extern const struct vocabulary_table vocabulary_payment, vocabulary_services, vocabulary_languages,
	vocabulary_social, vocabulary_links, vocabulary_places;
#endif
