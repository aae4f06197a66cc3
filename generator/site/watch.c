#include "site/watch.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "site/watch_parts.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
	SILENCE = 25, /* milliseconds without a change: it was one save */
	SILENCE_TAKEN =
		75, /* after something was taken away: perhaps it comes back under its name */
	SILENCE_MOST = 250, /* from the first change on */
	LOOK = 1000,        /* between two looks */
	READS = 64,         /* at a time: who writes without end is not waited for */
};

static const uint32_t CHANGES = IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO |
                                IN_DELETE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR |
                                IN_EXCL_UNLINK;

struct place {
	struct watch_place of; /* path and stop are copies */
	bool lost;             /* it is not there */
	bool touched;          /* changed, as was told last */
	struct hash seen;      /* watch_look, where it looks */
};

/* A folder that inotify tells of. */
struct folder {
	int wd;
	size_t place;
	char *path;
};

struct watch {
	int fd; /* -1: it looks */
	struct place *places;
	size_t places_len;
	struct folder *folders; /* by wd */
	size_t folders_len;
	bool warned;
	int why;      /* errno when it began to look */
	bool changed; /* since that was told last */
	bool taken;   /* the last change took something away */
};

static char *
copy(const char *text)
{
	char *ptr = text ? strdup(text) : NULL;

	if (text && !ptr)
		mem_exhausted();
	return ptr;
}

