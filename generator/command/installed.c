#include "command/installed.h"

#include "base/arena.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

/* The folder of the program itself. */
static struct str
program_folder(struct arena *arena)
{
	char path[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", path, sizeof path);
	const char *started;

	/* Without /proc, as in a bare chroot: what the kernel was told to start. */
	if (len <= 0 && (started = (const char *)getauxval(AT_EXECFN)) && realpath(started, path))
		len = (ssize_t)strlen(path);
	if (len <= 0)
		return STR("/usr/local/bin");
	while (len > 1 && path[len - 1] != '/')
		len--;
	return arena_str(arena, (struct str){ path, (size_t)(len > 1 ? len - 1 : len) });
}

/* The first of two places, relative to the program, that is there; else the second. */
static const char *
beside(struct arena *arena, const char *in_source_tree, const char *installed)
{
	struct str folder = program_folder(arena);
	struct str path = arena_printf(arena, "%.*s/%s", STR_ARG(folder), in_source_tree);
	char real[PATH_MAX];

	if (access(path.ptr, R_OK) == 0) /* without "/../": messages name files in it */
		return realpath(path.ptr, real) ? arena_cstr(arena, str(real)) : path.ptr;
	return arena_printf(arena, "%.*s/%s", STR_ARG(folder), installed).ptr;
}

const char *
installed_themes(struct arena *arena)
{
	const char *given = getenv("QUARTIER_THEMES");

	return given && given[0] ? given
	                         : beside(arena, "../../themes", "../share/quartier/themes");
}

const char *
installed_locale(struct arena *arena)
{
	return beside(arena, "../locale", "../share/locale");
}
