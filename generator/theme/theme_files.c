#include "theme/theme_files.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "source/source.h"

#include <stdlib.h>
#include <string.h>

static void
add(struct theme_files *files, const struct source *source, const struct source_entry *entry,
    struct theme_file file)
{
	file.source = source;
	file.entry = entry;
	files->items = arena_push(files->arena, files->items, &files->len, sizeof *files->items);
	files->items[files->len - 1] = file;
}

int
theme_files_add_folder(struct theme_files *files, const char *path, struct diag *diag)
{
	struct source_options options = { .path = path };
	const struct source_entry *entries;
	size_t count;

	if (source_open(&files->own, &options, diag) != SOURCE_OK ||
	    source_list(files->own, 0, diag) < 0)
		return -1;
	entries = source_entries(files->own, &count);
	for (size_t i = 0; i < count; i++) {
		const char *slash = str_ends(str(path), "/") ? "" : "/";
		struct theme_file file = {
			.path = arena_str(files->arena, entries[i].path),
			.shown = arena_printf(files->arena, "%s%s%s", path, slash,
			                      entries[i].path.ptr)
			                 .ptr,
		};

		add(files, files->own, &entries[i], file);
	}
	return 0;
}

/* Whether `path` lies below `folder`; `rest` is what follows the slash. An empty folder holds
 * all. */
static bool
is_below(struct str path, struct str folder, struct str *rest)
{
	size_t n = folder.len ? folder.len + 1 : 0;

	*rest = str_sub(path, n, path.len);
	return path.len > n && (n == 0 || path.ptr[n - 1] == '/') &&
	       str_eq(str_sub(path, 0, folder.len), folder);
}

void
theme_files_add_content(struct theme_files *files, const struct source *source, struct str folder,
                        bool over)
{
	size_t count;
	const struct source_entry *entries = source_entries(source, &count);

	for (size_t i = 0; i < count; i++) {
		struct theme_file file = { .shown = entries[i].path.ptr, .over = over };

		if (is_below(entries[i].path, folder, &file.path))
			add(files, source, &entries[i], file);
	}
}

static int
compare(const void *a, const void *b)
{
	const struct theme_file *x = a, *y = b;
	int order = str_cmp(x->path, y->path);

	return order ? order : (x->over > y->over) - (x->over < y->over);
}

void
theme_files_sort(struct theme_files *files)
{
	if (files->len)
		qsort(files->items, files->len, sizeof *files->items, compare);
}

int
theme_file_read(struct str *bytes, struct arena *arena, const struct theme_file *file, size_t most,
                struct diag *diag)
{
	struct buf buf = { .max = most };
	struct pos at = { file->shown, 0, 0 };
	int rc = -1;

	if (file->entry->kind != SOURCE_FILE)
		diag_error(diag, at, "theme",
		           _("this is not a file; links and submodules are not followed"));
	else if ((rc = source_read(file->source, file->entry, &buf, diag)) < 0 && buf.full)
		diag_error(diag, at, "theme", _("the file is larger than %llu bytes"),
		           (unsigned long long)most);
	if (rc == 0)
		*bytes = arena_str(arena, buf_str(&buf));
	buf_release(&buf);
	return rc;
}
