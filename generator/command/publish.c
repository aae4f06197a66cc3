/* publish: a content repository becomes a site on a branch of its own. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/zone.h"
#include "command/command.h"
#include "command/due.h"
#include "command/interrupt.h"
#include "command/project.h"
#include "command/stopwatch.h"
#include "command/target.h"
#include "command/uncommitted.h"
#include "site/branch.h"
#include "site/marker.h"

#include <unistd.h>

#define BRANCH_DEFAULT "gh-pages"

enum { ID_SHOWN = 10 };

static const char *
branch_name(const struct invocation *invocation)
{
	return invocation->branch ? invocation->branch : BRANCH_DEFAULT;
}

/* Prints why it was not done. */
static enum exit_code
refused(struct project *project, enum branch_result result)
{
	enum exit_code code = project_report(project);

	return result == BRANCH_USAGE ? EXIT_USAGE : code;
}

static int
put(void *context, struct str path, struct str bytes, struct diag *diag)
{
	return branch_put(context, path, bytes, diag);
}

/* Pages as people know them; the marker is not for them. */
static void
add_changes(struct buf *out, const struct branch_commit *commit)
{
	static const char *const words[] = {
		[BRANCH_ADDED] = N_("added"),
		[BRANCH_CHANGED] = N_("changed"),
		[BRANCH_REMOVED] = N_("removed"),
	};

	for (size_t i = 0; i < commit->changes_len; i++) {
		struct str path = commit->changes[i].path;

		if (str_is(path, MARKER_NAME))
			continue;
		if (str_is(path, "index.html") || str_ends(path, "/index.html"))
			path = str_sub(path, 0, path.len - (sizeof "index.html" - 1));
		buf_printf(out, "%-9s /%.*s\n", _(words[commit->changes[i].kind]), STR_ARG(path));
	}
}

static void
add_counts(struct buf *out, const struct project *project, const struct branch_commit *commit)
{
	const char *name = branch_name(project->invocation);
	double seconds = stopwatch_seconds() - project->began;
	size_t counts[3] = { 0 };

	for (size_t i = 0; i < commit->changes_len; i++)
		counts[commit->changes[i].kind]++;
	if (commit->same)
		/* translators: branch, beginning of a commit's id, seconds */
		buf_printf(out, _("nothing has changed: %s stays at %.*s (%.2f s)\n"), name,
		           ID_SHOWN, commit->id, seconds);
	else if (project->invocation->dry_run)
		/* translators: branch, three numbers of files */
		buf_printf(out, _("%s would change: %zu added, %zu changed, %zu removed\n"), name,
		           counts[BRANCH_ADDED], counts[BRANCH_CHANGED], counts[BRANCH_REMOVED]);
	else
		/* translators: branch, beginning of a commit's id, three numbers of files, seconds */
		buf_printf(out, _("%s is now %.*s: %zu added, %zu changed, %zu removed (%.2f s)\n"),
		           name, ID_SHOWN, commit->id, counts[BRANCH_ADDED], counts[BRANCH_CHANGED],
		           counts[BRANCH_REMOVED], seconds);
}

/* Should nobody read it, the site is published all the same: that is what the exit code tells. */
static void
tell(const struct project *project, const struct branch_commit *commit)
{
	struct buf out = { 0 };

	if (project->invocation->dry_run)
		add_changes(&out, commit);
	if (!project->invocation->quiet)
		add_counts(&out, project, commit);
	(void)file_write_all(STDOUT_FILENO, buf_str(&out));
	buf_release(&out);
}

static enum exit_code
push(struct project *project, struct branch *branch)
{
	bool pushed;
	struct buf out = { 0 };

	if (branch_push(branch, &pushed, project->diag) != 0)
		return project_report(project);
	if (pushed)
		buf_printf(&out, _("  pushed to %s\n"), branch_address(branch));
	else
		buf_printf(&out, _("  %s has it already\n"), branch_address(branch));
	if (!project->invocation->quiet)
		(void)file_write_all(STDOUT_FILENO, buf_str(&out));
	buf_release(&out);
	return EXIT_DONE;
}

/* Makes the site into the branch, which is open and whose remote is known. */
static enum exit_code
build_and_commit(struct project *project, struct branch *branch)
{
	const struct target target = { .put = put, .context = branch };
	struct branch_commit commit;
	size_t pages;
	int64_t now;
	enum exit_code code = project_make(project, &target, &pages);

	if (code != EXIT_DONE)
		return code;
	now = project->guide.now_utc;
	if (branch_put(branch, STR(MARKER_NAME), project_marker(project), project->diag) != 0 ||
	    branch_commit(branch, now, zone_offset(project->guide.zone, now), &commit,
	                  project->diag) != 0)
		return project_report(project);
	tell(project, &commit);
	return EXIT_DONE;
}

/* With --if-due: whether the branch stays as it is, which is told. */
static bool
rests(const struct project *project, struct branch *branch, size_t uncommitted)
{
	struct branch_published published;
	struct buf out = { 0 };

	if (!project->invocation->if_due)
		return false;
	branch_published(branch, &published);
	if (!published.of_source || uncommitted > 0 || due_now(project, published.marker))
		return false;
	if (!project->invocation->quiet) {
		due_tell(&out, project, published.marker);
		(void)file_write_all(STDOUT_FILENO, buf_str(&out));
	}
	buf_release(&out);
	return true;
}

/* With the branch open and the remote reached. */
static enum exit_code
go_on(struct project *project, struct branch *branch)
{
	size_t uncommitted = uncommitted_warn(project, branch);
	enum exit_code code;

	/* One that rests may still be waiting for a push that failed. */
	code = rests(project, branch, uncommitted) ? EXIT_DONE : build_and_commit(project, branch);
	if (code == EXIT_DONE && project->invocation->remote && !project->invocation->dry_run)
		code = push(project, branch);
	return code;
}

static enum exit_code
publish(struct project *project)
{
	const struct invocation *in = project->invocation;
	const struct branch_options options = {
		.path = project->path,
		.rev = in->rev,
		.name = branch_name(in),
		.dry = in->dry_run,
	};
	struct branch *branch;
	enum exit_code code;
	enum branch_result result;

	interrupt_defer();
	result = branch_open(&branch, &options, project->diag);
	if (result == BRANCH_OK && in->remote)
		result = branch_reach(branch, in->remote, project->diag);
	code = result == BRANCH_OK ? go_on(project, branch) : refused(project, result);
	branch_free(branch);
	return code;
}

enum exit_code
publish_run(const struct invocation *invocation)
{
	struct project project;
	enum exit_code code = project_open(&project, invocation, invocation->operands[0]);

	if (code == EXIT_DONE)
		code = publish(&project);
	if (code == EXIT_CONTENT && !invocation->quiet)
		project_say_refused(&project);
	project_close(&project);
	return code;
}
