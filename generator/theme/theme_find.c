#include "theme/theme_find.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/card.h"
#include "source/source.h"
#include "theme/theme.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_PARTS = 64 };

static const char default_theme[] = "marche";

static bool
is_name(struct str s)
{
	return s.len > 0 && s.ptr[0] != '.' && str_find(s, '/') == s.len;
}

static bool
is_theme_folder(struct arena *arena, const char *folder)
{
	return access(arena_printf(arena, "%s/theme.yml", folder).ptr, R_OK) == 0;
}

static bool
find_built_in(struct theme_place *place, struct arena *arena, const char *folder, struct str name)
{
	if (!folder || !is_name(name))
		return false;
	place->folder = arena_printf(arena, "%s/%.*s", folder, STR_ARG(name)).ptr;
	if (is_theme_folder(arena, place->folder))
		return true;
	place->folder = NULL;
	return false;
}

/* "./themes/../mine/" → "mine". False when the path leaves the content. */
static bool
normal_path(struct str *normal, struct arena *arena, struct str path)
{
	struct str parts[PATH_PARTS], part;
	size_t n = 0;

	if (path.len > 0 && path.ptr[0] == '/')
		return false;
	while (str_split(&path, '/', &part)) {
		bool up = str_is(part, "..");

		if (part.len == 0 || str_is(part, "."))
			continue;
		if (n == (up ? 0 : PATH_PARTS))
			return false;
		if (up)
			n--;
		else
			parts[n++] = part;
	}
	*normal = (struct str){ "", 0 };
	for (size_t i = 0; i < n; i++)
		*normal = arena_printf(arena, "%.*s%s%.*s", STR_ARG(*normal), i > 0 ? "/" : "",
		                       STR_ARG(parts[i]));
	return true;
}

static bool
find_in_content(struct theme_place *place, struct arena *arena, const struct source *source,
                struct str path)
{
	struct str manifest;

	if (!source || !normal_path(&place->path, arena, path))
		return false;
	manifest = arena_printf(arena, "%.*s%stheme.yml", STR_ARG(place->path),
	                        place->path.len ? "/" : "");
	return source_find(source, manifest) != NULL;
}

static int
compare_names(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static struct str *
built_in_themes(struct arena *arena, const char *folder, size_t *count)
{
	DIR *dir = folder ? opendir(folder) : NULL;
	struct str *names = NULL;
	struct dirent *entry;
	struct theme_place place;

	*count = 0;
	while (dir && (entry = readdir(dir))) {
		if (!find_built_in(&place, arena, folder, str(entry->d_name)))
			continue;
		names = arena_push(arena, names, count, sizeof *names);
		names[*count - 1] = arena_str(arena, str(entry->d_name));
	}
	if (dir)
		closedir(dir);
	if (*count)
		qsort(names, *count, sizeof *names, compare_names);
	return names;
}

static void
report_unknown(struct arena *arena, const struct theme_options *options, struct pos at,
               struct str wanted, struct diag *diag)
{
	size_t count, nearest;
	struct str *names = built_in_themes(arena, options->folder, &count);
	struct buf list = { 0 };

	for (size_t i = 0; i < count; i++)
		buf_printf(&list, "%s%.*s", i > 0 ? ", " : "", STR_ARG(names[i]));
	if (count > 0)
		diag_error(
			diag, at, "theme",
			_("there is no theme \"%.*s\"; accepted are the built-in ones (%s) and a folder with "
		          "a theme.yml"),
			STR_ARG(wanted), list.ptr);
	else
		diag_environment(diag, _("there is no theme \"%.*s\", and none is installed in %s"),
		                 STR_ARG(wanted), options->folder ? options->folder : "/");
	nearest = utf8_nearest(wanted, names, count);
	if (nearest < count)
		diag_hint(diag, _("did you mean \"%.*s\"?"), STR_ARG(names[nearest]));
	buf_release(&list);
}

int
theme_find(struct theme_place *place, struct arena *arena, const struct theme_options *options,
           const struct config *config, const struct source *source, struct diag *diag)
{
	struct str wanted = options->override ? str(options->override) : config->theme;
	struct pos at = options->override ? (struct pos){ NULL, 0, 0 } : config->theme_at;

	if (wanted.len == 0)
		wanted = str(default_theme);
	if (find_built_in(place, arena, options->folder, wanted))
		return 0;
	if (options->override) {
		place->folder = options->override;
		if (is_theme_folder(arena, place->folder))
			return 0;
	} else if (find_in_content(place, arena, source, wanted)) {
		return 0;
	}
	report_unknown(arena, options, at, wanted, diag);
	return -1;
}
