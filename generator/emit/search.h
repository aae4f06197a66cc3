#ifndef EMIT_SEARCH_H
#define EMIT_SEARCH_H
/*
 * search: search.json, what a script searches: a list with {name, url, categories, street,
 * services, text} for each merchant, in the guide's order. `text` is folded (base/utf8.h): fold
 * what the reader types likewise, and look for each of its words.
 */
#include "emit/run.h"

void search_write(struct buf *out, struct arena *scratch, const struct run *run,
                  const struct piece *piece);
#endif
