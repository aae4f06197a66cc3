#ifndef SOURCE_GIT_LINKS_H
#define SOURCE_GIT_LINKS_H
/*
 * git_links: git's own folder once more, as a temporary folder of links to all of it but its
 * configuration. libgit2 reads the configuration of what it opens, from 1.7 on before it can be
 * told not to; whoever made the repository wrote it, and may have named a pipe that never ends.
 *
 * A linked work tree is put together from its own folder and the one that it shares.
 */
#include <limits.h>

struct git_links {
	char folder[PATH_MAX]; /* empty: there is none */
	/* What was linked to last: git's own folder, and the one that it shares with other work trees. */
	char own[PATH_MAX], shared[PATH_MAX];
};

/* The file of configuration after all, under a name that libgit2 does not look for. */
#define GIT_LINKS_CONFIG "configuration"

/* Makes the temporary folder, below TMPDIR. -1 with errno. */
int git_links_start(struct git_links *links);
/* Links to git's own folder `path` in place of what was linked to. -1 when `path` is none. */
int git_links_to(struct git_links *links, const char *path);
void git_links_remove(struct git_links *links);
#endif
