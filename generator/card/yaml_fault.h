#ifndef CARD_YAML_FAULT_H
#define CARD_YAML_FAULT_H
/*
 * yaml_fault: what a slip in YAML means, told to who made it.
 *
 * libyaml says "mapping values are not allowed in this context"; a volunteer wants to read that the colon
 * in the shop's motto needs quotes around the whole. Each of the library's sentences has a row here; one
 * without a row is passed on as it is.
 */
#include "base/pos.h"
#include "base/str.h"

struct diag;

struct yaml_slip {
	const char *problem, *context; /* libyaml's words; `context` may be NULL */
	struct pos at, context_at; /* where it gave up, and where that which it was reading began */
};

/* Reports the slip. `text` begins at `begin` of its file. */
void yaml_fault(const struct yaml_slip *slip, struct str text, struct pos begin, struct diag *diag);
/* A line of the text by its number in the file, without its end; empty when there is none. */
struct str yaml_line(struct str text, struct pos begin, unsigned line);
#endif