static int64_t
now(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return (int64_t)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

/* ---- folders, by their number ---- */

/* Where it is, or belongs. */
static size_t
find_wd(const struct watch *watch, int wd)
{
	size_t from = 0, to = watch->folders_len;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (watch->folders[middle].wd < wd)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static struct folder *
folder_of(const struct watch *watch, int wd)
{
	size_t at = find_wd(watch, wd);

	return at < watch->folders_len && watch->folders[at].wd == wd ? &watch->folders[at] : NULL;
}

static void
forget(struct watch *watch, size_t at)
{
	free(watch->folders[at].path);
	watch->folders_len--;
	memmove(&watch->folders[at], &watch->folders[at + 1],
	        (watch->folders_len - at) * sizeof *watch->folders);
}

static void
remember(struct watch *watch, int wd, size_t place, const char *path)
{
	size_t at = find_wd(watch, wd);

	if (at < watch->folders_len && watch->folders[at].wd == wd) {
		/* The same folder under another name. */
		free(watch->folders[at].path);
	} else {
		watch->folders = mem_resize(
			watch->folders, size_mul(watch->folders_len + 1, sizeof *watch->folders));
		memmove(&watch->folders[at + 1], &watch->folders[at],
		        (watch->folders_len - at) * sizeof *watch->folders);
		watch->folders_len++;
	}
	watch->folders[at] = (struct folder){ wd, place, copy(path) };
}

static bool
is_within(const char *path, const char *folder)
{
	size_t len = strlen(folder);

	return strncmp(path, folder, len) == 0 && (path[len] == '\0' || path[len] == '/');
}

/* Stops watching a folder and those in it; whether it was watched. */
static bool
drop(struct watch *watch, const char *path)
{
	bool any = false;

	for (size_t i = watch->folders_len; i-- > 0;)
		if (is_within(watch->folders[i].path, path)) {
			inotify_rm_watch(watch->fd, watch->folders[i].wd);
			forget(watch, i);
			any = true;
		}
	return any;
}

/* ---- beginning to watch ---- */

static void
start_looking(struct watch *watch, int why)
{
	watch->why = why;
	while (watch->folders_len > 0)
		forget(watch, watch->folders_len - 1);
	if (watch->fd >= 0)
		close(watch->fd);
	watch->fd = -1;
	for (size_t i = 0; i < watch->places_len; i++)
		watch->places[i].seen = watch_look(&watch->places[i].of);
}

struct adding {
	struct watch *watch;
	size_t place;
	int failed; /* errno */
};

static bool
add_folder(void *context, const char *path)
{
	struct adding *adding = context;
	struct watch *watch = adding->watch;
	bool is_place = strcmp(path, watch->places[adding->place].of.path) == 0;
	int wd = inotify_add_watch(watch->fd, path, CHANGES | (is_place ? 0 : IN_DONT_FOLLOW));

	if (wd >= 0) {
		remember(watch, wd, adding->place, path);
		return true;
	}
	/* Taken away since its name was read, or not ours to see. */
	if (errno != ENOENT && errno != ENOTDIR && errno != EACCES && errno != ELOOP)
		adding->failed = errno;
	return false;
}

/* Watches a folder of a place, and those in it; whether it is there. */
static bool
add_tree(struct watch *watch, size_t place, const char *path)
{
	struct adding adding = { .watch = watch, .place = place };
	const struct watch_visitor visitor = { .folder = add_folder, .context = &adding };
	bool there = watch_visit(&watch->places[place].of, path, &visitor);

	if (adding.failed)
		start_looking(watch, adding.failed);
	return there;
}

static void
add_place(struct watch *watch, size_t place)
{
	if (watch->fd >= 0)
		watch->places[place].lost = !add_tree(watch, place, watch->places[place].of.path);
}

struct watch *
watch_new(void)
{
	struct watch *watch = mem_alloc(sizeof *watch);

	watch->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	watch->why = errno;
	return watch;
}

static void
release_places(struct place *places, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		free((char *)(uintptr_t)places[i].of.path);
		free((char *)(uintptr_t)places[i].of.stop);
	}
	free(places);
}

void
watch_free(struct watch *watch)
{
	if (!watch)
		return;
	while (watch->folders_len > 0)
		forget(watch, watch->folders_len - 1);
	free(watch->folders);
	release_places(watch->places, watch->places_len);
	if (watch->fd >= 0)
		close(watch->fd);
	free(watch);
}

bool
watch_looks(const struct watch *watch)
{
	return watch->fd < 0;
}

static void
warn(struct watch *watch, struct diag *diag)
{
	if (watch->fd >= 0 || watch->warned || !diag)
		return;
	watch->warned = true;
	diag_warning(diag, (struct pos){ 0 }, "watch",
	             _("changes cannot be watched here (%s): they are looked for every second"),
	             strerror(watch->why));
	if (watch->why == ENOSPC)
		diag_hint(diag,
		          _("\"sudo sysctl fs.inotify.max_user_watches=524288\" lets programs "
		            "watch more folders"));
	else if (watch->why == EMFILE)
		diag_hint(diag, _("\"sudo sysctl fs.inotify.max_user_instances=512\" lets more "
		                  "programs watch folders"));
}

static bool
same_place(const struct watch_place *a, const struct watch_place *b)
{
	return strcmp(a->path, b->path) == 0 && a->deep == b->deep && a->minds == b->minds &&
	       (a->stop == b->stop || (a->stop && b->stop && strcmp(a->stop, b->stop) == 0));
}

static bool
same_places(const struct watch *watch, const struct watch_place *places, size_t len)
{
	bool same = watch->places_len == len;

	for (size_t i = 0; same && i < len; i++)
		same = same_place(&watch->places[i].of, &places[i]);
	return same;
}

bool
watch_places(struct watch *watch, const struct watch_place *places, size_t len, struct diag *diag)
{
	struct place *before = watch->places;
	size_t before_len = watch->places_len;

	bool others = !same_places(watch, places, len);

	if (others) {
		watch->places = mem_alloc(size_mul(len + 1, sizeof *watch->places));
		watch->places_len = len;
		for (size_t i = 0; i < len; i++) {
			watch->places[i].of = places[i];
			watch->places[i].of.path = copy(places[i].path);
			watch->places[i].of.stop = copy(places[i].stop);
		}
		/* New ones are watched before old ones are not: inotify gives the same number again. */
		for (size_t i = 0; i < watch->folders_len; i++)
			watch->folders[i].place = SIZE_MAX;
		for (size_t i = 0; i < len; i++)
			add_place(watch, i);
		for (size_t i = watch->folders_len; i-- > 0;)
			if (watch->folders[i].place == SIZE_MAX) {
				inotify_rm_watch(watch->fd, watch->folders[i].wd);
				forget(watch, i);
			}
		if (watch->fd < 0)
			start_looking(watch, watch->why);
		release_places(before, before_len);
	}
	warn(watch, diag);
	return others;
}

/* ---- what changes ---- */

static void
note(struct watch *watch, size_t place, bool taken)
{
	watch->places[place].touched = true;
	watch->changed = true;
	watch->taken = taken;
}

/* The place itself was moved or taken away. */
static void
lose(struct watch *watch, struct folder *folder)
{
	size_t place = folder->place;
	const char *root = watch->places[place].of.path;

	if (strcmp(folder->path, root) != 0)
		return;
	drop(watch, root);
	watch->places[place].lost = true;
	note(watch, place, true);
}

/* What was made is a change when it is closed; but a link, of either kind, is not opened for that. */
static bool
is_link(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && (!S_ISREG(st.st_mode) || st.st_nlink > 1);
}

/* Something of that name in a folder that is watched. */
static void
read_change(struct watch *watch, size_t place, const char *path, uint32_t mask)
{
	bool taken = (mask & (IN_MOVED_FROM | IN_DELETE)) != 0;

	if (!(mask & IN_ISDIR)) {
		if (!(mask & IN_CREATE) || is_link(path))
			note(watch, place, taken);
	} else if (watch->places[place].of.deep) {
		/* A site that was built there, for one, is not watched and no change. */
		if (mask & (IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE) && drop(watch, path))
			note(watch, place, taken);
		if (mask & (IN_CREATE | IN_MOVED_TO | IN_ATTRIB) && add_tree(watch, place, path))
			note(watch, place, false);
	}
}

static void
read_event(struct watch *watch, const struct inotify_event *event)
{
	struct folder *folder = folder_of(watch, event->wd);
	struct buf path = { 0 };

	if (!folder)
		return;
	if (event->mask & IN_IGNORED) {
		forget(watch, (size_t)(folder - watch->folders));
	} else if (event->mask & (IN_DELETE_SELF | IN_MOVE_SELF)) {
		if (event->mask & IN_DELETE_SELF)
			note(watch, folder->place, true);
		lose(watch, folder);
	} else if (event->len > 0 && watch->places[folder->place].of.minds(event->name)) {
		buf_printf(&path, "%s/%s", folder->path, event->name);
		read_change(watch, folder->place, path.ptr, event->mask);
		buf_release(&path);
	}
}

/* More happened than the system keeps: everything may be another. */
static void
start_over(struct watch *watch)
{
	for (size_t i = watch->folders_len; i-- > 0;) {
		inotify_rm_watch(watch->fd, watch->folders[i].wd);
		forget(watch, i);
	}
	for (size_t i = 0; i < watch->places_len; i++) {
		add_place(watch, i);
		note(watch, i, false);
	}
}

static void
read_events(struct watch *watch)
{
	union {
		struct inotify_event first;
		char bytes[16 * 1024];
	} all;

	for (int i = 0; i < READS && watch->fd >= 0; i++) {
		ssize_t len = read(watch->fd, &all, sizeof all);

		for (ssize_t at = 0; at < len && watch->fd >= 0;) {
			const struct inotify_event *event = (const void *)(all.bytes + at);

			if (event->mask & IN_Q_OVERFLOW)
				start_over(watch);
			else
				read_event(watch, event);
			at += (ssize_t)(sizeof *event + event->len);
		}
		if (len <= 0)
			return;
	}
}

/* What only looking can find: places that are back, and where it looks, everything. */
static void
look(struct watch *watch)
{
	for (size_t i = 0; i < watch->places_len; i++) {
		struct place *place = &watch->places[i];
		struct hash seen;

		if (watch->fd >= 0) {
			if (place->lost && (add_place(watch, i), !place->lost))
				note(watch, i, false);
			continue;
		}
		seen = watch_look(&place->of);
		if (!hash_eq(seen, place->seen))
			note(watch, i, false);
		place->seen = seen;
	}
}

static bool
must_look(const struct watch *watch)
{
	bool must = watch->fd < 0;

	for (size_t i = 0; i < watch->places_len; i++)
		must |= watch->places[i].lost;
	return must;
}

/* Waits for events, `milliseconds` at most. 1: there are some; 0: time is up; -1: a signal. */
static int
wait_events(struct watch *watch, int64_t milliseconds, const sigset_t *mask)
{
	struct pollfd told = { .fd = watch->fd, .events = POLLIN };
	const struct timespec time = { .tv_sec = milliseconds / 1000,
		                       .tv_nsec = milliseconds % 1000 * 1000000 };
	int rc = ppoll(&told, 1, milliseconds > 0 ? &time : &(struct timespec){ 0 }, mask);

	if (rc > 0)
		read_events(watch);
	return rc;
}

/* Until nothing changes any more. */
static enum watch_result
settle(struct watch *watch, const sigset_t *mask)
{
	int64_t first = now(), last = first, left;

	for (;;) {
		int64_t silence = last + (watch->taken ? SILENCE_TAKEN : SILENCE);
		int64_t end = first + SILENCE_MOST;

		left = (silence < end ? silence : end) - now();
		if (left <= 0)
			break;
		watch->changed = false;
		if (wait_events(watch, left, mask) < 0) {
			watch->changed = true;
			return WATCH_INTERRUPTED;
		}
		if (watch->changed)
			last = now();
	}
	watch->changed = watch->taken = false;
	return WATCH_CHANGED;
}

bool
watch_touched(const struct watch *watch, size_t place)
{
	return place < watch->places_len && watch->places[place].touched;
}

bool
watch_stirs(const struct watch *watch)
{
	struct pollfd told = { .fd = watch->fd, .events = POLLIN };

	return watch->changed || (watch->fd >= 0 && poll(&told, 1, 0) > 0);
}

enum watch_result
watch_wait(struct watch *watch, int milliseconds, const sigset_t *mask)
{
	int64_t end = now() + milliseconds;

	for (size_t i = 0; i < watch->places_len && !watch->changed; i++)
		watch->places[i].touched = false;
	while (!watch->changed) {
		bool looks = must_look(watch);
		int64_t left = end - now(), pause = looks && left > LOOK ? LOOK : left;

		if (left <= 0)
			return WATCH_QUIET;
		if (wait_events(watch, pause, mask) < 0)
			return WATCH_INTERRUPTED;
		if (looks)
			look(watch);
	}
	return settle(watch, mask);
}
