#ifndef COMMAND_DIFF_PAGES_H
#define COMMAND_DIFF_PAGES_H
/*
 * diff_pages: which pages two states of the content make, by their bytes.
 *
 * Pages are rendered and forgotten: nothing is written, no picture is made and no map drawn. Photos are not in them, so
 * that a page whose photos changed must be touched; nor is when a card last changed, which differs between any two
 * commits.
 */
#include "base/str.h"

struct arena;
struct changes_pages;
struct diff_pages;
struct project;

/* `base_url` is the same for both states. NULL: reported into project->diag. */
struct diff_pages *diff_pages_make(struct project *project, struct str base_url);
void diff_pages_free(struct diff_pages *pages); /* NULL does nothing */
/* The page at that address, if there is one, counts as changed. */
void diff_pages_touch(struct diff_pages *pages, struct str address);
/* Texts live in the arena. */
void diff_pages_compare(struct changes_pages *out, struct arena *arena,
                        const struct diff_pages *before, const struct diff_pages *after);
#endif
