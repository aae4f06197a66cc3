#ifndef EMIT_CHANGES_LINES_H
#define EMIT_CHANGES_LINES_H
/*
 * changes_lines: the changes of a card as the lines that a person reads, without the signs of a format.
 */
#include "emit/changes.h"

enum changes_mark {
	LINE_VALUE, /* label: before → after */
	LINE_PLUS,  /* label: after */
	LINE_MINUS, /* label: before */
	LINE_LIST,  /* label: + …, − … */
	LINE_SAID,  /* label: after, a sentence */
};

struct changes_line {
	enum changes_mark mark;
	struct str label, before, after;
	struct str *plus, *minus;
	size_t plus_len, minus_len;
};

struct changes_lines {
	struct changes_line *items;
	size_t len;
};

/* Of a card that both states have, or of quartier.yml (`card` NULL). */
void changes_lines_make(struct changes_lines *out, struct arena *arena,
                        const struct changes_report *report, const struct card_change *card);
/* Of a card that one state alone has: what every card of its kind must say. */
void changes_lines_of_lone(struct changes_lines *out, struct arena *arena,
                           const struct changes_report *report, const struct card_change *card);

/* "Boulangerie Dumont" */
struct str changes_title(const struct changes_report *report, const struct card_change *card);
/* "new", "no longer shown", "was merchants/old.md"; may be empty. */
struct str changes_note(struct arena *arena, const struct card_change *card);
/* '+', '-' or '~': whether residents see more, less, or something else. */
char changes_sign(const struct card_change *card);

/* The heading of a kind: "Merchants". */
const char *changes_heading(enum kind kind);
/* "2 new, 1 gone"; empty when all are 0. */
struct str changes_counts(struct arena *arena, const size_t counts[3]);
/* Of the cards of that kind: added, removed, changed. */
void changes_count(size_t counts[3], const struct changes_report *report, enum kind kind);
/* "main~1 (1a2b3c4d5e)", "the files as they are" */
struct str changes_end_name(struct arena *arena, const struct changes_end *end);
/* What both states have in common: the clock. */
struct str changes_clock(struct arena *arena, const struct changes_report *report);
/* Pages that changed, where they are many: by their folders, "/merchants/…: 43"; or in a word, when nearly all have. */
void changes_group_pages(struct changes_paths *out, struct arena *arena,
                         const struct changes_report *report);
#endif
