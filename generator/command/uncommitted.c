#include "command/uncommitted.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "command/project.h"
#include "site/branch.h"
#include "source/source.h"

#include <string.h>

/* Whether a site is made from what lies there. Notes and scripts beside the content change none. */
static bool
makes_site(const struct project *project, struct str path)
{
	static const char *const folders[] = {
		"merchants/", "offers/", "events/", "news/", "pages/",
		"places/",    "routes/", "photos/", "map/",  "theme/",
	};
	struct str theme = project->cards.config.theme;

	if (str_is(path, "quartier.yml"))
		return true;
	for (size_t i = 0; i < countof(folders); i++)
		if (str_starts(path, folders[i]))
			return true;
	while (str_starts(theme, "./"))
		theme = str_sub(theme, 2, theme.len);
	return theme.len > 0 && path.len > theme.len && path.ptr[theme.len] == '/' &&
	       memcmp(path.ptr, theme.ptr, theme.len) == 0;
}

size_t
uncommitted_warn(const struct project *project, struct branch *branch)
{
	const struct pos nowhere = { 0 };
	struct branch_paths paths;
	struct str first = { 0 };
	size_t count = 0;

	if (!source_is_folder(project->source))
		return 0;
	branch_uncommitted(branch, project->source, &paths);
	for (size_t i = paths.len; i-- > 0;)
		if (makes_site(project, paths.items[i])) {
			first = paths.items[i];
			count++;
		}
	if (count == 0)
		return 0;
	diag_warning(project->diag, nowhere, "uncommitted",
	             /* translators: number of files, the first one's path */
	             ngettext("%zu file is not as in the commit that the site will name: %.*s",
	                      "%zu files are not as in the commit that the site will name: %.*s "
	                      "and others",
	                      count),
	             count, STR_ARG(first));
	diag_hint(project->diag, _("commit first (git add, git commit), or publish what is "
	                           "committed: --rev HEAD"));
	return count;
}
