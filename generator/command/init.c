/* init: a new content repository that builds at once, with what editors and CI need. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/i18n.h"
#include "command/command.h"
#include "command/given_name.h"
#include "command/init_files.h"
#include "command/interrupt.h"
#include "command/today.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is in the folder that a new repository may not have: a name; NULL when nothing is. A clone of an empty
 * repository has .git alone. */
static const char *
first_entry(struct arena *arena, DIR *folder)
{
	static const char *const harmless[] = { ".", "..", ".git" };
	const struct dirent *entry;

	while ((entry = readdir(folder))) {
		size_t i = 0;

		while (i < countof(harmless) && strcmp(entry->d_name, harmless[i]) != 0)
			i++;
		if (i == countof(harmless))
			return arena_cstr(arena, str(entry->d_name));
	}
	return NULL;
}

/* Whether the folder is there, `*made` when it was not and is now; and nothing in it. */
static enum exit_code
open_folder(struct arena *arena, const char *path, int *fd, bool *made)
{
	const char *entry;
	DIR *folder;

	*made = access(path, F_OK) != 0;
	if (file_make_folders(path, 0777) < 0 || !(folder = opendir(path))) {
		command_error(_("cannot make the folder %s: %s"), path, strerror(errno));
		command_hint(_("name a folder that does not exist yet, where you may write"));
		return EXIT_ENVIRONMENT;
	}
	entry = first_entry(arena, folder);
	*fd = fcntl(dirfd(folder), F_DUPFD_CLOEXEC, 0);
	closedir(folder);
	if (entry) {
		command_error(_("the folder %s is not empty: \"%s\" is in it"), path, entry);
		command_hint(_("nothing was written; name a folder that does not exist yet"));
		return EXIT_ENVIRONMENT;
	}
	if (*fd >= 0)
		return EXIT_DONE;
	command_error(_("cannot make the folder %s: %s"), path, strerror(errno));
	return EXIT_ENVIRONMENT;
}

/* The folders above a file, below the open one. */
static int
make_above(struct arena *arena, int folder, const char *path)
{
	for (const char *p = path; *p; p++) {
		if (*p != '/')
			continue;
		const char *above = arena_cstr(arena, (struct str){ path, (size_t)(p - path) });

		if (mkdirat(folder, above, 0777) != 0 && errno != EEXIST)
			return -1;
	}
	return 0;
}

static int
write_file(struct arena *arena, int folder, const struct init_file *file)
{
	const char *slash = strrchr(file->path, '/'), *above = ".";
	int fd, rc, why;

	if (slash)
		above = arena_cstr(arena, (struct str){ file->path, (size_t)(slash - file->path) });
	if (make_above(arena, folder, file->path) < 0)
		return -1;
	fd = openat(folder, above, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return -1;
	rc = file_create_at(fd, slash ? slash + 1 : file->path, file->text);
	why = errno;
	close(fd);
	errno = rc > 0 ? EEXIST : why;
	return rc == 0 ? 0 : -1;
}

/* Takes back the first `len` files and the folders that they leave empty. */
static void
take_back(struct arena *arena, int folder, const struct init_files *files, size_t len)
{
	while (len-- > 0) {
		struct str path = arena_str(arena, str(files->items[len].path));
		char *end;

		unlinkat(folder, path.ptr, 0);
		while ((end = strrchr(path.ptr, '/'))) {
			*end = '\0';
			unlinkat(folder, path.ptr, AT_REMOVEDIR);
		}
	}
}

/* All files or none. */
static enum exit_code
write_all(struct arena *arena, int folder, const char *path, const struct init_files *files)
{
	size_t done = 0;

	interrupt_defer();
	while (done < files->len && !interrupt_pending() &&
	       write_file(arena, folder, &files->items[done]) == 0)
		done++;
	if (done == files->len) {
		interrupt_allow();
		return EXIT_DONE;
	}
	if (!interrupt_pending())
		command_error(_("cannot write %s/%s: %s"), path, files->items[done].path,
		              strerror(errno));
	take_back(arena, folder, files, done + (done < files->len ? 1 : 0));
	return interrupt_pending() ? EXIT_INTERRUPTED : EXIT_ENVIRONMENT;
}

static void
tell(const char *path, const struct init_files *files)
{
	printf(ngettext("%s: %zu file of a new guide\n", "%s: %zu files of a new guide\n",
	                files->len),
	       path, files->len);
	printf(_("To go on:\n"
	         "  quartier serve %s     shows it on this machine\n"
	         "  %s/quartier.yml       what is to be changed first is marked in it\n"
	         "  %s/README.md          how shops are added, and how the guide goes online\n"),
	       path, path, path);
}

/* Without slashes at the end, to be followed by a name. */
static const char *
trimmed(struct arena *arena, const char *path)
{
	struct str text = str(path);

	while (text.len > 1 && text.ptr[text.len - 1] == '/')
		text.len--;
	return arena_cstr(arena, text);
}

static enum exit_code
make(struct arena *arena, const struct invocation *invocation, struct str name)
{
	const char *path = trimmed(arena, invocation->operands[0]);
	struct init_files files;
	int folder = -1;
	bool made = false;
	enum exit_code code = open_folder(arena, path, &folder, &made);

	if (code == EXIT_DONE) {
		init_files_make(&files, arena, lang_find(str(i18n_code())), name, today(NULL));
		code = write_all(arena, folder, path, &files);
	}
	if (folder >= 0)
		close(folder);
	if (code != EXIT_DONE && made)
		rmdir(path);
	if (code == EXIT_DONE && !invocation->quiet)
		tell(path, &files);
	return code;
}

enum exit_code
init_run(const struct invocation *invocation)
{
	struct arena *arena = arena_new();
	struct str name = { 0 };
	enum exit_code code = EXIT_USAGE;

	if (!invocation->operands[0][0])
		command_error(_("the name of the folder is empty"));
	else if (!invocation->name || given_name(arena, invocation->name, &name))
		code = make(arena, invocation, name);
	arena_free(arena);
	return code;
}
