#ifndef COMMAND_UNCOMMITTED_H
#define COMMAND_UNCOMMITTED_H
/*
 * uncommitted: what a work tree's content has and its commit has not, of what a site is made from.
 */
#include <stddef.h>

struct branch;
struct project;

/* How many files; warns of them. A commit has none. */
size_t uncommitted_warn(const struct project *project, struct branch *branch);
#endif
