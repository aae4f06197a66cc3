#include "source/git_library.h"

#include "base/diag.h"
#include "base/i18n.h"

#include <git2.h>

enum {
	TREE_KEPT = 256 * 1024,        /* larger ones are unpacked each time */
	CACHE_MOST = 16 * 1024 * 1024, /* of objects in memory */
};

int
git_library_start(struct diag *diag)
{
	static const int levels[] = {
		GIT_CONFIG_LEVEL_SYSTEM,
		GIT_CONFIG_LEVEL_XDG,
		GIT_CONFIG_LEVEL_GLOBAL,
		GIT_CONFIG_LEVEL_PROGRAMDATA,
	};
	int rc = git_libgit2_init();

	/* What git itself would look up for a person is not for us: a build must not depend on it. */
	for (size_t i = 0; rc >= 0 && i < countof(levels); i++)
		rc = git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, levels[i], "");
	/* In a container the checkout often belongs to somebody else. git refuses such repositories
	 * because their configuration names programs to run; we run none and do not read it. */
	if (rc >= 0)
		rc = git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
	/* As git: what zlib unpacks whole is not hashed again on each reading. History reads every tree that ever
	 * was, and hashing took most of its time. */
	if (rc >= 0)
		rc = git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
	/* A folder of a thousand cards is a tree of 40 KB, which history meets in every commit. */
	if (rc >= 0)
		rc = git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE,
		                      (size_t)TREE_KEPT);
	if (rc >= 0)
		rc = git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, (ssize_t)CACHE_MOST);
	if (rc < 0)
		diag_environment(diag, _("libgit2 does not start"));
	return rc < 0 ? -1 : 0;
}

void
git_library_stop(void)
{
	git_libgit2_shutdown();
}

const char *
git_library_reason(void)
{
	const git_error *error = git_error_last();

	return error && error->message ? error->message : "?";
}
