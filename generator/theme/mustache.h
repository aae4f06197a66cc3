#ifndef THEME_MUSTACHE_H
#define THEME_MUSTACHE_H
/*
 * mustache: logic-less templates, the published specification v1.4 with the optional modules
 * inheritance (blocks, parents) and dynamic names; lambdas are left out, values are data.
 *
 * Sets      a set holds all templates of a theme by name; partials and parents are looked up in it.
 * Compiled  once (mustache_add, then mustache_link); rendered many times, by several threads.
 * Values    {{#x}} passes over null, false, an empty list, an empty text and what is missing; 0 and
 *           an empty map count as something. {{x}} shows texts, numbers and true or false; null, a
 *           list, a map and what is missing show nothing. {{>*x}} whose x is missing, null or empty
 *           shows nothing; one that names no template is an error.
 * Errors    name template, line and column: unclosed tags and sections, a missing partial or
 *           parent, a loop of partials that no data ends, more than MUSTACHE_DEPTH partials deep.
 *           The specification shows nothing for a missing partial: mustache_set_lenient does too.
 * Limits    a template of 1 MiB, MUSTACHE_NESTING tags inside each other, MUSTACHE_STEPS tags and
 *           MUSTACHE_OUTPUT bytes in one rendering: a theme can neither hang nor fill the memory.
 */
#include "base/str.h"

struct buf;
struct diag;
struct value;
struct mustache_set;
struct mustache; /* one template of a set */

enum {
	MUSTACHE_DEPTH = 100,      /* partials, parents and replaced blocks within each other */
	MUSTACHE_NESTING = 64,     /* sections, parents and blocks open in one template */
	MUSTACHE_SOURCE = 1 << 20, /* bytes of a template */
	MUSTACHE_STEPS = 1 << 24,
	MUSTACHE_OUTPUT = 1 << 28,
};

struct mustache_set *mustache_set_new(void);
void mustache_set_free(struct mustache_set *set); /* NULL does nothing */
/* From now on a missing partial or parent shows nothing, as the specification has it. */
void mustache_set_lenient(struct mustache_set *set);
/* Compiles a template; `name` as partials call it ("card") and `text` are copied; `file` is for
 * messages and must outlive the diag. A later one of the same name replaces the earlier. -1:
 * reported. */
int mustache_add(struct mustache_set *set, struct str name, const char *file, struct str text,
                 struct diag *diag);
/* Resolves partials and parents, once, after the last mustache_add. -1: one is missing, or static
 * partials loop without a section between; reported. */
int mustache_link(struct mustache_set *set, struct diag *diag);
const struct mustache *mustache_find(const struct mustache_set *set, struct str name);
/* Appends the rendered template. `stack`: contexts, the outermost first. -1: reported, and `out`
 * is as it was. */
int
mustache_render(const struct mustache_set *set, const struct mustache *template, struct buf *out,
                const struct value *const *stack, size_t depth, struct diag *diag);
#endif
