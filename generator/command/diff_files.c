#include "command/diff_files.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "command/maps.h"
#include "command/project.h"
#include "emit/changes.h"
#include "source/git_compare.h"
#include "source/source.h"

/* The blob's id that the file has or would have; empty: it cannot be read, which its cards' check tells. */
static struct str
identity(const struct diff_files *files, const struct project *project,
         const struct source_entry *entry)
{
	char name[GIT_NAME + 1] = "";
	struct buf bytes = { 0 };
	struct diag *quiet;

	if (source_git(project->source))
		return entry->identity;
	quiet = diag_new();
	if (entry->kind == SOURCE_FILE && source_read(project->source, entry, &bytes, quiet) == 0)
		git_blob_name(buf_str(&bytes), name);
	buf_release(&bytes);
	diag_free(quiet);
	return arena_str(files->arena, str(name));
}

static bool
are_same(const struct diff_files *files, const struct source_entry *old,
         const struct source_entry *new)
{
	return str_eq(identity(files, files->before, old), identity(files, files->after, new));
}

bool
diff_files_differ(void *context, struct str path)
{
	static const bool yes = true, no = false;
	struct diff_files *files = context;
	const bool *known = table_get(&files->known, path);
	const struct source_entry *old, *new;
	bool differ;

	if (known)
		return *known;
	old = source_find(files->before->source, path);
	new = source_find(files->after->source, path);
	differ = old && new && !are_same(files, old, new);
	table_put(&files->known, files->arena, arena_str(files->arena, path),
	          (void *)(differ ? &yes : &no));
	return differ;
}

/* Whether a file takes part in how the pages look: overrides, and a theme that the content brings. */
static bool
is_look(const struct project *project, struct str path)
{
	struct str theme = project->cards.config.theme;

	if (str_starts(path, "theme/"))
		return true;
	return theme.len > 0 && path.len > theme.len && path.ptr[theme.len] == '/' &&
	       str_eq(str_sub(path, 0, theme.len), theme);
}

static void
add(struct diff_files *files, struct changes_report *report, enum change_how how,
    const struct source_entry *entry)
{
	if (!is_look(files->before, entry->path) && !is_look(files->after, entry->path))
		return;
	report->look =
		arena_push(files->arena, report->look, &report->look_len, sizeof *report->look);
	report->look[report->look_len - 1] = (struct changes_file){ how, entry->path };
}

static bool
has_other_map(struct diff_files *files)
{
	const struct source_entry *old = maps_extract(files->before),
				  *new = maps_extract(files->after);

	if (!old || !new)
		return old != new;
	return !str_eq(old->path, new->path) || !are_same(files, old, new);
}

void
diff_files_look(struct diff_files *files, struct changes_report *report)
{
	size_t old_len, new_len, b = 0, a = 0;
	const struct source_entry *old = source_entries(files->before->source, &old_len);
	const struct source_entry *new = source_entries(files->after->source, &new_len);

	while (b < old_len || a < new_len) {
		int order = b == old_len   ? 1
		            : a == new_len ? -1
		                           : str_cmp(old[b].path, new[a].path);

		if (order < 0)
			add(files, report, CHANGE_REMOVED, &old[b]);
		else if (order > 0)
			add(files, report, CHANGE_ADDED, &new[a]);
		else if (is_look(files->after, new[a].path) &&
		         diff_files_differ(files, new[a].path))
			add(files, report, CHANGE_VALUE, &new[a]);
		b += order <= 0;
		a += order >= 0;
	}
	report->map = has_other_map(files);
}
