/* build: a content repository becomes a site. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/zone.h"
#include "command/command.h"
#include "command/due.h"
#include "command/project.h"
#include "command/stopwatch.h"
#include "site/marker.h"
#include "source/source.h"
#include "theme/format.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DAY_SECONDS = 24 * 60 * 60, MARKER_BYTES = 64 * 1024 };

/* SITE: what -o says, else site beside quartier.yml. */
static const char *
site_folder(const struct project *project)
{
	if (project->invocation->output)
		return project->invocation->output;
	return arena_printf(project->arena, "%s/site", source_folder(project->source)).ptr;
}

/* The guide's name, how many merchants and pages it has. */
static void
add_site(struct buf *out, const struct project *project, const struct project_built *built)
{
	const struct config *config = project->guide.config;
	size_t count = project->guide.merchants_len;
	struct str name = text_in(&config->name, config->languages[0], config->languages,
	                          config->languages_len, NULL);
	struct str merchants = arena_printf(
		project->arena, ngettext("%zu merchant", "%zu merchants", count), count);
	struct str pages = arena_printf(
		project->arena, ngettext("%zu page", "%zu pages", built->pages), built->pages);

	/* translators: name of the guide, "12 merchants", "80 pages" */
	buf_printf(out, _("%s: %s, %s\n"), arena_cstr(project->arena, name), merchants.ptr,
	           pages.ptr);
}

static void
add_problems(struct buf *out, const struct project *project)
{
	struct str warnings = arena_printf(
		project->arena, ngettext("%zu warning", "%zu warnings", project->warnings),
		project->warnings);
	struct str notes = arena_printf(
		project->arena, ngettext("%zu note", "%zu notes", project->notes), project->notes);
	bool both = project->warnings && project->notes;

	if (project->warnings == 0 && project->notes == 0)
		return;
	buf_printf(out, "  %s%s%s\n", project->warnings ? warnings.ptr : "", both ? ", " : "",
	           project->notes ? notes.ptr : "");
}

static void
add_files(struct buf *out, const struct project *project, const struct transaction_result *files,
          const char *site)
{
	double seconds = stopwatch_seconds() - project->began;
	struct str written, removed;

	if (files->written == 0 && files->removed == 0) {
		buf_printf(out, _("  in %s: nothing changed, nothing written (%.2f s)\n"), site,
		           seconds);
		return;
	}
	written = arena_printf(
		project->arena,
		ngettext("%zu of %zu file written", "%zu of %zu files written", files->files),
		files->written, files->files);
	removed =
		arena_printf(project->arena, ngettext("%zu removed", "%zu removed", files->removed),
	                     files->removed);
	/* translators: folder of the site, "3 of 80 files written", "1 removed", seconds */
	buf_printf(out, _("  in %s: %s, %s (%.2f s)\n"), site, written.ptr, removed.ptr, seconds);
}

/* When something begins or ends that the site shows. */
static void
add_next(struct buf *out, const struct project *project)
{
	enum lang lang = lang_of_messages();
	int64_t next = project->guide.next_utc, local;
	struct str day, hour;

	if (next == INT64_MAX)
		return;
	local = next + zone_offset(project->guide.zone, next);
	day = format_date(project->arena, lang, (int)(local / DAY_SECONDS));
	hour = format_time(project->arena, lang, (int)(local % DAY_SECONDS / 60));
	/* translators: "28 November 2026", "13:00" */
	buf_printf(out, _("  the site will next change on %.*s at %.*s: build it again then\n"),
	           STR_ARG(day), STR_ARG(hour));
}

/* What a person wants to know at the end. */
static void
summarize(const struct project *project, const struct project_built *built, const char *site)
{
	struct buf out = { 0 };

	add_site(&out, project, built);
	add_problems(&out, project);
	add_files(&out, project, &built->files, site);
	add_next(&out, project);
	/* Should nobody read it, the site is in place all the same: that is what the exit code tells. */
	(void)file_write_all(STDOUT_FILENO, buf_str(&out));
	buf_release(&out);
}

/* With --if-due: whether SITE stays as it is, which is told. */
static bool
rests(const struct project *project, const char *site)
{
	const char *path = arena_printf(project->arena, "%s/" MARKER_NAME, site).ptr;
	struct buf marker = { .max = MARKER_BYTES }, out = { 0 };
	struct stat st;
	int fd;
	bool is;

	if (!project->invocation->if_due)
		return false;
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		(void)file_read_fd(&marker, fd); /* failing, the site is made */
	if (fd >= 0)
		close(fd);
	is = !due_now(project, buf_str(&marker));
	if (is && !project->invocation->quiet) {
		due_tell(&out, project, buf_str(&marker));
		(void)file_write_all(STDOUT_FILENO, buf_str(&out));
	}
	buf_release(&marker);
	buf_release(&out);
	return is;
}

enum exit_code
build_run(const struct invocation *invocation)
{
	struct project project;
	struct project_built built;
	enum exit_code code = project_open(&project, invocation, invocation->operands[0]);
	const char *site = code == EXIT_DONE ? site_folder(&project) : NULL;
	bool resting = site && rests(&project, site);

	if (site && !resting) {
		code = project_build(&project, site, &built);
		if (code == EXIT_DONE && !invocation->quiet)
			summarize(&project, &built, site);
	}
	if (code == EXIT_CONTENT && !invocation->quiet)
		project_say_refused(&project);
	project_close(&project);
	return code;
}
