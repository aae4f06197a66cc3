/* context: the JSON that a page's template receives, for theme authors. */
#include "base/buf.h"
#include "base/cache.h"
#include "base/diag.h"
#include "base/file.h"
#include "command/cache_folder.h"
#include "command/command.h"
#include "command/interrupt.h"
#include "command/pictures.h"
#include "command/project.h"
#include "emit/emit.h"

static enum exit_code
print_page(struct project *project, struct str page)
{
	struct emit_options options = { .base_url = project->base_url, .jobs = project->jobs };
	const char *target = project->invocation->output;
	struct buf out = { 0 };
	struct cache *cache;
	enum exit_code code = EXIT_DONE;
	int rc;

	if (options.base_url.len == 0)
		options.base_url = STR("http://localhost/");
	cache = cache_new(cache_folder(project));
	rc = pictures_make(project, cache, NULL);
	cache_free(cache);
	if (rc < 0)
		return interrupt_pending() ? EXIT_INTERRUPTED : project_report(project);
	rc = emit_context(&project->guide, &project->theme, &options, page, &out, project->diag);
	if (target)
		interrupt_defer(); /* beside the file, a new one is made first */
	if (rc == 0)
		file_replace(target ? target : "-", buf_str(&out), project->diag);
	code = project_report(project);
	buf_release(&out);
	return rc > 0 ? EXIT_USAGE : code;
}

enum exit_code
context_run(const struct invocation *invocation)
{
	struct project project;
	bool with_content = invocation->operands_len == 2;
	const char *page = invocation->operands[with_content ? 1 : 0];
	enum exit_code code =
		project_open(&project, invocation, with_content ? invocation->operands[0] : NULL);

	if (code == EXIT_DONE)
		code = print_page(&project, str(page));
	project_close(&project);
	return code;
}
