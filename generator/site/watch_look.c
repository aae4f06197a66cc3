#include "site/watch_parts.h"

#include "base/buf.h"
#include "base/str.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
holds(int folder, const char *name)
{
	struct stat st;

	return name && fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0;
}

static bool
is_folder(int folder, const struct dirent *entry)
{
	struct stat st;

	if (entry->d_type != DT_UNKNOWN)
		return entry->d_type == DT_DIR;
	return fstatat(folder, entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(st.st_mode);
}

static bool visit(const struct watch_place *place, struct buf *path, unsigned depth,
                  const struct watch_visitor *visitor);

static void
visit_entry(const struct watch_place *place, struct buf *path, unsigned depth, int folder,
            const struct dirent *entry, const struct watch_visitor *visitor)
{
	size_t len = path->len;

	if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 ||
	    !place->minds(entry->d_name))
		return;
	if (!is_folder(folder, entry)) {
		if (visitor->file)
			visitor->file(visitor->context, folder, entry->d_name);
	} else if (place->deep && depth < WATCH_DEPTH) {
		buf_printf(path, "/%s", entry->d_name);
		visit(place, path, depth + 1, visitor);
		path->len = len;
		path->ptr[len] = '\0';
	}
}

static bool
visit(const struct watch_place *place, struct buf *path, unsigned depth,
      const struct watch_visitor *visitor)
{
	int follow = depth == 0 ? 0 : O_NOFOLLOW;
	int fd = open(path->ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | follow);
	DIR *level;
	struct dirent *entry;

	if (fd < 0)
		return false;
	if ((depth > 0 && holds(fd, place->stop)) ||
	    !visitor->folder(visitor->context, path->ptr) || !(level = fdopendir(fd))) {
		close(fd);
		return false;
	}
	while ((entry = readdir(level)))
		visit_entry(place, path, depth, fd, entry, visitor);
	closedir(level);
	return true;
}

bool
watch_visit(const struct watch_place *place, const char *path, const struct watch_visitor *visitor)
{
	struct buf whole = { 0 };
	bool is_place = strcmp(path, place->path) == 0, there;

	buf_adds(&whole, path);
	there = visit(place, &whole, is_place ? 0 : 1, visitor);
	buf_release(&whole);
	return there;
}

/* Added up, for folders have no order. */
static void
add_up(struct hash *sum, struct hash more)
{
	sum->high += more.high;
	sum->low += more.low;
}

static bool
look_at_folder(void *context, const char *path)
{
	add_up(context, hash_of(str(path)));
	return true;
}

static void
look_at_file(void *context, int folder, const char *name)
{
	struct stat st;
	struct buf text = { 0 };

	if (fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return;
	buf_printf(&text, "%s %llu %o %lld %lld.%ld %lld.%ld", name, (unsigned long long)st.st_ino,
	           (unsigned)st.st_mode, (long long)st.st_size, (long long)st.st_mtim.tv_sec,
	           st.st_mtim.tv_nsec, (long long)st.st_ctim.tv_sec, st.st_ctim.tv_nsec);
	add_up(context, hash_of(buf_str(&text)));
	buf_release(&text);
}

struct hash
watch_look(const struct watch_place *place)
{
	struct hash sum = { 0 };
	const struct watch_visitor visitor = { look_at_folder, look_at_file, &sum };

	watch_visit(place, place->path, &visitor);
	return sum;
}
