#ifndef MAP_EXTRACT_XML_H
#define MAP_EXTRACT_XML_H
/*
 * extract_xml: the bytes of an extract, plain or gzipped, through expat into extract_raw; for extract alone.
 *
 * Refused  what is not well-formed, another kind of file, a document type (so no entity is ever
 *          expanded), deep nesting, an endless tag, more than `most` bytes unpacked.
 */
#include "base/str.h"

#include <stdint.h>

struct diag;
struct raw;

/* 0; -1: reported. */
int
extract_xml(struct raw *raw, struct str bytes, const char *path, uint64_t most, struct diag *diag);
#endif
