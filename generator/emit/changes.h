#ifndef EMIT_CHANGES_H
#define EMIT_CHANGES_H
/*
 * changes: what guide/changes found, in words: for a terminal, for a pull request, for programs.
 *
 * Text comes from cards and is hostile: in Markdown every sign that means something there, or to GitHub, GitLab and
 * Forgejo (a mention, the number of an issue), is made to mean nothing.
 * Language  that of the messages; JSON's values are in none.
 */
#include "guide/changes.h"

struct arena;
struct buf;

/* A state as it was asked for. */
struct changes_end {
	struct str rev;    /* empty: the files as they are */
	struct str commit; /* hexadecimal; empty: none */
	struct changes_state state;
};

/* Addresses in the site ("/merchants/dumont/"), sorted. */
struct changes_paths {
	struct str *items;
	size_t len;
};

struct changes_pages {
	struct changes_paths added, removed, changed;
	size_t both; /* pages that are there in both states */
};

struct changes_file {
	enum change_how how; /* CHANGE_ADDED, CHANGE_REMOVED, CHANGE_VALUE */
	struct str path;
};

struct changes_report {
	struct changes_end before, after;
	struct changes changes;
	struct changes_pages pages;
	struct changes_file *look; /* files of the theme in the content */
	size_t look_len;
	bool map; /* the map's extract is another one */
};

bool changes_are_none(const struct changes_report *report);

void changes_write_text(struct buf *out, const struct changes_report *report);
void changes_write_markdown(struct buf *out, const struct changes_report *report);
void changes_write_json(struct buf *out, const struct changes_report *report);
#endif
