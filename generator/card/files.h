#ifndef CARD_FILES_H
#define CARD_FILES_H
/*
 * files: which files of a content repository are cards, and which are translations of which.
 *
 * Format  FOLDER/SLUG.md or .yml is a card, FOLDER/SLUG.LANG.md its translation, for the folders of
 *         card/schema.h; README.md and other folders are ignored.
 * Memory  everything comes from the arena; paths are borrowed from the source.
 * Errors  names that cannot be, twins, translations of nothing, links: reported here, once.
 */
#include "card/lang.h"
#include "card/schema.h"

struct arena;
struct config;
struct diag;
struct source;
struct source_entry;

struct card_file {
	const struct source_entry *entry;
	enum lang lang;
};

/* A card: its own file and those of its translations. */
struct card_files {
	enum kind kind;
	struct str slug; /* may be no valid one: then `bad` */
	struct card_file main;
	struct card_file translations[LANG_COUNT];
	size_t translations_len;
	bool bad; /* reported; read for more reports, but not used */
};

struct files {
	struct card_files *cards; /* sorted by kind and slug */
	size_t len;
};

void files_find(struct files *files, struct arena *arena, const struct source *source,
                const struct config *config, struct diag *diag);
#endif
