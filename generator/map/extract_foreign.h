#ifndef MAP_EXTRACT_FOREIGN_H
#define MAP_EXTRACT_FOREIGN_H
/*
 * extract_foreign: the files that people take for an OpenStreetMap extract; what each is, and how to get
 * the right one.
 */
#include "base/pos.h"
#include "base/str.h"

struct diag;

/* How an extract is made; goes through _(). */
extern const char extract_foreign_hint[];

/* Whether the first bytes show that this is no XML and no gzip at all; then it is reported. */
bool extract_foreign_bytes(struct diag *diag, const char *path, struct str bytes);
/* What somebody else wrote, to be quoted in a message: at most `most` bytes, whole characters. */
struct str extract_foreign_text(struct str text, size_t most);
/* Report a root element other than <osm>, a document type. */
void extract_foreign_root(struct diag *diag, struct pos at, const char *name);
void extract_foreign_doctype(struct diag *diag, struct pos at, const char *name);
#endif
