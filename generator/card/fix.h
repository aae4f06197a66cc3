#ifndef CARD_FIX_H
#define CARD_FIX_H
/*
 * fix: what the program can put right in a card by itself.
 *
 * Found while cards are read, written only when somebody asks for it. A fix gives a scalar of the card's
 * YAML another text, or puts a new field behind another one; all else of the file, comments and line ends
 * included, stays byte for byte.
 * Checked  the new file must be YAML that says the same but for the values fixed, and the file on disk
 *          the one that was read; otherwise it is left alone.
 * Memory   texts live in the arena of whoever put the fix down; files' names are borrowed.
 * Threads  every worker has its own list; fix_gather brings them together.
 */
#include "base/hash.h"
#include "base/pos.h"
#include "base/str.h"

struct arena;
struct buf;
struct diag;
struct limits;
struct source;

enum fix_kind {
	FIX_VALUE,      /* a scalar */
	FIX_FIELD,      /* a new line behind those of a field of the card */
	FIX_FLOW_FIELD, /* the same in a card that is in braces */
};

struct fix {
	struct pos at;    /* of the value; of the field before the new one */
	struct str field; /* "hours.mo-fr", for people; the new field's name */
	struct str was,
		text; /* the value before and after, as YAML reads it; of a new field: a list of numbers */
	size_t from, to; /* where it is written: code points of the file's YAML part */
	enum fix_kind kind;
	struct hash file_hash; /* of the whole file when it was read */
};

struct fixes {
	struct fix *items;
	size_t len;
};

/* Puts one more down, in any order. */
void fix_add(struct fixes *fixes, struct arena *arena, const struct fix *fix);
/* Adds all of `from` to `into`; fix_sort then puts them in the order of files and places. */
void fix_gather(struct fixes *into, struct arena *arena, const struct fixes *from);
void fix_sort(struct fixes *fixes);

/* The bytes of the file called `file` (.md or .yml) with its fixes, sorted, appended to `out`. -1: there is
 * no way to write them that changes nothing else. */
int fix_text(struct buf *out, struct str bytes, const char *file, const struct fix *fixes,
             size_t len, const struct limits *limits);
/* Writes the fixes of one file, all at once. 1: reported as a warning, the file is as it was; -1: the
 * environment failed, reported, likewise. */
int fix_file(const struct source *source, const struct fix *fixes, size_t len,
             const struct limits *limits, struct diag *diag);
#endif
