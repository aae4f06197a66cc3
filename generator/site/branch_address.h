#ifndef SITE_BRANCH_ADDRESS_H
#define SITE_BRANCH_ADDRESS_H
/*
 * branch_address: what stands behind --remote, and which password goes there.
 *
 * Memory  in the caller's arena.
 */
#include "site/branch.h"

struct arena;

struct branch_address {
	const char *url;        /* for libgit2 */
	const char *folder;     /* of a repository on this machine; else NULL */
	const char *shown;      /* for people: without a password */
	struct str user;        /* percent-decoded; empty: none is named */
	const char *token;      /* from the environment; NULL: none for this host */
	const char *secrets[4]; /* what no message may have; up to NULL */
};

/* `name` as it was given; `configuration` is the repository's, `above` the folder that relative addresses in there
 * start from. */
enum branch_result
branch_address_find(struct branch_address *address, struct arena *arena, const char *name,
                    const char *configuration, const char *above, struct diag *diag);
/* The text without the secrets, each "***". */
const char *
branch_address_redact(const struct branch_address *address, struct arena *arena, const char *text);
#endif
