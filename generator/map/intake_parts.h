#ifndef MAP_INTAKE_PARTS_H
#define MAP_INTAKE_PARTS_H
/* intake_parts: what the files of intake share. */
#include "map/intake.h"

struct merchant;
struct place;

/* A card that is there. */
struct known_card {
	const struct merchant *card;
	struct location at;
	struct str street, number;    /* key and folded number; empty: not said */
	struct survey_merchant *shop; /* NULL: nobody has claimed it yet */
};

/* A shop of the survey. */
struct shop {
	struct survey_merchant *merchant;
	struct known_card *card; /* NULL: none */
	struct str place;        /* path of the place's card that it is; empty: none */
	bool remembered;         /* the ledger has its object */
	struct str slug;
};

/* Every object of every shop, by its ref. */
struct shop_ref {
	struct str ref;
	struct shop *shop;
};

struct planning {
	const struct intake_sources *from;
	struct intake *intake;
	struct arena *arena, *scratch;
	struct diag *diag;
	struct known_card *cards;
	size_t cards_len;
	struct shop *shops;
	size_t shops_len;
	struct shop_ref *refs; /* sorted */
	size_t refs_len;
	/* The ledger's lines by card. */
	const struct ledger_line **by_path;
};

/* intake_match.c: which shop is which card. */
void intake_match(struct planning *p);
/* intake_slug.c: names for the files of new cards. */
void intake_name(struct planning *p);
/* intake_merge.c: what becomes of one card. -1: the environment failed, reported. */
int intake_merge(struct planning *p, struct shop *shop, struct intake_item *item);

/* The shop that an object is, of those of the survey; NULL. */
struct shop *intake_shop(const struct planning *p, struct str ref);
/* Whether the shop is that object. */
bool intake_is(const struct survey_merchant *merchant, struct str ref);
/* The lines of the ledger about the card at `path`. */
const struct ledger_line **intake_lines(const struct planning *p, struct str path, size_t *count);
#endif
