#include "site/tree.h"

#include "base/arena.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEEPEST = 32 };

struct walk {
	struct tree *tree;
	struct arena *arena;
};

static int
walk_folder(const struct walk *walk, int parent, const char *name, struct str path, unsigned depth);

/* File systems that do not tell the type with the name are asked. */
static bool
is_folder(int fd, const struct dirent *entry)
{
	struct stat st;

	if (entry->d_type != DT_UNKNOWN)
		return entry->d_type == DT_DIR;
	return fstatat(fd, entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(st.st_mode);
}

static int
walk_entry(const struct walk *walk, int fd, const struct dirent *entry, struct str above,
           unsigned depth)
{
	struct tree *tree = walk->tree;
	const char *name = entry->d_name;
	struct str path = above.len == 0
	                          ? arena_str(walk->arena, str(name))
	                          : arena_printf(walk->arena, "%.*s/%s", STR_ARG(above), name);

	if (depth < DEEPEST && is_folder(fd, entry))
		return walk_folder(walk, fd, name, path, depth + 1);
	tree->paths = arena_push(walk->arena, tree->paths, &tree->len, sizeof *tree->paths);
	tree->paths[tree->len - 1] = path;
	return 0;
}

static int
walk_folder(const struct walk *walk, int parent, const char *name, struct str path, unsigned depth)
{
	int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *folder = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *entry;
	int rc = 0;

	if (!folder) {
		if (fd >= 0)
			close(fd);
		return -1;
	}
	while (rc == 0 && (errno = 0, entry = readdir(folder)))
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			rc = walk_entry(walk, fd, entry, path, depth);
	if (rc == 0 && errno != 0)
		rc = -1;
	closedir(folder);
	return rc;
}

static int
by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

int
tree_list(struct tree *tree, struct arena *arena, int folder)
{
	const struct walk walk = { tree, arena };

	*tree = (struct tree){ 0 };
	if (walk_folder(&walk, folder, ".", (struct str){ 0 }, 0) != 0)
		return -1;
	if (tree->len > 0)
		qsort(tree->paths, tree->len, sizeof *tree->paths, by_bytes);
	return 0;
}
