#include "base/beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(SYS_openat2) && defined(__has_include)
#if __has_include(<linux/openat2.h>)
#include <linux/openat2.h>
#define HAVE_OPENAT2
#endif
#endif

enum { ALWAYS = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY };

bool
beneath_is_normal(struct str path)
{
	struct str part;

	if (path.len == 0 || memchr(path.ptr, '\0', path.len))
		return false;
	while (str_split(&path, '/', &part)) {
		if (part.len == 0 || str_is(part, ".") || str_is(part, ".."))
			return false;
		if (!path.ptr)
			return true;
	}
	return false; /* it ended in a slash */
}

/* Opens the folders above the last part; *last is where that begins. */
static int
walk_above(int folder, const char *path, const char **last)
{
	char part[NAME_MAX + 1];
	int at = folder;

	for (const char *slash; (slash = strchr(path, '/')); path = slash + 1) {
		size_t len = (size_t)(slash - path);
		int next = -1;

		if (len > NAME_MAX) {
			errno = ENAMETOOLONG;
		} else {
			memcpy(part, path, len);
			part[len] = '\0';
			next = openat(at, part, O_PATH | O_DIRECTORY | ALWAYS);
		}
		if (at != folder)
			close(at);
		if ((at = next) < 0)
			return -1;
	}
	*last = path;
	return at;
}

int
beneath_walk(int folder, const char *path, int flags)
{
	const char *last;
	int fd, above, why;

	if (!beneath_is_normal(str(path))) {
		errno = EXDEV;
		return -1;
	}
	if ((above = walk_above(folder, path, &last)) < 0)
		return -1;
	fd = openat(above, last, flags | ALWAYS);
	why = errno;
	if (above != folder)
		close(above);
	errno = why;
	return fd;
}

int
beneath_open(int folder, const char *path, int flags)
{
#ifdef HAVE_OPENAT2
	struct open_how how = {
		.flags = (unsigned)(flags | ALWAYS),
		.resolve = RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
	};
	long fd;

	if (!beneath_is_normal(str(path))) {
		errno = EXDEV;
		return -1;
	}
	fd = syscall(SYS_openat2, folder, path, &how, sizeof how);
	if (fd >= 0 || (errno != ENOSYS && errno != EPERM))
		return (int)fd;
#endif
	return beneath_walk(folder, path, flags);
}
